// The mistakes that authors make most: each is made in a file that has no findings, and check has to name it on its line, say what to do,
// and be silent once that is done. What the message proposes literally is what repairs it.
#include "tests/plays/linted_world.h"

#include "engine/base/json_line.h"

#include <doctest/doctest.h>

using namespace firsthand;
using namespace firsthand::reading_test;

namespace {

struct Mistake {
  int row = 0; // of the list of twenty
  std::string name, alias;
  std::string right, wrong; // a piece of the file; the mistake is in the first line of it that differs
  const char* code;
  std::vector<const char*> says;             // of the message and its suggestion
  std::vector<const char*> then_writes = {}; // what the message proposes: it stands in `right`
};

// The world with a step, a rule and a picture on lines of their own, so that there is something to spoil.
World new_world() {
  World world;
  world.change("scenario", "exemplar: expert\nsteps:\n"
                           "  - id: arrive\n"
                           "    kind: briefing\n"
                           "    title: Arrive\n"
                           "    text: You enter the room.\n"
                           "  - id: look\n"
                           "    kind: briefing\n"
                           "    title: Look\n"
                           "    text: |\n"
                           "      You look around.\n"
                           "  - id: form\n"
                           "    kind: custody-form\n"
                           "    title: The form\n"
                           "    form: {agency: A, unit: B, number: C, serial: \"1\", case: D}\n"
                           "    sheets:\n"
                           "      - for: box\n"
                           "        transfer: {from: you, to: you}\n"
                           "        fields:\n"
                           "          - id: seal\n"
                           "            label: Seal number\n"
                           "            picks:\n"
                           "              - {id: one, text: A 1, flaw: wrong-seal}\n"
                           "              - {id: two, text: A 2}\n");
  world.change("doctrine", "rules:\n"
                           "  custody-seal:\n"
                           "    title: The seal on the form is that on the bag\n"
                           "    each: computer\n"
                           "    never: {fact: custody-form.gap, to: wrong-seal}\n"
                           "    breaks: {severity: major, harm: destroys, competency: care}\n"
                           "    why: It is how the thing is known again.\n"
                           "    source: guide-a\n"
                           "  no-touching:\n"
                           "    title: Do not touch it\n"
                           "    each: computer\n"
                           "    never: {done: {tag: touch}, by: learner}\n"
                           "    was: {power: \"on\"}\n"
                           "    breaks: {severity: minor, harm: destroys, competency: care}\n"
                           "    why: It is for the examiner.\n"
                           "    source: guide-a\n");
  world.put("play", "go on\ngo on\ndo form fill box field=seal pick=two\ndo form sign box\ngo on\n");
  return world;
}

std::string many_words(int count) {
  std::string words = "You";
  for (int i = 1; i < count; ++i)
    words += " see";
  return words + ".";
}

std::vector<Mistake> mistakes_of_form() {
  return {
      {1, "a typo in a key", "scenario", "minutes: 10", "minuts: 10", "F0201", {"“minuts”", "minutes"}, {"minutes"}},
      {1, "a typo in a key of a step", "scenario", "    title: Arrive", "    titel: Arrive", "F0201", {"“titel”", "title"}, {"title"}},
      {1, "a typo in a key of a rule", "doctrine", "    breaks: {sev", "    braeks: {sev", "F0201", {"“braeks”", "breaks"}, {"breaks"}},
      {2, "a line one space too far right", "scenario", "    title: Arrive", "     title: Arrive", "F0121", {"take 1 away"}},
      {2, "a line one space too far left", "scenario", "    title: Arrive", "   title: Arrive", "F0122", {"add 1"}},
      {2,
       "a text block that is not indented",
       "scenario",
       "      You look around.",
       "    You look around.",
       "F0123",
       {"two spaces further right"}},
      {2, "a missing blank", "scenario", "role: First officer", "role:First officer", "F0120", {"“:”", "role: "}, {"role: "}},
      {3, "a tab", "scenario", "    title: Arrive", "\ttitle: Arrive", "F0104", {"spaces, not with a tab"}},
      {4, "a unit written out", "device", "takes: 15 s}", "takes: 15 seconds}", "F0209", {"“15 seconds”", "30 s"}},
      {4, "no unit", "device", "takes: 15 s}", "takes: 15}", "F0209", {"“15”", "30 s"}},
      {4, "an amount in words", "scenario", "battery: 9 %", "battery: nine", "F0210", {"“nine”", "9 %"}},
  };
}

std::vector<Mistake> mistakes_of_what_belongs_together() {
  return {
      {5, "a missing id", "scenario", "  - id: look\n    kind: briefing", "  - kind: briefing", "F0202", {"“id”", "missing"}},
      {6, "an id twice", "scenario", "  - id: look", "  - id: arrive", "F0207", {"“arrive”", "second time"}},
      {7, "a wrong reference", "scenario", "holder: you", "holder: yuo", "F0401", {"“yuo”", "you"}, {"you"}},
      {7, "a wrong tag", "doctrine", "{tag: touch}", "{tag: toch}", "F0301", {"“toch”", "touch"}, {"touch"}},
      {7,
       "a flaw that no rule knows",
       "scenario",
       "flaw: wrong-seal",
       "flaw: wrong-sael",
       "F0832",
       {"“wrong-sael”", "costs nothing", "wrong-seal"},
       {"wrong-seal"}},
      {8,
       "a quote that is not closed",
       "scenario",
       "summary: A lamp and a lid.",
       "summary: \"A lamp and a lid.",
       "F0106",
       {"never closed"}},
      {8,
       "words behind a quote",
       "doctrine",
       "why: It is for the examiner.",
       "why: \"It\" is for the examiner.",
       "F0126",
       {"quote the whole"}},
      {9, "a wrong picture", "scenario", "pictures/thumb.svg", "pictures/thum.svg", "F0901", {"thum.svg", "thumb.svg"}, {"thumb.svg"}},
      {10, "a text as an old Windows saves it", "scenario", "role: First officer", "role: First \xC7\xD1\xC3", "F0101", {"UTF-8"}},
      {12,
       "a text that fills the screen",
       "scenario",
       "    text: You enter the room.",
       "    text: " + many_words(300),
       "F0205",
       {"300 words", "at most 60"}},
  };
}

std::vector<Mistake> mistakes_of_translations() {
  return {
      {13,
       "a translation of what stood there before",
       "po",
       "msgid \"Tin\"",
       "msgid \"Box\"",
       "F0706",
       {"“instruments.tin.name”", "now reads “Tin”"},
       {"Tin"}},
      {13,
       "a translation under a mistyped path",
       "po",
       "instruments.tin.name",
       "instrument.tin.name",
       "F0707",
       {"“instrument.tin.name”", "instruments.tin.name"},
       {"instruments.tin.name"}},
      {13, "a translation into another language", "po", "Language: th", "Language: vi", "F0708", {"Language: vi", "th.po"}},
      {13,
       "the translation of another lesson",
       "po",
       "msgctxt \"instruments.tin.name\"\nmsgid \"Tin\"\nmsgstr \"กระป๋อง\"\n",
       "msgctxt \"a\"\nmsgid \"A\"\nmsgstr \"ก\"\n\nmsgctxt \"b\"\nmsgid \"B\"\nmsgstr \"ข\"\n\nmsgctxt \"c\"\nmsgid \"C\"\nmsgstr \"ค\"\n",
       "F0709",
       {"none of its messages belongs to a text here"}},
  };
}

std::vector<Mistake> mistakes_of_values() {
  return {
      {14, "a model that is its own ancestor", "device", "model: box\n", "model: box\nextends: child\n", "F0325", {"its own ancestor"}},
      {15,
       "a colon in a text",
       "scenario",
       "role: First officer\n",
       "role: First: officer\n",
       "F0127",
       {"needs quotes", "\"First: officer\""}},
      {15,
       "a number sign in a text",
       "scenario",
       "summary: A lamp and a lid.",
       "summary: Keep bag #2 closed",
       "F0115",
       {"“#2 closed”", "\"Keep bag #2 closed\""}},
      {15, "a comma in braces", "scenario", "name: Guide}", "name: Guide, then go}", "F0116", {"“,”", "\"Guide, then go\""}},
      {16, "digits of another script", "scenario", "minutes: 10", "minutes: ๑๐", "F0211", {"“๑๐”", "whole number"}},
      {16, "digits of another script in a duration", "device", "takes: 15 s}", "takes: ๑๕ s}", "F0209", {"“๑๕ s”", "30 s"}},
      {17,
       "a year of another calendar",
       "scenario",
       "starts: 2026-03-04",
       "starts: 2569-03-04",
       "F0224",
       {"2569", "Buddhist era", "2026-03-04"},
       {"2026-03-04"}},
      {17,
       "a year of another calendar that never comes",
       "doctrine",
       "review-by: 2027-06-30\nsources",
       "review-by: 2570-06-30\nsources",
       "F0224",
       {"2570", "Buddhist era", "2027-06-30"},
       {"2027-06-30"}},
  };
}

std::vector<Mistake> mistakes_that_nobody_would_meet() {
  return {
      {18, "a play does what nobody offers", "play", "do form sign box", "do form sing box", "F1002", {"“sing”", "sign"}, {"sign"}},
      {19,
       "a step that all pass by",
       "scenario",
       "    title: Arrive\n",
       "    title: Arrive\n    then: [{if: {}, go: form}]\n",
       "F0608",
       {"“look”", "“arrive”", "“if”"}},
      {19,
       "a step under a condition that never holds",
       "scenario",
       "    title: Look\n",
       "    title: Look\n    only-if: {box.power: \"on\", not: {box.power: \"on\"}}\n",
       "F0609",
       {"box.power", "change one"}},
      {20, "a rule about acts that nobody can do", "doctrine", "{tag: touch}", "{tag: search}", "F0508", {"“no-touching”", "tag “search”"}},
      {20,
       "a rule that never begins",
       "doctrine",
       "was: {power: \"on\"}",
       "was: {power: \"on\", not: {power: \"on\"}}",
       "F0609",
       {"“power”", "change one"}},
  };
}

std::vector<Mistake> mistakes() {
  std::vector<Mistake> all;
  for (const auto& some : {mistakes_of_form(), mistakes_of_what_belongs_together(), mistakes_of_translations(), mistakes_of_values(),
                           mistakes_that_nobody_would_meet()})
    all.insert(all.end(), some.begin(), some.end());
  return all;
}

// The first line of the mistake that differs from what stood there.
std::int64_t line_of(const std::string& before, const std::string& file, const Mistake& mistake) {
  const std::size_t at = before.find(mistake.right);
  const auto parted = std::mismatch(mistake.wrong.begin(), mistake.wrong.end(), mistake.right.begin(), mistake.right.end()).first;
  const auto until = static_cast<std::ptrdiff_t>(at) + (parted - mistake.wrong.begin());
  return 1 + std::count(file.begin(), file.begin() + until, '\n');
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  const std::size_t at = text.find(what);
  CAPTURE(what);
  REQUIRE(at != text.npos);
  return text.replace(at, what.size(), by);
}

bool names_it(const base::Json& finding, const Mistake& mistake, std::int64_t line) {
  const std::string words = finding.at("message").text() + " " + finding.at("suggestion").text();
  const auto is_said = [&words](const char* word) { return words.find(word) != words.npos; };
  const std::int64_t at = finding.at("line").number();
  const bool near = at == line || std::string(mistake.code) == "F0608"; // that stands at the step that is meant
  return finding.at("code").text() == mistake.code && finding.at("path").text() == world_path(mistake.alias) && near &&
         std::all_of(mistake.says.begin(), mistake.says.end(), is_said);
}

} // namespace

