// ubidi fails on empty text and its next call would crash on what is left, so empty text never reaches it. Each call
// has its own error code: a failed one poisons the calls after it.
#include "engine/text/bidi.h"

#include <algorithm>

namespace firsthand::text {
namespace {

UBiDiLevel wanted_level(Direction direction) {
  if (direction == Direction::left_to_right) return 0;
  return direction == Direction::right_to_left ? UBiDiLevel{1} : UBiDiLevel{UBIDI_DEFAULT_LTR};
}

} // namespace

void Bidi::set(const std::u16string& units, Direction direction) {
  plain_ = direction != Direction::right_to_left;
  base_ = plain_ ? 0 : 1;
  levels_.assign(units.size(), base_);
  if (units.empty() || !paragraph_) return;
  const auto size = static_cast<std::int32_t>(units.size());
  UErrorCode status = U_ZERO_ERROR;
  ubidi_setPara(paragraph_.get(), units.data(), size, wanted_level(direction), nullptr, &status);
  if (U_FAILURE(status)) return;
  UErrorCode asked = U_ZERO_ERROR;
  const UBiDiLevel* const levels = ubidi_getLevels(paragraph_.get(), &asked);
  if (U_FAILURE(asked)) return;
  levels_.assign(levels, levels + size);
  base_ = ubidi_getParaLevel(paragraph_.get());
  plain_ = std::all_of(levels_.begin(), levels_.end(), [](std::uint8_t level) { return level == 0; });
}

std::vector<VisualRun> Bidi::line(std::int32_t begin, std::int32_t end) const {
  const VisualRun whole{begin, end, paragraph_right_to_left()};
  if (plain_ || begin >= end || !line_) return {whole};
  UErrorCode status = U_ZERO_ERROR;
  ubidi_setLine(paragraph_.get(), begin, end, line_.get(), &status);
  if (U_FAILURE(status)) return {whole};
  UErrorCode counted = U_ZERO_ERROR;
  const std::int32_t count = ubidi_countRuns(line_.get(), &counted);
  if (U_FAILURE(counted)) return {whole};
  std::vector<VisualRun> runs;
  for (std::int32_t i = 0; i < count; ++i) {
    std::int32_t start = 0, length = 0;
    const UBiDiDirection direction = ubidi_getVisualRun(line_.get(), i, &start, &length);
    runs.push_back({begin + start, begin + start + length, direction == UBIDI_RTL});
  }
  return runs;
}

} // namespace firsthand::text
