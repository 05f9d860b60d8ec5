// What a search found, in groups, as rows with what was typed marked in them. Knows no screen; what a row opens its page decides.
#pragma once

#include "engine/app/search.h"
#include "engine/content/words.h"
#include "engine/screens/shared/led_list.h"
#include "engine/ui/box.h"

namespace firsthand::screens::shared {

struct Found { // in this frame
  const app::SearchIndex& index;
  std::vector<app::SearchGroup> groups;
  LedList list; // "PAGE/lesson/ID", "PAGE/word/ID" …
};

// `page`: what the ids of its rows begin with.
Found found_by(Frame& f, const app::SearchIndex& index, std::string_view typed, LedList list, std::string_view page);
// The one that a row of the list is; the row must be of it.
const app::SearchItem& item_of(const Found& found, std::string_view row);

Box found_rows(Frame& f, const Found& found, const content::Words& words, const LedMemory& m,
               const std::function<void(std::string_view row)>& take);

} // namespace firsthand::screens::shared
