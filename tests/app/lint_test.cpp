// What `check` says of files, beside the findings in them.
#include "engine/content/lint.h"
#include "engine/content/roots.h"
#include "engine/platform/paths.h"
#include "tests/app/fixture.h"
#include "tests/reading/world.h"

namespace app_tests {

namespace {

content::LintResult lint_of(const fs::path& file) {
  const session::Catalogue modules = one_module();
  const auto located = content::locate(file);
  REQUIRE(located);
  const content::DiskFiles files({located->root, content::ContentRoot{FIRSTHAND_SOURCE, ""}});
  content::LintResult lint;
  content::lint_content(files, modules, *located, lint);
  return lint;
}

} // namespace

TEST_CASE("app: a lone model is checked, and one whose name nobody can read as an id is not passed over") {
  Folder folder;
  folder.write("lamp.yaml", "model: lamp\ntraits: [computer]\n");
  CHECK(lint_of(folder.path / "lamp.yaml").count(model::Gravity::error) == 0);
  folder.write("lamp.yaml", "model: lamp\ntraits: [computer]\nstaet: {}\n");
  CHECK(lint_of(folder.path / "lamp.yaml").count(model::Gravity::error) == 1);
  const fs::path thai = folder.path / platform::path_from("โคมไฟ.yaml");
  fs::rename(folder.path / "lamp.yaml", thai);
  const content::LintResult lint = lint_of(thai);
  REQUIRE(lint.count(model::Gravity::error) == 1);
  CHECK(lint.findings.front().text.find("is not read") != std::string::npos);
}

// The library alone uses the name once, the lesson once more.
TEST_CASE("app: that a definition is misspelt is told once for the library and its lessons, wherever it is looked from") {
  Folder folder;
  for (const auto& [path, text] : firsthand::reading_test::world_files())
    folder.write(path, text);
  std::string box = firsthand::reading_test::world_files().at("scenarios/library/devices/box.yaml");
  folder.write("scenarios/library/devices/box.yaml", box.replace(box.find("closed]"), 7, "clsoed]"));
  std::string lesson = firsthand::reading_test::world_files().at("scenarios/courses/basics/sample/scenario.yaml");
  folder.write("scenarios/courses/basics/sample/scenario.yaml", lesson.replace(lesson.find("holder: you"), 11, "holder: you, lid: closed"));
  for (const char* place : {"scenarios", "scenarios/courses/basics/sample/scenario.yaml"}) {
    const auto located = content::locate(folder.path / place);
    REQUIRE(located);
    content::LintResult lint;
    content::lint_content(content::DiskFiles({located->root}), one_module(), *located, lint);
    std::size_t definitions = 0, uses = 0;
    for (const content::LintFinding& lint_finding : lint.findings) {
      definitions += lint_finding.text.find("F0329") != std::string::npos && lint_finding.path.ends_with("box.yaml");
      uses += lint_finding.text.find("did you mean “clsoed”") != std::string::npos;
    }
    CAPTURE(std::string(place));
    CHECK(definitions == 1);
    CHECK(uses == 0);
  }
}

} // namespace app_tests
