// See photograph.h.
#include "engine/screens/play/photograph.h"

#include "engine/screens/play/stage_layers.h"
#include "engine/ui/zoom.h"

#include <algorithm>

#include <fmt/format.h>

namespace firsthand::screens::play {

namespace {

using PhotographLine = report::NotebookLine;

struct Open { // the one that is open, and how many there are
  const PhotographLine* line = nullptr;
  std::size_t place = 0, count = 0;
};

Open open_now(const DrawContext& d, const std::vector<const PhotographLine*>& all) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const PhotographLine* line) { return line->turn == d.memory.photograph; });
  if (found == all.end()) return {};
  return {*found, static_cast<std::size_t>(found - all.begin()), all.size()};
}

// The thing and what stands round it.
Rect part_of_shot(const Shot& shot, const Rect& room) {
  if (shot.part.empty()) return {};
  Zoom zoom({768, 336}, {room.w, room.h});
  zoom.fit(shot.part.grown(std::max(shot.part.w, shot.part.h) / 6));
  return zoom.part();
}

void draw_shot_large(const DrawContext& d, const Rect& room, std::string_view label) {
  Frame& f = d.f;
  const auto shot = d.memory.shots.find(d.memory.photograph);
  f.list(Role::picture, label, room);
  if (shot == d.memory.shots.end() || shot->second.layers.empty()) {
    f.fill(room, Colour::surf2, f.radius());
    f.text(room.inset(f.px(24)), d.tr("It was taken before this lesson was gone on with: its picture is not kept."), Type::body,
           Colour::mut, {.align = Align::centre, .valign = VAlign::middle});
    return;
  }
  std::vector<Picture> layers;
  for (const std::string& path : shot->second.layers)
    layers.push_back({picture_key(d.scene, path), d.scene.picture(path)});
  f.scene(layers, room, {.part = part_of_shot(shot->second, room)}); // nobody moves it: it is drawn sharp at once
  f.border(room, Colour::line2);
}

// As large as there is room for, in the shape of a picture.
Box shot_box(const DrawContext& d, std::string_view label) {
  return box::fixed(0, 0,
                    [&d, label](Frame&, const Rect& at) {
                      const int w = std::min(at.w, at.h * 16 / 7), h = w * 7 / 16;
                      draw_shot_large(d, {at.x + (at.w - w) / 2, at.y + (at.h - h) / 2, w, h}, label);
                    })
      .grow();
}

void go_to(DrawContext& d, const std::vector<const PhotographLine*>& all, std::size_t place) { d.memory.photograph = all[place]->turn; }

void close_photograph(DrawContext& d) {
  d.memory.sheet = PlaySheet::notebook;
  d.f.focus(fmt::format("play/photograph/{}", d.memory.photograph));
}

Box title_of(const DrawContext& d, const Open& open) {
  const std::string name = open.line->name ? d.scene.say(*open.line->name) : std::string();
  const std::string_view title =
      d.tr("Photo {n} of {all}: {thing}", {{"n", std::to_string(open.place + 1)}, {"all", std::to_string(open.count)}, {"thing", name}});
  const std::string_view taken = d.tr("As it was taken at {time}", {{"time", clock_text(d.scene, open.line->at)}});
  return box::column({.gap = 2}, box::text(title, Type::heading, Colour::text, {.role = Role::heading}),
                     box::text(taken, Type::small, Colour::mut, {.tabular = true}));
}

Box ways_of(DrawContext& d, const std::vector<const PhotographLine*>& all, const Open& open) {
  const Button before{
      .id = "play/photo/previous", .label = d.tr("Previous"), .icon = "back", .size = ButtonSize::small, .enabled = open.place > 0},
      after{.id = "play/photo/next",
            .label = d.tr("Next"),
            .icon = "forward",
            .size = ButtonSize::small,
            .enabled = open.place + 1 < open.count},
      close{.id = "play/sheet/close", .label = d.tr("Close"), .icon = "close", .size = ButtonSize::small};
  return box::wrap({.gap = 8, .along = Along::end}, box::button(before, [&d, &all, open] { go_to(d, all, open.place - 1); }),
                   box::button(after, [&d, &all, open] { go_to(d, all, open.place + 1); }),
                   box::button(close, [&d] { close_photograph(d); }));
}

// Left and right lead to the others, wherever the focus is.
void read_photograph_keys(DrawContext& d, const std::vector<const PhotographLine*>& all, const Open& open) {
  if (d.f.closes("play/photograph")) return close_photograph(d);
  if (d.f.shortcut(Key::left) && open.place > 0) return go_to(d, all, open.place - 1);
  if (d.f.shortcut(Key::right) && open.place + 1 < open.count) go_to(d, all, open.place + 1);
}

Box photograph_box(DrawContext& d, const std::vector<const PhotographLine*>& all, const Open& open) {
  Box line = box::row({.gap = 16}, title_of(d, open).grow(), ways_of(d, all, open));
  Box lines = box::column({.gap = 8}, title_of(d, open), ways_of(d, all, open));
  const std::string_view shows = d.f.keep(line_words(d.scene, *open.line));
  return box::column({.gap = 12, .pad = pad(24, 16)}, box::first_that_fits(std::move(line), std::move(lines)), shot_box(d, shows),
                     box::text(shows, Type::body));
}

} // namespace

std::vector<const PhotographLine*> photographs_of(const DrawContext& d) {
  std::vector<const PhotographLine*> all;
  for (const PhotographLine& line : d.scene.notebook.lines)
    if (line.kind == PhotographLine::Kind::photo) all.push_back(&line);
  return all;
}

void open_photograph(DrawContext& d, int turn) {
  d.memory.photograph = turn;
  d.memory.sheet = PlaySheet::photograph;
  d.f.focus("play/sheet/close");
}

void draw_photograph(DrawContext& d, int top) {
  Frame& f = d.f;
  const std::vector<const PhotographLine*> all = photographs_of(d);
  const Open open = open_now(d, all);
  if (!open.line) return void(d.memory.sheet = PlaySheet::none);
  const Rect rect{0, top, f.width(), f.height() - top};
  f.begin_sheet("play/sheet/photograph", rect, d.tr("Photo"));
  f.fill(rect, f.rgba(Colour::note));
  read_photograph_keys(d, all, open);
  photograph_box(d, all, open).draw(f, rect);
  f.end_sheet();
}

} // namespace firsthand::screens::play
