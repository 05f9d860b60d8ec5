// An answer picked from the person's own notebook: its lines as it shows them, by pointer and by keyboard, at every size; and that there
// is no such line is an answer, too.
#include "tests/screens/play_stage.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

using namespace firsthand;
using namespace firsthand::screens;

namespace {

// Handed over, by somebody who asked him or by somebody who did not.
PlayStage handed_over(bool asked_him = true, const TreeFiles& files = TreeFiles()) {
  PlayStage stage(lesson("one-phone", files));
  stage.play({"go on", "do authority choose option=take", "go on", "go on", "do seat look phone", "do seat photograph phone",
              "do seat bag phone with bag2", "go on"});
  if (asked_him) stage.play({"do owner-talk caution owner", "do owner-talk ask-unlock owner"});
  stage.play({"go on", "wait 10 min", "do pack hand-over phone with clerk"});
  return stage;
}

const Look note_looks[] = {
    {},
    {ui::Theme::dark, 100, "en", {1366, 768}},
    {ui::Theme::light, 100, "en", {1024, 768}},
    {ui::Theme::light, 100, "en", {1920, 1080}},
    {ui::Theme::high_contrast},
    {ui::Theme::light, 150},
    {ui::Theme::light, 200},
    {ui::Theme::dark, 200, "en", {1366, 768}},
    {ui::Theme::light, 200, "en", {1024, 768}},
};

const char* const picks = "scene/verb/clerk/read-other";
const char* const his_words = "scene/note/owner.ask-unlock.tells";

std::vector<std::string> lines_shown(Shown& shown) {
  std::vector<std::string> all;
  for (const ui::Entry& entry : shown.window->registry().entries())
    if (entry.id.starts_with("scene/note/")) all.push_back(entry.label.substr(entry.label.find(' ') + 1)); // behind its time
  return all;
}

} // namespace

TEST_CASE("notes: who asks waits, and what can be picked are the lines of the own notebook and nothing beside them, at every size") {
  for (const Look& look : note_looks) {
    CAPTURE(fmt::format("{} {}", look.percent, look.size.w));
    PlayStage stage = handed_over();
    Shown shown(stage, look);
    CHECK(shown.driver.sees("When was it last unlocked? Read me your note."));
    CHECK(shown.driver.sees("Examiner Malee waits for your answer"));
    const bool single = look.percent == 200 && look.size.w == 1024; // one column, which scrolls
    if (!single) CHECK(shown.driver.sees("Your answer"));
    CHECK(shown.press("scene/go-on") != "");
    for (const char* answer : {"read-unlock", "read-silence", "read-seizure"}) // which line is which answer is not shown
      CHECK_FALSE(shown.driver.find("scene/verb/clerk/" + std::string(answer)).ok());
    CHECK(shown.faults() == "");
    shown.save(fmt::format("notes-asked-{}-{}-{}", look.percent, look.size.w, static_cast<int>(look.theme)));
    CHECK(shown.press(picks) == "");
    if (!single) CHECK(shown.driver.sees("Which line answers it?"));
    CHECK(shown.faults() == "");
    shown.save(fmt::format("notes-{}-{}-{}", look.percent, look.size.w, static_cast<int>(look.theme)));
    CHECK(stage.actions.empty());
    const std::vector<std::string> lines = lines_shown(shown);
    CHECK(std::find(lines.begin(), lines.end(), "The owner: \"This morning, ten past seven. I read the news.\"") != lines.end());
    CHECK(std::find(lines.begin(), lines.end(), "Phone: You looked, hands off.") != lines.end());
    CHECK(shown.press(his_words) == "");
    CHECK(stage.last() == "do pack read-unlock clerk of=owner note=ask-unlock is=tells");
    CHECK_FALSE(shown.driver.sees("waits for your answer"));
    CHECK((shown.driver.sees("His words, with the time.") || look.percent == 200)); // there it is below the edge of what scrolls
    CHECK(shown.press("scene/go-on") == "");
  }
}

TEST_CASE("notes: who asks because of an act upon something else is selected, and Enter once more answers nothing") {
  PlayStage stage(lesson("one-phone"));
  stage.play(
      {"go on", "do authority choose option=take", "go on", "go on", "do seat bag phone with bag2", "go on", "go on", "wait 10 min"});
  Shown shown(stage);
  CHECK(shown.press("scene/place/phone") == "");
  CHECK(shown.press("scene/verb/phone/hand-over") == "");
  shown.window->pass(700), shown.driver.settle();
  CHECK(shown.press("scene/verb/phone/hand-over") == "");
  REQUIRE(stage.last() == "do pack hand-over phone with clerk");
  CHECK(shown.driver.sees("Your answer"));
  CHECK(shown.driver.find(picks).ok());
  CHECK(shown.driver.focused() == "scene/place/clerk");
  shown.window->pass(700), shown.driver.settle();
  CHECK_OK(shown.driver.key("Enter"));
  CHECK(stage.last() == "do pack hand-over phone with clerk");
}

