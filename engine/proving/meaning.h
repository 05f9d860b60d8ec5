// Whether a lesson means what it says, as far as its plays show it: nobody passes by doing nothing, each rule was tried both ways, what
// warns can be seen, what alarms can be answered, a form has a right answer, chance does not decide. Findings for its author.
#pragma once

#include "engine/model/finding.h"
#include "engine/proving/proof.h"

namespace firsthand::proving {

struct Lesson {
  const Prepared& prepared;
  std::vector<NamedPlay> plays; // the exemplar first, if there is one
  bool has_exemplar = false;
  std::optional<Proof> proof; // of these rules
};

model::Findings idle_findings(const Lesson& lesson);     // F1101
model::Findings tried_findings(const Lesson& lesson);    // F1102, F1103: rule by play
model::Findings warning_findings(const Lesson& lesson);  // F1104, F1105
model::Findings alarm_findings(const Lesson& lesson);    // F1106
model::Findings form_findings(const Lesson& lesson);     // F1107
model::Findings chance_findings(const Lesson& lesson);   // F1108
model::Findings earlier_findings(const Lesson& lesson);  // F1109
model::Findings hint_findings(const Lesson& lesson);     // F1110, F1111
model::Findings question_findings(const Lesson& lesson); // F1113, F1114: what the texts of a step give away, or ask to be read
model::Findings proof_findings(const Lesson& lesson);    // F1112, F1119, F1120: what the search found
model::Findings meaning_findings(const Lesson& lesson);  // all of them

// The beginning of the lesson's own file.
model::Where head_of(const Prepared& prepared);

} // namespace firsthand::proving
