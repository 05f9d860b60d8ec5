// The list of people: rows that an entry of the chain commits to, so that a number, a name or a rank that is changed beside the program
// is noticed, and that can be erased without breaking the chain.
#include "engine/storage/state.h"

#include "engine/base/json_line.h"

namespace firsthand::storage {

namespace {

RosterRow roster_row_from(const Query& row) {
  RosterRow out{.person = row.text(0),
                .number = row.text(1),
                .name = row.text(2),
                .rank = row.text(3),
                .unit = row.text(4),
                .sex = row.text(5),
                .language = row.text(6),
                .since = row.text(7),
                .supervises = row.text(9)};
  const crypto::Bytes salt = row.bytes(8);
  std::copy_n(salt.begin(), std::min(salt.size(), out.salt.size()), out.salt.begin());
  return out;
}

// A record of an earlier version that is only looked at has no list, or one that names no supervisor.
enum class RosterTable : std::uint8_t { none, without_supervisors, whole };

Result<RosterTable> roster_table(Connection& connection) {
  Query list(connection, "SELECT 1 FROM sqlite_schema WHERE name = 'roster'");
  FH_TRY(there, list.step());
  if (!there) return RosterTable::none;
  Query column(connection, "SELECT 1 FROM pragma_table_info('roster') WHERE name = 'supervises'");
  FH_TRY(supervises, column.step());
  return supervises ? RosterTable::whole : RosterTable::without_supervisors;
}

} // namespace

Hash roster_commitment(const RosterRow& row) {
  base::Json::Object text{{"language", row.language}, {"name", row.name}, {"number", row.number}, {"person", row.person},
                          {"rank", row.rank},         {"sex", row.sex},   {"since", row.since},   {"unit", row.unit}};
  if (!row.supervises.empty()) text["supervises"] = row.supervises; // earlier rows have none, and their commitments stand
  return ledger::commit_text(row.salt, base::Json(text).line());
}

Hash roster_list(std::span<const Hash> commitments) {
  std::string all = "firsthand-roster-1\n";
  for (const Hash& each : commitments)
    all.append(each.bytes.begin(), each.bytes.end());
  return crypto::sha256(all);
}

Hash roster_list(std::span<const RosterRow> rows) {
  std::vector<Hash> commitments;
  for (const RosterRow& each : rows)
    commitments.push_back(roster_commitment(each));
  return roster_list(commitments);
}

Result<void> write_roster(Connection& connection, std::span<const RosterRow> rows, std::int64_t entry) {
  for (const RosterRow& row : rows) {
    Query query(connection, "INSERT INTO roster (entry, person, commitment, salt, number, name, rank, unit, sex, language, since, "
                            "supervises) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    query.bind(entry).bind(row.person).bind(roster_commitment(row)).blob(row.salt).bind(row.number).bind(row.name);
    FH_CHECK(query.bind(row.rank).bind(row.unit).bind(row.sex).bind(row.language).bind(row.since).bind(row.supervises).run());
  }
  return {};
}

Result<void> erase_roster(Connection& connection, std::string_view person) {
  return Query(connection, "UPDATE roster SET salt = NULL, number = NULL, name = NULL, rank = NULL, unit = NULL, sex = NULL, "
                           "language = NULL, since = NULL, supervises = NULL WHERE person = ?")
      .bind(person)
      .run();
}

Result<std::vector<RosterRow>> Database::roster() {
  FH_TRY(table, roster_table(state_->connection));
  std::vector<RosterRow> rows;
  if (table == RosterTable::none) return rows;
  Query query(state_->connection,
              table == RosterTable::whole
                  ? "SELECT person, number, name, rank, unit, sex, language, since, salt, supervises FROM roster WHERE salt IS NOT NULL "
                    "AND row IN (SELECT max(row) FROM roster GROUP BY person) ORDER BY row"
                  : "SELECT person, number, name, rank, unit, sex, language, since, salt, '' FROM roster WHERE salt IS NOT NULL AND "
                    "row IN (SELECT max(row) FROM roster GROUP BY person) ORDER BY row");
  for (;;) {
    FH_TRY(row, query.step());
    if (!row) return rows;
    rows.push_back(roster_row_from(query));
  }
}

Result<std::vector<StoredRosterRow>> Database::roster_rows() {
  FH_TRY(table, roster_table(state_->connection));
  std::vector<StoredRosterRow> rows;
  if (table == RosterTable::none) return rows;
  Query query(state_->connection,
              table == RosterTable::whole
                  ? "SELECT person, number, name, rank, unit, sex, language, since, salt, supervises, entry, commitment FROM roster "
                    "ORDER BY row"
                  : "SELECT person, number, name, rank, unit, sex, language, since, salt, '', entry, commitment FROM roster ORDER BY row");
  for (;;) {
    FH_TRY(row, query.step());
    if (!row) return rows;
    StoredRosterRow stored{query.integer(10), query.hash(11), query.text(0), std::nullopt};
    if (!query.is_null(8)) stored.content = roster_row_from(query);
    rows.push_back(std::move(stored));
  }
}

} // namespace firsthand::storage
