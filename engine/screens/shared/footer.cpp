// See footer.h. Must not know any screen.
#include "engine/screens/shared/footer.h"

#include "engine/screens/shared/bars.h"

#include <algorithm>
#include <utility>

namespace firsthand::screens::shared {

Footer footer_of(Frame& f, const Rect& page, const std::vector<Box>& buttons) {
  if (buttons.empty()) return {};
  const auto line = [](std::vector<Box> some) { return box::wrap({.gap = 16, .line_gap = 8}, std::move(some)); };
  const auto bar = [&](std::size_t count) {
    return box::column({.pad = pad(0, 12)}, line({buttons.begin(), buttons.begin() + static_cast<std::ptrdiff_t>(count)}));
  };
  const auto height = [&](std::size_t count) { return bar(count).height(f, page.w); };
  const int one_line = std::max(height(1), f.px(60 + 24));
  std::size_t fixed = buttons.size();
  while (fixed > 1 && height(fixed) > one_line)
    --fixed;
  if (fixed == 1 && buttons.size() > 1 && 2 * height(2) <= page.h) fixed = 2;
  if (fixed == 1 && page.h < 3 * height(1)) return {{}, line(buttons)};
  Box after = fixed == buttons.size() ? Box() : line({buttons.begin() + static_cast<std::ptrdiff_t>(fixed), buttons.end()});
  return {bar(fixed), std::move(after), height(fixed)};
}

namespace {

// What is said of the buttons, with its distance to the line above.
Box said_of_buttons(Box says) { return says.nothing() ? Box() : box::column({.pad = {.top = 12}}, std::move(says)); }

} // namespace

void draw_page(Frame& f, int top, std::string_view id, std::string_view label, PageParts parts) {
  const Rect page = page_rect(f, top);
  const int head = parts.above.nothing() ? 0 : parts.above.draw(f, {page.x, top}, page.w);
  const Rect below{page.x, top + head, page.w, page.h - head};
  Footer footer = footer_of(f, below, parts.buttons);
  Box says = said_of_buttons(std::move(parts.says));
  const int said = says.nothing() ? 0 : says.height(f, page.w), foot = footer.height + said;
  const bool low = footer.height == 0 || 5 * foot > 2 * below.h;
  const Rect scrolled{0, below.y, f.width(), below.h - (low ? footer.height : foot)};
  const Box inside = box::column({.gap = 24}, low ? says : Box(), std::move(parts.inside), std::move(footer.after));
  ScrollArea area(f, {id, scrolled, label, true});
  area.finish(area.top() + inside.draw(f, {page.x, area.top()}, std::min(page.w, area.width() - page.x)));
  if (footer.fixed.nothing()) return;
  f.hline(0, scrolled.bottom(), f.width(), Colour::line); // lines that are cut there scroll on
  if (!low) says.draw(f, {page.x, scrolled.bottom()}, page.w);
  footer.fixed.draw(f, {page.x, f.height() - footer.height, page.w, footer.height});
}

} // namespace firsthand::screens::shared
