// Exports folded from sealed lines: the table, the statements and their order.
#include "engine/crypto/entropy.h"
#include "engine/report/manifest.h"
#include "engine/report/xapi_words.h"
#include "engine/session/keyboard_time.h"
#include "tests/report/kinds.h"

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
      R"(","doc":"core","ed":"2026","f":[{"b":1,"k":"attempt-began","t":0},{"b":1,"k":"step-entered","n":"first","t":0,"v":"choice"}],"id":"a","k":"begin","lang":"en","mode":"assessed","pins":[],"rules":"ab","s":"lesson","t":0,"who":")" +
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
std::string statements_of(const Records& records) { return bytes_of(xapi_statements(records, report_test::kinds(), {}).front()); }

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
  AttemptRecord warm_up = attempt("a", "p1", "window", "passed");
  warm_up.lines.front()["var"] = "warm-up";
  CHECK_FALSE(warm_up.counts());
  AttemptRecord daily = attempt("a", "p1", "window", "passed");
  daily.lines.front()["var"] = "daily";
  CHECK_FALSE(daily.counts());
  CHECK(daily.told_nowhere());
}

TEST_CASE("records: the table has a row an attempt, names guarded, times with their zone") {
  const Records records = records_with({attempt("a", "p1", "window", "passed")});
  const auto files = completion_table(records, {});
  REQUIRE(files.size() == 2);
  CHECK(bytes_of(files[0]).find(
            "a,p1,'=Somchai,lesson,assessed,window,1,passed,900,1970-01-01T00:00:01.000Z,1970-01-01T00:01:06.000Z,1,65,,,,,"
            "core,2026,en,ab,") != std::string::npos);
  CHECK(bytes_of(files[1]).find("score_per_mille,integer,") != std::string::npos);
}

TEST_CASE("records: the table has number, rank and unit of who stands in the list of people") {
  Records records = records_with({attempt("a", "p1", "window", "passed"), attempt("b", "", "window", "passed")});
  records.roster["p1"] = {.person = "p1",
                          .number = "0071",
                          .name = "Mali",
                          .rank = "ร.ต.อ.",
                          .unit = "=Patrol",
                          .sex = "F",
                          .language = "th",
                          .since = "2026-10-01"};
  const std::string table = table_of(records);
  CHECK(table.find(",0071,ร.ต.อ.,'=Patrol,,,,practised,,,,,,,,,,,,,,,,,,,,,\r\n") != std::string::npos);
  CHECK(table.ends_with(",,,\r\n"));
}

TEST_CASE("records: role, form, try and standing of a test; of a lesson none of the first three, of an older test not recorded") {
  const auto end_of = [](AttemptRecord record) {
    const std::string whole = table_of(records_with({std::move(record)})), no_sum = ",,,,,,,,,,,,,,,,,,,,,\r\n";
    REQUIRE(whole.ends_with(no_sum));
    const std::string table = whole.substr(0, whole.size() - no_sum.size());
    return table.substr(table.rfind(",,,,") + 4);
  };
  const auto sat = [](const char* role, const char* mode, const char* verdict) {
    AttemptRecord record = attempt("a", "p1", "window", verdict);
    base::Json& first = record.lines.front();
    first["paper"] = base::Json::Array{base::Json::Array{"i@1", base::Json::Array{}}};
    first["mode"] = mode;
    if (*role) first["role"] = role, first["form"] = "B";
    if (role == std::string("final")) first["try"] = 2;
    return record;
  };
  CHECK(end_of(attempt("a", "p1", "window", "failed")) == "practised");
  CHECK(end_of(sat("final", "assessed", "passed")) == "final,B,2,passed unsupervised");
  CHECK(end_of(sat("final", "assessed", "failed")) == "final,B,2,practised");
  CHECK(end_of(sat("final", "practice", "passed")) == "final,B,2,practised"); // a draft language
  CHECK(end_of(sat("baseline", "assessed", "passed")) == "baseline,B,,practised");
  CHECK(end_of(sat("", "assessed", "passed")) == "not recorded,,,practised");
  CHECK(table_of(records_with({sat("baseline", "assessed", "failed")})).find(",handed in,900,") != std::string::npos); // nobody fails it
  CHECK(table_of(records_with({sat("final", "assessed", "failed")})).find(",failed,900,") != std::string::npos);
  AttemptRecord elsewhere = sat("final", "assessed", "passed");
  elsewhere.lines.front()["ch"] = "command-line";
  CHECK(end_of(elsewhere) == "final,B,2,");
}

