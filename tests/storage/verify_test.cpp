// The full check names what was tampered with behind the program's back.
#include "tests/storage/fixture.h"

#include <algorithm>

namespace storage_tests {

namespace {

using storage::DamageKind;

struct Tampered : Store {
  Tampered() {
    append("a", 0, "{\"turn\":0}");
    append("b", 0, "{\"turn\":0,\"who\":\"b\"}");
    REQUIRE(database->append(request_with_text("a", 1, "typed text")).ok());
    append("a", 2, "{\"turn\":2}");
    REQUIRE(database->put_content("scenario text", {1}).ok());
    close();
  }

  // As somebody would who knows SQLite: the guards against changing are taken away and put back.
  storage::ChainReport after(const std::string& sql) {
    close();
    {
      Bare bare(path());
      bare.run("PRAGMA foreign_keys = OFF");
      const auto guards = bare.rows("SELECT sql || ';' FROM sqlite_schema WHERE type = 'trigger'");
      bare.run("DROP TRIGGER entries_are_never_changed; DROP TRIGGER entries_are_never_deleted");
      bare.run(sql);
    }
    return open().verify_chain().value();
  }
};

bool names(const storage::ChainReport& report, DamageKind kind, std::int64_t seq, const std::string& attempt, int turn) {
  if (report.damages.empty()) return false;
  const auto& first = report.damages.front();
  return first.kind == kind && first.seq == seq && first.attempt == attempt && first.turn == turn && !first.message.empty();
}

} // namespace

TEST_CASE("storage: an untouched record is whole and counted") {
  Tampered store;
  const auto report = store.open().verify_chain().value();
  CHECK(report.whole());
  CHECK(report.entries == 4);
  CHECK(report.texts == 1);
  CHECK(report.texts_erased == 0);
  CHECK(report.contents == 1);
  CHECK(report.head == store.database->head().value());
}

TEST_CASE("storage: a new record is whole and empty") {
  Store store;
  const auto report = store.database->verify_chain().value();
  CHECK(report.whole());
  CHECK(report.entries == 0);
  CHECK(report.head == ledger::genesis(store.database->chain_id()));
}

TEST_CASE("storage: each flipped byte of a sealed line in the file names its entry") {
  Tampered store;
  const std::string line = "{\"turn\":0,\"who\":\"b\"}";
  const auto whole = bytes_of(store.path());
  const auto at = whole.find(line);
  REQUIRE(at != std::string::npos);
  REQUIRE(whole.find(line, at + 1) == std::string::npos);
  for (std::size_t byte = 0; byte < line.size(); ++byte)
    for (const char flip : {1, 2, 32, -128}) {
      auto spoiled = whole;
      spoiled[at + byte] = static_cast<char>(spoiled[at + byte] ^ flip);
      write_bytes(store.path(), spoiled);
      const auto report = store.open().verify_chain().value();
      store.close();
      CHECK(names(report, DamageKind::changed, 2, "b", 0));
      CHECK(report.damages.size() == 1);
    }
}

TEST_CASE("storage: a line changed by SQL is named") {
  Tampered store;
  const auto report = store.after("UPDATE entries SET line = '{\"turn\":1}' WHERE seq = 1");
  CHECK(names(report, DamageKind::changed, 1, "a", 0));
  CHECK(report.entries == 4);
}

TEST_CASE("storage: a removed entry leaves a gap") {
  Tampered store;
  const auto report = store.after("DELETE FROM entries WHERE seq = 2");
  CHECK(names(report, DamageKind::gap, 3, "a", 1));
}

TEST_CASE("storage: closing the gap by renumbering does not help") {
  Tampered store;
  const auto report = store.after("DELETE FROM entries WHERE seq = 2; UPDATE entries SET seq = seq - 1 WHERE seq > 2");
  CHECK(names(report, DamageKind::unlinked, 2, "a", 1));
}

TEST_CASE("storage: a sealed forgery does not fit what follows") {
  Tampered store;
  const auto start = store.open().entries_of("a").value()[0].entry.previous;
  const auto forged = ledger::seal(start, "forged");
  const auto report = store.after("UPDATE entries SET line = 'forged', hash = x'" + forged.hash.hex() + "' WHERE seq = 1");
  CHECK(names(report, DamageKind::unlinked, 2, "b", 0));
}

TEST_CASE("storage: a chain cut at its end is shown by the attempt") {
  Tampered store;
  const auto report = store.after("DELETE FROM entries WHERE seq = 4");
  REQUIRE(report.damages.size() == 1);
  CHECK(report.damages[0].kind == DamageKind::attempt);
  CHECK(report.damages[0].attempt == "a");
  CHECK(report.damages[0].turn == 2);
}

TEST_CASE("storage: an attempt without any entry is named") {
  Tampered store;
  const auto report = store.after("UPDATE attempts SET id = 'c' WHERE id = 'b'");
  CHECK(std::any_of(report.damages.begin(), report.damages.end(),
                    [](const auto& damage) { return damage.kind == DamageKind::attempt && damage.attempt == "c"; }));
}

TEST_CASE("storage: a swapped typed text, salt or entry is named") {
  for (const auto* change : {"text = 'other'", "salt = zeroblob(16)", "entry = 4"}) {
    Tampered store;
    const auto report = store.after(std::string("UPDATE typed_texts SET ") + change);
    REQUIRE(report.damages.size() == 1);
    CHECK(report.damages[0].kind == DamageKind::text);
    CHECK(report.damages[0].attempt == "a");
  }
}

TEST_CASE("storage: swapped content is named, and not handed out") {
  Tampered store;
  const auto report = store.after("UPDATE content SET bytes = x'00'");
  REQUIRE(report.damages.size() == 1);
  CHECK(report.damages[0].kind == DamageKind::content);
  CHECK(store.database->content(crypto::sha256("scenario text")).error().code == "content-damaged");
}

TEST_CASE("storage: a page that cannot be read is damage in the report, not the end of it") {
  Store store;
  for (int turn = 0; turn < 60; ++turn)
    store.append("a", turn, "line " + std::to_string(turn) + std::string(400, '.'));
  REQUIRE(store.database->put_content("scenario text", {1}).ok());
  store.close();
  auto spoiled = bytes_of(store.path());
  const auto page = spoiled.find("line 40.") / 4096 * 4096;
  for (std::size_t i = 0; i < 16; ++i)
    spoiled[page + i] = '\x7f';
  write_bytes(store.path(), spoiled);
  auto options = store.options();
  options.quick_check = storage::QuickCheck::skip;
  const auto report = store.open(options).verify_chain().value();
  CHECK_FALSE(report.whole());
  CHECK(report.damages.front().kind == DamageKind::file);
  CHECK(report.entries > 10);
  CHECK(report.contents == 1);
}

TEST_CASE("storage: a report does not grow without end") {
  Store store;
  for (int turn = 0; turn < 120; ++turn)
    store.append("a", turn, "line");
  store.close();
  {
    Bare bare(store.path());
    bare.run("DROP TRIGGER entries_are_never_changed; UPDATE entries SET line = 'other'");
  }
  const auto report = store.open().verify_chain().value();
  CHECK(report.entries == 120);
  CHECK(report.damages.size() == 100);
}

} // namespace storage_tests
