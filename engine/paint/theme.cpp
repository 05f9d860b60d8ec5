// The colour and type tables of the look, as data. Every number here is checked by tests/ui/theme_test.cpp.
#include "engine/paint/theme.h"

#include <array>
#include <cmath>

namespace firsthand::paint {
namespace {

struct ColourRow {
  Colour colour;
  std::string_view name;
  std::uint32_t light, dark, high_contrast; // 0xRRGGBB
};

constexpr std::array colour_rows{
    ColourRow{Colour::none, "none", 0, 0, 0},
    ColourRow{Colour::bg, "bg", 0xF5F1EA, 0x14191D, 0x000000},
    ColourRow{Colour::surf, "surf", 0xFFFFFF, 0x1D252A, 0x000000},
    ColourRow{Colour::surf2, "surf2", 0xECE6DB, 0x28323A, 0x000000},
    ColourRow{Colour::text, "text", 0x1E2930, 0xF1ECE3, 0xFFFFFF},
    ColourRow{Colour::mut, "mut", 0x55606A, 0xB0BAC1, 0xFFFFFF},
    ColourRow{Colour::line, "line", 0xCFC6B8, 0x3A464F, 0xFFFFFF},
    ColourRow{Colour::line2, "line2", 0x857C6F, 0x8A97A1, 0xFFFFFF},
    ColourRow{Colour::acc, "acc", 0x0E5A6B, 0x74C7D6, 0xFFE14D},
    ColourRow{Colour::acc_hover, "acc_hover", 0x0D5362, 0x7FCBD9, 0xEBCF47},
    ColourRow{Colour::acc_press, "acc_press", 0x0C4C5A, 0x8AD0DD, 0xD6BD41},
    ColourRow{Colour::on_acc, "on_acc", 0xFFFFFF, 0x08242B, 0x000000},
    ColourRow{Colour::acc_soft, "acc_soft", 0xE0EEF0, 0x1B3A42, 0x000000},
    ColourRow{Colour::ok, "ok", 0x1F6A3F, 0x86D19C, 0x7CFF9B},
    ColourRow{Colour::ok_soft, "ok_soft", 0xE3F0E6, 0x1C3526, 0x000000},
    ColourRow{Colour::warn, "warn", 0x7F4F00, 0xF1BC62, 0xFFC94D},
    ColourRow{Colour::warn_soft, "warn_soft", 0xFAEED6, 0x3A2E17, 0x000000},
    ColourRow{Colour::loss, "loss", 0xA32A1D, 0xF59C8D, 0xFF9C8F},
    ColourRow{Colour::loss_soft, "loss_soft", 0xFAE6E1, 0x43231E, 0x000000},
    ColourRow{Colour::note, "note", 0xFCFAF5, 0x1D252A, 0x000000},
    ColourRow{Colour::paper, "paper", 0xFFFDF6, 0xFFFDF6, 0xFFFFFF},
    ColourRow{Colour::paper_line, "paper_line", 0x6B6558, 0x6B6558, 0x000000},
    ColourRow{Colour::paper_label, "paper_label", 0x4F4A40, 0x4F4A40, 0x000000},
    ColourRow{Colour::paper_head, "paper_head", 0xEFE9DB, 0xEFE9DB, 0xFFFFFF},
    ColourRow{Colour::paper_edge, "paper_edge", 0xE3DACA, 0xB9B1A2, 0xFFFFFF},
    ColourRow{Colour::ink, "ink", 0x1D3F8A, 0x1D3F8A, 0x000000},
    ColourRow{Colour::halo, "halo", 0xFFFFFF, 0xFFFFFF, 0xFFFFFF},
    ColourRow{Colour::halo_edge, "halo_edge", 0x1E2930, 0x1E2930, 0x000000},
};
static_assert(colour_rows.size() == static_cast<std::size_t>(Colour::count));

constexpr std::array type_rows{
    TypeSpec{36, 44, true, false, false}, TypeSpec{28, 36, true, false, false},  TypeSpec{24, 32, true, false, true},
    TypeSpec{20, 28, true, false, false}, TypeSpec{18, 26, false, false, false}, TypeSpec{16, 24, false, false, false},
    TypeSpec{16, 24, true, false, false}, TypeSpec{15, 20, true, false, false},  TypeSpec{14, 20, false, false, false},
    TypeSpec{14, 20, true, false, false}, TypeSpec{13, 16, false, false, false}, TypeSpec{17, 24, false, true, false},
};
static_assert(type_rows.size() == static_cast<std::size_t>(Type::count));

constexpr std::array contrast_rows{
    ContrastPair{Colour::text, Colour::bg, 1300},
    ContrastPair{Colour::text, Colour::surf, 1300},
    ContrastPair{Colour::text, Colour::note, 1300},
    ContrastPair{Colour::text, Colour::acc_soft, 900},
    ContrastPair{Colour::text, Colour::ok_soft, 900},
    ContrastPair{Colour::text, Colour::warn_soft, 900},
    ContrastPair{Colour::text, Colour::loss_soft, 900},
    ContrastPair{Colour::mut, Colour::bg, 560},
    ContrastPair{Colour::mut, Colour::surf, 560},
    ContrastPair{Colour::mut, Colour::surf2, 500},
    ContrastPair{Colour::line2, Colour::surf, 400},
    ContrastPair{Colour::line2, Colour::bg, 360},
    ContrastPair{Colour::acc, Colour::bg, 680},
    ContrastPair{Colour::acc, Colour::surf, 770},
    ContrastPair{Colour::acc, Colour::acc_soft, 620},
    ContrastPair{Colour::on_acc, Colour::acc, 770},
    ContrastPair{Colour::on_acc, Colour::acc_hover, 770},
    ContrastPair{Colour::on_acc, Colour::acc_press, 770},
    ContrastPair{Colour::ok, Colour::surf, 650},
    ContrastPair{Colour::ok, Colour::ok_soft, 550},
    ContrastPair{Colour::warn, Colour::surf, 690},
    ContrastPair{Colour::warn, Colour::warn_soft, 590},
    ContrastPair{Colour::loss, Colour::surf, 710},
    ContrastPair{Colour::loss, Colour::loss_soft, 590},
    ContrastPair{Colour::paper_line, Colour::paper, 560},
    ContrastPair{Colour::paper_label, Colour::paper, 850},
    ContrastPair{Colour::paper_label, Colour::paper_head, 700},
    ContrastPair{Colour::ink, Colour::paper, 960},
};

double luminance_part(std::uint8_t channel) {
  const double c = channel / 255.0;
  return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(Rgba c) { return 0.2126 * luminance_part(c.r) + 0.7152 * luminance_part(c.g) + 0.0722 * luminance_part(c.b); }

} // namespace

Rgba colour_of(Theme theme, Colour colour) {
  if (colour == Colour::none) return {0, 0, 0, 0};
  const ColourRow& row = colour_rows[static_cast<std::size_t>(colour)];
  const std::uint32_t hex = theme == Theme::light ? row.light : theme == Theme::dark ? row.dark : row.high_contrast;
  return {static_cast<std::uint8_t>(hex >> 16), static_cast<std::uint8_t>(hex >> 8), static_cast<std::uint8_t>(hex), 255};
}

std::string_view name_of(Colour colour) { return colour_rows[static_cast<std::size_t>(colour)].name; }

std::optional<Colour> meaning_of_ground(Colour ground) {
  switch (ground) {
  case Colour::acc_soft:
    return Colour::acc;
  case Colour::ok_soft:
    return Colour::ok;
  case Colour::warn_soft:
    return Colour::warn;
  case Colour::loss_soft:
    return Colour::loss;
  default:
    return std::nullopt;
  }
}

int contrast_hundredths(Rgba a, Rgba b) {
  const double first = luminance(a) + 0.05, second = luminance(b) + 0.05;
  return static_cast<int>(100 * (first > second ? first / second : second / first));
}

std::span<const ContrastPair> promised_contrasts() { return contrast_rows; }

TypeSpec spec_of(Type type) { return type_rows[static_cast<std::size_t>(type)]; }

} // namespace firsthand::paint
