// See questions.h.
#include "engine/app/questions.h"

#include "engine/records/sealed_attempt.h"

namespace firsthand::app {

namespace {

// Of all people here, what was sat for something; a lesson has no questions that are counted.
base::Result<report::Records> sat_tests(DataFolder& data_folder) {
  report::Records records;
  std::vector<std::string> tests;
  FH_TRY(rulings, data_folder.rulings());
  records.rulings = std::move(rulings);
  FH_TRY(people, data_folder.people());
  for (const PersonCard& person : people) {
    records.names[person.id] = person.name;
    if (!person.number.empty()) records.roster[person.id].number = person.number;
    FH_TRY(attempts, data_folder.attempts(person.id));
    for (const AttemptCard& each : attempts)
      if (!each.role.empty() && !each.warm_up) tests.push_back(each.id); // not the questions of a day
  }
  records.attempts = [&store = data_folder.store(), tests = std::move(tests)](const report::AttemptVisitor& visit) -> base::Result<void> {
    for (const std::string& id : tests) {
      FH_TRY(attempt, records::sealed_attempt(store, id));
      FH_CHECK(visit(attempt));
    }
    return {};
  };
  return records;
}

struct Asked { // the stem of each question that a test of a course asks today, by its name in the record
  std::string title;
  std::map<std::string, std::string> stems;
  std::map<std::string, int> exposure; // how often each may be shown until that is told; 0: any number
};

std::map<model::Id, Asked> asked_here(content::ContentLibrary& library, std::string_view language) {
  std::map<model::Id, Asked> all;
  for (const reading::Course& course : library.library().courses())
    for (const reading::ScenarioCard& card : course.scenarios) {
      const auto content = library.load(card.id);
      const model::Test* test = content.ok() ? session::test_of((*content)->prepared()) : nullptr;
      if (!test) continue;
      Asked& asked = all[card.id];
      asked.title = (*content)->texts(language).of((*content)->prepared().scenario.title);
      for (const model::Item& item : test->items) {
        const std::string name = item.id + "@" + item.version;
        asked.stems[name] = (*content)->texts(language).of(item.stem), asked.exposure[name] = item.exposure;
      }
    }
  return all;
}

std::string title_of(const model::Id& test, const std::map<model::Id, Asked>& asked) {
  const auto here = asked.find(test);
  return here == asked.end() ? test : here->second.title;
}

std::size_t too_often(const std::map<std::string, std::size_t>& shown, const std::string& name, int most) {
  const auto times = shown.find(name);
  return most > 0 && times != shown.end() && times->second >= static_cast<std::size_t>(most) ? times->second : 0;
}

FormTold told_of(const report::RecordedForm& form, const std::map<model::Id, Asked>& asked,
                 const std::map<std::string, std::size_t>& shown) {
  const auto here = asked.find(form.test);
  FormTold told{title_of(form.test, asked), form.form, form.role, form.doctrine, form.language, report::form_figures(form.answers), {}, {}};
  for (const report::ItemFigures& item : told.figures.items) {
    const bool known = here != asked.end() && here->second.stems.contains(item.name);
    told.stems.push_back(known ? here->second.stems.at(item.name) : std::string());
    told.too_often.push_back(known ? too_often(shown, item.name, here->second.exposure.at(item.name)) : 0);
  }
  return told;
}

} // namespace

base::Result<QuestionsTold> questions_told(DataFolder& data_folder, std::string_view language) {
  FH_TRY(records, sat_tests(data_folder));
  report::RecordedTests tests;
  FH_CHECK(tests.add(records));
  QuestionsTold told{{}, {}, tests.not_taken()};
  const auto asked = asked_here(data_folder.content_library(), language);
  for (const report::RecordedForm& form : tests.forms())
    told.forms.push_back(told_of(form, asked, tests.shown()));
  for (report::RecordedGain& each : report::gains_of(tests))
    told.gains.push_back({title_of(each.test, asked), std::move(each.gain)});
  return told;
}

} // namespace firsthand::app
