// See led_list.h.
#include "engine/screens/shared/led_list.h"

#include "engine/ui/widgets.h"

#include <algorithm>

namespace firsthand::screens::shared {

namespace {

constexpr int rows_of_a_page = 7;

int rows_moved(Frame& f) {
  const std::pair<Key, int> keys[] = {{Key::down, 1}, {Key::up, -1}, {Key::page_down, rows_of_a_page}, {Key::page_up, -rows_of_a_page}};
  for (const auto& [key, rows] : keys)
    if (f.shortcut(key)) return rows;
  return 0;
}

void mark_row(Frame& f, LedMemory& m, const LedList& list, int at) {
  at = std::clamp(at, -1, static_cast<int>(list.rows.size()) - 1);
  m.marked = at < 0 ? std::string_view() : list.rows[static_cast<std::size_t>(at)];
  at <= 0 ? scroll_to_top(f, list.scroll) : scroll_to(f, list.scroll, m.marked);
}

} // namespace

void follow_typing(Frame& f, LedMemory& m, const LedList& list) {
  if (m.search == m.searched) return;
  m.searched = m.search;
  m.marked.clear();
  scroll_to_top(f, list.scroll);
}

void lead_through(Frame& f, LedMemory& m, const LedList& list) {
  if (f.focused() != list.field) return m.marked.clear();
  if (list.rows.empty()) return;
  const auto marked = std::find(list.rows.begin(), list.rows.end(), m.marked);
  const int all = static_cast<int>(list.rows.size()), at = marked == list.rows.end() ? -1 : static_cast<int>(marked - list.rows.begin());
  if (const int rows = rows_moved(f); rows != 0)
    mark_row(f, m, list, at < 0 && rows < 0 ? all - 1 : at + rows); // up from the field: the last
}

std::string_view taken_by_enter(Frame& f, LedMemory& m, const LedList& list) {
  if (list.rows.size() == 1) return list.rows.front();
  const auto marked = std::find(list.rows.begin(), list.rows.end(), m.marked);
  if (marked != list.rows.end()) return *marked;
  if (!list.rows.empty()) mark_row(f, m, list, 0);
  return {};
}

} // namespace firsthand::screens::shared
