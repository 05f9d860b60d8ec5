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

std::string state_words(const Draft& d, PlayStep::Now now) {
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

int draw_step_row(Draft& d, Rect row, const PlayStep& step, int number) {
  Frame& f = d.f;
  const bool current = step.now == PlayStep::Now::current;
  const Type type = current ? Type::body_bold : Type::body;
  const std::string& title = d.scene.say(*step.title);
  row.h = std::max(f.px(48), f.measure(title, type, row.w - f.px(12 + 28 + 12 + 8)).h + f.px(16));
  if (current) f.fill(row, Colour::acc_soft, f.px(6));
  const std::string state = state_words(d, step.now);
  f.list(Role::text, title, row, state);
  Rect inside = row.inset(f.px(12), 0);
  draw_disc(f, inside.take_left(f.px(28), f.px(12)), step, number);
  f.text(inside, title, type, step.now == PlayStep::Now::later ? Colour::mut : Colour::text,
         {.valign = VAlign::middle, .listed = Listed::no});
  return row.h;
}

struct Named {
  Rect at;
  std::string title;
};

void draw_step_disc(Draft& d, const Rect& row, const PlayStep& step, int number, Named& named) {
  Frame& f = d.f;
  const std::string id = fmt::format("play/step/{}", number), state = state_words(d, step.now);
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

void draw_discs(Draft& d, const Rect& rect) {
  Frame& f = d.f;
  Named named;
  ScrollArea area(f, {"play/steps", rect});
  int y = area.top() + f.px(12);
  f.begin_group("play/steps");
  int number = 0;
  for (const PlayStep& step : d.state.steps) {
    draw_step_disc(d, {rect.x + (rect.w - f.px(40)) / 2, y, f.px(40), f.px(40)}, step, ++number, named);
    y += f.px(46);
  }
  f.end_group();
  area.finish(y);
  if (named.title.empty()) return;
  picture_label(f, {named.at.right() + f.px(6), named.at.y + (named.at.h - f.px(24)) / 2}, named.title);
}

struct Tool {
  const char* id;
  std::string label;
  const char* icon;
  PlaySheet sheet;
};

std::vector<Tool> tools_of(const Draft& d) {
  std::vector<Tool> tools;
  if (discs_only(d.f)) tools.push_back({"play/notebook", d.tr("Notebook"), "notebook", PlaySheet::notebook});
  if (!d.view.hints(d.scene.spec).empty() && d.scene.mode == session::Mode::practice)
    tools.push_back({"play/hint", d.tr("Hint"), "hint", PlaySheet::hint});
  if (!d.scene.prepared.scenario.glossary.empty()) tools.push_back({"play/glossary", d.tr("Glossary"), "book", PlaySheet::glossary});
  if (d.view.can_list())
    tools.push_back(
        {"play/list", d.memory.as_list ? d.tr("Show picture") : d.tr("Show as list"), d.memory.as_list ? "eye" : "list", PlaySheet::none});
  return tools;
}

void press_tool(Draft& d, const Tool& tool) {
  if (tool.sheet == PlaySheet::none)
    d.memory.as_list = !d.memory.as_list;
  else
    open_sheet(d, tool.sheet);
}

Button tool_button(const Tool& tool, Align align) {
  return {.id = tool.id, .label = tool.label, .icon = tool.icon, .kind = ButtonKind::quiet, .size = ButtonSize::small, .align = align};
}

int rail_tools_height(Frame& f, const std::vector<Tool>& tools, int width) {
  int height = 0;
  for (const Tool& tool : tools)
    height += std::max(f.px(40), size_of(f, tool_button(tool, Align::left), width).h) + f.px(4);
  return height;
}

} // namespace

int rail_width(Frame& f) { return discs_only(f) ? f.px(52) : f.px(200); }

void draw_rail(Draft& d, const Rect& rect) {
  Frame& f = d.f;
  if (discs_only(f)) return draw_discs(d, rect);
  Rect inside = rect.inset(f.px(12), f.px(12));
  const std::vector<Tool> tools = tools_of(d);
  Rect below = inside.take_bottom(rail_tools_height(f, tools, inside.w), f.px(8));
  ScrollArea area(f, {"play/steps", {inside.x, inside.y, inside.w + f.px(12), inside.h}});
  int y = area.top(), number = 0;
  for (const PlayStep& step : d.state.steps)
    y += draw_step_row(d, {inside.x, y, inside.w, 0}, step, ++number) + f.px(8);
  area.finish(y);
  for (const Tool& tool : tools) {
    const Button words = tool_button(tool, Align::left);
    const Rect at = below.take_top(std::max(f.px(40), size_of(f, words, below.w).h), f.px(4));
    if (button(f, at, words)) press_tool(d, tool);
  }
}

namespace {

enum class Act : std::uint8_t { measure, draw };

// Buttons one after the other; lines wrap where they must. Returns the height used.
int flow_tools(Draft& d, const std::vector<Tool>& tools, const Rect& at, Act act) {
  Frame& f = d.f;
  int x = at.x, y = at.y, line = 0;
  for (const Tool& tool : tools) {
    const Button words = tool_button(tool, Align::centre);
    const Size size = size_of(f, words, at.w);
    if (x > at.x && x + size.w > at.right()) x = at.x, y += line, line = 0;
    if (act == Act::draw && button(f, {x, y, size.w, size.h}, words)) press_tool(d, tool);
    x += size.w + f.px(4);
    line = std::max(line, size.h);
  }
  return y + line - at.y;
}

int tools_width(Draft& d) {
  int width = 0;
  for (const Tool& tool : tools_of(d))
    width += size_of(d.f, tool_button(tool, Align::centre)).w + d.f.px(4);
  return width;
}

} // namespace

bool mode_in_tools(Draft& d) {
  if (!discs_only(d.f)) return false;
  const std::string mode = mode_words(d);
  const int room = d.f.width() - rail_width(d.f) - 2 * d.f.px(16);
  return tools_width(d) + d.f.px(16) + size_of(d.f, Tag{mode, "", mode_meaning(d)}).w <= room;
}

int tools_height(Draft& d, int width) { return flow_tools(d, tools_of(d), {0, 0, width - 2 * d.f.px(16), 0}, Act::measure) + d.f.px(8); }

void draw_tools(Draft& d, const Rect& rect) {
  Frame& f = d.f;
  f.fill(rect, Colour::surf);
  f.hline(rect.x, rect.y, rect.w, Colour::line);
  const Rect inside = rect.inset(f.px(16), f.px(4));
  flow_tools(d, tools_of(d), inside, Act::draw);
  if (!mode_in_tools(d)) return;
  const std::string mode = mode_words(d);
  const Tag words{mode, "", mode_meaning(d)};
  const Size size = size_of(f, words);
  tag(f, {inside.right() - size.w, inside.y + (inside.h - size.h) / 2}, words);
}

} // namespace firsthand::screens::play
