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

struct Column {
  Draft& d;
  int x, y, w;
  Frame& f() const { return d.f; }
};

void section_head(Column& c, const std::string& words, std::size_t count) {
  Frame& f = c.f();
  const std::string number = std::to_string(count);
  const int h = f.line_height(Type::body_bold);
  f.text(c.x, c.y, c.w, words, Type::body_bold, Colour::text, {.role = Role::heading});
  f.text(Rect{c.x, c.y, c.w, h}, number, Type::small, Colour::mut, {.align = Align::right, .valign = VAlign::middle});
  c.y += h + f.px(4);
  f.hline(c.x, c.y, c.w, Colour::line);
}

// A lead (number, time) in its own column, words beside it, a hairline below. `name` at the words' start is bold.
struct Entry {
  std::string lead, name, words;
  Colour ink = Colour::text;
  const Shot* shot = nullptr;
};

int lead_width(Column& c) { return c.f().measure("00:00", Type::small_bold, 0, {.tabular = true}).w + c.f().px(12); }

void draw_thumbnail(Column& c, const Rect& at, const Shot& shot) {
  Frame& f = c.f();
  std::vector<Picture> layers;
  for (const std::string& path : shot.layers)
    layers.push_back({picture_key(c.d.scene, path), c.d.scene.picture(path)});
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

void draw_entry(Column& c, const Entry& entry) {
  Frame& f = c.f();
  const int lead = lead_width(c), thumb = entry.shot ? f.px(48) + f.px(12) : 0;
  const int x = c.x + lead + thumb, w = c.w - lead - thumb;
  const std::string whole = entry.name.empty() ? entry.words : entry.name + ": " + entry.words;
  const text::Span bold[] = {{0, static_cast<std::uint32_t>(entry.name.size() + 1), text::Weight::bold}};
  TextOptions options{.valign = VAlign::middle};
  if (!entry.name.empty()) options.spans = bold;
  const int words = f.measure(whole, Type::small, w, options).h;
  const int h = std::max(words, thumb > 0 ? f.px(32) : 0) + f.px(12);
  if (!entry.lead.empty())
    f.text(Rect{c.x, c.y + f.px(6), lead, h - f.px(12)}, entry.lead, Type::small_bold, Colour::text,
           {.valign = thumb ? VAlign::middle : VAlign::top, .tabular = true});
  if (entry.shot) draw_thumbnail(c, {c.x + lead, c.y + (h - f.px(32)) / 2, f.px(48), f.px(32)}, *entry.shot);
  f.text(Rect{x, c.y + f.px(6), w, h - f.px(12)}, whole, Type::small, entry.ink, options);
  c.y += h;
  f.hline(c.x, c.y, c.w, Colour::line);
}

std::string name_of_line(const Draft& d, const Line& line) { return line.name ? d.scene.say(*line.name) : std::string(); }

std::string person(const Draft& d, model::Symbol who) {
  const model::Text* name = report::name_of(d.scene.prepared, who);
  return name ? d.scene.say(*name) : d.tr("nobody");
}

std::string observed_text(const Draft& d, const report::NotebookExhibit& exhibit) {
  std::string all;
  for (const report::Observed& each : exhibit.observed) {
    if (!each.text) continue;
    const std::string words = with_number(d.scene.say(*each.text), each.number);
    if (!words.empty()) all += (all.empty() ? "" : " · ") + words;
  }
  return all;
}

// What was never seen is not even named.
void exhibits_section(Column& c) {
  std::vector<Entry> entries;
  for (const report::NotebookExhibit& exhibit : c.d.scene.notebook.exhibits) {
    std::string words = observed_text(c.d, exhibit);
    if (words.empty() || !exhibit.name) continue;
    entries.push_back({std::to_string(exhibit.number), c.d.scene.say(*exhibit.name), std::move(words)});
  }
  section_head(c, c.d.tr("Exhibits"), entries.size());
  for (const Entry& entry : entries)
    draw_entry(c, entry);
  c.y += c.f().px(20);
}

std::string line_words(const Draft& d, const Line& line) {
  const std::string words = line.text ? with_number(d.scene.say(*line.text), line.number) : std::string();
  switch (line.kind) {
  case Line::Kind::task:
    return fmt::format("{}: {}", person(d, line.by), words);
  case Line::Kind::wait:
    return d.tr("Waited {time}", {{"time", duration_text(d.scene.words, line.seconds)}});
  case Line::Kind::note:
    return line.typed.empty() ? d.tr("Note, erased") : line.typed;
  default:
    return words;
  }
}

Entry log_entry(const Draft& d, const Line& line) {
  Entry entry;
  entry.lead = minute_text(d.scene, line.at);
  const bool note = line.kind == Line::Kind::note;
  entry.name = note ? d.tr("Your note") : line.kind == Line::Kind::wait ? std::string() : name_of_line(d, line);
  entry.words = line_words(d, line);
  if (line.kind == Line::Kind::seen) entry.ink = Colour::mut;
  return entry;
}

// Newest first; the moment stands once where several lines share it.
void log_section(Column& c) {
  std::vector<const Line*> lines;
  for (const Line& line : c.d.scene.notebook.lines)
    if (line.kind != Line::Kind::custody) lines.push_back(&line);
  section_head(c, c.d.tr("Log"), lines.size());
  std::reverse(lines.begin(), lines.end());
  const bool more = lines.size() > short_log + 1 && !c.d.memory.whole_log;
  if (more) lines.resize(short_log);
  std::string before;
  for (const Line* line : lines) {
    Entry entry = log_entry(c.d, *line);
    if (entry.lead == before)
      entry.lead.clear();
    else
      before = entry.lead;
    draw_entry(c, entry);
  }
  Frame& f = c.f();
  if (lines.empty()) {
    c.y += f.px(6);
    c.y += f.text(c.x, c.y, c.w, c.d.tr("Nothing yet"), Type::small, Colour::mut);
  }
  if (more) {
    const std::string words = c.d.tr("Show the whole log");
    const Button all{.id = "play/whole-log", .label = words, .kind = ButtonKind::link, .size = ButtonSize::small};
    const Size size = size_of(f, all, c.w);
    if (button(f, {c.x, c.y, size.w, size.h}, all)) c.d.memory.whole_log = true;
    c.y += size.h;
  }
  c.y += f.px(20);
}

void photo_section(Column& c) {
  static const Shot no_shot;
  std::vector<const Line*> photos;
  for (const Line& line : c.d.scene.notebook.lines)
    if (line.kind == Line::Kind::photo) photos.push_back(&line);
  if (photos.empty()) return;
  section_head(c, c.d.tr("Photo log"), photos.size());
  for (const Line* line : photos) {
    const auto shot = c.d.memory.shots.find(line->turn);
    draw_entry(c, {minute_text(c.d.scene, line->at), name_of_line(c.d, *line), line_words(c.d, *line), Colour::text,
                   shot == c.d.memory.shots.end() ? &no_shot : &shot->second});
  }
  c.y += c.f().px(20);
}

void custody_section(Column& c) {
  std::vector<const Line*> moves;
  for (const Line& line : c.d.scene.notebook.lines)
    if (line.kind == Line::Kind::custody) moves.push_back(&line);
  section_head(c, c.d.tr("Custody"), moves.size());
  for (const Line* line : moves) {
    const std::string words = c.d.tr("from {from} to {to}", {{"from", person(c.d, line->from)}, {"to", person(c.d, line->to)}});
    draw_entry(c, {minute_text(c.d.scene, line->at), name_of_line(c.d, *line), words});
  }
  Frame& f = c.f();
  if (moves.empty()) {
    c.y += f.px(6);
    c.y += f.text(c.x, c.y, c.w, c.d.tr("Nothing moved yet"), Type::small, Colour::mut);
  }
  c.y += f.px(12);
}

int editor_height(Draft& d, const Field& field) { return field_height(d.f, field, 3) + d.f.px(8) + d.f.px(40); }

// What was typed stays, and stands there when the editor is opened again.
void leave_editor(Draft& d) {
  d.memory.writing = false;
  d.f.focus("play/write-note");
}

void submit_note(Draft& d) {
  session::Action note;
  note.kind = session::Action::Kind::note;
  note.step = d.scene.step;
  note.text = d.memory.note;
  d.out.action = std::move(note);
  d.memory.note.clear();
  leave_editor(d);
}

void draw_editor(Draft& d, Rect rect, const Field& words) {
  Frame& f = d.f;
  if (f.left_field("play/note")) leave_editor(d);
  field(f, rect.take_top(field_height(f, words, 3), f.px(8)), words, d.memory.note);
  const bool blank = d.memory.note.find_first_not_of(" \n\t") == std::string::npos;
  const std::string save = d.tr("Save note"), cancel = d.tr("Cancel");
  if (button(f, rect.column(0, 2, f.px(8)),
             {.id = "play/note/save", .label = save, .size = ButtonSize::small, .enabled = !blank && !d.scene.pending}))
    submit_note(d);
  if (button(f, rect.column(1, 2, f.px(8)),
             {.id = "play/note/cancel", .label = cancel, .kind = ButtonKind::quiet, .size = ButtonSize::small}))
    leave_editor(d);
}

// Where a note is written: a button until it is wanted, then an editor in the same place.
void draw_note(Draft& d, Rect& rect) {
  Frame& f = d.f;
  const std::string label = d.tr("Your note"), write = d.tr("Write a note");
  if (d.memory.writing) {
    const Field words{.id = "play/note", .label = label, .several_lines = true, .max_bytes = 2000};
    return draw_editor(d, rect.take_bottom(editor_height(d, words), f.px(12)), words);
  }
  const Button open{.id = "play/write-note", .label = write, .icon = "pen", .size = ButtonSize::small};
  if (!button(f, rect.take_bottom(size_of(f, open, rect.w).h, f.px(12)), open)) return;
  d.memory.writing = true;
  f.focus("play/note");
}

} // namespace

void draw_notebook(Draft& d, const Rect& rect) {
  Frame& f = d.f;
  Rect inside = rect;
  Rect head = inside.take_top(std::max(f.px(32), f.line_height(Type::heading)), f.px(12));
  f.icon("notebook", head.take_left(f.px(22), f.px(8)), Colour::text);
  f.text(head, d.tr("Notebook"), Type::heading, Colour::text, {.valign = VAlign::middle, .role = Role::heading});
  Rect note = inside;
  draw_note(d, note);
  ScrollArea area(f, {"play/notebook-pages", {inside.x, inside.y, inside.w + f.px(16), note.h}});
  Column column{d, inside.x, area.top(), inside.w};
  exhibits_section(column);
  log_section(column);
  photo_section(column);
  custody_section(column);
  area.finish(column.y);
}

void remember_photographs(Draft& d) {
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
