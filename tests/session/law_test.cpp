// What must hold for whatever a learner does: random walks over the offers.
#include "tests/session/fixture.h"

namespace firsthand::session::test {

namespace {

// Takes offered actions and waits until the attempt is over; gives the lines of the record.
std::vector<base::Json> random_walk(std::uint32_t seed, Attempt& attempt) {
  const Prepared& p = the_kitchen();
  Start start;
  start.seed.bytes[0] = static_cast<std::uint8_t>(seed);
  model::FactList list;
  attempt = begin(p, start, list);
  std::vector<base::Json> lines{begin_line(p, attempt, pins_of(p, start), {"en", p.shown_hash, {}}, list.facts, {1})};
  for (int i = 0; i < 200 && attempt.ending == Ending::open; ++i) {
    const Offers all = offers(p, attempt);
    seed = seed * 1664525u + 1013904223u;
    Action action = all.actions[(seed >> 8) % all.actions.size()];
    if (p.scenario.steps[attempt.step].kind == "room" && (seed >> 20) % 3 == 0) {
      action = {};
      action.kind = Action::Kind::wait;
      action.seconds = static_cast<base::Seconds>((seed >> 24) % 40);
    }
    list.facts.clear();
    const Attempt before = attempt;
    if (advance(p, attempt, action, attempt.turn, list)) {
      CHECK(state_digest(p, before) == state_digest(p, attempt)); // refused: as it was
      CHECK(list.facts.empty());
      continue;
    }
    CHECK(attempt.turn == before.turn + 1);
    CHECK(attempt.world.now >= before.world.now);
    lines.push_back(turn_line(p, attempt, "", action, {}, list.facts, {2}));
  }
  return lines;
}

} // namespace

TEST_CASE("session: random walks end, never go back in time, and replay to the same digest") {
  std::set<Ending> endings;
  for (std::uint32_t seed = 1; seed <= 40; ++seed) {
    CAPTURE(seed);
    Attempt attempt;
    const std::vector<base::Json> lines = random_walk(seed * 48271, attempt);
    endings.insert(attempt.ending);
    const auto replayed = replay(the_kitchen(), lines);
    REQUIRE(replayed.ok());
    CHECK_FALSE(replayed->difference);
    CHECK(state_digest(the_kitchen(), replayed->attempt) == state_digest(the_kitchen(), attempt));
  }
  CHECK(endings.count(Ending::passed) == 1);
  CHECK(endings.count(Ending::failed) == 1);
  CHECK(endings.count(Ending::open) == 0);
}

TEST_CASE("session: facts of an attempt come in the order of time") {
  for (std::uint32_t seed = 1; seed <= 10; ++seed) {
    Attempt attempt;
    std::int64_t last = 0;
    for (const base::Json& line : random_walk(seed * 69621, attempt))
      for (const base::Json& fact : line.at("f").array()) {
        CHECK(fact.at("t").number() >= last);
        last = fact.at("t").number();
      }
  }
}

} // namespace firsthand::session::test
