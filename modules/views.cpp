// The views of the kinds of steps: one line a module. Static self-registration is not used: linkers drop it silently.
#include "modules/views.h"

#include "modules/briefing/view.h"
#include "modules/choice/view.h"
#include "modules/copy/view.h"
#include "modules/custody-form/view.h"
#include "modules/dialogue/view.h"
#include "modules/hotspot/view.h"
#include "modules/match/view.h"
#include "modules/number/view.h"
#include "modules/phrase/view.h"
#include "modules/scene/view.h"
#include "modules/sequence/view.h"
#include "modules/teach/view.h"
#include "modules/test/view.h"

namespace firsthand::modules {

screens::StepViews make_views() {
  return {{"briefing", briefing::open_view},
          {"choice", choice::open_view},
          {"sequence", sequence::open_view},
          {"match", match::open_view},
          {"dialogue", dialogue::open_view},
          {"scene", scene::open_view},
          {"custody-form", custody_form::open_view},
          {"teach", teach::open_view},
          {"number", number::open_view},
          {"copy", copy::open_view},
          {"hotspot", hotspot::open_view},
          {"phrase", phrase::open_view},
          {"test", test::open_view}};
}

} // namespace firsthand::modules
