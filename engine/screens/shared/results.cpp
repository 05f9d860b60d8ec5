// See results.h.
#include "engine/screens/shared/results.h"

namespace firsthand::screens::shared {

namespace {

ResultWords ending_words(session::Ending ending, const content::Words& words) {
  switch (ending) {
  case session::Ending::open:
    return {words.tr("shell", "Under way"), "play", Meaning::accent};
  case session::Ending::passed:
    return {words.tr("shell", "Passed"), "check", Meaning::ok};
  case session::Ending::failed:
    return {words.tr("shell", "Not passed"), "cross", Meaning::loss};
  case session::Ending::closed:
    return {words.tr("shell", "Closed without a result"), "stop", Meaning::quiet};
  }
  return {};
}

} // namespace

ResultWords result_words(const app::AttemptCard& card, const content::Words& words) {
  ResultWords result = ending_words(card.ending, words);
  if (!card.parent.empty()) result.words = words.tr("shell", "{result}, played on from a moment", {{"result", result.words}});
  return result;
}

} // namespace firsthand::screens::shared
