// tests/banks/bad: one small bad bank, or a test over one, for each code, named by it. `check tests/banks/bad --json | jq -r .code | sort
// -u` prints tests/banks/codes.
#include "engine/content/lint.h"
#include "tests/plays/workshop.h"

#include <fstream>
#include <set>

using namespace play_tests;

namespace {

content::LintResult lint_of_bad_banks() {
  const auto located = content::locate(fs::path(FIRSTHAND_SOURCE) / "tests/banks/bad");
  REQUIRE(located);
  const content::DiskFiles files({located->root, content::ContentRoot{FIRSTHAND_SOURCE, "", "", true}});
  content::LintResult lint;
  content::lint_content(files, contents().modules, *located, lint);
  return lint;
}

std::string code_in(const std::string& json) {
  const std::string key = "\"code\":\"";
  const std::size_t at = json.find(key);
  return at == json.npos ? "" : json.substr(at + key.size(), 5);
}

} // namespace

TEST_CASE("plays: each bad bank has its own finding and no other, and each finding of banks and tests has a bad bank") {
  std::set<std::string> told, listed, pages;
  for (const content::LintFinding& finding : lint_of_bad_banks().findings) {
    CAPTURE(finding.text);
    std::string name = code_in(finding.json);
    told.insert(name);
    name.front() = 'f';
    CHECK(finding.path.find("/" + name) != std::string::npos);
  }
  std::ifstream codes(FIRSTHAND_SOURCE "/tests/banks/codes");
  for (std::string line; std::getline(codes, line);)
    listed.insert(line);
  for (const auto& entry : fs::directory_iterator(FIRSTHAND_SOURCE "/docs/findings"))
    if (const std::string name = entry.path().stem().string(); name.starts_with("F13")) pages.insert(name);
  CHECK(told == listed);
  CHECK(listed == pages);
}
