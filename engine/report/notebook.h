// The notebook that fills itself: exhibits as observed, photo log, what was done and said, custody, the learner's notes. A
// fold over facts that the learner caused or observed; hidden facts (draws, losses, events nobody saw) never come in.
#pragma once

#include "engine/report/act_detail.h"

#include <optional>

namespace firsthand::report {

// One observation that still stands. `text` may hold {value}, to be replaced by `number`.
struct Observed {
  model::Id icon;
  const model::Text* text = nullptr;
  std::optional<std::int64_t> number;
  base::Seconds at = 0;
  Symbol cue = 0;
};

struct NotebookExhibit {
  Symbol entity = 0;
  int number = 0;
  const model::Text* name = nullptr;
  std::vector<Observed> observed; // newest value of each cue, in the model's order; empty: not looked at yet
};

struct NotebookLine {
  enum class Kind : std::uint8_t { photo, act, task, seen, said, custody, note, wait, failed };
  Kind kind = Kind::act;
  base::Seconds at = 0; // of an act: when it began
  int turn = 0;
  Symbol entity = 0;
  Symbol by = 0;                     // whose act; 0: nobody's
  Symbol verb = 0;                   // what was done; of `failed` 0: it was not
  Symbol cue = 0, value = 0;         // what was seen
  Symbol topic = 0, answer = 0;      // what was said
  bool again = false;                // it was seen so before
  bool as_found = false;             // of a photograph: nobody had touched, moved or changed it
  const model::Text* name = nullptr; // of the entity
  const model::Text* text = nullptr; // the log line, what was seen, what was said
  std::optional<std::int64_t> number;
  std::string typed;         // of a note
  base::Seconds seconds = 0; // of a wait
  Symbol from = 0, to = 0;   // custody: holders
  ActDetail detail = {};     // of an act, also of one that did not work
};

struct Notebook {
  std::vector<NotebookExhibit> exhibits;
  std::vector<NotebookLine> lines; // in order of time
  int act = 0;                     // the newest turn that was no note: what it brought is new
};

Notebook notebook_of(const AttemptTimeline& timeline);

} // namespace firsthand::report
