// See placement.h.
#include "engine/ui/placement.h"

#include "engine/base/json_line.h"
#include "engine/ui/display.h"

#include <SDL.h>
#include <algorithm>

namespace firsthand::ui {
namespace {

constexpr Size small_display{1440, 900};
constexpr int frame_top = 32, frame_side = 8; // what a system draws around a window, about

Rect rect_of(const SDL_Rect& r) { return {r.x, r.y, r.w, r.h}; }

// Where the inside of a window may be so that its frame is on the display too.
Rect room_on(const Display& display, int percent) {
  Rect room = display.usable;
  const int top = frame_top * percent / 100, side = frame_side * percent / 100;
  room.x += side, room.w -= 2 * side, room.y += top, room.h -= top + side;
  const bool tiny = room.w < display.usable.w / 2 || room.h < display.usable.h / 2;
  return tiny ? display.usable : room;
}

Size size_in(const Rect& room, Size wanted, Size least) {
  return {std::min(std::max(wanted.w, least.w), room.w), std::min(std::max(wanted.h, least.h), room.h)};
}

bool holds(const Rect& outer, const Rect& inner) {
  return inner.x >= outer.x && inner.y >= outer.y && inner.right() <= outer.right() && inner.bottom() <= outer.bottom();
}

std::int64_t shared_area(const Rect& a, const Rect& b) {
  const std::int64_t w = std::min(a.right(), b.right()) - std::max(a.x, b.x), h = std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y);
  return w > 0 && h > 0 ? w * h : 0;
}

Rect moved_into(const Rect& room, Point at, Size size) {
  return {std::clamp(at.x, room.x, room.right() - size.w), std::clamp(at.y, room.y, room.bottom() - size.h), size.w, size.h};
}

} // namespace

std::vector<Display> displays_here() {
  std::vector<Display> displays;
  for (int i = 0; i < SDL_GetNumVideoDisplays(); ++i) {
    SDL_Rect whole{}, usable{};
    if (SDL_GetDisplayBounds(i, &whole) != 0) continue;
    if (SDL_GetDisplayUsableBounds(i, &usable) != 0 || usable.w <= 0 || usable.h <= 0) usable = whole;
    displays.push_back({rect_of(whole), rect_of(usable)});
  }
  return displays;
}

Size least_on(std::span<const Display> displays, int percent) {
  Size least = scaled(least_window, percent);
  for (const Display& display : displays) {
    const Rect room = room_on(display, percent);
    least = {std::min(least.w, std::max(room.w, 1)), std::min(least.h, std::max(room.h, 1))};
  }
  return least;
}

Placement first_placement(std::span<const Display> displays, Size designed, int percent) {
  const Size wanted = scaled(designed, percent);
  if (displays.empty()) return {{0, 0, wanted.w, wanted.h}};
  const Rect &whole = displays[0].whole, room = room_on(displays[0], percent);
  const Size size = size_in(room, wanted, least_on(displays, percent)), limit = scaled(small_display, percent);
  const Point middle{whole.x + (whole.w - size.w) / 2, whole.y + (whole.h - size.h) / 2};
  return {moved_into(room, middle, size), whole.w < limit.w || whole.h < limit.h};
}

Placement kept_on_screen(const Placement& left, std::span<const Display> displays, int percent) {
  if (displays.empty()) return left;
  const auto most = std::max_element(displays.begin(), displays.end(), [&](const Display& a, const Display& b) {
    return shared_area(a.usable, left.rect) < shared_area(b.usable, left.rect);
  });
  const Size least = least_on(displays, percent);
  const bool large_enough = left.rect.w >= least.w && left.rect.h >= least.h;
  if (large_enough && holds(most->usable, left.rect)) return left;
  const Rect room = room_on(*most, percent);
  return {moved_into(room, {left.rect.x, left.rect.y}, size_in(room, {left.rect.w, left.rect.h}, least)), left.maximised};
}

std::string placement_line(const Placement& placement) {
  base::Json::Object line;
  line["x"] = placement.rect.x;
  line["y"] = placement.rect.y;
  line["w"] = placement.rect.w;
  line["h"] = placement.rect.h;
  line["maximised"] = placement.maximised ? "yes" : "no";
  return base::Json(std::move(line)).line();
}

std::optional<Placement> placement_from(std::string_view line) {
  constexpr std::int64_t farthest = 100'000;
  const auto json = base::parse_json_line(line, 4096, 2);
  if (!json.ok()) return std::nullopt;
  const auto number = [&](const char* key) { return json->at(key).number(); };
  const std::int64_t x = number("x"), y = number("y"), w = number("w"), h = number("h");
  if (std::abs(x) > farthest || std::abs(y) > farthest || w < 1 || h < 1 || w > farthest || h > farthest) return std::nullopt;
  return Placement{{static_cast<int>(x), static_cast<int>(y), static_cast<int>(w), static_cast<int>(h)},
                   json->at("maximised").text() == "yes"};
}

std::vector<Rendering> renderings(std::string_view video, bool graphics_device) {
  std::vector<Rendering> order;
  if (graphics_device) order.push_back(Rendering::graphics);
  if (video == "wayland") {
    order.insert(order.end(), {Rendering::by_processor, Rendering::software});
  } else {
    order.insert(order.end(), {Rendering::software, Rendering::by_processor});
  }
  return order;
}

} // namespace firsthand::ui
