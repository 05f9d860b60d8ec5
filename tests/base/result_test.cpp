// Values and errors that travel upwards.
#include "engine/base/result.h"

#include <doctest/doctest.h>

#include <memory>

using namespace firsthand::base;

namespace {

Result<int> half(int n) {
  if (n % 2 != 0) return fail("unknown-word", "An odd number has no half.");
  return n / 2;
}

Result<int> quarter(int n) {
  FH_TRY(once, half(n));
  FH_TRY(twice, half(once));
  return twice;
}

Result<void> checked(int n) {
  FH_CHECK(quarter(n));
  return {};
}

} // namespace

TEST_CASE("base: a result carries the value or the first error") {
  CHECK(*quarter(12) == 3);
  CHECK(quarter(6).error().code == "unknown-word");
  CHECK(checked(8).ok());
  CHECK(checked(7).error().message == "An odd number has no half.");
}

TEST_CASE("base: a value that cannot be copied can be moved out") {
  Result<std::unique_ptr<int>> made(std::make_unique<int>(4));
  CHECK(*std::move(made).value() == 4);
}
