// Page one: the verdict, four short blocks, the scene at that moment with what was lost and saved, and three ways on.
#include "engine/screens/debrief/parts.h"

#include <fmt/format.h>

#include <algorithm>

namespace firsthand::screens::debrief {

namespace {

struct BlockLook {
  const char* icon;
  Meaning meaning;
};

BlockLook look_of(const Draft& d, const DebriefBlock& block) {
  switch (block.kind) {
  case DebriefBlock::Kind::why:
    return {"question", d.state.tag.meaning == Meaning::ok ? Meaning::accent : d.state.tag.meaning};
  case DebriefBlock::Kind::instead:
    return {"forward", Meaning::accent};
  case DebriefBlock::Kind::rule:
    return {"book", Meaning::accent};
  case DebriefBlock::Kind::well:
    break;
  }
  return {"check", Meaning::ok};
}

Colour ground_for(Meaning meaning) { return meaning == Meaning::accent ? Colour::acc_soft : ground_of(meaning); }

// Lead and words as one paragraph, the lead bold.
int paragraph(Frame& f, const Place& at, const DebriefBlock& block) {
  if (block.lead.empty()) return block.words.empty() ? 0 : f.text(at.x, at.y, at.w, block.words, Type::lead, Colour::text);
  const std::string words = block.lead + " " + block.words;
  const text::Span bold{0, static_cast<std::uint32_t>(block.lead.size()), text::Weight::bold, 0};
  return f.text(at.x, at.y, at.w, words, Type::lead, Colour::text, {.spans = {&bold, 1}});
}

int draw_block(Draft& d, const Place& at, const DebriefBlock& block) {
  Frame& f = d.f;
  const BlockLook look = look_of(d, block);
  const Rect square{at.x, at.y, f.px(40), f.px(40)};
  f.fill(square, ground_for(look.meaning), f.px(4));
  f.icon(look.icon, square.inset(f.px(9)), ink_of(look.meaning));
  const int x = at.x + f.px(56), w = at.w - f.px(56);
  int y = at.y + f.text(x, at.y, w, block.title, Type::small_bold, Colour::mut, {.role = Role::heading});
  y += paragraph(f, {x, y, w}, block);
  for (const std::string& line : block.small)
    y += f.text(x, y + f.px(2), w, line, Type::small, Colour::mut) + f.px(2);
  return std::max(y - at.y, square.h);
}

int draw_text(Draft& d, const Place& at) {
  Frame& f = d.f;
  int y = at.y + tag(f, {at.x, at.y}, d.state.tag.tag(), at.w).h + f.px(8);
  y += f.text(at.x, y, at.w, d.state.headline, Type::display, Colour::text, {.role = Role::heading}) + f.px(24);
  for (const DebriefBlock& block : d.state.blocks)
    y += draw_block(d, {at.x, y, at.w}, block) + f.px(20);
  return y - f.px(20) - at.y;
}

// ---- the picture and its lists ------------------------------------------------------------------------------------------

enum class Paint : std::uint8_t { measure, draw };

struct ItemList {
  const std::string& label;
  const std::string& names;
  const char* icon;
  Meaning meaning;
};

int draw_list(Frame& f, const Place& at, const ItemList& list, Paint paint) {
  if (list.names.empty()) return 0;
  const std::string words = fmt::format("{}: {}", list.label, list.names);
  const int x = at.x + f.px(32), w = at.w - f.px(32);
  if (paint == Paint::measure) return f.measure(words, Type::body_bold, w).h + f.px(8);
  f.icon(list.icon, {at.x, at.y + f.px(3), f.px(18), f.px(18)}, ink_of(list.meaning));
  return f.text(x, at.y, w, words, Type::body_bold, ink_of(list.meaning)) + f.px(8);
}

int draw_lists(Draft& d, const Place& at, Paint paint) {
  const DebriefState& s = d.state;
  int y = at.y;
  y += draw_list(d.f, {at.x, y, at.w}, {s.labels.lost, s.lost, "cross", Meaning::loss}, paint);
  y += draw_list(d.f, {at.x, y, at.w}, {s.labels.not_secured, s.not_secured, "triangle", Meaning::warn}, paint);
  y += draw_list(d.f, {at.x, y, at.w}, {s.labels.saved, s.saved, "check", Meaning::ok}, paint);
  return y - at.y;
}

// The part of the picture that is shown stays in its 16:7 or so; the rest of the room is the lists'.
void draw_shot(Draft& d, const Rect& rect) {
  Frame& f = d.f;
  std::vector<Picture> layers;
  for (const std::string& path : d.state.shot.layers)
    layers.push_back(d.state.picture(path));
  const Rect part = d.state.shot.part;
  PictureOptions options{.radius = f.px(6), .corners = top_left | top_right, .id = "debrief/shot"};
  if (!part.empty()) {
    options.focus_x = std::clamp(part.centre().x * 1000 / 768, 0, 1000);
    options.focus_y = std::clamp(part.centre().y * 1000 / 336, 0, 1000);
    options.zoom_percent = std::clamp(768 * 45 / std::max(1, part.w), 100, 160);
  }
  f.scene(layers, rect, options);
  const Size size = f.measure(d.state.shot_time, Type::small_bold, 0, {.tabular = true});
  const Rect label{rect.x + f.px(12), rect.y + f.px(12), size.w + f.px(22), size.h + f.px(8)};
  f.fill(label, Colour::surf, f.px(4));
  f.border(label, Colour::line2, 1, f.px(4));
  f.text(label, d.state.shot_time, Type::small_bold, Colour::text, {.align = Align::centre, .valign = VAlign::middle, .tabular = true});
}

int draw_card(Draft& d, const Place& at) {
  Frame& f = d.f;
  const bool pictured = !d.state.shot.layers.empty() && d.state.picture;
  const int pad = f.px(20), inside = at.w - 2 * pad;
  const int picture = pictured ? std::min(at.w * 9 / 14, f.px(320)) : 0;
  const int lists = draw_lists(d, {0, 0, inside}, Paint::measure);
  if (picture + lists == 0) return 0;
  const Rect rect{at.x, at.y, at.w, picture + lists + 2 * pad - f.px(8)};
  card(f, rect);
  if (pictured) draw_shot(d, {rect.x + 1, rect.y + 1, rect.w - 2, picture});
  draw_lists(d, {rect.x + pad, rect.y + picture + pad, inside}, Paint::draw);
  return rect.h;
}

// ---- ways on --------------------------------------------------------------------------------------------------------------

std::vector<Box> ways_on(const Draft& d) {
  const DebriefLabels& l = d.state.labels;
  const bool can_go_back = d.state.back.turn >= 0;
  const ButtonKind everything = can_go_back ? ButtonKind::plain : ButtonKind::main;
  std::vector<Box> buttons;
  if (can_go_back)
    buttons.push_back(box::button({.id = "debrief/back", .label = d.state.back.label, .icon = "replay", .kind = ButtonKind::main},
                                  {d.out.go_back, d.state.back.turn}));
  buttons.push_back(box::button({.id = "debrief/again", .label = l.again, .icon = "play"}, d.out.again));
  buttons.push_back(box::button({.id = "debrief/everything", .label = l.everything, .icon = "list", .kind = everything}, d.out.everything));
  return buttons;
}

int draw_side_by_side(Draft& d, const Place& at) {
  const int card_width = at.w * 448 / 1152, text_width = std::min(at.w * 656 / 1152, d.f.px(720));
  const int words = draw_text(d, {at.x, at.y, text_width});
  return std::max(words, draw_card(d, {at.x + at.w - card_width, at.y, card_width}));
}

int draw_one_column(Draft& d, const Place& at) {
  const int words = draw_text(d, at) + d.f.px(24);
  return words + draw_card(d, {at.x, at.y + words, std::min(at.w, d.f.px(560))});
}

} // namespace

void draw_page_one(Draft& d, Rect page) {
  Frame& f = d.f;
  const Ways ways = ways_from(f, page, ways_on(d));
  const Rect bar = page.take_bottom(ways.bar_height);
  const int side = (f.width() - page.w) / 2;
  ScrollArea area(f, {"debrief/one", {page.x, page.y, page.w + side, page.h}, d.state.headline});
  Place at{area.left(), area.top() + f.px(32), std::min(area.width(), page.w)};
  at.y += f.text_percent() < 150 ? draw_side_by_side(d, at) : draw_one_column(d, at);
  at.y += f.px(24) + ways.after.draw(f, {at.x, at.y + f.px(24)}, at.w);
  area.finish(at.y);
  ways.fixed.draw(f, bar);
}

} // namespace firsthand::screens::debrief
