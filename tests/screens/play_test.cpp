// The frame round a step, and the talk and the briefing in it.
#include "tests/screens/play_stage.h"

#include <fmt/format.h>

#include <set>

using namespace firsthand;
using namespace firsthand::screens;

namespace {

const char* const phone_to_seat[] = {"go on", "do authority choose option=take", "go on", "go on"};

PlayStage phone_at(std::initializer_list<const char*> lines, session::Mode mode = session::Mode::practice) {
  PlayStage stage(lesson("one-phone"), mode);
  for (const char* line : phone_to_seat)
    stage.play({line});
  stage.play(lines);
  return stage;
}

const Look sizes[] = {{},
                      {ui::Theme::light, 125, "en", {1366, 768}},
                      {ui::Theme::light, 150},
                      {ui::Theme::high_contrast, 200},
                      {ui::Theme::dark, 200, "en", {1920, 1080}}};

std::string shot_name(const char* what, const Look& look) { return fmt::format("{}-{}-{}", what, look.percent, look.size.w); }

} // namespace

TEST_CASE("play: a briefing is whole at every size") {
  for (const char* id : {"one-phone", "open-laptop"})
    for (const Look& look : sizes) {
      PlayStage stage(lesson(id));
      Shown shown(stage, look);
      CHECK(shown.faults() == "");
      shown.save(shot_name(fmt::format("briefing-{}", id).c_str(), look));
      CHECK(shown.press("briefing/go-on") == "");
      CHECK(stage.last() == "go on");
    }
}

TEST_CASE("play: a talk is whole at every size, and tells question before answer") {
  for (const Look& look : sizes) {
    PlayStage stage = phone_at({"do seat bag phone with bag", "go on", "do owner-talk ask-code owner"});
    Shown shown(stage, look);
    CHECK(shown.press("dialogue/topic/caution") == "");
    CHECK(stage.last() == "do owner-talk caution owner");
    CHECK(shown.faults() == "");
    shown.save(shot_name("talk", look));
    const std::string all = shown.driver.all_text();
    CHECK(all.find("Caution given.") < all.find("I understand. Take it"));
    CHECK(shown.driver.find("dialogue/topic/caution").ok()); // given once: it stays where it was, and cannot be pressed
    CHECK_FALSE(shown.driver.find("dialogue/topic/caution")->enabled);
    CHECK(shown.press("dialogue/go-on") == "");
    CHECK(stage.step() == "pack");
  }
}

TEST_CASE("play: sheets are whole at every size and close with Escape") {
  for (const Look& look : sizes)
    for (const char* sheet : {"play/notebook", "play/hint", "play/glossary"}) {
      PlayStage stage = phone_at({"do seat look phone", "do seat photograph phone", "do seat bag phone with bag"});
      Shown shown(stage, look);
      if (!shown.driver.find(sheet).ok()) CHECK(shown.press("play/more") == ""); // where the rail has no room for it
      CHECK(shown.press(sheet) == "");
      CHECK(stage.memory.sheet != screens::PlaySheet::none);
      CHECK(shown.faults() == "");
      shown.save(shot_name(std::string(sheet).replace(4, 1, "-").c_str(), look));
      CHECK_OK(shown.driver.key("Escape"));
      CHECK(stage.memory.sheet == screens::PlaySheet::none);
      CHECK_FALSE(stage.went_back);
    }
}

TEST_CASE("play: Esc asks before it leaves, and the arrow at the top leaves") {
  PlayStage stage = phone_at({});
  Shown shown(stage);
  for (int i = 0; i < 2; ++i) {
    CHECK_OK(shown.driver.key("Escape"));
    CHECK(shown.driver.sees("Leave? What you did is saved, and what is marked and not submitted stands there again."));
    CHECK(shown.faults() == "");
    CHECK_OK(shown.driver.key("Escape")); // one level up again
    CHECK_FALSE(shown.driver.sees("Leave? What you did is saved, and what is marked and not submitted stands there again."));
    CHECK_FALSE(stage.went_back);
  }
  CHECK_OK(shown.driver.key("Escape"));
  CHECK_OK(shown.driver.key("Enter")); // to stay
  CHECK_FALSE(stage.went_back);
  for (const char* key : {"Escape", "Right", "Enter"})
    CHECK_OK(shown.driver.key(key));
  CHECK(stage.went_back);
}

TEST_CASE("play: Esc leaves the note and keeps what was typed") {
  PlayStage stage = phone_at({});
  Shown shown(stage);
  CHECK_OK(shown.driver.key("Ctrl+N"));
  shown.driver.type("half a thought");
  CHECK_OK(shown.driver.key("Escape"));
  CHECK_FALSE(stage.memory.writing);
  CHECK(stage.memory.note == "half a thought");
  CHECK(shown.driver.focused() == "play/write-note");
  CHECK_FALSE(shown.driver.sees("Leave?"));
  CHECK_OK(shown.driver.key("Enter"));
  CHECK(shown.driver.sees("half a thought"));
}

