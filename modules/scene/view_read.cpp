// See view_read.h.
#include "modules/scene/view_read.h"

#include <algorithm>

namespace firsthand::modules::scene {

namespace {

using session::Action;

bool was_done(const screens::StepScene& scene, model::Symbol entity, model::Symbol verb) {
  return std::any_of(scene.notebook.lines.begin(), scene.notebook.lines.end(),
                     [&](const report::NotebookLine& line) { return line.entity == entity && line.verb == verb; });
}

bool asks_for_words(const model::Cue& cue) {
  return std::any_of(cue.alarms.begin(), cue.alarms.end(), [&](const model::Alarm& alarm) {
    const auto says = std::find_if(cue.says.begin(), cue.says.end(), [&](const auto& each) { return each.first == alarm.value; });
    return says != cue.says.end() && screens::is_spoken(says->second);
  });
}

VerbChoice read_choice(const screens::StepScene& scene, const Thing& thing, model::Symbol symbol) {
  VerbChoice choice{symbol, report::verb_of(scene.prepared, thing.place->symbol, symbol), {}, false};
  for (const Action& action : scene.offers.actions)
    if (action.kind == Action::Kind::act && action.entity == thing.place->symbol && action.verb == symbol) choice.ways.push_back(&action);
  choice.used = was_done(scene, thing.place->symbol, symbol);
  return choice;
}

// Which line is which answer is not shown: all of them stand as one.
VerbChoice read_answers(const screens::StepScene& scene, const Thing& thing, const NoteQuestion& question) {
  VerbChoice choice{question.other, report::verb_of(scene.prepared, thing.place->symbol, question.other), {}, false, &question};
  for (const Action& action : scene.offers.actions)
    if (action.kind == Action::Kind::act && action.entity == question.by && question.takes_line(action.verb))
      choice.ways.push_back(&action);
  choice.used = was_done(scene, question.by, question.other);
  for (const NoteAnswer& answer : question.answers)
    choice.used = choice.used || was_done(scene, question.by, answer.verb);
  return choice;
}

// Who waits for a line of the notebook is answered by what stands for one, and by nothing else.
bool is_asked_for_notes(const SceneSpec& spec, const Thing& thing) {
  const auto& verbs = thing.place->verbs;
  return std::any_of(verbs.begin(), verbs.end(), [&](model::Symbol verb) { return spec.question(thing.place->symbol, verb) != nullptr; });
}

// Somebody who may say something that the author wants answered (`alarms`) is answered with whatever can be said to them.
bool can_be_asked_for(const screens::StepScene& scene, const Thing& thing, const model::Verb& verb) {
  if (thing.use->kind != model::EntityKind::person || verb.group != model::Group::ask) return false;
  const auto& cues = scene.prepared.scenario.model_of(*thing.use).cues;
  return std::any_of(cues.begin(), cues.end(), [&](const model::Cue& cue) { return asks_for_words(cue); });
}

VerbChoice read_choice(const screens::StepScene& scene, const SceneSpec& spec, const Thing& thing, model::Symbol symbol) {
  const NoteQuestion* question = spec.question(thing.place->symbol, symbol);
  if (question && question->takes_line(symbol) && symbol != question->other) return {};
  VerbChoice choice = question && symbol == question->other ? read_answers(scene, thing, *question) : read_choice(scene, thing, symbol);
  choice.answers_question = question != nullptr;
  choice.is_answer = choice.verb && (question || (!is_asked_for_notes(spec, thing) && can_be_asked_for(scene, thing, *choice.verb)));
  return choice;
}

// Of all answers with a line the first: they stand as one.
std::optional<int> came_up(const screens::StepScene& scene, const Thing& thing, const VerbChoice& choice) {
  std::optional<int> first;
  const auto hear = [&](model::Symbol verb) {
    if (const auto came = scene.came_up(thing.place->symbol, verb)) first = std::min(first.value_or(came->round), came->round);
  };
  hear(choice.symbol);
  if (choice.question)
    for (const NoteAnswer& answer : choice.question->answers)
      hear(answer.verb);
  return first;
}

// In the author's order at first; what comes up later comes last in its group, and nothing that was shown goes away. What answers from
// the notebook stands first, also once it is answered: a second press must meet nothing else. All of it follows from the attempt, so that
// the same key chooses the same when the lesson was left and is gone on with.
void read_verbs(const screens::StepScene& scene, const SceneSpec& spec, Thing& thing) {
  for (const model::Symbol symbol : thing.place->verbs) {
    VerbChoice choice = read_choice(scene, spec, thing, symbol);
    if (!choice.verb) continue;
    const std::optional<int> came = came_up(scene, thing, choice);
    if (!came && !choice.offered() && !choice.used) continue;
    choice.came = came.value_or(0);
    thing.groups[static_cast<std::size_t>(choice.verb->group)].push_back(std::move(choice));
  }
  const auto place = [](const VerbChoice& choice) { return std::pair(!choice.is_answer, choice.came); };
  for (auto& group : thing.groups)
    std::stable_sort(group.begin(), group.end(), [&](const VerbChoice& a, const VerbChoice& b) { return place(a) < place(b); });
}

bool was_looked_at(const screens::StepScene& scene, const Thing& thing) {
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

std::vector<int> outline_of(const Place& place, const screens::StageLayers& layers) {
  for (const auto& [thing, picture] : layers.shown)
    for (const auto& [shown, shape] : place.shapes)
      if (thing == place.entity && picture == shown) return shape;
  return place.shape;
}

// Of what has no layer of its own: an instrument lies there until it is used up.
bool stays_in_base(const Thing& thing) { return thing.use->kind != model::EntityKind::instrument; }

// It is in use, as far as can be seen: it is where the thing is that it is used on, and its own place is empty.
bool is_with_another(const screens::StepScene& scene, const Thing& thing) {
  return std::any_of(scene.prepared.scenario.entities.begin(), scene.prepared.scenario.entities.end(), [&](const model::EntityUse& use) {
    const model::Symbol other = scene.prepared.symbols.find(use.id);
    const auto& relations = scene.prepared.scenario.model_of(use).relations;
    return std::any_of(relations.begin(), relations.end(), [&](const model::Relation& relation) {
      return scene.prepared.scene.seen_relation(scene.seen, other, scene.prepared.symbols.find(relation.name)) == thing.place->symbol;
    });
  });
}

std::optional<Thing> read_thing(const screens::StepScene& scene, const SceneSpec& spec, const Place& place,
                                const screens::StageLayers& layers) {
  Thing thing;
  thing.place = &place;
  thing.use = report::entity_of(scene.prepared, place.symbol);
  if (!thing.use) return std::nullopt;
  read_verbs(scene, spec, thing);
  const bool shown = layers.shows(place.entity), has_layer = screens::has_layer(spec.picture, place.entity);
  if (!shown && !thing.offers_anything() && !(stays_in_base(thing) && !has_layer)) return std::nullopt;
  thing.in_picture = shown || (!has_layer && (stays_in_base(thing) || !is_with_another(scene, thing)));
  thing.name = screens::numbered_name(scene, *thing.use);
  thing.outline = outline_of(place, layers);
  thing.looked = was_looked_at(scene, thing);
  return thing;
}

// A task is under way if the relation that it sets to its keeper points to this person, in plain sight.
bool keeps(const screens::StepScene& scene, const model::EntityUse& thing, const model::Verb& verb, model::Symbol person) {
  const model::Symbol entity = scene.prepared.symbols.find(thing.id);
  return std::any_of(verb.effects.sets.begin(), verb.effects.sets.end(), [&](const model::Set& set) {
    return set.value == "by" && scene.prepared.scene.seen_relation(scene.seen, entity, scene.prepared.symbols.find(set.path)) == person;
  });
}

const model::Verb* doing_of(const screens::StepScene& scene, model::Symbol person) {
  for (const model::EntityUse& thing : scene.prepared.scenario.entities)
    for (const model::Verb& verb : scene.prepared.scenario.model_of(thing).verbs)
      if (verb.task && keeps(scene, thing, verb, person)) return &verb;
  return nullptr;
}

Helper read_helper(const screens::StepScene& scene, model::Symbol person) {
  Helper helper;
  helper.symbol = person;
  helper.use = report::entity_of(scene.prepared, person);
  helper.doing = doing_of(scene, person);
  for (const screens::SeenFact& fact : screens::seen_facts(scene, person))
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

bool Thing::offers_anything() const {
  return std::any_of(groups.begin(), groups.end(), [](const auto& group) {
    return std::any_of(group.begin(), group.end(), [](const VerbChoice& choice) { return choice.offered(); });
  });
}

const Thing* SceneReading::thing(model::Symbol entity) const {
  for (const Thing& each : things)
    if (each.place->symbol == entity) return &each;
  return nullptr;
}

const Helper* SceneReading::helper(model::Symbol person) const {
  for (const Helper& each : helpers)
    if (each.symbol == person) return &each;
  return nullptr;
}

SceneReading read_scene(const screens::StepScene& scene, const SceneSpec& spec) {
  SceneReading reading;
  reading.layers = screens::stage_layers(scene, spec.picture);
  for (const Place& place : spec.places)
    if (auto thing = read_thing(scene, spec, place, reading.layers)) reading.things.push_back(std::move(*thing));
  for (const model::Symbol person : spec.helpers)
    if (Helper helper = read_helper(scene, person); helper.use) {
      helper.away = screens::has_layer(spec.picture, helper.use->id) && !reading.layers.shows(helper.use->id);
      reading.helpers.push_back(std::move(helper));
    }
  reading.news = screens::news_of(scene);
  return reading;
}

base::Seconds last_seen_at(const screens::StepScene& scene, model::Symbol entity) {
  base::Seconds last = base::never;
  for (const screens::SeenFact& fact : screens::seen_facts(scene, entity))
    last = std::max(last, fact.at);
  return last;
}

// That somebody is silent again is no news.
base::Seconds last_news_at(const screens::StepScene& scene, model::Symbol person) {
  base::Seconds last = base::never;
  for (const screens::SeenFact& fact : screens::seen_facts(scene, person))
    if (!fact.words.empty()) last = std::max(last, fact.at);
  const report::NotebookLine* said = newest_said(scene, person);
  return said ? std::max(last, said->at) : last;
}

const report::NotebookLine* newest_said(const screens::StepScene& scene, model::Symbol person) {
  const auto& lines = scene.notebook.lines;
  for (auto line = lines.rbegin(); line != lines.rend(); ++line)
    if (line->kind == report::NotebookLine::Kind::said && line->entity == person && line->text) return &*line;
  return nullptr;
}

} // namespace firsthand::modules::scene
