// Shelf packing, eviction by page, uploading of changed rows.
#include "engine/paint/atlas.h"

#include <SDL.h>
#include <algorithm>
#include <cassert>

namespace firsthand::paint {
namespace {
constexpr int cell_gap = 1; // a scaled renderer must not bleed a neighbour in
}

Atlas::~Atlas() {
  for (auto& page : pages_)
    if (page->texture) SDL_DestroyTexture(page->texture);
}

const Atlas::Cell* Atlas::find(std::uint64_t key) {
  const auto found = cells_.find(key);
  if (found == cells_.end()) return nullptr;
  pages_[found->second.page]->used = frame_;
  return &found->second;
}

const Atlas::Cell& Atlas::add(std::uint64_t key, const Coverage& coverage, int left, int top) {
  Cell cell;
  if (coverage.w > 0 && coverage.h > 0) {
    cell = reserve(coverage.w, coverage.h);
    Page& page = *pages_[cell.page];
    for (int row = 0; row < coverage.h; ++row)
      std::copy_n(coverage.alpha.begin() + row * coverage.w, coverage.w, page.alpha.begin() + (cell.y + row) * page_size + cell.x);
    page.dirty_top = std::min<int>(page.dirty_top, cell.y);
    page.dirty_bottom = std::max<int>(page.dirty_bottom, cell.y + coverage.h);
  } else if (pages_.empty()) {
    pages_.push_back(std::make_unique<Page>());
  }
  cell.left = static_cast<std::int16_t>(left), cell.top = static_cast<std::int16_t>(top);
  pages_[cell.page]->used = frame_;
  return cells_[key] = cell;
}

bool Atlas::place(Page& page, int w, int h, Cell& cell) {
  Shelf* best = nullptr;
  for (Shelf& shelf : page.shelves)
    if (shelf.height >= h && shelf.x + w <= page_size && (!best || shelf.height < best->height)) best = &shelf;
  const int top = page.shelves.empty() ? 0 : page.shelves.back().y + page.shelves.back().height + cell_gap;
  const bool room_below = top + h <= page_size;
  if (best && best->height > h + h / 2 + 4 && room_below) best = nullptr; // do not waste a tall shelf on a small cell
  if (!best) {
    if (!room_below) return false;
    best = &page.shelves.emplace_back(Shelf{top, h, 0});
  }
  cell.x = static_cast<std::uint16_t>(best->x), cell.y = static_cast<std::uint16_t>(best->y);
  cell.w = static_cast<std::uint16_t>(w), cell.h = static_cast<std::uint16_t>(h);
  best->x += w + cell_gap;
  return true;
}

Atlas::Cell Atlas::reserve(int w, int h) {
  assert(w <= page_size && h <= page_size);
  Cell cell;
  for (std::size_t i = 0; i < pages_.size(); ++i) {
    cell.page = static_cast<std::uint16_t>(i);
    if (place(*pages_[i], w, h, cell)) return cell;
  }
  std::size_t victim = pages_.size();
  if (pages_.size() >= most_pages_)
    for (std::size_t i = 0; i < pages_.size(); ++i) // never one that this frame already drew from
      if (pages_[i]->used < frame_ && (victim == pages_.size() || pages_[i]->used < pages_[victim]->used)) victim = i;
  if (victim == pages_.size())
    pages_.push_back(std::make_unique<Page>());
  else
    empty(static_cast<std::uint16_t>(victim));
  cell.page = static_cast<std::uint16_t>(victim);
  place(*pages_[victim], w, h, cell);
  return cell;
}

void Atlas::empty(std::uint16_t page) {
  std::erase_if(cells_, [page](const auto& entry) { return entry.second.page == page; });
  Page& emptied = *pages_[page];
  emptied.shelves.clear();
  std::fill(emptied.alpha.begin(), emptied.alpha.end(), std::uint8_t{0});
  emptied.dirty_top = 0, emptied.dirty_bottom = page_size;
}

SDL_Texture* Atlas::texture(std::uint16_t page) {
  Page& p = *pages_[page];
  if (!p.texture) {
    p.texture = SDL_CreateTexture(renderer_, SDL_PIXELFORMAT_ARGB8888, SDL_TEXTUREACCESS_STATIC, page_size, page_size);
    SDL_SetTextureBlendMode(p.texture, SDL_BLENDMODE_BLEND);
    SDL_SetTextureScaleMode(p.texture, SDL_ScaleModeNearest);
    p.dirty_top = 0, p.dirty_bottom = page_size;
  }
  return p.texture;
}

void Atlas::upload(Page& page) {
  if (!page.texture || page.dirty_top >= page.dirty_bottom) return;
  const int rows = page.dirty_bottom - page.dirty_top;
  std::vector<std::uint32_t> pixels(static_cast<std::size_t>(rows) * page_size);
  const std::uint8_t* from = page.alpha.data() + page.dirty_top * page_size;
  for (std::size_t i = 0; i < pixels.size(); ++i)
    pixels[i] = (static_cast<std::uint32_t>(from[i]) << 24) | 0xFFFFFFu;
  const SDL_Rect area{0, page.dirty_top, page_size, rows};
  SDL_UpdateTexture(page.texture, &area, pixels.data(), page_size * 4);
  page.dirty_top = page_size, page.dirty_bottom = 0;
}

void Atlas::upload() {
  for (auto& page : pages_)
    upload(*page);
}

void Atlas::device_lost() {
  for (auto& page : pages_) {
    if (page->texture) SDL_DestroyTexture(page->texture);
    page->texture = nullptr;
  }
}

} // namespace firsthand::paint
