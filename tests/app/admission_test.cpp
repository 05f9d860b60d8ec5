// For what a test is sat and what bars it, of a course of two lessons and its test, and of attempts as a list tells them: no record.
#include "engine/app/competency_map.h"
#include "tests/app/home_bench.h"

namespace {

using app_tests::one_day;
using firsthand::app::Admission;
using firsthand::app::AttemptCard;
using firsthand::app::Bar;
using firsthand::assessment::Role;
using firsthand::session::Ending;
using firsthand::session::Mode;
namespace app = firsthand::app;
namespace assessment = firsthand::assessment;
namespace base = firsthand::base;
namespace model = firsthand::model;
namespace reading = firsthand::reading;
namespace session = firsthand::session;

struct CourseBench : app_tests::HomeBench {
  explicit CourseBench(const std::string& more = "") {
    write_course("a", "scenarios: [quiz, one, two]\nbaseline: [test: quiz]\nfinal: [test: quiz]\n" + more, {"quiz", "one", "two"});
    read();
    test.tries = 2, test.wait = 7 * 86'400;
  }
  void lessons() { add("one", Ending::failed), add("two", Ending::passed); }
  Admission now(std::int64_t at_day = 0, Mode mode = Mode::assessed) const {
    return app::admission(library, "quiz", test, {attempts, {at_day * one_day}, mode, readable});
  }
};

std::vector<std::string> order(const app::Home& home) {
  std::vector<std::string> ids;
  for (const app::LessonProgress& each : home.courses.at(0).lessons)
    ids.push_back(each.lesson);
  return ids;
}

} // namespace

TEST_CASE("admission: the baseline comes first, once; then the lessons, then the final") {
  CourseBench c;
  CHECK(c.library.findings().empty());
  CHECK(c.now().role == Role::baseline);
  CHECK(c.now().bar == Bar::none);
  c.add("quiz", Ending::passed, "baseline");
  CHECK(c.now().bar == Bar::lessons_first);
  c.add("one", Ending::failed);
  CHECK(c.now().bar == Bar::lessons_first);
  c.add("two", Ending::passed);
  CHECK(c.now().role == Role::final_test);
  CHECK(c.now().bar == Bar::none);
  CHECK(c.now().nth_try == 1);
}

TEST_CASE("admission: a baseline that two people decided to be void is sat again, until a lesson was begun") {
  CourseBench c;
  c.add("quiz", Ending::closed, "baseline");
  CHECK(c.now().bar == Bar::lessons_first);
  c.attempts.front().decisions.push_back({"void", "identity", {"A", "B"}, {}});
  REQUIRE(c.attempts.front().is_void());
  CHECK(c.now().role == Role::baseline);
  CHECK(c.now().bar == Bar::none);
  c.attempts.front().decisions.push_back({"passed", "identity", {"A", "B"}, {}}); // it counts again
  CHECK(c.now().bar == Bar::lessons_first);
  c.attempts.front().decisions.pop_back();
  c.add("one", Ending::open);
  CHECK(c.now().role == Role::final_test);
}

TEST_CASE("admission: who has begun a lesson is not forced to a baseline, and who was never told a role may have had one") {
  CourseBench c;
  c.add("one", Ending::open);
  CHECK(c.now().role == Role::final_test);
  CHECK(c.now().bar == Bar::lessons_first);
  CourseBench old;
  old.add("quiz", Ending::failed);
  CHECK(old.now().role == Role::final_test);
}

TEST_CASE("admission: what was begun is gone on with, for what it was begun") {
  CourseBench c;
  c.add("quiz", Ending::open, "baseline");
  CHECK(c.now().role == Role::baseline);
  CHECK(c.now().bar == Bar::under_way);
  c.attempts.front().channel = session::Channel::command_line; // of others it is not
  CHECK(c.now().bar == Bar::none);
}

TEST_CASE("admission: tries are counted, given up ones too, and between them is a wait that a clock set back does not shorten") {
  CourseBench c;
  c.lessons();
  c.add("quiz", Ending::failed, "final", 10);
  CHECK(c.now(16).bar == Bar::wait);
  CHECK(c.now(16).until.milliseconds == 17 * one_day);
  CHECK(c.now(9).bar == Bar::clock_back);
  CHECK(c.now(9).until.milliseconds == 10 * one_day);
  CHECK(c.now(17).bar == Bar::none);
  CHECK(c.now(17).nth_try == 2);
  c.add("quiz", Ending::closed, "final", 17);
  CHECK(c.now(30).bar == Bar::no_tries_left);
  c.test.tries = 0;
  CHECK(c.now(30).nth_try == 3);
}

TEST_CASE("admission: what was passed is not sat again until a refresher of it is due; then it is delayed") {
  CourseBench c("refreshers: [{scenario: quiz, after: 30 d}]\n");
  c.lessons();                               // one of them not passed: the final decides
  c.add("quiz", Ending::passed, "baseline"); // is no pass
  CHECK(c.now().bar == Bar::none);
  c.add("quiz", Ending::passed, "final", 2);
  CHECK(c.now(3).bar == Bar::passed);
  CHECK(c.now(32).bar == Bar::none);
  CHECK(c.now(32).role == Role::delayed);
  CHECK(c.home(31).refreshers.empty());
  CHECK(c.home(32).refreshers == std::vector<model::Id>{"quiz"});
  CHECK(c.home(32).first == app::NextThing::refresher);
  c.add("quiz", Ending::failed, "delayed", 33);
  CHECK(c.now(34).bar == Bar::passed);
}

