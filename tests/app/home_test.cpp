// What home shows and decides, of a library of two courses and attempts as a list tells them: no record, no window.
#include "tests/app/home_bench.h"

namespace {

using app_tests::one_day;
using firsthand::app::AttemptCard;
using firsthand::app::Home;
using firsthand::app::LessonAct;
using firsthand::app::LessonState;
using firsthand::app::NextThing;
using firsthand::session::Channel;
using firsthand::session::Ending;
namespace app = firsthand::app;
namespace base = firsthand::base;
namespace content = firsthand::content;
namespace model = firsthand::model;
namespace reading = firsthand::reading;
namespace session = firsthand::session;

// Two courses, "a" with the lessons one and two, "b" with three; what nobody says about them is as simple as can be.
struct LessonsBench : app_tests::HomeBench {
  LessonsBench() {
    write_course("a", "scenarios: [one, two]\nrefreshers: [{scenario: one, after: 90 d}]\n", {"one", "two"});
    write_course("b", "scenarios: [three]\nrefreshers: [{scenario: three, after: 10 d}]\n", {"three"});
    write_course("c", "scenarios: []\n", {});
    write_course("w", "kind: warm-up\nscenarios: [try]\nrefreshers: [{scenario: try, after: 1 d}]\n", {"try"});
    read();
  }
};

} // namespace

TEST_CASE("home: a new person begins with the first lesson, and a course without lessons is not shown") {
  const LessonsBench b;
  const Home home = b.home();
  REQUIRE(home.courses.size() == 2);
  CHECK(home.courses[0].lessons.size() == 2);
  CHECK_FALSE(home.stopped);
  CHECK(home.next == "one");
  CHECK(home.lesson("one").state == LessonState::fresh);
  CHECK(home.lesson("one").act == LessonAct::start);
  CHECK(home.courses[0].lessons_played() == 0);
}

TEST_CASE("home: who came to the end of a lesson has played it before, whatever came of it") {
  LessonsBench b;
  CHECK_FALSE(app::played_before(b.attempts, "one"));
  b.add("one", Ending::open);
  b.add("one", Ending::closed);
  b.add("two", Ending::passed);
  CHECK_FALSE(app::played_before(b.attempts, "one"));
  b.add("one", Ending::failed);
  CHECK(app::played_before(b.attempts, "one"));
}

TEST_CASE("home: a lesson is passed by an attempt that counts, and by no other") {
  LessonsBench b;
  b.add("one", Ending::passed).counts = false;
  CHECK(b.home().lesson("one").state == LessonState::fresh);
  b.add("one", Ending::failed), b.add("one", Ending::closed);
  CHECK(b.home().lesson("one").state == LessonState::not_passed);
  CHECK(b.home().lesson("one").act == LessonAct::replay);
  CHECK(b.home().next == "one");
  b.add("one", Ending::passed);
  const Home home = b.home();
  CHECK(home.lesson("one").state == LessonState::passed);
  CHECK(home.lesson("one").per_mille == 1000);
  CHECK(home.courses[0].lessons_played() == 1);
  CHECK(home.courses[0].lessons_in_it() == 2);
  CHECK(home.next == "two");
}

TEST_CASE("home: the newest open attempt made here is where the person goes on") {
  LessonsBench b;
  b.add("two", Ending::open);
  AttemptCard& newest = b.add("one", Ending::open);
  newest.step = 3, newest.steps = 4;
  b.add("three", Ending::open).channel = Channel::command_line;
  const Home home = b.home();
  CHECK(home.stopped.value().scenario == "one");
  CHECK(home.next == "");
  CHECK(home.lesson("one").state == LessonState::under_way);
  CHECK(home.lesson("one").act == LessonAct::go_on);
  CHECK(home.lesson("one").per_mille == 750);
  CHECK(home.lesson("one").open == home.stopped->id);
  CHECK(home.lesson("two").open == "attempt-0");
  CHECK(home.lesson("three").state == LessonState::fresh);
  CHECK(app::minutes_left(*home.stopped, 8) == 2);
  CHECK(app::minutes_left({}, 0) == 1);
}

TEST_CASE("home: a passed lesson that is played again stays passed, and is gone on with") {
  LessonsBench b;
  b.add("one", Ending::passed), b.add("one", Ending::open);
  CHECK(b.home().lesson("one").state == LessonState::passed);
  CHECK(b.home().lesson("one").act == LessonAct::go_on);
}

TEST_CASE("home: what cannot be read is not next; when all is passed nothing is") {
  LessonsBench b;
  b.unreadable = {"one"};
  CHECK_FALSE(b.home().lesson("one").readable);
  CHECK(b.home().next == "two");
  for (const char* lesson : {"one", "two", "three"})
    b.add(lesson, Ending::passed);
  CHECK(b.home().next == "");
}

