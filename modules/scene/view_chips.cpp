// The row under the picture: nobody and nothing is there without a name that can be pressed. What has no room here either is counted, and
// the count opens the list.
#include "modules/scene/view_parts.h"

#include <algorithm>

#include <fmt/format.h>

namespace firsthand::modules::scene {

namespace {

using ui::Box;
using ui::Colour;
using ui::Rect;
using ui::Type;
namespace box = ui::box;

// Everybody keeps the same place in the row, whoever comes and goes: by what they are here for.
constexpr std::array<std::string_view, 6> people_order{"colleague", "operator", "owner", "bystander", "commander", "examiner"};

bool is_person(const Thing& thing) { return thing.use->kind == model::EntityKind::person; }

std::size_t rank_of(const SceneDrawContext& d, const Thing& thing) {
  if (!is_person(thing)) return people_order.size() + 1;
  const std::vector<model::Id>& traits = d.scene.prepared.scenario.model_of(*thing.use).traits;
  for (std::size_t rank = 0; rank < people_order.size(); ++rank)
    if (std::find(traits.begin(), traits.end(), people_order[rank]) != traits.end()) return rank;
  return people_order.size();
}

std::vector<const Thing*> chip_things(const SceneDrawContext& d, const std::vector<const Thing*>& unnamed) {
  std::vector<const Thing*> things;
  for (const Thing& thing : d.reading.things)
    if (is_person(thing) || !thing.in_picture || std::find(unnamed.begin(), unnamed.end(), &thing) != unnamed.end())
      things.push_back(&thing);
  std::stable_sort(things.begin(), things.end(), [&](const Thing* a, const Thing* b) { return rank_of(d, *a) < rank_of(d, *b); });
  return things;
}

// What goes before anybody does: the title, then the words that somebody is not here. A sign for it stays, at the face.
struct ChipsTold {
  bool titled = true, far = true;
  bool counted = true; // in words, how many more there are; else by a figure
};

bool is_far(const Thing& thing) { return is_person(thing) && !thing.in_picture; }

constexpr int face_side = 28, sign_side = 16;

// At the lower right of the face, a quarter of it outside.
void draw_far_sign(ui::Frame& f, const Rect& face) {
  const int side = f.px(sign_side);
  const Rect at{face.right() - side * 3 / 4, face.bottom() - side * 7 / 8, side, side};
  f.disc(at.centre(), side, Colour::surf);
  f.circle(at.centre(), side, Colour::text, 1);
  f.icon("exit", at.inset(side / 5), Colour::text);
}

Colour ink_on(Colour ground) { return ground == Colour::acc ? Colour::on_acc : Colour::text; }

void draw_face(SceneDrawContext& d, const Thing& thing, const Rect& at, Colour ground) {
  const std::string& path = thing.use->portrait;
  if (const ui::SharedBytes bytes = path.empty() ? nullptr : d.scene.picture(path))
    d.f.picture({screens::picture_key(d.scene, path), bytes}, at, {.radius = at.w / 2, .corner_ground = ground});
  else
    d.f.icon("person", at.inset(at.w / 7), ink_on(ground));
}

// A face, or what it was looked at with.
Box chip_sign(SceneDrawContext& d, const Thing& thing, Colour ground, ChipsTold told) {
  if (!is_person(thing)) return box::icon(thing.looked ? "check" : "eye", 20, ink_on(ground));
  return box::fixed(face_side, face_side, [&d, &thing, ground, far = is_far(thing) && !told.far](ui::Frame& f, const Rect& at) {
    draw_face(d, thing, at, ground);
    if (far) draw_far_sign(f, at);
  });
}

Box chip_inside(SceneDrawContext& d, const Thing& thing, Colour ground, ChipsTold told) {
  const ui::TextOptions unlisted{.listed = ui::Listed::no};
  const bool selected = ground == Colour::acc;
  return box::row({.gap = 8, .pad = {is_person(thing) ? 8 : 12, 0, 14, 0}}, chip_sign(d, thing, ground, told),
                  box::text(thing.name, Type::body_bold, ink_on(ground), unlisted),
                  told.far && is_far(thing) ? box::text(d.tr("not here"), Type::small, selected ? Colour::on_acc : Colour::mut, unlisted)
                                            : Box())
      .least(0, 40);
}

// As its name in the picture: filled while it is selected, and by the pointer over it only its line and ground change a little.
Colour chip_colour(const ui::Interaction& i, bool selected) {
  return selected ? Colour::acc : i.held ? Colour::acc_soft : i.hovered ? Colour::surf2 : Colour::surf;
}

void chip_ground(ui::Frame& f, const Rect& rect, const ui::Interaction& i, bool selected) {
  f.fill(rect, chip_colour(i, selected), rect.h / 2);
  f.border(rect, selected ? Colour::acc : i.hovered ? Colour::text : Colour::line2, i.hovered && !selected ? f.px(2) : 1, rect.h / 2);
  if (i.ring) f.focus_ring(rect, rect.h / 2);
}

Box chip_of(SceneDrawContext& d, const Thing& thing, ChipsTold told) {
  const auto draw = [&d, &thing, told](ui::Frame& f, const Rect& rect) {
    const bool selected = thing.place->symbol == d.screen.selected;
    const ui::Interaction i = f.control({.id = f.keep((thing.in_picture ? "scene/chip/" : "scene/place/") + thing.place->entity),
                                         .label = thing.name,
                                         .rect = rect,
                                         .chosen = selected,
                                         .value = is_far(thing) ? d.tr("not here") : std::string_view(),
                                         .shape = {}});
    chip_ground(f, rect, i, selected);
    chip_inside(d, thing, chip_colour(i, selected), told).draw(f, rect);
    if (i.clicked) press_thing(d, thing);
  };
  return {[&d, &thing, told](ui::Frame& f, int width) { return chip_inside(d, thing, Colour::surf, told).size(f, width); }, draw};
}

Box more_chip(SceneDrawContext& d, std::size_t count, bool in_words) {
  const std::string_view words = d.f.keep(d.scene.words.plural("scene", "{n} more", "{n} more", static_cast<int>(count)));
  const std::string_view drawn = in_words ? words : d.f.keep(fmt::format("+{}", count));
  const auto ground = [&d, words](ui::Frame& f, const Rect& rect) {
    const ui::Interaction i = f.control({.id = "scene/more", .label = words, .rect = rect, .value = {}, .shape = {}});
    chip_ground(f, rect, i, false);
    if (i.clicked) d.out.show_list = true;
  };
  return box::on(
      ground, box::row({.pad = ui::pad(16, 0)}, box::text(drawn, Type::body_bold, Colour::text, {.listed = ui::Listed::no})).least(0, 40));
}

// Who speaks, or waits to be answered, is never behind the count of the others.
bool comes_first(const SceneDrawContext& d, const Thing& thing) {
  const screens::News& news = d.reading.news;
  const auto speaks = [&](const std::vector<const report::NotebookLine*>& lines) {
    return std::any_of(lines.begin(), lines.end(), [&](const report::NotebookLine* line) {
      return line->entity == thing.place->symbol && screens::is_spoken(*line->text);
    });
  };
  return is_person(thing) && (news.waits == thing.place->symbol || speaks(news.events) || speaks(news.results));
}

// So many of them, in their order.
std::vector<const Thing*> chosen_chips(const SceneDrawContext& d, const std::vector<const Thing*>& things, std::size_t count) {
  std::vector<const Thing*> by_need = things;
  std::stable_partition(by_need.begin(), by_need.end(), [&](const Thing* thing) { return comes_first(d, *thing); });
  std::vector<const Thing*> chosen;
  for (const Thing* thing : things)
    if (std::find(by_need.begin(), by_need.begin() + static_cast<std::ptrdiff_t>(count), thing) !=
        by_need.begin() + static_cast<std::ptrdiff_t>(count))
      chosen.push_back(thing);
  return chosen;
}

Box chips_in(SceneDrawContext& d, const std::vector<const Thing*>& things, std::size_t shown, ChipsTold told) {
  Box all = box::wrap({.gap = 8, .across = ui::Across::centre});
  if (told.titled && is_person(*things.front()))
    all.add(box::column({.pad = {.right = 8}}, box::text(d.tr("People"), Type::small_bold, Colour::mut)));
  for (const Thing* thing : chosen_chips(d, things, shown))
    all.add(chip_of(d, *thing, told));
  if (shown < things.size()) all.add(more_chip(d, things.size() - shown, told.counted));
  return all;
}

Box fitting_chips(SceneDrawContext& d, const std::vector<const Thing*>& things, int lines, int width) {
  const int most = d.f.px(lines * chip_line);
  for (const ChipsTold told : {ChipsTold{}, {false, true}, {false, false}})
    if (Box all = chips_in(d, things, things.size(), told); all.height(d.f, width) < most) return all;
  for (std::size_t shown = things.size() - 1; shown > 0; --shown) // a name more is worth more than the words beside the count
    for (const bool counted : {true, false})
      if (Box some = chips_in(d, things, shown, {false, false, counted}); some.height(d.f, width) < most) return some;
  const Thing& first = *chosen_chips(d, things, 1).front();
  if (!comes_first(d, first)) return chips_in(d, things, 0, {false, false});
  return box::wrap({.gap = 8}, chip_of(d, first, {false, false})); // beside the buttons of an enlarged picture; the list has its own
}

// Somebody by name, and all others or how many they are.
bool hold_somebody(SceneDrawContext& d, const std::vector<const Thing*>& things, int lines, int width) {
  const int most = d.f.px(lines * chip_line);
  const std::size_t least = std::min<std::size_t>(1, things.size());
  return things.empty() || chips_in(d, things, least, {false, false, false}).height(d.f, width) < most;
}

} // namespace

Box chips_row(SceneDrawContext& d, const std::vector<const Thing*>& unnamed, int lines) {
  const Box names = chips_of(d, unnamed, lines), beside = with_zoom_bar(d, names);
  if (names.nothing() || d.screen.closer.zoom.enlarged()) return beside;
  const int bar = zoom_bar(d).size(d.f).w + d.f.px(zoom_gap);
  const auto fits = [&d, things = chip_things(d, unnamed), lines, bar](ui::Frame&, int width, const Box&) {
    return width <= 0 || hold_somebody(d, things, lines, width - bar);
  };
  return {fits, beside, names};
}

Box chips_of(SceneDrawContext& d, const std::vector<const Thing*>& unnamed, int lines) {
  const std::vector<const Thing*> things = chip_things(d, unnamed);
  if (things.empty()) return {};
  Box all = box::for_width([&d, things, lines](ui::Frame&, int width) { return fitting_chips(d, things, lines, width); });
  return box::part(ui::Part::chips, box::group("scene/chips", std::move(all)));
}

} // namespace firsthand::modules::scene
