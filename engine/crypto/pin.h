// A PIN is kept only as an Argon2id digest with its own salt and cost. A PIN is short: the cost slows guessing down, it
// does not make a stolen database safe. The documents say so.
#pragma once

#include "engine/base/result.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace firsthand::crypto {

struct PinCost {
  std::uint32_t passes = 2;
  std::uint32_t kibibytes = 19456;
  friend bool operator==(const PinCost&, const PinCost&) = default;
};

// 19 MiB, the least that OWASP's advice on storing passwords names for two passes. More would make an old computer stand
// still at every sign-in, and would not save a PIN of four digits whose record was stolen.
constexpr PinCost interactive_pin_cost{2, 19456};
constexpr PinCost minimal_pin_cost{1, 8}; // for tests: fast and weak

using PinSalt = std::array<std::uint8_t, 16>;

// What is stored: "argon2id-1:<passes>:<kibibytes>:<salt, 32 hex>:<digest, 64 hex>".
struct PinHash {
  std::string record;
};

// Errors: "pin-cost" (outside 1..16 passes or 8..1,048,576 KiB), "pin-memory" (not enough free memory for that cost).
base::Result<PinHash> hash_pin(std::string_view pin, PinCost cost, const PinSalt& salt);

enum class PinMatch { same, different };

// The cost is read from the record. Errors: "pin-record" (not a record that hash_pin wrote), "pin-memory".
base::Result<PinMatch> verify_pin(std::string_view pin, const PinHash& stored);

} // namespace firsthand::crypto
