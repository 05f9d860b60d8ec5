// Properties over random walks: the same input gives the same facts and bytes; copies live alike; offers and refusals agree.
#include "tests/simulation/workshop.h"

#include <doctest/doctest.h>

using stage::Command;
using stage::Refusal;
using stage::Stage;

namespace {

// A small generator of our own, so that a walk is the same on every machine.
struct Dice {
  std::uint64_t state;
  std::size_t below(std::size_t bound) {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::size_t>((state >> 33) % bound);
  }
};

Stage busy_workshop() {
  Stage s = stage::workshop();
  s.use("beacon").settings = {{"wipe-at", 900}};
  auto& alarm = s.scenario.models[1];
  alarm.events.push_back(stage::every("ping", stage::is("online", "yes"), 45, {}));
  alarm.events.back().chance = "heard";
  alarm.events.back().odds = {{"happens", 1}, {"no", 2}};
  alarm.events.back().effects.adds = {{"noise", stage::unit, {}}};
  alarm.gauges = {stage::gauge("noise", 50 * stage::unit, 0, {{-stage::unit / 1000, {}}})};
  alarm.events.push_back(
      stage::when("loud", stage::amount("noise", stage::Compare::at_least, 3 * stage::unit), stage::sets({{"radio", "quiet"}})));
  return s;
}

// Any command at all: most are refused.
Command any_command(const Stage& s, Dice& dice) {
  const auto& entities = s.scenario.entities;
  Command command;
  if (dice.below(6) == 0) {
    command.kind = Command::Kind::wait;
    command.seconds = static_cast<stage::base::Seconds>(dice.below(90));
    return command;
  }
  const auto& use = entities[dice.below(entities.size())];
  const auto& verbs = s.scenario.model_of(use).verbs;
  command.entity = s.symbols.find(use.id);
  if (!verbs.empty()) command.verb = s.symbols.find(verbs[dice.below(verbs.size())].name);
  if (dice.below(3) == 0) command.with = s.symbols.find(entities[dice.below(entities.size())].id);
  if (dice.below(4) == 0) {
    command.kind = Command::Kind::task;
    command.by = s.symbols.find(entities[dice.below(entities.size())].id);
  }
  return command;
}

bool listed(const std::vector<stage::simulation::Offer>& offers, const Command& command) {
  for (const auto& offer : offers)
    if (offer.verb == command.verb && offer.entity == command.entity && offer.with == command.with && offer.by == command.by)
      return (offer.by != 0) == (command.kind == Command::Kind::task);
  return false;
}

struct Walk {
  std::vector<stage::model::Fact> facts;
  std::string digest;
  int applied = 0;
};

Walk walk(std::uint64_t seed, bool through_copies) {
  Stage s = busy_workshop().begin({}, static_cast<std::uint8_t>(seed));
  Dice dice{seed};
  Walk result;
  for (int i = 0; i < 120; ++i) {
    const Command command = any_command(s, dice);
    if (through_copies) {
      stage::World copy = s.world;
      result.applied += s.scene.apply(copy, command, s.facts) == Refusal::none ? 1 : 0;
      s.world = copy;
    } else {
      result.applied += s.scene.apply(s.world, command, s.facts) == Refusal::none ? 1 : 0;
    }
  }
  result.facts = s.facts.facts;
  result.digest = s.digest();
  return result;
}

} // namespace

TEST_CASE("simulation: the same seed and commands give the same facts and digest, also through copies") {
  int applied = 0;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const Walk first = walk(seed, false), again = walk(seed, false), copied = walk(seed, true);
    CHECK(first.facts == again.facts);
    CHECK(first.digest == again.digest);
    CHECK(first.facts == copied.facts);
    CHECK(first.digest == copied.digest);
    applied += first.applied;
  }
  CHECK(applied > 400); // the walks do walk
  CHECK(walk(1, false).digest != walk(2, false).digest);
}

TEST_CASE("simulation: what is offered is listed, what is not is refused and changes nothing") {
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    Stage s = busy_workshop().begin({}, static_cast<std::uint8_t>(seed));
    Dice dice{seed * 77};
    for (int i = 0; i < 150; ++i) {
      const Command command = any_command(s, dice);
      const stage::World before = s.world;
      const bool offered = s.scene.offered(s.world.seen, command);
      if (command.kind != Command::Kind::wait) REQUIRE(offered == listed(s.scene.offers(before.seen), command));
      const Refusal refusal = s.scene.apply(s.world, command, s.facts);
      REQUIRE((refusal == Refusal::none) == offered);
      if (!offered) REQUIRE(s.world == before);
    }
  }
}

