// See view_event.h.
#include "modules/scene/view_event.h"

#include "modules/scene/view_event_place.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace firsthand::modules::scene {

namespace {

using ui::Colour;
using ui::Point;
using ui::Rect;
using ui::Size;
using ui::Type;

} // namespace

bool may_be_marked(const SceneDrawContext& d, const report::NotebookLine& line) {
  const Thing* thing = d.reading.thing(line.entity);
  return thing && thing->in_picture && line.cue != 0;
}

namespace {

// One for each thing that something happened to, elsewhere than where the learner acted: the newest, but words before deeds.
void mark(std::vector<EventPlace>& marks, const SceneDrawContext& d, const report::NotebookLine& line) {
  if (!may_be_marked(d, line)) return;
  const Thing* thing = d.reading.thing(line.entity);
  const EventPlace each{.thing = thing, .line = &line, .spoken = screens::is_spoken(*line.text)};
  const auto known = std::find_if(marks.begin(), marks.end(), [&](const EventPlace& other) { return other.thing == thing; });
  if (known == marks.end())
    marks.push_back(each);
  else if (each.spoken || !known->spoken)
    *known = each;
}

bool was_acted_on(const screens::News& news, model::Symbol entity) {
  return std::any_of(news.acts.begin(), news.acts.end(), [&](const report::NotebookLine* act) { return act->entity == entity; });
}

// Who speaks comes first: the others stand where there is room left.
std::vector<EventPlace> event_marks(const SceneDrawContext& d) {
  std::vector<EventPlace> marks;
  for (const report::NotebookLine* line : d.reading.news.events)
    mark(marks, d, *line);
  for (const report::NotebookLine* line : d.reading.news.results)
    if (screens::is_spoken(*line->text) || !was_acted_on(d.reading.news, line->entity)) mark(marks, d, *line);
  std::stable_partition(marks.begin(), marks.end(), [](const EventPlace& each) { return each.spoken; });
  return marks;
}

// ---- a bubble ---------------------------------------------------------------------------------------------------------------

// The first that holds what is said in two lines; else the last, which takes as many as it needs.
constexpr std::array<BubbleForm, 4> usual_forms{{{Type::lead, 248}, {Type::lead, 300}, {Type::verb, 248}, {Type::verb, 300}}};
// Where those find no room: broad and low, so that faces stay free.
constexpr std::array<BubbleForm, 5> low_forms{
    {{Type::verb, 280, true}, {Type::verb, 360, true}, {Type::verb, 460, true}, {Type::verb, 0, true}, {Type::small_bold, 0, true}}};

struct Bubble {
  std::string_view name, words;
  text::Span bold;
  BubbleForm form;
  Size inside; // of the words
};

constexpr int bubble_pad = 14, bubble_name = 20;

ui::TextOptions bold_in(const Bubble& bubble) { return {.spans = {&bubble.bold, 1}, .listed = ui::Listed::no}; }

// `room`: of the widest that there is room for, window pixels.
Bubble bubble_in(ui::Frame& f, std::string_view name, std::string_view said, const BubbleForm& form, int room) {
  const std::string_view words = form.named_in_line ? f.keep(fmt::format("{}: {}", name, said)) : said;
  const auto from = static_cast<std::uint32_t>(words.size() - said.size());
  Bubble bubble{name, words, {from, static_cast<std::uint32_t>(words.size()), text::Weight::bold}, form, {}};
  const int width = form.width == 0 ? room : std::min(room, f.px(form.width));
  bubble.inside = f.measure(words, form.type, width - 2 * f.px(bubble_pad), bold_in(bubble));
  return bubble;
}

bool takes_two_lines(ui::Frame& f, const Bubble& bubble) { return bubble.inside.h <= 2 * f.line_height(bubble.form.type); }

BubbleForm usual_form(ui::Frame& f, std::string_view name, std::string_view said, int room) {
  for (const BubbleForm& form : usual_forms)
    if (takes_two_lines(f, bubble_in(f, name, said, form, room))) return form;
  return usual_forms.back();
}

Size size_of(ui::Frame& f, const Bubble& bubble) {
  const int sides = 2 * f.px(bubble_pad);
  if (bubble.form.named_in_line) return {bubble.inside.w + sides, bubble.inside.h + f.px(12)};
  const int name = f.measure(bubble.name, Type::small_bold).w;
  return {std::max(bubble.inside.w, name) + sides, bubble.inside.h + f.px(bubble_name + 12)};
}

// The tail is filled row by row: it has few of them.
void fill_tail(ui::Frame& f, const Tail& tail) {
  const std::array<Point, 3> corner{tail.from, tail.tip, tail.to};
  const auto [low, high] = std::minmax({tail.from.y, tail.tip.y, tail.to.y});
  for (int y = low; y < high; ++y) {
    int left = 1 << 20, right = -1;
    for (std::size_t i = 0; i < corner.size(); ++i) {
      const Point a = corner[i], b = corner[(i + 1) % corner.size()];
      if (a.y == b.y || y < std::min(a.y, b.y) || y >= std::max(a.y, b.y)) continue;
      const int x = a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y);
      left = std::min(left, x), right = std::max(right, x);
    }
    if (right > left) f.fill({left, y, right - left, 1}, Colour::surf);
  }
}

void draw_tail(ui::Frame& f, const Tail& tail) {
  fill_tail(f, tail);
  const std::array<Point, 3> edge{tail.from, tail.tip, tail.to};
  f.polyline(edge, Colour::acc, f.px(2));
}

