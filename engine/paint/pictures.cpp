// Caches of icons and pictures, cropping, cross-fading.
#include "engine/paint/pictures.h"

#include <SDL.h>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <fmt/format.h>
#include <fstream>
#include <sstream>

namespace firsthand::paint {
namespace {

constexpr std::int64_t fade_ms = 250;
constexpr std::int64_t rest_ms = 150; // a part that is still being moved about is not drawn anew
constexpr std::size_t most_picture_bytes = 32u << 20;

std::string read_asset(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return std::move(bytes).str();
}

std::string picture_key(std::span<const Picture> layers, Size size, const Rect& part) {
  std::string key = fmt::format("{}x{}", size.w, size.h);
  if (!part.empty()) key += fmt::format(" of {},{} {}x{}", part.x, part.y, part.w, part.h);
  for (const Picture& layer : layers)
    key += '|', key += layer.key;
  return key;
}

// What pictures must have in common to fade into each other: size and part.
std::string_view frame_of(std::string_view key) { return key.substr(0, key.find('|')); }

bool has_png(std::span<const Picture> layers) {
  return std::any_of(layers.begin(), layers.end(), [](const Picture& layer) { return is_png(layer.content()); });
}

} // namespace

Point Placed::map(int x, int y) const {
  return {static_cast<int>(std::floor(left + scale * x + 0.5)), static_cast<int>(std::floor(top + scale * y + 0.5))};
}

Rect Placed::map(const Rect& units) const {
  const Point from = map(units.x, units.y), to = map(units.right(), units.bottom());
  return {from.x, from.y, to.x - from.x, to.y - from.y};
}

Point Placed::unmap(Point window) const {
  return {static_cast<int>(std::floor((window.x - left) / scale)), static_cast<int>(std::floor((window.y - top) / scale))};
}

bool Pictures::Drawn::is_coming() const { return coming.valid() && coming.wait_for(std::chrono::seconds(0)) != std::future_status::ready; }

Placed Pictures::View::placed(const Rect& rect) const {
  const Rect shown{rect.x + (rect.w - part.w) / 2, rect.y + (rect.h - part.h) / 2, part.w, part.h};
  const double scale = static_cast<double>(full.w) / (of.rect.empty() ? design.w : of.rect.w);
  return {shown, scale, shown.x - part.x - scale * of.rect.x, shown.y - part.y - scale * of.rect.y, design, true};
}

void Pictures::begin_frame(std::int64_t now_ms, Motion motion) {
  ++frame_;
  now_ms_ = now_ms, motion_ = motion, moving_ = false;
  drop_old();
  std::erase_if(slots_, [this](const auto& entry) { return entry.second.used + 2 < frame_; });
}

void Pictures::device_lost() {
  for (auto& [key, picture] : drawn_)
    if (picture.texture) SDL_DestroyTexture(picture.texture);
  drawn_.clear();
}

std::size_t Pictures::bytes() const {
  std::size_t bytes = 0;
  for (const auto& [key, picture] : drawn_)
    bytes += static_cast<std::size_t>(picture.size.w) * picture.size.h * 4;
  return bytes;
}

// A part is kept only while it is shown: who looks about would fill the memory with them. One that is about to arrive would have to
// be waited for.
void Pictures::drop_old() {
  const bool full = bytes() > most_picture_bytes;
  std::erase_if(drawn_, [this, full](auto& entry) {
    if (entry.second.used + 2 >= frame_ || !(full || entry.second.of_part) || entry.second.is_coming()) return false;
    if (entry.second.texture) SDL_DestroyTexture(entry.second.texture);
    return true;
  });
}

const std::string* Pictures::icon_bytes(std::string_view name) {
  auto [found, added] = icons_.try_emplace(std::string(name));
  if (added) found->second = read_asset(assets_ / "icons" / (std::string(name) + ".svg"));
  return found->second.empty() ? nullptr : &found->second;
}

bool Pictures::icon(std::string_view name, const Rect& rect, Rgba colour) {
  const std::string* bytes = icon_bytes(name);
  const int side = std::min({rect.w, rect.h, Atlas::page_size});
  if (!bytes || side <= 0) return false;
  const std::uint64_t number = icon_numbers_.try_emplace(std::string(name), icon_numbers_.size()).first->second;
  const std::uint64_t key = (std::uint64_t{3} << 60) | (number << 16) | static_cast<std::uint64_t>(side);
  const Atlas::Cell* found = painter_.atlas().find(key);
  const Atlas::Cell cell = found ? *found : painter_.atlas().add(key, alpha_of(draw_svg(*bytes, {side, side})));
  painter_.cell(cell, rect.x + (rect.w - side) / 2, rect.y + (rect.h - side) / 2, colour);
  return cell.w > 0;
}

Pictures::View Pictures::view_of(const Picture& bottom, const Rect& rect, const PictureOptions& options) const {
  View view;
  const auto design = picture_size(bottom.content());
  if (!design || rect.empty()) return view;
  if (!options.part.empty()) view.of = {options.part, *design};
  const Size seen = options.part.empty() ? *design : Size{options.part.w, options.part.h};
  const double by_width = static_cast<double>(rect.w) / seen.w, by_height = static_cast<double>(rect.h) / seen.h;
  double scale = options.fit == Fit::cover ? std::max(by_width, by_height) : std::min(by_width, by_height);
  scale *= options.zoom_percent / 100.0;
  view.design = *design;
  view.full = {std::max(1, static_cast<int>(seen.w * scale + 0.5)), std::max(1, static_cast<int>(seen.h * scale + 0.5))};
  view.part.w = std::min(rect.w, view.full.w), view.part.h = std::min(rect.h, view.full.h);
  view.part.x = (view.full.w - view.part.w) * std::clamp(options.focus_x, 0, 1000) / 1000;
  view.part.y = (view.full.h - view.part.h) * std::clamp(options.focus_y, 0, 1000) / 1000;
  view.ok = true;
  return view;
}

// What is drawn beside the frames has layers of its own; those of parts are of no use for another one.
const Pictures::Drawn& Pictures::drawn(const std::string& key, std::span<const Picture> layers, const View& view, Arrives arrives) {
  auto [found, added] = drawn_.try_emplace(key);
  Drawn& picture = found->second;
  picture.used = frame_;
  if (added) {
    picture.size = view.full, picture.of_part = !view.of.rect.empty();
    if (may_arrive_later_ && arrives == Arrives::later && !has_png(layers))
      picture.coming = std::async(std::launch::async, [all = std::vector<Picture>(layers.begin(), layers.end()), view, guard = guard_] {
        return Layers(guard, view.of).compose(all, view.full);
      });
    else
      take(picture, picture.of_part ? Layers(guard_, view.of).compose(layers, view.full) : layers_.compose(layers, view.full));
  }
  if (picture.coming.valid() && picture.coming.wait_for(std::chrono::seconds(0)) == std::future_status::ready)
    take(picture, picture.coming.get());
  moving_ = moving_ || picture.coming.valid();
  return picture;
}

// Without pixels it is remembered as what cannot be drawn, so that broken bytes are not tried every frame.
void Pictures::take(Drawn& picture, const Composed& composed) {
  if (!composed.pixels) return;
  picture.opaque = composed.opaque;
  picture.texture = SDL_CreateTextureFromSurface(painter_.renderer(), composed.pixels.get());
}

void Pictures::show(const std::string& key, const Rect& rect, const View& view, std::uint8_t alpha) {
  const auto found = drawn_.find(key);
  if (found == drawn_.end() || !found->second.texture) return;
  Drawn& picture = found->second;
  picture.used = frame_;
  // Until it is drawn as large as it is shown it looks out of focus, not coarse.
  const bool as_drawn = rect.w == view.part.w && rect.h == view.part.h;
  SDL_SetTextureScaleMode(picture.texture, as_drawn ? SDL_ScaleModeNearest : SDL_ScaleModeLinear);
  const bool plain = picture.opaque && alpha == 255; // copying is several times faster than blending in software
  SDL_SetTextureBlendMode(picture.texture, plain ? SDL_BLENDMODE_NONE : SDL_BLENDMODE_BLEND);
  const float w = static_cast<float>(view.full.w), h = static_cast<float>(view.full.h);
  painter_.image(picture.texture, rect, static_cast<float>(view.part.x) / w, static_cast<float>(view.part.y) / h,
                 static_cast<float>(view.part.right()) / w, static_cast<float>(view.part.bottom()) / h, alpha);
}

void Pictures::fade(std::string_view id, const std::string& key, const Rect& rect, const View& view) {
  Slot& slot = slots_[std::string(id)];
  slot.used = frame_;
  if (slot.now != key) {
    slot.before = frame_of(slot.now) == frame_of(key) && motion_ == Motion::normal ? slot.now : std::string();
    slot.now = key, slot.changed_ms = now_ms_;
  }
  const std::int64_t since = now_ms_ - slot.changed_ms;
  if (slot.before.empty() || since >= fade_ms) return slot.before.clear(), show(key, rect, view, 255);
  moving_ = true;
  const double t = static_cast<double>(since) / fade_ms;
  show(slot.before, rect, view, 255);
  show(key, rect, view, static_cast<std::uint8_t>(255 * (1 - (1 - t) * (1 - t))));
}

// Nothing but its layers changed since the last frame, or nothing at all for a while.
bool Pictures::rests(std::string_view id, const std::string& key, const Rect& part) {
  Slot& slot = slots_[std::string(id)];
  slot.used = frame_;
  if (slot.part != part) slot.part = part, slot.moved_ms = now_ms_;
  return now_ms_ - slot.moved_ms >= rest_ms || frame_of(slot.now) == frame_of(key);
}

// Until a part is drawn, the whole stands there enlarged: moving about costs no drawing.
void Pictures::show_enlarged(std::span<const Picture> layers, const Rect& rect, const View& view, const PictureOptions& options) {
  PictureOptions of_whole = options;
  of_whole.part = {};
  const View whole = view_of(layers.front(), rect, of_whole);
  const std::string key = picture_key(layers, whole.full, {});
  drawn(key, layers, whole, Arrives::at_once);
  const Placed placed = view.placed(rect);
  View enlarged{whole.full, {}, whole.design, {}, true};
  const double units = placed.scale, dots = static_cast<double>(whole.full.w) / whole.design.w;
  const auto dot = [&](double window, double start) { return static_cast<int>((window - start) / units * dots + 0.5); };
  enlarged.part = {dot(placed.rect.x, placed.left), dot(placed.rect.y, placed.top), 0, 0};
  enlarged.part.w = dot(placed.rect.right(), placed.left) - enlarged.part.x;
  enlarged.part.h = dot(placed.rect.bottom(), placed.top) - enlarged.part.y;
  show(key, placed.rect, enlarged, 255);
}

void Pictures::show_part(std::span<const Picture> layers, const Rect& rect, const View& view, const PictureOptions& options) {
  const std::string key = picture_key(layers, view.full, options.part);
  const Rect shown = view.placed(rect).rect;
  if (options.id.empty()) return drawn(key, layers, view, options.arrives), show(key, shown, view, 255);
  const Drawn* picture = rests(options.id, key, options.part) ? &drawn(key, layers, view, Arrives::later) : nullptr;
  if (picture && picture->texture) return fade(options.id, key, shown, view);
  moving_ = moving_ || !picture;
  const std::string last = slots_[std::string(options.id)].now;
  if (frame_of(last) == frame_of(key) && drawn_.count(last) != 0) return show(last, shown, view, 255); // its layers are about to change
  show_enlarged(layers, rect, view, options);
}

Placed Pictures::place(std::span<const Picture> layers, const Rect& rect, const PictureOptions& options, Rgba corner_ground) {
  Placed placed;
  placed.rect = rect;
  if (layers.empty()) return placed;
  const View view = view_of(layers.front(), rect, options);
  if (!view.ok) return placed;
  placed = view.placed(rect);
  if (!options.part.empty()) return show_part(layers, rect, view, options), placed;
  const std::string key = picture_key(layers, view.full, {});
  const Drawn& picture = drawn(key, layers, view, options.arrives);
  placed.ok = picture.texture || picture.coming.valid();
  if (!placed.ok) return placed;
  if (options.id.empty())
    show(key, placed.rect, view, 255);
  else
    fade(options.id, key, placed.rect, view);
  if (picture.texture) painter_.uncorner(placed.rect, corner_ground, options.radius, options.corners);
  return placed;
}

} // namespace firsthand::paint
