// What judging remembers between facts: nothing that is settled, all that still counts, and a digest of just that.
#include "tests/judging/fixture.h"

#include <algorithm>
#include <functional>

namespace firsthand::judging::test {

using K = FactKind;

namespace {

model::Rule shut_in(int seconds) { // lifted, it has to be turned in so many seconds
  model::Rule r = rule();
  r.each_traits = {"vessel"};
  r.on = pattern(K::done, {"lift"});
  r.must = pattern(K::done, {"turn"});
  r.within = seconds;
  return r;
}

model::Rule never_lift() {
  model::Rule r = rule("never");
  r.never = pattern(K::done, {"lift"});
  return r;
}

F lift(int at, const char* what = "red") { return {K::done, at, what, "lift"}; }
F turn(int at, const char* what = "red") { return {K::done, at, what, "turn"}; }
F look(int at, const char* what = "red") { return {K::done, at, what, "look"}; }

// Settled: the verdict, when, and by which fact; nothing else.
bool is_settled(const Monitor& monitor) {
  Monitor bare;
  bare.verdict = monitor.verdict, bare.trigger = monitor.trigger, bare.triggered_at = monitor.triggered_at;
  bare.decided_at = monitor.decided_at, bare.excused = monitor.excused;
  return monitor == bare;
}

} // namespace

TEST_CASE("judging: a settled rule remembers its verdict, when, and by which fact") {
  model::Rule r = shut_in(10);
  r.each_traits.clear();
  r.before = {pattern(K::done, {"look"})};
  Court kept({r});
  kept.note(look(1)).note(lift(5)).note(turn(9));
  CHECK(kept.verdict() == "kept");
  CHECK(is_settled(kept.state.monitors[0]));
  CHECK(kept.state.monitors[0].triggered_at == 5);
  CHECK(kept.state.monitors[0].decided_at == 9);
  CHECK(kept.state.monitors[0].trigger.at == 5);
  Court broken({r});
  broken.note(turn(3)).note(lift(5));
  CHECK(broken.verdict() == "broken"); // nobody looked
  CHECK(is_settled(broken.state.monitors[0]));
  CHECK(broken.state.monitors[0].decided_at == 5);
  Court late({r});
  late.note(look(1)).note(lift(5)).note(look(16));
  CHECK(late.verdict() == "broken");
  CHECK(is_settled(late.state.monitors[0]));
  CHECK(late.state.monitors[0].decided_at == 15);
  Court never({never_lift()});
  never.note(look(1)).note(lift(5));
  CHECK(is_settled(never.state.monitors[0]));
  CHECK(never.state.monitors[0].triggered_at == 5);
  CHECK(never.state.monitors[0].decided_at == 5);
}

TEST_CASE("judging: at the end nothing waits any more") {
  model::Rule r = shut_in(10);
  Court waiting({r});
  waiting.note(lift(5)).note(lift(6, "blue")).end(9);
  CHECK(waiting.verdicts() == "broken, broken");
  CHECK(waiting.state.next_deadline == base::never);
  for (const Monitor& monitor : waiting.state.monitors) {
    CHECK(monitor.deadline == base::never);
    CHECK(monitor.decided_at == 9);
  }
  r.within = base::never, r.by_end = true;
  Court by_end({r});
  by_end.note(lift(5)).end(30);
  CHECK(by_end.verdicts() == "broken, not applicable");
  CHECK(by_end.state.monitors[0].decided_at == 30);
  CHECK(is_settled(by_end.state.monitors[0]));
  Court never({never_lift()});
  never.end(30);
  CHECK(never.verdict() == "kept");
  CHECK(never.state.monitors[0].decided_at == 30);
}

TEST_CASE("judging: the next deadline is the first of those that still run") {
  Court court({shut_in(10)});
  court.note(lift(5, "blue")).note(lift(9));
  CHECK(court.state.next_deadline == 15);
  court.rule_set.advance_to(court.state, 15); // includes its last second
  CHECK(court.verdicts() == "open, open");
  court.rule_set.advance_to(court.state, 19);
  CHECK(court.verdicts() == "open, broken");
  CHECK(court.state.next_deadline == 19);
  court.rule_set.advance_to(court.state, 20);
  CHECK(court.verdicts() == "broken, broken");
  CHECK(court.state.next_deadline == base::never);
  Court other({shut_in(10)});
  other.note(lift(5)).note(lift(9, "blue"));
  CHECK(other.state.next_deadline == 15);
}

TEST_CASE("judging: a deadline beyond all time is the end of time") {
  Court court({shut_in(2'000'000'000)});
  court.note(lift(1'000'000'000));
  CHECK(court.state.monitors[0].deadline == INT32_MAX);
  court.note(turn(2'100'000'000));
  CHECK(court.verdict() == "kept");
}

TEST_CASE("judging: while a rule runs, the first trigger counts, whatever comes between") {
  model::Rule r = shut_in(100);
  r.unless = {pattern(K::event, {"spill"})};
  check_rows(r, {{"an excuse after the trigger", {lift(0), {K::event, 5, "red", "spill"}, lift(10), turn(20)}, 200, "kept, not applicable"},
                 {"too late for the first", {lift(0), lift(90), turn(101)}, 200, "broken, not applicable"}});
}

TEST_CASE("judging: each time anew it is open until it is decided, and an excuse names what was excused first") {
  model::Rule r = shut_in(10);
  r.each_time = true;
  r.unless = {pattern(K::event, {"spill"})};
  Court court({r});
  court.note(lift(0)).note(turn(5));
  CHECK(court.state.monitors[0].decided_at == 5);
  court.note(lift(50));
  CHECK(court.verdict() == "open");
  CHECK(court.state.monitors[0].decided_at == base::never);
  CHECK(court.state.monitors[0].triggered_at == 50);
  Court excused({r});
  excused.note({K::event, 1, "red", "spill"}).note(lift(2)).note(lift(8));
  CHECK(excused.state.monitors[0].excused);
  CHECK(excused.state.monitors[0].triggered_at == 2);
  CHECK(excused.state.monitors[0].trigger.at == 2);
  r.each_time = false;
  Court once({r});
  once.note({K::event, 1, "red", "spill"}).note(lift(2));
  CHECK(is_settled(once.state.monitors[0]));
}

TEST_CASE("judging: `was` holds if all parts do, or any, or what the rule of an attempt was about did") {
  model::Rule r = rule();
  r.each_traits = {"vessel"};
  r.on = pattern(K::done, {"lift"});
  r.before = {pattern(K::noted)};
  const F ajar{K::changed, 1, "red", "cover", "shut", "ajar"}, off{K::changed, 2, "red", "band", "on", "off"};
  r.was.kind = model::Condition::Kind::all;
  r.was.parts = {is("cover", {"ajar"}), is("band", {"off"})};
  check_rows(r, {{"both", {ajar, off, lift(5)}, 9, "broken, not applicable"},
                 {"the first", {ajar, lift(5)}, 9, "not applicable, not applicable"},
                 {"the second", {off, lift(5)}, 9, "not applicable, not applicable"}});
  r.was.kind = model::Condition::Kind::any;
  check_rows(r, {{"both", {ajar, off, lift(5)}, 9, "broken, not applicable"},
                 {"the first", {ajar, lift(5)}, 9, "broken, not applicable"},
                 {"the second", {off, lift(5)}, 9, "broken, not applicable"},
                 {"none of them", {lift(5)}, 9, "not applicable, not applicable"}});
  r.each_traits.clear();
  r.on = pattern(K::done);
  r.was = is("cover", {"ajar"});
  const F carry{K::done, 5, "lamp", "carry"};
  check_rows(r, {{"about what was open", {ajar, lift(5)}, 9, "broken"},
                 {"about another", {ajar, lift(5, "blue")}, 9, "not applicable"},
                 {"about what has no cover", {ajar, carry}, 9, "not applicable"}});
}

TEST_CASE("judging: what was never seen has no value") {
  model::Rule r = rule();
  r.on = pattern(K::done, {"lift"});
  r.before = {pattern(K::noted)};
  r.was = is("glow", {"none"});
  check_rows(r,
             {{"never seen", {lift(5)}, 9, "broken"}, {"seen", {{K::seen, 1, "red", "glow", "", "warm"}, lift(5)}, 9, "not applicable"}});
  r.was = is("glow", {"any"});
  check_rows(r,
             {{"never seen", {lift(5)}, 9, "not applicable"}, {"seen", {{K::seen, 1, "red", "glow", "", "warm"}, lift(5)}, 9, "broken"}});
}

TEST_CASE("judging: every kind of fact of a verb goes by the verb's tags, and what is nobody's is heard in an attempt's rule") {
  for (const K kind : {K::begun, K::done, K::failed, K::cut_short}) {
    model::Rule r = rule();
    r.each_traits = {"vessel"};
    r.never = tagged(kind, {"isolates"});
    check_rows(r, {{"a verb that has it", {{kind, 5, "red", "turn"}}, 9, "broken, kept"},
                   {"one that has not", {{kind, 5, "red", "lift"}}, 9, "kept, kept"},
                   {"another kind", {{kind == K::done ? K::begun : K::done, 5, "red", "turn"}}, 9, "kept, kept"}});
  }
  model::Rule waits = rule();
  waits.never = pattern(K::waited);
  check_rows(waits, {{"waited", {{K::waited, 5}}, 9, "broken"}, {"not", {look(5)}, 9, "kept"}});
  model::Rule form = rule();
  form.never = pattern(K::module, {"paper-form.signed"});
  check_rows(form, {{"of the attempt", {{K::module, 5, "", "paper-form.signed"}}, 9, "broken"},
                    {"of a thing", {{K::module, 5, "blue", "paper-form.signed"}}, 9, "broken"}});
  model::Rule seen = rule();
  seen.each_traits = {"vessel"};
  seen.never = pattern(K::waited);
  check_rows(seen, {{"of nobody, in a bound rule", {{K::waited, 5}}, 9, "kept, kept"}});
}

TEST_CASE("judging: only a person says something, so a rule about a thing means whoever says it") {
  model::Rule r = rule();
  r.each_traits = {"vessel"};
  r.never = pattern(K::said, {"rain"});
  check_rows(r, {{"ann", {{K::said, 5, "ann", "rain", "", "yes"}}, 9, "broken, broken"}});
  model::Rule of_person = rule();
  of_person.each_traits = {"helper"};
  of_person.never = pattern(K::said, {"rain"});
  check_rows(of_person, {{"ann herself", {{K::said, 5, "ann", "rain", "", "yes"}}, 9, "broken"},
                         {"somebody else", {{K::said, 5, "you", "rain", "", "yes"}}, 9, "kept"}});
}

TEST_CASE("judging: words that came after the rules were made are nobody's") {
  Court court({shut_in(10), never_lift()});
  for (int i = 0; i < 40; ++i) {
    const std::string word = "later-" + std::to_string(i);
    court.note({K::changed, i, "red", word, "", word}).note({K::done, i, "red", word}).note({K::done, i, word, word});
  }
  CHECK(court.verdicts() == "not applicable, not applicable, open");
}

TEST_CASE("judging: a rule that cannot be is an error that says why") {
  model::Scenario s = world();
  model::Symbols symbols;
  const auto said = [&](const model::Rule& r) {
    s.doctrine.rules = {r};
    const auto result = RuleSet::compile(s, symbols);
    return result.ok() ? std::string("ok") : result.error().message;
  };
  model::Rule r = rule("two-in-one");
  r.on = pattern(K::done, {"lift"});
  r.before.assign(8, pattern(K::noted));
  CHECK(said(r) == "ok");
  r.before.assign(9, pattern(K::noted));
  CHECK(said(r) == "The rule two-in-one lists more than eight `before`.");
  r.before.clear();
  CHECK(said(r) == "The rule two-in-one has a trigger and asks for nothing.");
  r.never = pattern(K::done);
  CHECK(said(r) == "ok"); // `never` from then on
  r.on.reset();
  CHECK(said(r) == "ok");
  r.never.reset();
  CHECK(said(r) == "The rule two-in-one needs `on` or `never`.");
  r.never = pattern(K::done);
  for (int ask = 0; ask < 3; ++ask) {
    model::Rule more = r;
    if (ask == 0) more.must = pattern(K::noted);
    if (ask == 1) more.before = {pattern(K::noted)};
    if (ask == 2) more.before_any = {pattern(K::noted)};
    CHECK(said(more) == "The rule two-in-one says `never` and asks for something as well.");
  }
  model::Condition gauge = is("charge", {}), group;
  gauge.compare = model::Compare::below;
  group.kind = model::Condition::Kind::any, group.parts = {is("cover", {"ajar"}), gauge};
  r.was = group;
  CHECK(said(r) == "The rule two-in-one compares the gauge charge; facts do not tell gauges.");
}

TEST_CASE("judging: all eight `before` count, each for itself") {
  model::Rule r = rule();
  r.on = pattern(K::done, {"lift"});
  for (const char* value : {"a", "b", "c", "d", "e", "f", "g", "h"})
    r.before.push_back(to(pattern(K::changed, {"cover"}), {value}));
  std::vector<F> all;
  for (const char* value : {"a", "b", "c", "d", "e", "f", "g", "h"})
    all.push_back({K::changed, 1, "red", "cover", "", value});
  for (std::size_t missing = 0; missing <= all.size(); ++missing) {
    Court court({r});
    for (std::size_t i = 0; i < all.size(); ++i)
      if (i != missing) court.note(all[i]);
    CHECK(court.note(lift(5)).verdict() == (missing == all.size() ? "kept" : "broken"));
  }
}

namespace {

// A state in which every field has something to say.
Judgements busy_state(Court& court) {
  court.note(look(1)).note({K::changed, 2, "red", "cover", "shut", "ajar"}).note(lift(3)).note(lift(4, "blue"));
  Judgements state = court.state;
  Monitor& monitor = state.monitors[0];
  monitor.flags = 1, monitor.flags_any = 2, monitor.fresh = 4, monitor.fresh_any = 1;
  monitor.triggered_at = 3, monitor.decided_at = 4, monitor.deadline = 13, monitor.verdict = Verdict::open;
  return state;
}

std::vector<model::Rule> watched_rules() {
  model::Rule r = shut_in(10);
  r.was = is("cover", {"ajar", "shut"});
  return {r};
}

} // namespace

namespace {
// Each changes one thing that a state is made of.
using Change = std::function<void(Judgements&)>;
std::vector<std::pair<std::string, Change>> changes_of_a_state() {
  return {
      {"verdict", [](Judgements& s) { s.monitors[0].verdict = Verdict::kept; }},
      {"flags", [](Judgements& s) { s.monitors[0].flags ^= 128; }},
      {"flags_any", [](Judgements& s) { s.monitors[0].flags_any ^= 128; }},
      {"fresh", [](Judgements& s) { s.monitors[0].fresh ^= 128; }},
      {"fresh_any", [](Judgements& s) { s.monitors[0].fresh_any ^= 128; }},
      {"excused", [](Judgements& s) { s.monitors[0].excused = true; }},
      {"triggered_at", [](Judgements& s) { s.monitors[0].triggered_at += 1 << 24; }},
      {"decided_at", [](Judgements& s) { s.monitors[0].decided_at += 1 << 24; }},
      {"over", [](Judgements& s) { s.monitors[0].over = true; }},
      {"own", [](Judgements& s) { s.monitors[0].own = true; }},
      {"act", [](Judgements& s) { s.monitors[0].act += 256; }},
      {"act_at", [](Judgements& s) { s.monitors[0].act_at += 1 << 24; }},
      {"loss at", [](Judgements& s) { s.losses[0].at += 1 << 24; }},
      {"loss cause", [](Judgements& s) { s.losses[0].cause += 256; }},
      {"loss origin", [](Judgements& s) { s.losses[0].origin += 256; }},
      {"loss secured", [](Judgements& s) { s.losses[0].secured = true; }},
      {"deadline", [](Judgements& s) { s.monitors[0].deadline += 1 << 24; }},
      {"kind", [](Judgements& s) { s.monitors[0].trigger.kind = K::noted; }},
      {"at", [](Judgements& s) { s.monitors[0].trigger.at += 1; }},
      {"entity", [](Judgements& s) { s.monitors[0].trigger.entity += 256; }},
      {"name", [](Judgements& s) { s.monitors[0].trigger.name += 256; }},
      {"from", [](Judgements& s) { s.monitors[0].trigger.from += 256; }},
      {"to", [](Judgements& s) { s.monitors[0].trigger.to += 256; }},
      {"by", [](Judgements& s) { s.monitors[0].trigger.by += 256; }},
      {"cause", [](Judgements& s) { s.monitors[0].trigger.cause += 256; }},
      {"origin", [](Judgements& s) { s.monitors[0].trigger.origin += 256; }},
      {"origin_at", [](Judgements& s) { s.monitors[0].trigger.origin_at += 1; }},
      {"amount", [](Judgements& s) { s.monitors[0].trigger.amount += std::int64_t{1} << 40; }},
      {"shadow", [](Judgements& s) { s.shadow[0] += 1; }},
      {"pending", [](Judgements& s) { s.pending[0] += 1; }},
      {"batch", [](Judgements& s) { s.batch += 256; }},
      {"in_batch", [](Judgements& s) { s.in_batch = !s.in_batch; }},
      {"the other monitor", [](Judgements& s) { s.monitors[1].flags ^= 1; }},
      {"one monitor less", [](Judgements& s) { s.monitors.pop_back(); }},
  };
}

} // namespace

TEST_CASE("judging: the digest changes with all that the state says, and with nothing else") {
  Court court(watched_rules());
  const Judgements whole = busy_state(court);
  REQUIRE(whole.shadow.size() >= 2);
  const auto digest = [&](const Judgements& state) {
    crypto::Sha256 hash;
    court.rule_set.digest(state, hash);
    return hash.finish().hex();
  };
  const std::string before = digest(whole);
  CHECK(before == digest(whole));
  const auto changes = changes_of_a_state();
  std::vector<std::string> all{before};
  for (const auto& [what, change] : changes) {
    Judgements state = whole;
    change(state);
    CAPTURE(what);
    CHECK(std::find(all.begin(), all.end(), digest(state)) == all.end());
    all.push_back(digest(state));
  }
  Judgements derived = whole; // what follows from the rest is no part of it
  derived.next_deadline += 1, derived.any_fresh = !derived.any_fresh;
  CHECK(digest(derived) == before);
  Judgements settled = whole; // nor is a trigger that there was none of
  settled.monitors[1] = Monitor{};
  Judgements same = settled;
  same.monitors[1].trigger.at = 99;
  CHECK(digest(settled) == digest(same));
}

// A learner who left an attempt resumes it with a later version of the program: what was sealed has to be found again.
// Only new engine rules may change these.
TEST_CASE("judging: the digest of a state is the same in every version of the program") {
  Court court(watched_rules());
  court.note(look(1)).note(lift(3)).note(lift(4, "blue")).note(turn(5)).note({K::changed, 6, "blue", "cover", "shut", "ajar"});
  REQUIRE(court.state.shadow != court.state.pending);
  CHECK(court.digest() == "0b559604e444a3f6a83c367474ec1518c7fd107dac35088f9798fd6c0358cab4");
  court.rule_set.advance_to(court.state, 7);
  CHECK(court.digest() == "203815c986906274eda8cc54899d2e6236afc3f4e2f81b6f95c5dd298a64bb58");
  court.end(60);
  CHECK(court.digest() == "753484ef04bdb50219b92d4b26b3f526b193c23d2e5e272f199e6f61b568683b");
}

} // namespace firsthand::judging::test
