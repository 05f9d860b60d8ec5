// What the page of the two futures claims, held against the sealed lines and against the attempt run again in the plainest way: which act
// decided it, where the two part, what depended on it, how both ended, what happened in each and when.
#pragma once

#include "engine/causes/futures.h"
#include "tests/screens/claims.h"

namespace firsthand::claims {

class FutureClaims : private Checker {
 public:
  FutureClaims(const Tale& tale, const screens::DebriefState& state, const causes::Futures& futures)
      : Checker(tale, state), told(state.futures), runs(futures) {}

  std::vector<std::string> contradictions() {
    told.two ? two() : one();
    marks(told.before, runs.own), marks(told.own.marks, runs.own), marks(told.other.marks, runs.other);
    return found;
  }

 private:
  // ---- one lane

  void one() {
    const auto items = t.p.scene.items(t.end().world);
    const bool all_saved =
        std::all_of(items.begin(), items.end(), [](const auto& item) { return session::fate_of(item) == session::Fate::saved; });
    const bool unbroken =
        std::none_of(judged.begin(), judged.end(), [](const auto& each) { return each.verdict == judging::Verdict::broken; });
    check(told.other.marks.empty() && told.other.outcomes.empty() && told.depends.empty(), "one lane shows two");
    if (told.sentence.starts_with("Nothing was lost and no rule was broken")) return check(all_saved && unbroken, told.sentence);
    check(told.sentence == "None of the ways that were tried ends better with the same chance.", "no row for: " + told.sentence);
    for (std::size_t i = 0; i < t.acts() && !headline().items.empty(); ++i)
      check(!averted_by(t.good, {i, 0}, headline()), told.sentence);
    outcomes(told.own, t.end());
  }

  // ---- two

  void two() {
    const Subject about = what_depended();
    check(!about.items.empty() || !about.monitors.empty(), "nothing depended: " + told.depends);
    const auto again = other_run(about);
    if (!again) return check(false, "the replay shows another end: " + told.sentence);
    parts_where_it_says();
    for (const std::size_t item : about.items)
      check(fate(again->now, item) < fate(t.end(), item), told.depends);
    for (std::size_t i = 0; i < about.monitors.size(); ++i)
      check(averted(*again, {{}, {about.monitors[i]}, {}}), told.depends);
    outcomes(told.own, t.end()), outcomes(told.other, again->now);
    saved_in_neither(again->now);
  }

  session::Fate fate(const session::Attempt& end, std::size_t item) const { return session::fate_of(t.p.scene.items(end.world)[item]); }

  std::vector<std::size_t> items_named(const std::string& names) const {
    std::vector<std::size_t> all;
    const auto items = t.p.scene.items(t.end().world);
    for (std::size_t i = 0; i < items.size(); ++i)
      for (const model::Holding& holding : t.p.scenario.entity(t.p.symbols.word(items[i].entity))->holds)
        if (holding.id == t.p.symbols.word(items[i].item) &&
            (", " + names + ",").find(", " + holding.name.source + ",") != std::string::npos)
          all.push_back(i);
    return all;
  }
  std::string part_of(const std::string& pattern) const {
    Match m;
    return std::regex_search(told.depends, m, std::regex(pattern)) ? m[1].str() : std::string();
  }
  Subject what_depended() const {
    check_chance();
    if (const std::string names = part_of("On this depended: (.+?)\\.(?= |$)"); !names.empty()) return {items_named(names), {}, {}};
    return {{}, monitors(part_of("On this depended the rule: (.+?)\\.(?= |$)"), judging::Verdict::broken), {}};
  }
  void check_chance() const { REQUIRE(told.depends.starts_with("Chance was the same in both.")); }