TEST_CASE("simulation: time passes alike in one piece and in many") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    Stage whole = busy_workshop().begin({}, static_cast<std::uint8_t>(seed));
    Stage pieces = busy_workshop().begin({}, static_cast<std::uint8_t>(seed));
    Dice dice{seed};
    for (int round = 0; round < 10; ++round) {
      const auto seconds = static_cast<stage::base::Seconds>(1 + dice.below(200));
      whole.pass(seconds);
      for (stage::base::Seconds i = 0; i < seconds; ++i)
        pieces.pass(1);
      const Command command = any_command(whole, dice);
      whole.scene.apply(whole.world, command, whole.facts);
      pieces.scene.apply(pieces.world, command, pieces.facts);
    }
    CHECK(whole.facts.facts == pieces.facts.facts);
    CHECK(whole.digest() == pieces.digest());
  }
}

TEST_CASE("simulation: two waits are one wait where nothing is seen between") {
  Stage once = stage::workshop().begin(stage::tight()), twice = stage::workshop().begin(stage::tight());
  once.wait(60);
  twice.wait(30);
  twice.wait(30);
  twice.world.batch = once.world.batch; // only the number of changes may differ
  CHECK(once.world == twice.world);
}

TEST_CASE("simulation: what is kept after every act agrees with looking at everything afresh") {
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    Stage s = busy_workshop().begin({}, static_cast<std::uint8_t>(seed));
    Dice dice{seed * 13};
    for (int i = 0; i < 80; ++i) {
      s.scene.apply(s.world, any_command(s, dice), s.facts);
      const bool online =
          s.scene.holds(s.world, stage::all({stage::is("beacon.power", "on"), stage::is("beacon.radio", "on"),
                                             stage::any({stage::is("beacon.in", "none"),
                                                         stage::all({stage::is("beacon.in", "box"), stage::is("box.leak", "leaks")})})}));
      REQUIRE(s.value("beacon", "online") == (online ? "yes" : "no"));
      const bool desk = s.value("mill", "power") == "on" && s.value("mill", "door") == "open" && s.value("mill", "lock") == "unlocked";
      REQUIRE((s.seen("mill", "panel") == "desk") == desk);
      const auto books = s.item("open-books");
      REQUIRE(books.open == (books.alive && s.value("mill", "power") == "on" && s.value("mill", "lock") == "unlocked"));
    }
  }
}

TEST_CASE("simulation: every field of a world is in its digest") {
  Stage s = stage::workshop().begin(stage::tight());
  const std::string before = s.digest();
  const auto differs = [&](auto change) {
    stage::World other = s.world;
    change(other);
    return s.digest_of(other) != before;
  };
  CHECK(differs([](stage::World& w) { ++w.now; }));
  CHECK(differs([](stage::World& w) { ++w.values[0]; }));
  CHECK(differs([](stage::World& w) { ++w.relations[0]; }));
  CHECK(differs([](stage::World& w) { ++w.gauges[0]; }));
  CHECK(differs([](stage::World& w) { ++w.timers[0]; }));
  CHECK(differs([](stage::World& w) { ++w.origins[0]; }));
  CHECK(differs([](stage::World& w) { ++w.truths[0]; }));
  CHECK(differs([](stage::World& w) { ++w.items[0]; }));
  CHECK(differs([](stage::World& w) { ++w.draws[0]; }));
  CHECK(differs([](stage::World& w) { ++w.origin_at[0]; }));
  CHECK(differs([](stage::World& w) { ++w.rates[0]; }));
  CHECK(differs([](stage::World& w) { ++w.fixed_draws[0]; }));
  CHECK(differs([](stage::World& w) { ++w.batch; }));
  CHECK(differs([](stage::World& w) { ++w.seed.bytes[0]; }));
  CHECK(differs([](stage::World& w) { ++w.seen.cues[0]; }));
  CHECK(differs([](stage::World& w) { ++w.seen.seen_at[0]; }));
  CHECK(differs([](stage::World& w) { ++w.seen.relations[0]; }));
  CHECK(differs([](stage::World& w) { ++w.seen.done[0]; }));
}

TEST_CASE("simulation: a scene beyond its bounds is refused in words") {
  Stage s;
  for (int i = 0; i < 61; ++i)
    s.add_as("lamp-" + std::to_string(i), stage::thing("lamp"));
  const auto prepared = stage::simulation::Scene::prepare(s.scenario, s.symbols);
  REQUIRE_FALSE(prepared.ok());
  CHECK(prepared.error().code == "scene-too-large");
}
