// See view.h: how picture, panel, verbs and people share the room at each size of text.
#include "modules/scene/view.h"

#include "modules/scene/view_new.h"
#include "modules/scene/view_parts.h"

#include <algorithm>

namespace firsthand::modules::scene {

namespace {

using ui::Box;
using ui::Colour;
using ui::Rect;
namespace box = ui::box;

Box scrolled_words(SceneDrawContext& d) { return box::scroll({"scene/words", {}}, thing_words(d)).grow(); }

// Focus rings reach over the edge of what they stand round.
Box scrolled_verbs(SceneDrawContext& d, int columns, Box after = {}) {
  return box::scroll({"scene/verbs", {}},
                     box::column({.gap = 8, .pad = {.left = 6, .top = 6, .bottom = 6}}, verbs_or_choices(d, columns), std::move(after)))
      .grow();
}

// People and time, of which the waits rather take another line.
Box foot_of(SceneDrawContext& d, int width) {
  const int waits = waits_width(d, width - d.f.px(2 * 16 + (d.reading.helpers.empty() ? 0 : 240)));
  if (d.reading.helpers.empty() && waits == 0) return {};
  return box::row({.gap = 16, .pad = ui::pad(16, 0), .along = ui::Along::end}, helpers_of(d).grow().stands(ui::Across::start),
                  waits == 0 ? Box() : box::column({.pad = {.bottom = 8}}, waits_of(d)).wide_px(waits));
}

Box lined_goal(SceneDrawContext& d) {
  const auto lines = [](ui::Frame& f, const Rect& rect) {
    f.hline(rect.x, rect.y, rect.w, Colour::line);
    f.hline(rect.x, rect.bottom() - 1, rect.w, Colour::line);
  };
  return box::on(lines, box::column({.pad = ui::pad(16, 4)}, goal_of(d)));
}

// At 100 %: picture with the words beside it, four columns of verbs below, people and time in the last row.
void draw_wide(SceneDrawContext& d, Rect area) {
  // The same however many verbs there are: more of them scroll, and the picture keeps its size.
  constexpr int title = 22 + 12, verb = 56 + 6, rows = 3, below = chip_line + title + rows * verb;
  ui::Frame& f = d.f;
  Box foot = foot_of(d, area.w), goal = lined_goal(d);
  const int most = (area.w - f.px(200)) * 7 / 16, least = std::min(f.px(200), most); // the words beside it stay readable
  const int room = area.h - foot.height(f, area.w) - goal.height(f, area.w) - f.px(below);
  const int height = std::clamp(room, least, std::max(least, most));
  Rect top = area.take_top(height);
  const std::vector<const Thing*> unnamed = draw_picture(d, top.take_left(height * 16 / 7));
  box::column({.pad = {.left = 20, .top = 14, .right = 2}}, scrolled_words(d)).draw(f, top);
  box::column({}, box::space(8), box::column({.pad = ui::pad(16, 0)}, chips_of(d, unnamed)), std::move(goal),
              box::column({.pad = {.left = 10, .top = 2, .bottom = 2}}, scrolled_verbs(d, 4)).grow(), std::move(foot))
      .draw(f, area);
}

// Verbs in two columns, with the waits below them; where the window is low, these scroll with the verbs.
Box verbs_column(SceneDrawContext& d, int height) {
  const bool low = height <= d.f.px(400);
  Box verbs = low ? scrolled_verbs(d, 2, waits_of(d)) : scrolled_verbs(d, 2);
  return box::column({.gap = 8}, box::column({.pad = {.left = -6, .right = -10}}, std::move(verbs)).grow(), low ? Box() : waits_of(d));
}

// The words with the helpers below them; where both have no room beside each other, they scroll together.
Box words_column(SceneDrawContext& d, Box helpers, int room_for_words) {
  constexpr int two_lines = 60;
  if (room_for_words >= d.f.px(two_lines))
    return box::column({}, box::column({.pad = {.right = -16}}, scrolled_words(d)).grow(), std::move(helpers));
  Box both = box::column({}, thing_words(d), std::move(helpers));
  return box::column({.pad = {.right = -16}}, box::scroll({"scene/words", {}}, box::column({.pad = {.right = 8}}, std::move(both))).grow());
}

// From 125 %: picture and words at the left, verbs at the right.
void draw_columns(SceneDrawContext& d, Rect area) {
  ui::Frame& f = d.f;
  Rect left = area.take_left(area.w * 48 / 100);
  const int height = std::min(left.w * 7 / 16, area.h * 45 / 100);
  const std::vector<const Thing*> unnamed = draw_picture(d, {left.x, left.y, height * 16 / 7, height});
  left.take_top(height, f.px(8));
  f.vline(left.right(), area.y, area.h, Colour::line);
  Box chips = chips_of(d, unnamed), helpers = helpers_of(d);
  const int width = left.w - f.px(2 * 16), room = left.h - chips.height(f, width) - helpers.height(f, width);
  box::column({.pad = ui::pad(16, 0)}, std::move(chips), words_column(d, std::move(helpers), room).grow()).draw(f, left);
  Box goal = goal_of(d);
  const Rect right = area.inset(f.px(16), f.px(8));
  Box verbs = verbs_column(d, right.h - goal.height(f, right.w) - f.px(10));
  box::column({}, std::move(verbs).grow(), box::space(4), box::line(), box::space(6), std::move(goal)).draw(f, right);
}

// From 200 %: all in one column that scrolls.
void draw_single(SceneDrawContext& d, const Rect& rect) {
  ui::Frame& f = d.f;
  ui::ScrollArea area(f, {"scene/page", rect});
  const int height = std::min(std::max(rect.h * 6 / 10, f.px(100)), area.width() * 7 / 16), width = height * 16 / 7;
  const std::vector<const Thing*> unnamed = draw_picture(d, {area.left(), area.top(), width, height});
  const auto nothing = [](ui::Frame&, const Rect&) {};
  const auto picture = [=] { return Box([=](ui::Frame&, int) { return ui::Size{width, height}; }, nothing); };
  const bool beside = area.width() - width - f.px(16 + 8) >= f.px(220);
  Box words = thing_words(d);
  Box top = beside ? box::row({.gap = 16, .across = ui::Across::start}, picture(),
                              box::column({.pad = {.top = 8, .right = 8}}, std::move(words)).grow())
                   : box::column({.gap = 12}, picture(), box::column({.pad = {.left = 16, .right = 8}}, std::move(words)));
  Box rest = box::column({.pad = {.left = 16, .top = 16, .right = 8, .bottom = 16}}, chips_of(d, unnamed), box::space(4),
                         verbs_or_choices(d, 1), box::space(12), helpers_of(d), box::space(4), waits_of(d), box::space(12), goal_of(d));
  area.finish(area.top() + box::column({}, std::move(top), std::move(rest)).draw(f, {area.left(), area.top()}, area.width()));
}

// How much room there is in units of the text: 1920 pixels at 200 % hold what 960 hold at 100 %.
bool holds_two_columns(ui::Frame& f) { return f.text_percent() < 200 || f.width() * 100 / f.text_percent() >= 900; }

class SceneView final : public screens::StepView {
 public:
  screens::StepIntent draw(ui::Frame& f, const Rect& area, const screens::StepScene& scene) override {
    screens::StepIntent out(scene);
    const auto& spec = static_cast<const SceneSpec&>(scene.spec);
    const SceneReading reading = read_scene(scene, spec, screen_.places);
    SceneDrawContext d{f, scene, spec, reading, screen_, out};
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
  void tidy(SceneDrawContext& d) {
    if (!opened_ && !d.reading.things.empty()) press_thing(d, d.reading.things.front());
    opened_ = true;
    bring_forward(d);
    if (!d.reading.thing(screen_.selected)) screen_.selected = 0, close_choices(d);
  }

  SceneScreen screen_;
  bool opened_ = false;
};

} // namespace

std::unique_ptr<screens::StepView> open_view() { return std::make_unique<SceneView>(); }

} // namespace firsthand::modules::scene
