// Digests against published vectors (FIPS 180-2, RFC 4231), hex, and bytes that come in parts.
#include "engine/crypto/hash.h"

#include <doctest/doctest.h>

#include <vector>

namespace crypto = firsthand::crypto;
using crypto::hmac_sha256;
using crypto::sha256;

TEST_CASE("crypto: SHA-256 agrees with the published vectors") {
  CHECK(sha256("").hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256("abc").hex() == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256(std::string(1000000, 'a')).hex() == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("crypto: parts are joined, however they are cut") {
  const std::string text = "The quick brown fox jumps over the lazy dog, twice and then once more for a third block.";
  for (std::size_t cut = 0; cut <= text.size(); ++cut)
    CHECK(sha256(std::string_view(text).substr(0, cut), std::string_view(text).substr(cut)) == sha256(text));
}

TEST_CASE("crypto: a hash goes in as its 32 bytes, not as hex") {
  const auto inner = sha256("abc");
  CHECK(sha256(inner) == sha256(crypto::Bytes(inner.bytes)));
  CHECK(sha256(inner) != sha256(inner.hex()));
}

TEST_CASE("crypto: HMAC-SHA-256 agrees with RFC 4231") {
  const std::vector<std::uint8_t> key(20, 0x0b);
  CHECK(hmac_sha256(key, "Hi There").hex() == "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
  CHECK(hmac_sha256(crypto::as_bytes("Jefe"), "what do ya want for nothing?").hex() ==
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  const std::vector<std::uint8_t> long_key(131, 0xaa);
  CHECK(hmac_sha256(long_key, "Test Using Larger Than Block-Size Key - Hash Key First").hex() ==
        "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

TEST_CASE("crypto: hex reads back, and nothing else is read") {
  const auto hash = sha256("abc");
  CHECK(crypto::parse_hash(hash.hex()) == hash);
  CHECK(crypto::parse_hash("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD") == hash);
  CHECK_FALSE(crypto::parse_hash(""));
  CHECK_FALSE(crypto::parse_hash(hash.hex().substr(1)));
  CHECK_FALSE(crypto::parse_hash(hash.hex() + "0"));
  CHECK_FALSE(crypto::parse_hash("g" + hash.hex().substr(1)));
  CHECK_FALSE(crypto::parse_hash(" " + hash.hex().substr(1)));
  CHECK_FALSE(crypto::parse_hash(hash.hex().substr(0, 62) + ":a"));
}

TEST_CASE("crypto: comparing tells equal from different") {
  const auto a = sha256("a");
  auto b = a;
  CHECK(crypto::equal_in_constant_time(a.bytes, b.bytes));
  b.bytes[31] ^= 1;
  CHECK_FALSE(crypto::equal_in_constant_time(a.bytes, b.bytes));
  CHECK_FALSE(crypto::equal_in_constant_time(a.bytes, crypto::Bytes(a.bytes).first(31)));
  CHECK(crypto::equal_in_constant_time({}, {}));
}
