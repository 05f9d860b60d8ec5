// Where a line of time is cut nothing was done, tried, written or answered: held against the sealed lines, and of the two futures against
// the turns of both runs.
#pragma once

#include "engine/causes/futures.h"
#include "engine/screens/debrief/futures_plan.h"
#include "tests/screens/sealed.h"

namespace firsthand::claims {

class Gaps {
 public:
  std::vector<std::string> of_run(const Tale& tale, const screens::DebriefTimeline& run) {
    found_.clear();
    const auto scale = screens::line_of_time::scale_of(run);
    for (const auto& cut : scale.cuts())
      for (std::size_t i = 0; i < tale.acts(); ++i)
        if (acts(tale.act(i)))
          for (const Sealed& fact : tale.told[i + 1].facts)
            none_in(cut.from, cut.to, fact.at, fact.kind + " " + fact.name);
    return found_;
  }
  // As wide as it is drawn at 1280; how wide names are does not matter here.
  std::vector<std::string> of_futures(const screens::DebriefFutures& told, const causes::Futures& runs) {
    found_.clear();
    screens::line_of_time::LineMarks marks;
    const std::vector<screens::FutureMark>* parts[] = {&told.before, &told.own.marks, &told.other.marks};
    for (std::size_t s = 0; s < marks.size(); ++s)
      for (const screens::FutureMark& mark : *parts[s])
        marks[s].push_back({mark.at, 80, mark.differs});
    const auto plan = screens::line_of_time::plan_line(marks, told.two ? told.fork_at : base::never, {1100, 44, 10, 56}, told.busy);
    for (const auto& cut : plan.cuts)
      for (const causes::Future* run : {&runs.own, &runs.other})
        for (const causes::FutureTurn& turn : *run)
          for (const model::Fact& fact : turn.facts)
            if (turn.act && acts(*turn.act)) none_in(cut.from, cut.to, fact.at, "a future");
    return found_;
  }

 private:
  static bool acts(const session::Action& action) {
    return action.kind != session::Action::Kind::wait && action.kind != session::Action::Kind::go_on;
  }
  void none_in(base::Seconds from, base::Seconds to, std::int64_t at, const std::string& what) {
    if (from < at && at < to)
      found_.push_back("gap " + std::to_string(from) + " to " + std::to_string(to) + ": " + what + " at " + std::to_string(at));
  }
  std::vector<std::string> found_;
};

} // namespace firsthand::claims
