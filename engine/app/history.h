// An attempt read back from its record: computed again turn by turn, and compared. Serves resume, rewinding, the debrief of
// an old attempt and `verify --replay`.
#pragma once

#include "engine/app/attempt_session.h"
#include "engine/content/content_snapshot.h"

namespace firsthand::app {

struct History {
  content::ContentPtr content;
  crypto::Hash kept;
  session::Pins pins;
  session::SessionEntry session_entry; // the newest
  base::Moment started;
  int last_turn = 0;                             // of what was read
  session::Attempt attempt;                      // as far as it could be computed
  session::ActOrder act_order;                   // after the last turn that could be computed
  std::vector<Turn> turns;                       // with what a branch inherited; facts are those of the record
  bool interrupted = false;                      // the record says so itself
  std::optional<session::Difference> difference; // not given for what was interrupted
};

// `up_to`: only turns up to this one. Errors: "attempt-unknown", "attempt-not-readable", those of ContentSnapshots::find and the store.
base::Result<History> read_history(records::Store& store, content::ContentSnapshots& snapshots, const std::string& attempt,
                                   std::optional<int> up_to = std::nullopt);

} // namespace firsthand::app
