// Cairo's page, with glyphs that were placed already. The only file that knows cairo.
#include "engine/certificate/pdf.h"

#include <cairo-ft.h>
#include <cairo-pdf.h>

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <vector>

namespace firsthand::certificate {

namespace {

// A font file that FreeType has open. Cairo keeps faces for later, so it is cairo that lets go of it.
struct OpenFont {
  std::string bytes;
  FT_Library library = nullptr;
  FT_Face face = nullptr;
  ~OpenFont() {
    if (face) FT_Done_Face(face);
    if (library) FT_Done_FreeType(library);
  }
};

void let_go(void* font) { delete static_cast<OpenFont*>(font); }

// Null: the file is none that FreeType reads.
cairo_font_face_t* opened(std::string bytes) {
  static const cairo_user_data_key_t owner{};
  auto font = std::make_unique<OpenFont>();
  font->bytes = std::move(bytes);
  const auto* data = reinterpret_cast<const FT_Byte*>(font->bytes.data());
  if (FT_Init_FreeType(&font->library) != 0) return nullptr;
  if (FT_New_Memory_Face(font->library, data, static_cast<FT_Long>(font->bytes.size()), 0, &font->face) != 0) return nullptr;
  cairo_font_face_t* face = cairo_ft_font_face_create_for_ft_face(font->face, FT_LOAD_NO_HINTING);
  if (cairo_font_face_set_user_data(face, &owner, font.get(), let_go) != CAIRO_STATUS_SUCCESS) {
    cairo_font_face_destroy(face);
    return nullptr;
  }
  font.release();
  return face;
}

cairo_status_t add_bytes(void* to, const unsigned char* data, unsigned int length) {
  static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

double in_dots(std::int32_t fixed) { return static_cast<double>(fixed) / 64; }

// Glyphs beside each other of one face and one direction, and which bytes each stands for.
struct GlyphRun {
  std::vector<cairo_glyph_t> glyphs;
  std::vector<cairo_text_cluster_t> clusters; // in the order of the text
  std::uint32_t begin = 0, end = 0;           // bytes
};

// Where the text of each cluster ends: at the next one of the line, whatever run that is in.
std::uint32_t end_of_cluster(const text::Layout& layout, const text::Line& line, std::uint32_t cluster) {
  std::uint32_t end = line.text_end;
  for (std::uint32_t i = line.first_glyph; i < line.first_glyph + line.glyph_count; ++i)
    if (layout.glyphs[i].cluster > cluster) end = std::min(end, layout.glyphs[i].cluster);
  return end;
}

GlyphRun run_of(const text::Layout& layout, const text::Line& line, std::uint32_t from, std::uint32_t to) {
  GlyphRun run{{}, {}, line.text_end, 0};
  for (std::uint32_t i = from; i < to; ++i) {
    const text::Glyph& glyph = layout.glyphs[i];
    run.glyphs.push_back({glyph.id, in_dots(glyph.x), in_dots(glyph.y)});
    if (i > from && layout.glyphs[i - 1].cluster == glyph.cluster) {
      ++run.clusters.back().num_glyphs;
      continue;
    }
    const std::uint32_t end = end_of_cluster(layout, line, glyph.cluster);
    run.clusters.push_back({static_cast<int>(end - glyph.cluster), 1});
    run.begin = std::min(run.begin, glyph.cluster), run.end = std::max(run.end, end);
  }
  if (layout.glyphs[from].right_to_left) std::reverse(run.clusters.begin(), run.clusters.end());
  return run;
}

bool go_together(const text::Glyph& a, const text::Glyph& b) { return a.face == b.face && a.right_to_left == b.right_to_left; }

} // namespace

struct PdfPage::Paper {
  explicit Paper(const text::FontSet& fonts_) : fonts(fonts_) {}
  ~Paper() {
    for (const auto& [index, face] : faces)
      if (face) cairo_font_face_destroy(face);
    cairo_destroy(pen);
    cairo_surface_destroy(surface);
  }
  Paper(const Paper&) = delete;
  Paper& operator=(const Paper&) = delete;

  cairo_font_face_t* face(std::uint16_t index) {
    const auto found = faces.find(index);
    return found != faces.end() ? found->second : faces[index] = opened(fonts.face(index).bytes);
  }
  void show(const GlyphRun& run, const text::Glyph& first, std::string_view text) {
    cairo_font_face_t* chosen = face(first.face);
    if (!chosen) return;
    cairo_set_font_face(pen, chosen);
    cairo_set_font_size(pen, first.size_px);
    const std::string_view shown = text.substr(run.begin, run.end - run.begin);
    cairo_show_text_glyphs(pen, shown.data(), static_cast<int>(shown.size()), run.glyphs.data(), static_cast<int>(run.glyphs.size()),
                           run.clusters.data(), static_cast<int>(run.clusters.size()),
                           first.right_to_left ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : cairo_text_cluster_flags_t{});
  }

  const text::FontSet& fonts;
  std::map<std::uint16_t, cairo_font_face_t*> faces;
  std::string bytes;
  cairo_surface_t* surface = nullptr;
  cairo_t* pen = nullptr;
};

PdfPage::PdfPage(const text::FontSet& fonts, const PdfAbout& about) : paper_(std::make_unique<Paper>(fonts)) {
  const double points = 1.0 / dots;
  paper_->surface = cairo_pdf_surface_create_for_stream(add_bytes, &paper_->bytes, page_width * points, page_height * points);
  cairo_pdf_surface_set_metadata(paper_->surface, CAIRO_PDF_METADATA_TITLE, about.title.c_str());
  cairo_pdf_surface_set_metadata(paper_->surface, CAIRO_PDF_METADATA_CREATE_DATE, about.made.c_str());
  paper_->pen = cairo_create(paper_->surface);
  cairo_scale(paper_->pen, points, points);
}

PdfPage::~PdfPage() = default;

void PdfPage::write(const text::Layout& layout, std::string_view text, int x, int y) {
  cairo_save(paper_->pen);
  cairo_translate(paper_->pen, x, y);
  for (const text::Line& line : layout.lines) {
    const std::uint32_t end = line.first_glyph + line.glyph_count;
    for (std::uint32_t from = line.first_glyph, to = from; from < end; from = to) {
      for (++to; to < end && go_together(layout.glyphs[from], layout.glyphs[to]);)
        ++to;
      paper_->show(run_of(layout, line, from, to), layout.glyphs[from], text);
    }
  }
  cairo_restore(paper_->pen);
}

void PdfPage::fill(int x, int y, int width, int height) {
  cairo_rectangle(paper_->pen, x, y, width, height);
  cairo_fill(paper_->pen);
}

void PdfPage::frame(int x, int y, int width, int height, int thick) {
  const double half = thick / 2.0;
  cairo_set_line_width(paper_->pen, thick);
  cairo_rectangle(paper_->pen, x + half, y + half, width - thick, height - thick);
  cairo_stroke(paper_->pen);
}

base::Result<std::string> PdfPage::finish() {
  cairo_show_page(paper_->pen);
  cairo_surface_finish(paper_->surface);
  const cairo_status_t drawn = cairo_status(paper_->pen), kept = cairo_surface_status(paper_->surface);
  if (const cairo_status_t status = drawn != CAIRO_STATUS_SUCCESS ? drawn : kept; status != CAIRO_STATUS_SUCCESS)
    return base::fail("pdf-failed", fmt::format("The page could not be made: {}.", cairo_status_to_string(status)));
  return std::move(paper_->bytes);
}

} // namespace firsthand::certificate
