// A world in which content uses all that it may; then each value and each key of it is spoilt, eight of a file at a time, far apart. What
// is said of them is kept in tests/reading/told/spoiled.txt: a check that is lost loses its lines there.
#include "tests/reading/holes.h"
#include "tests/reading/kept_text.h"
#include "tests/reading/pages.h"

#include "engine/reading/yaml.h"

#include <fmt/format.h>

using namespace firsthand;
using namespace firsthand::reading_test;

namespace {

const char* const rich_vocabulary = R"(vocabulary: rich
format: 1
traits: {computer: A thing with power, shield: Keeps radio out, person: Somebody, learner: You, tied: Can be tied}
tags: {touch: Touches it, search: Looks inside}
verbs: {look: Look, close-lid: Close the lid, pack: Pack it, greet: Greet}
relations: {holder: Who has it, in: What it is in, first: One, second: Other}
evidence: {memory: What it keeps, disk: What is on it}
harms: {destroys: Evidence is lost}
competencies: {care: Care}
variables: {power: [on, off], lid: [open, closed], glow: [bright, none], leak: [tight, leaks], mood: [calm, cross]}
cues: {lamp: [lit, dim, dark], flap: [open, closed]}
)";

const char* const rich_device = R"(model: box
format: 1
traits: [computer, tied]
icon: box
state:
  power: [on, off]
  lid: {draw: {open: 3, closed: 1}}
settings: {auto-off: 5 min, drift: {never: 1, 2 min: 3}}
relations:
  holder: {to: person, custody: yes}
  in: {to: shield, exclusive: yes}
  behind: {to: [shield, person], sight: hidden}
derived:
  glow: {bright: {power: on, in.leak: [tight, leaks]}, otherwise: none}
gauges:
  battery: {unit: "%", max: 100, start: 50, rate: [{by: -4 per h, when: {power: on}}, {by: +2 per min, when: {lid: open}}]}
  traffic: {unit: MB, max: 999999, start: 1 kB}
cues:
  lamp: {at: glance, icon: box, is: [{lit: {glow: bright}}, {dim: [{lid: open}, {power: on}]}, {dark: {}}], says: {lit: Lit, dim: Dim, dark: ""}}
  level: {at: reveal, reads: battery, when: {power: on}, says: {value: "At {value} %"}}
verbs:
  look: {group: look, icon: box, label: Look closely, log: You looked., takes: 15 s, reveals: [level, with.flap], with: shield, once: yes}
  close-lid:
    group: touch
    label: Close the lid
    takes: 2 s
    tags: [touch]
    task: yes
    offered: {holder: any, lamp: [lit, dim], level: at least 5 %}
    works: {power: on, not: {lid: closed}}
    throughout: {lid: open}
    during: {power: off}
    sets: {lid: closed, holder: by}
    adds: {battery: -1 %, traffic: 5 kB}
    signals: input
    signals-done: [moved, holder.woken]
    secures: memory
    cut-short: {sets: {lid: open}, adds: {battery: -2 %}, signals-done: input}
    for-each:
      - {trait: shield, zone: table, sets: {leak: leaks}}
  pack: {group: secure, label: Pack it, takes: 9 s, with: shield, offered: {with.flap: open}, works: {with.leak: tight}, sets: {in: with}}
events:
  doze: {while: {power: on}, for: auto-off, since: [input, moved], if: {lid: open}, sets: {power: off}}
  fade: {when: {battery: below 1 %}, chance: {fades: {happens: 9, spared: 1}}, sets: {power: off}}
  slam: {on: input, adds: {battery: -1 %}}
  beat: {every: 10 min, while: {power: on}, reveals: lamp}
  dawn: {at: drift, sets: {holder: none}}
evidence:
  memory: {lives: {power: on}, open: {lid: open}, key: disk}
  disk: {lives: {glow: bright}}
deadlines:
  soon: {known: {lamp: lit}, label: "Dozes in {auto-off}", icon: box}
)";

const char* const rich_shield = R"(model: tin
traits: [shield, tied]
state: {leak: {draw: {tight: 3, leaks: 1}}, flap: [open, closed]}
cues:
  flap: {at: glance, is: [{open: {flap: open}}, {closed: {}}], says: {open: Open, closed: Closed}}
)";

