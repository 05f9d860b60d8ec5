// Finds sentences of a debrief that the sealed facts contradict. It knows no sentence by itself: each row of its table is a claim and what
// must be so for it. A sentence without a row is a contradiction too, so that nothing new is said unchecked.
#pragma once

#include "engine/screens/debrief/state.h"
#include "engine/screens/play/words.h"
#include "engine/session/evidence.h"
#include "tests/screens/claims_points.h"
#include "tests/screens/claims_praise.h"

#include <regex>

namespace firsthand::claims {

// What a sentence is about.
struct Subject {
  std::vector<std::size_t> items, monitors; // one of them is meant
  std::string time = {};                    // of the deed that was told just before
};

class Checker {
 public:
  Checker(const Tale& tale, const screens::DebriefState& state) : t(tale), s(state), judged(t.p.rule_set.judgements(t.end().judgements)) {}

  std::vector<std::string> contradictions() {
    page_one();
    for (const std::string& claim : false_points(t, s))
      check(false, claim);
    for (const screens::DebriefFinding& finding : s.findings)
      check_finding(finding);
    lists();
    for (const screens::DebriefMoment& moment : s.moments)
      check(happened(moment), "moment: " + moment.time + " " + moment.words);
    for (const screens::DebriefLuck& luck : s.luck)
      check(was_drawn(luck), "luck: " + luck.thing + " " + luck.words);
    return found;
  }
  int undecided = 0;

 protected:
  using Match = std::smatch;
  using Predicate = std::function<bool(const Match&, const Subject&)>;
  using Row = std::pair<std::string, Predicate>;

  void check(bool holds, const std::string& claim) {
    if (!holds) found.push_back(claim);
  }

  // ---- names, times, acts in words: the content's own, put together here anew

  std::string name(const std::string& id) const {
    const model::EntityUse* use = t.p.scenario.entity(id);
    return use ? use->name.source : std::string();
  }
  std::string name(model::Symbol id) const { return name(t.p.symbols.word(id)); }
  std::string clock(std::int64_t at) const {
    return screens::SceneClock{t.p.scenario.starts, "day {n}, {time}"}(static_cast<base::Seconds>(at));
  }
  const model::Verb* verb(const std::string& entity, const std::string& id) const {
    const model::EntityUse* use = t.p.scenario.entity(entity);
    if (!use) return nullptr;
    for (const model::Verb& each : t.p.scenario.model_of(*use).verbs)
      if (each.name == id) return &each;
    return nullptr;
  }
  static std::string with_stop(std::string words) {
    const bool open = !words.empty() && std::isalnum(static_cast<unsigned char>(words.back())) != 0;
    return open ? words + "." : words;
  }
  // What tells an act from others of its name: which of several things it was done with, and the line of the notebook that it names.
  bool is_one_of_several(const model::Verb& of, const std::string& entity) const {
    return std::count_if(t.p.scenario.entities.begin(), t.p.scenario.entities.end(), [&](const model::EntityUse& use) {
             const auto& traits = t.p.scenario.model_of(use).traits;
             return use.id != entity &&
                    std::find_first_of(traits.begin(), traits.end(), of.with_traits.begin(), of.with_traits.end()) != traits.end();
           }) > 1;
  }
  std::string numbers_read(const std::string& entity, const std::string& cue, int before) const {
    std::vector<std::int64_t> numbers;
    for (const Sealed& fact : t.facts())
      if (fact.kind == "seen" && fact.entity == entity && fact.name == cue && fact.turn > 0 && fact.turn < before &&
          std::find(numbers.begin(), numbers.end(), fact.amount) == numbers.end())
        numbers.push_back(fact.amount);
    std::string all;
    for (const std::int64_t number : numbers)
      all += (all.empty() ? "" : " / ") + std::to_string(number);
    return all.empty() ? "…" : all;
  }
  std::string line_named(const session::Action& action, int before) const {
    std::map<std::string, std::string> says;
    for (const auto& [key, value] : action.values)
      says[t.p.symbols.word(key)] = t.p.symbols.word(value);
    const model::EntityUse* use = t.p.scenario.entity(says["of"]);
    if (!use || says["note"].empty()) return {};
    std::string line;
    if (const model::Verb* of = verb(use->id, says["note"])) line = of->log.empty() ? of->label.source : of->log.source;
    if (const model::Verb* of = verb(use->id, says["note"]))
      for (const model::Answer& answer : of->answers)
        if (answer.name == says["is"]) line = answer.text.source;
    for (const model::Cue& cue : t.p.scenario.model_of(*use).cues)
      if (cue.name == says["note"]) line = cue.says.at(cue.reads.empty() ? says["is"] : "value").source;
    if (const std::size_t at = line.find("{value}"); at != std::string::npos)
      line.replace(at, 7, numbers_read(use->id, says["note"], before));
    return "“" + name(use->id) + ": " + line + "”";
  }
  // `act`: what was sealed with it, if it is known.
  std::string detail(const std::string& entity, const std::string& id, const std::string& with, const session::Action* act,
                     int before) const {
    const model::Verb* of = verb(entity, id);
    std::string all = of && !with.empty() && is_one_of_several(*of, entity) ? name(with) : "";
    const bool same = of && act && t.p.symbols.word(act->entity) == entity && t.p.symbols.word(act->verb) == id;
    const std::string line = same ? line_named(*act, before) : std::string();
    return all + (all.empty() || line.empty() ? "" : ", ") + line;
  }
  std::string detail(const Sealed& fact) const {
    const auto& act = t.told[static_cast<std::size_t>(fact.turn)].action;
    return detail(fact.entity, fact.name, fact.to, act ? &*act : nullptr, fact.turn);
  }
  static std::string put_before_stop(std::string words, const std::string& more) {
    if (more.empty()) return words;
    const bool stops = words.ends_with('.');
    if (stops) words.pop_back();
    return words + " (" + more + ")" + (stops ? "." : "");
  }
  std::string of_its_name(const session::Action& action) const {
    const std::string more = detail(t.p.symbols.word(action.entity), t.p.symbols.word(action.verb), t.p.symbols.word(action.with), &action,
                                    std::numeric_limits<int>::max());
    return more.empty() ? more : ", " + more;
  }
  // What a line of time calls a deed that began.
  std::string deed_label(const Sealed& fact) const {
    const model::Verb* of = verb(fact.entity, fact.name);
    return of ? put_before_stop(of->label.source, detail(fact)) : std::string();
  }
  std::string words(const session::Action& action) const {
    using Kind = session::Action::Kind;
    if (action.kind == Kind::go_on) return "you went on";
    if (action.kind == Kind::note) return "a note";
    if (action.kind == Kind::wait) return "a wait of " + screens::duration_text(plain, action.seconds);
    const model::Verb* of = verb(t.p.symbols.word(action.entity), t.p.symbols.word(action.verb));
    std::string act;
    if (of)
      act = "“" + of->label.source + "” (" + name(action.entity) + of_its_name(action) + ")";
    else
      for (const model::Step& step : t.p.scenario.steps)
        if (step.id == t.p.symbols.word(action.step)) act = "“" + step.title.source + "” answered";
    return action.kind == Kind::task ? name(action.by) + ": " + act : act;
  }

