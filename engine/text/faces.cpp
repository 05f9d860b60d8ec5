// Opening fonts and choosing among them. HarfBuzz and FreeType never throw; what they refuse becomes an error here.
#include "engine/text/faces.h"

#include "engine/text/paragraph.h"

#include <fmt/format.h>
#include <hb-ot.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <algorithm>
#include <tuple>

namespace firsthand::text {
namespace {

constexpr std::size_t most_fonts = 256; // sizes in use at once, times faces; a window has about forty

std::size_t style_index(Weight weight, Slant slant) { return (weight == Weight::bold ? 2u : 0u) + (slant == Slant::italic ? 1u : 0u); }

bool has(const hb_set_t* covered, char32_t c) { return hb_set_has(covered, static_cast<hb_codepoint_t>(c)); }

// The shaper takes a letter apart where a font has only its parts.
bool has_parts(const hb_set_t* covered, char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* const form = unorm2_getNFDInstance(&status);
  std::array<char16_t, 16> parts{};
  if (U_FAILURE(status)) return false;
  const std::int32_t size =
      unorm2_getDecomposition(form, static_cast<UChar32>(c), parts.data(), static_cast<std::int32_t>(parts.size()), &status);
  if (U_FAILURE(status) || size <= 0) return false;
  const std::u16string units(parts.data(), static_cast<std::size_t>(size));
  for (std::int32_t at = 0; at < size;) {
    const char32_t part = code_point_at(units, at);
    if (!has(covered, part)) return false;
    at += part > 0xFFFF ? 2 : 1;
  }
  return true;
}

} // namespace

std::unique_ptr<Faces::OpenFace> Faces::open_one(FT_Library library, FontSet::Face source) {
  auto open = std::make_unique<OpenFace>();
  open->source = std::move(source);
  const std::string& bytes = open->source.bytes;
  if (bytes.empty()) return nullptr;
  FT_Face outlines = nullptr;
  const auto* data = reinterpret_cast<const FT_Byte*>(bytes.data());
  if (FT_New_Memory_Face(library, data, static_cast<FT_Long>(bytes.size()), 0, &outlines) != 0) return nullptr;
  open->outlines.reset(outlines);
  open->blob.reset(hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()), HB_MEMORY_MODE_READONLY, nullptr, nullptr));
  open->face.reset(hb_face_create(open->blob.get(), 0));
  if (!FT_IS_SCALABLE(outlines) || hb_face_get_glyph_count(open->face.get()) == 0) return nullptr;
  open->covered.reset(hb_set_create());
  hb_face_collect_unicodes(open->face.get(), open->covered.get());
  return open;
}

base::Result<Faces> Faces::open(std::vector<FontSet::Face> sources) {
  if (sources.empty()) return base::fail("font-none", "No font was given. Text needs at least one font file.");
  if (sources.size() > 1000) return base::fail("font-unreadable", "More than 1000 fonts were given.");
  FT_Library library = nullptr;
  if (FT_Init_FreeType(&library) != 0) return base::fail("font-unreadable", "The font library did not start.");
  Faces faces;
  faces.library_.reset(library);
  for (FontSet::Face& source : sources) {
    const std::string family = source.family;
    auto open = open_one(library, std::move(source));
    if (!open) return base::fail("font-unreadable", fmt::format("The file of the font \"{}\" cannot be read as a scalable font.", family));
    faces.faces_.push_back(std::move(open));
  }
  for (const Weight weight : {Weight::regular, Weight::bold})
    for (const Slant slant : {Slant::upright, Slant::italic})
      faces.orders_[style_index(weight, slant)] = faces.order_for(weight, slant);
  return faces;
}

const Faces::Order& Faces::order(Weight weight, Slant slant) const { return orders_[style_index(weight, slant)]; }

// Families in the order given; within a family the nearest style first. A regular Thai beats a bold box.
Faces::Order Faces::order_for(Weight weight, Slant slant) const {
  std::vector<std::string> families;
  std::vector<std::tuple<std::size_t, int, std::uint16_t>> ranked;
  for (std::uint16_t i = 0; i < faces_.size(); ++i) {
    const FontSet::Face& face = faces_[i]->source;
    const auto family = std::find(families.begin(), families.end(), face.family);
    const auto rank = static_cast<std::size_t>(family - families.begin());
    if (family == families.end()) families.push_back(face.family);
    ranked.emplace_back(rank, (face.weight == weight ? 0 : 2) + (face.slant == slant ? 0 : 1), i);
  }
  std::sort(ranked.begin(), ranked.end());
  Order faces;
  for (const auto& entry : ranked)
    faces.push_back(std::get<2>(entry));
  return faces;
}

bool Faces::supports(std::uint16_t face, char32_t c) const {
  const hb_set_t* const covered = faces_[face]->covered.get();
  if (has(covered, c)) return true;
  if (c == 0x2011) return has(covered, 0x2010); // the shaper's own substitutes
  if (u_charType(static_cast<UChar32>(c)) == U_SPACE_SEPARATOR) return has(covered, ' ');
  return c >= 0xC0 && has_parts(covered, c);
}

bool Faces::supports_all(std::uint16_t face, std::u32string_view needed) const {
  return std::all_of(needed.begin(), needed.end(), [&](char32_t c) { return supports(face, c); });
}

bool Faces::any_supports(char32_t c) const {
  const Order& all = orders_.front();
  return std::any_of(all.begin(), all.end(), [&](std::uint16_t face) { return supports(face, c); });
}

std::uint16_t Faces::choose(std::u32string_view needed, Weight weight, Slant slant, std::optional<std::uint16_t> preferred) const {
  const Order& candidates = order(weight, slant);
  if (preferred && supports_all(*preferred, needed)) return *preferred;
  if (needed.empty()) return candidates.front();
  const auto complete = std::find_if(candidates.begin(), candidates.end(), [&](std::uint16_t face) { return supports_all(face, needed); });
  if (complete != candidates.end()) return *complete;
  const auto base = std::find_if(candidates.begin(), candidates.end(), [&](std::uint16_t face) { return supports(face, needed.front()); });
  return base != candidates.end() ? *base : candidates.front();
}

// Advances come from the font's own tables, not hinted: the same widths on every machine and at every quarter pixel.
hb_font_t* Faces::font(std::uint16_t face, int size_px) const {
  const std::pair<std::uint16_t, int> key{face, size_px};
  if (const auto found = fonts_.find(key); found != fonts_.end()) return found->second.get();
  if (fonts_.size() >= most_fonts) fonts_.clear();
  Owned<hb_font_t> made(hb_font_create(faces_[face]->face.get()));
  hb_font_set_scale(made.get(), size_px * 64, size_px * 64);
  hb_ot_font_set_funcs(made.get());
  return fonts_.emplace(key, std::move(made)).first->second.get();
}

Metrics Faces::metrics(std::uint16_t face, int size_px) const {
  hb_font_extents_t extents{};
  hb_font_get_h_extents(font(face, size_px), &extents);
  const std::int32_t most = most_reach(size_px);
  return {std::clamp(extents.ascender, 0, most), std::clamp(-extents.descender, 0, most)};
}

} // namespace firsthand::text
