// The dock beside a window's own drawing: it hears what is meant for it and the rest does not, and while it is hidden it is as if
// there were none.
#include "tests/ui/fixture.h"
#include "tests/ui/hands.h"

#include <imgui.h>

using namespace firsthand;
using namespace firsthand::ui;

namespace {

// A window with a field and a button in its middle, and a dock with the same.
struct Docked {
  explicit Docked(bool with_dock = true) : window(open_headless()), driver(*window, [this](Frame& f) { draw(f); }) {
    if (with_dock) window->dock(platform::font_folders(), [this](Dock& dock) { fill(dock); });
  }
  void draw(Frame& f) {
    f.fill(f.window(), Colour::bg);
    width = f.width(), px_of_100 = f.px(100);
    f.screen("one");
    if (button(f, {f.px(40), f.px(40), f.px(120), f.px(40)}, {.id = "there", .label = "There"})) ++pressed_there;
    (void)field(f, {f.px(40), f.px(120), f.px(200), f.px(80)}, {.id = "field", .label = "Field"}, typed_there);
  }
  void fill(Dock& dock) {
    ++frames;
    if (dock.keyboard_came()) ImGui::SetKeyboardFocusHere();
    ImGui::InputText("##here", typed_here, sizeof typed_here);
    dock.mark("field");
    if (ImGui::Button("Here")) ++pressed_here;
    dock.mark("here");
    if (ImGui::Button("List")) ImGui::OpenPopup("list");
    dock.mark("list");
    if (ImGui::BeginPopup("list")) {
      if (ImGui::Selectable("Chosen")) ++chosen;
      dock.mark("chosen"), shown = ImGui::IsWindowAppearing() ? 0 : 1;
      ImGui::EndPopup();
    }
    ImGui::BeginTabBar("tabs"); // hears a press only over what lay under the pointer before
    for (const char* tab : {"one", "two", "three"}) {
      const bool open = ImGui::BeginTabItem(tab);
      dock.mark(tab);
      if (open) tab_open = tab, ImGui::EndTabItem();
    }
    ImGui::EndTabBar();
  }
  const Dock& dock() const { return *window->docked(); }
  void click(const char* id) {
    const auto rect = dock().find(id);
    REQUIRE(rect.has_value());
    driver.click_at(rect->centre());
  }
  std::string picture() {
    const auto file = std::filesystem::temp_directory_path() / "firsthand-dock.png";
    REQUIRE(window->save_png(file).ok());
    const std::string bytes = read_bytes(file);
    std::filesystem::remove(file);
    return bytes;
  }

  std::unique_ptr<Window> window;
  int width = 0, px_of_100 = 0, pressed_here = 0, pressed_there = 0, frames = 0, chosen = 0, shown = 0;
  std::string typed_there, tab_open;
  char typed_here[64] = "";
  Driver driver;
};

} // namespace

TEST_CASE("dock: F12 shows it beside the rest, which is drawn so small that all of it fits, and hides it again") {
  Docked one;
  CHECK(one.width == 1280);
  CHECK_FALSE(one.dock().is_open());
  CHECK_OK(one.driver.key("F12"));
  CHECK(one.dock().is_open());
  CHECK(one.dock().area() == Rect{768, 0, 512, 720});
  CHECK(one.width == 768);
  CHECK(one.px_of_100 == 80); // 768 of 960
  CHECK_OK(one.driver.key("F12"));
  CHECK(one.width == 1280);
  CHECK(one.px_of_100 == 100);
}

TEST_CASE("dock: hidden it is as if there were none, before and after") {
  Docked without(false), with;
  const std::string plain = without.picture();
  CHECK(with.picture() == plain);
  CHECK(with.frames == 0);
  CHECK_OK(with.driver.key("F12"));
  CHECK(with.picture() != plain);
  CHECK_OK(with.driver.key("F12"));
  const int frames = with.frames;
  with.driver.move_to({1200, 600}), without.driver.move_to({1200, 600});
  CHECK(with.picture() == without.picture());
  CHECK(with.frames == frames);
  CHECK_OK(without.driver.key("F12")); // and without one the key does nothing
  CHECK(without.width == 1280);
}

TEST_CASE("dock: a press counts for what lies under it, and only there") {
  Docked one;
  CHECK_OK(one.driver.key("F12"));
  one.click("here");
  CHECK(one.pressed_here == 1);
  CHECK(one.pressed_there == 0);
  CHECK_OK(one.driver.click("there"));
  CHECK(one.pressed_here == 1);
  CHECK(one.pressed_there == 1);
  // Held on one side and let go on the other: neither was pressed.
  one.driver.press(one.dock().find("here")->centre());
  one.driver.release({100, 48});
  CHECK(one.pressed_here == 1);
  CHECK(one.pressed_there == 1);
  one.driver.press({100, 48});
  one.driver.release(one.dock().find("here")->centre());
  CHECK(one.pressed_here == 1);
  CHECK(one.pressed_there == 1);
  one.click("here"); // and nobody holds anything any more
  CHECK(one.pressed_here == 2);
}

