// Number, copy, hotspot and phrase in the window: by pressing, by letter, by typing; what is told of an answer, and in what mode.
#include "engine/content/disk_files.h"
#include "engine/session/load.h"
#include "modules/copy/view.h"
#include "modules/hotspot/view.h"
#include "modules/number/view.h"
#include "modules/phrase/view.h"
#include "tests/screens/choice_fixture.h"

#include <fmt/format.h>

using namespace firsthand;
using namespace firsthand::screens;

namespace {

const Lesson& at_the_desk() {
  static const session::Catalogue kinds = modules::make_catalogue();
  static const content::DiskFiles files({{FIRSTHAND_SOURCE, ""}, {FIRSTHAND_SOURCE "/tests/modules/lessons", "scenarios/"}});
  static const std::string folder = "scenarios/courses/kinds/at-the-desk/";
  static const Lesson lesson(session::load(files, folder + "scenario.yaml", kinds).prepared);
  for (const char* picture : {"pictures/desk.svg", "pictures/seal.svg"})
    lesson.pictures[folder + picture] = std::make_shared<const std::string>(*files.read(folder + picture, 1u << 16));
  return lesson;
}

enum class At { number, copy, hotspot, phrase };

std::unique_ptr<StepView> view_of(At at) {
  if (at == At::number) return modules::number::open_view();
  if (at == At::copy) return modules::copy::open_view();
  return at == At::hotspot ? modules::hotspot::open_view() : modules::phrase::open_view();
}

struct Asked {
  explicit Asked(At at, const StepLook& look = step_looks[0], session::Mode mode = session::Mode::practice)
      : stage(at_the_desk(), view_of(at), mode), shown(played(at), look) {}
  StepStage& played(At at) {
    if (at != At::number) stage.play({"do offset answer sign=1 sign=1 unit=min", "go on"});
    if (at == At::hotspot || at == At::phrase) stage.play({"do seal copy sign=A", "go on"});
    if (at == At::phrase) stage.play({"do ways mark zone=lamp", "go on"});
    return stage;
  }
  void type(const char* words) {
    shown.driver.type(words);
    shown.driver.settle();
  }
  bool sees(const char* words) const { return shown.driver.sees(words); }
  StepStage stage;
  StepShown shown;
};

} // namespace

TEST_CASE("number: typed where the focus is, its unit pressed, and a slip told by its own reason") {
  Asked a(At::number);
  CHECK(a.shown.driver.focused() == "number/field");
  CHECK(a.sees("Write a number, such as 12 or -3.5."));
  a.type("−1x1");
  CHECK(a.sees("Say in which unit."));
  CHECK(a.shown.press("number/unit/min") == "");
  CHECK(a.shown.press("number/submit") == "");
  CHECK(a.stage.last == "do offset answer sign=- sign=1 sign=1 unit=min");
  CHECK(a.sees("Wrong: -11 min"));
  CHECK_FALSE(a.sees("Should be")); // it may still be found
  CHECK(a.shown.press("number/field") == "");
  CHECK_OK(a.shown.driver.key("Ctrl+A"));
  a.type("11,0");
  CHECK_OK(a.shown.driver.key("Enter"));
  CHECK(a.stage.last == "do offset answer sign=1 sign=1 sign=. sign=0 unit=min");
  CHECK(a.sees("Right: 11.0 min"));
  CHECK(a.sees("What is shown less the true time."));
  CHECK(a.shown.press("number/go-on") == "");
  CHECK(a.stage.gone_on);
}

TEST_CASE("number: what stays wrong is told with the right answer and its reason") {
  Asked a(At::number);
  for (int i = 0; i < 2; ++i) {
    CHECK_OK(a.shown.driver.key("Ctrl+A"));
    a.type(i == 0 ? "-66" : "-660");
    if (i == 0) CHECK(a.shown.press("number/unit/s") == "");
    CHECK(a.shown.press("number/submit") == "");
    if (i > 0) continue;
    CHECK(a.shown.press("number/field") == "");
    a.type("0"); // another one than before, so that it can be submitted
  }
  CHECK(a.sees("Should be: 11 min"));
  CHECK(a.sees("It would be behind then."));
}

