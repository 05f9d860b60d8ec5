// The shell without a window: who signs in, what is saved, what happens when it cannot be, and the way through an exercise.
#include "engine/screens/sign_in/draw.h"
#include "tests/screens/shell_bench.h"

#include <SDL.h>

#include <fstream>
#include <sstream>

namespace shell_tests {

TEST_CASE("shell: a new person is warmed up once and comes home with a lesson to start") {
  ShellBench b;
  CHECK(b.shell->page() == PageName::sign_in);
  b.add("Sgt. Dara P.", "1234");
  REQUIRE(b.shell->page() == PageName::play);
  CHECK(b.shell->playing().played().session->pins().variant == session::warm_up_variant);
  b.shell->playing().leave();
  CHECK(screens::home(*b.shell).contents().go_on.has_value());
  CHECK(screens::home(*b.shell).stopped_at() == "");
  CHECK(screens::home(*b.shell).contents().greeting.find("Dara") != std::string::npos);
  b.shell->switch_person();
  b.sign_in("1234");
  CHECK(b.shell->page() == PageName::home);
  screens::home(*b.shell).warm_up(); // from the menu, as often as wanted: it goes on where it was left
  CHECK(b.shell->page() == PageName::play);
  CHECK(b.shell->playing().played().session->turns().size() == 1);
}

TEST_CASE("shell: where the program is started again the focus is on the first name, and on no new person") {
  ShellBench b;
  b.dara();
  b.shell->switch_person();
  b.add("Arun", "1234");
  b.shell->playing().leave();
  b.open();
  const auto window = ui::open_headless();
  ui::Driver driver(*window, [&](ui::Frame& f) { screens::draw_shell(f, *b.shell); });
  driver.settle();
  REQUIRE(screens::sign_in(*b.shell).people().size() == 2);
  CHECK(driver.focused() == "sign-in/person/" + screens::sign_in(*b.shell).people().front().id);
}

TEST_CASE("shell: a warm-up that nobody left is shown again, and counts nowhere") {
  ShellBench b;
  b.add("Sgt. Dara P.", "1234");
  b.shell->switch_person(); // as idling does
  b.sign_in("1234");
  REQUIRE(b.shell->page() == PageName::play);
  b.play_through("well");
  REQUIRE(b.shell->page() == PageName::debrief);
  b.shell->go(PageName::home);
  CHECK(screens::home(*b.shell).contents().attempts.empty());
  CHECK(screens::home(*b.shell).decided().next == "knowledge");
  CHECK(screens::home(*b.shell).contents().rows.front().detail == "0 of 2 practised");
  b.shell->switch_person();
  b.sign_in("1234");
  CHECK(b.shell->page() == PageName::home); // it was done: once is enough
}

TEST_CASE("shell: a demonstration offers the warm-up, too") {
  ShellBench b;
  b.shell->start_demonstration();
  screens::home(*b.shell).warm_up();
  CHECK(b.shell->page() == PageName::play);
  b.shell->playing().leave();
  CHECK(b.shell->page() == PageName::home);
}

TEST_CASE("shell: what is chosen beside the own name is that person's; what was chosen before it is not") {
  ShellBench b;
  b.dara(); // English, light
  b.shell->switch_person();
  app::Settings wanted = b.shell->settings();
  wanted.theme = app::Theme::dark;
  b.shell->change_settings(wanted); // nobody is picked
  screens::sign_in(*b.shell).pick(screens::sign_in(*b.shell).people().at(0).id);
  wanted.language = "th", wanted.text_percent = 200;
  b.shell->change_settings(wanted);
  screens::sign_in(*b.shell).memory.pin = "1234";
  screens::sign_in(*b.shell).sign_in();
  for (int time : {1, 2}) {
    CAPTURE(time);
    REQUIRE(b.shell->page() == PageName::home);
    CHECK(b.shell->settings().language == "th");
    CHECK(b.shell->settings().text_percent == 200);
    CHECK(b.shell->settings().theme == app::Theme::light);
    b.shell->switch_person();
    CHECK(b.shell->settings().language == "en"); // of the computer, as before
    CHECK(b.shell->settings().theme == app::Theme::dark);
    screens::sign_in(*b.shell).pick(screens::sign_in(*b.shell).people().at(0).id);
    wanted = b.shell->settings(), wanted.language = "th";
    b.shell->change_settings(wanted);
    screens::sign_in(*b.shell).pick_nobody();
    CHECK(b.shell->settings().language == "en");
    b.sign_in("1234"); // and it was kept
  }
}

TEST_CASE("shell: what was said when the record was opened is said in the language of now") {
  ShellBench b;
  b.dara();
  b.clock.set({b.clock.now().milliseconds + 3'600'000});
  b.tick(3'600'000); // nobody was there
  const std::string english = b.shell->notice();
  REQUIRE(english.find("safe") != std::string::npos);
  app::Settings wanted = b.shell->settings();
  wanted.language = "th";
  b.shell->change_settings(wanted);
  CHECK(b.shell->notice() != english);
  wanted.language = "en";
  b.shell->change_settings(wanted);
  CHECK(b.shell->notice() == english);
}

TEST_CASE("shell: two new PINs that differ are both typed again, one that is missing is not") {
  ShellBench b;
  screens::SignInMemory& m = screens::sign_in(*b.shell).memory;
  b.add("Nok", "1234");
  b.shell->playing().leave(), b.shell->switch_person();
  m.page = screens::SignInPart::add;
  m.new_name = "Malee", m.new_pin = "1234", m.new_pin_again = "1243";
  screens::sign_in(*b.shell).create();
  CHECK(m.problem != "");
  CHECK(screens::first_empty(m) == std::string("sign-in/new-pin"));
  m.new_pin = "1234";
  screens::sign_in(*b.shell).create();
  CHECK(screens::first_empty(m) == std::string("sign-in/new-pin-again"));
  CHECK(m.new_name == "Malee");
}

TEST_CASE("shell: two of one first name are greeted by their whole names") {
  ShellBench b;
  b.dara();
  CHECK(screens::home(*b.shell).contents().greeting.ends_with(", Dara"));
  b.shell->switch_person();
  b.add("Dara", "1234");
  b.shell->playing().leave();
  CHECK(screens::home(*b.shell).contents().greeting.ends_with(", Dara"));
  b.shell->switch_person();
  b.sign_in("1234");
  CHECK(screens::home(*b.shell).contents().greeting.ends_with(", Sgt. Dara P."));
}

TEST_CASE("shell: names and PINs that cannot be are told, and nobody is added") {
  ShellBench b;
  screens::sign_in(*b.shell).memory.new_name = "Dara", screens::sign_in(*b.shell).memory.new_pin = "1234",
  screens::sign_in(*b.shell).memory.new_pin_again = "1243";
  screens::sign_in(*b.shell).create();
  CHECK(screens::sign_in(*b.shell).memory.problem != "");
  b.add("Dara", "12");
  CHECK(screens::sign_in(*b.shell).memory.problem != "");
  b.add("  ", "1234");
  CHECK(screens::sign_in(*b.shell).memory.problem != "");
  CHECK(screens::sign_in(*b.shell).people().empty());
  CHECK(b.shell->page() == PageName::sign_in);
}

TEST_CASE("shell: wrong PINs make the wait grow, and nobody is locked out") {
  ShellBench b;
  b.dara();
  b.shell->switch_person();
  for (int i = 0; i < 3; ++i)
    b.sign_in("9999");
  const int first = screens::sign_in(*b.shell).wait_seconds();
  CHECK(first > 0);
  screens::sign_in(*b.shell).memory.pin = "1234";
  screens::sign_in(*b.shell).sign_in(); // too early: not even looked at
  CHECK(b.shell->page() == PageName::sign_in);
  b.clock.set({b.clock.now().milliseconds + 400'000});
  b.tick(400'000);
  CHECK(screens::sign_in(*b.shell).wait_seconds() == 0);
  screens::sign_in(*b.shell).memory.pin = "9999";
  screens::sign_in(*b.shell).sign_in();
  CHECK(screens::sign_in(*b.shell).wait_seconds() > first);
  b.clock.set({b.clock.now().milliseconds + 400'000});
  b.tick(400'000);
  b.sign_in("1234");
  CHECK(b.shell->page() == PageName::home);
}

TEST_CASE("shell: an attempt is left and continued where it was") {
  ShellBench b;
  b.dara();
  screens::home(*b.shell).open_lesson("one-phone");
  REQUIRE(b.shell->page() == PageName::play);
  b.go_on();
  CHECK(b.turn() == 1);
  b.shell->playing().played().memory.note = "half a note";
  const std::size_t steps = b.shell->playing().played().steps.size(); // that the lesson lists; a step that may be skipped is none of them
  CHECK(steps < b.shell->playing().played().session->prepared().steps.size());
  b.shell->playing().leave();
  CHECK(b.shell->page() == PageName::home);
  REQUIRE(screens::home(*b.shell).contents().go_on.has_value());
  CHECK(screens::home(*b.shell).stopped_at() != "");
  CHECK(screens::home(*b.shell).contents().go_on->where.starts_with(fmt::format("Step 2 of {}: ", steps)));
  CHECK(screens::home(*b.shell).contents().courses.at(0).lessons.at(0).act == app::LessonAct::go_on);
  screens::home(*b.shell).press_large_card();
  CHECK(b.turn() == 1);
  CHECK(b.shell->playing().played().memory.note == "half a note");
}

TEST_CASE("shell: an idle person is signed out, and the attempt is safe") {
  ShellBench b;
  b.dara();
  screens::home(*b.shell).press_large_card();
  b.go_on();
  b.tick(9 * 60'000);
  CHECK(b.shell->page() == PageName::play);
  b.shell->acted();
  b.tick(9 * 60'000);
  CHECK(b.shell->page() == PageName::play);
  b.tick(60'000);
  CHECK(b.shell->page() == PageName::sign_in);
  CHECK(b.shell->notice() != "");
  CHECK(b.shell->person().id == "");
  b.sign_in("1234");
  screens::home(*b.shell).press_large_card();
  CHECK(b.turn() == 1);
}

TEST_CASE("shell: what cannot be saved is told, kept, and saved when it is tried again") {
  ShellBench b;
  b.dara();
  screens::home(*b.shell).press_large_card();
  b.disk_full = true;
  b.go_on();
  CHECK(b.turn() == 0);
  CHECK(b.shell->playing().saved_now().kind == screens::PlaySaved::Kind::failed);
  CHECK(b.shell->playing().played().unsaved.has_value());
  b.shell->playing().try_again();
  b.settle();
  CHECK(b.turn() == 0);
  b.disk_full = false;
  b.shell->playing().try_again();
  b.settle();
  CHECK(b.turn() == 1);
  CHECK(b.shell->playing().saved_now().kind == screens::PlaySaved::Kind::saved);
  CHECK_FALSE(b.shell->playing().played().unsaved.has_value());
}

TEST_CASE("shell: leaving while an action is being saved waits for it") {
  ShellBench b;
  b.dara();
  screens::home(*b.shell).open_lesson("one-phone");
  b.shell->playing().go_on(b.shell->playing().drawn_now());
  b.shell->playing().leave();
  for (int i = 0; i < 2000 && b.shell->page() == PageName::play; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
    b.tick(0);
  }
  CHECK(b.shell->page() == PageName::home);
  CHECK(screens::home(*b.shell).contents().go_on->where.find("Step 2 of") != std::string::npos);
}

TEST_CASE("shell: a second program on the same folder is told, and can show a demonstration") {
  ShellBench b;
  b.dara();
  screens::ShellOptions options{b.services, b.content_library, modules::make_views(), app::DataFolderOptions{}};
  options.data_folder->data = b.folder.path;
  screens::Shell second(std::move(options));
  CHECK(second.page() == PageName::trouble);
  REQUIRE(second.opening().trouble().has_value());
  CHECK(second.opening().trouble()->code == "data-folder-in-use");
  second.start_demonstration();
  CHECK(second.page() == PageName::home);
  CHECK(second.in_demonstration());
  b.shell.reset();
  second.switch_person(); // ends the demonstration, and the folder is free now
  CHECK(second.page() == PageName::sign_in);
  CHECK(screens::sign_in(second).people().size() == 1);
}

// "The old record was kept as {path}. This one is new."
std::string kept_as(const std::string& notice) {
  const std::size_t at = notice.find("firsthand"), end = notice.find(". ", at);
  REQUIRE(end != notice.npos);
  return notice.substr(at, end - at);
}

TEST_CASE("shell: a damaged record is set aside only when asked, and nothing of it is lost") {
  ShellBench b;
  b.dara();
  b.shell.reset();
  const std::filesystem::path record = b.folder.path / "firsthand.db";
  std::filesystem::remove(b.folder.path / "firsthand.db-wal");
  std::string damaged = ui::read_bytes(record);
  for (std::size_t at = 100; at < damaged.size(); ++at)
    damaged[at] = static_cast<char>(damaged[at] ^ 0x5A);
  std::ofstream(record, std::ios::binary) << damaged;
  b.open();
  REQUIRE(b.shell->page() == PageName::trouble);
  CHECK(ui::read_bytes(record) == damaged);
  b.shell->opening().open(); // trying again changes nothing
  CHECK(ui::read_bytes(record) == damaged);
  b.shell->opening().set_aside();
  CHECK(b.shell->page() == PageName::sign_in);
  CHECK(screens::sign_in(*b.shell).people().empty());
  CHECK(ui::read_bytes(b.folder.path / kept_as(b.shell->notice())) == damaged);
}

TEST_CASE("shell: settings are a person's own and come back with them") {
  ShellBench b;
  b.dara();
  app::Settings wanted = b.shell->settings();
  wanted.theme = app::Theme::dark, wanted.language = "th";
  b.shell->change_settings(wanted);
  b.shell->change_text_size(+2);
  CHECK(b.shell->window_settings().text_percent == 150);
  CHECK(b.shell->words().language() == "th");
  b.shell->switch_person();
  CHECK(b.shell->window_settings().theme == ui::Theme::light);
  CHECK(b.shell->words().language() == "en");
  b.sign_in("1234");
  CHECK(b.shell->window_settings().theme == ui::Theme::dark);
  CHECK(b.shell->window_settings().text_percent == 150);
  CHECK_FALSE(screens::home(*b.shell).contents().notices.empty()); // Thai is a draft
}

TEST_CASE("shell: the language changes in the middle of an exercise, as an entry of its own") {
  ShellBench b;
  b.dara();
  screens::home(*b.shell).open_lesson("one-phone");
  const int before = b.turn();
  app::Settings wanted = b.shell->settings();
  wanted.language = "th";
  b.shell->change_settings(wanted);
  CHECK(b.turn() == before); // durable first
  CHECK(b.shell->playing().played().session->language() == "en");
  b.settle();
  CHECK(b.turn() == before + 1);
  CHECK(b.shell->playing().played().session->turns().back().kind == "sitting");
  CHECK(b.shell->playing().played().session->language() == "th");
  b.go_on();
  CHECK(b.turn() == before + 2);
}

// What the exemplar expects of chance need not hold with another's luck; its acts still show a good way.
TEST_CASE("shell: the best route is the exemplar's acts with the learner's own luck") {
  for (const char* leak : {"tight", "leaks"}) {
    CAPTURE(leak);
    ShellBench b;
    b.adjust = [leak](screens::ShellOptions& options) {
      options.channel = session::Channel::rehearsal, options.chance = {{"bag.leak", leak}};
    };
    b.open();
    b.dara();
    screens::home(*b.shell).open_lesson("one-phone");
    b.play_through("careless");
    REQUIRE(b.shell->page() == PageName::debrief);
    CHECK(screens::debrief(*b.shell).state->best.has_value());
  }
}

TEST_CASE("shell: a list keeps its order when the attempt is gone on with, and on a branch; another attempt has its own") {
  ShellBench b;
  b.dara();
  screens::home(*b.shell).open_lesson("one-phone");
  const auto order = [&b] { return b.shell->playing().scene_now().order.of("authority/options", 6); };
  const std::vector<std::size_t> first = order();
  const std::string id = b.shell->playing().played().session->id();
  b.go_on();
  b.shell->go(screens::PageName::home);
  screens::home(*b.shell).open_attempt(id);
  CHECK(order() == first);
  b.shell->playing().rewind_to(0);
  b.settle();
  CHECK(b.shell->playing().played().session->id() != id);
  CHECK(order() == first);
  b.shell->playing().play_again();
  b.settle();
  CHECK(order() != first);
}

TEST_CASE("shell: a finished attempt is told, stands in the record, and is played on from a moment") {
  ShellBench b;
  b.dara();
  screens::home(*b.shell).open_lesson("one-phone");
  b.play_through("careless");
  REQUIRE(b.shell->page() == PageName::debrief);
  REQUIRE(screens::debrief(*b.shell).state.has_value());
  CHECK(screens::debrief(*b.shell).state->time.find("At the keyboard: ") != std::string::npos); // as table and xAPI tell it
  CHECK_FALSE(screens::debrief(*b.shell).state->other.has_value());
  CHECK_FALSE(b.shell->playing().played().played_before);
  const std::string first = b.shell->playing().played().session->id();
  const std::string headline = screens::debrief(*b.shell).state->headline;
  b.shell->go(screens::PageName::home);
  REQUIRE(screens::home(*b.shell).contents().attempts.size() == 1);
  CHECK(screens::home(*b.shell).contents().courses.front().review == "Draft: nobody of the field has reviewed these lessons.");
  screens::home(*b.shell).open_attempt(first);
  REQUIRE(b.shell->page() == PageName::debrief);
  CHECK(screens::debrief(*b.shell).state->headline == headline);

  b.shell->playing().rewind_to(3);
  REQUIRE(b.shell->page() == PageName::play);
  CHECK(b.shell->playing().played().session->id() != first);
  CHECK(b.shell->playing().played().session->pins().parent == first);
  CHECK(b.shell->playing().played().played_before);               // of the record: this person has come to the end once
  CHECK(b.shell->playing().played().timeline->turns.size() == 5); // four inherited, and the branch's own beginning
  b.play_through("careless");
  REQUIRE(b.shell->page() == PageName::debrief);
  CHECK(screens::debrief(*b.shell).state->other.has_value());
  b.shell->playing().rewind_to(2); // a moment that was inherited belongs to the first attempt
  REQUIRE(b.shell->page() == PageName::play);
  CHECK(b.shell->playing().played().session->pins().parent == first);
  b.shell->playing().play_again();
  CHECK(b.shell->playing().played().session->pins().parent == "");
}

TEST_CASE("shell: the moment that decided is practised, ends with its step, and leads back to the whole attempt") {
  ShellBench b;
  b.dara();
  screens::home(*b.shell).open_lesson("one-phone");
  b.play_through("careless");
  const std::string first = b.shell->playing().played().session->id();
  b.settle();
  const screens::DebriefState whole = *screens::debrief(*b.shell).state;
  REQUIRE(whole.practise.turn >= 0);
  b.shell->playing().rewind_to(whole.practise.turn, app::PlayOn::through_the_step);
  REQUIRE(b.shell->page() == PageName::play);
  CHECK(b.shell->playing().played().session->is_moment());
  for (int i = 0; i < 5 && b.shell->page() == PageName::play; ++i)
    b.go_on(), b.settle();
  REQUIRE(b.shell->page() == PageName::debrief);
  const screens::DebriefState& moment = *screens::debrief(*b.shell).state;
  CHECK(moment.verdict.words == "You practised this moment");
  CHECK(moment.verdict.fatal.empty());
  CHECK(moment.costs.title.empty());
  CHECK(moment.practise.label == "Practise it again");
  CHECK(moment.practise.turn == whole.practise.turn);
  CHECK_FALSE(moment.whole.empty());
  b.shell->playing().go_on_with(first);
  b.settle();
  CHECK(screens::debrief(*b.shell).state->verdict.words == "Not yet");
}

TEST_CASE("shell: of an attempt that is over the page of its steps draws nothing, as long as it stands until another page is read") {
  ShellBench b;
  b.dara();
  screens::home(*b.shell).open_lesson("one-phone");
  const auto window = ui::open_headless();
  ui::Driver driver(*window, [&](ui::Frame& f) { b.shell->at(PageName::play).draw(f); });
  driver.settle();
  CHECK(driver.find("play/back").ok());
  b.play_through("careless");
  REQUIRE(b.shell->playing().played().session->over());
  driver.settle();
  CHECK_FALSE(driver.find("play/back").ok());
}

TEST_CASE("shell: who leaves a moment that is practised has ended it") {
  ShellBench b;
  b.dara();
  screens::home(*b.shell).open_lesson("one-phone");
  b.play_through("careless");
  b.shell->playing().rewind_to(4, app::PlayOn::through_the_step);
  b.settle();
  REQUIRE(b.shell->page() == PageName::play);
  const std::string id = b.shell->playing().played().session->id();
  b.shell->playing().leave();
  b.settle();
  REQUIRE(b.shell->page() == PageName::home);
  b.shell->playing().go_on_with(id);
  b.settle();
  CHECK(b.shell->page() == PageName::debrief);                // it is over
  CHECK_FALSE(screens::debrief(*b.shell).state->futures.two); // nobody did anything in it
}

namespace {

using Pictures = std::map<int, std::vector<std::string>>;

Pictures photographs(screens::Shell& shell) {
  Pictures all;
  for (const auto& [turn, shot] : shell.playing().played().memory.shots)
    all[turn] = shot.layers;
  return all;
}

} // namespace

TEST_CASE("shell: photographs are what they showed when they were taken, after a restart and on another branch too") {
  ShellBench b;
  b.dara();
  screens::home(*b.shell).open_lesson("open-laptop");
  const auto window = ui::open_headless();
  ui::Driver driver(*window, [&](ui::Frame& f) { screens::draw_shell(f, *b.shell); });
  const session::Prepared& prepared = b.shell->playing().played().session->prepared();
  const auto bytes = b.files.read("scenarios/courses/first-responder/open-laptop/plays/expert.play", 1u << 20);
  for (const session::PlayLine& line : session::parse_play(*bytes, prepared).play.lines) {
    const auto* action = std::get_if<session::Action>(&line.content);
    if (!action) continue;
    if (prepared.scenario.steps[b.shell->playing().played().session->attempt().step].kind == "custody-form") break;
    b.shell->playing().submit(*action, b.shell->playing().drawn_now()), b.settle();
    driver.settle(); // the window remembers what it shows
  }
  const Pictures then = photographs(*b.shell);
  REQUIRE(then.size() >= 2);
  CHECK(then.begin()->second != then.rbegin()->second);
  b.open(); // the program was closed
  b.sign_in("1234");
  screens::home(*b.shell).press_large_card();
  REQUIRE(b.shell->page() == PageName::play);
  CHECK(photographs(*b.shell) == then);
  b.shell->playing().rewind_to(then.rbegin()->first - 1);
  REQUIRE(b.shell->page() == PageName::play);
  Pictures before = then;
  before.erase(std::prev(before.end()));
  CHECK(photographs(*b.shell) == before);
}

TEST_CASE("shell: home shows the scene as it was left, and reading it changes nothing") {
  ShellBench b;
  b.dara();
  screens::home(*b.shell).open_lesson("one-phone");
  const session::Prepared& prepared = b.shell->playing().played().session->prepared();
  const auto bytes = b.files.read("scenarios/courses/first-responder/one-phone/plays/expert.play", 1u << 20);
  for (const session::PlayLine& line : session::parse_play(*bytes, prepared).play.lines) {
    const std::size_t step = b.shell->playing().played().session->attempt().step;
    if (prepared.scenario.steps[step].kind == "scene") break;
    if (const auto* action = std::get_if<session::Action>(&line.content))
      b.shell->playing().submit(*action, b.shell->playing().drawn_now()), b.settle();
  }
  const int turn = b.turn();
  b.shell->playing().leave();
  REQUIRE(screens::home(*b.shell).contents().go_on.has_value());
  CHECK_FALSE(screens::home(*b.shell).contents().go_on->layers.empty());
  screens::home(*b.shell).press_large_card();
  CHECK(b.turn() == turn);
}

TEST_CASE("shell: a refused action changes nothing and says why") {
  ShellBench b;
  b.dara();
  screens::home(*b.shell).press_large_card();
  session::Action wait;
  wait.kind = session::Action::Kind::wait, wait.seconds = 30; // in a briefing nothing can be waited for
  b.shell->playing().submit(wait, b.shell->playing().drawn_now());
  b.settle();
  CHECK(b.turn() == 0);
  CHECK(b.shell->playing().played().refused != "");
  CHECK_FALSE(b.shell->playing().played().unsaved.has_value());
  b.go_on();
  CHECK(b.shell->playing().played().refused == "");
}

TEST_CASE("shell: what was drawn for another attempt, step or turn is refused, and changes nothing") {
  ShellBench b;
  b.dara();
  screens::home(*b.shell).press_large_card();
  b.go_on();
  const screens::Drawn now = b.shell->playing().drawn_now();
  std::vector<screens::Drawn> stale(5, now);
  stale[0].attempt = "another", stale[1].step = 0, stale[2].turn -= 1, stale[3].turn += 1, stale[4] = {};
  for (const screens::Drawn& drawn : stale) {
    b.shell->playing().played().refused.clear();
    session::Action note;
    note.kind = session::Action::Kind::note, note.step = now.step, note.text = "late";
    b.shell->playing().submit(note, drawn);
    b.settle();
    CHECK(b.turn() == now.turn);
    CHECK(b.shell->playing().played().refused == b.shell->words().refusal("stale-turn"));
    CHECK_FALSE(b.shell->playing().played().unsaved.has_value());
  }
  session::Action note;
  note.kind = session::Action::Kind::note, note.step = now.step, note.text = "in time";
  b.shell->playing().submit(note, now);
  b.settle();
  CHECK(b.turn() == now.turn + 1);
}

TEST_CASE("shell: an act that a view held back is refused once another one has come") {
  struct LateView final : screens::StepView {
    std::optional<screens::StepIntent> kept;
    screens::StepIntent draw(ui::Frame&, const ui::Rect&, const screens::StepScene& scene) override {
      if (!kept) {
        kept.emplace(scene);
        kept->go_on = true;
      }
      return scene.drawn == kept->drawn ? screens::StepIntent(scene) : *kept;
    }
  };
  ShellBench b;
  b.dara();
  screens::home(*b.shell).press_large_card();
  b.shell->playing().played().view = std::make_unique<LateView>();
  const auto window = ui::open_headless();
  ui::Driver driver(*window, [&](ui::Frame& f) { screens::draw_shell(f, *b.shell); });
  session::Action note;
  note.kind = session::Action::Kind::note, note.step = b.shell->playing().drawn_now().step, note.text = "meanwhile";
  b.shell->playing().submit(note, b.shell->playing().drawn_now());
  b.settle();
  const int turn = b.turn();
  driver.settle(); // the view hands over what it had kept
  b.settle();
  CHECK(b.turn() == turn);
  CHECK(b.shell->playing().played().refused == b.shell->words().refusal("stale-turn"));
}

TEST_CASE("shell: a demonstration leaves nothing in the folder") {
  ShellBench b;
  b.dara();
  b.shell->switch_person();
  b.shell->start_demonstration();
  screens::home(*b.shell).press_large_card();
  REQUIRE(b.shell->page() == PageName::play);
  b.go_on();
  CHECK(b.turn() == 1);
  b.shell->playing().leave();
  CHECK(screens::home(*b.shell).contents().attempts.size() == 1);
  REQUIRE(screens::home(*b.shell).contents().go_on);
  CHECK(screens::home(*b.shell).contents().go_on->when.starts_with("Scene time "));
  CHECK(screens::home(*b.shell).contents().go_on->when.find("saved") == std::string::npos);
  b.shell->switch_person();
  CHECK(screens::sign_in(*b.shell).people().size() == 1);
  b.sign_in("1234");
  CHECK(screens::home(*b.shell).contents().attempts.empty());
}

TEST_CASE("shell: a text that is too long for a note is told beside it, and nothing of it is lost") {
  ShellBench b;
  b.dara();
  screens::home(*b.shell).press_large_card();
  const auto window = ui::open_headless();
  ui::Driver driver(*window, [&](ui::Frame& f) {
    screens::draw_shell(f, *b.shell);
    if (!(b.shell->window_settings() == window->settings())) window->set_settings(b.shell->window_settings());
  });
  CHECK_OK(driver.click("play/notebook"));
  CHECK_OK(driver.click("play/write-note"));
  driver.type("seen");
  SDL_SetClipboardText(std::string(5000, 'a').c_str());
  CHECK_OK(driver.key("Ctrl+V"));
  CHECK(driver.sees("Nothing was pasted: the text has 5000 letters, and there is room for 1996 of them."));
  CHECK(driver.layout_faults().empty());
  CHECK(b.shell->playing().played().memory.note == "seen");
  if (const char* folder = std::getenv("FIRSTHAND_PICTURES"))
    CHECK_OK(driver.save_png(std::filesystem::path(folder) / "note-too-long.png"));
}

TEST_CASE("shell: the places that are pressed under Wine are those of the controls, well inside") {
  ShellBench b;
  const auto window = ui::open_headless();
  ui::Driver driver(*window, [&](ui::Frame& f) { screens::draw_shell(f, *b.shell); });
  std::ifstream file(FIRSTHAND_SOURCE "/tools/windows/places.txt");
  int pressed = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) continue;
    std::istringstream words(line);
    std::string control;
    int x = 0, y = 0;
    REQUIRE((words >> control >> x >> y));
    const auto entry = driver.find(control);
    CAPTURE(line);
    REQUIRE(entry.ok());
    const ui::Rect& at = entry->rect; // a hand's breadth of change is allowed
    CHECK((x - at.x >= 20 && at.x + at.w - x >= 20 && y - at.y >= 10 && at.y + at.h - y >= 10));
    if (pressed++ == 0) CHECK_OK(driver.click(control));
  }
  CHECK(pressed == 5);
}

TEST_CASE("shell: pressed on the screen, a person is made, warmed up and at home") {
  ShellBench b;
  const auto window = ui::open_headless();
  ui::Driver driver(*window, [&](ui::Frame& f) {
    screens::draw_shell(f, *b.shell);
    if (!(b.shell->window_settings() == window->settings())) window->set_settings(b.shell->window_settings());
  });
  CHECK_OK(driver.click("sign-in/new"));
  driver.type("Sgt. Dara P."); // the field has the focus already
  CHECK_OK(driver.type_into("sign-in/new-pin", "1234"));
  CHECK_OK(driver.type_into("sign-in/new-pin-again", "1234"));
  CHECK_OK(driver.key("Enter"));
  REQUIRE(b.shell->page() == PageName::play);
  CHECK_OK(driver.click("play/back"));
  CHECK(b.shell->page() == PageName::home);
  CHECK_OK(driver.key("Ctrl+="));
  CHECK(window->settings().text_percent == 125);
  CHECK_OK(driver.key("F1"));
  CHECK(b.shell->help_open);
  CHECK_OK(driver.key("Escape"));
  CHECK_FALSE(b.shell->help_open);
  CHECK_OK(driver.click("home/person"));
  CHECK_OK(driver.click("home/menu/switch"));
  CHECK(b.shell->page() == PageName::sign_in);
  CHECK_OK(driver.click("sign-in/person/" + screens::sign_in(*b.shell).people().at(0).id));
  driver.type("1234");
  CHECK_OK(driver.key("Enter"));
  CHECK(b.shell->page() == PageName::home);
}

TEST_CASE("shell: Enter in a form leads to what is still empty, the button says so, and an empty PIN is no wrong one") {
  ShellBench b;
  const auto window = ui::open_headless();
  ui::Driver driver(*window, [&](ui::Frame& f) { screens::draw_shell(f, *b.shell); });
  CHECK_OK(driver.click("sign-in/new"));
  driver.type("Malee");
  for (const char* field : {"sign-in/new-pin", "sign-in/new-pin-again"}) {
    CHECK_OK(driver.key("Enter"));
    CHECK(driver.focused() == field);
    CHECK(screens::sign_in(*b.shell).memory.problem == "");
    CHECK_OK(driver.click("sign-in/create"));
    CHECK(driver.focused() == field);
    CHECK(screens::sign_in(*b.shell).memory.problem != "");
    screens::sign_in(*b.shell).memory.problem.clear();
    driver.type("1234");
  }
  CHECK(screens::sign_in(*b.shell).memory.new_name == "Malee");
  CHECK_OK(driver.key("Enter"));
  REQUIRE(b.shell->page() == PageName::play);
  b.shell->playing().leave(), b.shell->switch_person();
  driver.settle();
  CHECK_OK(driver.click("sign-in/person/" + screens::sign_in(*b.shell).people().at(0).id));
  for (int i = 0; i < 6; ++i) {
    CHECK_OK(driver.key("Enter"));
    CHECK_FALSE(driver.find("sign-in/go")->enabled);
    CHECK(driver.focused() == "sign-in/pin");
    CHECK(screens::sign_in(*b.shell).wait_seconds() == 0);
  }
  driver.type("9999");
  CHECK_OK(driver.key("Enter"));
  CHECK(screens::sign_in(*b.shell).memory.problem.find("not the PIN") != std::string::npos);
  CHECK(driver.focused() == "sign-in/pin");
  driver.type("1234");
  CHECK_OK(driver.key("Enter"));
  CHECK(b.shell->page() == PageName::home);
}

TEST_CASE("shell: after the trainer gave a new PIN it can be typed at once") {
  ShellBench b;
  const auto window = ui::open_headless();
  ui::Driver driver(*window, [&](ui::Frame& f) { screens::draw_shell(f, *b.shell); });
  b.dara();
  b.shell->switch_person();
  b.shell->go(screens::PageName::station);
  screens::station(*b.shell).memory.new_pin = screens::station(*b.shell).memory.new_pin_again = "2468";
  screens::station(*b.shell).set_trainer_pin();
  b.shell->go(screens::PageName::sign_in);
  driver.settle();
  CHECK_OK(driver.click("sign-in/person/" + screens::sign_in(*b.shell).people().at(0).id));
  CHECK_OK(driver.click("sign-in/forgot"));
  for (const char* pin : {"2468", "5555", "5555"}) {
    driver.type(pin);
    CHECK_OK(driver.key("Enter"));
  }
  CHECK(screens::sign_in(*b.shell).memory.done != "");
  driver.type("5555");
  CHECK_OK(driver.key("Enter"));
  CHECK(b.shell->page() == PageName::home);
}

TEST_CASE("shell: that the trainer's PIN was wrong is seen, also where the text is at its largest") {
  for (const int percent : {100, 200}) {
    ShellBench b;
    const auto window = ui::open_headless({}, {1024, 768});
    ui::Driver driver(*window, [&](ui::Frame& f) {
      screens::draw_shell(f, *b.shell);
      if (!(b.shell->window_settings() == window->settings())) window->set_settings(b.shell->window_settings());
    });
    b.dara();
    b.shell->switch_person();
    b.shell->go(screens::PageName::station);
    screens::station(*b.shell).memory.new_pin = screens::station(*b.shell).memory.new_pin_again = "2468";
    screens::station(*b.shell).set_trainer_pin();
    b.shell->go(screens::PageName::sign_in);
    app::Settings settings = b.shell->settings();
    settings.text_percent = percent;
    b.shell->change_settings(settings);
    driver.settle();
    screens::sign_in(*b.shell).pick(screens::sign_in(*b.shell).people().at(0).id);
    screens::sign_in(*b.shell).show_reset();
    driver.settle();
    for (const char* pin : {"1111", "5555", "5555"}) {
      driver.type(pin);
      CHECK_OK(driver.key("Enter"));
    }
    CAPTURE(percent);
    CHECK(driver.sees("That is not the trainer's PIN."));
    CHECK(driver.focused() == "sign-in/trainer");
  }
}

TEST_CASE("shell: from the names one button leads to the attempts, as soon as the trainer has a PIN") {
  ShellBench b;
  const auto window = ui::open_headless();
  ui::Driver driver(*window, [&](ui::Frame& f) { screens::draw_shell(f, *b.shell); });
  b.dara();
  b.shell->switch_person();
  driver.settle();
  CHECK_FALSE(driver.find("sign-in/attempts").ok());
  b.shell->go(screens::PageName::station);
  screens::station(*b.shell).memory.new_pin = screens::station(*b.shell).memory.new_pin_again = "2468";
  screens::station(*b.shell).set_trainer_pin();
  b.shell->go(screens::PageName::sign_in);
  driver.settle();
  CHECK_OK(driver.click("sign-in/attempts"));
  CHECK(b.shell->page() == screens::PageName::attempts);
  CHECK_OK(driver.click("attempts/back"));
  CHECK(b.shell->page() == screens::PageName::sign_in);
}

TEST_CASE("shell: who sets the trainer's PIN on the way to a forgotten one comes back to the first empty field") {
  ShellBench b;
  const auto window = ui::open_headless();
  ui::Driver driver(*window, [&](ui::Frame& f) { screens::draw_shell(f, *b.shell); });
  b.dara();
  b.shell->switch_person();
  driver.settle();
  CHECK_OK(driver.click("sign-in/person/" + screens::sign_in(*b.shell).people().at(0).id));
  CHECK_OK(driver.click("sign-in/forgot"));
  CHECK_OK(driver.click("sign-in/to-station"));
  screens::station(*b.shell).memory.new_pin = screens::station(*b.shell).memory.new_pin_again = "2468";
  screens::station(*b.shell).set_trainer_pin();
  b.shell->go(screens::PageName::sign_in);
  driver.settle();
  CHECK(driver.focused() == "sign-in/trainer");
}

TEST_CASE("shell: a word about what a field does not take covers no other field") {
  for (const ui::Size size : {ui::Size{960, 600}, ui::Size{1366, 768}, ui::Size{1920, 1080}}) {
    CAPTURE(size.w);
    ShellBench b;
    const auto window = ui::open_headless({}, size);
    ui::Driver driver(*window, [&](ui::Frame& f) { screens::draw_shell(f, *b.shell); });
    CHECK_OK(driver.click("sign-in/new"));
    for (const char* field : {"sign-in/new-pin", "sign-in/new-pin-again"}) {
      CHECK_OK(driver.type_into(field, "x"));
      REQUIRE(driver.sees("Only the digits 0 to 9 can stand here."));
      ui::Rect word;
      for (const ui::Entry& entry : window->registry().entries())
        if (entry.role == ui::Role::notice && entry.label == "Only the digits 0 to 9 can stand here.") word = entry.rect;
      CHECK_FALSE(word.empty());
      for (const ui::Entry& entry : window->registry().entries())
        if (entry.role == ui::Role::field) CHECK(ui::intersection(word, entry.rect).empty());
    }
  }
}

TEST_CASE("shell: a name of the computer that is typed and not saved is told once before it is left") {
  for (const int field : {0, 1, 2}) {
    ShellBench b;
    b.shell->go(screens::PageName::station);
    screens::StationMemory& typed = screens::station(*b.shell).memory;
    (field == 0 ? typed.station : field == 1 ? typed.room : typed.place) = "P1";
    screens::station(*b.shell).give_up();
    CHECK(b.shell->page() == PageName::station);
    CHECK(typed.problem != "");
    screens::station(*b.shell).give_up();
    CHECK(b.shell->page() == PageName::sign_in);
    b.shell->go(screens::PageName::station);
    CHECK(screens::station(*b.shell).memory.station == "");
    screens::station(*b.shell).give_up(); // nothing was typed: nothing is said
    CHECK(b.shell->page() == PageName::sign_in);
  }
}

} // namespace shell_tests
