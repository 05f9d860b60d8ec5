// Turns a scenario's models into a Machine, in three passes: names get slots; conditions and effects are compiled against
// those names; dependencies are gathered. Unknown names compile to what never holds or does nothing: reading has already
// told the author. Used by Scene::prepare and, for single conditions, by guards.
#pragma once

#include "engine/simulation/machine.h"

namespace firsthand::simulation {

enum class Reading : std::uint8_t { truth, seen };

// Compiles conditions against a machine's names. `entity` counts from 1; 0: only paths "entity.name".
class ConditionCompiler {
 public:
  ConditionCompiler(const Machine& machine, Program& program) : machine_(machine), program_(program) {}

  Entry compile(const model::Condition& condition, std::uint16_t entity, Reading reading);

  // Every threshold met on a gauge: (slot, boundary).
  std::vector<std::pair<std::uint16_t, std::int64_t>> thresholds;
  bool too_large = false;

 private:
  struct Ends {
    Entry yes = holds_always, no = holds_never;
  };
  Entry node(const model::Condition& condition, Ends ends);
  Entry all_of(const std::vector<model::Condition>& parts, Ends ends);
  Entry any_of(const std::vector<model::Condition>& parts, Ends ends);
  Entry test(const model::Condition& condition, Ends ends);
  Entry simple_test(const model::Condition& condition, model::Compare compare, Ends ends);
  Leaf leaf(std::uint16_t entity, std::string_view name, const model::Condition& condition, model::Compare compare);
  Leaf value_leaf(std::uint16_t slot, const model::Condition& condition) const;
  Leaf relation_leaf(std::uint16_t slot, const model::Condition& condition) const;
  Leaf gauge_leaf(std::uint16_t slot, const model::Condition& condition, model::Compare compare);
  Leaf cue_leaf(std::uint16_t slot, const model::Condition& condition, model::Compare compare) const;
  bool is_measured(const model::Condition& condition) const;

  const Machine& machine_;
  Program& program_;
  std::uint16_t entity_ = 0;
  Reading reading_ = Reading::truth;
};

// A path split at its dot, and how its first part is followed.
struct Path {
  Via via = Via::direct;
  std::uint16_t entity = 0;     // if direct; counted from 1, 0 = nowhere
  std::uint16_t through = 0;    // slot of the relation that is followed
  std::uint64_t candidates = 0; // else: whom it may lead to; bit = entity counted from 1
  std::string_view name;
};
Path resolve_path(const Machine& machine, std::string_view path, std::uint16_t entity, Reading reading);

class Compiler {
 public:
  Compiler(const model::Scenario& scenario, model::Symbols& symbols);
  base::Result<std::shared_ptr<const Machine>> compile();

 private:
  using Entity = std::uint16_t; // counted from 1

  // compile_layout.cpp
  base::Result<void> lay_out();
  void lay_out_entity(const model::EntityUse& use, Entity entity);
  void add_names(Entity entity);
  void add_value(Entity entity, const model::Id& name, const std::vector<model::Id>& value_words, std::uint8_t start);
  void add_state(const model::EntityUse& use, Entity entity, const model::StateVariable& variable);
  void add_setting(const model::EntityUse& use, Entity entity, const model::Setting& setting);
  void add_relation(Entity entity, const model::Relation& relation);
  void add_gauge(const model::EntityUse& use, Entity entity, const model::Gauge& gauge);
  void add_cue(Entity entity, const model::Cue& cue);
  void add_draw(Entity entity, const model::Id& name, const std::vector<model::Weighted>& weighted, std::uint16_t slot);
  void bind_relations();
  base::Result<void> check_bounds() const;

  // compile_behaviour.cpp
  void compile_entity(Entity entity);
  void compile_derived(Entity entity, const model::Derived& derived);
  void compile_gauge(Entity entity, const model::Gauge& gauge);
  void compile_cue(Entity entity, const model::Cue& cue);
  void compile_items(Entity entity);
  void compile_verb(Entity entity, const model::Verb& verb);
  void compile_answers(Entity entity, const model::Verb& verb, VerbCode& code);
  void compile_event(Entity entity, const model::Event& event);
  void listen(const std::vector<std::string>& paths, Entity entity, ListenerCode listener);
  DelayCode delay(Entity entity, const model::Delay& delay) const;
  Entry condition(const model::Condition& condition, Entity entity, Reading reading = Reading::truth);

  // compile_effects.cpp
  EffectsCode effects(const model::Effects& effects, Entity entity);
  void gather(const model::Effects& effects, Entity entity, std::vector<EffectCode>& changes, std::vector<EffectCode>& reveals);
  template<class MakeTarget> EffectCode effect(std::string_view path, Entity entity, const MakeTarget& make);
  EffectCode set_effect(const model::Set& set, Entity entity);
  EffectCode add_effect(const model::Add& add, Entity entity);
  EffectCode signal_effect(const std::string& path, Entity entity);
  EffectCode reveal_effect(const std::string& path, Entity entity);
  EffectsCode signals_only(const std::vector<std::string>& signals, Entity entity);
  EffectsCode keep(const std::vector<EffectCode>& changes, const std::vector<EffectCode>& reveals);
  Target set_target(Entity entity, std::string_view name, const model::Id& value, Entity self) const;
  std::size_t signal(Entity entity, std::string_view name);

  // compile_dependencies.cpp
  struct TestRange {
    std::size_t first = 0, last = 0;
  };
  void number_nodes();
  void order_derived();
  std::vector<std::size_t> derived_order() const;
  bool derived_needs(std::size_t reader, std::size_t read) const;
  void depend(TestRange range, std::size_t node);
  void depend_on_leaf(const Leaf& leaf, std::size_t node);
  void finish_boundaries();
  void finish_listeners();
  void finish_lookups();

  const model::EntityModel& model_of(Entity entity) const { return scenario_.model_of(scenario_.entities[entity - 1u]); }

  const model::Scenario& scenario_;
  model::Symbols& symbols_;
  std::shared_ptr<Machine> machine_;
  ConditionCompiler conditions_;
  std::map<std::pair<Entity, std::string>, std::size_t> signals_;
  std::vector<std::pair<std::size_t, ListenerCode>> listeners_; // by signal
  std::vector<TestRange> derived_tests_, item_tests_, event_tests_, gauge_tests_, cue_tests_;
  std::map<std::pair<Entity, std::string>, std::uint16_t> setting_slots_, draw_slots_, kind_slots_;
  std::map<std::pair<Entity, std::string>, std::pair<std::uint32_t, base::Seconds>> setting_values_; // table, or fixed
  bool too_large_ = false;
};

bool has_trait(const EntityCode& entity, const std::vector<model::Id>& traits); // one of them; none asked: yes

} // namespace firsthand::simulation
