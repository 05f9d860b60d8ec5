// The author's inspector in its window: opened, used and closed as a person does it. What its rows say is tested in
// tests/plays/inspection_test.cpp; who may include it, in tests/gates.
#include "engine/screens/inspector/page.h"
#include "tests/screens/shell_bench.h"

#include <SDL.h>

namespace shell_tests {

namespace {

constexpr const char* second_lesson = "open-laptop";
constexpr const char* second_path = "scenarios/courses/first-responder/open-laptop/scenario.yaml";

// The tree, with words of one file replaced as soon as an author saves it.
class Saved : public screens::TreeFiles {
 public:
  std::string path, from, to;
  std::optional<std::string> read(std::string_view wanted, std::size_t limit) const override {
    auto bytes = screens::TreeFiles::read(wanted, limit);
    if (!bytes || wanted != path) return bytes;
    if (const std::size_t at = bytes->find(from); at != std::string::npos) bytes->replace(at, from.size(), to);
    return bytes;
  }
};

// A window as `firsthand --author` opens it.
struct AuthorsWindow {
  AuthorsWindow()
      : shell({.services = services,
               .content_library = content_library,
               .views = modules::make_views(),
               .data_folder = {},
               .channel = session::Channel::rehearsal,
               .author = true}),
        window(ui::open_headless({}, {1600, 900})), driver(*window, [this](ui::Frame& f) { screens::draw_shell(f, shell); }) {
    window->dock(platform::font_folders(), [this](ui::Dock& dock) { inspector.draw(dock); });
    screens::home(shell).open_lesson(second_lesson);
    settle();
  }
  void settle() {
    shell.await_writer();
    driver.settle();
  }
  const app::AttemptSession& session() { return *shell.playing().played().session; }
  int turn() { return session().turn(); }
  std::string digest() { return session::state_digest(session().prepared(), session().attempt()).hex(); }
  void open() {
    CHECK_OK(driver.key("F12"));
    settle();
  }
  void press(const std::string& id) {
    const auto rect = window->docked()->find(id);
    REQUIRE_MESSAGE(rect.has_value(), id);
    driver.click_at(rect->centre());
    settle();
  }
  void type(const std::string& line) {
    press("line");
    CHECK_OK(driver.key("Ctrl+A"));
    driver.type(line);
    CHECK_OK(driver.key("Enter"));
    settle();
  }
  void play(std::initializer_list<const char*> lines) {
    for (const char* line : lines) {
      const int before = turn();
      type(line);
      CAPTURE(inspector.said());
      CHECK(turn() == before + 1);
    }
  }
  bool said(std::string_view words) const { return inspector.said().find(words) != std::string::npos; }
  std::string picture() {
    const auto file = std::filesystem::temp_directory_path() / "firsthand-inspector.png";
    REQUIRE(window->save_png(file).ok());
    const std::string bytes = ui::read_bytes(file);
    std::filesystem::remove(file);
    return bytes;
  }

