// What a person who types YAML gets wrong: the finding stands on the line that is wrong and names the sign, and no text is
// lost or bent without one.
#include "engine/reading/findings.h"
#include "engine/reading/yaml.h"
#include "tests/reading/slip_cases.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>

using namespace firsthand;

namespace {

struct Told {
  model::Findings findings; // these two before the tree, whose reading fills them
  reading::YamlSigns signs;
  std::optional<model::Node> root;

  explicit Told(std::string_view text) : root(reading::read_yaml(text, 0, findings, {}, &signs)) {}

  // "F0119 7:1 minutes" for each finding.
  std::string all() const {
    std::string lines;
    for (const model::Finding& f : findings)
      lines += fmt::format("{} {}:{} {}\n", f.code, f.where.line, f.where.column, reading::message_of(f));
    return lines;
  }
  bool on_line(std::uint32_t line) const {
    return std::any_of(findings.begin(), findings.end(), [line](const model::Finding& f) { return f.where.line == line; });
  }
  bool only_on_line(std::uint32_t line) const {
    return std::all_of(findings.begin(), findings.end(), [line](const model::Finding& f) { return f.where.line == line; });
  }
};

} // namespace

TEST_CASE("reading: a slip is told once, on the line that is wrong, with its sign") {
  for (const reading_test::SlipCase& one : reading_test::slip_cases) {
    const Told told(one.text);
    CAPTURE(one.what);
    CAPTURE(told.all());
    CHECK(told.findings.size() == 1);
    CHECK(told.all().starts_with(fmt::format("{} ", one.starts)));
    CHECK(told.all().find(one.holds) != std::string::npos);
  }
}

namespace {

std::string arrived(const Told& told, const std::string& path) {
  if (!told.root) return "nothing";
  const model::Node* node = told.root->find(path);
  if (node && path == "map") node = node->find("text");
  if (node && path == "list") node = node->items.empty() ? nullptr : &node->items[0];
  if (!node || node->kind != model::Node::Kind::scalar) return "nothing";
  std::string text = node->text;
  while (text.ends_with('\n') || text.ends_with(' '))
    text.pop_back();
  return text;
}

// What is no text is a finding of the typed reader, at the value's place.
bool no_text(const Told& told, const std::string& path) {
  const model::Node* node = told.root ? told.root->find(path) : nullptr;
  if (node && path == "map") node = node->find("text");
  if (node && path == "list" && !node->items.empty()) node = &node->items[0];
  return node && node->where.line >= 2 && node->kind != model::Node::Kind::scalar;
}

} // namespace

TEST_CASE("reading: whatever a text holds, it arrives as it was written or there is a finding on its line") {
  for (const char* text : reading_test::awkward_texts)
    for (const reading_test::TextStyle& style : reading_test::text_styles) {
      const Told told(std::string(style.before) + text + style.behind);
      const std::string lines(style.before);
      const auto line = static_cast<std::uint32_t>(1 + std::count(lines.begin(), lines.end(), '\n'));
      const bool commented = std::any_of(told.signs.commented.begin(), told.signs.commented.end(),
                                         [line](const model::Where& where) { return where.line == line; });
      std::string meant = text;
      // Two words and a comma are a list of two words; '' in single quotes is how ' is written.
      if (meant == "a,b" && style.name == std::string("in brackets")) continue;
      if (meant.find("''") != meant.npos && (meant == "''" || style.name == std::string("in single quotes"))) continue;
      while (meant.ends_with(' '))
        meant.pop_back();
      CAPTURE(std::string(style.name));
      CAPTURE(std::string(text));
      CAPTURE(told.all());
      CAPTURE(arrived(told, style.path));
      CHECK((told.on_line(line) || commented || no_text(told, style.path) || arrived(told, style.path) == meant));
      CHECK((told.only_on_line(line) || told.on_line(line - 1)));
    }
}

TEST_CASE("reading: comments where authors put them are no findings") {
  const Told told("# head\na: b\nlist: # what follows\n  - x\n  # between\n  - {b: c} # behind braces\nmap: {a: b, # inside\n  c: d # "
                  "last\n  }\nkey: [a, b]   # "
                  "afu: so\ntext: \"words\" # quoted\nblock: | # words\n  # a text\n  more\n");
  CHECK(told.all() == "");
  CHECK(told.signs.commented.empty());
}

