// The one file that includes libsodium: digests, the system's generator, Argon2id. Knows no record and no format but
// its own.
#include "engine/crypto/entropy.h"
#include "engine/crypto/hash.h"
#include "engine/crypto/pin.h"

#include <sodium.h>

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <new>
#include <vector>

namespace firsthand::crypto {

namespace {

crypto_hash_sha256_state* digest_state(std::array<std::byte, 128>& room) {
  static_assert(sizeof(crypto_hash_sha256_state) <= 128 && alignof(crypto_hash_sha256_state) <= 16);
  return std::launder(reinterpret_cast<crypto_hash_sha256_state*>(room.data()));
}

// Chooses the fast code paths once; the slow ones are right as well, so the answer does not matter.
void prepare_sodium() { [[maybe_unused]] static const int ready = sodium_init(); }

constexpr std::string_view pin_scheme = "argon2id-1";

struct PinRecord {
  PinCost cost;
  PinSalt salt{};
  Hash digest;
};

bool cost_allowed(PinCost cost) { return cost.passes >= 1 && cost.passes <= 16 && cost.kibibytes >= 8 && cost.kibibytes <= 1u << 20; }

base::Result<Hash> pin_digest(std::string_view pin, PinCost cost, const PinSalt& salt) {
  static_assert(crypto_pwhash_SALTBYTES == std::tuple_size_v<PinSalt>);
  prepare_sodium();
  Hash digest;
  const int failed = crypto_pwhash(digest.bytes.data(), digest.bytes.size(), pin.data(), pin.size(), salt.data(), cost.passes,
                                   std::size_t{cost.kibibytes} * 1024, crypto_pwhash_ALG_ARGON2ID13);
  if (failed) return base::fail("pin-memory", "There is not enough free memory to check a PIN. Close other programs and try again.");
  return digest;
}

std::vector<std::string_view> split_at_colons(std::string_view text) {
  std::vector<std::string_view> fields;
  for (;;) {
    const auto colon = text.find(':');
    fields.push_back(text.substr(0, colon));
    if (colon == std::string_view::npos) return fields;
    text.remove_prefix(colon + 1);
  }
}

bool read_number(std::string_view text, std::uint32_t& out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc{} && end == text.data() + text.size();
}

bool read_hex(std::string_view text, std::span<std::uint8_t> out) {
  std::size_t length = 0;
  return text.size() == out.size() * 2 &&
         sodium_hex2bin(out.data(), out.size(), text.data(), text.size(), nullptr, &length, nullptr) == 0 && length == out.size();
}

std::optional<PinRecord> read_pin_record(std::string_view text) {
  const auto fields = split_at_colons(text);
  PinRecord record;
  if (fields.size() != 5 || fields[0] != pin_scheme) return std::nullopt;
  if (!read_number(fields[1], record.cost.passes) || !read_number(fields[2], record.cost.kibibytes)) return std::nullopt;
  if (!read_hex(fields[3], record.salt) || !read_hex(fields[4], record.digest.bytes)) return std::nullopt;
  if (!cost_allowed(record.cost)) return std::nullopt;
  return record;
}

} // namespace

Sha256::Sha256() { crypto_hash_sha256_init(new (state_.data()) crypto_hash_sha256_state); }

Sha256& Sha256::add(Bytes bytes) {
  crypto_hash_sha256_update(digest_state(state_), bytes.data(), bytes.size());
  return *this;
}

Hash Sha256::finish() {
  Hash hash;
  crypto_hash_sha256_final(digest_state(state_), hash.bytes.data());
  return hash;
}

Hash hmac_sha256(Bytes key, Bytes message) {
  crypto_auth_hmacsha256_state state;
  Hash hash;
  crypto_auth_hmacsha256_init(&state, key.data(), key.size());
  crypto_auth_hmacsha256_update(&state, message.data(), message.size());
  crypto_auth_hmacsha256_final(&state, hash.bytes.data());
  return hash;
}

bool equal_in_constant_time(Bytes a, Bytes b) {
  return a.size() == b.size() && (a.empty() || sodium_memcmp(a.data(), b.data(), a.size()) == 0);
}

std::optional<Hash> parse_hash(std::string_view hex) {
  Hash hash;
  if (!read_hex(hex, hash.bytes)) return std::nullopt;
  return hash;
}

void SystemEntropy::fill(std::span<std::uint8_t> out) {
  prepare_sodium();
  randombytes_buf(out.data(), out.size());
}

base::Result<PinHash> hash_pin(std::string_view pin, PinCost cost, const PinSalt& salt) {
  if (!cost_allowed(cost)) return base::fail("pin-cost", "The cost of a PIN must be 1 to 16 passes over 8 to 1048576 KiB.");
  FH_TRY(digest, pin_digest(pin, cost, salt));
  return PinHash{fmt::format("{}:{}:{}:{}:{}", pin_scheme, cost.passes, cost.kibibytes, to_hex(salt), digest.hex())};
}

base::Result<PinMatch> verify_pin(std::string_view pin, const PinHash& stored) {
  const auto record = read_pin_record(stored.record);
  if (!record) return base::fail("pin-record", "The stored PIN cannot be read. Set a new one.");
  FH_TRY(digest, pin_digest(pin, record->cost, record->salt));
  return equal_in_constant_time(digest.bytes, record->digest.bytes) ? PinMatch::same : PinMatch::different;
}

} // namespace firsthand::crypto
