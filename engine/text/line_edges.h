// Which signs may not stand at the edge of a line: closing and repetition signs and what belongs to a number not at its
// beginning, opening signs not at its end, also across spaces. Knows Unicode; nothing of fonts or widths.
#pragma once

#include "engine/text/breaks.h"

namespace firsthand::text {

// Those of `ends` (unit offsets, rising) at which a line may end and the next begin. The end of the text always stays.
Offsets with_good_edges(const std::u16string& units, const Offsets& ends);

} // namespace firsthand::text
