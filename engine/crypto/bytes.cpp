// What needs no library: hex, views of bytes, the seeded generator. Knows no algorithm but by its name.
#include "engine/crypto/entropy.h"
#include "engine/crypto/hash.h"

#include <algorithm>

namespace firsthand::crypto {

Bytes as_bytes(std::string_view text) { return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}; }

std::string to_hex(Bytes bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string hex;
  hex.reserve(bytes.size() * 2);
  for (const std::uint8_t byte : bytes) {
    hex += digits[byte >> 4];
    hex += digits[byte & 15];
  }
  return hex;
}

std::string Hash::hex() const { return to_hex(bytes); }

void SeededEntropy::fill(std::span<std::uint8_t> out) {
  for (std::uint8_t& byte : out) {
    if (used_ == ready_.size()) {
      std::array<std::uint8_t, 8> number{};
      for (int i = 0; i < 8; ++i)
        number[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(block_ >> (56 - 8 * i));
      ready_ = sha256("firsthand-seeded-1\n", seed_, Bytes(number)).bytes;
      ++block_;
      used_ = 0;
    }
    byte = ready_[used_++];
  }
}

void random_bytes(Entropy& entropy, std::span<std::uint8_t> out) { entropy.fill(out); }

std::string random_id(Entropy& entropy) { return to_hex(random_array<16>(entropy)); }

} // namespace firsthand::crypto
