// Signs that no font has, wherever a text may stand; which signs those are is compared with the fonts in tests/screens.
#include "tests/reading/world.h"

#include <doctest/doctest.h>

using namespace firsthand;
using namespace firsthand::reading_test;

namespace {

// "scenario.yaml:6:21 📱 U+1F4F1" for each sign that is told, of the lesson, the library and the catalogue.
std::set<std::string> signs_told(const World& world, reading::MemoryFiles& files) {
  std::set<std::string> all;
  const auto take = [&all](const model::Findings& findings, const std::vector<reading::UsedFile>& used) {
    for (const model::Finding& finding : findings) {
      REQUIRE_MESSAGE(finding.code == "F0228", reading::render(finding, used));
      all.insert(std::string(reading::name_of(used[finding.where.file].path)) + ":" + std::to_string(finding.where.line) + ":" +
                 std::to_string(finding.where.column) + " " + finding.facts[0].second + " " + finding.facts[1].second);
    }
  };
  const auto loaded = world.load();
  const auto shelf = reading::load_shelf(files);
  const auto library = reading::Library::open(files);
  take(loaded.findings, loaded.files);
  take(shelf.findings, shelf.files);
  take(library.findings(), library.files());
  CHECK(library.courses().size() == 1);
  CHECK(library.card("sample") != nullptr); // it is played all the same
  return all;
}

std::string told_with(const std::string& alias, const std::string& what, const std::string& by) {
  World world;
  std::string text = world.text(alias);
  const std::size_t at = text.find(what);
  CAPTURE(what);
  REQUIRE(at != text.npos);
  world.put(alias, text.replace(at, what.size(), by));
  std::string all;
  for (const std::string& one : signs_told(world, world.files()))
    all += (all.empty() ? "" : "\n") + one;
  return all;
}

} // namespace

TEST_CASE("reading: a sign that no font has is told at its place, in every text of every file") {
  CHECK(told_with("scenario", "First officer", "First 📱 officer") == "scenario.yaml:6:13 📱 U+1F4F1");
  CHECK(told_with("scenario", "The box", "The box 🔒") == "scenario.yaml:4:16 🔒 U+1F512");
  CHECK(told_with("scenario", "name: Guide", "name: Guide \uE001") == "scenario.yaml:18:43 \uE001 U+E001");
  CHECK(told_with("scenario", "You enter.", "ข้อความ 🙂.").ends_with("🙂 U+1F642"));
  CHECK(told_with("scenario", "  Lamp: It", "  Lamp: It ☎").ends_with("☎ U+260E"));
  CHECK(told_with("course", "title: Basics", "title: Basics ✓") == "course.yaml:4:15 ✓ U+2713");
  CHECK(told_with("vocabulary", "Care}", "Care ♿}").ends_with("♿ U+267F"));
  CHECK(told_with("device", "Look closely", "Look 👀 closely").ends_with("👀 U+1F440")); // once, though a child inherits it
  CHECK(told_with("device", "The lamp is lit", "The lamp is 💡").ends_with("💡 U+1F4A1"));
  CHECK(told_with("doctrine", "Never look", "Never look 🚫").ends_with("🚫 U+1F6AB"));
  CHECK(told_with("doctrine", "\"2026\"", "\"2026 🆕\"").ends_with("🆕 U+1F195"));
  CHECK(told_with("po", "กระป๋อง", "กระป๋อง 🥫") == "th.po:6:17 🥫 U+1F96B");
}

TEST_CASE("reading: a sign is found in every way to write a text") {
  CHECK(told_with("scenario", "role: First officer", "role: \"First 📱\"") == "scenario.yaml:6:14 📱 U+1F4F1");
  CHECK(told_with("scenario", "role: First officer", "role: \"First \\U0001F4F1\"") == "scenario.yaml:6:7 📱 U+1F4F1");
  CHECK(told_with("scenario", "role: First officer", "role: |\n  First\n  officer 📱") == "scenario.yaml:8:11 📱 U+1F4F1");
  CHECK(told_with("scenario", "role: First officer", "role: >-\n  First 📱\n  officer 🔒 📱") ==
        "scenario.yaml:7:9 📱 U+1F4F1\nscenario.yaml:8:11 🔒 U+1F512");
  CHECK(told_with("scenario", "role: First officer", "role: First officer\n# 📱 is no text") == "");
}

TEST_CASE("reading: many signs without a glyph in one long line are told soon, a hundred of them") {
  std::string line = "glossary: {";
  for (int i = 0; i < 1500; ++i)
    line += "W" + std::to_string(i) + ": \"\\U0001F4F1 🔒\", ";
  World world;
  world.change("scenario", line + "}\n");
  const auto loaded = world.load();
  CHECK(std::count_if(loaded.findings.begin(), loaded.findings.end(), [](const auto& one) { return one.code == "F0228"; }) <= 101);
  CHECK(codes(loaded.findings).front() == "F0228");
}

TEST_CASE("reading: what draws nothing, and the letters of the shipped scripts, are no finding") {
  CHECK(told_with("scenario", "First officer", "e\u0301 ½ ฿ ₫ ៛ → ° ๆ ໆ ៗ မြန်မာ தமிழ் شرطة משטרה 証拠 Việt ё") == "");
  CHECK(told_with("scenario", "First officer", "an x\uFE0E, 1\uFE0F\u20E3") == "");
  CHECK(told_with("scenario", "First officer", "👨\u200D👩\u200D👧") ==
        "scenario.yaml:6:11 👧 U+1F467\nscenario.yaml:6:7 👨 U+1F468\nscenario.yaml:6:9 👩 U+1F469");
  for (const char* letter : {"አ", "ა", "क", "ꦏ", "ᠠ", "গ", "ਪ"})
    CHECK(told_with("scenario", "First officer", letter).find("U+") != std::string::npos);
}
