// See told_page.h.
#include "engine/screens/play/told_page.h"

#include "engine/screens/play/stage_layers.h"
#include "engine/screens/shared/bars.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace firsthand::screens {

namespace {

using ui::Across;

constexpr std::array picture_parts{46, 38, 30}; // percent of the width at least, where it stands beside the words
constexpr int label_room = 110;                 // design pixels; where a label has less, they stand below each other

struct Telling {
  Frame& f;
  const StepScene& scene;
  const ToldPage& page;
};

// No line longer than is good to read.
int lines_width(Frame& f) { return f.measure("The quick brown fox jumps over the lazy dog while it rains all day.", Type::lead).w; }

Box lines_of(Telling& t) { return t.page.words().most_px(lines_width(t.f)); }

Box foot_below(Telling& t) { return box::row({.pad = {.top = 12, .bottom = 16}}, t.page.foot()); }

Box picture_of(Telling& t, Box::Measure measure) {
  if (t.page.layers.empty()) return {};
  const std::string_view id = t.f.keep(fmt::format("{}/picture", t.page.kind));
  return {std::move(measure), [&t, id](Frame& f, const Rect& rect) { draw_stage(f, t.scene, t.page.layers, rect, id); }};
}

// Each below its part of the picture.
Box labels_of(Telling& t) {
  if (t.page.labels.empty()) return {};
  return box::for_width([&t](Frame& f, int width) {
    const auto count = static_cast<int>(t.page.labels.size());
    const bool fit = width == 0 || width / count >= f.px(label_room);
    const ui::BoxStyle style{
        .gap = fit ? 12 : 4, .pad = {.left = 8, .top = 8, .right = 8}, .columns = std::vector<int>(fit ? count : 1, 1)};
    Box all = box::grid(style);
    for (const std::string_view label : t.page.labels)
      all.add(box::text(label, Type::small_bold, Colour::text, {.align = fit ? ui::Align::centre : ui::Align::left}));
    return all;
  });
}

Box scrolled(Telling& t, Box inside) { return box::scroll({t.f.keep(fmt::format("{}/text", t.page.kind)), {}}, std::move(inside)).grow(); }

constexpr int above_words = 24, least_margin = 64;

bool words_fit(Telling& t, const Rect& area, int width) {
  const int room = area.h - foot_below(t).height(t.f, width) - t.f.px(above_words);
  return lines_of(t).height(t.f, width - ScrollArea::room_for_bar(t.f)) <= room;
}

// The words have their lines' width, the picture all the rest: not so much that it would be higher than most of the page, and less where
// the words would have to scroll beside it, and need not beside a smaller one.
int picture_width(Telling& t, const Rect& area, int words, int around) {
  if (t.page.layers.empty()) return 0;
  const int room = (area.h - t.f.px(t.page.labels.empty() ? 0 : 56)) * 16 / 7;
  const auto width = [&](int part) { return std::min(std::max(area.w - words, area.w * part / 100), room); };
  for (const int part : picture_parts)
    if (words_fit(t, area, area.w - width(part) - around)) return width(part);
  return width(picture_parts.front());
}

// The foot stands below the words, wherever they end; they scroll where there is no room for both.
Box words_with_foot(Telling& t, const Rect& area, int width, int margin) {
  Box words = scrolled(t, lines_of(t));
  if (words_fit(t, area, width)) words = box::scroll({t.f.keep(fmt::format("{}/text", t.page.kind)), {}}, lines_of(t));
  return box::column({.pad = {.left = margin, .top = above_words, .right = 8}}, std::move(words), foot_below(t));
}

Box beside(Telling& t, const Rect& area, int margin) {
  const auto shape = [](Frame&, int width) { return Size{width, width * 7 / 16}; };
  const int lines = lines_width(t.f) + ScrollArea::room_for_bar(t.f) + t.f.px(margin + 8 + 16),
            width = picture_width(t, area, lines, t.f.px(margin + 8));
  Box picture; // without one the words have all the room
  if (width > 0) picture = box::column({}, picture_of(t, shape), labels_of(t)).wide_px(width).stands(Across::start);
  return box::row({.across = Across::stretch}, words_with_foot(t, area, area.w - width - t.f.px(margin + 8), margin).grow(),
                  std::move(picture));
}

// One column: the words first, the picture after them.
Box single(Telling& t, const Rect& area, int margin) {
  const int room = (area.h - foot_below(t).height(t.f, area.w)) * 8 / 10;
  const auto shape = [room](Frame&, int width) {
    const int height = std::min(width * 7 / 16, room);
    return Size{height * 16 / 7, height};
  };
  Box inside = box::column({.pad = {.top = 12, .bottom = 12}}, lines_of(t), picture_of(t, shape).stands(Across::start),
                           labels_of(t).most_px(room * 16 / 7));
  return box::column({.pad = {.left = margin}}, scrolled(t, std::move(inside)), foot_below(t));
}

// No page of words is wider; on a wide window it stands in the middle, with a margin on both sides.
Rect area_of_words(Frame& f, const Rect& area) {
  const int width = f.px(shared::text_width);
  return area.w < width + 2 * f.px(least_margin) ? area : Rect{area.x + (area.w - width) / 2, area.y, width, area.h};
}

} // namespace

void draw_told_page(Frame& f, const Rect& area, const StepScene& scene, const ToldPage& page) {
  Telling t{f, scene, page};
  const int margin = f.text_percent() >= 150 ? 16 : 24;
  const bool wide = f.width() * 100 / f.text_percent() >= 720;
  const Rect page_area = area_of_words(f, area);
  (wide ? beside(t, page_area, margin) : single(t, page_area, margin)).draw(f, page_area);
}

Box paragraphs(Frame& f, const std::string& text) {
  Box all = box::column({.gap = 14, .pad = {.bottom = 14}});
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t to = std::min(text.find("\n\n", from), text.size());
    std::string one = text.substr(from, to - from);
    while (!one.empty() && (one.back() == '\n' || one.back() == ' '))
      one.pop_back();
    if (!one.empty()) all.add(box::text(f.keep(std::move(one)), Type::lead));
    from = to + 2;
  }
  return all;
}

} // namespace firsthand::screens
