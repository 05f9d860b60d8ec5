// See reach.h.
#include "engine/reading/reach.h"

#include <algorithm>
#include <map>

namespace firsthand::reading {

namespace {

using model::Condition;
using model::Id;

bool is_word_test(const Condition& condition) {
  return condition.kind == Condition::Kind::test && condition.compare == model::Compare::is_one_of;
}

// What one "and" asks of each name: the values that fit every test so far.
class Wants {
 public:
  void add(const Condition& part, FindingCollector& findings) {
    if (part.kind == Condition::Kind::all)
      for (const Condition& inner : part.parts)
        add(inner, findings);
    else if (is_word_test(part))
      narrow(
          part, [&part](const Id& value) { return has(part.values, value); }, findings);
    else if (part.kind == Condition::Kind::none)
      for (const Condition& inner : part.parts)
        if (is_word_test(inner)) without(inner, findings);
  }

 private:
  struct Wanted {
    std::vector<Id> values;
    bool told = false;
  };
  static bool has(const std::vector<Id>& values, const Id& value) { return std::find(values.begin(), values.end(), value) != values.end(); }

  void without(const Condition& test, FindingCollector& findings) {
    not_.push_back(&test);
    if (wanted_.count(test.path))
      narrow(
          test, [&test](const Id& value) { return !has(test.values, value); }, findings);
  }

  template<class Fits> void narrow(const Condition& test, const Fits& fits, FindingCollector& findings) {
    const auto [found, is_new] = wanted_.try_emplace(test.path, Wanted{test.values, false});
    std::vector<Id>& values = found->second.values;
    if (!is_new) std::erase_if(values, [&fits](const Id& value) { return !fits(value); });
    if (is_new)
      for (const Condition* other : not_)
        if (other->path == test.path) std::erase_if(values, [other](const Id& value) { return has(other->values, value); });
    if (!values.empty() || found->second.told) return;
    found->second.told = true;
    findings.add("F0609", test.where, {{"name", test.path}});
  }

  std::map<std::string, Wanted> wanted_;
  std::vector<const Condition*> not_;
};

bool certainly(const model::Branch& branch) { return branch.when.kind == Condition::Kind::always; }

std::size_t place_of(const std::vector<model::Step>& steps, const Id& id) {
  return static_cast<std::size_t>(std::find_if(steps.begin(), steps.end(), [&id](const model::Step& step) { return step.id == id; }) -
                                  steps.begin());
}

bool any_model(const Models& models, const auto& is_it) {
  return std::any_of(models.begin(), models.end(), [&is_it](const model::EntityModel* model) { return is_it(*model); });
}

bool any_has_trait(const Models& models, const Id& trait) {
  return any_model(models, [&trait](const model::EntityModel& model) { return has_trait(model, trait); });
}

bool any_verb(const Models& models, const auto& is_it) {
  return any_model(models,
                   [&is_it](const model::EntityModel& model) { return std::any_of(model.verbs.begin(), model.verbs.end(), is_it); });
}

bool any_has_tag(const Models& models, const Id& tag) {
  return any_verb(models,
                  [&tag](const model::Verb& verb) { return std::find(verb.tags.begin(), verb.tags.end(), tag) != verb.tags.end(); });
}

bool any_has_event(const Models& models, const Id& name) {
  return std::any_of(models.begin(), models.end(), [&](const model::EntityModel* model) {
    return std::any_of(model->events.begin(), model->events.end(), [&](const model::Event& event) { return event.name == name; });
  });
}

bool any_has_verb(const Models& models, const Id& name) {
  return any_verb(models, [&name](const model::Verb& verb) { return verb.name == name; });
}

bool is_of_verbs(const model::FactPattern& pattern) {
  using model::FactKind;
  return pattern.kind == FactKind::begun || pattern.kind == FactKind::done || pattern.kind == FactKind::failed ||
         pattern.kind == FactKind::cut_short;
}

// None of them: the first is named. Nothing if one is there, or none is asked for.
std::optional<Id> all_missing(const std::vector<Id>& words, const auto& is_there) {
  if (words.empty() || std::any_of(words.begin(), words.end(), is_there)) return std::nullopt;
  return words.front();
}

} // namespace

void check_possible(const Condition& condition, FindingCollector& findings) {
  if (condition.kind == Condition::Kind::all) Wants().add(condition, findings);
  for (const Condition& part : condition.parts)
    if (part.kind != Condition::Kind::all || condition.kind != Condition::Kind::all) check_possible(part, findings);
}

void check_reachable(const std::vector<model::Step>& steps, FindingCollector& findings) {
  std::vector<bool> reached(steps.size() + 1, false);
  std::vector<const model::Step*> passed_by(steps.size() + 1, nullptr);
  reached[0] = true;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (!reached[i]) continue;
    bool goes_on = true;
    for (const model::Branch& branch : steps[i].then) {
      const std::size_t place = place_of(steps, branch.step);
      reached[place] = true;
      if (certainly(branch) && place < steps.size()) goes_on = false; // where it goes nowhere, that is another finding
    }
    reached[i + 1] = reached[i + 1] || goes_on || steps[i].only_if.kind != Condition::Kind::always;
    if (!goes_on) passed_by[i + 1] = &steps[i];
  }
  for (std::size_t i = 1; i < steps.size(); ++i) {
    if (!passed_by[i]) passed_by[i] = passed_by[i - 1];
    if (!reached[i])
      findings.add("F0608", steps[i].where, {{"step", steps[i].id}, {"from", passed_by[i] ? passed_by[i]->id : steps[0].id}});
  }
}

void check_breakable(const model::Doctrine& doctrine, const Models& models, FindingCollector& findings) {
  for (const model::Rule& rule : doctrine.rules) {
    const auto tell = [&](const model::Where& owner, const char* kind, const std::optional<Id>& word) {
      if (word) findings.add("F0508", findings.place_of(owner, *word), {{"rule", rule.id}, {"kind", kind}, {"word", *word}});
    };
    tell(rule.where, "trait", all_missing(rule.each_traits, [&](const Id& trait) { return any_has_trait(models, trait); }));
    for (const Id& event : rule.against)
      if (!any_has_event(models, event)) findings.add("F0517", findings.place_of(rule.where, event), {{"rule", rule.id}, {"event", event}});
    const auto& pattern = rule.on ? rule.on : rule.never;
    if (!pattern || !is_of_verbs(*pattern)) continue;
    tell(pattern->where, "tag", all_missing(pattern->tags, [&](const Id& tag) { return any_has_tag(models, tag); }));
    tell(pattern->where, "verb", all_missing(pattern->names, [&](const Id& name) { return any_has_verb(models, name); }));
  }
}

} // namespace firsthand::reading
