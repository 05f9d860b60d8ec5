// See view.h.
#include "modules/briefing/view.h"

#include "engine/screens/play/stage_layers.h"
#include "engine/screens/play/told_page.h"
#include "modules/briefing/rules.h"

namespace firsthand::modules::briefing {

namespace {

namespace box = ui::box;

class BriefingView final : public screens::StepView {
 public:
  bool may_hold_unsent() const override { return false; } // it is read
  screens::StepIntent draw(ui::Frame& f, const ui::Rect& area, const screens::StepScene& scene) override {
    const auto& spec = static_cast<const BriefingSpec&>(scene.spec);
    const std::string_view label = f.keep(scene.words.tr("briefing", "Go on"));
    const ui::Button button{.id = "briefing/go-on", .label = label, .icon = "forward", .kind = ui::ButtonKind::main};
    bool pressed = false;
    screens::draw_told_page(f, area, scene,
                            {.kind = "briefing",
                             .layers = screens::stage_layers(scene, spec.picture).paths,
                             .words = [&] { return screens::paragraphs(f, scene.say(spec.text)); },
                             .foot = [&] { return box::button(button, pressed); }});
    screens::StepIntent out(scene);
    out.go_on = pressed && !scene.pending;
    return out;
  }
};

} // namespace

std::unique_ptr<screens::StepView> open_view() { return std::make_unique<BriefingView>(); }

} // namespace firsthand::modules::briefing
