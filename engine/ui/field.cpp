// The text field: keys to the editing model, the text through our own layout, an input method's unfinished text underlined.
#include "engine/ui/parts.h"
#include "engine/ui/stage.h"

#include <SDL.h>
#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

namespace firsthand::ui {
namespace {

constexpr std::string_view password_dot = "\xE2\x80\xA2"; // U+2022

// Editing one field in one frame: what all the small steps below share.
struct Editing {
  Frame& f;
  const Field& field;
  std::string& value;
  TextEdit& edit;
  FrameInput& input;
  Rect box;
  bool changed = false, submitted = false;
};

Select selecting(const KeyPress& press) { return press.shift ? Select::yes : Select::no; }

enum class Came : std::uint8_t { typed, pasted };

// The same words without signs that cannot be seen. On one line, words of several lines stand side by side.
std::string in_this_field(const Field& field, std::string_view words) {
  while (!field.several_lines && (words.ends_with('\n') || words.ends_with('\r')))
    words.remove_suffix(1);
  std::string kept;
  for (const char c : words) {
    const bool line = c == '\n' && field.several_lines, gap = c == '\n' || c == '\t';
    if (gap || static_cast<unsigned char>(c) >= 0x20) kept += gap && !line ? ' ' : c;
  }
  return kept;
}

std::string digits_of(std::string_view words) {
  std::string digits;
  std::copy_if(words.begin(), words.end(), std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
  return digits;
}

std::size_t letters_of(std::string_view words) {
  return static_cast<std::size_t>(
      std::count_if(words.begin(), words.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; }));
}

void tell(Editing& e, NotTaken::Why why, Came came, std::string_view words = {}, std::size_t room = 0) {
  e.f.stage().not_taken = NotTaken{why, came == Came::pasted, letters_of(words), letters_of(words.substr(0, room)), e.box, e.f.now_ms()};
}

// What is typed goes in as far as it can, what is pasted whole or not at all; what does not go in is told.
void insert(Editing& e, std::string_view words, Came came) {
  const std::string all = in_this_field(e.field, words), kept = e.field.digits_only ? digits_of(all) : all;
  const std::size_t stays = e.value.size() - (e.edit.selection_end() - e.edit.selection_begin());
  const auto most = static_cast<std::size_t>(e.field.max_bytes);
  const std::size_t room = most > stays ? most - stays : 0;
  const bool other_signs = kept.size()<all.size(), too_long = kept.size()> room;
  if (other_signs) tell(e, NotTaken::Why::digits_only, came);
  if (!other_signs && too_long) tell(e, NotTaken::Why::too_long, came, kept, room);
  if (came == Came::pasted && (other_signs || too_long)) return;
  if (e.edit.insert(e.value, kept, most)) e.changed = true;
}

void copy(const Editing& e) {
  if (!e.field.password && e.edit.has_selection()) SDL_SetClipboardText(std::string(e.edit.selected(e.value)).c_str());
}

void paste(Editing& e) {
  char* words = SDL_GetClipboardText();
  const bool empty = !words || !*words;
  if (!empty) insert(e, words, Came::pasted);
  if (empty && SDL_HasClipboardText()) tell(e, NotTaken::Why::unreadable, Came::pasted); // some systems hand over no long texts
  SDL_free(words);
}

bool command_key(Editing& e, const KeyPress& press) {
  if (!press.ctrl || press.key != Key::letter) return false;
  switch (press.character) {
  case 'a':
    e.edit.select_all(e.value);
    return true;
  case 'c':
    copy(e);
    return true;
  case 'x':
    copy(e);
    if (!e.field.password && e.edit.erase_selection(e.value)) e.changed = true;
    return true;
  case 'v':
    paste(e);
    return true;
  case 'z':
    e.changed |= press.shift ? e.edit.redo(e.value) : e.edit.undo(e.value);
    return true;
  case 'y':
    e.changed |= e.edit.redo(e.value);
    return true;
  default:
    return false;
  }
}

std::string shown_text(const Field& field, const std::string& value);

void line_move(Editing& e, const KeyPress& press, const text::Layout& layout) {
  const auto stops = e.f.fonts().caret_stops(e.value, layout);
  const text::CaretStop* here = nullptr;
  for (const text::CaretStop& stop : stops)
    if (stop.offset == e.edit.caret()) here = &stop;
  if (!here) return;
  const int y = press.key == Key::up ? here->top - here->height / 2 : here->top + here->height + here->height / 2;
  e.edit.place(e.f.fonts().hit(layout, here->x, y), selecting(press));
}

bool edge_move(Editing& e, const KeyPress& press) {
  if (press.key == Key::home)
    e.edit.place(0, selecting(press));
  else if (press.key == Key::end)
    e.edit.place(e.value.size(), selecting(press));
  else
    return false;
  return true;
}

bool side_move(Editing& e, const KeyPress& press) {
  if (press.alt || (press.key != Key::left && press.key != Key::right)) return false;
  const bool back = press.key == Key::left;
  if (press.ctrl && !e.field.password)
    back ? e.edit.word_left(e.value, selecting(press)) : e.edit.word_right(e.value, selecting(press));
  else
    back ? e.edit.left(e.value, selecting(press)) : e.edit.right(e.value, selecting(press));
  return true;
}

bool text_key(Editing& e, const KeyPress& press) {
  switch (press.key) {
  case Key::backspace:
    e.changed |= e.edit.backspace(e.value);
    return true;
  case Key::del:
    e.changed |= e.edit.erase_forward(e.value);
    return true;
  case Key::enter:
    if (e.field.several_lines)
      insert(e, "\n", Came::typed);
    else
      e.submitted = true;
    return true;
  case Key::space:
    return true; // arrives as text
  case Key::letter:
    return !press.ctrl && !press.alt; // so does a letter; it must choose nothing
  default:
    return false;
  }
}

void take_input(Editing& e, bool& key_used, const text::Layout& layout) {
  if (!e.input.text.empty()) insert(e, e.input.text, Came::typed);
  const KeyPress& press = e.input.key;
  if (key_used || press.key == Key::none || press.key == Key::tab) return;
  if (e.field.several_lines && (press.key == Key::up || press.key == Key::down)) {
    line_move(e, press, layout);
    key_used = true;
    return;
  }
  key_used = command_key(e, press) || edge_move(e, press) || side_move(e, press) || text_key(e, press);
}

// What stands in the box: dots for a password; unfinished text is put in where the caret is.
std::string shown_text(const Field& field, const std::string& value) {
  if (!field.password) return value;
  std::string dots;
  for (std::size_t i = 1; i < text::grapheme_boundaries(value).size(); ++i)
    dots += password_dot;
  return dots;
}

std::size_t shown_offset(const Field& field, const std::string& value, std::size_t offset) {
  if (!field.password) return offset;
  std::size_t dots = 0;
  for (const std::uint32_t b : text::grapheme_boundaries(value))
    if (b > 0 && b <= offset) ++dots;
  return dots * password_dot.size();
}

std::size_t value_offset(const Field& field, const std::string& value, std::size_t shown) {
  if (!field.password) return shown;
  const auto boundaries = text::grapheme_boundaries(value);
  return boundaries.empty() ? 0 : boundaries[std::min(shown / password_dot.size(), boundaries.size() - 1)];
}

struct FieldLayout {
  Rect label, frame, inside, icon;
  Type type = Type::body;
};

FieldLayout lay_out(Frame& f, const Rect& rect, const Field& field) {
  FieldLayout box;
  Rect rest = rect;
  if (field.look == FieldLook::paper) {
    box.type = Type::hand, box.frame = rect;
    rest = rect.inset(f.px(10), f.px(5));
    if (field.show_label) box.label = rest.take_top(f.measure(field.label, Type::tiny, rest.w).h, f.px(1));
    box.inside = rest;
    return box;
  }
  if (field.show_label) box.label = rest.take_top(f.measure(field.label, Type::small_bold, rest.w).h, f.px(6));
  box.frame = rest;
  if (field.password) box.type = Type::heading; // dots are small
  rest = rest.inset(f.px(14), field.several_lines ? f.px(12) : 0);
  if (!field.icon.empty()) box.icon = rest.take_left(f.px(20), f.px(8));
  box.inside = rest;
  return box;
}

constexpr Theme paper_theme = Theme::light; // paper stays paper

void draw_ground(Frame& f, const Field& field, const FieldLayout& box, const Interaction& i) {
  if (field.look == FieldLook::paper) {
    const bool marked = i.focused || field.current;
    if (marked) f.fill(box.frame, colour_of(paper_theme, Colour::acc_soft));
    if (marked && !f.high_contrast()) f.stage().painter.border(box.frame.grown(1), colour_of(paper_theme, Colour::acc), f.px(3), 0, 0);
    if (marked && f.high_contrast()) f.border(box.frame.grown(1), Colour::ink, f.px(4));
    if (field.show_label) f.text(box.label, field.label, Type::tiny, Colour::paper_label, {.listed = Listed::no});
    return;
  }
  if (field.show_label) f.text(box.label, field.label, Type::small_bold, Colour::mut, {.listed = Listed::no});
  f.fill(box.frame, field.enabled ? Colour::surf : Colour::surf2, f.radius());
  if (field.enabled) f.border(box.frame, i.focused || i.hovered ? Colour::acc : Colour::line2, i.focused ? f.px(2) : 1, f.radius());
  f.icon(field.icon, box.icon, Colour::mut);
}

// Everything that is drawn inside the box, in its own coordinates.
struct Content {
  std::string words; // with unfinished text
  std::size_t caret = 0, select_begin = 0, select_end = 0, preedit_begin = 0, preedit_end = 0;
  const text::Layout* layout = nullptr;
  Point origin;
  Rect caret_rect;
};

// Ink on it stays readable in every theme.
Rgba selection_colour(Frame& f, bool paper) {
  const Theme theme = paper ? paper_theme : f.settings().theme;
  return mix(colour_of(theme, Colour::surf), colour_of(theme, Colour::acc), 0.3F);
}

Rect stop_rect(const Frame& f, const Content& c, std::size_t offset) {
  for (const text::CaretStop& stop : f.fonts().caret_stops(c.words, *c.layout))
    if (stop.offset >= offset) return {c.origin.x + stop.x, c.origin.y + stop.top, 0, stop.height};
  return {c.origin.x + c.layout->width, c.origin.y, 0, c.layout->height};
}

enum class Mark : std::uint8_t { ground, underline };

void draw_range(Frame& f, const Content& c, std::size_t begin, std::size_t end, Rgba colour, Mark mark) {
  if (begin >= end) return;
  const auto stops = f.fonts().caret_stops(c.words, *c.layout);
  for (std::size_t s = 0; s + 1 < stops.size(); ++s) {
    const text::CaretStop& a = stops[s];
    const text::CaretStop& b = stops[s + 1];
    if (a.offset < begin || a.offset >= end || a.top != b.top) continue;
    const Rect part{c.origin.x + std::min(a.x, b.x), c.origin.y + a.top, std::abs(b.x - a.x), a.height};
    const int thin = std::max(1, f.px(1));
    f.fill(mark == Mark::ground ? part : Rect{part.x, part.bottom() - f.px(3), part.w, thin}, colour);
  }
}

Content prepare(Frame& f, const Field& field, const std::string& value, const TextEdit& edit, const FieldLayout& box,
                std::string_view preedit) {
  Content c;
  c.words = shown_text(field, value);
  c.caret = shown_offset(field, value, edit.caret());
  c.select_begin = shown_offset(field, value, edit.selection_begin()), c.select_end = shown_offset(field, value, edit.selection_end());
  if (!preedit.empty() && !field.password) {
    c.words.insert(c.caret, preedit);
    c.preedit_begin = c.caret, c.preedit_end = c.caret + preedit.size(), c.caret = c.preedit_end;
    c.select_begin = c.select_end = 0;
  }
  c.layout = &f.layout(c.words, box.type, field.several_lines ? box.inside.w : 0);
  const int spare = field.several_lines || field.look == FieldLook::paper ? 0 : (box.inside.h - c.layout->height) / 2;
  c.origin = {box.inside.x, box.inside.y + spare};
  return c;
}

// The caret stays in view: the content moves, never the box.
void scroll_to_caret(Frame& f, const Field& field, const FieldLayout& box, Content& c, int& scroll) {
  Rect caret = stop_rect(f, c, c.caret);
  const int at = field.several_lines ? caret.y - box.inside.y : caret.x - box.inside.x;
  const int room = field.several_lines ? box.inside.h - caret.h : box.inside.w - 2;
  const int content = field.several_lines ? c.layout->height - box.inside.h : c.layout->width - room;
  scroll = std::clamp(scroll, std::max(0, at - room), std::max(0, at));
  scroll = std::min(scroll, std::max(0, content));
  (field.several_lines ? c.origin.y : c.origin.x) -= scroll;
  caret = stop_rect(f, c, c.caret);
  c.caret_rect = {caret.x, caret.y, std::max(1, f.px(2)), caret.h};
}

void draw_content(Frame& f, const Field& field, const FieldLayout& box, const Content& c, bool focused) {
  const bool paper = field.look == FieldLook::paper;
  f.push_clip(paper ? box.inside.grown(2) : Rect{box.inside.x, box.frame.y + 1, box.inside.w, box.frame.h - 2});
  if (focused) draw_range(f, c, c.select_begin, c.select_end, selection_colour(f, paper), Mark::ground);
  const Colour ink = paper ? Colour::ink : field.enabled ? Colour::text : Colour::mut;
  const int width = field.several_lines ? box.inside.w : 0;
  if (c.words.empty() && !paper)
    f.text(Rect{c.origin.x, box.inside.y, 0, field.several_lines ? 0 : box.inside.h}, field.hint, box.type, Colour::mut,
           {.valign = VAlign::middle, .listed = Listed::no});
  f.text(c.origin.x, c.origin.y, width, c.words, box.type, ink, {.listed = Listed::no});
  if (focused) draw_range(f, c, c.preedit_begin, c.preedit_end, f.rgba(ink), Mark::underline);
  if (focused && paper)
    f.fill(c.caret_rect, colour_of(paper_theme, Colour::acc));
  else if (focused)
    f.fill(c.caret_rect, f.rgba(Colour::acc));
  f.pop_clip();
}

// Pressing puts the caret; dragging and Shift select.
void point(Editing& e, const FieldLayout& box, const Content& c, const Interaction& i, bool active) {
  const FrameInput& in = e.input;
  const bool starts = in.pressed && i.hovered;
  if (!starts && !active && !i.clicked) return;
  const std::size_t at =
      e.f.fonts().hit(*c.layout, in.pointer.x - c.origin.x, std::clamp(in.pointer.y, box.inside.y, box.inside.bottom()) - c.origin.y);
  e.edit.place(value_offset(e.field, e.value, at), starts ? Select::no : Select::yes);
}

// Nobody sees where among the dots he writes on: what is typed after coming to a password replaces it.
bool chooses_whole(Editing& e, Stage::Edited& edited, const Interaction& i, bool active) {
  const bool was = std::exchange(edited.focused, i.focused), came = i.focused && !was;
  edited.chosen_whole = e.field.password && (came || (edited.chosen_whole && (active || i.clicked)));
  if (edited.chosen_whole && came) e.edit.select_all(e.value);
  return edited.chosen_whole;
}

// Nothing else writes, and no sheet lies above. A blank presses what has the focus.
bool hears_elsewhere(const Stage& stage) {
  const Entry* focus = stage.before.find(stage.focused);
  return !(focus && focus->role == Role::field) && stage.before.top_layer() <= stage.layer();
}

} // namespace

int field_height(Frame& f, const Field& field, int lines) {
  const auto line = [&](Type type) { return f.measure("x", type).h; }; // some languages want taller lines than the scale
  if (field.look == FieldLook::paper)
    return std::max(f.px(56), f.px(11) + line(Type::tiny) + line(Type::hand)) + (lines - 1) * line(Type::hand);
  const int label = field.show_label ? line(Type::small_bold) + f.px(6) : 0;
  return label + std::max(f.px(48), line(Type::body) + 2 * f.px(12)) + (lines - 1) * line(Type::body);
}

FieldEvent field(Frame& f, const Rect& rect, const Field& field, std::string& value) {
  Stage& stage = f.stage();
  const FieldLayout box = lay_out(f, rect, field);
  Stage::Edited& edited = stage.edited(field.id);
  if (value.size() != edited.size) edited.edit.place(value.size()); // somebody else wrote: writing goes on where it ends
  edited.edit.clamp(value);
  const Interaction i = f.control({.id = field.id,
                                   .label = field.label,
                                   .role = Role::field,
                                   .rect = box.frame,
                                   .enabled = field.enabled,
                                   .value = field.password ? std::string_view() : std::string_view(value),
                                   .secret = field.password ? static_cast<int>(letters_of(value)) : -1,
                                   .shape = {}});
  Editing e{f, field, value, edited.edit, stage.input, box.frame};
  const bool whole = chooses_whole(e, edited, i, stage.active == field.id);
  const bool hears = field.hears_all && hears_elsewhere(stage), heard = hears && !stage.input.text.empty() && stage.input.text != " ";
  if (heard) stage.move_focus_to(field.id);
  if (i.focused || heard)
    take_input(e, stage.key_used, f.layout(shown_text(field, value), box.type, field.several_lines ? box.inside.w : 0));
  draw_ground(f, field, box, i);
  Content content = prepare(f, field, value, edited.edit, box, i.focused ? std::string_view(stage.input.preedit) : std::string_view());
  scroll_to_caret(f, field, box, content, edited.scroll);
  if (field.enabled && !whole) point(e, box, content, i, stage.active == field.id);
  draw_content(f, field, box, content, i.focused);
  if (i.focused || hears) stage.text_wanted(content.caret_rect);
  ring_if(f, i, box.frame, field.look == FieldLook::paper ? 0 : f.radius());
  edited.size = value.size();
  return e.submitted ? FieldEvent::submitted : e.changed ? FieldEvent::changed : FieldEvent::none;
}

} // namespace firsthand::ui
