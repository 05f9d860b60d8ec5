// What is marked or written and is no answer yet: it stands there again when the step is opened after the program ended, wherever it ended,
// and in no line of the record.
#include "engine/content/disk_files.h"
#include "engine/reading/library.h"
#include "engine/screens/play/question.h"
#include "engine/session/load.h"
#include "tests/screens/choice_fixture.h"
#include "tests/screens/shell_bench.h"

#include <set>

using namespace firsthand;
using namespace firsthand::screens;

namespace {

struct DraftDice {
  std::uint32_t state;
  std::size_t operator()(std::size_t below) {
    return (state = state * 1664525U + 1013904223U) / 65536U % static_cast<std::uint32_t>(below);
  }
};

std::vector<std::string> pressable_in(const ui::Window& window) {
  std::vector<std::string> ids;
  for (const ui::Entry& e : window.registry().entries())
    if (e.is_control() && e.enabled && !e.id.ends_with("/submit") && !e.id.ends_with("/go-on") && !e.id.ends_with("/bar"))
      ids.push_back(e.id);
  return ids;
}

// Some of its controls pressed, then ended and opened again, and on from there.
void end_and_go_on(StepStage& stage, const StepViewKind& kind, DraftDice& dice, std::set<std::string>& kept) {
  StepShown shown(stage);
  for (int ended = 0; ended < 3; ++ended) {
    for (std::size_t i = 1 + dice(4); i > 0; --i) {
      const std::vector<std::string> ids = pressable_in(*shown.window);
      if (ids.empty()) break;
      const std::string& id = ids[dice(ids.size())];
      (void)shown.driver.click(id);
      if (id.ends_with("/field")) shown.driver.type(dice(2) ? "1" : "A 2");
      shown.driver.settle();
    }
    const std::string before = marked_on(*shown.window), draft = stage.draft().line();
    CAPTURE(draft);
    if (draft != "{}") kept.insert(kind.kind);
    stage.reopen(kind.open());
    shown.driver.settle();
    CHECK(marked_on(*shown.window) == before);
    CHECK(stage.draft().line() == draft);
    CHECK(stage.last == "");
  }
}

// Each question of a lesson, by offers taken at random until its end.
void play_through(const Lesson& lesson, DraftDice& dice, std::set<std::string>& kept) {
  model::FactList facts;
  session::Attempt attempt = session::begin(*lesson.prepared, {}, facts);
  std::set<std::size_t> met;
  static const StepViews views = modules::make_views();
  for (int acts = 0; acts < 600 && attempt.ending == session::Ending::open; ++acts) {
    const session::Prepared::Step& step = lesson.prepared->steps[attempt.step];
    CAPTURE(lesson.prepared->scenario.steps[attempt.step].id);
    for (const StepViewKind& kind : views)
      if (step.module->kind() == std::string_view(kind.kind) && dynamic_cast<QuestionView*>(kind.open().get()) &&
          met.insert(attempt.step).second)
        for (int round = 0; round < 3; ++round) {
          StepStage stage(lesson, kind.open(), attempt);
          end_and_go_on(stage, kind, dice, kept);
        }
    const auto offers = session::offers(*lesson.prepared, attempt).actions;
    const bool on = session::leaving(*lesson.prepared, attempt) == session::Leaving::may; // "go on" is offered last
    REQUIRE_FALSE(offers.empty());
    REQUIRE_FALSE(session::advance(*lesson.prepared, attempt, on ? offers.back() : offers[dice(offers.size())], attempt.turn, facts));
  }
}

} // namespace

TEST_CASE("draft: of every kind of question what is half done stands there again, in all lessons") {
  static const session::Catalogue kinds = modules::make_catalogue();
  static const content::DiskFiles files({{FIRSTHAND_SOURCE, ""}, {FIRSTHAND_SOURCE "/tests/modules/lessons", "scenarios/"}});
  DraftDice dice{3};
  std::set<std::string> kept, questions;
  const reading::Library library = reading::Library::open(files);
  for (const reading::Course& course : library.courses())
    for (const reading::ScenarioCard& card : course.scenarios) {
      Lesson lesson(session::load(files, card.path, kinds).prepared);
      REQUIRE(lesson.prepared);
      if (session::test_of(*lesson.prepared)) continue; // what a test hosts: key_worlds_test.cpp
      lesson.read = [](std::string_view path) { return files.read(path, 1u << 20); };
      play_through(lesson, dice, kept);
    }
  for (const StepViewKind& kind : modules::make_views())
    if (dynamic_cast<QuestionView*>(kind.open().get())) questions.insert(kind.kind);
  CHECK(kept == questions);
}

