// What the walker of `firsthand walk` is made of: lines of gestures, families of controls, the shortest sequence that fails.
#include "tools/firsthand/window_walk_families.cpp" // the program's own sources: tests link rooms, and this is no room
#include "tools/firsthand/window_walk_gesture.cpp"
#include "tools/firsthand/window_walk_shrink.h"

#include "tests/ui/fixture.h"

#include <numeric>

using namespace firsthand;
using namespace firsthand::tools;

namespace {

Families families_of(const std::string& text) {
  const auto file = std::filesystem::temp_directory_path() / "fh-walk-families.txt";
  std::ofstream(file) << text;
  auto read = Families::read(file);
  REQUIRE(read.ok());
  return std::move(read).value();
}

} // namespace

TEST_CASE("walk: every kind of gesture is written down and read back, with any text") {
  std::string every_byte;
  for (int byte = 0; byte < 256; ++byte)
    every_byte += static_cast<char>(byte);
  for (int kind = 0; kind <= static_cast<int>(Gesture::Kind::start); ++kind) {
    Gesture gesture;
    gesture.kind = static_cast<Gesture::Kind>(kind), gesture.wait_ms = 650, gesture.slow_disk = kind % 2 == 0;
    gesture.what = "scene/verb/a/b", gesture.other = "Ctrl+A", gesture.number = 90;
    if (gesture.kind == Gesture::Kind::type || gesture.kind == Gesture::Kind::paste) gesture.what = every_byte;
    const std::string line = line_of(gesture);
    CAPTURE(line);
    CHECK(line.find('\n') == std::string::npos);
    const auto again = read_gesture(line);
    REQUIRE(again.has_value());
    CHECK(line_of(*again) == line);
    CHECK(again->kind == gesture.kind);
    CHECK(again->slow_disk == gesture.slow_disk);
    if (gesture.kind == Gesture::Kind::type) CHECK(again->what == every_byte);
  }
  for (const char* line :
       {"", "click a", "5 clack a", "5 double a", "5 double a x", "5 type words", "5 type \"\\x1\"", "5 click a b", "x click a"})
    CHECK_MESSAGE(!read_gesture(line).has_value(), line);
}

TEST_CASE("walk: the same seed throws the same dice, another one others") {
  Dice one(7), same(7), other(8);
  std::vector<int> a, b, c;
  for (int i = 0; i < 100; ++i)
    a.push_back(one.below(1000)), b.push_back(same.below(1000)), c.push_back(other.below(1000));
  CHECK(a == b);
  CHECK(a != c);
}

TEST_CASE("walk: a control belongs to the family that fits it part by part, and one that fits none is told") {
  Families families = families_of("# verbs\nscene/verb/*/*   # of things\nhome/menu/record\n\n");
  CHECK(families.of("scene/verb/lamp/look") == "scene/verb/*/*");
  CHECK(families.unknown().empty());
  for (const char* id : {"scene/verb/lamp", "scene/verb/lamp/look/more", "home/menu/records", "home/menu"})
    CHECK(families.of(id) == id);
  CHECK(families.unknown().size() == 4);
  families.reached("scene/verb/lamp/take");
  CHECK(families.count("scene/verb/cup/look") == 1);
  CHECK(families.missing() == std::vector<std::string>{"home/menu/record"});
  CHECK_FALSE(Families::read("/nowhere/families.txt").ok());
}

TEST_CASE("walk: of a sequence that fails the shortest is found, in its order") {
  for (const std::vector<int>& needed : {std::vector<int>{0}, {99}, {3, 50}, {1, 2, 70, 99}, {10, 20, 30, 40, 50, 60}}) {
    std::vector<int> all(100);
    std::iota(all.begin(), all.end(), 0);
    const auto fails = [&](const std::vector<int>& some) { return std::includes(some.begin(), some.end(), needed.begin(), needed.end()); };
    CHECK(shortest_failing<int>(all, fails, 2000) == needed);
    CHECK(fails(shortest_failing<int>(all, fails, 5))); // too few tries: longer, and it still fails
  }
}

TEST_CASE("walk: the list of families names each once, and every part of it is a word or a star") {
  std::ifstream in(std::filesystem::path(FIRSTHAND_SOURCE) / "tests/walk/families.txt");
  std::set<std::string> seen;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    if (line.starts_with("? ")) line.erase(0, 2); // known, and need not be reached
    const std::string family = line.substr(0, line.find_first_of(" #"));
    CHECK_MESSAGE(seen.insert(family).second, family);
    CHECK_MESSAGE(family.find_first_not_of("abcdefghijklmnopqrstuvwxyz-/*") == std::string::npos, family);
  }
  CHECK(seen.size() > 50);
}
