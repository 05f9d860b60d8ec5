// A test that somebody sat at the window, as the statistics read it out of the record.
#include "engine/report/statistics_told.h"
#include "tests/plays/workshop.h"

using namespace play_tests;
namespace report = firsthand::report;
namespace storage = firsthand::storage;

TEST_CASE("plays: a test that was sat at the window is in the statistics with what each answer was worth") {
  Workshop workshop;
  storage::Options options;
  options.mode = storage::OpenMode::read_only;
  std::string item;
  {
    auto data_folder = workshop.open();
    REQUIRE(data_folder->store().add_person({"p1", "Malee", {}, {}, "{}", false, false}).ok());
    app::BeginOptions begin;
    begin.person = "p1", begin.mode = session::Mode::assessed;
    auto session = taken(data_folder->begin("knowledge", begin));
    const auto act = [&](const std::string& line) {
      session::PlayReading reading = session::parse_play(line + "\n", session->prepared());
      REQUIRE(reading.faults.empty());
      CHECK(session->submit_and_wait(actions_of(reading.play).front(), session->turn()).kind == app::Submitted::Kind::adopted);
    };
    act("go on");
    act("do paper choose c02-attempt option=examiner"); // wrong, and changed
    act("do paper choose c02-attempt option=leave");
    act("do paper choose c05-deleting option=button"); // right
    act("do paper hand-in");
  }
  storage::Database database = taken(storage::Database::open(workshop.data / "firsthand.db", options));
  const report::Records records = taken(report::read_records(database));
  report::RecordedTests tests([](const std::string&, const std::string& id, const std::string&) {
    report::AnsweredItem known;
    if (id == "c02-attempt") known.options = {"examiner", "leave"}, known.key = 1;
    return known;
  });
  REQUIRE(tests.add(records).ok());
  REQUIRE(tests.forms().size() == 1);
  const report::RecordedForm form = tests.forms().front();
  CHECK(form.test == "knowledge");
  CHECK(form.language == "en");
  REQUIRE(form.answers.items.size() == 24);
  double won = 0;
  for (std::size_t i = 0; i < form.answers.items.size(); ++i) {
    const std::string& name = form.answers.items[i].name;
    CAPTURE(name);
    const bool right = name.starts_with("c02-attempt@") || name.starts_with("c05-deleting@");
    CHECK(form.answers.worth(0, i) == (right ? 1 : 0));
    if (name.starts_with("c02-attempt@")) CHECK(form.answers.choice(0, i) == 1);
    won += form.answers.worth(0, i);
  }
  CHECK(won == 2);
}
