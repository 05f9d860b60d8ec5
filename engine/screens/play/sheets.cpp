// The play screen's sheets: notebook where there is no column for it, hints one by one, the glossary. Each closes with
// Escape or its own button, and nothing under it is covered that the learner needs to decide.
#include "engine/screens/play/parts.h"

#include <algorithm>

#include <fmt/format.h>

namespace firsthand::screens::play {

namespace {

// Draws ground and close button; returns the room inside.
Rect open_ground(Draft& d, const Rect& rect, Colour ground) {
  Frame& f = d.f;
  f.fill(rect, f.rgba(ground));
  f.border(rect, f.high_contrast() ? Colour::line2 : Colour::line, f.high_contrast() ? 2 : 1);
  const std::string label = d.tr("Close");
  const Button close{.id = "play/sheet/close", .label = label, .icon = "close", .kind = ButtonKind::quiet, .size = ButtonSize::small};
  const Size size = size_of(f, close);
  if (button(f, {rect.right() - f.px(16) - size.w, rect.y + f.px(12), size.w, size.h}, close) || f.closes("play/sheet"))
    d.memory.sheet = PlaySheet::none;
  return rect.inset(f.px(24), f.px(16));
}

void sheet_title(Draft& d, Rect& inside, const char* icon, const std::string& title) {
  Frame& f = d.f;
  Rect head = inside.take_top(f.px(40), f.px(12));
  f.icon(icon, head.take_left(f.px(22), f.px(8)), Colour::text);
  f.text(head, title, Type::heading, Colour::text, {.valign = VAlign::middle, .role = Role::heading});
}

void write_note(Draft& d) {
  d.memory.writing = true;
  d.f.focus("play/note");
}

void notebook_sheet(Draft& d, int top) {
  Frame& f = d.f;
  const int w = std::min(f.width() - f.px(24), f.px(440));
  const Rect rect{f.width() - w, top, w, f.height() - top};
  f.begin_sheet("play/sheet/notebook", rect, d.tr("Notebook"));
  Rect inside = open_ground(d, rect, Colour::note);
  inside.w -= f.px(8);
  if (f.shortcut(Key::letter, 'n', true)) write_note(d);
  draw_notebook(d, inside);
  f.end_sheet();
}

Rect side_rect(Draft& d, int top, int height) {
  Frame& f = d.f;
  const int x = rail_width(f) + f.px(8), most = f.height() - top - f.px(16);
  const int h = std::min(height, most);
  return {x, f.height() - f.px(8) - h, std::min(f.px(440), f.width() - x - f.px(8)), h};
}

int& shown(const Draft& d) { return d.memory.hints[d.scene.step]; }

void next_hint(Draft& d, Rect inside) {
  Frame& f = d.f;
  const int left = hints_left(d);
  const std::string words = shown(d) == 0 ? d.tr("Show a hint") : d.tr("Show the next");
  const Button next{.id = "play/hint/next", .label = words, .icon = "hint", .size = ButtonSize::small, .enabled = left > 0};
  const Size size = size_of(f, next, inside.w);
  if (button(f, {inside.x, inside.bottom() - size.h, size.w, size.h}, next)) ++shown(d);
}

std::string left_words(const Draft& d) {
  return d.scene.words.plural("play", "{n} hint left. Hints are counted nowhere in practice.",
                              "{n} hints left. Hints are counted nowhere in practice.", hints_left(d));
}

// As tall as the hints shown so far, and one more line.
int hint_height(Draft& d) {
  Frame& f = d.f;
  const int w = f.px(440) - 2 * f.px(24);
  int h = f.px(16 + 40 + 12 + 48 + 12 + 24) + f.measure(left_words(d), Type::small, w).h;
  const auto hints = d.view.hints(d.scene.spec);
  for (int i = 0; i < std::min(shown(d), static_cast<int>(hints.size())); ++i)
    h += f.measure(d.scene.say(hints[static_cast<std::size_t>(i)]), Type::body, w).h + f.px(12);
  return h;
}

void hint_sheet(Draft& d, int top) {
  Frame& f = d.f;
  const Rect rect = side_rect(d, top, hint_height(d));
  f.begin_sheet("play/sheet/hint", rect, d.tr("Hint"));
  Rect inside = open_ground(d, rect, Colour::surf);
  sheet_title(d, inside, "hint", d.tr("Hint"));
  next_hint(d, inside.take_bottom(f.px(48), f.px(12)));
  ScrollArea area(f, {"play/hint-words", {inside.x, inside.y, inside.w + f.px(16), inside.h}});
  int y = area.top();
  const auto hints = d.view.hints(d.scene.spec);
  for (int i = 0; i < std::min(shown(d), static_cast<int>(hints.size())); ++i)
    y += f.text(inside.x, y, inside.w, d.scene.say(hints[static_cast<std::size_t>(i)]), Type::body, Colour::text) + f.px(12);
  y += f.text(inside.x, y, inside.w, left_words(d), Type::small, Colour::mut);
  area.finish(y);
  f.end_sheet();
}

void glossary_sheet(Draft& d, int top) {
  Frame& f = d.f;
  const Rect rect = side_rect(d, top, f.px(440));
  f.begin_sheet("play/sheet/glossary", rect, d.tr("Glossary"));
  Rect inside = open_ground(d, rect, Colour::surf);
  sheet_title(d, inside, "book", d.tr("Glossary"));
  ScrollArea area(f, {"play/glossary-words", {inside.x, inside.y, inside.w + f.px(16), inside.h}});
  int y = area.top();
  for (const auto& [term, meaning] : d.scene.prepared.scenario.glossary) {
    y += f.text(inside.x, y, inside.w, term, Type::body_bold, Colour::text) + f.px(2);
    y += f.text(inside.x, y, inside.w, d.scene.say(meaning), Type::body, Colour::text) + f.px(16);
  }
  area.finish(y);
  f.end_sheet();
}

std::string leave_question(const Draft& d) {
  return d.state.demonstration ? d.tr("Leave? You can go on until the demonstration ends. What you did not hand in is lost.")
                               : d.tr("Leave? What you did is saved. What you did not hand in is not.");
}

// Asked on Esc alone: the arrow at the top is a press of its own.
void leave_sheet(Draft& d) {
  Frame& f = d.f;
  const std::string words = leave_question(d), leave = d.tr("Leave"), stay = d.tr("Stay");
  const Button yes{.id = "play/leave/yes", .label = leave, .icon = "exit", .kind = ButtonKind::main};
  const Button no{.id = "play/leave/no", .label = stay};
  const Size yes_size = size_of(f, yes), no_size = size_of(f, no);
  const int inside = std::max(yes_size.w + f.px(12) + no_size.w, f.measure(words, Type::heading).w);
  const int w = std::min(f.width() - f.px(32), inside + 2 * f.px(24)), text = f.measure(words, Type::heading, w - 2 * f.px(24)).h;
  const int h = f.px(24) + text + f.px(20) + std::max(yes_size.h, no_size.h) + f.px(24);
  const Rect rect{(f.width() - w) / 2, (f.height() - h) / 2, w, h};
  f.begin_sheet("play/sheet/leave", rect, words);
  f.fill(f.window(), Rgba{0, 0, 0, 90});
  card(f, rect);
  f.border(rect, Colour::line2, 1, f.px(6));
  const int x = rect.x + f.px(24), y = rect.y + f.px(24);
  f.text(x, y, w - 2 * f.px(24), words, Type::heading, Colour::text, {.role = Role::heading});
  const int row = y + text + f.px(20);
  f.begin_group("play/leave");
  if (button(f, {x, row, yes_size.w, yes_size.h}, yes)) d.out.back = true, d.memory.sheet = PlaySheet::none;
  if (button(f, {x + yes_size.w + f.px(12), row, no_size.w, no_size.h}, no) || f.closes("play/leave")) d.memory.sheet = PlaySheet::none;
  f.end_group();
  f.end_sheet();
}

} // namespace

int hints_left(const Draft& d) { return std::max(0, static_cast<int>(d.view.hints(d.scene.spec).size()) - shown(d)); }

void open_sheet(Draft& d, PlaySheet sheet) {
  d.memory.sheet = d.memory.sheet == sheet ? PlaySheet::none : sheet;
  if (d.memory.sheet != PlaySheet::none) d.f.focus("play/sheet/close");
}

void draw_sheets(Draft& d, int top) {
  switch (d.memory.sheet) {
  case PlaySheet::none:
    return;
  case PlaySheet::notebook:
    return notebook_sheet(d, top);
  case PlaySheet::hint:
    return hint_sheet(d, top);
  case PlaySheet::glossary:
    return glossary_sheet(d, top);
  case PlaySheet::leave:
    return leave_sheet(d);
  }
}

// Letters alone belong to a field while one is written in.
void read_keys(Draft& d) {
  Frame& f = d.f;
  if (f.shortcut(Key::letter, 'n', true)) {
    write_note(d);
    if (discs_only(f)) d.memory.sheet = PlaySheet::notebook;
  }
  if (d.memory.writing && f.focused() == "play/note") return;
  const bool hints = !d.view.hints(d.scene.spec).empty() && d.scene.mode == session::Mode::practice;
  if (hints && f.shortcut(Key::letter, 'h')) open_sheet(d, PlaySheet::hint);
  if (!d.scene.prepared.scenario.glossary.empty() && f.shortcut(Key::letter, 'g')) open_sheet(d, PlaySheet::glossary);
  if (discs_only(f) && f.shortcut(Key::letter, 'n')) open_sheet(d, PlaySheet::notebook);
  if (d.view.can_list() && f.shortcut(Key::letter, 'l')) d.memory.as_list = !d.memory.as_list;
}

} // namespace firsthand::screens::play
