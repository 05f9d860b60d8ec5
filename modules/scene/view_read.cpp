// See view_read.h.
#include "modules/scene/view_read.h"

#include <algorithm>

namespace firsthand::modules::scene {

namespace {

using session::Action;

void add_way(std::vector<VerbChoice>& group, const model::Verb* verb, const Action& action) {
  for (VerbChoice& choice : group)
    if (choice.verb == verb) {
      choice.ways.push_back(&action);
      return;
    }
  group.push_back({verb, {&action}});
}

// In the author's order of the place's verbs, whatever order the offers come in.
void read_verbs(const ui::StepScene& scene, Thing& thing) {
  for (const model::Symbol verb : thing.place->verbs)
    for (const Action& action : scene.offers.actions) {
      if (action.kind != Action::Kind::act || action.entity != thing.place->symbol || action.verb != verb) continue;
      const model::Verb* words = report::verb_of(scene.prepared, action.entity, verb);
      if (words) add_way(thing.groups[static_cast<std::size_t>(words->group)], words, action);
    }
}

bool offers_anything(const Thing& thing) {
  return std::any_of(thing.groups.begin(), thing.groups.end(), [](const auto& group) { return !group.empty(); });
}

bool was_looked_at(const ui::StepScene& scene, const Thing& thing) {
  for (const model::Cue& cue : scene.prepared.scenario.model_of(*thing.use).cues)
    if (cue.seeing == model::Seeing::reveal &&
        scene.prepared.scene.seen_at(scene.seen, thing.place->symbol, scene.prepared.symbols.find(cue.name)) != base::never)
      return true;
  for (const report::NotebookLine& line : scene.notebook.lines) {
    if (line.entity != thing.place->symbol || line.verb == 0) continue;
    const model::Verb* verb = report::verb_of(scene.prepared, line.entity, line.verb);
    if (verb && verb->group == model::Group::look) return true;
  }
  return false;
}

std::vector<int> outline_of(const Place& place, const ui::StageLayers& layers) {
  for (const auto& [thing, picture] : layers.shown)
    for (const auto& [shown, shape] : place.shapes)
      if (thing == place.entity && picture == shown) return shape;
  return place.shape;
}

std::optional<Thing> read_thing(const ui::StepScene& scene, const SceneSpec& spec, const Place& place, const ui::StageLayers& layers) {
  Thing thing;
  thing.place = &place;
  thing.use = report::entity_of(scene.prepared, place.symbol);
  if (!thing.use) return std::nullopt;
  read_verbs(scene, thing);
  const bool shown = layers.shows(place.entity);
  if (!shown && !offers_anything(thing)) return std::nullopt;
  thing.in_picture = shown || !ui::has_layer(spec.picture, place.entity);
  thing.name = ui::numbered_name(scene, *thing.use);
  thing.outline = outline_of(place, layers);
  thing.looked = was_looked_at(scene, thing);
  return thing;
}

// A task is under way if the relation that it sets to its keeper points to this person, in plain sight.
bool keeps(const ui::StepScene& scene, const model::EntityUse& thing, const model::Verb& verb, model::Symbol person) {
  const model::Symbol entity = scene.prepared.symbols.find(thing.id);
  return std::any_of(verb.effects.sets.begin(), verb.effects.sets.end(), [&](const model::Set& set) {
    return set.value == "by" && scene.prepared.scene.seen_relation(scene.seen, entity, scene.prepared.symbols.find(set.path)) == person;
  });
}

const model::Verb* doing_of(const ui::StepScene& scene, model::Symbol person) {
  for (const model::EntityUse& thing : scene.prepared.scenario.entities)
    for (const model::Verb& verb : scene.prepared.scenario.model_of(thing).verbs)
      if (verb.task && keeps(scene, thing, verb, person)) return &verb;
  return nullptr;
}

Helper read_helper(const ui::StepScene& scene, model::Symbol person) {
  Helper helper;
  helper.symbol = person;
  helper.use = report::entity_of(scene.prepared, person);
  helper.doing = doing_of(scene, person);
  for (const ui::SeenFact& fact : ui::seen_facts(scene, person))
    if (helper.looks.empty()) helper.looks = fact.words;
  for (const Action& action : scene.offers.actions) {
    if (action.kind != Action::Kind::task || action.by != person) continue;
    const model::Verb* verb = report::verb_of(scene.prepared, action.entity, action.verb);
    const model::EntityUse* thing = report::entity_of(scene.prepared, action.entity);
    if (verb && thing && verb != helper.doing) helper.tasks.push_back({verb, thing, &action});
  }
  return helper;
}

} // namespace

const Thing* SceneReading::thing(model::Symbol entity) const {
  for (const Thing& each : things)
    if (each.place->symbol == entity) return &each;
  return nullptr;
}

SceneReading read_scene(const ui::StepScene& scene, const SceneSpec& spec) {
  SceneReading reading;
  reading.layers = ui::stage_layers(scene, spec.picture);
  for (const Place& place : spec.places)
    if (auto thing = read_thing(scene, spec, place, reading.layers)) reading.things.push_back(std::move(*thing));
  for (const model::Symbol person : spec.helpers)
    if (Helper helper = read_helper(scene, person); helper.use) reading.helpers.push_back(std::move(helper));
  return reading;
}

base::Seconds last_seen_at(const ui::StepScene& scene, model::Symbol entity) {
  base::Seconds last = base::never;
  for (const ui::SeenFact& fact : ui::seen_facts(scene, entity))
    last = std::max(last, fact.at);
  return last;
}

const report::NotebookLine* newest_said(const ui::StepScene& scene, model::Symbol person) {
  const auto& lines = scene.notebook.lines;
  for (auto line = lines.rbegin(); line != lines.rend(); ++line)
    if (line->kind == report::NotebookLine::Kind::said && line->entity == person && line->text) return &*line;
  return nullptr;
}

int tallest_group(const SceneReading& reading) {
  std::size_t most = 0;
  for (const Thing& thing : reading.things)
    for (const auto& group : thing.groups)
      most = std::max(most, group.size());
  return static_cast<int>(most);
}

} // namespace firsthand::modules::scene
