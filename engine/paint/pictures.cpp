// Caches of icons and pictures, cropping, cross-fading.
#include "engine/paint/pictures.h"

#include <SDL.h>
#include <chrono>
#include <fmt/format.h>
#include <fstream>
#include <sstream>

namespace firsthand::paint {
namespace {

constexpr std::int64_t fade_ms = 250;
constexpr std::size_t most_picture_bytes = 32u << 20;

std::string read_asset(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return std::move(bytes).str();
}

std::string picture_key(std::span<const Picture> layers, Size size) {
  std::string key = fmt::format("{}x{}", size.w, size.h);
  for (const Picture& layer : layers)
    key += '|', key += layer.key;
  return key;
}

} // namespace

Point Placed::map(int x, int y) const { return {static_cast<int>(left + scale * x + 0.5), static_cast<int>(top + scale * y + 0.5)}; }

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

void Pictures::drop_old() {
  std::size_t bytes = 0;
  for (const auto& [key, picture] : drawn_)
    bytes += static_cast<std::size_t>(picture.size.w) * picture.size.h * 4;
  if (bytes <= most_picture_bytes) return;
  std::erase_if(drawn_, [this](auto& entry) {
    if (entry.second.used + 2 >= frame_) return false;
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
  const double by_width = static_cast<double>(rect.w) / design->w, by_height = static_cast<double>(rect.h) / design->h;
  double scale = options.fit == Fit::cover ? std::max(by_width, by_height) : std::min(by_width, by_height);
  scale *= options.zoom_percent / 100.0;
  view.design = *design;
  view.full = {std::max(1, static_cast<int>(design->w * scale + 0.5)), std::max(1, static_cast<int>(design->h * scale + 0.5))};
  view.part.w = std::min(rect.w, view.full.w), view.part.h = std::min(rect.h, view.full.h);
  view.part.x = (view.full.w - view.part.w) * std::clamp(options.focus_x, 0, 1000) / 1000;
  view.part.y = (view.full.h - view.part.h) * std::clamp(options.focus_y, 0, 1000) / 1000;
  view.ok = true;
  return view;
}

const Pictures::Drawn& Pictures::drawn(const std::string& key, std::span<const Picture> layers, Size size, Arrives arrives) {
  auto [found, added] = drawn_.try_emplace(key);
  Drawn& picture = found->second;
  picture.used = frame_;
  if (added) {
    picture.size = size;
    const bool later = may_arrive_later_ && arrives == Arrives::later && layers.size() == 1 && !is_png(layers[0].content());
    if (later)
      picture.coming = std::async(std::launch::async, [layer = layers[0], size, guard = guard_] {
        return Layers(guard).compose({&layer, 1}, size);
      });
    else
      take(picture, layers_.compose(layers, size));
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
  if (picture.texture) SDL_SetTextureScaleMode(picture.texture, SDL_ScaleModeNearest);
}

void Pictures::show(const std::string& key, const Rect& rect, const View& view, std::uint8_t alpha) {
  const auto found = drawn_.find(key);
  if (found == drawn_.end() || !found->second.texture) return;
  Drawn& picture = found->second;
  picture.used = frame_;
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
    const bool same_size = slot.now.substr(0, slot.now.find('|')) == key.substr(0, key.find('|'));
    slot.before = same_size && motion_ == Motion::normal ? slot.now : std::string();
    slot.now = key, slot.changed_ms = now_ms_;
  }
  const std::int64_t since = now_ms_ - slot.changed_ms;
  if (slot.before.empty() || since >= fade_ms) return slot.before.clear(), show(key, rect, view, 255);
  moving_ = true;
  const double t = static_cast<double>(since) / fade_ms;
  show(slot.before, rect, view, 255);
  show(key, rect, view, static_cast<std::uint8_t>(255 * (1 - (1 - t) * (1 - t))));
}

Placed Pictures::place(std::span<const Picture> layers, const Rect& rect, const PictureOptions& options, Rgba corner_ground) {
  Placed placed;
  placed.rect = rect;
  if (layers.empty()) return placed;
  const View view = view_of(layers.front(), rect, options);
  if (!view.ok) return placed;
  const std::string key = picture_key(layers, view.full);
  const Drawn& picture = drawn(key, layers, view.full, options.arrives);
  if (!picture.texture && !picture.coming.valid()) return placed;
  const Rect shown{rect.x + (rect.w - view.part.w) / 2, rect.y + (rect.h - view.part.h) / 2, view.part.w, view.part.h};
  if (options.id.empty())
    show(key, shown, view, 255);
  else
    fade(options.id, key, shown, view);
  if (picture.texture) painter_.uncorner(shown, corner_ground, options.radius, options.corners);
  const double scale = static_cast<double>(view.full.w) / view.design.w;
  return {shown, scale, static_cast<double>(shown.x - view.part.x), static_cast<double>(shown.y - view.part.y), view.design, true};
}

} // namespace firsthand::paint
