// Derived values: they follow whatever they read, in whatever order they were declared, also across things.
#include "tests/simulation/workshop.h"

#include <doctest/doctest.h>

using stage::FactKind;
using stage::Stage;

namespace {

// Declared against their order: `third` reads `second`, which reads `first`, which reads the state.
stage::model::EntityModel ladder() {
  auto made = stage::thing("ladder");
  made.state = {stage::state("foot", {"firm", "loose"})};
  made.derived = {{"third", {{"yes", stage::is("second", "yes")}}, "no", {}},
                  {"second", {{"yes", stage::is("first", "yes")}}, "no", {}},
                  {"first", {{"yes", stage::is("foot", "firm")}}, "no", {}}};
  made.verbs = {stage::verb("kick", 1, stage::sets({{"foot", "loose"}}))};
  made.events = {stage::when("falls", stage::is("third", "no"), {})};
  return made;
}

} // namespace

TEST_CASE("simulation: derived values follow one another in one change") {
  Stage s;
  s.add(ladder()).begin();
  CHECK(s.value("ladder", "third") == "yes");
  s.act("kick", "ladder");
  CHECK(s.value("ladder", "third") == "no");
  CHECK(s.count(FactKind::changed, "third") == 1);
  CHECK(s.count(FactKind::event, "falls") == 1);
}

TEST_CASE("simulation: a derived value reads through a relation and follows where it leads") {
  auto flag = stage::thing("flag");
  flag.relations = {stage::relation("on", {"ladder"})};
  flag.derived = {{"safe", {{"yes", stage::is("on.third", "yes")}}, "no", {}}};
  flag.verbs = {stage::verb("move", 1, stage::sets({{"on", "with"}}))};
  flag.verbs[0].with_traits = {"ladder"};
  auto model = ladder();
  model.traits = {"ladder"};
  Stage s;
  s.add(flag, {{"on", "left"}}).add_as("left", model).add_as("right", model).begin();
  CHECK(s.value("flag", "safe") == "yes");
  s.act("kick", "right");
  CHECK(s.value("flag", "safe") == "yes");
  s.act("move", "flag", "right");
  CHECK(s.value("flag", "safe") == "no");
  s.act("move", "flag", "left");
  CHECK(s.value("flag", "safe") == "yes");
  s.act("kick", "left");
  CHECK(s.value("flag", "safe") == "no");
}

TEST_CASE("simulation: a circle that reading overlooked does not hang") {
  auto odd = stage::thing("odd");
  odd.derived = {{"hen", {{"yes", stage::is("egg", "yes")}}, "no", {}},
                 {"egg", {{"yes", stage::all({stage::is("nest", "full"), stage::is("hen", "no")})}}, "no", {}}};
  odd.state = {stage::state("nest", {"empty", "full"})};
  odd.verbs = {stage::verb("fill", 1, stage::sets({{"nest", "full"}}))};
  Stage s;
  s.add(odd).begin();
  CHECK(s.act("fill", "odd") == stage::Refusal::none);
}
