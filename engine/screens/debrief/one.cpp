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

BlockLook look_of(const DrawContext& d, const DebriefBlock& block) {
  switch (block.kind) {
  case DebriefBlock::Kind::why:
    return {"question", d.state.verdict.meaning == Meaning::ok ? Meaning::accent : d.state.verdict.meaning};
  case DebriefBlock::Kind::instead:
    return {"forward", Meaning::accent};
  case DebriefBlock::Kind::rule:
    return {"book", Meaning::accent};
  case DebriefBlock::Kind::asked:
    return {"chat", Meaning::accent};
  case DebriefBlock::Kind::well:
    break;
  }
  return {"check", Meaning::ok};
}

Colour ground_for(Meaning meaning) { return meaning == Meaning::accent ? Colour::acc_soft : ground_of(meaning); }

bool is_figure(char c) { return c >= '0' && c <= '9'; }

// "09:14:20": where it ends if one begins here.
std::size_t end_of_time(std::string_view words, std::size_t at) {
  constexpr std::string_view form = "00:00:00";
  if (words.size() < at + form.size()) return at;
  for (std::size_t i = 0; i < form.size(); ++i)
    if (form[i] == ':' ? words[at + i] != ':' : !is_figure(words[at + i])) return at;
  return at + form.size();
}

// Lead and words as one paragraph; the lead and the times bold.
Box paragraph(Frame& f, const DebriefBlock& block) {
  const std::string_view words = f.keep(block.lead.empty() ? block.words : block.lead + " " + block.words);
  std::vector<text::Span> bold;
  const auto add = [&](std::size_t from, std::size_t to) {
    bold.push_back({static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to), text::Weight::bold, 0});
  };
  if (!block.lead.empty()) add(0, block.lead.size());
  for (std::size_t at = block.lead.size(); at < words.size(); ++at)
    if (const std::size_t end = end_of_time(words, at); end > at) add(at, end), at = end;
  return box::text(words, Type::lead, Colour::text, {.spans = bold});
}

Box square_icon(const BlockLook& look) {
  return box::fixed(40, 40, [look](Frame& f, const Rect& square) {
    f.fill(square, ground_for(look.meaning), f.small_radius());
    f.icon(look.icon, square.inset(f.px(9)), ink_of(look.meaning));
  });
}

Box block_box(DrawContext& d, const DebriefBlock& block) {
  Box words = box::column({}, box::text(block.title, Type::small_bold, Colour::mut, {.role = Role::heading}), paragraph(d.f, block));
  for (const std::string& line : block.small)
    words.add(box::column({.pad = {.top = 2}}, box::text(line, Type::small, Colour::mut)));
  return box::row({.gap = 16, .across = Across::start}, square_icon(look_of(d, block)), std::move(words).grow());
}

Box verdict_box(const DebriefVerdict& verdict) {
  return box::column({.gap = 8},
                     box::wrap({.gap = 16, .line_gap = 8, .across = Across::centre},
                               box::text(verdict.words, Type::display, Colour::text, {.role = Role::heading}),
                               box::tag({verdict.fatal, "cross", Meaning::loss})),
                     box::text(verdict.line, Type::body, Colour::mut));
}

Box words_of_one(DrawContext& d) {
  Box blocks = box::column({.gap = 20});
  for (const DebriefBlock& block : d.state.blocks)
    blocks.add(block_box(d, block));
  return box::column({}, verdict_box(d.state.verdict), box::space(24), std::move(blocks));
}

// ---- the picture and its lists ------------------------------------------------------------------------------------------

Box list_of(Frame& f, const std::string& label, const std::string& names, const char* icon, Meaning meaning) {
  if (names.empty()) return {};
  return beside_icon(icon, meaning, 14, box::text(f.keep(fmt::format("{}: {}", label, names)), Type::body_bold, ink_of(meaning)));
}

Box lists(DrawContext& d) {
  const DebriefState& s = d.state;
  return box::column({.gap = 4, .pad = pad(20, 14)}, list_of(d.f, s.labels.lost, s.lost, "cross", Meaning::loss),
                     list_of(d.f, s.labels.out_of_reach, s.out_of_reach, "padlock", Meaning::warn),
                     list_of(d.f, s.labels.not_secured, s.not_secured, "triangle", Meaning::warn),
                     list_of(d.f, s.labels.not_found, s.not_found, "search", Meaning::warn),
                     list_of(d.f, s.labels.saved, s.saved, "check", Meaning::ok));
}

// The part of the picture that is shown stays in its 16:7 or so; the rest of the room is the lists'.
PictureOptions shot_options(Frame& f, const Rect& part) {
  PictureOptions options{.radius = f.radius(), .corners = top_left | top_right, .id = "debrief/shot"};
  if (part.empty()) return options;
  options.focus_x = std::clamp(part.centre().x * 1000 / 768, 0, 1000);
  options.focus_y = std::clamp(part.centre().y * 1000 / 336, 0, 1000);
  options.zoom_percent = std::clamp(768 * 45 / std::max(1, part.w), 100, 160);
  return options;
}

Box shot_time(const DebriefState& state) {
  const auto ground = [](Frame& f, const Rect& label) {
    f.fill(label, Colour::surf, f.small_radius());
    f.border(label, Colour::line2, 1, f.small_radius());
  };
  return box::on(ground, box::column({.pad = pad(11, 4)}, box::text(state.shot_time, Type::small_bold, Colour::text, {.tabular = true})));
}

