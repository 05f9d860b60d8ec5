// What can be said of a test before anybody takes it: whether its forms can be filled and are what was frozen, what gives answers away
// within a form, and whether somebody passes who knows nothing.
#pragma once

#include "engine/assessment/guess.h"
#include "engine/reading/test.h"

namespace firsthand::content {

using FormItems = std::vector<const model::Item*>;
std::vector<FormItems> forms_of(const model::Test& test); // frozen; ids that no bank has are left out

struct StrategyLine {
  std::size_t form = 0;
  assessment::StrategyResult result; // under the doctrine that it does best with
};
std::vector<StrategyLine> try_strategies(const model::Test& test, const std::vector<model::Doctrine>& doctrines);

// Beside those of reading. `doctrines`: the library's.
model::Findings test_findings(const reading::LoadedTest& loaded, const std::vector<model::Doctrine>& doctrines);

} // namespace firsthand::content