const char* const rich_person = R"(model: guide
traits: [person]
state: {mood: [calm, cross]}
events: {rises: {on: woken, sets: {mood: cross}}}
verbs:
  greet:
    group: ask
    label: Greet
    takes: 5 s
    answers:
      - {id: nods, if: {mood: calm}, says: He nods., sets: {mood: cross}}
      - {id: waits, says: He waits.}
)";

const char* const rich_doctrine = R"(doctrine: small
format: 1
title: A small doctrine
edition: "2026"
review-by: 2027-06-30
cut: 600
sources:
  guide-a: {title: Guide A, edition: 2025-03, review-by: 2027-06-30, confidence: high, opened: yes}
  hearsay: {title: A rumour, review-by: 2027-06-30, confidence: low, verified-by: An agency}
positions:
  D4: {right: A, defensible: [B], elsewhere: Guide B says otherwise}
rules:
  no-looking:
    title: Never look
    each: computer
    never: {done: look, by: learner}
    unless: [{seen: lamp, to: dark}, {said: greet}]
    breaks: {severity: fatal, harm: destroys, competency: care}
    why: It is only an example.
    source: hearsay
    section: "3.1"
  shut-soon:
    title: Shut it soon
    each: [computer, shield]
    on: {changed: lid, from: closed, to: open, by: person}
    was: {power: on}
    before: [{begun: {tag: touch}}, {secured: memory}]
    before-any: [{moved: holder}, {lost: disk}]
    must: {done: close-lid}
    within: 5 min
    each-time: yes
    breaks: {severity: major, harm: destroys, competency: care}
    why: It is only an example.
    instead: Shut it.
    well: You shut it.
    asked: Was it shut?
    source: hearsay
  tied-pair:
    title: A pair
    each: {link: tie}
    on: {changed: first.power, to: off}
    was: {first.lid: open}
    before: {done: close-lid, of: second}
    breaks: {severity: minor, harm: destroys, competency: care}
    why: It is only an example.
    source: guide-a
  note-it:
    title: Note it
    on: {enters: {kind: scene}}
    must: {noted: any}
    within: end
    breaks: {severity: minor, harm: destroys, competency: care}
    why: It is only an example.
    source: guide-a
)";

const char* const rich_scenario = R"(scenario: sample
format: 1
language: en
title: The box
summary: A lamp and a lid.
role: First officer
minutes: 10
starts: 2026-03-04 09:10 +07:00
competencies: [care]
doctrine: small
thumbnail: pictures/thumb.svg
cover: pictures/thumb.svg
weights: {rules: 70, steps: 30}
exemplar: expert
exhibits:
  - id: box
    model: box
    name: Box
    zone: table
    start: {battery: 9 %, holder: you, lid: open, auto-off: 2 min}
    aged: {doze: 30 s}
    holds:
      - {id: note, in: memory, value: 10, name: the note, lost: The note is gone}
      - {id: page, in: disk, value: 1000, name: the page, lost: The page is gone}
instruments:
  - {id: tin, model: tin, name: Tin}
people:
  - {id: you, model: officer, name: You, portrait: pictures/thumb.svg}
  - {id: guide, model: guide, name: Guide}
links:
  - {id: cord, model: tie, start: {first: box, second: tin}}
steps:
  - {id: arrive, kind: briefing, title: Arrive, text: You enter., picture: pictures/thumb.svg, hints: [Look]}
  - id: ask
    kind: choice
    title: Ask
    only-if: {box.lid: open}
    costs: 20 s
    points: 5
    then: [{if: {box.power: on}, go: room}, {go: last}]
    prompt: What now?
    options: [{id: keep, text: Keep it, position: D4/A}, {id: cut, text: Cut it, position: D4/B}]
  - id: room
    kind: scene
    title: Room
    places: [{entity: box, verbs: [look, pack], shown: {lamp: lit}}]
  - {id: last, kind: briefing, title: Last, text: You leave.}
glossary:
  Lamp: It shows that the box is on.
)";

World rich_world() {
  World world;
  world.put("vocabulary", rich_vocabulary).put("device", rich_device).put("shield", rich_shield).put("person", rich_person);
  world.put("doctrine", rich_doctrine).put("scenario", rich_scenario);
  return world;
}

