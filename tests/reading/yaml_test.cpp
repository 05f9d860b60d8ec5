// The strict tree: what it holds, and that nothing hostile gets through or out.
#include "engine/reading/findings.h"
#include "engine/reading/yaml.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace firsthand;

namespace {

struct Tree {
  model::Findings findings; // before the tree, whose reading fills it
  std::optional<model::Node> root;

  explicit Tree(std::string_view text) : root(reading::read_yaml(text, 0, findings)) {}
  std::string first() const { return findings.empty() ? "" : findings.front().code; }
  std::string all() const {
    std::string codes;
    for (const auto& finding : findings)
      codes += finding.code + " ";
    return codes;
  }
};

std::string repeated(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i)
    all += text;
  return all;
}

} // namespace

TEST_CASE("reading: a tree keeps order, words as they are, and where they stand") {
  const Tree tree("title: Café\nflags: {on: no, number: 012, empty: ''}\nlist:\n  - a\n  - b: c\n");
  REQUIRE(tree.root);
  CHECK(tree.all() == "");
  CHECK(tree.root->pairs.size() == 3);
  CHECK(tree.root->find("flags")->find("on")->text == "no");
  CHECK(tree.root->find("flags")->find("number")->text == "012");
  CHECK(tree.root->find("flags")->find("empty")->quoted);
  CHECK(tree.root->find("list")->items[1].find("b")->where.line == 5);
  CHECK(tree.root->find("list")->items[1].find("b")->where.column == 8);
}

TEST_CASE("reading: columns count code points, not bytes") {
  const Tree tree("{กล่อง: x, b: y}\n");
  REQUIRE(tree.root);
  CHECK(tree.root->find("b")->where.column == 15);
  CHECK(tree.root->pairs[1].where.column == 12);
}

TEST_CASE("reading: a byte order mark and Windows line ends change nothing") {
  const Tree tree("\xEF\xBB\xBF"
                  "a: 1\r\nb: |\r\n  x\r\n  y\r\n");
  REQUIRE(tree.root);
  CHECK(tree.root->find("a") != nullptr);
  CHECK(tree.root->find("b")->text == "x\ny\n");
  CHECK(tree.root->find("b")->where.line == 2);
}

TEST_CASE("reading: an unclosed quote is found even if a later text holds one") {
  CHECK(Tree("a: \"x\nb: 1\n").first() == "F0106");
  CHECK(Tree("a: 'x\nb: 1\n").first() == "F0106");
  CHECK(Tree("a: 'it''s'\nb: \"say \\\"x\\\"\"\n").first() == "");
}

TEST_CASE("reading: encodings other than UTF-8 are refused") {
  CHECK(Tree("a: \xC3\x28").first() == "F0101");
  CHECK(Tree("a: \xED\xA0\x80").first() == "F0101");
  CHECK(Tree(std::string_view("\xFF\xFE"
                              "a\0:\0",
                              6))
            .first() == "F0101");
  CHECK(Tree(std::string_view("\0a\0:\0 \0b", 8)).first() == "F0101");
}

TEST_CASE("reading: hidden characters are refused, written or escaped, all of them at once") {
  CHECK(Tree(std::string_view("a: x\0y\n", 7)).first() == "F0102");
  CHECK(Tree("a: x\x1B[0m\nb: y\x07z\n").all() == "F0102 F0102 ");
  CHECK(Tree("a: \"x\xE2\x80\xAEy\"\n").first() == "F0102");
  CHECK(Tree("a: \"x\\u202Ey\"\n").first() == "F0102");
  CHECK(Tree("a: \"x\\0y\"\n").first() == "F0102");
}

TEST_CASE("reading: aliases, tags, directives, further documents and double or complex keys are refused") {
  CHECK(Tree("a: &x 1\nb: *x\n").all() == "F0107 F0107 ");
  CHECK(Tree("a: &x [*x]\n").all().starts_with("F0107"));
  CHECK(Tree("a: !!binary x\n").first() == "F0108");
  CHECK(Tree("%YAML 1.2\n---\na: 1\n").first() == "F0108");
  CHECK(Tree("a: 1\n---\nb: 2\n").first() == "F0111");
  CHECK(Tree("a: 1\na: 2\n").first() == "F0109");
  CHECK(Tree("? [a]\n: 1\n").first() == "F0110");
  CHECK(Tree("{{a: b}: c}\n").first() == "F0110");
  CHECK(Tree("\ta: 1\n").first() == "F0104");
  CHECK(Tree("# only words\n").first() == "F0112");
  CHECK(Tree("").first() == "F0112");
}

