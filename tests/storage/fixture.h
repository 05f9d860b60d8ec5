// A data folder that goes away, a database in it, short ways to append, and a dump to compare content by.
#pragma once

#include "engine/storage/database.h"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace storage_tests {

namespace fs = std::filesystem;
namespace storage = firsthand::storage;
namespace crypto = firsthand::crypto;
namespace ledger = firsthand::ledger;
using firsthand::base::Moment;

struct Folder {
  Folder() {
    crypto::SystemEntropy entropy;
    // In memory where there is such a folder: hundreds of synced writes would only wear the disk.
    const fs::path memory = "/dev/shm";
    path = (fs::is_directory(memory) ? memory : fs::temp_directory_path()) / ("firsthand-storage-" + crypto::random_id(entropy));
    fs::create_directories(path);
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  fs::path path;
};

inline std::string utf8_of(const fs::path& path) {
  const auto text = path.u8string();
  return {text.begin(), text.end()};
}

inline std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline void write_bytes(const fs::path& path, std::string_view bytes) {
  std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

// A bare connection, to look at the file behind the database's back and to tamper with it.
class Bare {
 public:
  explicit Bare(const fs::path& path, int flags = SQLITE_OPEN_READWRITE) {
    REQUIRE(sqlite3_open_v2(utf8_of(path).c_str(), &handle_, flags, nullptr) == SQLITE_OK);
  }
  ~Bare() { sqlite3_close(handle_); }
  Bare(const Bare&) = delete;
  Bare& operator=(const Bare&) = delete;

  void run(const std::string& sql) {
    char* message = nullptr;
    sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, &message);
    const std::string said = message ? message : "";
    sqlite3_free(message);
    INFO(sql);
    REQUIRE(said == "");
  }

  std::string rows(const std::string& sql) {
    std::string out;
    const auto add = [](void* target, int count, char** values, char**) {
      for (int i = 0; i < count; ++i)
        *static_cast<std::string*>(target) += std::string(values[i] ? values[i] : "NULL") + "|";
      *static_cast<std::string*>(target) += "\n";
      return 0;
    };
    REQUIRE(sqlite3_exec(handle_, sql.c_str(), add, &out, nullptr) == SQLITE_OK);
    return out;
  }

 private:
  sqlite3* handle_ = nullptr;
};

// Every value of every table, as text; but for whether the file is in use.
inline std::string dump(const fs::path& path) {
  Bare bare(path);
  return bare.rows("SELECT * FROM meta WHERE key <> 'in-use' ORDER BY key") + bare.rows("SELECT * FROM people ORDER BY id") +
         bare.rows("SELECT *, hex(head) FROM attempts ORDER BY number") + bare.rows("SELECT *, hex(hash) FROM entries ORDER BY seq") +
         bare.rows("SELECT *, hex(commitment) FROM typed_texts ORDER BY commitment") +
         bare.rows("SELECT *, hex(hash) FROM content ORDER BY hash") + bare.rows("SELECT * FROM settings ORDER BY key");
}

inline storage::Attempt attempt_named(std::string id, int turn = 0, std::string person = "anna") {
  storage::Attempt attempt;
  attempt.id = std::move(id);
  attempt.person = std::move(person);
  attempt.scenario = "open-house";
  attempt.title = "The open house";
  attempt.mode = "practice";
  attempt.channel = "window";
  attempt.supervision = "none";
  attempt.variant = "a";
  attempt.started = {1000};
  attempt.rules_hash = crypto::sha256("rules");
  attempt.shown_hash = crypto::sha256("shown");
  attempt.seed = "5eed";
  attempt.language = "en";
  attempt.turn = turn;
  attempt.progress = "step " + std::to_string(turn);
  return attempt;
}

struct Store {
  Store() : entropy("store") { open(); }

  storage::Options options() {
    storage::Options made;
    made.entropy = &entropy;
    made.now = {1700000000000};
    made.stamp = "20261122T130000Z";
    made.busy_milliseconds = 20;
    return made;
  }

  storage::Database& open() { return open(options()); }
  storage::Database& open(storage::Options with) {
    database.reset();
    auto opened = storage::Database::open(path(), std::move(with));
    if (!opened.ok()) FAIL(opened.error().code << ": " << opened.error().message);
    return database.emplace(std::move(opened).value());
  }
  void close() { database.reset(); }

  std::string error_on_open() { return error_on_open(options()); }
  std::string error_on_open(storage::Options with) {
    database.reset();
    const auto opened = storage::Database::open(path(), std::move(with));
    return opened.ok() ? "" : opened.error().code;
  }

  fs::path path() const { return folder.path / "firsthand.db"; }

  storage::AppendRequest request(const std::string& id, int turn, const std::string& line) {
    return {.expected_head = database->head().value(),
            .attempt = attempt_named(id, turn),
            .kind = "turn",
            .line = line,
            .at = {5000 + turn},
            .texts = {}};
  }
  storage::Sealed append(const std::string& id, int turn, const std::string& line) {
    auto sealed = database->append(request(id, turn, line));
    if (!sealed.ok()) FAIL(sealed.error().code << ": " << sealed.error().message);
    return std::move(sealed).value();
  }
  std::string error_on_append(const storage::AppendRequest& with) {
    const auto sealed = database->append(with);
    return sealed.ok() ? "" : sealed.error().code;
  }
  storage::AppendRequest request_with_text(const std::string& id, int turn, const std::string& typed) {
    const storage::TypedText text{crypto::random_array<16>(entropy), typed};
    auto made = request(id, turn, "{\"note\":\"" + ledger::commit_text(text.salt, text.text).hex() + "\"}");
    made.texts.push_back(text);
    return made;
  }

  Folder folder;
  crypto::SeededEntropy entropy;
  std::optional<storage::Database> database;
};

} // namespace storage_tests