TEST_CASE("notes: what the session keeps is what the notebook shows: the same lines, no more and no fewer") {
  PlayStage stage = handed_over();
  std::set<session::NotedLine> shown_lines;
  stage.with_scene([&](const StepScene& scene) {
    for (const report::NotebookLine& line : scene.notebook.lines) {
      using Kind = report::NotebookLine::Kind;
      if (line.kind == Kind::seen) shown_lines.insert({line.entity, line.cue, line.value});
      if (line.kind == Kind::said) shown_lines.insert({line.entity, line.topic, line.answer});
      if (line.kind == Kind::act || line.kind == Kind::photo || line.kind == Kind::task) shown_lines.insert({line.entity, line.verb, 0});
    }
  });
  const session::NotedLines& kept = stage.attempt().noted;
  CHECK(kept == session::NotedLines(shown_lines.begin(), shown_lines.end()));
  CHECK(kept.size() > 8);
}

TEST_CASE("notes: by keyboard alone: the number opens the list, Esc closes it, arrows and Enter pick") {
  PlayStage stage = handed_over();
  Shown shown(stage);
  CHECK(shown.press("scene/place/clerk") == "");
  for (int i = 0; i < 12 && shown.driver.focused() != picks; ++i)
    CHECK_OK(shown.driver.key("Tab"));
  REQUIRE(shown.driver.focused() == picks);
  CHECK_OK(shown.driver.key("Enter"));
  CHECK(shown.driver.focused().starts_with("scene/note/")); // Enter presses what is asked, and nothing beside it
  CHECK_OK(shown.driver.key("Escape"));
  CHECK(shown.driver.focused() == picks);
  CHECK(stage.step() == "pack");
  CHECK(stage.actions.empty());
  shown.window->pass(700), shown.driver.settle();
  CHECK_OK(shown.driver.key("Enter"));
  shown.window->pass(700), shown.driver.settle();
  for (int i = 0; i < 30 && shown.driver.focused() != his_words; ++i)
    CHECK_OK(shown.driver.key("Down"));
  REQUIRE(shown.driver.focused() == his_words);
  CHECK_OK(shown.driver.key("Enter"));
  CHECK(stage.last() == "do pack read-unlock clerk of=owner note=ask-unlock is=tells");
}

TEST_CASE("notes: another line gets the author's reply and the question stays, and to have no note is an answer") {
  PlayStage wrong = handed_over(false);
  Shown first(wrong);
  CHECK(first.press(picks) == "");
  CHECK_FALSE(first.driver.find(his_words).ok()); // who did not ask him has no such line
  CHECK(first.press("scene/note/phone.photograph") == "");
  CHECK(wrong.last() == "do pack read-other clerk of=phone note=photograph");
  CHECK(first.driver.sees("That is no answer to what I asked."));
  CHECK(first.driver.find(picks).ok());
  CHECK(first.press("scene/verb/clerk/no-note") == "");
  CHECK(wrong.last() == "do pack no-note clerk");
  CHECK(first.driver.sees("Not known counts as urgent, if the label says so.")); // the phone without a label waits its turn later on
  CHECK(first.press(picks) != "");                                               // the question is over, and what was shown keeps its place
}

TEST_CASE("notes: where one answer asks twice all lines do, so that none stands out") {
  const TreeFiles careful(TreeFiles::Words{{"    log: You read her when it was last unlocked, in his words.\n",
                                            "    log: You read her when it was last unlocked, in his words.\n    tags: [final]\n"}});
  PlayStage stage = handed_over(true, careful);
  Shown shown(stage);
  CHECK(shown.press(picks) == "");
  CHECK(shown.press("scene/note/phone.photograph") == "");
  CHECK(stage.actions.empty());
  CHECK(shown.press("scene/note/phone.photograph") == "");
  CHECK(stage.last() == "do pack read-other clerk of=phone note=photograph");
}

