// A photograph of the log, open large: as it was taken, whatever the scene looks like now.
#pragma once

#include "engine/screens/play/parts.h"

namespace firsthand::screens::play {

std::vector<const report::NotebookLine*> photographs_of(const DrawContext& d); // in the order in which they were taken
void open_photograph(DrawContext& d, int turn);
void draw_photograph(DrawContext& d, int top); // the sheet; leads back to the notebook

} // namespace firsthand::screens::play
