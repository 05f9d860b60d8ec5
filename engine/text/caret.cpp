// Carets: where they may stand, and which place a point means. Works on a Layout alone; the pen positions are summed
// from the advances, because a glyph's own x holds what its font shifts it by.
#include "engine/text/text.h"

#include <algorithm>
#include <cstdlib>

namespace firsthand::text {
namespace {

// The glyphs that stand for one stretch of text.
struct Cluster {
  std::uint32_t begin = 0, end = 0; // bytes
  std::int64_t left = 0, right = 0; // 26.6
  bool right_to_left = false;
};

std::vector<Cluster> clusters_of(const Layout& layout, const Line& line) {
  std::vector<Cluster> clusters;
  std::int64_t pen = line.start_x;
  for (std::uint32_t i = line.first_glyph; i < line.first_glyph + line.glyph_count; ++i) {
    const Glyph& glyph = layout.glyphs[i];
    if (clusters.empty() || clusters.back().begin != glyph.cluster) clusters.push_back({glyph.cluster, 0, pen, pen, glyph.right_to_left});
    pen += glyph.advance;
    clusters.back().right = pen;
  }
  std::sort(clusters.begin(), clusters.end(), [](const Cluster& a, const Cluster& b) { return a.begin < b.begin; });
  for (std::size_t i = 0; i < clusters.size(); ++i)
    clusters[i].end = i + 1 < clusters.size() ? clusters[i + 1].begin : line.text_end;
  return clusters;
}

std::int64_t edge(const Cluster& cluster, std::int64_t part, std::int64_t parts) {
  const std::int64_t inner = (cluster.right - cluster.left) * part / parts;
  return cluster.right_to_left ? cluster.right - inner : cluster.left + inner;
}

using Boundary = std::vector<std::uint32_t>::const_iterator;

// A ligature is shared out evenly among the graphemes that it stands for.
std::int64_t x_within(const Layout& layout, const Cluster& cluster, std::uint32_t offset) {
  const Boundary first = std::lower_bound(layout.graphemes.begin(), layout.graphemes.end(), cluster.begin);
  const Boundary last = std::lower_bound(first, layout.graphemes.end(), cluster.end);
  const Boundary here = std::lower_bound(first, last, offset);
  return edge(cluster, here - first, std::max<std::ptrdiff_t>(1, last - first));
}

std::int64_t x_of(const Layout& layout, const Line& line, const std::vector<Cluster>& clusters, std::uint32_t offset) {
  if (clusters.empty()) return line.start_x;
  const auto behind =
      std::partition_point(clusters.begin(), clusters.end(), [&](const Cluster& cluster) { return cluster.begin <= offset; });
  if (behind == clusters.begin()) return edge(clusters.front(), 0, 1);
  const Cluster& cluster = *(behind - 1);
  return offset >= cluster.end ? edge(cluster, 1, 1) : x_within(layout, cluster, offset);
}

std::vector<CaretStop> stops_of(const Layout& layout, const Line& line) {
  const std::vector<Cluster> clusters = clusters_of(layout, line);
  const bool last = &line == &layout.lines.back();
  std::vector<CaretStop> stops;
  for (Boundary at = std::lower_bound(layout.graphemes.begin(), layout.graphemes.end(), line.begin);
       at != layout.graphemes.end() && (*at < line.end || (last && *at == line.end)); ++at) {
    const std::int64_t x = x_of(layout, line, clusters, *at);
    stops.push_back({*at, static_cast<int>((x + 32) >> 6), line.top, line.height});
  }
  return stops;
}

const Line& line_at(const Layout& layout, int y) {
  const auto found =
      std::partition_point(layout.lines.begin(), layout.lines.end(), [&](const Line& line) { return line.top + line.height <= y; });
  return found == layout.lines.end() ? layout.lines.back() : *found;
}

} // namespace

std::vector<CaretStop> FontSet::caret_stops(std::string_view, const Layout& layout) const {
  std::vector<CaretStop> all;
  for (const Line& line : layout.lines) {
    const std::vector<CaretStop> stops = stops_of(layout, line);
    all.insert(all.end(), stops.begin(), stops.end());
  }
  return all;
}

std::uint32_t FontSet::hit(const Layout& layout, int x, int y) const {
  if (layout.lines.empty()) return 0;
  const std::vector<CaretStop> stops = stops_of(layout, line_at(layout, y));
  const auto distance = [x](const CaretStop& stop) { return std::abs(std::int64_t{stop.x} - x); };
  const auto nearest =
      std::min_element(stops.begin(), stops.end(), [&](const CaretStop& a, const CaretStop& b) { return distance(a) < distance(b); });
  return nearest == stops.end() ? 0 : nearest->offset;
}

} // namespace firsthand::text
