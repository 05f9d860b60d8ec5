// Leaving an exercise: home then shows the scene as it was left, and nothing that is drawn may have died with the exercise.
#include "tests/screens/shell_bench.h"

#include "tests/ui/fixture.h"

namespace shell_tests {

TEST_CASE("leave: home is drawn after every turn of an exercise that was left, and of a computer that was started anew") {
  ShellBench b;
  b.dara();
  b.shell->open_lesson("one-phone");
  const std::string attempt = b.shell->played().sitting->id();
  const auto window = ui::open_headless();
  ui::Driver driver(*window, [&](ui::Frame& f) { ui::draw_shell(f, *b.shell); });
  int with_layers = 0;
  for (int turn = 0; turn < 12; ++turn) {
    const auto& offers = b.shell->played().offers.actions;
    if (turn % 2 == 0 || offers.empty())
      b.go_on();
    else
      b.shell->submit(offers.front(), b.shell->drawn_now()), b.settle();
    b.shell->leave_play();
    if (turn % 3 == 2) b.open(), b.sign_in("1234"); // nothing of the old shell is left
    b.settle();
    REQUIRE(b.shell->page() == ShellPage::home);
    driver.settle();
    REQUIRE(b.shell->home().go_on.has_value());
    CHECK(b.shell->home().open_attempt == attempt);
    for (const ui::Picture& layer : b.shell->home().go_on->layers) {
      CHECK(layer.key.find(".svg@") != std::string::npos);
      CHECK(layer.bytes != nullptr);
      ++with_layers;
    }
    b.shell->open_attempt(attempt);
    b.settle();
    REQUIRE(b.shell->page() == ShellPage::play);
  }
  CHECK(with_layers > 0);
}

} // namespace shell_tests
