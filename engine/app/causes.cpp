// See causes.h.
#include "engine/app/causes.h"

#include "engine/app/exemplar.h"

namespace firsthand::app {

std::function<std::shared_ptr<const causes::Causes>()> work_out_causes(const AttemptSession& session) {
  causes::Record record;
  record.start = session.pins().start;
  record.closed = session.attempt().ending == session::Ending::closed;
  int turn = 0;
  for (const Turn& each : session.turns()) {
    if (each.action) record.acts.push_back({turn, *each.action});
    ++turn; // of the timeline: see timeline_of
  }
  record.good_way = exemplar_acts(session.content());
  return [record = std::move(record), content = session.shared_content()]() -> std::shared_ptr<const causes::Causes> {
    auto found = causes::causes_of(content->prepared(), record);
    return found ? std::make_shared<const causes::Causes>(std::move(*found)) : nullptr;
  };
}

} // namespace firsthand::app
