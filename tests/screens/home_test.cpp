// The screens around an exercise, from hand-made states: whole at every size, and what a press asks for.
#include "tests/screens/shell_bench.h"
#include "tests/screens/shell_fixture.h"

using namespace firsthand::screens;
namespace app = firsthand::app;
namespace content = firsthand::content;
namespace platform = firsthand::platform;

namespace {

// Draws at every look; the layout check must find nothing.
template<class Example, class Change> void whole_everywhere(const std::string& name, Change change) {
  for (const HomeLook& look : looks()) {
    CAPTURE(look.name());
    const auto window = open_headless(look.settings, look.size);
    Example example;
    change(example, look);
    Driver driver(*window, [&](Frame& f) { example.draw(f); });
    CHECK(describe(driver.layout_faults()) == "");
    keep_picture(driver, name + "-" + look.name());
  }
}

struct SettingsExample {
  content::Words words;
  app::Settings settings;
  std::vector<content::Language> languages{{"en", "English", true}, {"th", "ไทย", false}};
  SettingsIntent draw(Frame& f) {
    return draw_settings(
        f, {.words = words, .settings = settings, .languages = languages, .person = "Sgt. Dara P.", .voice = platform::VoiceFor::none});
  }
};

struct HelpExample {
  SignInExample below;
  void draw(Frame& f) {
    below.draw(f);
    draw_help(f, {below.words, "0.1.0"});
  }
};

struct TroubleExample {
  SourcePictures pictures;
  content::Words words;
  TroubleMemory memory;
  TroubleIntent draw(Frame& f) {
    return draw_trouble(f,
                        {.words = words,
                         .mark = pictures("assets/pictures/mark.svg"),
                         .title = "The record is damaged",
                         .what = "Nothing was changed. Set it aside and bring back a backup.",
                         .detail = "/home/dara/.local/share/firsthand/firsthand.db: database disk image is malformed",
                         .can_set_aside = true},
                        memory);
  }
};

} // namespace

TEST_CASE("home: whole at every size, theme and language") {
  whole_everywhere<HomeExample>("home", [](HomeExample& e, const HomeLook& look) {
    if (look.settings.language == "th") e = HomeExample(true);
  });
}

TEST_CASE("home: whole when nothing is begun, with the menu, with no hit, and as a record") {
  whole_everywhere<HomeExample>("home-fresh", [](HomeExample& e, const HomeLook&) {
    e.warm_up_due = true, e.attempts.clear(), e.go_on.when.clear(), e.go_on.head = "Next lesson", e.go_on.button = "Start";
  });
  whole_everywhere<HomeExample>("home-done", [](HomeExample& e, const HomeLook&) { e.begun = false; });
  whole_everywhere<HomeExample>("home-menu", [](HomeExample& e, const HomeLook&) { e.memory.menu = true; });
  whole_everywhere<HomeExample>("home-nothing", [](HomeExample& e, const HomeLook&) { e.memory.search = "zebra"; });
  whole_everywhere<HomeExample>("home-search",
                                [](HomeExample& e, const HomeLook&) { e.memory.search = "a", e.memory.marked = "home/word/2"; });
  whole_everywhere<HomeExample>("home-error", [](HomeExample& e, const HomeLook&) {
    e.go_on.head = "One moment again", e.go_on.where = "On 2026-11-24 you did not pass this. Do the moment that decided it again.";
    e.go_on.button = "Practise this moment", e.go_on.why = "See why", e.go_on.when.clear(), e.go_on.left.clear();
    e.go_on.also = "The open computer";
  });
  whole_everywhere<HomeExample>("home-record", [](HomeExample& e, const HomeLook&) { e.memory.page = HomePart::record; });
}

TEST_CASE("home: sign-in is whole on each of its pages") {
  whole_everywhere<SignInExample>("sign-in", [](SignInExample&, const HomeLook&) {});
  whole_everywhere<SignInExample>("sign-in-first", [](SignInExample& e, const HomeLook&) { e.people.clear(); });
  whole_everywhere<SignInExample>("sign-in-pin", [](SignInExample& e, const HomeLook&) {
    e.memory.page = SignInPart::pin, e.memory.person = "k", e.memory.pin = "1234", e.wait = 8;
  });
  whole_everywhere<SignInExample>(
      "sign-in-new", [](SignInExample& e, const HomeLook&) { e.memory.page = SignInPart::add, e.memory.problem = "The two PINs differ."; });
}

