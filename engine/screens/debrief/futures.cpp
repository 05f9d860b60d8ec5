// The page of the two futures: one sentence, two pictures of the same moment, one line of time that forks, and what is chosen on it in
// words.
#include "engine/screens/debrief/parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace firsthand::screens::debrief {

namespace {

bool is_narrow(Frame& f, const Rect& page) { return page.w < f.px(700); }

// ---- the cards

struct FutureStroke {
  Colour ink;
  Stroke stroke;
};

Box outcomes(const FutureRun& run) {
  std::vector<Box> tags;
  for (const DebriefTag& outcome : run.outcomes)
    tags.push_back(box::tag(outcome.tag()));
  return box::wrap({.gap = 8, .line_gap = 6}, std::move(tags));
}

// What it is called, with the stroke of its line.
Box card_title(const FutureRun& run, const FutureStroke& stroke) {
  const auto sample = [stroke](Frame& f, const Rect& at) {
    f.hline(at.x, at.centre().y - f.px(2), at.w, stroke.ink, f.px(4), stroke.stroke);
  };
  return box::row({.gap = 10}, box::fixed(28, 28, sample),
                  box::text(run.title, Type::heading, Colour::text, {.role = Role::heading}).grow());
}

Box card_head(const FutureRun& run, const FutureStroke& stroke) {
  Box beside = box::row({.gap = 12, .pad = pad(20, 12)}, card_title(run, stroke), box::space().grow(), outcomes(run));
  return box::first_that_fits(std::move(beside).least(0, 54),
                              box::column({.gap = 6, .pad = pad(20, 12)}, card_title(run, stroke), outcomes(run)));
}

Box shown_time(const DebriefState& state) {
  const auto ground = [](Frame& f, const Rect& label) {
    f.fill(label, Colour::surf, f.small_radius());
    f.border(label, Colour::line2, 1, f.small_radius());
  };
  return box::on(ground,
                 box::column({.pad = pad(8, 4)}, box::text(state.futures.shown_time, Type::small_bold, Colour::text, {.tabular = true})));
}

// As wide as the card. Where the room is lower than the picture, of its foot more is cut than of its head.
void draw_picture(Frame& f, const DebriefState& state, const FutureRun& run, std::string_view id, const Rect& rect) {
  std::vector<Picture> layers;
  for (const std::string& path : run.shot.layers)
    layers.push_back(state.picture(path));
  f.scene(layers, rect, {.focus_y = 350, .radius = f.radius(), .corners = bottom_left | bottom_right, .id = id, .label = run.title});
  const Box time = shown_time(state);
  const Size size = time.size(f);
  time.draw(f, {rect.right() - size.w - f.px(11), rect.y + f.px(12), size.w, size.h});
}

// Of both cards, window pixels: so that the two pictures stand beside each other.
struct CardSizes {
  int width = 0, head = 0, picture = 0;
};

Box picture(const DebriefState& state, const FutureRun& run, std::string_view id, const CardSizes& sizes) {
  if (run.shot.layers.empty() || !state.picture) return {};
  return {[sizes](Frame&, int width) {
            return Size{width, std::min(sizes.picture, width * 7 / 16)};
          },
          [&state, &run, id](Frame& f, const Rect& rect) {
            draw_picture(f, state, run, id, {rect.x + 1, rect.y, rect.w - 2, rect.h - 1});
          }};
}

Box future_card(const DebriefState& state, const FutureRun& run, const FutureStroke& stroke, std::string_view id, const CardSizes& sizes) {
  Box head{[&run, stroke, sizes](Frame& f, int width) {
             return Size{width, std::max(sizes.head, card_head(run, stroke).height(f, width))};
           },
           [&run, stroke](Frame& f, const Rect& rect) {
             card_head(run, stroke).draw(f, {rect.x, rect.y}, rect.w);
           }};
  return box::card(box::column({}, std::move(head), picture(state, run, id, sizes)));
}

FutureStroke stroke_of_own(const DebriefFutures& futures) {
  return futures.two ? FutureStroke{Colour::loss, Stroke::dotted} : FutureStroke{Colour::ok, Stroke::solid};
}

Box cards(DrawContext& d, const Rect& page, int room) {
  const DebriefState& s = d.state;
  const FutureStroke own_stroke = stroke_of_own(s.futures), other_stroke{Colour::ok, Stroke::solid};
  const bool beside = s.futures.two && !is_narrow(d.f, page);
  CardSizes sizes{beside ? (page.w - d.f.px(16)) / 2 : page.w, 0, 0};
  if (beside)
    sizes.head = std::max(card_head(s.futures.own, own_stroke).height(d.f, sizes.width),
                          card_head(s.futures.other, other_stroke).height(d.f, sizes.width));
  const int head = beside ? sizes.head : card_head(s.futures.own, own_stroke).height(d.f, sizes.width);
  sizes.picture = beside || (!s.futures.two && !is_narrow(d.f, page)) ? std::max(room - head, d.f.px(200)) : page.h * 3 / 4;
  Box own = future_card(s, s.futures.own, own_stroke, "debrief/future-shot/own", sizes);
  if (!s.futures.two) return std::move(own).most(568);
  Box other = future_card(s, s.futures.other, other_stroke, "debrief/future-shot/other", sizes);
  if (!beside) return box::column({.gap = 16}, std::move(own), std::move(other));
  return box::row({.gap = 16, .across = Across::stretch}, std::move(own).grow(), std::move(other).grow());
}

// ---- what is chosen, in words

Box chosen_words(DrawContext& d) {
  const DebriefFutures& futures = d.state.futures;
  if (futures.marks() == 0) return {};
  const FutureMark& mark = futures.mark(chosen_mark(d));
  const Colour ink = mark.kind == FutureMark::Kind::loss ? Colour::loss : Colour::text;
  return box::text(mark.words, Type::body_bold, ink);
}

Box group_row(DrawContext& d, std::size_t index) {
  const FutureMark& mark = d.state.futures.mark(index);
  const auto press = [&d, index] { choose_mark(d, index); };
  return box::row(
      Row{.id = d.f.keep(fmt::format("debrief/future-act/{}", index)), .label = mark.words, .selected = index == chosen_mark(d)}, press);
}

Box open_group(DrawContext& d) {
  const std::vector<std::size_t>& marks = d.memory.futures.group;
  if (marks.empty()) return {};
  Box rows = box::column({});
  for (const std::size_t index : marks)
    if (index < d.state.futures.marks()) rows.add(group_row(d, index));
  return box::card(box::group("debrief/future-acts", std::move(rows))).most(720);
}

// All of it is to be seen at once, as far as the window lets it: the pictures take what is left.
Box story(DrawContext& d, const Rect& page, int room) {
  const DebriefFutures& futures = d.state.futures;
  const auto head = [&] {
    return box::column({}, box::text(futures.sentence, Type::title, Colour::text, {.role = Role::heading}), box::space(4),
                       box::text(futures.depends, Type::body, Colour::mut), box::space(12));
  };
  const auto foot = [&] { return box::column({}, box::space(8), chosen_words(d), box::space(4), future_line(d), box::space(8)); };
  const int rest = head().height(d.f, page.w) + foot().height(d.f, page.w); // without the list, so that no picture changes with it
  return box::column({}, head(), cards(d, page, room - rest), foot(), open_group(d));
}

std::vector<Box> ways_on_futures(DrawContext& d) {
  std::vector<Box> buttons;
  const bool practises = d.state.practise.turn >= 0;
  const DebriefBack& back = d.state.futures.two ? d.state.futures.back : d.state.back;
  Box back_button =
      back.turn < 0
          ? Box()
          : box::button(
                {.id = "debrief/back", .label = back.label, .icon = "replay", .kind = practises ? ButtonKind::plain : ButtonKind::main},
                {d.out.go_back, back.turn});
  Box first = box::button({.id = "debrief/first-page", .label = d.state.labels.first_page, .icon = "back"}, d.out.page_one);
  for (Box& each : practises ? std::array{practise_button(d), first, back_button} : std::array{back_button, first, Box()})
    if (!each.nothing()) buttons.push_back(std::move(each));
  return buttons;
}

} // namespace

