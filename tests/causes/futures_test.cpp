// The other future: what was changed, where the two part, and that it ends better because its replay does.
#include "engine/causes/futures.h"
#include "engine/session/evidence.h"
#include "tests/causes/fixture.h"

namespace firsthand::causes::test {

namespace {

const std::vector<std::string> sour{"do door pick option=right", "go on", "do table look jar", "do table open jar", "wait 1 min", "go on",
                                    "do word pick option=right", "go on"};

struct Pair {
  Told told;
  Record record;
  Futures futures;

  Pair(const session::PreparedPtr& content, Record of) : told(test::told(content, of)), record(std::move(of)) {
    auto found = futures_of(*content, record, &told.loss());
    if (!found) FAIL("it does not play");
    futures = std::move(*found);
  }
  std::string act(const Future& future, std::size_t turn) const {
    return future[turn].act ? told.words(*future[turn].act) : std::string("time passes");
  }
  session::Fate fate(const Future& future) const {
    const auto items = told.content->scene.items(future.back().after.world);
    for (const auto& item : items)
      if (item.entity == told.loss().of.entity && item.item == told.loss().of.item) return session::fate_of(item);
    FAIL("no such item");
    return session::Fate::lost;
  }
};

Pair pair_of(const Kitchen& how, const std::vector<std::string>& acts) {
  const auto content = kitchen(how);
  return {content, record(*content, acts)};
}

void check_parts_at(const Pair& pair, const std::string& own, const std::string& other) {
  const Futures& f = pair.futures;
  REQUIRE(f.fork < std::min(f.own.size(), f.other.size()));
  CHECK(f.alike_before());
  CHECK(pair.act(f.own, f.fork) == own);
  CHECK(pair.act(f.other, f.fork) == other);
  CHECK(pair.fate(f.other) < pair.fate(f.own));
}

} // namespace

TEST_CASE("futures: an act that is put in is where the two part") {
  const Pair pair = pair_of({}, sour);
  check_parts_at(pair, "wait 1 min", "do table shut jar");
  CHECK(pair.futures.own[pair.futures.fork].turn == 5);
  CHECK(pair.futures.own.size() == sour.size() + 1);
}

TEST_CASE("futures: of an act that is left out the next one stands there") {
  check_parts_at(pair_of({.shuts = false}, sour), "do table open jar", "wait 1 min");
}

TEST_CASE("futures: an act that came too late comes first, and once") {
  const Pair pair = pair_of({}, {"do door pick option=right", "go on", "do table open jar", "wait 1 min", "do table shut jar", "go on",
                                 "do word pick option=right", "go on"});
  check_parts_at(pair, "wait 1 min", "do table shut jar");
  int shut = 0;
  for (std::size_t i = 0; i < pair.futures.other.size(); ++i)
    shut += pair.act(pair.futures.other, i) == "do table shut jar";
  CHECK(shut == 1);
}

TEST_CASE("futures: of the same act done twice the ways part at the second, before which both are equal") {
  const Pair pair = pair_of({.shuts = false}, {"do door pick option=right", "go on", "do table look jar", "do table look jar",
                                               "do table open jar", "wait 1 min", "go on", "do word pick option=right", "go on"});
  check_parts_at(pair, "do table open jar", "wait 1 min");
  Cause look = pair.told.loss();
  look.turn = 3;
  look.act = *pair.futures.own[3].act; // nothing comes of it: such a change is none
  const auto other = futures_of(*pair.told.content, pair.record, &look);
  REQUIRE(other);
  CHECK(other->other.empty());
}

TEST_CASE("futures: where chance decided it, or nothing is known, there is one lane") {
  const auto content = kitchen({.shuts = false, .cracks = true});
  Record cracked = record(*content, {"do door pick option=right", "go on", "wait 5 min", "go on", "do word pick option=right", "go on"});
  cracked.start.chance = {{"jar.crack", "cracked"}};
  const Pair pair(content, cracked);
  CHECK(pair.told.loss().answer == Answer::chance);
  CHECK(pair.futures.other.empty());
  CHECK(pair.futures.own.size() == 7);
  const auto without = futures_of(*content, cracked, nullptr);
  REQUIRE(without);
  CHECK(without->other.empty());
}

TEST_CASE("futures: a record of other rules has none") {
  const auto content = kitchen({});
  CHECK_FALSE(futures_of(*content, record(*content, {"do table open jar"}), nullptr));
}

TEST_CASE("futures: a moment within a wait shows what had come about by then") {
  const Pair pair = pair_of({}, sour);
  const Future& own = pair.futures.own;
  const base::Seconds from = begun_at(own, 5);
  CHECK(own[5].after.world.now == from + 60);
  CHECK(state_at(*pair.told.content, own, from).world.now == from);
  CHECK(state_at(*pair.told.content, own, from + 30).world.now == from + 30);
  CHECK(state_at(*pair.told.content, own, from + 60).turn == own[5].after.turn);
  CHECK(state_at(*pair.told.content, own, from + 100000).turn == own.back().after.turn);
  CHECK(state_at(*pair.told.content, own, 0).world.now == 0);
}

} // namespace firsthand::causes::test