TEST_CASE("plays: each mistake that authors make is named on its line, with what to do, and its repair leaves no finding") {
  std::set<int> rows;
  for (const Mistake& mistake : mistakes()) {
    CAPTURE(mistake.name);
    World world = new_world();
    REQUIRE(text_of(lint_of(world)) == "");
    const std::string right = world.text(mistake.alias), wrong = replaced(right, mistake.right, mistake.wrong);
    world.put(mistake.alias, wrong);
    const content::LintResult lint = lint_of(world);
    const std::int64_t line = line_of(right, wrong, mistake);
    CAPTURE(line);
    const bool named = std::any_of(lint.findings.begin(), lint.findings.end(), [&](const content::LintFinding& lint_finding) {
      const auto json = base::parse_json_line(lint_finding.json);
      return json.ok() && names_it(*json, mistake, line);
    });
    CHECK_MESSAGE(named, text_of(lint));
    for (const char* proposed : mistake.then_writes)
      CHECK(mistake.right.find(proposed) != std::string::npos);
    rows.insert(mistake.row);
  }
  CHECK(rows.size() >= 18);
}

TEST_CASE("plays: how much of a lesson is translated is counted") {
  World world = new_world();
  const content::LintResult one = lint_of(world);
  REQUIRE(one.scenarios.size() == 1);
  REQUIRE(one.scenarios[0].translations.size() == 1);
  CHECK(one.scenarios[0].translations[0].language == "th");
  CHECK(one.scenarios[0].translations[0].count.translated == 1);
  CHECK(one.scenarios[0].translations[0].count.missing > 10);
  world.put(
      "po",
      world.text("po") +
          "\n#, fuzzy\nmsgctxt \"title\"\nmsgid \"The box\"\nmsgstr \"กล่อง\"\n\nmsgctxt \"role\"\nmsgid \"First officer\"\nmsgstr \"\"\n");
  const content::LintResult more = lint_of(world);
  CHECK(text_of(more) == "");
  REQUIRE(more.scenarios[0].translations.size() == 1);
  CHECK(more.scenarios[0].translations[0].count.translated == 1);
  CHECK(more.scenarios[0].translations[0].count.fuzzy == 1);
  CHECK(more.scenarios[0].translations[0].count.missing == one.scenarios[0].translations[0].count.missing - 1);
  world.files().put("scenarios/courses/basics/sample/lang/en.po", world.text("po"));
  CHECK(lint_of(world).scenarios[0].translations.size() == 1); // the lesson is English
}

