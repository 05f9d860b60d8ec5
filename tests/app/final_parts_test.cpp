// A final of several parts: passed when each of them is, within their time; what is left is told, and what lies too far back is sat again.
#include "engine/app/competency_map.h"
#include "engine/session/final_parts.h"
#include "tests/app/home_bench.h"

namespace {

using app_tests::one_day;
using firsthand::app::AttemptCard;
using firsthand::app::Bar;
using firsthand::assessment::Role;
using firsthand::session::Ending;
using firsthand::session::Mode;
namespace app = firsthand::app;
namespace base = firsthand::base;
namespace model = firsthand::model;
namespace reading = firsthand::reading;
namespace session = firsthand::session;

// A lesson, a test with forms, and a scene that nobody practises. What is added is a part of the final, unless it says otherwise.
struct PartsBench : app_tests::HomeBench {
  explicit PartsBench(const std::string& pass = "pass: {all-of: final, within: 30 d}\n") {
    write_course("a", "scenarios: [quiz, one]\nfinal:\n- test: quiz\n- {scenario: yard, tries: 2, wait: 7 d}\n" + pass,
                 {"quiz", "one", "yard"});
    read();
    REQUIRE(library.findings().empty());
    add("one", Ending::passed, "");
  }
  AttemptCard& add(const char* lesson, Ending ending, std::string_view role = "final", std::int64_t at_day = 0) {
    return app_tests::HomeBench::add(lesson, ending, role, at_day);
  }
  const reading::Course& course() const { return *library.course("a"); }
  app::FinalStanding standing(std::int64_t at_day) const { return app::final_standing(course(), attempts, {at_day * one_day}); }
  Bar bar(const char* part, std::int64_t at_day) const { return home(at_day).lesson(part).test.value().bar; }
};

using Parts = std::vector<model::Id>;
using Tally = session::FinalTally;

} // namespace

