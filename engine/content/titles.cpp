// Names of scenarios and steps, in the language of an attempt.
#include "engine/content/titles.h"

#include "engine/content/content_snapshot.h"

namespace firsthand::content {

namespace {

constexpr std::size_t most_kept = 64;

// scenarios/courses/<course>/<scenario>/scenario.yaml
std::string course_in(const std::string& path) {
  constexpr std::string_view courses = "scenarios/courses/";
  if (!path.starts_with(courses)) return {};
  const std::string rest = path.substr(courses.size());
  const std::string course = rest.substr(0, rest.find('/'));
  return course == "here" ? std::string() : course; // where a scenario is put that lies in no course
}

std::string review_of(const session::Prepared& prepared) {
  const std::string &lesson = prepared.scenario.reviewed_by, &doctrine = prepared.rule_set.doctrine().reviewed_by;
  return lesson.empty() || doctrine.empty() ? "draft" : lesson + "; " + doctrine;
}

base::Result<report::Titles> read_titles(storage::Database& database, const ContentLibrary& content_library, const crypto::Hash& kept,
                                         const std::string& language) {
  FH_TRY(bytes, database.content(kept));
  if (!bytes) return report::Titles{};
  FH_TRY(unpacked, unpack(*bytes));
  FH_TRY(content, content_library.load_from(unpacked.files, unpacked.path, unpacked.doctrine));
  const reading::Translation& texts = content->texts(language);
  const model::Scenario& scenario = content->prepared().scenario;
  report::Titles titles{course_in(unpacked.path), texts.of(scenario.title), {}, {}, review_of(content->prepared())};
  for (std::size_t i = 0; i < scenario.steps.size(); ++i) {
    const model::Id& id = scenario.steps[i].id;
    titles.steps[id] = texts.of(scenario.steps[i].title);
    titles.right_answers[id] = content->prepared().steps[i].module->right_answers(*content->prepared().steps[i].spec);
  }
  return titles;
}

} // namespace

report::TitlesOf kept_titles(storage::Database& database, const ContentLibrary& content_library) {
  return [&database, &content_library, known = std::map<std::string, report::Titles>()](const base::Json& begin) mutable {
    const std::string &hex = begin.at("kept").text(), &language = begin.at("lang").text();
    const auto kept = crypto::parse_hash(hex);
    if (!kept) return report::Titles{};
    const std::string key = hex + language;
    if (const auto found = known.find(key); found != known.end()) return found->second;
    auto titles = read_titles(database, content_library, *kept, language);
    if (known.size() == most_kept) known.clear();
    return known[key] = titles.ok() ? *titles : report::Titles{};
  };
}

} // namespace firsthand::content
