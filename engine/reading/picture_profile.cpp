// Tables of elements, attributes and values. A value that one drawer understands and another does not is outside: what is
// not drawn, or drawn grey, would make two learners see two pictures.
#include "engine/reading/picture_profile.h"

#include "engine/reading/picture_numbers.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace firsthand::reading {
namespace {

using Fault = std::optional<ValueFault>;

constexpr std::array<std::string_view, 14> paint{"fill",
                                                 "stroke",
                                                 "stroke-width",
                                                 "stroke-linecap",
                                                 "stroke-linejoin",
                                                 "stroke-miterlimit",
                                                 "stroke-dasharray",
                                                 "stroke-dashoffset",
                                                 "fill-rule",
                                                 "fill-opacity",
                                                 "stroke-opacity",
                                                 "opacity",
                                                 "transform",
                                                 "id"};

const std::vector<PictureElement> elements{
    {"svg", {"xmlns", "viewBox", "width", "height", "version"}, false},
    {"g", {}, false},
    {"defs", {}, false},
    {"path", {"d"}, true},
    {"rect", {"x", "y", "width", "height", "rx", "ry"}, true},
    {"circle", {"cx", "cy", "r"}, true},
    {"ellipse", {"cx", "cy", "rx", "ry"}, true},
    {"line", {"x1", "y1", "x2", "y2"}, true},
    {"polygon", {"points"}, true},
    {"polyline", {"points"}, true},
    {"linearGradient", {"x1", "y1", "x2", "y2", "gradientUnits", "gradientTransform"}, false},
    {"stop", {"offset", "stop-color", "stop-opacity"}, false},
};

template<class Range> bool holds(const Range& range, std::string_view word) {
  return std::find(range.begin(), range.end(), word) != range.end();
}

std::string shortened(std::string_view value) {
  constexpr std::size_t most = 40;
  if (value.size() <= most) return std::string(value);
  std::size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(value[end]) & 0xC0) == 0x80)
    --end;
  return std::string(value.substr(0, end)) + "…";
}

Fault fault(const char* code, std::string_view attribute, std::string_view value, std::string_view name = {}, std::string_view fact = {}) {
  ValueFault found{code, {{"attribute", std::string(attribute)}, {"value", shortened(value)}}};
  if (!name.empty()) found.facts.emplace_back(name, fact);
  return found;
}

