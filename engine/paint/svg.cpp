// SDL_image draws; this file guards it against what it would swallow (depth, size, cost) and reads the header by itself.
#include "engine/paint/svg.h"

#include <SDL.h>
#include <SDL_image.h>
#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <string>

namespace firsthand::paint {
namespace {

constexpr std::size_t most_bytes = 4u << 20;
constexpr int most_side = 4096;

std::string_view svg_head(std::string_view bytes) {
  const auto begin = bytes.find("<svg");
  if (begin == std::string_view::npos) return {};
  return bytes.substr(begin, bytes.find('>', begin) - begin);
}

std::string_view attribute(std::string_view head, std::string_view name) {
  for (auto at = head.find(name); at != std::string_view::npos; at = head.find(name, at + 1)) {
    const auto quote = at + name.size();
    const bool whole = at > 0 && (head[at - 1] == ' ' || head[at - 1] == '\n' || head[at - 1] == '\t' || head[at - 1] == '\r');
    if (!whole || quote + 1 >= head.size() || head[quote] != '=') continue;
    const char mark = head[quote + 1];
    const auto end = head.find(mark, quote + 2);
    if (end != std::string_view::npos) return head.substr(quote + 2, end - quote - 2);
  }
  return {};
}

// Up to four numbers, whole part only.
std::array<int, 4> numbers(std::string_view words) {
  std::array<int, 4> out{};
  std::size_t at = 0;
  for (int& value : out) {
    while (at < words.size() && (words[at] == ' ' || words[at] == ','))
      ++at;
    std::from_chars(words.data() + at, words.data() + words.size(), value);
    while (at < words.size() && words[at] != ' ' && words[at] != ',')
      ++at;
  }
  return out;
}

// Four bytes from the most significant one on.
std::uint32_t number_at(std::string_view bytes, std::size_t at) {
  std::uint32_t number = 0;
  for (std::size_t i = at; i < at + 4; ++i)
    number = number << 8 | static_cast<std::uint8_t>(bytes[i]);
  return number;
}

// By its header: a few bytes may unfold to any number of pixels.
std::optional<Size> size_of_png(std::string_view bytes) {
  if (bytes.size() < 24) return std::nullopt;
  const std::uint32_t w = number_at(bytes, 16), h = number_at(bytes, 20);
  if (w == 0 || h == 0 || w > std::uint32_t{most_side} || h > std::uint32_t{most_side}) return std::nullopt;
  return Size{static_cast<int>(w), static_cast<int>(h)};
}

Surface as_argb(SDL_Surface* drawn) {
  if (!drawn) return nullptr;
  Surface converted(SDL_ConvertSurfaceFormat(drawn, SDL_PIXELFORMAT_ARGB8888, 0));
  SDL_FreeSurface(drawn);
  return converted;
}

bool drawable(std::string_view bytes, Size size) {
  return bytes.size() <= most_bytes && size.w > 0 && size.h > 0 && size.w <= most_side && size.h <= most_side;
}

Surface draw_png(std::string_view bytes, const Rect& part, Size size) {
  if (!size_of_png(bytes)) return nullptr;
  SDL_RWops* stream = SDL_RWFromConstMem(bytes.data(), static_cast<int>(bytes.size()));
  const Surface whole = as_argb(IMG_LoadPNG_RW(stream));
  SDL_RWclose(stream);
  if (!whole) return nullptr;
  Surface scaled(SDL_CreateRGBSurfaceWithFormat(0, size.w, size.h, 32, SDL_PIXELFORMAT_ARGB8888));
  const SDL_Rect from{part.x, part.y, part.w, part.h};
  if (scaled) SDL_SoftStretchLinear(whole.get(), part.empty() ? nullptr : &from, scaled.get(), nullptr);
  return scaled;
}

} // namespace

void SurfaceDeleter::operator()(SDL_Surface* surface) const { SDL_FreeSurface(surface); }

bool is_png(std::string_view bytes) { return bytes.substr(0, 4) == "\x89PNG"; }

std::optional<Size> picture_size(std::string_view bytes) {
  if (is_png(bytes)) return size_of_png(bytes);
  const std::string_view head = svg_head(bytes);
  const auto box = numbers(attribute(head, "viewBox"));
  if (box[2] > 0 && box[3] > 0) return Size{box[2], box[3]};
  const Size size{numbers(attribute(head, "width"))[0], numbers(attribute(head, "height"))[0]};
  if (size.w > 0 && size.h > 0) return size;
  return std::nullopt;
}

Surface draw_svg(std::string_view bytes, Size size) {
  if (!drawable(bytes, size)) return nullptr;
  SDL_RWops* stream = SDL_RWFromConstMem(bytes.data(), static_cast<int>(bytes.size()));
  Surface drawn = as_argb(IMG_LoadSizedSVG_RW(stream, size.w, size.h));
  SDL_RWclose(stream);
  return drawn;
}

Surface draw_picture(std::string_view bytes, Size size, PictureGuard guard) {
  if (!drawable(bytes, size)) return nullptr;
  if (is_png(bytes)) return draw_png(bytes, {}, size);
  return guard && guard(bytes) ? draw_svg(bytes, size) : nullptr;
}

namespace {

// The same drawing seen through another window: nothing that lies outside of it costs a dot.
std::string svg_of_part(std::string_view bytes, const Rect& part) {
  const std::string_view head = svg_head(bytes);
  if (head.empty()) return {};
  const auto own = numbers(attribute(head, "viewBox"));
  std::string svg = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox=")";
  for (const int number : {own[0] + part.x, own[1] + part.y, part.w, part.h})
    svg += std::to_string(number) + ' ';
  svg.back() = '"';
  return svg.append(bytes.substr(static_cast<std::size_t>(head.data() - bytes.data()) + head.size()));
}

} // namespace

Surface draw_picture_part(std::string_view bytes, const PicturePart& part, Size size, PictureGuard guard) {
  const auto own = picture_size(bytes);
  if (!own || !drawable(bytes, size) || part.of.w <= 0 || part.of.h <= 0) return nullptr;
  const auto x = [&](int units) { return static_cast<int>(std::int64_t{units} * own->w / part.of.w); };
  const auto y = [&](int units) { return static_cast<int>(std::int64_t{units} * own->h / part.of.h); };
  const Rect wanted{x(part.rect.x), y(part.rect.y), x(part.rect.w), y(part.rect.h)};
  if (wanted.empty() || intersection(wanted, {0, 0, own->w, own->h}) != wanted) return nullptr;
  if (is_png(bytes)) return draw_png(bytes, wanted, size);
  return guard && guard(bytes) ? draw_svg(svg_of_part(bytes, wanted), size) : nullptr;
}

Coverage alpha_of(const Surface& surface) {
  if (!surface) return {};
  Coverage coverage{surface->w, surface->h, std::vector<std::uint8_t>(static_cast<std::size_t>(surface->w) * surface->h)};
  for (int y = 0; y < surface->h; ++y) {
    const auto* row = reinterpret_cast<const std::uint32_t*>(static_cast<const std::uint8_t*>(surface->pixels) + y * surface->pitch);
    for (int x = 0; x < surface->w; ++x)
      coverage.alpha[static_cast<std::size_t>(y) * surface->w + x] = static_cast<std::uint8_t>(row[x] >> 24);
  }
  return coverage;
}

SDL_Texture* white_texture(SDL_Renderer* renderer, const Coverage& coverage) {
  const Surface surface(SDL_CreateRGBSurfaceWithFormat(0, coverage.w, coverage.h, 32, SDL_PIXELFORMAT_ARGB8888));
  if (!surface) return nullptr;
  for (int y = 0; y < surface->h; ++y) {
    auto* row = reinterpret_cast<std::uint32_t*>(static_cast<std::uint8_t*>(surface->pixels) + y * surface->pitch);
    for (int x = 0; x < surface->w; ++x)
      row[x] = std::uint32_t{coverage.alpha[static_cast<std::size_t>(y) * surface->w + x]} << 24 | 0xFFFFFFu;
  }
  SDL_Texture* texture = SDL_CreateTextureFromSurface(renderer, surface.get());
  if (texture) SDL_SetTextureBlendMode(texture, SDL_BLENDMODE_BLEND), SDL_SetTextureScaleMode(texture, SDL_ScaleModeNearest);
  return texture;
}

} // namespace firsthand::paint