TEST_CASE("home: settings, help and trouble are whole") {
  whole_everywhere<SettingsExample>("settings",
                                    [](SettingsExample& e, const HomeLook& look) { e.settings.text_percent = look.settings.text_percent; });
  whole_everywhere<HelpExample>("help", [](HelpExample&, const HomeLook&) {});
  whole_everywhere<TroubleExample>("trouble",
                                   [](TroubleExample& e, const HomeLook& look) { e.memory.asking = look.settings.text_percent != 100; });
}

TEST_CASE("home: the one next thing is in sight at every size, with two notices as well") {
  for (const HomeLook& look : looks()) {
    CAPTURE(look.name());
    const auto window = open_headless(look.settings, look.size);
    HomeExample example;
    example.notices = {{"The trainer set a new PIN for you on 2026-11-20. If you did not ask for it, tell your trainer."},
                       {"This language is a draft. It is for practice only."}};
    Driver driver(*window, [&](Frame& f) { example.draw(f); });
    const auto button = driver.find("home/continue");
    REQUIRE(button.ok());
    CHECK(button->clip.contains(button->rect.centre()));
    CHECK(button->visible().h == button->rect.h);
  }
}

TEST_CASE("home: where no lesson can be played it says so, and not that the course is done") {
  const auto window = open_headless();
  HomeExample example;
  example.begun = false;
  Driver driver(*window, [&](Frame& f) { example.draw(f); });
  CHECK(driver.sees("The course is done"));
  example.courses[0].lessons[1].usable = false, example.unreadable_left = true; // what is left, after another one was passed
  driver.settle();
  CHECK(driver.sees("The rest cannot be played"));
  CHECK_FALSE(driver.sees("The course is done"));
  for (HomeCourse& course : example.courses)
    for (HomeLesson& lesson : course.lessons)
      lesson.usable = false, lesson.problem = "scenario.yaml has mistakes";
  driver.settle();
  CHECK(driver.sees("No lesson can be played"));
  CHECK_FALSE(driver.sees("The course is done"));
  CHECK_FALSE(driver.sees("Practise a lesson again"));
}

TEST_CASE("home: presses ask for what stands on them") {
  const auto window = open_headless();
  HomeExample example;
  HomeIntent asked;
  Driver driver(*window, [&](Frame& f) {
    const HomeIntent now = example.draw(f);
    if (now.go_on) asked.go_on = true;
    if (now.lesson) asked.lesson = now.lesson;
    if (now.switch_person) asked.switch_person = true;
    if (now.attempt) asked.attempt = now.attempt;
  });
  CHECK_OK(driver.click("home/continue"));
  CHECK(asked.go_on);
  CHECK_OK(driver.click("home/lesson/one"));
  CHECK(asked.lesson == "one");
  CHECK_OK(driver.click("home/person"));
  CHECK_OK(driver.click("home/menu/record"));
  CHECK(example.memory.page == HomePart::record);
  CHECK_OK(driver.click("home/attempt/a"));
  CHECK(asked.attempt == "a");
  CHECK_OK(driver.key("Escape"));
  CHECK(example.memory.page == HomePart::lessons);
  CHECK_OK(driver.click("home/person"));
  CHECK_OK(driver.click("home/menu/switch"));
  CHECK(asked.switch_person);
  asked.switch_person = false;
  CHECK_OK(driver.click("home/switch")); // the same in one press
  CHECK(asked.switch_person);
  CHECK_OK(driver.key("Ctrl+F"));
  driver.type("telephone");
  CHECK(example.memory.search == "telephone");
}