  // Until when is told of what page one is about; of less grave things that depended on it as well it may have been longer.
  Subject told_of(const Subject& about) const { return s.headline.empty() ? about : headline(); }
  // The run with that change that averts it; nothing: none does.
  std::optional<Again> other_run(const Subject& about) const {
    static const std::string time = "((?:day \\d+, )?\\d\\d:\\d\\d(?::\\d\\d)?)";
    Match m;
    const auto says = [&](const std::string& form) { return std::regex_match(told.sentence, m, std::regex(form)); };
    if (says("One act was missing at " + time + ": (.+)\\.")) return with_act(m[1], m[2], {}, about);
    if (says("One act decided it: (you .+) before (you .+)\\.")) return with_act({}, act_of(m[2]), act_of(m[1]), about);
    if (says("One act decided it: (you .+) at " + time + "\\.")) return without_act(m[2], act_of(m[1]), about);
    if (says("A good way was open until " + time + "\\. Then (you .+)\\."))
      return until(m[1], "", act_of(m[2]), told_of(about)) ? good_way(about) : std::nullopt;
    if (says("A good way was open until " + time + "\\.")) return until(m[1], "", "", told_of(about)) ? good_way(about) : std::nullopt;
    if (says("A good way was open until " + time + ": (.+)\\.")) {
      const bool there = clock(told.fork_at) == m[1]; // what ended it stands there
      const std::string deed = words(t.act(runs.fork - 1));
      return (there && until(m[1], m[2], deed, told_of(about))) || until(m[1], m[2], "", told_of(about)) ? good_way(about) : std::nullopt;
    }
    return std::nullopt;
  }
  bool is_there(std::size_t i, const std::string& time, const std::string& act) const {
    return (time.empty() || clock(t.before(i)) == time) && (act.empty() || words(t.act(i)) == act);
  }
  std::optional<Again> without_act(const std::string& time, const std::string& act, const Subject& about) const {
    for (std::size_t i = 0; i < t.acts(); ++i) {
      Again again(t, t.states[i]);
      if (!is_there(i, time, act)) continue;
      again.record(i + 1, {});
      if (is_shown(again, about)) return again;
    }
    return std::nullopt;
  }
  // `before`: what was done instead, and the act came later.
  std::optional<Again> with_act(const std::string& time, const std::string& act, const std::string& before, const Subject& about) const {
    for (std::size_t i = 0; i < t.acts(); ++i)
      for (const session::Action& offer : session::offers(t.p, t.states[i]).actions) {
        if (!is_there(i, time, before) || words(offer) != act) continue;
        std::set<std::size_t> moved;
        for (std::size_t j = i + 1; !before.empty() && j < t.acts() && moved.empty(); ++j)
          if (t.act(j) == offer) moved.insert(j);
        Again again(t, t.states[i]);
        if ((!before.empty() && moved.empty()) || !again.does(offer)) continue;
        again.record(i, moved);
        if (is_shown(again, about)) return again;
      }
    return std::nullopt;
  }
  // From where the two part.
  std::optional<Again> good_way(const Subject& about) const {
    if (runs.fork == 0 || runs.fork > t.acts()) return std::nullopt;
    Again again = way_from(t.good, {runs.fork - 1, 0});
    return is_shown(again, about) ? std::optional(again) : mended_way(runs.fork - 1, about);
  }
  std::optional<Again> mended_way(std::size_t from, const Subject& about) const {
    model::FactList unheard;
    session::Attempt guide = session::begin(t.p, t.start, unheard);
    for (std::size_t k = 0; k < t.good.size(); ++k) {
      for (const session::Action& offer : session::offers(t.p, guide).actions) {
        std::vector<session::Action> acts = t.good;
        acts.insert(acts.begin() + static_cast<std::ptrdiff_t>(k), offer);
        Again again(t, t.states[from]);
        again.go_another_way(acts);
        if (is_shown(again, about)) return again;
      }
      (void)session::advance(t.p, guide, t.good[k], guide.turn, unheard);
    }
    return std::nullopt;
  }

  // Up to the fork both stand as the record stood; there another thing is done.
  void parts_where_it_says() {
    const std::size_t fork = runs.fork;
    if (fork == 0 || fork >= runs.own.size() || fork >= runs.other.size()) return check(false, "the two do not part");
    for (std::size_t i = 0; i < fork; ++i)
      check(session::state_digest(t.p, runs.other[i].after) == session::state_digest(t.p, t.states[i]) &&
                runs.own[i].facts == runs.other[i].facts,
            "they differ before the fork");
    check(runs.own[fork].act == t.act(fork - 1), "the fork is no act of the record");
    check(runs.own[fork].act != runs.other[fork].act, "nothing differs at the fork");
    check(told.fork_at == t.before(fork - 1), "the fork is at another time");
    for (const screens::FutureMark& mark : told.own.marks)
      check(mark.turn >= fork && (!mark.differs || mark.turn == fork), "on the wrong side of the fork: " + mark.words);
  }
  // It averts it, and what is shown is its end. (Two bags may have one name: whichever is meant.)
  bool is_shown(const Again& again, const Subject& about) const {
    const session::Attempt& end = runs.other.back().after;
    for (std::size_t i = 0; i < t.p.scene.items(end.world).size(); ++i)
      if (fate(end, i) != fate(again.now, i)) return false;
    const auto here = t.p.rule_set.judgements(end.judgements), there = t.p.rule_set.judgements(again.now.judgements);
    for (std::size_t i = 0; i < here.size(); ++i)
      if (here[i].verdict != there[i].verdict) return false;
    return averted(again, about);
  }

