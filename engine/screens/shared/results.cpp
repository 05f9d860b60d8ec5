// See results.h.
#include "engine/screens/shared/results.h"

#include "engine/assessment/form.h"

namespace firsthand::screens::shared {

namespace {

ResultWords practised(bool well, const content::Words& words) {
  if (well) return {words.tr("shell", "Practised"), "check", Meaning::ok};
  return {words.tr("shell", "Practised, not yet"), "ring", Meaning::quiet};
}

// Of a test by what it was sat for; a lesson is practised, whatever came of it.
ResultWords verdict_words(const app::AttemptCard& card, const content::Words& words) {
  const auto role = assessment::role_of(card.role);
  const bool passed = card.ending == session::Ending::passed;
  if (role == assessment::Role::baseline) return {words.tr("shell", "Before the lessons: handed in"), "flag", Meaning::quiet};
  if (role == assessment::Role::delayed) return {words.tr("shell", "Some time later: handed in"), "flag", Meaning::quiet};
  if (role != assessment::Role::final_test || card.mode != session::Mode::assessed) return practised(passed, words);
  if (passed && card.supervised()) return {words.tr("shell", "Passed supervised"), "shield", Meaning::ok};
  if (passed) return {words.tr("shell", "Passed unsupervised"), "check", Meaning::ok};
  return {words.tr("shell", "Not passed"), "cross", Meaning::loss};
}

ResultWords ending_words(const app::AttemptCard& card, const content::Words& words) {
  switch (card.ending) {
  case session::Ending::open:
    return {words.tr("shell", "Under way"), "play", Meaning::accent};
  case session::Ending::passed:
  case session::Ending::failed:
    return verdict_words(card, words);
  case session::Ending::closed:
    return {words.tr("shell", "Closed without a result"), "stop", Meaning::quiet};
  }
  return {};
}

} // namespace

ResultWords result_words(const app::AttemptCard& card, const content::Words& words) {
  ResultWords result = ending_words(card, words);
  if (!card.parent.empty()) result.words = words.tr("shell", "{result}, played on from a moment", {{"result", result.words}});
  return result;
}

} // namespace firsthand::screens::shared
