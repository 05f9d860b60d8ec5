// What the page of the two futures shows: one line of time that forks where one act differs, in words. Part of state.h.
#pragma once

#include "engine/base/moment.h"
#include "engine/screens/play/step_view.h"
#include "engine/ui/widgets.h"

#include <array>
#include <string>
#include <vector>

namespace firsthand::screens {

struct DebriefTag {
  std::string label, icon;
  ui::Meaning meaning = ui::Meaning::quiet;
  ui::Tag tag() const { return {label, icon, meaning}; }
};

// The scene's own clock, as it was seen there: 09:14:40, and of a later day “day 2, 08:30”.
struct SceneClock {
  base::LocalStart starts;
  std::string later; // with {n} and {time}
  std::string operator()(base::Seconds at) const;
};

// A way back: `turn` is the turn to go on from, as DataFolder::rewind takes it. Nothing to go back to: -1.
struct DebriefBack {
  int turn = -1;
  std::string label;
};

// Somebody acted in it; both ends may be one moment.
struct BusyTime {
  base::Seconds from = 0, to = 0;
};

struct FutureMark {
  enum class Kind : std::uint8_t { act, event, loss };
  Kind kind = Kind::act;
  std::size_t turn = 0;               // of its run
  base::Seconds at = 0, shown_at = 0; // when it began; the moment that the pictures show
  std::string time, label, words;     // label: on the line; words: with its time and thing
  bool differs = false;               // what the other run did not do there
};

// What one run shows beside the other.
struct FutureRun {
  std::string title;
  std::vector<DebriefTag> outcomes;
  std::vector<FutureMark> marks;         // from the fork on; of a run alone all
  base::Seconds spoilt_at = base::never; // from then on it is not as good as the other
  Shot shot;                             // filled by the caller, for the chosen moment
};

struct FutureMemory {
  int chosen = -1;                // of all marks; -1: first_shown
  std::vector<std::size_t> group; // marks that are open as a list
  bool opened = false;            // just now: it is brought into sight
};

struct DebriefFutures {
  bool offered = false; // there is a page: in practice, once the attempt is over
  std::string sentence, depends;
  std::vector<FutureMark> before;            // the same in both
  std::array<std::vector<BusyTime>, 3> busy; // before, own, other: of every act, also of what has no mark; waiting is none
  FutureRun own, other;
  bool two = false; // a better one is known
  base::Seconds fork_at = 0;
  DebriefBack back;            // to the fork
  std::size_t first_shown = 0; // of all marks: before, own, other
  std::string shown_time;      // filled by the caller
  SceneClock clock;

  std::size_t marks() const { return before.size() + own.marks.size() + other.marks.size(); }
  const FutureMark& mark(std::size_t index) const;
  std::size_t shown(const FutureMemory& memory) const; // the mark whose moment is shown
  bool is_other(std::size_t index) const { return index >= before.size() + own.marks.size(); }
};

} // namespace firsthand::screens