TEST_CASE("play: the rail shows only steps that are certain or were entered") {
  PlayStage stage = phone_at({});
  Shown shown(stage);
  CHECK(shown.driver.sees("The owner"));
  CHECK_FALSE(shown.driver.sees("Left behind")); // only for who leaves it
  CHECK_FALSE(shown.driver.sees("The queue"));   // only for who forgets the label
}

TEST_CASE("play: a deadline stands beside the clock once it is known") {
  PlayStage stage(lesson("open-laptop"));
  stage.play({"go on", "do authority choose option=power sure=yes", "go on", "go on"});
  Shown shown(stage);
  CHECK_FALSE(shown.driver.sees("Off at 5 % battery"));
  stage.play({"do table look laptop"});
  shown.driver.settle();
  CHECK(shown.driver.sees("Off at 5 % battery"));
  CHECK(shown.driver.sees("09:10:15"));
}

TEST_CASE("play: a deadline names its duration in words") {
  const TreeFiles named(TreeFiles::Words{{"Off at 5 % battery", "Locks after {auto-lock} idle"}});
  PlayStage stage(lesson("open-laptop", named));
  stage.play({"go on", "do authority choose option=power sure=yes", "go on", "go on", "do table look laptop"});
  Shown shown(stage);
  CHECK(shown.driver.sees("Locks after 5 min idle"));
}

TEST_CASE("play: hints come one by one, in practice only") {
  PlayStage stage = phone_at({});
  {
    Shown shown(stage);
    CHECK_OK(shown.driver.key("H"));
    CHECK(shown.driver.sees("3 hints left. Hints are counted nowhere in practice."));
    CHECK_FALSE(shown.driver.sees("One close look, hands off, costs seconds."));
    CHECK(shown.press("play/hint/next") == "");
    CHECK(shown.driver.sees("One close look, hands off, costs seconds."));
    CHECK(shown.driver.sees("2 hints left"));
    shown.save("hint");
  }
  PlayStage exam = phone_at({}, session::Mode::assessed);
  Shown shown(exam);
  CHECK_FALSE(shown.driver.find("play/hint").ok());
  CHECK(shown.driver.sees("Assessment"));
}

TEST_CASE("play: a note is written in place and handed on with its step") {
  PlayStage stage = phone_at({});
  Shown shown(stage);
  CHECK(shown.press("play/notebook") == "");
  CHECK(shown.press("play/write-note") == "");
  shown.driver.type("ส่งมอบ, crack lower left");
  CHECK(shown.faults() == "");
  shown.save("note");
  CHECK(shown.press("play/note/save") == "");
  REQUIRE(stage.actions.size() == 1);
  CHECK(stage.actions[0].kind == session::Action::Kind::note);
  CHECK(stage.actions[0].text == "ส่งมอบ, crack lower left");
  CHECK(stage.memory.note.empty());
  CHECK(shown.driver.sees("Your note: ส่งมอบ, crack lower left"));
}

TEST_CASE("play: letters typed into a note open no sheet") {
  PlayStage stage = phone_at({});
  Shown shown(stage);
  CHECK_OK(shown.driver.key("Ctrl+N"));
  CHECK_OK(shown.driver.key("H"));
  shown.driver.type("h");
  CHECK(stage.memory.sheet == screens::PlaySheet::notebook);
  CHECK(stage.memory.note == "h");
}

TEST_CASE("play: saved, saving and not saved are told apart") {
  PlayStage stage = phone_at({});
  Shown shown(stage);
  CHECK(shown.driver.sees("Saved 14:02:11"));
  stage.saved = {screens::PlaySaved::Kind::pending, "14:02:11", 40, {}};
  shown.driver.settle();
  CHECK(shown.driver.sees("Saved 14:02:11"));
  stage.saved.pending_ms = 140;
  shown.driver.settle();
  CHECK(shown.driver.sees("Saving…"));
  stage.saved = {screens::PlaySaved::Kind::failed, "14:02:11", 0, "The disk is full. Make room, then try again."};
  shown.driver.settle();
  CHECK(shown.driver.sees("Not saved"));
  CHECK(shown.faults() == "");
  shown.save("not-saved");
  CHECK(shown.press("play/try-again") == "");
  CHECK(stage.tried_again);
}

