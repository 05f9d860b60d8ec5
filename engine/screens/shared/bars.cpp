// See bars.h. Must not know any screen.
#include "engine/screens/shared/bars.h"

#include "engine/base/utf8.h"

#include <algorithm>
#include <vector>

namespace firsthand::screens::shared {

Rect page_rect(Frame& f, int top, int widest_design) {
  const int margin = std::min(f.px(64), f.width() / 20);
  const int width = std::min(f.width() - 2 * margin, f.px(widest_design));
  return {(f.width() - width) / 2, top, width, f.height() - top};
}

void draw_page(Frame& f, int top, std::string_view id, std::string_view label, const Box& inside, int widest_design) {
  const Rect page = page_rect(f, top, widest_design);
  ScrollArea area(f, {id, {0, top, f.width(), f.height() - top}, label});
  area.finish(area.top() + inside.draw(f, {page.x, area.top()}, std::min(page.w, area.width() - page.x)));
}

Rect brand_bar(Frame& f, const Picture& mark, std::string_view name) {
  Rect bar = top_bar(f);
  const int side = f.px(28);
  const Rect place = bar.take_left(side, f.px(16));
  f.picture(mark, {place.x, place.y + (place.h - side) / 2, side, side}, {.fit = Fit::contain});
  const int words = f.measure(name, Type::heading).w;
  f.text(bar.take_left(words, f.px(24)), name, Type::heading, Colour::text, {.valign = VAlign::middle, .role = Role::heading});
  return bar;
}

BackBar back_bar(Frame& f, std::string_view id, std::string_view back_label, std::string_view title) {
  BackBar out{top_bar(f)};
  const int side = f.px(40);
  const Rect strip = out.rest.take_left(side, f.px(12));
  const Rect place{strip.x - f.px(8), strip.y + (strip.h - side) / 2, side, side};
  f.begin_part(Part::back);
  const Interaction i = f.control({.id = id, .label = back_label, .role = Role::button, .rect = place, .value = {}, .shape = {}});
  f.end_part();
  if (i.hovered || i.held) f.fill(place, Colour::acc_soft, f.px(6));
  f.icon("back", place.inset((side - f.px(24)) / 2), Colour::text);
  if (i.ring) f.focus_ring(place, f.px(6));
  out.back = i.clicked;
  const int words = f.measure(title, Type::heading).w;
  f.text(out.rest.take_left(words, f.px(24)), title, Type::heading, Colour::text, {.valign = VAlign::middle, .role = Role::heading});
  return out;
}

Box entry(const Field& field, std::string& value, bool& entered) {
  return {[=](Frame& f, int width) {
            return Size{width, field_height(f, field)};
          },
          [=, &value, &entered](Frame& f, const Rect& rect) { entered |= ui::field(f, rect, field, value) == FieldEvent::submitted; }};
}

Box banner(std::string_view words, std::string_view icon, Meaning meaning) {
  if (words.empty()) return {};
  const Notice said{.words = words, .icon = icon, .meaning = meaning};
  return {[=](Frame& f, int width) {
            return Size{width, notice_height(f, said, width)};
          },
          [=](Frame& f, const Rect& rect) { notice(f, rect, said); }};
}

bool ButtonRow::add(const Button& b) {
  const Size size = size_of(f_, b, room_.w);
  if (x_ > room_.x && x_ + size.w > room_.right()) x_ = room_.x, y_ += tall_ + f_.px(8), tall_ = 0;
  const Rect place{x_, y_, size.w, size.h};
  x_ += size.w + f_.px(12), tall_ = std::max(tall_, size.h);
  return button(f_, place, b);
}

namespace {

std::vector<std::string_view> words_in(std::string_view name) {
  std::vector<std::string_view> words;
  while (!name.empty()) {
    const std::size_t end = std::min(name.find(' '), name.size());
    if (end > 0) words.push_back(name.substr(0, end));
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return words;
}

// A letter of a word; of one with a vowel written before its consonant, the consonant.
std::string first_letter(std::string_view word) {
  std::size_t from = 0, at = 0;
  const char32_t first = base::next_code_point(word, at);
  const bool written_before = (first >= 0x0E40 && first <= 0x0E44) || (first >= 0x0EC0 && first <= 0x0EC4);
  if (written_before && at < word.size()) {
    from = at;
    base::next_code_point(word, at);
  }
  std::string letter(word.substr(from, at - from));
  if (letter.size() == 1 && letter[0] >= 'a' && letter[0] <= 'z') letter[0] = static_cast<char>(letter[0] - 'a' + 'A');
  return letter;
}

} // namespace

std::string initials_of(std::string_view name) {
  std::vector<std::string_view> words = words_in(name);
  if (words.size() > 1 && words.front().ends_with('.')) words.erase(words.begin());
  if (words.empty()) return {};
  return words.size() == 1 ? first_letter(words.front()) : first_letter(words.front()) + first_letter(words.back());
}

void initials_disc(Frame& f, const Rect& square, std::string_view name) {
  f.disc(square.centre(), square.w, Colour::acc_soft);
  if (f.high_contrast()) f.circle(square.centre(), square.w, Colour::acc, 2);
  f.text(square, initials_of(name), Type::body_bold, Colour::acc, {.align = Align::centre, .valign = VAlign::middle, .listed = Listed::no});
}

} // namespace firsthand::screens::shared
