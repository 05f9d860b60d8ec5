// Font files by name, in the order of fallback.
#include "engine/fonts/fonts.h"

#include "engine/platform/paths.h"

#include <array>
#include <fstream>
#include <optional>
#include <string>

#include <fmt/format.h>

namespace firsthand::fonts {
namespace {

using text::Slant;
using text::Weight;

enum class Need : std::uint8_t { must, may };

struct FontFile {
  const char* family;
  const char* file;
  Weight weight;
  Slant slant;
  Need need;
};

constexpr std::array font_files{
    FontFile{"Noto Sans", "NotoSans-Regular.ttf", Weight::regular, Slant::upright, Need::must},
    FontFile{"Noto Sans", "NotoSans-Bold.ttf", Weight::bold, Slant::upright, Need::must},
    FontFile{"Noto Sans", "NotoSans-Italic.ttf", Weight::regular, Slant::italic, Need::must},
    FontFile{"Noto Sans", "NotoSans-BoldItalic.ttf", Weight::bold, Slant::italic, Need::may},
    FontFile{"Noto Sans Thai", "NotoSansThai-Regular.ttf", Weight::regular, Slant::upright, Need::may},
    FontFile{"Noto Sans Thai", "NotoSansThai-Bold.ttf", Weight::bold, Slant::upright, Need::may},
    FontFile{"Noto Sans Lao", "NotoSansLao-Regular.ttf", Weight::regular, Slant::upright, Need::may},
    FontFile{"Noto Sans Lao", "NotoSansLao-Bold.ttf", Weight::bold, Slant::upright, Need::may},
    FontFile{"Noto Sans Khmer", "NotoSansKhmer-Regular.ttf", Weight::regular, Slant::upright, Need::may},
    FontFile{"Noto Sans Khmer", "NotoSansKhmer-Bold.ttf", Weight::bold, Slant::upright, Need::may},
    FontFile{"Noto Sans Myanmar", "NotoSansMyanmar-Regular.ttf", Weight::regular, Slant::upright, Need::may},
    FontFile{"Noto Sans Myanmar", "NotoSansMyanmar-Bold.ttf", Weight::bold, Slant::upright, Need::may},
    FontFile{"Noto Sans Tamil", "NotoSansTamil-Regular.ttf", Weight::regular, Slant::upright, Need::may},
    FontFile{"Noto Sans Tamil", "NotoSansTamil-Bold.ttf", Weight::bold, Slant::upright, Need::may},
    FontFile{"Noto Sans Arabic", "NotoSansArabic-Regular.ttf", Weight::regular, Slant::upright, Need::may},
    FontFile{"Noto Sans Arabic", "NotoSansArabic-Bold.ttf", Weight::bold, Slant::upright, Need::may},
    FontFile{"Noto Sans Hebrew", "NotoSansHebrew-Regular.ttf", Weight::regular, Slant::upright, Need::may},
    FontFile{"Noto Sans Hebrew", "NotoSansHebrew-Bold.ttf", Weight::bold, Slant::upright, Need::may},
    FontFile{"Noto Sans Symbols", "NotoSansSymbols-Regular.ttf", Weight::regular, Slant::upright, Need::may},
    FontFile{"Droid Sans Fallback", "DroidSansFallbackFull.ttf", Weight::regular, Slant::upright, Need::may},
    FontFile{"Droid Sans Fallback", "DroidSansFallback.ttf", Weight::regular, Slant::upright, Need::may},
};

std::optional<std::string> read_font(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary | std::ios::ate);
  if (!in || in.tellg() <= 0) return std::nullopt;
  std::string bytes(static_cast<std::size_t>(in.tellg()), '\0'); // at once: some are megabytes, and the first frame waits
  in.seekg(0);
  if (!in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()))) return std::nullopt;
  return bytes;
}

std::string list_of_folders(const std::vector<std::filesystem::path>& folders) {
  std::string list;
  for (const auto& folder : folders)
    list += (list.empty() ? "" : ", ") + platform::utf8_of(folder);
  return list.empty() ? "no folder was given" : list;
}

} // namespace

std::optional<std::string> font_file(const std::vector<std::filesystem::path>& folders, const char* file) {
  for (const auto& folder : folders)
    if (auto bytes = read_font(folder / file)) return bytes;
  return std::nullopt;
}

base::Result<text::FontSet> load_fonts(const std::vector<std::filesystem::path>& folders) {
  std::vector<text::FontSet::Face> faces;
  for (const FontFile& font : font_files) {
    auto bytes = font_file(folders, font.file);
    if (bytes) faces.push_back({font.family, font.weight, font.slant, std::move(*bytes)});
    if (!bytes && font.need == Need::must)
      return base::fail("fonts-missing", fmt::format("The font file {} was not found (looked in: {}). Install the package "
                                                     "fonts-noto-core, or put the file into the folder \"fonts\" beside the program.",
                                                     font.file, list_of_folders(folders)));
  }
  return text::FontSet::open(std::move(faces));
}

} // namespace firsthand::fonts