TEST_CASE("reading: what would grow without bound is cut off") {
  std::string bomb = "a: &a [x, x, x, x, x, x, x, x, x, x]\n";
  for (char c = 'b'; c < 'i'; ++c)
    bomb += std::string(1, c) + ": &" + c + " [" + repeated(std::string("*") + static_cast<char>(c - 1) + ", ", 9) + "x]\n";
  CHECK(Tree(bomb).first() == "F0107");
  CHECK(Tree(repeated("[", 100'000)).first() == "F0103");
  CHECK(Tree(repeated("a: {", 200)).first() != "");
  CHECK(Tree(repeated("- ", 100'000)).first() != "");
  CHECK(Tree("a: " + std::string(20u << 20, 'x')).first() == "F0103");
  CHECK(Tree("a: " + std::string(20'000, 'x')).first() == "F0103");
  CHECK(Tree("a: [" + repeated("x, ", 150'000) + "]").first() == "F0103");
  CHECK(Tree(repeated("? ", 50'000)).first() != "");
}

TEST_CASE("reading: a map of many keys is read, and a double one among them found") {
  std::string text;
  for (int i = 0; i < 20'000; ++i)
    text += "key-" + std::to_string(i) + ": x\n";
  CHECK(Tree(text).all() == "");
  CHECK(Tree(text + "key-77: y\n").all() == "F0109 ");
}

TEST_CASE("reading: a finding is shown with its line, a caret and what was meant") {
  const model::Finding finding{"F0201", {0, 2, 3}, {{"key", "sreen"}, {"known", "screen"}}, "screen"};
  const std::vector<reading::UsedFile> files{{"box.yaml", "cues:\n  sreen: 1\n"}};
  CHECK(reading::render(finding, files) == "box.yaml:2:3: error F0201: nothing here reads the key “sreen” (known: screen)\n"
                                           "    2 |   sreen: 1\n"
                                           "      |   ^ did you mean “screen”?\n"
                                           "      = docs/findings/F0201.md\n");
  CHECK(reading::render_json(finding, files) ==
        R"json({"code":"F0201","column":3,"facts":{"key":"sreen","known":"screen"},"gravity":"error","line":2,"message":)json"
        R"json("nothing here reads the key “sreen” (known: screen)","page":"docs/findings/F0201.md","path":"box.yaml",)json"
        R"json("suggestion":"screen"})json");
}

TEST_CASE("reading: of a long line the part around the caret is shown, whatever its signs are") {
  for (const std::string sign : {"x", "\xE0\xB8\x81", "\xFF", "\x01", "\xF0\x9F\x93\xB1"})
    for (const std::uint32_t column : {1u, 60u, 61u, 62u, 5'000u, 9'999u, 10'000u, 10'001u, 20'000u}) {
      std::string line;
      for (int i = 0; i < 10'000; ++i)
        line += sign;
      const std::string shown =
          reading::render({"F0102", {0, 2, column}, {}, ""}, std::vector<reading::UsedFile>{{"a", "b\n" + line + "\nc"}});
      CAPTURE(sign);
      CAPTURE(column);
      CHECK(shown.size() < 1000);
      const std::size_t caret = std::min<std::size_t>(column - 1, 60);
      if (column <= 10'001) CHECK(shown.find("\n      | " + std::string(caret, ' ') + "^\n") != shown.npos);
    }
}

TEST_CASE("reading: a finding in another language keeps its facts") {
  const model::Finding finding{"F0204", {0, 1, 1}, {{"key", "title"}}, ""};
  const auto shout = [](std::string_view context, std::string_view) {
    return context == "findings.F0204" ? std::string("LEER: {key}") : std::string("?");
  };
  CHECK(reading::message_of(finding, shout) == "LEER: title");
}

TEST_CASE("reading: hostile bytes do not reach the terminal through a finding") {
  const model::Finding finding{"F0102", {0, 1, 4}, {}, ""};
  const std::vector<reading::UsedFile> files{{"x\x1B.yaml", "a: \x1B[31mred\n"}};
  const std::string text = reading::render(finding, files);
  CHECK(std::none_of(text.begin(), text.end(), [](char c) { return c == '\x1B'; }));
}

TEST_CASE("reading: what is nested as deep as the bound is read, one deeper is not") {
  model::Findings findings;
  CHECK(reading::read_yaml("a: {b: {c: 1}}\n", 0, findings, {.depth = 3}).has_value());
  CHECK(findings.empty());
  CHECK_FALSE(reading::read_yaml("a: {b: {c: {d: 1}}}\n", 0, findings, {.depth = 3}).has_value());
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "F0103");
}

TEST_CASE("reading: a finding whose line the file does not have shows no line") {
  const reading::UsedFile file{"a.yaml", "one: 1\ntwo: 2"};
  const auto shown_at = [&](std::uint32_t line) {
    return reading::render({"F0201", {0, line, 1}, {{"key", "k"}}, {}}, std::span(&file, 1)).find(" | ") != std::string::npos;
  };
  CHECK(shown_at(1));
  CHECK(shown_at(2));
  CHECK_FALSE(shown_at(3));
  CHECK_FALSE(shown_at(99));
}
