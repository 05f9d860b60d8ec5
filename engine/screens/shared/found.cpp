// See found.h.
#include "engine/screens/shared/found.h"

#include "engine/screens/shared/bars.h"

#include <algorithm>
#include <array>

namespace firsthand::screens::shared {

namespace {

struct KindWords {
  const char *id, *icon;
};
constexpr std::array<KindWords, 6> kinds{
    {{"/lesson/", "play"}, {"/word/", "book"}, {"/thing/", "label"}, {"/note/", "pen"}, {"/fact/", "eye"}, {"/photograph/", "camera"}}};
const KindWords& of_kind(app::SearchKind kind) { return kinds[static_cast<std::size_t>(kind)]; }

std::string head_words(const content::Words& words, app::SearchKind kind) {
  switch (kind) {
  case app::SearchKind::lesson:
    return words.tr("found", "Lessons");
  case app::SearchKind::word:
    return words.tr("found", "Words");
  case app::SearchKind::thing:
    return words.tr("found", "Things and people");
  case app::SearchKind::note:
    return words.tr("found", "My notes");
  case app::SearchKind::fact:
    return words.tr("found", "What you saw and did");
  case app::SearchKind::photograph:
    return words.tr("found", "Photographs");
  }
  return {};
}

Box marked_words(Frame& f, std::string_view words, const app::Places& places, Type type, Colour ink) {
  if (words.empty()) return {};
  app::Excerpt shown = app::excerpt_of(words, places);
  std::vector<text::Span> bold;
  for (const auto& [from, to] : shown.places)
    bold.push_back({from, to, text::Weight::bold});
  return box::text(f.keep(std::move(shown.words)), type, ink, {.spans = bold, .listed = Listed::no});
}

Box found_row(Frame& f, const app::SearchItem& item, const app::SearchHit& hit, const Row& row,
              const std::function<void(std::string_view)>& take) {
  Box words = box::column(
      {.gap = 2}, marked_words(f, item.title, hit.title, Type::lead, Colour::text),
      marked_words(f, item.text, hit.text, item.title.empty() ? Type::body : Type::small, item.title.empty() ? Colour::text : Colour::mut),
      box::text(item.detail, Type::small, Colour::mut, {.listed = Listed::no}));
  return Box(
             [row, take](Frame& frame, const Rect& rect, const std::function<void()>& inside) {
               if (ui::row(frame, rect, row)) take(row.id);
               if (row.selected) frame.border(rect, Colour::acc, 2, frame.radius());
               inside();
             },
             box::row({.gap = 16, .pad = pad(16, 10), .across = Across::start}, line_icon(of_kind(item.kind).icon, 20, Colour::acc),
                      std::move(words).grow(), line_icon("chevron", 20, Colour::mut)))
      .least(0, 56);
}

// What is read out of a row: all that stands in it.
std::string_view said_of(Frame& f, const app::SearchItem& item) {
  std::string all;
  for (const std::string* each : {&item.title, &item.text, &item.detail})
    if (!each->empty()) all += (all.empty() ? "" : ", ") + app::excerpt_of(*each, {}).words;
  return f.keep(std::move(all));
}

} // namespace

Found found_by(Frame& f, const app::SearchIndex& index, std::string_view typed, LedList list, std::string_view page) {
  Found found{index, index.find(typed), std::move(list)};
  for (const app::SearchGroup& group : found.groups)
    for (const app::SearchHit& hit : group.hits)
      found.list.rows.push_back(f.keep(std::string(page) + of_kind(group.kind).id + index.item(hit.which).id));
  return found;
}

const app::SearchItem& item_of(const Found& found, std::string_view row) {
  std::size_t at = static_cast<std::size_t>(std::find(found.list.rows.begin(), found.list.rows.end(), row) - found.list.rows.begin());
  for (const app::SearchGroup& group : found.groups)
    if (at < group.hits.size())
      return found.index.item(group.hits[at].which);
    else
      at -= group.hits.size();
  static const app::SearchItem none;
  return none;
}

Box found_rows(Frame& f, const Found& found, const content::Words& words, const LedMemory& m,
               const std::function<void(std::string_view row)>& take) {
  Box all = box::column({.gap = 24});
  auto id = found.list.rows.begin();
  for (const app::SearchGroup& group : found.groups) {
    Box rows = box::column({});
    for (const app::SearchHit& hit : group.hits) {
      const app::SearchItem& item = found.index.item(hit.which);
      if (&hit != &group.hits.front()) rows.add(box::line());
      rows.add(
          found_row(f, item, hit, {.id = *id, .label = said_of(f, item), .selected = m.marked == *id, .bare = true, .led = true}, take));
      ++id;
    }
    const std::string_view more =
        group.more == 0 ? std::string_view()
                        : f.keep(words.plural("found", "and {n} more; another word brings them nearer",
                                              "and {n} more; another word brings them nearer", static_cast<std::int64_t>(group.more)));
    all.add(box::column({.gap = 8},
                        box::text(f.keep(head_words(words, group.kind)), Type::body_bold, Colour::text, {.role = Role::heading}),
                        box::card(std::move(rows)), box::text(more, Type::small, Colour::mut)));
  }
  return all;
}

} // namespace firsthand::screens::shared
