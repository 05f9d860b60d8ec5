// What home says: what was read and decided, in words and pictures. See home.h.
#include "engine/app/competency_map.h"
#include "engine/screens/debrief/draw.h"
#include "engine/screens/home/page.h"
#include "engine/screens/home/test_words.h"
#include "engine/screens/play/playing.h"
#include "engine/screens/play/stage_layers.h"
#include "engine/screens/shared/results.h"
#include "engine/screens/shared/session_strip.h"

#include <fmt/format.h>

#include <algorithm>

namespace firsthand::screens {

namespace {

constexpr std::size_t most_attempts_shown = 200;

class HomeWording {
 public:
  HomeWording(const HomeRead& read, Context& context) : read_(read), context_(context) {}
  HomeContents contents();

 private:
  std::string tr(std::string_view source, const content::Fill& fill = {}) const { return context_.tr(source, fill); }
  const content::Words& words() const { return context_.words(); }
  const base::Result<content::ContentPtr>& loaded(std::string_view lesson) const { return read_.lessons.at(std::string(lesson)); }
  std::string say(std::string_view lesson, const model::Text& text) const;
  Picture thumbnail(const reading::ScenarioCard& card) const;

  void greet();
  void put_courses();
  bool is_draft(const reading::Course& course) const;
  std::vector<HomeLesson> lessons_of(const app::CourseProgress& progress);
  HomeLesson lesson_of(const reading::ScenarioCard& card, const app::LessonProgress& progress);
  std::optional<TestWords> test_words(const app::LessonProgress& progress) const;
  std::string unplayed_before(const model::Id& test) const; // lessons of its course
  std::string parts_words(const reading::Course& course) const;
  void put_test(HomeLesson& lesson, const TestWords& test, const reading::ScenarioCard& card) const;
  void put_state(HomeLesson& lesson, const app::LessonProgress& progress) const;
  HomeContinue continue_card(const app::AttemptCard& card) const;
  void put_when(HomeContinue& shown, const app::AttemptCard& card, const std::string& scene) const;
  void put_moment(HomeContinue& shown, const app::AttemptCard& card) const;
  void put_layers(HomeContinue& shown) const;
  HomeContinue next_card(const reading::ScenarioCard& card, const app::LessonProgress& progress) const;
  void put_also(HomeContinue& shown) const;
  HomeContinue refresher_card(const reading::ScenarioCard& card) const;
  HomeContinue error_card(const app::AttemptCard& card) const;
  void put_next();
  void put_rows();
  void put_today();
  void put_index();
  void put_attempts();
  HomeAttempt attempt_of(const app::AttemptCard& card) const;
  void put_map();
  struct NamedCompetency {
    model::Id id;
    std::string name;
  };
  std::vector<NamedCompetency> competencies_of(const app::CourseProgress& progress, const reading::Course& course) const;
  HomeCompetency competency_of(const app::CompetencyState& state, const std::string& name) const;
  void put_session();
  void put_present(const session::SupervisedSession& open, const content::Fill& fill);
  void put_notices();

