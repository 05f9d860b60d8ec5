// What must emerge of the settled sketch without special cases, number by number.
#include "tests/simulation/workshop.h"

#include <doctest/doctest.h>

using stage::FactKind;
using stage::Stage;

TEST_CASE("simulation: an idle mill locks itself at 300 s") {
  Stage s = stage::workshop().begin(stage::tight());
  CHECK(s.wait(600) == stage::Refusal::none);
  CHECK(s.when_was(FactKind::changed, "lock", "locked") == 300);
  CHECK(s.world.now == 300); // what is seen at a glance changed: the wait is over
  CHECK(s.fact(FactKind::waited, "")->amount == 300);
}

TEST_CASE("simulation: input restarts the idle delay") {
  Stage s = stage::workshop().begin(stage::tight());
  s.pass(200);
  s.act("touch", "mill");
  s.wait(600);
  CHECK(s.when_was(FactKind::changed, "lock", "locked") == 500);
  CHECK(s.word(s.fact(FactKind::changed, "lock", "locked")->origin) == "touch");
  CHECK(s.fact(FactKind::changed, "lock", "locked")->origin_at == 200);
}

TEST_CASE("simulation: a bagged beacon locks the unattended mill half a minute later") {
  Stage s = stage::workshop().begin(stage::tight());
  s.act("photograph", "mill"); // 40 s
  s.act("bag", "beacon", "box");
  s.wait(600);
  const auto* locked = s.fact(FactKind::changed, "lock", "locked");
  REQUIRE(locked);
  CHECK(locked->at == 80);
  CHECK(s.word(locked->cause) == "lock");
  CHECK(s.word(locked->origin) == "bag");
  CHECK(locked->origin_at == 50);
  CHECK(locked->by == 0);
}

TEST_CASE("simulation: with somebody at the mill nothing locks it") {
  Stage s = stage::workshop().begin(stage::tight());
  CHECK(s.task("guard", "keep", "mill") == stage::Refusal::none);
  CHECK(s.value("mill", "keeper") == "guard");
  s.act("bag", "beacon", "box");
  s.pass(3600);
  CHECK(s.value("mill", "lock") == "unlocked");
  CHECK(s.fact(FactKind::done, "keep")->by == s.symbols.find("guard"));
}

TEST_CASE("simulation: an order at 900 lands at 902") {
  Stage s = stage::workshop();
  s.use("beacon").settings = {{"wipe-at", 900}};
  s.begin(stage::tight()).pass(2000);
  CHECK(s.when_was(FactKind::changed, "order", "wipe") == 900);
  CHECK(s.when_was(FactKind::lost, "messages") == 902);
  CHECK(s.word(s.fact(FactKind::lost, "messages")->origin) == "ordered");
  CHECK(s.fact(FactKind::lost, "messages")->origin_at == 900);
}

TEST_CASE("simulation: pulling the cord loses the session at once and the key 5 s later") {
  Stage s = stage::workshop().begin(stage::tight());
  s.act("unplug", "mill");
  CHECK(s.when_was(FactKind::lost, "open-books") == 2);
  CHECK(s.when_was(FactKind::lost, "key") == stage::base::never);
  s.pass(60);
  CHECK(s.when_was(FactKind::lost, "key") == 7);
  CHECK(s.word(s.fact(FactKind::lost, "open-books")->by) == "learner"); // caused inside the learner's own act
  CHECK(s.word(s.fact(FactKind::lost, "open-books")->cause) == "killed");
  CHECK(s.fact(FactKind::lost, "key")->by == 0);
  CHECK(s.word(s.fact(FactKind::lost, "key")->origin) == "unplug");
}

TEST_CASE("simulation: an empty battery cuts a long act short") {
  Stage s = stage::workshop();
  s.use("mill").gauges = {{"charge", stage::unit / 2}}; // half a percent at 14 an hour: 128.57… s
  s.begin(stage::tight());
  s.act("capture", "mill");
  const auto* cut = s.fact(FactKind::cut_short, "capture");
  REQUIRE(cut);
  CHECK(cut->amount == 129);
  CHECK(s.world.now == 129);
  CHECK(s.level("mill", "altered") == 8'000);
  CHECK(s.value("mill", "keeper") == "none");
  CHECK(s.count(FactKind::secured, "key") == 0);
  CHECK(s.count(FactKind::done, "capture") == 0);
}

TEST_CASE("simulation: a capture that lasts secures what it reaches, and nothing of it can be lost") {
  Stage s = stage::workshop().begin(stage::tight());
  s.act("capture", "mill");
  CHECK(s.when_was(FactKind::secured, "open-books") == 240);
  CHECK(s.level("mill", "altered") == 20'000);
  s.act("stop", "mill");
  s.pass(100);
  CHECK(s.count(FactKind::lost, "open-books") == 0);
  CHECK(s.count(FactKind::lost, "key") == 0);
  CHECK(s.item("ledger").within_reach()); // sealed, but its key is safe
  CHECK_FALSE(s.item("ledger").open);
}

TEST_CASE("simulation: a leaking box lets the order through, a tight one does not") {
  const auto run = [](const std::vector<stage::FixedDraw>& fixed_draws) {
    Stage s = stage::workshop();
    s.use("beacon").settings = {{"wipe-at", 900}};
    s.begin(fixed_draws);
    s.act("bag", "beacon", "box");
    s.act("call", "beacon");
    s.pass(2000);
    return s.value("beacon", "data") + " " + s.seen("beacon", "rings");
  };
  CHECK(run(stage::leaky()) == "wiped yes");
  CHECK(run(stage::tight()) == "whole no");
}
