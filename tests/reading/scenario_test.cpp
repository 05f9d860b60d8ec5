// A scenario as a whole: inheritance, resolved names, hashes, the catalogue.
#include "tests/reading/pages.h"

#include <doctest/doctest.h>

using namespace firsthand;
using namespace firsthand::reading_test;

namespace {

model::EntityModel child_of(World& world, const std::string& yaml) {
  world.put("child", "model: child\nextends: box\n" + yaml);
  const auto shelf = reading::load_shelf(world.files());
  CHECK(shown(shelf.findings, shelf.files) == "");
  for (const auto& model : shelf.models)
    if (model.id == "child") return model;
  return {};
}

reading::MemoryFiles kept(const reading::LoadedScenario& loaded) {
  reading::MemoryFiles files;
  for (const auto& file : loaded.files)
    files.put(file.path, file.bytes);
  return files;
}

} // namespace

TEST_CASE("reading: a scenario is read with all it names") {
  const auto loaded = World().load();
  CHECK(shown(loaded.findings, loaded.files) == "");
  CHECK(loaded.usable());
  const model::Scenario& scenario = loaded.scenario;
  CHECK(scenario.entities.size() == 5);
  const model::EntityUse& box = *scenario.entity("box");
  CHECK(box.number == 1);
  CHECK(box.gauges[0].second == 9 * model::quanta_per_unit);
  CHECK(box.state[0] == std::pair<std::string, std::string>{"holder", "you"});
  CHECK(box.holds[0].lost.path == "exhibits.box.holds.note.lost");
  CHECK(scenario.model_of(box).verbs.size() == 2);
  CHECK(scenario.model_of(box).verbs[0].label.path == "models.box.verbs.look.label");
  CHECK(scenario.model_of(box).gauges[0].rates[0].per_second == -4 * model::quanta_per_unit / 3600);
  CHECK(scenario.doctrine.rules[0].never->by == "learner");
  CHECK(scenario.starts.offset_minutes == 420);
  CHECK(loaded.languages == std::vector<std::string>{"th"});
}

TEST_CASE("reading: a child's things merge by name, its lists replace, the parent's keys stand first") {
  World world;
  const auto child = child_of(world, "traits: [tied]\nverbs:\n  look: {takes: 5 s}\n  tap: {group: touch, label: Tap it, takes: 1 "
                                     "s}\nevents:\n  doze: {while: {lid: closed}}\n");
  CHECK(child.traits == std::vector<std::string>{"tied"});
  REQUIRE(child.verbs.size() == 3);
  CHECK(child.verbs[0].name == "look");
  CHECK(child.verbs[0].takes == 5);
  CHECK(child.verbs[0].label.path == "models.box.verbs.look.label");
  CHECK(child.verbs[2].label.path == "models.child.verbs.tap.label");
  CHECK(child.events[0].condition.path == "lid"); // a condition is replaced, never mixed
}

TEST_CASE("reading: a child leaves out what it names, and replaces weighted settings whole") {
  World world;
  const auto child = child_of(world, "without: [verbs.close-lid, events]\nsettings: {auto-off: {never: 1, 2 min: 3}}\n");
  CHECK(child.verbs.size() == 1);
  CHECK(child.events.empty());
  CHECK(child.settings[0].choices.size() == 2);
}

TEST_CASE("reading: weighted durations in a start give that entity a model of its own") {
  World world;
  world.change("scenario", "exhibits:\n  - {id: box, model: box, name: Box, start: {auto-off: {never: 1, 2 min: 3}}}\n  - {id: other, "
                           "model: box, name: Other}\n");
  const auto loaded = world.load();
  CHECK(shown(loaded.findings, loaded.files) == "");
  CHECK(loaded.scenario.model_of(*loaded.scenario.entity("box")).settings[0].choices.size() == 2);
  CHECK(loaded.scenario.model_of(*loaded.scenario.entity("other")).settings[0].choices.size() == 1);
}

TEST_CASE("reading: loading from the kept files gives the same") {
  const auto first = World().load();
  const auto again = reading::load_scenario(kept(first), first.path, SampleSteps());
  CHECK(again.rules_hash == first.rules_hash);
  CHECK(again.shown_hash == first.shown_hash);
  CHECK(again.files.size() == first.files.size());
  CHECK(again.texts.size() == first.texts.size());
  CHECK(again.usable());
}

