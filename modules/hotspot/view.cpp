// See view.h.
#include "modules/hotspot/view.h"

#include "engine/screens/play/question.h"
#include "modules/hotspot/rules.h"

#include <fmt/format.h>

#include <algorithm>

namespace firsthand::modules::hotspot {

namespace {

using ui::Box;
using ui::Colour;
using ui::Rect;
using ui::Type;
namespace box = ui::box;

constexpr std::size_t nothing = std::size_t(-1);

struct Sheet {
  screens::Question& q;
  const HotspotSpec& spec;
  const Marked& given;
  std::uint32_t& marked;
  std::size_t pressed = nothing; // in this frame

  std::string_view tr(std::string_view english, const content::Fill& fill = {}) const {
    return q.f.keep(q.scene.words.tr("hotspot", english, fill));
  }
  const model::ItemOption& zone(std::size_t index) const { return spec.item.options[index]; }
  bool is_marked(std::size_t index) const { return (marked >> index & 1u) != 0; }
};

char letter_of(std::size_t index) { return static_cast<char>('A' + index); }

Rect bounds_of(const model::ItemShape& shape) {
  if (shape.kind == model::ItemShape::Kind::rectangle) return {shape.x, shape.y, shape.width, shape.height};
  return {shape.x - shape.radius, shape.y - shape.radius, 2 * shape.radius, 2 * shape.radius};
}

// After the answer: what was right, and what was marked and is not. Not while a try is left to find it.
std::optional<ui::Meaning> verdict_of(const Sheet& s, std::size_t index) {
  if (!s.q.told() || (!s.is_marked(index) && !s.given.closed)) return std::nullopt;
  if (s.zone(index).right) return ui::Meaning::ok;
  return s.is_marked(index) ? std::optional(ui::Meaning::loss) : std::nullopt;
}

void draw_outline(ui::Frame& f, const Sheet& s, std::size_t index, const Rect& at, Colour colour) {
  const bool circle = s.zone(index).shape.kind == model::ItemShape::Kind::circle;
  const auto ring = [&](const Rect& rect, Colour ink, int thickness) {
    if (circle)
      f.circle(rect.centre(), rect.w, ink, f.px(thickness));
    else
      f.border(rect, ink, f.px(thickness), f.radius());
  };
  ring(at.inset(-f.px(2), -f.px(2)), Colour::surf, 2); // seen on any ground
  ring(at, colour, s.is_marked(index) ? 4 : 2);
}

// Its letter; after the answer a tick or a cross.
void draw_letter(ui::Frame& f, const Sheet& s, std::size_t index, const Rect& at, Colour colour) {
  const int side = f.px(28);
  const Rect disc{at.x - side / 3, at.y - side / 3, side, side};
  const bool filled = s.is_marked(index);
  f.disc(disc.centre(), side, filled ? colour : Colour::surf);
  f.circle(disc.centre(), side, colour, f.px(2));
  f.text(disc, f.keep(std::string(1, letter_of(index))), Type::body_bold, filled ? Colour::on_acc : Colour::text,
         {.align = ui::Align::centre, .valign = ui::VAlign::middle, .listed = ui::Listed::no});
}

void draw_zone(ui::Frame& f, Sheet& s, std::size_t index, const Rect& at) {
  const auto verdict = verdict_of(s, index);
  const ui::Interaction i = f.control({.id = f.keep("hotspot/zone/" + s.zone(index).id),
                                       .label = s.q.scene.say(s.zone(index).text),
                                       .role = ui::Role::option,
                                       .rect = at,
                                       .enabled = s.q.open(),
                                       .chosen = s.is_marked(index),
                                       .value = verdict ? screens::verdict_word(s.q, *verdict) : std::string_view(),
                                       .choose_key = letter_of(index)});
  const Colour colour = verdict ? ui::ink_of(*verdict) : s.is_marked(index) || i.hovered ? Colour::acc : Colour::text;
  draw_outline(f, s, index, at, colour);
  draw_letter(f, s, index, at, colour);
  if (i.ring) f.focus_ring(at, f.radius());
  if (i.clicked) s.pressed = index;
}

void draw_zones(Sheet& s, const ui::Placed& placed) {
  s.q.f.begin_group("hotspot/zones");
  for (std::size_t index = 0; index < s.spec.item.options.size(); ++index)
    draw_zone(s.q.f, s, index, placed.map(bounds_of(s.zone(index).shape)));
  s.q.f.end_group();
}

Box picture_box(Sheet& s) {
  return screens::asked_picture(s.q, s.spec.item.picture, [&s](const ui::Placed& placed) { draw_zones(s, placed); });
}

// What is marked, in words; after the answer what each was.
Box marked_box(Sheet& s) {
  Box all = box::column({.gap = 4, .pad = ui::pad(0, 8)});
  for (std::size_t index = 0; index < s.spec.item.options.size(); ++index) {
    const auto verdict = verdict_of(s, index);
    if (!s.is_marked(index) && !verdict) continue;
    const std::string& words = s.q.scene.say(s.zone(index).text);
    const std::string line = verdict ? fmt::format("{} · {}: {}", letter_of(index), words, screens::verdict_word(s.q, *verdict))
                                     : fmt::format("{} · {}", letter_of(index), words);
    all.add(box::text(s.q.f.keep(line), Type::body_bold, verdict ? ui::ink_of(*verdict) : Colour::text));
  }
  if (s.q.told() && s.given.closed) all.add(box::text(s.q.scene.say(s.spec.item.why), Type::body));
  return all;
}

std::vector<std::pair<model::Symbol, model::Symbol>> values_of(const Sheet& s) {
  std::vector<std::pair<model::Symbol, model::Symbol>> values;
  for (std::size_t index = 0; index < s.spec.options.size(); ++index)
    if (s.is_marked(index)) values.emplace_back(s.spec.zone, s.spec.options[index]);
  return values;
}

class HotspotView final : public screens::QuestionView {
 public:
  screens::StepIntent draw(ui::Frame& f, const Rect& area, const screens::StepScene& scene) override {
    screens::StepIntent out(scene);
    const auto& spec = static_cast<const HotspotSpec&>(scene.spec);
    const Marked given = hotspot::marked(spec, scene.state);
    screens::Question q{f, scene, spec, given, memory_, out, "hotspot"};
    if (newly_answered(q)) marked_ = given.zones;
    q.changed = marked_ != given.zones;
    Sheet s{q, spec, given, marked_};
    if (q.hosted() && !shown_ && !q.answered()) f.focus(f.keep("hotspot/zone/" + s.zone(0).id)); // not on what hands in
    shown_ = true;
    draw_question(q, area,
                  {.hint = spec.several ? s.tr("Press every place that is meant, or its letter.") : s.tr("Press the place, or its letter."),
                   .answers = box::column({.gap = 8}, picture_box(s), marked_box(s)),
                   .missing = marked_ == 0 ? s.tr("Mark a place first.") : std::string_view(),
                   .values = values_of(s),
                   .at_once = !spec.several});
    mark(s);
    return out;
  }

