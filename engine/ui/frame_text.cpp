// Text of a frame: styles from the scale, alignment, what was cut, links.
#include "engine/ui/stage.h"

#include <algorithm>

namespace firsthand::ui {
namespace {

text::Style style_of(const Frame& f, Type type, const TextOptions& options) {
  const TypeSpec spec = spec_of(type);
  text::Style style;
  style.size_px = f.px(spec.size), style.line_px = f.px(spec.line);
  style.weight = spec.bold ? text::Weight::bold : text::Weight::regular;
  style.slant = spec.italic ? text::Slant::italic : text::Slant::upright;
  style.figures = spec.tabular || options.tabular ? text::Figures::tabular : text::Figures::proportional;
  return style;
}

bool is_latin_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

// A line that ends inside a word was broken because the word did not fit: the panel is too narrow.
bool breaks_a_word(std::string_view words, const text::Layout& layout) {
  return std::any_of(layout.lines.begin(), layout.lines.end(), [&](const text::Line& line) {
    return line.end > 0 && line.end < words.size() && is_latin_letter(words[line.end - 1]) && is_latin_letter(words[line.end]);
  });
}

int lines_shown(const text::Layout& layout, const TextOptions& options) {
  const int all = static_cast<int>(layout.lines.size());
  return options.max_lines > 0 ? std::min(options.max_lines, all) : all;
}

int height_of(const text::Layout& layout, int lines) {
  if (lines <= 0) return 0;
  const text::Line& last = layout.lines[static_cast<std::size_t>(lines) - 1];
  return last.top + last.height;
}

Cut cut_of(std::string_view words, const text::Layout& layout, int lines, int max_width, int max_height) {
  const bool lost = lines < static_cast<int>(layout.lines.size()) || breaks_a_word(words, layout) ||
                    (max_width > 0 && layout.width > max_width + 1) || (max_height > 0 && height_of(layout, lines) > max_height + 1);
  return lost ? Cut::cut : Cut::whole;
}

// Links are underlined: colour alone is no sign.
void underline_marks(Frame& f, const text::Layout& layout, Point at, int lines, Colour colour) {
  for (int i = 0; i < lines; ++i) {
    const text::Line& line = layout.lines[static_cast<std::size_t>(i)];
    const int y = at.y + line.top + line.baseline + f.px(2);
    for (std::uint32_t g = line.first_glyph; g < line.first_glyph + line.glyph_count; ++g) {
      if (!layout.glyphs[g].mark) continue;
      const std::uint32_t first = g;
      while (g + 1 < line.first_glyph + line.glyph_count && layout.glyphs[g + 1].mark == layout.glyphs[first].mark)
        ++g;
      const bool more = g + 1 < line.first_glyph + line.glyph_count;
      const int end = more ? layout.glyphs[g + 1].x >> 6 : line.left + line.width;
      f.hline(at.x + (layout.glyphs[first].x >> 6), y, end - (layout.glyphs[first].x >> 6), colour, std::max(1, f.px(1)));
    }
  }
}

} // namespace

const text::FontSet& Frame::fonts() const { return stage_.text.fonts(); }

std::string_view Frame::keep(std::string words) { return stage_.kept.emplace_back(std::move(words)); }

int Frame::line_height(Type type) const { return px(spec_of(type).line); }

const text::Layout& Frame::layout(std::string_view words, Type type, int max_width, const TextOptions& options) {
  const std::string_view language = options.language.empty() ? std::string_view(stage_.settings.language) : options.language;
  return stage_.text.layout({words, style_of(*this, type, options), max_width, language, options.spans});
}

Size Frame::measure(std::string_view words, Type type, int max_width, const TextOptions& options) {
  const text::Layout& laid = layout(words, type, max_width, options);
  return {laid.width, height_of(laid, lines_shown(laid, options))};
}

int Frame::text(int x, int y, int max_width, std::string_view words, Type type, Colour colour, const TextOptions& options) {
  TextOptions top = options;
  top.valign = VAlign::top;
  if (max_width <= 0) max_width = 0;
  return text(Rect{x, y, max_width, 0}, words, type, colour, top);
}

int Frame::text(const Rect& rect, std::string_view words, Type type, Colour colour, const TextOptions& options) {
  const text::Layout& laid = layout(words, type, rect.w, options);
  const int lines = lines_shown(laid, options), height = height_of(laid, lines);
  const int spare = rect.h > 0 ? rect.h - height : 0;
  const int y = rect.y + (options.valign == VAlign::middle ? spare / 2 : options.valign == VAlign::bottom ? spare : 0);
  const int wide = rect.w > 0 ? rect.w - laid.width : 0;
  // The layout places its own lines inside its width; the block as a whole is what we align.
  const int x = rect.x + (options.align == Align::centre ? wide / 2 : options.align == Align::right ? wide : 0);
  stage_.text.draw(stage_.painter, laid, {x, y}, lines, {rgba(colour), rgba(options.mark_colour)});
  underline_marks(*this, laid, {x, y}, lines, options.mark_colour);
  if (options.listed == Listed::yes && !words.empty())
    list(options.role, words, {x, y, laid.width, height}, {}, cut_of(words, laid, lines, rect.w, rect.h));
  return height;
}

} // namespace firsthand::ui
