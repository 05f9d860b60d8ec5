// What a full check of the database found. Shows that the record is unchanged, not that it is true.
#pragma once

#include "engine/crypto/hash.h"

#include <cstdint>
#include <string>
#include <vector>

namespace firsthand::storage {

enum class DamageKind {
  file,     // SQLite's own check, or a page that cannot be read
  gap,      // numbers of entries are not 1, 2, 3 …
  unlinked, // an entry does not follow the one before
  changed,  // an entry's bytes or hash are not what was sealed
  attempt,  // an attempt's newest turn or head is not what the chain says
  text,     // a typed text does not match its commitment, or the commitment is not in the line
  roster,   // a row of the list of people is not the one that was sealed, or one is missing
  content,  // kept content does not match its hash
};

struct Damage {
  DamageKind kind = DamageKind::file;
  std::int64_t seq = 0; // 0: not about one entry
  std::string attempt;  // "" likewise
  int turn = 0;
  std::string message; // a sentence for a person
};

struct ChainReport {
  std::int64_t entries = 0;
  std::int64_t texts = 0;
  std::int64_t texts_erased = 0;
  std::int64_t contents = 0;
  crypto::Hash head;           // as recomputed
  std::vector<Damage> damages; // the first damaged entry first, the file last; at most 100

  bool whole() const { return damages.empty(); }
};

} // namespace firsthand::storage