  void press(screens::Hands& hands, const session::Prepared& prepared, const session::Action& action) const override {
    for (const auto& [key, value] : action.values)
      hands.choose("hotspot/zone/" + prepared.symbols.word(value));
    hands.press("hotspot/submit");
  }

 protected:
  Marks marks(const session::Spec& base) const override {
    const auto& zones = static_cast<const HotspotSpec&>(base).item.options;
    Marks all;
    for (std::size_t i = 0; i < zones.size(); ++i)
      if ((marked_ >> i & 1u) != 0) all.push_back(zones[i].id);
    return all;
  }
  void mark_again(const session::Spec& base, const Marks& marks) override {
    const auto& spec = static_cast<const HotspotSpec&>(base);
    for (std::size_t i = 0; i < spec.item.options.size(); ++i)
      if (std::find(marks.begin(), marks.end(), spec.item.options[i].id) != marks.end()) marked_ = (spec.several ? marked_ : 0) | 1u << i;
  }

 private:
  void mark(const Sheet& s) {
    if (s.pressed == nothing || !s.q.open()) return;
    const std::uint32_t bit = 1u << s.pressed;
    marked_ = s.spec.several ? marked_ ^ bit : bit;
  }

  std::uint32_t marked_ = 0;
  bool shown_ = false;
};

} // namespace

std::unique_ptr<screens::StepView> open_view() { return std::make_unique<HotspotView>(); }

} // namespace firsthand::modules::hotspot
