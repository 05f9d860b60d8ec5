#include "engine/content/test_lint.h"

#include "engine/assessment/form.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace firsthand::content {

namespace {

using model::Findings;
using model::Id;
using model::Item;

Findings shortages(const model::Test& test) {
  Findings findings;
  for (const assessment::Shortage& one : assessment::assemble(test).shortages)
    findings.push_back(
        {one.competency.empty() ? "F1342" : "F1341",
         test.where,
         {{"competency", one.competency}, {"needed", fmt::format("{}", one.needed)}, {"there", fmt::format("{}", one.there)}},
         {}});
  return findings;
}

// A form as it is frozen against the blueprint, and twins in it.
void check_form(const model::Test& test, const FormItems& form, const std::string& name, Findings& findings) {
  for (const model::Quota& part : test.blueprint) {
    const auto of_part = [&](const Item* item) { return item->competency == part.competency; };
    const auto there = std::count_if(form.begin(), form.end(), of_part);
    if (there != part.count)
      findings.push_back({"F1343",
                          test.where,
                          {{"form", name},
                           {"competency", part.competency},
                           {"needed", fmt::format("{}", part.count)},
                           {"there", fmt::format("{}", there)}},
                          {}});
  }
  std::map<Id, Id> families; // a question is the twin of itself
  for (const Item* item : form) {
    const auto [first, is_new] = families.emplace(item->twins.empty() ? "\n" + item->id : item->twins, item->id);
    if (!is_new) findings.push_back({"F1346", test.where, {{"form", name}, {"one", first->second}, {"other", item->id}}, {}});
  }
}

// Anchors make forms comparable: the same ones in each, as many as the test says.
void check_anchors(const model::Test& test, const std::vector<FormItems>& forms, Findings& findings) {
  std::map<Id, std::size_t> in_forms;
  for (const FormItems& form : forms)
    for (const Item* item : form)
      in_forms[item->id] += item->anchor;
  const auto in_all = [&](const Item* item) { return item->anchor && in_forms.at(item->id) == forms.size(); };
  for (std::size_t i = 0; i < forms.size(); ++i) {
    const auto anchors = std::count_if(forms[i].begin(), forms[i].end(), [](const Item* item) { return item->anchor; });
    const auto common = std::count_if(forms[i].begin(), forms[i].end(), in_all);
    if (anchors == test.anchors && common == test.anchors) continue;
    findings.push_back({"F1350",
                        test.where,
                        {{"form", assessment::form_name(i)},
                         {"needed", fmt::format("{}", test.anchors)},
                         {"there", fmt::format("{}", anchors)},
                         {"common", fmt::format("{}", common)}},
                        {}});
  }
}

// What is not asked any more, and what nobody could tell a change of: what it was when the forms were written is not noted.
void check_items(const model::Test& test, const FormItems& form, const std::string& name, std::set<Id>& told, Findings& findings) {
  for (const Item* item : form) {
    const auto is_it = [&](const auto& frozen) { return frozen.first == item->id; };
    if (item->state == model::ItemState::retired) findings.push_back({"F1351", test.where, {{"form", name}, {"item", item->id}}, {}});
    if (std::none_of(test.frozen.begin(), test.frozen.end(), is_it) && told.insert(item->id).second)
      findings.push_back({"F1352", test.where, {{"item", item->id}}, {}});
  }
}

// Letters and digits in small, four or more together; signs of other scripts too.
std::set<std::string> long_words(std::string_view text) {
  std::set<std::string> words;
  std::string word;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const unsigned char c = i < text.size() ? static_cast<unsigned char>(text[i]) : ' ';
    const bool letter = c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (letter) word += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    if (letter) continue;
    if (word.size() >= 4) words.insert(word);
    word.clear();
  }
  return words;
}

