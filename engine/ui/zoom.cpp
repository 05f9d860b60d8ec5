// See zoom.h.
#include "engine/ui/zoom.h"

#include <array>
#include <cstdint>

namespace firsthand::ui {

namespace {

constexpr std::array zoom_sizes{100, 125, 150, 180, 220, 270};

int next_size(int percent, int steps) {
  for (; steps > 0; --steps) {
    const auto* larger = std::upper_bound(zoom_sizes.begin(), zoom_sizes.end(), percent);
    percent = larger == zoom_sizes.end() ? Zoom::most : *larger;
  }
  for (; steps < 0; ++steps) {
    const auto* smaller = std::lower_bound(zoom_sizes.begin(), zoom_sizes.end(), percent);
    percent = smaller == zoom_sizes.begin() ? Zoom::whole : *(smaller - 1);
  }
  return percent;
}

// a * b / c to the nearest whole number; c above 0.
int scaled(int a, int b, int c) {
  const std::int64_t product = std::int64_t{2} * a * b;
  return static_cast<int>((product + (product < 0 ? -c : c)) / (std::int64_t{2} * c));
}

// The least move that brings [at, at + length) into [from, from + room); what is longer begins where that begins.
int move_into(int at, int length, int from, int room) {
  if (at < from || length >= room) return at - from;
  return std::max(0, at + length - from - room);
}

// Of that shape, as large as the picture has it. A rest of a unit is rounding.
Size shown_in(Size all, Size window) {
  if (window.w <= 0 || window.h <= 0) return all;
  const int w = std::min(all.w, scaled(all.h, window.w, window.h)), h = std::min(all.h, scaled(all.w, window.h, window.w));
  return {w + 1 >= all.w ? all.w : w, h + 1 >= all.h ? all.h : h};
}

} // namespace

Zoom::Zoom(Size all, Size window) : picture_(all), base_(shown_in(all, window)) {
  at_ = {(picture_.w - base_.w) / 2, (picture_.h - base_.h) / 2};
}

bool Zoom::is_of(Size all, Size window) const { return all == picture_ && shown_in(all, window) == base_; }

Rect Zoom::part() const {
  const Size shown = size();
  return {at_.x, at_.y, shown.w, shown.h};
}

Size Zoom::size() const { return {std::max(1, scaled(base_.w, whole, percent_)), std::max(1, scaled(base_.h, whole, percent_))}; }

void Zoom::move_to(Point upper_left) {
  const Size shown = size();
  if (!enlarged()) upper_left = {(picture_.w - base_.w) / 2, (picture_.h - base_.h) / 2};
  at_ = {std::clamp(upper_left.x, 0, std::max(0, picture_.w - shown.w)), std::clamp(upper_left.y, 0, std::max(0, picture_.h - shown.h))};
}

void Zoom::move(int dx, int dy) { move_to({at_.x + dx, at_.y + dy}); }

void Zoom::about(Point still, int percent) {
  const Rect before = part();
  percent_ = std::clamp(percent, whole, most);
  const Size after = size();
  move_to({still.x - scaled(still.x - before.x, after.w, before.w), still.y - scaled(still.y - before.y, after.h, before.h)});
}

void Zoom::step(Point still, int steps) { about(still, next_size(percent_, std::clamp(steps, -8, 8))); }

void Zoom::fit(const Rect& around) {
  if (around.empty()) return;
  percent_ = std::clamp(std::min(base_.w * whole / around.w, base_.h * whole / around.h), whole, most);
  const Size shown = size();
  move_to({around.centre().x - shown.w / 2, around.centre().y - shown.h / 2});
}

void Zoom::show(const Rect& wanted) {
  const Rect now = part();
  move(move_into(wanted.x, wanted.w, now.x, now.w), move_into(wanted.y, wanted.h, now.y, now.h));
}

} // namespace firsthand::ui
