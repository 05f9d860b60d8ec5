// What is exported of a fixed record, byte by byte as it was: tests/golden, and there the README on renewing it.
#include "engine/crypto/entropy.h"
#include "engine/report/manifest.h"
#include "tests/report/kinds.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace firsthand;
namespace fs = std::filesystem;

namespace {

constexpr base::Moment made{1'767'830'400'000};

template<class T> T taken(base::Result<T> result) {
  if (!result.ok()) FAIL(result.error().code << ": " << result.error().message);
  return std::move(result).value();
}
void done(const base::Result<void>& result) {
  if (!result.ok()) FAIL(result.error().code << ": " << result.error().message);
}

fs::path golden(const std::string& name) { return fs::path(FIRSTHAND_SOURCE) / "tests/golden" / name; }

std::string text_in(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

// A record of the lines in tests/golden, with ids that are the same in every run.
struct FixedRecord {
  FixedRecord() {
    crypto::SystemEntropy system;
    const fs::path memory = "/dev/shm";
    folder = (fs::is_directory(memory) ? memory : fs::temp_directory_path()) / ("firsthand-golden-" + crypto::random_id(system));
    fs::create_directories(folder);
    storage::Options options;
    options.entropy = &entropy;
    options.now = {1'767'225'000'000};
    database.emplace(taken(storage::Database::open(folder / "firsthand.db", options)));
    storage::Workstation named;
    named.origin = "enrolled", named.station = "Phuket 2", named.room = "Room; 3", named.place = "12";
    done(database->begin_workstation(named, {1'767'225'100'000}));
    for (const auto& [id, name] : {std::pair{"malee", "Malee"}, {"somchai", "สมชาย"}, {"formula", "=cmd|'/c calc'!A1;x"}})
      done(database->add_person({id, name, {}, {}, "{}", false, false}));
    done(database->note_incident("clock-stated", R"({"by":"Malee"})", {1'767'225'200'000}));
    std::istringstream lines(text_in(golden("record.jsonl")));
    for (std::string line; std::getline(lines, line);)
      append(line);
  }
  ~FixedRecord() {
    database.reset();
    std::error_code ignored;
    fs::remove_all(folder, ignored);
  }
  FixedRecord(const FixedRecord&) = delete;
  FixedRecord& operator=(const FixedRecord&) = delete;

  void append(std::string line) {
    if (const std::size_t at = line.find("WORKSTATION"); at != std::string::npos) line.replace(at, 11, database->workstation().id);
    const base::Json json = taken(base::parse_json_line(line));
    storage::Attempt row;
    row.id = json.at("id").text(), row.turn = static_cast<int>(json.at("t").number());
    done(to_void(database->append({taken(database->head()), row, json.at("k").text(), line, {json.at("at").number()}, {}})));
  }
  static base::Result<void> to_void(const base::Result<storage::Sealed>& sealed) {
    if (!sealed.ok()) return sealed.error();
    return {};
  }

  crypto::SeededEntropy entropy{"golden"};
  fs::path folder;
  std::optional<storage::Database> database;
};

std::string bytes_of(const report::ExportFile& file, report::Told& told) {
  std::string bytes;
  told = taken(file.write([&bytes](std::string_view part) { bytes += part; }));
  return bytes;
}

// Of the line that holds `at`, a piece around it: more than a screen of JSON says nothing.
std::string piece(const std::string& text, std::size_t at) {
  const std::size_t line = at == 0 ? 0 : text.rfind('\n', at - 1) + 1, from = std::max(line, at - std::min<std::size_t>(at, 70));
  return text.substr(from, std::min<std::size_t>(text.find('\n', at), from + 160) - from);
}

std::string difference(const std::string& now, const std::string& before) {
  const auto at = static_cast<std::size_t>(std::mismatch(now.begin(), now.end(), before.begin(), before.end()).first - now.begin());
  return fmt::format("differs in line {}:\nnow:    {}\nbefore: {}\nMeant so? tests/golden/README.md says how the files are renewed.",
                     std::count(now.begin(), now.begin() + static_cast<std::ptrdiff_t>(at), '\n') + 1, piece(now, at), piece(before, at));
}

void compare(const std::string& name, const std::string& now) {
  if (std::getenv("FIRSTHAND_BLESS")) std::ofstream(golden(name), std::ios::binary) << now;
  const std::string before = text_in(golden(name));
  if (now != before) FAIL_CHECK(name << " " << difference(now, before)); // difference() looks at texts that differ
}

report::Titles titles_of(const base::Json& begin) {
  return {
      "first-responder", begin.at("s").text() == "one-phone" ? "One phone" : "The open laptop", {{"authority", "Authority"}}, {}, "draft"};
}

} // namespace

TEST_CASE("report: exports of a fixed record are, byte for byte, what they were") {
  FixedRecord record;
  const auto records = taken(report::read_records(*record.database));
  const auto offset = [](std::int64_t) { return 60; };
  std::vector<report::Exported> files;
  const auto add = [&](const report::ExportFile& file, const std::string& of) {
    const std::string name = file.sheet + of + file.ending;
    report::Told told;
    const std::string bytes = bytes_of(file, told);
    compare(name, bytes);
    files.push_back({name, static_cast<std::int64_t>(bytes.size()), crypto::sha256(bytes), records.entries, records.head, made, told});
  };
  for (const auto& file : report::completion_table(records, {',', offset, titles_of}))
    add(file, "");
  for (const auto& file : report::completion_table(records, {';', offset}))
    add(file, "-semicolon");
  for (const auto& file : report::xapi_statements(records, report_test::kinds(), titles_of))
    add(file, "");
  compare("manifest.json", report::manifest_of(records, files, "Firsthand golden", made));
}

TEST_CASE("report: what is sealed while an export is read is not in it") {
  FixedRecord record;
  const auto lines_of = [&](const report::Records& records) {
    std::size_t count = 0;
    done(records.attempts([&](const report::AttemptRecord& attempt) -> base::Result<void> {
      count += attempt.lines.size();
      CHECK(attempt.hashes.size() == attempt.lines.size());
      return {};
    }));
    return count;
  };
  const auto before = taken(report::read_records(*record.database));
  const std::size_t count = lines_of(before);
  std::string open_attempt, last;
  done(before.attempts([&](const report::AttemptRecord& attempt) -> base::Result<void> {
    const base::Json& newest = attempt.lines.back();
    const auto& facts = newest.at("f").array();
    if (facts.empty() || facts.back().at("k").text() != "attempt-ended") open_attempt = attempt.id, last = newest.line();
    return {};
  }));
  REQUIRE(open_attempt != "");
  base::Json next = taken(base::parse_json_line(last));
  next["t"] = next.at("t").number() + 1;
  next["k"] = "turn";
  record.append(next.line());
  CHECK(lines_of(before) == count);
  CHECK(lines_of(taken(report::read_records(*record.database))) == count + 1);
}

TEST_CASE("report: a record that was gone on with though something was missing says so") {
  for (const char* kind : {"log-missing", "rolled-back", "clock-stated"}) {
    FixedRecord record;
    CHECK(taken(report::read_records(*record.database)).complete == "yes");
    done(record.database->note_incident(kind, "{}", {1'767'225'300'000}));
    CHECK(taken(report::read_records(*record.database)).complete == (std::string(kind) == "clock-stated" ? "yes" : "may-be-missing"));
  }
}
