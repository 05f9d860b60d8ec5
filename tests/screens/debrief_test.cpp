// The debrief of real attempts: what page one says, that it is short, that both pages hold together at every size.
#include "tests/screens/debrief_fixture.h"

#include <fmt/format.h>

using namespace firsthand;
using namespace firsthand::screens;

namespace {

std::filesystem::path debrief_png(const std::string& name) {
  const auto folder = std::filesystem::temp_directory_path() / "firsthand-screens";
  std::filesystem::create_directories(folder);
  return folder / (name + ".png");
}

std::string page_one_words(const ui::DebriefState& s) {
  std::string all = fmt::format("[{}] {}\n", s.tag.label, s.headline);
  for (const ui::DebriefBlock& block : s.blocks) {
    all += fmt::format("{}: {} {}\n", block.title, block.lead, block.words);
    for (const std::string& line : block.small) all += "   " + line + "\n";
  }
  return all + fmt::format("lost: {} | not secured: {} | saved: {} | {} ({})\n", s.lost, s.not_secured, s.saved, s.back.label, s.back.turn);
}

const char* const lessons[][2] = {
    {"open-laptop", "careless"}, {"open-laptop", "expert"},   {"open-laptop", "unlucky"}, {"open-laptop", "over-cautious"}, {"open-laptop", "lid"},
    {"open-laptop", "bag-first"}, {"open-laptop", "phone-later"}, {"one-phone", "careless"}, {"one-phone", "expert"}, {"one-phone", "unlucky"},
    {"one-phone", "over-cautious"}, {"one-phone", "browsing"}};

struct Show {
  const char* name;
  ui::Theme theme;
  int percent;
  ui::Size size;
};
const Show shows[] = {{"light-100", ui::Theme::light, 100, {1280, 720}}, {"dark-150", ui::Theme::dark, 150, {1366, 768}},
                      {"contrast-125", ui::Theme::high_contrast, 125, {1280, 720}}, {"dark-200-wide", ui::Theme::dark, 200, {1920, 1080}},
                      {"light-200", ui::Theme::light, 200, {1280, 720}}, {"dark-100", ui::Theme::dark, 100, {1920, 1080}}};

void show_pages(const ui::DebriefState& state, const std::string& name, const Show& show) {
  const auto window = ui::open_headless({show.theme, show.percent, ui::Motion::reduced, "en"}, show.size);
  ui::DebriefMemory memory;
  ui::Driver driver(*window, [&](ui::Frame& f) { ui::draw_debrief(f, state, memory); });
  CHECK(ui::describe(driver.layout_faults()) == "");
  CHECK_OK(driver.save_png(debrief_png(fmt::format("debrief-{}-{}-1", name, show.name))));
  CHECK_OK(driver.click("debrief/everything"));
  CHECK(memory.page == 2);
  CHECK(ui::describe(driver.layout_faults()) == "");
  CHECK_OK(driver.save_png(debrief_png(fmt::format("debrief-{}-{}-2", name, show.name))));
  CHECK_OK(driver.click("debrief/finding/0"));
  CHECK(memory.open_finding == 0);
  CHECK(ui::describe(driver.layout_faults()) == "");
  CHECK_OK(driver.save_png(debrief_png(fmt::format("debrief-{}-{}-3", name, show.name))));
}

} // namespace

TEST_CASE("screens: page one of every debrief has at most ninety words") {
  const app::Words words;
  for (const auto& [lesson_name, play] : lessons) {
    const Lesson lesson(lesson_name);
    const Run run(lesson, play);
    const ui::DebriefState state = run.state(words);
    CAPTURE(lesson_name);
    CAPTURE(play);
    CAPTURE(page_one_words(state));
    CHECK(ui::words_on_page_one(state) <= 90);
  }
}

TEST_CASE("screens: both pages of the debrief hold together at every size") {
  const app::Words words;
  const Lesson lesson("open-laptop");
  const Run expert(lesson, "expert");
  for (const char* play : {"careless", "expert", "unlucky", "over-cautious"}) {
    const Run run(lesson, play);
    for (const Show& show : shows) show_pages(run.state(words, &expert), play, show);
  }
}