  // ---- how it ended

  void outcomes(const screens::FutureRun& run, const session::Attempt& end) {
    check(!run.outcomes.empty(), "no outcome: " + run.title);
    for (const screens::DebriefTag& tag : run.outcomes)
      check(is_so(tag.label, end), run.title + ": " + tag.label);
  }
  bool is_so(const std::string& label, const session::Attempt& end) const {
    using Fate = session::Fate;
    const std::size_t colon = label.find(": ");
    const std::string word = label.substr(0, colon), of = label.substr(colon + 2);
    const std::map<std::string, Fate> fates{{"Lost", Fate::lost},
                                            {"Out of reach", Fate::out_of_reach},
                                            {"Not secured", Fate::reachable},
                                            {"Not found", Fate::reachable},
                                            {"Saved", Fate::saved}};
    if (const auto meant = fates.find(word); meant != fates.end()) {
      const auto items = items_named(of);
      return !items.empty() && std::all_of(items.begin(), items.end(), [&](std::size_t item) { return fate(end, item) == meant->second; });
    }
    const auto now = t.p.rule_set.judgements(end.judgements);
    const auto is = [&](const judging::Judgement& each) {
      const bool broken = each.verdict == judging::Verdict::broken, kept = each.verdict == judging::Verdict::kept;
      const bool meant = t.p.rule_set.doctrine().rules[each.rule].title.source == of;
      return meant && (word == "Broken" ? broken : word == "Kept" ? kept : word == "Not broken" && !broken);
    };
    return std::any_of(now.begin(), now.end(), is);
  }
  void saved_in_neither(const session::Attempt& other) {
    const std::string names = part_of("Saved in neither: (.+?)\\.(?= |$)");
    for (const std::size_t item : names.empty() ? std::vector<std::size_t>() : items_named(names))
      check(fate(other, item) != session::Fate::saved && fate(t.end(), item) != session::Fate::saved, "saved in neither: " + names);
  }

  // ---- what happened

  void marks(const std::vector<screens::FutureMark>& all, const causes::Future& run) {
    for (const screens::FutureMark& mark : all)
      check(mark.turn < run.size() && happens(mark, run[mark.turn]), "mark: " + mark.words);
  }
  std::string label_of(const model::Fact& begun, const causes::FutureTurn& turn) const {
    const std::string entity = t.p.symbols.word(begun.entity), id = t.p.symbols.word(begun.name);
    const model::Verb* of = verb(entity, id);
    const std::string more = detail(entity, id, t.p.symbols.word(begun.to), turn.act ? &*turn.act : nullptr, 1 << 30);
    return of ? put_before_stop(of->label.source, more) : "?";
  }
  bool happens(const screens::FutureMark& mark, const causes::FutureTurn& turn) const {
    using Kind = screens::FutureMark::Kind;
    if (mark.time != clock(mark.at) || !mark.words.starts_with(mark.time)) return false;
    for (const model::Fact& fact : turn.facts) {
      if (fact.at != mark.at) continue;
      const std::string thing = name(fact.entity);
      const bool done = fact.kind == model::FactKind::begun && mark.kind == Kind::act;
      if (done && mark.words.ends_with(label_of(fact, turn)) && mark.words.find(thing) != std::string::npos) return true;
      const bool gone = fact.kind == model::FactKind::lost || fact.kind == model::FactKind::sealed;
      if (mark.kind == Kind::loss && gone && mark.words.find(thing) != std::string::npos) return true;
      if (mark.kind == Kind::event && fact.kind == model::FactKind::seen && mark.words.find(thing) != std::string::npos) return true;
    }
    const bool waited = turn.act && turn.act->kind == session::Action::Kind::wait && mark.label.starts_with("Wait ");
    return mark.kind == Kind::act && turn.act && (waited || mark.words.ends_with(words(*turn.act)));
  }

  const screens::DebriefFutures& told;
  const causes::Futures& runs;
};

} // namespace firsthand::claims
