// In which order acts came up: what is shown as a list keeps its places in an attempt that is left, computed again and gone on with.
#include "tests/session/fixture.h"

#include "engine/session/act_order.h"

namespace firsthand::session::test {

namespace {

// An attempt under way, with the order folded over its turns and the lines that would be sealed.
struct Folded {
  const Prepared& p = the_kitchen();
  Pins pins = pins_of(p, {});
  Attempt attempt;
  ActOrder order;
  std::vector<base::Json> lines;

  Folded() {
    model::FactList list;
    attempt = begin(p, pins.start, list);
    order.after_turn(p, attempt, list.facts);
    lines.push_back(begin_line(p, attempt, pins, {"en", p.shown_hash, {}}, list.facts, {1000}));
  }
  void act(const char* words) {
    CAPTURE(words);
    const auto action = parse_action(words, p.symbols);
    REQUIRE(action.ok());
    model::FactList list;
    REQUIRE_FALSE(advance(p, attempt, *action, attempt.turn, list));
    order.after_turn(p, attempt, list.facts);
    lines.push_back(turn_line(p, attempt, "", *action, {}, list.facts, {2000}));
  }
  ActOrder computed_again() const {
    ActOrder again;
    const auto replayed = replay(p, lines, nullptr, [&](const Attempt& now, const Facts& facts) { again.after_turn(p, now, facts); });
    REQUIRE(replayed.ok());
    REQUIRE_FALSE(replayed->difference);
    return again;
  }
  int round(const char* entity, const char* verb) const {
    const auto came = order.of(p.symbols.find(entity), p.symbols.find(verb));
    return came ? came->round : -1;
  }
};

} // namespace

TEST_CASE("session: what comes up later stands behind what was there, and stays when it is not offered any more") {
  Folded folded;
  folded.act("do door pick option=right");
  folded.act("go on");
  CHECK(folded.round("jar", "look") == 0);
  CHECK(folded.round("jar", "open") == 0);
  CHECK(folded.round("jar", "shut") == -1); // neither offered nor done
  folded.act("do table open jar");
  CHECK(folded.round("jar", "shut") == 1);
  folded.act("do table shut jar");
  CHECK(folded.round("jar", "open") == 0);
  CHECK(folded.round("jar", "shut") == 1);
}

TEST_CASE("session: another step begins another order, and what was done in an earlier one was there from its start") {
  Folded folded;
  for (const char* words : {"do door pick option=right", "go on", "do table open jar", "do table shut jar"})
    folded.act(words);
  const auto shut = [&] { return folded.order.of(folded.p.symbols.find("jar"), folded.p.symbols.find("shut")); };
  CHECK(shut() == ActOrder::Came{1, true});
  folded.act("go on");
  CHECK(shut() == ActOrder::Came{0, false}); // it was done, and nothing can be done with the jar here
  CHECK_FALSE(folded.order.of(folded.p.symbols.find("jar"), folded.p.symbols.find("look")));
}

TEST_CASE("session: an attempt that is computed again has the order that it had, after every turn") {
  Folded folded;
  for (const char* words : {"do door pick option=right", "go on", "do table look jar", "do table open jar", "do table note text=\"so\"",
                            "do table shut jar", "go on", "do late pick option=left", "go on", "do word pick option=right", "go on"}) {
    folded.act(words);
    CHECK(folded.computed_again() == folded.order);
  }
  CHECK(folded.attempt.ending != Ending::open);
}

} // namespace firsthand::session::test
