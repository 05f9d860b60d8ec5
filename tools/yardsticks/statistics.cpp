// Yardstick: a hand-written query for the sums behind F, D and α over answers that lie in SQLite's memory already, in the order it likes
// best. Usage: yardstick_statistics PERSONS ITEMS ROUNDS → nanoseconds of each round, one a line.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <sqlite3.h>

namespace {

bool run(sqlite3* db, const char* sql) { return sqlite3_exec(db, sql, nullptr, nullptr, nullptr) == SQLITE_OK; }

bool fill(sqlite3* db, int persons, int items) {
  if (!run(db, "CREATE TABLE answer(person INTEGER, item INTEGER, worth REAL, PRIMARY KEY(person, item)) WITHOUT ROWID; BEGIN"))
    return false;
  sqlite3_stmt* insert = nullptr;
  if (sqlite3_prepare_v2(db, "INSERT INTO answer VALUES(?1, ?2, ?3)", -1, &insert, nullptr) != SQLITE_OK) return false;
  for (int person = 0; person < persons; ++person)
    for (int item = 0; item < items; ++item) {
      sqlite3_bind_int(insert, 1, person);
      sqlite3_bind_int(insert, 2, item);
      sqlite3_bind_double(insert, 3, (person * 7 + item * 13 + person / 3 * item) % 5 < 3 ? 1 : 0); // as yardstick_ours makes them
      if (sqlite3_step(insert) != SQLITE_DONE) return false;
      sqlite3_reset(insert);
    }
  sqlite3_finalize(insert);
  return run(db, "COMMIT");
}

constexpr const char* sums = "WITH t AS (SELECT person, sum(worth) AS total FROM answer GROUP BY person),"
                             " a AS (SELECT item, worth AS x, total - worth AS r FROM answer JOIN t USING (person))"
                             " SELECT item, count(*), sum(x), sum(r), sum(x * x), sum(r * r), sum(x * r) FROM a GROUP BY item"
                             " UNION ALL SELECT -1, count(*), sum(total), sum(total * total), 0, 0, 0 FROM t";

} // namespace

int main(int argc, char** argv) {
  sqlite3* db = nullptr;
  if (argc != 4 || sqlite3_open(":memory:", &db) != SQLITE_OK || !fill(db, std::atoi(argv[1]), std::atoi(argv[2]))) return 2;
  for (int round = 0; round < std::atoi(argv[3]); ++round) {
    const auto start = std::chrono::steady_clock::now();
    if (!run(db, sums)) return 1;
    const auto took = std::chrono::steady_clock::now() - start;
    std::printf("%lld\n", static_cast<long long>(std::chrono::duration_cast<std::chrono::nanoseconds>(took).count()));
  }
  sqlite3_close(db);
}
