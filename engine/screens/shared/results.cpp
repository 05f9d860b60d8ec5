// See results.h.
#include "engine/screens/shared/results.h"

#include "engine/app/decisions.h"
#include "engine/assessment/form.h"
#include "engine/content/session_words.h"

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
  if (card.is_void()) return {words.tr("decision", "Void"), "stop", Meaning::quiet};
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

std::string decision_words(const app::DecisionCard& decision, const content::Words& words, const std::string& when) {
  const auto called = [&](const std::string& name) { return name.empty() ? words.tr("session", "erased") : name; };
  const content::Fill fill{{"first", called(decision.by.at(0))},
                           {"second", called(decision.by.at(1))},
                           {"date", when},
                           {"why", content::ruling_words(words, decision.code)}};
  if (decision.to == app::decided_void) return words.tr("decision", "{date}: {first} and {second} decided: void. Why: {why}.", fill);
  return decision.to == app::decided_passed ? words.tr("decision", "{date}: {first} and {second} decided: passed. Why: {why}.", fill)
                                            : words.tr("decision", "{date}: {first} and {second} decided: not passed. Why: {why}.", fill);
}

ResultWords result_words(const app::AttemptCard& card, const content::Words& words) {
  ResultWords result = ending_words(card, words);
  if (!card.decisions.empty()) {
    app::AttemptCard before = card;
    before.decisions.clear(), before.ending = card.first_ending;
    result.words = words.tr("decision", "{now} · first: {before}", {{"now", result.words}, {"before", ending_words(before, words).words}});
  }
  if (!card.parent.empty()) result.words = words.tr("shell", "{result}, played on from a moment", {{"result", result.words}});
  return result;
}

} // namespace firsthand::screens::shared
