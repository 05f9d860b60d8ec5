// The order in which a list is shown: a permutation, of the seed and the list alone.
#include "engine/session/shown_order.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

using namespace firsthand;
using Order = std::vector<std::size_t>;

namespace {

simulation::Seed seed_number(int number) {
  simulation::Seed seed;
  const crypto::Hash hash = crypto::sha256(std::to_string(number));
  std::copy_n(hash.bytes.begin(), seed.bytes.size(), seed.bytes.begin());
  return seed;
}

} // namespace

TEST_CASE("session: without a seed a list stands as it was written") {
  CHECK(session::ShownOrder().of("ask/options", 4) == Order{0, 1, 2, 3});
}

TEST_CASE("session: the order in which a list is shown is of the seed and the list alone") {
  const session::ShownOrder one(seed_number(1)), again(seed_number(1));
  CHECK(one.of("ask/options", 6) == again.of("ask/options", 6));
  CHECK(one.of("ask/options", 0).empty());
  CHECK(one.of("ask/options", 1) == Order{0});
  std::set<Order> of_lists, of_seeds;
  for (int i = 0; i < 20; ++i) {
    of_lists.insert(one.of("list " + std::to_string(i), 6));
    Order order = session::ShownOrder(seed_number(i)).of("ask/options", 6);
    of_seeds.insert(order);
    std::sort(order.begin(), order.end());
    CHECK(order == Order{0, 1, 2, 3, 4, 5});
  }
  CHECK(of_lists.size() > 15);
  CHECK(of_seeds.size() > 15);
}

TEST_CASE("session: each entry comes first about as often as any other") {
  std::map<std::size_t, int> first;
  for (int i = 0; i < 3000; ++i)
    ++first[session::ShownOrder(seed_number(i)).of("ask/options", 3).front()];
  for (std::size_t entry = 0; entry < 3; ++entry) {
    CHECK(first[entry] > 900);
    CHECK(first[entry] < 1100);
  }
}
