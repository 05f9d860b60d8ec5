// The chain: one sealed line after the other, each hash over the one before. A line is opaque bytes here: what is in
// it, who wrote it and when is the business of others. Knows no file and no database. See docs/record-format.md.
//
//   genesis = SHA-256("firsthand-chain-1\n" ‖ chain id)
//   hash    = SHA-256("firsthand-entry-1\n" ‖ previous hash, 32 bytes ‖ line)
//
// Worked example (tests/ledger runs it): chain id "demo"
//   genesis                     5c52c5700d43a4dea20931dd2eee1ce1c3994a6e966e89dcf5899946cd896b79
//   {"do":"look","turn":1}  ->  0be1ec80be045607230a8335c26b38313e532b25fdfc99b41f972318e460d3cf
//   {"do":"seal","turn":2}  ->  f1c5552b8e0a56924cd6e9129873933bcedb2edaf39657d10aecfcd9893b70c1
#pragma once

#include "engine/crypto/hash.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace firsthand::ledger {

using crypto::Hash;
using Salt = std::array<std::uint8_t, 16>;

struct Entry {
  Hash previous;
  std::string line; // stored, hashed, exported and verified as these bytes; never re-encoded
  Hash hash;
};

// The hash before the first entry. The chain id is part of it, so entries of one data folder never fit into another's.
Hash genesis(std::string_view chain_id);

Entry seal(const Hash& previous, std::string_view line);

enum class Flaw {
  unlinked, // does not follow the entry before: something was removed, put in, or moved
  changed,  // follows, but its bytes or its hash are not what was sealed
};

std::string_view words(Flaw flaw); // one sentence for a person

struct Break {
  std::size_t index = 0; // of the first bad entry, counted from 0
  Flaw flaw = Flaw::changed;
};

// Checks one entry after the other, for a chain that is too long to hold.
class Verifier {
 public:
  explicit Verifier(const Hash& start) : head_(start) {}

  // Nothing if the entry is as sealed. After a flaw the verifier goes on from the hash that the entry claims.
  std::optional<Flaw> check(const Hash& previous, std::string_view line, const Hash& hash);
  const Hash& head() const { return head_; }

 private:
  Hash head_;
};

// Nothing if the chain from `start` is whole; otherwise the first bad entry. A chain cut short at its end still
// verifies: only a head kept elsewhere shows that.
std::optional<Break> verify(std::span<const Entry> entries, const Hash& start);

// What a line holds instead of typed text, as 64 hex digits: SHA-256(salt ‖ text). Text and salt live beside the chain
// and can be erased; without the salt nobody can try out likely texts.
Hash commit_text(const Salt& salt, std::string_view text);

} // namespace firsthand::ledger