  // "you chose “Close the lid” (Laptop)", as `words` names an act.
  static std::string act_of(const std::string& deed) {
    if (deed.starts_with("you chose ")) return deed.substr(10);
    if (deed.starts_with("you answered ")) return deed.substr(13) + " answered";
    if (deed.starts_with("you waited ")) return "a wait of " + deed.substr(11);
    return deed == "you wrote a note" ? "a note" : deed;
  }

  // ---- moments

  struct Moment { // act `i` comes next, and nobody has done anything for so long
    std::size_t i = 0;
    base::Seconds idle = 0;
  };
  Again at(const Moment& moment) const {
    Again again(t, t.states[moment.i]);
    again.passes(moment.idle);
    return again;
  }
  base::Seconds took(std::size_t i) const { return t.states[i + 1].world.now - t.before(i); }
  // The seconds that the clock tells so; of later days a whole minute. Nothing: none of the attempt.
  std::optional<std::pair<base::Seconds, base::Seconds>> when(const std::string& time) const {
    const auto key = [](const std::string& words_of) {
      static const std::regex form("(?:day (\\d+), )?(\\d\\d):(\\d\\d)(?::(\\d\\d))?");
      Match m;
      REQUIRE(std::regex_match(words_of, m, form));
      const auto number = [&](std::size_t part) { return m[part].matched ? std::stoll(m[part]) : 0; };
      return ((m[1].matched ? number(1) : 1) * 24 + number(2)) * 3600 + number(3) * 60 + number(4);
    };
    const auto first_from = [&](long long wanted) {
      base::Seconds low = 0, high = t.end().world.now + 1;
      while (low < high) {
        const base::Seconds middle = low + (high - low) / 2;
        key(clock(middle)) < wanted ? low = middle + 1 : high = middle;
      }
      return low;
    };
    const base::Seconds first = first_from(key(time)), next = first_from(key(time) + 1);
    return clock(first) == time ? std::optional(std::pair(first, next - 1)) : std::nullopt;
  }
  // It held at that time, and at none after it up to the mishap; with a deed that ended it, up to that, and it would have held on without
  // it.
  template<class Holds, class Still>
  bool ends_there(const std::string& time, const std::string& deed, const Subject& about, Holds holds, Still still) const {
    const auto span = when(time);
    for (std::size_t i = 0; span && i < t.acts(); ++i) {
      if (!deed.empty() && (clock(t.before(i)) != time || words(t.act(i)) != deed)) continue;
      if (!deed.empty() && holds(Moment{i, 0}) && holds(Moment{i, took(i)})) return ends_after(t.before(i) + took(i), i + 1, about, still);
      for (base::Seconds at = std::max(t.before(i), span->first); deed.empty() && at <= std::min(t.before(i) + took(i), span->second); ++at)
        if (holds(Moment{i, at - t.before(i)})) return ends_after(span->second, i, about, still);
    }
    return false;
  }
  template<class Still> bool ends_after(base::Seconds last, std::size_t from, const Subject& about, Still still) const {
    const base::Seconds mishap = came_at(about);
    for (std::size_t i = from; i < t.acts(); ++i)
      for (const base::Seconds idle : some_seconds(i, last))
        if (const base::Seconds now = t.before(i) + idle; now > last && now < mishap && still(Moment{i, idle})) return false;
    return true;
  }
  // Of a turn: its beginning, what follows that last moment, its middle and its end.
  std::vector<base::Seconds> some_seconds(std::size_t i, base::Seconds last) const {
    std::vector<base::Seconds> all{0, took(i) / 2, took(i) - 1};
    for (const base::Seconds after : {1, 2, 5, 20, 60})
      all.push_back(last + after - t.before(i));
    std::erase_if(all, [&](base::Seconds idle) { return idle < 0 || idle >= std::max<base::Seconds>(1, took(i)); });
    return all;
  }
  base::Seconds came_at(const Subject& about) const {
    std::int64_t at = t.end().world.now + 1;
    for (const Sealed& fact : t.facts())
      if (is_of(fact, about)) at = std::min(at, fact.at);
    for (const std::size_t i : about.monitors)
      if (judged[i].decided_at != base::never) at = std::min<std::int64_t>(at, judged[i].decided_at);
    return static_cast<base::Seconds>(at);
  }
  // The act, put in then; what was waited there is waited for the rest of it. It may come later as well, or not any more.
  template<class Good> bool any_with(const Moment& moment, const std::string& act, Good good) const {
    const Again then = at(moment);
    if (!then.open()) return false;
    for (const session::Action& offer : session::offers(t.p, then.now).actions) {
      if (words(offer) != act) continue;
      for (const bool once : {false, true}) {
        std::set<std::size_t> moved;
        for (std::size_t j = moment.i + 1; once && j < t.acts() && moved.empty(); ++j)
          if (t.act(j) == offer) moved.insert(j);
        if (once && moved.empty()) continue;
        Again again = then;
        if (!again.does(offer)) continue;
        const bool waited = moment.idle > 0 && t.act(moment.i).kind == session::Action::Kind::wait;
        if (waited) again.passes(std::max<base::Seconds>(0, took(moment.i) - moment.idle));
        again.record(waited ? moment.i + 1 : moment.i, moved);
        if (good(again)) return true;
      }
    }
    return false;
  }
  // It is not only less bad: it is kept, or can still be reached, and nothing graver came instead.
  bool is_prevented(const Again& again, const Subject& about) const {
    if (!averted(again, about) || does_graver_harm(again, about)) return false;
    const auto items = t.p.scene.items(again.now.world);
    const auto now = t.p.rule_set.judgements(again.now.judgements);
    return std::any_of(about.items.begin(), about.items.end(),
                       [&](std::size_t i) { return session::fate_of(items[i]) <= session::Fate::reachable; }) ||
           std::any_of(about.monitors.begin(), about.monitors.end(),
                       [&](std::size_t i) { return now[i].verdict == judging::Verdict::kept; });
  }
  bool does_graver_harm(const Again& again, const Subject& about) const {
    const auto items = t.p.scene.items(again.now.world), were = t.p.scene.items(t.end().world);
    for (std::size_t i = 0; i < items.size(); ++i)
      if (session::fate_of(items[i]) > session::fate_of(were[i])) return true;
    model::Severity limit = model::Severity::major; // of a loss only what is fatal is graver
    if (about.items.empty() && !about.monitors.empty()) limit = t.p.rule_set.doctrine().rules[judged[about.monitors.front()].rule].severity;
    const auto now = t.p.rule_set.judgements(again.now.judgements);
    for (std::size_t i = 0; i < now.size(); ++i)
      if (now[i].verdict == judging::Verdict::broken && judged[i].verdict != judging::Verdict::broken &&
          t.p.rule_set.doctrine().rules[now[i].rule].severity < limit)
        return true;
    return false;
  }

