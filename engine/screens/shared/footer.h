// The buttons of a page that stay in sight below what scrolls, however long that is.
#pragma once

#include "engine/screens/using_ui.h"
#include "engine/ui/box.h"

#include <string_view>
#include <vector>

namespace firsthand::screens::shared {

struct Footer {
  Box fixed, after; // what stays in sight, and what follows the text of the page
  int height = 0;   // of what stays, window pixels
};
// As many buttons as one line holds, and the first two if they leave the page half of its height: the main one and one way on. In a low
// window none: the page is there to be read. `page`: what there is for both.
Footer footer_of(Frame& f, const Rect& page, const std::vector<Box>& buttons);

struct PageParts {
  Box above = {}; // stays at the head of the page: a search
  Box inside;     // scrolls
  std::vector<Box> buttons = {};
  Box says = {}; // of the buttons: stands right above them, or at the head where that would leave too little to be read
};
// As draw_page in bars.h, with what stays above and below.
void draw_page(Frame& f, int top, std::string_view id, std::string_view label, PageParts parts);

} // namespace firsthand::screens::shared
