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
ResultWords result_words(const app::AttemptCard& card, const content::Words& words);

} // namespace firsthand::screens::shared
