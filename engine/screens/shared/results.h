// How an attempt ended, in words and with its sign: the same on every page.
#pragma once

#include "engine/app/cards.h"
#include "engine/content/words.h"
#include "engine/screens/using_ui.h"
#include "engine/ui/widgets.h"

namespace firsthand::screens::shared {

struct ResultWords {
  std::string words;
  const char* icon = "ring";
  Meaning meaning = Meaning::quiet;
};
// What counts; where two people decided, with the first verdict beside it.
ResultWords result_words(const app::AttemptCard& card, const content::Words& words);
// Who decided what, when and why. `when`: the moment in words.
std::string decision_words(const app::DecisionCard& decision, const content::Words& words, const std::string& when);

} // namespace firsthand::screens::shared
