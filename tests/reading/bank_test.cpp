// Banks of questions: every kind, what is inherited, versions, translations, and files that were cut anywhere.
#include "tests/reading/world.h"

#include <doctest/doctest.h>

#include <fstream>
#include <regex>

using namespace firsthand;
using namespace firsthand::reading_test;

namespace {

constexpr const char* every_kind = R"(items:
  - id: lamp
    kind: one
    competency: care
    stem: The lamp is lit. What comes first?
    source: guide-a 2
    options:
      - {id: look, text: Look at it closely, right: yes, why: Nothing changes.}
      - {id: shut, text: Shut the lid at once, danger: destroys, why: It goes dark., source: practice}
  - id: both
    kind: several
    competency: care
    stem: What stands in the note?
    options:
      - {id: hour, text: The hour, right: yes, why: It is asked for., source: guide-a 2}
      - {id: room, text: The room, position: D4/A, why: It is asked for., source: guide-a 2}
      - {id: mood, text: Your mood, why: Nobody asks., source: guide-a 2}
  - id: steps
    kind: order
    competency: care
    stem: Put them in order.
    items: [{id: see, text: See}, {id: note, text: Note}, {id: take, text: Take}]
    why: So it stands in the guide.
    source: guide-a 2
  - id: places
    kind: match
    competency: care
    stem: Where does each belong?
    left: [{id: bulb, text: The bulb}, {id: lid, text: The lid}]
    right: [{id: top, text: On top}, {id: front, text: In front}, {id: none, text: Nowhere}]
    pairs: {bulb: front, lid: top}
    why: So it is built.
    source: guide-a 3
  - id: ahead
    kind: number
    competency: care
    stem: How far is the clock ahead?
    answer: 1.5 min
    tolerance: 2 s
    units: [s, min]
    near: [{answer: -90 s, why: The sign is wrong.}]
    why: Shown minus true.
    source: guide-a 4
  - id: size
    kind: number
    competency: care
    stem: How much does it hold?
    answer: 2 GB
    units: [MB, GB]
    why: It is written on it.
    source: guide-a 4
  - id: seal
    kind: copy
    competency: care
    stem: Copy the number.
    answer: A 204 117
    why: One wrong sign and it is another.
    source: guide-a 5
  - id: where
    kind: hotspot
    competency: care
    stem: Show what must be photographed.
    picture: lamp.svg
    zones:
      - {id: bulb, label: The bulb, shape: {x: 0, y: 0, w: 40, h: 40}, right: yes}
      - {id: floor, label: The floor, shape: {cx: 70, cy: 70, r: 20}}
    why: It may go out.
    source: guide-a 2
  - id: words
    kind: phrase
    competency: care
    stem: Say what you saw.
    phrases: [{id: i, text: I saw}, {id: it, text: it lit}, {id: they, text: they say}]
    accepted: [[i, it]]
    why: You say what you saw yourself.
    source: guide-a 6
    anchor: yes
    exposure: 12
)";

reading::LoadedBank bank_of(const std::string& items, const std::string& po = {}) {
  World world;
  world.put("items", items);
  world.put("bank-picture", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 96 96\"><rect width=\"96\" height=\"96\"/></svg>");
  if (!po.empty()) world.put("bank-po", po);
  return reading::load_bank(world.files(), world_path("bank"));
}

const model::Item& item(const reading::LoadedBank& loaded, std::string_view id) {
  const model::Item* found = loaded.bank.item(id);
  REQUIRE(found);
  return *found;
}

} // namespace

