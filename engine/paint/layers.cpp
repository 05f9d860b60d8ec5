// Drawing, cutting, laying over each other, forgetting.
#include "engine/paint/layers.h"

#include <SDL.h>
#include <algorithm>
#include <atomic>
#include <fmt/format.h>
#include <future>
#include <vector>

namespace firsthand::paint {
namespace {

constexpr std::size_t most_layer_bytes = 16u << 20;
constexpr std::uint32_t alpha_bits = 0xFF000000u;

const std::uint32_t* row_of(const SDL_Surface& surface, int y) {
  return reinterpret_cast<const std::uint32_t*>(static_cast<const std::uint8_t*>(surface.pixels) + y * surface.pitch);
}

bool all_opaque(const SDL_Surface& surface) {
  for (int y = 0; y < surface.h; ++y) {
    const std::uint32_t* row = row_of(surface, y);
    if (!std::all_of(row, row + surface.w, [](std::uint32_t pixel) { return pixel >= alpha_bits; })) return false;
  }
  return true;
}

// The smallest rectangle that holds every pixel that can be seen.
Rect covered_part(const SDL_Surface& surface) {
  int left = surface.w, right = 0, top = surface.h, bottom = 0;
  const auto seen = [](std::uint32_t pixel) { return (pixel & alpha_bits) != 0; };
  for (int y = 0; y < surface.h; ++y) {
    const std::uint32_t *row = row_of(surface, y), *end = row + surface.w;
    const std::uint32_t* first = std::find_if(row, end, seen);
    if (first == end) continue;
    const auto last = std::find_if(std::reverse_iterator(end), std::reverse_iterator(first), seen).base();
    left = std::min(left, static_cast<int>(first - row)), right = std::max(right, static_cast<int>(last - row));
    top = std::min(top, y), bottom = y + 1;
  }
  return bottom > 0 ? Rect{left, top, right - left, bottom - top} : Rect{};
}

Surface part_of(const Surface& whole, const Rect& part) {
  if (part.empty()) return nullptr;
  Surface cut(SDL_CreateRGBSurfaceWithFormat(0, part.w, part.h, 32, SDL_PIXELFORMAT_ARGB8888));
  const SDL_Rect from{part.x, part.y, part.w, part.h};
  SDL_SetSurfaceBlendMode(whole.get(), SDL_BLENDMODE_NONE);
  if (cut) SDL_BlitSurface(whole.get(), &from, cut.get(), nullptr), SDL_SetSurfaceBlendMode(cut.get(), SDL_BLENDMODE_BLEND);
  return cut;
}

std::size_t bytes_of(const Surface& surface) {
  return surface ? static_cast<std::size_t>(surface->pitch) * static_cast<std::size_t>(surface->h) : 0;
}

} // namespace

std::string Layers::key_of(const Picture& picture, Size size) { return fmt::format("{}x{}|{}", size.w, size.h, picture.key); }

void Layers::draw(const Missing& missing, Size size) const {
  Layer& layer = *missing.layer;
  const std::string_view bytes = missing.bytes ? std::string_view(*missing.bytes) : std::string_view();
  const Surface whole = part_.rect.empty() ? draw_picture(bytes, size, guard_) : draw_picture_part(bytes, part_, size, guard_);
  if (!whole) return;
  layer.drawn = true;
  layer.opaque = all_opaque(*whole);
  // Without alpha it has the window's own format, and is copied to it several times faster.
  const Rect part = covered_part(*whole);
  if (layer.opaque)
    layer.pixels.reset(SDL_ConvertSurfaceFormat(whole.get(), SDL_PIXELFORMAT_RGB888, 0));
  else
    layer.pixels = part_of(whole, part), layer.at = {part.x, part.y};
}

// A scene is entered with a dozen layers at once: two cores draw them in half the time. The decoder of PNG keeps a state that
// threads would share; that of SVG has none.
void Layers::draw_missing(std::span<const Picture> layers, Size size) {
  std::vector<Missing> missing;
  for (const Picture& picture : layers) {
    const auto [found, added] = layers_.try_emplace(key_of(picture, size));
    found->second.used = composition_;
    if (added) missing.push_back({&found->second, picture.bytes});
  }
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < missing.size(); i = next++)
      draw(missing[i], size);
  };
  const bool alone = missing.size() < 2 ||
                     std::any_of(missing.begin(), missing.end(), [](const Missing& each) { return each.bytes && is_png(*each.bytes); });
  {
    const std::future<void> helper = alone ? std::future<void>() : std::async(std::launch::async, work);
    work();
  } // waits for the helper
  for (const Missing& each : missing)
    bytes_ += bytes_of(each.layer->pixels);
}

void Layers::drop_old() {
  if (bytes_ <= most_layer_bytes) return;
  std::erase_if(layers_, [this](const auto& entry) {
    if (entry.second.used == composition_) return false;
    bytes_ -= bytes_of(entry.second.pixels);
    return true;
  });
}

Composed Layers::compose(std::span<const Picture> layers, Size size) {
  ++composition_;
  draw_missing(layers, size);
  Composed composed;
  for (const Picture& picture : layers) {
    const auto found = layers_.find(key_of(picture, size));
    if (found == layers_.end() || !found->second.drawn) return {};
    const Layer& next = found->second;
    if (!composed.pixels) {
      composed.opaque = next.opaque;
      composed.pixels.reset(
          SDL_CreateRGBSurfaceWithFormat(0, size.w, size.h, 32, next.opaque ? SDL_PIXELFORMAT_RGB888 : SDL_PIXELFORMAT_ARGB8888));
      if (composed.pixels && !next.opaque) SDL_FillRect(composed.pixels.get(), nullptr, 0);
    }
    SDL_Rect to{next.at.x, next.at.y, 0, 0};
    if (composed.pixels && next.pixels) SDL_BlitSurface(next.pixels.get(), nullptr, composed.pixels.get(), &to);
  }
  drop_old();
  return composed;
}

} // namespace firsthand::paint
