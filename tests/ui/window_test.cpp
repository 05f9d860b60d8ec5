// Pictures, caches and the device: what is drawn survives, is drawn once, and refuses what would harm.
#include "engine/fonts/fonts.h"
#include "engine/paint/svg.h"
#include "engine/ui/stage.h"
#include "tests/ui/fixture.h"

#include <SDL.h>
#include <imgui.h>

#include <set>

using namespace firsthand::ui;

namespace {

SharedBytes share(std::string_view bytes) { return std::make_shared<const std::string>(bytes); }

constexpr std::string_view red =
    R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><rect width="200" height="100" fill="#B83A2B"/></svg>)";
constexpr std::string_view blue =
    R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><rect width="200" height="100" fill="#205080"/></svg>)";
constexpr std::string_view dot =
    R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><rect width="20" height="20" fill="#FFFFFF"/></svg>)";

std::string photograph(const Driver& driver, const char* name) {
  const auto path = std::filesystem::temp_directory_path() / name;
  CHECK_OK(driver.save_png(path));
  return read_bytes(path);
}

// What a lost device leaves: every texture that the last frame drew from holds something else.
int spoil_textures() {
  std::set<SDL_Texture*> drawn_from;
  const ImDrawData& data = *ImGui::GetDrawData();
  for (int i = 0; i < data.CmdListsCount; ++i)
    for (const ImDrawCmd& command : data.CmdLists[i]->CmdBuffer)
      if (command.GetTexID()) drawn_from.insert(static_cast<SDL_Texture*>(command.GetTexID()));
  for (SDL_Texture* texture : drawn_from) {
    int w = 0, h = 0;
    SDL_QueryTexture(texture, nullptr, nullptr, &w, &h);
    const std::vector<std::uint32_t> pixels(static_cast<std::size_t>(w) * h, 0xFF00FF00u);
    SDL_UpdateTexture(texture, nullptr, pixels.data(), w * 4);
  }
  return static_cast<int>(drawn_from.size());
}

} // namespace

TEST_CASE("ui: every texture is made again after the device was lost") {
  const auto window = open_headless();
  const SharedBytes picture = share(read_bytes(std::filesystem::path(FIRSTHAND_SOURCE) / "assets/pictures/sign-in.svg"));
  Driver driver(*window, [&](Frame& f) {
    f.picture({"sign-in", picture}, {20, 100, 400, 300}, {.radius = 6});
    button(f, {20, 20, 200, 48}, {.id = "a", .label = "Go on", .icon = "play"});
    const Point shape[] = {{500, 100}, {700, 140}, {600, 300}};
    f.polygon(shape, Colour::acc, 3);
  });
  const std::string before = photograph(driver, "fh-device-before.png");
  CHECK(before.size() > 1000);
  for (const SDL_EventType type : {SDL_RENDER_DEVICE_RESET, SDL_RENDER_TARGETS_RESET}) {
    CHECK(spoil_textures() == 3); // small pieces, the picture, the shape
    driver.settle();
    CHECK_FALSE((photograph(driver, "fh-device-lost.png") == before));
    SDL_Event event{};
    event.type = type;
    SDL_PushEvent(&event);
    driver.settle();
    CHECK((photograph(driver, "fh-device-after.png") == before));
  }
}

TEST_CASE("ui: a paragraph is laid out once, however often it is drawn or measured") {
  const auto window = open_headless();
  std::size_t made = 0;
  Driver driver(*window, [&](Frame& f) {
    const std::string words = "Follow the cord with your eyes.";
    const int height = f.measure(words, Type::body, 300).h;
    f.text(Rect{20, 20, 300, height}, words, Type::body, Colour::text);
    made = f.stage().text.layouts_made();
  });
  CHECK(made == 1);
  driver.settle();
  CHECK(made == 1);
}

TEST_CASE("ui: a picture fills its rectangle and maps its own units into the window") {
  const auto window = open_headless();
  Placed placed;
  const Driver driver(*window, [&](Frame& f) { placed = f.picture({"red", share(red)}, {100, 100, 400, 400}, {.focus_x = 0}); });
  CHECK(placed.ok);
  CHECK(placed.map(0, 0) == Point{100, 100});
  CHECK(placed.map(50, 100) == Point{300, 500}); // 100 units high fill 400 px: four to one
}

