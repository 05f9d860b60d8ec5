// Greedy filling. The estimate comes from prefix sums over the whole paragraph's shapes; the line is then shaped as it
// will be drawn and given up for an earlier end if that turned out too wide.
#include "engine/text/lines.h"

#include "engine/text/line_edges.h"

#include <algorithm>
#include <numeric>

namespace firsthand::text {
namespace {

std::int32_t before(const Offsets& offsets, std::int32_t at) {
  const auto found = std::lower_bound(offsets.begin(), offsets.end(), at);
  return found == offsets.begin() ? 0 : *(found - 1);
}

// Runs are in logical order and touch, so the one that holds a unit is found by halving.
std::size_t run_at(const std::vector<Run>& runs, std::int32_t unit) {
  const auto found = std::partition_point(runs.begin(), runs.end(), [&](const Run& run) { return run.item.end <= unit; });
  return static_cast<std::size_t>(found - runs.begin());
}

} // namespace

LineFiller::LineFiller(const Paragraph& paragraph, const Offsets& graphemes, Offsets breaks, const std::vector<Run>& runs, const Bidi& bidi,
                       const Shaper& shaper, const ShapingStyle& style)
    : paragraph_(paragraph), graphemes_(graphemes), breaks_(std::move(breaks)),
      cuts_(breaks_.empty() ? Offsets{} : with_good_edges(paragraph.units, graphemes)), runs_(runs), bidi_(bidi), shaper_(shaper),
      style_(style) {
  measure();
}

// A ligature's width stands at its first unit: so a line rather ends before it than inside.
void LineFiller::measure() {
  const auto size = static_cast<std::size_t>(paragraph_.size());
  std::vector<std::int64_t> widths(size, 0);
  for (const Run& run : runs_)
    for (const ShapedGlyph& glyph : run.glyphs)
      widths[static_cast<std::size_t>(glyph.cluster)] += glyph.advance;
  width_before_.assign(size + 1, 0);
  std::partial_sum(widths.begin(), widths.end(), width_before_.begin() + 1);
  ink_end_.assign(size + 1, 0);
  for (std::size_t i = 0; i < size; ++i)
    ink_end_[i + 1] = is_hanging_space(paragraph_.units[i]) ? ink_end_[i] : static_cast<std::int32_t>(i) + 1;
}

std::int32_t LineFiller::without_hanging(std::int32_t begin, std::int32_t end) const {
  return std::max(begin, ink_end_[static_cast<std::size_t>(end)]);
}

// Spaces behind a word that was cut hang as well; they are no line of their own.
std::int32_t LineFiller::with_hanging(std::int32_t end) const {
  auto next = std::upper_bound(graphemes_.begin(), graphemes_.end(), end);
  while (next != graphemes_.end() && without_hanging(end, *next) == end)
    end = *next++;
  return end;
}

std::int32_t LineFiller::last_fitting(const Offsets& ends, std::int32_t begin, std::int64_t limit) const {
  const std::int64_t from = width_before_[static_cast<std::size_t>(begin)];
  std::int32_t best = begin;
  for (auto end = std::upper_bound(ends.begin(), ends.end(), begin); end != ends.end(); ++end) {
    if (width_before_[static_cast<std::size_t>(without_hanging(begin, *end))] - from > limit) break;
    best = *end;
  }
  return best;
}

std::int32_t LineFiller::estimated_end(std::int32_t begin, std::int64_t limit) const {
  if (limit < 0) return paragraph_.size();
  const std::int32_t at_break = last_fitting(breaks_, begin, limit);
  if (at_break > begin) return at_break;
  for (const Offsets* ends : {&cuts_, &graphemes_})
    if (const std::int32_t inside_word = last_fitting(*ends, begin, limit); inside_word > begin) return inside_word;
  const auto next = std::upper_bound(graphemes_.begin(), graphemes_.end(), begin);
  return next == graphemes_.end() ? paragraph_.size() : *next;
}

std::int32_t LineFiller::earlier_end(std::int32_t begin, std::int32_t end) const {
  for (const Offsets* ends : {&breaks_, &cuts_})
    if (const std::int32_t at = before(*ends, end); at > begin) return at;
  return std::max(begin, before(graphemes_, end));
}

FilledLine LineFiller::build(std::int32_t begin, std::int32_t end) const {
  FilledLine line{begin, end, {}, 0, 0};
  const std::int32_t text_end = without_hanging(begin, end);
  for (const VisualRun& visual : bidi_.line(begin, end)) {
    if (visual.begin >= visual.end) continue;
    const std::size_t first = run_at(runs_, visual.begin), last = run_at(runs_, visual.end - 1);
    for (std::size_t i = 0; i <= last - first; ++i) {
      const Run& run = runs_[visual.right_to_left ? last - i : first + i];
      const std::int32_t from = std::max(visual.begin, run.item.begin), to = std::min(visual.end, run.item.end);
      line.pieces.push_back({&run, shaper_.part(paragraph_, run, from, to, style_)});
    }
  }
  for (const PlacedPiece& piece : line.pieces)
    for (const ShapedGlyph& glyph : piece.glyphs)
      (glyph.cluster < text_end ? line.width : line.hanging) += glyph.advance;
  return line;
}

FilledLine LineFiller::widest_fitting(std::int32_t begin, std::int64_t limit) const {
  FilledLine line = build(begin, estimated_end(begin, limit));
  while (limit >= 0 && line.width > limit) {
    const std::int32_t end = earlier_end(begin, line.end);
    if (end <= begin) break; // one grapheme: it may stand out
    line = build(begin, end);
  }
  const std::int32_t end = with_hanging(line.end);
  return end == line.end ? line : build(begin, end);
}

std::vector<FilledLine> LineFiller::fill(std::int64_t limit) const {
  std::vector<FilledLine> lines;
  std::int32_t begin = 0;
  do {
    lines.push_back(paragraph_.size() == 0 ? FilledLine{} : widest_fitting(begin, limit));
    begin = lines.back().end;
  } while (begin < paragraph_.size());
  return lines;
}

} // namespace firsthand::text
