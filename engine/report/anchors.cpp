// See anchors.h.
#include "engine/report/anchors.h"

#include <fmt/format.h>

#include <algorithm>

namespace firsthand::report {

namespace {

std::string head_without_form(const RecordedForm& form) {
  return fmt::format("{}, {}, {}, {}", form.test, form.role, form.doctrine, form.language);
}

std::set<std::string> names_of(const RecordedForm& form) {
  std::set<std::string> names;
  for (const AnsweredItem& item : form.answers.items)
    names.insert(item.name);
  return names;
}

std::set<std::string> common_items(const std::vector<const RecordedForm*>& forms) {
  std::set<std::string> common = names_of(*forms.front());
  for (const RecordedForm* form : forms) {
    const std::set<std::string> names = names_of(*form);
    std::erase_if(common, [&names](const std::string& name) { return !names.contains(name); });
  }
  return common;
}

AnchorMeans::Form form_means(const RecordedForm& form, const std::set<std::string>& anchors) {
  const Answers& answers = form.answers;
  AnchorMeans::Form out{form.form, answers.persons.size(), 0, 0};
  for (std::size_t item = 0; item < answers.items.size(); ++item)
    for (std::size_t person = 0; person < answers.persons.size(); ++person)
      (anchors.contains(answers.items[item].name) ? out.anchors : out.rest) += answers.worth(person, item);
  out.anchors /= static_cast<double>(out.persons);
  out.rest /= static_cast<double>(out.persons);
  return out;
}

} // namespace

std::vector<AnchorMeans> anchor_means(const std::vector<RecordedForm>& forms) {
  std::map<std::string, std::vector<const RecordedForm*>> comparable;
  for (const RecordedForm& form : forms)
    if (form.answers.persons.size() >= least_for_anchors) comparable[head_without_form(form)].push_back(&form);
  std::vector<AnchorMeans> all;
  for (const auto& [head, same] : comparable) {
    const std::set<std::string> anchors = common_items(same);
    if (same.size() < 2 || anchors.empty()) continue;
    AnchorMeans means{head, anchors.size(), {}};
    for (const RecordedForm* form : same)
      means.forms.push_back(form_means(*form, anchors));
    all.push_back(std::move(means));
  }
  return all;
}

} // namespace firsthand::report
