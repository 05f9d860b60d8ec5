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

bool may_go_on(const AttemptCard& attempt, const HomeAsked& asked) {
  return attempt.ending == Ending::open && attempt.channel == asked.channel;
}

const AttemptCard* newest_open(AttemptCards attempts, std::string_view lesson, const HomeAsked& asked) {
  const auto found = std::find_if(attempts.begin(), attempts.end(),
                                  [&](const AttemptCard& each) { return each.scenario == lesson && may_go_on(each, asked); });
  return found == attempts.end() ? nullptr : &*found;
}

LessonProgress progress_of(const model::Id& lesson, AttemptCards attempts, const HomeAsked& asked) {
  LessonProgress told;
  told.lesson = lesson;
  told.readable = asked.readable(lesson);
  const AttemptCard* open = newest_open(attempts, lesson, asked);
  const bool is_passed = passed(attempts, lesson), failed = failed_once(attempts, lesson);
  told.state = is_passed ? LessonState::passed : open ? LessonState::under_way : failed ? LessonState::not_passed : LessonState::fresh;
  told.act = open ? LessonAct::go_on : is_passed || failed ? LessonAct::replay : LessonAct::start;
  if (open) told.open = open->id;
  if (is_passed)
    told.per_mille = 1000;
  else if (open && open->steps > 0)
    told.per_mille = std::clamp(open->step * 1000 / open->steps, 0, 1000);
  return told;
}

CourseProgress progress_of(const reading::Course& course, AttemptCards attempts, const HomeAsked& asked) {
  CourseProgress told{course.id, {}};
  for (const reading::ScenarioCard& card : course.scenarios)
    told.lessons.push_back(progress_of(card.id, attempts, asked));
  return told;
}

LessonProgress warm_up_of(const reading::Library& library, AttemptCards attempts, const HomeAsked& asked) {
  for (const reading::Course& course : library.courses())
    if (course.kind == reading::CourseKind::warm_up)
      for (const LessonProgress& each : progress_of(course, attempts, asked).lessons)
        if (each.readable) return each;
  return {};
}

// ---- refreshers

bool with_verdict(const AttemptCard& attempt) { return attempt.ending == Ending::passed || attempt.ending == Ending::failed; }

std::optional<base::Moment> first_passed(AttemptCards attempts, std::string_view lesson) {
  std::optional<base::Moment> first;
  for (const AttemptCard& each : attempts)
    if (each.scenario == lesson && each.ending == Ending::passed && each.finished && each.counts)
      first = each.finished; // newest first: ends at the oldest
  return first;
}

std::optional<base::Moment> passed_at(const reading::Course& course, AttemptCards attempts) {
  std::optional<base::Moment> last;
  for (const reading::ScenarioCard& card : course.scenarios) {
    const auto first = first_passed(attempts, card.id);
    if (!first) return std::nullopt;
    last = std::max(last.value_or(*first), *first);
  }
  return last;
}

// From its time after the course was passed, until its lesson was played to an end again.
bool is_due(const reading::Refresher& refresher, base::Moment course_passed, AttemptCards attempts, base::Moment now) {
  const base::Moment due{course_passed.milliseconds + std::int64_t{refresher.after} * 1000};
  const bool again = std::any_of(attempts.begin(), attempts.end(), [&](const AttemptCard& each) {
    return each.scenario == refresher.scenario && with_verdict(each) && each.counts && each.finished >= due;
  });
  return now >= due && !again;
}

std::vector<model::Id> refreshers_of(const reading::Library& library, AttemptCards attempts, const HomeAsked& asked) {
  std::vector<model::Id> all;
  for (const reading::Course& course : library.courses()) {
    if (course.kind == reading::CourseKind::warm_up) continue;
    const auto at = passed_at(course, attempts);
    if (!at) continue;
    for (const reading::Refresher& each : course.refreshers)
      if (course.card(each.scenario) && is_due(each, *at, attempts, asked.now) && asked.readable(each.scenario))
        all.push_back(each.scenario);
  }
  return all;
}

