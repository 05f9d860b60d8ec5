// Two futures of an attempt that is over: as it was played, and as it would have gone on with the one thing changed that its cause names,
// under the same draw of chance. Before the fork both are equal, turn by turn; what the other one ends with is what its replay shows. Pure,
// and bounded: a few replays. Must not know texts, pictures, or how it is told.
#pragma once

#include "engine/causes/causes.h"

namespace firsthand::causes {

struct FutureTurn {
  int turn = -1;                      // of Act::turn, 0: the beginning; -1: it is in no record
  std::optional<session::Action> act; // nothing: the beginning, or time that passed
  std::vector<model::Fact> facts;
  session::Attempt after;
};
using Future = std::vector<FutureTurn>;

struct Futures {
  Future own, other;      // other: empty where no way is known that ends better
  std::size_t fork = 0;   // the first turn of both that differs
  Cause cause;            // the change; of an empty other: why there is none
  bool of_branch = false; // both were played: `own` is the attempt that was gone back in, `other` what came of that
  bool alike_before() const;
};

// `cause`: what the other one averts; null: nothing went wrong. Nothing if the record does not play as it did.
std::optional<Futures> futures_of(const session::Prepared& prepared, const Record& record, const Cause* cause);
// An attempt that left another one and went on otherwise. Nothing if they do not play, or are the same.
std::optional<Futures> futures_between(const session::Prepared& prepared, const Record& before, const Record& now);

// How it stood then: after the last turn that had begun before, and where nobody acted with the time that had passed since.
session::Attempt state_at(const session::Prepared& prepared, const Future& future, base::Seconds at);
base::Seconds begun_at(const Future& future, std::size_t turn); // when that turn began

} // namespace firsthand::causes
