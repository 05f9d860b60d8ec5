// What the screens around an exercise share: their top bars, margins, and a person's initials. Knows no screen.
#pragma once

#include "engine/content/words.h"
#include "engine/screens/using_ui.h"
#include "engine/ui/box.h"

#include <string>
#include <string_view>

namespace firsthand::screens::shared {

// No page of words is wider, in design pixels: on a wide window it stands in the middle.
constexpr int text_width = 1152;

// Margin left and right of a page; narrower where big text needs the room.
Rect page_rect(Frame& f, int top);

// What stands below the bar, scrolled; the scroll bar stands at the window's edge, not in the page. `below`: px at the bottom that are not
// its own.
void draw_page(Frame& f, int top, std::string_view id, std::string_view label, const Box& inside, int below = 0);

// Top bar with the product's mark and name, and what stands at its right.
void brand_bar(Frame& f, const Picture& mark, std::string_view name, Box right = {});

// Top bar with a way back and a title. True when the way back is pressed; Esc is the screen's own matter.
bool back_bar(Frame& f, std::string_view id, std::string_view back_label, std::string_view title);

// When what stands side by side on a page stands one below the other.
constexpr When one_column{.narrower_than = 900, .text_from = 150};

// Something to be read and not pressed; no words: nothing.
Box banner(std::string_view words, std::string_view icon = "triangle", Meaning meaning = Meaning::warn);
// A row of a list that is pressed as a whole: a sign, a title, what is said of it, and an arrow.
struct ListRow {
  std::string_view id, icon, title, detail;
  Meaning meaning = Meaning::quiet;
};
Box list_row(Frame& f, const ListRow& row, Pressed pressed);
// An icon beside words that may go on below: in the middle of their first line.
Box line_icon(std::string_view name, int side, Colour colour);
// Buttons beside each other, going on below where they do not fit.
template<class... Buttons> Box buttons(Buttons&&... buttons) {
  return box::wrap({.gap = 12, .line_gap = 8}, std::forward<Buttons>(buttons)...);
}

// A sign in a square of 40, where there is no room for words; what it is called is read out.
Box icon_button(std::string_view id, std::string_view label, std::string_view icon, Pressed pressed);

// One or two letters: the first of the first and of the last word; a rank ("Sgt.") does not count.
std::string initials_of(std::string_view name);
void initials_disc(Frame& f, const Rect& square, std::string_view name);

} // namespace firsthand::screens::shared