TEST_CASE("admission: in a draft language a final is practice, and the baseline stays one; what cannot be read is not waited for") {
  CourseBench c;
  CHECK(c.now(0, Mode::practice).role == Role::baseline);
  c.unreadable = {"two"};
  c.add("one", Ending::failed);
  CHECK(c.now(0, Mode::practice).role == Role::practice);
  CHECK(c.now(0, Mode::practice).bar == Bar::none);
  c.add("quiz", Ending::passed, "practice").mode = Mode::practice;
  CHECK(c.now().role == Role::final_test);
  CHECK(c.now().nth_try == 1);
}

TEST_CASE("admission: each bar is refused with a sentence of its own, a wait with its day") {
  Admission wait;
  CHECK(app::admitted(wait, 0).ok());
  wait.bar = Bar::wait, wait.until = {10 * one_day};
  CHECK(app::admitted(wait, 420).error().message == "The next try is possible from 1970-01-11 07:00 on.");
  std::set<std::string> codes;
  for (const Bar bar :
       {Bar::under_way, Bar::session_over, Bar::once, Bar::lessons_first, Bar::passed, Bar::no_tries_left, Bar::wait, Bar::clock_back})
    codes.insert(app::admitted({Role::final_test, 1, bar, {}}, 0).error().code);
  CHECK(codes.size() == 8);
}

TEST_CASE("home: the test stands before the lessons until it was handed in, and after them then; what comes next follows") {
  CourseBench c;
  CHECK(order(c.home()) == std::vector<std::string>{"quiz", "one", "two"});
  CHECK(c.home().next == "quiz");
  c.add("quiz", Ending::open, "baseline");
  CHECK(order(c.home()).front() == "quiz");
  c.attempts.clear(), c.add("quiz", Ending::failed, "baseline");
  CHECK(order(c.home()) == std::vector<std::string>{"one", "two", "quiz"});
  CHECK(c.home().next == "one");
  CHECK(c.home(9).lesson("quiz").state == app::LessonState::fresh); // a baseline has no verdict
  CHECK_FALSE(c.home(9).error);
  c.add("one", Ending::passed), c.add("two", Ending::passed);
  CHECK(c.home().next == "quiz");
  c.add("quiz", Ending::failed, "final");
  CHECK(c.home(1).next == "quiz"); // to be waited for
  CHECK(c.home(1).lesson("quiz").test.value().bar == Bar::wait);
  CHECK(c.home(1).lesson("quiz").state == app::LessonState::not_passed);
  CHECK(c.home(1).lesson("quiz").act == app::LessonAct::start);
  c.add("quiz", Ending::passed, "final", 8);
  CHECK(c.home(9).first == app::NextThing::nothing);
  CHECK(c.home(9).lesson("quiz").state == app::LessonState::passed);
}

TEST_CASE("competency map: what was practised, what the final showed, and the baseline beside it once there is one") {
  CourseBench c;
  const_cast<reading::Course&>(*c.library.course("a")).scenarios.at(1).competencies = {"speed"};
  const auto map = [&c] { return app::competency_map(*c.library.course("a"), {"care", "speed"}, c.attempts); };
  CHECK_FALSE(map().at(1).practised);
  c.add("quiz", Ending::failed, "baseline", 1).tested = {{"care", 1, 2}, {"speed", 0, 2}};
  CHECK_FALSE(map().at(0).before);
  c.add("one", Ending::failed, "", 2);
  CHECK(map().at(1).practised);
  CHECK_FALSE(map().at(0).practised);
  c.add("quiz", Ending::failed, "final", 3).tested = {{"care", 2, 2}, {"speed", 1, 2}};
  c.add("quiz", Ending::passed, "final", 11).tested = {{"care", 2, 2}, {"speed", 2, 2}};
  c.add("quiz", Ending::open, "delayed");
  CHECK(map().at(0).before.value().counts.right == 1);
  CHECK(map().at(1).after.value().counts.right == 2);
  CHECK(map().at(0).after.value().at.milliseconds == 11 * one_day);
}

TEST_CASE("admission: in an open session its test is the one next thing, whatever else was stopped, as long as it can be sat") {
  CourseBench b;
  b.lessons();
  const std::string stopped = b.add("one", Ending::open).id;
  CHECK(b.home(1).stopped.value().id == stopped);
  CHECK(b.home(1, "quiz").first == app::NextThing::lesson);
  CHECK(b.home(1, "quiz").next == "quiz");
  CHECK_FALSE(b.home(1, "quiz").stopped);
  const std::string sat = b.add("quiz", Ending::open, "final", 1).id;
  b.add("two", Ending::open, "", 1);
  CHECK(b.home(1, "quiz").first == app::NextThing::go_on);
  CHECK(b.home(1, "quiz").stopped.value().id == sat);
  CourseBench passed;
  passed.lessons(), passed.add("quiz", Ending::passed, "final", 1);
  passed.add("one", Ending::open);
  CHECK(passed.home(2, "quiz").first == app::NextThing::go_on); // nothing is left to sit
  CHECK(passed.home(2, "quiz").stopped.value().scenario == "one");
}
