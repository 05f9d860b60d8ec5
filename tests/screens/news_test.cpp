// What the newest act brought: read without a window, over the real lessons.
#include "engine/screens/play/news.h"
#include "tests/screens/play_stage.h"

using namespace firsthand;
using namespace firsthand::screens;

namespace {

PlayStage table(std::initializer_list<const char*> lines = {}) {
  PlayStage stage(lesson("open-laptop"));
  stage.play({"go on", "do authority choose option=power sure=yes", "go on", "go on"});
  stage.play(lines);
  return stage;
}

std::string names_of(const StepScene& scene, const std::vector<const report::NotebookLine*>& lines) {
  std::string all;
  for (const report::NotebookLine* line : lines)
    all += scene.prepared.symbols.word(line->entity) + ": " + line_words(scene, *line) + "\n";
  return all;
}

struct Heard {
  std::string acts, results, events, front, waits, waiting;
  bool nothing = false;
};

Heard heard(PlayStage& stage) {
  return stage.with_scene([](const StepScene& scene) {
    const News news = news_of(scene);
    Heard heard{names_of(scene, news.acts), names_of(scene, news.results), names_of(scene, news.events), "", "",
                waiting_words(scene, news), news.brought_nothing()};
    if (news.front) heard.front = scene.prepared.symbols.word(news.front->entity);
    if (news.waits != 0) heard.waits = scene.prepared.symbols.word(news.waits);
    return heard;
  });
}

} // namespace

TEST_CASE("news: what an act brought is new until the next one, and a note is none") {
  PlayStage stage = table({"do table hands-off man"});
  CHECK(heard(stage).acts == "man: You took his hands off the keyboard.\n");
  CHECK(heard(stage).results == "man: Sits, hands in sight\n");
  CHECK(heard(stage).events == "");
  session::Action note;
  note.kind = session::Action::Kind::note;
  note.step = stage.prepared().steps[stage.attempt().step].id;
  note.text = "He sits.";
  stage.submit(note);
  CHECK(heard(stage).results == "man: Sits, hands in sight\n");
  stage.play({"do table look laptop"});
  CHECK(heard(stage).results.find("man") == std::string::npos);
  CHECK(heard(stage).results.find("laptop: A phone is paired with it\n") != std::string::npos);
}

TEST_CASE("news: what was seen so before is not new, and that nothing is new is known") {
  PlayStage stage = table({"do table hands-off man", "task nok keep-awake laptop", "do table follow cord"});
  CHECK_FALSE(heard(stage).nothing);
  stage.play({"do table follow cord"});
  CHECK(heard(stage).results == "");
  CHECK(heard(stage).nothing);
  stage.play({"do table look laptop", "do table look laptop"}); // its battery reads the same
  CHECK(heard(stage).results == "");
}

TEST_CASE("news: what a person does by an act of theirs is an event, and what follows an order is none") {
  PlayStage stage = table({"wait 30 s"});
  CHECK(heard(stage).events == "laptop: Lid closed\nman: Sits, hands in sight\n");
  CHECK(heard(stage).front == "man");
  PlayStage other = table({"do table hands-off man", "task nok keep-awake laptop"});
  CHECK(heard(other).results == "nok: Has a task\n");
  CHECK(heard(other).events == "");
}

TEST_CASE("news: who asks for something waits for an answer until somebody goes on, and looking is free") {
  const auto pressed = [] { return table({"do table hands-off man", "task nok keep-awake laptop", "wait 10 min"}); };
  PlayStage stage = pressed();
  CHECK(heard(stage).front == "lieutenant");
  CHECK(heard(stage).waits == "lieutenant");
  CHECK(heard(stage).waiting == "Lieutenant waits for your answer");
  stage.play({"do table look laptop"});
  CHECK(heard(stage).front == "");
  CHECK(heard(stage).waits == "lieutenant");
  stage.play({"do table caution man"});
  CHECK(heard(stage).waits == "");
  for (const char* answer : {"do table obey lieutenant", "do table ask-time lieutenant", "wait 30 s"}) {
    CAPTURE(answer);
    PlayStage answered = pressed();
    answered.play({answer});
    CHECK(heard(answered).waits == "");
    CHECK(heard(answered).waiting == "");
  }
}

TEST_CASE("news: somebody who only does something asks for no answer, even where the author asks for an act") {
  PlayStage stage =
      table({"do table hands-off man", "task nok keep-awake laptop", "wait 10 min", "do table ask-time lieutenant", "wait 10 min"});
  CHECK(heard(stage).events == "friend: Types on a phone, glances over\n");
  CHECK(heard(stage).front == "friend");
  CHECK(heard(stage).waits == "");
}

TEST_CASE("news: what did not work is said") {
  PlayStage stage(lesson("one-phone"));
  stage.play({"go on", "do authority choose option=take", "go on", "go on"});
  for (int i = 0; i < 20 && heard(stage).events.find("Erased") == std::string::npos; ++i)
    stage.play({"wait 2 min"});
  CHECK(heard(stage).events == "phone: Erased: shows its owner's message\n");
  stage.play({"do seat bag phone with bag", "go on", "go on", "do pack airplane phone"});
  CHECK(heard(stage).acts == "phone: Set flight mode: it did not work\n");
  CHECK(heard(stage).nothing);
  Shown shown(stage);
  CHECK(shown.driver.sees("Set flight mode: it did not work"));
}
