// What `check` says of the small world of content.
#pragma once

#include "modules/catalogue.h"

#include "engine/content/lint.h"
#include "engine/content/roots.h"
#include "tests/reading/world.h"

namespace firsthand::reading_test {

inline const session::Catalogue& all_modules() {
  static const session::Catalogue catalogue = modules::make_catalogue();
  return catalogue;
}

inline content::LintResult lint_of(World& world) {
  content::LintResult lint;
  content::Located whole;
  whole.kind = content::Located::Kind::tree;
  content::lint_content(world.files(), all_modules(), whole, lint);
  return lint;
}

inline std::string text_of(const content::LintResult& lint) {
  std::string all;
  for (const content::LintFinding& finding : lint.findings)
    all += finding.text + "\n";
  return all;
}

} // namespace firsthand::reading_test
