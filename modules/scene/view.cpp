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
  for (const Helper& helper : d.reading.helpers)
    height += helper_strip(d, helper, {0, 0, w, 0}, Paint::measure) + d.f.px(8);
  return height;
}

int draw_helpers(SceneDraft& d, int x, int y, int w) {
  const int top = y;
  for (const Helper& helper : d.reading.helpers)
    y += helper_strip(d, helper, {x, y, w, 0}, Paint::draw) + d.f.px(8);
  return y - top;
}

// Four beside each other only where a word has room in one.
int draw_verbs(SceneDraft& d, int x, int y, int w, int columns) {
  d.f.begin_part(ui::Part::verbs);
  if (columns == 4 && w < 4 * d.f.px(112)) columns = 2;
  int used = choices(d, x, y, w, std::min(columns, 2));
  if (used == 0) used = columns == 4 ? verbs_side_by_side(d, x, y, w) : verbs_below(d, d.selected(), x, y, w, columns);
  d.f.end_part();
  return used;
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

// Where the window is low, the waits scroll with the verbs.
void verbs_and_waits(SceneDraft& d, const Rect& rect) {
  ui::ScrollArea area(d.f, {"scene/verbs", rect});
  const int x = area.left() + d.f.px(6), w = area.width() - d.f.px(6);
  int y = area.top() + d.f.px(6);
  y += draw_verbs(d, x, y, w, 2) + d.f.px(8);
  y += waits(d, {x, y, w, 0}, Paint::draw).h + d.f.px(6);
  area.finish(y);
}

Rect grown_sideways(ui::Frame& f, const Rect& rect) { return {rect.x - f.px(6), rect.y, rect.w + f.px(16), rect.h}; }

// The same however many verbs there are: more of them scroll, and the picture keeps its size.
int verbs_room(SceneDraft& d) {
  constexpr int verb_gap = 6, rows = 3;
  return d.f.px(12 + 22) + rows * d.f.px(56 + verb_gap);
}

void draw_foot(SceneDraft& d, Rect foot, ui::Size wait) {
  const Rect right = foot.take_right(wait.w, wait.w > 0 ? d.f.px(16) : 0);
  const int people = draw_helpers(d, foot.x, foot.y, foot.w) - d.f.px(8);
  const int middle = std::max(0, (std::max(people, wait.h) - wait.h) / 2);
  waits(d, {right.x, right.y + middle, right.w, right.h}, Paint::draw);
}

// At 100 %: picture with the words beside it, four columns of verbs below, people and time in the last row.
void draw_wide(SceneDraft& d, Rect area) {
  ui::Frame& f = d.f;
  const int margin = f.px(16), inside = area.w - 2 * margin;
  const int words = d.reading.helpers.empty() ? 0 : f.px(240); // of people: the waits rather take another line
  const ui::Size wait = waits(d, {0, 0, inside - words, 0}, Paint::measure);
  const int people = helpers_height(d, inside - wait.w - f.px(16));
  const Rect foot = area.take_bottom(std::max(people, wait.h > 0 ? wait.h + f.px(8) : 0)).inset(margin, 0);
  const int caption = goal_row(d, 0, 0, inside, Paint::measure) + f.px(8);
  const int most = (area.w - f.px(200)) * 7 / 16, least = std::min(f.px(200), most); // the words beside it stay readable
  const int height = std::clamp(area.h - chip_line(f) - caption - verbs_room(d), least, std::max(least, most));
  Rect top = area.take_top(height);
  const std::vector<const Thing*> unnamed = draw_picture(d, top.take_left(height * 16 / 7));
  scrolled_words(d, {top.x + f.px(20), top.y + f.px(14), top.w - f.px(22), top.h - f.px(14)});
  area.take_top(f.px(8));
  area.take_top(chips(d, unnamed, area.x + margin, area.y, inside));
  const Rect line = area.take_top(caption);
  f.hline(line.x, line.y, line.w, Colour::line);
  goal_row(d, line.x + margin, line.y + f.px(4), inside, Paint::draw);
  f.hline(line.x, line.bottom() - 1, line.w, Colour::line);
  scrolled_verbs(d, {area.x + f.px(10), area.y + f.px(2), area.w - f.px(10), area.h - f.px(4)}, 4);
  draw_foot(d, foot, wait);
}

// From 125 %: picture and words at the left, verbs in two columns at the right.
void draw_columns(SceneDraft& d, Rect area) {
  ui::Frame& f = d.f;
  Rect left = area.take_left(area.w * 48 / 100);
  const int height = std::min(left.w * 7 / 16, area.h * 45 / 100);
  const std::vector<const Thing*> unnamed = draw_picture(d, {left.x, left.y, height * 16 / 7, height});
  left.take_top(height, f.px(8));
  f.vline(left.right(), area.y, area.h, Colour::line);
  Rect words = left.inset(f.px(16), 0);
  words.take_top(chips(d, unnamed, words.x, words.y, words.w));
  const Rect people = words.take_bottom(helpers_height(d, words.w));
  words.w += f.px(16);
  scrolled_words(d, words);
  draw_helpers(d, people.x, people.y, people.w);
  Rect right = area.inset(f.px(16), f.px(8));
  const Rect foot = right.take_bottom(goal_row(d, 0, 0, right.w, Paint::measure), f.px(10));
  const ui::Size wait = waits(d, right, Paint::measure);
  if (right.h > f.px(400))
    waits(d, right.take_bottom(wait.h, f.px(8)), Paint::draw), scrolled_verbs(d, grown_sideways(f, right), 2);
  else
    verbs_and_waits(d, grown_sideways(f, right));
  f.hline(right.x, foot.y - f.px(6), right.w, Colour::line);
  goal_row(d, foot.x, foot.y, foot.w, Paint::draw);
}

// From 200 %: all in one column that scrolls.
void draw_single(SceneDraft& d, const Rect& rect) {
  ui::Frame& f = d.f;
  ui::ScrollArea area(f, {"scene/page", rect});
  const int x = area.left() + f.px(16), w = area.width() - f.px(24);
  int y = area.top();
  const int height = std::min(std::max(rect.h * 6 / 10, f.px(100)), area.width() * 7 / 16), width = height * 16 / 7;
  const std::vector<const Thing*> unnamed = draw_picture(d, {area.left(), y, width, height});
  const int beside = x + w - (area.left() + width + f.px(16));
  if (beside >= f.px(220)) {
    y += std::max(height, thing_words(d, x + w - beside, y + f.px(8), beside) + f.px(8)) + f.px(16);
  } else {
    y += height + f.px(12);
    y += thing_words(d, x, y, w) + f.px(16);
  }
  y += chips(d, unnamed, x, y, w) + f.px(4);
  y += draw_verbs(d, x, y, w, 1) + f.px(12);
  y += draw_helpers(d, x, y, w) + f.px(4);
  y += waits(d, {x, y, w, 0}, Paint::draw).h + f.px(12);
  y += goal_row(d, x, y, w, Paint::draw) + f.px(16);
  area.finish(y);
}

// How much room there is in units of the text: 1920 pixels at 200 % hold what 960 hold at 100 %.
bool holds_two_columns(ui::Frame& f) { return f.text_percent() < 200 || f.width() * 100 / f.text_percent() >= 900; }

class SceneView final : public screens::StepView {
 public:
  screens::StepIntent draw(ui::Frame& f, const Rect& area, const screens::StepScene& scene) override {
    screens::StepIntent out(scene);
    const auto& spec = static_cast<const SceneSpec&>(scene.spec);
    const SceneReading reading = read_scene(scene, spec, screen_.places);
    SceneDraft d{f, scene, spec, reading, screen_, out};
    tidy(d);
    if (scene.as_list)
      draw_list(d, area);
    else if (!holds_two_columns(f))
      draw_single(d, area);
    else if (f.text_percent() >= 125)
      draw_columns(d, area);
    else
      draw_wide(d, area);
    return out;
  }

  // A thing is selected, then a verb pressed, and with what where there is a choice.
  void press(screens::Hands& hands, const session::Prepared& prepared, const session::Action& action) const override {
    using Kind = session::Action::Kind;
    const model::Symbols& words = prepared.symbols;
    const int before = hands.turn();
    if (action.kind == Kind::wait) return hands.press_twice("scene/wait/" + std::to_string(action.seconds));
    if (action.kind == Kind::task) {
      hands.press("scene/helper/" + words.word(action.by));
      return hands.press_twice("scene/task/" + words.word(action.entity) + "/" + words.word(action.verb));
    }
    hands.select("scene/place/" + words.word(action.entity));
    hands.press_twice("scene/verb/" + words.word(action.entity) + "/" + words.word(action.verb));
    if (hands.turn() == before && action.with != 0) hands.press_twice("scene/with/" + words.word(action.with));
  }

  std::optional<std::string> pose(screens::Hands& hands, const session::Prepared& prepared,
                                  const screens::Progress& progress) const override {
    if (progress.acts == 0) return "start";
    if (progress.acts != 3 || prepared.scenario.entities.empty()) return std::nullopt;
    hands.press("scene/place/" + prepared.scenario.entities.front().id);
    return "selected";
  }

  std::span<const model::Text> hints(const session::Spec& spec) const override { return static_cast<const SceneSpec&>(spec).hints; }
  bool can_list() const override { return true; }

  screens::Shot shot_of(const screens::StepScene& scene, model::Symbol entity) const override {
    const auto& spec = static_cast<const SceneSpec&>(scene.spec);
    const Place* place = spec.place(entity);
    if (!place) return {};
    return {screens::stage_layers(scene, spec.picture).paths, {place->at[0], place->at[1], place->at[2], place->at[3]}};
  }

 private:
  // What is no longer here cannot stay selected.
  void tidy(SceneDraft& d) {
    if (!opened_ && !d.reading.things.empty()) press_thing(d, d.reading.things.front());
    opened_ = true;
    if (!d.reading.thing(screen_.selected)) screen_.selected = 0, close_choices(d);
  }

  SceneScreen screen_;
  bool opened_ = false;
};

} // namespace

std::unique_ptr<screens::StepView> open_view() { return std::make_unique<SceneView>(); }

} // namespace firsthand::modules::scene