TEST_CASE("home: all is done only once what cannot be read was passed, too") {
  const std::vector<std::string> lessons{"one", "two", "three"};
  for (unsigned passed = 0; passed < 8; ++passed)
    for (unsigned unreadable = 0; unreadable < 8; ++unreadable) {
      LessonsBench b;
      for (unsigned i = 0; i < 3; ++i) {
        if (passed >> i & 1U) b.add(lessons[i].c_str(), Ending::passed);
        if (unreadable >> i & 1U) b.unreadable.push_back(lessons[i]);
      }
      CAPTURE(passed);
      CAPTURE(unreadable);
      const Home home = b.home();
      CHECK((home.first == NextThing::nothing) == ((passed | unreadable) == 7));
      CHECK((home.first == NextThing::nothing && !home.unreadable_left) == (passed == 7));
    }
}

TEST_CASE("home: a refresher is due from its time after the course was passed until its lesson was played to an end again") {
  LessonsBench b;
  b.add("one", Ending::passed, 1), b.add("two", Ending::passed, 5);
  CHECK(b.home(94).refreshers.empty());
  CHECK(b.home(95).refreshers == std::vector<model::Id>{"one"});
  b.add("two", Ending::passed, 50); // later passes do not move it
  CHECK(b.home(95).refreshers == std::vector<model::Id>{"one"});
  b.add("one", Ending::failed, 94);
  CHECK(b.home(95).refreshers == std::vector<model::Id>{"one"});
  b.add("one", Ending::failed, 95);
  CHECK(b.home(96).refreshers.empty());
}

TEST_CASE("home: a course that is not passed yet keeps no refresher of another back") {
  LessonsBench b;
  b.add("three", Ending::passed, 1);
  CHECK(b.home(11).refreshers == std::vector<model::Id>{"three"});
}

TEST_CASE("home: what does not count, or was closed, is no refresher") {
  LessonsBench b;
  b.add("three", Ending::passed, 1);
  b.add("three", Ending::closed, 12), b.add("three", Ending::passed, 12).counts = false;
  CHECK(b.home(13).refreshers == std::vector<model::Id>{"three"});
  b.add("three", Ending::failed, 12);
  CHECK(b.home(13).refreshers.empty());
}

TEST_CASE("home: a warm-up is no lesson: in no course, never next, never gone on with by the large card, never due") {
  LessonsBench b;
  CHECK(b.library.is_warm_up("try"));
  CHECK_FALSE(b.library.is_warm_up("one"));
  AttemptCard& open = b.add("try", Ending::open);
  open.warm_up = true, open.counts = false;
  Home home = b.home();
  CHECK(home.courses.size() == 2);
  CHECK_FALSE(home.stopped);
  CHECK(home.next == "one");
  CHECK(home.warm_up.lesson == "try");
  CHECK(home.lesson("try").open == open.id);
  CHECK(home.lesson("try").act == LessonAct::go_on);
  b.add("try", Ending::passed, 1).warm_up = true;
  CHECK(b.home(3).refreshers.empty());
  b.unreadable = {"try"};
  CHECK(b.home().warm_up.lesson == "");
}

TEST_CASE("home: the questions of a day are no lesson either, are gone on with, and are done for one day") {
  LessonsBench b;
  b.write_course("d", "kind: daily\nscenarios: [day]\nrefreshers: [{scenario: day, after: 1 d}]\n", {"day"});
  b.read();
  CHECK(b.library.is_daily("day"));
  CHECK_FALSE(b.library.is_warm_up("day"));
  CHECK(b.home().courses.size() == 2);
  CHECK(b.home().today.lesson == "day");
  CHECK(b.home().warm_up.lesson == "try");
  b.add("day", Ending::closed, 3).warm_up = true;
  CHECK(b.home(3).today_done);
  CHECK_FALSE(b.home(4).today_done);
  CHECK(b.home(4).refreshers.empty());
  AttemptCard& open = b.add("day", Ending::open);
  open.warm_up = true;
  CHECK_FALSE(b.home(4).stopped);
  CHECK(b.home(4).lesson("day").open == open.id);
}

