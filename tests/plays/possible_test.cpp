// What can come up in a lesson at all: a rule about what no model here can show, change or hold is none of this lesson's rules.
#include "tests/plays/linted_world.h"

#include "engine/proving/possible.h"
#include "engine/proving/table.h"

#include <doctest/doctest.h>

using namespace firsthand;
using namespace firsthand::reading_test;

namespace {

struct RuleCase {
  const char* name;
  std::string rule; // its lines
  std::vector<std::pair<std::string, std::string>> changes;
  bool comes_up, can_break;
};

const std::string shut = "    on: {seen: lamp, to: lit}\n    within: 1 min\n    must: {done: close-lid}\n";
const std::string tight = "    on: {changed: in, to: any}\n    within: leaving\n    must: {holds: {in.leak: tight}}\n";
const std::string put_in =
    "  put-in: {group: touch, label: Put it in, takes: 1 s, with: shield, offered: {holder: any}, sets: {in: with}}\n";
const std::string box_verbs = "verbs:\n  look: {group: look, label: Look closely, takes: 15 s}\n";
const std::string start_off = "exhibits:\n  - {id: box, model: box, name: Box, start: {power: \"off\", holder: you}}\n";
const std::string start_tight = "instruments:\n  - {id: tin, model: tin, name: Tin, start: {leak: tight}}\n";
const std::string derives = "derived:\n  looks: {shut: {lid: closed}, otherwise: wide}\n";

std::vector<RuleCase> cases_of_what_is_seen() {
  return {
      {"a lamp that is lit at the start", shut, {}, true, true},
      {"a lamp that nothing lights", shut, {{"scenario", start_off}}, false, false},
      {"a lamp that an event lights",
       shut,
       {{"scenario", start_off}, {"device", "events:\n  wake: {at: auto-off, sets: {power: on}}\n"}},
       true,
       true},
      {"a lamp that a person's answer lights",
       shut,
       {{"scenario", start_off},
        {"person",
         "relations: {thing: computer}\nverbs:\n  ask: {group: ask, label: Ask, takes: 5 s, answers: [{id: yes-sir, says: \"Yes.\", "
         "sets: {thing.power: on}}]}\n"}},
       true,
       true},
      {"a cue that nothing here has", "    on: {seen: lamp, to: dim}\n    within: 1 min\n    must: {done: close-lid}\n", {}, false, false},
      {"a lamp that lights and nobody's rule",
       "    on: {seen: lamp, to: dark}\n    within: 1 min\n    must: {done: close-lid}\n",
       {},
       true,
       true},
  };
}

std::vector<RuleCase> cases_of_states() {
  return {
      {"a lid that an act closes", "    never: {holds: {lid: closed}}\n", {}, true, true},
      {"a lid that nothing closes", "    never: {holds: {lid: closed}}\n", {{"device", box_verbs}}, false, false},
      {"a lid that nothing closes, or a light", "    never: {holds: [{lid: closed}, {power: on}]}\n", {{"device", box_verbs}}, true, true},
      {"a lid that nothing closes, and a light", "    never: {holds: {lid: closed, power: on}}\n", {{"device", box_verbs}}, false, false},
      {"what is derived from it", "    never: {changed: looks, to: shut}\n", {{"device", derives}}, true, true},
      {"what is derived from what nothing does",
       "    never: {changed: looks, to: shut}\n",
       {{"device", box_verbs + derives}},
       false,
       false},
      {"an amount", "    never: {holds: {power: on, in: none}}\n", {}, true, true},
  };
}

std::vector<RuleCase> cases_of_what_is_wanted() {
  const std::string verbs = box_verbs + put_in;
  return {
      {"a shield that may leak", tight, {{"device", verbs}}, true, true},
      {"a shield that is tight", tight, {{"device", verbs}, {"scenario", start_tight}}, true, false},
      {"a tight one, taken out again",
       tight,
       {{"device", verbs + "  take-out: {group: touch, label: Take it out, takes: 1 s, sets: {in: none}}\n"}, {"scenario", start_tight}},
       true,
       true},
      {"a tight one, out of it only while somebody looks",
       tight,
       {{"device", verbs + "  peep: {group: touch, label: Peep, takes: 5 s, during: {in: none}}\n"}, {"scenario", start_tight}},
       true,
       false},
      {"a tight one, wanted within a time",
       "    on: {changed: in, to: any}\n    within: 1 min\n    must: {holds: {in.leak: tight}}\n",
       {{"device", verbs}, {"scenario", start_tight}},
       true,
       true},
  };
}

World world_with(const RuleCase& one) {
  World world;
  world.change("vocabulary", "variables: {power: [on, off], looks: [wide, shut], lid: [open, closed], leak: [tight, leaks]}\n"
                             "relations: {holder: Who has it, in: What it is in, thing: What is meant}\n");
  world.change("doctrine", "format: 2\nrules:\n  asked:\n    title: A rule\n    each: computer\n" + one.rule +
                               "    breaks: {severity: minor, harm: destroys, competency: care}\n    why: It is only an example.\n"
                               "    source: guide-a\n    numbers: training-value\n");
  for (const auto& [file, snippet] : one.changes)
    world.change(file, snippet);
  return world;
}

} // namespace