  records::FixedClock clock{{1'795'000'000'000}, 10, 420};
  crypto::SeededEntropy entropy{"author"};
  Saved files;
  content::ContentLibrary content_library{files, screens::all_modules()};
  records::Services services{&clock, &entropy, crypto::minimal_pin_cost, &screens::all_modules(), "test"};
  screens::Shell shell;
  inspector::Inspector inspector{shell, content_library};
  std::unique_ptr<ui::Window> window;
  ui::Driver driver;
};

} // namespace

TEST_CASE("inspector: F12 shows it beside the lesson, which goes on, and hides it without a trace") {
  AuthorsWindow author;
  REQUIRE(author.shell.page() == PageName::play);
  const std::string plain = author.picture();
  author.open();
  CHECK(author.window->docked()->find("line").has_value());
  CHECK(author.picture() != plain);
  CHECK_OK(author.driver.click("Go on"));
  author.settle();
  CHECK(author.turn() == 1);
  CHECK(ui::describe(author.driver.layout_faults()) == "");
  author.press("back"); // to turn 1: the same
  CHECK(author.turn() == 1);
  author.open();
  CHECK_FALSE(author.window->docked()->find("line").has_value());
}

TEST_CASE("inspector: window, page and pane say that they are an author's") {
  AuthorsWindow author;
  CHECK(author.driver.sees("Author's window, nothing is stored"));
  author.open();
  CHECK(author.window->docked()->find("author").has_value());
  author.shell.go(PageName::home);
  author.settle();
  CHECK(author.driver.sees("Author's window: nothing is stored"));
  CHECK(author.window->docked()->find("author").has_value());
}

TEST_CASE("inspector: a filter that nothing passes says so, in every tab") {
  AuthorsWindow author;
  author.open();
  for (const char* tab : {"Verbs", "Time", "Chance", "Rules", "Facts", "Things"}) {
    CAPTURE(std::string(tab));
    author.press(std::string("tab/") + tab);
    CHECK_FALSE(author.window->docked()->find("none").has_value());
    author.press("filter");
    author.driver.type("zzz");
    author.settle();
    CHECK(author.window->docked()->find("none").has_value());
    for (int i = 0; i < 3; ++i)
      CHECK_OK(author.driver.key("Backspace"));
    author.settle();
  }
}

TEST_CASE("inspector: a line that is typed is played as any act is, and a wrong one is told with what and why") {
  AuthorsWindow author;
  author.open();
  author.play({"go on", "do authority choose option=later sure=yes", "go on", "go on"});
  CHECK(author.said("Played: go on"));
  CHECK(author.shell.playing().played().notebook.lines.size() ==
        report::notebook_of(*author.shell.playing().played().timeline).lines.size());
  const std::string before = author.digest();
  author.type("do table cary laptop");
  CHECK(author.said("carry"));
  author.type("do table plug-in laptop with charger");
  CHECK(author.said("Refused: "));
  CHECK(author.said("It offers: do table look laptop"));
  author.type("");
  CHECK(author.digest() == before);
  CHECK(author.shell.playing().played().refused == ""); // the lesson was not even asked
}

TEST_CASE("inspector: an offer is picked and played") {
  AuthorsWindow author;
  author.open();
  author.play({"go on", "do authority choose option=later sure=yes", "go on", "go on"});
  author.press("offers");
  author.press("offer/do table look laptop");
  author.press("play");
  CHECK(author.turn() == 5);
  CHECK(session::action_words(*author.session().turns().back().action, author.session().prepared().symbols) == "do table look laptop");
}

TEST_CASE("inspector: while it has the keyboard the lesson hears no key, and the other way round") {
  AuthorsWindow author;
  author.open();
  author.play({"go on", "do authority choose option=later sure=yes", "go on", "go on"});
  author.press("filter");
  for (const char* key : {"1", "2", "F1", "Space", "Escape"})
    CHECK_OK(author.driver.key(key));
  author.driver.type("12");
  author.settle();
  CHECK(author.turn() == 4);
  CHECK_FALSE(author.shell.help_open);
  CHECK_OK(author.driver.key("F6"));
  CHECK_OK(author.driver.key("F1"));
  CHECK(author.shell.help_open);
  author.driver.type("go on");
  CHECK_OK(author.driver.key("Escape"));
  author.settle();
  CHECK(author.turn() == 4);
}

TEST_CASE("inspector: an earlier turn is looked at, and gone back to with the same chance") {
  AuthorsWindow author;
  author.open();
  author.play(
      {"go on", "do authority choose option=later sure=yes", "go on", "go on", "do table hands-off man", "do table bag phone with bag"});
  const std::string id = author.session().id(), last = author.digest();
  author.press("earlier");
  author.press("earlier");
  CHECK(author.digest() == last); // looked at only
  const session::Attempt then = inspection::past_of(author.session()).moments[4].after;
  const std::string wanted = session::state_digest(author.session().prepared(), then).hex();
  author.press("back");
  CHECK(author.said("4 acts were played again"));
  CHECK(author.session().id() != id);
  CHECK(author.turn() == 4);
  CHECK(author.digest() == wanted);
  CHECK(author.shell.page() == PageName::play);
  author.play({"do table look laptop"});
}

TEST_CASE("inspector: the play so far is copied") {
  AuthorsWindow author;
  author.open();
  author.play({"go on", "do authority choose option=later sure=yes"});
  author.press("copy");
  char* text = SDL_GetClipboardText();
  const std::string copied = text;
  SDL_free(text);
  CHECK(copied.starts_with("chance bag.leak "));
  CHECK(copied.ends_with("go on\ndo authority choose option=later sure=yes\n"));
}

TEST_CASE("inspector: new files are read, and the acts played on them as far as they go") {
  AuthorsWindow author;
  author.open();
  author.play({"go on", "do authority choose option=later sure=yes", "go on", "go on", "do table hands-off man", "do table carry laptop"});
  const std::string before = author.digest(), id = author.session().id();
  author.press("reload");
  CHECK(author.said("6 acts were played again"));
  CHECK(author.digest() == before);
  CHECK(author.session().id() != id);
  author.files.path = second_path, author.files.from = "title: Keep it running", author.files.to = "title: Hold on";
  author.press("reload");
  CHECK(author.driver.sees("Hold on"));
  CHECK(author.digest() == before);
  // The act is not there any more.
  author.files.from = "plug-in, carry, close-lid, hold-power", author.files.to = "plug-in, close-lid, hold-power";
  author.press("reload");
  CHECK(author.said("left off after 5 of 6 acts, at\ndo table carry laptop - refused: not-here"));
  CHECK(author.turn() == 5);
  // It cannot be read any more: the old goes on.
  author.files.from = "scenario: open-laptop", author.files.to = "scenario: [";
  const std::string old = author.session().id();
  author.press("reload");
  CHECK(author.said("the lesson goes on as it was"));
  CHECK(author.said("scenario.yaml"));
  CHECK(author.session().id() == old);
  author.play({"do table look laptop"});
}

TEST_CASE("inspector: it tells a finished attempt too, and where no lesson is open it says so") {
  AuthorsWindow author;
  author.open();
  author.play({"go on", "do authority choose option=later sure=yes", "go on", "go on"});
  CHECK_OK(author.driver.key("F6"));
  author.shell.go(PageName::home);
  author.settle();
  CHECK_FALSE(author.window->docked()->find("line").has_value());
  screens::home(author.shell).open_lesson(second_lesson);
  author.settle();
  CHECK(author.window->docked()->find("line").has_value());
  for (const char* tab : {"Verbs", "Time", "Chance", "Rules", "Facts", "Things"})
    author.press(std::string("tab/") + tab);
  author.press("thing/laptop");
  author.press("thing/laptop");
  author.press("value/laptop.power.state");
}

TEST_CASE("inspector: what is played with it counts nowhere, and no record but its own is touched") {
  AuthorsWindow author;
  author.open();
  author.play({"go on"});
  CHECK(author.session().pins().channel == session::Channel::rehearsal);
  CHECK(author.session().pins().person == "");
  CHECK(author.shell.in_demonstration());
  author.press("reload");
  CHECK(author.session().pins().channel == session::Channel::rehearsal);
}

TEST_CASE("inspector: on a record that people train on nothing is played again") {
  ShellBench station;
  station.dara();
  screens::home(*station.shell).open_lesson(second_lesson);
  inspector::Inspector inspector(*station.shell, station.content_library);
  const auto window = ui::open_headless();
  ui::Driver driver(*window, [&](ui::Frame& f) { screens::draw_shell(f, *station.shell); });
  window->dock(platform::font_folders(), [&](ui::Dock& dock) { inspector.draw(dock); });
  const std::string id = station.shell->playing().played().session->id();
  CHECK_OK(driver.key("F12"));
  for (const char* button : {"back", "reload"}) {
    driver.click_at(window->docked()->find(button)->centre());
    CHECK(inspector.said() == "Only an author's own attempt is played again so.");
  }
  CHECK(station.shell->playing().played().session->id() == id);
}

} // namespace shell_tests
