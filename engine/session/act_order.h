// In which order the acts of the open step came up: what was offered or done when it began stands first, and what comes later comes after
// it and stays. A fold over the turns of an attempt, so an attempt that was left and gone on with, or branched from, has the order that it
// had. Nothing of it is sealed: it is computed again. Must not know what is on a screen.
#pragma once

#include "engine/session/session.h"

#include <map>
#include <set>

namespace firsthand::session {

class ActOrder {
 public:
  // After each turn, in order, the first one too. `now` is the attempt after it, `facts` are what it brought.
  void after_turn(const Prepared& prepared, const Attempt& now, std::span<const model::Fact> facts);
  struct Came {
    int round = 0;        // 0: with the step; else the later the greater
    bool offered = false; // in this step; else it was only done, in any step
    friend bool operator==(const Came&, const Came&) = default;
  };
  std::optional<Came> of(Symbol entity, Symbol verb) const; // nothing: it was neither offered nor done so far
  int newest() const;                                       // round; -1: nothing came up
  friend bool operator==(const ActOrder&, const ActOrder&) = default;

 private:
  using Act = std::pair<Symbol, Symbol>; // entity, verb
  std::set<Act> done_;                   // in any step, by anybody
  std::map<Act, Came> came_;             // in the open step
  std::optional<std::size_t> step_;
};

} // namespace firsthand::session
