// What the record holds of one attempt that a sheet of paper may say: recorded facts and nothing else. Whoever passed an assessment gets a
// certificate; whoever practised a lesson gets a result that says so. Knows no words around the facts and no page.
#pragma once

#include "engine/content/content_snapshot.h"
#include "engine/records/store.h"
#include "engine/session/record.h"
#include "engine/session/sum.h"

#include <optional>
#include <string>
#include <vector>

namespace firsthand::certificate {

enum class Standing : std::uint8_t { practised, passed };

struct CompetencyFact {
  std::string name;         // in the language of the page
  int right = 0, asked = 0; // questions, wholly right
};

struct BeforeFact { // the same test before the lessons
  int per_mille = 0;
  base::Moment ended;
  int offset_minutes = 0;
};

// One part of a final that has several, when it was passed.
struct PartFact {
  std::string title; // as its author wrote it
  base::Moment ended;
};

// The supervised session in which it was sat.
struct SupervisedFact {
  std::string supervisor, room;       // name; empty: erased
  std::string identity;               // card, known, pin
  std::vector<std::string> incidents; // in this attempt: words of session::incident_codes
};

// What two people decided afterwards of its result; of several the newest.
struct DecidedFact {
  std::string first, second; // names; empty: erased
  std::string code;          // word of session::ruling_codes
  std::string verdict;       // the first one: passed, failed
  base::Moment at;
  int decisions = 1;            // in all
  std::string earlier = {};     // what the one before it decided: passed, failed, void; empty: there was none
  base::Moment earlier_at = {}; // and when
};

struct Facts {
  Standing standing = Standing::practised;
  std::string attempt, person, lesson; // ids
  std::string name;                    // of the person
  std::string number, rank, unit;      // of who stands in the list of people
  std::string station;                 // where it began, in words; empty: the computer had no name
  std::string supervision;             // as recorded: "none", or the number of the entry that opened the session
  std::optional<SupervisedFact> session;
  std::optional<DecidedFact> decided;
  std::string role, form; // of a test; empty: not recorded
  int nth_attempt = 0, nth_try = 0;
  std::vector<PartFact> final_parts; // of a final of several parts: all of them, each as it was passed last; none: it has one
  bool final_supervised = false;     // each of those in a supervised session
  std::optional<BeforeFact> before;  // of a test that was passed after the lessons
  int per_mille = 0;
  std::optional<int> cut; // per mille that passes
  std::int64_t minutes = 0;
  base::Moment begun, ended;
  int offset_minutes = 0; // of local time where it ended
  bool offset_known = false, clock_stated = false;
  int right = 0, asked = 0;                       // questions of a test; 0: it was none
  std::vector<std::pair<std::string, int>> worth; // of each question by its id, per mille
  std::vector<session::SumPart> parts;            // by competency, as the line that ended it was sealed; empty: not recorded
  std::string doctrine, edition, rules, program;  // rules: hash, hex
  int engine_rules = 0;
  crypto::Hash end;     // of the entry that ended it
  std::string code;     // code_of(end)
  std::string language; // that it was played in
  std::string kept;     // hash of its content, hex

  // From the content that was kept with it.
  std::string course_title; // as its author wrote it; empty: not known
  std::string lesson_title; // in the language of the page
  std::vector<CompetencyFact> competencies;
  int drafts = 0; // questions of its paper that nobody of the field has reviewed
  bool draft_lesson = false;
};

// What an attempt that rests on this and ended so shows on paper. `role`: of a test. Errors: "certificate-none" (why: open, not passed,
// does not count, a baseline).
base::Result<Standing> standing_of(const session::Pins& pins, std::string_view role, session::Ending ending);

// From the sealed lines of the attempt, which are checked, and from the list of people. Errors: "attempt-unknown"; "certificate-none" (as
// above, or two people decided that it does not count as passed, or nobody's any more); "record-damaged" (the lines are not as they were
// sealed); those of the store.
base::Result<Facts> recorded_facts(records::Store& store, const std::string& attempt);

// The same, with what the kept content says, in that language. Errors: also those of ContentSnapshots::find.
base::Result<Facts> facts_of(records::Store& store, content::ContentSnapshots& snapshots, const content::ContentLibrary& content_library,
                             const std::string& attempt, const std::string& language);

// Of this person's attempts at the lesson the newest that was passed, else the newest that was practised. Errors: "certificate-none".
base::Result<std::string> attempt_to_tell(records::Store& store, const std::string& person, const std::string& lesson);

} // namespace firsthand::certificate
