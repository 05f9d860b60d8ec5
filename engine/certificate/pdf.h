// One page of paper, A4 upright, black on white, as PDF. The same calls give the same bytes: its date is what the caller says, and nothing
// in it is drawn by lot. Fonts are embedded, as far as they are used, and the text can be found and copied. Knows nothing of what stands on
// it.
#pragma once

#include "engine/base/result.h"
#include "engine/text/text.h"

#include <memory>
#include <string>
#include <string_view>

namespace firsthand::certificate {

constexpr int dots = 8; // to a point, which is 1/72 inch: what lengths are counted in, and what a text is laid out with
constexpr int page_width = 595 * dots, page_height = 842 * dots;

struct PdfAbout {
  std::string title, made; // made: ISO 8601
};

class PdfPage {
 public:
  // `fonts` is borrowed; layouts are its own.
  PdfPage(const text::FontSet& fonts, const PdfAbout& about);
  ~PdfPage();
  PdfPage(const PdfPage&) = delete;
  PdfPage& operator=(const PdfPage&) = delete;

  // `layout` is that of `text`, and `text` is UTF-8.
  void write(const text::Layout& layout, std::string_view text, int x, int y);
  void fill(int x, int y, int width, int height);
  void frame(int x, int y, int width, int height, int thick); // inside of that rectangle
  // Once. Errors: "pdf-failed".
  base::Result<std::string> finish();

 private:
  struct Paper;
  std::unique_ptr<Paper> paper_;
};

} // namespace firsthand::certificate
