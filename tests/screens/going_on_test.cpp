// The way on out of a scene, which is left for good: asked about while something is still under way in it, and only then.
#include "tests/screens/play_stage.h"
#include "tests/screens/walks.h"

using namespace firsthand;
using namespace firsthand::screens;

namespace {

using Acts = std::initializer_list<const char*>;

PlayStage scene_after(Acts acts, session::Mode mode = session::Mode::practice) {
  PlayStage stage(lesson("open-laptop"), mode);
  stage.play({"go on", "do authority choose option=power sure=yes", "go on", "go on"});
  stage.play(acts);
  return stage;
}

} // namespace

TEST_CASE("going on: while somebody is on the way it is asked, and who presses Enter by mistake stays") {
  PlayStage stage = scene_after(Acts{"do table hands-off man", "do table call examiner"});
  for (const Look& look : {Look{}, Look{ui::Theme::dark, 200, "th"}, Look{ui::Theme::high_contrast, 150}}) {
    Shown shown(stage, look);
    CHECK(shown.press("scene/go-on") == "");
    CHECK(stage.memory.sheet == PlaySheet::going_on);
    CHECK(shown.driver.sees("Examiner Malee: The examiner is on her way"));
    CHECK(shown.faults() == "");
    shown.save("going-on-" + std::to_string(look.percent));
    CHECK(shown.driver.focused() == "play/going-on/stay");
    CHECK_OK(shown.driver.key("Enter"));
    CHECK(stage.memory.sheet == PlaySheet::none);
    CHECK(shown.driver.focused() == "scene/go-on");
    CHECK(shown.press("scene/go-on") == "");
    CHECK_OK(shown.driver.key("Escape"));
    CHECK(stage.memory.sheet == PlaySheet::none);
    CHECK(stage.step() == "table");
    CHECK(stage.actions.empty());
  }
  Shown shown(stage);
  CHECK(shown.press("scene/go-on") == "");
  CHECK(shown.press("play/going-on/leave") == "");
  CHECK(stage.step() == "hand");
  CHECK(stage.memory.sheet == PlaySheet::none);
}

TEST_CASE("going on: nothing is asked while nothing is under way") {
  PlayStage stage = scene_after(Acts{"do table hands-off man"});
  Shown shown(stage);
  CHECK(shown.press("scene/go-on") == "");
  CHECK(stage.step() == "hand");
}

TEST_CASE("going on: in practice what must not be passed over is named, in assessed work it is not") {
  for (const session::Mode mode : {session::Mode::practice, session::Mode::assessed}) {
    PlayStage stage = scene_after(Acts{"do table hands-off man"}, mode);
    Shown shown(stage);
    bool answered = false;
    for (int i = 0; i < 20 && !shown.driver.sees("glances over"); ++i) {
      stage.play({"wait 30 s"});
      shown.driver.settle();
      if (!answered && shown.driver.sees("Switch it off, bring it")) stage.play({"do table ask-time lieutenant"}), answered = true;
    }
    REQUIRE(shown.driver.sees("glances over"));
    CHECK(shown.press("scene/go-on") == "");
    const bool asked = stage.memory.sheet == PlaySheet::going_on;
    CHECK(asked == (mode == session::Mode::practice));
    if (asked) CHECK(shown.driver.sees("Next table: Types on a phone")); // in assessed work it stands in the scene alone
  }
}

TEST_CASE("going on: what was answered, or given away, is not under way any more") {
  PlayStage stage(lesson("one-phone"));
  stage.play({"go on", "do authority choose option=take", "go on", "go on", "do seat look phone"});
  {
    Shown shown(stage);
    CHECK(shown.press("scene/go-on") == "");
    CHECK(stage.memory.sheet == PlaySheet::going_on);
    CHECK(shown.driver.sees("Phone: A notification: somebody located this device"));
    CHECK(shown.press("play/going-on/stay") == "");
  }
  stage.play({"do seat bag phone with bag2"}); // the answer to it
  {
    Shown shown(stage);
    CHECK(shown.press("scene/go-on") == "");
    CHECK(stage.step() == "owner-talk");
  }
  PlayStage given(lesson("one-phone")); // nobody answered, and the phone is gone
  given.play({"go on", "do authority choose option=take", "go on", "go on", "do seat look phone", "go on", "go on", "wait 10 min",
              "do pack hand-over phone with clerk", "do pack no-note clerk"});
  Shown shown(given);
  CHECK(shown.press("scene/go-on") == "");
  CHECK(given.memory.sheet == PlaySheet::none);
  CHECK(given.step() == "custody");
}