  // ---- what would have come of it

  bool averted(const Again& again, const Subject& about) const {
    if (again.stuck) return false;
    const auto items = t.p.scene.items(again.now.world), were = t.p.scene.items(t.end().world);
    for (const std::size_t item : about.items)
      if (session::fate_of(items[item]) < session::fate_of(were[item])) return true;
    const auto now = t.p.rule_set.judgements(again.now.judgements);
    return std::any_of(about.monitors.begin(), about.monitors.end(),
                       [&](std::size_t i) { return now[i].verdict != judging::Verdict::broken; });
  }
  template<class Try> bool at_some_act(const std::string& time, Try attempt) const {
    for (std::size_t i = 0; i < t.acts(); ++i)
      if (clock(t.before(i)) == time && attempt(i)) return true;
    return false;
  }
  bool without(const std::string& time, const std::string& act, const Subject& about) const {
    return at_some_act(time, [&](std::size_t i) {
      Again again(t, t.states[i]);
      if (words(t.act(i)) != act) return false;
      again.record(i + 1, {});
      return averted(again, about);
    });
  }
  bool without_that(const Subject& about) const {
    return at_some_act(about.time, [&](std::size_t i) {
      Again again(t, t.states[i]);
      again.record(i + 1, {});
      return averted(again, {about.items, {}, {}});
    });
  }
  bool with(const std::string& time, const std::string& act, const Subject& about, bool later) const {
    return at_some_act(time, [&](std::size_t i) {
      for (const session::Action& offer : session::offers(t.p, t.states[i]).actions)
        if (words(offer) == act && with_one(i, offer, about, later)) return true;
      return false;
    });
  }
  bool with_one(std::size_t i, const session::Action& offer, const Subject& about, bool later) const {
    std::set<std::size_t> moved;
    for (std::size_t j = i + 1; later && j < t.acts() && moved.empty(); ++j)
      if (t.act(j) == offer) moved.insert(j);
    if (later && moved.empty()) return false;
    Again again(t, t.states[i]);
    if (!again.does(offer)) return false;
    again.record(i, moved);
    return averted(again, about);
  }
  // "Until … this could still have been prevented": the good way from then on averts it, and from no later moment. `deed`: what ended that;
  // empty: time did, and nobody needed to have acted since the last act before. `acts`: what is named of the way is enough, with nothing
  // but time in place of the rest; empty: nothing is named.
  bool until(const std::string& time, const std::string& acts, const std::string& deed, const Subject& about) const {
    const auto opens = [&](const Moment& m) {
      if (acts.empty()) return averted_by(t.good, m, about) || averted_by_one_more(m, about);
      return by_these(t.good, m, acts, about).has_value() || by_one_more(m, acts, about);
    };
    const auto still = [&](const Moment& m) { return is_prevented(way_from(t.good, m), about); };
    return ends_there(time, deed, about, opens, still);
  }
  std::optional<Again> by_these(const std::vector<session::Action>& way, const Moment& from, const std::string& named,
                                const Subject& about) const {
    Again whole = at(from), part = at(from);
    const std::vector<base::Seconds> times = whole.go_another_way(way);
    std::vector<base::Seconds> instead(way.size(), base::never);
    for (std::size_t k = 0; k < way.size(); ++k) {
      const bool of_the_scene = way[k].entity != 0 && verb(t.p.symbols.word(way[k].entity), t.p.symbols.word(way[k].verb));
      if (of_the_scene && ("; " + named + "; ").find("; " + words(way[k]) + "; ") == std::string::npos) instead[k] = times[k];
    }
    part.go_another_way(way, instead);
    return averted(whole, about) && averted(part, about) ? std::optional(whole) : std::nullopt;
  }
  bool by_one_more(const Moment& from, const std::string& named, const Subject& about) const {
    return with_one_more([&](const std::vector<session::Action>& way) { return by_these(way, from, named, about).has_value(); });
  }
  Again way_from(const std::vector<session::Action>& acts, const Moment& from) const {
    Again again = at(from);
    again.go_another_way(acts);
    return again;
  }
  bool averted_by(const std::vector<session::Action>& acts, const Moment& from, const Subject& about) const {
    return averted(way_from(acts, from), about);
  }
  // The good way with any one act put in that is offered on it.
  bool averted_by_one_more(const Moment& from, const Subject& about) const {
    return with_one_more([&](const std::vector<session::Action>& acts) { return averted_by(acts, from, about); });
  }
  template<class Try> bool with_one_more(Try attempt) const {
    model::FactList unheard;
    session::Attempt guide = session::begin(t.p, t.start, unheard);
    for (std::size_t k = 0; k < t.good.size(); ++k) {
      for (const session::Action& offer : session::offers(t.p, guide).actions) {
        std::vector<session::Action> acts = t.good;
        acts.insert(acts.begin() + static_cast<std::ptrdiff_t>(k), offer);
        if (attempt(acts)) return true;
      }
      (void)session::advance(t.p, guide, t.good[k], guide.turn, unheard);
    }
    return false;
  }
  // Some other draw with which the same acts do no harm: every outcome of each, together with every one of the others.
  bool luck_decided(const Subject& about) const {
    std::map<std::string, std::vector<std::string>> outcomes;
    for (const std::string& draw : session::draws_of(t.p))
      outcomes[draw.substr(0, draw.find(' '))].push_back(draw.substr(draw.find(' ') + 1));
    std::vector<std::vector<simulation::FixedDraw>> all{{}};
    for (const auto& [draw, ways] : outcomes) {
      std::vector<std::vector<simulation::FixedDraw>> wider;
      for (const auto& so_far : all)
        for (const std::string& way : ways)
          wider.push_back(so_far), wider.back().push_back({draw, way});
      all = std::move(wider);
    }
    return std::any_of(all.begin(), all.end(), [&](const auto& chance) { return averts_under(chance, about); });
  }
  bool averts_under(const std::vector<simulation::FixedDraw>& chance, const Subject& about) const {
    session::Start start = t.start;
    start.chance = chance;
    model::FactList unheard;
    Again again(t, session::begin(t.p, start, unheard));
    again.record(0, {});
    return averted(again, about);
  }
  // Each act left out, and each that was offered put in: none averts it, or it costs something else.
  bool no_act_averts(const Subject& about) const {
    for (std::size_t i = 0; i < t.acts(); ++i) {
      Again without_it(t, t.states[i]);
      without_it.record(i + 1, {});
      if (is_way_out(without_it, about)) return false;
      for (const session::Action& offer : session::offers(t.p, t.states[i]).actions) {
        Again again(t, t.states[i]);
        if (offer.kind == session::Action::Kind::go_on || !again.does(offer)) continue;
        again.record(i, {});
        if (is_way_out(again, about)) return false;
      }
    }
    return true;
  }
  bool is_way_out(const Again& again, const Subject& about) const { return averted(again, about) && !does_other_harm(again); }
  // Another item is worse off, or a fatal rule is broken for it.
  bool does_other_harm(const Again& again) const {
    const auto items = t.p.scene.items(again.now.world), were = t.p.scene.items(t.end().world);
    for (std::size_t i = 0; i < items.size(); ++i)
      if (session::fate_of(items[i]) > session::fate_of(were[i])) return true;
    const auto now = t.p.rule_set.judgements(again.now.judgements);
    for (std::size_t i = 0; i < now.size(); ++i)
      if (now[i].verdict == judging::Verdict::broken && judged[i].verdict != judging::Verdict::broken &&
          t.p.rule_set.doctrine().rules[now[i].rule].severity == model::Severity::fatal)
        return true;
    return false;
  }
  bool was_offered(const std::string& act) const {
    for (std::size_t i = 0; i < t.acts(); ++i)
      for (const session::Action& offer : session::offers(t.p, t.states[i]).actions)
        if (words(offer) == act) return true;
    return false;
  }

