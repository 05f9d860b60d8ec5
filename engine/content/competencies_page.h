// What of the competencies is taught, practised and asked, and what the questions rest on, as one page of Markdown:
// docs/competencies.md, `check --competencies`. In English.
#pragma once

#include "engine/reading/files.h"

#include "engine/model/item.h"

namespace firsthand::content {

// Of one competency. Retired questions are not asked any more, and do not count.
struct CompetencyCount {
  model::Id competency;
  std::string words;
  std::vector<model::Id> lessons; // that say they show it
  std::size_t practised = 0, measured = 0;
  std::vector<int> of_tests; // as `CompetencyCounts::tests`: how many each of its forms asks
  std::size_t questions() const { return practised + measured; }
};

struct BankCount {
  model::Id bank;
  std::size_t questions = 0, draft = 0, reviewed = 0, retired = 0;
  std::vector<std::pair<model::Id, std::size_t>> reasons; // by source, by name
};

struct CompetencyCounts {
  std::vector<model::Id> tests;
  std::vector<CompetencyCount> competencies; // in the vocabulary's order
  std::vector<BankCount> banks;
};

CompetencyCounts count_competencies(const reading::FileSource& files);
std::string competencies_page(const CompetencyCounts& counts);

} // namespace firsthand::content