TEST_CASE("records: local time goes by the offset that was sealed, else by the zone of who writes the table") {
  AttemptRecord sealed = attempt("a", "p1", "window", "passed"), bent = attempt("b", "p1", "window", "passed");
  sealed.lines.front()["off"] = std::int64_t{420};
  sealed.lines.back()["off"] = std::int64_t{-210};
  bent.lines.front()["off"] = std::int64_t{1'000'000};
  const Records records = records_with({sealed, bent});
  const std::string table = table_of(records, {',', [](std::int64_t second) { return second == 1 ? 60 : 120; }});
  CHECK(table.find(",1970-01-01T07:00+07:00,1969-12-31T20:31-03:30,1,,,,,,,,practised,,,,,,,,,,,,,,,,,,,,,\r\n") != std::string::npos);
  CHECK(table.find(",1970-01-01T01:00+01:00,1970-01-01T02:01+02:00,1,,,,,,,,practised,,,,,,,,,,,,,,,,,,,,,\r\n") != std::string::npos);
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
  CHECK(table_of(records_with({record})).find(",9,,,,,,,,practised,,,,,,,,,,,,,,,,,,,,,\r\n") != std::string::npos); // 2 + 5, then 2
}

TEST_CASE("records: minutes at the keyboard are never negative and hold no break, whatever the clocks said") {
  std::uint64_t seed = 8;
  const auto drawn = [&seed](std::uint64_t below) {
    seed = seed * 6364136223846793005U + 1442695040888963407U;
    return (seed >> 33U) % below;
  };
  const std::vector<std::int64_t> odd{INT64_MIN, -1, 0, 299'999, 300'000, 300'001, INT64_MAX};
  for (int round = 0; round < 500; ++round) {
    session::KeyboardTime time;
    std::int64_t at = 1'767'225'600'000, worked = 0;
    for (int entry = 0; entry < 40; ++entry) {
      const auto gap = static_cast<std::int64_t>(drawn(600'001));
      switch (drawn(4)) {
      case 0: // worked, or a break
        at += gap, worked += entry > 0 && gap <= 300'000 ? gap : 0;
        break;
      case 1: // the clock was set back
        at -= gap + 1;
        break;
      case 2: // set forward, by more than a break
        at += gap + 300'001;
        break;
      case 3:
        break; // at the same moment
      }
      time.entry({at});
    }
    CHECK(time.minutes() == (worked + 30'000) / 60'000);
    for (const std::int64_t moment : odd) // and moments that no clock has
      time.entry({moment}), time.entry({odd[drawn(odd.size())]});
    CHECK(time.minutes() >= (worked + 30'000) / 60'000);
    CHECK(time.minutes() <= (worked + 30'000) / 60'000 + 5 * 14);
  }
}

TEST_CASE("records: a manifest says how many attempts and minutes each file tells, and is read again") {
  AttemptRecord one = attempt("a", "p1", "window", "passed"), two = attempt("b", "p1", "window", "failed");
  two.lines.back()["at"] = std::int64_t{1000 + 5 * 60'000};
  const Records records = records_with({one, two});
  for (const ExportFile& file : {completion_table(records, {}).front(), xapi_statements(records, report_test::kinds(), {}).front()}) {
    const auto told = file.write([](std::string_view) {});
    REQUIRE(told.ok());
    CHECK(told->attempts == 2);
    CHECK(told->minutes == 1 + 5);
    const std::string manifest = manifest_of(records, {{"name", 1, crypto::sha256("x"), 2, crypto::sha256("y"), {}, *told}}, "p", {});
    CHECK(manifest.find("\"minutes\": 6") != std::string::npos);
    const auto seen = seen_in_manifest(manifest);
    REQUIRE((seen && seen->files.size() == 1));
    CHECK(seen->files[0].told.attempts == 2);
    CHECK(seen->files[0].told.minutes == 6);
  }
  const auto dictionary = completion_table(records, {}).back().write([](std::string_view) {});
  REQUIRE(dictionary.ok());
  CHECK(dictionary->attempts == 0);
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
  named.lines.front()["ws"] = "w3"; // of which nothing else is known
  CHECK(table_of(records_with({named})).find(",w3,,,,0,") != std::string::npos);
  const std::string manifest = manifest_of(records, {}, "p", {});
  CHECK(manifest.find("\"kind\": \"clock-stated\"") != std::string::npos);
  CHECK(manifest.find("\"number\": \"=12\"") != std::string::npos);
  CHECK(manifest.find("Somchai") == std::string::npos);
  CHECK(manifest.find("\"complete\": \"yes\"") != std::string::npos);
}

TEST_CASE("records: statements come in cmi5's order and no verdict follows a pass") {
  CHECK(verbs(records_with({attempt("a", "p1", "window", "passed"), attempt("b", "p1", "window", "failed")})) ==
        std::vector<std::string>{"initialized", "experienced", "answered", "passed", "completed", "terminated", "initialized",
                                 "experienced", "answered", "terminated"});
}

namespace {

// Two others decided about the attempt "a": each of these words in its turn.
Records decided(Records records, const std::vector<std::string>& words) {
  std::string counts = "passed";
  for (const std::string& word : words) {
    ledger::Ruling ruling;
    ruling.turn = static_cast<int>(records.rulings.all.size()), ruling.attempt = "a", ruling.from = counts, ruling.to = word;
    ruling.code = "person", ruling.by = {"p2", "p3"}, ruling.at = {90'000};
    records.rulings.all.push_back({100 + ruling.turn, ruling});
    counts = word;
  }
  return records;
}

std::map<std::string, nlohmann::json> by_id(const Records& records) {
  std::map<std::string, nlohmann::json> all;
  for (const auto& statement : nlohmann::json::parse(statements_of(records)))
    all[statement["id"]] = statement;
  return all;
}

std::vector<std::string> behind(std::vector<std::string> words, const std::vector<std::string>& more) {
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

} // namespace

TEST_CASE("records: what two people decided voids what was said and says what counts, and all that was said before stays as it was") {
  const Records before = records_with({attempt("a", "p1", "window", "passed")});
  const std::vector<std::string> said = verbs(before);
  CHECK(verbs(decided(before, {"void"})) == behind(said, {"voided", "voided"})); // passed, completed
  CHECK(verbs(decided(before, {"failed"})) == behind(said, {"voided", "voided", "failed"}));
  const Records last = decided(before, {"void", "passed", "failed"});
  CHECK(verbs(last) == behind(said, {"voided", "voided", "passed", "voided", "failed"}));
  const auto was = by_id(before), is = by_id(last);
  CHECK(is.size() == said.size() + 5); // each an id of its own
  for (const auto& [id, statement] : was)
    CHECK(is.at(id) == statement);
  CHECK(statements_of(last) == statements_of(last));
  for (const auto& [id, statement] : is) {
    const std::string verb = statement["verb"]["display"]["en"];
    if (verb == "voided") {
      CHECK(is.contains(statement["object"]["id"]));
      CHECK(statement["object"]["objectType"] == "StatementRef");
      CHECK(statement["actor"]["member"].size() == 2);
    }
    if (verb == "failed") {
      CHECK(statement["result"]["success"] == false);
      CHECK(statement["result"]["score"]["raw"] == 900);
      CHECK(statement["actor"]["account"]["name"] == "p1");
      CHECK(statement["context"]["instructor"]["member"][0]["account"]["name"] == "p2");
    }
  }
}

TEST_CASE("records: a test before the lessons is completed, without success and score, and hinders no verdict after them") {
  AttemptRecord baseline = attempt("a", "p1", "window", "failed");
  baseline.lines.front()["role"] = "baseline";
  const Records before = records_with({baseline, attempt("b", "p1", "window", "passed")});
  const std::vector<std::string> of_baseline{"initialized", "experienced", "answered", "completed", "terminated"};
  const std::vector<std::string> of_final{"initialized", "experienced", "answered", "passed", "completed", "terminated"};
  CHECK(verbs(before) == behind(of_baseline, of_final));
  const auto said = nlohmann::json::parse(statements_of(before));
  CHECK_FALSE(said[3]["result"].contains("success"));
  CHECK_FALSE(said[3]["result"].contains("score"));
  CHECK(said[3]["result"]["completion"] == true);
  CHECK(said[3]["context"]["registration"] != said[9]["context"]["registration"]); // each is completed once
  Records after = decided(before, {"void", "failed"});
  after.rulings.all[0].ruling.from = "failed";
  CHECK(verbs(after) == behind(behind(of_baseline, {"voided", "completed"}), of_final));
  const auto again = nlohmann::json::parse(statements_of(after))[6];
  CHECK_FALSE(again["result"].contains("success"));
  CHECK(again["context"]["extensions"]["https://firsthand.invalid/extensions/first-verdict"] == "handed in");
}

TEST_CASE("records: once a pass is void the next attempt has a verdict, and what was said of it before keeps its ids") {
  const Records before = records_with({attempt("a", "p1", "window", "passed"), attempt("b", "p1", "window", "passed")});
  const Records after = decided(before, {"void"});
  CHECK(verbs(after) == std::vector<std::string>{"initialized", "experienced", "answered", "passed", "completed", "terminated", "voided",
                                                 "voided", "initialized", "experienced", "answered", "terminated", "passed", "completed"});
  const auto is = by_id(after);
  for (const auto& [id, statement] : by_id(before))
    CHECK(is.at(id) == statement);
}

TEST_CASE("records: a decision about one's own result, or that goes on from another verdict, changes nothing") {
  const Records before = records_with({attempt("a", "p1", "window", "passed")});
  Records own = decided(before, {"void"}), other = decided(before, {"void"});
  own.rulings.all[0].ruling.by = {"p1", "p2"};
  other.rulings.all[0].ruling.from = "failed";
  CHECK(verbs(own) == verbs(before));
  CHECK(table_of(other) == table_of(before));
  CHECK(table_of(decided(before, {"void"})).find(",assessed,window,0,passed,") != std::string::npos); // it may not count as completion
  CHECK(table_of(decided(before, {"void", "passed"})).find(",assessed,window,1,passed,") != std::string::npos);
  CHECK(table_of(decided(before, {"void"})).find(",void,\"p2, p3\",1970-01-01T00:01:30.000Z,person,1,\r\n") != std::string::npos);
}

TEST_CASE("records: what does not count never completes") {
  CHECK(verbs(records_with({attempt("a", "p1", "command-line", "passed")})) ==
        std::vector<std::string>{"initialized", "experienced", "answered", "terminated"});
}

namespace {

// The same in practice, so and so long, however it went.
AttemptRecord practised(const char* id, const char* verdict, int points, const char* answer) {
  AttemptRecord record = attempt(id, "p1", "window", verdict);
  record.lines.front()["mode"] = "practice";
  base::Json::Array facts = record.lines.back().at("f").array();
  facts[0]["v"] = answer, facts[1]["a"] = points, facts[2]["a"] = points, facts[2]["t"] = 65 + points;
  record.lines.back()["f"] = std::move(facts);
  record.lines.back()["ev"] = base::Json::Array{1000, points, 0, 0, 1000 - points};
  const std::string won = std::to_string(points), verdict_of_rule = points < 700 ? "broken" : "kept";
  record.lines.back()["sum"] = parsed(R"({"by":[["custody",)" + won + R"(,1000,0,0]],"cut":700,"dangers":["d"],"guess":250,"of":1000,)" +
                                      R"("rules":[["r1",")" + verdict_of_rule + R"(","fatal",""]],"won":)" + won + "}");
  return record;
}

AttemptRecord assessed(AttemptRecord record) {
  record.lines.front()["mode"] = "assessed";
  return record;
}

} // namespace

TEST_CASE("records: of practice no export tells how it went, only that it was done, when and how long") {
  const AttemptRecord well = practised("a", "passed", 1000, "yes"), badly = practised("a", "failed", 120, "never");
  const Records one = records_with({well}), other = records_with({badly});
  CHECK(table_of(one) == table_of(other));
  CHECK(statements_of(one) == statements_of(other));
  CHECK(table_of(records_with({assessed(well)})) != table_of(records_with({assessed(badly)}))); // so that this could tell
  CHECK(statements_of(records_with({assessed(well)})) != statements_of(records_with({assessed(badly)})));
  CHECK(table_of(one).find(",practice,window,1,ended,,1970-01-01T00:00:01.000Z,1970-01-01T00:01:06.000Z,,,") != std::string::npos);
  CHECK(table_of(one).find(",practised,") != std::string::npos);
  CHECK(verbs(one) == std::vector<std::string>{"initialized", "completed", "terminated"});
}

TEST_CASE("records: practice is completed once, without score, and hinders no verdict; ids of its statements were never said of more") {
  const AttemptRecord first = practised("a", "failed", 300, "no"), second = practised("b", "passed", 900, "yes");
  const AttemptRecord decides = attempt("c", "p1", "window", "passed");
  const auto said = nlohmann::json::parse(statements_of(records_with({first, second, decides})));
  std::map<std::string, int> completed; // by registration
  for (const auto& each : said) {
    const std::string verb = each["verb"]["display"]["en"];
    if (verb == "completed") ++completed[each["context"]["registration"]];
    if (verb == "passed") CHECK(each["context"]["extensions"]["https://firsthand.invalid/extensions/attempt"] == "c");
    if (each["context"]["extensions"]["https://firsthand.invalid/extensions/mode"] == "practice")
      CHECK_FALSE(each.value("result", nlohmann::json::object()).contains("score"));
  }
  CHECK(completed.size() == 2);
  for (const auto& [registration, times] : completed)
    CHECK(times == 1);
  for (const auto& [id, statement] : by_id(records_with({assessed(first)})))
    CHECK_FALSE(by_id(records_with({first})).contains(id));
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

TEST_CASE("records: the response to a question is the last answer to it, in the form of its kind") {
  const auto response_of = [](const char* kind, const std::vector<std::vector<std::string>>& tries, std::int64_t grade) {
    AttemptRecord record = attempt("a", "p1", "window", "passed");
    record.lines.front()["f"] = base::Json::Array{parsed(std::string(R"({"k":"step-entered","n":"q","v":")") + kind + "\"}")};
    record.lines.resize(1);
    for (const auto& picked : tries) {
      base::Json::Array facts;
      for (const std::string& option : picked)
        facts.push_back(parsed(R"({"a":1000,"f":"yes","k":"answered","n":"q","v":")" + option + "\"}"));
      record.lines.push_back(parsed(R"({"at":2000,"k":"turn"})"));
      record.lines.back()["f"] = std::move(facts);
    }
    base::Json graded = parsed(R"({"k":"graded","n":"q"})");
    graded["a"] = grade;
    record.lines.push_back(parsed(R"({"at":3000,"k":"turn"})"));
    record.lines.back()["f"] = base::Json::Array{std::move(graded)};
    record.hashes.resize(record.lines.size());
    for (const auto& statement : nlohmann::json::parse(statements_of(records_with({record}))))
      if (statement["verb"]["display"]["en"] == "answered")
        return statement["object"]["definition"]["interactionType"].get<std::string>() + " " +
               statement["result"].value("response", "nothing") + (statement["result"]["success"] == true ? " right" : " wrong");
    return std::string();
  };
  CHECK(response_of("choice", {{"look"}, {"take"}}, 500) == "choice take right");
  CHECK(response_of("choice", {{"look"}, {"leave"}}, 0) == "choice leave wrong");
  CHECK(response_of("choice", {{"take"}}, 500) == "choice take wrong"); // right for somebody else
  CHECK(response_of("choice", {{"a", "b"}}, 1000) == "choice a[,]b right");
  CHECK(response_of("choice", {{"a", "b", "c"}, {"b", "c"}}, 250) == "choice b[,]c wrong");
  CHECK(response_of("sequence", {{"a", "b", "c"}, {"c", "b", "a"}}, 500) == "sequencing c[,]b[,]a right");
  CHECK(response_of("pairs", {{"a", "b"}}, 1000) == "matching yes[.]a[,]yes[.]b right");
  CHECK(response_of("custody-form", {}, 700) == "other nothing wrong");
  CHECK(response_of("gone", {{"a"}}, 700) == "other a wrong"); // a kind of an earlier program
}

TEST_CASE("records: an answer has the form of its interaction, as xAPI wants it") {
  using session::Interaction;
  const session::Answer pairs{{"asleep", "blink"}, {"running", "fan"}};
  CHECK(xapi::response_of(Interaction::matching, pairs) == "blink[.]asleep[,]fan[.]running");
  CHECK(xapi::response_of(Interaction::performance, pairs) == "blink[.]asleep[,]fan[.]running");
  CHECK(xapi::response_of(Interaction::sequencing, pairs) == "asleep[,]running");
  CHECK(xapi::response_of(Interaction::true_false, {{"yes", ""}}) == "true");
  CHECK(xapi::response_of(Interaction::true_false, {{"no", ""}}) == "false");
  CHECK(xapi::interaction_word(Interaction::true_false) == std::string("true-false"));
  CHECK(xapi::interaction_word(Interaction::matching) == std::string("matching"));
  CHECK(xapi::interaction_word(Interaction::numeric) == std::string("numeric"));
}

TEST_CASE("records: what would have been right stands beside what was answered, each way of it, if the content tells") {
  const Records records = records_with({attempt("a", "p1", "window", "passed")});
  const auto pattern_of = [&](const std::vector<session::Answer>& right) {
    const auto titles = [&](const base::Json&) { return Titles{{}, {}, {}, {{"first", right}}}; };
    for (const auto& statement : nlohmann::json::parse(bytes_of(xapi_statements(records, report_test::kinds(), titles).front())))
      if (statement["verb"]["display"]["en"] == "answered")
        return statement["object"]["definition"].value("correctResponsesPattern", nlohmann::json());
    return nlohmann::json("no answer");
  };
  CHECK(pattern_of({}).is_null());
  CHECK(pattern_of({{{"yes", ""}, {"no", ""}}, {{"both", ""}}}) == nlohmann::json({"yes[,]no", "both"}));
}

TEST_CASE("records: a scaled score never contradicts the verdict, whatever was sealed") {
  const auto verdict_of = [](const char* verdict, std::int64_t points, std::optional<std::int64_t> cut) {
    AttemptRecord record = attempt("a", "p1", "window", verdict);
    if (cut) record.lines.front()["cut"] = *cut;
    base::Json end = record.lines.back().at("f").array().back();
    end["a"] = points;
    record.lines.back()["f"] = base::Json::Array{std::move(end)};
    for (const auto& statement : nlohmann::json::parse(statements_of(records_with({record}))))
      if (statement["verb"]["display"]["en"] == verdict) return statement["result"]["score"];
    return nlohmann::json();
  };
  CHECK(verdict_of("failed", 1000, 700)["scaled"] == 0.699); // a fatal error among full points
  CHECK(verdict_of("failed", 1000, 700)["raw"] == 1000);
  CHECK(verdict_of("failed", 300, 700)["scaled"] == 0.3);
  CHECK(verdict_of("passed", 700, 700)["scaled"] == 0.7);
  CHECK(verdict_of("failed", 1000, 5000)["scaled"] == 0.999);
  CHECK(verdict_of("passed", 123'456, 700)["scaled"] == 1.0);
  CHECK(verdict_of("failed", -5, 700)["scaled"] == 0.0);
  CHECK_FALSE(verdict_of("failed", 1000, std::nullopt).contains("scaled"));
  CHECK_FALSE(verdict_of("failed", 1000, 0).contains("scaled"));
}

TEST_CASE("records: statements name the program and the titles of the entries, not of who exports") {
  AttemptRecord record = attempt("a", "p1", "window", "passed");
  record.lines.front()["prog"] = "0.0.9";
  const Records records = records_with({record});
  const auto titles = [](const base::Json& begin) {
    return Titles{"course-1", "Title of " + begin.at("s").text(), {{"first", "The first"}}, {}};
  };
  const auto told = nlohmann::json::parse(bytes_of(xapi_statements(records, report_test::kinds(), titles).front()));
  for (const auto& statement : told) {
    CHECK(statement["context"]["platform"] == "Firsthand 0.0.9");
    const auto& related = statement["context"]["contextActivities"];
    CHECK(related["grouping"][0]["id"] == "https://firsthand.invalid/activities/courses/course-1");
    const bool step = statement["object"]["id"] == "https://firsthand.invalid/activities/lesson/first";
    CHECK(related.contains("parent") == step);
    CHECK(statement["object"]["definition"]["name"]["en"] == (step ? "The first" : "Title of lesson"));
  }
  CHECK(nlohmann::json::parse(statements_of(records))[0]["object"]["definition"]["name"]["en"] == "lesson"); // the id stands in
}

TEST_CASE("records: a language that was changed is no pause, and hours without an entry are") {
  AttemptRecord record = attempt("a", "p1", "window", "passed");
  const auto session_entry = parsed(R"({"at":2000,"k":"sitting","lang":"th"})");
  record.lines.insert(record.lines.begin() + 1, session_entry);
  record.hashes.insert(record.hashes.begin() + 1, crypto::Hash{});
  CHECK(verbs(records_with({record}))[2] == "answered");
  record.lines[1]["at"] = std::int64_t{7'200'000};
  CHECK(verbs(records_with({record}))[2] == "suspended");
  CHECK(verbs(records_with({record}))[3] == "resumed");
}

TEST_CASE("records: evidence is what the newest entry says; entries of before that say nothing") {
  AttemptRecord record = attempt("a", "p1", "window", "passed");
  CHECK(table_of(records_with({record})).find(",1,65,,,,,core") != std::string::npos);
  record.lines.front()["ev"] = base::Json::Array{60, 60, 0, 0, 0};
  CHECK(table_of(records_with({record})).find(",1,65,60,0,0,0,core") != std::string::npos);
  record.lines.back()["ev"] = base::Json::Array{60, 10, 5, 15, 30};
  CHECK(table_of(records_with({record})).find(",1,65,10,5,15,30,core") != std::string::npos);
  record.lines.back()["ev"] = base::Json::Array{60, 10, 30}; // of older engine rules, which did not ask who had it
  CHECK(table_of(records_with({record})).find(",1,65,,,,30,core") != std::string::npos);
  record.lines.back()["ev"] = base::Json::Array{60};
  CHECK(table_of(records_with({record})).find(",1,65,,,,,core") != std::string::npos);
}

TEST_CASE("records: what is not UTF-8 does not stop an export") {
  AttemptRecord record = attempt("a", "p1", "window", "passed");
  record.id = "\xFF";
  Records records = records_with({record});
  records.stations = {{"w", "enrolled", "\xFE", "", "", {}, 0}};
  CHECK(nlohmann::json::accept(statements_of(records)));
  CHECK(nlohmann::json::accept(manifest_of(records, {}, "p", {})));
}

TEST_CASE("records: a duration has the parts that it needs") {
  using xapi::iso_duration;
  CHECK(iso_duration(0) == "PT0S");
  CHECK(iso_duration(59) == "PT59S");
  CHECK(iso_duration(60) == "PT1M0S");
  CHECK(iso_duration(119) == "PT1M59S");
  CHECK(iso_duration(3599) == "PT59M59S");
  CHECK(iso_duration(3600) == "PT1H0S");
  CHECK(iso_duration(3659) == "PT1H59S");
  CHECK(iso_duration(3660) == "PT1H1M0S");
  CHECK(iso_duration(90'061) == "PT25H1M1S");
}

TEST_CASE("records: the mastery score of a verdict is a share, whatever cut was sealed") {
  const auto mastery = [](std::int64_t cut) {
    AttemptRecord record = attempt("a", "p1", "window", "failed");
    record.lines.front()["cut"] = cut;
    for (const auto& statement : nlohmann::json::parse(statements_of(records_with({record}))))
      if (statement["verb"]["display"]["en"] == "failed")
        return statement["context"]["extensions"]["https://w3id.org/xapi/cmi5/context/extensions/masteryscore"].get<double>();
    return -1.0;
  };
  CHECK(mastery(700) == 0.7);
  CHECK(mastery(0) == 0.0);
  CHECK(mastery(-5) == 0.0);
  CHECK(mastery(1000) == 1.0);
  CHECK(mastery(5000) == 1.0);
  CHECK(xapi::verdict_score(300, false, 1)["scaled"] == 0.0); // only nothing at all is below one
  CHECK(xapi::verdict_score(300, false, 301)["scaled"] == 0.3);
  CHECK(xapi::verdict_score(300, false, 300)["scaled"] == 0.299);
}

TEST_CASE("records: statements have the time of their entries; what no calendar has is its nearest end") {
  const auto times = [](std::int64_t begun, std::int64_t ended) {
    AttemptRecord record = attempt("a", "p1", "window", "failed");
    record.lines.front()["at"] = begun, record.lines.back()["at"] = ended;
    const auto told = nlohmann::json::parse(statements_of(records_with({record})));
    return told.front()["timestamp"].get<std::string>() + " " + told.back()["timestamp"].get<std::string>() + " " +
           told.back()["result"]["duration"].get<std::string>();
  };
  CHECK(times(0, 65'000) == "1970-01-01T00:00:00.000Z 1970-01-01T00:01:05.000Z PT1M5S");
  CHECK(times(-5000, 2000) == "1970-01-01T00:00:00.000Z 1970-01-01T00:00:02.000Z PT2S");
  CHECK(times(65'000, 5000) == "1970-01-01T00:01:05.000Z 1970-01-01T00:00:05.000Z PT0S"); // set back
  CHECK(times(0, INT64_MAX).find(" 9999-12-31T23:59:59.999Z PT") != std::string::npos);
}

TEST_CASE("records: a pause is more than five minutes without an entry, and it ends where the next session begins") {
  const auto told = [](std::int64_t gap) {
    AttemptRecord record = attempt("a", "p1", "window", "passed");
    base::Json session_entry = parsed(R"({"k":"sitting"})");
    session_entry["at"] = 1000 + gap;
    record.lines.insert(record.lines.begin() + 1, session_entry);
    record.lines.back()["at"] = 66'000 + gap;
    record.hashes.insert(record.hashes.begin() + 1, crypto::sha256("sitting"));
    std::string all;
    for (const auto& statement : nlohmann::json::parse(statements_of(records_with({record}))))
      if (const std::string verb = statement["verb"]["display"]["en"]; verb == "suspended" || verb == "resumed")
        all += verb + " " + statement["timestamp"].get<std::string>() + " " +
               statement.value("result", nlohmann::json::object()).value("duration", "-") + " ";
    return all;
  };
  CHECK(told(300'000) == "");
  CHECK(told(300'001) == "suspended 1970-01-01T00:00:01.000Z PT0S resumed 1970-01-01T00:05:01.001Z - ");
}

TEST_CASE("records: no points are points, and no time is no time") {
  AttemptRecord record = attempt("a", "p1", "window", "failed");
  base::Json end = record.lines.back().at("f").array().back();
  end["a"] = std::int64_t{0};
  record.lines.back()["f"] = base::Json::Array{end};
  CHECK(table_of(records_with({record})).find(",failed,0,1970-01-01T00:00:01.000Z,") != std::string::npos);
  end["v"] = "closed";
  record.lines.back()["f"] = base::Json::Array{end};
  CHECK(table_of(records_with({record})).find(",closed,,1970-01-01T00:00:01.000Z,") != std::string::npos);
  record.lines.resize(1), record.hashes.resize(1);
  CHECK(table_of(records_with({record})).find(",open,,1970-01-01T00:00:01.000Z,,0,0,") != std::string::npos);
  for (const std::int64_t at : {std::int64_t{0}, std::int64_t{-1}}) {
    record.lines.front()["at"] = at;
    const std::string table = table_of(records_with({record}));
    CHECK((table.find("1970-01-01T00:00:00.000Z,") != std::string::npos) == (at == 0));
    CHECK((table.find("1970-01-01T00:00+00:00,") != std::string::npos) == (at == 0));
  }
}

TEST_CASE("records: an offset of eighteen hours at most is one; the zone is asked for the second of the entry") {
  AttemptRecord record = attempt("a", "p1", "window", "passed");
  record.lines.front()["at"] = std::int64_t{1'767'225'600'999};
  const auto local = [&](std::int64_t sealed) {
    record.lines.front()["off"] = sealed;
    const std::string table = table_of(records_with({record}), {',', [](std::int64_t second) { return second == 1'767'225'600 ? 60 : 0; }});
    const std::size_t at = table.rfind(",2025-12-31T") != std::string::npos ? table.rfind(",2025-12-31T") : table.rfind(",2026-01-01T");
    return table.substr(at + 1, table.find(',', at + 1) - at - 1);
  };
  CHECK(local(1080) == "2026-01-01T18:00+18:00");
  CHECK(local(-1080) == "2025-12-31T06:00-18:00");
  CHECK(local(1081) == "2026-01-01T01:00+01:00");
  CHECK(local(-1081) == "2026-01-01T01:00+01:00");
  CHECK(table_of(records_with({record})).find("2026-01-01T00:00+00:00") != std::string::npos); // nobody knows a zone
}

TEST_CASE("records: a manifest tells the newest thousand incidents, and files of before that say no attempts") {
  Records records = records_with({});
  const auto count = [&] {
    const std::string manifest = manifest_of(records, {}, "p", {});
    std::size_t found = 0;
    for (std::size_t at = manifest.find("\"kind\""); at != std::string::npos; at = manifest.find("\"kind\"", at + 1))
      ++found;
    return std::pair{found, manifest.find("\"first\"") != std::string::npos};
  };
  CHECK(count() == std::pair{std::size_t{0}, false});
  records.incidents.push_back({{1}, "first", "{}"});
  for (int i = 1; i < 1000; ++i)
    records.incidents.push_back({{2}, "later", "{}"});
  CHECK(count() == std::pair{std::size_t{1000}, true});
  records.incidents.push_back({{3}, "last", "{}"});
  CHECK(count() == std::pair{std::size_t{1000}, false});
  const Exported file{"name", 1, crypto::sha256("x"), 2, crypto::sha256("y"), {}};
  const auto seen = seen_in_manifest(manifest_of(records, {file}, "p", {}));
  REQUIRE((seen && seen->files.size() == 1));
  CHECK(seen->files[0].told.attempts == 0);
  CHECK(seen->files[0].told.minutes == 0);
}

TEST_CASE("records: what is no manifest is none, and a file that is not told whole is left out") {
  Records records = records_with({});
  records.stations = {{"w1", "created", "", "", "", {}, 0}};
  const Exported file{"name", 1, crypto::sha256("x"), 2, crypto::sha256("y"), {5000}};
  const auto whole = nlohmann::ordered_json::parse(manifest_of(records, {file}, "p", {1000}));
  const auto seen = [](const nlohmann::ordered_json& json) { return seen_in_manifest(json.dump()); };
  REQUIRE(seen(whole));
  CHECK(seen(whole)->chain_id == "chain");
  CHECK(seen(whole)->workstations == std::vector<std::string>{"w1"});
  CHECK(seen(whole)->files.at(0).made.milliseconds == 5000);
  for (const char* key : {"format", "chain", "head", "made", "entries"}) {
    CAPTURE(std::string(key));
    auto bent = whole;
    bent.erase(key);
    CHECK_FALSE(seen(bent));
    bent[key] = nlohmann::ordered_json::array();
    CHECK_FALSE(seen(bent));
  }
  for (const char* key : {"name", "bytes", "sha256", "entries", "head", "made"}) {
    CAPTURE(std::string(key));
    auto bent = whole;
    bent["files"][0].erase(key);
    REQUIRE(seen(bent));
    CHECK(seen(bent)->files.empty());
  }
  for (const char* key : {"files", "workstations"}) {
    auto bent = whole;
    bent[key] = 7;
    CHECK(seen(bent));
    bent.erase(key);
    CHECK(seen(bent));
  }
  for (const char* other : {"", "[]", "7", "{}", "null", "{\"format\":\"firsthand-export-2\"}", "not JSON"})
    CHECK_FALSE(seen_in_manifest(other));
}

TEST_CASE("records: a part of a final that has several says so, and the row with which all are passed has the words of the whole") {
  const auto part = [](const char* id, const char* scenario, const char* role) {
    AttemptRecord record = attempt(id, "p1", "window", "passed");
    base::Json& first = record.lines.front();
    first["s"] = scenario, first["mode"] = "assessed", first["role"] = role;
    first["parts"] = base::Json::Array{"quiz", "yard"}, first["within"] = 3600;
    return record;
  };
  const std::string one = table_of(records_with({part("a", "quiz", "final")}));
  CHECK(one.find(",part passed,") != std::string::npos);
  const std::string both = table_of(records_with({part("a", "quiz", "final"), part("b", "yard", "final")}));
  CHECK(both.find(",part passed,") < both.find(",passed unsupervised,"));
  CHECK(both.find(",passed unsupervised,") != std::string::npos);
  CHECK(statements_of(records_with({part("a", "quiz", "final")})).find("final-of-parts") != std::string::npos);
}
