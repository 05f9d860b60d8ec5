// Where unpredictable bytes come from. Everything that needs them is given an Entropy, so that a test or a rehearsal
// can give a predictable one and get the same ids, salts and keys again.
#pragma once

#include "engine/crypto/hash.h"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace firsthand::crypto {

class Entropy {
 public:
  virtual ~Entropy() = default;
  virtual void fill(std::span<std::uint8_t> out) = 0;
};

// The operating system's generator. Never fails (the process ends if the system has none).
class SystemEntropy final : public Entropy {
 public:
  void fill(std::span<std::uint8_t> out) override;
};

// The same seed gives the same bytes on every machine: block n is SHA-256("firsthand-seeded-1\n" ‖ seed ‖ n, 8 bytes,
// big-endian). For tests and rehearsals only: nothing it makes is secret.
class SeededEntropy final : public Entropy {
 public:
  explicit SeededEntropy(std::string_view seed) : seed_(seed) {}
  void fill(std::span<std::uint8_t> out) override;

 private:
  std::string seed_;
  std::uint64_t block_ = 0;
  std::array<std::uint8_t, 32> ready_{};
  std::size_t used_ = 32;
};

void random_bytes(Entropy& entropy, std::span<std::uint8_t> out);

template<std::size_t Count> std::array<std::uint8_t, Count> random_array(Entropy& entropy) {
  std::array<std::uint8_t, Count> out{};
  entropy.fill(out);
  return out;
}

// 128 random bits as 32 hex digits: an opaque id for a person, an attempt, a chain.
std::string random_id(Entropy& entropy);

} // namespace firsthand::crypto