TEST_CASE("possible: a rule comes up where something here can begin or break it, and nowhere else") {
  std::vector<RuleCase> all = cases_of_what_is_seen();
  for (const auto& some : {cases_of_states(), cases_of_what_is_wanted()})
    all.insert(all.end(), some.begin(), some.end());
  for (const RuleCase& one : all) {
    CAPTURE(one.name);
    World world = world_with(one);
    const content::LintResult lint = lint_of(world);
    REQUIRE(!lint.scenarios.empty());
    REQUIRE_MESSAGE(lint.scenarios[0].content->usable(), text_of(lint));
    const session::Prepared& prepared = lint.scenarios[0].content->prepared();
    const proving::Possible possible(prepared);
    REQUIRE(prepared.scenario.doctrine.rules.size() == 1);
    CHECK(possible.can_come_up(prepared.scenario.doctrine.rules[0]) == one.comes_up);
    CHECK(possible.can_break(prepared.scenario.doctrine.rules[0]) == one.can_break);
    CHECK(proving::rules_at_work(prepared).size() == (one.comes_up ? 1 : 0));
  }
}

// Erring towards "may" is allowed; the other way is not.
TEST_CASE("possible: what is called impossible in the lessons happens in no play of theirs") {
  content::LintResult lint;
  const auto located = content::locate(std::filesystem::path(FIRSTHAND_SOURCE) / "scenarios");
  REQUIRE(located);
  const content::DiskFiles files({{FIRSTHAND_SOURCE, "", "", true}, located->root});
  content::lint_content(files.view_of(located->root), all_modules(), *located, lint);
  std::size_t called_impossible = 0;
  for (const content::ScenarioLint& lesson : lint.scenarios) {
    const session::Prepared& prepared = lesson.content->prepared();
    const proving::Possible possible(prepared);
    for (const proving::NamedPlay& play : lesson.acts) {
      CAPTURE(play.name);
      proving::Player player(prepared, play.chance);
      player.follow(play.acts);
      for (const judging::Judgement& judged : prepared.rule_set.judgements(player.attempt().judgements)) {
        const model::Rule& rule = prepared.scenario.doctrine.rules[judged.rule];
        if (possible.can_break(rule)) continue;
        ++called_impossible;
        CAPTURE(rule.id);
        CHECK(judged.verdict != judging::Verdict::broken);
        if (rule.on && !possible.can_come_up(rule)) CHECK(judged.verdict != judging::Verdict::kept);
      }
    }
  }
  CHECK(called_impossible > 0);
}
