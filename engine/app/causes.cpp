// See causes.h.
#include "engine/app/causes.h"

#include "engine/app/exemplar.h"

namespace firsthand::app {

namespace {

causes::Record record_of(const AttemptSession& session) {
  causes::Record record;
  record.start = session.pins().start;
  record.closed = session.attempt().ending == session::Ending::closed;
  int turn = 0;
  for (const Turn& each : session.turns()) {
    if (each.action) record.acts.push_back({turn, *each.action});
    ++turn; // of the timeline: see timeline_of
  }
  record.good_way = exemplar_acts(session.content());
  return record;
}

template<class Found> std::shared_ptr<const Found> shared(std::optional<Found> found) {
  return found ? std::make_shared<const Found>(std::move(*found)) : nullptr;
}

} // namespace

std::function<std::shared_ptr<const causes::Causes>()> work_out_causes(const AttemptSession& session) {
  return
      [record = record_of(session), content = session.shared_content()] { return shared(causes::causes_of(content->prepared(), record)); };
}

std::function<std::shared_ptr<const causes::Futures>()> work_out_futures(const AttemptSession& session, const causes::Cause* cause) {
  return [record = record_of(session), content = session.shared_content(), of = cause ? std::optional(*cause) : std::nullopt] {
    return shared(causes::futures_of(content->prepared(), record, of ? &*of : nullptr));
  };
}

} // namespace firsthand::app
