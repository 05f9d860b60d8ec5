// See home.h.
#include "engine/app/home.h"

#include <algorithm>

namespace firsthand::app {

namespace {

using session::Ending;

bool failed_once(AttemptCards attempts, std::string_view lesson) {
  return std::any_of(attempts.begin(), attempts.end(),
                     [&](const AttemptCard& each) { return each.scenario == lesson && each.ending == Ending::failed; });
}

// Not with what waits for the closing of its session.
bool may_go_on(const AttemptCard& attempt, const HomeAsked& asked) {
  return attempt.ending == Ending::open && attempt.channel == asked.channel && !attempt.session_unclosed;
}

const AttemptCard* newest_open(AttemptCards attempts, std::string_view lesson, const HomeAsked& asked) {
  const auto found = std::find_if(attempts.begin(), attempts.end(),
                                  [&](const AttemptCard& each) { return each.scenario == lesson && may_go_on(each, asked); });
  return found == attempts.end() ? nullptr : &*found;
}

LessonProgress progress_of(const reading::Course& course, const model::Id& lesson, AttemptCards attempts, const HomeAsked& asked) {
  LessonProgress told;
  told.lesson = lesson;
  told.readable = asked.readable(lesson);
  told.played = played_before(attempts, lesson);
  const AttemptCard* open = newest_open(attempts, lesson, asked);
  const bool is_passed = passed(course, attempts, lesson), failed = failed_once(attempts, lesson);
  told.state = is_passed ? LessonState::passed : open ? LessonState::under_way : failed ? LessonState::not_passed : LessonState::fresh;
  told.act = open ? LessonAct::go_on : is_passed || failed ? LessonAct::replay : LessonAct::start;
  if (open) told.open = open->id;
  if (is_passed)
    told.per_mille = 1000;
  else if (open && open->steps > 0)
    told.per_mille = std::clamp(open->step * 1000 / open->steps, 0, 1000);
  return told;
}

bool failed_final(AttemptCards attempts, std::string_view lesson) {
  return std::any_of(attempts.begin(), attempts.end(), [&](const AttemptCard& each) {
    return each.scenario == lesson && each.ending == Ending::failed && assessment::role_of(each.role) == assessment::Role::final_test;
  });
}

// It is never replayed, and what a baseline came to is no verdict.
void put_test(LessonProgress& told, const reading::Library& library, const reading::Course& course, const FinalStanding& final_parts,
              AttemptCards attempts, const HomeAsked& asked) {
  const reading::CoursePart& part = *course.part(told.lesson);
  const model::Test* test = asked.test ? asked.test(told.lesson) : nullptr;
  if (!test && part.kind == reading::CoursePart::Kind::test) return;
  const Watched watched = asked.supervised == told.lesson ? Watched::supervised : Watched::alone;
  told.test = admission(library, told.lesson, test ? TriesAllowed(*test) : TriesAllowed(part),
                        {attempts, asked.now, session::Mode::assessed, asked.readable, watched});
  told.supervised = course.final_parts.size() > 1 ? final_parts.supervised : passed_supervised(attempts, told.lesson);
  if (told.state == LessonState::passed && !final_parts.passed) {
    const bool again = std::find(final_parts.left.begin(), final_parts.left.end(), told.lesson) != final_parts.left.end();
    told.part_only = !again; // too long ago: it is sat anew
    if (again) told.state = LessonState::fresh, told.per_mille = 0;
  }
  if (told.act == LessonAct::replay) told.act = LessonAct::start;
  const auto open = std::find_if(attempts.begin(), attempts.end(), [&](const AttemptCard& each) { return each.id == told.open; });
  if (open != attempts.end()) told.per_mille = open->questions > 0 ? open->answered * 1000 / open->questions : 0;
  if (told.state == LessonState::not_passed && !failed_final(attempts, told.lesson)) told.state = LessonState::fresh;
}

bool is_before_the_lessons(const LessonProgress& lesson) { return lesson.test && lesson.test->role == assessment::Role::baseline; }

CourseProgress progress_of(const reading::Library& library, const reading::Course& course, AttemptCards attempts, const HomeAsked& asked) {
  CourseProgress told{course.id, {}, final_standing(course, attempts, asked.now)};
  for (const reading::ScenarioCard& card : course.scenarios) {
    told.lessons.push_back(progress_of(course, card.id, attempts, asked));
    if (course.tests_by(card.id)) put_test(told.lessons.back(), library, course, told.final_parts, attempts, asked);
  }
  std::stable_partition(told.lessons.begin(), told.lessons.end(), [](const LessonProgress& each) { return !each.test; });
  std::stable_partition(told.lessons.begin(), told.lessons.end(), is_before_the_lessons);
  return told;
}

LessonProgress first_of_kind(reading::CourseKind kind, const reading::Library& library, AttemptCards attempts, const HomeAsked& asked) {
  for (const reading::Course& course : library.courses())
    if (course.kind == kind)
      for (const LessonProgress& each : progress_of(library, course, attempts, asked).lessons)
        if (each.readable) return each;
  return {};
}

// ---- refreshers

bool with_verdict(const AttemptCard& attempt) { return attempt.ending == Ending::passed || attempt.ending == Ending::failed; }

std::vector<model::Id> refreshers_of(const reading::Library& library, const model::Id& questions, AttemptCards attempts,
                                     const HomeAsked& asked) {
  std::vector<model::Id> all;
  bool ask = false;
  for (const reading::Course& course : library.courses()) {
    if (course.kind != reading::CourseKind::lessons) continue;
    for (const reading::Refresher& each : course.refreshers)
      if (course.card(each.scenario) && is_due(course, each, attempts, asked.now) && asked.readable(each.scenario))
        all.push_back(each.scenario);
    ask = ask || (!questions.empty() && questions_due(course, attempts, questions, asked.now));
  }
  if (ask) all.push_back(questions);
  return all;
}

// ---- errors

std::int64_t local_day(base::Moment at, int offset_minutes) {
  constexpr std::int64_t day = 86'400'000;
  const std::int64_t local = at.milliseconds + std::int64_t{offset_minutes} * 60'000;
  return local >= 0 ? local / day : (local - day + 1) / day;
}

bool done_today(const LessonProgress& today, AttemptCards attempts, const HomeAsked& asked) {
  const auto answered = questions_answered(attempts, today.lesson);
  return answered && local_day(*answered, asked.offset_minutes) == local_day(asked.now, asked.offset_minutes);
}

// The newest attempt at the lesson that came to a verdict, a moment practised among them, was not passed on an earlier day.
const AttemptCard* error_of(const model::Id& lesson, AttemptCards attempts, const HomeAsked& asked) {
  const auto newest = std::find_if(attempts.begin(), attempts.end(),
                                   [&](const AttemptCard& each) { return each.scenario == lesson && with_verdict(each); });
  if (newest == attempts.end() || newest->ending != Ending::failed || newest->mode != session::Mode::practice || !newest->finished)
    return nullptr;
  const auto day = [&](base::Moment at) { return local_day(at, asked.offset_minutes); };
  return asked.readable(lesson) && day(*newest->finished) < day(asked.now) ? &*newest : nullptr;
}

// Of several the newest.
std::optional<AttemptCard> newest_error(const std::vector<CourseProgress>& courses, AttemptCards attempts, const HomeAsked& asked) {
  const AttemptCard* newest = nullptr;
  for (const CourseProgress& course : courses)
    for (const LessonProgress& lesson : course.lessons)
      if (const AttemptCard* error = lesson.test ? nullptr : error_of(lesson.lesson, attempts, asked);
          error && (!newest || *newest->finished < *error->finished))
        newest = error;
  return newest ? std::optional(*newest) : std::nullopt;
}

// ---- what comes next

NextThing first_of(const Home& home) {
  return home.stopped               ? NextThing::go_on
         : !home.refreshers.empty() ? NextThing::refresher
         : home.error               ? NextThing::error
         : !home.next.empty()       ? NextThing::lesson
                                    : NextThing::nothing;
}

// Also while it has to be waited for: then that is told.
bool comes_next(const Admission& test) { return test.bar != Bar::once && test.bar != Bar::lessons_first; }

enum class Tests : std::uint8_t { all, after_lessons, none };

bool is_left(const LessonProgress& lesson, Tests tests) {
  if (!lesson.readable || lesson.state == LessonState::passed) return false;
  if (!lesson.test) return true;
  if (tests == Tests::none || (tests == Tests::after_lessons && is_before_the_lessons(lesson))) return false;
  return comes_next(*lesson.test);
}

model::Id next_of(const std::vector<CourseProgress>& courses, Tests tests) {
  for (const CourseProgress& course : courses)
    for (const LessonProgress& lesson : course.lessons)
      if (is_left(lesson, tests)) return lesson.lesson;
  return {};
}

bool any_unreadable_left(const std::vector<CourseProgress>& courses) {
  return std::any_of(courses.begin(), courses.end(), [](const CourseProgress& course) {
    return std::any_of(course.lessons.begin(), course.lessons.end(),
                       [](const LessonProgress& each) { return !each.readable && each.state != LessonState::passed; });
  });
}

// A test after the lessons that may be sat now.
model::Id open_final(const std::vector<CourseProgress>& courses) {
  for (const CourseProgress& course : courses)
    for (const LessonProgress& lesson : course.lessons)
      if (lesson.test && lesson.test->role == assessment::Role::final_test && lesson.test->bar == Bar::none) return lesson.lesson;
  return {};
}

// A way on beside the first: nobody is forced to a baseline, to look at an error, or to pass each lesson before the test.
model::Id also_of(const Home& home) {
  if (home.first == NextThing::error) return home.error->scenario == home.next ? model::Id() : home.next;
  if (home.first != NextThing::lesson) return {};
  const auto& test = home.lesson(home.next).test;
  if (!test) return open_final(home.courses);
  return test->role == assessment::Role::baseline ? next_of(home.courses, Tests::none) : model::Id();
}

// In an open session nothing else is meant to be done: the test comes first, also before what was stopped elsewhere.
void put_session_first(Home& home, AttemptCards attempts, const model::Id& test) {
  const LessonProgress sat = test.empty() ? LessonProgress() : home.lesson(test);
  if (!sat.readable || !sat.test || (sat.open.empty() && sat.test->bar != Bar::none)) return;
  home.stopped.reset();
  home.next = sat.open.empty() ? test : model::Id();
  home.first = sat.open.empty() ? NextThing::lesson : NextThing::go_on;
  for (const AttemptCard& each : attempts)
    if (!sat.open.empty() && each.id == sat.open) home.stopped = each;
}

std::string first_name(std::string_view name) {
  while (true) {
    const std::size_t end = std::min(name.find(' '), name.size());
    if (end == name.size() || name[end == 0 ? 0 : end - 1] != '.') return std::string(name.substr(0, end));
    name.remove_prefix(end + 1);
  }
}

} // namespace

bool played_before(AttemptCards attempts, std::string_view lesson) {
  return std::any_of(attempts.begin(), attempts.end(), [&](const AttemptCard& each) {
    return each.scenario == lesson && (each.ending == Ending::passed || each.ending == Ending::failed);
  });
}

int CourseProgress::lessons_in_it() const {
  return static_cast<int>(std::count_if(lessons.begin(), lessons.end(), [](const LessonProgress& each) { return !each.test; }));
}

int CourseProgress::lessons_played() const {
  return static_cast<int>(
      std::count_if(lessons.begin(), lessons.end(), [](const LessonProgress& each) { return !each.test && each.played; }));
}

const LessonProgress& Home::lesson(std::string_view id) const {
  static const LessonProgress none;
  if (warm_up.lesson == id) return warm_up;
  if (today.lesson == id) return today;
  for (const CourseProgress& course : courses)
    for (const LessonProgress& each : course.lessons)
      if (each.lesson == id) return each;
  return none;
}

Home home_of(const reading::Library& library, AttemptCards attempts, const HomeAsked& asked) {
  Home home;
  for (const reading::Course& course : library.courses())
    if (!course.scenarios.empty() && course.kind == reading::CourseKind::lessons)
      home.courses.push_back(progress_of(library, course, attempts, asked));
  home.warm_up = first_of_kind(reading::CourseKind::warm_up, library, attempts, asked);
  home.today = first_of_kind(reading::CourseKind::daily, library, attempts, asked);
  home.today_done = done_today(home.today, attempts, asked);
  const auto stopped =
      std::find_if(attempts.begin(), attempts.end(), [&](const AttemptCard& each) { return may_go_on(each, asked) && !each.warm_up; });
  if (stopped != attempts.end())
    home.stopped = *stopped;
  else
    home.next = next_of(home.courses, asked.demonstration ? Tests::after_lessons : Tests::all);
  home.refreshers = refreshers_of(library, home.today.lesson, attempts, asked);
  home.error = newest_error(home.courses, attempts, asked);
  home.unreadable_left = any_unreadable_left(home.courses);
  home.first = first_of(home);
  put_session_first(home, attempts, asked.supervised);
  home.also = also_of(home);
  return home;
}

int minutes_left(const AttemptCard& attempt, int minutes) {
  if (attempt.questions > 0) return std::max(1, minutes * (attempt.questions - attempt.answered) / attempt.questions);
  return std::max(1, minutes * (attempt.steps - attempt.step) / std::max(1, attempt.steps));
}

session::Mode mode_for(const reading::Library& library, std::string_view lesson) {
  return library.tested_by(lesson) ? session::Mode::assessed : session::Mode::practice;
}

std::string greeted(std::string_view name, std::span<const PersonCard> people) {
  const auto same = [&](const PersonCard& each) { return first_name(each.name) == first_name(name); };
  return std::count_if(people.begin(), people.end(), same) > 1 ? std::string(name) : first_name(name);
}

} // namespace firsthand::app
