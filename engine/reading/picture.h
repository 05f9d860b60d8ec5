// Our restricted SVG: what every drawer of ours draws alike, and soon enough. A small bounded scanner, no XML library;
// whatever is outside the profile is a finding with its line. Must not know how pictures are drawn.
#pragma once

#include "engine/model/finding.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace firsthand::reading {

// What a drawing names: an element with the id "part-NAME", with all that is drawn in it.
struct PictureMark {
  std::string name;           // without "part-"
  std::array<int, 4> at = {}; // x, y, width, height in units of the viewBox from its corner, rounded outwards; inside of it, never empty
  model::Where where;
};

struct PictureMeasure {
  int width = 0, height = 0;           // of the viewBox, rounded up
  std::int64_t cost = 0;               // of drawing it: see picture_cost.h
  std::vector<PictureMark> marks = {}; // in the order of the file; each name once
};

constexpr std::size_t picture_bytes = 512u << 10;

// True if the picture keeps to the profile and may be drawn; else there is at least one finding.
bool check_svg(std::string_view bytes, std::uint16_t file, model::Findings& findings, PictureMeasure* measure = nullptr);

// The same for who draws: whatever way the bytes came, none can keep the window waiting.
bool may_be_drawn(std::string_view svg);

} // namespace firsthand::reading
