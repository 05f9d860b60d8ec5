// The two futures in words: which act decided it, what depended on it, how both ended. From the replay alone: what it does not show is not
// said. Pure.
#include "engine/screens/debrief/words.h"

#include <fmt/format.h>

#include <algorithm>

namespace firsthand::screens::debrief {

namespace {

using causes::Answer;
using causes::Change;
using causes::Mishap;
using session::Fate;

const session::Action& own_act(const causes::Futures& futures) { return *futures.own[futures.fork].act; }

std::string sentence_of(const Teller& t, const causes::Futures& futures) {
  if (futures.of_branch)
    return t.tr("This time {now}; the time before {before}.",
                {{"now", deed_words(t, *futures.other[futures.fork].act)}, {"before", deed_words(t, own_act(futures))}});
  const std::string deed = deed_words(t, own_act(futures));
  const content::Fill fill{{"time", t.clock(causes::begun_at(futures.own, futures.fork))}, {"deed", deed}};
  switch (futures.cause.change) {
  case Change::left_out:
    return t.tr("One act decided it: {deed} at {time}.", fill);
  case Change::earlier:
    return t.tr("One act decided it: {deed} before {later}.", {{"deed", deed}, {"later", deed_words(t, futures.cause.act)}});
  case Change::another:
    return t.tr("One act was missing at {time}: {act}.", {fill.front(), {"act", act_words(t, futures.cause.act)}});
  case Change::good_way:
    break;
  }
  const std::string remedy = remedy_words(t, futures.cause);
  const content::Fill until{{"time", t.clock(futures.cause.until)}, {"deed", deed}, {"acts", remedy}};
  if (!remedy.empty()) return t.tr("A good way was open until {time}: {acts}.", until);
  return futures.cause.ended_by ? t.tr("A good way was open until {time}. Then {deed}.", until)
                                : t.tr("A good way was open until {time}.", until);
}

std::string other_title(const Teller& t, const causes::Futures& futures) {
  if (futures.of_branch) return t.tr("This time");
  const model::Verb* verb = report::verb_of(t.source.timeline.prepared, futures.cause.act.entity, futures.cause.act.verb);
  const std::string detail = t.detail(report::detail_of(t.source.timeline, futures.cause.act));
  const content::Fill act{{"act", verb ? act_with("“" + t.say(verb->label) + "”", detail) : act_words(t, futures.cause.act)}};
  if (futures.cause.change == Change::left_out) return t.tr("Without {act}", act);
  if (futures.cause.change == Change::earlier) return t.tr("{act} first", act);
  if (futures.cause.change == Change::another) return t.tr("With {act}", act);
  return t.tr("The good way from {time}", {{"time", t.clock(causes::begun_at(futures.own, futures.fork))}});
}

// ---- what became of it

struct ItemThere {
  model::Symbol entity;
  const model::Holding* holding;
  Fate own, other;
  bool found_own = true, found_other = true;
};

bool was_found_in(const Teller& t, const causes::Future& run, model::Symbol entity) {
  for (const causes::FutureTurn& turn : run)
    for (const model::Fact& fact : turn.facts)
      if (fact.kind == model::FactKind::seen && fact.entity == entity &&
          report::cue_words(t.source.timeline.prepared, entity, fact.name, fact.to))
        return true;
  return false;
}

std::vector<ItemThere> items_of(const Teller& t, const causes::Futures& futures) {
  const session::Prepared& prepared = t.source.timeline.prepared;
  const auto own = prepared.scene.items(futures.own.back().after.world);
  const causes::Future& other_run = futures.other.empty() ? futures.own : futures.other;
  const auto other = prepared.scene.items(other_run.back().after.world);
  std::vector<ItemThere> all;
  for (std::size_t i = 0; i < own.size(); ++i)
    if (const model::EntityUse* use = report::entity_of(prepared, own[i].entity))
      for (const model::Holding& holding : use->holds)
        if (holding.id == prepared.symbols.word(own[i].item))
          all.push_back({own[i].entity, &holding, session::fate_of(own[i]), session::fate_of(other[i]),
                         was_found_in(t, futures.own, own[i].entity), was_found_in(t, other_run, own[i].entity)});
  return all;
}

DebriefTag fate_tag_of(const Teller& t, Fate fate, const std::string& names) {
  const auto tag = [&](const std::string& word, const char* icon, Meaning meaning) {
    return DebriefTag{fmt::format("{}: {}", word, names), icon, meaning};
  };
  if (fate == Fate::saved) return tag(t.tr("Saved"), "check", Meaning::ok);
  if (fate == Fate::reachable) return tag(t.tr("Not secured"), "triangle", Meaning::warn);
  return fate == Fate::out_of_reach ? tag(t.tr("Out of reach"), "padlock", Meaning::warn) : tag(t.tr("Lost"), "cross", Meaning::loss);
}

// What is worst first; `other`: of the other run.
std::vector<DebriefTag> fate_tags(const Teller& t, const std::vector<ItemThere>& items, bool other) {
  std::vector<DebriefTag> tags;
  for (const Fate fate : {Fate::lost, Fate::out_of_reach, Fate::reachable, Fate::saved}) {
    std::vector<std::string> names, never_found;
    for (const ItemThere& item : items) {
      if ((other ? item.other : item.own) != fate) continue;
      const bool found = other ? item.found_other : item.found_own;
      (fate == Fate::reachable && !found ? never_found : names).push_back(t.say(item.holding->name));
    }
    if (!never_found.empty())
      tags.push_back({fmt::format("{}: {}", t.tr("Not found"), joined(never_found, ", ")), "search", Meaning::warn});
    if (!names.empty()) tags.push_back(fate_tag_of(t, fate, joined(names, ", ")));
  }
  return tags;
}

const model::Rule& rule_of(const Teller& t, const Mishap& mishap) {
  return t.source.timeline.prepared.rule_set.doctrine().rules[mishap.rule];
}

bool is_kept(const Teller& t, const causes::Futures& futures, const Mishap& mishap) {
  for (const judging::Judgement& judged : t.source.timeline.prepared.rule_set.judgements(futures.other.back().after.judgements))
    if (judged.rule == mishap.rule && judged.entities == mishap.entities) return judged.verdict == judging::Verdict::kept;
  return false;
}

void tell_rule(const Teller& t, const causes::Futures& futures, DebriefFutures& told) {
  const content::Fill rule{{"rule", t.say(rule_of(t, futures.cause.of).title)}};
  told.own.outcomes = {{t.tr("Broken: {rule}", rule), "cross", Meaning::loss}};
  told.other.outcomes = {
      {is_kept(t, futures, futures.cause.of) ? t.tr("Kept: {rule}", rule) : t.tr("Not broken: {rule}", rule), "check", Meaning::ok}};
}

DebriefTag verdict_of(const Teller& t, const session::Attempt& end) {
  const content::Fill points{{"n", std::to_string(session::score(t.source.timeline.prepared, end).per_mille / 10)}};
  return end.ending == session::Ending::passed ? DebriefTag{t.tr("Passed, {n} of 100 points", points), "check", Meaning::ok}
                                               : DebriefTag{t.tr("Not passed, {n} of 100 points", points), "cross", Meaning::loss};
}

void tell_outcomes(const Teller& t, const causes::Futures& futures, DebriefFutures& told) {
  std::vector<ItemThere> items = items_of(t, futures), differ;
  if (!told.two) {
    told.own.outcomes = fate_tags(t, items, false);
    return;
  }
  for (const ItemThere& item : items)
    if (item.own != item.other) differ.push_back(item);
  told.own.outcomes = fate_tags(t, differ, false), told.other.outcomes = fate_tags(t, differ, true);
  if (!differ.empty()) return;
  if (!futures.of_branch) return tell_rule(t, futures, told);
  told.own.outcomes = {verdict_of(t, futures.own.back().after)}, told.other.outcomes = {verdict_of(t, futures.other.back().after)};
}

std::string names_with(const Teller& t, const std::vector<ItemThere>& items, const std::function<bool(const ItemThere&)>& which) {
  std::vector<std::string> names;
  for (const ItemThere& item : items)
    if (which(item)) names.push_back(t.say(item.holding->name));
  return joined(names, ", ");
}

std::string depends_of(const Teller& t, const causes::Futures& futures) {
  const std::vector<ItemThere> items = items_of(t, futures);
  const std::string differ = names_with(t, items, [](const ItemThere& item) { return item.other < item.own; });
  const std::string neither = names_with(t, items, [](const ItemThere& item) { return item.own == item.other && item.own != Fate::saved; });
  std::vector<std::string> all{t.tr("Chance was the same in both.")};
  if (!differ.empty())
    all.push_back(futures.of_branch ? t.tr("Better off this time: {names}.", {{"names", differ}})
                                    : t.tr("On this depended: {names}.", {{"names", differ}}));
  if (differ.empty() && !futures.of_branch)
    all.push_back(t.tr("On this depended the rule: {rule}.", {{"rule", t.say(rule_of(t, futures.cause.of).title)}}));
  if (!neither.empty()) all.push_back(t.tr("Saved in neither: {names}.", {{"names", neither}}));
  if (futures.cause.answer == Answer::unforeseen) all.push_back(t.tr("Nothing that could be seen by then spoke for it."));
  return joined(all, " ");
}

// ---- one lane

bool was_flawless(const Teller& t) { return t.source.debrief.broken.empty() && !t.source.debrief.headline; }

std::string sentence_of_one(const Teller& t) {
  if (was_flawless(t)) return t.tr("Nothing was lost and no rule was broken: there is no better future to show.");
  if (t.source.causes_come || t.source.futures_come) return t.tr("Which act decided it is being worked out.");
  if (!t.source.futures) return t.tr("This attempt was made under other rules: its other futures are not known.");
  return t.tr("None of the ways that were tried ends better with the same chance.");
}

} // namespace

// ---- the page

namespace {

// Since when the own run is not as good: what is worse off there was lost or sealed then; else from the fork on.
base::Seconds spoilt_at(const Teller& t, const causes::Futures& futures) {
  const session::Prepared& prepared = t.source.timeline.prepared;
  const std::vector<ItemThere> items = items_of(t, futures);
  const auto is_worse = [&](const model::Fact& fact) {
    return std::any_of(items.begin(), items.end(), [&](const ItemThere& item) {
      return item.other < item.own && item.entity == fact.entity && item.holding->id == prepared.symbols.word(fact.name);
    });
  };
  for (std::size_t turn = futures.fork; turn < futures.own.size(); ++turn)
    for (const model::Fact& fact : futures.own[turn].facts)
      if ((fact.kind == model::FactKind::lost || fact.kind == model::FactKind::sealed) && is_worse(fact)) return fact.at;
  return causes::begun_at(futures.own, futures.fork);
}

// Which mark shows what it is about: the loss, else the act that differs, else the last act.
std::size_t first_shown(const DebriefFutures& told, base::Seconds loss_at) {
  std::size_t shown = told.marks() - (told.marks() > 0 ? 1 : 0);
  for (std::size_t i = 0; i < told.marks() && !told.is_other(i); ++i) {
    if (told.mark(i).kind == FutureMark::Kind::loss && (loss_at == base::never || told.mark(i).at == loss_at)) return i;
    if (told.mark(i).differs) shown = i;
  }
  return shown;
}

// What is written or answered is no act of the scene, and stands there only where it made the difference.
void mark_the_difference(const Teller& t, const causes::Future& run, std::size_t fork, std::vector<FutureMark>& marks) {
  const auto is_it = [fork](const FutureMark& mark) { return mark.kind == FutureMark::Kind::act && mark.turn == fork; };
  if (std::none_of(marks.begin(), marks.end(), is_it) && run[fork].act) {
    const base::Seconds at = causes::begun_at(run, fork);
    const std::string time = t.clock(at), what = act_words(t, *run[fork].act);
    const base::Seconds end = run[fork].after.world.now;
    marks.insert(marks.begin(), {FutureMark::Kind::act, fork, at, end, time, what, fmt::format("{} {}", time, what), true});
  }
  for (FutureMark& mark : marks)
    mark.differs = is_it(mark);
}

void tell_two(const Teller& t, const causes::Futures& futures, DebriefFutures& told) {
  told.sentence = sentence_of(t, futures), told.depends = depends_of(t, futures);
  told.other.title = other_title(t, futures);
  told.fork_at = causes::begun_at(futures.own, futures.fork);
  if (futures.of_branch) told.own.title = t.tr("The time before");
  if (!futures.of_branch) told.back = way_back(t, std::max(0, futures.own[futures.fork].turn - 1));
  told.own.spoilt_at = spoilt_at(t, futures);
  told.before = future_marks(t, futures.own, 0, futures.fork);
  told.own.marks = future_marks(t, futures.own, futures.fork, futures.own.size());
  told.other.marks = future_marks(t, futures.other, futures.fork, futures.other.size());
  mark_the_difference(t, futures.own, futures.fork, told.own.marks);
  if (futures.of_branch || futures.cause.change != Change::left_out) mark_the_difference(t, futures.other, futures.fork, told.other.marks);
}

} // namespace

namespace {

std::vector<BusyTime> busy_times(const causes::Future& run, std::size_t from, std::size_t to) {
  std::vector<BusyTime> busy;
  for (std::size_t turn = from; turn < std::min(to, run.size()); ++turn)
    if (const auto time = busy_time(run[turn].act, run[turn].facts)) busy.push_back(*time);
  return busy;
}

} // namespace

void tell_futures(const Teller& t, DebriefState& state) {
  DebriefFutures& told = state.futures;
  const causes::Futures* futures = t.source.futures;
  const bool over = t.source.debrief.ending != session::Ending::open;
  told.offered = over && t.source.debrief.mode == session::Mode::practice && !is_cut_short(t) && !was_flawless(t);
  told.clock = t.clock(), told.own.title = t.tr("Your run");
  told.two = futures && !futures->other.empty();
  if (told.two)
    tell_two(t, *futures, told);
  else
    told.sentence = sentence_of_one(t);
  if (!futures) return;
  if (!told.two) told.before = future_marks(t, futures->own, 0, futures->own.size());
  const std::size_t fork = told.two ? futures->fork : futures->own.size();
  told.busy = {busy_times(futures->own, 0, fork), busy_times(futures->own, fork, futures->own.size()),
               busy_times(futures->other, fork, futures->other.size())};
  tell_outcomes(t, *futures, told);
  told.first_shown = first_shown(told, told.two ? told.own.spoilt_at : base::never);
}

} // namespace firsthand::screens::debrief

namespace firsthand::screens {

const FutureMark& DebriefFutures::mark(std::size_t index) const {
  if (index < before.size()) return before[index];
  if (!is_other(index)) return own.marks[index - before.size()];
  return other.marks[index - before.size() - own.marks.size()];
}

std::size_t DebriefFutures::shown(const FutureMemory& memory) const {
  return memory.chosen >= 0 && static_cast<std::size_t>(memory.chosen) < marks() ? static_cast<std::size_t>(memory.chosen) : first_shown;
}

const causes::Cause* debrief_cause(const report::AttemptTimeline& timeline, const report::Debrief& debrief, const causes::Causes& causes) {
  return debrief::Explaining{timeline, debrief, &causes}.main_cause();
}

} // namespace firsthand::screens
