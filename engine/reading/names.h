// What a path may name, and whether a condition or an effect names it rightly. A path's first part may lead to another
// entity; which models stand there is known by traits. Inside this room only.
#pragma once

#include "engine/model/scenario.h"
#include "engine/reading/fields.h"

namespace firsthand::reading {

using Models = std::vector<const model::EntityModel*>;

// Decided by what is true (`works`, events, evidence) or by what was seen (`offered`, layers, deadlines).
enum class Knowing : std::uint8_t { truth, seen };

// Where a path begins.
struct Scope {
  Models self;                       // usually one; several in `for-each`
  const model::Verb* verb = nullptr; // then `by` exists, and `with` if it needs an instrument
  Knowing knowing = Knowing::truth;
};

class Names {
 public:
  // `entities`: ids that a relation may be compared with or set to; empty while only the library is checked.
  Names(Models models, std::vector<model::Id> entities, FindingCollector& findings)
      : models_(std::move(models)), entities_(std::move(entities)), findings_(findings) {}

  void check(const model::Condition& condition, const Scope& scope) const;
  void check(const model::Effects& effects, const Scope& scope) const;
  void check(const std::vector<model::Set>& sets, const Scope& scope) const;
  void check_signal(const std::string& path, const model::Where& where, const Scope& scope) const;
  // Conditions of a scenario: "lamp.holder".
  using Entities = std::vector<std::pair<model::Id, const model::EntityModel*>>;
  void check_paths(const model::Condition& condition, const Entities& entities, Knowing knowing) const;

  Models with_traits(const std::vector<model::Id>& traits) const;

 private:
  struct Target {
    Models models;    // where the last part is looked for
    std::string name; // the last part
    bool good = true; // otherwise a finding was made
  };
  Target follow(const std::string& path, const model::Where& where, const Scope& scope) const;
  void check_test(const model::Condition& test, const Target& target, Knowing knowing) const;
  void check_set(const model::Set& set, const Scope& scope) const;
  void check_add(const model::Add& add, const Scope& scope) const;
  void check_entity_value(const std::string& name, const std::string& value, std::vector<model::Id> known, const model::Where& where) const;

  Models models_;
  std::vector<model::Id> entities_;
  FindingCollector& findings_;
};

const model::Relation* find_relation(const model::EntityModel& model, std::string_view name);
const model::Gauge* find_gauge(const model::EntityModel& model, std::string_view name);
const model::Cue* find_cue(const model::EntityModel& model, std::string_view name);
// Values of a state variable, derived value or cue; null if there is none of that name.
std::optional<std::vector<model::Id>> values_of(const model::EntityModel& model, std::string_view name, Knowing knowing);
bool has_trait(const model::EntityModel& model, std::string_view trait);

} // namespace firsthand::reading
