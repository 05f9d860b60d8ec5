// Which part of a picture is shown: enlarged about a point that stays where it is, moved, fitted round something, and never beyond the
// picture. Whole numbers in the picture's own units; pure.
#pragma once

#include "engine/ui/using_paint.h"

#include "engine/paint/geometry.h"

namespace firsthand::ui {

class Zoom {
 public:
  static constexpr int whole = 100, most = 270; // percent

  // `window`: what it is shown in. Of another shape, the middle of the picture fills it.
  explicit Zoom(Size all = {}, Size window = {});
  int percent() const { return percent_; }
  bool enlarged() const { return percent_ > whole; }
  bool is_of(Size all, Size window) const; // else it was made for another one
  Rect part() const;                       // what is shown of it

  void about(Point still, int percent); // what lies at `still` stays where it is shown
  void step(Point still, int steps);    // to the next of a few sizes: +1 larger, -1 smaller
  void move(int dx, int dy);
  void move_to(Point upper_left);
  void fit(const Rect& around);  // as large as it goes with all of it to be seen, in the middle
  void show(const Rect& wanted); // moves no further than it has to
  friend bool operator==(const Zoom&, const Zoom&) = default;

 private:
  Size size() const;

  Size picture_, base_; // what is shown of it while nothing is enlarged
  int percent_ = whole;
  Point at_; // upper left corner of what is shown
};

} // namespace firsthand::ui