namespace {

// Of a thing whose value asks for an act: the turn in which it was seen so last, and whether an act that answers came after it.
bool answered_by_turns(const claims::Walked& walked, model::Symbol entity, const model::Cue& cue, const model::Alarm& alarm) {
  const session::Prepared& prepared = *walked.prepared;
  bool open = false;
  for (const report::Turn& turn : walked.timeline.turns)
    for (const model::Fact& fact : turn.facts) {
      const bool same = fact.kind == model::FactKind::seen && fact.entity == entity && prepared.symbols.word(fact.name) == cue.name;
      if (same) open = prepared.symbols.word(fact.to) == alarm.value;
      const auto& verbs = alarm.answers;
      if (fact.kind == model::FactKind::begun && std::find(verbs.begin(), verbs.end(), prepared.symbols.word(fact.name)) != verbs.end())
        open = false;
    }
  return !open;
}

} // namespace

TEST_CASE("going on: over every play, what is named has an answer that was not given since it was seen") {
  int named = 0, silent = 0;
  for (const char* id : {"one-phone", "open-laptop"}) {
    const TreeFiles files;
    const std::string folder = std::string("scenarios/courses/first-responder/") + id + "/plays/";
    for (const std::string& name : files.list(folder)) {
      CAPTURE(name);
      const session::Play play = session::parse_play(*files.read(folder + name, 1u << 20), *lesson(id)).play;
      session::Start start;
      start.chance = play.chance;
      claims::Walked walked(lesson(id), start);
      PlayStage stage(lesson(id), session::Mode::practice, play.chance);
      for (const session::PlayLine& line : play.lines) {
        const auto* action = std::get_if<session::Action>(&line.content);
        if (!action || !walked.act(*action) || walked.attempt.ending != session::Ending::open) continue;
        stage.submit(*action);
        if (walked.prepared->scenario.steps[walked.attempt.step].kind != "scene") continue;
        const StepHead head = stage.with_scene([](const StepScene& scene) { return modules::scene::open_view()->head(scene); });
        if (!head.way_on) continue;
        for (const model::EntityUse& use : walked.prepared->scenario.entities)
          for (const model::Cue& cue : walked.prepared->scenario.model_of(use).cues)
            for (const model::Alarm& alarm : cue.alarms) {
              const model::Symbol entity = walked.prepared->symbols.find(use.id);
              const model::Text* words = report::cue_words(*walked.prepared, entity, walked.prepared->symbols.find(cue.name),
                                                           walked.prepared->symbols.find(alarm.value));
              if (!words || use.kind == model::EntityKind::person) continue;
              const bool told = std::any_of(head.way_on->open.begin(), head.way_on->open.end(),
                                            [&](const std::string& each) { return each.ends_with(": " + words->source); });
              const bool answered = answered_by_turns(walked, entity, cue, alarm);
              CHECK_FALSE_MESSAGE((told && answered), line.words);
              named += told, silent += answered;
            }
      }
    }
  }
  CHECK(named > 0);
  CHECK(silent > 0);
}

TEST_CASE("leaving: the question opens on the answer that loses nothing") {
  PlayStage stage = scene_after(Acts{"do table hands-off man"});
  Shown shown(stage);
  CHECK_OK(shown.driver.key("Escape"));
  REQUIRE(stage.memory.sheet == PlaySheet::leave);
  CHECK(shown.driver.focused() == "play/leave/no");
  CHECK_OK(shown.driver.key("Enter"));
  CHECK(stage.memory.sheet == PlaySheet::none);
  CHECK_FALSE(stage.went_back);
}