TEST_CASE("dock: who has the keyboard hears all of it") {
  Docked one;
  CHECK_OK(one.driver.type_into("field", "ab"));
  CHECK(one.typed_there == "ab");
  CHECK_OK(one.driver.key("F12")); // it comes with the keyboard
  CHECK(one.dock().has_keyboard());
  one.driver.type("xy");
  CHECK_OK(one.driver.key("Backspace"));
  CHECK(std::string(one.typed_here) == "x");
  CHECK(one.typed_there == "ab");
  CHECK_OK(one.driver.key("F6"));
  CHECK_FALSE(one.dock().has_keyboard());
  one.driver.type("c");
  CHECK(one.typed_there == "abc");
  CHECK(std::string(one.typed_here) == "x");
  one.click("field"); // it goes where one presses
  one.driver.type("z");
  CHECK(std::string(one.typed_here) == "xz");
  CHECK(one.typed_there == "abc");
  CHECK_OK(one.driver.click("field"));
  one.driver.type("d");
  CHECK(one.typed_there == "abcd");
  CHECK_OK(one.driver.key("F12"));
  CHECK_OK(one.driver.key("F12"));
  CHECK(one.dock().has_keyboard());
}

TEST_CASE("dock: a press and its end in one batch, a repeated key and Thai are all heard") {
  Docked one;
  CHECK_OK(one.driver.key("F12"));
  Hands hands(*one.window, [&](Frame& f) { one.draw(f); });
  hands.wait_together();
  const Point here = one.dock().find("here")->centre();
  hands.click(here), hands.click(here);
  hands.all_at_once();
  CHECK(one.pressed_here == 2);
  one.click("field");
  one.driver.type("กขค");
  CHECK(std::string(one.typed_here) == "กขค");
  hands.hold("Backspace", 600); // 3 repeats after half a second, and more
  for (int i = 0; i < 20; ++i)
    hands.frame();
  CHECK(std::string(one.typed_here) == "");
}

TEST_CASE("dock: what lies under a press is known when it comes, however fast the pointer came there") {
  Docked one;
  CHECK_OK(one.driver.key("F12"));
  for (const char* tab : {"two", "three", "one", "three"}) {
    one.click(tab);
    CHECK(one.tab_open == tab);
  }
}

TEST_CASE("dock: a list that drops down is shown without another event, and hears what is pressed beside it") {
  Docked one;
  CHECK_OK(one.driver.key("F12"));
  Hands hands(*one.window, [&](Frame& f) { one.draw(f); });
  one.driver.press(one.dock().find("list")->centre());
  hands.wait_together();
  hands.up(one.dock().find("list")->centre());
  int frames = 0;
  while (one.window->frame([&](Frame& f) { one.draw(f); }) && frames < 100)
    ++frames;
  CHECK(frames < 100);
  CHECK(one.shown == 1);
  one.driver.click_at({100, 60}); // closes it, and no more
  CHECK(one.pressed_there == 0);
  CHECK_FALSE(one.dock().find("chosen").has_value());
  CHECK_OK(one.driver.click("there"));
  CHECK(one.pressed_there == 1);
  one.click("list");
  one.click("chosen");
  CHECK(one.chosen == 1);
}

TEST_CASE("dock: its edge is dragged, within what both sides need") {
  Docked one;
  CHECK_OK(one.driver.key("F12"));
  one.driver.press({769, 300});
  one.driver.move_to({700, 300});
  one.driver.release({700, 300});
  CHECK(one.width == 700);
  one.driver.press({701, 300});
  one.driver.move_to({20, 300});
  one.driver.release({20, 300});
  CHECK(one.width == 640); // the least in which the rest can be read
  CHECK(one.px_of_100 == 66);
  one.window->resize({2000, 900});
  one.driver.settle();
  CHECK(one.dock().area().w == 1260);
}

TEST_CASE("dock: a device that is lost takes its letters with it, and they come back") {
  Docked one;
  CHECK_OK(one.driver.key("F12"));
  const std::string before = one.picture();
  SDL_Event lost{};
  lost.type = SDL_RENDER_TARGETS_RESET;
  SDL_PushEvent(&lost);
  one.driver.settle();
  CHECK(one.picture() == before);
}