TEST_CASE("ui: a changed picture fades for a quarter of a second, at once with reduced motion") {
  for (const Motion motion : {Motion::normal, Motion::reduced}) {
    const auto window = open_headless({Theme::light, 100, motion, "en"});
    bool changed = false;
    const Draw draw = [&](Frame& f) {
      const Picture layers[] = {changed ? Picture{"blue", share(blue)} : Picture{"red", share(red)}, {"dot", share(dot)}};
      f.scene(layers, {0, 0, 400, 200}, {.id = "scene"});
    };
    Driver driver(*window, draw);
    changed = true;
    int frames = 0;
    while (window->frame(draw) && frames < 100)
      ++frames;
    CHECK(frames == (motion == Motion::reduced ? 0 : 13)); // 0, 20 … 240 ms
  }
}

TEST_CASE("ui: bytes that are no picture, too large, or not let through by the guard are refused") {
  const PictureGuard all = [](std::string_view) { return true; }, none = [](std::string_view) { return false; };
  CHECK(draw_picture(red, {10, 10}, all));
  CHECK_FALSE(draw_picture(red, {10, 10}, none));
  CHECK_FALSE(draw_picture(red, {10, 10}, nullptr));
  CHECK_FALSE(draw_picture("not a picture", {10, 10}, all));
  CHECK_FALSE(draw_picture(red, {5000, 10}, all));
  const auto window = open_headless();
  Placed placed;
  const Driver driver(*window, [&](Frame& f) { placed = f.picture({"broken", share("<svg")}, {0, 0, 100, 100}); });
  CHECK_FALSE(placed.ok);
}

TEST_CASE("ui: a name without an icon file is reported, not drawn") {
  const auto window = open_headless();
  bool known = false, unknown = true;
  const Driver driver(*window, [&](Frame& f) {
    known = f.icon("clock", {0, 0, 24, 24}, Colour::text);
    unknown = f.icon("no-such-icon", {0, 0, 24, 24}, Colour::text);
  });
  CHECK(known);
  CHECK_FALSE(unknown);
}

TEST_CASE("ui: missing fonts are named with the folders that were searched") {
  const auto fonts = fonts::load_fonts({"/nowhere"});
  REQUIRE_FALSE(fonts.ok());
  CHECK(fonts.error().code == "fonts-missing");
  CHECK(fonts.error().message.find("NotoSans-Regular.ttf") != std::string::npos);
  CHECK(fonts.error().message.find("/nowhere") != std::string::npos);
}

TEST_CASE("ui: the atlas empties its oldest page, never one of this frame") {
  Atlas atlas(nullptr, 1);
  const Coverage half{1024, 512, std::vector<std::uint8_t>(1024 * 512, 255)};
  atlas.add(1, half);
  atlas.add(2, half);
  CHECK(atlas.page_count() == 2); // the first page is in use in this frame: one more for once
  atlas.begin_frame();
  CHECK(atlas.find(2));
  atlas.add(3, half);
  CHECK(atlas.find(2));
  CHECK(atlas.page_count() == 2);
}

TEST_CASE("ui: a hot spot is hit inside its polygon only, the upper one first") {
  const auto window = open_headless();
  std::string hit;
  const Point triangle[] = {{100, 100}, {300, 100}, {100, 300}};
  Driver driver(*window, [&](Frame& f) {
    if (hot_spot(f, {.id = "back", .label = "Back", .shape = {}, .rect = {50, 50, 300, 300}, .label_at = {60, 360}})) hit = "back";
    if (hot_spot(f, {.id = "front", .label = "Front", .shape = triangle, .rect = {}, .label_at = {360, 60}})) hit = "front";
  });
  driver.click_at({120, 120});
  CHECK(hit == "front");
  driver.click_at({290, 290}); // in the triangle's box, outside the triangle
  CHECK(hit == "back");
}
