// Rules to monitors: one for each entity with a trait, or each link, or one for the attempt; and the slots of the values
// that `was` looks at.
#include "engine/judging/patterns.h"

#include <fmt/format.h>

#include <algorithm>

namespace firsthand::judging {
namespace {

using model::Condition;
using model::EntityUse;
using model::Rule;

const model::Relation* relation_named(const model::EntityModel& entity_model, std::string_view name) {
  for (const model::Relation& relation : entity_model.relations)
    if (relation.name == name) return &relation;
  return nullptr;
}

template<class List> bool has_named(const List& list, std::string_view name) {
  return std::any_of(list.begin(), list.end(), [&](const auto& each) { return each.name == name; });
}

bool has_trait(const model::EntityModel& entity_model, const std::vector<model::Id>& traits) {
  return std::any_of(entity_model.traits.begin(), entity_model.traits.end(),
                     [&](const model::Id& trait) { return std::find(traits.begin(), traits.end(), trait) != traits.end(); });
}

class RuleCompiler {
 public:
  RuleCompiler(const model::Scenario& scenario, model::Symbols& symbols, RuleSet::Compiled& out)
      : scenario_(scenario), symbols_(symbols), out_(out), patterns_(scenario, symbols, out) {}

  base::Result<void> run() {
    name_learner();
    collect_slots();
    collect_items();
    for (std::size_t i = 0; i < scenario_.doctrine.rules.size(); ++i) {
      FH_CHECK(check_form(scenario_.doctrine.rules[i]));
      for (const Binding& binding : bindings(scenario_.doctrine.rules[i]))
        add_monitor(i, binding);
    }
    patterns_.finish();
    return {};
  }

 private:
  void name_learner();
  void collect_slots();
  base::Result<void> check_form(const Rule& rule) const;
  base::Result<void> check_patterns(const Rule& rule) const;
  base::Result<void> check_condition(const Rule& rule, const Condition& condition) const;
  void collect_items();
  std::uint16_t condition_of(const Condition& condition, const Binding& binding);
  std::vector<Binding> bindings(const Rule& rule) const;
  Binding bind_link(const EntityUse& link) const;
  void add_monitor(std::size_t index, const Binding& binding);
  void watch(const Rule& rule, const Binding& binding, Spec& spec);
  StateNode state_node(const Condition& condition, const Binding& binding);
  void add_test(StateNode& node, const Condition& condition, const EntityUse& use, std::string_view path, Symbol owner);
  std::optional<std::uint16_t> slot_of(const EntityUse& use, std::string_view name) const;

