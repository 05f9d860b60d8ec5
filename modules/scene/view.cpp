// See view.h: how picture, panel, verbs and people share the room at each size of text.
#include "modules/scene/view.h"

#include "modules/scene/view_parts.h"

#include <algorithm>

namespace firsthand::modules::scene {

namespace {

using ui::Colour;
using ui::Rect;

int helpers_height(SceneDraft& d, int w) {
  int height = 0;
  for (const Helper& helper : d.reading.helpers) height += helper_strip(d, helper, {0, 0, w, 0}, Paint::measure) + d.f.px(8);
  return height;
}

int draw_helpers(SceneDraft& d, int x, int y, int w) {
  const int top = y;
  for (const Helper& helper : d.reading.helpers) y += helper_strip(d, helper, {x, y, w, 0}, Paint::draw) + d.f.px(8);
  return y - top;
}

int draw_verbs(SceneDraft& d, int x, int y, int w, int columns) {
  if (const int asked = choices(d, x, y, w, std::min(columns, 2)); asked > 0) return asked;
  return columns == 4 ? verbs_side_by_side(d, x, y, w) : verbs_below(d, d.selected(), x, y, w, columns);
}

void scrolled_words(SceneDraft& d, const Rect& rect) {
  ui::ScrollArea area(d.f, {"scene/words", rect});
  area.finish(area.top() + thing_words(d, area.left(), area.top(), area.width()));
}

void scrolled_verbs(SceneDraft& d, const Rect& rect, int columns) {
  ui::ScrollArea area(d.f, {"scene/verbs", rect});
  const int ring = d.f.px(6); // focus rings reach over the edge of what they stand round
  area.finish(area.top() + ring + draw_verbs(d, area.left() + ring, area.top() + ring, area.width() - ring, columns) + ring);
}

// At 100 %: picture with the words beside it, four columns of verbs below, people and time in the last row.
void draw_wide(SceneDraft& d, Rect area) {
  ui::Frame& f = d.f;
  const int controls = std::min(area.w / 2, f.px(330));
  const Rect control_room{0, 0, controls, 0};
  const int foot = std::max(controls_row(d, control_room, Paint::measure) + f.px(8),
                            helpers_height(d, area.w - 2 * f.px(16) - controls - f.px(16)));
  Rect last = area.take_bottom(foot + f.px(8)).inset(f.px(16), 0);
  const int caption = std::max(f.px(44), goal_line(d, 0, 0, area.w - 2 * f.px(16), Paint::measure) + f.px(4));
  const int verbs = f.px(12 + 22) + std::min(5, tallest_group(d.scene, d.spec)) * f.px(60) + f.px(8);
  const int most = (area.w - f.px(220)) * 7 / 16, least = f.px(200);
  const int height = std::clamp(area.h - caption - verbs, least, std::max(least, most));
  Rect top = area.take_top(height);
  draw_picture(d, top.take_left(height * 16 / 7));
  scrolled_words(d, {top.x + f.px(20), top.y + f.px(14), top.w - f.px(24), top.h - f.px(14)});
  const Rect line = area.take_top(caption);
  f.hline(line.x, line.y, line.w, Colour::line);
  goal_line(d, line.x + f.px(16), line.y + f.px(2), line.w - 2 * f.px(16), Paint::draw);
  f.hline(line.x, line.bottom() - 1, line.w, Colour::line);
  scrolled_verbs(d, {area.x + f.px(10), area.y + f.px(2), area.w - f.px(10), area.h - f.px(4)}, 4);
  const Rect right = last.take_right(controls, f.px(16));
  draw_helpers(d, last.x, last.y, last.w);
  controls_row(d, {right.x, right.y + f.px(8), right.w, right.h}, Paint::draw);
}

// From 125 %: picture and words at the left, verbs in two columns at the right.
void draw_columns(SceneDraft& d, Rect area) {
  ui::Frame& f = d.f;
  Rect left = area.take_left(area.w * 48 / 100);
  const Rect picture = left.take_top(left.w * 7 / 16, f.px(8));
  draw_picture(d, picture);
  f.vline(left.right(), area.y, area.h, Colour::line);
  Rect words = left.inset(f.px(16), 0);
  words.take_bottom(f.px(8));
  const int people = helpers_height(d, words.w);
  const Rect strip = words.take_bottom(people);
  const int goal = goal_line(d, words.x, words.y, words.w, Paint::draw);
  words.take_top(goal, f.px(8));
  f.hline(left.x, words.y - f.px(4), left.w, Colour::line);
  words.w += f.px(16);
  scrolled_words(d, words);
  draw_helpers(d, strip.x, strip.y, strip.w);
  Rect right = area.inset(f.px(16), f.px(8));
  const Rect foot = right.take_bottom(controls_row(d, right, Paint::measure), f.px(10));
  scrolled_verbs(d, {right.x - f.px(6), right.y, right.w + f.px(16), right.h}, 2);
  f.hline(right.x, foot.y - f.px(6), right.w, Colour::line);
  controls_row(d, foot, Paint::draw);
}

// From 200 %: all in one column that scrolls.
void draw_single(SceneDraft& d, const Rect& rect) {
  ui::Frame& f = d.f;
  ui::ScrollArea area(f, {"scene/page", rect});
  const int x = area.left() + f.px(16), w = area.width() - f.px(24);
  int y = area.top();
  const int height = std::min(rect.h * 55 / 100, area.width() * 7 / 16);
  draw_picture(d, {area.left(), y, height * 16 / 7, height});
  y += height + f.px(8);
  y += goal_line(d, x, y, w, Paint::draw) + f.px(12);
  y += thing_words(d, x, y, w) + f.px(16);
  y += draw_verbs(d, x, y, w, 1) + f.px(12);
  y += draw_helpers(d, x, y, w) + f.px(4);
  y += controls_row(d, {x, y, w, 0}, Paint::draw) + f.px(16);
  area.finish(y);
}

class SceneView final : public ui::StepView {
 public:
  ui::StepIntent draw(ui::Frame& f, const Rect& area, const ui::StepScene& scene) override {
    ui::StepIntent out;
    const auto& spec = static_cast<const SceneSpec&>(scene.spec);
    const SceneReading reading = read_scene(scene, spec);
    SceneDraft d{f, scene, spec, reading, screen_, out};
    if (!reading.thing(screen_.selected)) screen_.selected = 0, screen_.which_entity = screen_.which_verb = 0;
    if (scene.as_list) draw_list(d, area);
    else if (f.text_percent() >= 200) draw_single(d, area);
    else if (f.text_percent() >= 125) draw_columns(d, area);
    else draw_wide(d, area);
    return out;
  }

  std::span<const model::Text> hints(const session::Spec& spec) const override { return static_cast<const SceneSpec&>(spec).hints; }
  bool can_list() const override { return true; }

  ui::Shot shot_of(const ui::StepScene& scene, model::Symbol entity) const override {
    const auto& spec = static_cast<const SceneSpec&>(scene.spec);
    const Place* place = spec.place(entity);
    if (!place) return {};
    return {ui::stage_layers(scene, spec.picture).paths, {place->at[0], place->at[1], place->at[2], place->at[3]}};
  }

 private:
  SceneScreen screen_;
};

} // namespace

std::unique_ptr<ui::StepView> open_view() { return std::make_unique<SceneView>(); }

} // namespace firsthand::modules::scene