// ---- errors

std::int64_t local_day(base::Moment at, int offset_minutes) {
  constexpr std::int64_t day = 86'400'000;
  const std::int64_t local = at.milliseconds + std::int64_t{offset_minutes} * 60'000;
  return local >= 0 ? local / day : (local - day + 1) / day;
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
      if (const AttemptCard* error = error_of(lesson.lesson, attempts, asked); error && (!newest || *newest->finished < *error->finished))
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

const LessonProgress* next_of(const std::vector<CourseProgress>& courses) {
  for (const CourseProgress& course : courses)
    for (const LessonProgress& lesson : course.lessons)
      if (lesson.readable && lesson.state != LessonState::passed) return &lesson;
  return nullptr;
}

std::string first_name(std::string_view name) {
  while (true) {
    const std::size_t end = std::min(name.find(' '), name.size());
    if (end == name.size() || name[end == 0 ? 0 : end - 1] != '.') return std::string(name.substr(0, end));
    name.remove_prefix(end + 1);
  }
}

} // namespace

bool passed(AttemptCards attempts, std::string_view lesson) {
  return std::any_of(attempts.begin(), attempts.end(),
                     [&](const AttemptCard& each) { return each.scenario == lesson && each.ending == Ending::passed && each.counts; });
}

bool played_before(AttemptCards attempts, std::string_view lesson) {
  return std::any_of(attempts.begin(), attempts.end(), [&](const AttemptCard& each) {
    return each.scenario == lesson && (each.ending == Ending::passed || each.ending == Ending::failed);
  });
}

int CourseProgress::passed() const {
  return static_cast<int>(
      std::count_if(lessons.begin(), lessons.end(), [](const LessonProgress& each) { return each.state == LessonState::passed; }));
}

const LessonProgress& Home::lesson(std::string_view id) const {
  static const LessonProgress none;
  if (warm_up.lesson == id) return warm_up;
  for (const CourseProgress& course : courses)
    for (const LessonProgress& each : course.lessons)
      if (each.lesson == id) return each;
  return none;
}

Home home_of(const reading::Library& library, AttemptCards attempts, const HomeAsked& asked) {
  Home home;
  for (const reading::Course& course : library.courses())
    if (!course.scenarios.empty() && course.kind == reading::CourseKind::lessons)
      home.courses.push_back(progress_of(course, attempts, asked));
  home.warm_up = warm_up_of(library, attempts, asked);
  const auto stopped =
      std::find_if(attempts.begin(), attempts.end(), [&](const AttemptCard& each) { return may_go_on(each, asked) && !each.warm_up; });
  if (stopped != attempts.end())
    home.stopped = *stopped;
  else if (const LessonProgress* next = next_of(home.courses))
    home.next = next->lesson;
  home.refreshers = refreshers_of(library, attempts, asked);
  home.error = newest_error(home.courses, attempts, asked);
  home.first = first_of(home);
  return home;
}

int minutes_left(const AttemptCard& attempt, int minutes) {
  return std::max(1, minutes * (attempt.steps - attempt.step) / std::max(1, attempt.steps));
}

session::Mode mode_for(const reading::Library& library, std::string_view lesson) {
  const auto tested = [lesson](const reading::Course& course) {
    return course.card(lesson) && (course.final_test == lesson || course.baseline == lesson);
  };
  const auto& courses = library.courses();
  return std::any_of(courses.begin(), courses.end(), tested) ? session::Mode::assessed : session::Mode::practice;
}

std::string greeted(std::string_view name, std::span<const PersonCard> people) {
  const auto same = [&](const PersonCard& each) { return first_name(each.name) == first_name(name); };
  return std::count_if(people.begin(), people.end(), same) > 1 ? std::string(name) : first_name(name);
}

} // namespace firsthand::app
