// The findings of plays and of folders of content: each page run as check runs it, with the real modules.
#include "modules/catalogue.h"

#include "engine/base/json_line.h"
#include "engine/content/lint.h"
#include "engine/content/roots.h"
#include "engine/content/words.h"
#include "tests/reading/pages.h"

#include <doctest/doctest.h>

using namespace firsthand;
using namespace firsthand::reading_test;

namespace {

std::set<std::string> reviewed(const World& world, const session::Catalogue& catalogue, const content::Located& located) {
  content::LintResult lint;
  content::lint_content(const_cast<World&>(world).files(), catalogue, located, lint);
  std::set<std::string> all;
  for (const content::LintFinding& lint_finding : lint.findings) {
    const auto json = base::parse_json_line(lint_finding.json);
    REQUIRE(json.ok());
    all.insert(json->at("code").text() + " " + json->at("path").text() + ":" + std::to_string(json->at("line").number()));
  }
  return all;
}

// What is said of courses before any lesson is read.
std::set<std::string> of_the_catalogue(World& world) {
  const reading::Library library = reading::Library::open(world.files());
  std::set<std::string> all;
  for (const model::Finding& finding : library.findings())
    all.insert(finding.code + " " + library.files()[finding.where.file].path + ":" + std::to_string(finding.where.line));
  return all;
}
bool is_of_the_catalogue(const std::string& code) { return (code >= "F0415" && code <= "F0418") || code == "F0422"; }

// A play whose lesson is away is named itself; everything else is the whole tree.
content::Located named(const Example& example) {
  content::Located located;
  located.kind = example.without.empty() ? content::Located::Kind::tree : content::Located::Kind::play;
  located.path = example.without.empty() ? "" : world_path(example.alias);
  if (example.alias == "none") located.path = "scenarios/courses/none/";
  if (example.alias == "copied" || example.alias == "lamp") located = {content::Located::Kind::model, {}, world_path(example.alias)};
  return located;
}

void cut_out(std::string& text, const std::string& what) {
  for (std::size_t at = what.empty() ? text.npos : text.find(what); at != text.npos; at = text.find(what))
    text.replace(at, what.size(), " ");
}

// What the author wrote: in quotes, and the facts of a finding that are no words of the program.
std::string without_the_authors_words(const base::Json& finding) {
  const std::set<std::string> of_the_program{"wanted", "found", "what", "form", "problem", "bound", "sign", "instead", "range", "why"};
  std::string text = finding.at("message").text();
  for (const auto& [name, value] : finding.at("facts").object())
    if (of_the_program.count(name) == 0) cut_out(text, value.text());
  for (std::size_t at = text.find("“"); at != text.npos; at = text.find("“"))
    text.erase(at, text.find("”", at) == text.npos ? text.npos : text.find("”", at) + std::string("”").size() - at);
  for (std::size_t at = text.find('"'); at != text.npos; at = text.find('"'))
    text.erase(at, text.find('"', at + 1) == text.npos ? text.npos : text.find('"', at + 1) + 1 - at);
  return text;
}

// Its words of two or more Latin letters, but for names of files.
std::set<std::string> latin_words(const std::string& text) {
  std::set<std::string> all;
  std::string word;
  for (const char c : text + " ") {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (letter || (!word.empty() && (c == '-' || c == '.' || c == '/'))) {
      word += c;
      continue;
    }
    if (word.size() > 1 && word.find_first_of("./") == word.npos) all.insert(word);
    word.clear();
  }
  return all;
}

std::string joined(const std::set<std::string>& lines) {
  std::string all;
  for (const std::string& line : lines)
    all += line + "\n";
  return all;
}

} // namespace

TEST_CASE("plays: each page's wrong example gives its finding at its line, and the right one nothing") {
  const session::Catalogue catalogue = modules::make_catalogue();
  int pages = 0;
  for (const Page& page : read_pages()) {
    if (!page.code.starts_with("F10") && (page.code < "F0415" || page.code >= "F0430")) continue;
    ++pages;
    CAPTURE(page.code);
    int examples = 0;
    for (const Example& example : page.examples) {
      if (example.with) continue;
      ++examples;
      World world;
      world.change("scenario", "exemplar: expert\n");
      for (const Example& before : page.examples)
        if (before.with) apply(before, world);
      apply(example, world);
      if (example.alias == "other-course") world.put("other-lesson", world.text("scenario"));
      if (!example.without.empty()) world.remove(example.without);
      const auto found = is_of_the_catalogue(page.code) ? of_the_catalogue(world) : reviewed(world, catalogue, named(example));
      CHECK(joined(found) == (example.bad ? joined(expected_of(example, world)) : ""));
    }
    CHECK(examples == 2);
  }
  CHECK(pages >= 28);
}

namespace {
// What an author writes in files stays as it is: keys, forms, units, what a play says, names of formats.
const std::set<std::string> names_that_stay{"UTF-",
                                            "firsthand",
                                            "forms",
                                            "write",
                                            "msgctxt",
                                            "Language",
                                            "po",
                                            "alias",
                                            "anchor",
                                            "directive",
                                            "tag",
                                            "a-z",
                                            "min",
                                            "kB",
                                            "MB",
                                            "GB",
                                            "TB",
                                            "position",
                                            "items",
                                            "per",
                                            "cue",
                                            "custody",
                                            "when",
                                            "on",
                                            "at",
                                            "every",
                                            "while",
                                            "for",
                                            "people",
                                            "scenarios",
                                            "id",
                                            "targets",
                                            "yaml",
                                            "play",
                                            "done",
                                            "changed",
                                            "seen",
                                            "lost",
                                            "viewBox",
                                            "RRGGBB",
                                            "SVG",
                                            "BMP",
                                            "passed",
                                            "failed",
                                            "nothing-to-do",
                                            "X-Firsthand-Status",
                                            "perfect",
                                            "title",
                                            "do",
                                            "task",
                                            "wait",
                                            "go",
                                            "linearGradient"};
} // namespace

TEST_CASE("plays: in Thai every page's finding is in Thai, but for the author's own words") {
  const session::Catalogue catalogue = modules::make_catalogue();
  const content::DiskFiles disk({content::ContentRoot{FIRSTHAND_SOURCE, ""}});
  const content::Words thai = content::Words::load(disk, "th");
  const auto translate = [&thai](std::string_view context, std::string_view source) { return thai.tr(context, source); };
  std::set<std::string> codes;
  for (const Page& page : read_pages())
    for (const Example& example : page.examples) {
      if (example.with || !example.bad) continue;
      World world = world_of(page, example);
      if (!example.without.empty()) world.remove(example.without);
      content::LintResult lint;
      content::lint_content(world.files(), catalogue, named(example), lint, translate);
      for (const content::LintFinding& lint_finding : lint.findings) {
        const auto json = base::parse_json_line(lint_finding.json);
        REQUIRE(json.ok());
        codes.insert(json->at("code").text());
        for (const std::string& word : latin_words(without_the_authors_words(*json)))
          CHECK_MESSAGE(names_that_stay.count(word) == 1, json->at("code").text(), ": “", word, "” in: ", json->at("message").text());
      }
    }
  CHECK(codes.size() > 100);
}