namespace {

// What a file may be made of, over and over.
constexpr const char* hostile_pieces[] = {"%YAML 1.2\n",
                                          "\t",
                                          "\ta: b\n",
                                          "- ",
                                          "- a\n",
                                          "{",
                                          "{a: ",
                                          "{a, ",
                                          "[",
                                          "[[],",
                                          "\"",
                                          "'",
                                          "\"\n",
                                          "'\n",
                                          "a: \"\n",
                                          "a: '\n",
                                          "- \"x\n",
                                          "- {a: \"x\n",
                                          "# x\n",
                                          "#",
                                          "\r",
                                          "a\r",
                                          "a: 1\n",
                                          "{a, a, ",
                                          "a, ",
                                          ": ",
                                          ":\n",
                                          "a:\n",
                                          "? ",
                                          "? a\n",
                                          "|\n",
                                          "a: |\n",
                                          "a: >\n b\n",
                                          "--- a\n",
                                          "...\n",
                                          "&a ",
                                          "*a ",
                                          "!a ",
                                          "\xC2\xA0",
                                          "\xC2\xA0\n",
                                          "\xE2\x80\x9C",
                                          "a b\n",
                                          " a\n",
                                          "a: b #c\n",
                                          "{a: b #c\n",
                                          "a: b: c\n",
                                          "]",
                                          "}",
                                          "},{",
                                          "\\",
                                          "\"\\\"",
                                          "\xFF",
                                          "\xE2\x80\x8B"
                                          "a: b\n",
                                          "x",
                                          " ",
                                          "\n",
                                          "a\n\n"};

std::string times(std::string_view text, std::size_t bytes) {
  std::string all;
  while (all.size() < bytes)
    all += text;
  return all;
}

} // namespace

TEST_CASE("reading: hostile files cost no more steps than good ones, and a hundred findings at most") {
  constexpr std::size_t bytes = 20'000;
  std::string good;
  for (int i = 0; good.size() < bytes; ++i)
    good += fmt::format("key-{}: a text of some words\n", i);
  const auto most = Told(good).signs.steps * 6;
  CHECK(most > bytes);
  for (const char* piece : hostile_pieces) {
    for (const char* start : {"", "a: ", "a: {b: [", "a: \"", "a:\n  - b: |\n"}) {
      const Told told(start + times(piece, bytes));
      CAPTURE(std::string(piece));
      CAPTURE(std::string(start));
      CHECK(told.findings.size() <= 101);
      CHECK(told.signs.steps <= most);
    }
  }
}

TEST_CASE("reading: a hundred findings of a file are kept, the gravest, and one more counts the others") {
  model::Findings findings;
  for (std::uint32_t line = 1; line <= 250; ++line)
    findings.push_back({line <= 200 ? "F0223" : "F0204", {0, line, 1}, {{"key", "x"}}, {}});
  findings.push_back({"F0204", {1, 7, 1}, {{"key", "x"}}, {}});
  reading::sort_findings(findings);
  CHECK(findings.size() == 102);
  CHECK(findings[100].code == "F0114");
  CHECK(reading::message_of(findings[100]) == "150 more findings in this file");
  CHECK(reading::count(findings, model::Gravity::error) == 51);
  reading::sort_findings(findings);
  CHECK(findings.size() == 102);
  CHECK(reading::message_of(findings[100]) == "150 more findings in this file");
}

TEST_CASE("reading: the count of what is not shown stays, whatever stands on its line") {
  model::Findings findings;
  for (std::uint32_t line = 1; line <= 120; ++line)
    findings.push_back({"F0115", {0, line, 1}, {{"lost", "x"}, {"repaired", "y"}}, {}});
  for (int again = 0; again < 2; ++again) {
    reading::sort_findings(findings);
    CHECK(findings.size() == 101);
    CHECK(reading::message_of(findings.back()) == "20 more findings in this file");
  }
}

TEST_CASE("reading: of a file's findings a hundred stand for themselves, and of equals the first") {
  for (const std::uint32_t count : {99u, 100u, 101u}) {
    model::Findings findings;
    for (std::uint32_t line = 1; line <= count; ++line)
      findings.push_back({"F0204", {0, line, 1}, {{"key", fmt::format("{}", line)}}, {}});
    findings.push_back({"F0204", {1, 1, 1}, {{"key", "x"}}, {}});
    findings.push_back({"F0204", {1, 1, 1}, {{"key", "y"}}, {}});
    reading::sort_findings(findings);
    CHECK(findings.size() == count + 2);
    CHECK((findings[count - 1].code == "F0114") == (count == 101));
    for (std::uint32_t i = 0; i < 99; ++i)
      CHECK(findings[i].where.line == i + 1);
    CHECK(findings[count].facts[0].second == "x"); // as they were found
    CHECK(findings[count + 1].facts[0].second == "y");
  }
}

