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

const model::Alarm* alarm_of(const model::Cue& cue, const std::string& value) {
  const auto found = std::find_if(cue.alarms.begin(), cue.alarms.end(), [&](const model::Alarm& each) { return each.value == value; });
  return found == cue.alarms.end() ? nullptr : &*found;
}

bool answers(const screens::StepScene& scene, const model::Alarm& alarm, model::Symbol verb) {
  return verb != 0 && std::find(alarm.answers.begin(), alarm.answers.end(), scene.prepared.symbols.word(verb)) != alarm.answers.end();
}

// What was seen of a thing stays seen after it was answered, and after the thing was given away: neither is still under way. An alarm is,
// from when it was seen until one of the verbs that answer it was done, while one of them can be done here at all.
bool is_unanswered(const screens::StepScene& scene, const model::Alarm& alarm, base::Seconds seen_at) {
  const auto& lines = scene.notebook.lines;
  const auto& offered = scene.offers.actions;
  return std::any_of(offered.begin(), offered.end(), [&](const session::Action& each) { return answers(scene, alarm, each.verb); }) &&
         std::none_of(lines.begin(), lines.end(), [&](const report::NotebookLine& line) {
           return line.at >= seen_at && line.kind != report::NotebookLine::Kind::failed && answers(scene, alarm, line.verb);
         });
}

struct SeenCue {
  const model::EntityUse& use;
  const model::Cue& cue;
  model::Symbol value;
  base::Seconds at; // when it was seen last
};

// In assessed work nobody is told what must not be passed over.
bool is_open(const screens::StepScene& scene, const SeenCue& seen) {
  const std::string& value = scene.prepared.symbols.word(seen.value);
  const model::Alarm* alarm = scene.mode == session::Mode::practice ? alarm_of(seen.cue, value) : nullptr;
  if (alarm && is_unanswered(scene, *alarm, seen.at)) return true;
  return seen.use.kind == model::EntityKind::person && leads_somewhere(scene.prepared.scenario.model_of(seen.use), seen.cue, value);
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
      if (value == 0 || !is_open(scene, {*use, cue, value, scene.prepared.scene.seen_at(scene.seen, place.symbol, name)})) continue;
      if (const model::Text* words = report::cue_words(scene.prepared, place.symbol, name, value))
        open.push_back(fmt::format("{}: {}", screens::numbered_name(scene, *use), scene.say(*words)));
    }
  }
  return open;
}

} // namespace firsthand::modules::scene
