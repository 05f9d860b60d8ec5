// What is still under way in a scene, as far as it was seen: who leaves it is asked once whether that is meant.
#include "modules/scene/view_read.h"

#include <algorithm>

#include <fmt/format.h>

namespace firsthand::modules::scene {

namespace {

// What is seen says just what the model counts the time of: somebody is coming, somebody is losing patience.
bool leads_somewhere(const model::EntityModel& model, const model::Cue& cue, const std::string& value) {
  return std::any_of(cue.cases.begin(), cue.cases.end(), [&](const model::Case& each) {
    return each.value == value && std::any_of(model.events.begin(), model.events.end(), [&](const model::Event& event) {
             return event.trigger == model::Trigger::holds_for && is_same(event.condition, each.when);
           });
  });
}

bool is_alarming(const model::Cue& cue, const std::string& value) {
  return std::any_of(cue.alarms.begin(), cue.alarms.end(), [&](const model::Alarm& each) { return each.value == value; });
}

// In assessed work nobody is told what must not be passed over.
bool is_open(const screens::StepScene& scene, const model::EntityUse& use, const model::Cue& cue, const std::string& value) {
  if (scene.mode == session::Mode::practice && is_alarming(cue, value)) return true;
  return use.kind == model::EntityKind::person && leads_somewhere(scene.prepared.scenario.model_of(use), cue, value);
}

} // namespace

std::vector<std::string> under_way(const screens::StepScene& scene, const SceneSpec& spec) {
  std::vector<std::string> open;
  for (const Place& place : spec.places) {
    const model::EntityUse* use = report::entity_of(scene.prepared, place.symbol);
    if (!use) continue;
    for (const model::Cue& cue : scene.prepared.scenario.model_of(*use).cues) {
      const model::Symbol name = scene.prepared.symbols.find(cue.name);
      const model::Symbol value = cue.reads.empty() ? scene.prepared.scene.seen_value(scene.seen, place.symbol, name) : 0;
      if (value == 0 || !is_open(scene, *use, cue, scene.prepared.symbols.word(value))) continue;
      if (const model::Text* words = report::cue_words(scene.prepared, place.symbol, name, value))
        open.push_back(fmt::format("{}: {}", screens::numbered_name(scene, *use), scene.say(*words)));
    }
  }
  return open;
}

} // namespace firsthand::modules::scene
