// What authors are told, word for word and to the column, of every slip, every awkward text and every page's wrong example:
// kept in tests/reading/told, so that whoever changes what is said sees all of it.
#include "tests/reading/holes.h"
#include "tests/reading/kept_text.h"
#include "tests/reading/pages.h"
#include "tests/reading/slip_cases.h"

#include "engine/base/utf8.h"
#include "engine/reading/yaml.h"

#include <fmt/format.h>

using namespace firsthand;
using namespace firsthand::reading_test;

namespace {

std::string told_of(const model::Findings& findings) {
  std::string lines;
  for (const model::Finding& f : findings)
    lines += fmt::format("  {} {}:{} {}{}\n", f.code, f.where.line, f.where.column, reading::message_of(f),
                         f.suggestion.empty() ? "" : " → " + f.suggestion);
  return lines;
}

// What the author's text became, if it is not as it was written.
std::string read_text(const model::Node& root, const TextStyle& style, const std::string& text) {
  const model::Node* at = root.find(style.path);
  if (at && at->kind == model::Node::Kind::map) at = at->find("text");
  if (at && at->kind == model::Node::Kind::list && !at->items.empty()) at = &at->items[0];
  if (!at || at->kind != model::Node::Kind::scalar) return "  is read as no text\n";
  return at->text == text ? "" : fmt::format("  is read as {}\n", at->text);
}

std::string read_and_told(const std::string& text, const TextStyle* style = nullptr, const std::string& inside = "") {
  model::Findings findings;
  reading::YamlSigns signs;
  const auto root = reading::read_yaml(text, 0, findings, {}, &signs);
  std::string all = told_of(findings);
  if (root && style) all += read_text(*root, *style, inside);
  for (const model::Where& where : signs.commented)
    all += fmt::format("  a comment behind {}:{}\n", where.line, where.column);
  return root ? all : all + "  not read\n";
}

// The byte of `text` at line and column; behind its end if there is none.
std::size_t byte_at(const std::string& text, const model::Where& where) {
  std::size_t at = 0;
  for (std::uint32_t line = 1; line < where.line && at != text.npos; ++line)
    at = text.find('\n', at) == text.npos ? text.npos : text.find('\n', at) + 1;
  for (std::uint32_t column = 1; column < where.column && at < text.size(); ++column)
    base::next_code_point(text, at);
  return std::min(at, text.size());
}

// Of the word that stands whole at `where`, its length with its quotes; 0 if another stands there.
std::size_t length_at(const std::string& text, std::size_t at, const std::string& word) {
  for (const std::string& written : {word, '"' + word + '"'})
    if (!word.empty() && text.compare(at, written.size(), written) == 0 &&
        std::string(" \n,]}:").find(text[at + written.size()]) != std::string::npos)
      return written.size();
  return 0;
}

// The first word that the finding tells and that stands where it points is emptied: that is a finding too, and its sentence has no hole.
int check_emptied(World& world, const model::Finding& finding, const std::string& path, const std::string& empty) {
  std::string text = world.files().read(path, 0).value_or("");
  const std::size_t at = byte_at(text, finding.where);
  for (const auto& [name, word] : finding.facts) {
    const std::size_t length = length_at(text, at, word);
    if (length == 0) continue;
    World changed = world;
    changed.files().put(path, text.replace(at, length, empty));
    const auto then = reading::load_scenario(changed.files(), world_path("scenario"), SampleSteps()).findings;
    CHECK_MESSAGE(!then.empty(), finding.code, " ", word);
    for (const model::Finding& one : then)
      CHECK_MESSAGE(!has_hole(reading::message_of(one)), one.code, " ", reading::message_of(one));
    return 1;
  }
  return 0;
}

} // namespace

TEST_CASE("reading: what is told of every slip is what was told before") {
  std::string all;
  for (const SlipCase& one : slip_cases)
    all += fmt::format("{}\n{}", one.what, read_and_told(one.text));
  constexpr std::size_t count = std::size(slip_cases);
  for (std::size_t i = 0; i < count; ++i) { // a slip among others
    const SlipCase &one = slip_cases[i], &other = slip_cases[(i + 7) % count];
    all += fmt::format("{}, then {}\n{}", one.what, other.what, read_and_told(std::string("first:\n  - good\n") + one.text + other.text));
  }
  check_kept("slips.txt",
             "Each slip of tests/reading/slip_cases.h, alone and in front of another: code, line:column, message → what to write.", all);
}

TEST_CASE("reading: what is told of awkward texts is what was told before") {
  std::string all;
  for (const TextStyle& style : text_styles)
    for (const char* text : awkward_texts)
      all += fmt::format("{}: {}\n{}", style.name, text, read_and_told(std::string(style.before) + text + style.behind, &style, text));
  check_kept(
      "texts.txt",
      "Awkward texts, as an author writes them in each place that takes a text; below each what is told. Nothing: it is read as written.",
      all);
}

TEST_CASE("reading: what is told of the pages' wrong examples is what was told before") {
  std::string all;
  int emptied = 0;
  for (const Page& page : read_pages())
    for (const Example& example : page.examples) {
      if (!example.bad || example.repeat > 1 || example.count > 1 || page.code < "F02") continue; // of slips tells slips.txt
      World world;
      apply(example, world);
      const auto scenario = reading::load_scenario(world.files(), world_path("scenario"), SampleSteps());
      std::string told = told_of(scenario.findings);
      for (const model::Finding& finding : scenario.findings)
        if (finding.code == page.code && page.code != "F0228") // that is about a sign, not about a word
          emptied += check_emptied(world, finding, scenario.files[finding.where.file].path, emptied % 2 == 0 ? "\"\"" : "\"  \"");
      if (told.find(page.code) == told.npos) told += told_of(reading::load_shelf(world.files()).findings);
      if (told.find(page.code) == told.npos) told += told_of(reading::Library::open(world.files()).findings());
      if (told.find(page.code) == told.npos)
        take_banks(world.files(), [&](const model::Findings& findings, const auto&) { told += told_of(findings); });
      all += page.code + "\n" + told;
    }
  CHECK(emptied > 40);
  check_kept(
      "pages.txt",
      "All that is told of the wrong example of each page in docs/findings from F0201 on, in the small world of tests/reading/world.h.",
      all);
}
