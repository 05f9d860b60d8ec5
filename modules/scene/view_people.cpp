// Who may take a standing task and what she does now; letting time pass; going on.
#include "modules/scene/view_parts.h"

#include <algorithm>

#include <fmt/format.h>

namespace firsthand::modules::scene {

namespace {

using ui::Colour;
using ui::Rect;
using ui::Type;

struct StripWords {
  std::string id, button, words;
  std::size_t name = 0; // bytes of the name with its colon
  bool can_change = false;
  ui::Button control() const { return {.id = id, .label = button, .size = ui::ButtonSize::small}; }
};

StripWords strip_words(const SceneDraft& d, const Helper& helper) {
  StripWords strip;
  strip.id = "scene/helper/" + helper.use->id;
  strip.button = helper.doing ? d.tr("Change task") : d.tr("Give a task");
  strip.can_change = !helper.tasks.empty();
  strip.words = d.scene.say(helper.use->name) + ":";
  strip.name = strip.words.size();
  const model::Text* log = helper.doing ? (helper.doing->log.empty() ? &helper.doing->label : &helper.doing->log) : nullptr;
  strip.words += " " + (log ? d.scene.say(*log) : helper.looks);
  return strip;
}

void draw_portrait(SceneDraft& d, const Helper& helper, const Rect& at) {
  const std::string& path = helper.use->portrait;
  const ui::SharedBytes bytes = path.empty() ? nullptr : d.scene.picture(path);
  if (bytes)
    d.f.picture({screens::picture_key(d.scene, path), bytes}, at,
                {.radius = d.f.px(4), .corner_ground = helper.doing ? Colour::ok_soft : Colour::surf2});
  else
    d.f.icon("person", at, Colour::mut);
}

} // namespace

int helper_strip(SceneDraft& d, const Helper& helper, const Rect& at, Paint paint) {
  ui::Frame& f = d.f;
  const StripWords strip = strip_words(d, helper);
  const ui::Size control = strip.can_change ? size_of(f, strip.control()) : ui::Size{};
  const int portrait = f.px(40), gap = f.px(12);
  const bool below = at.w - portrait - control.w - 4 * gap < f.px(120) && strip.can_change;
  const int room = at.w - portrait - 3 * gap - (below || !strip.can_change ? 0 : control.w + gap);
  const text::Span bold[] = {{0, static_cast<std::uint32_t>(strip.name), text::Weight::bold}};
  const ui::TextOptions options{.valign = ui::VAlign::middle, .spans = bold};
  const int words = std::max(f.measure(strip.words, Type::small, room, options).h, portrait);
  const int h = words + f.px(16) + (below ? control.h + f.px(8) : 0);
  if (paint == Paint::measure) return h;
  f.fill({at.x, at.y, at.w, h}, helper.doing ? Colour::ok_soft : Colour::surf2, f.px(6));
  draw_portrait(d, helper, {at.x + f.px(8), at.y + f.px(8) + (words - portrait) / 2, portrait, portrait});
  const int left = at.x + f.px(8) + portrait + gap;
  f.text(Rect{left, at.y + f.px(8), room, words}, strip.words, Type::small, Colour::text, options);
  if (!strip.can_change) return h;
  const Rect place = below ? Rect{left, at.y + h - control.h - f.px(8), control.w, control.h}
                           : Rect{at.right() - control.w - f.px(8), at.y + (h - control.h) / 2, control.w, control.h};
  f.begin_part(ui::Part::strip);
  if (ui::button(f, place, strip.control())) open_tasks(d, helper);
  f.end_part();
  return h;
}

ui::Size waits(SceneDraft& d, const Rect& at, Paint paint) {
  ui::Frame& f = d.f;
  if (d.spec.waits.empty()) return {};
  const std::string wait = d.tr("Wait");
  const int words = f.measure(wait, Type::small_bold).w;
  if (paint == Paint::draw) {
    f.icon("wait", {at.x, at.y, f.px(18), f.px(40)}, Colour::mut);
    f.text(Rect{at.x + f.px(24), at.y, words, f.px(40)}, wait, Type::small_bold, Colour::mut, {.valign = ui::VAlign::middle});
  }
  f.begin_part(ui::Part::strip);
  int x = at.x + f.px(24) + words + f.px(10), y = at.y, right = x;
  const int first = x;
  for (const base::Seconds seconds : d.spec.waits) {
    const std::string id = fmt::format("scene/wait/{}", seconds), label = screens::duration_text(d.scene.words, seconds);
    const std::string again = seconds >= screens::long_wait ? d.tr("Press again") : std::string();
    const ui::Button button{.id = id, .label = label, .size = ui::ButtonSize::small, .again = again};
    const ui::Size size = size_of(f, button);
    if (x > first && x + size.w > at.right()) x = first, y += size.h + f.px(6);
    if (paint == Paint::draw && ui::button(f, {x, y, size.w, size.h}, button)) press_wait(d, seconds);
    right = std::max(right, x + size.w);
    x += size.w + f.px(6);
  }
  f.end_part();
  return {right - at.x, y + f.px(40) - at.y};
}

} // namespace firsthand::modules::scene
