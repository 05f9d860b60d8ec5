// See bars.h. Must not know any screen.
#include "engine/screens/shared/bars.h"

#include "engine/base/utf8.h"

#include <algorithm>
#include <vector>

namespace firsthand::screens::shared {

Rect page_rect(Frame& f, int top) {
  const int margin = std::min(f.px(64), f.width() / 20);
  const int width = std::min(f.width() - 2 * margin, f.px(text_width));
  return {(f.width() - width) / 2, top, width, f.height() - top};
}

void draw_page(Frame& f, int top, std::string_view id, std::string_view label, const Box& inside, int below) {
  const Rect page = page_rect(f, top);
  ScrollArea area(f, {id, {0, top, f.width(), f.height() - top - below}, label, true});
  area.finish(area.top() + inside.draw(f, {page.x, area.top()}, std::min(page.w, area.width() - page.x)));
}

namespace {

Box bar_title(std::string_view words) { return box::text(words, Type::heading, Colour::text, {.role = Role::heading}); }

} // namespace

void brand_bar(Frame& f, const Picture& mark, std::string_view name, Box right) {
  const auto picture = [&mark](Frame& frame, const Rect& rect) { frame.picture(mark, rect, {.fit = Fit::contain}); };
  box::row({.gap = 24}, box::row({.gap = 16}, box::fixed(28, 28, picture), bar_title(name)), box::part(Part::bar, std::move(right)).grow())
      .draw(f, top_bar(f));
}

bool back_bar(Frame& f, std::string_view id, std::string_view back_label, std::string_view title) {
  bool back = false;
  box::row({.gap = 20, .pad = {.left = -8}}, box::back(id, back_label, back), bar_title(title)).draw(f, top_bar(f));
  return back;
}

Box banner(std::string_view words, std::string_view icon, Meaning meaning) {
  if (words.empty()) return {};
  const Notice said{.words = words, .icon = icon, .meaning = meaning};
  return {[=](Frame& f, int width) {
            return Size{width, notice_height(f, said, width)};
          },
          [=](Frame& f, const Rect& rect) { notice(f, rect, said); }};
}

Box line_icon(std::string_view name, int side, Colour colour) {
  return box::fixed(side, 24, [=](Frame& f, const Rect& rect) { f.icon(name, rect, colour); });
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

Box list_row(Frame& f, const ListRow& row, Pressed pressed) {
  const Row whole{.id = row.id, .label = f.keep(std::string(row.title) + ", " + std::string(row.detail)), .arrow = true, .bare = true};
  const TextOptions silent{.listed = Listed::no};
  return box::on(
      [whole, pressed = std::move(pressed)](Frame& frame, const Rect& rect) {
        card(frame, rect);
        pressed(ui::row(frame, rect, whole));
      },
      box::row({.gap = 16, .pad = pad(16, 8)}, box::icon(row.icon, 22, ink_of(row.meaning)),
               box::column({}, box::text(row.title, Type::body_bold, Colour::text, silent),
                           box::text(row.detail, Type::small, Colour::mut, silent))
                   .grow(),
               box::icon("chevron", 24, Colour::mut))
          .least(0, 64));
}

Box icon_button(std::string_view id, std::string_view label, std::string_view icon, Pressed pressed) {
  return box::fixed(40, 40, [=, pressed = std::move(pressed)](Frame& f, const Rect& square) {
    const Interaction i = f.control({.id = id, .label = label, .role = Role::button, .rect = square, .value = {}, .shape = {}});
    if (i.hovered || i.held) f.fill(square, Colour::acc_soft, f.radius());
    f.icon(icon, square.inset(f.px(9)), Colour::acc);
    if (i.ring) f.focus_ring(square, f.radius());
    pressed(i.clicked);
  });
}

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
