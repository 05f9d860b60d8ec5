// The public face of the room: hands each question to the part that answers it.
#include "engine/text/impl.h"

namespace firsthand::text {

FontSet::FontSet(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
FontSet::FontSet(FontSet&&) noexcept = default;
FontSet::~FontSet() = default;

base::Result<FontSet> FontSet::open(std::vector<Face> faces) {
  FH_TRY(opened, Faces::open(std::move(faces)));
  return FontSet(std::make_unique<Impl>(std::move(opened)));
}

Layout FontSet::layout(std::string_view text, const Style& style, int max_width_px, std::string_view language,
                       const std::vector<Span>& spans, Direction direction) const {
  return LayoutBuilder(impl_->faces, impl_->shaper, text, style, max_width_px, language, spans, direction).build();
}

bool FontSet::covers(std::string_view text) const {
  for (const Paragraph& paragraph : split_paragraphs(text))
    for (std::int32_t at = 0; at < paragraph.size();) {
      const char32_t c = code_point_at(paragraph.units, at);
      if (!is_ignorable(c) && !impl_->faces.any_supports(c)) return false;
      at += c > 0xFFFF ? 2 : 1;
    }
  return true;
}

const FontSet::Face& FontSet::face(std::uint16_t index) const { return impl_->faces.source(index); }

} // namespace firsthand::text
