// The settings: what is pressed stays where it was pressed, whatever it changes of the page; and their letters.
#include "tests/screens/play_stage.h"
#include "tests/screens/shell_fixture.h"

using namespace firsthand;
using namespace firsthand::screens;

namespace {

// The page as the program shows it: what is wanted is so in the next frame.
class SettingsShown {
 public:
  SettingsShown(ui::Size size, int percent) : window_(ui::open_headless({ui::Theme::light, percent, ui::Motion::reduced, "en"}, size)) {
    settings.text_percent = percent, settings.language = "en";
    driver.emplace(*window_, [this](ui::Frame& f) { draw(f); });
  }
  std::string at(ui::Point p) const {
    const ui::Entry* entry = window_->registry().topmost_at(p);
    return entry ? entry->id : std::string();
  }

  app::Settings settings;
  std::optional<ui::Driver> driver;

 private:
  void draw(ui::Frame& f) {
    const SettingsIntent intent = draw_settings(
        f, {.words = settings.language == "th" ? thai_ : english_, .settings = settings, .languages = languages_, .person = "Ann Lee"});
    if (!intent.wanted) return;
    settings = *intent.wanted;
    window_->set_settings({ui::Theme::light, settings.text_percent, ui::Motion::reduced, settings.language});
    f.wake_after(0);
  }

  content::Words english_, thai_ = content::Words::load(TreeFiles(), "th");
  std::vector<content::Language> languages_{{"en", "English", true}, {"th", "ไทย", false}};
  std::unique_ptr<ui::Window> window_;
};

constexpr ui::Size settings_sizes[] = {{1280, 720}, {1366, 768}, {1024, 768}, {1920, 1080}};

// In the middle and near a corner of where it is now.
std::vector<ui::Point> points_of(const ui::Rect& rect) { return {rect.centre(), {rect.x + 5, rect.y + 5}}; }

} // namespace

TEST_CASE("settings: who presses larger or smaller text again and again meets the same button, at every size") {
  for (const ui::Size size : settings_sizes)
    for (const bool larger : {true, false})
      for (const std::size_t point : {0, 1}) {
        SettingsShown shown(size, larger ? least_text_percent : most_text_percent);
        const std::string id = larger ? "settings/text/more" : "settings/text/less";
        CAPTURE(size.w);
        CAPTURE(id);
        const auto found = shown.driver->find(id);
        REQUIRE(found.ok());
        const ui::Point p = points_of(found->rect)[point];
        std::vector<int> sizes;
        for (int press = 0; press < 4; ++press) {
          CHECK(shown.at(p) == id);
          shown.driver->click_at(p);
          sizes.push_back(shown.settings.text_percent);
        }
        CHECK(sizes == (larger ? std::vector<int>{125, 150, 175, 200} : std::vector<int>{175, 150, 125, 100}));
        CHECK(shown.driver->find(id)->rect == found->rect);
        CHECK(ui::describe(shown.driver->layout_faults()) == "");
      }
}

TEST_CASE("settings: whatever is chosen lies under the pointer once it is, at every size") {
  int pressed = 0;
  for (const ui::Size size : settings_sizes)
    for (const int percent : {100, 125, 150, 175, 200}) {
      CAPTURE(size.w);
      CAPTURE(percent);
      SettingsShown shown(size, percent);
      for (const char* id : {"settings/language/th", "settings/theme/dark", "settings/theme/contrast", "settings/theme/light",
                             "settings/motion", "settings/full-screen", "settings/read-aloud", "settings/voice/more", "settings/voice/less",
                             "settings/sounds/less", "settings/sounds/more", "settings/language/en"}) {
        CAPTURE(std::string(id));
        REQUIRE(shown.driver->scroll_to(id).ok());
        const ui::Point p = shown.driver->find(id)->rect.centre();
        REQUIRE(shown.at(p) == id);
        shown.driver->click_at(p);
        CHECK(shown.at(p) == id);
        ++pressed;
      }
    }
  CHECK(pressed == 4 * 5 * 12);
}

TEST_CASE("settings: each language and each colour has a letter of its own, which leads to it and does nothing yet") {
  SettingsShown shown({1280, 720}, 100);
  const std::pair<const char*, const char*> letters[] = {{"A", "settings/language/en"},
                                                         {"B", "settings/language/th"},
                                                         {"C", "settings/theme/light"},
                                                         {"D", "settings/theme/dark"},
                                                         {"E", "settings/theme/contrast"}};
  for (const auto& [letter, id] : letters) {
    CHECK_OK(shown.driver->key(letter));
    CHECK(shown.driver->focused() == id);
  }
  CHECK(shown.settings.contrast == app::Contrast::normal);
  CHECK_OK(shown.driver->key("Enter"));
  CHECK(shown.settings.contrast == app::Contrast::high);
}
