// See page.h.
#include "engine/screens/opening/page.h"

#include "engine/screens/shared/bars.h"

namespace firsthand::screens {

void OpeningPage::draw(Frame& f) {
  f.fill(f.window(), Colour::bg);
  shared::brand_bar(f, context_.picture("mark"), context_.words().tr("product", "Firsthand"));
}

} // namespace firsthand::screens