TEST_CASE("home: 30, 90 and 180 days after the final was passed the questions of a day are the next thing, until they were answered") {
  LessonsBench b;
  b.write_course("d", "kind: daily\nscenarios: [day]\n", {"day"});
  b.write_course("a", "scenarios: [one, two]\nfinal: [test: two]\n", {});
  b.read();
  const auto sit = [&](const char* role, Ending ending, std::int64_t at_day) { b.add("two", ending, role, at_day); };
  sit("baseline", Ending::passed, 1), sit("final", Ending::failed, 2);
  CHECK(b.home(40).refreshers.empty()); // nothing is passed by these
  sit("final", Ending::passed, 5);
  CHECK(b.home(34).refreshers.empty());
  CHECK(b.home(35).refreshers == std::vector<model::Id>{"day"});
  CHECK(b.home(35).first == NextThing::refresher);
  AttemptCard& given_up = b.add("day", Ending::closed, 36);
  given_up.questions = 3, given_up.answered = 1;
  CHECK(b.home(36).refreshers == std::vector<model::Id>{"day"});
  CHECK_FALSE(b.home(36).today_done);
  b.add("day", Ending::closed, 36);
  CHECK(b.home(94).refreshers.empty());
  CHECK(b.home(95).refreshers == std::vector<model::Id>{"day"});
  CHECK(b.home(184).refreshers == std::vector<model::Id>{"day"}); // of two that were missed one is enough
  b.add("day", Ending::closed, 185);
  CHECK(b.home(1000).refreshers.empty());
  CHECK(b.home(1000).lesson("two").state == LessonState::passed);
  b.attempts.erase(b.attempts.begin());
  CHECK_FALSE(b.home(1000).refreshers.empty());
  b.unreadable = {"day"};
  CHECK(b.home(1000).refreshers.empty());
}

TEST_CASE("home: the test of a course is assessed, a lesson never") {
  LessonsBench b;
  CHECK(app::mode_for(b.library, "two") == session::Mode::practice);
  b.write_course("a", "scenarios: [one, two]\nfinal: [test: two]\n", {});
  b.read();
  CHECK(app::mode_for(b.library, "one") == session::Mode::practice);
  CHECK(app::mode_for(b.library, "two") == session::Mode::assessed);
}

TEST_CASE("home: greets by the first name, unless somebody else here has it too") {
  std::vector<app::PersonCard> people(2);
  people[0].name = "Pol. Sgt. Dara P.", people[1].name = "Anan S.";
  CHECK(app::greeted(people[0].name, people) == "Dara");
  people[1].name = "Dara S.";
  CHECK(app::greeted(people[0].name, people) == "Pol. Sgt. Dara P.");
  CHECK(app::greeted("", people) == "");
}

TEST_CASE("home: an error is due from the next day on until its lesson went better, or the moment was practised") {
  LessonsBench b;
  CHECK_FALSE(b.home(9).error);
  b.add("one", Ending::failed, 3), b.add("three", Ending::failed, 2);
  CHECK_FALSE(LessonsBench().home(3).error);
  CHECK(b.home(3).error.value().scenario == "three"); // the other is of today
  CHECK(b.home(3).first == NextThing::error);
  CHECK(b.home(4).error.value().scenario == "one"); // the newest
  CHECK(b.home(4).next == "one");
  b.add("one", Ending::closed, 4); // given up: nothing is better by that
  CHECK(b.home(5).error.value().scenario == "one");
  AttemptCard& practised = b.add("one", Ending::passed, 4);
  practised.counts = false, practised.parent = "attempt-0";
  CHECK(b.home(5).error.value().scenario == "three");
  CHECK(b.home(5).next == "one"); // which is not passed by that
  b.add("three", Ending::failed, 5);
  CHECK_FALSE(b.home(5).error); // again, and of today
  CHECK(b.home(6).error.value().scenario == "three");
  b.unreadable = {"three"};
  CHECK_FALSE(b.home(6).error);
}

TEST_CASE("home: yesterday is what the clock on the wall calls so; an assessment is no error to be practised") {
  LessonsBench b;
  AttemptCard& late = b.add("one", Ending::failed);
  late.finished = base::Moment{one_day - 3'600'000}; // 23:00 in London, 06:00 of the next day seven hours east
  const auto at = [&](std::int64_t hour, int offset) {
    return app::home_of(b.library, b.attempts, {{hour * 3'600'000}, offset, Channel::window, [](const model::Id&) { return true; }});
  };
  CHECK(at(25, 0).error);
  CHECK_FALSE(at(25, 420).error);
  CHECK(at(42, 420).error);
  b.attempts.front().mode = session::Mode::assessed;
  CHECK_FALSE(at(42, 420).error);
}

TEST_CASE("home: there is one next thing: going on, what is due, an error, a lesson, nothing") {
  LessonsBench b;
  CHECK(b.home(0).first == NextThing::lesson);
  b.add("three", Ending::failed, 1);
  CHECK(b.home(2).first == NextThing::error);
  b.add("one", Ending::passed, 1), b.add("two", Ending::passed, 1);
  CHECK(b.home(95).first == NextThing::refresher);
  b.add("two", Ending::open);
  CHECK(b.home(95).first == NextThing::go_on);
  LessonsBench done;
  for (const char* lesson : {"one", "two", "three"})
    done.add(lesson, Ending::passed, 1);
  CHECK(done.home(2).first == NextThing::nothing);
}