  // ---- the table

  const std::vector<Row>& table() {
    static const std::string time = "((?:day \\d+, )?\\d\\d:\\d\\d(?::\\d\\d)?)", act = "((?:\\([^()]*\\)|[^(])+?)\\.(?= |$)",
                             then = "(?: Then (you " + act.substr(1) + ")?";
    rows = {
        {"Without this act it would not have come to this: " + time + ", " + act,
         [this](const Match& m, const Subject& about) { return without(m[1], m[2], about); }},
        {"Without that it would (?:not have come to the loss|not be out of reach|have been secured)\\.",
         [this](const Match&, const Subject& about) { return without_that(about); }},
        {"It was possible (?:from " + time + " to|at) " + time + ": " + act + then,
         [this](const Match& m, const Subject& about) { return was_possible(m[1], m[2], m[3], act_of(m[4]), about); }},
        {"This act came too late; at " + time + " it would have prevented this: " + act,
         [this](const Match& m, const Subject& about) { return with(m[1], m[2], about, true); }},
        {"This act would have prevented this at " + time + ": " + act,
         [this](const Match& m, const Subject& about) { return with(m[1], m[2], about, false); }},
        {"Until " + time + " this could still have been prevented\\. Then came: " + act,
         [this](const Match& m, const Subject& about) { return until(m[1], "", m[2], about); }},
        {"Until " + time + " this could still have been prevented\\.(?= |$)",
         [this](const Match& m, const Subject& about) { return until(m[1], "", "", about); }},
        {"Until " + time + " this could still have been prevented by: " + act + then,
         [this](const Match& m, const Subject& about) { return until(m[1], m[2], act_of(m[3]), about); }},
        {"(\\d+) of 100 points; the pass mark is (\\d+)\\.", [this](const Match& m, const Subject&) { return was_scored(m[1], m[2]); }},
        {"Points cannot make up for a fatal error\\.",
         [this](const Match&, const Subject&) { return is_broken(model::Severity::fatal, ""); }},
        {"Points cannot make up for a fatal error: (.+?)\\.", [this](const Match& m, const Subject&) { return are_fatal(m[1]); }},
        {"Something was lost by an error of your own: (.+?)\\. That cannot be made up by points\\.",
         [this](const Match& m, const Subject&) { return is_broken(model::Severity::major, m[1]); }},
        {"No act of yours showed this: (.+?)\\.(?= |$)", [this](const Match& m, const Subject&) { return showed_none_of(m[1]); }},
        {"(?:(.+?): )?(\\d+) of 100 for your answer\\.", [this](const Match& m, const Subject&) { return was_graded(m[1], m[2]); }},
        {"Nothing that could be seen by then spoke for it\\.", [this](const Match&, const Subject& about) { return luck_decided(about); }},
        {"A look would have told: " + act, [this](const Match& m, const Subject&) { return was_offered(m[1]); }},
        {"No single act of yours would have changed this without other harm; another stroke of luck would have\\. It was chance\\.",
         [this](const Match&, const Subject& about) { return luck_decided(about) && no_act_averts(about); }},
        {"Which act decided this was not found\\.", [this](const Match&, const Subject&) { return ++undecided, true; }},
        {"Nobody secured it before the end\\.", [this](const Match&, const Subject& about) { return !was_secured(about); }},
        {"It was not done (?:by the end|in time|before the scene was over)\\.",
         [this](const Match&, const Subject& about) { return !was_done(about); }},
        {"It was not taken care of when the scene was over\\.",
         [this](const Match&, const Subject& about) { return !was_taken_care_of(about); }},
        {"(.+?): you wrote “(.+?)”(?:, the record shows “(.+?)”|, and the record shows something else)\\.(?= |$)",
         [this](const Match& m, const Subject& about) { return wrote(m[1], m[2], m[3], about); }},
    };
    return rows;
  }

  void sentences(std::string text, const Subject& about, const std::string& time, const std::string& thing) {
    while (!text.empty()) {
      if (text.front() == ' ') {
        text.erase(0, 1);
        continue;
      }
      if (take_content(text) || take_deed(text, time, thing) || take_drawn(text) || take_loss(text, about) || take_links(text) ||
          take_title(text, about) || take_row(text, about))
        continue;
      return check(false, "no row for: " + text);
    }
  }
  bool take_row(std::string& text, const Subject& about) {
    for (const auto& [pattern, holds] : table()) {
      Match m;
      if (!std::regex_search(text, m, std::regex(pattern), std::regex_constants::match_continuous)) continue;
      check(holds(m, about), m.str());
      text.erase(0, static_cast<std::size_t>(m.length()));
      return true;
    }
    return false;
  }
  // What the content says of a rule is no claim about this attempt.
  bool take_content(std::string& text) const {
    for (const model::Rule& rule : t.p.rule_set.doctrine().rules)
      for (const std::string* words_of : {&rule.why.source, &rule.instead.source})
        if (!words_of->empty() && text.starts_with(*words_of)) return text.erase(0, words_of->size()), true;
    return false;
  }
  // "You closed the lid.": done at that time to that thing.
  bool take_deed(std::string& text, const std::string& time, const std::string& thing) {
    for (const Sealed& fact : t.facts()) {
      if (fact.kind != "begun" || clock(fact.at) != time || name(fact.entity) != thing) continue;
      const model::Verb* each = verb(fact.entity, fact.name);
      const std::string log = each ? put_before_stop(each->log.empty() ? each->label.source : each->log.source, detail(fact)) : "";
      if (const std::string told = with_stop(log); !log.empty() && text.starts_with(told)) return text.erase(0, told.size()), true;
    }
    for (const model::EntityUse& use : t.p.scenario.entities)
      for (const model::Verb& each : t.p.scenario.model_of(use).verbs) {
        const std::string log = with_stop(each.log.empty() ? each.label.source : each.log.source);
        if (log.empty() || !text.starts_with(log)) continue;
        check(false, "no such deed: " + time + " " + thing + ": " + log);
        return text.erase(0, log.size()), true;
      }
    return false;
  }
  bool take_drawn(std::string& text) {
    for (const Sealed& fact : t.facts()) {
      const std::string words_of = name(fact.entity) + ": " + fact.to + ".";
      if (fact.kind == "drawn" && text.starts_with(words_of)) return text.erase(0, words_of.size()), true;
    }
    return false;
  }

