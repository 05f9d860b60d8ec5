// Answers what a kind of step asks about the scenario around it.
#include "engine/reading/context.h"

#include "engine/base/utf8.h"
#include "engine/reading/test.h"

#include <fmt/format.h>

#include <algorithm>

namespace firsthand::reading {
namespace {

using model::EntityKind;
using model::Id;

constexpr std::size_t most_verbs = 7;

template<class List> std::vector<Id> names_in(const List& list) {
  std::vector<Id> names;
  for (const auto& one : list)
    names.push_back(one.name);
  return names;
}

} // namespace

std::vector<Id> ScenarioContext::entities() const {
  std::vector<Id> ids;
  for (const model::EntityUse& use : scenario_.entities)
    ids.push_back(use.id);
  return ids;
}

std::vector<Id> ScenarioContext::entities(EntityKind kind) const {
  std::vector<Id> ids;
  for (const model::EntityUse& use : scenario_.entities)
    if (use.kind == kind) ids.push_back(use.id);
  return ids;
}

const model::EntityModel* ScenarioContext::model_of(std::string_view entity) const {
  const model::EntityUse* use = scenario_.entity(entity);
  return use ? &scenario_.model_of(*use) : nullptr;
}

std::vector<Id> ScenarioContext::verbs_of(std::string_view entity) const {
  const model::EntityModel* model = model_of(entity);
  return model ? names_in(model->verbs) : std::vector<Id>();
}

std::vector<Id> ScenarioContext::cues_of(std::string_view entity) const {
  const model::EntityModel* model = model_of(entity);
  return model ? names_in(model->cues) : std::vector<Id>();
}

std::vector<std::string> ScenarioContext::positions() const {
  std::vector<std::string> all;
  for (const model::Position& position : scenario_.doctrine.positions)
    for (const auto* names : {&position.right, &position.defensible})
      for (const Id& name : *names)
        all.push_back(fmt::format("{}/{}", position.question, name));
  return all;
}

bool ScenarioContext::check_entity(const Id& id, const std::vector<EntityKind>& kinds, const model::Where& where,
                                   FindingCollector& findings) const {
  const model::EntityUse* use = scenario_.entity(id);
  if (use && (kinds.empty() || std::find(kinds.begin(), kinds.end(), use->kind) != kinds.end())) return true;
  std::vector<Id> known = kinds.empty() ? entities() : std::vector<Id>();
  for (const EntityKind kind : kinds)
    for (const Id& one : entities(kind))
      known.push_back(one);
  findings.unknown("F0401", where, {{"id", id}}, id, known);
  return false;
}

Id ScenarioContext::entity(Fields& fields, std::string_view key, std::vector<EntityKind> kinds, Need need) const {
  const Id id = fields.id(key, need);
  return !id.empty() && check_entity(id, kinds, fields.where(key), fields.findings()) ? id : Id();
}

std::vector<Id> ScenarioContext::entity_list(Fields& fields, std::string_view key, std::vector<EntityKind> kinds, Need need) const {
  std::vector<Id> good;
  for (const Id& id : fields.ids(key, need))
    if (check_entity(id, kinds, fields.where(key), fields.findings())) good.push_back(id);
  return good;
}

// Of a question that is known, an answer that nearly is.
bool ScenarioContext::is_misspelt(const std::string& position) const {
  const std::size_t slash = position.find('/');
  const std::string answer = position.substr(slash + 1);
  std::vector<Id> known;
  for (const std::string& one : positions())
    if (one.starts_with(position.substr(0, slash + 1))) known.push_back(one.substr(slash + 1));
  const bool is_held = std::find(known.begin(), known.end(), answer) != known.end();
  return answer.size() > 3 && !is_held && base::did_you_mean(answer, known); // "A" and "C" are no slips of each other
}

std::string ScenarioContext::position(Fields& fields, std::string_view key) const {
  const std::string text = fields.plain(key, Need::optional);
  const model::Node* node = fields.any(key, Need::optional);
  if (!node || node->kind != model::Node::Kind::scalar) return {};
  const std::string question = text.substr(0, text.find('/'));
  const auto asks = [&](const model::Position& position) { return position.question == question; };
  const auto& known = scenario_.doctrine.positions;
  const bool is_known = text.find('/') != text.npos && std::any_of(known.begin(), known.end(), asks);
  if (is_known && !is_misspelt(text)) return text;
  if (scenario_.doctrine.id.empty()) return {}; // that is told where the doctrine is named
  fields.findings().unknown("F0606", fields.where(key), {{"position", text}, {"doctrine", scenario_.doctrine.id}}, text, positions());
  return {};
}

std::vector<Id> ScenarioContext::verbs(Fields& fields, std::string_view key, std::string_view entity, Need need) const {
  const std::vector<Id> known = verbs_of(entity);
  const bool chosen = fields.has(key);
  std::vector<Id> verbs;
  const std::vector<Id> asked = fields.ids(key, need);
  if (const model::EntityModel* model = model_of(entity); !model || model->id.empty()) return {}; // told where it is named
  for (const Id& verb : asked) {
    if (std::find(known.begin(), known.end(), verb) != known.end())
      verbs.push_back(verb);
    else
      fields.findings().unknown("F0607", fields.where(key), {{"verb", verb}, {"entity", std::string(entity)}}, verb, known);
  }
  if (!chosen) verbs = known;
  if (verbs.size() > most_verbs)
    fields.findings().add("F0605", fields.where(key), {{"entity", std::string(entity)}, {"count", fmt::format("{}", verbs.size())}});
  return verbs;
}

model::Condition ScenarioContext::seen_condition(const model::Node& node, std::string_view entity, FindingCollector& findings) const {
  model::Condition condition = read_condition(node, findings);
  const model::EntityModel* model = model_of(entity);
  if (model && !model->id.empty()) names_.check(condition, {{model}, nullptr, Knowing::seen});
  return condition;
}

model::Condition ScenarioContext::seen_condition(Fields& fields, std::string_view key, Need need) const {
  return condition(fields, key, need, Knowing::seen);
}

model::Condition ScenarioContext::true_condition(Fields& fields, std::string_view key, Need need) const {
  return condition(fields, key, need, Knowing::truth);
}

model::Condition ScenarioContext::condition(Fields& fields, std::string_view key, Need need, Knowing knowing) const {
  model::Condition condition = fields.condition(key, need);
  Names::Entities known;
  for (const model::EntityUse& use : scenario_.entities)
    known.emplace_back(use.id, &scenario_.model_of(use));
  names_.check_paths(condition, known, knowing);
  return condition;
}

std::string ScenarioContext::picture(Fields& fields, std::string_view key, Need need) const {
  const std::string name = fields.shown(key, need);
  const model::Node* node = fields.any(key, Need::optional);
  return name.empty() || !node ? std::string() : picture(*node, name, fields.findings());
}

std::string ScenarioContext::picture(const model::Node& named_by, std::string_view name, FindingCollector& findings) const {
  findings.mark_shown(named_by);
  if (name.starts_with("assets:")) {
    const std::string_view file = name.substr(7);
    const std::string path = fmt::format("assets/pictures/{}", file);
    return gather_.picture(path, std::string(name), named_by.where) ? path : std::string();
  }
  const std::string path = fmt::format("{}{}{}", folder_, name.starts_with("pictures/") ? "" : "pictures/", name);
  return gather_.picture(path, std::string(name), named_by.where) ? path : std::string();
}

// Tests stand beside the lessons of a course: courses/<course>/tests/.
model::Test ScenarioContext::test(Fields& fields, std::string_view key) const {
  const Id id = fields.id(key);
  if (id.empty()) return {};
  const std::string_view own = std::string_view(folder_).substr(0, folder_.size() - 1);
  return read_test(gather_, vocabulary_, fmt::format("{}tests/", folder_of(own)), id, fields.where(key));
}

} // namespace firsthand::reading
