// See admission.h.
#include "engine/app/admission.h"

#include "engine/app/home.h"
#include "engine/app/refreshers.h"

#include <fmt/format.h>

#include <algorithm>

namespace firsthand::app {

namespace {

using assessment::Role;

std::optional<Role> role_of(const AttemptCard& card) { return assessment::role_of(card.role); }

// Of one test at the window, without what was played on from a moment of it.
std::vector<const AttemptCard*> sat(AttemptCards attempts, std::string_view lesson) {
  std::vector<const AttemptCard*> all;
  for (const AttemptCard& each : attempts)
    if (each.scenario == lesson && each.parent.empty() && each.channel == session::Channel::window) all.push_back(&each);
  return all;
}

// A record from before roles were told has one that may have been it. One that two people decided to be void was none.
bool has_baseline(const std::vector<const AttemptCard*>& own) {
  return std::any_of(own.begin(), own.end(),
                     [](const AttemptCard* each) { return !each->is_void() && (each->role.empty() || role_of(*each) == Role::baseline); });
}

bool lesson_begun(const reading::Course& course, AttemptCards attempts) {
  return std::any_of(attempts.begin(), attempts.end(),
                     [&](const AttemptCard& each) { return course.card(each.scenario) && !course.tests_by(each.scenario); });
}

bool delayed_due(const reading::Course& course, std::string_view lesson, const Applicant& who) {
  return std::any_of(course.refreshers.begin(), course.refreshers.end(), [&](const reading::Refresher& each) {
    return each.scenario == lesson && is_due(course, each, who.attempts, who.now);
  });
}

Admission barred(Admission then, Bar bar, base::Moment until = {}) {
  then.bar = bar, then.until = until;
  return then;
}

// The tries so far, the newest first. What was given up is one as well: its questions were seen. What two people decided to be void is
// none; its form was seen all the same (forms_seen).
Admission next_try(const std::vector<const AttemptCard*>& sat, const TriesAllowed& allowed, base::Moment now) {
  std::vector<const AttemptCard*> tries;
  std::copy_if(sat.begin(), sat.end(), std::back_inserter(tries), [](const AttemptCard* each) { return !each->is_void(); });
  Admission then{Role::final_test};
  then.nth_try = static_cast<int>(tries.size()) + 1;
  if (tries.empty()) return then;
  if (allowed.tries > 0 && then.nth_try > allowed.tries) return barred(then, Bar::no_tries_left);
  const base::Moment last = tries.front()->finished.value_or(tries.front()->started);
  const base::Moment from{last.milliseconds + std::int64_t{allowed.wait} * 1000};
  if (now < last) return barred(then, Bar::clock_back, last);
  return now < from ? barred(then, Bar::wait, from) : then;
}

// Who passed, and nobody vouched for it.
bool may_pass_supervised(const reading::Course& course, std::string_view lesson, const Applicant& who) {
  return who.watched == Watched::supervised && passed(course, who.attempts, lesson) && !passed_supervised(who.attempts, lesson);
}

Admission after_lessons(const reading::Course& course, const std::vector<const AttemptCard*>& own, std::string_view lesson,
                        const TriesAllowed& allowed, const Applicant& who) {
  std::vector<const AttemptCard*> tries;
  for (const AttemptCard* each : own)
    if (role_of(*each) == Role::final_test) tries.push_back(each);
  const Admission then = next_try(tries, allowed, who.now);
  if (may_pass_supervised(course, lesson, who) && then.bar != Bar::no_tries_left) return then;
  const FinalStanding standing = final_standing(course, who.attempts, who.now);
  if (standing.passed) {
    Admission delayed{Role::delayed};
    return delayed_due(course, lesson, who) ? delayed : barred(delayed, Bar::passed);
  }
  if (who.mode == session::Mode::practice) return {};
  const bool left = std::find(standing.left.begin(), standing.left.end(), lesson) != standing.left.end();
  return left ? then : barred(then, Bar::passed);
}

} // namespace

bool lessons_played(const reading::Course& course, const Applicant& who) {
  return std::all_of(course.scenarios.begin(), course.scenarios.end(), [&](const reading::ScenarioCard& card) {
    return course.tests_by(card.id) || played_before(who.attempts, card.id) || !who.readable(card.id);
  });
}

Admission admission(const reading::Library& library, std::string_view lesson, const TriesAllowed& allowed, const Applicant& who) {
  const reading::Course* course = library.tested_by(lesson);
  if (!course) return {};
  const auto own = sat(who.attempts, lesson);
  for (const AttemptCard* each : own)
    if (each->ending == session::Ending::open)
      return {role_of(*each).value_or(Role::practice), each->nth_try, each->session_unclosed ? Bar::session_over : Bar::under_way, {}};
  if (course->asks_before(lesson) && !has_baseline(own) && !lesson_begun(*course, who.attempts)) return {Role::baseline};
  if (!course->decides_by(lesson)) return barred({Role::baseline}, Bar::once);
  if (!lessons_played(*course, who)) return barred({Role::final_test}, Bar::lessons_first);
  return after_lessons(*course, own, lesson, allowed, who);
}

std::vector<std::string> forms_seen(AttemptCards attempts, std::string_view test) {
  std::vector<std::string> seen;
  for (const AttemptCard* each : sat(attempts, test)) // newest first
    if (!each->form.empty()) seen.insert(seen.begin(), each->form);
  return seen;
}

base::Result<void> admitted(const Admission& admission, int offset_minutes) {
  std::string until = base::iso_local(admission.until, offset_minutes).substr(0, 16);
  until.replace(10, 1, " "); // 2026-12-04 08:46
  switch (admission.bar) {
  case Bar::none:
    return {};
  case Bar::under_way:
    return base::fail("test-under-way", "This test was begun and is not handed in. Go on with it.");
  case Bar::session_over:
    return base::fail("session-over", "This test was begun in a supervised session whose time is over. It is handed in as it stands when a "
                                      "supervisor closes that session.");
  case Bar::once:
    return base::fail("test-once", "The test before the lessons is sat once.");
  case Bar::lessons_first:
    return base::fail("test-lessons-first", "The test comes after the lessons. Play each of them to its end first.");
  case Bar::passed:
    return base::fail("test-passed", "You have passed this test.");
  case Bar::no_tries_left:
    return base::fail("test-tries", "All tries at this test are used. Ask your trainer.");
  case Bar::wait:
    return base::fail("test-wait", fmt::format("The next try is possible from {} on.", until));
  case Bar::clock_back:
    return base::fail("test-clock",
                      fmt::format("This computer's clock stands before your last try, which was at {}. Have the clock set right.", until));
  }
  return {};
}

} // namespace firsthand::app