TEST_CASE("copy: what differs is shown sign under sign") {
  Asked a(At::copy);
  CHECK(a.shown.driver.focused() == "copy/field");
  CHECK(a.sees("Copy it first."));
  a.type("A 204 171");
  CHECK_OK(a.shown.driver.key("Enter"));
  CHECK(a.stage.last == "do seal copy sign=A sign=\" \" sign=2 sign=0 sign=4 sign=\" \" sign=1 sign=7 sign=1");
  CHECK(a.sees("Yours: A 204 171"));
  CHECK(a.sees("Should be: A 204 117"));
  CHECK(a.sees("With one wrong sign it is another seal."));
}

TEST_CASE("hotspot: places are marked by pressing and by letter") {
  Asked a(At::hotspot);
  CHECK(a.sees("Mark a place first."));
  CHECK_OK(a.shown.driver.key("A"));
  CHECK(a.shown.press("hotspot/zone/lamp") == "");
  CHECK(a.sees("The lamp"));
  CHECK_OK(a.shown.driver.key("C")); // taken back
  CHECK_OK(a.shown.driver.key("B"));
  CHECK(a.shown.press("hotspot/submit") == "");
  CHECK(a.stage.last == "do ways mark zone=socket zone=battery");
  CHECK(a.sees("A plug and a battery both keep it running."));
  CHECK(a.shown.driver.find("hotspot/zone/socket").value().value == "Right");
  CHECK(a.shown.press("hotspot/go-on") == "");
}

TEST_CASE("phrase: an answer is put together and taken apart") {
  Asked a(At::phrase);
  CHECK(a.sees("Nothing yet"));
  CHECK(a.shown.press("phrase/take/off") == "");
  CHECK(a.shown.press("phrase/take/since") == "");
  CHECK(a.shown.press("phrase/back/off") == "");
  CHECK(a.shown.driver.focused() == "phrase/take/off");
  CHECK(a.shown.press("phrase/take/on") == "");
  CHECK(a.shown.press("phrase/submit") == "");
  CHECK(a.stage.last == "do report say phrase=since phrase=on");
  CHECK(a.sees("Should be: It is on · and locked · since nine"));
  CHECK(a.sees("What you saw, and since when."));
}

TEST_CASE("item kinds: an assessment tells nothing of an answer") {
  for (const auto& [at, line] : std::vector<std::pair<At, const char*>>{{At::number, "do offset answer sign=9 unit=min"},
                                                                        {At::copy, "do seal copy sign=A"},
                                                                        {At::hotspot, "do ways mark zone=lamp"},
                                                                        {At::phrase, "do report say phrase=off"}}) {
    Asked a(at, step_looks[0], session::Mode::assessed);
    a.stage.play({line});
    a.shown.driver.settle();
    CAPTURE(line);
    for (const char* told : {"Right", "Wrong", "Should be", "less the true time", "another seal", "keep it running", "since when"})
      CHECK_FALSE(a.sees(told));
  }
}

TEST_CASE("item kinds: each holds together at every size, before and after the answer") {
  for (const StepLook& look : step_looks)
    for (const auto& [at, line] : std::vector<std::pair<At, const char*>>{{At::number, "do offset answer sign=1 sign=1 unit=min"},
                                                                          {At::copy, "do seal copy sign=A sign=\" \" sign=2"},
                                                                          {At::hotspot, "do ways mark zone=lamp zone=socket"},
                                                                          {At::phrase, "do report say phrase=off phrase=since"}}) {
      CAPTURE(look.name);
      CAPTURE(line);
      Asked a(at, look);
      CHECK(a.shown.faults() == "");
      a.shown.save(fmt::format("item-{}-{}-1", static_cast<int>(at), look.name));
      a.stage.play({line});
      a.shown.driver.settle();
      CHECK(a.shown.faults() == "");
      a.shown.save(fmt::format("item-{}-{}-2", static_cast<int>(at), look.name));
    }
}
