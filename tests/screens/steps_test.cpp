// How a lesson's steps are counted: over every play of the course, at every act.
#include "tests/screens/play_stage.h"
#include "tests/screens/walks.h"

using namespace firsthand;

namespace {

struct CountedPlay {
  std::string lesson, name;
  session::Play play;
};

std::vector<CountedPlay> plays_of_the_course() {
  const screens::TreeFiles files;
  std::vector<CountedPlay> all;
  const reading::Course* course = screens::shipped_library().library().course("first-responder");
  REQUIRE(course);
  for (const reading::ScenarioCard& card : course->scenarios) {
    const std::string folder = "scenarios/courses/first-responder/" + card.id + "/plays/";
    for (const std::string& name : files.list(folder))
      all.push_back({card.id, name, session::parse_play(*files.read(folder + name, 1u << 20), *screens::lesson(card.id)).play});
  }
  return all;
}

// What was told of an attempt so far.
struct Counted {
  std::map<const model::Text*, int> numbers; // of the discs
  int newest = 0;

  void look(const claims::Walked& walked) {
    const session::Prepared& prepared = *walked.prepared;
    const screens::StepCount now = screens::step_count(prepared, walked.attempt.step);
    CHECK(now.all == screens::step_count(prepared, 0).all);
    CHECK(now.n <= now.all);
    if (now.n > 0) CHECK(now.n >= newest);
    newest = std::max(newest, now.n);
    for (const screens::PlayStep& step : screens::play_steps(walked.timeline, walked.attempt)) {
      CHECK(numbers.emplace(step.title, step.number).first->second == step.number);
      if (step.now == screens::PlayStep::Now::current) CHECK(step.number == now.n);
    }
  }
};

} // namespace

TEST_CASE("steps: the count of a lesson's steps and the number of each stay, whatever is done, and all of them are come to") {
  int uncounted = 0;
  const std::vector<CountedPlay> all = plays_of_the_course();
  REQUIRE(all.size() >= 20);
  for (const CountedPlay& each : all) {
    CAPTURE(each.lesson);
    CAPTURE(each.name);
    session::Start start;
    start.chance = each.play.chance;
    claims::Walked walked(screens::lesson(each.lesson), start);
    Counted counted;
    counted.look(walked);
    for (const session::PlayLine& line : each.play.lines) {
      const auto* action = std::get_if<session::Action>(&line.content);
      if (!action || !walked.act(*action) || walked.attempt.ending != session::Ending::open) continue;
      counted.look(walked);
      uncounted += screens::step_count(*walked.prepared, walked.attempt.step).n == 0;
    }
    if (walked.attempt.ending == session::Ending::passed) CHECK(counted.newest == screens::step_count(*walked.prepared, 0).all);
  }
  CHECK(uncounted > 0); // the lessons have such steps
}
