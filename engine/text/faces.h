// The opened font files: which face draws what, its metrics, and the library objects for shaping and rasterising. The
// bytes live here and are shared by both libraries. Knows nothing of paragraphs.
#pragma once

#include "engine/text/text.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include <hb.h>

#include <array>
#include <map>
#include <optional>

namespace firsthand::text {

struct Release {
  void operator()(hb_blob_t* it) const { hb_blob_destroy(it); }
  void operator()(hb_face_t* it) const { hb_face_destroy(it); }
  void operator()(hb_font_t* it) const { hb_font_destroy(it); }
  void operator()(hb_set_t* it) const { hb_set_destroy(it); }
  void operator()(hb_buffer_t* it) const { hb_buffer_destroy(it); }
  void operator()(FT_Face it) const { FT_Done_Face(it); }
  void operator()(FT_Library it) const { FT_Done_FreeType(it); }
};
template<class T> using Owned = std::unique_ptr<T, Release>;

struct Metrics {
  std::int32_t ascent = 0, descent = 0; // 26.6, above and below the baseline, both positive
};

class Faces {
 public:
  static base::Result<Faces> open(std::vector<FontSet::Face> sources);

  // The face for one grapheme: `needed` are its code points that want ink, base first. `preferred` is kept if it can
  // draw all. A mark never leaves its base's face. Face 0 of the style's order if nobody has the base.
  std::uint16_t choose(std::u32string_view needed, Weight weight, Slant slant, std::optional<std::uint16_t> preferred) const;
  std::uint16_t first(Weight weight, Slant slant) const { return order(weight, slant).front(); }
  bool supports(std::uint16_t face, char32_t c) const;
  bool any_supports(char32_t c) const;

  std::size_t count() const { return faces_.size(); }
  const FontSet::Face& source(std::uint16_t face) const { return faces_[face]->source; }
  hb_font_t* font(std::uint16_t face, int size_px) const; // valid until the next call of font()
  // A broken font, or a thousand marks on a letter, must not push lines out of the window.
  static std::int32_t most_reach(int size_px) { return size_px * 64 * 2; }
  Metrics metrics(std::uint16_t face, int size_px) const;
  FT_Face outlines(std::uint16_t face) const { return faces_[face]->outlines.get(); }

 private:
  struct OpenFace {
    FontSet::Face source;
    Owned<hb_blob_t> blob;
    Owned<hb_face_t> face;
    Owned<hb_set_t> covered;
    Owned<std::remove_pointer_t<FT_Face>> outlines;
  };
  using Order = std::vector<std::uint16_t>;

  static std::unique_ptr<OpenFace> open_one(FT_Library library, FontSet::Face source); // null if unreadable
  const Order& order(Weight weight, Slant slant) const;
  Order order_for(Weight weight, Slant slant) const;
  bool supports_all(std::uint16_t face, std::u32string_view needed) const;

  Owned<std::remove_pointer_t<FT_Library>> library_; // before the faces: it must outlive them
  std::vector<std::unique_ptr<OpenFace>> faces_;
  std::array<Order, 4> orders_;
  mutable std::map<std::pair<std::uint16_t, int>, Owned<hb_font_t>> fonts_;
};

} // namespace firsthand::text
