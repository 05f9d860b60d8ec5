// Points and rectangles in whole pixels of the window. Pure numbers; knows no colour, no text, no window.
#pragma once

#include <algorithm>

namespace firsthand::paint {

struct Point {
  int x = 0, y = 0;
  friend bool operator==(const Point&, const Point&) = default;
};

struct Size {
  int w = 0, h = 0;
  friend bool operator==(const Size&, const Size&) = default;
};

struct Rect {
  int x = 0, y = 0, w = 0, h = 0;
  friend bool operator==(const Rect&, const Rect&) = default;

  int right() const { return x + w; }
  int bottom() const { return y + h; }
  Point centre() const { return {x + w / 2, y + h / 2}; }
  bool empty() const { return w <= 0 || h <= 0; }
  bool contains(Point p) const { return p.x >= x && p.y >= y && p.x < right() && p.y < bottom(); }

  Rect moved(int dx, int dy) const { return {x + dx, y + dy, w, h}; }
  Rect inset(int all) const { return inset(all, all); }
  Rect inset(int horizontal, int vertical) const {
    return {x + horizontal, y + vertical, std::max(0, w - 2 * horizontal), std::max(0, h - 2 * vertical)};
  }
  Rect grown(int all) const { return {x - all, y - all, w + 2 * all, h + 2 * all}; }

  // Cut a strip off this rectangle and return it; `gap` pixels between strip and rest are dropped.
  Rect take_left(int width, int gap = 0) {
    const Rect strip{x, y, std::min(width, w), h};
    const int used = std::min(w, width + gap);
    x += used, w -= used;
    return strip;
  }
  Rect take_right(int width, int gap = 0) {
    const Rect strip{right() - std::min(width, w), y, std::min(width, w), h};
    w -= std::min(w, width + gap);
    return strip;
  }
  Rect take_top(int height, int gap = 0) {
    const Rect strip{x, y, w, std::min(height, h)};
    const int used = std::min(h, height + gap);
    y += used, h -= used;
    return strip;
  }
  Rect take_bottom(int height, int gap = 0) {
    const Rect strip{x, bottom() - std::min(height, h), w, std::min(height, h)};
    h -= std::min(h, height + gap);
    return strip;
  }
  // Column `index` of `count` equal ones.
  Rect column(int index, int count, int gap) const {
    const int span = w + gap;
    const int left = span * index / count;
    return {x + left, y, span * (index + 1) / count - left - gap, h};
  }
};

inline Rect intersection(const Rect& a, const Rect& b) {
  const int x = std::max(a.x, b.x), y = std::max(a.y, b.y);
  return {x, y, std::max(0, std::min(a.right(), b.right()) - x), std::max(0, std::min(a.bottom(), b.bottom()) - y)};
}

inline bool overlap(const Rect& a, const Rect& b) { return !intersection(a, b).empty(); }

} // namespace firsthand::paint
