// Verdicts and steps to a score in per mille, and who passes.
#include "tests/judging/fixture.h"

namespace firsthand::judging::test {

using K = FactKind;
using Severity = model::Severity;

namespace {
model::Rule never_verb(const char* id, const char* name, Severity severity) {
  model::Rule r = rule(id);
  r.never = pattern(K::done, {name});
  r.severity = severity;
  return r;
}
F does(const char* entity, const char* name) { return {K::done, 3, entity, name, "", "", "learner"}; }
} // namespace

TEST_CASE("judging: majors weigh ten, minors four, fatals only gate") {
  Court court(
      {never_verb("a", "lift", Severity::major), never_verb("b", "turn", Severity::minor), never_verb("c", "carry", Severity::fatal)});
  court.note(does("red", "turn")).end(9);
  const Score score = court.rule_set.score(court.state, {{10, 1000}, {10, 500}});
  CHECK(score.rules_won == 10);
  CHECK(score.rules_all == 14);
  CHECK(score.steps_won == 15000);
  CHECK(score.steps_all == 20000);
  CHECK(score.per_mille == 725); // 1000·(70·10/14 + 30·3/4)/100
  CHECK(score.passed);
  CHECK_FALSE(score.fatal);
}

TEST_CASE("judging: what cost points adds up to the score, the dearest first, and a fatal error costs none") {
  Court court(
      {never_verb("a", "lift", Severity::major), never_verb("b", "turn", Severity::minor), never_verb("c", "carry", Severity::fatal)});
  court.note(does("red", "turn")).note(does("lamp", "carry")).end(9);
  const Costs costs = court.rule_set.costs(court.state, {{10, 1000}, {10, 500}});
  CHECK(costs.kept == 72); // 72.5
  REQUIRE(costs.rows.size() == 2);
  CHECK(costs.rows[0].kind == Cost::Kind::rule);
  CHECK(court.rule_set.doctrine().rules[court.rule_set.judgements(court.state)[costs.rows[0].index].rule].id == "b");
  CHECK(costs.rows[0].points == 20); // 70·4/14
  CHECK(costs.rows[1].kind == Cost::Kind::step);
  CHECK(costs.rows[1].index == 1);
  CHECK(costs.rows[1].points == 8); // 30/4, and what was rounded off
  CHECK(court.rule_set.costs(court.state, {}).rows.size() == 1);
  CHECK(court.rule_set.costs(court.state, {}).kept == 71); // 1000·10/14
}

TEST_CASE("judging: a broken fatal rule fails whatever the score") {
  Court court({never_verb("a", "lift", Severity::major), never_verb("c", "carry", Severity::fatal)});
  court.note(does("lamp", "carry")).end(9);
  const Score score = court.rule_set.score(court.state, {});
  CHECK(score.per_mille == 1000);
  CHECK(score.fatal);
  CHECK(score.fatal_rules == std::vector<std::size_t>{1});
  CHECK_FALSE(score.passed);
}

TEST_CASE("judging: the cut decides, to the point") {
  const auto passes = [](int cut) {
    model::Scenario s = world();
    s.doctrine.cut_per_mille = cut;
    s.weight_rules = 50;
    s.weight_steps = 50;
    Court court(s, {never_verb("a", "lift", Severity::major)});
    court.end(9);
    return court.rule_set.score(court.state, {{10, 333}}).passed; // 500 + 166.5
  };
  CHECK(passes(666));
  CHECK_FALSE(passes(667));
}

TEST_CASE("judging: what did not apply leaves the rest alone") {
  model::Rule absent = rule("absent");
  absent.on = pattern(K::done, {"lift"});
  absent.before = {pattern(K::done, {"look"})};
  Court court({absent});
  court.end(9);
  CHECK(court.rule_set.score(court.state, {{10, 400}}).per_mille == 400);
  CHECK(court.rule_set.score(court.state, {}).per_mille == 1000);
}

TEST_CASE("judging: a fatal rule is named once, however many things it was broken for, and each that was broken is named") {
  model::Rule fatal = never_verb("a", "lift", Severity::fatal);
  fatal.each_traits = {"vessel"};
  Court court({fatal, never_verb("b", "turn", Severity::minor), never_verb("c", "carry", Severity::fatal)});
  court.note(does("red", "lift")).note(does("blue", "lift")).note(does("lamp", "carry")).end(9);
  const Score score = court.rule_set.score(court.state, {});
  CHECK(score.fatal_rules == std::vector<std::size_t>{0, 2});
  CHECK(score.rules_all == 4);
}

TEST_CASE("judging: rules and steps share the score by their weights, each with its own fraction") {
  const auto per_mille = [](int rules, int steps, std::vector<std::pair<int, int>> grades, bool broken = false) {
    model::Scenario s = world();
    s.weight_rules = rules, s.weight_steps = steps;
    Court court(s, {never_verb("a", "lift", Severity::major), never_verb("b", "turn", Severity::minor)});
    if (broken) court.note(does("red", "turn"));
    court.end(9);
    return court.rule_set.score(court.state, grades).per_mille;
  };
  CHECK(per_mille(60, 40, {{10, 0}}) == 600);
  CHECK(per_mille(60, 40, {{10, 1000}}) == 1000);
  CHECK(per_mille(100, 0, {{10, 0}}) == 1000);
  CHECK(per_mille(0, 100, {{10, 250}}) == 250);
  CHECK(per_mille(50, 50, {{10, 0}, {30, 1000}}) == 875);
  CHECK(per_mille(50, 50, {}, true) == 714);                    // ten of fourteen
  CHECK(per_mille(70, 30, {{1, 1000}, {2, 500}}, true) == 700); // 0.7 · 10/14 + 0.3 · 2/3
}

TEST_CASE("judging: every thing a rule applied to counts once") {
  model::Rule r = never_verb("a", "lift", Severity::minor);
  r.each_traits = {"vessel"};
  Court court({r});
  court.note(does("red", "lift")).end(9);
  const Score score = court.rule_set.score(court.state, {});
  CHECK(score.rules_won == 4);
  CHECK(score.rules_all == 8);
  CHECK(score.per_mille == 500);
}

} // namespace firsthand::judging::test
