// PINs: the right one, the wrong one, and records that nobody wrote.
#include "engine/crypto/pin.h"

#include <doctest/doctest.h>

namespace crypto = firsthand::crypto;
using crypto::PinMatch;

namespace {

crypto::PinHash made(std::string_view pin, std::uint8_t salt_byte = 1, crypto::PinCost cost = crypto::minimal_pin_cost) {
  crypto::PinSalt salt{};
  salt.fill(salt_byte);
  return crypto::hash_pin(pin, cost, salt).value();
}

std::string code_of(const crypto::PinHash& stored) {
  const auto result = crypto::verify_pin("4711", stored);
  return result ? "" : result.error().code;
}

} // namespace

TEST_CASE("crypto: a PIN is known again, another one is not") {
  const auto stored = made("4711");
  CHECK(crypto::verify_pin("4711", stored).value() == PinMatch::same);
  for (const auto* wrong : {"4712", "471", "47110", ""})
    CHECK(crypto::verify_pin(wrong, stored).value() == PinMatch::different);
}

TEST_CASE("crypto: the record names its scheme and cost and holds no PIN") {
  const auto record = made("4711").record;
  CHECK(record.starts_with("argon2id-1:1:8:01010101010101010101010101010101:"));
  CHECK(record.size() == std::string_view("argon2id-1:1:8:").size() + 32 + 1 + 64);
}

TEST_CASE("crypto: salt and cost change the digest") {
  const auto digest = [](const crypto::PinHash& hash) { return hash.record.substr(hash.record.rfind(':')); };
  CHECK(digest(made("4711", 1)) == digest(made("4711", 1)));
  CHECK(digest(made("4711", 1)) != digest(made("4711", 2)));
  CHECK(digest(made("4711", 1)) != digest(made("4711", 1, {2, 8})));
}

TEST_CASE("crypto: a cost out of bounds is refused") {
  for (const crypto::PinCost cost : {crypto::PinCost{0, 8}, {17, 8}, {1, 7}, {1, (1u << 20) + 1}})
    CHECK(crypto::hash_pin("1", cost, {}).error().code == "pin-cost");
}

TEST_CASE("crypto: a record that hash_pin did not write is an error, not a wrong PIN") {
  const auto good = made("4711").record;
  CHECK(code_of({good}) == "");
  for (const std::string& bad :
       {std::string(), std::string("4711"), "x" + good, good + "0", good + ":", good.substr(0, good.size() - 1),
        std::string("argon2id-1:1:99999999:") + good.substr(15), std::string("argon2id-1:-1:8:") + good.substr(15)})
    CHECK(code_of({bad}) == "pin-record");
}
