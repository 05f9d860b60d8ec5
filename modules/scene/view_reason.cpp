// Why a verb that stands there cannot be done now, where what was seen says so: nothing is told that was not seen.
#include "modules/scene/view_read.h"

#include "engine/screens/play/news.h"

#include <algorithm>

namespace firsthand::modules::scene {

namespace {

// A thing that the learner keeps hold of, other than this one.
const model::EntityUse* held_instead(const screens::StepScene& scene, const Thing& thing) {
  const model::Symbol learner = scene.prepared.words.learner;
  const model::EntityUse* self = report::entity_of(scene.prepared, learner);
  if (!self) return nullptr;
  for (const model::Relation& relation : scene.prepared.scenario.model_of(*self).relations) {
    if (!relation.binds_hands) continue;
    const model::Symbol held = scene.prepared.scene.seen_relation(scene.seen, learner, scene.prepared.symbols.find(relation.name));
    if (held != 0 && held != thing.place->symbol) return report::entity_of(scene.prepared, held);
  }
  return nullptr;
}

// The cue that keeps it from being offered, in words; what somebody said last is no reason.
std::string seen_against(const screens::StepScene& scene, const Thing& thing, const model::Condition& offered) {
  if (scene.prepared.scene.seen_holds(scene.seen, thing.place->symbol, offered)) return {};
  if (offered.kind == model::Condition::Kind::all)
    for (const model::Condition& part : offered.parts)
      if (std::string words = seen_against(scene, thing, part); !words.empty()) return words;
  if (offered.kind != model::Condition::Kind::test) return {};
  const model::Symbol cue = scene.prepared.symbols.find(offered.path);
  const model::Symbol value = cue == 0 ? 0 : scene.prepared.scene.seen_value(scene.seen, thing.place->symbol, cue);
  const model::Text* words = value == 0 ? nullptr : report::cue_words(scene.prepared, thing.place->symbol, cue, value);
  return words && !screens::is_spoken(*words) ? scene.say(*words) : std::string();
}

// What can come to be seen against it, in words.
void add_words_against(const screens::StepScene& scene, const Thing& thing, const model::Condition& offered,
                       std::vector<std::string>& all) {
  for (const model::Condition& part : offered.parts)
    add_words_against(scene, thing, part, all);
  if (offered.kind != model::Condition::Kind::test) return;
  const model::Symbol cue = scene.prepared.symbols.find(offered.path);
  const model::Cue* shown = cue == 0 ? nullptr : report::cue_of(scene.prepared, thing.place->symbol, cue);
  if (!shown) return;
  for (const auto& [value, words] : shown->says) {
    const bool fits = std::find(offered.values.begin(), offered.values.end(), value) != offered.values.end();
    if (!fits && !words.empty() && !screens::is_spoken(words)) all.push_back(scene.say(words));
  }
}

// What a learner's hands can hold instead: of a thing that has them whole.
void add_held(const screens::StepScene& scene, const Thing& thing, std::vector<std::string>& all) {
  for (const model::EntityUse& use : scene.prepared.scenario.entities)
    if (use.kind == model::EntityKind::exhibit && use.id != thing.place->entity)
      all.push_back(scene.words.tr("scene", "Your hands hold: {thing}", {{"thing", scene.say(use.name)}}));
}

bool is_by_hand(const model::Verb& verb) { return verb.group == model::Group::touch || verb.group == model::Group::secure; }

bool can_hands_be_bound(const screens::StepScene& scene) {
  const model::EntityUse* self = report::entity_of(scene.prepared, scene.prepared.words.learner);
  if (!self) return false;
  const auto& relations = scene.prepared.scenario.model_of(*self).relations;
  return std::any_of(relations.begin(), relations.end(), [](const model::Relation& relation) { return relation.binds_hands; });
}

} // namespace

std::vector<std::string> reasons_not_now(const screens::StepScene& scene, const Thing& thing, const model::Verb& verb) {
  std::vector<std::string> all;
  add_words_against(scene, thing, verb.offered, all);
  for (std::string& words : all)
    words = scene.words.tr("scene", "Not now: {why}", {{"why", words}});
  if (is_by_hand(verb) && can_hands_be_bound(scene)) add_held(scene, thing, all);
  return all;
}

std::string why_not_now(const screens::StepScene& scene, const Thing& thing, const model::Verb& verb) {
  if (const std::string seen = seen_against(scene, thing, verb.offered); !seen.empty())
    return scene.words.tr("scene", "Not now: {why}", {{"why", seen}});
  const model::EntityUse* held = is_by_hand(verb) ? held_instead(scene, thing) : nullptr;
  return held ? scene.words.tr("scene", "Your hands hold: {thing}", {{"thing", scene.say(held->name)}}) : std::string();
}

} // namespace firsthand::modules::scene
