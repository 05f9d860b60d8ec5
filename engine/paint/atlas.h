// One alpha atlas for everything small that is tinted: glyphs, icons, corner pieces, discs. Pages of 1024² with coverage in
// A; the page unused for longest is emptied when all are full. Keeps its own copy, so a lost device costs nothing.
#pragma once

#include <cstdint>
#include <memory>
#include <unordered_map>
#include <vector>

struct SDL_Renderer;
struct SDL_Texture;

namespace firsthand::paint {

struct Coverage {
  int w = 0, h = 0;
  std::vector<std::uint8_t> alpha; // w × h
};

class Atlas {
 public:
  static constexpr int page_size = 1024;
  struct Cell {
    std::uint16_t page = 0, x = 0, y = 0, w = 0, h = 0;
    std::int16_t left = 0, top = 0; // the maker's own offset, e.g. a glyph's bearing
  };

  explicit Atlas(SDL_Renderer* renderer, std::size_t most_pages = 4) : renderer_(renderer), most_pages_(most_pages) {}
  ~Atlas();
  Atlas(const Atlas&) = delete;
  Atlas& operator=(const Atlas&) = delete;

  void begin_frame() { ++frame_; }
  const Cell* find(std::uint64_t key); // null if it is not there (any more); marks its page as used
  const Cell& add(std::uint64_t key, const Coverage& coverage, int left = 0, int top = 0);
  SDL_Texture* texture(std::uint16_t page); // made when first asked for
  void upload();                            // before rendering: what was added since
  void device_lost();                       // textures are made again from the copy
  std::size_t page_count() const { return pages_.size(); }

 private:
  struct Shelf {
    int y = 0, height = 0, x = 0;
  };
  struct Page {
    std::vector<std::uint8_t> alpha = std::vector<std::uint8_t>(page_size * page_size);
    std::vector<Shelf> shelves;
    SDL_Texture* texture = nullptr;
    int dirty_top = page_size, dirty_bottom = 0;
    std::uint64_t used = 0; // frame
  };

  bool place(Page& page, int w, int h, Cell& cell);
  Cell reserve(int w, int h);
  void empty(std::uint16_t page);
  void upload(Page& page);

  SDL_Renderer* renderer_;
  std::size_t most_pages_;
  std::uint64_t frame_ = 1;
  std::vector<std::unique_ptr<Page>> pages_;
  std::unordered_map<std::uint64_t, Cell> cells_;
};

} // namespace firsthand::paint
