// Sealing and verifying. The labels at the front keep these digests apart from every other use of SHA-256 in the
// program.
#include "engine/ledger/ledger.h"

namespace firsthand::ledger {

namespace {

Hash hash_of(const Hash& previous, std::string_view line) { return crypto::sha256("firsthand-entry-1\n", previous, line); }

} // namespace

Hash genesis(std::string_view chain_id) { return crypto::sha256("firsthand-chain-1\n", chain_id); }

Entry seal(const Hash& previous, std::string_view line) {
  return {.previous = previous, .line = std::string(line), .hash = hash_of(previous, line)};
}

std::string_view words(Flaw flaw) {
  switch (flaw) {
  case Flaw::unlinked:
    return "It does not follow the entry before it: an entry was removed, put in or moved.";
  case Flaw::changed:
    return "Its bytes or its hash are not what was sealed.";
  }
  return {};
}

std::optional<Flaw> Verifier::check(const Hash& previous, std::string_view line, const Hash& hash) {
  const bool linked = previous == head_;
  head_ = hash;
  if (hash_of(previous, line) != hash) return Flaw::changed;
  if (!linked) return Flaw::unlinked;
  return std::nullopt;
}

std::optional<Break> verify(std::span<const Entry> entries, const Hash& start) {
  Verifier verifier(start);
  for (std::size_t i = 0; i < entries.size(); ++i)
    if (const auto flaw = verifier.check(entries[i].previous, entries[i].line, entries[i].hash)) return Break{i, *flaw};
  return std::nullopt;
}

Hash commit_text(const Salt& salt, std::string_view text) { return crypto::sha256(crypto::Bytes(salt), text); }

} // namespace firsthand::ledger
