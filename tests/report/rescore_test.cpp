// A faulty question: whose verdict would be another one without it, from sealed lines alone, by the sealed rules.
#include "engine/report/rescore.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace firsthand;
using namespace firsthand::report;

namespace {

base::Json rescore_line(const std::string& text) {
  auto json = base::parse_json_line(text);
  REQUIRE_MESSAGE(json.ok(), text);
  return std::move(json).value();
}

// Four questions, two of each competency; q1 and q2 are about custody. `sum`: as the line that ended it has it.
AttemptRecord sat_with(const std::string& verdict, int worth_of_q1, const std::string& pick, const std::string& sum,
                       const std::string& role = "final") {
  const std::string begin = fmt::format(
      R"({{"at":1000,"ch":"window","f":[],"form":"B","id":"a","k":"begin","mode":"assessed","paper":[["q1@11111111",[]],["q2@22222222",[]],["q3@1",[]],["q4@1",[]]],"pins":[],"role":"{}","s":"knowledge","t":0,"var":"","who":"p1"}})",
      role);
  const std::string given =
      fmt::format(R"({{"at":2000,"f":[{{"b":2,"e":"q1","k":"answered","n":"paper","t":0,"v":"{}"}}],"id":"a","k":"turn","t":1}})", pick);
  const std::string amount = worth_of_q1 > 0 ? fmt::format(R"("a":{},)", worth_of_q1) : "";
  const std::string end = fmt::format(
      R"({{"at":3000,"f":[{{{}"b":3,"e":"q1","k":"module","n":"test.worth","t":0}},{{"a":500,"b":3,"k":"attempt-ended","t":0,"v":"{}"}}],"id":"a","k":"turn","sum":{},"t":2}})",
      amount, verdict, sum);
  return {"a", {rescore_line(begin), rescore_line(given), rescore_line(end)}, {}};
}

// won of 4000, right of custody, its minimum, dangers, most.
std::string sum_of(int won, int right, int least, const char* dangers = "[]", int most = 1) {
  return fmt::format(
      R"({{"by":[["custody",{},2000,{},{}],["triage",{},2000,1,0]],"cut":600,"dangers":{},"most":{},"of":4000,"rules":[],"won":{}}})",
      right * 1000, right, least, won - right * 1000, dangers, most, won);
}

std::optional<AskedQuestion> about_custody(const base::Json&, const std::string&) { return AskedQuestion{"custody", {"burn"}}; }
std::optional<AskedQuestion> gone(const base::Json&, const std::string&) { return std::nullopt; }

Rescoring without(const std::string& item, AttemptRecord attempt, const FindQuestion& find = about_custody, session::Rulings rulings = {}) {
  Records records;
  records.chain_id = "chain";
  records.names = {{"p1", "Dara"}};
  records.roster["p1"].number = "0071";
  records.rulings = std::move(rulings);
  records.attempts = [attempt = std::move(attempt)](const AttemptVisitor& visitor) { return visitor(attempt); };
  Rescorer rescorer(item);
  REQUIRE(rescorer.add(records, find).ok());
  REQUIRE(rescorer.add(records, find).ok()); // the same attempt in another copy
  return rescorer.found();
}

std::string after(const AttemptRecord& attempt, const FindQuestion& find = about_custody) {
  const Rescoring found = without("q1", attempt, find);
  REQUIRE(found.all.size() == 1);
  return found.all[0].why_not.empty() ? found.all[0].after : found.all[0].why_not;
}

} // namespace

TEST_CASE("rescore: without a question that was wrong the cut is reached, and who, before and after are told") {
  const Rescoring found = without("q1", sat_with("failed", 0, "leave", sum_of(2000, 1, 0)));
  REQUIRE(found.all.size() == 1);
  const Rescored& row = found.all[0];
  CHECK(row.person == "0071");
  CHECK(row.name == "Dara");
  CHECK(row.attempt == "a");
  CHECK(row.before == "failed"); // 2 of 4 is below 600
  CHECK(row.after == "passed");  // 2 of 3 is above
  CHECK(row.counts == "failed");
  CHECK(row.changes());
  CHECK(row.won == 2000);
  CHECK(row.won_without == 2000);
  CHECK(row.of_without == 3000);
}

