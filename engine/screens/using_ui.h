// Pages are written in the words of the toolkit.
#pragma once

namespace firsthand::ui {}

namespace firsthand::screens {
using namespace ui;
}
