// What the screens around an exercise share: their top bars, margins, and a person's initials. Knows no screen.
#pragma once

#include "engine/screens/using_ui.h"
#include "engine/ui/box.h"

#include <string>
#include <string_view>

namespace firsthand::screens::shared {

// Margin left and right of a page; narrower where big text needs the room.
Rect page_rect(Frame& f, int top, int widest_design = 1152);

// What stands below the bar, scrolled; the scroll bar stands at the window's edge, not in the page.
void draw_page(Frame& f, int top, std::string_view id, std::string_view label, const Box& inside, int widest_design = 1152);

// Top bar with the product's mark and name; returns what is free at its right.
Rect brand_bar(Frame& f, const Picture& mark, std::string_view name);

// Top bar with a way back and a title. `back` is true when pressed; Esc is the shell's own matter.
struct BackBar {
  Rect rest;
  bool back = false;
};
BackBar back_bar(Frame& f, std::string_view id, std::string_view back_label, std::string_view title);

// Buttons from left to right, going on below where they do not fit. `placed` gets the rectangle of each.
class ButtonRow {
 public:
  ButtonRow(Frame& f, const Rect& room) : f_(f), room_(room), x_(room.x), y_(room.y) {}
  bool add(const Button& b);
  int bottom() const { return y_ + tall_; }

 private:
  Frame& f_;
  Rect room_;
  int x_, y_, tall_ = 0;
};

// A field that says when Enter was pressed in it.
Box entry(const Field& field, std::string& value, bool& entered);
// Something to be read and not pressed; no words: nothing.
Box banner(std::string_view words, std::string_view icon = "triangle", Meaning meaning = Meaning::warn);
// Buttons beside each other, going on below where they do not fit.
template<class... Buttons> Box buttons(Buttons&&... buttons) {
  return box::wrap({.gap = 12, .line_gap = 8}, std::forward<Buttons>(buttons)...);
}

// One or two letters: the first of the first and of the last word; a rank ("Sgt.") does not count.
std::string initials_of(std::string_view name);
void initials_disc(Frame& f, const Rect& square, std::string_view name);

} // namespace firsthand::screens::shared
