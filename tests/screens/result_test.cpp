// No act is without a visible result: what was done is said, with what is new or that nothing is. Over attempts that nobody planned, and
// on the screen over plays.
#include "engine/screens/play/news.h"
#include "tests/screens/debrief_fixture.h"
#include "tests/screens/walks.h"

#include <fmt/format.h>

using namespace firsthand;
using namespace firsthand::screens;

namespace {

bool is_in_scene(const session::Prepared& prepared, const session::Attempt& attempt, const session::Action& action) {
  using Kind = session::Action::Kind;
  if (attempt.ending != session::Ending::open || action.kind == Kind::note || action.kind == Kind::go_on) return false;
  return prepared.steps[attempt.step].module->acts_in_scene();
}

// What is known of an attempt as it stands now, without a window.
News news_now(const claims::Walked& walked, const report::Notebook& notebook, const session::Offers& offers, const content::Words& words) {
  const session::Prepared& prepared = *walked.prepared;
  const session::Attempt& attempt = walked.attempt;
  return news_of({.prepared = prepared,
                  .spec = *prepared.steps[attempt.step].spec,
                  .state = attempt.states[attempt.step],
                  .seen = attempt.world.seen,
                  .notebook = notebook,
                  .words = words,
                  .offers = offers,
                  .refused = {},
                  .picture = nullptr});
}

const session::Action drawn_act(const claims::Walked& walked, claims::Numbers& numbers) {
  const auto offers = session::offers(*walked.prepared, walked.attempt).actions;
  std::vector<std::size_t> drawn;
  for (std::size_t i = 0; i < offers.size(); ++i)
    drawn.insert(drawn.end(), claims::weight_of(*walked.prepared, offers[i], walked.acts.size()), i);
  return offers[drawn[numbers.below(drawn.size())]];
}

// Those that nothing came of in words; and how many there were.
int without_result(claims::Walked& walked, claims::Numbers& numbers, std::string& found) {
  const content::Words words;
  int acts = 0;
  while (walked.attempt.ending == session::Ending::open && walked.acts.size() < 80) {
    const session::Action action = drawn_act(walked, numbers);
    const bool counts = is_in_scene(*walked.prepared, walked.attempt, action);
    if (!walked.act(action) || !counts || walked.attempt.ending != session::Ending::open) continue;
    const report::Notebook notebook = report::notebook_of(walked.timeline);
    const session::Offers offers = session::offers(*walked.prepared, walked.attempt);
    ++acts;
    if (news_now(walked, notebook, offers, words).acts.empty()) found += session::action_words(action, walked.prepared->symbols) + "\n";
  }
  return acts;
}

// A talk tells what was answered; a scene marks it.
bool sees_result(Shown& shown, PlayStage& stage) {
  const auto& entries = shown.window->registry().entries();
  const auto is_mark = [](const ui::Entry& entry) { return entry.label == "new" && !entry.visible().empty(); };
  if (std::any_of(entries.begin(), entries.end(), is_mark) || shown.driver.sees("Nothing new to see.")) return true;
  return stage.with_scene([&](const StepScene& scene) {
    const News news = news_of(scene);
    return !news.results.empty() && shown.driver.sees(line_words(scene, *news.results.back()));
  });
}

} // namespace

TEST_CASE("result: every act of attempts that nobody planned says what was done") {
  for (const char* id : {"one-phone", "open-laptop"}) {
    std::string found;
    int acts = 0;
    for (int i = 0; i < 100; ++i) {
      claims::Numbers numbers{static_cast<std::uint64_t>(i) * 7919 + 1};
      session::Start start;
      for (auto& byte : start.seed.bytes)
        byte = static_cast<std::uint8_t>(numbers.next());
      claims::Walked walked(lesson(id), start);
      acts += without_result(walked, numbers, found);
    }
    CHECK(found == "");
    CHECK(acts > 300);
  }
}

TEST_CASE("result: on the screen every act of a play stands beside the thing, with what is new or that nothing is") {
  for (const auto& [id, play] :
       {std::pair{"one-phone", "expert"}, {"one-phone", "opens-again"}, {"open-laptop", "expert"}, {"open-laptop", "curious"}}) {
    const Lesson of(id);
    const Run run(of, play);
    PlayStage stage(of.prepared, session::Mode::practice, run.play.chance);
    Shown shown(stage);
    int acts = 0;
    for (const session::Rehearsal::Turn& turn : run.rehearsal.turns) {
      const bool counts = is_in_scene(*of.prepared, stage.attempt(), turn.action);
      shown.driver.settle();
      if (counts && turn.action.entity != 0) (void)shown.press(("scene/place/" + of.prepared->symbols.word(turn.action.entity)).c_str());
      stage.submit(turn.action);
      if (stage.attempt().ending != session::Ending::open) break;
      if (!counts || !is_in_scene(*of.prepared, stage.attempt(), turn.action)) continue;
      CAPTURE(session::action_words(turn.action, of.prepared->symbols));
      shown.driver.settle();
      const std::string done = stage.with_scene([](const StepScene& scene) {
        const News news = news_of(scene);
        return news.acts.empty() ? std::string("?") : line_words(scene, *news.acts.front());
      });
      CHECK(shown.driver.sees(done));
      CHECK(sees_result(shown, stage));
      ++acts;
    }
    CHECK(acts >= 5);
  }
}

TEST_CASE("result: what is told of an act moves no verb") {
  PlayStage stage(lesson("open-laptop"));
  stage.play(
      {"go on", "do authority choose option=power sure=yes", "go on", "go on", "do table hands-off man", "task nok keep-awake laptop"});
  Shown shown(stage);
  CHECK(shown.press("scene/place/laptop") == "");
  for (const char* act : {"do table photograph laptop", "do table photograph laptop", "do table follow cord"}) {
    CAPTURE(act);
    const ui::Rect before = shown.driver.find("scene/verb/laptop/carry")->rect;
    stage.play({act});
    shown.driver.settle();
    CHECK(shown.driver.find("scene/verb/laptop/carry")->rect == before);
  }
}
