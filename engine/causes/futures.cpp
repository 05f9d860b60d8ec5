// See futures.h.
#include "engine/causes/futures.h"

#include "engine/causes/options.h"

#include <algorithm>

namespace firsthand::causes {

namespace {

bool is_same_turn(const FutureTurn& a, const FutureTurn& b) { return a.act == b.act && a.facts == b.facts; }

Future played(const Record& record, const Story& story) {
  Future future;
  for (std::size_t i = 0; i < story.before.size(); ++i) {
    const Act* act = i == 0 ? nullptr : &record.acts[i - 1];
    future.push_back({act ? act->turn : 0, act ? std::optional(act->action) : std::nullopt, story.facts[i], story.before[i]});
  }
  return future;
}

std::size_t act_with(const Record& record, int turn) {
  std::size_t i = 0;
  while (i < record.acts.size() && record.acts[i].turn != turn)
    ++i;
  return i < record.acts.size() ? i : nowhere;
}

// What was put in, left out or done instead, run again and written down.
class OtherWay {
 public:
  OtherWay(const session::Prepared& prepared, const Record& record, const Story& story, const Cause& cause)
      : prepared_(prepared), record_(record), story_(story), cause_(cause), at_(act_with(record, cause.turn)) {}

  Future turns() {
    if (at_ == nowhere || (cause_.answer != Answer::this_act && cause_.answer != Answer::unforeseen)) return {};
    return cause_.change == Change::good_way ? by_a_good_way() : by_one_change();
  }

 private:
  Replay replay(Future& future) const {
    Replay replay(prepared_, record_, story_, story_.before[at_]);
    replay.write_to(future);
    return replay;
  }
  Future by_one_change() const {
    Future future;
    Replay again = replay(future);
    Outcome outcome;
    if (cause_.change == Change::left_out)
      outcome = again.follow(at_ + 1);
    else if (again.act(cause_.act))
      outcome = again.follow(at_, act_with(record_, cause_.done_in));
    return averts(outcome) ? future : Future();
  }
  Future by_a_good_way() const {
    Options options(prepared_, record_, story_);
    Future future = by(options.good_way());
    const std::size_t item = item_meant();
    return future.empty() && item != nowhere ? by(options.mended_way(item)) : future;
  }
  Future by(const Way& way) const {
    Future future;
    return averts(replay(future).go_another_way(way)) ? future : Future();
  }
  std::size_t item_meant() const {
    const auto items = prepared_.scene.items(story_.before.back().world);
    const auto found = std::find_if(items.begin(), items.end(), [&](const simulation::ItemState& item) {
      return cause_.of.kind == Mishap::Kind::loss && item.entity == cause_.of.entity && item.item == cause_.of.item;
    });
    return found == items.end() ? nowhere : static_cast<std::size_t>(found - items.begin());
  }
  bool averts(const Outcome& outcome) const {
    if (!outcome.through) return false;
    if (const std::size_t item = item_meant(); item != nowhere) return outcome.fate[item] < story_.outcome.fate[item];
    const auto judgements = prepared_.rule_set.judgements(story_.before.back().judgements);
    for (std::size_t i = 0; i < judgements.size(); ++i)
      if (judgements[i].rule == cause_.of.rule && judgements[i].entities == cause_.of.entities)
        return cause_.of.kind == Mishap::Kind::rule && outcome.verdict[i] != judging::Verdict::broken;
    return false;
  }

  const session::Prepared& prepared_;
  const Record& record_;
  const Story& story_;
  const Cause& cause_;
  std::size_t at_;
};

} // namespace

bool Futures::alike_before() const {
  return fork <= std::min(own.size(), other.size()) &&
         std::equal(own.begin(), own.begin() + static_cast<std::ptrdiff_t>(fork), other.begin(), is_same_turn);
}

namespace {

void find_fork(Futures& futures) {
  while (futures.fork < std::min(futures.own.size(), futures.other.size()) &&
         is_same_turn(futures.own[futures.fork], futures.other[futures.fork]))
    ++futures.fork;
}

// An attempt that was left at once ends with a turn in which nobody did anything: there is no other act to tell of.
bool acts_at(const Future& run, std::size_t fork) { return fork < run.size() && run[fork].act.has_value(); }

} // namespace

std::optional<Futures> futures_between(const session::Prepared& prepared, const Record& before, const Record& now) {
  const auto one = story_of(prepared, before), other = story_of(prepared, now);
  if (!one || !other) return std::nullopt;
  Futures futures{played(before, *one), played(now, *other), 0, {}, true};
  find_fork(futures);
  const bool differ = acts_at(futures.own, futures.fork) && acts_at(futures.other, futures.fork);
  return differ ? std::optional(std::move(futures)) : std::nullopt;
}

std::optional<Futures> futures_of(const session::Prepared& prepared, const Record& record, const Cause* cause) {
  const auto story = story_of(prepared, record);
  if (!story) return std::nullopt;
  Futures futures{played(record, *story), {}, 0, cause ? *cause : Cause{}, false};
  Future after = cause ? OtherWay(prepared, record, *story, *cause).turns() : Future();
  if (after.empty()) return futures;
  futures.other.assign(futures.own.begin(), futures.own.begin() + 1 + static_cast<std::ptrdiff_t>(act_with(record, cause->turn)));
  futures.other.insert(futures.other.end(), std::make_move_iterator(after.begin()), std::make_move_iterator(after.end()));
  find_fork(futures);
  if (!acts_at(futures.own, futures.fork)) futures.other.clear();
  return futures;
}

base::Seconds begun_at(const Future& future, std::size_t turn) { return turn == 0 ? 0 : future[turn - 1].after.world.now; }

session::Attempt state_at(const session::Prepared& prepared, const Future& future, base::Seconds at) {
  std::size_t last = 0;
  while (last + 1 < future.size() && future[last].after.world.now < at && future[last + 1].after.world.now <= at)
    ++last;
  session::Attempt state = future[last].after;
  const bool waits = last + 1 < future.size() && (!future[last + 1].act || future[last + 1].act->kind == session::Action::Kind::wait);
  model::FactList unheard;
  if (waits && state.world.now < at) session::pass_time(prepared, state, at - state.world.now, unheard);
  return state;
}

} // namespace firsthand::causes
