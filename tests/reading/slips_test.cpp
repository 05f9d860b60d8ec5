// What a person who types YAML gets wrong: the finding stands on the line that is wrong and names the sign, and no text is
// lost or bent without one.
#include "engine/reading/findings.h"
#include "engine/reading/yaml.h"

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

struct Case {
  std::string what;
  const char* text;
  const char* starts; // of the first line of `all`
  const char* holds;  // somewhere in it
};

const Case cases[] = {
    {"missing colon", "title: A\nminutes 8\nrole: B\n", "F0119 2:1", "minutes: 8"},
    {"missing colon in an item", "steps:\n  - id: a\n    kind scene\n    title: B\n", "F0119 3:5", "kind: scene"},
    {"missing colon in braces", "a:\n  - {id x, b: c}\n", "F0119 2:6", "id: x"},
    {"no blank behind the colon", "title:The box\nrole: B\n", "F0120 1:6", "title: The box"},
    {"no blank behind the dash", "steps:\n  -id: a\n   kind: b\n", "F0120 2:3", "- id:"},
    {"no-break space in the indentation", "a:\n  - b: c\n\xC2\xA0   d: e\n", "F0117 3:1", "no-break space"},
    {"no-break space in the middle of an indentation", "a:\n  - b: c\n  \xC2\xA0 d: e\n    f: g\n", "F0117 3:3", "no-break space"},
    {"ideographic space in the indentation", "a:\n  - b: c\n\xE3\x80\x80  d: e\n", "F0117 3:1", "ideographic space"},
    {"zero-width space before a key",
     "a: b\n\xE2\x80\x8B"
     "c: d\n",
     "F0117 2:1", "zero-width space"},
    {"zero-width space in a key", "a: b\nti\xE2\x80\x8Btle: d\n", "F0117 2:3", "zero-width space"},
    {"no-break space behind the colon",
     "a:\xC2\xA0"
     "b\nc: d\n",
     "F0117 1:3", "no-break space"},
    {"no-break space behind the text", "a: b\xC2\xA0\nc: d\n", "F0117 1:5", "no-break space"},
    {"full-width colon", "a: b\ntitle\xEF\xBC\x9AThe box\nc: d\n", "F0118 2:6", "full-width colon"},
    {"full-width colon and a blank", "a: b\ntitle\xEF\xBC\x9A The box\nc: d\n", "F0118 2:6", "full-width colon"},
    {"en dash for a list", "hints:\n  \xE2\x80\x93 Look\n  - Wait\n", "F0118 2:3", "en dash"},
    {"em dash before a key", "steps:\n  \xE2\x80\x94 id: a\n    kind: b\n", "F0118 2:3", "em dash"},
    {"minus sign for a list", "hints:\n  - Look\n  \xE2\x88\x92 Wait\n", "F0118 3:3", "minus sign"},
    {"curved quotes around a text", "title: \xE2\x80\x9CThe box\xE2\x80\x9D\n", "F0130 1:8", "\"The box\""},
    {"low quotes around a text", "title: \xE2\x80\x9EThe box\xE2\x80\x9C\n", "F0130 1:8", "\"The box\""},
    {"curved quotes and a colon", "title: \xE2\x80\x9CThe box: open\xE2\x80\x9D\nb: c\n", "F0127 1:16", "quotes"},
    {"curved quotes around a key", "\xE2\x80\x9Ctitle\xE2\x80\x9D: box\nb: c\n", "F0118 1:1", "left double quotation mark"},
    {"one space too far right", "a:\n  - id: x\n    b: c\n     d: e\n    f: g\n", "F0121 4:6", "take 1 away"},
    {"one space too far left", "a:\n  - id: x\n    b: c\n   d: e\n    f: g\n", "F0122 4:4", "add 1"},
    {"an item too far right", "a:\n  - b\n   - c\n  - d\n", "F0121 3:4", "take 1 away"},
    {"an item too far left", "a:\n  - b: 1\n - c: 1\n", "F0122 3:2", "add 1"},
    {"a key too far right at the top", "a: b\n c: d\ne: f\n", "F0121 2:2", "take 1 away"},
    {"a key too far right behind a text in quotes", "a: \"b\"\n c: d\ne: f\n", "F0121 2:2", "take 1 away"},
    {"a whole block too far right", "a:\n  - id: x\n    b: c\n      d: e\n      f: g\n  - id: y\n", "F0121 4:7", "take 2 away"},
    {"a text block not indented", "summary: |\nA lamp\ntitle: B\n", "F0123 2:1", "further right"},
    {"a text block half indented", "summary: |\n  A lamp\nand a lid\ntitle: B\n", "F0123 3:1", "further right"},
    {"a text block's line too far left", "a:\n  summary: |\n      A lamp\n    and a lid\n  title: B\n", "F0122 4:5", "add 2"},
    {"unclosed quote", "title: \"The box\nrole: B\n", "F0106 1:8", "never closed"},
    {"unclosed quote before another", "a: b\ntitle: \"The box\nrole: \"B\"\n", "F0106 2:8", "never closed"},
    {"unclosed single quote", "a: b\ntitle: 'The box\nrole: 'B'\n", "F0106 2:8", "never closed"},
    {"unclosed quote in an item", "hints:\n  - \"Look\n  - \"Wait\"\n", "F0106 2:5", "never closed"},
    {"unclosed quote in braces", "a:\n  - {id: x, b: \"c}\n  - {id: y}\n", "F0106 2:16", "never closed"},
    {"unclosed quote in braces before another", "a: {id: x, b: \"c, d: \"e\"}\n", "F0106 1:15", "never closed"},
    {"an escaped quote at the end", "a: b\nsays: \"\\\"Yes.\\\"\nc: \"d\"\n", "F0106 2:7", "never closed"},
    {"words behind a quote", "why: \"Take it\" is no consent\nb: c\n", "F0126 1:15", "'\"Take it\" is no consent'"},
    {"words behind a quote in braces", "- {why: \"Take it\" is no consent, b: c}\n", "F0126 1:18", "no consent'"},
    {"an apostrophe in single quotes", "why: 'it's here'\nb: c\n", "F0126 1:10", "\"it's here\""},
    {"an unclosed brace", "a:\n  - {id: x, b: c\n  - {id: y}\n", "F0124 2:5", "never closed"},
    {"an unclosed bracket", "a: [b, c\nd: e\n", "F0124 1:4", "never closed"},
    {"an unclosed brace at the end", "a: {b: c\n", "F0124 1:4", "never closed"},
    {"brackets crossed", "a: {b: [c, d}\ne: f\n", "F0124 1:8", "never closed"},
    {"tab", "a:\n\tb: c\n", "F0104 2:1", "tab"},
    {"a byte order mark inside",
     "a: b\n\xEF\xBB\xBF"
     "c: d\n",
     "F0102 2:1", ""},
    {"a colon in a text", "title: Note: take it\nb: c\n", "F0127 1:12", "\"Note: take it\""},
    {"a colon in a text in braces", "- {id: x, text: Note: take it}\n", "F0116 1:21", "\"Note: take it\""},
    {"a comma in a text in braces", "- {id: seal, text: Seal it, then hand it over}\n", "F0116 1:27", "\"Seal it, then hand it over\""},
    {"brackets in a text in braces", "- {id: seal, text: See [1] there, b: c}\n", "F0116 1:24", "\"See [1] there\""},
    {"a hash in a text", "goal: Keep bag #2 closed\n", "F0115 1:16", "\"Keep bag #2 closed\""},
    {"a hash in braces", "- {id: x, text: Keep bag #2 closed, b: c}\n", "F0115 1:26", "\"Keep bag #2 closed\""},
    {"a text that begins with a brace", "a: b\nlabel: {battery} left\n", "F0125 2:8", "\"{battery} left\""},
    {"a text that begins with an asterisk", "label: *now* or later\n", "F0125 1:8", "\"*now* or later\""},
    {"a path in double quotes", "label: \"C:\\new\"\n", "F0129 1:11", "single quotes"},
    {"a list of texts with a comma", "hints: [Look first, then wait]\n", "F0131 1:21", "quotes"},
    {"a text in brackets that a comma cuts later", "hints: [Look first, Wait, then go]\n", "F0131 1:27", "quotes"},
    {"a key twice", "a: 1\nb: 2\na: 3\n", "F0109 3:1", "line 1"},
};

} // namespace