  // "So at 09:14:20: The key is gone.": it was, then. "So" says that the act which was told just before did it. What was out of reach
  // before says so, and when.
  bool take_loss(std::string& text, const Subject& about) {
    if (take_deed_of_another(text, about)) return true;
    static const std::regex form("(So at|At) ((?:day \\d+, )?\\d\\d:\\d\\d(?::\\d\\d)?): ");
    Match m;
    const bool timed = std::regex_search(text, m, form, std::regex_constants::match_continuous);
    const std::string rest = text.substr(timed ? static_cast<std::size_t>(m.length()) : 0);
    const std::string gone = with_stop(s.headline), sealed = sealed_words(about);
    const bool only_sealed = timed && !sealed.empty() && rest.starts_with(sealed);
    const std::string& loss = only_sealed ? sealed : gone;
    if (loss.empty() || !rest.starts_with(loss)) return false;
    const char* kind = only_sealed || with_stop(s.headline) == sealed ? "sealed" : "lost";
    check(timed ? was_gone(m[2], kind, about) : !was_secured(about), "loss: " + text.substr(0, text.size() - rest.size() + loss.size()));
    if (timed && m[1] == "So at") check(was_lost_by_it(m[2], about), "so: " + text);
    text = rest.substr(loss.size());
    return true;
  }
  std::string sealed_words(const Subject& about) const {
    const auto items = t.p.scene.items(t.end().world);
    for (const std::size_t i : about.items)
      for (const model::Holding& holding : t.p.scenario.entity(t.p.symbols.word(items[i].entity))->holds)
        if (holding.id == t.p.symbols.word(items[i].item) && !holding.sealed.empty()) return with_stop(holding.sealed.source);
    return {};
  }
  // "The man: Lid closed.": seen of the thing in the moment in which it went out of reach, by that person's deed.
  bool take_deed_of_another(std::string& text, const Subject& about) {
    for (const Sealed& fact : t.facts()) {
      if (!is_of(fact, about) || fact.by.empty() || fact.by == "none" || fact.by == "learner") continue;
      for (const Sealed& seen : t.facts()) {
        if (seen.kind != "seen" || seen.entity != fact.entity || seen.at != fact.at) continue;
        const std::string told = with_stop(name(fact.by) + ": " + words_of_cue(seen));
        if (text.starts_with(told)) return text.erase(0, told.size()), true;
      }
    }
    return false;
  }
  bool was_gone(const std::string& time, const std::string& kind, const Subject& about) const {
    const auto facts = t.facts();
    return std::any_of(facts.begin(), facts.end(),
                       [&](const Sealed& fact) { return fact.kind == kind && is_of(fact, about) && clock(fact.at) == time; });
  }
  bool is_of(const Sealed& fact, const Subject& about) const {
    const auto items = t.p.scene.items(t.end().world);
    return (fact.kind == "lost" || fact.kind == "sealed") && std::any_of(about.items.begin(), about.items.end(), [&](std::size_t i) {
             return fact.entity == t.p.symbols.word(items[i].entity) && fact.name == t.p.symbols.word(items[i].item);
           });
  }
  bool was_lost_by_it(const std::string& time, const Subject& about) const {
    for (std::size_t i = 0; i < t.acts(); ++i)
      for (const Sealed& fact : t.told[i + 1].facts)
        if (clock(t.before(i)) == about.time && is_of(fact, about) && clock(fact.at) == time && fact.by == "learner") return true;
    return without_that(about);
  }
  // "Then: Screen dark; Cord out.": seen, in that order, as the content words it.
  bool take_links(std::string& text) {
    static const std::string head = "Then: ";
    if (!text.starts_with(head)) return false;
    std::string rest = text.substr(head.size());
    for (const Sealed& fact : t.facts()) {
      const std::string seen = fact.kind == "seen" ? words_of_cue(fact) : std::string();
      if (seen.empty() || !rest.starts_with(seen)) continue;
      rest.erase(0, seen.size());
      if (!rest.starts_with("; ")) return rest.erase(0, rest.starts_with(".") ? 1 : 0), text = rest, true;
      rest.erase(0, 2);
    }
    return false;
  }
  std::string words_of_cue(const Sealed& fact) const {
    const model::EntityUse* use = t.p.scenario.entity(fact.entity);
    if (!use) return {};
    for (const model::Cue& cue : t.p.scenario.model_of(*use).cues)
      if (const auto words_of = cue.says.find(fact.to); cue.name == fact.name && words_of != cue.says.end()) return words_of->second.source;
    return {};
  }
  // "“Label it”: It was not done …": the rule that is told.
  bool take_title(std::string& text, const Subject& about) const {
    for (const std::size_t i : about.monitors) {
      const std::string title = "“" + t.p.rule_set.doctrine().rules[judged[i].rule].title.source + "”:";
      if (text.starts_with(title)) return text.erase(0, title.size()), true;
    }
    return false;
  }
  // Before each turn of that time the act was offered, and would have done; so it would at its end, and at no later moment.
  bool was_possible(const std::string& from, const std::string& until, const std::string& act, const std::string& deed,
                    const Subject& about) const {
    const auto helps = [&](const Moment& m) { return any_with(m, act, [&](const Again& again) { return averted(again, about); }); };
    const auto still = [&](const Moment& m) { return any_with(m, act, [&](const Again& again) { return is_prevented(again, about); }); };
    const auto first = when(from.empty() ? until : from), last = when(until);
    if (!first || !last) return false;
    for (std::size_t i = 0; i < t.acts(); ++i)
      if (t.before(i) > first->second && t.before(i) < last->first && !helps({i, 0})) return false;
    return (from.empty() || at_some_act(from,
                                        [&](std::size_t i) {
                                          return helps({i, 0});
                                        })) &&
           ends_there(until, deed, about, helps, still);
  }
  bool showed_none_of(std::string skills) const {
    while (!skills.empty()) {
      const std::size_t end = std::min(skills.find("; "), skills.size());
      if (showed_skill(skills.substr(0, end))) return false;
      skills.erase(0, end + 2);
    }
    return true;
  }

  // ---- predicates over facts

