// Yardstick: one row a transaction in SQLite, with the pragmas and the bytes of our own ledger and nothing else.
// Usage: yardstick_sqlite FILE COUNT BYTES → nanoseconds of each commit, one a line.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <sqlite3.h>
#include <string>

namespace {
bool run(sqlite3* db, const char* sql) { return sqlite3_exec(db, sql, nullptr, nullptr, nullptr) == SQLITE_OK; }
} // namespace

int main(int argc, char** argv) {
  sqlite3* db = nullptr;
  if (argc != 4 || sqlite3_open(argv[1], &db) != SQLITE_OK) return 2;
  if (!run(db, "PRAGMA journal_mode=WAL") || !run(db, "PRAGMA synchronous=FULL")) return 1;
  if (!run(db, "CREATE TABLE line(seq INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT")) return 1;
  const std::string line(static_cast<std::size_t>(std::atoi(argv[3])), 'x');
  sqlite3_stmt* insert = nullptr;
  if (sqlite3_prepare_v2(db, "INSERT INTO line(text) VALUES(?1)", -1, &insert, nullptr) != SQLITE_OK) return 1;
  for (int i = 0; i < std::atoi(argv[2]); ++i) {
    const auto start = std::chrono::steady_clock::now();
    sqlite3_bind_text(insert, 1, line.data(), static_cast<int>(line.size()), SQLITE_STATIC);
    if (!run(db, "BEGIN IMMEDIATE") || sqlite3_step(insert) != SQLITE_DONE || !run(db, "COMMIT")) return 1;
    sqlite3_reset(insert);
    const auto took = std::chrono::steady_clock::now() - start;
    std::printf("%lld\n", static_cast<long long>(std::chrono::duration_cast<std::chrono::nanoseconds>(took).count()));
  }
  sqlite3_finalize(insert);
  sqlite3_close(db);
}
