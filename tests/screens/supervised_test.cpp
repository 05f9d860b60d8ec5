// A supervised session at the window: opened, sat in, noted in and closed as people do it, and what every page says of it meanwhile.
#include "engine/certificate/facts.h"
#include "tests/screens/shell_bench.h"
#include "tests/screens/supervised_bench.h"
#include "tools/firsthand/window_paper.h"

namespace shell_tests {

namespace {

bool makes_a_page(SupervisedBench& b, const std::string& attempt) {
  bool made = false;
  b.shell->ask([attempt](app::DataFolder& data_folder) { return certificate::recorded_facts(data_folder.store(), attempt); },
               [&made](const base::Result<certificate::Facts>& facts) { made = facts.ok(); });
  b.settle();
  return made;
}

} // namespace

TEST_CASE("supervised window: from opening to closing, and the third word where a result is told") {
  SupervisedBench b;
  b.lessons_of("0071");
  b.open_session("0071 0072");
  CHECK(b.page().memory.part == screens::SupervisionPart::inside);
  CHECK(b.page().seats().size() == 2);
  CHECK(b.page().seats()[0].how == "Not begun");
  b.page().back();
  CHECK(b.shell->page() == PageName::sign_in);
  CHECK(b.says("Supervised by Capt. Mali Srisuk · Room 3 · until 16:00 · no hints"));
  b.arrive("0071");
  CHECK(b.says("you are in it: your test is supervised"));
  CHECK(b.notice("you are in it").meaning == ui::Meaning::accent);
  screens::home(*b.shell).open_lesson("knowledge");
  CHECK(b.shell->page() == PageName::identity);
  CHECK(screens::identity(*b.shell).state.detail == "0071 · Patrol");
  screens::identity(*b.shell).press("card");
  REQUIRE(b.shell->page() == PageName::play);
  CHECK(b.says("Supervised by Capt. Mali Srisuk · Room 3"));
  b.answer_all(10);
  REQUIRE(b.shell->page() == PageName::test_result);
  CHECK(screens::test_result(*b.shell).state.verdict == "Passed supervised");
  const std::string sat = b.shell->playing().played().session->id();
  CHECK_FALSE(makes_a_page(b, sat)); // what is noted afterwards would not stand on it
  b.shell->go(PageName::home);
  CHECK(screens::home(*b.shell).contents().attempts.front().result == "Passed supervised");
  CHECK(b.card().tag == "Passed supervised");
  CHECK(b.map_says("After, supervised, "));
  CHECK_FALSE(b.says("you are in it: your test is supervised")); // it is over
  b.enter_session();
  CHECK(b.page().seats()[0].how == "Handed in");
  b.page().memory.person = b.id("0071");
  b.page().note("device");
  b.page().memory.closing = true;
  CHECK(b.says("Nobody is at the test now. 1 has not begun."));
  CHECK(b.page().seats()[0].detail == "0071 · Used a device of their own");
  b.page().close();
  CHECK(b.page().memory.part == screens::SupervisionPart::closed);
  CHECK(b.page().seats()[0].how == "Handed in");
  CHECK(b.page().seats()[1].how == "Missing: sat nothing");
  CHECK(makes_a_page(b, sat));
  CHECK_FALSE(b.says("by the closing")); // nothing was
  b.page().done();
  CHECK(b.shell->page() == PageName::sign_in);
  CHECK_FALSE(b.says("Supervised by"));
}

TEST_CASE("supervised window: who is not present is told and sits as always; closing takes the test off the screen") {
  SupervisedBench b;
  b.open_session("0071");
  b.arrive("0072");
  CHECK(b.says("you are not in it: a test that you begin is unsupervised"));
  screens::home(*b.shell).open_lesson("knowledge");
  REQUIRE(b.shell->page() == PageName::play);
  CHECK_FALSE(b.says("Supervised by"));
  b.shell->switch_person();
  b.arrive("0071");
  screens::home(*b.shell).open_lesson("knowledge");
  screens::identity(*b.shell).press("pin");
  REQUIRE(b.shell->page() == PageName::play);
  b.enter_session();
  CHECK(b.page().seats()[0].how == "Begun");
  b.page().close();
  CHECK(b.page().seats()[0].how == "Handed in by the closing");
  CHECK(b.says("1 test was handed in by the closing, as it stood."));
  b.page().done();
  CHECK(b.shell->page() == PageName::sign_in);
  CHECK_FALSE(b.shell->playing().open());
  b.arrive("0071");
  CHECK(screens::home(*b.shell).contents().attempts.front().result == "Before the lessons: handed in");
}

TEST_CASE("supervised window: a wrong PIN, a wrong number and a time that has passed are named before anything is opened") {
  SupervisedBench b;
  const auto refused = [&b](const char* numbers, const char* until, const char* pin, const char* name = "0070") {
    b.shell->over(PageName::supervision);
    b.type(name, pin, numbers, until);
    b.page().open();
    const std::string problem = b.page().memory.problem;
    CHECK(b.page().memory.part == screens::SupervisionPart::opening);
    b.page().back();
    return problem;
  };
  CHECK(refused("0071", "16:00", "9999") == "That is not the PIN of Capt. Mali Srisuk.");
  CHECK(refused("0071", "16:00", "1234", "0071").starts_with("The list of people has nobody of that name"));
  CHECK(refused("", "16:00", "1234") == "Enter the service numbers of those present, without your own.");
  CHECK_FALSE(b.shell->front().session);
}

TEST_CASE("supervised window: what was typed for a session is there after going back, but never a PIN; nobody else finds it") {
  SupervisedBench b;
  const auto open = [&b]() -> screens::SupervisionMemory& {
    b.shell->over(PageName::supervision);
    return b.page().memory;
  };
  const auto type = [&] { open(), b.type("0070", "1234", "0071 0072", "16:00"), b.page().memory.room = "Hall"; };
  type();
  b.page().back();
  CHECK(open().numbers == "0071 0072");
  CHECK(b.page().memory.supervisor == "0070");
  CHECK(b.page().memory.until == "16:00");
  CHECK(b.page().memory.room == "Hall");
  CHECK(b.page().memory.pin == "");
  b.tick(601'000); // nobody is there
  REQUIRE(b.shell->page() == PageName::sign_in);
  CHECK(open().numbers == "");
  b.page().back();
  type();
  b.page().back();
  b.arrive("0071"), b.shell->switch_person(); // somebody else was
  CHECK(open().numbers == "");
  b.page().back();
  b.open_session("0071 0072");
  b.page().close(), b.page().done();
  CHECK(open().numbers == ""); // it was opened
}

TEST_CASE("supervised window: what is noted is chosen by its number and asks twice, and who sits there is said by a letter and Enter") {
  SupervisedBench b;
  b.lessons_of("0071");
  b.open_session("0071 0072");
  const auto window = ui::open_headless(b.shell->window_settings(), {1280, 720});
  ui::Driver driver(*window, [&](ui::Frame& f) { screens::draw_shell(f, *b.shell); });
  CHECK_OK(driver.click("supervision/person/" + b.id("0072")));
  CHECK_OK(driver.key("2"));
  CHECK_OK(driver.key("Enter")); // it asks twice
  CHECK(b.page().seats()[1].detail == "0072");
  CHECK_OK(driver.key("Enter"));
  b.settle(), driver.settle();
  CHECK(b.page().seats()[1].detail != "0072");
  b.arrive("0071");
  screens::home(*b.shell).open_lesson("knowledge");
  REQUIRE(b.shell->page() == PageName::identity);
  driver.settle();
  CHECK(driver.focused() == "identity/back");
  CHECK_OK(driver.key("B"));
  CHECK(b.shell->page() == PageName::identity);
  CHECK(driver.focused() == "identity/known");
  CHECK_OK(driver.key("Enter"));
  b.settle();
  CHECK(b.shell->page() == PageName::play);
}

TEST_CASE("supervised window: what is wrong with the time or a number stands once, beside the field, which is gone to") {
  SupervisedBench b;
  const auto beside = [&b](const std::string& numbers, const char* until, const char* field, const char* fault) {
    b.shell->over(PageName::supervision);
    b.type("0070", "1234", numbers, until);
    const auto window = ui::open_headless(b.shell->window_settings(), {1280, 720});
    ui::Driver driver(*window, [&](ui::Frame& f) { screens::draw_shell(f, *b.shell); });
    CHECK_OK(driver.click("supervision/open"));
    CHECK(b.page().memory.part == screens::SupervisionPart::opening);
    CHECK(driver.focused() == field);
    std::vector<std::string> told;
    for (const ui::Entry& each : window->registry().entries())
      if (each.role == ui::Role::notice) told.push_back(each.label);
    REQUIRE(told.size() == 1);
    CHECK(told[0].starts_with(fault));
    CHECK(told[0].size() < 200);
    b.page().back();
  };
  const char* const nobody = "Nobody in the list of people has this number: 9999";
  beside("0071 9999", "16:00", "supervision/numbers", nobody);
  beside("0071 0071", "16:00", "supervision/numbers", "This number stands there twice: 0071");
  beside(std::string(3'000, '9'), "16:00", "supervision/numbers", nobody);
  beside("0071", "09:00", "supervision/until", "That time has passed. Enter a later time of today.");
  beside("0071", "later", "supervision/until", "That is no time. Write hours and minutes, such as 12:00.");
  CHECK_FALSE(b.shell->front().session);
}

TEST_CASE("supervised window: what is noted keeps its name while it asks again, and the focus stays on whoever it was noted of") {
  SupervisedBench b;
  b.open_session("0071 0072");
  const auto window = ui::open_headless(b.shell->window_settings(), {1280, 720});
  ui::Driver driver(*window, [&](ui::Frame& f) { screens::draw_shell(f, *b.shell); });
  const std::string row = "supervision/person/" + b.id("0071");
  CHECK_OK(driver.click(row));
  CHECK_OK(driver.click("supervision/code/helped"));
  const auto code = driver.find("supervision/code/helped");
  REQUIRE(code.ok());
  CHECK(code->label == "Was helped");
  CHECK(code->value == "Press again");
  CHECK(code->role == ui::Role::verb);
  CHECK_OK(driver.key("Enter"));
  driver.settle();
  CHECK(b.page().seats()[0].detail == "0071 · Was helped");
  CHECK(driver.focused() == row);
  CHECK_OK(driver.click(row));
  CHECK_OK(driver.key("Tab"));
  CHECK_OK(driver.key("Escape"));
  driver.settle();
  CHECK(b.page().memory.person.empty());
  CHECK(driver.focused() == row);
}

TEST_CASE("supervised window: where the list names nobody the page says what to do; one that was never closed is told at the next start") {
  SupervisedBench none("");
  none.shell->over(PageName::supervision);
  CHECK(none.says("Add a column “supervises” to the list"));
  SupervisedBench b;
  b.open_session("0071");
  b.clock.set({b.clock.now().milliseconds + 86'400'000});
  b.open();
  CHECK(b.shell->page() == PageName::sign_in);
  CHECK(b.says("Never closed: the supervised session of Capt. Mali Srisuk, Room 3, was to end"));
  b.shell->over(PageName::supervision);
  CHECK(b.page().memory.part == screens::SupervisionPart::pin);
}

TEST_CASE("supervised window: home offers nothing to go on with once the session's time is over, and says what becomes of it") {
  SupervisedBench b;
  b.open_session("0071");
  b.arrive("0071");
  screens::home(*b.shell).open_lesson("knowledge");
  screens::identity(*b.shell).press("card");
  REQUIRE(b.shell->page() == PageName::play);
  b.shell->switch_person();
  b.arrive("0071");
  CHECK(screens::home(*b.shell).contents().go_on->button == "Continue");
  CHECK(b.card().may_begin);
  b.shell->switch_person();
  b.clock.set({b.clock.now().milliseconds + 4 * 3'600'000});
  b.arrive("0071");
  REQUIRE(screens::home(*b.shell).contents().go_on);
  CHECK(screens::home(*b.shell).contents().go_on->button != "Continue");
  CHECK_FALSE(b.card().may_begin);
  CHECK(b.card().summary.starts_with("The time of its supervised session is over. It is handed in as it stands"));
}

TEST_CASE("supervised window: the page closes by itself when nobody works at it, and then asks for the PIN again") {
  SupervisedBench b;
  b.open_session("0071");
  b.tick(3 * 60'000);
  CHECK(b.shell->page() == PageName::sign_in);
  b.shell->over(PageName::supervision);
  CHECK(b.page().memory.part == screens::SupervisionPart::pin);
  CHECK(b.page().memory.pin.empty());
}

} // namespace shell_tests
