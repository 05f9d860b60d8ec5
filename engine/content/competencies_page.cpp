// See competencies_page.h.
#include "engine/content/competencies_page.h"

#include "engine/reading/bank.h"
#include "engine/reading/library.h"
#include "engine/reading/test.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>

namespace firsthand::content {

namespace {

using model::Id;

constexpr const char* no_text_found = "practice"; // the source of what no text says

// A reason names its source: that of an option, or of a question as a whole where its options have none.
BankCount count_bank(const model::Bank& bank) {
  BankCount count{bank.id, bank.items.size(), 0, 0, 0, {}};
  std::map<Id, std::size_t> reasons;
  for (const model::Item& item : bank.items) {
    ++(item.state == model::ItemState::draft ? count.draft : item.state == model::ItemState::reviewed ? count.reviewed : count.retired);
    const auto said = [](const model::ItemOption& option) { return !option.source.id.empty(); };
    for (const model::ItemOption& option : item.options)
      if (said(option)) ++reasons[option.source.id];
    if (std::none_of(item.options.begin(), item.options.end(), said)) ++reasons[item.source.id];
  }
  count.reasons.assign(reasons.begin(), reasons.end());
  return count;
}

CompetencyCount* counted(CompetencyCounts& counts, const Id& competency) {
  for (CompetencyCount& one : counts.competencies)
    if (one.competency == competency) return &one;
  return nullptr;
}

void count_lessons(const reading::FileSource& files, CompetencyCounts& counts) {
  const reading::Library library = reading::Library::open(files);
  for (const reading::Course& course : library.courses())
    for (const reading::ScenarioCard& card : course.scenarios)
      for (const Id& competency : card.competencies)
        if (CompetencyCount* count = counted(counts, competency)) count->lessons.push_back(card.id);
}

void count_banks(const reading::FileSource& files, CompetencyCounts& counts) {
  for (const std::string& path : reading::bank_paths(files)) {
    const model::Bank bank = reading::load_bank(files, path).bank;
    counts.banks.push_back(count_bank(bank));
    for (const model::Item& item : bank.items)
      if (CompetencyCount* count = counted(counts, item.competency); count && item.state != model::ItemState::retired)
        ++(bank.use == model::BankUse::measure ? count->measured : count->practised);
  }
}

void count_tests(const reading::FileSource& files, CompetencyCounts& counts) {
  for (const std::string& path : reading::test_paths(files)) {
    const model::Test test = reading::load_test(files, path).test;
    if (test.drawn > 0) continue; // practised; its bank is counted as such
    counts.tests.push_back(test.id);
    for (CompetencyCount& count : counts.competencies) {
      const auto same = [&](const model::Quota& part) { return part.competency == count.competency; };
      const auto part = std::find_if(test.blueprint.begin(), test.blueprint.end(), same);
      count.of_tests.push_back(part == test.blueprint.end() ? 0 : part->count);
    }
  }
}

std::string told(const CompetencyCount& count) {
  std::string line = fmt::format("| {}", count.words);
  if (!count.competency.empty()) line += fmt::format(" (`{}`)", count.competency);
  line += fmt::format(" | {} | {} | {} |", count.lessons.empty() ? "–" : fmt::format("{}", fmt::join(count.lessons, ", ")), count.practised,
                      count.measured);
  for (const int of_test : count.of_tests)
    line += fmt::format(" {} |", of_test);
  return line + fmt::format(" {} |\n", count.questions());
}

CompetencyCount sum_of(const CompetencyCounts& counts) {
  CompetencyCount sum;
  sum.words = "all";
  sum.of_tests.resize(counts.tests.size());
  for (const CompetencyCount& one : counts.competencies) {
    sum.practised += one.practised, sum.measured += one.measured;
    for (std::size_t i = 0; i < one.of_tests.size(); ++i)
      sum.of_tests[i] += one.of_tests[i];
  }
  return sum;
}

std::string table_of_competencies(const CompetencyCounts& counts) {
  std::string head = "| competency | taught: lessons that show it | practised: questions | assessed: questions |",
              line = "|---|---|--:|--:|";
  for (const Id& test : counts.tests)
    head += fmt::format(" of them in a form of `{}` |", test), line += "--:|";
  std::string table = head + " questions |\n" + line + "--:|\n";
  for (const CompetencyCount& one : counts.competencies)
    table += told(one);
  return table + told(sum_of(counts));
}

std::size_t sum_of_reasons(const BankCount& bank) {
  std::size_t sum = 0;
  for (const auto& [source, reasons] : bank.reasons)
    sum += reasons;
  return sum;
}

std::string told(const BankCount& bank) {
  const auto practice = std::find_if(bank.reasons.begin(), bank.reasons.end(), [](const auto& one) { return one.first == no_text_found; });
  return fmt::format("| {} | {} | {} | {} | {} | {} | {} |\n", bank.bank, bank.questions, bank.draft, bank.reviewed, bank.retired,
                     sum_of_reasons(bank), practice == bank.reasons.end() ? 0 : practice->second);
}

std::string table_of_banks(const std::vector<BankCount>& banks) {
  std::string table =
      "| bank | questions | draft | reviewed | retired | reasons | of them on `practice` |\n|---|--:|--:|--:|--:|--:|--:|\n";
  BankCount sum;
  sum.bank = "all";
  std::map<Id, std::size_t> reasons;
  for (const BankCount& bank : banks) {
    table += told(bank);
    sum.questions += bank.questions, sum.draft += bank.draft, sum.reviewed += bank.reviewed, sum.retired += bank.retired;
    for (const auto& [source, count] : bank.reasons)
      reasons[source] += count;
  }
  sum.reasons.assign(reasons.begin(), reasons.end());
  table += told(sum) + "\n| source | reasons |\n|---|--:|\n";
  for (const auto& [source, count] : sum.reasons)
    table += fmt::format("| `{}` | {} |\n", source, count);
  return table;
}

} // namespace

CompetencyCounts count_competencies(const reading::FileSource& files) {
  CompetencyCounts counts;
  for (const auto& [competency, words] : reading::load_shelf(files).competencies)
    counts.competencies.push_back({competency, words.source, {}, 0, 0, {}});
  count_lessons(files, counts);
  count_banks(files, counts);
  count_tests(files, counts);
  return counts;
}

std::string competencies_page(const CompetencyCounts& counts) {
  std::string page =
      "# Competencies\n\nMade by `firsthand check --competencies scenarios`; a test compares it, and fails where a competency "
      "has fewer than twelve questions.\n\n";
  page +=
      "A lesson teaches and practises what it says it shows; where no lesson is named, there are questions only. Practised: questions of "
      "banks that may\nbe practised. Assessed: questions of banks that measure, which nobody practises. Retired questions are not "
      "counted.\n\n";
  page += table_of_competencies(counts);
  page +=
      "\n## What the questions rest on\n\n**Draft means that nobody of the field has reviewed it.** Each option says why it is right or "
      "wrong, a question without options says it as a whole, and\neach such reason names its source. `practice`: no text was found that "
      "says it.\n\n";
  return page + table_of_banks(counts.banks);
}

} // namespace firsthand::content