std::size_t chosen_mark(const DrawContext& d) { return d.state.futures.shown(d.memory.futures); }

void choose_mark(DrawContext& d, std::size_t index) {
  d.memory.futures.chosen = static_cast<int>(index);
  d.out.moment = true;
}

void draw_page_futures(DrawContext& d, const Rect& page) {
  if (!d.memory.futures.group.empty() && d.f.closes("debrief/future-group")) d.memory.futures.group.clear();
  if (std::exchange(d.memory.futures.opened, false) && !d.memory.futures.group.empty())
    scroll_to(d.f, "debrief/three", d.f.keep(fmt::format("debrief/future-act/{}", d.memory.futures.group.back())));
  shared::Footer ways = shared::footer_of(d.f, page, ways_on_futures(d));
  const int room = page.h - ways.height - d.f.px(16 + 4);
  Box content = box::column({}, box::space(16), story(d, page, room), box::space(4), std::move(ways.after));
  draw_page(d, page, {}, {"debrief/three", {}, d.state.futures.sentence}, std::move(content), std::move(ways));
}

} // namespace firsthand::screens::debrief

namespace firsthand::screens {

namespace {

// The thing that is meant, as far as the step shows it; else whatever it shows.
Shot future_shot(const session::Prepared& prepared, const session::Attempt& then, const StepViews& views, const content::Words& words) {
  for (const model::EntityUse& use : prepared.scenario.entities) {
    Shot shot = debrief_shot(prepared, then, prepared.symbols.find(use.id), views, words);
    if (!shot.layers.empty()) return shot;
  }
  return {};
}

} // namespace

void show_futures(DebriefState& state, const FutureMemory& memory, const causes::Futures& futures, const session::Prepared& prepared,
                  const StepViews& views, const content::Words& words) {
  DebriefFutures& told = state.futures;
  if (told.marks() == 0 || !told.offered) return;
  const std::size_t chosen = told.shown(memory);
  const FutureMark& mark = told.mark(chosen);
  const auto stood = [&](const causes::Future& run, bool is_its_own) {
    const bool is_after = is_its_own && mark.turn < run.size() && run[mark.turn].after.world.now == mark.shown_at;
    return is_after ? run[mark.turn].after : causes::state_at(prepared, run, mark.shown_at);
  };
  const bool of_both = chosen < told.before.size();
  told.own.shot = future_shot(prepared, stood(futures.own, !told.is_other(chosen)), views, words);
  if (told.two) told.other.shot = future_shot(prepared, stood(futures.other, of_both || told.is_other(chosen)), views, words);
  told.shown_time = told.clock(mark.shown_at);
}

} // namespace firsthand::screens
