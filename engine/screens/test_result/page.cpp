// See page.h.
#include "engine/screens/test_result/page.h"

#include "engine/app/home.h"
#include "engine/screens/debrief/printing.h"
#include "engine/screens/play/playing.h"
#include "engine/screens/shared/results.h"
#include "engine/screens/test_result/draw.h"

#include <algorithm>

namespace firsthand::screens {

namespace {

// The points of another test say nothing of this one, unless it asks as many questions of each competency.
bool asks_alike(const app::AttemptCard& card, const model::Test& test) {
  return card.tested.size() == test.blueprint.size() &&
         std::all_of(test.blueprint.begin(), test.blueprint.end(), [&card](const model::Quota& part) {
           return std::any_of(card.tested.begin(), card.tested.end(), [&part](const app::TestedCompetency& each) {
             return each.competency == part.competency && each.asked == part.count;
           });
         });
}

} // namespace

TestResultRead read_test_result(app::DataFolder& data_folder, const std::string& person, const model::Id& lesson) {
  TestResultRead read;
  const reading::Course* course = data_folder.content_library().library().tested_by(lesson);
  const auto attempts = data_folder.attempts(person);
  const auto content = data_folder.content_library().load(lesson);
  const model::Test* test = content.ok() ? session::test_of((*content)->prepared()) : nullptr;
  if (!attempts.ok()) return read;
  for (const app::AttemptCard& each : *attempts) {
    const bool ended = each.ending == session::Ending::passed || each.ending == session::Ending::failed;
    const bool is_baseline = each.role == assessment::role_word(assessment::Role::baseline);
    if (each.scenario == lesson && !each.decisions.empty()) read.decided.push_back(each);
    if (each.scenario == lesson) read.newest_try = std::max(read.newest_try, each.nth_try);
    const bool other = course && test && !course->asks_before(lesson) && course->asks_before(each.scenario);
    const bool same = course && (each.scenario == lesson || (other && asks_alike(each, *test)));
    if (same && each.parent.empty() && ended && is_baseline) read.before = each;
  }
  if (course && course->final_parts.size() > 1) {
    read.several = true;
    for (const model::Id& left : app::final_standing(*course, *attempts, data_folder.now()).left)
      if (left != lesson) read.left.push_back(course->card(left)->title.source);
  }
  for (const reading::ScenarioCard& card : course ? course->scenarios : std::vector<reading::ScenarioCard>()) {
    if (course->tests_by(card.id)) continue;
    if (auto taught = data_folder.content_library().load(card.id); taught.ok())
      read.lessons.push_back({card.id, std::move(taught).value(), card.competencies, app::played_before(*attempts, card.id)});
  }
  return read;
}

void TestResultPage::say() {
  if (!context_.playing().open()) return;
  const app::AttemptSession& session = *context_.playing().played().session;
  const auto standing = session::test_standing(session.prepared(), session.attempt());
  if (!standing) return;
  const auto text = [&session](const model::Text& one) -> const std::string& { return session.text(one); };
  const base::Moment next_try{session.saved_at().milliseconds + std::int64_t{standing->test->wait} * 1000};
  const auto& decided = context_.playing().played().course.decided;
  const auto own = std::find_if(decided.begin(), decided.end(), [&](const app::AttemptCard& each) { return each.id == session.id(); });
  state = test_result_state({*standing, session.pins().start, session.pins().supervision != "none", session.attempt().mode,
                             context_.playing().played().course, context_.words(), text, text(session.prepared().scenario.title),
                             context_.day_and_time(next_try), own == decided.end() ? nullptr : &*own});
  const bool prints = own != decided.end() ? own->ending == session::Ending::passed
                                           : !context_.in_demonstration() && debrief::printable_of(session) != debrief::Printable::nothing;
  if (own != decided.end()) put_decided(*own);
  state.print = prints ? context_.words().tr("test-result", "Page to print (PDF)") : "";
  state.said = printed_.empty() ? "" : context_.words().tr("debrief", "The page is in this file: {file}", {{"file", printed_}});
}

void TestResultPage::put_decided(const app::AttemptCard& card) {
  for (const app::DecisionCard& each : card.decisions)
    state.decided.push_back(shared::decision_words(each, context_.words(), context_.day_and_time(each.at)));
}

void TestResultPage::print() {
  context_.ask([attempt = context_.playing().played().session->id(), language = context_.words().language()](
                   app::DataFolder& data_folder) { return debrief::write_page(data_folder, attempt, language); },
               [this](const base::Result<std::string>& file) {
                 context_.problem = file.ok() ? std::string() : context_.words().error(file.error());
                 if (file.ok()) printed_ = *file;
                 say();
               });
}

void TestResultPage::draw(Frame& f) {
  const TestResultIntent intent = draw_test_result(f, state);
  if (intent.print) print();
  if (intent.lesson)
    context_.playing().begin(*intent.lesson);
  else if (intent.home)
    context_.go(PageName::home);
}

} // namespace firsthand::screens