TEST_CASE("home: Escape ends a search, from its field and from beside it, and all lessons stand there again") {
  const auto window = open_headless();
  HomeExample example;
  Driver driver(*window, [&](Frame& f) { example.draw(f); });
  for (const bool beside : {false, true}) {
    CAPTURE(beside);
    CHECK_OK(driver.key("Ctrl+F"));
    driver.type("zebra");
    CHECK_FALSE(driver.find("home/lesson/one").ok());
    CHECK_OK(driver.key("Enter")); // there is nothing that it could go to
    CHECK(driver.focused() == "home/search");
    if (beside) CHECK_OK(driver.key("Tab"));
    CHECK_OK(driver.key("Escape"));
    CHECK(example.memory.search == "");
    CHECK(driver.find("home/lesson/one").ok());
  }
  CHECK_OK(driver.key("Ctrl+F"));
  driver.type("2 open");
  std::optional<std::string> lesson;
  Driver again(*window, [&](Frame& f) {
    if (const HomeIntent now = example.draw(f); now.lesson) lesson = now.lesson;
  });
  CHECK_OK(again.key("Enter"));
  CHECK(lesson == "two");
}

TEST_CASE("home: arrows lead through what was found, over the groups, and Enter opens a lesson, a word, a note") {
  const auto window = open_headless();
  HomeExample example;
  HomeIntent asked;
  Driver driver(*window, [&](Frame& f) {
    const HomeIntent now = example.draw(f);
    if (now.lesson) asked.lesson = now.lesson;
    if (now.note) asked.note = now.note;
  });
  CHECK_OK(driver.key("Ctrl+F"));
  driver.type("bag");
  CHECK_FALSE(driver.find("home/lesson/one").ok());
  CHECK(driver.find("home/word/2").ok());
  CHECK(driver.find("home/note/0").ok());
  CHECK_FALSE(driver.find("home/word/3").ok());
  CHECK_OK(driver.key("Enter")); // of several the first is marked
  CHECK(example.memory.marked == "home/word/2");
  CHECK_OK(driver.key("Enter"));
  CHECK(example.memory.word == "home/word/2");
  CHECK(driver.sees("In: One telephone"));
  CHECK_OK(driver.key("Escape"));
  CHECK(example.memory.word == "");
  CHECK(example.memory.search == "bag");
  CHECK(driver.focused() == "home/search");
  CHECK_OK(driver.key("Down"));
  CHECK_OK(driver.key("Down"));
  CHECK(example.memory.marked == "home/note/0");
  CHECK_OK(driver.key("Enter"));
  CHECK(asked.note == "0");
  CHECK_OK(driver.click("home/word/2")); // by the pointer as well
  CHECK(example.memory.word == "home/word/2");
  CHECK_OK(driver.click("home/close-word"));
  driver.type(" radio");
  CHECK_OK(driver.key("Enter")); // the only one: at once
  CHECK(example.memory.word == "home/word/2");
}

TEST_CASE("home: Enter behind the last letter opens what these letters find, and nothing older") {
  const auto window = open_headless();
  HomeExample example;
  Driver driver(*window, [&](Frame& f) { example.draw(f); });
  CHECK_OK(driver.key("Ctrl+F"));
  window->pass(600), driver.settle();
  driver.hasty = true;
  driver.type("power b");
  CHECK_OK(driver.key("Enter"));
  driver.settle();
  CHECK(example.memory.word == "home/word/3");
}

TEST_CASE("home: what is typed into the search stays in sight, however long the page was") {
  for (const int percent : {100, 150, 200}) {
    CAPTURE(percent);
    const auto window = open_headless({Theme::light, percent, Motion::reduced, "en"}, {1366, 768});
    HomeExample example;
    Driver driver(*window, [&](Frame& f) { example.draw(f); });
    CHECK_OK(driver.scroll_to("home/lesson/two"));
    CHECK_OK(driver.key("Ctrl+F"));
    for (const char* letter : {"l", "a", "zz"}) {
      driver.type(letter);
      driver.settle();
      CHECK(driver.focused() == "home/search");
      CHECK(driver.find("home/search").value().visible().h >= 24);
    }
    CHECK_OK(driver.key("Escape"));
    driver.settle();
    CHECK(driver.focused() == "home/continue");
  }
}

TEST_CASE("home: what stands below can be reached however far the page is scrolled") {
  const auto window = open_headless({Theme::light, 200, Motion::reduced, "en"});
  HomeExample example;
  Driver driver(*window, [&](Frame& f) { example.draw(f); });
  CHECK_OK(driver.scroll_to("home/lesson/two"));
  CHECK_OK(driver.scroll_to("home/continue"));
  CHECK_OK(driver.scroll_to("home/lesson/two"));
}

