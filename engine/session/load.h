// From files to a prepared scenario: reading gives the scenario, the modules read their steps meanwhile, and both are
// brought together. Apart from session.h because only who opens content needs reading.
#pragma once

#include "engine/reading/library.h"
#include "engine/session/session.h"

namespace firsthand::session {

// The catalogue of modules as reading wants it. One for each scenario that is loaded: it keeps what the modules read.
class StepSpecs : public reading::StepReader {
 public:
  explicit StepSpecs(const Catalogue& catalogue) : catalogue_(catalogue) {}

  std::vector<model::Id> kinds() const override;
  void read(const model::Step& step, reading::Fields& fields, const reading::ReadContext& context) const override;

  const std::vector<StepSpec>& specs() const { return specs_; }
  const model::Symbols& symbols() const { return symbols_; }

 private:
  const Catalogue& catalogue_;
  mutable std::vector<StepSpec> specs_; // reading calls `read` on a const reader; what was read is kept beside it
  mutable model::Symbols symbols_;
};

struct Loaded {
  reading::LoadedScenario content;
  PreparedPtr prepared;             // null if a finding is an error, or preparing failed
  std::optional<base::Error> error; // of preparing
};

// `path` is that of scenario.yaml; `doctrine` replaces the scenario's own if it is not empty. `catalogue` must outlive the
// prepared scenario.
Loaded load(const reading::FileSource& files, const std::string& path, const Catalogue& catalogue, std::string_view doctrine = {});

} // namespace firsthand::session
