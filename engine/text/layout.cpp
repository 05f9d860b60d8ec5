// Paragraphs to a Layout: the order of the steps, and where lines and pens stand. The steps themselves are elsewhere.
#include "engine/text/impl.h"

#include <algorithm>
#include <limits>

namespace firsthand::text {
namespace {

constexpr int most_size_px = 512, most_line_px = 1024;

std::int32_t bounded(std::int64_t value) {
  constexpr std::int64_t most = std::numeric_limits<std::int32_t>::max();
  return static_cast<std::int32_t>(std::clamp(value, -most, most));
}

int whole_px(std::int64_t fixed) { return bounded((fixed + 63) >> 6); }

bool is_tall_language(const std::string& tag) {
  const std::string main = tag.substr(0, tag.find('-'));
  return main == "th" || main == "lo" || main == "km" || main == "my";
}

Style within_bounds(Style style) {
  style.size_px = std::clamp(style.size_px, 1, most_size_px);
  style.line_px = std::clamp(style.line_px, 0, most_line_px);
  return style;
}

} // namespace

LayoutBuilder::LayoutBuilder(const Faces& faces, const Shaper& shaper, std::string_view text, const Style& style, int max_width_px,
                             std::string_view language, const std::vector<Span>& spans, Direction direction)
    : faces_(faces), shaper_(shaper), text_(text.substr(0, longest_text)), style_(within_bounds(style)),
      language_(clean_language(language)), max_width_px_(max_width_px < 0 ? 1 : max_width_px), direction_(direction),
      spans_(spans, style.weight, text_.size()), shaping_{style_.size_px, style_.figures, hb_language_from_string(language_.c_str(), -1)} {}

Layout LayoutBuilder::build() {
  for (const Paragraph& paragraph : split_paragraphs(text_))
    add_paragraph(paragraph);
  layout_.graphemes.push_back(static_cast<std::uint32_t>(text_.size()));
  for (const Line& line : layout_.lines)
    layout_.width = std::max(layout_.width, line.left + line.width);
  if (max_width_px_ == 0) align_right_to_left_lines(layout_.width);
  const Line& last = layout_.lines.back();
  layout_.height = last.top + last.height;
  return std::move(layout_);
}

void LayoutBuilder::add_paragraph(const Paragraph& paragraph) {
  Breaks& breaks = breaks_of_this_thread();
  const Offsets graphemes = breaks.graphemes(paragraph.units);
  add_graphemes(paragraph, graphemes);
  bidi_.set(paragraph.units, direction_);
  std::vector<Run> runs;
  for (const Item& item : itemise(paragraph, graphemes, bidi_, faces_, spans_, style_.slant))
    runs.push_back(shaper_.shape(paragraph, item, shaping_));
  note_extents(runs);
  const bool wraps = max_width_px_ > 0;
  const LineFiller filler(paragraph, graphemes, wraps ? breaks.lines(paragraph.units, language_, graphemes) : Offsets{}, runs, bidi_,
                          shaper_, shaping_);
  const std::vector<FilledLine> lines = filler.fill(wraps ? std::int64_t{max_width_px_} * 64 : -1);
  for (const FilledLine& line : lines)
    add_line(paragraph, line);
  layout_.lines.back().end = paragraph.end;
}

// The end of a paragraph that a line feed follows is a place for a caret too; that of the last is added at the end.
void LayoutBuilder::add_graphemes(const Paragraph& paragraph, const Offsets& graphemes) {
  layout_.graphemes.push_back(paragraph.byte_of.front());
  for (const std::int32_t at : graphemes)
    layout_.graphemes.push_back(paragraph.byte_of[static_cast<std::size_t>(at)]);
  if (paragraph.end == paragraph.byte_of.back()) layout_.graphemes.pop_back();
}

void LayoutBuilder::add_line(const Paragraph& paragraph, const FilledLine& filled) {
  Line line;
  line.first_glyph = static_cast<std::uint32_t>(layout_.glyphs.size());
  line.begin = paragraph.byte_of[static_cast<std::size_t>(filled.begin)];
  line.end = line.text_end = paragraph.byte_of[static_cast<std::size_t>(filled.end)];
  line.right_to_left = bidi_.paragraph_right_to_left();
  line.width = whole_px(filled.width);
  set_height(line, filled);
  if (line.right_to_left) {
    line.left = max_width_px_ > 0 ? max_width_px_ - line.width : 0;
    line.start_x = bounded(std::int64_t{line.left} * 64 - filled.hanging);
  }
  add_glyphs(paragraph, filled, line);
  line.glyph_count = static_cast<std::uint32_t>(layout_.glyphs.size()) - line.first_glyph;
  layout_.lines.push_back(line);
}

// What is drawn counts, not what a font states of itself: Khmer reaches below its stated descent, Burmese states twice
// what it needs. Taken from the whole paragraph, so that its lines are evenly spaced.
void LayoutBuilder::note_extents(const std::vector<Run>& runs) {
  extents_.clear();
  for (const Run& run : runs) {
    const Metrics ink = shaper_.ink(run, style_.size_px);
    Metrics& face = extents_[run.item.face];
    face.ascent = std::max(face.ascent, ink.ascent);
    face.descent = std::max(face.descent, ink.descent);
  }
}

// The line is as high as the style asks, unless ink needs more: Latin in 44 px stays in 44 px whatever the font states of
// itself. The baseline stands where the style's own face wants it, moved only as far as ink would leave the line.
void LayoutBuilder::set_height(Line& line, const FilledLine& filled) const {
  const Metrics own = faces_.metrics(faces_.first(style_.weight, style_.slant), style_.size_px);
  const int stated = whole_px(own.ascent) + whole_px(own.descent);
  int ascent = 0, descent = 0;
  bool tall = is_tall_language(language_);
  for (const PlacedPiece& piece : filled.pieces) {
    const Metrics& used = extents_.at(piece.run->item.face);
    ascent = std::max(ascent, whole_px(used.ascent));
    descent = std::max(descent, whole_px(used.descent));
    tall = tall || is_tall(piece.run->item.script);
  }
  const int asked = style_.line_px > 0 ? style_.line_px : stated;
  line.height = std::max({1, tall ? (asked * 11 + 9) / 10 : asked, ascent + descent});
  line.top = layout_.lines.empty() ? 0 : layout_.lines.back().top + layout_.lines.back().height;
  const int wanted = (line.height - stated) / 2 + whole_px(own.ascent);
  line.baseline = line.top + std::clamp(wanted, ascent, std::max(ascent, line.height - descent));
}

void LayoutBuilder::add_glyphs(const Paragraph& paragraph, const FilledLine& filled, const Line& line) {
  std::int64_t pen = line.start_x;
  for (const PlacedPiece& piece : filled.pieces)
    for (const ShapedGlyph& shaped : piece.glyphs) {
      Glyph glyph;
      glyph.face = piece.run->item.face;
      glyph.size_px = static_cast<std::uint16_t>(style_.size_px);
      glyph.id = shaped.id;
      glyph.x = bounded(pen + shaped.dx);
      glyph.y = bounded(std::int64_t{line.baseline} * 64 - shaped.dy);
      glyph.cluster = paragraph.byte_of[static_cast<std::size_t>(shaped.cluster)];
      glyph.mark = spans_.mark(glyph.cluster);
      glyph.right_to_left = piece.run->item.right_to_left();
      glyph.advance = shaped.advance;
      layout_.missing_glyph = layout_.missing_glyph || shaped.id == 0;
      layout_.glyphs.push_back(glyph);
      pen += shaped.advance;
    }
}

// Without a maximum width the widest line sets the right edge.
void LayoutBuilder::align_right_to_left_lines(int right_edge) {
  for (Line& line : layout_.lines) {
    const int shift = right_edge - line.width;
    if (!line.right_to_left || shift == 0) continue;
    line.left += shift;
    line.start_x = bounded(line.start_x + std::int64_t{shift} * 64);
    for (std::uint32_t i = line.first_glyph; i < line.first_glyph + line.glyph_count; ++i)
      layout_.glyphs[i].x = bounded(layout_.glyphs[i].x + std::int64_t{shift} * 64);
  }
}

} // namespace firsthand::text
