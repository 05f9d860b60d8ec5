// See page.h.
#include "engine/screens/test_result/page.h"

#include "engine/screens/play/playing.h"
#include "engine/screens/test_result/draw.h"

namespace firsthand::screens {

namespace {

TestResultRead read_test_result(app::DataFolder& data_folder, const std::string& person, const model::Id& lesson) {
  TestResultRead read;
  const reading::Course* course = data_folder.content_library().library().tested_by(lesson);
  const auto attempts = data_folder.attempts(person);
  if (!attempts.ok()) return read;
  for (const app::AttemptCard& each : *attempts) {
    const bool ended = each.ending == session::Ending::passed || each.ending == session::Ending::failed;
    const bool is_baseline = each.role == assessment::role_word(assessment::Role::baseline);
    if (course && each.scenario == course->baseline && each.parent.empty() && ended && is_baseline) read.before = each;
  }
  for (const reading::ScenarioCard& card : course ? course->scenarios : std::vector<reading::ScenarioCard>()) {
    if (course->tests_by(card.id)) continue;
    if (auto content = data_folder.content_library().load(card.id); content.ok())
      read.lessons.push_back({card.id, std::move(content).value(), card.competencies, app::played_before(*attempts, card.id)});
  }
  return read;
}

} // namespace

void TestResultPage::enter(const std::function<void()>& show) {
  const app::AttemptSession& session = *context_.playing().played().session;
  context_.ask([person = context_.person().id, lesson = session.prepared().scenario.id](
                   app::DataFolder& data_folder) { return read_test_result(data_folder, person, lesson); },
               [this, show](TestResultRead read) {
                 read_ = std::move(read);
                 show();
               });
}

void TestResultPage::say() {
  if (!context_.playing().open()) return;
  const app::AttemptSession& session = *context_.playing().played().session;
  const auto standing = session::test_standing(session.prepared(), session.attempt());
  if (!standing) return;
  const auto text = [&session](const model::Text& one) -> const std::string& { return session.text(one); };
  state = test_result_state(
      {*standing, session.pins().start, session.attempt().mode, read_, context_.words(), text, text(session.prepared().scenario.title)});
}

void TestResultPage::draw(Frame& f) {
  const TestResultIntent intent = draw_test_result(f, state);
  if (intent.lesson)
    context_.playing().begin(*intent.lesson);
  else if (intent.home)
    context_.go(PageName::home);
}

} // namespace firsthand::screens
