// See page.h.
#include "engine/screens/help/page.h"

#include "engine/screens/shared/bars.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace firsthand::screens {

namespace {

struct HelpLine {
  std::string keys, words;
};

struct HelpGroup {
  std::string title;
  std::vector<HelpLine> lines;
};

// By where they work, since the help opens everywhere.
std::vector<HelpGroup> help_keys(const content::Words& words) {
  const auto tr = [&](std::string_view source) { return words.tr("help", source); };
  return {{tr("Keys everywhere"),
           {{tr("Tab"), tr("Next control; with Shift the one before")},
            {tr("Arrow keys"), tr("Move inside a group")},
            {tr("Enter or Space"), tr("Press it")},
            {tr("Esc"), tr("One level up: close, take back, leave")},
            {"Ctrl + / Ctrl −", tr("Larger or smaller text; Ctrl 0 resets it")},
            {"F1", tr("This help")},
            {"F11", tr("Full screen")}}},
          {tr("On the first page"), {{"Ctrl F", tr("Search the lessons")}}}};
}

std::vector<HelpGroup> lesson_keys(const content::Words& words) {
  const auto tr = [&](std::string_view source) { return words.tr("help", source); };
  return {{tr("In a lesson"),
           {{tr("A to H"), tr("Choose an answer")},
            {tr("1 to 9"), tr("Choose what to do; Enter does it")},
            {tr("H"), tr("Hint, where the step has one")},
            {tr("G"), tr("Glossary, where the lesson has one")},
            {tr("L"), tr("A scene as a list")},
            {"Ctrl N", tr("Write a note")}}}};
}

std::vector<std::string> help_rules(const content::Words& words) {
  const auto tr = [&](std::string_view source) { return words.tr("help", source); };
  return {tr("Time moves only when you act. Reading and thinking are free."),
          tr("A touch, and what cannot be taken back, asks for a second press."), tr("What you did not look at, you do not know."),
          tr("Each act is saved before you see what it did.")};
}

// A key stands on a small plate; the words beside it, or below where it is narrow.
int draw_help_key(Frame& f, const HelpLine& line, int x, int y, int w, int keys) {
  const Size plate{f.measure(line.keys, Type::small_bold, keys).w + f.px(16), f.measure(line.keys, Type::small_bold, keys).h + f.px(8)};
  f.fill({x, y, plate.w, plate.h}, Colour::surf2, f.px(4));
  f.border({x, y, plate.w, plate.h}, Colour::line2, 1, f.px(4));
  f.text(Rect{x, y, plate.w, plate.h}, line.keys, Type::small_bold, Colour::text, {.align = Align::centre, .valign = VAlign::middle});
  const int left = keys + f.px(32), room = w - left;
  const int height = f.measure(line.words, Type::body, room).h;
  f.text(Rect{x + left, y, room, std::max(height, plate.h)}, line.words, Type::body, Colour::text, {.valign = VAlign::middle});
  return y + std::max(height, plate.h) + f.px(8);
}

int draw_help_groups(Frame& f, const std::vector<HelpGroup>& groups, int x, int y, int w) {
  int keys = 0;
  for (const HelpGroup& group : groups)
    for (const HelpLine& each : group.lines)
      keys = std::max(keys, std::min(w / 3, f.measure(each.keys, Type::small_bold).w));
  for (const HelpGroup& group : groups) {
    y += f.text(x, y, w, group.title, Type::heading, Colour::text, {.role = Role::heading}) + f.px(10);
    for (const HelpLine& each : group.lines)
      y = draw_help_key(f, each, x, y, w, keys);
    y += f.px(12);
  }
  return y;
}

int draw_help_rules(Frame& f, const HelpState& s, int x, int y, int w) {
  y += f.text(x, y, w, s.words.tr("help", "How it works"), Type::heading, Colour::text, {.role = Role::heading}) + f.px(10);
  for (const std::string& each : help_rules(s.words)) {
    f.icon("check", {x, y, f.px(20), f.px(24)}, Colour::acc);
    y += f.text(x + f.px(32), y, w - f.px(32), each, Type::body, Colour::text) + f.px(8);
  }
  return y + f.text(x, y + f.px(4), w, s.words.tr("help", "Firsthand {version}", {{"version", std::string(s.version)}}), Type::small,
                    Colour::mut);
}

// Side by side where there is room, else one below the other.
int draw_help_page(Frame& f, const HelpState& s, const ScrollArea& area) {
  const bool two = f.text_percent() < 150 && area.width() >= f.px(760);
  const int gap = two ? f.px(32) : 0, w = two ? (area.width() - gap) / 2 : area.width(), x = two ? area.left() + w + gap : area.left();
  const int left = draw_help_groups(f, help_keys(s.words), area.left(), area.top(), w);
  const int lesson = draw_help_groups(f, lesson_keys(s.words), x, two ? area.top() : left, w);
  return std::max(left, draw_help_rules(f, s, x, lesson, w));
}

bool draw_help_head(Frame& f, const HelpState& s, Rect& rest) {
  const std::string close = s.words.tr("help", "Close"), title = s.words.tr("help", "Help");
  const Button button_close{.id = "help/close", .label = close, .icon = "close", .size = ButtonSize::small};
  const Size size = size_of(f, button_close);
  Rect head = rest.take_top(std::max(size.h, f.measure(title, Type::title).h), f.px(16));
  const Rect at = head.take_right(size.w, f.px(16));
  f.text(head, title, Type::title, Colour::text, {.valign = VAlign::middle, .role = Role::heading});
  return button(f, {at.x, at.y, size.w, size.h}, button_close);
}

} // namespace

bool draw_help(Frame& f, const HelpState& s) {
  const int margin = std::min(f.px(24), f.width() / 40), width = std::min(f.width() - 2 * margin, f.px(960));
  const Rect sheet{(f.width() - width) / 2, margin, width, std::min(f.height() - 2 * margin, f.px(640))};
  f.begin_sheet("help", sheet, s.words.tr("help", "Help"));
  f.fill(f.window(), Rgba{0, 0, 0, 90});
  card(f, sheet);
  f.border(sheet, Colour::line2, 1, f.px(6));
  Rect rest = sheet.inset(f.px(24), f.px(20));
  bool close = draw_help_head(f, s, rest);
  {
    ScrollArea area(f, {"help/page", rest, s.words.tr("help", "Help")});
    area.finish(draw_help_page(f, s, area));
  }
  if (f.closes("help") || f.shortcut(Key::f1)) close = true;
  f.end_sheet();
  return close;
}

} // namespace firsthand::screens
