// Whatever bytes come, a paragraph is laid out: lines cover its bytes in order, and every glyph stands for a byte of it.
#include "engine/text/text.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <sstream>

namespace {
const firsthand::text::FontSet& fonts() {
  static const auto set = [] {
    std::vector<firsthand::text::FontSet::Face> faces;
    for (const char* family : {"NotoSans", "NotoSansThai", "NotoSansMyanmar", "NotoSansKhmer", "NotoSansLao"}) {
      std::ostringstream bytes;
      bytes << std::ifstream(std::string("/usr/share/fonts/truetype/noto/") + family + "-Regular.ttf", std::ios::binary).rdbuf();
      faces.push_back({family, {}, {}, bytes.str()});
    }
    auto opened = firsthand::text::FontSet::open(std::move(faces));
    if (!opened.ok()) std::abort();
    return std::move(opened).value();
  }();
  return set;
}
} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  const auto layout = fonts().layout(text, {}, size % 3 == 0 ? 0 : 40 + static_cast<int>(size % 200));
  std::uint32_t end = 0;
  for (const auto& line : layout.lines) {
    if (line.begin < end) std::abort();
    end = line.end;
  }
  for (const auto& glyph : layout.glyphs)
    if (glyph.cluster > size) std::abort();
  return 0;
}
