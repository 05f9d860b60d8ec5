// The doctrine that is built in: every source is told as far as it was looked up, and docs/sources.md tells them all.
#include "engine/content/sources_page.h"
#include "engine/reading/library.h"
#include "engine/reading/provenance.h"
#include "tests/plays/workshop.h"

#include <cstdlib>
#include <doctest/doctest.h>
#include <fstream>
#include <sstream>

using namespace firsthand;

namespace {

const reading::LoadedShelf& built_in() {
  static const reading::LoadedShelf shelf = reading::load_shelf(play_tests::contents().files);
  return shelf;
}

std::string contents_of(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

const model::Source* source_of(const model::Doctrine& doctrine, const model::Rule& rule) {
  for (const model::Source& source : doctrine.sources)
    if (source.id == rule.source) return &source;
  return nullptr;
}

} // namespace

TEST_CASE("plays: docs/sources.md is what the doctrine says") {
  const std::filesystem::path page = std::filesystem::path(FIRSTHAND_SOURCE) / "docs/sources.md";
  const std::string now = content::sources_page(built_in().doctrines);
  if (std::getenv("FIRSTHAND_BLESS")) std::ofstream(page, std::ios::binary) << now;
  CHECK(contents_of(page) == now);
}

TEST_CASE("plays: of a fatal rule that is built in nothing was left to look up") {
  for (const model::Doctrine& doctrine : built_in().doctrines)
    for (const model::Rule& rule : doctrine.rules) {
      CAPTURE(doctrine.id);
      CAPTURE(rule.id);
      REQUIRE(source_of(doctrine, rule));
      if (rule.severity == model::Severity::fatal) CHECK(reading::gaps_of(*source_of(doctrine, rule), rule.section).empty());
      if (rule.within != base::never) CHECK(rule.numbers != model::Numbers::unsaid);
    }
}

TEST_CASE("plays: no profile bears the name of a body whose text was not opened, and no reviewer is invented") {
  for (const model::Doctrine& doctrine : built_in().doctrines) {
    CHECK(doctrine.id.find("interpol") == std::string::npos);
    CHECK(doctrine.reviewed_by.empty());
  }
}
