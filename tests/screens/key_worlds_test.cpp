// Two worlds that differ in the key alone: a test with a question of every kind looks the same in both until it is handed in, in every
// language and theme, by pointer and by keyboard. Which answer is right, how many are, what is dangerous, why: nothing of it may show.
#include "engine/content/disk_files.h"
#include "engine/session/load.h"
#include "modules/test/view.h"
#include "tests/screens/choice_fixture.h"

#include <fmt/format.h>

#include <set>

using namespace firsthand;
using namespace firsthand::screens;

namespace {

struct KeyedItem {
  const char *id, *kind, *rest; // `rest`: what both worlds have
  const char *ours, *theirs;    // the key
  std::vector<std::string> shown;
};

// Of every kind one; the keys differ in what is right and, where that may be, in how much of it.
const std::vector<KeyedItem> keyed_items{
    {"one",
     "one",
     "",
     R"(
      - {id: look, text: Look at it, right: yes, why: So it is., source: practice}
      - {id: take, text: Take it away, why: Not so., danger: weakens, source: practice}
      - {id: leave, text: Leave it be, why: Not so., source: practice})",
     R"(
      - {id: look, text: Look at it, why: Never., danger: destroys, source: practice}
      - {id: take, text: Take it away, why: Not so., source: practice}
      - {id: leave, text: Leave it be, right: yes, why: Of course., source: practice})",
     {"take", "leave", "look"}},
    {"several",
     "several",
     "",
     R"(
      - {id: first, text: The first of them, right: yes, why: So., source: practice}
      - {id: second, text: The second of them, right: yes, why: So., source: practice}
      - {id: third, text: The third of them, why: Not so., source: practice})",
     R"(
      - {id: first, text: The first of them, why: Not so., source: practice}
      - {id: second, text: The second of them, why: Not so., source: practice}
      - {id: third, text: The third of them, right: yes, why: So., source: practice})",
     {"third", "first", "second"}},
    {"order",
     "order",
     "",
     "\n    items: [{id: room, text: The room}, {id: thing, text: The thing}, {id: label, text: Its label}]",
     "\n    items: [{id: label, text: Its label}, {id: room, text: The room}, {id: thing, text: The thing}]",
     {"thing", "label", "room"}},
    {"match",
     "match",
     "\n    left: [{id: wet, text: A wet one}, {id: dry, text: A dry one}]\n    right: [{id: box, text: A box}, {id: bag, text: A bag}]",
     "\n    pairs: {wet: box, dry: bag}",
     "\n    pairs: {wet: bag, dry: box}",
     {"bag", "box"}},
    {"number",
     "number",
     "\n    units: [s, min]",
     "\n    answer: 11 min",
     "\n    answer: 40 s\n    near: [{answer: 12 min, why: A slip.}]",
     {}},
    {"copy", "copy", "\n    picture: seal.svg", "\n    answer: A 204 117", "\n    answer: KX 33", {}},
    {"hotspot",
     "hotspot",
     "\n    picture: desk.svg",
     R"(
    zones:
      - {id: socket, label: The plug, shape: {x: 60, y: 120, w: 90, h: 90}, right: yes}
      - {id: lamp, label: The lamp, shape: {cx: 640, cy: 90, r: 48}})",
     R"(
    zones:
      - {id: socket, label: The plug, shape: {x: 60, y: 120, w: 90, h: 90}}
      - {id: lamp, label: The lamp, shape: {cx: 640, cy: 90, r: 48}, right: yes})",
     {}},
    {"phrase",
     "phrase",
     "\n    phrases: [{id: it-is, text: It is}, {id: bright, text: bright}, {id: dark, text: dark}]",
     "\n    accepted: [[it-is, dark]]",
     "\n    accepted: [[it-is, bright], [bright]]",
     {}}};

enum class WhichKey { ours, theirs };

