// The notebook column: exhibits as observed, what happened (newest first, so that it is seen at once), photographs,
// custody, and the learner's own notes. Only what the notebook holds: nothing here knows the truth.
#include "engine/screens/play/parts.h"
#include "engine/screens/play/stage_layers.h"

#include <algorithm>

#include <fmt/format.h>

namespace firsthand::screens::play {

namespace {

using Line = report::NotebookLine;
constexpr std::size_t short_log = 6;

Box section_head(Frame& f, std::string_view words, std::size_t count) {
  return box::column({},
                     box::row({}, box::text(words, Type::body_bold, Colour::text, {.role = Role::heading}).grow(),
                              box::text(f.keep(std::to_string(count)), Type::small, Colour::mut)),
                     box::space(4), box::line());
}

// A lead (number, time) in its own column, words beside it, a hairline below. `name` at the words' start is bold.
struct Entry {
  std::string lead, name, words;
  Colour ink = Colour::text;
  const Shot* shot = nullptr;
};

void draw_thumbnail(const DrawContext& d, const Rect& at, const Shot& shot) {
  Frame& f = d.f;
  std::vector<Picture> layers;
  for (const std::string& path : shot.layers)
    layers.push_back({picture_key(d.scene, path), d.scene.picture(path)});
  if (layers.empty()) {
    f.fill(at, Colour::surf2);
    f.icon("camera", at.inset(f.px(6)), Colour::mut);
    return;
  }
  PictureOptions options;
  if (!shot.part.empty()) {
    const Point centre = shot.part.centre();
    options.focus_x = std::clamp(centre.x * 1000 / 768, 0, 1000), options.focus_y = std::clamp(centre.y * 1000 / 336, 0, 1000);
    options.zoom_percent = std::clamp(76'800 / std::max(1, shot.part.w * 3 / 2), 100, 300);
  }
  f.scene(layers, at, options);
}

Box entry_words(Frame& f, const Entry& entry) {
  if (entry.name.empty()) return box::text(f.keep(entry.words), Type::small, entry.ink);
  const text::Span bold[] = {{0, static_cast<std::uint32_t>(entry.name.size() + 1), text::Weight::bold}};
  return box::text(f.keep(entry.name + ": " + entry.words), Type::small, entry.ink, {.spans = bold});
}

Box entry_box(const DrawContext& d, const Entry& entry) {
  Frame& f = d.f;
  const Shot* shot = entry.shot;
  Box lead = box::column({}, box::text(f.keep(entry.lead), Type::small_bold, Colour::text, {.tabular = true}));
  const int lead_width = f.measure("00:00", Type::small_bold, 0, {.tabular = true}).w + f.px(12);
  return box::column({},
                     box::row({.pad = pad(0, 6)}, std::move(lead).wide_px(lead_width).stands(shot ? Across::centre : Across::start),
                              shot ? box::fixed(48, 32, [&d, shot](Frame&, const Rect& at) { draw_thumbnail(d, at, *shot); }) : Box(),
                              shot ? box::space(12) : Box(), entry_words(f, entry).grow()),
                     box::line());
}

std::string name_of_line(const DrawContext& d, const Line& line) { return line.name ? d.scene.say(*line.name) : std::string(); }

std::string person(const DrawContext& d, model::Symbol who) {
  const model::Text* name = report::name_of(d.scene.prepared, who);
  return name ? d.scene.say(*name) : std::string(d.tr("nobody"));
}

std::string observed_text(const DrawContext& d, const report::NotebookExhibit& exhibit) {
  std::string all;
  for (const report::Observed& each : exhibit.observed) {
    if (!each.text) continue;
    const std::string words = with_number(d.scene.say(*each.text), each.number);
    if (!words.empty()) all += (all.empty() ? "" : " · ") + words;
  }
  return all;
}

// What was never seen is not even named.
Box exhibits_section(const DrawContext& d) {
  std::vector<Box> entries;
  for (const report::NotebookExhibit& exhibit : d.scene.notebook.exhibits) {
    const std::string words = observed_text(d, exhibit);
    if (words.empty() || !exhibit.name) continue;
    entries.push_back(entry_box(d, {std::to_string(exhibit.number), d.scene.say(*exhibit.name), words}));
  }
  return box::column({}, section_head(d.f, d.tr("Exhibits"), entries.size()), entries);
}

Entry log_entry(const DrawContext& d, const Line& line) {
  Entry entry;
  entry.lead = minute_text(d.scene, line.at);
  const bool note = line.kind == Line::Kind::note;
  entry.name = note ? std::string(d.tr("Your note")) : line.kind == Line::Kind::wait ? std::string() : name_of_line(d, line);
  entry.words = line_words(d.scene, line);
  if (line.kind == Line::Kind::seen) entry.ink = Colour::mut;
  return entry;
}

std::vector<const Line*> lines_of(const DrawContext& d, bool (*wanted)(Line::Kind)) {
  std::vector<const Line*> lines;
  for (const Line& line : d.scene.notebook.lines)
    if (wanted(line.kind)) lines.push_back(&line);
  return lines;
}

Box nothing_yet(std::string_view words) { return box::column({.pad = {.top = 6}}, box::text(words, Type::small, Colour::mut)); }

// Newest first; the moment stands once where several lines share it.
std::vector<Box> log_entries(const DrawContext& d, std::span<const Line* const> lines) {
  std::vector<Box> entries;
  std::string before;
  for (const Line* line : lines) {
    Entry entry = log_entry(d, *line);
    if (entry.lead == before)
      entry.lead.clear();
    else
      before = entry.lead;
    entries.push_back(entry_box(d, entry));
  }
  return entries;
}

Box log_section(const DrawContext& d) {
  std::vector<const Line*> lines = lines_of(d, [](Line::Kind kind) { return kind != Line::Kind::custody; });
  Box head = section_head(d.f, d.tr("Log"), lines.size());
  if (lines.empty()) return box::column({}, std::move(head), nothing_yet(d.tr("Nothing yet")));
  std::reverse(lines.begin(), lines.end());
  const bool more = lines.size() > short_log + 1 && !d.memory.whole_log;
  if (more) lines.resize(short_log);
  const Button all{.id = "play/whole-log", .label = d.tr("Show the whole log"), .kind = ButtonKind::link, .size = ButtonSize::small};
  return box::column({}, std::move(head), log_entries(d, lines), more ? box::button(all, d.memory.whole_log).stands(Across::start) : Box());
}

Box photo_section(const DrawContext& d) {
  static const Shot no_shot;
  const std::vector<const Line*> photos = lines_of(d, [](Line::Kind kind) { return kind == Line::Kind::photo; });
  if (photos.empty()) return {};
  Box all = box::column({}, section_head(d.f, d.tr("Photo log"), photos.size()));
  for (const Line* line : photos) {
    const auto shot = d.memory.shots.find(line->turn);
    all.add(entry_box(d, {minute_text(d.scene, line->at), name_of_line(d, *line), line_words(d.scene, *line), Colour::text,
                          shot == d.memory.shots.end() ? &no_shot : &shot->second}));
  }
  return all;
}

Box custody_section(const DrawContext& d) {
  const std::vector<const Line*> moves = lines_of(d, [](Line::Kind kind) { return kind == Line::Kind::custody; });
  Box all = box::column({}, section_head(d.f, d.tr("Custody"), moves.size()));
  if (moves.empty()) all.add(nothing_yet(d.tr("Nothing moved yet")));
  for (const Line* line : moves) {
    const std::string_view words = d.tr("from {from} to {to}", {{"from", person(d, line->from)}, {"to", person(d, line->to)}});
    all.add(entry_box(d, {minute_text(d.scene, line->at), name_of_line(d, *line), std::string(words)}));
  }
  return all;
}

// What was typed stays, and stands there when the editor is opened again.
void leave_editor(DrawContext& d) {
  d.memory.writing = false;
  d.f.focus("play/write-note");
}

void submit_note(DrawContext& d) {
  session::Action note;
  note.kind = session::Action::Kind::note;
  note.step = d.scene.step;
  note.text = d.memory.note;
  d.out.action = std::move(note);
  d.memory.note.clear();
  leave_editor(d);
}

Box note_editor(DrawContext& d) {
  const bool blank = d.memory.note.find_first_not_of(" \n\t") == std::string::npos;
  const Field words{.id = "play/note", .label = d.tr("Your note"), .several_lines = true, .max_bytes = 2000};
  const Button save{.id = "play/note/save", .label = d.tr("Save note"), .size = ButtonSize::small, .enabled = !blank && !d.scene.pending},
      cancel{.id = "play/note/cancel", .label = d.tr("Cancel"), .kind = ButtonKind::quiet, .size = ButtonSize::small};
  return box::column({.gap = 8},
                     box::field(
                         words, d.memory.note, [] {}, 3),
                     box::grid({.gap = 8, .columns = {1, 1}}, box::button(save, [&d] { submit_note(d); }),
                               box::button(cancel, [&d] { leave_editor(d); })));
}

// Where a note is written: a button until it is wanted, then an editor in the same place.
Box note_box(DrawContext& d) {
  if (d.memory.writing && d.f.left_field("play/note")) leave_editor(d);
  if (d.memory.writing) return note_editor(d);
  return box::button({.id = "play/write-note", .label = d.tr("Write a note"), .icon = "pen", .size = ButtonSize::small}, [&d] {
    d.memory.writing = true;
    d.f.focus("play/note");
  });
}

} // namespace

// The note is drawn before the pages above it: Tab comes to it first.
void draw_notebook(DrawContext& d, const Rect& rect) {
  Frame& f = d.f;
  Rect rest = rect;
  const Box head = box::row({.gap = 8}, box::icon("notebook", 22, Colour::text),
                            box::text(d.tr("Notebook"), Type::heading, Colour::text, {.role = Role::heading}).grow())
                       .least(0, 32);
  const Box note = note_box(d);
  head.draw(f, rest.take_top(head.height(f, rect.w), f.px(12)));
  note.draw(f, rest.take_bottom(note.height(f, rect.w), f.px(12)));
  const Box pages =
      box::column({.gap = 20, .pad = {.bottom = 12}}, exhibits_section(d), log_section(d), photo_section(d), custody_section(d));
  ScrollArea area(f, {"play/notebook-pages", {rest.x, rest.y, rest.w + ScrollArea::room_for_bar(f), rest.h}});
  area.finish(area.top() + pages.draw(f, {rest.x, area.top()}, rest.w));
}

void remember_photographs(DrawContext& d) {
  const auto& lines = d.scene.notebook.lines;
  if (lines.empty()) return;
  for (const Line& line : lines) {
    // Of an older turn the picture may have changed since: better none than a wrong one.
    if (line.kind != Line::Kind::photo || line.turn != lines.back().turn || d.memory.shots.count(line.turn)) continue;
    Shot shot = d.view.shot_of(d.scene, line.entity);
    if (!shot.layers.empty()) d.memory.shots.emplace(line.turn, std::move(shot));
  }
}

} // namespace firsthand::screens::play