// Of one code in one file the first, and how many more there are.
std::string told_of(const model::Findings& findings, const std::vector<reading::UsedFile>& files) {
  std::vector<std::pair<std::string, std::string>> told; // who is it about, the lines
  for (const model::Finding& f : findings) {
    const std::string file(f.where.file < files.size() ? reading::name_of(files[f.where.file].path) : "?");
    auto at = std::find_if(told.begin(), told.end(), [&](const auto& one) { return one.first == f.code + file; });
    if (at == told.end()) {

      const std::string message = reading::message_of(f); // without what would have been right: that is a list of all
      told.push_back(
          {f.code + file, fmt::format("  {} {}:{}:{} {}{}", f.code, file, f.where.line, f.where.column,
                                      message.substr(0, message.find(" (known:")), f.suggestion.empty() ? "" : " → " + f.suggestion)});
    } else {
      at->second += fmt::format(", {}:{}", f.where.line, f.where.column);
    }
  }
  std::string all;
  for (const auto& [about, lines] : told)
    all += lines + "\n";
  return all;
}

std::string told_of(World& world) {
  const auto scenario = reading::load_scenario(world.files(), world_path("scenario"), SampleSteps());
  return told_of(scenario.findings, scenario.files);
}

// Where a word stands in its file, as it is written there.
struct Word {
  std::uint32_t line = 0, column = 0;
  std::string text;
};

void collect(const model::Node& node, std::vector<Word>& words) {
  if (node.kind == model::Node::Kind::scalar) words.push_back({node.where.line, node.where.column, node.text});
  for (const model::Node& item : node.items)
    collect(item, words);
  for (const model::Node::Pair& pair : node.pairs) {
    words.push_back({pair.where.line, pair.where.column, pair.key});
    collect(pair.value, words);
  }
}

// In the order in which they stand.
std::vector<Word> words_in(const std::string& text) {
  model::Findings none;
  std::vector<Word> words;
  collect(reading::read_yaml(text, 0, none).value_or(model::Node{}), words);
  std::erase_if(words, [](const Word& word) { return word.text.empty(); });
  std::stable_sort(words.begin(), words.end(),
                   [](const Word& a, const Word& b) { return std::pair(a.line, a.column) < std::pair(b.line, b.column); });
  return words;
}

std::size_t place_of(const std::string& text, const Word& word) {
  std::size_t at = 0;
  for (std::uint32_t line = 1; line < word.line; ++line)
    at = text.find('\n', at) + 1;
  at += word.column - 1;
  if (text[at] == '"') ++at;
  REQUIRE(text.compare(at, word.text.size(), word.text) == 0);
  return at;
}

// The word becomes another; the line as it is then.
std::string spoil(std::string& text, const Word& word) {
  const std::size_t at = place_of(text, word);
  const bool number = word.text[0] >= '0' && word.text[0] <= '9';
  text.replace(at, word.text.size(), number ? "999999999" : "zzz");
  const std::size_t start = text.rfind('\n', at) + 1;
  return fmt::format("{:4} {}\n", word.line, text.substr(start, text.find('\n', start) - start));
}

} // namespace

TEST_CASE("reading: a world that uses all that it may has no findings") {
  World world = rich_world();
  CHECK(told_of(world) == "");
}

TEST_CASE("reading: what is told of a world in which words are spoilt is what was told before") {
  std::string all;
  int spoilt = 0;
  for (const char* alias : {"device", "shield", "doctrine", "scenario"}) {
    World world = rich_world();
    const std::string text = world.text(alias);
    const std::vector<Word> words = words_in(text);
    const std::size_t apart = (words.size() + 7) / 8;
    for (std::size_t first = 0; first < apart; ++first) {
      std::string changed = text, lines;
      for (std::size_t last = words.size(); last-- > 0;) // from the end, so that places before stay where they are
        if (last % apart == first) lines = spoil(changed, words[last]) + lines, ++spoilt;
      world.put(alias, changed);
      all += fmt::format("{}\n{}{}\n", alias, lines, told_of(world));
    }
  }
  CHECK(spoilt > 400);
  check_kept("spoiled.txt",
             "The world of tests/reading/spoiled_test.cpp with eight words of a file spoilt (zzz, 999999999): the lines as they are then, "
             "and what is told.",
             all);
}

