// See view.h: how picture, column, chips, notebook and strip share the room at each size of text.
#include "modules/scene/view.h"

#include "modules/scene/view_new.h"
#include "modules/scene/view_parts.h"

#include <algorithm>
#include <array>

namespace firsthand::modules::scene {

namespace {

using ui::Box;
using ui::Colour;
using ui::Rect;
namespace box = ui::box;

// ---- measures

// Of the column beside the picture: at least so wide, window pixels.
int least_column(ui::Frame& f) {
  const int units = f.width() * 100 / f.text_percent();
  if (f.text_percent() >= 125) return f.px(units < 700 ? 288 : 320);
  return f.px(units < 1100 ? 288 : units < 1800 ? 320 : 400);
}

// Widths of a few sizes only: 672, 896, 960, 1440.
int stepped(ui::Frame& f, int width) {
  const int step = f.text_percent() < 125 ? f.px(32) : f.px(8);
  return width / step * step;
}

// What stands around the picture needs so much; it has the rest. Where that is low it gives its width to the column, or, where the text is
// large, up to half of its height: then it is cut off above and below.
ui::Size picture_size(SceneDrawContext& d, const Rect& area, int around) {
  const int width = stepped(d.f, area.w - least_column(d.f)), room = std::max(d.f.px(80), area.h - around), full = width * 7 / 16;
  if (room >= full) return {width, full};
  if (d.is_low()) return {width, std::max(room, full / 2)};
  const int lower = stepped(d.f, room * 16 / 7);
  return {lower, lower * 7 / 16};
}

// ---- the column beside it: what is selected, and what may be done with it

// At the column's foot: always in sight, and the verbs keep their places. Where there is little room it stands with the result.
void draw_news(SceneDrawContext& d, Rect& column) {
  Box news = d.is_low() ? Box() : thing_news(d);
  if (news.nothing()) return;
  const Box foot = box::column({.pad = {24, 10, 8, 6}}, box::scroll({"scene/news", {}}, std::move(news)).grow());
  const Rect rect = column.take_bottom(std::min(foot.height(d.f, column.w), column.h * 2 / 5));
  d.f.fill({rect.x + 1, rect.y, rect.w - 1, rect.h}, Colour::note);
  d.f.hline(rect.x, rect.y, rect.w, Colour::line);
  foot.draw(d.f, rect);
}

constexpr int least_known = 84; // the result of an act and two facts, or three facts
constexpr int verb_line = 40 + 8, group_line = 24 + 12, verbs_ends = 12 + 16;

// That all verbs that this thing can have in this step take. The same whatever can be done now, so that nothing moves.
int room_of_verbs(const SceneDrawContext& d, const Thing& thing) {
  std::array<int, 4> groups{};
  for (const model::Symbol symbol : thing.place->verbs)
    if (const model::Verb* verb = report::verb_of(d.scene.prepared, thing.place->symbol, symbol))
      ++groups[static_cast<std::size_t>(verb->group)];
  int room = verbs_ends;
  for (const int verbs : groups)
    room += verbs == 0 ? 0 : group_line + verbs * verb_line;
  return d.f.px(room);
}

// Of a column so high what is known may take, below its title: its share, and what the verbs leave.
int most_known(const SceneDrawContext& d, int column, int title) {
  const int share = column * (d.is_low() ? 50 : 45) / 100 - title;
  const Thing* thing = d.selected();
  const int left = thing ? column - title - room_of_verbs(d, *thing) : 0;
  return std::max({d.f.px(least_known), share, left});
}

// What it is, what is known of it and what is asked stay in sight, whatever stands below them is read to its end.
void draw_column_head(SceneDrawContext& d, Rect& rect) {
  const int above = d.is_low() ? 8 : 16, below = d.is_low() ? 6 : 14;
  Box title = box::column({.pad = {24, above, 24, 6}}, thing_title(d));
  const int most = most_known(d, rect.h, title.height(d.f, rect.w));
  Box asked = choices_title(d);
  if (!asked.nothing()) asked = box::column({.pad = {24, 12, 24, 0}}, std::move(asked));
  const Box head =
      box::column({}, std::move(title), known_box(d, most), box::column({.pad = {24, below, 24, 1}}, box::line()), std::move(asked));
  head.draw(d.f, rect.take_top(head.height(d.f, rect.w)));
}

void draw_column(SceneDrawContext& d, Rect rect) {
  d.f.fill(rect, Colour::surf);
  d.f.vline(rect.x, rect.y, rect.h, Colour::line);
  draw_column_head(d, rect);
  draw_news(d, rect);
  box::scroll({"scene/verbs", {}}, box::column({.pad = {24, d.is_low() ? 8 : 12, 8, 16}}, verbs_or_answers(d))).draw(d.f, rect);
}

// ---- all of it

struct Below { // the picture
  Box notebook, strip;
};

// The close-up's is as high as the one that it stands in for: the picture keeps its place.
Box head_of(SceneDrawContext& d) {
  Box usual = d.scene.frame ? d.scene.frame->head() : Box();
  if (!is_close_up(d) || (d.scene.frame && d.scene.frame->unsaved)) return usual;
  Box closer = closer_head(d);
  const auto measure = [usual = std::move(usual), closer](ui::Frame& f, int width) {
    const ui::Size size = closer.size(f, width);
    return ui::Size{size.w, std::max(size.h, usual.height(f, width))};
  };
  return {measure, [closer](ui::Frame& f, const Rect& at) { closer.draw(f, at); }};
}

Below below_picture(SceneDrawContext& d) {
  const screens::StepFrame* frame = d.scene.frame;
  if (!frame) return {Box(), strip_of(d)};
  if (frame->low) return {frame->notebook(strip_buttons(d)), Box()};
  return {frame->notebook({}), strip_of(d)};
}

// People and what has no name in the picture: as many lines as leave the notebook its least.
void draw_names_and_notebook(SceneDrawContext& d, Rect rest, const Box& notebook, const std::vector<const Thing*>& unnamed) {
  ui::Frame& f = d.f;
  const int lines = std::max(1, (rest.h - notebook.height(f, rest.w) - f.px(8)) / f.px(chip_line));
  const int side = d.scene.frame && d.scene.frame->narrow ? 16 : 24;
  const Box chips = box::column({.pad = ui::pad(side, 8)}, chips_row(d, unnamed, lines)).least(0, 56);
  rest.take_top(chips.draw(f, {rest.x, rest.y}, rest.w));
  notebook.draw(f, rest);
}

// Over the picture's lower edge, where it moves nothing: what no bubble and no tag tells.
void draw_told_elsewhere(SceneDrawContext& d, const Rect& picture) {
  Box told = told_elsewhere(d);
  if (told.nothing()) return;
  const Box band = box::column({.pad = {24, 8, 24, 4}}, std::move(told));
  const int height = std::min(picture.h, band.height(d.f, picture.w));
  const Rect rect{picture.x, picture.bottom() - height, picture.w, height};
  d.f.fill(rect, Colour::note);
  d.f.hline(rect.x, rect.y, rect.w, Colour::line2);
  band.draw(d.f, rect);
}

// As broad as the page, and so high that a line of chips stays in sight below it; cut off above and below, but never by more than half.
int single_picture_height(ui::Frame& f, int width, int head, const Rect& page) {
  const int full = width * 7 / 16, most = std::max(page.h * 8 / 10, f.px(80));
  return std::min(most, std::clamp(page.h - head - f.px(56), full / 2, full));
}

// Where there is no room for two columns: one that scrolls.
void draw_single(SceneDrawContext& d, Rect rect) {
  ui::Frame& f = d.f;
  d.screen.closer.tiled = false;
  const Box head = head_of(d);
  const Below below = below_picture(d);
  const Rect foot = rect.take_bottom(below.notebook.height(f, rect.w) + below.strip.height(f, rect.w));
  ui::ScrollArea area(f, {"scene/page", rect});
  const int width = area.width(), above = head.draw(f, {area.left(), area.top()}, width);
  const Rect picture{area.left(), area.top() + above, width, single_picture_height(f, width, above, rect)};
  const std::vector<const Thing*> unnamed = draw_picture(d, picture);
  draw_told_elsewhere(d, picture);
  const int lines = std::max(1, (rect.h - above - picture.h - f.px(8)) / f.px(chip_line));
  const Box rest = box::column({.pad = {.left = 16, .top = 8, .right = 8, .bottom = 16}}, chips_row(d, unnamed, lines), box::space(12),
                               thing_words(d), box::space(12), verbs_or_choices(d), box::space(12), thing_news(d));
  area.finish(picture.bottom() + rest.draw(f, {area.left(), picture.bottom()}, width));
  box::column({}, below.notebook, below.strip).draw(f, foot);
}

void draw_beside(SceneDrawContext& d, Rect area) {
  ui::Frame& f = d.f;
  const Box head = head_of(d);
  const Below below = below_picture(d);
  const auto under = [&](int width) { return below.notebook.height(f, width) + below.strip.height(f, width); };
  const auto around = [&](int width) { return head.height(f, width) + f.px(56) + under(width); };
  ui::Size size = picture_size(d, area, around(stepped(f, area.w - least_column(f))));
  size = picture_size(d, area, around(size.w)); // narrower, it may need more below it
  if (size.h + around(size.w) > area.h) return draw_single(d, area);
  Rect rest = area.take_left(size.w);
  head.draw(f, rest.take_top(head.height(f, size.w)));
  const std::vector<const Thing*> unnamed = draw_picture(d, rest.take_top(size.h));
  const Rect strip = rest.take_bottom(below.strip.height(f, size.w));
  const Box tiles = closer_tiles(d);
  d.screen.closer.tiled = !tiles.nothing() && tiles.height(f, rest.w) <= rest.h;
  draw_column(d, area);
  if (d.screen.closer.tiled)
    tiles.draw(f, rest);
  else
    draw_names_and_notebook(d, rest, below.notebook, unnamed);
  if (!strip.empty()) below.strip.draw(f, strip);
}

bool holds_two_columns(ui::Frame& f) { return f.width() * 100 / f.text_percent() >= 600; }

// The main button only when nothing is left to do: else it would lead away from what is.
bool is_anything_left(const screens::StepScene& scene, const SceneSpec& spec) {
  const auto& offered = scene.offers.actions;
  return std::any_of(offered.begin(), offered.end(),
                     [&](const session::Action& action) { return action.kind == session::Action::Kind::act && spec.place(action.entity); });
}

// All answers with a line of the notebook are behind one control.
model::Symbol verb_pressed(const session::Prepared& prepared, const session::Action& action) {
  for (const session::Prepared::Step& step : prepared.steps) {
    if (step.id != action.step) continue;
    const NoteQuestion* question = static_cast<const SceneSpec&>(*step.spec).question(action.entity, action.verb);
    return question && question->takes_line(action.verb) ? question->other : action.verb;
  }
  return action.verb;
}

session::NotedLine line_picked(const session::Action& action) {
  const auto word = [&](std::size_t i) { return i < action.values.size() ? action.values[i].second : model::Symbol{0}; };
  return {word(0), word(1), word(2)};
}

class SceneView final : public screens::StepView {
 public:
  bool may_hold_unsent() const override { return false; } // each press is an act
  screens::StepIntent draw(ui::Frame& f, const Rect& area, const screens::StepScene& scene) override {
    screens::StepIntent out(scene);
    const auto& spec = static_cast<const SceneSpec&>(scene.spec);
    const SceneReading reading = read_scene(scene, spec);
    SceneDrawContext d{f, scene, spec, reading, screen_, out};
    tidy(d);
    follow_selection(d);
    if (scene.as_list)
      draw_list(d, area);
    else if (holds_two_columns(f))
      draw_beside(d, area);
    else
      draw_single(d, area);
    look_back_by_escape(d);
    screen_.brings_news = false;
    return out;
  }