TEST_CASE("draft: what does not fit the step, or was not written by it, is left") {
  static const session::Catalogue kinds = modules::make_catalogue();
  static const content::DiskFiles files({{FIRSTHAND_SOURCE, ""}, {FIRSTHAND_SOURCE "/tests/modules/lessons", "scenarios/"}});
  const Lesson lesson(session::load(files, "scenarios/courses/kinds/at-the-desk/scenario.yaml", kinds).prepared);
  for (const StepViewKind& kind : modules::make_views()) {
    if (std::string_view(kind.kind) != "number") continue;
    for (const char* line : {"{}", R"({"marks":[]})", R"({"marks":["9999999999999999999999999","no-unit"]})", R"({"marks":7})",
                             R"({"marks":["1","min","x"],"tries":-4})", R"({"marks":[["1"],{}],"tries":9})"}) {
      CAPTURE(line);
      model::FactList facts;
      std::unique_ptr<StepView> view = kind.open();
      view->take_draft(*lesson.prepared->steps[0].spec, base::parse_json_line(line).value());
      StepStage stage(lesson, std::move(view), session::begin(*lesson.prepared, {}, facts));
      const StepShown shown(stage);
      CHECK(stage.last == "");
      CHECK(stage.draft().at("marks").array().size() % 2 == 0);
    }
  }
}

namespace shell_tests {

namespace {

// A window over the shell, whose frames are drawn.
struct DraftBench : ShellBench {
  DraftBench() { dara(); }
  void open_window() {
    driver.reset();
    window = ui::open_headless(shell->window_settings(), {1280, 720});
    driver.emplace(*window, [this](ui::Frame& f) { screens::draw_shell(f, *shell); });
    driver->settle();
  }
  void press(const std::string& id) {
    CAPTURE(id);
    CHECK(driver->click(id).ok());
    driver->settle(), settle(), driver->settle();
  }
  void sit() {
    screens::home(*shell).open_lesson("knowledge");
    REQUIRE(shell->page() == PageName::play);
    attempt = shell->playing().played().session->id();
  }
  std::string draft() {
    storage::Options looking;
    looking.mode = storage::OpenMode::read_only;
    auto database = storage::Database::open(folder.path / "firsthand.db", looking);
    REQUIRE(database.ok());
    return database->draft(attempt).value();
  }
  // The files as they are at this moment, without an end of the program, under a new one.
  void kill() {
    const std::filesystem::path as_killed = folder.path.string() + "-killed";
    std::filesystem::copy(folder.path, as_killed, std::filesystem::copy_options::recursive);
    driver.reset(), window.reset(), shell.reset();
    std::filesystem::remove_all(folder.path);
    std::filesystem::rename(as_killed, folder.path);
    open();
    sign_in("1234");
    REQUIRE(shell->page() == PageName::home);
  }
  void resume() {
    screens::home(*shell).open_attempt(attempt);
    REQUIRE(shell->page() == PageName::play);
    open_window();
  }

  std::string attempt;
  std::unique_ptr<ui::Window> window;
  std::optional<ui::Driver> driver;
};

} // namespace

TEST_CASE("draft: half of a test's question is in the record when the program is killed, in no line of the chain, and gone at the end") {
  DraftBench b;
  b.sit();
  session::Action on;
  on.kind = session::Action::Kind::go_on; // past the first page
  b.shell->playing().submit(on, b.shell->playing().drawn_now()), b.settle();
  b.open_window();
  CHECK(b.draft() == "");
  b.press("test/certainty/guess");
  const std::string marked = marked_on(*b.window), draft = b.draft();
  CHECK(draft.find("\"certainty\":3") != std::string::npos);
  const int turn = b.turn();
  b.kill();
  b.resume();
  CHECK(b.turn() == turn);
  CHECK(marked_on(*b.window) == marked);
  CHECK(b.draft() == draft);
  b.press("test/hand-in"), b.press("test/hand-in/yes");
  CHECK(b.shell->page() == PageName::test_result);
  CHECK(b.draft() == "");
}

TEST_CASE("draft: it is there again after the arrow as well, of this attempt only") {
  DraftBench b;
  b.sit();
  session::Action on;
  on.kind = session::Action::Kind::go_on;
  b.shell->playing().submit(on, b.shell->playing().drawn_now()), b.settle();
  b.open_window();
  b.press("test/certainty/sure");
  const std::string marked = marked_on(*b.window);
  b.shell->playing().leave();
  REQUIRE(b.shell->page() == PageName::home);
  b.resume();
  CHECK(marked_on(*b.window) == marked);
  b.shell->playing().leave();
  screens::home(*b.shell).open_lesson("one-phone");
  b.attempt = b.shell->playing().played().session->id();
  b.open_window();
  CHECK(b.draft() == "");
}

} // namespace shell_tests
