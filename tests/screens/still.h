// Presses everything on a page, with nothing and with nonsense in its fields, and looks whether what remains on it keeps its place.
#pragma once

#include "tests/screens/shell_bench.h"
#include "tests/ui/fixture.h"

#include <map>
#include <vector>

namespace shell_tests {

class StillPage {
 public:
  // `open`: shows the page as it is when it is entered, whatever was pressed before.
  StillPage(ShellBench& bench, std::function<void()> open, int percent, const char* language)
      : bench_(bench), open_(std::move(open)),
        window_(ui::open_headless({ui::Theme::light, percent, ui::Motion::reduced, language}, {1280, 720})),
        driver_(*window_, [this](ui::Frame& f) { screens::draw_shell(f, *bench_.shell); }) {}

  // Returns how many controls were pressed.
  int press_each(bool with_nonsense) {
    fresh(with_nonsense);
    int pressed = 0;
    const auto is_tried = [with_nonsense](const ui::Entry& e) { // a field that is pressed was tried while nothing stood in it
      return e.is_pressable() && e.role != ui::Role::tab && (!with_nonsense || e.role == ui::Role::button);
    };
    for (const std::string& id : ids(is_tried)) {
      CAPTURE(id);
      fresh(with_nonsense);
      if (!driver_.find(id).ok() || !driver_.scroll_to(id).ok()) continue;
      driver_.settle();
      const Places before = places();
      const std::string screen = bench_.shell->screen_name();
      const ui::Settings look = bench_.shell->window_settings();
      if (!driver_.click(id).ok()) continue; // not enabled
      bench_.settle(), driver_.settle();
      ++pressed;
      if (bench_.shell->screen_name() == screen && bench_.shell->window_settings() == look) compare(before);
    }
    return pressed;
  }

 private:
  struct Places {
    std::map<std::string, std::pair<ui::Rect, std::string>> controls; // with the area in which they scroll
    std::map<std::string, int> heads;                                 // of each area its first heading: goes with it, and with nothing else
  };

  template<class Wanted> std::vector<std::string> ids(Wanted wanted) const {
    std::vector<std::string> all;
    for (const ui::Entry& entry : window_->registry().entries())
      if (entry.layer == 0 && wanted(entry) && !entry.id.ends_with("/bar")) all.push_back(entry.id);
    return all;
  }
  Places places() const {
    Places all;
    for (const ui::Entry& entry : window_->registry().entries()) {
      if (entry.layer != 0) continue;
      if (entry.is_control() && !entry.id.ends_with("/bar")) all.controls[entry.id] = {entry.rect, entry.area};
      if (entry.role == ui::Role::heading && !entry.area.empty()) all.heads.emplace(entry.area, entry.rect.y);
    }
    return all;
  }
  void fresh(bool with_nonsense) {
    bench_.shell->help_open = false;
    bench_.shell->problem.clear();
    open_();
    driver_.settle();
    if (!with_nonsense) return;
    int typed = 99990; // another one in each: none of it fits the rest
    for (const std::string& field : ids([](const ui::Entry& e) { return e.role == ui::Role::field; })) {
      CAPTURE(field);
      if (!driver_.scroll_to(field).ok()) continue;
      const Places before = places();
      (void)driver_.type_into(field, std::to_string(typed++));
      compare(before);
    }
  }
  // All of a page may be scrolled to what was said, or to the field that is wrong; its heading goes with it.
  void compare(const Places& before) {
    const Places after = places();
    for (const auto& [id, now] : after.controls) {
      const auto was = before.controls.find(id);
      if (was == before.controls.end()) continue;
      CAPTURE(id);
      const auto& [rect, area] = now;
      const auto head = after.heads.find(area), head_before = before.heads.find(area);
      const bool scrolls = head != after.heads.end() && head_before != before.heads.end();
      const int scrolled = scrolls ? head->second - head_before->second : 0;
      CHECK(rect.x == was->second.first.x);
      CHECK(rect.y - was->second.first.y == scrolled);
    }
  }

  ShellBench& bench_;
  std::function<void()> open_;
  std::unique_ptr<ui::Window> window_;
  ui::Driver driver_;
};

// At one look; `tools/test --all` takes the other language and large text as well.
inline void check_still(ShellBench& bench, const char* page, const std::function<void()>& open) {
  std::vector<std::pair<int, const char*>> looks{{100, "en"}};
  if (ui::thorough()) looks.insert(looks.end(), {{100, "th"}, {200, "en"}});
  for (const auto& [percent, language] : looks) {
    CAPTURE(std::string(page));
    CAPTURE(percent);
    CAPTURE(std::string(language));
    app::Settings settings;
    settings.text_percent = percent, settings.language = language, settings.motion = app::Motion::reduced;
    bench.shell->look(settings);
    StillPage still(bench, open, percent, language);
    CHECK(still.press_each(false) > 0);
    CHECK(still.press_each(true) > 0);
  }
}

} // namespace shell_tests
