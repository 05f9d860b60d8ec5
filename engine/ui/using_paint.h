// What is painted with (rectangles, colours, pictures) is the toolkit's own vocabulary: here it needs no other name.
#pragma once

namespace firsthand::paint {}

namespace firsthand::ui {
using namespace paint;
}
