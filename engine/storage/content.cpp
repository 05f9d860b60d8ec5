// Kept content, found by its own hash, and the workstation's settings.
#include "engine/storage/state.h"

#include <fmt/format.h>

namespace firsthand::storage {

Result<Hash> Database::put_content(std::string_view bytes, Moment kept) {
  const Hash hash = crypto::sha256(bytes);
  FH_CHECK(put_content(hash, bytes, kept));
  return hash;
}

Result<void> Database::put_content(const Hash& hash, std::string_view bytes, Moment kept) {
  if (crypto::sha256(bytes) != hash)
    return base::fail("content-mismatch", fmt::format("The content to keep does not have the hash {}. Nothing was kept.", hash.hex()));
  Query query(state_->connection, "INSERT INTO content (hash, bytes, kept) VALUES (?, ?, ?) ON CONFLICT (hash) DO NOTHING");
  return query.bind(hash).blob(crypto::as_bytes(bytes)).bind(kept.milliseconds).run();
}

Result<std::optional<std::string>> Database::content(const Hash& hash) {
  Query query(state_->connection, "SELECT bytes FROM content WHERE hash = ?");
  FH_TRY(row, query.bind(hash).step());
  if (!row) return std::optional<std::string>();
  const auto stored = query.bytes(0);
  if (crypto::sha256(stored) != hash)
    return base::fail("content-damaged",
                      fmt::format("The kept content {} is not what it was. Run a full check of the record.", hash.hex()));
  return std::optional(std::string(stored.begin(), stored.end()));
}

Result<std::optional<std::string>> Database::setting(std::string_view key) {
  Query query(state_->connection, "SELECT value FROM settings WHERE key = ?");
  FH_TRY(row, query.bind(key).step());
  return row ? std::optional(query.text(0)) : std::nullopt;
}

Result<void> write_setting(Connection& connection, std::string_view key, std::string_view value) {
  Query query(connection, "INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value");
  return query.bind(key).bind(value).run();
}

Result<void> Database::set_setting(std::string_view key, std::string_view value) { return write_setting(state_->connection, key, value); }

} // namespace firsthand::storage
