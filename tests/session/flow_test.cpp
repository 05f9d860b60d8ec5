// Steps in their order, turns, refusals, and the end of an attempt.
#include "tests/session/fixture.h"

namespace firsthand::session::test {

TEST_CASE("session: an attempt begins in the first step, at turn 0") {
  Game game;
  CHECK(game.step() == "door");
  CHECK(game.attempt.turn == 0);
  CHECK(game.facts.front() == "attempt-began @0");
  CHECK(game.facts.back() == "step-entered door ask @0");
}

TEST_CASE("session: what is refused changes nothing") {
  Game game;
  const std::string before = game.digest();
  CHECK(game.act("go on") == "cannot-go-on");
  CHECK(game.act("do table look jar") == "step-not-open");
  CHECK(game.act("do table note") == "step-not-open");
  CHECK(game.act("do door pick option=option") == "no-such-option");
  CHECK(game.digest() == before);
  CHECK(game.attempt.turn == 0);
  CHECK(game.last.empty());
  game.acts({"do door pick option=right", "go on"});
  const std::string in_room = game.digest();
  CHECK(game.act("do table shut jar") == "not-offered"); // the scene's own refusal
  CHECK(game.digest() == in_room);
}

TEST_CASE("session: a stale turn is refused") {
  Game game;
  const auto pick = parse_action("do door pick option=left", game.p.symbols);
  model::FactList list;
  CHECK_FALSE(advance(game.p, game.attempt, *pick, 0, list));
  const auto again = advance(game.p, game.attempt, *pick, 0, list); // the second click of a double click
  REQUIRE(again);
  CHECK(again->code == "stale-turn");
  CHECK(game.attempt.turn == 1);
}

TEST_CASE("session: a good attempt passes and says so") {
  Game game;
  game.acts({"do door pick option=right", "go on", "do table look jar", "do table open jar", "do table shut jar", "go on"});
  CHECK(game.step() == "late");
  game.acts({"do late pick option=right", "go on"});
  CHECK(game.step() == "word");
  CHECK(game.said("step-left late ask @80")); // 20 s of acts and the minute that the step costs
  game.acts({"do word pick option=right", "go on"});
  CHECK(game.step() == "over");
  CHECK(game.attempt.ending == Ending::passed);
  CHECK(game.facts.back() == "attempt-ended passed @80");
  CHECK(game.said("graded door ask @0"));
  CHECK(score(game.p, game.attempt).per_mille == 1000);
  CHECK(game.act("go on") == "attempt-over");
  CHECK(offers(game.p, game.attempt).actions.empty());
}

TEST_CASE("session: `only-if` skips a step, `then` jumps forward") {
  Game skipped;
  skipped.acts({"do door pick option=right", "go on", "do table open jar", "go on"}); // the jar is ajar: "late" is skipped
  CHECK(skipped.step() == "word");
  Game jumped;
  jumped.acts({"do door pick option=right", "go on", "do table open jar", "wait 30 s", "do table shut jar", "go on"});
  CHECK(jumped.step() == "word"); // the milk is sour; "late" would not have been skipped
  CHECK(jumped.said("lost jar flavour @35"));
}

TEST_CASE("session: a step that must end ends by itself") {
  Game game;
  game.acts({"do door pick option=right", "go on", "wait 10 min"});
  CHECK(game.step() == "late");
  CHECK(game.said("step-left table room @600"));
}

TEST_CASE("session: a fatal rule fails the attempt whatever the grades") {
  Game game;
  game.acts({"do door pick option=right", "go on", "do table look jar", "do table open jar", "wait 30 s", "go on",
             "do word pick option=right", "go on"});
  CHECK(game.attempt.ending == Ending::failed);
  const judging::Score found = score(game.p, game.attempt);
  CHECK(found.fatal);
  CHECK(found.per_mille == 1000);
}

TEST_CASE("session: skipped steps are not graded; wrong answers cost") {
  Game game;
  game.acts({"do door pick option=left", "go on", "do table open jar", "go on", "do word pick option=right", "go on"});
  CHECK(game.attempt.grades == std::vector<int>{0, -1, -1, 1000});
  CHECK(score(game.p, game.attempt).per_mille == 150); // look-first broken: 0 of 70; one of two steps: 15 of 30
  CHECK(game.attempt.ending == Ending::failed);
}

TEST_CASE("session: a note costs nothing and keeps its text to itself") {
  Game game;
  const std::string before = game.digest();
  game.acts({"do door note text=\"Blue door\""});
  CHECK(game.attempt.notes == 1);
  CHECK(game.facts.back() == "noted @0");
  CHECK(game.last[0].by == game.p.words.learner);
  CHECK(game.attempt.turn == 1);
  CHECK(game.digest() == before); // no rule of this kitchen cares
}

TEST_CASE("session: equal states have equal digests, and different ones do not") {
  Game straight, noted;
  straight.acts({"do door pick option=right", "go on"});
  noted.acts({"do door note", "do door pick option=left", "do door note", "do door pick option=right", "go on"});
  CHECK(straight.digest() == noted.digest());
  CHECK(straight.attempt.turn != noted.attempt.turn);
  noted.acts({"wait 1 s"});
  CHECK(straight.digest() != noted.digest());
}

TEST_CASE("session: offers are accepted, all of them, and everything else is refused") {
  Game game;
  game.acts({"do door pick option=left", "go on", "do table open jar"});
  const Offers all = offers(game.p, game.attempt);
  std::vector<std::string> lines;
  for (const Action& action : all.actions) {
    lines.push_back(action_words(action, game.p.symbols));
    Attempt copy = game.attempt;
    model::FactList list;
    CHECK_FALSE(advance(game.p, copy, action, copy.turn, list));
  }
  CHECK(lines == std::vector<std::string>{"do table look jar", "do table shut jar", "do table note", "go on"});
}

TEST_CASE("session: closing ends without a verdict") {
  Game game;
  model::FactList list;
  close(game.p, game.attempt, list);
  CHECK(game.attempt.ending == Ending::closed);
  REQUIRE(list.facts.size() == 1);
  CHECK(fact_line(list.facts[0], game.p.symbols) == "attempt-ended closed @0");
  CHECK(game.attempt.turn == 1);
  close(game.p, game.attempt, list);
  CHECK(list.facts.size() == 1);
}

TEST_CASE("session: what cannot be prepared says why") {
  const auto code = [](const model::Scenario& scenario, bool with_specs = true) {
    std::vector<StepSpec> specs;
    for (const model::Step& each : scenario.steps)
      if (with_specs) specs.push_back({each.id, std::make_shared<NoSpec>()});
    const auto prepared = prepare(scenario, {}, specs, catalogue(), {});
    return prepared.ok() ? std::string("ok") : prepared.error().code;
  };
  model::Scenario s = kitchen();
  CHECK(code(s) == "ok");
  CHECK(code(s, false) == "step-not-read");
  s.steps[0].kind = "dance";
  CHECK(code(s) == "unknown-step-kind");
  s = kitchen();
  s.steps[1].then[0].step = "door";
  CHECK(code(s) == "then-not-forward");
  s.steps.clear();
  CHECK(code(s) == "no-steps");
}

TEST_CASE("session: a seed that counts depends on key, person, content and number, and on nothing else") {
  const std::array<std::uint8_t, 4> key{1, 2, 3, 4}, other_key{1, 2, 3, 5};
  const crypto::Hash rules = crypto::sha256("a"), other_rules = crypto::sha256("b");
  const auto seed = seed_of(key, "p", rules, 1).bytes;
  CHECK(seed == seed_of(key, "p", rules, 1).bytes);
  CHECK(seed != seed_of(other_key, "p", rules, 1).bytes);
  CHECK(seed != seed_of(key, "q", rules, 1).bytes);
  CHECK(seed != seed_of(key, "p", other_rules, 1).bytes);
  CHECK(seed != seed_of(key, "p", rules, 2).bytes);
}

} // namespace firsthand::session::test
