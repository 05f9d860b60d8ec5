// The rail: a disc for what is done, where one is, what comes for certain, each with its name on focus; below them hint, words and list.
#include "engine/screens/play/parts.h"

#include <algorithm>

#include <fmt/format.h>

namespace firsthand::screens::play {

namespace {

struct DoneLook {
  const char* icon;
  Colour ground, ink;
};

DoneLook look_of_done(PlayStep::How how) {
  switch (how) {
  case PlayStep::How::skipped:
    return {"minus", Colour::surf2, Colour::mut};
  case PlayStep::How::answered:
    return {"dots", Colour::acc_soft, Colour::acc};
  case PlayStep::How::partly:
    return {"triangle", Colour::warn_soft, Colour::warn};
  case PlayStep::How::wrong:
    return {"cross", Colour::loss_soft, Colour::loss};
  case PlayStep::How::done:
  case PlayStep::How::right:
    break;
  }
  return {"check", Colour::ok_soft, Colour::ok};
}

// What is not counted has no figure: it came in between.
void draw_disc(Frame& f, const Rect& at, const PlayStep& step) {
  const int side = std::min(at.w, at.h);
  const std::string figure = step.number > 0 ? std::to_string(step.number) : "+";
  const TextOptions middle{.align = Align::centre, .valign = VAlign::middle, .listed = Listed::no};
  if (step.now == PlayStep::Now::done) {
    const DoneLook look = look_of_done(step.how);
    f.disc(at.centre(), side, look.ground);
    if (f.high_contrast()) f.circle(at.centre(), side, look.ink, 2);
    const int mark = side / 2;
    f.icon(look.icon, {at.centre().x - mark / 2, at.centre().y - mark / 2, mark, mark}, look.ink);
  } else if (step.now == PlayStep::Now::current) {
    f.disc(at.centre(), side, Colour::acc);
    f.text(at, figure, Type::body_bold, Colour::on_acc, middle);
  } else {
    f.circle(at.centre(), side, Colour::line2, 1);
    f.text(at, figure, Type::body_bold, Colour::mut, middle);
  }
}

void draw_step_disc(DrawContext& d, const Rect& at, const PlayStep& step, int number, RailName& named) {
  Frame& f = d.f;
  const std::string id = fmt::format("play/step/{}", number);
  const std::string& title = d.scene.say(*step.title);
  const Interaction i = f.control({.id = id,
                                   .label = title,
                                   .role = Role::row,
                                   .rect = at,
                                   .chosen = step.now == PlayStep::Now::current,
                                   .value = state_words(d, step),
                                   .shape = {}});
  draw_disc(f, at, step);
  if (i.ring) f.focus_ring(at, at.h / 2);
  if (i.ring || i.hovered) named = {at, title};
}

Box discs_of(DrawContext& d, RailName& named) {
  Box discs = box::column({.gap = 8, .pad = {.top = 16, .bottom = 8}, .across = Across::centre});
  int number = 0;
  for (const PlayStep& step : d.state.steps) {
    ++number;
    discs.add(box::fixed(40, 40, [&, number](Frame&, const Rect& at) { draw_step_disc(d, at, step, number, named); }));
  }
  return box::group("play/steps", std::move(discs), ui::Stops::once);
}

// The content is as wide as the rail: the bar of the scroll area lies over it.
void draw_discs(DrawContext& d, const Rect& rect, RailName& named) {
  const Box discs = discs_of(d, named);
  ScrollArea area(d.f, {"play/steps", rect});
  area.finish(area.top() + discs.draw(d.f, {rect.x, area.top()}, rect.w));
}

// Icon above its word.
void draw_tool(DrawContext& d, const Tool& tool, const Rect& at) {
  Frame& f = d.f;
  const Interaction i = f.control({.id = tool.id, .label = tool.label, .rect = at, .value = {}, .shape = {}});
  if (i.hovered || i.held) f.fill(at, Colour::acc_soft, f.radius());
  Rect words = at;
  f.icon(tool.icon, words.take_top(f.px(30)).inset(0, f.px(3)), Colour::text);
  f.text(words, tool.label, Type::small_bold, Colour::text, {.align = Align::centre, .listed = Listed::no});
  if (i.ring) f.focus_ring(at.inset(f.px(6)), f.radius()); // whole, though it stands at the window's edge
  if (i.clicked) press_tool(d, tool);
}

Box tool_box(DrawContext& d, const Tool& tool) {
  const Box words = box::text(tool.label, Type::small_bold);
  return {[&d, words](Frame& f, int width) {
            return Size{width, f.px(30) + words.height(f, width)};
          },
          [&d, tool](Frame&, const Rect& at) { draw_tool(d, tool, at); }};
}

Tool more_tool(const DrawContext& d) { return {"play/more", d.tr("More"), "list", PlaySheet::more}; }

std::vector<Tool> rail_tools(const DrawContext& d) { return is_low(d.f) ? std::vector{more_tool(d)} : tools_of(d); }

} // namespace

namespace {

std::string_view done_words(const DrawContext& d, PlayStep::How how) {
  switch (how) {
  case PlayStep::How::skipped:
    return d.tr("skipped");
  case PlayStep::How::answered:
    return d.tr("answered");
  case PlayStep::How::right:
    return d.tr("done, right");
  case PlayStep::How::partly:
    return d.tr("done, partly right");
  case PlayStep::How::wrong:
    return d.tr("done, not right");
  case PlayStep::How::done:
    break;
  }
  return d.tr("done");
}

} // namespace

std::string_view state_words(const DrawContext& d, const PlayStep& step) {
  switch (step.now) {
  case PlayStep::Now::done:
    return done_words(d, step.how);
  case PlayStep::Now::current:
    return d.tr("now");
  case PlayStep::Now::later:
    return d.tr("later");
  }
  return {};
}

std::vector<Tool> tools_of(const DrawContext& d) {
  std::vector<Tool> tools;
  if (!d.view.hints(d.scene.spec).empty() && d.scene.mode == session::Mode::practice)
    tools.push_back({"play/hint", d.tr("Hint"), "hint", PlaySheet::hint});
  if (!d.scene.prepared.scenario.glossary.empty()) tools.push_back({"play/glossary", d.tr("Words"), "book", PlaySheet::glossary});
  if (d.view.can_list())
    tools.push_back({"play/list", d.memory.as_list ? d.tr("Picture") : d.tr("List"), d.memory.as_list ? "eye" : "list", PlaySheet::none});
  if (tells_session(d)) tools.push_back({"play/supervise", d.tr("Session"), "shield", PlaySheet::none, true});
  return tools;
}

void press_tool(DrawContext& d, const Tool& tool) {
  if (tool.supervises)
    d.out.supervise = true;
  else if (tool.sheet == PlaySheet::none)
    d.memory.as_list = !d.memory.as_list, d.memory.sheet = PlaySheet::none;
  else
    open_sheet(d, tool.sheet);
}

void draw_rail(DrawContext& d, const Rect& rect, RailName& named) {
  Box tools = box::column({.gap = 4, .pad = {2, 4, 2, 12}});
  for (const Tool& tool : rail_tools(d))
    tools.add(tool_box(d, tool));
  box::column({}, box::fixed(0, 0, [&d, &named](Frame&, const Rect& at) { draw_discs(d, at, named); }).grow(), std::move(tools))
      .draw(d.f, rect);
}

void draw_rail_name(DrawContext& d, const RailName& named) {
  if (named.title.empty()) return;
  picture_label(d.f, {named.at.right() + d.f.px(8), named.at.y + (named.at.h - d.f.px(24)) / 2}, named.title);
}

Box more_button(DrawContext& d) {
  if (rail_width(d.f) > 0 || d.view.whole_page()) return {};
  const Tool tool = more_tool(d);
  const Button button{.id = tool.id, .label = tool.label, .icon = tool.icon, .kind = ButtonKind::quiet, .size = ButtonSize::small};
  return box::part(Part::rail, box::button(button, [&d, tool] { press_tool(d, tool); }));
}

} // namespace firsthand::screens::play