struct Range {
  std::string_view attribute;
  Fixed least, most;
};
constexpr Fixed far = 100'000 * fixed_one;
constexpr std::array<Range, 23> ranges{{{"x", -far, far},
                                        {"y", -far, far},
                                        {"cx", -far, far},
                                        {"cy", -far, far},
                                        {"x1", -far, far},
                                        {"y1", -far, far},
                                        {"x2", -far, far},
                                        {"y2", -far, far},
                                        {"width", 0, far},
                                        {"height", 0, far},
                                        {"r", 0, far},
                                        {"rx", 0, far},
                                        {"ry", 0, far},
                                        {"stroke-width", 0, 10'000 * fixed_one},
                                        {"stroke-dashoffset", -far, far},
                                        {"stroke-miterlimit", fixed_one, 100 * fixed_one},
                                        {"opacity", 0, fixed_one},
                                        {"fill-opacity", 0, fixed_one},
                                        {"stroke-opacity", 0, fixed_one},
                                        {"stop-opacity", 0, fixed_one},
                                        {"offset", 0, fixed_one},
                                        {"offset%", 0, 100 * fixed_one},
                                        {"dash", 0, 10'000 * fixed_one}}};

Fault out_of(const Range& range, std::string_view attribute, std::string_view value, Fixed number) {
  if (number >= range.least && number <= range.most) return std::nullopt;
  return fault("F0909", attribute, value, "range", fmt::format("{} … {}", range.least / fixed_one, range.most / fixed_one));
}

const Range* range_of(std::string_view attribute) {
  const auto found = std::find_if(ranges.begin(), ranges.end(), [&](const Range& range) { return range.attribute == attribute; });
  return found == ranges.end() ? nullptr : &*found;
}

Fault check_number(std::string_view attribute, std::string_view value) {
  const bool percent = attribute == "offset" && value.ends_with('%');
  const std::string_view digits = percent ? value.substr(0, value.size() - 1) : value;
  const bool bare = attribute.ends_with("opacity") || attribute == "offset" || attribute == "stroke-miterlimit";
  std::string_view rest = digits;
  const auto number = bare ? take_number(rest) : read_length(digits);
  if (!number || (bare && !rest.empty())) return fault("F0908", attribute, value);
  return out_of(*range_of(percent ? "offset%" : attribute), attribute, value, *number);
}

Fault check_dashes(std::string_view attribute, std::string_view value) {
  if (value == "none") return std::nullopt;
  const auto numbers = read_numbers(value);
  if (!numbers) return fault("F0908", attribute, value);
  for (const Fixed number : *numbers)
    if (Fault found = out_of(*range_of("dash"), attribute, value, number)) return found;
  const bool some = std::any_of(numbers->begin(), numbers->end(), [](Fixed number) { return number > 0; });
  if (!some || numbers->size() > 8) return fault("F0910", attribute, value, "known", "one to eight lengths, not all 0");
  return std::nullopt;
}

bool is_hex(std::string_view digits) {
  return (digits.size() == 3 || digits.size() == 6) && std::all_of(digits.begin(), digits.end(), [](unsigned char c) {
           return std::string_view("0123456789abcdefABCDEF").find(static_cast<char>(c)) != std::string_view::npos;
         });
}

// rgb(0, 128, 255) or rgb(0%, 50%, 100%), whole numbers.
bool is_rgb(std::string_view value) {
  if (!value.starts_with("rgb(") || !value.ends_with(')')) return false;
  value = value.substr(4, value.size() - 5);
  const bool percent = value.find('%') != value.npos;
  for (int i = 0; i < 3; ++i) {
    const std::size_t end = i < 2 ? value.find(',') : value.size();
    if (end == value.npos) return false;
    std::string_view part = value.substr(0, end);
    while (!part.empty() && part.front() == ' ')
      part.remove_prefix(1);
    if (percent && part.ends_with('%'))
      part.remove_suffix(1);
    else if (percent)
      return false;
    if (part.empty() || part.size() > 3 || part.find_first_not_of("0123456789") != part.npos) return false;
    if (*read_length(part) > (percent ? 100 : 255) * fixed_one) return false;
    if (i < 2) value.remove_prefix(end + 1);
  }
  return true;
}

Fault check_colour(std::string_view attribute, std::string_view value) {
  constexpr std::array<std::string_view, 10> names{"red", "green", "blue", "yellow", "cyan", "magenta", "black", "grey", "gray", "white"};
  const bool stop = attribute == "stop-color";
  const bool known = (value.starts_with('#') && is_hex(value.substr(1))) || is_rgb(value) || holds(names, value) ||
                     (!stop && (value == "none" || !reference_of(value).empty()));
  return known ? std::nullopt : fault("F0907", attribute, value);
}

Fault check_word(std::string_view attribute, std::string_view value) {
  using Words = std::vector<std::string_view>;
  const Words words = attribute == "fill-rule"        ? Words{"nonzero", "evenodd"}
                      : attribute == "stroke-linecap" ? Words{"butt", "round", "square"}
                                                      : Words{"miter", "round", "bevel"};
  if (holds(words, value)) return std::nullopt;
  return fault("F0910", attribute, value, "known", fmt::format("{}", fmt::join(words, ", ")));
}

Fault check_points(std::string_view attribute, std::string_view value) {
  const auto numbers = read_numbers(value);
  if (!numbers) return fault("F0908", attribute, value);
  for (const Fixed number : *numbers)
    if (Fault found = out_of(*range_of("x"), attribute, fmt::format("{}", number / fixed_one), number)) return found;
  if (numbers->size() % 2) return fault("F0910", attribute, value, "known", "pairs of numbers");
  return std::nullopt;
}

Fault check_id(std::string_view value) {
  constexpr std::size_t longest = 60; // drawers cut longer ones
  if (!value.empty() && value.size() <= longest && value.find_first_of(" ()'\"#") == value.npos) return std::nullopt;
  return fault("F0910", "id", value, "known", "1 to 60 signs without spaces and brackets");
}

} // namespace

const PictureElement* find_picture_element(std::string_view name) {
  for (const PictureElement& element : elements)
    if (element.name == name) return &element;
  return nullptr;
}

bool may_have(const PictureElement& element, std::string_view attribute) {
  return holds(paint, attribute) || holds(element.own, attribute);
}

std::string_view reference_of(std::string_view value) {
  if (!value.starts_with("url(#") || !value.ends_with(')')) return {};
  const std::string_view id = value.substr(5, value.size() - 6);
  return check_id(id) ? std::string_view() : id;
}

std::optional<ValueFault> check_picture_value(std::string_view attribute, std::string_view value) {
  if (attribute == "fill" || attribute == "stroke" || attribute == "stop-color") return check_colour(attribute, value);
  if (attribute == "fill-rule" || attribute == "stroke-linecap" || attribute == "stroke-linejoin") return check_word(attribute, value);
  if (attribute == "stroke-dasharray") return check_dashes(attribute, value);
  if (attribute == "points") return check_points(attribute, value);
  if (attribute == "id") return check_id(value);
  return range_of(attribute) ? check_number(attribute, value) : std::nullopt;
}

std::string_view foreign_picture(std::string_view bytes) {
  struct Kind {
    std::size_t at;
    std::string_view sign, words;
  };
  using namespace std::literals;
  static constexpr std::array<Kind, 16> kinds{{{0, "\x89PNG"sv, "a photograph (PNG)"},
                                               {0, "\xFF\xD8\xFF"sv, "a photograph (JPEG)"},
                                               {0, "GIF8"sv, "a photograph (GIF)"},
                                               {8, "WEBP"sv, "a photograph (WebP)"},
                                               {0, "BM"sv, "a photograph (BMP)"},
                                               {0, "II*\0"sv, "a photograph (TIFF)"},
                                               {0, "MM\0*"sv, "a photograph (TIFF)"},
                                               {4, "ftypavi"sv, "a photograph (AVIF)"},
                                               {4, "ftyphei"sv, "a photograph (HEIC)"},
                                               {4, "ftyphev"sv, "a photograph (HEIC)"},
                                               {4, "ftypmif1"sv, "a photograph (HEIC)"},
                                               {4, "ftypmsf1"sv, "a photograph (HEIC)"},
                                               {0, "\0\0\1\0"sv, "an icon (ICO)"},
                                               {0, "8BPS"sv, "a photograph (PSD)"},
                                               {0, "%PDF"sv, "a document (PDF)"},
                                               {0, "\x1F\x8B"sv, "a compressed file (such as SVGZ)"}}};
  for (const Kind& kind : kinds)
    if (bytes.size() > kind.at && bytes.substr(kind.at).starts_with(kind.sign)) return kind.words;
  return {};
}

} // namespace firsthand::reading