// The words of a right option, all in the stem of another question of the form and not in its own.
void check_clues(const model::Test& test, const FormItems& form, const std::string& name, Findings& findings) {
  constexpr std::size_t least = 3; // words; fewer meet anywhere
  for (const Item* item : form) {
    if (item->kind != model::ItemKind::one) continue;
    for (const model::ItemOption& option : item->options) {
      const std::set<std::string> words = option.right ? long_words(option.text.source) : std::set<std::string>();
      if (words.size() < least) continue;
      const auto tells = [&](const Item* other) {
        const std::set<std::string> stem = long_words(other->stem.source);
        return other != item && std::includes(stem.begin(), stem.end(), words.begin(), words.end());
      };
      const auto clue = std::find_if(form.begin(), form.end(), tells);
      if (clue != form.end()) findings.push_back({"F1345", test.where, {{"form", name}, {"item", item->id}, {"other", (*clue)->id}}, {}});
    }
  }
}

std::vector<assessment::Positions> all_positions(const std::vector<model::Doctrine>& doctrines) {
  std::vector<assessment::Positions> all{{}};
  for (const model::Doctrine& one : doctrines)
    if (!one.positions.empty()) all.push_back(one.positions);
  return all;
}

void check_minima(const model::Test& test, Findings& findings) {
  for (const model::Quota& least : test.minimum) {
    const auto same = [&](const model::Quota& part) { return part.competency == least.competency; };
    const auto part = std::find_if(test.blueprint.begin(), test.blueprint.end(), same);
    const int there = part == test.blueprint.end() ? 0 : part->count;
    if (least.count > there)
      findings.push_back(
          {"F1347",
           test.where,
           {{"competency", least.competency}, {"needed", fmt::format("{}", least.count)}, {"there", fmt::format("{}", there)}},
           {}});
  }
}

} // namespace

std::vector<FormItems> forms_of(const model::Test& test) {
  std::vector<FormItems> all;
  for (const std::vector<Id>& form : test.forms) {
    all.emplace_back();
    for (const Id& id : form)
      if (const Item* item = test.item(id)) all.back().push_back(item);
  }
  return all;
}

std::vector<StrategyLine> try_strategies(const model::Test& test, const std::vector<model::Doctrine>& doctrines) {
  const std::vector<FormItems> forms = forms_of(test);
  const std::vector<assessment::Positions> positions = all_positions(doctrines);
  std::vector<StrategyLine> lines;
  for (std::size_t form = 0; form < forms.size(); ++form)
    for (const assessment::Strategy strategy : assessment::all_strategies) {
      StrategyLine best{form, assessment::try_strategy(strategy, forms[form], test.cut, positions[0])};
      for (std::size_t i = 1; i < positions.size(); ++i) {
        const auto result = assessment::try_strategy(strategy, forms[form], test.cut, positions[i]);
        if (result.won > best.result.won) best.result = result;
      }
      lines.push_back(best);
    }
  return lines;
}

Findings test_findings(const reading::LoadedTest& loaded, const std::vector<model::Doctrine>& doctrines) {
  Findings findings;
  const model::Test& test = loaded.test;
  if (!loaded.usable() || test.drawn > 0) return findings; // what is drawn has no form, and nobody passes it
  for (const Id& bank : test.practised_banks)
    findings.push_back({"F1349", test.where, {{"bank", bank}}, {}});
  check_minima(test, findings);
  if (test.forms.empty()) {
    const Findings short_of = shortages(test);
    findings.insert(findings.end(), short_of.begin(), short_of.end());
    if (short_of.empty()) findings.push_back({"F1348", test.where, {{"test", test.id}}, {}});
    return findings;
  }
  const std::vector<FormItems> forms = forms_of(test);
  check_anchors(test, forms, findings);
  std::set<Id> without_version;
  for (std::size_t i = 0; i < forms.size(); ++i) {
    check_form(test, forms[i], assessment::form_name(i), findings);
    check_items(test, forms[i], assessment::form_name(i), without_version, findings);
    check_clues(test, forms[i], assessment::form_name(i), findings);
  }
  for (const StrategyLine& line : try_strategies(test, doctrines))
    if (line.result.passes)
      findings.push_back({"F1344",
                          test.where,
                          {{"form", assessment::form_name(line.form)}, {"how", assessment::strategy_word(line.result.strategy)}},
                          {}});
  return findings;
}

} // namespace firsthand::content
