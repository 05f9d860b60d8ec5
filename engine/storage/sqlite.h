// This room's own hold on SQLite: a connection with its cached statements, a query, a transaction. The only header that
// includes sqlite3.h, and no header outside this room includes it.
#pragma once

#include "engine/base/result.h"
#include "engine/crypto/hash.h"

#include <sqlite3.h>

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace firsthand::storage {

using base::Error;
using base::Result;
using crypto::Bytes;
using crypto::Hash;

std::string utf8(const std::filesystem::path& path); // as SQLite and messages want it

// The stable code and the sentence for one of SQLite's results; `detail` (SQLite's words) is shown for our own bugs
// only.
Error error_of(int result, const std::filesystem::path& path, std::string_view detail);

class Connection {
 public:
  static Result<Connection> open(const std::filesystem::path& path, int flags, const std::string& vfs, int busy_milliseconds);

  Result<void> run(const std::string& sql);              // any number of statements, rows ignored
  sqlite3_stmt* statement(const char* sql, int& result); // cached by the address of the literal; null on error
  sqlite3* handle() const { return handle_.get(); }
  Error error(int result) const;

 private:
  struct CloseHandle {
    void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
  };
  struct FinalizeStatement {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  Connection(std::unique_ptr<sqlite3, CloseHandle> handle, std::filesystem::path path)
      : handle_(std::move(handle)), path_(std::move(path)) {}

  std::unique_ptr<sqlite3, CloseHandle> handle_;
  std::map<const char*, std::unique_ptr<sqlite3_stmt, FinalizeStatement>> statements_;
  std::filesystem::path path_;
};

// One use of a cached statement. `sql` must be a literal. Parameters are bound in order; errors wait for step().
class Query {
 public:
  Query(Connection& connection, const char* sql);
  ~Query();
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;

  Query& bind(std::int64_t number);
  Query& bind(std::string_view text);
  Query& bind(const Hash& hash) { return blob(hash.bytes); }
  Query& blob(Bytes bytes);
  Query& null();

  Result<bool> step(); // true: there is a row
  Result<void> run();  // for statements without rows

  std::int64_t integer(int column) const { return sqlite3_column_int64(statement_, column); }
  std::string text(int column) const;
  Bytes bytes(int column) const; // until the next step
  Hash hash(int column) const;   // zeros if it has not 32 bytes
  bool is_null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }

 private:
  void note(int result);

  Connection& connection_;
  sqlite3_stmt* statement_ = nullptr;
  int result_ = SQLITE_OK;
  int bound_ = 0;
};

// Rolls back unless committed. A commit that fails is rolled back too, also in the log on disk as far as the disk lets
// us.
class Transaction {
 public:
  static Result<Transaction> begin(Connection& connection); // BEGIN IMMEDIATE
  Transaction(Transaction&& other) noexcept : connection_(std::exchange(other.connection_, nullptr)) {}
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();

  Result<void> commit();

 private:
  explicit Transaction(Connection& connection) : connection_(&connection) {}
  Connection* connection_;
};

// Moves the log into the file and empties it. False if a reader is in the way.
Result<bool> empty_log(Connection& connection);
// Moves it too, and leaves its file as long as it is. False likewise.
Result<bool> settle_log(Connection& connection);

} // namespace firsthand::storage
