// How long texts may be, how large numbers, and that no key goes unread, for each kind of step as an author writes it.
#include "tests/modules/lesson.h"

#include "modules/choice/rules.h"
#include "modules/dialogue/rules.h"

namespace firsthand::modules::test::of_limits {

namespace {

std::string words(int count) {
  std::string all = "Look";
  for (int i = 1; i < count; ++i)
    all += " here";
  return all;
}

std::string with(std::string text, const std::string& place, const std::string& put) {
  const std::size_t at = text.find(place);
  REQUIRE(at != std::string::npos);
  return text.replace(at, place.size(), put);
}

struct Told {
  std::vector<std::string> codes;
  std::uint32_t line = 0; // of the first
};

Told told(const std::string& steps) {
  reading_test::World world;
  world.change("scenario", steps);
  const auto loaded = reading::load_scenario(world.files(), reading_test::world_path("scenario"), session::StepSpecs(catalogue()));
  return {reading_test::codes(loaded.findings), loaded.findings.empty() ? 0 : loaded.findings[0].where.line};
}
Lines codes(const std::string& steps) { return told(steps).codes; }

const std::string briefing = "steps:\n  - {id: s, kind: briefing, title: S, text: TEXT.}\n";
const std::string choice = "steps:\n  - id: s\n    kind: choice\n    title: S\n    prompt: PROMPT\n    options:\n"
                           "      - {id: a, text: TEXT, position: D4/A, why: WHY}\n      - {id: b, text: B, why: No}\n";
const std::string dialogue = "steps:\n  - {id: s, kind: dialogue, title: S, with: guide, opening: OPENING, topics: [ask]}\n";
const std::string scene =
    "steps:\n  - id: s\n    kind: scene\n    title: S\n    goal: GOAL\n    hints: [HINT]\n    picture: pictures/thumb.svg\n"
    "    places:\n      - entity: box\n        at: [1, 2, 3, 4]\n        shape: [1, 2, 3, 4, 5, 6]\n"
    "        shapes:\n          thumb.svg: [1, 2, 3, 4, 5, 7]\n    ends: {by: learner}\n";
const std::string sequence = "steps:\n  - id: s\n    kind: sequence\n    title: S\n    prompt: PROMPT\n    why: WHY\n    before: [[a, b]]\n"
                             "    items:\n      - {id: a, text: TEXT}\n      - {id: b, text: B}\n";
const std::string custody =
    "steps:\n  - id: s\n    kind: custody-form\n    title: S\n    form: {agency: A, unit: B, number: C, serial: D, case: E}\n"
    "    sheets:\n      - for: box\n        transfer: {from: you, to: guide}\n        fields:\n"
    "          - {id: seal, label: Seal, picks: [{id: one, text: TEXT}]}\n";

// The world with a guide who can be asked.
Lines codes_of_talk(const std::string& steps) {
  reading_test::World world;
  world.put("person",
            "model: guide\ntraits: [person]\nverbs:\n  ask: {group: ask, label: Ask, takes: 1 s, answers: [{id: yes, says: Yes.}]}\n");
  world.change("vocabulary", "verbs: {look: Look, close-lid: Close the lid, ask: Ask}\n");
  world.change("scenario", steps);
  return codes_of(world);
}

} // namespace

TEST_CASE("limits: a text may be as long as its place has room for, and not a word longer") {
  struct Limit {
    std::string step, place;
    int most;
  };
  const Limit limits[] = {{briefing, "TEXT.", 60}, {choice, "PROMPT", 25}, {choice, "TEXT", 15},     {choice, "WHY", 30},
                          {scene, "GOAL", 20},     {scene, "HINT", 25},    {sequence, "PROMPT", 25}, {sequence, "WHY", 30},
                          {sequence, "TEXT", 15},  {custody, "TEXT", 15}};
  for (const Limit& limit : limits) {
    CAPTURE(limit.step);
    CAPTURE(limit.place);
    CHECK(codes(with(limit.step, limit.place, words(limit.most))).empty());
    CHECK(codes(with(limit.step, limit.place, words(limit.most + 1))) == Lines{"F0205"});
    CHECK(codes(with(limit.step, limit.place, "\"\"")) == Lines{"F0204"});
  }
  CHECK(codes_of_talk(with(dialogue, "OPENING", words(25))).empty());
  CHECK(codes_of_talk(with(dialogue, "OPENING", words(26))) == Lines{"F0205"});
}

TEST_CASE("limits: places lie in a picture of 4096 units, to the last") {
  for (const char* place : {"at: [1, ", "shape: [1, ", "thumb.svg: [1, "}) {
    CAPTURE(std::string(place));
    const std::string start(place, std::string_view(place).size() - 3);
    for (const char* good : {"0", "4096"})
      CHECK(codes(with(scene, place, start + good + ", ")).empty());
    for (const char* wrong : {"-1", "4097"})
      CHECK(codes(with(scene, place, start + wrong + ", ")) == Lines{start == "at: [" ? "F0821" : "F0822", "F0211"});
  }
}

TEST_CASE("limits: what is asked at least is none to seven") {
  const auto at_least = [](const char* number) { return with(dialogue, "OPENING", std::string("Hello, ask-at-least: ") + number); };
  for (const char* good : {"0", "7"})
    CHECK(codes_of_talk(at_least(good)).empty());
  for (const char* wrong : {"-1", "8"})
    CHECK(codes_of_talk(at_least(wrong)) == Lines{"F0211"});
}

TEST_CASE("limits: a key that nobody reads is told wherever it stands, on its line") {
  struct Place {
    std::string step, place, put;
    std::uint32_t line; // behind `steps:`
  };
  const Place places[] = {{briefing, "text: TEXT.", "text: Here, nonsense: x", 1},
                          {choice, "text: TEXT", "text: A, nonsense: x", 6},
                          {choice, "    prompt", "    nonsense: x\n    prompt", 4},
                          {scene, "ends: {", "ends: {nonsense: x, ", 13},
                          {scene, "        at:", "        nonsense: x\n        at:", 9},
                          {sequence, "text: TEXT", "text: A, nonsense: x", 8},
                          {custody, "text: TEXT", "text: A, nonsense: x", 9},
                          {custody, "label: Seal", "label: Seal, nonsense: x", 9},
                          {custody, "from: you", "from: you, nonsense: x", 7},
                          {custody, "agency: A", "agency: A, nonsense: x", 4},
                          {custody, "for: box", "for: box\n        nonsense: x", 7}};
  reading_test::World world;
  world.change("scenario", briefing);
  const std::string whole = world.text("scenario");
  const auto before =
      static_cast<std::uint32_t>(1 + std::count(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(whole.find("steps:")), '\n'));
  for (const Place& place : places) {
    CAPTURE(place.put);
    CAPTURE(place.step);
    const Told found = told(with(place.step, place.place, place.put));
    CHECK(found.codes == Lines{"F0201"});
    CHECK(found.line == before + place.line);
  }
}

TEST_CASE("limits: a picture of its own outline that is not there is told where it is named") {
  reading_test::World world;
  world.change("scenario", scene);
  const std::string whole = world.text("scenario");
  const auto line = static_cast<std::uint32_t>(
      1 + std::count(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(whole.find("thumb.svg: [")), '\n'));
  const Told found = told(with(scene, "thumb.svg: [", "other.svg: ["));
  CHECK(found.codes == Lines{"F0901"});
  CHECK(found.line == line);
}

} // namespace firsthand::modules::test::of_limits
