// The debrief's frame: top bar, which page, and the rows of buttons that both pages share.
#include "engine/screens/debrief/page.h"
#include "engine/screens/debrief/parts.h"

#include <algorithm>

namespace firsthand::screens::debrief {

namespace {

bool home_button(Frame& f, const Rect& rect, std::string_view label) {
  const Interaction i = f.control({.id = "debrief/home", .label = label, .role = Role::button, .rect = rect, .value = {}, .shape = {}});
  if (i.hovered || i.held) f.fill(rect, Colour::acc_soft, f.px(6));
  f.icon("back", rect.inset(f.px(8)), Colour::text);
  if (i.ring) f.focus_ring(rect, f.px(6));
  return i.clicked;
}

struct BarWords {
  std::string mode, page;
  int width = 0;
};

BarWords bar_words(Draft& d) {
  BarWords words{d.state.mode, d.memory.page == 1 ? d.state.labels.page_one : d.state.labels.page_two, 0};
  words.width = d.f.measure(words.mode, Type::small).w + d.f.px(16) + d.f.measure(words.page, Type::small).w + 2;
  return words;
}

} // namespace

int top(Draft& d) {
  Frame& f = d.f;
  const BarWords words = bar_words(d);
  Rect line{f.px(24), 0, f.width() - 2 * f.px(24), 0};
  const int side = f.px(40), room = line.w - side - f.px(8) - words.width - f.px(24);
  const bool below = room < f.px(240);
  const int title = f.measure(d.state.title, Type::heading, below ? line.w - side - f.px(8) : room).h;
  line.h = std::max(f.px(f.text_percent() >= 150 ? 48 : 56), title + f.px(12)) + (below ? f.line_height(Type::small) + f.px(8) : 0);
  f.fill({0, 0, f.width(), line.h}, Colour::surf);
  f.hline(0, line.h - 1, f.width(), Colour::line);
  const int bottom = line.h;
  Rect second = below ? line.take_bottom(f.line_height(Type::small) + f.px(8)) : Rect{};
  const Rect back = line.take_left(side, f.px(8)).moved(-f.px(8), 0);
  f.begin_part(Part::back);
  d.out.home = home_button(f, {back.x, back.y + (back.h - side) / 2, side, side}, d.state.labels.home);
  f.end_part();
  if (below) second.take_left(side + f.px(8));
  Rect right = below ? second : line.take_right(words.width, f.px(24));
  f.text(line, d.state.title, Type::heading, Colour::text, {.valign = VAlign::middle, .role = Role::heading});
  f.text(right.take_left(f.measure(words.mode, Type::small).w + 1, f.px(16)), words.mode, Type::small, Colour::mut,
         {.valign = VAlign::middle});
  f.text(right, words.page, Type::small, Colour::mut, {.valign = VAlign::middle});
  return bottom;
}

Rect page_of(Frame& f, int y) {
  const int margin = f.text_percent() >= 150 ? f.px(32) : f.px(64);
  const int width = std::min(f.width() - 2 * margin, f.px(1280));
  return {(f.width() - width) / 2, y, width, f.height() - y};
}

// All of them if they need one line, else the first, and none in a low window: the page is there to be read.
Ways ways_from(Frame& f, const Rect& page, const std::vector<Box>& buttons) {
  const auto line = [](std::vector<Box> some) { return box::wrap({.gap = 16, .line_gap = 8}, std::move(some)); };
  const auto bar = [&](std::vector<Box> some) { return box::column({.pad = pad(0, 12)}, line(std::move(some))); };
  Ways ways{bar(buttons), {}};
  ways.bar_height = ways.fixed.height(f, page.w);
  if (buttons.size() > 1 && ways.bar_height > f.px(60 + 24)) {
    ways = {bar({buttons.front()}), line({buttons.begin() + 1, buttons.end()})};
    ways.bar_height = ways.fixed.height(f, page.w);
  }
  return page.h < 3 * ways.bar_height ? Ways{{}, line(buttons)} : ways;
}

int heading(Frame& f, const Place& at, std::string_view words) {
  return f.text(at.x, at.y, at.w, words, Type::heading, Colour::text, {.role = Role::heading});
}

} // namespace firsthand::screens::debrief

namespace firsthand::screens {

DebriefIntent draw_debrief(Frame& f, const DebriefState& state, DebriefMemory& memory) {
  DebriefIntent out;
  debrief::Draft d{f, state, memory, out};
  const char* stays = memory.page == 1 ? "debrief/everything" : "debrief/first-page";
  if (!f.was_shown(stays)) f.focus(stays); // it came just now: Enter once too often begins no attempt
  f.fill(f.window(), Colour::bg);
  const Rect page = debrief::page_of(f, debrief::top(d));
  if (memory.page == 1)
    debrief::draw_page_one(d, page);
  else
    debrief::draw_page_two(d, page);
  if (out.everything) memory.page = 2;
  if (out.page_one) memory.page = 1;
  return out;
}

} // namespace firsthand::screens
