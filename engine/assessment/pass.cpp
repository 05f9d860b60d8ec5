#include "engine/assessment/pass.h"

#include <algorithm>

namespace firsthand::assessment {

bool TestResult::minima_reached() const {
  return std::all_of(competencies.begin(), competencies.end(), [](const CompetencyResult& one) { return one.reached(); });
}

bool TestResult::passed() const {
  const bool enough = of > 0 && std::int64_t{1000} * won >= std::int64_t{cut} * of;
  const bool harmless = most_dangers < 0 || dangers.size() <= static_cast<std::size_t>(most_dangers);
  return handed_in && enough && harmless && minima_reached();
}

void TestResult::add(const model::Item& item, int worth, std::size_t dangerous) {
  const auto is_own = [&](const CompetencyResult& one) { return one.competency == item.competency; };
  const auto own = std::find_if(competencies.begin(), competencies.end(), is_own);
  if (own != competencies.end()) own->won += worth, own->of += whole_worth, own->right += worth == whole_worth;
  won += worth;
  of += whole_worth;
  dangers.insert(dangers.end(), dangerous, item.competency);
}

TestResult result_of(const model::Test& test, const std::vector<const model::Item*>& items, const std::map<model::Id, Answer>& answers,
                     bool handed_in, const Positions& positions) {
  TestResult result;
  result.handed_in = handed_in;
  result.cut = test.cut;
  result.most_dangers = test.dangers;
  for (const model::Quota& part : test.blueprint) {
    const auto same = [&](const model::Quota& one) { return one.competency == part.competency; };
    const auto least = std::find_if(test.minimum.begin(), test.minimum.end(), same);
    result.competencies.push_back({part.competency, 0, 0, 0, least == test.minimum.end() ? 0 : least->count});
  }
  for (const model::Item* item : items) {
    const auto answer = answers.find(item->id);
    const int worth = answer == answers.end() ? 0 : mark(*item, answer->second, positions);
    result.add(*item, worth, answer == answers.end() ? 0 : dangers_in(*item, answer->second));
    result.guess += guess(*item, positions);
  }
  return result;
}

} // namespace firsthand::assessment