TEST_CASE("bank: every kind of question is read, with all that it says") {
  const reading::LoadedBank loaded = bank_of(every_kind);
  CHECK(shown(loaded.findings, loaded.files) == "");
  CHECK(loaded.bank.use == model::BankUse::measure);
  CHECK(loaded.bank.items.size() == 9);
  CHECK(item(loaded, "lamp").option("look")->source.section == "2");
  CHECK(item(loaded, "lamp").option("shut")->source.id == "practice");
  CHECK(item(loaded, "lamp").option("shut")->danger == "destroys");
  CHECK(item(loaded, "both").option("room")->question == "D4");
  CHECK(item(loaded, "steps").options[2].id == "take");
  CHECK(item(loaded, "places").pairs == std::vector<model::Id>{"front", "top"});
  CHECK(item(loaded, "ahead").number.answer == 90'000);
  CHECK(item(loaded, "ahead").number.tolerance == 2'000);
  CHECK(item(loaded, "ahead").number.near[0].amount == -90'000);
  CHECK(item(loaded, "size").number.answer == 2'000'000'000'000);
  CHECK(item(loaded, "seal").copied == "A 204 117");
  CHECK(item(loaded, "where").picture == "scenarios/banks/small/pictures/lamp.svg");
  CHECK(item(loaded, "where").option("floor")->shape.radius == 20);
  CHECK(item(loaded, "words").phrases == std::vector<std::vector<model::Id>>{{"i", "it"}});
  CHECK(item(loaded, "words").anchor);
  CHECK(item(loaded, "words").exposure == 12);
}

TEST_CASE("bank: the manual's example of each kind is read as it stands there") {
  std::ifstream stream(FIRSTHAND_SOURCE "/docs/authors/questions.md", std::ios::binary);
  const std::string page{std::istreambuf_iterator<char>(stream), {}};
  const std::size_t from = page.find("```yaml items\n") + 14;
  const std::string items =
      std::regex_replace(page.substr(from, page.find("```", from) - from), std::regex("competency: [a-z-]+"), "competency: care");
  World world;
  world.change("vocabulary", "harms: {destroys: Evidence is lost, weakens: It can be challenged}");
  world.put("items", std::regex_replace(items, std::regex("desk.svg"), "lamp.svg"));
  world.put("bank-picture", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 96 96\"><rect width=\"96\" height=\"96\"/></svg>");
  const reading::LoadedBank loaded = reading::load_bank(world.files(), world_path("bank"));
  CHECK(shown(loaded.findings, loaded.files) == "");
  std::set<model::ItemKind> kinds;
  for (const model::Item& one : loaded.bank.items)
    kinds.insert(one.kind);
  CHECK(kinds.size() == model::item_kinds.size());
}

TEST_CASE("bank: a position is right where the doctrine takes it") {
  const reading::LoadedBank loaded = bank_of(every_kind);
  const model::ItemOption& room = *item(loaded, "both").option("room");
  REQUIRE(loaded.doctrines.size() == 1);
  CHECK(room.right_under(loaded.doctrines[0].positions));
  CHECK_FALSE(room.right_under({}));
}

TEST_CASE("bank: an answer that changes with the doctrine names the question by which it changes, and another one does not do") {
  const auto told = [](const std::string& depends, const std::string& other = "D4: {right: B}") {
    World world;
    world.put("other-doctrine", "doctrine: other\nextends: small\nedition: \"2026\"\nreview-by: 2027-06-30\npositions:\n  " + other + "\n");
    world.put("items", "items:\n  - id: lamp\n    kind: one\n    competency: care\n" + depends +
                           "    stem: The lamp is lit. What comes first?\n    options:\n"
                           "      - {id: look, text: Look at it closely, position: D4/A, why: Nothing changes., source: guide-a 2}\n"
                           "      - {id: shut, text: Shut the lid at once, position: D4/B, why: It goes dark., source: guide-a 2}\n");
    std::string codes;
    for (const model::Finding& finding : reading::load_bank(world.files(), world_path("bank")).findings)
      codes += finding.code + " ";
    return codes;
  };
  CHECK(told("") == "F1325 ");
  CHECK(told("    depends: D7\n") == "F1325 ");
  CHECK(told("    depends: D4\n") == "");
  CHECK(told("    depends: [D7, D4]\n") == "");
  CHECK(told("", "D9: {right: B}") == ""); // the other one says the same of D4
}

TEST_CASE("bank: the version changes with what is asked and what is right, and with nothing else") {
  const std::string before = item(bank_of(every_kind), "lamp").version;
  const auto after = [](std::string text, const std::string& from, const std::string& to) {
    return item(bank_of(text.replace(text.find(from), from.size(), to)), "lamp").version;
  };
  CHECK(before.size() == 8);
  CHECK(after(every_kind, "Nothing changes", "All stays") == before);
  CHECK(after(every_kind, "id: lamp\n", "id: lamp\n    state: retired\n") == before);
  CHECK(after(every_kind, "What comes first", "What comes next") != before);
  CHECK(after(every_kind, "text: Look at it closely, right: yes", "text: Look at it closely, right: no") != before);
  CHECK(after(every_kind, "danger: destroys, ", "") != before);
}

TEST_CASE("bank: translations are found by the question's own path") {
  const std::string po = "msgid \"\"\nmsgstr \"Language: th\\n\"\n\nmsgctxt \"steps.items.see\"\nmsgid \"See\"\nmsgstr \"ดู\"\n\n"
                         "msgctxt \"where.zones.bulb\"\nmsgid \"The bulb\"\nmsgstr \"หลอดไฟ\"\n\n"
                         "msgctxt \"lamp.options.look.why\"\nmsgid \"Nothing changes.\"\nmsgstr \"ไม่เปลี่ยน\"\n\n"
                         "msgctxt \"ahead.near.1.why\"\nmsgid \"The sign is wrong.\"\nmsgstr \"เครื่องหมายผิด\"\n";
  const reading::LoadedBank loaded = bank_of(every_kind, po);
  CHECK(shown(loaded.findings, loaded.files) == "");
  const reading::Translation thai = loaded.translation("th");
  CHECK(thai.of(item(loaded, "steps").options[0].text) == "ดู");
  CHECK(thai.of(item(loaded, "where").options[0].text) == "หลอดไฟ");
  CHECK(thai.of(item(loaded, "lamp").options[0].why) == "ไม่เปลี่ยน");
  CHECK(thai.count(loaded.texts).translated == 4);
}

TEST_CASE("bank: a file that ends anywhere is told, never taken for less") {
  const std::string whole = every_kind;
  for (std::size_t length = 0; length < whole.size(); length += 37) {
    const reading::LoadedBank loaded = bank_of(whole.substr(0, length));
    CHECK(loaded.bank.items.size() <= 9);
    for (const model::Finding& finding : loaded.findings)
      CHECK(reading::finding_kind(finding.code) != nullptr);
  }
}

TEST_CASE("bank: a right option more than a fifth longer than each other one is told, of short names and numbers only where it is seen") {
  for (std::size_t own = 4; own <= 60; ++own)
    for (std::size_t most = 3; most <= own; most += 1 + own / 8) {
      const auto option = [](const char* id, char sign, std::size_t length, const char* more) {
        return "      - {id: " + std::string(id) + ", text: " + std::string(length, sign) + more + ", why: So it is., source: guide-a 2}\n";
      };
      const std::string items = "items:\n  - id: lamp\n    kind: one\n    competency: care\n    stem: What comes first?\n    options:\n" +
                                option("a", 'a', most, "") + option("b", 'b', own, ", right: yes") + option("c", 'c', most / 2 + 1, "");
      const bool longer = 10 * own > 12 * most, seen = own >= 16 || own - most >= 8;
      CAPTURE(own);
      CAPTURE(most);
      const auto told = codes(bank_of(items).findings);
      CHECK(std::count(told.begin(), told.end(), "F1322") == (longer && seen ? 1 : 0));
    }
}

TEST_CASE("bank: twins may be alike, others not, and a practised question is not measured") {
  const std::vector<reading::PractisedText> practised{{"The lamp is lit. What comes first?", "open/lit"}};
  CHECK(codes(reading::practised_findings(bank_of(every_kind), practised)) == std::vector<std::string>{"F1333"});
  const std::vector<reading::PractisedText> other{{"The lamp is lit and the room is empty. Whom do you tell at once?", "open/lit"}};
  CHECK(reading::practised_findings(bank_of(every_kind), other).empty());
}
