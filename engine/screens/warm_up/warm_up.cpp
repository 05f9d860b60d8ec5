// See page.h.
#include "engine/screens/warm_up/page.h"

namespace firsthand::screens {

void WarmUpPage::draw(Frame& f) {
  const WarmUpState state{context_.words(), [this](std::string_view name) { return context_.picture(name); }};
  const WarmUpIntent intent = draw_warm_up(f, state, memory);
  if (intent.finished || intent.skip) finish();
}

void WarmUpPage::finish() {
  if (context_.person().id.empty()) return context_.go(PageName::home);
  context_.ask([person = context_.person().id](app::Desk& desk) { return desk.set_warm_up_done(person); },
               [this](const base::Result<void>& done) {
                 context_.go(PageName::home);
                 if (!done.ok()) context_.problem = context_.words().error(done.error());
               });
}

} // namespace firsthand::screens
