// See view.h. The words come first: the picture gives way where they need the room.
#include "modules/briefing/view.h"

#include "engine/ui/stage_layers.h"
#include "engine/ui/widgets.h"
#include "modules/briefing/rules.h"

#include <algorithm>

namespace firsthand::modules::briefing {

namespace {

using ui::Colour;
using ui::Rect;
using ui::Type;

std::vector<std::string> paragraphs_of(const std::string& text) {
  std::vector<std::string> paragraphs;
  std::size_t from = 0;
  while (from < text.size()) {
    const std::size_t to = std::min(text.find("\n\n", from), text.size());
    std::string one = text.substr(from, to - from);
    while (!one.empty() && (one.back() == '\n' || one.back() == ' ')) one.pop_back();
    if (!one.empty()) paragraphs.push_back(std::move(one));
    from = to + 2;
  }
  return paragraphs;
}

struct BriefingPage {
  std::vector<std::string> paragraphs;
  int width = 0, height = 0; // px: of a line at most, of all
};

BriefingPage lay_out(ui::Frame& f, const std::string& text, int room) {
  BriefingPage page;
  page.paragraphs = paragraphs_of(text);
  page.width = std::min(room, f.measure("The quick brown fox jumps over the lazy dog while it rains all day.", Type::lead).w);
  for (const std::string& each : page.paragraphs) page.height += f.measure(each, Type::lead, page.width).h + f.px(14);
  return page;
}

void draw_paragraphs(ui::Frame& f, const BriefingPage& page, const Rect& rect) {
  ui::ScrollArea area(f, {"briefing/text", rect});
  int y = area.top();
  for (const std::string& each : page.paragraphs)
    y += f.text(area.left(), y, page.width, each, Type::lead, Colour::text) + f.px(14);
  area.finish(y);
}

class BriefingView final : public ui::StepView {
 public:
  ui::StepIntent draw(ui::Frame& f, const Rect& area, const ui::StepScene& scene) override {
    const auto& spec = static_cast<const BriefingSpec&>(scene.spec);
    ui::StepIntent out;
    const int margin = f.px(f.text_percent() >= 200 ? 16 : 32);
    const BriefingPage page = lay_out(f, scene.say(spec.text), area.w - 2 * margin - f.px(16));
    const std::string words = scene.words.tr("briefing", "Go on");
    const ui::Button go_on{.id = "briefing/go-on", .label = words, .icon = "forward", .kind = ui::ButtonKind::main};
    const ui::Size size = size_of(f, go_on);
    Rect rest = area;
    Rect foot = rest.take_bottom(size.h + f.px(24)).inset(margin, 0);
    const ui::StageLayers layers = ui::stage_layers(scene, spec.picture);
    if (!layers.paths.empty()) {
      const int spare = rest.h - page.height - f.px(24);
      const int height = std::clamp(spare, std::min(rest.h * 2 / 5, f.px(180)), rest.w * 7 / 16);
      ui::draw_stage(f, scene, layers.paths, rest.take_top(height), "briefing/picture");
    }
    rest.take_top(f.px(24));
    draw_paragraphs(f, page, {rest.x + margin, rest.y, rest.w - margin, rest.h});
    out.go_on = ui::button(f, {foot.x, foot.y, size.w, size.h}, go_on) && scene.leaving != session::Leaving::not_yet;
    return out;
  }
};

} // namespace

std::unique_ptr<ui::StepView> open_view() { return std::make_unique<BriefingView>(); }

} // namespace firsthand::modules::briefing
