// From the sealed lines of tests to the figures that a table of the same answers gives.
#include "engine/report/recorded_tests.h"
#include "engine/report/statistics_files.h"
#include "engine/report/statistics_told.h"

#include <doctest/doctest.h>
#include <filesystem>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <fstream>

using namespace firsthand;
using namespace firsthand::report;

namespace {

struct SatAnswer {
  std::string item;
  int worth = 0;
  std::vector<std::string> picks = {};
};

struct Sat {
  std::string id, person;
  std::vector<SatAnswer> answers;
  std::string role = "baseline", language = "en", edition = "2026", mode = "assessed", channel = "window", version = "00000001";
  std::int64_t at = 1000;
  bool handed_in = true;
  std::string form = "A";
};

base::Json line_of(const std::string& text) {
  auto json = base::parse_json_line(text);
  REQUIRE_MESSAGE(json.ok(), text);
  return std::move(json).value();
}

AttemptRecord recorded(const Sat& sat) {
  std::vector<std::string> paper, given, worths;
  for (const SatAnswer& each : sat.answers) {
    paper.push_back(fmt::format(R"(["{}@{}",[]])", each.item, sat.version));
    for (const std::string& pick : each.picks)
      given.push_back(fmt::format(R"({{"a":{},"b":2,"e":"{}","k":"answered","n":"paper","t":0,"v":"{}"}})", each.worth, each.item, pick));
    const std::string amount = each.worth > 0 ? fmt::format(R"("a":{},)", each.worth) : "";
    worths.push_back(fmt::format(R"({{{}"b":3,"e":"{}","k":"module","n":"test.worth","t":0}})", amount, each.item));
  }
  const std::string role = sat.role.empty() ? "" : fmt::format(R"("form":"{}",)", sat.form);
  const std::string begin = fmt::format(
      R"({{"at":{},"ch":"{}","doc":"core","ed":"{}","f":[],{}"id":"{}","k":"begin","lang":"{}","law":"","mode":"{}","paper":[{}],"pins":[],{}"s":"knowledge","t":0,"who":"{}"}})",
      sat.at, sat.channel, sat.edition, role, sat.id, sat.language, sat.mode, fmt::join(paper, ","),
      sat.role.empty() ? "" : fmt::format(R"("role":"{}",)", sat.role), sat.person);
  AttemptRecord record{sat.id, {line_of(begin)}, {}};
  record.lines.push_back(line_of(fmt::format(R"({{"at":2000,"f":[{}],"id":"{}","k":"turn","t":1}})", fmt::join(given, ","), sat.id)));
  if (sat.handed_in)
    record.lines.push_back(line_of(fmt::format(R"({{"at":3000,"f":[{}],"id":"{}","k":"turn","t":2}})", fmt::join(worths, ","), sat.id)));
  return record;
}

Records records_of(const std::vector<Sat>& all, const std::string& chain = "chain") {
  Records records;
  records.chain_id = chain;
  records.attempts = [all](const AttemptVisitor& visitor) -> base::Result<void> {
    for (const Sat& sat : all)
      FH_CHECK(visitor(recorded(sat)));
    return {};
  };
  return records;
}

void list(Records& records, const std::string& person, const std::string& number) {
  storage::RosterRow row;
  row.person = person, row.number = number;
  records.roster[person] = row;
}

// Whole answers, 1 and 0, of i1, i2 …
std::vector<SatAnswer> row_of(const std::string& worths) {
  std::vector<SatAnswer> answers;
  for (const char worth : worths)
    answers.push_back({"i" + std::to_string(answers.size() + 1), worth == '1' ? 1000 : 0});
  return answers;
}

std::vector<std::string> heads(const RecordedTests& tests) {
  std::vector<std::string> all;
  for (const RecordedForm& form : tests.forms())
    all.push_back(fmt::format("{}: {}", form.head(), form.answers.persons.size()));
  return all;
}

std::string kept_figures(const std::string& name) {
  std::ifstream in(std::filesystem::path(FIRSTHAND_SOURCE) / "tests/report/statistics" / name, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

using Heads = std::vector<std::string>;

} // namespace

TEST_CASE("recorded tests: the vector of six persons, as it was recorded, has the figures of the same table") {
  std::vector<Sat> sat;
  for (const char* row : {"11110", "11101", "11110", "11010", "10001", "10000"})
    sat.push_back({fmt::format("a{}", sat.size()), fmt::format("p{}", sat.size() + 1), row_of(row)});
  RecordedTests tests;
  REQUIRE(tests.add(records_of(sat)).ok());
  REQUIRE(heads(tests) == Heads{"knowledge, form A, baseline, core 2026, en: 6"});
  RecordedForm form = tests.forms().front();
  CHECK(form.answers.items.front().name == "i1@00000001");
  for (AnsweredItem& item : form.answers.items)
    item.name.resize(2);
  CHECK(told(form_figures(form.answers, 3)) == kept_figures("6x5-cut.txt"));
  std::string table;
  write_table({figures_of(tests.forms().front(), 3)}, ',', [&table](std::string_view bytes) { table += bytes; });
  CHECK(table.find("knowledge,A,baseline,core 2026,en,item,i2@00000001,,,6,4000,667,") != std::string::npos);
}

TEST_CASE("recorded tests: baseline and final, languages, editions, versions and practice are never mixed") {
  const std::vector<SatAnswer> row = row_of("10");
  std::vector<Sat> sat{{"a", "p1", row},
                       {"b", "p1", row, "final"},
                       {"c", "p2", row, "baseline", "th"},
                       {"d", "p3", row},
                       {"e", "p4", row, "baseline", "en", "2027"}};
  sat.push_back({"f", "p5", row, "baseline", "en", "2026", "practice"});
  sat.push_back({"g", "p6", row, "baseline", "en", "2026", "assessed", "window", "00000002"});
  sat.push_back({"h", "p7", row, ""});
  RecordedTests tests;
  REQUIRE(tests.add(records_of(sat)).ok());
  CHECK(heads(tests) == Heads{"knowledge, form A, baseline, core 2026, en: 2", "knowledge, form A, baseline, core 2026, en: 1",
                              "knowledge, form A, baseline, core 2026, th: 1", "knowledge, form A, baseline, core 2027, en: 1",
                              "knowledge, form A, final, core 2026, en: 1", "knowledge, form A, practice, core 2026, en: 1",
                              "knowledge, form not recorded, role not recorded, core 2026, en: 1"});
}

TEST_CASE("recorded tests: how often a question was shown counts each paper once, whatever became of it, and each version by itself") {
  std::vector<Sat> sat{{"a", "p1", row_of("10")}, {"b", "p1", row_of("11"), "final"}, {"c", "p2", row_of("1")}};
  sat.push_back({"d", "p3", row_of("10"), "baseline", "en", "2026", "assessed", "window", "00000002"});
  sat.push_back({"e", "p4", row_of("10"), "baseline", "en", "2026", "assessed", "command-line"});
  sat.push_back({"f", "p5", row_of("10")});
  sat.back().handed_in = false;
  RecordedTests tests;
  REQUIRE(tests.add(records_of(sat)).ok());
  REQUIRE(tests.add(records_of(sat)).ok()); // a copy of the record
  CHECK(tests.shown() ==
        std::map<std::string, std::size_t>{{"i1@00000001", 4}, {"i2@00000001", 3}, {"i1@00000002", 1}, {"i2@00000002", 1}});
}

TEST_CASE("recorded tests: of each person the first that was handed in, and it is told what was not taken") {
  std::vector<Sat> sat{{"a", "p1", row_of("01")}, {"b", "p1", row_of("11")}, {"c", "p2", row_of("00")}, {"d", "p3", row_of("11")}};
  sat[0].at = 9000; // a clock that was set back: b was first
  sat[1].at = 5000;
  sat[2].handed_in = false;
  sat[3].channel = "command-line";
  sat.push_back(sat[0]); // the same attempt, from a copy
  RecordedTests tests;
  REQUIRE(tests.add(records_of(sat)).ok());
  REQUIRE(tests.forms().size() == 1);
  CHECK(tests.forms()[0].answers.persons.size() == 1);
  CHECK(tests.forms()[0].answers.worths == std::vector<double>{1, 1});
  CHECK(tests.not_taken().open == 1);
  CHECK(tests.not_taken().not_counted == 1);
  CHECK(tests.not_taken().again == 1);
  CHECK(tests.not_taken().twice == 1);
}

TEST_CASE("recorded tests: what was chosen is counted where the options are known, and several choices are none") {
  RecordedTests tests([](const std::string& doctrine, const std::string& item, const std::string& version) {
    AnsweredItem known;
    if (doctrine == "core" && version == "00000001" && item != "i3") known.options = {"left", "right"}, known.key = 1, known.guess = 0.5;
    return known;
  });
  REQUIRE(tests
              .add(records_of({{"a", "p1", {{"i1", 0, {"left"}}, {"i2", 1000, {"right"}}, {"i3", 0, {"left"}}}},
                               {"b", "p2", {{"i1", 1000, {"right"}}, {"i2", 500, {"left", "right"}}, {"i3", 0}}}}))
              .ok());
  const FormFigures form = form_figures(tests.forms().at(0).answers);
  REQUIRE(form.items.size() == 3);
  REQUIRE(form.items[0].options.size() == 2);
  CHECK(form.items[0].options[0].chosen == 1);
  CHECK(form.items[0].options[1].chosen == 1);
  CHECK(form.items[0].options[1].is_key);
  CHECK(form.items[1].options[0].chosen == 0);
  CHECK(form.items[1].options[1].chosen == 1);
  CHECK(form.items[1].points == 1.5);
  CHECK(form.items[2].options.empty());
  CHECK_FALSE(form.items[2].guess);
}

// 400→750 500→800 350→700 600→850 450→400 550→900, some sat on another computer, where the same officer has another id.
TEST_CASE("recorded tests: the six pairs of the vector have its gain, over two records") {
  const int before[] = {400, 500, 350, 600, 450, 550}, after[] = {750, 800, 700, 850, 400, 900};
  std::vector<Sat> here, there;
  for (std::size_t i = 0; i < 6; ++i) {
    here.push_back({fmt::format("a{}", i), fmt::format("p{}", i + 1), {{"i1", before[i]}}, "baseline"});
    there.push_back({fmt::format("b{}", i), fmt::format("q{}", i + 1), {{"i1", after[i]}}, "final"});
  }
  here.push_back({"a7", "p7", {{"i1", 500}}, "baseline"});
  there.push_back({"b8", "q8", {{"i1", 500}}, "final"});
  Records first = records_of(here, "one"), second = records_of(there, "two");
  for (std::size_t i = 1; i <= 9; ++i) {
    list(first, fmt::format("p{}", i), fmt::format("p{}", i));
    list(second, fmt::format("q{}", i), fmt::format("p{}", i));
  }
  RecordedTests tests;
  REQUIRE(tests.add(first).ok());
  REQUIRE(tests.add(second).ok());
  CHECK(told(gains_of(tests))
            .starts_with("knowledge\nG .492 [.180, .834], 6 pairs\nbootstrap [.246, .667]\n"
                         "9 enrolled: 6 with both, 1 baseline only, 1 final only, 1 neither\n"));
}

// Form A and B share i1. Of 30 people in each half know it; of A all know i2, of B a third knows i3.
TEST_CASE("recorded tests: the questions that two forms share are compared where thirty people sat each") {
  std::vector<Sat> sat;
  for (int i = 0; i < 30; ++i) {
    const int shared = i % 2 == 0 ? 1000 : 0;
    sat.push_back({fmt::format("a{}", i), fmt::format("p{}", i), {{"i1", shared}, {"i2", 1000}}});
    sat.push_back({fmt::format("b{}", i), fmt::format("q{}", i), {{"i1", shared}, {"i3", i % 3 == 0 ? 1000 : 0}}});
    sat.back().form = "B";
  }
  RecordedTests tests;
  REQUIRE(tests.add(records_of(sat)).ok());
  CHECK(told(anchor_means(tests.forms())) == "\nknowledge, baseline, core 2026, en: 1 question in all forms\n"
                                             "form  persons  mean of these  mean of the rest\n"
                                             "A          30           .500                 1\n"
                                             "B          30           .500              .333\n");
  sat.pop_back();
  RecordedTests fewer;
  REQUIRE(fewer.add(records_of(sat)).ok());
  CHECK(anchor_means(fewer.forms()).empty());
}

TEST_CASE("recorded tests: what two people decided to be void is left out and told, and the next one of that person is taken") {
  const auto sat = [](const char* id, std::int64_t at, int worth) {
    AttemptRecord record = recorded({.id = id, .person = "p1", .answers = {{"one", worth}}, .role = "final", .at = at});
    record.lines.back()["f"] = [&] {
      base::Json::Array facts = record.lines.back().at("f").array();
      facts.push_back(line_of(R"({"a":900,"b":4,"k":"attempt-ended","t":0,"v":"passed"})"));
      return base::Json(facts);
    }();
    return record;
  };
  Records records;
  records.chain_id = "chain";
  records.attempts = [&](const AttemptVisitor& visitor) -> base::Result<void> {
    FH_CHECK(visitor(sat("a", 1000, 1000)));
    return visitor(sat("b", 5000, 0));
  };
  const auto after = [&records] {
    RecordedTests tests;
    REQUIRE(tests.add(records).ok());
    CHECK(tests.not_taken().voided == records.rulings.all.size());
    return tests.before_and_after("knowledge").at(0).after;
  };
  CHECK(after() == 1000.0);
  ledger::Ruling ruling;
  ruling.attempt = "a", ruling.from = "passed", ruling.to = "void", ruling.code = "question", ruling.by = {"p2", "p3"};
  records.rulings.all.push_back({9, ruling});
  CHECK(after() == 0.0);
}
