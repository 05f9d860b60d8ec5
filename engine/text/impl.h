// What a FontSet holds, and the one who lays a text out with it. Only this room includes it.
#pragma once

#include "engine/text/lines.h"

namespace firsthand::text {

struct FontSet::Impl {
  explicit Impl(Faces opened) : faces(std::move(opened)), shaper(faces) {}
  Impl(const Impl&) = delete; // the shaper refers to the faces beside it
  Impl& operator=(const Impl&) = delete;

  Faces faces;
  Shaper shaper;
};

// Lays out one text, once. Borrows what it is given until build() has returned.
class LayoutBuilder {
 public:
  LayoutBuilder(const Faces& faces, const Shaper& shaper, std::string_view text, const Style& style, int max_width_px,
                std::string_view language, const std::vector<Span>& spans, Direction direction);
  Layout build();

 private:
  void add_paragraph(const Paragraph& paragraph);
  void add_graphemes(const Paragraph& paragraph, const Offsets& graphemes);
  void add_line(const Paragraph& paragraph, const FilledLine& filled);
  void add_glyphs(const Paragraph& paragraph, const FilledLine& filled, const Line& line);
  void note_extents(const std::vector<Run>& runs);
  void set_height(Line& line, const FilledLine& filled) const;
  void align_right_to_left_lines(int right_edge);

  const Faces& faces_;
  const Shaper& shaper_;
  std::string_view text_;
  Style style_;
  std::string language_;
  int max_width_px_;
  Direction direction_;
  SpanMap spans_;
  ShapingStyle shaping_;
  Bidi bidi_;
  std::map<std::uint16_t, Metrics> extents_; // of the faces in the paragraph at hand
  Layout layout_;
};

} // namespace firsthand::text