TEST_CASE("play: a photograph in the notebook keeps the picture of its moment") {
  PlayStage stage = phone_at({});
  Shown shown(stage, {ui::Theme::light, 100, "en", {1920, 1080}});
  CHECK(shown.press("scene/verb/phone/photograph") == "");
  REQUIRE(stage.memory.shots.size() == 1);
  const std::vector<std::string> then = stage.memory.shots.begin()->second.layers;
  CHECK(shown.press("scene/verb/phone/add-power") == "");
  CHECK(shown.press("scene/verb/phone/add-power") == "");
  CHECK(stage.memory.shots.begin()->second.layers == then);
  CHECK(std::any_of(then.begin(), then.end(), [](const std::string& path) { return path.ends_with("phone-lit.svg"); }));
  shown.save("photograph");
}

TEST_CASE("play: an exhibit is not named in the notebook before it was seen") {
  PlayStage stage(lesson("open-laptop"));
  stage.play({"go on", "do authority choose option=power sure=yes", "go on", "go on"});
  Shown shown(stage);
  CHECK_FALSE(shown.driver.sees("Sheet:"));
  stage.play({"do table look-inside wallet"});
  shown.driver.settle();
  CHECK(shown.driver.sees("Sheet: Folded sheet"));
}

TEST_CASE("play: the glossary explains the words that were met, and grows with what is discovered") {
  PlayStage stage(lesson("one-phone"));
  Shown shown(stage);
  CHECK(shown.press("play/glossary") == "");
  CHECK(shown.driver.sees("Faraday bag")); // of the briefing
  CHECK_FALSE(shown.driver.sees("AFU"));
  CHECK_FALSE(shown.driver.sees("Power bank"));
  stage.play({"go on", "do authority choose option=take", "go on", "go on"});
  stage.memory.sheet = screens::PlaySheet::glossary;
  shown.driver.settle();
  CHECK(shown.driver.sees("AFU"));
  CHECK(shown.driver.sees("Power bank"));
  CHECK(shown.faults() == "");
}

TEST_CASE("play: what is looked for in a lesson is found only where this person has been: words, notes, what was seen, photographs") {
  PlayStage stage = phone_at({"do seat photograph phone"});
  session::Action note;
  note.kind = session::Action::Kind::note, note.step = stage.prepared().symbols.find("seat"), note.text = "Bag 2 has the card";
  stage.submit(note);
  for (const int percent : {100, 150, 200}) {
    CAPTURE(percent);
    Shown shown(stage, {ui::Theme::light, percent, "en", {1280, 720}});
    stage.memory.sheet = screens::PlaySheet::glossary, stage.memory.looked_for = {};
    shown.driver.settle();
    shown.driver.type("bag");
    shown.driver.settle();
    CHECK(shown.faults() == "");
    shown.save(fmt::format("words-found-{}", percent));
    std::string kinds;
    for (const ui::Entry& each : shown.window->registry().entries())
      if (each.id.starts_with("play/found/") && kinds.find(each.id.substr(11, 4)) == kinds.npos) kinds += each.id.substr(11, 4) + " ";
    CHECK(kinds.find("word") != kinds.npos);
    CHECK(kinds.find("note") != kinds.npos);
  }
  Shown shown(stage);
  stage.memory.sheet = screens::PlaySheet::glossary, stage.memory.looked_for = {};
  shown.driver.settle();
  shown.driver.type("zebra");
  CHECK(shown.driver.sees("Nothing that came up so far has “zebra” in it"));
  CHECK_OK(shown.driver.key("Escape"));
  CHECK(stage.memory.looked_for.search == "");
  shown.driver.type("has the card");
  CHECK_OK(shown.driver.key("Enter")); // the only one: the notebook opens at its line
  shown.driver.settle();
  CHECK(stage.memory.sheet == screens::PlaySheet::notebook);
  CHECK(shown.driver.find("play/found-line").ok());
  shown.save("note-found");
  CHECK_OK(shown.driver.key("Escape"));
  CHECK(shown.press("play/glossary") == "");
  shown.driver.type("power");
  CHECK_OK(shown.driver.key("Enter"));
  shown.driver.settle();
  CHECK(stage.memory.sheet == screens::PlaySheet::glossary);
  CHECK(stage.memory.looked_for.word == "Power bank");
  CHECK(shown.driver.sees("A battery that feeds a device on its way."));
}

TEST_CASE("play: things and people are found among the words as soon as somebody came upon them, and not before") {
  PlayStage stage = phone_at({"do seat photograph phone"});
  Shown shown(stage);
  CHECK(shown.press("play/glossary") == "");
  shown.driver.type("phon");
  REQUIRE(shown.driver.find("play/found/thing/phone").ok());
  CHECK(shown.press("play/found/thing/phone") == "");
  shown.driver.settle();
  CHECK(stage.memory.sheet == screens::PlaySheet::glossary);
  CHECK(shown.driver.find("play/sheet/glossary")->label == "Words"); // as its button
  CHECK(shown.driver.sees("1 Phone"));
  CHECK(shown.faults() == "");
  // What was not met cannot be found: a lesson that was only just begun.
  PlayStage fresh(lesson("one-phone"));
  Shown begun(fresh);
  CHECK(begun.press("play/glossary") == "");
  begun.driver.type("power");
  CHECK(begun.driver.sees("Nothing that came up so far has “power” in it"));
  CHECK_OK(begun.driver.key("Ctrl+A"));
  begun.driver.type("phone");
  CHECK_FALSE(begun.driver.find("play/found/thing/phone").ok());
}