TEST_CASE("reading: comments and layout change no hash, texts only what is shown, values the rules") {
  const auto before = World().load();
  const auto commented = World().change("device", "settings:\n  # a comment\n  auto-off:   5 min\n").load();
  CHECK(commented.rules_hash == before.rules_hash);
  CHECK(commented.shown_hash == before.shown_hash);
  const auto retitled = World().change("scenario", "title: Another box\n").load();
  CHECK(retitled.rules_hash == before.rules_hash);
  CHECK(retitled.shown_hash != before.shown_hash);
  const auto relabelled =
      World().change("device", "icon: box\n").put("picture", world_files().at(world_path("picture")) + "<!-- x -->").load();
  CHECK(relabelled.rules_hash == before.rules_hash);
  CHECK(relabelled.shown_hash != before.shown_hash);
  const auto faster = World().change("device", "settings: {auto-off: 4 min}\n").load();
  CHECK(faster.rules_hash != before.rules_hash);
  CHECK(faster.shown_hash == before.shown_hash);
}

TEST_CASE("reading: a course may bring another doctrine, and the hash knows") {
  World world;
  world.files().put("scenarios/library/doctrine/other.yaml",
                    "doctrine: other\nextends: small\nwithout: [no-looking]\ntitle: Another\nedition: \"1\"\n");
  const auto own = world.load(), other = world.load("other");
  CHECK(shown(other.findings, other.files) == "");
  CHECK(own.scenario.doctrine.rules.size() == 1);
  CHECK(other.scenario.doctrine.rules.empty());
  CHECK(other.scenario.doctrine.positions.size() == 1);
  CHECK(other.rules_hash != own.rules_hash);
}

TEST_CASE("reading: many faults in several files are found in one go") {
  World world;
  world.change("device", "verbs:\n  look: {group: lok, label: Look, takes: 15}\n");
  world.change("scenario", "minutes: ten\ncompetencies: [cares]\n");
  const auto loaded = world.load();
  CHECK(codes(loaded.findings) == std::vector<std::string>{"F0211", "F0301", "F0208", "F0209"});
  CHECK(loaded.findings[1].suggestion == "care");
  CHECK(loaded.findings[2].suggestion == "look");
  CHECK(!loaded.usable());
}

TEST_CASE("reading: what is offered may ask what is seen of the instrument") {
  World world;
  world.change("shield", "state: {leak: [tight, leaks], flap: [open, closed]}\ncues:\n  flap: {at: glance, is: [{open: {flap: open}}, "
                         "{closed: {}}], says: {open: Open, closed: Closed}}\n");
  world.change("device", "verbs:\n  look: {group: look, label: Look, takes: 1 s}\n  pack: {group: secure, label: Pack it, takes: 9 s, "
                         "with: shield, offered: {with.flap: open}, works: {with.leak: tight}, sets: {in: with}}\n");
  const auto loaded = world.load();
  CHECK(shown(loaded.findings, loaded.files) == "");
  world.change("device", "verbs:\n  look: {group: look, label: Look, takes: 1 s, offered: {in.leak: tight}}\n");
}

TEST_CASE("reading: truth behind a relation is not offered") {
  World world;
  world.change("device", "verbs:\n  look: {group: look, label: Look, takes: 1 s, offered: {in.leak: tight}}\n");
  CHECK(codes(world.load().findings) == std::vector<std::string>{"F0305"});
}

TEST_CASE("reading: what a hidden relation leads to is true, but not seen; behind a plain one it is both") {
  const auto codes_with = [](const std::string& sight, const std::string& asked) {
    World world;
    world.change("shield", "state: {flap: [open, closed]}\ncues:\n  flap: {at: glance, is: [{open: {flap: open}}, {closed: {}}], "
                           "says: {open: Open, closed: Closed}}\n");
    world.change("device", "relations:\n  holder: {to: person, custody: yes}\n  in: shield\n  behind: {to: shield, sight: " + sight +
                               "}\nverbs:\n  look: {group: look, label: Look, takes: 1 s, " + asked + ": {behind.flap: open}}\n");
    return codes(world.load().findings);
  };
  CHECK(codes_with("hidden", "offered") == std::vector<std::string>{"F0305"});
  CHECK(codes_with("hidden", "works").empty());
  CHECK(codes_with("plain", "offered").empty());
  CHECK(codes_with("plain", "works").empty());
}

