// The seeded generator repeats itself; the system's does not.
#include "engine/crypto/entropy.h"

#include <doctest/doctest.h>

#include <vector>

namespace crypto = firsthand::crypto;

TEST_CASE("crypto: one seed gives the same bytes, however they are asked for") {
  crypto::SeededEntropy one("seed"), two("seed"), other("other");
  const auto whole = crypto::random_array<100>(one);
  std::vector<std::uint8_t> pieces(100);
  for (std::size_t at = 0; at < 100; at += 5)
    crypto::random_bytes(two, std::span(pieces).subspan(at, 5));
  CHECK(std::vector(whole.begin(), whole.end()) == pieces);
  CHECK(crypto::random_array<100>(other) != whole);
  CHECK(crypto::random_array<100>(one) != whole);
}

TEST_CASE("crypto: the seeded bytes are the ones the header describes") {
  crypto::SeededEntropy entropy("s");
  const auto first = crypto::random_array<32>(entropy);
  const auto second = crypto::random_array<32>(entropy);
  CHECK(crypto::to_hex(first) == crypto::sha256("firsthand-seeded-1\ns", std::string(8, '\0')).hex());
  CHECK(crypto::to_hex(second) == crypto::sha256("firsthand-seeded-1\ns", std::string(7, '\0') + '\1').hex());
}

TEST_CASE("crypto: the system's bytes differ from call to call") {
  crypto::SystemEntropy entropy;
  CHECK(crypto::random_array<32>(entropy) != crypto::random_array<32>(entropy));
}

TEST_CASE("crypto: a random id is 32 hex digits") {
  crypto::SystemEntropy entropy;
  const auto id = crypto::random_id(entropy);
  CHECK(id.size() == 32);
  CHECK(id.find_first_not_of("0123456789abcdef") == std::string::npos);
}
