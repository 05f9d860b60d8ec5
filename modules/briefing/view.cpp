// See view.h. The words come first: the picture gives way where they need the room.
#include "modules/briefing/view.h"

#include "engine/screens/play/stage_layers.h"
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
    while (!one.empty() && (one.back() == '\n' || one.back() == ' '))
      one.pop_back();
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
  for (const std::string& each : page.paragraphs)
    page.height += f.measure(each, Type::lead, page.width).h + f.px(14);
  return page;
}

int draw_paragraphs(ui::Frame& f, const BriefingPage& page, int x, int y) {
  const int top = y;
  for (const std::string& each : page.paragraphs)
    y += f.text(x, y, page.width, each, Type::lead, Colour::text) + f.px(14);
  return y - top;
}

constexpr int picture_part = 42; // percent of the width, where it stands beside the words

struct Briefing {
  ui::Frame& f;
  const screens::StepScene& scene;
  const std::string& text;
  std::vector<std::string> layers;
};

// Picture above the words, as large as they leave room.
void draw_above(Briefing& b, Rect rest, int margin) {
  ui::Frame& f = b.f;
  const BriefingPage page = lay_out(f, b.text, rest.w - 2 * margin - f.px(16));
  if (!b.layers.empty()) {
    const int spare = rest.h - page.height - f.px(24);
    const int height = std::clamp(spare, std::min(rest.h * 2 / 5, f.px(180)), std::max(f.px(180), rest.w * 7 / 16));
    screens::draw_stage(f, b.scene, b.layers, rest.take_top(height), "briefing/picture");
  }
  rest.take_top(f.px(24));
  ui::ScrollArea area(f, {"briefing/text", {rest.x + margin, rest.y, rest.w - margin, rest.h}});
  area.finish(area.top() + draw_paragraphs(f, page, area.left(), area.top()));
}

void draw_left(Briefing& b, Rect rest, int margin) {
  ui::Frame& f = b.f;
  Rect left = b.layers.empty() ? Rect{} : rest.take_left(rest.w * picture_part / 100);
  if (!left.empty()) screens::draw_stage(f, b.scene, b.layers, {left.x, left.y, left.w, left.w * 7 / 16}, "briefing/picture");
  rest = rest.inset(margin, 0);
  rest.take_top(f.px(24));
  ui::ScrollArea area(f, {"briefing/text", rest});
  const BriefingPage page = lay_out(f, b.text, area.width());
  area.finish(area.top() + draw_paragraphs(f, page, area.left(), area.top()));
}

// One column: the words first, the picture after them.
void draw_single(Briefing& b, const Rect& rest, int margin) {
  ui::Frame& f = b.f;
  ui::ScrollArea area(f, {"briefing/text", {rest.x + margin, rest.y, rest.w - margin, rest.h}});
  const BriefingPage page = lay_out(f, b.text, area.width());
  int y = area.top() + f.px(12);
  y += draw_paragraphs(f, page, area.left(), y);
  const int height = std::min(area.width() * 7 / 16, rest.h * 8 / 10);
  if (!b.layers.empty()) {
    screens::draw_stage(f, b.scene, b.layers, {area.left(), y, height * 16 / 7, height}, "briefing/picture");
    y += height + f.px(12);
  }
  area.finish(y);
}

class BriefingView final : public screens::StepView {
 public:
  screens::StepIntent draw(ui::Frame& f, const Rect& area, const screens::StepScene& scene) override {
    const auto& spec = static_cast<const BriefingSpec&>(scene.spec);
    Briefing b{f, scene, scene.say(spec.text), screens::stage_layers(scene, spec.picture).paths};
    const int margin = f.px(f.text_percent() >= 125 ? 20 : 32);
    const std::string words = scene.words.tr("briefing", "Go on");
    const ui::Button go_on{.id = "briefing/go-on", .label = words, .icon = "forward", .kind = ui::ButtonKind::main};
    const ui::Size size = size_of(f, go_on);
    Rect rest = area;
    Rect foot = rest.take_bottom(size.h + f.px(28)).inset(margin, 0);
    const bool beside = f.text_percent() >= 125 && f.width() * 100 / f.text_percent() >= 720;
    if (beside && !b.layers.empty()) foot.take_left(rest.w * picture_part / 100); // under the words
    if (f.text_percent() < 125)
      draw_above(b, rest, margin);
    else if (beside)
      draw_left(b, rest, margin);
    else
      draw_single(b, rest, margin);
    screens::StepIntent out(scene);
    out.go_on = ui::button(f, {foot.x, foot.y + f.px(12), size.w, size.h}, go_on) && !scene.pending;
    return out;
  }
};

} // namespace

std::unique_ptr<screens::StepView> open_view() { return std::make_unique<BriefingView>(); }

} // namespace firsthand::modules::briefing
