// See causes.h.
#include "engine/app/causes.h"

#include "engine/app/exemplar.h"

namespace firsthand::app {

namespace {

causes::Record record_of(const session::Start& start, const session::Attempt& attempt, const std::vector<Turn>& turns) {
  causes::Record record;
  record.start = start;
  record.closed = attempt.ending == session::Ending::closed;
  int turn = 0;
  for (const Turn& each : turns) {
    if (each.action) record.acts.push_back({turn, *each.action});
    ++turn; // of the timeline: see timeline_of
  }
  return record;
}

causes::Record record_of(const AttemptSession& session) {
  causes::Record record = record_of(session.pins().start, session.attempt(), session.turns());
  record.good_way = exemplar_acts(session.content());
  return record;
}

// What was gone back in, beside what came of it: told only if that ended better.
std::optional<causes::Futures> beside_the_parent(const session::Prepared& prepared, const causes::Record& parent,
                                                 const causes::Record& now) {
  auto both = causes::futures_between(prepared, parent, now);
  return both && ends_better(prepared, both->other.back().after, both->own.back().after) ? std::move(both) : std::nullopt;
}

template<class Found> std::shared_ptr<const Found> shared(std::optional<Found> found) {
  return found ? std::make_shared<const Found>(std::move(*found)) : nullptr;
}

} // namespace

std::function<std::shared_ptr<const causes::Causes>()> work_out_causes(const AttemptSession& session) {
  return
      [record = record_of(session), content = session.shared_content()] { return shared(causes::causes_of(content->prepared(), record)); };
}

std::function<std::shared_ptr<const causes::Futures>()> work_out_futures(const AttemptSession& session, const causes::Cause* cause,
                                                                         const History* parent) {
  std::optional<causes::Record> left;
  if (parent && parent->content->prepared().rules_hash == session.prepared().rules_hash)
    left = record_of(parent->pins.start, parent->attempt, parent->turns);
  return [record = record_of(session), left = std::move(left), content = session.shared_content(),
          of = cause ? std::optional(*cause) : std::nullopt] {
    auto futures = causes::futures_of(content->prepared(), record, of ? &*of : nullptr);
    if (futures && futures->other.empty() && left)
      if (auto both = beside_the_parent(content->prepared(), *left, record)) futures = std::move(both);
    return shared(std::move(futures));
  };
}

} // namespace firsthand::app
