// Which paper somebody gets, before a test begins.
#include "engine/app/admission.h"
#include "engine/app/data_folder.h"

namespace firsthand::app {

// All computers give the same person the same forms: by the service number, where there is one.
std::string DataFolder::number_or_id(const std::string& person_id) {
  const auto all = people();
  if (!all.ok()) return person_id;
  for (const PersonCard& card : *all)
    if (card.id == person_id && !card.number.empty()) return card.number;
  return person_id;
}

bool DataFolder::loads(const model::Id& lesson) { return content_library_.load(lesson).ok(); }

// A rehearsal asks what its play was written for.
base::Result<void> DataFolder::draw_paper(const session::Prepared& prepared, const BeginOptions& options, base::Moment now,
                                          session::Start& start) {
  const model::Test* test = session::test_of(prepared);
  if (!test || test->forms.empty() || options.channel != session::Channel::window) return {};
  FH_TRY(cards, attempts(options.person));
  const Admission admission = app::admission(content_library_.library(), prepared.scenario.id, *test,
                                             {cards, now, options.mode, [this](const model::Id& lesson) { return loads(lesson); }});
  FH_CHECK(admitted(admission, services_.clock->offset_minutes()));
  const std::size_t form =
      assessment::form_for(test->id, number_or_id(options.person), test->forms.size(), admission.role, admission.which);
  start.paper = session::paper_for(prepared, form, start.seed);
  start.role = assessment::role_word(admission.role);
  start.form = assessment::form_name(form);
  start.nth_try = admission.nth_try;
  return {};
}

} // namespace firsthand::app