TEST_CASE("reading: a slip is told once, on the line that is wrong, with its sign") {
  for (const Case& one : cases) {
    const Told told(one.text);
    CAPTURE(one.what);
    CAPTURE(told.all());
    CHECK(told.findings.size() == 1);
    CHECK(told.all().starts_with(fmt::format("{} ", one.starts)));
    CHECK(told.all().find(one.holds) != std::string::npos);
  }
}

namespace {

const char* const awkward[] = {"Keep bag #2 closed",
                               "#2",
                               "# two",
                               "Look # twice",
                               "Note: take it",
                               "Note:",
                               ": note",
                               "a:b",
                               "title:The box",
                               "Seal it, then hand it over",
                               "Seal, hand over",
                               "a,b",
                               "- dash",
                               "-5",
                               "--- ",
                               "*now*",
                               "* now",
                               "&co",
                               "& co",
                               "!stop",
                               "! stop",
                               "%",
                               "% off",
                               "@home",
                               "`code`",
                               ">more",
                               "> more",
                               "|bar",
                               "| bar",
                               "? what",
                               "?what",
                               "it's",
                               "'tis",
                               "say 'yes' now",
                               "\"Take it\" is no consent",
                               "say \"yes\" now",
                               "\"open",
                               "'open",
                               "open'",
                               "{battery} left",
                               "{battery}",
                               "left {battery}",
                               "[1] see",
                               "see [1] here",
                               "see [1",
                               "a ] b",
                               "a } b",
                               "a { b",
                               "007",
                               "yes",
                               "no",
                               "on",
                               "off",
                               "null",
                               "~",
                               "1e3",
                               "0x1F",
                               "2026-03-04",
                               "12:30",
                               "=",
                               "<<",
                               "---",
                               "...",
                               "C:\\new",
                               "C:\\queen",
                               "a\\",
                               "\\",
                               "“Hello”",
                               "„Hallo“",
                               "‘x’",
                               "5 – 6",
                               "a：b",
                               "http://x.y/z#q",
                               "a # b, c",
                               "a, # b",
                               "x #y: z",
                               "it''s",
                               "''",
                               "a\"\"b",
                               "Wait [30 s], look",
                               "a: {b}",
                               "<b>",
                               "$5",
                               "^",
                               "+5 %",
                               "ตู้",
                               "กล่อง #2",
                               "กล่อง: เปิด",
                               "\xC2\xA0x",
                               "x\xC2\xA0",
                               "\xE2\x80\x8Bx"};

struct Style {
  const char* name;
  const char* before;
  const char* behind;
  const char* path; // "text", or "list"
};

const Style styles[] = {
    {"plain", "a: b\ntext: ", "\nlast: c\n", "text"},
    {"plain in an item", "a: b\nlist:\n  - ", "\nlast: c\n", "list"},
    {"in braces", "a: b\nmap: {id: x, text: ", ", c: d}\nlast: c\n", "map"},
    {"last in braces", "a: b\nmap: {id: x, text: ", "}\nlast: c\n", "map"},
    {"in brackets", "a: b\nlist: [", ", other]\nlast: c\n", "list"},
    {"in double quotes", "a: b\ntext: \"", "\"\nlast: c\n", "text"},
    {"in single quotes", "a: b\ntext: '", "'\nlast: c\n", "text"},
    {"in quotes in braces", "a: b\nmap: {text: \"", "\", c: d}\nlast: c\n", "map"},
    {"as a block", "a: b\ntext: |\n  ", "\nlast: c\n", "text"},
};

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
  for (const char* text : awkward)
    for (const Style& style : styles) {
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
  for (const char* piece : {"%YAML 1.2\n",
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
                            "a\n\n"}) {
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