TEST_CASE("reading: the name of a position has letters, digits and hyphens, at most 32") {
  std::string right, refused;
  const std::string good = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-";
  for (char sign = '!'; sign <= '~'; ++sign) {
    right += sign == '\'' ? "\"'\", " : std::string("'") + sign + "', ";
    if (good.find(sign) == good.npos) refused += sign;
  }
  World world;
  world.change("doctrine", "positions:\n  D4: {right: [" + right + std::string(32, 'x') + ", " + std::string(33, 'x') + "]}\n");
  std::string told;
  for (const model::Finding& finding : world.load().findings)
    told += finding.code == "F0206" ? finding.facts[0].second : finding.code;
  CHECK(told == refused + std::string(33, 'x'));
}

TEST_CASE("reading: the catalogue reads heads only") {
  World world;
  std::string text = world.text("scenario");
  text.replace(text.find("steps:"), std::string::npos, "steps: [this is not yaml\n");
  world.put("scenario", text);
  world.put("course", world.text("course") + "baseline: [test: sample]\n");
  const auto library = reading::Library::open(world.files());
  CHECK(shown(library.findings(), library.files()) == "");
  REQUIRE(library.card("sample") != nullptr);
  CHECK(library.card("sample")->title.source == "The box");
  CHECK(library.card("sample")->thumbnail == world_path("picture"));
  CHECK(library.course("basics")->asks_before("sample"));
}

TEST_CASE("reading: a course is passed by all of its final within a time, and nonsense is told") {
  const auto told = [](const std::string& pass, const std::string& final_test = "final: [test: sample]\n") {
    World world;
    std::string text = world.text("course");
    if (const std::size_t at = text.find("\nfinal:"); at != text.npos) text.erase(at + 1, text.find('\n', at + 1) - at);
    world.put("course", text + final_test + "pass: " + pass + "\n");
    return codes(reading::Library::open(world.files()).findings());
  };
  using Codes = std::vector<std::string>;
  CHECK(told("{all-of: final, within: 30 d}").empty());
  for (const char* within : {"0 d", "-3 d", "never", "soon", "30"})
    CHECK(told(std::string("{all-of: final, within: ") + within + "}") == Codes{"F0209"});
  CHECK(told("{all-of: final}") == Codes{"F0202"});
  CHECK(told("{all-of: baseline, within: 30 d}") == Codes{"F0208"});
  CHECK(told("{all-of: final, within: 30 d, mean: yes}") == Codes{"F0201"});
  CHECK(told("{all-of: final, within: 30 d}", "") == Codes{"F0202"});
}

TEST_CASE("reading: one broken course does not hide the others") {
  World world;
  world.files().put("scenarios/courses/aaa/course.yaml", "course: [\n");
  const auto library = reading::Library::open(world.files());
  CHECK(library.courses().size() == 1);
  CHECK(library.findings().size() == 1);
}

TEST_CASE("reading: paths that lead elsewhere are refused") {
  for (const char* path : {"", "/etc", "a/../b", "../a", "a//b", "./a", "a\\b", "c:/a", "a/"})
    CHECK(!reading::is_plain_path(path));
  CHECK(reading::is_plain_path("scenarios/library/ก.yaml"));
  World world;
  world.change("scenario", "thumbnail: ../../../secret.svg\n");
  CHECK(codes(world.load().findings) == std::vector<std::string>{"F0901"});
}

TEST_CASE("reading: a broken scenario never crashes, it is read or it has findings") {
  std::uint64_t state = 20261122;
  const auto next = [&](std::size_t below) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return static_cast<std::size_t>((state >> 33) % below);
  };
  const std::string pieces[] = {":",  "- ",  "{", "}", "[", "]", "\"",   "'",    "\n", "  ",   "\t", "&a ",
                                "*a", "!x ", "|", ">", "#", "~", "\xFF", "none", "0",  "\x00", "?",  ","};
  int refused = 0;
  for (const char* alias : {"scenario", "device", "doctrine", "picture", "po", "course", "vocabulary"}) {
    for (int round = 0; round < 150; ++round) {
      World world;
      std::string text = world.text(alias);
      for (std::size_t change = 0; change <= next(4); ++change) {
        const std::size_t at = next(text.size()), length = next(6);
        text.replace(at, std::min(length, text.size() - at), pieces[next(std::size(pieces))]);
      }
      world.put(alias, text);
      const auto loaded = world.load();
      reading::Library::open(world.files());
      for (const auto& finding : loaded.findings) {
        CHECK(reading::finding_kind(finding.code) != nullptr);
        reading::render(finding, loaded.files);
      }
      if (!loaded.usable())
        ++refused;
      else
        CHECK(!loaded.scenario.steps.empty());
    }
  }
  CHECK(refused > 300);
}

