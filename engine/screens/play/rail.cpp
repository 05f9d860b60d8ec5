// The rail: what is done, where one is, what comes for certain. From 125 % on it is discs, with the name on focus; its
// buttons then stand in one row at the bottom of the screen.
#include "engine/screens/play/parts.h"

#include <algorithm>

#include <fmt/format.h>

namespace firsthand::screens::play {

namespace {

void draw_disc(Frame& f, const Rect& at, const PlayStep& step, int number) {
  const int side = std::min(at.w, at.h);
  const std::string figure = std::to_string(number);
  const TextOptions middle{.align = Align::centre, .valign = VAlign::middle, .listed = Listed::no};
  if (step.now == PlayStep::Now::done) {
    f.disc(at.centre(), side, Colour::ok_soft);
    if (f.high_contrast()) f.circle(at.centre(), side, Colour::ok, 2);
    const int mark = side * 18 / 28;
    f.icon("check", {at.centre().x - mark / 2, at.centre().y - mark / 2, mark, mark}, Colour::ok);
  } else if (step.now == PlayStep::Now::current) {
    f.disc(at.centre(), side, Colour::acc);
    f.text(at, figure, Type::body_bold, Colour::on_acc, middle);
  } else {
    f.circle(at.centre(), side, Colour::line2, 1);
    f.text(at, figure, Type::body, Colour::mut, middle);
  }
}

std::string_view state_words(const DrawContext& d, PlayStep::Now now) {
  switch (now) {
  case PlayStep::Now::done:
    return d.tr("done");
  case PlayStep::Now::current:
    return d.tr("now");
  case PlayStep::Now::later:
    return d.tr("later");
  }
  return {};
}

Box step_row(const DrawContext& d, const PlayStep& step, int number) {
  const bool current = step.now == PlayStep::Now::current;
  const std::string_view title = d.scene.say(*step.title), state = state_words(d, step.now);
  const auto ground = [=](Frame& f, const Rect& rect) {
    if (current) f.fill(rect, Colour::acc_soft, f.px(6));
    f.list(Role::text, title, rect, state);
  };
  return box::on(ground, box::row({.gap = 12, .pad = pad(12, 8)},
                                  box::fixed(28, 28, [&step, number](Frame& f, const Rect& rect) { draw_disc(f, rect, step, number); }),
                                  box::text(title, current ? Type::body_bold : Type::body,
                                            step.now == PlayStep::Now::later ? Colour::mut : Colour::text, {.listed = Listed::no})
                                      .grow())
                             .least(0, 48));
}

struct Named {
  Rect at;
  std::string title;
};

void draw_step_disc(DrawContext& d, const Rect& row, const PlayStep& step, int number, Named& named) {
  Frame& f = d.f;
  const std::string id = fmt::format("play/step/{}", number);
  const std::string_view state = state_words(d, step.now);
  const std::string& title = d.scene.say(*step.title);
  const Interaction i = f.control({.id = id,
                                   .label = title,
                                   .role = Role::row,
                                   .rect = row,
                                   .chosen = step.now == PlayStep::Now::current,
                                   .value = state,
                                   .shape = {}});
  draw_disc(f, row.inset(f.px(4)), step, number);
  if (i.ring) f.focus_ring(row, row.h / 2);
  if (i.ring || i.hovered) named = {row, title};
}

// The content is as wide as the rail: the bar of the scroll area lies over it.
void draw_discs(DrawContext& d, const Rect& rect) {
  Named named;
  Box discs = box::column({.gap = 6, .pad = {.top = 12, .bottom = 6}, .across = Across::centre});
  int number = 0;
  for (const PlayStep& step : d.state.steps) {
    ++number;
    discs.add(box::fixed(40, 40, [&, number](Frame&, const Rect& at) { draw_step_disc(d, at, step, number, named); }));
  }
  ScrollArea area(d.f, {"play/steps", rect});
  area.finish(area.top() + box::group("play/steps", std::move(discs)).draw(d.f, {rect.x, area.top()}, rect.w));
  if (!named.title.empty()) picture_label(d.f, {named.at.right() + d.f.px(6), named.at.y + (named.at.h - d.f.px(24)) / 2}, named.title);
}

struct Tool {
  const char* id;
  std::string label;
  const char* icon;
  PlaySheet sheet;
};

std::vector<Tool> tools_of(const DrawContext& d) {
  std::vector<Tool> tools;
  if (discs_only(d.f)) tools.push_back({"play/notebook", std::string(d.tr("Notebook")), "notebook", PlaySheet::notebook});
  if (!d.view.hints(d.scene.spec).empty() && d.scene.mode == session::Mode::practice)
    tools.push_back({"play/hint", std::string(d.tr("Hint")), "hint", PlaySheet::hint});
  if (!d.scene.prepared.scenario.glossary.empty())
    tools.push_back({"play/glossary", std::string(d.tr("Glossary")), "book", PlaySheet::glossary});
  if (d.view.can_list())
    tools.push_back({"play/list", d.memory.as_list ? std::string(d.tr("Show picture")) : std::string(d.tr("Show as list")),
                     d.memory.as_list ? "eye" : "list", PlaySheet::none});
  return tools;
}

void press_tool(DrawContext& d, const Tool& tool) {
  if (tool.sheet == PlaySheet::none)
    d.memory.as_list = !d.memory.as_list;
  else
    open_sheet(d, tool.sheet);
}

// Each does what it says when it is pressed.
std::vector<Box> tool_boxes(DrawContext& d, Align align) {
  std::vector<Box> all;
  for (const Tool& tool : tools_of(d)) {
    const Button words{.id = tool.id,
                       .label = d.f.keep(tool.label),
                       .icon = tool.icon,
                       .kind = ButtonKind::quiet,
                       .size = ButtonSize::small,
                       .align = align};
    all.push_back(box::button(words, [&d, tool] { press_tool(d, tool); }).least(0, 40));
  }
  return all;
}

} // namespace

int rail_width(Frame& f) { return discs_only(f) ? f.px(52) : f.px(200); }

void draw_rail(DrawContext& d, const Rect& rect) {
  if (discs_only(d.f)) return draw_discs(d, rect);
  Box steps = box::column({.gap = 8, .pad = {.bottom = 8}});
  int number = 0;
  for (const PlayStep& step : d.state.steps)
    steps.add(step_row(d, step, ++number));
  const auto draw_steps = [&](Frame& f, const Rect& at) {
    ScrollArea area(f, {"play/steps", {at.x, at.y, at.w + f.px(12), at.h}});
    area.finish(area.top() + steps.draw(f, {at.x, area.top()}, at.w));
  };
  box::column({.gap = 8, .pad = pad(12)}, box::fixed(0, 0, draw_steps).grow(),
              box::column({.gap = 4, .pad = {.bottom = 4}}, tool_boxes(d, Align::left)))
      .draw(d.f, rect);
}

namespace {

// Buttons one after the other; lines wrap where they must.
Box tools_alone(DrawContext& d) { return box::wrap({.gap = 4, .line_gap = 0}, tool_boxes(d, Align::centre)); }

Box tools_with_mode(DrawContext& d) {
  Tag mode = mode_tag(d);
  mode.icon = {};
  return box::row({.gap = 20, .pad = pad(16, 4)}, tools_alone(d).grow(), box::tag(mode));
}

Box tools_row(DrawContext& d) { return mode_in_tools(d) ? tools_with_mode(d) : box::column({.pad = pad(16, 4)}, tools_alone(d)); }

} // namespace

bool mode_in_tools(DrawContext& d) { return discs_only(d.f) && tools_with_mode(d).size(d.f).w <= d.f.width() - rail_width(d.f); }

int tools_height(DrawContext& d, int width) { return tools_row(d).height(d.f, width); }

void draw_tools(DrawContext& d, const Rect& rect) {
  d.f.fill(rect, Colour::surf);
  d.f.hline(rect.x, rect.y, rect.w, Colour::line);
  tools_row(d).draw(d.f, rect);
}

} // namespace firsthand::screens::play