  bool is_broken(model::Severity severity, const std::string& title) const {
    return std::any_of(judged.begin(), judged.end(), [&](const judging::Judgement& each) {
      const model::Rule& rule = t.p.rule_set.doctrine().rules[each.rule];
      return each.verdict == judging::Verdict::broken && rule.severity == severity && (title.empty() || rule.title.source == title);
    });
  }
  bool are_fatal(std::string titles) const {
    while (true) {
      const std::size_t end = std::min(titles.find("; "), titles.size());
      if (!is_broken(model::Severity::fatal, titles.substr(0, end))) return false;
      if (end == titles.size()) return true;
      titles.erase(0, end + 2);
    }
  }
  bool showed_skill(const std::string& skill) const {
    const model::Scenario& scenario = t.p.scenario;
    for (std::size_t i = 0; i < scenario.competency_names.size(); ++i)
      for (const judging::Judgement& each : judged)
        if (scenario.competency_names[i].source == skill && each.own && each.verdict == judging::Verdict::kept &&
            t.p.rule_set.doctrine().rules[each.rule].competency == scenario.competencies[i])
          return true;
    return false;
  }
  bool was_graded(const std::string& title, const std::string& hundredths) const {
    for (const model::Step& step : t.p.scenario.steps)
      for (const Sealed& fact : t.facts())
        if ((title.empty() || step.title.source == title) && fact.kind == "graded" && fact.name == step.id &&
            std::to_string(fact.amount / 10) == hundredths)
          return true;
    return false;
  }

  bool was_scored(const std::string& hundredths, const std::string& mark) const {
    for (const Sealed& fact : t.facts())
      if (fact.kind == "attempt-ended")
        return std::to_string(fact.amount / 10) == hundredths && std::to_string(t.p.rule_set.doctrine().cut_per_mille / 10) == mark;
    return false;
  }

  bool was_secured(const Subject& about) const {
    const auto items = t.p.scene.items(t.end().world);
    for (const std::size_t item : about.items)
      if (session::fate_of(items[item]) == session::Fate::saved) return true;
    return false;
  }
  // The duty was done although it says that it was not.
  bool was_done(const Subject& about) const {
    return std::all_of(about.monitors.begin(), about.monitors.end(), [&](std::size_t i) {
      const model::Rule& rule = t.p.rule_set.doctrine().rules[judged[i].rule];
      if (rule.must && rule.must->is_state()) return held_by(i, rule);
      if (!rule.must || rule.must->kind != model::FactKind::done || rule.must->tags.empty()) return false;
      const auto facts = t.facts();
      const About act{t, {}, facts};
      return std::any_of(facts.begin(), facts.end(), [&](const Sealed& fact) {
        const bool on_it = rule.must->role == "any" || about_it(i, fact.entity);
        return fact.kind == "done" && on_it && was_in_time(i, rule, fact) && has_tag(act, fact, rule.must->tags.front().c_str());
      });
    });
  }
  bool was_in_time(std::size_t monitor, const model::Rule& rule, const Sealed& fact) const {
    const std::int64_t since = judged[monitor].triggered_at;
    return fact.at >= since && (rule.within == base::never || fact.at <= since + rule.within);
  }
  bool held_by(std::size_t monitor, const model::Rule& rule) const {
    const auto facts = t.facts();
    return std::any_of(facts.begin(), facts.end(), [&](const Sealed& fact) {
      return was_in_time(monitor, rule, fact) && holds_for(monitor, rule.must->holds, static_cast<base::Seconds>(fact.at));
    });
  }
  bool was_taken_care_of(const Subject& about) const {
    return std::all_of(about.monitors.begin(), about.monitors.end(), [&](std::size_t i) {
      const model::Rule& rule = t.p.rule_set.doctrine().rules[judged[i].rule];
      return !rule.must || holds_for(i, rule.must->holds, judged[i].decided_at);
    });
  }
  bool holds_for(std::size_t monitor, const model::Condition& condition, base::Seconds at) const {
    const auto& of = judged[monitor].entities;
    return !of.empty() && holds(condition, t.p.symbols.word(of.front()), at);
  }
  bool holds(const model::Condition& condition, const std::string& entity, base::Seconds at) const {
    using Kind = model::Condition::Kind;
    const auto part = [&](const model::Condition& each) { return holds(each, entity, at); };
    const auto& parts = condition.parts;
    if (condition.kind == Kind::all) return std::all_of(parts.begin(), parts.end(), part);
    if (condition.kind == Kind::any) return std::any_of(parts.begin(), parts.end(), part);
    if (condition.kind == Kind::none) return std::none_of(parts.begin(), parts.end(), part);
    const std::string value = t.value(entity, condition.path, at);
    return std::any_of(condition.values.begin(), condition.values.end(),
                       [&](const std::string& each) { return each == "any" ? !value.empty() && value != "none" : each == value; });
  }
  bool about_it(std::size_t monitor, const std::string& entity) const {
    const auto& of = judged[monitor].entities;
    return of.empty() || std::find(of.begin(), of.end(), t.p.symbols.find(entity)) != of.end();
  }
  // The pick with that text was filled in last where the place has that label, and the other text is another pick there.
  bool wrote(const std::string& place, const std::string& written, const std::string& right, const Subject& about) const {
    for (const model::Step& step : t.p.scenario.steps)
      if (const model::Node* sheets = step.params.find("sheets"))
        for (const model::Node& sheet : sheets->items)
          if (wrote_on(sheet, place, written, right, about)) return true;
    return false;
  }
  static std::string scalar(const model::Node& node, const char* key) {
    const model::Node* value = node.find(key);
    return value ? value->text : std::string();
  }
  bool wrote_on(const model::Node& sheet, const std::string& place, const std::string& written, const std::string& right,
                const Subject& about) const {
    const std::string exhibit = scalar(sheet, "for");
    const bool of_it = std::any_of(about.monitors.begin(), about.monitors.end(), [&](std::size_t i) { return about_it(i, exhibit); });
    const model::Node* fields = sheet.find("fields");
    for (const model::Node& field : of_it&& fields ? fields->items : std::vector<model::Node>()) {
      const model::Node* picks = field.find("picks");
      if (scalar(field, "label") != place || !picks) continue;
      std::string last;
      for (const Sealed& fact : t.facts())
        if (fact.name == "custody-form.filled" && fact.entity == exhibit && fact.from == scalar(field, "id")) last = fact.to;
      bool is_written = false, is_other = right.empty();
      for (const model::Node& pick : picks->items) {
        is_written |= scalar(pick, "text") == written && scalar(pick, "id") == last;
        is_other |= scalar(pick, "id") != last && right.find(scalar(pick, "text")) != std::string::npos;
      }
      if (is_written && is_other) return true;
    }
    return false;
  }
  bool happened(const screens::DebriefMoment& moment) const {
    for (const Sealed& fact : t.facts()) {
      if (clock(fact.at) != moment.time) continue;
      const std::string deed = fact.kind == "begun" ? deed_label(fact) : "";
      if (moment.icon == "hand" && !deed.empty() && moment.words.ends_with(deed) && of_thing(moment.thing, fact.entity)) return true;
      if (moment.icon == "cross" && (fact.kind == "lost" || fact.kind == "sealed") && of_thing(moment.thing, fact.entity)) return true;
      if (moment.icon == "eye" && (fact.kind == "seen" || fact.kind == "said")) return true;
    }
    return false;
  }
  // A lane is called after its exhibit, with its number; that of people after nobody.
  bool of_thing(const std::string& lane, const std::string& entity) const { return lane.empty() || lane.ends_with(name(entity)); }
  bool was_drawn(const screens::DebriefLuck& luck) const {
    for (const Sealed& fact : t.facts())
      if (fact.kind == "drawn" && name(fact.entity) == luck.thing && luck.words.starts_with(fact.to)) return true;
    return false;
  }

