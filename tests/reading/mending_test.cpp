// One slip, one finding, at the place that has to be mended: members of each kind of slip are made here.
#include "engine/base/utf8.h"
#include "tests/reading/world.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace firsthand;
using namespace firsthand::reading_test;

namespace {

std::string misspelt(std::string word, int way) {
  const std::size_t middle = word.size() / 2;
  if (way == 0 && word.size() > 2) return word.erase(middle, 1);
  if (way == 1 && word[middle] != word[middle - 1]) return std::swap(word[middle], word[middle - 1]), word;
  return word.insert(middle, 1, word[middle]);
}

// The world with the first `from` behind `behind` of one file written as `to`, and the line in which it stands.
std::uint32_t replaced(World& world, const std::string& alias, const std::string& behind, const std::string& from, const std::string& to) {
  std::string text = world.text(alias);
  const std::size_t start = text.find(behind);
  REQUIRE_MESSAGE(start != std::string::npos, behind);
  const std::size_t at = text.find(from, start + behind.size());
  REQUIRE_MESSAGE(at != std::string::npos, from);
  world.put(alias, text.replace(at, from.size(), to));
  return static_cast<std::uint32_t>(1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

void check_one(const World& world, const std::string& code, std::uint32_t line, const std::string& suggestion) {
  const auto loaded = world.load();
  CAPTURE(shown(loaded.findings, loaded.files));
  REQUIRE(loaded.findings.size() == 1);
  CHECK(loaded.findings[0].code == code);
  CHECK(loaded.findings[0].where.line == line);
  CHECK(loaded.findings[0].suggestion == suggestion);
}

const char* const used_device = R"(model: box
traits: [computer, tied]
icon: box
state:
  power: [on, off]
  cover: [open, closed]
settings: {auto-off: 5 min}
relations:
  holder: {to: person, custody: yes}
  inside: shield
derived:
  state-of: {bright: {power: on}, otherwise: sombre}
gauges:
  battery: {unit: "%", max: 100, start: 100, rate: [{by: -4 per h, when: {power: on}}]}
cues:
  lamp: {at: glance, is: [{lit: {power: on}}, {dark: {}}], says: {lit: The lamp is lit, dark: ""}}
  flap: {at: glance, is: [{hidden: {cover: closed}}, {shown: {}}], says: {hidden: Shut, shown: Open}}
verbs:
  look: {group: look, label: Look closely, takes: 15 s, offered: {flap: hidden, holder: any}, reveals: [lamp, flap], adds: {battery: -1 %}}
  close-lid: {group: touch, label: Close, takes: 2 s, offered: {flap: shown}, works: {state-of: bright}, sets: {cover: closed, inside: none}}
events:
  doze: {while: {power: on, inside: none, state-of: bright}, for: auto-off, sets: {power: off, holder: none}, secures: memory}
  wake: {when: {cover: closed, battery: below 3 %}, sets: {cover: open}, secures: memory}
evidence:
  memory: {lives: {power: on}, open: {cover: open}}
deadlines:
  soon: {known: {flap: hidden}, label: "Dozes in {auto-off}"}
)";

} // namespace

TEST_CASE("reading: a name that is misspelt where it is defined is one finding, there") {
  constexpr std::pair<const char*, const char*> names[] = {
      {"state:", "cover"},    {"[open,", "closed"},    {"relations:", "holder"}, {"relations:", "inside"}, {"derived:", "state-of"},
      {"gauges:", "battery"}, {"is: [{lit", "hidden"}, {"cues:", "flap"},        {"evidence:", "memory"},  {"state-of: {", "bright"}};
  for (const auto& [behind, name] : names)
    for (int way = 0; way < 3; ++way) {
      World world;
      world.put("device", used_device);
      REQUIRE(codes(world.load().findings).empty());
      const std::uint32_t line = replaced(world, "device", behind, name, misspelt(name, way));
      CAPTURE(misspelt(name, way));
      check_one(world, "F0329", line, name);
    }
}

TEST_CASE("reading: a name that is misspelt where it is used is told there, however many uses there are") {
  for (int way = 0; way < 3; ++way) {
    World world;
    world.put("device", used_device);
    const std::uint32_t line = replaced(world, "device", "offered: {flap", "shown", misspelt("shown", way));
    check_one(world, "F0304", line, "shown");
  }
}

TEST_CASE("reading: a required key that is misspelt is one finding with what is missing, and what follows from it is none") {
  constexpr std::pair<const char*, const char*> keys[] = {
      {"exhibits:", "id"}, {"exhibits:", "model"}, {"exhibits:", "name"}, {"people:", "id"},  {"people:", "model"},
      {"links:", "model"}, {"holds:", "value"},    {"holds:", "lost"},    {"steps:", "kind"}, {"steps:", "title"},
      {"steps:", "text"},  {"en\n", "title"},      {"en\n", "minutes"}};
  for (const auto& [behind, key] : keys)
    for (int way = 0; way < 3; ++way) {
      World world;
      const std::string wrong = misspelt(key, way) + ":";
      const std::uint32_t line = replaced(world, "scenario", behind, std::string(key) + ":", wrong);
      CAPTURE(wrong);
      check_one(world, "F0201", line, key);
      const auto loaded = world.load();
      const auto& facts = loaded.findings.at(0).facts;
      CHECK(std::count(facts.begin(), facts.end(), std::pair<std::string, std::string>("missing", key)) == 1);
      const auto catalogue = reading::Library::open(world.files()); // says nothing else
      for (const model::Finding& finding : catalogue.findings())
        if (finding.code != "F0414")
          CHECK(reading::render_json(finding, catalogue.files()) == reading::render_json(loaded.findings[0], loaded.files));
    }
}

TEST_CASE("reading: a text in { } that goes on with a comma, a word and a colon is told whole, and written as told it is read") {
  for (const std::string first : {"On", "4 Mar", "It is locked"})
    for (const std::string key : {"shielded", "09:10", "numbers", "by-hand"})
      for (const std::string rest : {" no power bank", " about", " all, quickly: as you see", ""})
        for (const bool last : {false, true}) {
          const std::string text = first + ", " + key + ":" + rest;
          const auto step = [&](const std::string& written) {
            const std::string head = "steps:\n  - {id: arrive, kind: briefing, ";
            return head + (last ? "title: Arrive, text: " + written + "}\n" : "text: " + written + ", title: Arrive}\n");
          };
          World world;
          world.change("scenario", step(text));
          const auto findings = world.load().findings;
          CAPTURE(text);
          REQUIRE(codes(findings) == std::vector<std::string>{"F0201"});
          CHECK(findings[0].facts[1].first == "rest");
          for (const auto& [name, value] : findings[0].facts)
            if (name == "rest") CHECK(codes(World().change("scenario", step(value)).load().findings).empty());
        }
}

TEST_CASE("reading: a key without its value is told in its own line") {
  const std::string text =
      "steps:\n  - id: arrive\n    kind: briefing\n    title: Arrive\n    text: You enter.\n\n    # what is tried first\n"
      "    hints:\n      - One\n      - Two\n";
  for (const std::string line : {"    title: Arrive", "    text: You enter.", "      - One", "      - Two"}) {
    World world;
    world.change("scenario", text);
    const std::size_t blank = line.rfind(line.find("- ") == line.npos ? ": " : "- ") + 1;
    const std::uint32_t number = replaced(world, "scenario", "kind: briefing", line + "\n", line.substr(0, blank) + "\n");
    CAPTURE(line);
    check_one(world, "F0203", number, "");
  }
}

TEST_CASE("reading: a picture that is nearly there is suggested as it has to be written") {
  for (const std::string name : {"thump.svg", "pictures/thump.svg", "assets:ownr.svg"}) {
    World world;
    world.files().put("assets/pictures/owner.svg", "<svg viewBox=\"0 0 24 24\"><path d=\"M2 2H22V22H2Z\"/></svg>");
    const std::uint32_t line = replaced(world, "scenario", "doctrine: small", "pictures/thumb.svg", name);
    const std::string right = name.find("ownr") == name.npos ? name.substr(0, name.find("thump")) + "thumb.svg" : "assets:owner.svg";
    check_one(world, "F0901", line, right);
  }
  World world;
  const std::uint32_t line = replaced(world, "device", "traits", "icon: box", "icon: bxo");
  check_one(world, "F0901", line, "box");
}

TEST_CASE("reading: a blank text, and an id that stands twice in a list, are told once") {
  for (const char* blank : {"\"\"", "\" \"", "\"  \"", "'   '"}) {
    World world;
    check_one(world, "F0204", replaced(world, "scenario", "kind: briefing", "You enter.", blank), "");
  }
  for (const std::string item : {"exhibits:\n  - {id: box, model: many, name: Box}", "people:\n  - {id: guide, model: guide, name: A}",
                                 "instruments:\n  - {id: tin, model: tin, name: T}"}) {
    World world;
    const std::string section = item.substr(0, item.find('\n'));
    std::string text = world.text("scenario");
    world.put("scenario", text.replace(text.find(section), section.size(), item));
    const auto loaded = world.load();
    CAPTURE(shown(loaded.findings, loaded.files));
    CHECK(codes(loaded.findings) == std::vector<std::string>{"F0207"});
  }
}
