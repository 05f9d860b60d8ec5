// What the content that was kept with an attempt adds: titles, competencies, the cut, and what of it is a draft.
#include "engine/certificate/facts.h"

#include <algorithm>

namespace firsthand::certificate {

namespace {

bool all_reviewed(const session::Prepared& prepared) {
  return !prepared.scenario.reviewed_by.empty() && !prepared.rule_set.doctrine().reviewed_by.empty();
}

CompetencyFact& fact_of(std::vector<CompetencyFact>& all, const std::string& name) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const CompetencyFact& each) { return each.name == name; });
  if (found != all.end()) return *found;
  return all.emplace_back(CompetencyFact{name});
}

// A competency that the blueprint does not name has its id.
std::string name_of(const model::Test& test, const model::Id& competency, const reading::Translation& texts) {
  for (std::size_t i = 0; i < std::min(test.blueprint.size(), test.competency_names.size()); ++i)
    if (test.blueprint[i].competency == competency) return texts.of(test.competency_names[i]);
  return competency;
}

// From before a line said it: by what the questions of the paper are about.
void add_competencies(Facts& facts, const model::Test& test, const reading::Translation& texts) {
  for (const model::Quota& quota : test.blueprint)
    fact_of(facts.competencies, name_of(test, quota.competency, texts));
  for (const auto& [id, worth] : facts.worth)
    if (const model::Item* item = test.item(id)) {
      CompetencyFact& competency = fact_of(facts.competencies, name_of(test, item->competency, texts));
      ++competency.asked, competency.right += worth == 1000 ? 1 : 0;
    }
}

void add_test(Facts& facts, const model::Test& test, const reading::Translation& texts) {
  facts.lesson_title = texts.of(test.title);
  if (facts.parts.empty()) facts.cut = test.cut, add_competencies(facts, test, texts);
  for (const session::SumPart& part : facts.parts)
    facts.competencies.push_back(
        {name_of(test, part.competency, texts), static_cast<int>(part.right), static_cast<int>(part.of / session::sum_point)});
  for (const auto& [id, worth] : facts.worth)
    if (const model::Item* item = test.item(id)) facts.drafts += item->state == model::ItemState::draft ? 1 : 0;
  std::erase_if(facts.competencies, [](const CompetencyFact& each) { return each.asked == 0; });
}

// scenarios/courses/<course>/<scenario>/scenario.yaml
std::string course_of(const std::string& path, const content::ContentLibrary& content_library) {
  for (const reading::Course& course : content_library.library().courses())
    if (path.starts_with(course.path.substr(0, course.path.rfind('/') + 1))) return course.title.source;
  return {};
}

} // namespace

base::Result<Facts> facts_of(records::Store& store, content::ContentSnapshots& snapshots, const content::ContentLibrary& content_library,
                             const std::string& attempt, const std::string& language) {
  FH_TRY(facts, recorded_facts(store, attempt));
  const auto kept = crypto::parse_hash(facts.kept);
  if (!kept) return base::fail("kept-missing", "The attempt does not name its content.");
  FH_TRY(content, snapshots.find(store, *kept));
  const reading::Translation& texts = content->texts(language);
  facts.course_title = course_of(content->path(), content_library);
  facts.lesson_title = texts.of(content->prepared().scenario.title);
  facts.draft_lesson = !all_reviewed(content->prepared());
  if (const model::Test* test = session::test_of(content->prepared()); test && facts.asked > 0) add_test(facts, *test, texts);
  return facts;
}

} // namespace firsthand::certificate