  const model::Scenario& scenario_;
  model::Symbols& symbols_;
  RuleSet::Compiled& out_;
  PatternCompiler patterns_;
};

void RuleCompiler::name_learner() {
  out_.learner = symbols_.intern("learner");
  out_.word_none = symbols_.intern("none");
  for (const EntityUse& use : scenario_.entities)
    if (use.kind == model::EntityKind::person && has_trait(scenario_.model_of(use), {"learner"}))
      out_.learner_entity = symbols_.intern(use.id);
}

// The patterns of a rule, whatever part they play.
template<class Visit> void each_pattern(const Rule& rule, const Visit& visit) {
  for (const std::optional<model::FactPattern>* one : {&rule.on, &rule.must, &rule.never})
    if (*one) visit(**one);
  for (const std::vector<model::FactPattern>* many : {&rule.before, &rule.before_any, &rule.unless, &rule.until})
    for (const model::FactPattern& each : *many)
      visit(each);
}

template<class Visit> void each_condition(const Rule& rule, const Visit& visit) {
  visit(rule.was);
  visit(rule.each_if);
  each_pattern(rule, [&](const model::FactPattern& pattern) {
    visit(pattern.only_if);
    visit(pattern.holds);
  });
}

// Every name that some condition mentions, on every entity that has it.
void collect_names(const Condition& condition, std::vector<model::Id>& names) {
  for (const Condition& part : condition.parts)
    collect_names(part, names);
  const std::size_t dot = condition.path.find('.'); // of what is no test the path is empty, which names nothing
  names.push_back(condition.path.substr(0, dot));
  if (dot != std::string::npos) names.push_back(condition.path.substr(dot + 1));
}

void RuleCompiler::collect_slots() {
  std::vector<model::Id> names;
  for (const Rule& rule : scenario_.doctrine.rules)
    each_condition(rule, [&](const Condition& condition) { collect_names(condition, names); });
  for (const EntityUse& use : scenario_.entities) {
    const model::EntityModel& kind = scenario_.model_of(use);
    for (const model::Id& name : names) {
      const bool value = has_named(kind.state, name) || has_named(kind.derived, name) || relation_named(kind, name);
      if (!value && !has_named(kind.cues, name)) continue;
      out_.slots.push_back({symbols_.intern(use.id), symbols_.intern(name), !value});
    }
  }
  std::sort(out_.slots.begin(), out_.slots.end());
  out_.slots.erase(std::unique(out_.slots.begin(), out_.slots.end()), out_.slots.end());
}

void RuleCompiler::collect_items() {
  for (const EntityUse& use : scenario_.entities)
    for (const model::Holding& item : use.holds)
      out_.items.emplace_back(symbols_.intern(use.id), symbols_.intern(item.id));
  std::sort(out_.items.begin(), out_.items.end());
}

std::optional<std::uint16_t> RuleCompiler::slot_of(const EntityUse& use, std::string_view name) const {
  const Symbol entity = symbols_.find(use.id);
  const Symbol word = symbols_.find(name);
  for (std::size_t i = 0; i < out_.slots.size(); ++i)
    if (out_.slots[i].entity == entity && out_.slots[i].name == word) return static_cast<std::uint16_t>(i);
  return std::nullopt;
}

base::Result<void> RuleCompiler::check_form(const Rule& rule) const {
  const auto wrong = [&](std::string_view why) { return base::fail("rule-form", fmt::format("The rule {} {}.", rule.id, why)); };
  if (!rule.on && !rule.never) return wrong("needs `on` or `never`");
  if (rule.never && (rule.must || !rule.before.empty() || !rule.before_any.empty()))
    return wrong("says `never` and asks for something as well");
  if (rule.on && !rule.never && !rule.must && rule.before.empty() && rule.before_any.empty())
    return wrong("has a trigger and asks for nothing");
  if (rule.before.size() > 8) return wrong("lists more than eight `before`");
  if (rule.on && rule.on->is_state()) return wrong("is triggered by a state; only a fact can do that");
  FH_CHECK(check_patterns(rule));
  base::Result<void> all;
  each_condition(rule, [&](const Condition& condition) {
    if (all.ok()) all = check_condition(rule, condition);
  });
  return all;
}

// Whose state it is, a rule for the whole attempt cannot say.
base::Result<void> RuleCompiler::check_patterns(const Rule& rule) const {
  const bool bound = !rule.each_traits.empty() || !rule.each_link.empty();
  bool states = rule.each_if.kind != Condition::Kind::always;
  each_pattern(rule, [&](const model::FactPattern& pattern) { states |= pattern.is_state(); });
  const bool ended_by_state =
      std::any_of(rule.until.begin(), rule.until.end(), [](const model::FactPattern& each) { return each.is_state(); });
  if ((bound || !states) && !ended_by_state) return {};
  return base::fail("rule-form", fmt::format("The rule {} asks for a state where none can be.", rule.id));
}

base::Result<void> RuleCompiler::check_condition(const Rule& rule, const Condition& condition) const {
  if (condition.kind == Condition::Kind::test && condition.compare != model::Compare::is_one_of)
    return base::fail("rule-condition",
                      fmt::format("The rule {} compares the gauge {}; facts do not tell gauges.", rule.id, condition.path));
  for (const Condition& part : condition.parts)
    FH_CHECK(check_condition(rule, part));
  return {};
}

Binding RuleCompiler::bind_link(const EntityUse& link) const {
  Binding binding{&link, {}};
  for (const model::Id& role : scenario_.model_of(link).joins)
    for (const auto& [name, value] : link.state)
      if (name == role) binding.roles.emplace_back(role, scenario_.entity(value));
  return binding;
}

std::vector<Binding> RuleCompiler::bindings(const Rule& rule) const {
  if (rule.each_traits.empty() && rule.each_link.empty()) return {Binding{}};
  std::vector<Binding> all;
  for (const EntityUse& use : scenario_.entities) {
    if (!rule.each_link.empty() && use.kind == model::EntityKind::link && use.model == rule.each_link) all.push_back(bind_link(use));
    if (rule.each_link.empty() && has_trait(scenario_.model_of(use), rule.each_traits)) all.push_back({&use, {}});
  }
  return all;
}

void RuleCompiler::add_monitor(std::size_t index, const Binding& binding) {
  const Rule& rule = scenario_.doctrine.rules[index];
  Spec spec;
  spec.rule = index;
  for (const auto& [role, use] : binding.roles)
    if (use) spec.entities.push_back(symbols_.intern(use->id));
  if (binding.own && binding.roles.empty()) spec.entities.push_back(symbols_.intern(binding.own->id));
  spec.was = state_node(rule.was, binding);
  spec.each_if = state_node(rule.each_if, binding);
  spec.wants_any = !rule.before_any.empty();
  spec.wants_must = rule.must.has_value();
  spec.never = rule.never.has_value();
  spec.applies_from = spec.never && rule.on.has_value();
  spec.each_time = rule.each_time;
  spec.by_leaving = rule.by_leaving;
  spec.within = rule.by_end || rule.by_leaving ? base::never : rule.within;
  for (const model::Id& event : rule.against)
    spec.against.push_back(symbols_.intern(event));
  watch(rule, binding, spec);
  out_.specs.push_back(std::move(spec));
}

std::uint16_t RuleCompiler::condition_of(const Condition& condition, const Binding& binding) {
  if (condition.kind == Condition::Kind::always) return no_condition;
  out_.conditions.push_back(state_node(condition, binding));
  return static_cast<std::uint16_t>(out_.conditions.size() - 1);
}

void RuleCompiler::watch(const Rule& rule, const Binding& binding, Spec& spec) {
  const auto add = [&](const model::FactPattern& pattern, Part part, std::size_t bit = 0) {
    Watcher watcher;
    watcher.monitor = static_cast<std::uint16_t>(out_.specs.size());
    watcher.part = part;
    watcher.bit = static_cast<std::uint8_t>(bit);
    watcher.only_if = condition_of(pattern.only_if, binding);
    patterns_.add(pattern, binding, watcher);
  };
  const auto add_one = [&](const std::optional<model::FactPattern>& pattern, Part part, std::uint16_t& state) {
    if (pattern && pattern->is_state())
      state = condition_of(pattern->holds, binding);
    else if (pattern)
      add(*pattern, part);
  };
  const auto add_all = [&](const std::vector<model::FactPattern>& patterns, Part part, std::vector<std::uint16_t>& states) {
    for (std::size_t i = 0; i < patterns.size(); ++i)
      if (patterns[i].is_state())
        states.push_back(condition_of(patterns[i].holds, binding));
      else
        add(patterns[i], part, i);
  };
  if (rule.on) add(*rule.on, Part::on);
  add_one(rule.must, Part::must, spec.must_state);
  add_one(rule.never, Part::never, spec.never_state);
  add_all(rule.before, Part::before, spec.before_states);
  add_all(rule.before_any, Part::before_any, spec.any_states);
  add_all(rule.unless, Part::unless, spec.unless_states);
  for (const model::FactPattern& pattern : rule.until)
    add(pattern, Part::until);
  for (std::size_t i = 0; i < rule.before.size(); ++i)
    if (!rule.before[i].is_state()) spec.all |= static_cast<std::uint8_t>(1u << i);
}

StateNode RuleCompiler::state_node(const Condition& condition, const Binding& binding) {
  StateNode node;
  node.kind = condition.kind;
  for (const Condition& part : condition.parts)
    node.parts.push_back(state_node(part, binding));
  if (condition.kind != Condition::Kind::test) return node;
  const std::string_view path = condition.path;
  const std::size_t dot = path.find('.');
  for (const auto& [role, use] : binding.roles)
    if (use && dot != std::string_view::npos && path.substr(0, dot) == role) {
      add_test(node, condition, *use, path.substr(dot + 1), 0);
      return node;
    }
  if (binding.own)
    add_test(node, condition, *binding.own, path, 0);
  else
    for (const EntityUse& use : scenario_.entities)
      add_test(node, condition, use, path, symbols_.intern(use.id)); // of the attempt: whatever the trigger is about
  return node;
}

void RuleCompiler::add_test(StateNode& node, const Condition& condition, const EntityUse& use, std::string_view path, Symbol owner) {
  const std::size_t dot = path.find('.');
  const auto slot = slot_of(use, path.substr(0, dot));
  if (!slot) return;
  StateTest test;
  test.slot = *slot;
  test.direct = dot == std::string_view::npos;
  test.values = patterns_.words(condition.values);
  if (!test.direct)
    for (const EntityUse& other : scenario_.entities)
      if (const auto behind = slot_of(other, path.substr(dot + 1))) test.behind.emplace_back(symbols_.intern(other.id), *behind);
  node.tests.push_back(std::move(test));
  node.owners.push_back(owner);
}

} // namespace

base::Result<RuleSet> RuleSet::compile(const model::Scenario& scenario, model::Symbols& symbols) {
  auto compiled = std::make_shared<Compiled>();
  compiled->doctrine = scenario.doctrine;
  compiled->competencies = scenario.competencies;
  compiled->weight_rules = scenario.weight_rules;
  compiled->weight_steps = scenario.weight_steps;
  FH_CHECK(RuleCompiler(scenario, symbols, *compiled).run());
  RuleSet rule_set;
  rule_set.compiled_ = std::move(compiled);
  return rule_set;
}

} // namespace firsthand::judging