void draw_bubble(ui::Frame& f, const Bubble& bubble, const EventPlace& each) {
  const Rect& at = each.at;
  f.fill(at, Colour::surf, f.radius());
  f.border(at, Colour::acc, f.px(2), f.radius());
  draw_tail(f, tail_of(at, each.speaker, f.px(10), f.px(2)));
  Rect inside = at.inset(f.px(bubble_pad), f.px(6));
  inside.w += 1; // rounding
  if (!bubble.form.named_in_line)
    f.text(inside.take_top(f.px(bubble_name)), bubble.name, Type::small_bold, Colour::acc, {.listed = ui::Listed::no});
  f.text(inside.x, inside.y, inside.w, bubble.words, bubble.form.type, Colour::text, bold_in(bubble));
}

// ---- a tag --------------------------------------------------------------------------------------------------------------------

std::string_view tag_icon(const SceneDrawContext& d, const EventPlace& each) {
  const model::Cue* cue = report::cue_of(d.scene.prepared, each.line->entity, each.line->cue);
  return cue ? std::string_view(cue->icon) : std::string_view();
}

Size event_tag_size(ui::Frame& f, std::string_view words) {
  const Size inside = f.measure(words, Type::small_bold, f.px(220));
  return {inside.w + f.px(10 + 18 + 6 + 10), inside.h + f.px(8)};
}

void draw_event_tag(ui::Frame& f, std::string_view icon, std::string_view words, const Rect& at) {
  f.fill(at, Colour::surf, f.small_radius());
  f.border(at, Colour::acc, f.px(2), f.small_radius());
  Rect inside = at.inset(f.px(10), 0);
  f.icon(icon, inside.take_left(f.px(18), f.px(6)), Colour::acc);
  inside.w += 1; // rounding
  f.text(inside, words, Type::small_bold, Colour::text, {.valign = ui::VAlign::middle, .listed = ui::Listed::no});
}

// ---- both ---------------------------------------------------------------------------------------------------------------------

void hear_event(SceneDrawContext& d, const EventPlace& each, std::string_view words, const Rect& at) {
  const std::string_view id = d.f.keep("scene/event/" + each.thing->place->entity);
  if (d.f.control({.id = id, .label = words, .role = ui::Role::hot_spot, .rect = at, .focusable = false}).clicked)
    press_thing(d, *each.thing);
}

Bubble bubble_of(const SceneDrawContext& d, const EventPlace& each, std::string_view words, const BubbleForm& form, int room) {
  return bubble_in(d.f, d.scene.say(each.thing->use->name), words, form, room);
}

void draw_event(SceneDrawContext& d, const EventPlace& each) {
  const std::string_view words = d.f.keep(screens::line_words(d.scene, *each.line));
  hear_event(d, each, words, each.at);
  if (each.spoken)
    draw_bubble(d.f, bubble_of(d, each, words, each.form, each.room), each);
  else
    draw_event_tag(d.f, tag_icon(d, each), words, each.at);
}

// What somebody says comes forward whatever the room is: at last over names, which come back with the next act.
void place_bubble(SceneDrawContext& d, PictureRoom& room, EventPlace& each, std::string_view words) {
  each.room = room.width();
  const BubbleForm usual = usual_form(d.f, d.scene.say(each.thing->use->name), words, each.room);
  const auto is_placed = [&](const BubbleForm& form, Names names) {
    each.form = form;
    each.at = room.beside_head(each.speaker, size_of(d.f, bubble_of(d, each, words, form, each.room)), names);
    return !each.at.empty();
  };
  if (is_placed(usual, Names::stay)) return;
  for (const Names names : {Names::stay, Names::make_room})
    for (const BubbleForm& form : low_forms)
      if (is_placed(form, names)) return;
}

void place(SceneDrawContext& d, PictureRoom& room, EventPlace& each) {
  const Figure* figure = room.figure(each.thing);
  if (!figure) return;
  each.speaker = *figure;
  const std::string_view words = d.f.keep(screens::line_words(d.scene, *each.line));
  if (each.spoken)
    place_bubble(d, room, each, words);
  else
    each.at = room.near(*figure, event_tag_size(d.f, words));
}

} // namespace

bool speaks_now(const SceneDrawContext& d, const Thing& thing) {
  const std::vector<EventPlace> marks = event_marks(d);
  return std::any_of(marks.begin(), marks.end(), [&](const EventPlace& each) { return each.thing == &thing && each.spoken; });
}

std::vector<EventPlace> place_events(SceneDrawContext& d, const ui::Placed& placed, const Rect& picture, std::vector<Rect> names) {
  std::vector<EventPlace> events = event_marks(d);
  if (events.empty()) return events;
  PictureRoom room(d.reading, placed, picture, std::move(names), d.f.px(8));
  for (EventPlace& each : events)
    place(d, room, each);
  std::erase_if(events, [](const EventPlace& each) { return each.at.empty(); });
  return events;
}

void draw_events(SceneDrawContext& d, std::span<const EventPlace> events) {
  for (const EventPlace& each : events)
    draw_event(d, each);
}

bool tells(std::span<const EventPlace> events, const Thing& thing) {
  return std::any_of(events.begin(), events.end(), [&](const EventPlace& each) { return each.thing == &thing && each.spoken; });
}

bool lies_under(const Rect& name, std::span<const EventPlace> events) {
  return std::any_of(events.begin(), events.end(), [&](const EventPlace& each) { return ui::overlap(each.at, name); });
}

} // namespace firsthand::modules::scene