// ---- in the shell

TEST_CASE("home: an own note is found from home, and the notebook of its attempt opens there") {
  shell_tests::ShellBench b;
  b.dara();
  const auto window = open_headless();
  Driver driver(*window, [&](Frame& f) { draw_shell(f, *b.shell); });
  home(*b.shell).open_lesson("one-phone");
  firsthand::session::Action note;
  note.kind = firsthand::session::Action::Kind::note, note.step = b.shell->playing().drawn_now().step,
  note.text = "The card hangs at the seat";
  b.shell->playing().submit(note, b.shell->playing().drawn_now()), b.settle();
  b.shell->playing().leave(), b.settle();
  driver.settle();
  REQUIRE(b.shell->page() == PageName::home);
  CHECK_OK(driver.key("Ctrl+F"));
  driver.type("hangs");
  CHECK_OK(driver.key("Enter"));
  b.settle(), driver.settle();
  REQUIRE(b.shell->page() == PageName::play);
  CHECK(driver.find("play/found-line").ok());
  CHECK(driver.sees("The card hangs at the seat"));
}

namespace {

// Yesterday's attempt at a lesson, as far as a play brought it; today its person is at home.
struct Yesterday : shell_tests::ShellBench {
  std::string attempt;
  int practised_from = -1; // as its debrief offers it
  bool over = false, failed = false;

  Yesterday(const std::string& lesson, const std::string& play) {
    dara();
    home(*shell).open_lesson(lesson);
    play_through(play);
    tick(0);
    attempt = shell->playing().played().session->id();
    over = shell->playing().played().session->over();
    failed = shell->playing().played().session->attempt().ending == firsthand::session::Ending::failed;
    if (shell->page() == PageName::debrief) practised_from = debrief(*shell).state->practise.turn;
    shell->go(PageName::home), settle();
    CHECK(home(*shell).decided().first != app::NextThing::error); // today it was only just done
    clock.set({clock.now().milliseconds + 86'400'000});
    shell->go(PageName::home), settle();
  }
};

} // namespace

TEST_CASE("home: of what was not passed yesterday one press practises the moment, and another tells why") {
  int moments = 0, looked_at = 0, turn = 0;
  for (const char* lesson : {"one-phone", "open-laptop"})
    for (const std::string& play : TreeFiles().list("scenarios/courses/first-responder/" + std::string(lesson) + "/plays")) {
      CAPTURE(play);
      if (ui::few() && turn++ % 2 != 0) continue;
      Yesterday b(lesson, play.substr(0, play.find('.')));
      CHECK((home(*b.shell).decided().first == app::NextThing::error) == b.failed);
      if (!b.over) continue; // without the play's chance it came to something else
      if (b.failed)
        home(*b.shell).press_large_card();
      else
        b.shell->playing().practise_moment_of(b.attempt);
      b.settle();
      const app::AttemptSession& session = *b.shell->playing().played().session;
      if (b.practised_from < 0) { // nothing to practise: it is looked at, and that is said
        CHECK(b.shell->page() == PageName::debrief);
        CHECK(session.id() == b.attempt);
        CHECK(b.shell->problem.starts_with("There is no moment to practise"));
        ++looked_at;
        continue;
      }
      CHECK(b.shell->page() == PageName::play);
      CHECK(session.is_moment());
      CHECK(session.pins().parent == b.attempt);
      CHECK(session.pins().parent_turn == b.practised_from);
      CHECK(b.shell->problem.empty());
      ++moments;
    }
  CHECK(moments > (ui::few() ? 2 : 5));
  CHECK(looked_at > 0);
}

TEST_CASE("home: beside the moment of yesterday stands the way to its debrief") {
  Yesterday b("one-phone", "idle");
  REQUIRE(home(*b.shell).contents().go_on->why == "See why");
  const auto window = open_headless();
  Driver driver(*window, [&](Frame& f) { draw_shell(f, *b.shell); });
  CHECK(driver.focused() == "home/continue");
  CHECK_OK(driver.click("home/why"));
  b.settle(), driver.settle();
  CHECK(b.shell->page() == PageName::debrief);
  CHECK(b.shell->playing().played().session->id() == b.attempt);
  CHECK(b.shell->problem.empty());
}