TEST_CASE("reading: an empty word in the place of any other is told in words, never as a hole") {
  constexpr const char* empties[] = {"\"\"", "\" \"", "{}", "[]"};
  int emptied = 0, told = 0;
  for (const char* alias : {"device", "shield", "doctrine", "scenario"}) {
    World world = rich_world();
    const std::string text = world.text(alias);
    const std::vector<Word> words = words_in(text);
    const std::size_t apart = (words.size() + 23) / 24;
    for (std::size_t first = 0; first < apart; ++first) {
      std::string changed = text;
      for (std::size_t last = words.size(); last-- > 0;) {
        if (last % apart != first) continue;
        std::size_t at = place_of(changed, words[last]), length = words[last].text.size();
        if (at > 0 && changed[at - 1] == '"') --at, length += 2;
        changed.replace(at, length, empties[emptied++ % 4]);
      }
      world.put(alias, changed);
      for (const model::Finding& f : reading::load_scenario(world.files(), world_path("scenario"), SampleSteps()).findings) {
        ++told;
        CHECK_MESSAGE(!has_hole(reading::message_of(f)), f.code, " ", reading::message_of(f));
      }
    }
  }
  CHECK(emptied > 400);
  CHECK(told > 900);
}

// "๓๔ %" reads like an amount to whoever writes Thai.
TEST_CASE("reading: a number in the digits of another script is told with the digits that it needs") {
  constexpr const char* zeros[] = {"\u0660", "\u0BE6", "\u0E50", "\u0ED0", "\u1040", "\u17E0", "\uFF10"};
  const auto in_script = [](std::string_view text, const std::string& zero) {
    std::string own;
    for (const char c : text) {
      const bool digit = c >= '0' && c <= '9';
      own += digit ? zero : std::string(1, c);
      if (digit) own.back() = static_cast<char>(own.back() + (c - '0'));
    }
    return own;
  };
  int told = 0, turn = 0;
  for (const char* alias : {"device", "scenario"}) {
    World world = rich_world();
    const std::string text = world.text(alias);
    for (const Word& word : words_in(text)) {
      if (word.text.find_first_of("0123456789") == std::string::npos ||
          word.text.find_first_not_of("0123456789 :%smin+-.kMB") != std::string::npos)
        continue;
      std::string changed = text;
      const std::string own = in_script(word.text, zeros[turn++ % std::size(zeros)]);
      changed.replace(place_of(text, word), word.text.size(), own);
      world.put(alias, changed);
      for (const model::Finding& f : reading::load_scenario(world.files(), world_path("scenario"), SampleSteps()).findings) {
        if (std::none_of(f.facts.begin(), f.facts.end(), [&](const auto& fact) { return fact.second == own; })) continue;
        CAPTURE(own);
        CHECK_MESSAGE(reading::message_of(f).find("write “" + word.text + "”") != std::string::npos, f.code, " ", reading::message_of(f));
        ++told;
      }
    }
  }
  CHECK(told > 10);
}

TEST_CASE("reading: a word that cannot be read because of a sign that only looks right is told with that sign") {
  constexpr std::pair<const char*, const char*> signs[] = {
      {"\xC2\xA0", "U+00A0"}, {"\xE2\x80\x8B", "U+200B"}, {"\xE2\x80\xAF", "U+202F"}, {"\xE2\x80\x93", "U+2013"}, {"\xC2\xAD", "U+00AD"}};
  int told = 0, turn = 0;
  for (const char* alias : {"device", "scenario"}) {
    World world = rich_world();
    const std::string text = world.text(alias);
    std::vector<Word> words = words_in(text);
    std::erase_if(words, [](const Word& word) { return word.text.size() < 2; });
    for (std::size_t i = 0; i < words.size(); i += 5) {
      const auto& [sign, name] = signs[turn++ % std::size(signs)];
      const std::size_t blank = words[i].text.find(' '), inside = blank == std::string::npos ? 1 : blank;
      std::string changed = text;
      changed.replace(place_of(text, words[i]) + inside, blank == std::string::npos ? 0 : 1, sign); // of "34 %" the blank itself
      world.put(alias, changed);
      for (const model::Finding& f : reading::load_scenario(world.files(), world_path("scenario"), SampleSteps()).findings) {
        const bool about_it =
            std::any_of(f.facts.begin(), f.facts.end(), [&](const auto& fact) { return fact.second.find(sign) != fact.second.npos; });
        if (!about_it || f.code.starts_with("F07")) continue;
        CAPTURE(words[i].text);
        CHECK_MESSAGE(reading::message_of(f).find(name) != std::string::npos, f.code, " ", reading::message_of(f));
        ++told;
      }
    }
  }
  CHECK(told > 60);
}