void draw_shot(Frame& f, const DebriefState& state, const Rect& rect) {
  std::vector<Picture> layers;
  for (const std::string& path : state.shot.layers)
    layers.push_back(state.picture(path));
  f.scene(layers, rect, shot_options(f, state.shot.part));
  box::column({.pad = pad(12), .across = Across::end}, shot_time(state)).draw(f, {rect.x, rect.y}, rect.w);
}

Box shot_box(const DebriefState& state) {
  if (state.shot.layers.empty() || !state.picture) return {};
  return {[](Frame& f, int width) {
            return Size{width, std::min(width * 7 / 16, f.px(320))};
          },
          [&state](Frame& f, const Rect& rect) {
            draw_shot(f, state, {rect.x + 1, rect.y + 1, rect.w - 2, rect.h});
          }};
}

Box card_of_one(DrawContext& d) {
  const DebriefState& s = d.state;
  Box shot = shot_box(s);
  if (shot.nothing() && s.lost.empty() && s.out_of_reach.empty() && s.not_secured.empty() && s.not_found.empty() && s.saved.empty())
    return {};
  return box::card(box::column({}, std::move(shot), lists(d)));
}

// ---- ways on --------------------------------------------------------------------------------------------------------------

} // namespace

Box practise_button(DrawContext& d) {
  if (d.state.practise.turn < 0) return {};
  return box::button({.id = "debrief/practise", .label = d.state.practise.label, .icon = "play", .kind = ButtonKind::main},
                     {d.out.practise, d.state.practise.turn});
}

namespace {

Box everything_button(DrawContext& d, ButtonKind kind) {
  return box::button({.id = "debrief/everything", .label = d.state.labels.everything, .icon = "list", .kind = kind}, d.out.everything);
}

Box again_button(DrawContext& d, ButtonKind kind) {
  return box::button({.id = "debrief/again", .label = d.state.labels.again, .icon = "play", .kind = kind}, d.out.again);
}

// The main one and the way to the other page come first, and stay in sight: what decided it is practised; where nothing did, it is played
// again, or looked at if there is nothing to mend.
std::vector<Box> ways_on(DrawContext& d) {
  const DebriefState& s = d.state;
  const bool practises = s.practise.turn >= 0, is_well = s.verdict.meaning == Meaning::ok, repeats = !practises && !is_well;
  std::vector<Box> buttons;
  if (practises) buttons.push_back(practise_button(d));
  if (repeats) buttons.push_back(again_button(d, ButtonKind::main));
  buttons.push_back(everything_button(d, practises || repeats ? ButtonKind::plain : ButtonKind::main));
  if (!s.whole.empty()) buttons.push_back(box::button({.id = "debrief/whole", .label = s.whole, .icon = "back"}, d.out.whole));
  if (s.futures.offered)
    buttons.push_back(box::button({.id = "debrief/futures", .label = s.labels.futures, .icon = "transfer"}, d.out.futures));
  if (s.back.turn >= 0)
    buttons.push_back(box::button({.id = "debrief/back", .label = s.back.label, .icon = "replay"}, {d.out.go_back, s.back.turn}));
  if (!repeats) buttons.push_back(again_button(d, ButtonKind::plain));
  if (!s.print.empty()) buttons.push_back(box::button({.id = "debrief/print", .label = s.print, .icon = "paper"}, d.out.print));
  return buttons;
}

Box beside_words(DrawContext& d, std::size_t rows) { return box::column({.gap = 16}, card_of_one(d), costs(d, rows)); }

constexpr int words_share = 656, gap_share = 48, card_share = 448;

// As many as the page has room for, that is the window or what the words need.
std::size_t cost_rows(DrawContext& d, const Box& words, int width, int room) {
  constexpr int all_shares = words_share + gap_share + card_share;
  const int most = std::max(room, words.height(d.f, width * words_share / all_shares));
  std::size_t rows = d.state.costs.first;
  while (rows < d.state.costs.rows.size() && beside_words(d, rows + 1).height(d.f, width * card_share / all_shares) <= most)
    ++rows;
  return rows;
}

Box side_by_side(DrawContext& d, int width, int room) {
  Box words = box::column({}, words_of_one(d).most(720));
  const std::size_t rows = cost_rows(d, words, width, room);
  return box::row({.across = Across::start}, std::move(words).grow(words_share), box::space().grow(gap_share),
                  beside_words(d, rows).grow(card_share));
}

Box one_column(DrawContext& d) { return box::column({.gap = 24}, words_of_one(d), card_of_one(d).most(560)); }

} // namespace

void draw_page_one(DrawContext& d, const Rect& page) {
  shared::Footer ways = shared::footer_of(d.f, page, ways_on(d));
  const int room = page.h - ways.height - d.f.px(32 + 24);
  Box content = box::column({}, box::space(32), d.f.text_percent() < 150 ? side_by_side(d, page.w, room) : one_column(d), box::space(24),
                            std::move(ways.after));
  draw_page(d, page, {}, {"debrief/one", {}, d.state.verdict.words}, std::move(content), std::move(ways));
}

} // namespace firsthand::screens::debrief