TEST_CASE("reading: a value that is nobody names the relation that was written") {
  for (const std::string relation : {"holder", "in"})
    for (const std::string wrong : {"her", "him", "boxx"})
      for (const std::string& body :
           {"when: {" + relation + ": " + wrong + "}, sets: {power: off}", "when: {power: on}, sets: {" + relation + ": " + wrong + "}"}) {
        World world;
        world.change("device", "events:\n  sleep: {" + body + "}\n");
        const auto loaded = world.load();
        CAPTURE(body);
        const auto found = std::find_if(loaded.findings.begin(), loaded.findings.end(), [](const auto& f) { return f.code == "F0304"; });
        REQUIRE(found != loaded.findings.end());
        CHECK(reading::message_of(*found).starts_with("“" + relation + "” cannot be “" + wrong + "”"));
      }
}

TEST_CASE("reading: what only looks like a model is told at itself, what does not is passed over") {
  const auto said_of = [](const std::string& name) {
    World world;
    world.files().put("scenarios/library/devices/" + name, "model: box\n");
    const auto shelf = reading::load_shelf(world.files());
    return shown(shelf.findings, shelf.files);
  };
  for (const char* stray : {"box - Copy.yaml", "box (1).yaml", "._box.yaml", "box.yaml.txt", "box.yml", ".box.yaml.swp", "box.yaml~",
                            "box.yaml.bak", "Box.yaml", "box .yaml", "box.YAML.yaml", "#box.yaml#"}) {
    CAPTURE(stray);
    CHECK(said_of(stray).find(std::string("devices/") + stray + ":1:1") != std::string::npos);
    CHECK(said_of(stray).find("F0421") != std::string::npos);
  }
  for (const char* other : {"Thumbs.db", ".DS_Store", "desktop.ini", "notes.txt", "box.svg"})
    CHECK_MESSAGE(said_of(other) == "", other);
}

TEST_CASE("reading: a link that joins what it has no relation for is told which it has") {
  const auto loaded = World().change("link", "joins: [first, secnod]\n").load();
  CAPTURE(shown(loaded.findings, loaded.files));
  const auto found =
      std::find_if(loaded.findings.begin(), loaded.findings.end(), [](const model::Finding& finding) { return finding.code == "F0303"; });
  REQUIRE(found != loaded.findings.end());
  CHECK(found->suggestion == "second");
}

namespace {

struct ListedNames {
  const char* file;
  const char* before; // up to the list; its items stand deeper than the last line
  std::vector<std::string> good;
  const char* code;
};

const ListedNames listed_names[] = {
    {"device", "traits: ", {"computer", "tied"}, "F0301"},
    {"device", "joins: ", {"holder", "in"}, "F0303"},
    {"device", "state:\n  lid: [open, closed]\n  power: ", {"on", "off"}, "F0313"},
    {"device", "relations:\n  in: ", {"shield", "computer"}, "F0301"},
    {"device", "relations:\n  in:\n    to: ", {"shield", "computer"}, "F0301"},
    {"device", "verbs:\n  look:\n    group: look\n    label: Look\n    takes: 1 s\n    tags: ", {"touch", "search"}, "F0301"},
    {"device", "verbs:\n  look:\n    group: look\n    label: Look\n    takes: 1 s\n    with: ", {"shield", "computer"}, "F0301"},
    {"device", "verbs:\n  look:\n    group: look\n    label: Look\n    takes: 1 s\n    offered:\n      lamp: ", {"lit", "dark"}, "F0304"},
    {"scenario", "competencies: ", {"care"}, "F0301"},
    {"scenario",
     "steps:\n  - id: table\n    kind: scene\n    title: T\n    places:\n      - entity: box\n        verbs: ",
     {"look", "close-lid"},
     "F0607"},
    {"doctrine", "rules:\n  one:\n    each: ", {"computer", "tied"}, "F0301"},
    {"doctrine", "rules:\n  one:\n    never:\n      done: ", {"look", "close-lid"}, "F0301"},
    {"doctrine", "rules:\n  one:\n    never:\n      done:\n        tag: ", {"touch", "search"}, "F0301"},
    {"doctrine", "rules:\n  one:\n    never:\n      changed: power\n      from: ", {"on", "off"}, "F0304"},
    {"doctrine", "rules:\n  one:\n    never:\n      changed: power\n      to: ", {"on", "off"}, "F0304"},
    {"doctrine", "rules:\n  one:\n    was:\n      power: ", {"on", "off"}, "F0304"},
};

std::string written_list(const std::vector<std::string>& words, bool block) {
  std::string all = block ? "" : "[";
  for (const std::string& word : words)
    all += block ? "\n            - " + word : (all.size() > 1 ? ", " : "") + word;
  return all + (block ? "\n" : "]\n");
}

// "F0301 4:12" for each finding in the file of that alias.
std::string places_in(const World& world, const std::string& alias) {
  std::string all;
  const auto add = [&](const model::Findings& findings, const std::vector<reading::UsedFile>& files) {
    for (const model::Finding& finding : findings)
      if (finding.where.file < files.size() && files[finding.where.file].path == world_path(alias))
        all += finding.code + " " + std::to_string(finding.where.line) + ":" + std::to_string(finding.where.column) + "\n";
  };
  if (alias == "scenario") {
    const auto loaded = world.load();
    add(loaded.findings, loaded.files);
  } else {
    World copy = world;
    const auto shelf = reading::load_shelf(copy.files());
    add(shelf.findings, shelf.files);
  }
  return all;
}

} // namespace