  // ---- the pages

  Subject headline() const {
    Subject about;
    const auto items = t.p.scene.items(t.end().world);
    for (std::size_t i = 0; i < items.size(); ++i)
      for (const model::Holding& holding : t.p.scenario.entity(t.p.symbols.word(items[i].entity))->holds)
        if (holding.id == t.p.symbols.word(items[i].item) && session::fate_of(items[i]) != session::Fate::saved &&
            (s.headline == holding.lost.source || s.headline == holding.sealed.source || s.headline.ends_with(holding.name.source)))
          about.items.push_back(i);
    return about;
  }
  // What became of the gravest of it, or that nothing did.
  void check_headline() {
    const auto items = t.p.scene.items(t.end().world);
    const bool all_saved =
        std::all_of(items.begin(), items.end(), [](auto& each) { return session::fate_of(each) == session::Fate::saved; });
    check(s.headline.empty() ? all_saved : is_told_right(items), "headline: " + s.headline);
  }
  bool is_told_right(const std::vector<simulation::ItemState>& items) const {
    return std::any_of(items.begin(), items.end(), [&](const simulation::ItemState& item) {
      for (const model::Holding& holding : t.p.scenario.entity(t.p.symbols.word(item.entity))->holds) {
        if (holding.id != t.p.symbols.word(item.item)) continue;
        const session::Fate fate = session::fate_of(item);
        if (fate == session::Fate::reachable)
          return s.headline == (was_seen(item.entity) ? "Nobody secured it: " : "Nobody found it: ") + holding.name.source;
        const bool sealed = fate == session::Fate::out_of_reach && !holding.sealed.empty();
        return fate != session::Fate::saved && s.headline == (sealed ? holding.sealed.source : holding.lost.source);
      }
      return false;
    });
  }
  bool was_seen(model::Symbol entity) const {
    const auto facts = t.facts();
    return std::any_of(facts.begin(), facts.end(), [&](const Sealed& fact) {
      return fact.kind == "seen" && fact.entity == t.p.symbols.word(entity) && !words_of_cue(fact).empty();
    });
  }
  // "09:10:15 Laptop." before the words: when, and what it is about.
  void check_deed(const std::string& text, const Subject& about) {
    static const std::regex form("((?:day \\d+, )?\\d\\d:\\d\\d(?::\\d\\d)?)(?: (.+?))?\\.(?: (.*))?$");
    Match m;
    if (!std::regex_match(text, m, form)) return check(false, "no time: " + text);
    if (!m[2].str().empty()) check(names_it(m[2], about), "about another thing: " + text);
    Subject then = about;
    then.time = m[1];
    sentences(m[3], then, m[1], m[2]);
  }
  bool names_it(const std::string& things, const Subject& about) const {
    for (const Sealed& fact : t.facts()) // an act's own thing, which need not be the rule's
      if (fact.kind == "begun" && name(fact.entity) == things) return about_any(fact, about);
    std::set<std::string> names;
    for (const std::size_t i : about.monitors)
      for (const model::Symbol entity : judged[i].entities)
        names.insert(name(entity));
    const auto items = t.p.scene.items(t.end().world);
    for (const std::size_t i : about.items)
      names.insert(name(items[i].entity));
    return std::any_of(names.begin(), names.end(), [&](const std::string& each) { return things.find(each) != std::string::npos; });
  }
  bool about_any(const Sealed&, const Subject&) const { return true; } // when it was done is checked with the deed itself

