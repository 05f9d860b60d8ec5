// Which paper somebody gets, before a test begins.
#include "engine/app/admission.h"
#include "engine/app/data_folder.h"
#include "engine/app/earlier_answers.h"

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

// Only of the newest attempts at tests, so that a day never begins with a long reading. What was decided to be void tells nothing of who
// sat it.
base::Result<std::vector<assessment::EarlierAnswer>> DataFolder::answered_before(const std::string& person) {
  constexpr std::size_t most_attempts = 120, longest_line = 1u << 20;
  FH_TRY(cards, attempts(person));
  std::erase_if(cards, [](const AttemptCard& card) { return card.role.empty() || card.is_void(); });
  if (cards.size() > most_attempts) cards.resize(most_attempts);
  std::vector<assessment::EarlierAnswer> oldest_first;
  for (std::size_t i = cards.size(); i-- > 0;) {
    const auto content = content_library_.load(cards[i].scenario);
    const model::Test* test = content.ok() ? session::test_of((*content)->prepared()) : nullptr;
    if (!test) continue;
    FH_TRY(entries, store_->entries_of(cards[i].id));
    std::vector<base::Json> lines;
    for (const storage::StoredEntry& entry : entries)
      if (auto line = base::parse_json_line(entry.entry.line, longest_line); line.ok()) lines.push_back(std::move(line).value());
    for (const ItemAnswer& each : answers_in(lines))
      if (const model::Item* item = test->item(each.item))
        oldest_first.push_back(
            {each.item, item->competency, each.certainty, each.worth, test->drawn > 0, static_cast<int>(cards.size() - i)});
  }
  return oldest_first;
}

namespace {

std::map<model::Id, int> times_seen(const std::vector<assessment::EarlierAnswer>& before) {
  std::map<model::Id, int> times;
  for (const assessment::EarlierAnswer& each : before)
    ++times[each.item];
  return times;
}

} // namespace

base::Result<void> DataFolder::draw_refresher(const model::Test& test, const std::string& person, session::Start& start) {
  FH_TRY(before, answered_before(person));
  const auto items = test.drawn_by_blueprint ? assessment::draw_practice(start.seed.bytes, test.blueprint, test.items, times_seen(before))
                                             : assessment::draw_refresher(start.seed.bytes, test.drawn, test.items, before);
  const auto options = test.shuffle_options ? assessment::Shuffle::shuffled : assessment::Shuffle::as_written;
  for (assessment::PaperItem& each : assessment::paper_of(start.seed.bytes, items, assessment::Shuffle::as_written, options))
    start.paper.push_back({std::move(each.item), std::move(each.version), std::move(each.options)});
  start.role = assessment::role_word(assessment::Role::refresher);
  return {};
}

namespace {

// So that whoever reads the record alone knows when the final is passed.
void put_parts(const reading::Course& course, session::Start& start) {
  if (course.final_parts.size() < 2) return;
  for (const reading::CoursePart& each : course.final_parts)
    start.parts.push_back(each.scenario);
  start.within = course.within;
}

} // namespace

// A rehearsal asks what its play was written for.
base::Result<void> DataFolder::draw_paper(const session::Prepared& prepared, const BeginOptions& options, base::Moment now,
                                          session::Start& start) {
  const model::Test* test = session::test_of(prepared);
  const reading::Course* course = content_library_.library().tested_by(prepared.scenario.id);
  const reading::CoursePart* part = course ? course->part(prepared.scenario.id) : nullptr;
  const bool scene = part && part->kind == reading::CoursePart::Kind::scene;
  if (options.channel != session::Channel::window) return {};
  if (test && test->drawn > 0) return draw_refresher(*test, options.person, start);
  if (!scene && (!test || test->forms.empty())) return {};
  // Nobody practises what decides, in no language.
  if (scene && options.mode == session::Mode::practice)
    return base::fail("language-draft", "This language is a draft. It is for practice only.");
  FH_TRY(cards, attempts(options.person));
  FH_TRY(supervised, supervises_now(options, prepared.scenario.id, now));
  const Applicant who{cards, now, options.mode, [this](const model::Id& lesson) { return loads(lesson); },
                      supervised ? Watched::supervised : Watched::alone};
  const Admission admission =
      app::admission(content_library_.library(), prepared.scenario.id, scene ? TriesAllowed(*part) : TriesAllowed(*test), who);
  FH_CHECK(admitted(admission, services_.clock->offset_minutes()));
  start.role = assessment::role_word(admission.role);
  start.nth_try = admission.nth_try;
  if (admission.role == assessment::Role::final_test && course) put_parts(*course, start);
  if (scene) return {};
  start.seen = forms_seen(cards, prepared.scenario.id);
  const std::size_t form = assessment::next_form(test->id, number_or_id(options.person), test->forms.size(), admission.role,
                                                 assessment::forms_named(start.seen));
  start.paper = session::paper_for(prepared, form, start.seed);
  start.form = assessment::form_name(form);
  return {};
}

} // namespace firsthand::app
