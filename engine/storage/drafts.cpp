// What is no answer yet. It stands among the settings, so that a program that knows nothing of drafts opens the record as well.
#include "engine/storage/state.h"

namespace firsthand::storage {

namespace {

constexpr const char* draft_prefix = "draft/"; // the attempt's id follows

std::string draft_key(std::string_view attempt) { return draft_prefix + std::string(attempt); }

} // namespace

Result<void> forget_draft(Connection& connection, std::string_view attempt) {
  return Query(connection, "DELETE FROM settings WHERE key = ?").bind(draft_key(attempt)).run();
}

Result<void> erase_drafts(Connection& connection, std::string_view person) {
  return Query(connection, "DELETE FROM settings WHERE key IN (SELECT ? || id FROM attempts WHERE person = ?)")
      .bind(draft_prefix)
      .bind(person)
      .run();
}

Result<std::string> Database::draft(std::string_view attempt) {
  FH_TRY(line, setting(draft_key(attempt)));
  return line.value_or("");
}

Result<void> Database::keep_draft(std::string_view attempt, std::string_view line) {
  if (line.empty()) return forget_draft(state_->connection, attempt);
  Query query(state_->connection, "INSERT INTO settings (key, value) SELECT ?1, ?2 FROM attempts WHERE id = ?3 AND state = 'open' "
                                  "ON CONFLICT (key) DO UPDATE SET value = excluded.value");
  return query.bind(draft_key(attempt)).bind(line).bind(attempt).run();
}

} // namespace firsthand::storage
