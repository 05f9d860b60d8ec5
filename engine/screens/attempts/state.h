// What the page of attempts shows, remembers and is asked for. Draws nothing.
#pragma once

#include "engine/content/words.h"
#include "engine/screens/using_ui.h"
#include "engine/ui/widgets.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace firsthand::screens {

enum class AttemptsPart : std::uint8_t { pin, people, person };

struct AttemptsPerson { // a row of the list
  std::string id, name, summary;
};

struct AttemptsResult {                   // one attempt of the person
  std::string id, title, result, details; // details: "Practice · score 96 % · 12 minutes · begun on …"
  const char* icon = "ring";
  Meaning meaning = Meaning::quiet;
  std::string fatal; // "2 fatal errors"; empty: nothing can be said yet
  Meaning how_fatal = Meaning::quiet;
};

struct AttemptsMemory {
  AttemptsPart part = AttemptsPart::pin;
  std::string pin;     // as typed
  std::string problem; // why it was not accepted, or the record not read
  std::string person;  // whose attempts are shown: the name
  bool opened = true;  // the page was opened just now: the field is ready to be typed into
};

struct AttemptsState {
  const content::Words& words;
  bool trainer_pin = false; // the trainer has one: without it nobody sees the attempts of others
  int wait_seconds = 0;     // until the next PIN is looked at
  std::span<const AttemptsPerson> people;
  std::span<const AttemptsResult> results;
};

struct AttemptsIntent {
  bool enter = false, back = false;
  std::optional<std::string> person; // id
};

} // namespace firsthand::screens
