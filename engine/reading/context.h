// What a kind of step sees while its parameters are read. Inside this room only.
#pragma once

#include "engine/reading/gather.h"
#include "engine/reading/names.h"
#include "engine/reading/steps.h"
#include "engine/reading/vocabulary.h"

namespace firsthand::reading {

class ScenarioContext : public ReadContext {
 public:
  // All borrowed. `folder` is the scenario's, with '/' at its end.
  ScenarioContext(const model::Scenario& scenario, const Names& names, const Vocabulary& vocabulary, Gather& gather, std::string folder)
      : scenario_(scenario), names_(names), vocabulary_(vocabulary), gather_(gather), folder_(std::move(folder)) {}

  const model::Scenario& scenario() const override { return scenario_; }
  std::vector<model::Id> entities() const override;
  std::vector<model::Id> entities(model::EntityKind kind) const override;
  std::vector<model::Id> verbs_of(std::string_view entity) const override;
  std::vector<model::Id> cues_of(std::string_view entity) const override;
  std::vector<std::string> positions() const override;
  model::Id entity(Fields& fields, std::string_view key, std::vector<model::EntityKind> kinds, Need need) const override;
  std::vector<model::Id> entity_list(Fields& fields, std::string_view key, std::vector<model::EntityKind> kinds, Need need) const override;
  std::string position(Fields& fields, std::string_view key) const override;
  std::vector<model::Id> verbs(Fields& fields, std::string_view key, std::string_view entity, Need need) const override;
  model::Condition seen_condition(const model::Node& node, std::string_view entity, FindingCollector& findings) const override;
  model::Condition seen_condition(Fields& fields, std::string_view key, Need need) const override;
  model::Condition true_condition(Fields& fields, std::string_view key, Need need) const override;
  std::string picture(Fields& fields, std::string_view key, Need need) const override;
  std::string picture(const model::Node& named_by, std::string_view name, FindingCollector& findings) const override;
  const std::vector<PictureMark>& marks(const std::string& path) const override { return gather_.marks(path); }
  model::Test test(Fields& fields, std::string_view key) const override;

 private:
  model::Condition condition(Fields& fields, std::string_view key, Need need, Knowing knowing) const;
  bool check_entity(const model::Id& id, const std::vector<model::EntityKind>& kinds, const model::Where& where,
                    FindingCollector& findings) const;
  const model::EntityModel* model_of(std::string_view entity) const;
  bool is_misspelt(const std::string& position) const;

  const model::Scenario& scenario_;
  const Names& names_;
  const Vocabulary& vocabulary_;
  Gather& gather_;
  std::string folder_;
};

} // namespace firsthand::reading
