// SHA-256 and its keyed form, as values. All digests of the program come from here, so that one place decides how.
// Knows no file, no clock, no format: bytes in, 32 bytes out.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace firsthand::crypto {

using Bytes = std::span<const std::uint8_t>; // borrowed, never owned

struct Hash {
  std::array<std::uint8_t, 32> bytes{};

  std::string hex() const; // 64 lower-case digits
  friend auto operator<=>(const Hash&, const Hash&) = default;
};

Bytes as_bytes(std::string_view text);
std::string to_hex(Bytes bytes); // lower case

// Exactly 64 hex digits of either case, or nothing.
std::optional<Hash> parse_hash(std::string_view hex);

// Digests parts as they come. The parts are simply joined: who needs them kept apart adds lengths or separators.
class Sha256 {
 public:
  Sha256();
  Sha256& add(Bytes bytes);
  Sha256& add(std::string_view text) { return add(as_bytes(text)); }
  Sha256& add(const Hash& hash) { return add(Bytes(hash.bytes)); }
  Hash finish(); // once; afterwards the object is used up

 private:
  alignas(16) std::array<std::byte, 128> state_; // the library's own state, kept out of this header
};

// SHA-256 over the parts joined: each a text, bytes or a Hash.
template<class... Parts> Hash sha256(const Parts&... parts) {
  Sha256 digest;
  (digest.add(parts), ...);
  return digest.finish();
}

// RFC 2104 with SHA-256; a key of any length.
Hash hmac_sha256(Bytes key, Bytes message);
inline Hash hmac_sha256(Bytes key, std::string_view message) { return hmac_sha256(key, as_bytes(message)); }

// Takes the same time wherever the bytes differ. Different lengths are unequal at once.
bool equal_in_constant_time(Bytes a, Bytes b);

} // namespace firsthand::crypto
