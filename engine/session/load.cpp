// Reading and preparing in one go; see load.h.
#include "engine/session/load.h"

#include <algorithm>

namespace firsthand::session {

std::vector<model::Id> StepSpecs::kinds() const {
  std::vector<model::Id> all;
  for (const auto& module : catalogue_.all())
    all.emplace_back(module->kind());
  return all;
}

void StepSpecs::read(const model::Step& step, reading::Fields& fields, const reading::ReadContext& context) const {
  const Module* module = catalogue_.find(step.kind);
  if (!module) return; // reading has said so
  StepSpec read{step.id, module->read(fields, context, symbols_)};
  const auto same = std::find_if(specs_.begin(), specs_.end(), [&](const StepSpec& each) { return each.step == step.id; });
  if (same == specs_.end())
    specs_.push_back(std::move(read));
  else
    *same = std::move(read);
}

Loaded load(const reading::FileSource& files, const std::string& path, const Catalogue& catalogue, std::string_view doctrine) {
  StepSpecs specs(catalogue);
  Loaded loaded;
  loaded.content = reading::load_scenario(files, path, specs, doctrine);
  if (!loaded.content.usable()) return loaded;
  const Hashes hashes{loaded.content.rules_hash, loaded.content.shown_hash};
  auto prepared = prepare(loaded.content.scenario, specs.symbols(), specs.specs(), catalogue, hashes);
  if (prepared.ok())
    loaded.prepared = prepared.value();
  else
    loaded.error = prepared.error();
  return loaded;
}

} // namespace firsthand::session
