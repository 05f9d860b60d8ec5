// See view.h. The words come first: the picture gives way where they need the room.
#include "modules/briefing/view.h"

#include "engine/screens/play/stage_layers.h"
#include "engine/ui/box.h"
#include "modules/briefing/rules.h"

#include <algorithm>

namespace firsthand::modules::briefing {

namespace {

using ui::Across;
using ui::Box;
using ui::Rect;
using ui::Type;
namespace box = ui::box;

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

struct Briefing {
  ui::Frame& f;
  const screens::StepScene& scene;
  const std::string& text;
  std::vector<std::string> layers;
  bool go_on = false;
};

constexpr int picture_part = 42; // percent of the width, where it stands beside the words

// No line longer than is good to read.
Box words_of(Briefing& b) {
  Box words = box::column({.gap = 14, .pad = {.bottom = 14}});
  for (std::string& each : paragraphs_of(b.text))
    words.add(box::text(b.f.keep(std::move(each)), Type::lead));
  return std::move(words).most_px(b.f.measure("The quick brown fox jumps over the lazy dog while it rains all day.", Type::lead).w);
}

Box picture_of(Briefing& b, Box::Measure measure) {
  if (b.layers.empty()) return {};
  return {std::move(measure),
          [&b](ui::Frame& f, const Rect& rect) { screens::draw_stage(f, b.scene, b.layers, rect, "briefing/picture"); }};
}

Box scrolled(Box inside) { return box::scroll({"briefing/text", {}}, std::move(inside)).grow(); }

Box go_on(Briefing& b) {
  const ui::Button button{
      .id = "briefing/go-on", .label = b.f.keep(b.scene.words.tr("briefing", "Go on")), .icon = "forward", .kind = ui::ButtonKind::main};
  return box::row({.pad = {.top = 12, .bottom = 16}}, box::button(button, b.go_on));
}

// Picture above the words, as large as they leave room.
Box above(Briefing& b, const Rect& area, int margin) {
  Box words = box::column({.pad = {.right = margin}}, words_of(b));
  const int room = area.h - go_on(b).height(b.f, area.w);
  const int spare = room - words.height(b.f, area.w - b.f.px(margin + 16)) - b.f.px(24);
  const int least = b.f.px(180), height = std::clamp(spare, std::min(room * 2 / 5, least), std::max(least, area.w * 7 / 16));
  return box::column({},
                     picture_of(b,
                                [=](ui::Frame&, int width) {
                                  return ui::Size{width, height};
                                }),
                     box::column({.pad = {.left = margin, .top = 24}}, scrolled(std::move(words)), go_on(b)).grow());
}

Box beside(Briefing& b, const Rect& area, int margin) {
  const auto shape = [](ui::Frame&, int width) { return ui::Size{width, width * 7 / 16}; };
  return box::row({.across = Across::stretch}, picture_of(b, shape).wide_px(area.w * picture_part / 100).stands(Across::start),
                  box::column({.pad = {.left = margin, .top = 24, .right = margin}}, scrolled(words_of(b)), go_on(b)).grow());
}

// One column: the words first, the picture after them.
Box single(Briefing& b, const Rect& area, int margin) {
  const int room = (area.h - go_on(b).height(b.f, area.w)) * 8 / 10;
  const auto shape = [room](ui::Frame&, int width) {
    const int height = std::min(width * 7 / 16, room);
    return ui::Size{height * 16 / 7, height};
  };
  Box inside = box::column({.pad = {.top = 12, .bottom = 12}}, words_of(b), picture_of(b, shape).stands(Across::start));
  return box::column({.pad = {.left = margin}}, scrolled(std::move(inside)), go_on(b));
}

class BriefingView final : public screens::StepView {
 public:
  screens::StepIntent draw(ui::Frame& f, const Rect& area, const screens::StepScene& scene) override {
    const auto& spec = static_cast<const BriefingSpec&>(scene.spec);
    Briefing b{f, scene, scene.say(spec.text), screens::stage_layers(scene, spec.picture).paths};
    const int margin = f.text_percent() >= 125 ? 20 : 32;
    const bool wide = f.width() * 100 / f.text_percent() >= 720;
    (f.text_percent() < 125 ? above(b, area, margin) : wide ? beside(b, area, margin) : single(b, area, margin)).draw(f, area);
    screens::StepIntent out(scene);
    out.go_on = b.go_on && !scene.pending;
    return out;
  }
};

} // namespace

std::unique_ptr<screens::StepView> open_view() { return std::make_unique<BriefingView>(); }

} // namespace firsthand::modules::briefing
