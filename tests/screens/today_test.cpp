// Today's three, from home to its end: drawn by what was answered before, told at once, gone on with at the same question, and told
// nowhere.
#include "tests/screens/shell_bench.h"
#include "tests/screens/shell_fixture.h"
#include "tools/firsthand/window_paper.h"

namespace shell_tests {

namespace {

constexpr std::int64_t one_day = 86'400'000;

struct TodayBench : ShellBench {
  TodayBench() { dara(); }
  const screens::HomeRow& row() {
    for (const screens::HomeRow& each : screens::home(*shell).contents().rows)
      if (each.id == "home/today") return each;
    FAIL("no row of today's three");
    std::abort();
  }
  void begin() {
    screens::home(*shell).open_lesson(screens::home(*shell).decided().today.lesson);
    REQUIRE(shell->page() == PageName::play);
  }
  const app::AttemptSession& session() { return *shell->playing().played().session; }
  const session::Paper& paper() { return *session().attempt().paper; }
  std::size_t at() { return session::test_standing(session().prepared(), session().attempt())->at; }
  void submit(const session::Action& action) { shell->playing().submit(action, shell->playing().drawn_now()), settle(); }
  // The acts of all questions, badly or well; all of them sure.
  std::vector<session::Action> acts(int well_of_ten) {
    return tools::acts_of_paper(session().prepared(), session().attempt(), well_of_ten);
  }
  session::Paper play(int well_of_ten) {
    begin();
    const session::Paper asked = paper();
    for (const session::Action& action : acts(well_of_ten))
      submit(action);
    REQUIRE(shell->page() == PageName::test_result);
    return asked;
  }
  void go_home() { shell->go(PageName::home), settle(); }
  void next_day() {
    clock.set({clock.now().milliseconds + one_day});
    go_home();
  }
  std::string twins_of(const std::string& item) { return session::test_of(session().prepared())->item(item)->twins; }
};

} // namespace

TEST_CASE("today's three: three questions for practice, and at the end three lines, and nothing of a pass") {
  TodayBench b;
  CHECK(b.row().detail == "Two minutes. It counts nowhere.");
  const session::Paper asked = b.play(0);
  CHECK(asked.size() == 3);
  CHECK(b.session().pins().start.role == "refresher");
  CHECK(b.session().pins().start.form.empty());
  CHECK(b.session().attempt().ending == session::Ending::closed);
  const screens::TestResultState& page = screens::test_result(*b.shell).state;
  CHECK(page.verdict == "0 of 3 right");
  CHECK(page.parts.size() == 3);
  CHECK(page.parts.at(0).words.starts_with("Sure, and wrong: "));
  CHECK(page.line.starts_with("It counts nowhere. How well you judged yourself: −18 of 9. "));
  CHECK(page.hidden.starts_with("Tomorrow three more."));
  CHECK(page.rows.empty());
  CHECK(page.bar.won == -1);
  CHECK(page.print.empty()); // there is no paper of it
  b.go_home();
  CHECK(b.row().detail == "Done. Tomorrow three more.");
  b.next_day();
  CHECK(b.row().detail == "Two minutes. It counts nowhere.");
}

TEST_CASE("today's three: what was sure and wrong comes first the next day, as a twin, and what was right is not asked again") {
  TodayBench b;
  const session::Paper first = b.play(0);
  std::set<std::string> wrong, again;
  for (const session::PaperItem& each : first)
    wrong.insert(b.twins_of(each.item).empty() ? each.item : b.twins_of(each.item));
  b.next_day();
  const session::Paper second = b.play(10);
  CHECK(screens::test_result(*b.shell).state.line.starts_with("It counts nowhere. How well you judged yourself: 9 of 9. "));
  for (const session::PaperItem& each : second)
    again.insert(b.twins_of(each.item).empty() ? each.item : b.twins_of(each.item));
  CHECK(wrong == again);
  b.next_day();
  b.begin();
  for (const session::PaperItem& each : b.paper())
    CHECK_FALSE(wrong.contains(b.twins_of(each.item).empty() ? each.item : b.twins_of(each.item)));
}

TEST_CASE("today's three: closed in the middle, the same paper stands at the same question, and is not drawn again") {
  TodayBench b;
  b.begin();
  const session::Paper asked = b.paper();
  const auto acts = b.acts(10);
  for (std::size_t i = 0; i < 3; ++i) // seen, answered, the next one seen
    b.submit(acts[i]);
  CHECK(b.at() == 1);
  const std::string attempt = b.session().id();
  b.open(); // the program begins again
  b.sign_in("1234");
  REQUIRE(b.shell->page() == PageName::home);
  CHECK(b.row().detail == "Begun. Go on where you stopped.");
  CHECK_FALSE(screens::home(*b.shell).decided().stopped);
  b.begin();
  CHECK(b.session().id() == attempt);
  CHECK(b.paper() == asked);
  CHECK(b.at() == 1);
  CHECK_FALSE(b.session().interrupted());
}

TEST_CASE("today's three: stands in no list of attempts, counts for nothing and moves nothing of the course") {
  TodayBench b;
  const model::Id next = screens::home(*b.shell).decided().next;
  b.play(10);
  b.go_home();
  CHECK(screens::home(*b.shell).decided().next == next);
  CHECK(screens::home(*b.shell).contents().attempts.empty());
  CHECK(screens::home(*b.shell).decided().courses.at(0).lessons_played() == 0);
}

TEST_CASE("today's three: the key, the reasons and how sure it was stand there after an answer, and not before") {
  TodayBench b;
  b.begin();
  const auto acts = b.acts(0);
  const auto shown = [&b] {
    const auto window = ui::open_headless(b.shell->window_settings(), {1280, 720});
    ui::Driver driver(*window, [&](ui::Frame& f) { screens::draw_shell(f, *b.shell); });
    std::string all;
    for (const ui::Entry& each : window->registry().entries())
      all += each.label + "\n" + each.value + "\n";
    return all;
  };
  b.submit(acts[0]);
  CHECK(shown().find("Question 1 of 3") != std::string::npos);
  CHECK(shown().find("You were sure") == std::string::npos);
  b.submit(acts[1]);
  CHECK(shown().find("You were sure, and it was wrong. This comes again.") != std::string::npos);
  const model::Item& item = *session::test_of(b.session().prepared())->item(b.paper()[0].item);
  const model::Text& why = item.options.empty() || item.options[0].why.source.empty() ? item.why : item.options[0].why;
  CHECK(shown().find(why.source) != std::string::npos);
}

// FIRSTHAND_PICTURES names a folder for the pictures.
TEST_CASE("today's three: home's row, the question, what is told and the end stand on the screen at each size") {
  struct Look {
    const char* name;
    ui::Size size;
    int percent;
    app::Theme theme;
    const char* language;
  };
  for (const Look& look : {Look{"1280", {1280, 720}, 100, app::Theme::light, "en"}, Look{"1366", {1366, 768}, 100, app::Theme::light, "en"},
                           Look{"200", {1280, 720}, 200, app::Theme::light, "en"}, Look{"dark", {1280, 720}, 100, app::Theme::dark, "en"},
                           Look{"th", {1280, 720}, 100, app::Theme::light, "th"}}) {
    CAPTURE(look.name);
    TodayBench b;
    app::Settings settings = b.shell->settings();
    settings.language = look.language, settings.text_percent = look.percent, settings.theme = look.theme;
    b.shell->change_settings(settings), b.settle();
    const auto whole = [&](const char* screen, const std::string& control) {
      const auto window = ui::open_headless(b.shell->window_settings(), look.size);
      ui::Driver driver(*window, [&](ui::Frame& f) { screens::draw_shell(f, *b.shell); });
      driver.settle();
      screens::keep_picture(driver, std::string("today-") + screen + "-" + look.name);
      CAPTURE(screen);
      CHECK(driver.find(control).ok());
    };
    b.go_home();
    whole("home", "home/today");
    b.begin();
    const auto acts = b.acts(0);
    whole("asked", "test/certainty/sure");
    b.submit(acts[0]), b.submit(acts[1]);
    whole("told", "play/back");
    for (std::size_t i = 2; i < acts.size(); ++i)
      b.submit(acts[i]);
    whole("done", "test-result/go-home");
  }
}

} // namespace shell_tests