namespace {

// How one text looks after an editor bent the quotes of what was written for YAML.
std::string bent(std::string text, const char* open, const char* close, bool inside) {
  std::string all = open;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool before = i == 0 || text[i - 1] == ' ' || text[i - 1] == '\\';
    const bool escaped = i > 0 && text[i - 1] == '\\';
    if (text[i] == '"' && inside)
      all += before && (!escaped || i < 2 || text[i - 2] == ' ') ? "\xE2\x80\x9C" : "\xE2\x80\x9D";
    else
      all += text[i];
  }
  return all + close;
}

// What the finding tells to write, read as YAML.
std::string read_as_told(const std::string& written, const char* code) {
  const Told told(fmt::format("a: b\ntext: {}\nlast: c\n", written));
  for (const model::Finding& finding : told.findings) {
    if (finding.code != code) continue;
    for (const auto& [name, value] : finding.facts)
      if (name == "repaired") return arrived(Told(fmt::format("text: {}\n", value)), "text");
  }
  return "not told: " + told.all();
}

} // namespace

TEST_CASE("reading: what is told to write in the place of curved quotes gives the text that was meant") {
  const std::string pieces[] = {"Take it",     "\"Take it\"",   "it's", "say \"yes\" now",  "a \\ b", "C:\\old", "\"I don't\" is no",
                                "\"A\" \"B\"", "\"C:\\dir\" x", "'so'", "9 \xE2\x80\x93 10"};
  for (const std::string& first : pieces)
    for (const std::string& second : pieces) {
      const std::string text = first + " and " + second;
      std::string escaped;
      for (const char c : text)
        escaped += c == '"' || c == '\\' ? fmt::format("\\{}", c) : std::string(1, c);
      CAPTURE(text);
      CHECK(read_as_told(bent(escaped, "\xE2\x80\x9C", "\xE2\x80\x9D", false), "F0130") == text);
      CHECK(read_as_told(bent(escaped, "\xE2\x80\x9C", "\xE2\x80\x9D", true), "F0130") == text);
      CHECK(read_as_told(bent(text, "\xE2\x80\x9C", "\xE2\x80\x9D", true), "F0130") == text);
    }
  // What ends in a backslash: between double quotes it is written twice and hides no quote, between single ones it stands alone.
  CHECK(read_as_told(R"(“C:\\” and “D:\\”)", "F0130") == R"("C:\\" and "D:\\")");
  CHECK(read_as_told(R"(‘C:\’ and ‘D:\’)", "F0130") == R"('C:\' and 'D:\')");
  CHECK(read_as_told(R"(“say \"no\" to it”)", "F0130") == R"(say "no" to it)");
  CHECK(read_as_told("\xE2\x80\x98it''s here\xE2\x80\x99", "F0130") == "it's here");
  CHECK(read_as_told("\xE2\x80\x9CYes\xE2\x80\x9D or \xE2\x80\x9Cno\xE2\x80\x9D", "F0130") == "\"Yes\" or \"no\"");
  CHECK(read_as_told("\xE2\x80\x9C\\\"A\\\": open\xE2\x80\x9D", "F0127") == "\"A\": open");
  CHECK(read_as_told("\"He said \\\"yes\\\"\" and left", "F0126") == "\"He said \"yes\"\" and left");
}

namespace {

// Follows each finding that says how to write a whole text, until nothing more is told. What is read then.
std::string followed(std::string text, const std::string& before, const std::string& behind, const char* path) {
  for (int round = 0; round < 4; ++round) {
    const Told told(before + text + behind);
    if (told.findings.empty()) return arrived(told, path);
    const std::size_t count = told.findings.size();
    for (const model::Finding& finding : told.findings)
      for (const auto& [name, value] : finding.facts)
        if (name == "repaired") text = value;
    if (count > 1) return fmt::format("{} findings: {}", count, told.all());
  }
  return "never ends: " + text;
}

} // namespace

TEST_CASE("reading: who writes what is told loses no word of a text with several slips") {
  const std::string pieces[] = {"Keep bag", "#2", "a: b", "x, y", "it's", "[1]", "{k}", "5 % & more", "- not", "why: so", "end:"};
  for (const std::string& first : pieces)
    for (const std::string& second : pieces)
      for (const std::string& third : pieces) {
        if (first.starts_with('#') || first.starts_with('[') || first.starts_with('{')) continue; // a comment, a list, a map
        const std::string text = first + " " + second + " " + third;
        CAPTURE(text);
        const std::string in_block = followed(text, "a: b\ntext: ", "\nlast: c\n", "text");
        CHECK(in_block == text);
        const std::string in_map = followed(text, "map: {b: c, text: ", "}\n", "map");
        CHECK(in_map == text);
      }
}
