// Layers of pictures as pixels, each drawn once for a size and kept cut to what it covers: when one thing of a scene
// changes, the others are not drawn again. Knows pixels; not what a layer shows.
#pragma once

#include "engine/paint/options.h"
#include "engine/paint/svg.h"

#include <span>
#include <string>
#include <unordered_map>

namespace firsthand::paint {

struct Composed {
  Surface pixels; // null if a layer could not be drawn
  bool opaque = false;
};

class Layers {
 public:
  explicit Layers(PictureGuard guard, const PicturePart& part = {}) : guard_(guard), part_(part) {} // `part`: only that of them
  Composed compose(std::span<const Picture> layers, Size size);

 private:
  struct Layer {
    Surface pixels; // null: nothing to be seen
    Point at;       // of its pixels in the whole
    bool drawn = false, opaque = false;
    std::uint64_t used = 0; // composition
  };

  struct Missing {
    Layer* layer;
    SharedBytes bytes;
  };
  static std::string key_of(const Picture& picture, Size size);
  void draw(const Missing& missing, Size size) const;
  void draw_missing(std::span<const Picture> layers, Size size);
  void drop_old();

  PictureGuard guard_;
  PicturePart part_;
  std::unordered_map<std::string, Layer> layers_; // by size and key
  std::size_t bytes_ = 0;
  std::uint64_t composition_ = 0;
};

} // namespace firsthand::paint