  bool places_frame() const override { return true; }

  screens::StepHead head(const screens::StepScene& scene) const override {
    const auto& spec = static_cast<const SceneSpec&>(scene.spec);
    screens::StepHead head{&spec.goal};
    if (scene.leaving != session::Leaving::not_yet) head.way_on = {"scene/go-on", !is_anything_left(scene, spec), under_way(scene, spec)};
    return head;
  }

  // A thing is selected, then a verb pressed, and with what where there is a choice.
  void press(screens::Hands& hands, const session::Prepared& prepared, const session::Action& action) const override {
    using Kind = session::Action::Kind;
    const model::Symbols& words = prepared.symbols;
    const int before = hands.turn();
    while (hands.may_press("scene/zoom/less") && hands.press("scene/zoom/less")) {
    } // whoever looked closer sees all of it again
    if (action.kind == Kind::wait) {
      hands.press("scene/waits"); // where there is little room
      return hands.press_twice("scene/wait/" + std::to_string(action.seconds));
    }
    if (action.kind == Kind::task) {
      hands.press("scene/helper/" + words.word(action.by));
      return hands.press_twice("scene/task/" + words.word(action.entity) + "/" + words.word(action.verb));
    }
    const std::string place = "scene/place/" + words.word(action.entity);
    const bool listed = !hands.sees(place) && hands.press("scene/more");
    if (!listed) hands.select(place);
    hands.press_twice("scene/verb/" + words.word(action.entity) + "/" + words.word(verb_pressed(prepared, action)));
    if (hands.turn() == before && action.with != 0) hands.press_twice("scene/with/" + words.word(action.with));
    if (hands.turn() == before && !action.values.empty()) hands.press_twice(note_id(words, line_picked(action)));
    if (listed && !hands.press("play/list")) hands.press("play/more"), hands.press("play/list");
  }

  std::optional<std::string> pose(screens::Hands& hands, const session::Prepared& prepared,
                                  const screens::Progress& progress) const override {
    if (progress.acts == 0) return "start";
    if (progress.acts == 4) return hands.press("scene/enlarge") ? std::optional("close-up") : std::nullopt;
    if (progress.acts == 5)
      return hands.press("scene/zoom/more") && hands.press("scene/zoom/more") ? std::optional("enlarged") : std::nullopt;
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
    if (!opened_ && !d.reading.things.empty()) press_thing(d, d.reading.things.front()), screen_.meant = false;
    opened_ = true;
    bring_forward(d);
    if (screen_.selected != 0 && !d.reading.thing(screen_.selected)) screen_.selected = 0, close_choices(d);
  }

  SceneScreen screen_;
  bool opened_ = false;
};

} // namespace

std::unique_ptr<screens::StepView> open_view() { return std::make_unique<SceneView>(); }

} // namespace firsthand::modules::scene
