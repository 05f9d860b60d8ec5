// Every widget in every state, in every theme, at 100 to 200 %, in two scripts: the layout check finds nothing. The pictures
// are left in the temporary folder for the eye.
#include "tests/ui/fixture.h"
#include "tests/ui/showcase.h"

#include <fmt/format.h>

using namespace firsthand::ui;

namespace {

std::filesystem::path picture_path(const std::string& name) {
  const auto folder = std::filesystem::temp_directory_path() / "firsthand-showcase";
  std::filesystem::create_directories(folder);
  return folder / (name + ".png");
}

void show(Theme theme, int percent, const char* language) {
  const bool thai = std::string_view(language) == "th";
  const auto window = open_headless({theme, percent, Motion::normal, language});
  showcase::State state;
  Driver driver(*window, [&](Frame& f) { showcase::draw(f, thai ? showcase::thai : showcase::english, state); });
  CHECK(describe(driver.layout_faults()) == "");
  const std::string name = fmt::format("{}-{}-{}", static_cast<int>(theme), percent, language);
  CHECK_OK(driver.save_png(picture_path(name)));
  CHECK_OK(driver.key("Tab"));
  CHECK_OK(driver.key("End"));
  CHECK_OK(driver.save_png(picture_path(name + "-end")));
  CHECK(describe(driver.layout_faults()) == "");
}

} // namespace

TEST_CASE("ui: the showcase is whole in every theme") {
  for (const Theme theme : {Theme::light, Theme::dark, Theme::high_contrast})
    show(theme, 100, "en");
}

TEST_CASE("ui: the showcase is whole at every text size") {
  for (const int percent : {125, 150, 200})
    show(Theme::light, percent, "en");
}

TEST_CASE("ui: the showcase is whole in Thai") {
  for (const int percent : {100, 150, 200})
    show(Theme::dark, percent, "th");
}
