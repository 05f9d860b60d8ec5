// Every page of docs/findings is a test.
#include "tests/reading/pages.h"

#include <doctest/doctest.h>

using namespace firsthand;
using namespace firsthand::reading_test;

namespace {

std::string lines_of(const std::set<std::string>& lines) {
  std::string all;
  for (const std::string& line : lines)
    all += line + "\n";
  return all;
}

} // namespace

TEST_CASE("reading: the small world has no findings") {
  World world;
  CHECK(lines_of(findings_of(world, SampleSteps())) == "");
}

// F08 are findings of the kinds of steps, F10 of plays, F134 of tests, F0415 on of folders of content; their own tests run those
// pages. F11 are findings of whole lessons (tests/plays/wrong), whose pages show pieces only.
TEST_CASE("reading: each page's wrong example gives its finding at its line, and the right one nothing") {
  for (const Page& page : read_pages()) {
    if (page.code.starts_with("F08") || page.code.starts_with("F10") || page.code.starts_with("F11") || page.code.starts_with("F134") ||
        (page.code >= "F0415" && page.code < "F0430"))
      continue;
    CAPTURE(page.code);
    CHECK(std::count_if(page.examples.begin(), page.examples.end(), [](const Example& one) { return !one.with; }) == 2);
    for (const Example& example : page.examples) {
      if (example.with) continue;
      World world = world_of(page, example);
      const auto found = findings_of(world, SampleSteps());
      if (!example.missing && example.repeat == 1)
        CHECK(lines_of(found) == (example.bad ? lines_of(expected_of(example, world)) : ""));
      else
        CHECK(std::any_of(found.begin(), found.end(), [&](const std::string& f) { return f.starts_with(page.code); }) == example.bad);
    }
  }
}

TEST_CASE("reading: every page is in the catalogue") {
  const auto pages = read_pages();
  CHECK(pages.size() == reading::finding_kinds().size());
  for (const Page& page : pages)
    CHECK(reading::finding_kind(page.code) != nullptr);
  CHECK(reading::finding_kind("F9999") == nullptr);
}
