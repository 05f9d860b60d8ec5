// The findings that only the kinds of steps report: each page run with the real modules.
#include "modules/catalogue.h"

#include "engine/session/load.h"
#include "tests/reading/pages.h"

#include <doctest/doctest.h>

using namespace firsthand;
using namespace firsthand::reading_test;

namespace {

std::string codes_and_lines(const std::set<std::string>& lines) {
  std::string all;
  for (const std::string& line : lines)
    all += line + "\n";
  return all;
}

} // namespace

TEST_CASE("modules: each page's wrong example gives its finding at its line, and the right one nothing") {
  const session::Catalogue catalogue = modules::make_catalogue();
  int pages = 0;
  for (const Page& page : read_pages()) {
    if (!page.code.starts_with("F08")) continue;
    ++pages;
    CAPTURE(page.code);
    for (const Example& example : page.examples) {
      if (example.with) continue;
      World world = world_of(page, example);
      const auto found = findings_of(world, session::StepSpecs(catalogue));
      CHECK(codes_and_lines(found) == (example.bad ? codes_and_lines(expected_of(example, world)) : ""));
    }
  }
  CHECK(pages >= 10);
}
