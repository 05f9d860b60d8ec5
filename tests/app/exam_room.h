// A course with a test of one question a form, and a list of people one of whom may supervise: for what is done under somebody's eyes and
// decided afterwards.
#pragma once

#include "engine/app/roster_plan.h"
#include "engine/records/sealed_pins.h"
#include "engine/report/records.h"
#include "tests/app/fixture.h"

namespace app_tests {

namespace report = firsthand::report;
using Welcome = app::SignIn::Kind;

// A test of one question a form; it is handed in as it stands.
class Exam final : public Doors {
 public:
  Exam() {
    test_.id = "exam", test_.tries = 3, test_.wait = 0;
    test_.forms = {{"a"}, {"b"}, {"c"}};
    for (const char* item : {"a", "b", "c"})
      test_.items.emplace_back().id = item, test_.items.back().competency = "custody";
  }
  const char* kind() const override { return "exam"; }
  const model::Test* test(const session::Spec&) const override { return &test_; }
  session::Paper paper(const session::Spec&, std::size_t form, const simulation::Seed&) const override {
    if (form >= test_.forms.size()) return {};
    return {{test_.forms[form][0], "00000000", {}}};
  }
  std::optional<bool> passes(const session::Context& context) const override { return context.state.slots[0] == 2; }
  std::shared_ptr<const session::Spec> read(reading::Fields& fields, const reading::ReadContext& context,
                                            model::Symbols& symbols) const override {
    for (const char* word : {session::item_worth, "a", "b", "c"})
      symbols.intern(word);
    return Doors::read(fields, context, symbols);
  }
  // Says besides what the answer is worth.
  std::optional<session::Refused> decide(const session::Context& context, const session::Action& action,
                                         session::Decision& decision) const override {
    if (auto refused = Doors::decide(context, action, decision)) return refused;
    if (context.paper.empty()) return std::nullopt;
    decision.facts.back().entity = context.symbols.find(context.paper.front().item);
    model::Fact worth = decision.facts.back();
    worth.kind = model::FactKind::module, worth.name = context.symbols.find(session::item_worth), worth.to = 0;
    worth.amount = decision.state.slots[0] == 2 ? 1000 : 0;
    decision.facts.push_back(worth);
    return std::nullopt;
  }
  session::Leaving leaving(const session::Context& context) const override {
    return context.state.slots[0] ? session::Leaving::must : session::Leaving::not_yet;
  }
  std::optional<session::Action> handing_in(const session::Context& context) const override {
    session::Action action;
    action.step = context.step, action.verb = context.symbols.find("open"), action.entity = context.symbols.find("left");
    return action;
  }

 private:
  model::Test test_;
};

inline session::Catalogue kinds_with_exam() {
  std::vector<std::unique_ptr<const session::Module>> modules;
  modules.push_back(std::make_unique<Doors>()), modules.push_back(std::make_unique<Exam>());
  return session::Catalogue(std::move(modules));
}

inline void add_exam(const Folder& folder) {
  folder.write("scenarios/courses/tour/course.yaml", "course: tour\nformat: 1\nlanguage: en\ntitle: Tour\nscenarios: [hall, exam]\n"
                                                     "baseline: [test: exam]\nfinal: [test: exam]\n");
  std::string exam = hall_yaml();
  exam.replace(exam.find("hall"), 4, "exam");
  exam = exam.substr(0, exam.find("steps:")) + "steps:\n  - {id: first, kind: exam, title: First, prompt: \"Which?\"}\n";
  folder.write("scenarios/courses/tour/exam/scenario.yaml", exam);
}

constexpr std::int64_t an_hour = 3'600'000;

struct ExamRoom : Office {
  ExamRoom() : Office(kinds_with_exam(), add_exam) {
    open();
    import("number,name,supervises\n0070,Mali Srisuk,yes\n0071,Dara,\n0072,Nok,no\n0073,Somchai,\n");
    for (const char* number : {"0070", "0071", "0072"})
      done(data_folder->set_first_pin(id(number), "1234"));
  }
  void import(const std::string& bytes) {
    const auto table = base::read_table(bytes);
    REQUIRE(table.table);
    app::RosterReading reading = app::read_roster(*table.table);
    REQUIRE(reading.faults.empty());
    const auto plan = app::plan_roster(std::move(reading.lines), taken(data_folder->roster()), taken(data_folder->people()),
                                       {.width = 0, .new_names = {}, .day = "2026-01-01"});
    REQUIRE(plan.faults.empty());
    done(data_folder->import_roster(plan.rows));
  }
  std::string id(const std::string& number) { return taken(data_folder->person_named(number))->id; }
  app::SessionWanted wanted() {
    return {id("0070"), "1234", "exam", "Room 3", {id("0071"), id("0072"), id("0073")}, {clock.now().milliseconds + 2 * an_hour}};
  }
  void open_session() { REQUIRE(taken(data_folder->open_session(wanted())).kind == Welcome::welcome); }
  base::Result<std::unique_ptr<app::AttemptSession>> sit(const std::string& number, const char* how = "card") {
    app::BeginOptions options;
    options.person = id(number), options.mode = session::Mode::assessed, options.identity = how;
    return data_folder->begin("exam", options);
  }
  void lessons(const std::string& number) { // so that the test is the final
    app::BeginOptions options;
    options.person = id(number);
    auto session = taken(data_folder->begin("hall", options));
    for (const char* step : {"first", "second"}) {
      REQUIRE(submit(*session, std::string("do ") + step + " open left").kind == app::Submitted::Kind::adopted);
      REQUIRE(submit(*session, "go on").kind == app::Submitted::Kind::adopted);
    }
  }
  void answer(app::AttemptSession& session, const char* door) {
    REQUIRE(submit(session, std::string("do first open ") + door).kind == app::Submitted::Kind::adopted);
  }
  base::Json first_line(const std::string& attempt) {
    return taken(base::parse_json_line(taken(data_folder->store().entries_of(attempt)).front().entry.line));
  }
  records::SealedPins checked() {
    auto database = looked_at(*this);
    return taken(records::sealed_pins(database));
  }
  std::string faults() {
    std::string all;
    for (const std::string& each : checked().faults)
      all += each + "\n";
    return all;
  }
  std::string told() {
    std::string all;
    for (const std::string& each : checked().told)
      all += each + "\n";
    return all;
  }
  std::string column(const std::string& name) { // of the newest row of the table
    auto database = looked_at(*this);
    const auto found = taken(report::read_records(database));
    std::string bytes;
    (void)taken(report::completion_table(found, {}).front().write([&](std::string_view part) {
      bytes += part;
      return base::Result<void>();
    }));
    const auto table = base::read_table(bytes);
    REQUIRE(table.table);
    const auto at = table.table->column_of(name);
    REQUIRE(at);
    return std::string(table.table->cell(table.table->rows() - 1, *at));
  }
  // Sealed by hand, as whoever has the file may do it.
  void forge(base::Json line) {
    const int turn = taken(data_folder->store().entries_of("session")).back().turn + 1;
    line["t"] = turn;
    storage::AppendRequest request;
    request.attempt.id = "session", request.attempt.turn = turn, request.kind = "session", request.line = line.line();
    request.attempt.mode = request.attempt.channel = "administrative", request.attempt.state = storage::AttemptState::closed;
    (void)taken(data_folder->store().append(std::move(request)));
  }
};

inline bool says(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

} // namespace app_tests
