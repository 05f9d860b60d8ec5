// The sheet of words: those of the glossary that this person has met, and a search among all that came up for them in the lesson so far:
// these words, things and people, the own notes, what was seen and done, the photographs. What was not met is in no index, and so cannot be
// found.
#include "engine/screens/play/parts.h"
#include "engine/screens/shared/found.h"

#include <algorithm>
#include <utility>

namespace firsthand::screens::play {

namespace {

using Line = report::NotebookLine;
constexpr std::string_view words_field = "play/search", words_page = "play/glossary-words", found_ids = "play/found";

std::optional<app::SearchKind> kind_of(Line::Kind kind) {
  switch (kind) {
  case Line::Kind::note:
    return app::SearchKind::note;
  case Line::Kind::photo:
    return app::SearchKind::photograph;
  case Line::Kind::act:
  case Line::Kind::failed:
  case Line::Kind::task:
  case Line::Kind::seen:
  case Line::Kind::said:
    return app::SearchKind::fact;
  case Line::Kind::custody:
  case Line::Kind::wait:
    return std::nullopt;
  }
  return std::nullopt;
}

// The newest first; its place in the notebook as its id.
void add_lines(const DrawContext& d, app::SearchIndex& index) {
  const auto& lines = d.scene.notebook.lines;
  for (std::size_t i = lines.size(); i-- > 0;) {
    const Line& line = lines[i];
    const auto kind = kind_of(line.kind);
    if (!kind || (line.kind == Line::Kind::note && line.typed.empty())) continue; // erased
    const std::string title = line.kind == Line::Kind::note || !line.name ? std::string() : d.scene.say(*line.name);
    index.add({*kind, std::to_string(i), title, line_words(d.scene, line), clock_text(d.scene, line.at)});
  }
}

// What can be acted on now, or was written of: what nobody came upon yet is not named.
bool was_met(const DrawContext& d, model::Symbol entity) {
  const auto& actions = d.scene.offers.actions;
  const auto& lines = d.scene.notebook.lines;
  return std::any_of(actions.begin(), actions.end(), [&](const session::Action& each) { return each.entity == entity; }) ||
         std::any_of(lines.begin(), lines.end(), [&](const Line& each) { return each.entity == entity; });
}

std::string seen_of(const DrawContext& d, model::Symbol entity) {
  std::string words;
  for (const SeenFact& fact : seen_facts(d.scene, entity))
    if (!fact.words.empty()) words += (words.empty() ? "" : ". ") + fact.words;
  return words;
}

void add_things(const DrawContext& d, app::SearchIndex& index) {
  for (const model::EntityUse& use : d.scene.prepared.scenario.entities)
    if (const model::Symbol entity = d.scene.prepared.symbols.find(use.id); entity != 0 && was_met(d, entity))
      index.add({app::SearchKind::thing, use.id, numbered_name(d.scene, use), seen_of(d, entity), {}});
}

const app::SearchIndex& index_now(DrawContext& d) {
  LookedFor& looked = d.memory.looked_for;
  const std::string& language = d.scene.words.language();
  if (looked.turn == d.scene.drawn.turn && looked.language == language) return looked.index;
  looked.index = {}, looked.turn = d.scene.drawn.turn, looked.language = language;
  for (std::size_t i = 0; i < d.state.words_met.size(); ++i)
    looked.index.add({app::SearchKind::word,
                      std::to_string(i),
                      d.scene.say(d.state.words_met[i]->term),
                      d.scene.say(d.state.words_met[i]->meaning),
                      {}});
  add_things(d, looked.index);
  add_lines(d, looked.index);
  return looked.index;
}

void open_line(DrawContext& d, int line) {
  d.memory.sheet = PlaySheet::notebook, d.memory.tab = NotebookTab::log;
  d.memory.looked_for.line = line, d.memory.looked_for.leads = true;
  d.f.focus("play/sheet/close");
}

void take_found(DrawContext& d, const app::SearchItem& item) {
  LookedFor& looked = d.memory.looked_for;
  const bool is_word = item.kind == app::SearchKind::word, is_thing = item.kind == app::SearchKind::thing;
  looked.thing = is_thing ? item.id : std::string();
  if (is_word || is_thing)
    looked.word = is_word ? item.title : std::string(), scroll_to_top(d.f, words_page);
  else
    open_line(d, std::stoi(item.id));
  looked.search.clear();
}

void draw_field(DrawContext& d, const Rect& rect, const Field& field, const shared::Found& found) {
  LookedFor& looked = d.memory.looked_for;
  shared::lead_through(d.f, looked, found.list);
  if (ui::field(d.f, rect, field, looked.search) == FieldEvent::submitted && looked.search == looked.searched)
    if (const std::string_view row = shared::taken_by_enter(d.f, looked, found.list); !row.empty())
      take_found(d, shared::item_of(found, row));
  const bool ends = d.f.left_field(words_field) || (!looked.search.empty() && d.f.closes("play/search"));
  if (ends) looked.search.clear();
  if (looked.search != looked.searched) d.f.wake_after(0); // what was typed is looked for in the next frame
}

Box search_box(DrawContext& d, const shared::Found& found) {
  const std::string_view hint = d.tr("Search words, things, notes and what you saw");
  const Field field{
      .id = words_field, .label = hint, .hint = hint, .icon = "search", .show_label = false, .hears_all = true, .max_bytes = 120};
  return {[field](Frame& f, int width) {
            return Size{width, field_height(f, field)};
          },
          [&d, field, found](Frame&, const Rect& rect) { draw_field(d, rect, field, found); }};
}

// The one that was found stands first, on a ground of its own.
Box word_box(std::string_view term, std::string_view meaning, bool marked) {
  Box words = box::column({.gap = 2, .pad = marked ? pad(8) : Pad{}}, box::text(term, Type::body_bold), box::text(meaning, Type::body));
  return marked ? box::on([](Frame& f, const Rect& at) { f.fill(at, Colour::acc_soft, f.radius()); }, std::move(words)) : words;
}

Box thing_found(const DrawContext& d) {
  const model::EntityUse* use = d.scene.prepared.scenario.entity(d.memory.looked_for.thing);
  if (!use) return {};
  return word_box(d.f.keep(numbered_name(d.scene, *use)), d.f.keep(seen_of(d, d.scene.prepared.symbols.find(use->id))), true);
}

Box words_met(DrawContext& d) {
  const Box thing = thing_found(d);
  if (d.state.words_met.empty() && thing.nothing())
    return box::text(d.tr("No word that needs explaining came up yet."), Type::body, Colour::mut);
  Box all = box::column({.gap = 16}, thing);
  const auto is_marked = [&d](const model::GlossaryTerm* each) { return d.scene.say(each->term) == d.memory.looked_for.word; };
  for (const bool marked : {true, false})
    for (const model::GlossaryTerm* each : d.state.words_met)
      if (is_marked(each) == marked) all.add(word_box(d.scene.say(each->term), d.scene.say(each->meaning), marked));
  return all;
}

Box found_or_nothing(DrawContext& d, const shared::Found& found) {
  if (found.groups.empty())
    return box::text(d.tr("Nothing that came up so far has “{typed}” in it", {{"typed", d.memory.looked_for.search}}), Type::body,
                     Colour::mut);
  return shared::found_rows(d.f, found, d.scene.words, d.memory.looked_for,
                            [&d, found](std::string_view row) { take_found(d, shared::item_of(found, row)); });
}

} // namespace

Box words_and_search(DrawContext& d, std::string_view title) {
  LookedFor& looked = d.memory.looked_for;
  const shared::LedList list{words_field, words_page, {}};
  shared::follow_typing(d.f, looked, list);
  const shared::Found found = shared::found_by(d.f, index_now(d), looked.search, list, found_ids);
  Box inside = looked.search.empty() ? words_met(d) : found_or_nothing(d, found);
  return box::column({.gap = 12, .pad = {24, 16, 8, 16}}, sheet_title("book", title),
                     box::column({.pad = {.right = 16}}, search_box(d, found)),
                     box::scroll({.id = words_page, .rect = {}}, box::column({.pad = {2, 4, 2, 16}}, std::move(inside))).grow());
}

bool is_found(const DrawContext& d, const Line& line) {
  const LookedFor& looked = d.memory.looked_for;
  if (looked.line >= 0) return &line - d.scene.notebook.lines.data() == looked.line;
  return !looked.note.empty() && line.kind == Line::Kind::note && line.typed == looked.note;
}

Box found_place(const DrawContext& d, Box entry) {
  return box::on(
      [&d](Frame& f, const Rect& at) {
        f.fill(at, Colour::acc_soft, f.radius());
        f.control({.id = "play/found-line", .label = {}, .role = Role::text, .rect = at, .focusable = false, .value = {}, .shape = {}});
        if (std::exchange(d.memory.looked_for.leads, false)) scroll_to(f, "play/notebook-pages", "play/found-line");
      },
      std::move(entry));
}

} // namespace firsthand::screens::play
