// Which computer this is: identities, starts, masters, and what happened to the record.
#include "engine/storage/state.h"

#include <fmt/format.h>

namespace firsthand::storage {

namespace {

Workstation workstation_of(const Query& row) {
  Workstation found{row.text(0), {}, {row.integer(2)}, row.integer(3), row.text(4), row.text(5), row.text(6), row.text(7), row.text(8)};
  found.key = row.hash(1).bytes;
  return found;
}

Result<std::int64_t> meta_number(Connection& connection, std::string_view key) {
  Query query(connection, "SELECT value FROM meta WHERE key = ?");
  FH_TRY(row, query.bind(key).step());
  return row ? query.integer(0) : std::int64_t{0};
}

template<class Value> Result<void> set_meta(Connection& connection, std::string_view key, const Value& value) {
  return Query(connection, "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value")
      .bind(key)
      .bind(value)
      .run();
}

// A hook of the system's file layer tells whether the open file still has its name. Nothing: this system has no such hook.
std::optional<bool> has_moved(sqlite3* handle) {
  int moved = 0;
  if (sqlite3_file_control(handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved) != SQLITE_OK) return std::nullopt;
  return moved != 0;
}

} // namespace

Result<std::optional<Workstation>> newest_workstation(Connection& connection) {
  Query query(connection,
              "SELECT id, key, since, after_entry, origin, station, room, place, marks FROM workstations ORDER BY number DESC LIMIT 1");
  FH_TRY(row, query.step());
  return row ? std::optional(workstation_of(query)) : std::nullopt;
}

Result<void> insert_workstation(Connection& connection, Workstation& wanted, crypto::Entropy& entropy) {
  wanted.id = crypto::random_id(entropy);
  wanted.key = crypto::random_array<32>(entropy);
  Query query(
      connection,
      "INSERT INTO workstations (id, key, since, after_entry, origin, station, room, place, marks) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
  query.bind(wanted.id).blob(wanted.key).bind(wanted.since.milliseconds).bind(wanted.after_entry).bind(wanted.origin);
  return query.bind(wanted.station).bind(wanted.room).bind(wanted.place).bind(wanted.fingerprint).run();
}

// The master's place says which station and room its copies are for, not which of them.
Result<void> wake_master(Connection& connection, const Options& options) {
  FH_TRY(master, meta_number(connection, "master"));
  if (master == 0) return {};
  if (!options.entropy) return base::fail("database-misuse", "A master can be woken only with entropy.");
  FH_TRY(transaction, Transaction::begin(connection));
  FH_TRY(before, newest_workstation(connection));
  Workstation own;
  own.since = options.now;
  own.origin = "image";
  if (before) own.station = before->station, own.room = before->room;
  FH_CHECK(Query(connection, "DELETE FROM workstations").run());
  FH_CHECK(insert_workstation(connection, own, *options.entropy));
  FH_CHECK(set_meta(connection, "chain-id", std::string_view(crypto::random_id(*options.entropy))));
  FH_CHECK(set_meta(connection, "created", options.now.milliseconds));
  FH_CHECK(set_meta(connection, "starts", std::int64_t{0}));
  FH_CHECK(Query(connection, "DELETE FROM incidents").run());
  FH_CHECK(Query(connection, "DELETE FROM meta WHERE key = 'master'").run());
  return transaction.commit();
}

const Workstation& Database::workstation() const { return state_->workstation; }

Result<std::vector<Workstation>> Database::workstations() {
  Query query(state_->connection,
              "SELECT id, key, since, after_entry, origin, station, room, place, marks FROM workstations ORDER BY number");
  std::vector<Workstation> all;
  for (;;) {
    FH_TRY(row, query.step());
    if (!row) return all;
    all.push_back(workstation_of(query));
  }
}

Result<void> Database::begin_workstation(Workstation wanted, Moment now) {
  if (!state_->options.entropy) return base::fail("database-misuse", "A workstation can be begun only with entropy.");
  FH_TRY(transaction, Transaction::begin(state_->connection));
  FH_TRY(tip, read_tip(state_->connection, state_->start));
  wanted.since = now;
  wanted.after_entry = tip.seq;
  FH_CHECK(insert_workstation(state_->connection, wanted, *state_->options.entropy));
  FH_CHECK(transaction.commit());
  state_->workstation = std::move(wanted);
  return {};
}

Result<void> Database::set_fingerprint(std::string_view fingerprint) {
  FH_CHECK(
      Query(state_->connection, "UPDATE workstations SET marks = ? WHERE id = ?").bind(fingerprint).bind(state_->workstation.id).run());
  state_->workstation.fingerprint = fingerprint;
  return {};
}

Result<std::int64_t> Database::starts() { return meta_number(state_->connection, "starts"); }

Result<std::int64_t> Database::count_start() {
  FH_TRY(transaction, Transaction::begin(state_->connection));
  FH_TRY(before, meta_number(state_->connection, "starts"));
  FH_CHECK(set_meta(state_->connection, "starts", before + 1));
  FH_CHECK(transaction.commit());
  return before + 1;
}

Result<void> Database::seal_as_master(Workstation wanted, Moment now) {
  if (!state_->options.entropy) return base::fail("database-misuse", "A master can be sealed only with entropy.");
  FH_TRY(transaction, Transaction::begin(state_->connection));
  FH_TRY(tip, read_tip(state_->connection, state_->start));
  if (tip.seq > 0)
    return base::fail("record-not-empty",
                      fmt::format("{} holds {} entries. A master for copies holds none: set it aside first, or take another data folder.",
                                  utf8(state_->path), tip.seq));
  wanted.origin = "image";
  wanted.since = now;
  FH_CHECK(insert_workstation(state_->connection, wanted, *state_->options.entropy));
  FH_CHECK(set_meta(state_->connection, "master", std::int64_t{1}));
  return transaction.commit();
}

Result<void> Database::note_incident(std::string_view kind, std::string_view detail, Moment at) {
  Query query(state_->connection, "INSERT INTO incidents (at, kind, detail) VALUES (?, ?, ?)");
  FH_CHECK(query.bind(at.milliseconds).bind(kind).bind(detail).run());
  if (kind == "log-missing") state_->owned_up = true;
  return {};
}

Result<std::vector<Incident>> Database::incidents() {
  Query query(state_->connection, "SELECT at, kind, detail FROM incidents ORDER BY number");
  std::vector<Incident> all;
  for (;;) {
    FH_TRY(row, query.step());
    if (!row) return all;
    all.push_back({{query.integer(0)}, query.text(1), query.text(2)});
  }
}

void Database::abandon() {
  state_->writing = false;
  sqlite3_db_config(state_->connection.handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

bool is_there(sqlite3* handle, const std::filesystem::path& path) {
  if (const auto moved = has_moved(handle)) return !*moved;
  std::error_code failed;
  return std::filesystem::is_regular_file(path, failed);
}

bool Database::still_there() const { return is_there(state_->connection.handle(), state_->path); }

} // namespace firsthand::storage
