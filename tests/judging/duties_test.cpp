// Rules about how things stand, duties that fall due, acts that break one rule and what only follows from it.
#include "tests/judging/fixture.h"

#include <fmt/format.h>

namespace firsthand::judging::test {

using K = FactKind;
using Severity = model::Severity;

namespace {

const F enters{K::step_entered, 0, "", "table", "", "scene"};

F changes(int at, const char* entity, const char* name, const char* from, const char* to, const char* by = "learner", int batch = -1) {
  return {K::changed, at, entity, name, from, to, by, batch};
}

F begins(int at, const char* entity, const char* name, const char* by = "learner") { return {K::begun, at, entity, name, "", "", by}; }

// Every box must have its band off when the scene is left.
model::Rule duty() {
  model::Rule r = rule();
  r.each_traits = {"vessel"};
  r.on = pattern(K::step_entered);
  r.must = holds(is("band", {"off"}));
  r.by_leaving = true;
  return r;
}

} // namespace

TEST_CASE("judging: a state that is wanted by leaving must stand then, whoever made it so and when") {
  const model::Rule r = duty();
  const auto verdicts = [&](const std::vector<F>& facts) {
    Court court({r});
    for (const F& fact : facts)
      court.note(fact);
    return court.leave(50).verdicts();
  };
  CHECK(verdicts({enters}) == "broken, broken");
  CHECK(verdicts({enters, changes(9, "red", "band", "on", "off")}) == "kept, broken");
  CHECK(verdicts({enters, changes(9, "red", "band", "on", "off", "ann"), changes(9, "blue", "band", "on", "off", "")}) == "kept, kept");
  CHECK(verdicts({changes(0, "red", "band", "on", "off"), enters}) == "kept, broken"); // done earlier is done
  CHECK(verdicts({enters, changes(9, "red", "band", "on", "off"), changes(12, "red", "band", "off", "on")}) == "broken, broken");
  CHECK(verdicts({}) == "not applicable, not applicable"); // the scene never began
}

TEST_CASE("judging: a state that is wanted within a time may stand at any moment of it") {
  model::Rule r = duty();
  r.by_leaving = false;
  r.within = 20;
  check_rows(r, {
                    {"never", {enters}, 60, "broken, broken"},
                    {"in time, and undone again",
                     {enters, changes(9, "red", "band", "on", "off"), changes(12, "red", "band", "off", "on")},
                     60,
                     "kept, broken"},
                    {"before it was asked for", {changes(0, "red", "band", "on", "off"), enters}, 60, "kept, broken"},
                    {"in the last second", {enters, changes(20, "red", "band", "on", "off")}, 60, "kept, broken"},
                    {"late", {enters, changes(21, "red", "band", "on", "off")}, 60, "broken, broken"},
                });
}

TEST_CASE("judging: a scene that is left early forgives nothing") {
  model::Rule r = rule();
  r.each_traits = {"vessel"};
  r.on = pattern(K::step_entered);
  r.must = tagged(K::done, {"isolates"});
  r.within = 900;
  Court court({r});
  court.note(enters).note({K::done, 5, "red", "turn", "", "", "learner"}).leave(30);
  CHECK(court.verdicts() == "kept, broken");
  CHECK(court.state.monitors[1].decided_at == 30);
}

TEST_CASE("judging: what ends a duty ends it, kept or not, and later acts are not the learner's") {
  model::Rule r = rule();
  r.each_traits = {"vessel"};
  r.on = pattern(K::step_entered);
  r.must = tagged(K::done, {"isolates"});
  r.within = 900;
  r.until = {pattern(K::moved)};
  const F given{K::moved, 9, "red", "holder", "you", "ann", "learner"}, turned{K::done, 5, "red", "turn", "", "", "learner"};
  check_rows(r, {
                    {"given away undone", {enters, given}, 60, "not applicable, broken"},
                    {"done, then given away", {enters, turned, given}, 60, "kept, broken"},
                    {"given away before it was asked for", {given, enters}, 60, "not applicable, broken"},
                    {"too late already", {enters, {K::moved, 901, "red", "holder", "you", "ann", "learner"}}, 2000, "broken, broken"},
                });
  model::Rule never = rule();
  never.each_traits = {"vessel"};
  never.never = pattern(K::changed, {"cover"});
  never.until = {pattern(K::moved)};
  check_rows(never, {{"in other hands it is not the learner's", {given, changes(12, "red", "cover", "shut", "ajar")}, 60, "kept, kept"},
                     {"before, it is", {changes(7, "red", "cover", "shut", "ajar"), given}, 60, "broken, kept"}});
}

TEST_CASE("judging: a rule may ask how a thing stood when it was triggered, or that it never stands so") {
  model::Rule r = rule();
  r.each_traits = {"vessel"};
  r.on = tagged(K::done, {"touch"});
  r.before = {holds(is("band", {"off"}))};
  const F lift{K::done, 9, "red", "lift", "", "", "learner"};
  check_rows(r, {
                    {"it did not", {lift}, 60, "broken, not applicable"},
                    {"it did", {changes(5, "red", "band", "on", "off"), lift}, 60, "kept, not applicable"},
                    {"not any more",
                     {changes(5, "red", "band", "on", "off"), changes(6, "red", "band", "off", "on"), lift},
                     60,
                     "broken, not applicable"},
                    {"by this very change only",
                     {changes(9, "red", "band", "on", "off", "learner", 4), {K::done, 9, "red", "lift", "", "", "learner", 4}},
                     60,
                     "broken, not applicable"},
                });
  model::Rule never = rule();
  never.each_traits = {"vessel"};
  never.never = holds(is("cover", {"ajar"}));
  never.unless = {holds(is("band", {"off"}))};
  check_rows(
      never,
      {{"never", {}, 60, "kept, kept"},
       {"once is enough", {changes(5, "red", "cover", "shut", "ajar"), changes(6, "red", "cover", "ajar", "shut")}, 60, "broken, kept"},
       {"excused by a state", {changes(4, "red", "band", "on", "off"), changes(5, "red", "cover", "shut", "ajar")}, 60, "kept, kept"}});
}

TEST_CASE("judging: a fact counts only if its thing was so, as seen or in truth; a rule only for things that start so") {
  model::Rule r = rule();
  r.each_traits = {"vessel"};
  r.on = tagged(K::begun, {"touch"});
  r.before = {only_if(pattern(K::done, {"look"}), is("glow", {"bright"}))};
  const F look{K::done, 5, "red", "look", "", "", "learner"}, lift{K::begun, 9, "red", "lift", "", "", "learner"};
  const F bright{K::seen, 2, "red", "glow", "", "bright"}, dull{K::seen, 3, "red", "glow", "bright", "dull"};
  check_rows(r, {
                    {"looked while it glowed", {bright, look, lift}, 60, "kept, not applicable"},
                    {"looked when it was over", {bright, dull, look, lift}, 60, "broken, not applicable"},
                    {"nobody saw it glow", {look, lift}, 60, "broken, not applicable"},
                });
  r = duty();
  r.each_if = is("band", {"off"});
  check_rows(r, {{"no box starts so", {enters}, 60, "not applicable, not applicable"}});
  r.each_if = is("cover", {"shut"});
  check_rows(r, {{"all boxes do", {enters}, 60, "broken, broken"}});
}

TEST_CASE("judging: a `never` that applies from a moment on is kept by nobody who never came to it") {
  model::Rule r = rule();
  r.each_traits = {"vessel"};
  r.on = pattern(K::done, {"look"});
  r.never = pattern(K::done, {"lift"});
  const F look{K::done, 5, "red", "look", "", "", "learner"}, lift{K::done, 9, "red", "lift", "", "", "learner"};
  check_rows(r, {{"nothing happens", {}, 60, "not applicable, not applicable"},
                 {"it applies, and is kept", {look}, 60, "kept, not applicable"},
                 {"it applies, and is broken", {look, lift}, 60, "broken, not applicable"},
                 {"broken before it applied", {lift, look}, 60, "broken, not applicable"}});
  Court court({r});
  court.note(look).end(60);
  CHECK(court.rule_set.judgements(court.state)[0].own);
}

TEST_CASE("judging: forms of rules that ask for a state where none can be are refused") {
  const auto code = [](const model::Rule& r) {
    model::Scenario scenario = world();
    scenario.doctrine.rules = {r};
    model::Symbols symbols;
    const auto compiled = RuleSet::compile(scenario, symbols);
    return compiled.ok() ? std::string() : std::string(compiled.error().code);
  };
  model::Rule r = duty();
  CHECK(code(r) == "");
  r.each_traits.clear();
  CHECK(code(r) == "rule-form"); // whose state?
  r = duty();
  r.on = holds(is("band", {"on"}));
  CHECK(code(r) == "rule-form");
  r = duty();
  r.until = {holds(is("band", {"on"}))};
  CHECK(code(r) == "rule-form");
  r = duty();
  r.must->holds.compare = model::Compare::at_least;
  CHECK(code(r) == "rule-condition");
}

TEST_CASE("judging: kept by an act of the learner is another thing than kept") {
  const auto own = [](const model::Rule& r, const std::vector<F>& facts) {
    Court court({r});
    for (const F& fact : facts)
      court.note(fact);
    court.leave(50).end(60);
    CHECK(court.rule_set.judgements(court.state)[0].verdict == Verdict::kept);
    return court.rule_set.judgements(court.state)[0].own;
  };
  model::Rule r = duty();
  CHECK(own(r, {enters, changes(9, "red", "band", "on", "off")}));
  r.must = holds(is("band", {"on"})); // it stands from the start
  CHECK_FALSE(own(r, {enters}));
  r = rule();
  r.each_traits = {"vessel"};
  r.never = pattern(K::done, {"lift"});
  CHECK_FALSE(own(r, {enters})); // nothing was done
  r = rule();
  r.each_traits = {"vessel"};
  r.on = pattern(K::step_entered);
  r.must = tagged(K::done, {"isolates"});
  r.within = 900;
  CHECK(own(r, {enters, begins(4, "red", "turn"), {K::done, 5, "red", "turn", "", "", "learner"}}));
  CHECK(own(r, {enters, begins(4, "red", "turn", "ann"), {K::done, 5, "red", "turn", "", "", "ann"}})); // a task was given
  r = rule();
  r.each_traits = {"vessel"};
  r.on = pattern(K::changed, {"cover"});
  r.before = {pattern(K::done, {"look"})};
  const F opened = changes(9, "red", "cover", "shut", "ajar", "");
  CHECK(own(r, {{K::done, 5, "red", "look", "", "", "learner"}, opened}));
}

TEST_CASE("judging: of what one act broke of one kind the gravest is told, and the rest costs nothing") {
  model::Rule small = rule("small"), grave = rule("grave"), other = rule("other");
  for (model::Rule* each : {&small, &grave, &other})
    each->each_traits = {"vessel"}, each->harm = "spoils";
  small.never = pattern(K::changed, {"cover"});
  grave.never = pattern(K::changed, {"band"});
  grave.severity = Severity::fatal;
  other.never = pattern(K::begun, {"lift"});
  other.harm = "shames";
  const auto told = [&](const std::vector<F>& facts) {
    Court court({small, grave, other});
    for (const F& fact : facts)
      court.note(fact);
    court.end(99);
    std::string words;
    for (const Judgement& each : court.rule_set.judgements(court.state))
      if (each.verdict == Verdict::broken) words += fmt::format("{} {};", each.rule, each.consequence_of);
    const Score score = court.rule_set.score(court.state, {});
    return fmt::format("{} {}/{}", words, score.rules_won, score.rules_all);
  };
  const F cover = changes(10, "red", "cover", "shut", "ajar");
  F later = changes(40, "red", "band", "on", "off", "");
  later.origin = "lift", later.origin_at = 10;
  // Monitors: 0, 1 small on red, blue; 2, 3 grave; 4, 5 other. One small is kept with blue, and both others but for red.
  CHECK(told({begins(5, "red", "lift"), cover, changes(10, "red", "band", "on", "off")}) == "0 2;1 -1;2 -1; 20/30");
  CHECK(told({begins(5, "red", "lift"), cover, later}) == "0 2;1 -1;2 -1; 20/30"); // what the act armed is the act's
  later.origin_at = 4;
  CHECK(told({begins(5, "red", "lift"), cover, later}) == "0 -1;1 -1;2 -1; 20/40"); // armed before it
  later.origin_at = 10, later.origin = "turn";
  CHECK(told({begins(5, "red", "lift"), cover, later}) == "0 -1;1 -1;2 -1; 20/40"); // armed by something else
  CHECK(told({begins(5, "red", "lift"), cover, changes(10, "blue", "band", "on", "off")}) == "0 -1;1 -1;2 -1; 20/40"); // another thing
  Court two({small, grave});
  two.note(begins(5, "red", "lift"))
      .note(cover)
      .turn(12)
      .note(begins(20, "red", "lift"))
      .note(changes(22, "red", "band", "on", "off"))
      .end(99);
  CHECK(two.rule_set.judgements(two.state)[0].consequence_of == -1); // the same verb, another act
}

TEST_CASE("judging: of several graver ones the gravest is told, however the doctrine lists them") {
  model::Rule small = rule("small"), middle = rule("middle"), grave = rule("grave");
  for (model::Rule* each : {&small, &middle, &grave})
    each->each_traits = {"light"}, each->harm = "spoils";
  small.never = middle.never = grave.never = pattern(K::done, {"carry"});
  small.severity = Severity::minor, grave.severity = Severity::fatal;
  for (const std::vector<model::Rule>& listed : {std::vector{small, middle, grave}, {small, grave, middle}, {grave, middle, small}}) {
    Court court(listed);
    court.note(begins(5, "lamp", "carry")).note({K::done, 9, "lamp", "carry", "", "", "learner"}).end(20);
    for (const Judgement& each : court.rule_set.judgements(court.state)) {
      const bool gravest = listed[each.rule].id == "grave";
      CHECK((each.consequence_of < 0) == gravest);
      if (!gravest) CHECK(listed[static_cast<std::size_t>(each.consequence_of)].id == "grave");
    }
  }
}

// For authors: what keeps a rule open, and whether a trigger would find what it asks for.
TEST_CASE("judging: it can be told how far a rule has come") {
  model::Rule r = rule();
  r.on = pattern(K::done, {"lift"});
  r.before = {pattern(K::done, {"look"}), pattern(K::done, {"turn"})};
  r.before_any = {pattern(K::done, {"carry"})};
  r.unless = {pattern(K::seen, {"glow"})};
  r.was = is("flame", {"dark"}); // of any thing
  Court court({r});
  const auto told = [&] {
    court.turn(20); // what was noted has happened
    const Progress one = court.rule_set.progress(court.state).at(0);
    return fmt::format("{}{} {} {} {}", int{one.before[0]}, int{one.before[1]}, one.before_any, one.unless, one.was);
  };
  CHECK(told() == "00 false false false");
  court.note({K::done, 5, "red", "turn", "", "", "learner"});
  CHECK(told() == "01 false false false");
  court.note({K::done, 6, "lamp", "carry", "", "", "learner"});
  CHECK(told() == "01 true false false");
  court.note(changes(7, "lamp", "flame", "lit", "dark"));
  CHECK(told() == "01 true false true");
  court.note({K::seen, 8, "blue", "glow", "", "red"});
  CHECK(told() == "01 true true true");
}

TEST_CASE("judging: a loss by what a broken major rule guards against does not pass") {
  model::Rule r = duty();
  r.against = {"flood"};
  const auto losing = [&](const std::vector<F>& facts, Severity severity = Severity::major) {
    model::Rule graded = r;
    graded.severity = severity;
    model::Scenario scenario = world();
    scenario.doctrine.cut_per_mille = 0;
    Court court(scenario, {graded});
    for (const F& fact : facts)
      court.note(fact);
    court.leave(50).end(60);
    const Score score = court.rule_set.score(court.state, {});
    CHECK(score.passed == score.losing_rules.empty());
    return !score.losing_rules.empty();
  };
  F lost{K::lost, 40, "red", "letter"};
  lost.cause = "flood";
  CHECK(losing({enters, lost}));
  CHECK_FALSE(losing({enters, lost}, Severity::minor));
  CHECK_FALSE(losing({enters, lost, {K::secured, 41, "red", "letter"}}));
  CHECK_FALSE(losing({enters, changes(9, "red", "band", "on", "off"), lost})); // kept: it was chance
  F sealed = lost;
  sealed.kind = K::sealed;
  CHECK(losing({enters, sealed}));
  CHECK_FALSE(losing({enters, sealed, {K::opened, 45, "red", "letter"}}));
  F armed = lost;
  armed.cause = "drips", armed.origin = "flood", armed.origin_at = 12;
  CHECK(losing({enters, armed}));
  F fire = lost;
  fire.cause = "fire";
  CHECK_FALSE(losing({enters, fire})); // it does not guard against that
  F asked_late = enters;
  asked_late.at = 45;
  CHECK_FALSE(losing({lost, asked_late})); // lost before it was asked for
}

TEST_CASE("judging: of each competency that is declared an act must have kept a rule") {
  model::Scenario scenario = world();
  scenario.competencies = {"care", "speed"};
  scenario.doctrine.cut_per_mille = 0;
  model::Rule care = duty(), speed = rule("speed");
  care.competency = "care";
  speed.competency = "speed";
  speed.never = pattern(K::done, {"lift"});
  Court idle(scenario, {care, speed});
  idle.note(enters).leave(50).end(60);
  CHECK(idle.rule_set.score(idle.state, {}).not_shown == std::vector<model::Id>{"care", "speed"});
  CHECK_FALSE(idle.rule_set.score(idle.state, {}).passed);
  scenario.competencies = {"care"};
  Court one(scenario, {care, speed});
  one.note(enters).note(changes(9, "red", "band", "on", "off")).leave(50).end(60);
  CHECK(one.rule_set.score(one.state, {}).not_shown.empty());
  CHECK(one.rule_set.score(one.state, {}).passed);
}

} // namespace firsthand::judging::test
