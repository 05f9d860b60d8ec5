// Attempts as their sealed lines tell them, in words: what exports are folded from. Needs no content: a line carries its
// words, so an export works for scenarios that are no longer there. One attempt is held at a time, however long the record is.
#pragma once

#include "engine/base/json_line.h"
#include "engine/report/table.h"
#include "engine/report/titles.h"
#include "engine/session/rulings.h"
#include "engine/session/supervised.h"
#include "engine/storage/database.h"

#include <map>
#include <optional>

namespace firsthand::report {

struct AttemptRecord {
  std::string id;
  std::vector<base::Json> lines; // begin or branch first
  std::vector<crypto::Hash> hashes;
  const base::Json& first() const { return lines.front(); }
  bool branch() const { return first().at("k").text() == "branch"; }
  bool told_nowhere() const;
  // May it count as completion: see session::counts.
  bool counts() const;
  bool practice() const; // what came of it stays in the record: no export tells more than how often and how long
  // Whether its verdict passes or fails somebody: it counts, and was no practice.
  bool decides() const { return counts() && !practice(); }
  std::string verdict() const; // the first one: open, passed, failed or closed
  // What it came to, as the line that ended it says (engine/session/sum.h); empty: older than sums, or without a verdict.
  const base::Json& sum() const;
  std::int64_t minutes() const; // at the keyboard
  std::string role() const;     // of a test; "not recorded" in older lines; empty: of a lesson
};

// Which computer an attempt was made on; without its key.
struct StationRecord {
  std::string id, origin, station, room, place;
  base::Moment since;
  std::int64_t after_entry = 0;
};

// Tells `visitor` each attempt, in the order in which they began, without those that warmed somebody up. Errors: the visitor's, or why it
// could not be read on.
using AttemptVisitor = std::function<base::Result<void>(const AttemptRecord&)>;
using Attempts = std::function<base::Result<void>(const AttemptVisitor& visitor)>;

struct Records {
  std::string chain_id;
  crypto::Hash head;
  std::int64_t entries = 0;
  Attempts attempts;                                // up to the head
  std::map<std::string, std::string> names;         // person id → name; the erased are missing
  std::map<std::string, storage::RosterRow> roster; // by id: what the list of people says now of who stands in it
  std::vector<StationRecord> stations;              // oldest first; the last is the one that exports
  std::vector<storage::Incident> incidents;         // oldest first
  session::SupervisedSessions sessions;             // up to the head
  session::Rulings rulings;                         // up to the head
  // Is all there that was recorded? storage's word for it; where it was gone on with though something was missing: "may-be-missing".
  std::string complete = "yes";
};

// The supervised sessions of a record, up to an entry. Errors: those of the database.
base::Result<session::SupervisedSessions> read_sessions(storage::Database& database, std::int64_t up_to);

base::Result<session::Rulings> read_rulings(storage::Database& database, std::int64_t up_to); // likewise

// Decisions of two people about its result that hold, oldest first; and what it counts as after them.
std::vector<ledger::SealedRuling> rulings_on(const Records& records, const AttemptRecord& attempt);
bool is_void(const Records& records, const AttemptRecord& attempt);

// Verifies the chain first. `database` must outlive what is given. Errors: "record-damaged" with what is damaged; those of
// the database.
base::Result<Records> read_records(storage::Database& database);

// What a file tells, in sum; of a file that tells of no attempt, nothing.
struct Told {
  std::int64_t attempts = 0, minutes = 0; // minutes: at the keyboard, the sum of what each attempt says
  void add(const AttemptRecord& attempt) { ++attempts, minutes += attempt.minutes(); }
};

// A file of an export, written as it is asked for. Its name is the sheet, which computer it comes from, and the ending.
struct ExportFile {
  std::string sheet, ending; // "completion", ".csv"
  std::function<base::Result<Told>(const Out& out)> write;
};

// How the reader's spreadsheet and calendar want a table.
struct TableForm {
  char separator = ','; // or ';' or a tab
  std::function<int(std::int64_t)> offset =
      {};               // minutes of local time from UTC at a second since 1970, for entries that do not say; none: 0
  TitlesOf titles = {}; // of the content that was kept; none: what it would tell is empty
};

// completion.csv, completion-dictionary.csv. `records` must outlive what is given; so for the others.
std::vector<ExportFile> completion_table(const Records& records, const TableForm& form);
// statements.json: xAPI 1.0.3 in cmi5's vocabulary; the same statements with the same ids at every export.
// `titles` may be empty: then ids stand in.
std::vector<ExportFile> xapi_statements(const Records& records, const session::Catalogue& kinds, TitlesOf titles);

} // namespace firsthand::report
