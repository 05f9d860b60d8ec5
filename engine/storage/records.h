// The rows of the database as plain values. Times are instants, hashes are values, words are words: no SQL beyond this
// room.
#pragma once

#include "engine/base/moment.h"
#include "engine/crypto/hash.h"
#include "engine/ledger/ledger.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace firsthand::storage {

using base::Moment;
using crypto::Hash;

// Which computer the record stands on. Another one begins where somebody names it anew or where the disk was copied.
struct Workstation {
  std::string id;                     // public and random: pinned by each attempt
  std::array<std::uint8_t, 32> key{}; // secret; keys the seeds of attempts that count
  Moment since;
  std::int64_t after_entry = 0;     // seq of the newest entry when it began
  std::string origin = "created";   // created | enrolled | cloned | image
  std::string station, room, place; // "this PC is": empty until it is named
  std::string fingerprint;          // of the machine, opaque to storage; empty if not known
};

// Something that whoever trusts the record should know: "rolled-back", "cloned", "enrolled", "clock-stated".
struct Incident {
  Moment at; // by the machine's own clock
  std::string kind;
  std::string detail; // a line of JSON
};

// Is the newest part in the file, or beside it, or gone?
enum class Completeness : std::uint8_t {
  whole,
  newest_may_be_missing, // the file was copied or cut off while in use, and the log beside it is gone
  not_known,             // an earlier version did not mark it; a log is there
  not_known_without_log  // the same, and there is none
};

// For reports: "yes", "may-be-missing", "not-known".
std::string_view word(Completeness completeness);

// Where a chain stands.
struct Tip {
  std::int64_t seq = 0; // 0: no entry yet
  Hash head;
  Moment at; // of that entry
};

struct Person {
  std::string id;   // opaque and random (crypto::random_id); the only thing of a person that a sealed line may hold
  std::string name; // empty once erased
  std::string pin;  // crypto::PinHash::record; empty: no PIN
  Moment created;
  std::string settings = "{}"; // JSON, read by app
  bool warm_up_done = false;
  bool erased = false;
};

enum class AttemptState { open, passed, failed, closed };

// The word in the database and back: "open", "passed", "failed", "closed".
std::string_view word(AttemptState state);

struct Attempt {
  // Pinned by the first append; later ones must not differ and are not read.
  std::string id;
  std::string person; // "" is a guest
  std::string scenario;
  std::string title; // as it was called when the attempt began
  std::string mode;
  std::string channel;
  std::string supervision;
  std::string variant;
  Moment started;
  Hash rules_hash;
  std::string seed;           // hex
  std::string parent_attempt; // "" unless this is a branch of a rewind
  int parent_turn = 0;

  // Written by every append.
  std::string language;
  Hash shown_hash;
  AttemptState state = AttemptState::open;
  int turn = 0;
  Hash head;            // hash of this attempt's newest entry; set by append, whatever the caller gave
  std::string progress; // opaque to storage
  std::optional<Moment> finished;
};

struct StoredEntry {
  std::int64_t seq = 0; // 1, 2, 3 … over the whole chain, without a gap
  std::string attempt;
  int turn = 0;
  std::string kind;
  ledger::Entry entry;
  Moment at;
};

// What a learner typed. The line holds only ledger::commit_text(salt, text) as hex.
struct TypedText {
  ledger::Salt salt{};
  std::string text;
};

// What a list of people says of one of them, from a day on. A later row of the same person holds instead.
struct RosterRow {
  std::string person;                          // id
  std::string number;                          // of service: what people are told apart by. Empty: none any more
  std::string name, rank, unit, sex, language; // as the list has them; sex F, M or X
  std::string since;                           // the day, 2026-10-01
  std::string supervises = {};                 // "yes": may open and close a supervised session; else empty
  ledger::Salt salt{};                         // of its commitment
};

// SHA-256(salt ‖ the row as a line of JSON, but for its salt; `supervises` only where it says so); and what the entry holds that brings
// rows, as hex.
Hash roster_commitment(const RosterRow& row);
Hash roster_list(std::span<const Hash> commitments);
Hash roster_list(std::span<const RosterRow> rows);

struct StoredRosterRow {
  std::int64_t seq = 0; // of the entry that brought it
  Hash commitment;
  std::string person;
  std::optional<RosterRow> content; // nothing: erased
};

struct StoredText {
  Hash commitment;
  std::int64_t seq = 0;
  std::string attempt;
  std::optional<TypedText> content; // nothing: erased
};

} // namespace firsthand::storage
