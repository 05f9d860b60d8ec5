// Scenario, modules' specs, scene and rules brought together under one table of words.
#include "engine/session/session.h"

#include <fmt/format.h>

#include <algorithm>

namespace firsthand::session {
namespace {

using model::Scenario;

std::optional<std::size_t> step_index(const Scenario& scenario, std::string_view id) {
  for (std::size_t i = 0; i < scenario.steps.size(); ++i)
    if (scenario.steps[i].id == id) return i;
  return std::nullopt;
}

std::shared_ptr<const Spec> spec_of(const std::vector<StepSpec>& specs, std::string_view step) {
  for (const StepSpec& each : specs)
    if (each.step == step) return each.spec;
  return nullptr;
}

base::Result<Prepared::Step> prepare_step(Prepared& prepared, std::size_t index, const std::vector<StepSpec>& specs,
                                          const Catalogue& catalogue) {
  const model::Step& written = prepared.scenario.steps[index];
  Prepared::Step step;
  step.id = prepared.symbols.intern(written.id);
  step.kind = prepared.symbols.intern(written.kind);
  step.module = catalogue.find(written.kind);
  if (!step.module) return base::fail("unknown-step-kind", fmt::format("No module is called {} (step {}).", written.kind, written.id));
  step.spec = spec_of(specs, written.id);
  if (!step.spec) return base::fail("step-not-read", fmt::format("The step {} was not read by its module.", written.id));
  for (const model::Branch& branch : written.then) {
    const auto target = step_index(prepared.scenario, branch.step);
    if (!target || *target <= index)
      return base::fail("then-not-forward", fmt::format("From {} one cannot go to {}.", written.id, branch.step));
    step.then.push_back(*target);
  }
  return step;
}

std::size_t last_in_scene(const Prepared& prepared) {
  std::size_t last = prepared.steps.size();
  for (std::size_t i = 0; i < prepared.steps.size(); ++i)
    if (prepared.steps[i].module->acts_in_scene()) last = i;
  return last;
}

bool reads_notebook(const Prepared& prepared) {
  return std::any_of(prepared.steps.begin(), prepared.steps.end(),
                     [](const Prepared::Step& step) { return step.module->reads_notebook(*step.spec); });
}

// Every draw of the content and what may come of it.
template<class Visit> void visit_draws(const Scenario& scenario, const Visit& visit) {
  for (const model::EntityUse& use : scenario.entities) {
    const model::EntityModel& kind = scenario.model_of(use);
    for (const model::StateVariable& variable : kind.state)
      for (const model::Weighted& odds : variable.drawn)
        visit(use.id, variable.name, odds.outcome);
    for (const model::Setting& setting : kind.settings)
      for (const model::Setting::Choice& choice : setting.choices)
        if (setting.choices.size() > 1) visit(use.id, setting.name, base::duration_words(choice.seconds));
    for (const model::Event& event : kind.events)
      for (const model::Weighted& odds : event.odds)
        visit(use.id, event.chance, odds.outcome);
  }
}

} // namespace

base::Result<PreparedPtr> prepare(Scenario scenario, model::Symbols symbols, const std::vector<StepSpec>& specs, const Catalogue& catalogue,
                                  const Hashes& hashes) {
  if (scenario.steps.empty()) return base::fail("no-steps", fmt::format("The scenario {} has no steps.", scenario.id));
  auto prepared = std::make_shared<Prepared>();
  prepared->scenario = std::move(scenario);
  prepared->symbols = std::move(symbols);
  prepared->rules_hash = hashes.rules;
  prepared->shown_hash = hashes.shown;
  FH_TRY(scene, simulation::Scene::prepare(prepared->scenario, prepared->symbols));
  prepared->scene = std::move(scene);
  for (std::size_t i = 0; i < prepared->scenario.steps.size(); ++i) {
    FH_TRY(step, prepare_step(*prepared, i, specs, catalogue));
    prepared->steps.push_back(std::move(step));
  }
  prepared->last_in_scene = last_in_scene(*prepared);
  prepared->reads_notebook = reads_notebook(*prepared);
  FH_TRY(rule_set, judging::RuleSet::compile(prepared->scenario, prepared->symbols));
  prepared->rule_set = std::move(rule_set);
  const auto intern = [&](const char* word) { return prepared->symbols.intern(word); };
  prepared->words = {intern("learner"), intern("passed"), intern("failed"), intern("closed")};
  return PreparedPtr(std::move(prepared));
}

std::optional<simulation::FixedDraw> unknown_fixed_draw(const Prepared& prepared, const std::vector<simulation::FixedDraw>& fixed_draws) {
  for (const simulation::FixedDraw& fixed : fixed_draws) {
    bool known = false;
    visit_draws(prepared.scenario, [&](const model::Id& entity, const model::Id& draw, const std::string& outcome) {
      known = known || (fixed.draw == entity + "." + draw && fixed.outcome == outcome);
    });
    if (!known) return fixed;
  }
  return std::nullopt;
}

std::vector<std::string> draws_of(const Prepared& prepared) {
  std::vector<std::string> all;
  visit_draws(prepared.scenario, [&](const model::Id& entity, const model::Id& draw, const std::string& outcome) {
    all.push_back(fmt::format("{}.{} {}", entity, draw, outcome));
  });
  return all;
}

simulation::Seed seed_of(crypto::Bytes key, std::string_view person, const crypto::Hash& rules_hash, int attempt_number) {
  const std::string message = fmt::format("firsthand-seed-1\n{}\n{}\n{}", person, rules_hash.hex(), attempt_number);
  return {crypto::hmac_sha256(key, message).bytes};
}

const model::Test* test_of(const Prepared& prepared) {
  for (const Prepared::Step& step : prepared.steps)
    if (const model::Test* test = step.module->test(*step.spec)) return test;
  return nullptr;
}

Paper paper_for(const Prepared& prepared, std::size_t form, const simulation::Seed& seed) {
  for (const Prepared::Step& step : prepared.steps)
    if (Paper paper = step.module->paper(*step.spec, form, seed); !paper.empty()) return paper;
  return {};
}

} // namespace firsthand::session
