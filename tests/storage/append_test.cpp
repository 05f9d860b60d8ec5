// Appending: what is sealed, what is refused, and that after any failure the content is exactly as before.
#include "tests/storage/failing_vfs.h"
#include "tests/storage/fixture.h"

#include <algorithm>

namespace storage_tests {

TEST_CASE("storage: an append seals the line over the head and gives the new head") {
  Store store;
  const auto start = store.database->head().value();
  CHECK(start == ledger::genesis(store.database->chain_id()));
  const auto first = store.append("a", 0, "one");
  const auto second = store.append("a", 1, "two");
  CHECK(first.seq == 1);
  CHECK(second.seq == 2);
  CHECK(first.entry.hash == ledger::seal(start, "one").hash);
  CHECK(second.entry.previous == first.entry.hash);
  CHECK(store.database->head().value() == second.entry.hash);
}

TEST_CASE("storage: entries come back byte for byte, by attempt and as a whole") {
  Store store;
  const std::string odd("{\"t\":\"\xe0\xb8\x81\0\xff\"}", 13);
  store.append("a", 0, odd);
  store.append("b", 0, "b0");
  store.append("a", 1, "");
  const auto entries = store.open().entries_of("a").value();
  REQUIRE(entries.size() == 2);
  CHECK(entries[0].entry.line == odd);
  CHECK(entries[1].entry.line == "");
  CHECK(entries[1].seq == 3);
  CHECK(entries[1].turn == 1);
  CHECK(entries[1].kind == "turn");
  CHECK(entries[1].at == Moment{5001});
  std::string order;
  CHECK(store.database
            ->all_entries([&](const auto& entry) {
              order += entry.attempt;
              return storage::Visit::go_on;
            })
            .ok());
  CHECK(order == "aba");
  order.clear();
  CHECK(store.database
            ->all_entries([&](const auto& entry) {
              order += entry.attempt;
              return storage::Visit::stop;
            })
            .ok());
  CHECK(order == "a");
}

TEST_CASE("storage: a moved head is refused and nothing changes") {
  Store store;
  const auto stale = store.request("a", 1, "late");
  store.append("a", 0, "first");
  const auto before = dump(store.path());
  CHECK(store.error_on_append(stale) == "head-moved");
  CHECK(dump(store.path()) == before);
}

TEST_CASE("storage: another connection's append moves the head as well") {
  Store store;
  store.append("a", 0, "first");
  const auto stale = store.request("a", 1, "second");
  auto other = storage::Database::open(store.path(), store.options()).value();
  auto faster = stale;
  faster.attempt = attempt_named("b", 0);
  CHECK(other.append(faster).ok());
  CHECK(store.error_on_append(stale) == "head-moved");
}

TEST_CASE("storage: a turn is recorded once") {
  Store store;
  store.append("a", 0, "zero");
  store.append("a", 4, "four");
  const auto before = dump(store.path());
  CHECK(store.error_on_append(store.request("a", 4, "again")) == "turn-taken");
  CHECK(store.error_on_append(store.request("a", 3, "back")) == "turn-taken");
  CHECK(dump(store.path()) == before);
}

TEST_CASE("storage: the attempt follows its entries, what is pinned stays") {
  Store store;
  store.append("a", 0, "zero");
  auto next = store.request("a", 1, "one");
  next.attempt.title = "Another title";
  next.attempt.rules_hash = crypto::sha256("other rules");
  next.attempt.language = "th";
  next.attempt.state = storage::AttemptState::passed;
  next.attempt.finished = Moment{9000};
  const auto sealed = store.database->append(next).value();
  const auto attempt = store.database->attempt("a").value().value();
  CHECK(attempt.title == "The open house");
  CHECK(attempt.rules_hash == crypto::sha256("rules"));
  CHECK(attempt.language == "th");
  CHECK(attempt.state == storage::AttemptState::passed);
  CHECK(attempt.finished == Moment{9000});
  CHECK(attempt.turn == 1);
  CHECK(attempt.head == sealed.entry.hash);
  CHECK(attempt.progress == "step 1");
}

TEST_CASE("storage: typed text stands beside the line, and must be sealed in it") {
  Store store;
  auto request = store.request_with_text("a", 0, "seen on the table");
  CHECK(store.database->append(request).ok());
  CHECK(store.database->entries_of("a").value()[0].entry.line.find("seen on the table") == std::string::npos);
  const auto texts = store.database->texts_of("a").value();
  REQUIRE(texts.size() == 1);
  CHECK(texts[0].content->text == "seen on the table");
  CHECK(texts[0].content->salt == request.texts[0].salt);
  CHECK(texts[0].seq == 1);
  CHECK(store.database->text(texts[0].commitment).value()->attempt == "a");

  auto unsealed = store.request_with_text("a", 1, "other");
  unsealed.texts[0].text = "something else";
  const auto before = dump(store.path());
  CHECK(store.error_on_append(unsealed) == "text-not-sealed");
  CHECK(dump(store.path()) == before);
}

TEST_CASE("storage: a failure at any step leaves everything as before, and the next append works") {
  using enum storage::AppendStep;
  for (const auto step : {begin, read_head, write_attempt, write_entry, write_texts, commit}) {
    CAPTURE(static_cast<int>(step));
    Store store;
    store.append("a", 0, "zero");
    bool failing = true;
    auto options = store.options();
    options.fails_at = [&](storage::AppendStep at) { return failing && at == step; };
    store.open(options);
    const auto before = dump(store.path());
    const auto request = store.request_with_text("a", 1, "typed");
    CHECK(store.error_on_append(request) == "database-full");
    CHECK(dump(store.path()) == before);
    failing = false;
    CHECK(store.error_on_append(request) == "");
    CHECK(store.database->verify_chain().value().whole());
    CHECK(store.database->entries_of("a").value().size() == 2);
  }
}

namespace {

// Lets the n-th write, truncate or sync of one append fail; false once n is beyond the last.
bool survives_failure(int operation, int result, Lasting lasting) {
  FailingVfs disk;
  Store store;
  auto options = store.options();
  options.vfs = disk.name();
  store.open(options);
  store.append("a", 0, std::string(9000, 'x'));
  const auto before = dump(store.path());
  const auto request = store.request_with_text("a", 1, "typed");
  disk.fail_at(operation, result, lasting);
  const auto error = store.error_on_append(request);
  const bool failed = disk.failed() > 0;
  CAPTURE(operation);
  CAPTURE(disk.last_failed());
  disk.heal();
  if (failed && error.empty()) CHECK(disk.last_failed() == "never"); // a failure must not go unnoticed
  if (failed) {
    CHECK(error == (result == SQLITE_FULL ? "database-full" : "database-io"));
    CHECK(dump(store.path()) == before);
    CHECK(store.error_on_append(request) == "");
  }
  CHECK(store.database->verify_chain().value().whole());
  CHECK(store.open().entries_of("a").value().size() == 2);
  store.close();
  return failed;
}

} // namespace

TEST_CASE("storage: every write and sync of an append may fail, once or for good") {
  for (const int result : {SQLITE_FULL, SQLITE_IOERR_WRITE})
    for (const auto lasting : {Lasting::once, Lasting::from_then_on}) {
      int operation = 1;
      while (survives_failure(operation, result, lasting))
        ++operation;
      CHECK(operation > 4); // several pages and the sync were tried
    }
}

TEST_CASE("storage: what was refused does not come back after a crash") {
  FailingVfs disk;
  Store store;
  auto options = store.options();
  options.vfs = disk.name();
  store.open(options);
  store.append("a", 0, "zero");
  disk.fail_at(1 << 30, SQLITE_IOERR_FSYNC);
  store.append("a", 1, "one");
  const int last = disk.operations(); // the sync
  disk.fail_at(last, SQLITE_IOERR_FSYNC);
  const auto request = store.request("a", 2, "two");
  CHECK(store.error_on_append(request) == "database-io");
  REQUIRE(disk.last_failed() == "sync");
  Folder crashed;
  for (const auto* part : {"firsthand.db", "firsthand.db-wal"})
    if (fs::exists(store.folder.path / part)) fs::copy_file(store.folder.path / part, crashed.path / part);
  auto again = storage::Database::open(crashed.path / "firsthand.db", store.options()).value();
  CHECK(again.entries_of("a").value().size() == 2);
  CHECK(again.verify_chain().value().whole());
  store.close();
}

TEST_CASE("storage: a full disk refuses the append, and a small one still fits later") {
  Store store;
  store.append("a", 0, "zero");
  auto options = store.options();
  options.max_pages = 40;
  store.open(options);
  const auto before = dump(store.path());
  CHECK(store.error_on_append(store.request("a", 1, std::string(400000, 'x'))) == "database-full");
  CHECK(dump(store.path()) == before);
  CHECK(store.error_on_append(store.request("a", 1, "one")) == "");
  CHECK(store.database->verify_chain().value().whole());
}

TEST_CASE("storage: another program's lock refuses the append until it is gone") {
  Store store;
  store.append("a", 0, "zero");
  const auto request = store.request("a", 1, "one");
  Bare other(store.path());
  other.run("BEGIN IMMEDIATE");
  CHECK(store.error_on_append(request) == "database-locked");
  other.run("ROLLBACK");
  CHECK(store.error_on_append(request) == "");
}

TEST_CASE("storage: killed at any moment, every append that returned is there") {
  Store store;
  for (int turn = 0; turn < 5; ++turn) {
    store.append("a", turn, "line " + std::to_string(turn));
    Folder crashed; // file and log as they are now, without the memory of the process
    fs::copy_file(store.path(), crashed.path / "firsthand.db");
    fs::copy_file(store.folder.path / "firsthand.db-wal", crashed.path / "firsthand.db-wal");
    auto again = storage::Database::open(crashed.path / "firsthand.db", store.options()).value();
    CHECK(again.entries_of("a").value().size() == static_cast<std::size_t>(turn) + 1);
    CHECK(again.verify_chain().value().whole());
  }
}

TEST_CASE("storage: a log torn anywhere gives whole turns only") {
  Store store;
  for (int turn = 0; turn < 3; ++turn)
    store.append("a", turn, "line " + std::to_string(turn));
  const auto log = bytes_of(store.folder.path / "firsthand.db-wal");
  REQUIRE(log.size() > 10000);
  std::size_t most = 0;
  for (std::size_t size = 0; size <= log.size(); size += log.size() / 23) {
    Folder crashed;
    fs::copy_file(store.path(), crashed.path / "firsthand.db");
    write_bytes(crashed.path / "firsthand.db-wal", std::string_view(log).substr(0, size));
    auto again = storage::Database::open(crashed.path / "firsthand.db", store.options()).value();
    const auto report = again.verify_chain().value();
    CHECK(report.whole());
    most = std::max(most, static_cast<std::size_t>(report.entries));
  }
  CHECK(most >= 2);
}

TEST_CASE("storage: the database itself refuses to change or delete an entry") {
  Store store;
  store.append("a", 0, "zero");
  sqlite3* handle = nullptr;
  REQUIRE(sqlite3_open(utf8_of(store.path()).c_str(), &handle) == SQLITE_OK);
  CHECK(sqlite3_exec(handle, "UPDATE entries SET kind = 'x'", nullptr, nullptr, nullptr) == SQLITE_CONSTRAINT);
  CHECK(sqlite3_exec(handle, "DELETE FROM entries", nullptr, nullptr, nullptr) == SQLITE_CONSTRAINT);
  sqlite3_close(handle);
  CHECK(store.database->entries_of("a").value()[0].kind == "turn");
}

} // namespace storage_tests