TEST_CASE("rescore: without a question that was right somebody may fail; a part of a point counts as it was sealed") {
  CHECK(after(sat_with("passed", 1000, "look", sum_of(2500, 1, 0))) == "failed"); // 1.5 of 3
  CHECK(after(sat_with("passed", 500, "look", sum_of(2500, 1, 0))) == "passed");  // 2 of 3
  CHECK_FALSE(without("q1", sat_with("passed", 500, "look", sum_of(2500, 1, 0))).all[0].changes());
}

TEST_CASE("rescore: minima and dangers are those that were sealed") {
  CHECK(after(sat_with("passed", 1000, "look", sum_of(4000, 2, 2))) == "passed"); // one of custody is left, and it is right
  CHECK(after(sat_with("passed", 1000, "look", sum_of(3000, 1, 1))) == "failed"); // the one that is left was wrong
  CHECK(after(sat_with("failed", 0, "burn", sum_of(3000, 1, 0, R"(["custody","triage"])"))) == "passed"); // one danger less
  CHECK(after(sat_with("failed", 0, "leave", sum_of(3000, 1, 0, R"(["custody","triage"])"))) == "failed");
}

TEST_CASE("rescore: what cannot be computed is told and not guessed") {
  CHECK(after(sat_with("failed", 0, "leave", sum_of(2000, 1, 0)), gone) == "passed"); // neither a minimum nor a danger asks for it
  CHECK(after(sat_with("failed", 0, "leave", sum_of(2000, 0, 1)), gone).find("not in this record any more") != std::string::npos);
  CHECK(after(sat_with("failed", 0, "leave", "{}")).find("older than sums") != std::string::npos);
  CHECK(after(sat_with("passed", 0, "leave", sum_of(2000, 1, 0))).find("does not follow") != std::string::npos);
}

TEST_CASE("rescore: only what was asked it, in that version; baselines and what does not count are counted") {
  const AttemptRecord sat = sat_with("failed", 0, "leave", sum_of(2000, 1, 0));
  CHECK(without("q1@11111111", sat).all.size() == 1);
  CHECK(without("q1@22222222", sat).all.empty());
  CHECK(without("q", sat).all.empty());
  CHECK(without("q1", sat_with("failed", 0, "leave", sum_of(2000, 1, 0), "baseline")).baselines == 1);
  AttemptRecord elsewhere = sat;
  elsewhere.lines.front()["ch"] = "command-line";
  CHECK(without("q1", elsewhere).others == 1);
  CHECK(without("q1", elsewhere).all.empty());
}

TEST_CASE("rescore: what changes stands first, then what stays, what cannot be computed, and what is void") {
  Rescoring found;
  const auto row = [](const char* attempt, const char* counts, const char* after, const char* why_not = "") {
    Rescored one;
    one.attempt = attempt, one.before = "failed", one.counts = counts, one.after = after, one.why_not = why_not;
    return one;
  };
  found.all = {row("void", "void", "passed"), row("unknown", "failed", "", "why"), row("stays", "failed", "failed"),
               row("changes", "failed", "passed")};
  CHECK_FALSE(found.all[0].changes()); // nobody's verdict any more
  std::string order;
  for (const Rescored& each : found.in_order())
    order += each.attempt + " ";
  CHECK(order == "changes stays unknown void ");
}

TEST_CASE("rescore: what two people decided already stands beside it") {
  session::Rulings rulings;
  ledger::Ruling ruling;
  ruling.attempt = "a", ruling.from = "failed", ruling.to = "passed", ruling.code = "question", ruling.by = {"p2", "p3"};
  rulings.all.push_back({9, ruling});
  const Rescoring found = without("q1", sat_with("failed", 0, "leave", sum_of(2000, 1, 0)), about_custody, rulings);
  CHECK(found.all.at(0).before == "failed");
  CHECK(found.all.at(0).counts == "passed");
}
