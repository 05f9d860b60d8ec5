// The page of the two futures: what is told of both runs, what stands on the line, and that it holds together at every size.
#include "tests/screens/debrief_fixture.h"

#include <fmt/format.h>

using namespace firsthand;
using namespace firsthand::screens;

namespace {

std::filesystem::path futures_png(const std::string& name) {
  const auto folder = std::filesystem::temp_directory_path() / "firsthand-screens-futures";
  std::filesystem::create_directories(folder);
  return folder / (name + ".png");
}

std::string all_futures_words(const DebriefFutures& told) {
  std::string all = told.sentence + "\n" + told.depends + "\n";
  for (const FutureRun* run : {&told.own, &told.other}) {
    all += run->title + ":";
    for (const DebriefTag& tag : run->outcomes)
      all += " [" + tag.label + "]";
    all += "\n";
  }
  for (std::size_t i = 0; i < told.marks(); ++i)
    all += fmt::format("  {} {}{}\n",
                       i < told.before.size() ? "="
                       : told.is_other(i)     ? "+"
                                              : "-",
                       told.mark(i).words, told.mark(i).differs ? "  <<" : "");
  return all;
}

} // namespace

TEST_CASE("screens: futures printed" * doctest::skip()) {
  const content::Words words;
  for (const char* name : {"one-phone", "open-laptop"}) {
    const Lesson lesson(name);
    for (const std::string& file : lesson.disk.list(lesson.folder + "/plays")) {
      const Run run(lesson, file.substr(0, file.find('.')));
      const DebriefState state = run.state(words);
      MESSAGE(name << " " << file << "\n" << all_futures_words(state.futures));
      const auto window = ui::open_headless({}, {1280, 720});
      DebriefMemory memory;
      memory.page = 3;
      ui::Driver driver(*window, [&](ui::Frame& f) { draw_debrief(f, state, memory); });
      CHECK(ui::describe(driver.layout_faults()) == "");
      CHECK_OK(driver.save_png(futures_png(fmt::format("{}-{}", name, file.substr(0, file.find('.'))))));
    }
  }
}

TEST_CASE("screens: futures pictured" * doctest::skip()) {
  const content::Words words;
  struct Look {
    const char* lesson;
    const char* play;
    ui::Theme theme;
    int percent;
    ui::Size size;
  };
  const Look looks[] = {{"open-laptop", "careless", ui::Theme::dark, 100, {1366, 768}},
                        {"open-laptop", "bag-first", ui::Theme::light, 100, {1024, 768}},
                        {"one-phone", "leak-ignored", ui::Theme::high_contrast, 100, {1920, 1080}},
                        {"one-phone", "over-cautious", ui::Theme::light, 150, {1280, 720}},
                        {"open-laptop", "expert", ui::Theme::light, 100, {1280, 720}},
                        {"open-laptop", "lid", ui::Theme::light, 200, {1366, 768}}};
  for (const Look& look : looks) {
    const Lesson lesson(look.lesson);
    const Run run(lesson, look.play);
    const DebriefState state = run.state(words);
    const auto window = ui::open_headless({look.theme, look.percent, ui::Motion::reduced, "en"}, look.size);
    DebriefMemory memory;
    memory.page = 3;
    ui::Driver driver(*window, [&](ui::Frame& f) { draw_debrief(f, state, memory); });
    CHECK(ui::describe(driver.layout_faults()) == "");
    CHECK_OK(driver.save_png(futures_png(fmt::format("look-{}-{}-{}", look.lesson, look.play, look.percent))));
    CHECK_OK(driver.key("End"));
    CHECK_OK(driver.save_png(futures_png(fmt::format("look-{}-{}-{}-end", look.lesson, look.play, look.percent))));
  }
}