std::string bank_text(WhichKey key) {
  std::string text = "items:";
  for (const KeyedItem& item : keyed_items) {
    const std::string own = key == WhichKey::ours ? item.ours : item.theirs;
    const bool options = own.starts_with("\n      - {id");
    text +=
        fmt::format("\n  - id: {}\n    kind: {}\n    competency: triage\n    stem: What about {}?{}{}{}{}", item.id, item.kind, item.id,
                    item.rest, options ? "\n    options:" : "", own,
                    options ? "" : fmt::format("\n    why: Because of {}.\n    source: practice", key == WhichKey::ours ? "this" : "that"));
  }
  return text + "\n";
}

// The tree with one course more, which nobody else sees.
class KeyedFiles : public reading::FileSource {
 public:
  explicit KeyedFiles(WhichKey key) {
    files_["scenarios/banks/keyed/bank.yaml"] = "bank: keyed\nformat: 1\nlanguage: en\nuse: measure\ntitle: Keyed\nsummary: Eight.\n";
    files_["scenarios/banks/keyed/items/all.yaml"] = bank_text(key);
    files_["scenarios/courses/keyed/course.yaml"] = "course: keyed\nformat: 1\nlanguage: en\ntitle: Keyed\nscenarios: [keyed]\n";
    files_["scenarios/courses/keyed/tests/keyed.yaml"] =
        "test: keyed\ntitle: Keyed\nbanks: [keyed]\nblueprint: {triage: 8}\ncertainty: yes\ncut: 700\n";
    files_["scenarios/courses/keyed/tests/keyed-forms.yaml"] = "forms:\n  - [one, several, order, match, number, copy, hotspot, phrase]\n";
    files_["scenarios/courses/keyed/keyed/scenario.yaml"] =
        "scenario: keyed\nformat: 2\nlanguage: en\ntitle: Keyed\nsummary: Eight.\nrole: Officer\nminutes: 5\n"
        "starts: 2026-03-04 09:10 +07:00\ndoctrine: core\npeople:\n  - {id: you, model: first-responder, name: You}\n"
        "steps:\n  - {id: paper, kind: test, title: Keyed, test: keyed}\n";
    for (const char* picture : {"desk.svg", "seal.svg"})
      files_[std::string("scenarios/banks/keyed/pictures/") + picture] =
          *tree_.read(std::string("tests/modules/lessons/courses/kinds/at-the-desk/pictures/") + picture, 1u << 16);
  }
  std::optional<std::string> read(std::string_view path, std::size_t limit) const override {
    const auto own = files_.find(path);
    return own == files_.end() ? tree_.read(path, limit) : std::optional(own->second);
  }
  std::vector<std::string> list(std::string_view folder) const override {
    std::vector<std::string> names = tree_.list(folder);
    const std::string start(folder.ends_with('/') ? folder : std::string(folder) + "/");
    for (const auto& [path, text] : files_) {
      if (!path.starts_with(start)) continue;
      const std::size_t end = path.find('/', start.size());
      names.push_back(path.substr(start.size(), end == path.npos ? end : end + 1 - start.size()));
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
  }

 private:
  TreeFiles tree_;
  std::map<std::string, std::string, std::less<>> files_;
};

const Lesson& keyed_lesson(WhichKey key) {
  const auto load = [](WhichKey which) {
    const KeyedFiles files(which);
    const session::Loaded loaded = session::load(files, "scenarios/courses/keyed/keyed/scenario.yaml", all_modules());
    for (const model::Finding& finding : loaded.content.findings)
      MESSAGE(finding.code << " line " << finding.where.line);
    REQUIRE(loaded.prepared);
    Lesson lesson(loaded.prepared);
    for (const char* name : {"desk.svg", "seal.svg"}) {
      const std::string path = std::string("scenarios/banks/keyed/pictures/") + name;
      lesson.pictures[path] = std::make_shared<const std::string>(*files.read(path, 1u << 16));
    }
    return lesson;
  };
  static const Lesson ours = load(WhichKey::ours), theirs = load(WhichKey::theirs);
  return key == WhichKey::ours ? ours : theirs;
}

session::Paper keyed_paper() {
  session::Paper paper;
  for (const KeyedItem& item : keyed_items)
    paper.push_back({item.id, "00000000", item.shown});
  return paper;
}

class KeyedWorld {
 public:
  KeyedWorld(WhichKey key, const StepLook& look)
      : stage(keyed_lesson(key), modules::test::open_view(), session::Mode::assessed, keyed_paper()),
        shown((stage.speak(look.language), stage), look) {}

