// The nearest act before the mishap first; at each, left out before done earlier before another one.
#include "engine/causes/search.h"

#include <algorithm>

namespace firsthand::causes {

using judging::Verdict;

// ---- what counts as better

bool Search::averted(const Question& question, const Outcome& outcome) const {
  if (!outcome.through) return false;
  return is_loss(question) ? outcome.fate[question.index] < story_.outcome.fate[question.index]
                           : outcome.verdict[question.index] != Verdict::broken;
}

// A rule that asks for something is kept by doing it, not by never coming to where it asks. What is only sealed instead of lost is
// better off, and no more.
bool Search::kept(const Question& question, const Outcome& outcome) const {
  if (is_loss(question)) return outcome.fate[question.index] <= session::Fate::reachable;
  return outcome.verdict[question.index] == Verdict::kept;
}

// Nothing graver came instead. `as_grave`: nor anything as grave.
bool Search::is_no_worse(const Question& question, const Outcome& outcome, bool as_grave) const {
  for (std::size_t i = 0; i < items_.size(); ++i) {
    if (outcome.fate[i] <= story_.outcome.fate[i]) continue;
    if (!is_loss(question) || items_[i].value >= items_[question.index].value) return false;
  }
  const model::Severity limit = is_loss(question) ? (as_grave ? model::Severity::major : model::Severity::fatal) : severity(question.index);
  for (std::size_t i = 0; i < judgements_.size(); ++i) {
    if (outcome.verdict[i] != Verdict::broken || judgements_[i].verdict == Verdict::broken) continue;
    if (severity(i) < limit || (severity(i) == limit && (as_grave || is_loss(question)))) return false;
  }
  return true;
}

// A rule that the learner broke asks for it, and it is about the thing that was lost.
bool Search::speaks_for_it(const Question& question, const Outcome& outcome) const {
  if (!is_loss(question)) return true;
  for (std::size_t i = 0; i < judgements_.size(); ++i) {
    if (judgements_[i].verdict != Verdict::broken || outcome.verdict[i] == Verdict::broken) continue;
    const auto& about = judgements_[i].entities;
    if (about.empty() || std::find(about.begin(), about.end(), items_[question.index].entity) != about.end()) return true;
  }
  return false;
}

const std::vector<OtherWorld>& Search::worlds() {
  if (!worlds_) worlds_ = other_worlds(prepared_, record_, story_);
  return *worlds_;
}

bool Search::another_draw_averts(const Question& question) {
  return std::any_of(worlds().begin(), worlds().end(), [&](const OtherWorld& world) { return averted(question, world.story.outcome); });
}

// Up to then everything looked as in a world in which the same acts do no harm: nothing that was seen spoke for another. A look
// that was offered by then and tells the two apart could have been taken.
bool Search::could_be_foreseen(const Question& question, std::size_t at, std::optional<session::Action>& look) {
  for (const OtherWorld& world : worlds()) {
    if (world.same_until < at || !averted(question, world.story.outcome)) continue;
    look = telling_look(prepared_, story_, world, at);
    if (!look) return false;
  }
  return true;
}

// What was left undone is explained by what would have done it, not by what only shifts the time. (What must stand when the scene is left
// is done whenever it comes about.)
bool Search::is_beside_the_point(const Question& question, const Option& option, const Outcome& outcome) const {
  if (is_loss(question)) return false;
  const model::Rule& rule = prepared_.rule_set.doctrine().rules[judgements_[question.index].rule];
  if (!rule.must || option.change == Change::left_out) return rule.must.has_value();
  return !(rule.by_leaving && rule.must->is_state()) && outcome.at_once[question.index] != Verdict::kept;
}

// The act itself does nothing for it: as much time would have, or the time that it took is all that it did. What waits says so itself.
bool Search::is_merely_time(const Question& question, const Option& option) {
  if (option.act.kind == session::Action::Kind::wait) return false;
  if (!is_loss(question) && prepared_.rule_set.doctrine().rules[judgements_[question.index].rule].must) return false;
  const bool averts = averted(question, options_.time_in_its_place(option));
  return option.change == Change::left_out ? !averts : averts;
}

// How much of what the same thing held is better off as well: of two ways the one that saves more.
int Search::saved(const Question& question, const Option& option) {
  if (!is_loss(question)) return 0;
  const Outcome& outcome = options_.outcome_of(option);
  int all = 0;
  for (std::size_t i = 0; i < items_.size(); ++i)
    if (items_[i].entity == items_[question.index].entity && outcome.fate[i] < story_.outcome.fate[i]) all += items_[i].value;
  return all;
}

// 0: as good as it can be. What only moves the time comes last, before it what could not be foreseen, before that what keeps a rule only by
// not coming to where it asks, before that what trades one thing for another, or is beside the point.
std::optional<int> Search::grade(const Question& question, const Option& option, std::optional<session::Action>& look) {
  const Outcome& outcome = options_.outcome_of(option);
  if (!averted(question, outcome) || !is_no_worse(question, outcome, false)) return std::nullopt;
  const int traded = is_no_worse(question, outcome, true) && !is_beside_the_point(question, option, outcome) ? 0 : 1;
  const int avoided = kept(question, outcome) ? 0 : only_avoided;
  const bool foreseen = speaks_for_it(question, outcome) || could_be_foreseen(question, option.at, look);
  return traded + avoided + (foreseen ? 0 : not_foreseen) + (is_merely_time(question, option) ? merely_time : 0);
}

// ---- the search

std::optional<Search::WayOut> Search::best_change(const Question& question, bool& exhausted) {
  std::optional<WayOut> best;
  for (std::size_t at = question.last + 1; at-- > 0 && !(best && best->grade == 0);)
    for (const Option& option : options_.before(at)) {
      if (is_loss(question) && !options_.touches_the_scene(option.act)) continue;
      if (options_.replays() >= bound_.replays) {
        exhausted = false;
        return best;
      }
      std::optional<session::Action> look;
      const auto found = grade(question, option, look);
      if (!found || (best && best->grade < *found)) continue;
      if (best && best->grade == *found && (best->option.at != at || saved(question, best->option) >= saved(question, option))) continue;
      best = WayOut{option, *found, look};
    }
  return best;
}

std::vector<Mishap> Search::averts(const Outcome& outcome) const {
  std::vector<Mishap> all;
  for (std::size_t i = 0; i < items_.size(); ++i)
    if (outcome.fate[i] < story_.outcome.fate[i]) all.push_back({Mishap::Kind::loss, items_[i].entity, items_[i].item, 0, {}});
  for (std::size_t i = 0; i < judgements_.size(); ++i)
    if (judgements_[i].verdict == Verdict::broken && outcome.verdict[i] != Verdict::broken) all.push_back(mishap_of_rule(i));
  return all;
}

// ---- since when, and until when

// The act put in before that turn of the record; null: it was not offered then, or is what was done.
const Option* Search::same_before(std::size_t at, const session::Action& act) {
  const std::vector<Option>& list = options_.before(at);
  const auto same =
      std::find_if(list.begin(), list.end(), [&](const Option& each) { return each.change != Change::left_out && each.act == act; });
  return same == list.end() ? nullptr : &*same;
}

// Back to the first turn since which the same act, put in before any of them, would have averted it without doing worse.
base::Seconds Search::possible_from(const Question& question, const WayOut& way) {
  std::size_t from = way.option.at;
  while (way.option.change != Change::left_out && from > 0 && options_.replays() < bound_.replays) {
    const Option* same = same_before(from - 1, way.option.act);
    std::optional<session::Action> look;
    const auto found = same ? grade(question, *same, look) : std::nullopt;
    if (!found || *found > way.grade) break;
    --from;
  }
  return story_.before[from].world.now;
}

// It averts it as well as the way that was found, whatever else there is to say for that.
bool Search::helps(const Question& question, const WayOut& way, const Outcome& outcome) const {
  if (!averted(question, outcome) || !is_no_worse(question, outcome, false)) return false;
  return kept(question, outcome) || (way.grade & only_avoided) != 0;
}

// What was done in that turn ended it, where nobody doing anything in the same time would not have; else the last second that was in time.
template<class Helps> void Search::tell_end(std::size_t at, Helps helps_after, Cause& cause) {
  const base::Seconds begun = story_.before[at].world.now;
  const bool waited = record_.acts[at].action.kind == session::Action::Kind::wait;
  base::Seconds in_time = 0, too_late = options_.took(at);
  if (helps_after(too_late)) {
    cause.until = begun + (waited ? too_late : 0);
    if (!waited) cause.ended_by = record_.acts[at].action;
    return;
  }
  constexpr base::Seconds parts = 16; // what is too late may be in time again a little later: the last time counts
  const base::Seconds whole = too_late;
  for (base::Seconds part = parts - 1; part > 0 && in_time == 0; --part)
    if (const base::Seconds some = whole * part / parts; some > 0 && helps_after(some))
      in_time = some, too_late = std::min(whole, whole * (part + 1) / parts);
  while (too_late - in_time > 1) {
    const base::Seconds middle = in_time + (too_late - in_time) / 2;
    (helps_after(middle) ? in_time : too_late) = middle;
  }
  cause.until = begun + in_time;
}

// The turn that is named is the last one of the best of all ways; the act itself may have done a while longer.
void Search::tell_until(const Question& question, const WayOut& way, Cause& cause) {
  if (way.option.change == Change::left_out) return;
  Option last = way.option;
  while (last.at < question.last && options_.replays() < bound_.replays) {
    const Option* later = same_before(last.at + 1, last.act);
    if (!later || !helps(question, way, options_.outcome_of(*later))) break;
    last = *later;
  }
  tell_end(
      last.at, [&](base::Seconds time) { return helps(question, way, options_.after_time(last, time)); }, cause);
}

void Search::tell(const Question& question, const WayOut& way, Cause& cause) {
  const Outcome& outcome = options_.outcome_of(way.option);
  cause.answer = (way.grade & not_foreseen) != 0 ? Answer::unforeseen : Answer::this_act;
  cause.change = way.option.change, cause.act = way.option.act;
  cause.turn = record_.acts[way.option.at].turn;
  cause.at = story_.before[way.option.at].world.now;
  cause.from = possible_from(question, way);
  tell_until(question, way, cause);
  if (way.option.moved != nowhere) cause.done_in = record_.acts[way.option.moved].turn;
  cause.refused = outcome.refused;
  cause.averts = averts(outcome);
  cause.look = way.look;
}

bool Search::does(const Question& question, const Outcome& outcome, bool even_avoided) const {
  return averted(question, outcome) && (even_avoided || kept(question, outcome));
}

// Of the way from there on what time alone cannot stand for, the last act first: what only made a later one possible is needed with it.
// An answer without which nothing goes on is not it.
std::vector<session::Action> Search::needed(const Question& question, std::size_t at, Way way, bool even_avoided) {
  using Kind = session::Action::Kind;
  std::vector<session::Action> needs;
  const std::vector<base::Seconds> times = options_.times_of(at, way);
  way.passes.assign(way.acts.size(), base::never);
  for (std::size_t i = way.acts.size(); i-- > 0;) {
    if (way.steps[i] < story_.before[at].step || (way.acts[i].kind != Kind::act && way.acts[i].kind != Kind::task)) continue;
    if (options_.replays() >= bound_.replays) return {};
    way.passes[i] = times[i];
    const Outcome outcome = options_.way_from(at, way);
    if (does(question, outcome, even_avoided)) continue;
    way.passes[i] = base::never;
    if (outcome.through) needs.insert(needs.begin(), way.acts[i]);
  }
  return needs;
}

// Had nobody done anything in that time, it would not have come to it.
Part Search::part_of(const Question& question, std::size_t at) {
  using Kind = session::Action::Kind;
  const Kind kind = record_.acts[at].action.kind;
  if ((kind != Kind::act && kind != Kind::task) || at >= question.last + 1 || question.last >= record_.acts.size()) return Part::none;
  const Outcome outcome = options_.without_deed(at, question.last), then = outcome_of(prepared_, story_.before[question.last + 1]);
  if (!outcome.through) return Part::none;
  if (!is_loss(question))
    return then.verdict[question.index] == Verdict::broken && outcome.verdict[question.index] != Verdict::broken ? Part::deed : Part::none;
  return then.fate[question.index] >= session::Fate::out_of_reach && outcome.fate[question.index] < then.fate[question.index] ? Part::deed
                                                                                                                              : Part::none;
}

// The last moment at which a way that is known to be good still averted it. `even_avoided`: whichever way that is.
bool Search::by_the_good_way(const Question& question, const Way& way, bool even_avoided, Cause& cause) {
  for (std::size_t at = question.last + 1; !way.acts.empty() && at-- > 0;) {
    const Outcome outcome = options_.way_from(at, way);
    if (!does(question, outcome, even_avoided)) continue;
    cause.answer = Answer::this_act, cause.change = Change::good_way;
    cause.act = record_.acts[at].action, cause.turn = record_.acts[at].turn;
    cause.at = story_.before[at].world.now;
    cause.averts = averts(outcome);
    cause.part = part_of(question, at);
    cause.needs = needed(question, at, way, even_avoided);
    tell_end(
        at, [&](base::Seconds time) { return does(question, options_.way_from(at, way, time), even_avoided); }, cause);
    return true;
  }
  return false;
}

// It took more than one act, and chance would have spoilt the good way as well, had nothing been put in.
bool Search::by_the_mended_way(const Question& question, Cause& cause) {
  if (!is_loss(question) || options_.replays() >= bound_.replays) return false;
  if (mended_.find(question.index) == mended_.end()) mended_[question.index] = options_.mended_way(question.index);
  return by_the_good_way(question, mended_[question.index], true, cause);
}

// What only makes it less bad does where it was bad already before the deed that is asked about.
bool Search::is_settled(const Question& question, const WayOut& way) const {
  return way.grade < only_avoided || (question.twice && way.grade < not_foreseen && way.option.at == question.last);
}

Cause Search::answer(const Question& question) {
  Cause cause;
  cause.of = question.of;
  bool exhausted = true;
  const auto way = best_change(question, exhausted);
  if (!(way && is_settled(question, *way)) && by_the_good_way(question, options_.good_way(), !way, cause)) return cause;
  if (way)
    tell(question, *way, cause);
  else if (exhausted && another_draw_averts(question))
    cause.answer = Answer::chance;
  else
    (void)by_the_mended_way(question, cause);
  return cause;
}

} // namespace firsthand::causes