TEST_CASE("plays: what a message tells an author to write repairs the text") {
  for (const Mistake& mistake : mistakes()) {
    World world = new_world();
    world.put(mistake.alias, replaced(world.text(mistake.alias), mistake.right, mistake.wrong));
    std::string repaired;
    for (const content::LintFinding& lint_finding : lint_of(world).findings) {
      const auto json = base::parse_json_line(lint_finding.json);
      REQUIRE(json.ok());
      if (json->at("code").text() != mistake.code) continue;
      repaired = json->at("facts").at("repaired").text();
    }
    if (repaired.empty()) continue;
    CAPTURE(mistake.name);
    CAPTURE(repaired);
    const std::size_t colon = mistake.wrong.find(':');
    const std::string key =
        repaired.find(": ") != repaired.npos && !repaired.starts_with('"') ? "" : mistake.wrong.substr(0, colon + 1) + " ";
    const std::string end = mistake.wrong.ends_with('}') ? "}" : mistake.wrong.ends_with('\n') ? "\n" : "";
    World again = new_world();
    again.put(mistake.alias, replaced(again.text(mistake.alias), mistake.right, key + repaired + end));
    CHECK(text_of(lint_of(again)) == "");
  }
}

// The first names the others, however many there are.
TEST_CASE("plays: those that fail for one reason are told together") {
  World world = new_world();
  for (const char* play : {"four", "one", "three", "two"})
    world.files().put(std::string("scenarios/courses/basics/sample/plays/") + play + ".play", "expect verdict failed\n");
  const std::string told = text_of(lint_of(world));
  CHECK(told.find("one 1, three 1, two 1") != told.npos);
}

TEST_CASE("plays: line ends and the mark of Windows change nothing") {
  for (const char* alias : {"scenario", "doctrine", "device", "course", "vocabulary", "play"}) {
    CAPTURE(alias);
    World world = new_world();
    std::string text = "\xEF\xBB\xBF";
    for (const char c : world.text(alias))
      text += c == '\n' ? std::string("\r\n") : std::string(1, c);
    world.put(alias, text);
    CHECK(text_of(lint_of(world)) == "");
  }
}