  // All that stands on the screen and what could be done there, as a person or a voice has it.
  std::string sight() const {
    std::string all;
    for (const ui::Entry& e : shown.window->registry().entries())
      all += fmt::format("{}|{}|{}|{},{},{},{}|{}{}{}{}{}|{}\n", e.id, e.label, e.value, e.rect.x, e.rect.y, e.rect.w, e.rect.h, e.enabled,
                         e.focused, e.chosen, e.main, e.done, e.reason);
    return all;
  }
  std::string picture() {
    const auto file = std::filesystem::temp_directory_path() / "firsthand-key-world.png";
    CHECK_OK(shown.driver.save_png(file));
    std::string bytes = ui::read_bytes(file);
    std::filesystem::remove(file);
    return bytes;
  }
  // What belongs to the question that is open, in the order of the screen.
  std::vector<std::string> controls() const {
    std::vector<std::string> ids;
    for (const ui::Entry& e : shown.window->registry().entries())
      if (e.is_control() && e.enabled && !e.id.starts_with("test/") && !e.id.ends_with("/bar")) ids.push_back(e.id);
    return ids;
  }
  void press(const std::string& id) {
    (void)shown.driver.click(id); // what is not there any more is not there in both
    if (id.ends_with("/field")) shown.driver.type("1A2");
    shown.driver.settle();
  }
  void key(const char* name) {
    CHECK_OK(shown.driver.key(name));
    shown.driver.settle();
  }

  StepStage stage;
  StepShown shown;
};

enum class Looking { closely, at_the_end }; // a picture of each answer that is kept, or of each question once

class BothWorlds {
 public:
  BothWorlds(const StepLook& look, Looking how) : a(WhichKey::ours, look), b(WhichKey::theirs, look), how_(how) {}

  void same(const std::string& after, bool picture = false) {
    CAPTURE(after);
    CHECK(a.sight() == b.sight());
    CHECK(a.stage.refused == b.stage.refused);
    CHECK(a.stage.draft().line() == b.stage.draft().line()); // what is kept of it in the record
    const bool kept = a.stage.last != last_;
    last_ = a.stage.last;
    if (picture || (kept && how_ == Looking::closely)) CHECK(a.picture() == b.picture());
  }
  void press(const std::string& id) { a.press(id), b.press(id), same(id); }
  void key(const char* name) { a.key(name), b.key(name), same(name); }
  // Each of its controls once, then how sure; and what was whole is kept.
  void answer(const KeyedItem& item) {
    press(std::string("test/number/") + item.id);
    std::vector<std::string> controls = a.controls();
    if (how_ == Looking::at_the_end) controls.resize(std::min<std::size_t>(controls.size(), 2));
    for (const std::string& id : controls)
      press(id);
    for (const std::string& id : a.controls())
      if (id.ends_with("/submit")) press(id);
    press("test/certainty/sure");
    same(item.id, true);
  }
  void hand_in() {
    press("test/hand-in");
    same("asked whether", true);
    press("test/hand-in/yes");
    CHECK(a.stage.last == "do paper hand-in");
  }

  KeyedWorld a, b;

 private:
  Looking how_;
  std::string last_;
};

} // namespace