  const HomeRead& read_;
  Context& context_;
  HomeContents out_;
};

HomeContents HomeWording::contents() {
  greet();
  put_courses();
  put_next();
  put_attempts();
  put_rows();
  put_index();
  put_map();
  put_notices();
  return std::move(out_);
}

std::string HomeWording::say(std::string_view lesson, const model::Text& text) const {
  const auto& found = loaded(lesson);
  return found.ok() ? (*found)->texts(words().language()).of(text) : text.source;
}

Picture HomeWording::thumbnail(const reading::ScenarioCard& card) const {
  const auto found = read_.pictures.find(card.thumbnail);
  return {card.thumbnail, found == read_.pictures.end() ? nullptr : found->second};
}

void HomeWording::greet() {
  const int hour = std::stoi(context_.local(context_.now()).substr(11, 2));
  const std::string name = app::greeted(context_.person().name, context_.front().people);
  out_.greeting = context_.is_authors() ? tr("Author's window: nothing is stored. F12 shows why things happen")
                  : name.empty()        ? tr("Demonstration: nothing is stored")
                  : hour < 12           ? tr("Good morning, {name}", {{"name", name}})
                  : hour < 18           ? tr("Good afternoon, {name}", {{"name", name}})
                                        : tr("Good evening, {name}", {{"name", name}});
}

// ---- lessons

void HomeWording::put_courses() {
  for (const app::CourseProgress& progress : read_.decided.courses) {
    const reading::Course& course = *read_.library->course(progress.course);
    HomeCourse shown;
    shown.title = words().tr("course", course.title.source);
    shown.lessons = lessons_of(progress);
    if (is_draft(course)) shown.review = tr("Draft: nobody of the field has reviewed these lessons.");
    out_.courses.push_back(std::move(shown));
  }
}

// Whether somebody of the field is still to review a lesson of it, or the rules that judge it.
bool HomeWording::is_draft(const reading::Course& course) const {
  return std::any_of(course.scenarios.begin(), course.scenarios.end(), [this](const reading::ScenarioCard& card) {
    const auto& found = loaded(card.id);
    if (!found.ok() || !(*found)->usable()) return false;
    const session::Prepared& prepared = (*found)->prepared();
    return prepared.scenario.reviewed_by.empty() || prepared.rule_set.doctrine().reviewed_by.empty();
  });
}

// Lessons are numbered; the test stands among them without a number.
std::vector<HomeLesson> HomeWording::lessons_of(const app::CourseProgress& progress) {
  std::vector<HomeLesson> all;
  int number = 0;
  for (const app::LessonProgress& each : progress.lessons) {
    all.push_back(lesson_of(*read_.library->card(each.lesson), each));
    if (!each.test) all.back().title = fmt::format("{} {}", ++number, all.back().title);
  }
  return all;
}

std::optional<TestWords> HomeWording::test_words(const app::LessonProgress& progress) const {
  if (!progress.test) return std::nullopt;
  const content::Content& content = **loaded(progress.lesson);
  const auto language = content.reviewed(words().language()) ? TestLanguage::reviewed : TestLanguage::draft;
  const reading::Course& course = *read_.library->tested_by(progress.lesson);
  const model::Test* test = session::test_of(content.prepared());
  const app::TriesAllowed allowed = test ? app::TriesAllowed(*test) : app::TriesAllowed(*course.part(progress.lesson));
  return TestWords{
      *progress.test, allowed, language, unplayed_before(progress.lesson), parts_words(course), course.part(progress.lesson)->kind,
      context_};
}

// Of a final that has several parts: when it is passed, and what is left of it.
std::string HomeWording::parts_words(const reading::Course& course) const {
  if (course.final_parts.size() < 2) return {};
  const auto progress = std::find_if(read_.decided.courses.begin(), read_.decided.courses.end(),
                                     [&](const app::CourseProgress& each) { return each.course == course.id; });
  const content::Fill many{{"n", std::to_string(course.final_parts.size())}, {"days", std::to_string(course.within / 86'400)}};
  const std::string rule = course.within > 0 ? tr("The course is passed when all {n} parts of its final are, within {days} days.", many)
                                             : tr("The course is passed when all {n} parts of its final are.", many);
  if (progress == read_.decided.courses.end()) return rule;
  const app::FinalStanding& standing = progress->final_parts;
  if (standing.passed) return tr("All parts of the final are passed.");
  std::string left;
  for (const model::Id& each : standing.left)
    left += (left.empty() ? "" : "; ") + say(each, course.card(each)->title);
  if (!standing.until) return rule + " " + tr("Still to do: {parts}.", {{"parts", left}});
  return rule + " " + tr("Still to do: {parts}, until {date}.", {{"parts", left}, {"date", context_.day(*standing.until)}});
}

std::string HomeWording::unplayed_before(const model::Id& test) const {
  std::string all;
  const model::Id& course = read_.library->tested_by(test)->id;
  for (const app::CourseProgress& progress : read_.decided.courses)
    for (const app::LessonProgress& each : progress.lessons)
      if (progress.course == course && !each.test && !each.played && each.readable)
        all += (all.empty() ? "" : "; ") + say(each.lesson, read_.library->card(each.lesson)->title);
  return all;
}

void HomeWording::put_test(HomeLesson& lesson, const TestWords& test, const reading::ScenarioCard& card) const {
  lesson.may_begin = test.may_begin();
  lesson.summary = tr("{summary} {n} min.", {{"summary", test.purpose()}, {"n", std::to_string(card.minutes)}});
  if (lesson.tag.empty()) lesson.tag = test.place(), lesson.tag_icon = "flag";
}

HomeLesson HomeWording::lesson_of(const reading::ScenarioCard& card, const app::LessonProgress& progress) {
  HomeLesson lesson;
  lesson.id = card.id;
  lesson.title = say(card.id, card.title);
  lesson.summary = tr("{summary} {n} min.", {{"summary", say(card.id, card.summary)}, {"n", std::to_string(card.minutes)}});
  lesson.picture = thumbnail(card);
  lesson.usable = progress.readable;
  if (const auto& found = loaded(card.id); !found.ok()) {
    lesson.problem = words().error(found.error());
    out_.notices.push_back({tr("{lesson}: {problem}", {{"lesson", card.title.source}, {"problem", found.error().message}})});
  }
  lesson.act = progress.act;
  lesson.per_mille = progress.per_mille;
  put_state(lesson, progress);
  if (const auto test = test_words(progress)) put_test(lesson, *test, card);
  return lesson;
}

// Practised, passed unsupervised, passed supervised: three words that are one nowhere. See docs/words.md.
void HomeWording::put_state(HomeLesson& lesson, const app::LessonProgress& progress) const {
  switch (progress.state) {
  case app::LessonState::passed:
    lesson.tag = !progress.test        ? tr("Practised")
                 : progress.part_only  ? tr("This part is passed")
                 : progress.supervised ? tr("Passed supervised")
                                       : tr("Passed unsupervised");
    lesson.tag_icon = progress.supervised ? "shield" : "check", lesson.meaning = Meaning::ok;
    break;
  case app::LessonState::under_way:
    lesson.tag = tr("Under way"), lesson.tag_icon = "play", lesson.meaning = Meaning::accent;
    break;
  case app::LessonState::not_passed:
    lesson.tag = progress.test ? tr("Not passed yet") : tr("Practised, not yet");
    lesson.tag_icon = "ring", lesson.meaning = Meaning::quiet;
    break;
  case app::LessonState::fresh:
    break;
  }
}

// ---- the one next thing

void HomeWording::put_next() {
  const app::Home& decided = read_.decided;
  const auto card = [this](const model::Id& lesson) -> const reading::ScenarioCard& { return *read_.library->card(lesson); };
  switch (decided.first) {
  case app::NextThing::go_on:
    out_.go_on = continue_card(*decided.stopped);
    break;
  case app::NextThing::refresher:
    out_.go_on = refresher_card(card(decided.refreshers.front()));
    break;
  case app::NextThing::error:
    out_.go_on = error_card(*decided.error);
    break;
  case app::NextThing::lesson:
    out_.go_on = next_card(card(decided.next), decided.lesson(decided.next));
    break;
  case app::NextThing::nothing:
    break;
  }
}

HomeContinue HomeWording::continue_card(const app::AttemptCard& card) const {
  HomeContinue shown;
  shown.head = tr("Where you stopped"), shown.button = tr("Continue");
  shown.title = card.title;
  put_when(shown, card, {});
  if (const reading::ScenarioCard* lesson = read_.library->card(card.scenario)) {
    shown.picture = thumbnail(*lesson);
    shown.left = words().plural("shell", "about {n} minute left", "about {n} minutes left", app::minutes_left(card, lesson->minutes));
  }
  const content::Fill at{{"n", std::to_string(card.question)}, {"all", std::to_string(card.questions)}};
  if (card.questions > 0) shown.where = tr("Question {n} of {all}", at);
  const auto& history = read_.history;
  if (card.questions == 0 && history && !history->difference && history->attempt.ending == session::Ending::open) put_moment(shown, card);
  return shown;
}

// `scene`: the time of the scene, where it could be computed.
void HomeWording::put_when(HomeContinue& shown, const app::AttemptCard& card, const std::string& scene) const {
  const std::string saved = context_.local(card.saved), today = context_.local(context_.now());
  const std::string when = saved.substr(0, 10) == today.substr(0, 10) ? saved.substr(11, 5) : context_.day_and_time(card.saved);
  if (context_.in_demonstration())
    shown.when = scene.empty() ? std::string() : tr("Scene time {scene}.", {{"scene", scene}});
  else
    shown.when =
        scene.empty() ? tr("Saved {time}.", {{"time", when}}) : tr("Scene time {scene}, saved {time}.", {{"scene", scene}, {"time", when}});
}

// What the attempt itself says; it was read, not resumed: looking at home changes nothing in the record.
void HomeWording::put_moment(HomeContinue& shown, const app::AttemptCard& card) const {
  const app::History& history = *read_.history;
  const session::Prepared& prepared = history.content->prepared();
  const auto& texts = history.content->texts(words().language());
  const session::Attempt& attempt = history.attempt;
  shown.title = texts.of(prepared.scenario.title);
  const StepCount count = step_count(prepared, attempt.step); // as the lesson counts them
  const std::string& step = texts.of(prepared.scenario.steps[attempt.step].title);
  shown.where = count.n == 0
                    ? step
                    : tr("Step {n} of {all}: {step}", {{"n", std::to_string(count.n)}, {"all", std::to_string(count.all)}, {"step", step}});
  put_when(shown, card, base::clock_of(prepared.scenario.starts, attempt.world.now).substr(0, 5));
  put_layers(shown);
}

void HomeWording::put_layers(HomeContinue& shown) const {
  const app::History& history = *read_.history;
  const session::Prepared& prepared = history.content->prepared();
  const StepViews& views = context_.playing().options().views;
  Shot shot; // a view shows the place of one thing: any that has a place will do
  for (const model::EntityUse& thing : prepared.scenario.entities)
    if (shot.layers.empty()) shot = debrief_shot(prepared, history.attempt, prepared.symbols.find(thing.id), views, words());
  for (const std::string& path : shot.layers)
    if (SharedBytes bytes = content::file_of(history.content, path))
      shown.layers.push_back({picture_key(prepared, path), std::move(bytes)});
}

HomeContinue HomeWording::next_card(const reading::ScenarioCard& card, const app::LessonProgress& progress) const {
  HomeContinue shown;
  const bool again = progress.act == app::LessonAct::replay;
  shown.head = again ? tr("Try it again") : tr("Next lesson");
  shown.button = again ? tr("Replay") : tr("Start");
  shown.title = say(card.id, card.title);
  shown.where = say(card.id, card.summary);
  shown.left = words().plural("shell", "about {n} minute", "about {n} minutes", card.minutes);
  shown.picture = thumbnail(card);
  if (const auto test = test_words(progress))
    shown.head = test->place(), shown.icon = "flag", shown.where = test->purpose(), shown.usable = test->may_begin();
  put_also(shown);
  return shown;
}

void HomeWording::put_also(HomeContinue& shown) const {
  if (const model::Id& also = read_.decided.also; !also.empty()) shown.also = say(also, read_.library->card(also)->title);
}

HomeContinue HomeWording::refresher_card(const reading::ScenarioCard& card) const {
  HomeContinue shown;
  shown.head = tr("Refresher, due now"), shown.icon = "clock";
  shown.button = tr("Start refresher"), shown.button_icon = "replay";
  shown.title = say(card.id, card.title), shown.where = say(card.id, card.summary);
  if (card.id == read_.decided.today.lesson)
    shown.where = tr("It is some time since you passed. Three questions, told at once; what you passed stays.");
  shown.left = words().plural("shell", "about {n} minute", "about {n} minutes", card.minutes);
  shown.picture = thumbnail(card);
  if (const auto test = test_words(read_.decided.lesson(card.id))) {
    shown.head = test->place(), shown.icon = "flag", shown.where = test->purpose(), shown.usable = test->may_begin();
    shown.button = tr("Start"), shown.button_icon = "forward";
  }
  return shown;
}

// The moment is one press away; what decided it is worked out then.
HomeContinue HomeWording::error_card(const app::AttemptCard& attempt) const {
  HomeContinue shown;
  const std::string date = context_.day(*attempt.finished);
  shown.head = tr("One moment again"), shown.icon = "replay";
  shown.title = attempt.title;
  shown.where = tr("On {date} you did not pass this. Do the moment that decided it again.", {{"date", date}});
  shown.button = words().tr("debrief", "Practise this moment"), shown.why = tr("See why");
  if (const reading::ScenarioCard* lesson = read_.library->card(attempt.scenario))
    shown.title = say(lesson->id, lesson->title), shown.picture = thumbnail(*lesson);
  put_also(shown);
  return shown;
}

// ---- the card of the course: nothing that there is not

void HomeWording::put_today() {
  const app::LessonProgress& today = read_.decided.today;
  if (today.lesson.empty()) return;
  HomeRow row{"home/today", tr("Today's three"), tr("Two minutes. It counts nowhere.")};
  row.icon = "question";
  if (!today.open.empty())
    row.detail = tr("Begun. Go on where you stopped.");
  else if (read_.decided.today_done)
    row.detail = tr("Done. Tomorrow three more."), row.icon = "check", row.meaning = Meaning::ok;
  out_.rows.push_back(std::move(row));
}

void HomeWording::put_rows() {
  for (const app::CourseProgress& progress : read_.decided.courses) {
    const std::string title =
        read_.decided.courses.size() > 1 ? words().tr("course", read_.library->course(progress.course)->title.source) : tr("Lessons");
    const int played = progress.lessons_played(), all = progress.lessons_in_it();
    const content::Fill of{{"done", std::to_string(played)}, {"all", std::to_string(all)}};
    HomeRow row{"", title, tr("{done} of {all} practised", of)};
    row.icon = played == all ? "check" : "play", row.meaning = played == all ? Meaning::ok : Meaning::accent;
    row.per_mille = played * 1000 / std::max(all, 1);
    out_.rows.push_back(std::move(row));
  }
  for (const model::Id& due : read_.decided.refreshers)
    if (!(read_.decided.first == app::NextThing::refresher && due == read_.decided.refreshers.front()))
      out_.rows.push_back(
          {"home/refresher/" + due, tr("Refresher"), say(due, read_.library->card(due)->title), tr("Due now"), "clock", "", Meaning::warn});
  put_today();
  if (const app::LessonProgress& warm_up = read_.decided.warm_up; !warm_up.lesson.empty()) {
    const bool done = warm_up.state == app::LessonState::passed;
    HomeRow row{"home/warm-up-row", tr("Warm-up"), done ? tr("Done. It counts nowhere.") : tr("Two minutes. It counts nowhere.")};
    row.icon = done ? "check" : "lamp", row.meaning = done ? Meaning::ok : Meaning::quiet;
    out_.rows.push_back(std::move(row));
  }
  const bool none = out_.attempts.empty();
  HomeRow record{
      "home/record", tr("My record"),
      none ? tr("Your attempts will stand here.")
           : tr("Newest: {lesson}, {result}", {{"lesson", out_.attempts.front().title}, {"result", out_.attempts.front().result}})};
  record.icon = "list";
  out_.rows.push_back(std::move(record));
}

// ---- what can be found

void HomeWording::put_index() {
  out_.index = read_.index;
  for (std::size_t i = 0; i < read_.notes.size(); ++i) {
    const app::AttemptCard& attempt = read_.notes[i].attempt;
    const reading::ScenarioCard* lesson = read_.library->card(attempt.scenario);
    out_.index.say_beside(i, (lesson ? say(attempt.scenario, lesson->title) : attempt.title) + ", " + context_.day(attempt.started));
  }
  for (const HomeCourse& course : out_.courses)
    for (const HomeLesson& lesson : course.lessons)
      if (lesson.usable) out_.index.add({app::SearchKind::lesson, lesson.id, lesson.title, lesson.summary, lesson.tag});
  std::map<std::pair<std::string, std::string>, std::string> explained; // word and meaning: in which lessons
  for (const HomeCourse& course : out_.courses)
    for (const HomeLesson& lesson : course.lessons)
      if (const auto& found = loaded(lesson.id); found.ok() && (*found)->usable())
        for (const auto& [term, meaning] : (*found)->prepared().scenario.glossary) {
          std::string& in = explained[{say(lesson.id, term), say(lesson.id, meaning)}];
          in += (in.empty() ? "" : ", ") + say(lesson.id, (*found)->prepared().scenario.title);
        }
  for (const auto& [word, lessons] : explained)
    out_.index.add(
        {app::SearchKind::word, std::to_string(out_.index.size()), word.first, word.second, tr("In: {lessons}", {{"lessons", lessons}})});
}

// ---- the rest

void HomeWording::put_attempts() {
  if (!read_.attempts.ok()) return;
  for (const app::AttemptCard& each : *read_.attempts)
    if (!each.warm_up && out_.attempts.size() < most_attempts_shown) out_.attempts.push_back(attempt_of(each));
}

HomeAttempt HomeWording::attempt_of(const app::AttemptCard& card) const {
  HomeAttempt shown;
  shown.id = card.id;
  const reading::ScenarioCard* lesson = read_.library->card(card.scenario);
  shown.title = lesson && loaded(card.scenario).ok() ? say(card.scenario, lesson->title) : card.title;
  shown.when = context_.day_and_time(card.started);
  const shared::ResultWords result = shared::result_words(card, words());
  shown.result = result.words, shown.icon = result.icon, shown.meaning = result.meaning;
  return shown;
}

// ---- the map

// What the parts of one course's baseline and final are about, each once: the tests' blueprints, then what scenes call for besides.
void HomeWording::put_map() {
  if (!read_.attempts.ok()) return;
  for (const app::CourseProgress& progress : read_.decided.courses) {
    const reading::Course& course = *read_.library->course(progress.course);
    const std::vector<NamedCompetency> named = competencies_of(progress, course);
    std::vector<model::Id> ids;
    for (const NamedCompetency& each : named)
      ids.push_back(each.id);
    const auto map = app::competency_map(course, ids, *read_.attempts);
    for (std::size_t i = 0; i < map.size(); ++i)
      out_.map.push_back(competency_of(map[i], named[i].name));
    if (!map.empty()) return;
  }
}

std::vector<HomeWording::NamedCompetency> HomeWording::competencies_of(const app::CourseProgress& progress,
                                                                       const reading::Course& course) const {
  std::vector<NamedCompetency> all, of_scenes;
  const auto add = [&](std::vector<NamedCompetency>& to, const model::Id& lesson, const model::Id& id, const model::Text& name) {
    const auto same = [&id](const NamedCompetency& each) { return each.id == id; };
    if (std::none_of(to.begin(), to.end(), same)) to.push_back({id, say(lesson, name)});
  };
  for (const app::LessonProgress& each : progress.lessons) {
    const auto& content = loaded(each.lesson);
    if (!each.test || !course.part(each.lesson) || !content.ok()) continue;
    const session::Prepared& prepared = (*content)->prepared();
    const model::Test* test = session::test_of(prepared);
    for (std::size_t i = 0; test && i < std::min(test->blueprint.size(), test->competency_names.size()); ++i)
      add(all, each.lesson, test->blueprint[i].competency, test->competency_names[i]);
    const auto& ids = prepared.scenario.competencies;
    for (std::size_t i = 0; !test && i < std::min(ids.size(), prepared.scenario.competency_names.size()); ++i)
      add(of_scenes, each.lesson, ids[i], prepared.scenario.competency_names[i]);
  }
  for (const NamedCompetency& each : of_scenes)
    if (std::none_of(all.begin(), all.end(), [&each](const NamedCompetency& one) { return one.id == each.id; })) all.push_back(each);
  return all;
}

HomeCompetency HomeWording::competency_of(const app::CompetencyState& state, const std::string& name) const {
  HomeCompetency row{name, {}};
  const auto counts = [this](const app::CompetencyShown& shown) {
    return content::Fill{
        {"right", std::to_string(shown.counts.right)}, {"asked", std::to_string(shown.counts.asked)}, {"date", context_.day(shown.at)}};
  };
  const bool all_right = state.after && state.after->counts.right == state.after->counts.asked;
  if (state.before) row.shown.push_back(tr("Before, {date}: {right} of {asked}", counts(*state.before)));
  if (state.practised) row.shown.push_back(tr("Practised"));
  if (state.after)
    row.shown.push_back(state.after->supervised ? tr("After, supervised, {date}: {right} of {asked}", counts(*state.after))
                                                : tr("After, {date}: {right} of {asked}", counts(*state.after)));
  if (state.scene) row.shown.push_back(tr("Scene of the final passed, {date}", {{"date", context_.day(*state.scene)}}));
  if (row.shown.empty()) row.shown.push_back(tr("Not yet"));
  if (state.practised || state.after || state.scene) row.icon = "triangle", row.meaning = Meaning::accent;
  if (all_right || (state.scene && !state.after)) row.icon = "check", row.meaning = Meaning::ok;
  return row;
}

// Nothing is left to tell whoever sat the test in it already, or passed it supervised before.
void HomeWording::put_present(const session::SupervisedSession& open, const content::Fill& fill) {
  const auto over = [&open](const app::AttemptCard& each) {
    const bool sat = each.session == open.entry && each.ending != session::Ending::open;
    return sat || (each.scenario == open.test && each.supervised() && each.passed_final());
  };
  if (read_.attempts.ok() && std::any_of(read_.attempts->begin(), read_.attempts->end(), over)) return;
  out_.notices.push_back(
      {tr("A supervised session is open until {time}, and you are in it: your test is supervised.", fill), "shield", Meaning::accent});
}

// Whoever sits a test is told before whether it will be supervised.
void HomeWording::put_session() {
  const auto& card = context_.front().session;
  if (!card) return;
  const content::Fill fill{{"time", context_.local(card->session.until).substr(11, 5)}};
  if (session::state_of(card->session, context_.now()) != session::SessionState::open)
    out_.notices.push_back({shared::session_words(context_).words + " " + tr("A test that you begin now is unsupervised.")});
  else if (card->session.is_present(context_.person().id))
    put_present(card->session, fill);
  else
    out_.notices.push_back(
        {tr("A supervised session is open until {time}, and you are not in it: a test that you begin is unsupervised.", fill)});
}

void HomeWording::put_notices() {
  if (const auto reset = context_.pin_reset())
    out_.notices.push_back(
        {tr("A trainer gave you a new PIN on {date}. If you did not ask for it, tell the trainer.", {{"date", context_.day(*reset)}})});
  if (!context_.in_demonstration()) put_session();
  if (!words().reviewed()) out_.notices.push_back({tr("This language is a draft. It is for practice only.")});
  for (const auto& finding : read_.findings)
    out_.notices.push_back({finding([this](auto context, auto source) { return words().tr(context, source); })});
  if (read_.more_findings > 0)
    out_.notices.push_back({words().plural("shell", "The content has {n} more finding. A trainer sees it with: firsthand check",
                                           "The content has {n} more findings. A trainer sees them with: firsthand check",
                                           static_cast<std::int64_t>(read_.more_findings))});
}

} // namespace

HomeContents home_words(const HomeRead& read, Context& context) { return HomeWording(read, context).contents(); }

} // namespace firsthand::screens
