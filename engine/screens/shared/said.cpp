// See said.h.
#include "engine/screens/shared/said.h"

#include <algorithm>
#include <string>

namespace firsthand::screens::shared {

namespace {

constexpr int widest_over = 720, over_from = 72; // design pixels
constexpr int around_words = 68;                 // of a notice: its sign, the gaps and its edges

Notice notice_of(const Said& said) { return {.words = said.words, .icon = said.icon, .meaning = said.meaning}; }

// As wide as its words in one line; narrower it has more lines. Its own id, so that the page can be scrolled to it.
Box notice_that_comes(const Said& said, std::string_view scroll) {
  return {[said](Frame& f, int width) {
            const int natural = f.measure(said.words, Type::body).w + f.px(around_words);
            const int wide = width > 0 ? std::min(width, natural) : natural;
            return Size{wide, notice_height(f, notice_of(said), wide)};
          },
          [said, scroll](Frame& f, const Rect& rect) {
            const std::string_view id = f.keep(std::string(scroll) + "/said");
            if (!f.was_shown(id)) scroll_to(f, scroll, id), f.wake_after(0);
            f.control({.id = id, .label = {}, .role = Role::text, .rect = rect, .focusable = false, .value = {}, .shape = {}});
            notice(f, rect, notice_of(said));
          }};
}

} // namespace

Said pin_said(Frame& f, const content::Words& words, int wait_seconds, std::string_view problem) {
  if (wait_seconds == 0) return {.words = problem};
  return {.words = f.keep(
              words.plural("sign-in", "Wait {n} second before the next try.", "Wait {n} seconds before the next try.", wait_seconds)),
          .icon = "clock"};
}

Box with_said(Box buttons, const Said& said, std::string_view scroll, int lines) {
  Box below = said.words.empty() ? Box() : notice_that_comes(said, scroll);
  if (lines > 0) below = box::column({}, std::move(below)).least(0, 32 + 24 * lines);
  Box all = box::column({.gap = 12}, buttons, std::move(below));
  if (said.words.empty() || lines > 0) return all;
  return box::first_that_fits(box::row({.gap = 16, .across = Across::start}, Box(buttons), notice_that_comes(said, scroll)),
                              std::move(all));
}

bool said_over(Frame& f, const content::Words& words, std::string_view id, const Said& said) {
  if (said.words.empty()) return false;
  Notice over = notice_of(said);
  over.action_id = f.keep(std::string(id) + "/close"), over.action_label = f.keep(words.tr("shell", "Close"));
  const int width = std::min(f.width() - 2 * f.px(16), f.px(widest_over)), height = notice_height(f, over, width);
  const Rect at{(f.width() - width) / 2, f.px(over_from), width, height};
  if (f.was_shown(id) && f.released_beside(at)) return true;
  f.begin_sheet(id, at, over.words, Beside::heard);
  const bool closed = notice(f, at, over) || f.closes(id);
  f.border(at, ink_of(over.meaning), 1, f.radius());
  f.end_sheet();
  return closed;
}

} // namespace firsthand::screens::shared
