// What a page says moves nothing that is pressed: over all pages that ask for something.
#include "tests/screens/still.h"
#include "tests/screens/supervised_bench.h"

namespace shell_tests {

namespace {

void set_trainer_pin(ShellBench& b) {
  b.shell->go(PageName::station);
  screens::station(*b.shell).memory.new_pin = screens::station(*b.shell).memory.new_pin_again = "2468";
  screens::station(*b.shell).set_trainer_pin();
  REQUIRE(b.shell->front().trainer_pin);
}

void leave_all(ShellBench& b) {
  if (b.shell->in_demonstration() || !b.shell->person().id.empty()) b.shell->switch_person();
  b.shell->go(PageName::sign_in);
}

} // namespace

TEST_CASE("still: nothing that is pressed moves under what is said, where somebody signs in, is new, or has no PIN") {
  ShellBench b;
  b.dara();
  b.shell->switch_person();
  set_trainer_pin(b);
  const auto pick = [&b] { leave_all(b), screens::sign_in(*b.shell).pick(screens::sign_in(*b.shell).people().at(0).id); };
  check_still(b, "pin", pick);
  check_still(b, "reset", [&] { pick(), screens::sign_in(*b.shell).show_reset(); });
  check_still(b, "new person", [&b] {
    leave_all(b);
    screens::sign_in(*b.shell).memory = {}, screens::sign_in(*b.shell).memory.page = screens::SignInPart::add;
  });
}

TEST_CASE("still: nothing that is pressed moves under what is said, on the trainer's pages") {
  ShellBench b;
  check_still(b, "station", [&b] { b.shell->go(PageName::station); });
  set_trainer_pin(b);
  check_still(b, "which list", [&b] {
    leave_all(b), b.shell->over(PageName::lists);
    screens::lists(*b.shell).memory.pin = "2468", screens::lists(*b.shell).enter_pin();
  });
  check_still(b, "station with a PIN", [&b] { b.shell->go(PageName::station); });
  check_still(b, "attempts", [&b] { leave_all(b), b.shell->over(PageName::attempts); });
  check_still(b, "lists", [&b] { leave_all(b), b.shell->over(PageName::lists); });
  check_still(b, "settings", [&b] { leave_all(b), b.shell->over(PageName::settings); });
}

TEST_CASE("still: nothing that is pressed moves under what is said, where a session is opened and entered") {
  SupervisedBench b;
  const auto open = [&b] { leave_all(b), b.shell->over(PageName::supervision); };
  check_still(b, "opening", open);
  b.open_session("0071");
  check_still(b, "entering", open);
}

TEST_CASE("still: why something did not work lies over the page, and a press beside it counts there") {
  ShellBench b;
  b.dara();
  const auto window = ui::open_headless();
  ui::Driver driver(*window, [&](ui::Frame& f) { screens::draw_shell(f, *b.shell); });
  const ui::Rect before = driver.find("home/continue")->rect;
  b.shell->problem = "It did not work.";
  driver.settle();
  CHECK(driver.sees("It did not work."));
  CHECK(driver.find("home/continue")->rect == before);
  CHECK_OK(driver.key("Escape"));
  CHECK(b.shell->problem == "");
  b.shell->problem = "It did not work.";
  driver.settle();
  CHECK_OK(driver.click("home/continue"));
  CHECK(b.shell->problem == "");
  CHECK(b.shell->page() != PageName::home);
}

} // namespace shell_tests
