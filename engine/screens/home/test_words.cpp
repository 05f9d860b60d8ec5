// See test_words.h.
#include "engine/screens/home/test_words.h"

namespace firsthand::screens {

std::string TestWords::bar() const {
  switch (admission_.bar) {
  case app::Bar::none:
  case app::Bar::under_way:
    return {};
  case app::Bar::session_over:
    return context_.tr("The time of its supervised session is over. It is handed in as it stands when a supervisor closes the session.");
  case app::Bar::once:
    return context_.tr("It was sat, or the lessons have begun.");
  case app::Bar::lessons_first:
    return context_.tr("First play each lesson to its end. Not played: {lessons}.", {{"lessons", unplayed_}});
  case app::Bar::passed:
    return parts_.empty() ? context_.tr("You have passed it.") : context_.tr("You have passed this part.") + " " + parts_;
  case app::Bar::no_tries_left:
    return context_.tr("All tries are used. Ask your trainer.");
  case app::Bar::wait:
    return context_.tr("The next try is possible from {when} on.", {{"when", context_.day_and_time(admission_.until)}});
  case app::Bar::clock_back:
    return context_.tr("This computer's clock stands before your last try of {when}. Have it set right.",
                       {{"when", context_.day_and_time(admission_.until)}});
  }
  return {};
}

std::string TestWords::place() const {
  switch (admission_.role) {
  case assessment::Role::baseline:
    return context_.tr("Before the lessons");
  case assessment::Role::delayed:
    return context_.tr("Some time later");
  default:
    return context_.tr("After the lessons");
  }
}

std::string TestWords::purpose() const {
  if (is_for_no_practice()) return context_.tr("This language is a draft. Choose another one to sit this part.");
  if (!may_begin()) return bar();
  if (admission_.role == assessment::Role::baseline)
    return context_.tr("It shows later what the lessons brought, and can be sat only before the first of them. Nobody passes or fails it.");
  if (admission_.role == assessment::Role::delayed) return context_.tr("It shows what is still there. It changes no result.");
  if (language_ == TestLanguage::draft) return context_.tr("This language is a draft. So this is practice, and passes nothing.");
  const std::string decides = parts_.empty() ? context_.tr("It decides whether the course is passed.") : parts_;
  if (allowed_.tries == 0) return decides;
  const int left = allowed_.tries - std::max(admission_.nth_try, 1) + 1;
  return decides + " " + context_.words().plural("shell", "You have {n} try.", "You have {n} tries.", left);
}

} // namespace firsthand::screens
