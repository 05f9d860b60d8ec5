// Which acts could have been others, and what would have come of it; and which other worlds would have looked the same. Each
// is computed once, whoever asks. Private to this room.
#pragma once

#include "engine/causes/replay.h"

#include <map>

namespace firsthand::causes {

// One act changed: before acts[at], or acts[at] itself left out.
struct Option {
  Change change = Change::left_out;
  std::size_t at = 0;
  std::size_t moved = nowhere; // of `earlier`: which act of the record comes before acts[at] now
  session::Action act;
};

class Options {
 public:
  Options(const session::Prepared& prepared, const Record& record, const Story& story);

  // Left out first, then done earlier, then another act that was offered, and of these first what the good way does; waits last of
  // all: what should have been done meanwhile says more.
  const std::vector<Option>& before(std::size_t at);
  bool touches_the_scene(const session::Action& action) const; // it can change what is true there
  const Outcome& outcome_of(const Option& option);             // one replay, the first time
  const Outcome& time_in_its_place(const Option& option);      // nobody does the act, and as much time passes; one replay, the first time
  Outcome without_deed(std::size_t at, std::size_t last);      // the same of acts[at], up to acts[last]; one replay
  Outcome way_from(std::size_t at, const Way& way, base::Seconds time = 0); // after that time, in which nobody acts; one replay
  // The act is put in after that time; what was waited there is waited for the rest of it. One replay.
  Outcome after_time(const Option& option, base::Seconds time);
  std::vector<base::Seconds> times_of(std::size_t at, const Way& way);
  const Way& good_way() const { return good_way_; } // may be empty
  base::Seconds took(std::size_t at) const { return story_.before[at + 1].world.now - story_.before[at].world.now; }
  // Where chance spoils the good way for an item, the same with one act put in, if that helps; empty: nothing does.
  Way mended_way(std::size_t item);
  int replays() const { return replays_; }

 private:
  using Key = std::pair<std::size_t, std::size_t>; // at, place in its list
  Key key_of(const Option& option);
  void find_good_way();
  bool is_good(const session::Action& action) const; // the good way does it, some time

  const session::Prepared& prepared_;
  const Record& record_;
  const Story& story_;
  std::vector<std::pair<Symbol, Symbol>> touching_; // entity, verb
  std::map<std::size_t, std::vector<Option>> options_;
  std::map<Key, Outcome> outcomes_, in_time_; // of the act; of as much time
  Way good_way_;                              // what of it is accepted under this draw
  int replays_ = 0;
};

// Of the rules for the whole attempt that were kept, those that nothing offered before any act of the record would have broken at once.
std::vector<std::size_t> never_due(const session::Prepared& prepared, const Story& story);

// The same acts under another draw of chance.
struct OtherWorld {
  Story story;                // `before` only
  std::size_t same_until = 0; // nothing that was perceived differs before acts[same_until] is done
};
// All of them, or as many as are looked at.
std::vector<OtherWorld> other_worlds(const session::Prepared& prepared, const Record& record, const Story& story);

// A look that was offered before acts[at], at a moment at which both worlds were alike, and would have told them apart.
std::optional<session::Action> telling_look(const session::Prepared& prepared, const Story& story, const OtherWorld& other, std::size_t at);

} // namespace firsthand::causes