TEST_CASE("final of several parts: a scene stands in no list, is no lesson, and is played as an assessment") {
  PartsBench b;
  CHECK(b.course().decides_by("yard"));
  CHECK_FALSE(b.course().asks_before("yard"));
  CHECK(b.course().within == 30 * 86'400);
  CHECK(app::mode_for(b.library, "yard") == Mode::assessed);
  CHECK(b.home(0).courses.at(0).lessons_in_it() == 1);
  REQUIRE(b.home(0).lesson("yard").test);
  CHECK(b.home(0).lesson("yard").test->role == Role::final_test);
  b.attempts.clear();
  CHECK(b.bar("yard", 0) == Bar::lessons_first);
}

TEST_CASE("final of several parts: the course is passed when all are, and what is left is told with its day") {
  PartsBench b;
  CHECK(b.standing(0).left == Parts{"quiz", "yard"});
  CHECK_FALSE(b.standing(0).until);
  b.add("quiz", Ending::passed, "final", 1);
  CHECK_FALSE(b.standing(2).passed);
  CHECK(b.standing(2).left == Parts{"yard"});
  CHECK(b.standing(2).until.value().milliseconds == 31 * one_day);
  CHECK(b.home(2).lesson("quiz").part_only);
  CHECK(b.bar("quiz", 2) == Bar::passed);
  CHECK(b.home(2).next == "yard");
  b.add("yard", Ending::passed, "final", 20);
  CHECK(b.standing(21).passed.value().milliseconds == 20 * one_day);
  CHECK(b.standing(21).left.empty());
  CHECK_FALSE(b.home(21).lesson("quiz").part_only);
  CHECK(b.home(21).first == app::NextThing::nothing);
  CHECK(b.standing(400).passed); // and stays so
}

TEST_CASE("final of several parts: a part that was passed too long before the others is sat again") {
  PartsBench b;
  b.add("quiz", Ending::passed, "final", 1);
  CHECK(b.standing(32).left == Parts{"quiz", "yard"});
  CHECK(b.bar("quiz", 32) == Bar::none);
  CHECK(b.home(32).lesson("quiz").state == app::LessonState::fresh);
  b.add("yard", Ending::passed, "final", 32);
  CHECK_FALSE(b.standing(33).passed);
  CHECK(b.standing(33).left == Parts{"quiz"});
  b.add("quiz", Ending::passed, "final", 40);
  CHECK(b.standing(41).passed);
  PartsBench any("");
  any.add("quiz", Ending::passed, "final", 1), any.add("yard", Ending::passed, "final", 900);
  CHECK(any.standing(901).passed); // no time was set
}

TEST_CASE("final of several parts: a scene has the tries and the wait that the course says") {
  PartsBench b;
  b.add("yard", Ending::failed, "final", 1);
  CHECK(b.bar("yard", 2) == Bar::wait);
  CHECK(b.bar("yard", 8) == Bar::none);
  b.add("yard", Ending::failed, "final", 8);
  CHECK(b.bar("yard", 50) == Bar::no_tries_left);
  CHECK(b.bar("quiz", 50) == Bar::none);
}

TEST_CASE("final of several parts: the map tells each competency by the newest part that asked it, and the scenes that call for it") {
  PartsBench b;
  b.folder.write("scenarios/courses/a/course.yaml", "course: a\nformat: 1\nlanguage: en\ntitle: A\nscenarios: [quiz, other, one]\n"
                                                    "baseline: [test: quiz, test: other]\n"
                                                    "final: [test: quiz, test: other, {scenario: yard}]\n");
  b.folder.write("scenarios/courses/a/other/scenario.yaml",
                 "scenario: other\nformat: 1\nlanguage: en\ntitle: T\nsummary: Some.\nminutes: 8\nsteps: []\n");
  b.library = reading::Library::open(*b.files);
  REQUIRE(b.library.findings().empty());
  for (reading::ScenarioCard& card : const_cast<reading::Course&>(b.course()).scenarios)
    if (card.id == "yard") card.competencies = {"care"};
  const auto map = [&b] { return app::competency_map(b.course(), {"law", "care", "speed"}, b.attempts); };
  b.add("quiz", Ending::passed, "baseline", 1).tested = {{"law", 1, 4}, {"care", 2, 4}};
  b.add("other", Ending::passed, "baseline", 1).tested = {{"speed", 3, 4}};
  CHECK_FALSE(map().at(2).before);
  b.add("other", Ending::failed, "final", 5).tested = {{"speed", 4, 4}, {"care", 3, 4}};
  CHECK_FALSE(map().at(0).after); // the other part does not speak for it
  CHECK(map().at(2).before.value().counts.right == 3);
  CHECK(map().at(1).before.value().counts.right == 2);
  b.add("quiz", Ending::passed, "final", 6).tested = {{"law", 4, 4}, {"care", 4, 4}};
  b.attempts.front().session = 9;
  CHECK(map().at(0).after.value().supervised);
  CHECK(map().at(1).after.value().at.milliseconds == 6 * one_day);
  CHECK(map().at(2).after.value().at.milliseconds == 5 * one_day);
  CHECK_FALSE(map().at(2).after.value().supervised);
  b.add("yard", Ending::failed, "final", 7);
  CHECK_FALSE(map().at(1).scene);
  b.add("yard", Ending::passed, "final", 8);
  CHECK(map().at(1).scene.value().milliseconds == 8 * one_day);
  CHECK_FALSE(map().at(0).scene);
}

TEST_CASE("final of several parts: it is passed supervised when each part was") {
  PartsBench b;
  b.add("quiz", Ending::passed, "final", 1).session = 5;
  b.add("yard", Ending::passed, "final", 2);
  CHECK(b.standing(3).passed);
  CHECK_FALSE(b.standing(3).supervised);
  CHECK_FALSE(b.home(3).lesson("quiz").supervised);
  b.add("yard", Ending::passed, "final", 4).session = 9;
  CHECK(b.standing(5).supervised);
}

TEST_CASE("final of several parts: a row of the table says what its pass makes of the whole") {
  Tally tally;
  const auto at = [](std::int64_t day) { return base::Moment{day * one_day}; };
  const base::Seconds month = 30 * 86'400;
  CHECK(tally.add(2, {0, at(1), true}, month) == Tally::Brings::part);
  CHECK(tally.add(2, {1, at(40), false}, month) == Tally::Brings::part); // too far apart
  CHECK(tally.add(2, {0, at(41), true}, month) == Tally::Brings::unsupervised);
  CHECK(tally.add(2, {1, at(42), false}, month) == Tally::Brings::part); // nothing new
  CHECK(tally.add(2, {1, at(43), true}, month) == Tally::Brings::supervised);
}