TEST_CASE("test worlds: what is right cannot be told from any picture before the end, for any kind, language and theme") {
  for (const char* language : {"en", "th"})
    for (const ui::Theme theme : {ui::Theme::light, ui::Theme::dark, ui::Theme::high_contrast}) {
      const bool closely = theme == ui::Theme::light && language == std::string("en");
      CAPTURE(language);
      if (ui::few() && theme == ui::Theme::dark) continue;
      BothWorlds both({"key-world", theme, 100, {1024, 600}, language}, closely ? Looking::closely : Looking::at_the_end);
      both.same("begun", true);
      for (const KeyedItem& item : keyed_items)
        both.answer(item);
      if (closely) // and as it stands when one comes back
        for (const KeyedItem& item : keyed_items)
          both.press(std::string("test/number/") + item.id);
      if (closely)
        for (const KeyedItem& item : keyed_items)
          CHECK_MESSAGE(both.a.shown.driver.find(std::string("test/number/") + item.id).value().value == "Answered", item.id);
      both.hand_in();
    }
}

// Pressed at random, ended at random: half pairs, half a number, half a row, how sure without an answer.
TEST_CASE("test: whatever is half done when the program ends stands there again, of every kind, and nothing is answered by it") {
  std::uint32_t state = 11;
  const auto random = [&state](std::size_t below) {
    return (state = state * 1664525U + 1013904223U) / 65536U % static_cast<std::uint32_t>(below);
  };
  std::set<std::string> kept; // kinds of which something was
  for (int round = 0; round < 4; ++round) {
    KeyedWorld world(WhichKey::ours, step_looks[0]);
    for (int visit = 0; visit < 16; ++visit) {
      const KeyedItem& item = keyed_items[random(keyed_items.size())];
      world.press(std::string("test/number/") + item.id);
      for (std::size_t i = random(5); i > 0; --i)
        if (const auto controls = world.controls(); !controls.empty()) world.press(controls[random(controls.size())]);
      if (random(4) == 0) world.press("test/certainty/guess");
      const base::Json half_done = world.stage.draft();
      const std::string before = marked_on(*world.shown.window), last = world.stage.last, draft = half_done.line();
      const std::vector<std::int32_t> slots = world.stage.slots();
      for (const auto& [id, one] : half_done.object())
        if (one.find("marks")) kept.insert(id);
      world.stage.reopen(modules::test::open_view());
      world.shown.driver.settle();
      CAPTURE(item.id);
      CAPTURE(draft);
      CHECK(marked_on(*world.shown.window) == before);
      CHECK(world.stage.draft().line() == draft);
      CHECK(world.stage.last == last);
      CHECK(world.stage.slots() == slots);
    }
  }
  CHECK(kept.size() == 6); // of a question with one answer, and one place, each mark is an answer at once
}

TEST_CASE("test worlds: no key tells what is right either") {
  BothWorlds both({"key-world", ui::Theme::light, 100, {1024, 600}, "en"}, Looking::at_the_end);
  for (const KeyedItem& item : keyed_items) {
    CAPTURE(item.id);
    both.press(std::string("test/number/") + item.id);
    for (int i = 0; i < 12; ++i)
      both.key("Tab");
    for (const char* name :
         {"A", "B", "1", "Space", "Down", "Space", "Enter", "Tab", "Up", "Enter", "Shift+Tab", "Right", "Left", "F1", "Enter"})
      both.key(name);
    both.same(item.id, true);
  }
  both.key("Escape");
}

TEST_CASE("test worlds: the two differ: the same answers are worth something else in them") {
  const auto answered = [](WhichKey key) {
    KeyedWorld world(key, step_looks[0]);
    for (const KeyedItem& item : keyed_items) {
      world.press(std::string("test/number/") + item.id);
      for (const std::string& id : world.controls())
        world.press(id);
      for (const std::string& id : world.controls())
        if (id.ends_with("/submit")) world.press(id);
    }
    return world.stage.slots();
  };
  const std::vector<std::int32_t> ours = answered(WhichKey::ours), theirs = answered(WhichKey::theirs);
  REQUIRE(ours.size() == theirs.size());
  std::size_t differ = 0;
  for (std::size_t i = 0; i < ours.size(); ++i)
    differ += ours[i] != theirs[i];
  CHECK(differ >= 4); // what four of the kinds say that the answer is worth: what is written stays wrong in both
}