TEST_CASE("play: a sheet that is closed gives the focus back to where it was, and arrows go between Leave and Stay") {
  PlayStage stage = phone_at({});
  Shown shown(stage);
  shown.driver.settle();
  const std::string before(shown.driver.focused());
  REQUIRE(before.starts_with("scene/verb/"));
  CHECK_OK(shown.driver.key("G"));
  CHECK(stage.memory.sheet == screens::PlaySheet::glossary);
  CHECK_OK(shown.driver.key("Escape"));
  CHECK(shown.driver.focused() == before);
  CHECK(shown.press("play/glossary") == "");
  CHECK_OK(shown.driver.key("Escape"));
  CHECK(shown.driver.focused() == "play/glossary");
  CHECK_OK(shown.driver.key("Escape"));
  REQUIRE(stage.memory.sheet == screens::PlaySheet::leave);
  CHECK(shown.driver.focused() == "play/leave/no");
  CHECK_OK(shown.driver.key("Right"));
  CHECK(shown.driver.focused() == "play/leave/yes");
}

TEST_CASE("play: the discs of the steps are one stop of Tab, and the name of one lies over the page beside it, whole") {
  PlayStage stage = phone_at({});
  for (const Look& look : {Look{}, Look{ui::Theme::dark, 150}}) {
    Shown shown(stage, look);
    const ui::Rect disc = shown.driver.find("play/step/2")->rect;
    shown.driver.move_to(disc.centre());
    const std::vector<ui::Entry>& entries = shown.window->registry().entries();
    const auto name =
        std::find_if(entries.begin(), entries.end(), [](const ui::Entry& e) { return e.role == ui::Role::tag && e.label == "Authority"; });
    const auto page = std::find_if(entries.begin(), entries.end(), [](const ui::Entry& e) { return e.id.starts_with("scene/verb/"); });
    if (disc == ui::intersection(disc, shown.driver.find("play/step/2")->clip)) {
      REQUIRE(name != entries.end());
      CHECK(page < name); // drawn later
      CHECK(ui::intersection(name->rect, {0, 0, look.size.w, look.size.h}) == name->rect);
    }
    std::set<std::string> stops;
    for (int i = 0; i < 40; ++i) {
      CHECK_OK(shown.driver.key("Tab"));
      if (shown.driver.focused().starts_with("play/step/")) stops.insert(shown.driver.focused());
    }
    CHECK(stops.size() == 1);
  }
}

TEST_CASE("play: a demonstration says that nothing is stored, and back is an intent") {
  PlayStage stage = phone_at({});
  stage.demonstration = true;
  for (const Look& look : sizes) {
    Shown shown(stage, look);
    CHECK(shown.driver.sees("Demonstration, nothing is stored"));
    CHECK(shown.faults() == "");
  }
  Shown shown(stage);
  for (const bool by_key : {false, true}) {
    if (by_key)
      CHECK_OK(shown.driver.key("Escape"));
    else
      CHECK(shown.press("play/back") == "");
    CHECK(shown.driver.sees("Leave? You can go on until the demonstration ends."));
    CHECK(shown.press("play/leave/no") == "");
    CHECK_FALSE(stage.went_back);
  }
  CHECK(shown.press("play/back") == "");
  CHECK(shown.press("play/leave/yes") == "");
  CHECK(stage.went_back);
}

TEST_CASE("play: the rail tells right from wrong in practice, in an assessment only that it was answered, and what was skipped") {
  using How = PlayStep::How;
  const auto how = [](session::Mode mode, const char* answer) {
    PlayStage stage(lesson("one-phone"), mode);
    stage.play({"go on", answer, "go on", "go on", "go on"});
    std::vector<How> all;
    for (const PlayStep& step : play_steps(stage.timeline(), stage.attempt()))
      if (step.now == PlayStep::Now::done) all.push_back(step.how);
    return all;
  };
  const char *right = "do authority choose option=take", *wrong = "do authority choose option=look";
  CHECK(how(session::Mode::practice, right) == std::vector{How::done, How::right, How::done, How::skipped});
  CHECK(how(session::Mode::practice, wrong) == std::vector{How::done, How::wrong, How::done, How::skipped});
  CHECK(how(session::Mode::assessed, wrong) == std::vector{How::done, How::answered, How::done, How::skipped});
}
