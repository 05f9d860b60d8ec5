// What the notebook holds: what happened, exhibits as observed, photographs, custody. Nothing here knows the truth.
#include "engine/screens/play/photograph.h"
#include "engine/screens/play/stage_layers.h"

#include <algorithm>

#include <fmt/format.h>

namespace firsthand::screens::play {

namespace {

using Line = report::NotebookLine;

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
  int photograph = -1; // the turn of one that a press opens
  bool found = false;  // it was looked for
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

// What opens large is pressed anywhere in its row. The log has it as well as the list of photographs: each has a name of its own.
Box pressable_photograph(DrawContext& d, const Entry& entry, Box row) {
  const std::string_view id = d.f.keep(fmt::format("play/photograph{}/{}", entry.shot ? "" : "-line", entry.photograph));
  const std::string_view label = d.f.keep(fmt::format("{} {}: {}", entry.lead, entry.name, entry.words));
  const auto ground = [&d, id, label, turn = entry.photograph](Frame& f, const Rect& at) {
    const Interaction i = f.control({.id = id, .label = label, .role = Role::row, .rect = at, .value = {}, .shape = {}});
    if (i.hovered || i.held) f.fill(at, Colour::acc_soft, f.small_radius());
    if (i.ring) f.focus_ring(at.inset(f.px(5)), f.small_radius());
    if (i.clicked) open_photograph(d, turn);
  };
  return box::on(ground, std::move(row).least(0, 40));
}

Box lead_of(Frame& f, const Entry& entry) { return box::text(f.keep(entry.lead), Type::small_bold, Colour::text, {.tabular = true}); }

// What is seen has its time above its words, and in a narrow column stands above both: its words are long.
Box photograph_row(DrawContext& d, const Entry& entry) {
  const auto draw = [&d, shot = entry.shot](Frame&, const Rect& at) { draw_thumbnail(d, at, *shot); };
  const auto words = [&] { return box::column({}, lead_of(d.f, entry), entry_words(d.f, entry)); };
  return box::when({.narrower_than = 300}, box::column({.gap = 6, .pad = pad(0, 8)}, box::fixed(96, 64, draw), words()),
                   box::row({.gap = 12, .pad = pad(0, 8)}, box::fixed(96, 64, draw), words().grow()));
}

Box entry_row(DrawContext& d, const Entry& entry) {
  if (entry.shot) return photograph_row(d, entry);
  Frame& f = d.f;
  const int lead_width = std::max(f.measure(entry.lead, Type::small_bold, 0, {.tabular = true}).w, f.px(16)) + f.px(14);
  return box::row({.pad = pad(0, 8)}, box::column({}, lead_of(f, entry)).wide_px(lead_width).stands(Across::start),
                  entry_words(f, entry).grow(), entry.photograph >= 0 ? box::icon("camera", 20, Colour::acc) : Box());
}

Box entry_box(DrawContext& d, const Entry& entry) {
  Box row = entry_row(d, entry);
  if (entry.photograph >= 0) row = pressable_photograph(d, entry, std::move(row));
  return box::column({}, std::move(row), box::line());
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
std::vector<Entry> exhibit_entries(const DrawContext& d) {
  std::vector<Entry> entries;
  for (const report::NotebookExhibit& exhibit : d.scene.notebook.exhibits) {
    const std::string words = observed_text(d, exhibit);
    if (words.empty() || !exhibit.name) continue;
    entries.push_back({std::to_string(exhibit.number), d.scene.say(*exhibit.name), words});
  }
  return entries;
}

Entry log_entry(const DrawContext& d, const Line& line) {
  Entry entry;
  entry.lead = clock_text(d.scene, line.at);
  const bool note = line.kind == Line::Kind::note;
  entry.name = note ? std::string(d.tr("Your note")) : line.kind == Line::Kind::wait ? std::string() : name_of_line(d, line);
  entry.words = line_words(d.scene, line);
  if (line.kind == Line::Kind::seen) entry.ink = Colour::mut;
  if (line.kind == Line::Kind::photo) entry.photograph = line.turn;
  return entry;
}

std::vector<const Line*> lines_of(const DrawContext& d, bool (*wanted)(Line::Kind)) {
  std::vector<const Line*> lines;
  for (const Line& line : d.scene.notebook.lines)
    if (wanted(line.kind)) lines.push_back(&line);
  return lines;
}

Box nothing_yet(std::string_view words) { return box::column({.pad = {.top = 6}}, box::text(words, Type::small, Colour::mut)); }

bool is_logged(Line::Kind kind) { return kind != Line::Kind::custody; }
bool is_photograph(Line::Kind kind) { return kind == Line::Kind::photo; }

Box listed(DrawContext& d, std::string_view title, const std::vector<Entry>& entries) {
  Box all = box::column({}, section_head(d.f, title, entries.size()));
  for (const Entry& entry : entries)
    all.add(entry.found ? found_place(d, entry_box(d, entry)) : entry_box(d, entry));
  return all;
}

} // namespace

std::size_t log_count(const DrawContext& d) { return lines_of(d, is_logged).size(); }
std::size_t photograph_count(const DrawContext& d) { return lines_of(d, is_photograph).size(); }
std::size_t exhibit_count(const DrawContext& d) { return exhibit_entries(d).size(); }

std::vector<LastLine> last_lines(const DrawContext& d, std::size_t most) {
  const std::vector<const Line*> lines = lines_of(d, is_logged);
  std::vector<LastLine> last;
  for (std::size_t i = lines.size() - std::min(most, lines.size()); i < lines.size(); ++i) {
    const Entry entry = log_entry(d, *lines[i]);
    last.push_back({entry.lead, entry.name.empty() ? entry.words : entry.name + ": " + entry.words});
  }
  return last;
}

Box exhibits_section(DrawContext& d) { return listed(d, d.tr("Exhibits"), exhibit_entries(d)); }

// Oldest first, as it is written.
Box log_section(DrawContext& d) {
  std::vector<Entry> entries;
  for (const Line* line : lines_of(d, is_logged))
    entries.push_back(log_entry(d, *line)), entries.back().found = is_found(d, *line);
  Box all = listed(d, d.tr("Log"), entries);
  if (entries.empty()) all.add(nothing_yet(d.tr("Nothing yet")));
  return all;
}

Box photo_section(DrawContext& d) {
  static const Shot no_shot;
  std::vector<Entry> entries;
  for (const Line* line : lines_of(d, is_photograph)) {
    const auto shot = d.memory.shots.find(line->turn);
    entries.push_back({clock_text(d.scene, line->at), name_of_line(d, *line), line_words(d.scene, *line), Colour::text,
                       shot == d.memory.shots.end() ? &no_shot : &shot->second, line->turn});
  }
  Box all = listed(d, d.tr("Photo log"), entries);
  if (entries.empty()) all.add(nothing_yet(d.tr("Nothing yet")));
  return all;
}

Box custody_section(DrawContext& d) {
  const std::vector<const Line*> moves = lines_of(d, [](Line::Kind kind) { return kind == Line::Kind::custody; });
  Box all = box::column({}, section_head(d.f, d.tr("Custody"), moves.size()));
  if (moves.empty()) all.add(nothing_yet(d.tr("Nothing moved yet")));
  for (const Line* line : moves) {
    const std::string_view words = d.tr("from {from} to {to}", {{"from", person(d, line->from)}, {"to", person(d, line->to)}});
    all.add(entry_box(d, {clock_text(d.scene, line->at), name_of_line(d, *line), std::string(words)}));
  }
  return all;
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
