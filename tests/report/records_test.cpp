// Exports folded from sealed lines: the table, the statements and their order.
#include "engine/crypto/entropy.h"
#include "engine/report/manifest.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <set>

using namespace firsthand;
using namespace firsthand::report;

namespace {

base::Json parsed(const std::string& line) {
  auto json = base::parse_json_line(line);
  REQUIRE(json.ok());
  return std::move(json).value();
}

base::Json begin_of(const char* who, const char* channel) {
  return parsed(
      std::string(R"({"at":1000,"ch":")") + channel +
      R"(","doc":"core","ed":"2026","f":[{"b":1,"k":"attempt-began","t":0},{"b":1,"k":"step-entered","n":"first","t":0,"v":"choice"}],"id":"a","k":"begin","lang":"en","mode":"practice","pins":[],"rules":"ab","s":"lesson","t":0,"who":")" +
      who + R"("})");
}

base::Json answer_and_end(const char* verdict) {
  return parsed(
      std::string(
          R"({"at":66000,"f":[{"a":1000,"b":2,"k":"answered","n":"first","t":5,"v":"yes"},{"a":1000,"b":2,"k":"graded","n":"first","t":5,"v":"choice"},{"a":900,"b":2,"k":"attempt-ended","t":65,"v":")") +
      verdict + R"("}],"id":"a","k":"turn","t":1})");
}

Records records_with(std::vector<AttemptRecord> attempts) {
  Records records;
  records.chain_id = "chain";
  records.attempts = [attempts = std::move(attempts)](const AttemptVisitor& visitor) -> base::Result<void> {
    for (const AttemptRecord& attempt : attempts)
      FH_CHECK(visitor(attempt));
    return {};
  };
  records.names = {{"p1", "=Somchai"}};
  return records;
}

AttemptRecord attempt(const char* id, const char* who, const char* channel, const char* verdict) {
  AttemptRecord record{id, {begin_of(who, channel), answer_and_end(verdict)}, {}};
  record.hashes = {crypto::sha256(id, "0"), crypto::sha256(id, "1")};
  return record;
}

std::string bytes_of(const ExportFile& file) {
  std::string bytes;
  REQUIRE(file.write([&bytes](std::string_view part) { bytes += part; }).ok());
  return bytes;
}
std::string table_of(const Records& records, const TableForm& form = {}) { return bytes_of(completion_table(records, form).front()); }
std::string statements_of(const Records& records) { return bytes_of(xapi_statements(records).front()); }

std::vector<std::string> verbs(const Records& records) {
  std::vector<std::string> words;
  for (const auto& statement : nlohmann::json::parse(statements_of(records)))
    words.push_back(statement["verb"]["display"]["en"]);
  return words;
}

} // namespace

TEST_CASE("records: a signed-in window attempt counts, no other does") {
  CHECK(attempt("a", "p1", "window", "passed").counts());
  CHECK_FALSE(attempt("a", "", "window", "passed").counts());
  CHECK_FALSE(attempt("a", "p1", "command-line", "passed").counts());
  CHECK_FALSE(attempt("a", "p1", "rehearsal", "passed").counts());
}

TEST_CASE("records: the table has a row an attempt, names guarded, times with their zone") {
  const Records records = records_with({attempt("a", "p1", "window", "passed")});
  const auto files = completion_table(records, {});
  REQUIRE(files.size() == 2);
  CHECK(bytes_of(files[0]).find(
            "a,p1,'=Somchai,lesson,practice,window,1,passed,900,1970-01-01T00:00:01.000Z,1970-01-01T00:01:06.000Z,1,65,0,0,"
            "core,2026,en,ab,") != std::string::npos);
  CHECK(bytes_of(files[1]).find("score_per_mille,integer,") != std::string::npos);
}

TEST_CASE("records: local time goes by the offset that was sealed, else by the zone of who writes the table") {
  AttemptRecord sealed = attempt("a", "p1", "window", "passed"), bent = attempt("b", "p1", "window", "passed");
  sealed.lines.front()["off"] = std::int64_t{420};
  sealed.lines.back()["off"] = std::int64_t{-210};
  bent.lines.front()["off"] = std::int64_t{1'000'000};
  const Records records = records_with({sealed, bent});
  const std::string table = table_of(records, {',', [](std::int64_t second) { return second == 1 ? 60 : 120; }});
  CHECK(table.find(",1970-01-01T07:00+07:00,1969-12-31T20:31-03:30,1\r\n") != std::string::npos);
  CHECK(table.find(",1970-01-01T01:00+01:00,1970-01-01T02:01+02:00,1\r\n") != std::string::npos);
}

TEST_CASE("records: minutes at the keyboard leave out gaps over five minutes and clocks that were set back") {
  AttemptRecord record = attempt("a", "p1", "window", "passed");
  const base::Json turn = record.lines.back();
  record.lines.resize(1);
  record.hashes.resize(1);
  const std::int64_t minute = 60'000;
  for (const std::int64_t at : {2 * minute, 7 * minute, 12 * minute + 1, 60 * minute, 59 * minute, 61 * minute}) {
    record.lines.push_back(turn);
    record.lines.back()["at"] = 1000 + at;
    record.hashes.push_back({});
  }
  CHECK(table_of(records_with({record})).find(",9\r\n") != std::string::npos); // 2 + 5, then 2
}

TEST_CASE("records: each attempt says which computer it was made on, and whether its clock was believed") {
  AttemptRecord named = attempt("a", "p1", "window", "passed"), stated = attempt("b", "p1", "window", "passed");
  named.lines.front()["ws"] = "w2";
  stated.lines.back()["clock"] = std::int64_t{7};
  Records records = records_with({named, stated});
  records.stations = {{"w1", "created", "", "", "", {}, 0}, {"w2", "enrolled", "ภูเก็ต 2", "Room 3", "=12", {5}, 3}};
  records.incidents = {{{9}, "clock-stated", R"({"by":"Somchai"})"}};
  const std::string table = table_of(records);
  CHECK(table.find(",w2,ภูเก็ต 2,Room 3,'=12,0,") != std::string::npos);
  CHECK(table.find(",,,,,1,") != std::string::npos);
  const std::string manifest = manifest_of(records, {}, "p", {});
  CHECK(manifest.find("\"kind\": \"clock-stated\"") != std::string::npos);
  CHECK(manifest.find("\"number\": \"=12\"") != std::string::npos);
  CHECK(manifest.find("Somchai") == std::string::npos);
}

TEST_CASE("records: statements come in cmi5's order and no verdict follows a pass") {
  CHECK(verbs(records_with({attempt("a", "p1", "window", "passed"), attempt("b", "p1", "window", "failed")})) ==
        std::vector<std::string>{"initialized", "experienced", "answered", "passed", "completed", "terminated", "initialized",
                                 "experienced", "answered", "terminated"});
}

TEST_CASE("records: what does not count never completes") {
  CHECK(verbs(records_with({attempt("a", "p1", "command-line", "passed")})) ==
        std::vector<std::string>{"initialized", "experienced", "answered", "terminated"});
}

TEST_CASE("records: exporting twice gives the same statements, each with an id of its own") {
  const Records records = records_with({attempt("a", "p1", "window", "passed")});
  const std::string first = statements_of(records);
  CHECK(first == statements_of(records));
  std::set<std::string> ids;
  for (const auto& statement : nlohmann::json::parse(first)) {
    CHECK(statement["id"].get<std::string>()[14] == '8'); // UUIDv8
    ids.insert(statement["id"]);
  }
  CHECK(ids.size() == 6);
}