TEST_CASE("notes: while a note is asked for only its two answers stand under the answer, and what she can be told stands below") {
  PlayStage stage = handed_over();
  for (const bool as_list : {false, true}) {
    CAPTURE(as_list);
    stage.memory.as_list = as_list;
    Shown shown(stage);
    const auto top_of = [&](const auto& is) {
      for (const ui::Entry& entry : shown.window->registry().entries())
        if (is(entry)) return entry.rect.y;
      return -1;
    };
    const auto verb = [&](const std::string& name) {
      return top_of([&](const ui::Entry& entry) { return entry.id == "scene/verb/clerk/" + name; });
    };
    const int answer = top_of([](const ui::Entry& entry) { return entry.label == "Your answer" && entry.role == ui::Role::heading; });
    REQUIRE(answer >= 0);
    const auto is_ask = [&](const ui::Entry& entry) {
      return entry.label == "Ask" && entry.role == ui::Role::heading && entry.rect.y > answer;
    };
    const int ask = top_of(is_ask);
    REQUIRE(ask > answer);
    for (const char* mine : {"read-other", "no-note"})
      CHECK((verb(mine) > answer && verb(mine) < ask));
    for (const char* other : {"tell-state", "tell-when", "tell-leak"})
      CHECK(verb(other) > ask);
    CHECK(shown.faults() == "");
  }
  stage.memory.as_list = false;
  Shown shown(stage);
  CHECK(shown.press("scene/verb/clerk/no-note") == "");
  CHECK(shown.driver.find("scene/verb/clerk/no-note")->rect.y < shown.driver.find("scene/verb/clerk/tell-state")->rect.y); // kept its place
}

TEST_CASE("notes: why a line that was typed cannot be picked is said, where there is one") {
  const char* const words = "What you typed yourself cannot be judged";
  session::Action note;
  note.kind = session::Action::Kind::note;
  note.text = "He was calm.";
  for (const bool typed : {false, true}) {
    for (const Look& look : note_looks) {
      CAPTURE(fmt::format("{} {} {}", typed, look.percent, look.size.w));
      PlayStage stage = handed_over();
      note.step = stage.prepared().symbols.find("pack");
      if (typed) stage.submit(note);
      Shown shown(stage, look);
      CHECK(shown.press(picks) == "");
      const auto& entries = shown.window->registry().entries();
      const bool told = std::any_of(entries.begin(), entries.end(), [&](const ui::Entry& entry) { return entry.label.starts_with(words); });
      CHECK(told == typed);
      CHECK(shown.faults() == "");
    }
  }
}

TEST_CASE("notes: in the list of things it is the same") {
  PlayStage stage = handed_over();
  stage.memory.as_list = true;
  Shown shown(stage);
  CHECK(shown.press(picks) == "");
  CHECK(shown.faults() == "");
  CHECK(shown.press(his_words) == "");
  CHECK(stage.last() == "do pack read-unlock clerk of=owner note=ask-unlock is=tells");
}

TEST_CASE("notes: which line was read out, and which of two bags it was, stands in the notebook") {
  PlayStage stage = handed_over();
  Shown shown(stage);
  CHECK(shown.press(picks) == "");
  const std::vector<std::string> lines = lines_shown(shown);
  CHECK(std::find(lines.begin(), lines.end(), "Phone: Into the bag, folded twice, closed (Faraday bag 2).") != lines.end());
  CHECK(shown.press(his_words) == "");
  stage.with_scene([](const StepScene& scene) {
    const auto& all = scene.notebook.lines;
    const auto act = std::find_if(all.begin(), all.end(), [](const report::NotebookLine& line) { return line.detail.read.has_value(); });
    REQUIRE(act != all.end());
    CHECK(line_words(scene, *act) ==
          "You read her when it was last unlocked, in his words (“The owner: \"This morning, ten past seven. I read the news.\"”).");
  });
  CHECK(shown.driver.sees("in his words (“The owner: "));
  CHECK(shown.faults() == "");
}

TEST_CASE("notes: what tells an act from others of its name stands before its full stop, in every script, and nothing stands for nothing") {
  CHECK(act_with("You sealed it.", "") == "You sealed it.");
  CHECK(act_with("You sealed it.", "Bag 2") == "You sealed it (Bag 2).");
  CHECK(act_with("Seal it", "Bag 2") == "Seal it (Bag 2)");
  CHECK(act_with("ပိတ်ပါ။", "၂") == "ပိတ်ပါ (၂)။");
  CHECK(act_with("“Seal it”", "Bag 2") == "“Seal it” (Bag 2)");
  model::Text name, text;
  name.source = "Meter", text.source = "Shows {value} %.";
  const auto say = [](const model::Text& each) { return each.source; };
  report::ActDetail detail;
  CHECK(detail_words(say, detail).empty());
  detail.read = report::ReadOut{&name, &text, {34, 30}};
  CHECK(detail_words(say, detail) == "“Meter: Shows 34 / 30 %.”");
  detail.with = &name;
  CHECK(detail_words(say, detail) == "Meter, “Meter: Shows 34 / 30 %.”");
}
