// Searching from home: among lessons, words of the glossary and the own notes. The focus stays in the field, which leads through what
// was found; a word opens over the page.
#include "engine/screens/home/parts.h"

#include <algorithm>

namespace firsthand::screens::home {

namespace {

constexpr std::string_view search_field = "home/search", search_page = "home/page", lesson_rows = "home/lesson/", word_rows = "home/word/",
                           note_rows = "home/note/";

void take_found(DrawContext& d, std::string_view row) {
  if (row.starts_with(lesson_rows)) d.out.lesson = std::string(row.substr(lesson_rows.size()));
  if (row.starts_with(note_rows)) d.out.note = std::string(row.substr(note_rows.size()));
  if (row.starts_with(word_rows)) d.m.word = row, d.f.focus("home/close-word");
}

void draw_search(DrawContext& d, const Rect& rect, const Field& search, const shared::LedList& list) {
  shared::lead_through(d.f, d.m, list);
  if (field(d.f, rect, search, d.m.search) == FieldEvent::submitted && d.m.search == d.m.searched)
    take_found(d, shared::taken_by_enter(d.f, d.m, list));
  const bool ends = d.f.left_field(search.id) || (!d.m.search.empty() && !d.m.menu && d.m.word.empty() && d.f.closes(search.id));
  if (ends) d.m.search.clear();
  if (d.m.search != d.m.searched) d.f.wake_after(0); // what was typed is looked for in the next frame
}

Box nothing_found(DrawContext& d) {
  return box::column(
      {.gap = 16},
      box::column(
          {.gap = 4},
          box::text(d.tr("Nothing has “{typed}” in it", {{"typed", d.m.search}}), Type::heading, Colour::text, {.role = Role::heading}),
          box::text(d.tr("Searched: lessons, words that are explained in them, and your own notes. Try one word, or its beginning."),
                    Type::body, Colour::mut)),
      box::button({.id = "home/clear-search", .label = d.tr("Clear the search"), .icon = "close"}, {d.m.search, std::string()})
          .stands(Across::start));
}

} // namespace

bool search_in_bar(Frame& f) { return f.text_percent() < 150; }

shared::Found found_now(DrawContext& d) {
  shared::follow_typing(d.f, d.m, {search_field, search_page, {}});
  return shared::found_by(d.f, d.s.index, d.m.search, {search_field, search_page, {}}, "home");
}

Box search(DrawContext& d, const shared::Found& found) {
  const std::string_view hint = d.tr("Search"), label = d.tr("Search lessons, words and notes");
  const Field search{.id = search_field, .label = label, .hint = hint, .icon = "search", .show_label = false, .max_bytes = 120};
  const auto draw = [&d, search, list = found.list](Frame&, const Rect& rect) { draw_search(d, rect, search, list); };
  if (search_in_bar(d.f)) return box::fixed(264, 40, draw);
  return {[search](Frame& f, int width) { return Size{width, field_height(f, search)}; }, draw};
}

Box results(DrawContext& d, const shared::Found& found) {
  if (found.groups.empty()) return nothing_found(d);
  return shared::found_rows(d.f, found, d.s.words, d.m, [&d](std::string_view row) { take_found(d, row); });
}

void draw_word(DrawContext& d, const shared::Found& found) {
  const app::SearchItem& word = shared::item_of(found, d.m.word);
  if (word.title.empty()) return d.m.word.clear();
  Frame& f = d.f;
  bool closed = false;
  const Box close = box::button(
      {.id = "home/close-word", .label = d.tr("Close"), .icon = "close", .kind = ButtonKind::quiet, .size = ButtonSize::small}, closed);
  const Box inside = box::card(
      box::column({.gap = 12, .pad = {24, 12, 16, 24}},
                  box::row({.gap = 16}, box::text(word.title, Type::heading, Colour::text, {.role = Role::heading}).grow(), close),
                  box::text(word.text, Type::lead), box::text(word.detail, Type::small, Colour::mut)));
  const int w = std::min(f.width() - f.px(32), f.px(560)), h = inside.height(f, w);
  const Rect sheet{(f.width() - w) / 2, std::max(f.px(8), (f.height() - h) / 3), w, h};
  f.begin_sheet("home/word", sheet, word.title);
  f.fill(f.window(), Rgba{0, 0, 0, 90});
  inside.draw(f, sheet);
  closed |= f.closes("home/word");
  f.end_sheet();
  if (closed) d.m.word.clear();
}

} // namespace firsthand::screens::home
