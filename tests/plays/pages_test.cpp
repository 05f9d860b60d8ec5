// The findings of plays and of folders of content: each page run as check runs it, with the real modules.
#include "modules/catalogue.h"

#include "engine/app/review.h"
#include "engine/base/json_line.h"
#include "tests/reading/pages.h"

#include <doctest/doctest.h>

using namespace firsthand;
using namespace firsthand::reading_test;

namespace {

std::set<std::string> reviewed(const World& world, const session::Catalogue& catalogue, const app::Located& located) {
  app::Review review;
  app::review_content(const_cast<World&>(world).files(), catalogue, located, review);
  std::set<std::string> all;
  for (const app::Remark& remark : review.remarks) {
    const auto json = base::parse_json_line(remark.json);
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
app::Located named(const Example& example) {
  app::Located located;
  located.kind = example.without.empty() ? app::Located::Kind::tree : app::Located::Kind::play;
  located.path = example.without.empty() ? "" : world_path(example.alias);
  if (example.alias == "none") located.path = "scenarios/courses/none/";
  if (example.alias == "copied" || example.alias == "lamp") located = {app::Located::Kind::model, {}, world_path(example.alias)};
  return located;
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
