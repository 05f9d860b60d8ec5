// From the debrief a page to print is written, and it is said where it is: of what counts, and on a record.
#include "engine/ui/driver.h"
#include "tests/screens/shell_bench.h"

#include <fstream>

namespace shell_tests {

namespace {

struct PrintingBench : ShellBench {
  std::unique_ptr<ui::Window> window = ui::open_headless();
  ui::Driver driver{*window, [this](ui::Frame& f) { screens::draw_shell(f, *shell); }};

  void play(const std::string& lesson, const std::string& name) {
    screens::home(*shell).open_lesson(lesson);
    play_through(name);
    REQUIRE(shell->page() == PageName::debrief);
    driver.settle();
  }
  bool offered() {
    driver.settle();
    return driver.find("debrief/print").ok();
  }
  std::vector<std::filesystem::path> pages() const {
    std::vector<std::filesystem::path> all;
    if (std::filesystem::exists(folder.path / "certificates"))
      for (const auto& each : std::filesystem::directory_iterator(folder.path / "certificates"))
        all.push_back(each.path());
    return all;
  }
  std::string said() { return window->registry().read_aloud(); }
};

} // namespace

TEST_CASE("printing: a lesson that was practised gives a result, and the window says where it is") {
  PrintingBench b;
  b.dara();
  b.play("one-phone", "careless");
  REQUIRE(b.offered());
  CHECK(b.driver.click("debrief/print").ok());
  b.driver.settle();
  REQUIRE(b.pages().size() == 1);
  const std::string name = b.pages().front().filename().string();
  CHECK(name.starts_with("result-one-phone-"));
  CHECK(name.ends_with("-en.pdf"));
  CHECK(b.said().find("The page is in this file: ") != std::string::npos);
  CHECK(b.said().find(name) != std::string::npos);
  std::ifstream in(b.pages().front(), std::ios::binary);
  CHECK(std::string(std::istreambuf_iterator<char>(in), {}).starts_with("%PDF-"));
  CHECK(b.driver.click("debrief/printed/close").ok());
  b.driver.settle();
  CHECK(b.said().find("The page is in this file") == std::string::npos);
  CHECK(b.driver.click("debrief/print").ok()); // once more: the same page, in the same file
  b.driver.settle();
  CHECK(b.pages().size() == 1);
}

TEST_CASE("printing: who presses beside what was said of the page gets what was pressed") {
  PrintingBench b;
  b.dara();
  b.play("one-phone", "careless");
  CHECK(b.driver.click("debrief/print").ok());
  b.driver.settle();
  REQUIRE(b.said().find("The page is in this file: ") != std::string::npos);
  CHECK(b.driver.click("debrief/everything").ok());
  b.driver.settle();
  CHECK(b.driver.find("debrief/first-page").ok());
  CHECK(b.said().find("The page is in this file") == std::string::npos);
}

TEST_CASE("printing: what cannot be written is said, and nothing is left behind") {
  PrintingBench b;
  b.dara();
  b.play("one-phone", "careless");
  std::ofstream(b.folder.path / "certificates") << "a file is in the way";
  CHECK(b.driver.click("debrief/print").ok());
  b.driver.settle();
  CHECK(b.said().find("The page is in this file") == std::string::npos);
  CHECK(b.shell->problem != "");
}

TEST_CASE("printing: a demonstration and the warm-up give no page") {
  PrintingBench b;
  b.add("Sgt. Dara P.", "1234"); // the warm-up
  b.play_through("well");
  REQUIRE(b.shell->page() == PageName::debrief);
  CHECK_FALSE(b.offered());
  b.shell->switch_person();
  b.shell->start_demonstration();
  b.play("one-phone", "careless");
  CHECK_FALSE(b.offered());
}

} // namespace shell_tests
