// A number, with its unit where there are any. Right within the tolerance; an amount that is a known slip has a reason of its own.
// In a play: do STEP answer sign=1 sign=1 unit=min
#pragma once

#include "engine/session/item_question.h"

namespace firsthand::modules::number {

constexpr std::size_t no_unit = std::size_t(-1);

struct NumberSpec : session::WrittenSpec {
  model::Symbol unit = 0;           // the key
  std::vector<model::Symbol> units; // of item.number.units
};

struct Written : session::Given {
  std::string number;         // as it was written; empty before the first try
  std::size_t unit = no_unit; // by index
};
Written written(const NumberSpec& spec, const session::StepState& state);

// The amount in thousandths of the smallest unit; nothing if it is no number. Beyond what fits it is the largest there is.
std::optional<std::int64_t> amount_of(const NumberSpec& spec, std::string_view number, std::size_t unit);
// What of `typed` a number may have: a comma is a point, a long minus a minus, a figure of another script its own.
std::string fitting(std::string_view typed);
// The answer as it would be written, in the unit in which it is shortest.
Written right_of(const NumberSpec& spec);
// The reason of a slip that was thought of, or that of the question.
const model::Text& reason_of(const NumberSpec& spec, const Written& written);

std::unique_ptr<const session::Module> make_module();

} // namespace firsthand::modules::number
