// The parts of the thing that is enlarged: a light, a plug, a socket, each with what was seen there. Where there is room they stand below
// the picture, else each beside its fact.
#include "modules/scene/view_parts.h"

#include <algorithm>

namespace firsthand::modules::scene {

namespace {

using ui::Box;
using ui::Colour;
using ui::Rect;
using ui::Size;
using ui::Type;
namespace box = ui::box;

constexpr std::size_t most_tiles = 4;
constexpr int tile_picture = 73, tile_words = 47, tile_gap = 16, least_tile = 180, widest_tile = 240; // design pixels
constexpr int row_picture_width = 72, row_picture_height = 44;
constexpr int least_shown = 14; // units of the picture, in height: smaller parts are not recognised any more

std::vector<Part> parts_seen(const SceneDrawContext& d) {
  std::vector<Part> parts;
  if (!is_close_up(d)) return parts;
  for (const screens::SeenFact& fact : screens::seen_facts(d.scene, d.screen.closer.of))
    if (auto part = part_of(d, fact.cue)) parts.push_back(std::move(*part));
  return parts;
}

// ---- its picture: the scene's own, round the part, as large as it has to be

// Of the shape of the tile, with the part in its middle, but never beyond the picture.
Rect shown_round(const Rect& part, Size tile, Size all) {
  const int wanted = std::max({part.h * 2, part.w * 2 * tile.h / tile.w, least_shown});
  const int h = std::min({wanted, all.h, all.w * tile.h / tile.w}), w = std::max(1, h * tile.w / tile.h);
  return {std::clamp(part.centre().x - w / 2, 0, all.w - w), std::clamp(part.centre().y - h / 2, 0, all.h - h), w, h};
}

void draw_part(SceneDrawContext& d, const Part& part, const Rect& at) {
  const Size all = d.screen.closer.placed.design;
  if (all.w <= 0 || at.empty()) return;
  const std::string_view id = d.f.keep("scene/part/" + d.word(part.cue) + "/picture");
  screens::draw_stage(d.f, d.scene, d.reading.layers.paths, at, id, shown_round(part.at, {at.w, at.h}, all));
}

// ---- the selection

bool is_pointed_out(const SceneDrawContext& d, const Part& part) { return d.screen.closer.part == part.cue; }

void press_part(SceneDrawContext& d, const Part& part) {
  Closer& closer = d.screen.closer;
  closer.part = is_pointed_out(d, part) ? 0 : part.cue;
  if (closer.part != 0) closer.zoom.show(part.at.grown(least_shown / 2));
}

std::string_view id_of(const SceneDrawContext& d, const Part& part) { return d.f.keep("scene/part/" + d.word(part.cue)); }

// A ground that is pressed, under what is drawn on it.
Box pressed_part(SceneDrawContext& d, const Part& part, Box inside) {
  const auto around = [&d, part](ui::Frame& f, const Rect& rect, const std::function<void()>& draw_inside) {
    const bool chosen = is_pointed_out(d, part);
    const ui::Interaction i =
        f.control({.id = id_of(d, part), .label = f.keep(part.words), .rect = rect, .chosen = chosen, .value = {}, .shape = {}});
    f.fill(rect, chosen || i.held ? Colour::acc_soft : i.hovered ? Colour::surf2 : Colour::surf, f.radius());
    draw_inside();
    f.border(rect, chosen ? Colour::acc : i.hovered ? Colour::text : Colour::line2, chosen ? f.px(3) : i.hovered ? f.px(2) : 1, f.radius());
    if (i.ring) f.focus_ring(rect, f.radius());
    if (i.clicked) press_part(d, part);
  };
  return {around, std::move(inside)};
}

// ---- below the picture

Box tile_of(SceneDrawContext& d, const Part& part) {
  Box picture = box::fixed(0, tile_picture, [&d, part](ui::Frame& f, const Rect& at) { draw_part(d, part, at.inset(f.px(2), f.px(2))); });
  Box words = box::row({.gap = 8, .pad = ui::pad(12, 3)}, box::icon(d.f.keep(part.icon), 18, Colour::text),
                       box::text(d.f.keep(part.words), Type::small_bold, Colour::text, {.listed = ui::Listed::no}).grow())
                  .least(0, tile_words);
  return pressed_part(d, part, box::column({}, std::move(picture), std::move(words)));
}

// As many beside each other as can be read, of one width however many there are.
Box tiles_in(SceneDrawContext& d, const std::vector<Part>& parts, int width) {
  const int four = (width - 3 * d.f.px(tile_gap)) / 4;
  const std::size_t columns = four >= d.f.px(least_tile) ? 4 : 2;
  Box all = box::grid({.gap = tile_gap, .line_gap = 8, .columns = std::vector<int>(columns, 1)});
  for (std::size_t i = 0; i < std::max(columns, (parts.size() + columns - 1) / columns * columns); ++i)
    all.add(i < parts.size() ? tile_of(d, parts[i]) : Box());
  return std::move(all).most(static_cast<int>(columns) * (columns == 4 ? widest_tile : 2 * widest_tile) + 3 * tile_gap);
}

} // namespace

std::optional<Part> part_of(const SceneDrawContext& d, model::Symbol cue) {
  const Thing* thing = d.reading.thing(d.screen.closer.of);
  if (!thing) return std::nullopt;
  const base::Seconds last = last_seen_at(d.scene, thing->place->symbol);
  for (const screens::SeenFact& fact : screens::seen_facts(d.scene, thing->place->symbol)) {
    if (fact.cue != cue || fact.words.empty()) continue;
    const auto& parts = d.reading.layers.parts;
    const auto at = std::find_if(parts.rbegin(), parts.rend(), [&](const auto& each) { // what lies above hides what lies below
      return each.first == thing->place->entity && each.second.cue == d.word(cue);
    });
    if (at == parts.rend()) return std::nullopt;
    const auto& [x, y, w, h] = at->second.at;
    return Part{cue, {x, y, w, h}, fact.icon, words_of_seen(d, fact, last)};
  }
  return std::nullopt;
}

Box closer_tiles(SceneDrawContext& d) {
  if (d.scene.frame && d.scene.frame->low) return {};
  std::vector<Part> parts = parts_seen(d);
  if (parts.empty()) return {};
  parts.resize(std::min(parts.size(), most_tiles)); // the others stand in the column
  Box all = box::for_width([&d, parts](ui::Frame&, int width) { return tiles_in(d, parts, width); });
  return box::part(ui::Part::chips, box::column({.pad = ui::pad(24, 8)}, box::group("scene/parts", std::move(all))));
}

Box as_part(SceneDrawContext& d, const Part& part, Box fact) {
  if (!d.screen.closer.tiled) {
    Box picture = box::fixed(row_picture_width, row_picture_height,
                             [&d, part](ui::Frame& f, const Rect& at) { draw_part(d, part, at.inset(f.px(1), f.px(1))); });
    return box::column({.pad = ui::pad(0, 3)},
                       pressed_part(d, part, box::row({.gap = 12, .pad = {2, 2, 8, 2}}, std::move(picture), std::move(fact).grow())));
  }
  // The tile is what is read out and reached by keyboard.
  const auto ground = [&d, part](ui::Frame& f, const Rect& rect) {
    const Rect wide{rect.x - f.px(8), rect.y, rect.w + f.px(8), rect.h};
    const ui::Interaction i = f.control({.id = f.keep("scene/part-fact/" + d.word(part.cue)),
                                         .label = {},
                                         .rect = wide,
                                         .focusable = false,
                                         .chosen = is_pointed_out(d, part),
                                         .value = {},
                                         .shape = {}});
    if (is_pointed_out(d, part) || i.hovered) f.fill(wide, is_pointed_out(d, part) ? Colour::acc_soft : Colour::surf2, f.small_radius());
    if (is_pointed_out(d, part)) f.border(wide, Colour::acc, f.px(2), f.small_radius());
    if (i.clicked) press_part(d, part);
  };
  return box::on(ground, std::move(fact));
}

namespace {

// Beside the part where there is room, and inside of the picture.
Rect label_place(ui::Frame& f, const Rect& part, Size size, const Rect& picture) {
  const int gap = f.px(6);
  const bool right = part.right() + gap + size.w <= picture.right() - gap, left = part.x - gap - size.w >= picture.x + gap;
  const int x = right ? part.right() + gap : left ? part.x - gap - size.w : part.centre().x - size.w / 2;
  const int y = right || left ? part.centre().y - size.h / 2 : part.bottom() + gap;
  return {std::clamp(x, picture.x + gap, std::max(picture.x + gap, picture.right() - gap - size.w)),
          std::clamp(y, picture.y + gap, std::max(picture.y + gap, picture.bottom() - gap - size.h)), size.w, size.h};
}

} // namespace

void point_out_part(SceneDrawContext& d, const Rect& picture) {
  const std::optional<Part> part = d.screen.closer.part == 0 ? std::nullopt : part_of(d, d.screen.closer.part);
  if (!part) return;
  ui::Frame& f = d.f;
  const Rect ring = d.screen.closer.placed.map(part->at).grown(f.px(5));
  f.border(ring.grown(f.px(2)), Colour::surf, f.px(7), f.radius());
  f.border(ring, Colour::acc, f.px(3), f.radius());
  const Size words = f.measure(part->words, Type::small_bold, picture.w / 2);
  const Rect label = label_place(f, ring, {words.w + f.px(16), words.h + f.px(6)}, picture);
  f.fill(label, Colour::acc, f.small_radius());
  f.border(label, Colour::surf, 1, f.small_radius());
  Rect inside = label.inset(f.px(8), f.px(3));
  inside.w += 1; // rounding
  f.text(inside.x, inside.y, inside.w, part->words, Type::small_bold, Colour::on_acc, {.listed = ui::Listed::no});
}

void leave_part_by_escape(SceneDrawContext& d) {
  if (d.screen.closer.part != 0 && d.f.closes("scene/part")) d.screen.closer.part = 0;
}

} // namespace firsthand::modules::scene
