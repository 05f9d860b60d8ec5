// What a test came to is sealed with the line that ends it, and tables, statistics and pages read it there.
#include "engine/app/history.h"
#include "engine/records/attempt_rows.h"
#include "engine/report/recorded_tests.h"
#include "engine/report/statistics_told.h"
#include "tests/certificate/fixture.h"
#include "tests/certificate/record.h"

using namespace certificate_tests;

namespace {

base::Json sum_of(Desk& desk, const std::string& attempt) {
  const auto entries = app_tests::taken(desk.store().entries_of(attempt));
  return app_tests::taken(base::parse_json_line(entries.back().entry.line)).at(session::sum_key);
}

storage::Database opened_of(Desk& desk) {
  storage::Options options;
  options.mode = storage::OpenMode::read_only;
  return app_tests::taken(storage::Database::open(desk.data() / "firsthand.db", options));
}

std::string completion(Desk& desk) {
  storage::Database database = opened_of(desk);
  const auto records = app_tests::taken(report::read_records(database));
  std::string table;
  app_tests::taken(report::completion_table(records, {}).front().write([&](std::string_view part) { table += part; }));
  return table;
}

} // namespace

TEST_CASE("sum: a test that was handed in is sealed with what it came to, by hand") {
  Desk desk;
  const base::Json sum = sum_of(desk, desk.sit(desk.assessed(), 3));
  // Four questions with two options each: chance has half. Two about custody are right, of two about triage one. The clock of the test
  // goes on by a second at each look, and is looked at once an entry.
  CHECK(sum.line() == R"({"by":[["custody",2000,2000,2,0],["triage",1000,2000,1,0]],"cut":600,"dangers":[],"guess":2000,"ms":5000,)"
                      R"("of":4000,"rules":[],"won":3000})");
  Desk other;
  CHECK(sum_of(other, other.sit(other.practice(), 0)).at("won").number() == 0);
}

TEST_CASE("sum: what has no verdict has none") {
  Desk desk;
  Desk other;
  CHECK_FALSE(sum_of(other, other.sit(other.assessed(), 4, false)).find("won"));
  auto session = app_tests::taken(desk.folder().begin("exam", desk.practice()));
  app_tests::done(session->give_up_and_wait());
  CHECK_FALSE(sum_of(desk, session->id()).find("won"));
}

TEST_CASE("sum: an attempt that is computed again has the sum that was sealed") {
  Desk desk;
  const std::string attempt = desk.sit(desk.assessed(), 2);
  content::ContentSnapshots snapshots(desk.library());
  CHECK_FALSE(app_tests::taken(app::read_history(desk.store(), snapshots, attempt)).difference);
}

TEST_CASE("sum: a list of attempts that says something else than the lines is told, and what was not touched is not") {
  Desk desk;
  std::vector<std::string> ids{desk.sit(desk.assessed(), 1), desk.sit(desk.practice(), 4), desk.sit(desk.assessed(), 4, false)};
  crypto::SeededEntropy entropy{"copy"};
  storage::Options fresh;
  fresh.entropy = &entropy;
  // The same lines in a record of its own, beside a row that `change` has been at.
  const auto told_after = [&](std::size_t which, const std::function<void(storage::Attempt&)>& change) {
    app_tests::Folder folder;
    storage::Database copy = app_tests::taken(storage::Database::open(folder.path / "firsthand.db", fresh));
    storage::Attempt row = *app_tests::taken(opened_of(desk).attempt(ids[which]));
    change(row);
    for (const storage::StoredEntry& each : app_tests::taken(desk.store().entries_of(ids[which]))) {
      row.turn = each.turn;
      app_tests::taken(copy.append({app_tests::taken(copy.head()), row, each.kind, each.entry.line, each.at, {}}));
    }
    const auto told = app_tests::taken(records::rows_that_differ(copy));
    CHECK(told.size() <= 1);
    return told.empty() ? std::string() : told[0];
  };
  constexpr std::size_t failed = 0, practised = 1, open = 2;
  const auto in_progress = [&](const std::string& was, const std::string& now) {
    return told_after(failed, [&](storage::Attempt& row) {
      REQUIRE_MESSAGE(row.progress.find(was) != row.progress.npos, row.progress);
      row.progress.replace(row.progress.find(was), was.size(), now);
    });
  };
  for (const std::size_t which : {failed, practised, open})
    CHECK(told_after(which, [](storage::Attempt&) {}) == "");
  const auto pass = [](storage::Attempt& row) { row.state = storage::AttemptState::passed; };
  CHECK(has(told_after(failed, pass), "says state \"passed\", its lines say \"failed\""));
  CHECK(has(told_after(open, pass), "says state \"passed\", its lines say \"open\""));
  CHECK(has(in_progress("\"score\":250", "\"score\":900"), "score \"900\", its lines say \"250\""));
  CHECK(has(in_progress("\"triage\":[0,2]", "\"triage\":[2,2]"), "competencies"));
  CHECK(has(in_progress("\"role\":\"final\"", "\"role\":\"delayed\""), "role"));
  CHECK(has(told_after(practised, [](storage::Attempt& row) { row.mode = "assessed"; }), "mode \"assessed\""));
  CHECK(has(told_after(practised, [](storage::Attempt& row) { row.channel = "command-line"; }), "channel"));
  CHECK(has(told_after(practised, [](storage::Attempt& row) { row.person = ""; }), "person"));
  CHECK(has(told_after(practised, [](storage::Attempt& row) { row.scenario = "hall"; }), "lesson \"hall\""));
  CHECK(has(told_after(practised, [](storage::Attempt& row) { row.variant = session::warm_up_variant; }), "variant"));
}

TEST_CASE("sum: the table of attempts and the statistics have what was sealed") {
  Desk desk;
  desk.sit(desk.assessed(), 3);
  CHECK(has(completion(desk), ",3000,4000,600,2000,0,\"custody 2/2; triage 1/2\",,"));
  storage::Database database = opened_of(desk);
  report::RecordedTests tests;
  app_tests::done(tests.add(app_tests::taken(report::read_records(database))));
  REQUIRE(tests.forms().size() == 1);
  CHECK(tests.forms().front().cut == 3); // of four points 600 per mille
  CHECK(report::figures_of(tests.forms().front(), std::nullopt).figures.cut == 3);
  CHECK(report::figures_of(tests.forms().front(), 2).figures.cut == 2);
}

TEST_CASE("sum: a page tells the cut and the competencies as they were sealed, and an older record's as its content has them") {
  Desk desk;
  const std::string attempt = desk.sit(desk.assessed(), 3);
  const Facts facts = app_tests::taken(desk.facts(attempt));
  REQUIRE(facts.parts.size() == 2);
  CHECK(facts.parts[0].competency == "custody");
  CHECK(facts.cut == 600);
  REQUIRE(facts.competencies.size() == 2);
  CHECK(facts.competencies[1].right == 1);
}