TEST_CASE("reading: a name of a list that is not known is told where it stands, not where the list begins") {
  for (const ListedNames& one : listed_names)
    for (const bool block : {false, true})
      for (std::size_t at = 0; at <= one.good.size(); ++at) {
        std::vector<std::string> words = one.good;
        words.insert(words.begin() + static_cast<std::ptrdiff_t>(at), "qqqq");
        World world;
        world.change(one.file, one.before + written_list(words, block));
        const std::string text = world.text(one.file);
        const std::size_t word = text.find("qqqq"), line = text.rfind('\n', word) + 1;
        const auto number = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(word), '\n');
        const std::string found = places_in(world, one.file);
        CAPTURE(one.before);
        CAPTURE(block);
        CAPTURE(at);
        CAPTURE(found);
        CHECK(found.find(std::string(one.code) + " " + std::to_string(number) + ":" + std::to_string(word - line + 1) + "\n") !=
              found.npos);
      }
}

TEST_CASE("reading: every file may be of format 2, none of format 3") {
  for (const char* alias : {"scenario", "course", "device", "doctrine", "vocabulary"}) {
    CAPTURE(std::string(alias));
    World newest, too_new;
    CHECK(findings_of(newest.change(alias, "format: 2\n"), SampleSteps()).empty());
    const auto refused = findings_of(too_new.change(alias, "format: 3\n"), SampleSteps());
    CHECK(std::any_of(refused.begin(), refused.end(), [](const std::string& one) { return one.starts_with("F0211"); }));
  }
}

TEST_CASE("reading: a value that alarms is one that can be seen, and names verbs; a child of format 1 inherits it") {
  World world;
  world.change("device", "format: 2\ncues:\n  lamp:\n    at: glance\n    is: [{lit: {power: on}}, {dark: {}}]\n"
                         "    says: {lit: Lit, dark: Dark}\n    alarms: {lit: [look, close-lid]}\n");
  CHECK(findings_of(world, SampleSteps()).empty());
  const auto shelf = reading::load_shelf(world.files());
  for (const model::EntityModel& model : shelf.models) {
    if (model.id != "box" && model.id != "child") continue;
    REQUIRE(model.cues[0].alarms.size() == 1);
    CHECK(model.cues[0].alarms[0].value == "lit");
    CHECK(model.cues[0].alarms[0].answers == std::vector<model::Id>{"look", "close-lid"});
  }
  World misspelt;
  misspelt.change("device", "format: 2\ncues:\n  lamp: {at: glance, is: [{lit: {power: on}}, {dark: {}}], says: {lit: Lit, dark: Dark},\n"
                            "    alarms: {lti: [look]}}\n");
  const auto told = findings_of(misspelt, SampleSteps());
  CHECK(told.size() == 1);
  CHECK(told.begin()->starts_with("F0304 scenarios/library/devices/box.yaml:"));
}