  void page_one() {
    check_headline();
    const Subject lost = headline();
    for (const screens::DebriefBlock& block : s.blocks) {
      Subject about = lost;
      for (const screens::DebriefFinding& finding : s.findings) // the rule that page one explains comes first there
        if (finding.outcome.label != "Kept" && !block.lead.empty() && finding.deed.starts_with(block.lead)) {
          about.monitors = monitors(finding.words, judging::Verdict::broken);
          break;
        }
      using Kind = screens::DebriefBlock::Kind;
      if (block.kind == Kind::why && block.lead.find(" Answer: ") != std::string::npos)
        check_answer(block);
      else if (block.kind == Kind::why)
        block.lead.empty() ? sentences(block.words, about, "", "") : check_deed(block.lead + " " + block.words, about);
      if (block.kind == Kind::instead) sentences(block.words, s.headline.empty() ? told_first() : lost, "", "");
      if (block.kind == Kind::rule) check(block.words.empty() || is_some_broken(block.words), "rule: " + block.words);
      if (block.kind == Kind::asked) check(is_some_broken(block.words), "asked: " + block.words);
      if (block.kind == Kind::well) praise_on_page_one(block.words);
    }
    sentences(s.verdict.line, {}, "", "");
  }
  // "09:10:00 Answer: Authority.": it was graded then and not wholly right, no row costs more, and the reasons are those of page two.
  void check_answer(const screens::DebriefBlock& block) {
    static const std::regex form("(.+) (Answer: (.+))\\.");
    Match m;
    if (!std::regex_match(block.lead, m, form)) return check(false, "no answer: " + block.lead);
    const std::string time = m[1], row = m[2], title = m[3];
    check(std::any_of(t.p.scenario.steps.begin(), t.p.scenario.steps.end(),
                      [&](const model::Step& step) { return step.title.source == title && was_graded_at(step.id, time); }),
          "graded: " + block.lead);
    check(s.headline.empty() && s.costs.rows.front().words == row, "something else was dearer: " + row);
    std::string words = "It cost " + s.costs.rows.front().points.substr(std::string_view("−").size()) + " of 100 points.";
    for (const screens::DebriefDetail& detail : s.findings.front().details)
      words += " " + detail.words;
    check(s.findings.front().words == title && block.words == words, "reason: " + block.words);
  }
  bool was_graded_at(const std::string& step, const std::string& time) const {
    const auto facts = t.facts();
    return std::any_of(facts.begin(), facts.end(), [&](const Sealed& fact) {
      return fact.kind == "graded" && fact.name == step && clock(fact.at) == time && fact.amount < 1000;
    });
  }
  // The rule that both pages begin with.
  Subject told_first() const { return {{}, monitors(s.findings.front().words, judging::Verdict::broken), {}}; }
  bool is_some_broken(const std::string& words_of) const {
    return std::any_of(judged.begin(), judged.end(), [&](const judging::Judgement& each) {
      const model::Rule& rule = t.p.rule_set.doctrine().rules[each.rule];
      return each.verdict == judging::Verdict::broken && (with_stop(rule.title.source) == words_of || rule.asked.source == words_of);
    });
  }
  std::vector<std::size_t> monitors(const std::string& words_of, judging::Verdict verdict) const {
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < judged.size(); ++i) {
      const model::Rule& rule = t.p.rule_set.doctrine().rules[judged[i].rule];
      const bool meant = rule.title.source == words_of || rule.well.source == words_of || with_stop(rule.well.source) == words_of;
      if (meant && judged[i].verdict == verdict) all.push_back(i);
    }
    return all;
  }
  void check_finding(const screens::DebriefFinding& finding) {
    if (finding.outcome.label == "Kept") return praise(finding.words, finding.deed, true);
    if (finding.outcome.label == "Did not come up") return check_never_due(finding);
    if (finding.outcome.label == "Answer") return sentences(finding.words + ": " + finding.deed, {}, "", "");
    const Subject about{{}, monitors(finding.words, judging::Verdict::broken), {}};
    check(!about.monitors.empty(), "not broken: " + finding.words);
    check_deed(finding.deed, about);
    for (const screens::DebriefDetail& detail : finding.details)
      if (detail.title == "What decided it")
        sentences(detail.words, about, "", "");
      else if (detail.title == "Follows from")
        check(follows_from_another(detail.words, about), "follows from: " + detail.words);
  }
  // Kept, and nothing that was offered before any act would have broken it.
  void check_never_due(const screens::DebriefFinding& finding) {
    std::map<std::size_t, std::string> meant;
    for (const screens::DebriefDetail& detail : finding.details) {
      const std::vector<std::size_t> all = monitors(detail.title, judging::Verdict::kept);
      check(!all.empty(), "not kept: " + detail.title);
      for (const std::size_t i : all)
        if (names_all(i, detail.words)) meant[i] = detail.title;
    }
    for (std::size_t at = 0; at + 1 < t.states.size() && !meant.empty(); ++at)
      for (const session::Action& offer : session::offers(t.p, t.states[at]).actions) {
        Again again(t, t.states[at]);
        if (offer.kind != session::Action::Kind::act || !again.does(offer)) continue;
        for (const auto& [i, title] : meant)
          check(again.now.judgements.monitors[i].verdict != judging::Verdict::broken, "it came up: " + title);
      }
  }
  bool names_all(std::size_t monitor, const std::string& words_of) const {
    std::string names;
    for (const model::Symbol entity : judged[monitor].entities)
      names += (names.empty() ? "" : ", ") + name(entity);
    return names == words_of;
  }
  // The rule that is named was broken as well, and by no later act.
  bool follows_from_another(const std::string& words_of, const Subject& about) const {
    for (const judging::Judgement& graver : judged)
      if (graver.verdict == judging::Verdict::broken &&
          words_of.starts_with(with_stop(t.p.rule_set.doctrine().rules[graver.rule].title.source)))
        return std::any_of(about.monitors.begin(), about.monitors.end(), [&](std::size_t i) { return &judged[i] != &graver; });
    return false;
  }
  void praise_on_page_one(std::string words_of) {
    for (bool more = true; more && !words_of.empty();) {
      more = false;
      while (!words_of.empty() && (words_of.front() == ' ' || words_of.front() == '\n'))
        words_of.erase(0, 1);
      for (const model::Rule& rule : t.p.rule_set.doctrine().rules) {
        const std::string well = with_stop(rule.well.source);
        if (well.empty() || !words_of.starts_with(well)) continue;
        praise(rule.well.source, "", false);
        words_of.erase(0, well.size()), more = true;
        break;
      }
    }
    check(words_of.empty(), "praise without a rule: " + words_of);
  }
  // Page one means one of the things, page two all that it names.
  void praise(const std::string& words_of, const std::string& about, bool all) {
    bool some = false, every = true, claimed = false;
    for (const std::size_t i : monitors(words_of, judging::Verdict::kept)) {
      const model::Rule& rule = t.p.rule_set.doctrine().rules[judged[i].rule];
      if (rule.title.source == words_of) return; // that it was kept, and no praise
      const auto row = praises().find(rule.id);
      if (row == praises().end()) return check(false, "no row for the praise of " + rule.id);
      About of{t, {}, t.facts()};
      bool named = judged[i].entities.empty();
      for (const model::Symbol entity : judged[i].entities)
        of.things.insert(t.p.symbols.word(entity)), named |= about.find(name(entity)) != std::string::npos;
      if (all && !named) continue;
      const bool is_so = row->second(of);
      claimed = true, some |= is_so, every &= is_so;
    }
    check(all ? every && claimed : some, "praise: " + words_of + (about.empty() ? "" : " (" + about + ")"));
  }
  void lists() {
    using Kinds = std::set<std::string>;
    check_list(
        s.lost, [](const Kinds& facts) { return facts.contains("lost") && !facts.contains("secured"); }, "lost");
    check_list(
        s.out_of_reach, [](const Kinds& facts) { return !facts.contains("lost") && !facts.contains("secured"); }, "out of reach");
    check_list(
        s.saved, [](const Kinds& facts) { return !facts.contains("lost") || facts.contains("secured"); }, "saved");
    check_list(
        s.not_secured, [](const Kinds& facts) { return !facts.contains("lost") && !facts.contains("secured"); }, "not secured");
    check_list(
        s.not_found, [](const Kinds& facts) { return !facts.contains("lost") && !facts.contains("secured"); }, "not found");
    for (const model::EntityUse& use : t.p.scenario.entities)
      for (const model::Holding& holding : use.holds)
        if ((", " + s.not_found + ",").find(", " + holding.name.source + ",") != std::string::npos)
          check(!was_seen(t.p.symbols.find(use.id)), "it was found: " + holding.name.source);
  }
  void check_list(const std::string& names, const std::function<bool(const std::set<std::string>&)>& holds, const char* which) {
    for (const model::EntityUse& use : t.p.scenario.entities)
      for (const model::Holding& holding : use.holds) {
        if ((", " + names + ",").find(", " + holding.name.source + ",") == std::string::npos) continue;
        std::set<std::string> kinds;
        for (const Sealed& fact : t.facts())
          if (fact.entity == use.id && fact.name == holding.id) kinds.insert(fact.kind);
        check(holds(kinds), std::string(which) + ": " + holding.name.source);
      }
  }

  const Tale& t;
  const screens::DebriefState& s;
  std::vector<judging::Judgement> judged;
  content::Words plain;
  std::vector<Row> rows;
  std::vector<std::string> found;
};

} // namespace firsthand::claims
