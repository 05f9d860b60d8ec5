// The notebook as a drawer over the lower half of the page, and its bar with the newest lines and the button that opens it.
#include "engine/screens/play/parts.h"

#include <algorithm>

namespace firsthand::screens::play {

namespace {

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
                     box::row({.gap = 8}, box::button(save, [&d] { submit_note(d); }), box::button(cancel, [&d] { leave_editor(d); })));
}

} // namespace

void write_note(DrawContext& d) {
  d.memory.writing = true;
  d.f.focus("play/note");
}

// A button until it is wanted, then the editor has its own place.
Box note_box(DrawContext& d) {
  if (d.memory.writing && d.f.left_field("play/note")) leave_editor(d);
  if (d.memory.writing) return note_editor(d);
  return {};
}

namespace {

Box note_button(DrawContext& d) {
  if (d.memory.writing) return {};
  const Button write{.id = "play/write-note", .label = d.tr("Write a note"), .icon = "pen", .size = ButtonSize::small};
  return box::button(write, [&d] { write_note(d); });
}

Box close_button(DrawContext& d) {
  const Button close{.id = "play/sheet/close", .label = d.tr("Close"), .icon = "close", .size = ButtonSize::small};
  return box::button(close, [&d] { d.memory.sheet = PlaySheet::none; });
}

std::string_view counted(const DrawContext& d, std::string_view words, std::size_t count) {
  return d.tr("{what}, {n}", {{"what", std::string(words)}, {"n", std::to_string(count)}});
}

Box filters_of(DrawContext& d, int& pressed) {
  std::vector<Tab> tabs{{"play/tab/log", counted(d, d.tr("Log"), log_count(d))},
                        {"play/tab/exhibits", counted(d, d.tr("Exhibits"), exhibit_count(d))},
                        {"play/tab/photographs", counted(d, d.tr("Photos"), photograph_count(d))},
                        {"play/tab/custody", d.tr("Custody")}};
  return box::tabs("play/tabs", std::move(tabs), static_cast<int>(d.memory.tab), pressed);
}

Box drawer_title(DrawContext& d) {
  return box::row({.gap = 10}, box::icon("notebook", 22, Colour::text),
                  box::text(d.tr("Notebook"), Type::body_bold, Colour::text, {.role = Role::heading}));
}

Box drawer_head(DrawContext& d, int& pressed) {
  const auto buttons = [&d] { return box::row({.gap = 8}, note_button(d), close_button(d)); };
  Box line = box::row({.gap = 12}, drawer_title(d), filters_of(d, pressed), box::space(8).grow(), buttons());
  Box lines = box::column({.gap = 8}, box::row({.gap = 8}, drawer_title(d), box::space(8).grow(), buttons()), filters_of(d, pressed));
  Box bare = box::column({.gap = 8}, buttons(), filters_of(d, pressed)); // the filters say what it is
  return box::first_that_fits(std::move(line), box::first_that_fits(std::move(lines), std::move(bare)));
}

Box section_of(DrawContext& d) {
  switch (d.memory.tab) {
  case NotebookTab::exhibits:
    return exhibits_section(d);
  case NotebookTab::photographs:
    return photo_section(d);
  case NotebookTab::custody:
    return custody_section(d);
  default:
    return log_section(d);
  }
}

// Where there is room, exhibits and photographs stand beside the log.
Box drawer_pages(DrawContext& d, int width) {
  Box main = box::scroll({"play/notebook-pages", {}}, section_of(d));
  if (d.memory.tab != NotebookTab::log || width < d.f.px(760)) return box::column({}, std::move(main).grow());
  Box side = box::column({.gap = 24}, exhibits_section(d), photograph_count(d) > 0 ? photo_section(d) : Box());
  return box::row({.gap = 16, .across = Across::stretch}, std::move(main).grow(2),
                  box::scroll({"play/notebook-side", {}}, std::move(side)).grow());
}

void draw_drawer_inside(DrawContext& d, const Rect& rect) {
  int pressed = static_cast<int>(d.memory.tab);
  Box note = note_box(d);
  box::column({.gap = 12, .pad = {24, 8, 8, 0}}, box::column({.pad = {.right = 16}}, drawer_head(d, pressed)),
              box::column({.pad = {.right = 16}}, std::move(note)), drawer_pages(d, rect.w).grow())
      .draw(d.f, rect);
  d.memory.tab = static_cast<NotebookTab>(pressed);
}

// From the bar upwards; the picture's top, what stands below and the column beside stay in sight.
Rect drawer_rect(Frame& f, const Rect& bar, int top) {
  if (bar.empty()) return {0, top, f.width(), f.height() - top};
  const int height = is_low(f) ? bar.bottom() - top : f.px(432), from = std::max(top, bar.bottom() - height);
  return {bar.x, from, bar.w, bar.bottom() - from};
}

} // namespace

void draw_drawer(DrawContext& d, const Rect& bar, int top) {
  Frame& f = d.f;
  const Rect rect = drawer_rect(f, bar, top);
  if (closed_from_beside(d, "play/sheet/notebook", rect)) return;
  f.begin_sheet("play/sheet/notebook", rect, d.tr("Notebook"), Beside::heard);
  f.fill(rect, f.rgba(Colour::note));
  f.hline(rect.x, rect.y, rect.w, Colour::line2, f.high_contrast() ? 2 : 1);
  if (f.closes("play/sheet")) d.memory.sheet = PlaySheet::none;
  if (f.shortcut(Key::letter, 'n', true)) write_note(d);
  draw_drawer_inside(d, rect);
  f.end_sheet();
}

// ---- the bar

namespace {

// As much of the words as one line has room for, by whole words; the drawer has all of them.
std::string_view one_line(Frame& f, const std::string& words, int width) {
  const text::Layout& whole = f.layout(words, Type::small, width);
  if (whole.lines.size() < 2) return f.keep(words);
  const int room = std::max(1, width - f.measure(" …", Type::small).w);
  const std::uint32_t end = f.layout(words, Type::small, room).lines.front().text_end;
  std::string cut = words.substr(0, end);
  while (!cut.empty() && cut.back() == ' ')
    cut.pop_back();
  return f.keep(cut + " …");
}

Box line_box(const LastLine& line, bool newest) {
  return {[line](Frame& f, int width) {
            return Size{width, f.measure(line.words, Type::small).h};
          },
          [line, newest](Frame& f, const Rect& at) {
            Rect rest = at;
            const Rect time =
                rest.take_left(f.measure(line.time, newest ? Type::small_bold : Type::small, 0, {.tabular = true}).w + f.px(2), f.px(14));
            const Colour ink = newest ? Colour::text : Colour::mut;
            f.text(time, f.keep(line.time), newest ? Type::small_bold : Type::small, ink, {.tabular = true});
            f.text(rest, one_line(f, line.words, rest.w), Type::small, ink);
          }};
}

std::vector<Box> newest_lines(const DrawContext& d, int most) {
  std::vector<Box> boxes;
  const std::vector<LastLine> lines = last_lines(d, static_cast<std::size_t>(std::max(1, most)));
  for (const LastLine& line : lines)
    boxes.push_back(line_box(line, &line == &lines.back()));
  if (boxes.empty()) boxes.push_back(box::text(d.tr("Nothing yet"), Type::small, Colour::mut));
  return boxes;
}

std::string_view open_words(const DrawContext& d) {
  if (!is_low(d.f)) return d.f.keep(d.scene.words.plural("play", "Open, {n} line", "Open, {n} lines", static_cast<int>(log_count(d))));
  return rail_width(d.f) == 0 ? d.tr("Notebook") : counted(d, d.tr("Notebook"), log_count(d));
}

Box open_button(DrawContext& d) {
  const char* icon = !is_low(d.f) ? "arrow-up" : rail_width(d.f) == 0 ? "" : "notebook";
  const Button open{.id = "play/notebook", .label = open_words(d), .icon = icon, .size = ButtonSize::small};
  return box::part(Part::drawer, box::button(open, [&d] { open_sheet(d, PlaySheet::notebook); }));
}

Box bar_title(DrawContext& d) {
  return box::row({.gap = 10}, box::icon("notebook", 22, Colour::text), box::text(d.tr("Notebook"), Type::body_bold, Colour::text));
}

constexpr int line_pitch = 24, least_bar = 80, beside_from = 760;

Box bar_inside(DrawContext& d, const Rect& rect) {
  Frame& f = d.f;
  const int pitch = std::max(f.px(line_pitch), f.measure(d.tr("Notebook"), Type::small).h + f.px(4));
  const bool beside = rect.w >= f.px(beside_from) && rect.h < f.px(160);
  const int head = beside ? 0 : f.px(48), lines = std::min(6, (rect.h - head - f.px(12)) / pitch);
  Box last = box::column({.gap = 4}, newest_lines(d, lines));
  if (beside) return box::row({.gap = 16, .pad = pad(24, 0)}, bar_title(d).wide(136), std::move(last).grow(), open_button(d));
  return box::column({.gap = 4, .pad = {24, 4, 24, 4}}, box::row({.gap = 16}, bar_title(d).grow(), open_button(d)), std::move(last));
}

// The newest line; rather than it, what the bar has no room for.
Box low_line(DrawContext& d) {
  if (!tells_in_row(d)) return box::column({}, newest_lines(d, 1));
  if (Box told = told_tags(d); told.height(d.f, d.f.width()) > 0) return told;
  return box::row({.gap = 16}, box::column({}, newest_lines(d, 1)).grow(), box::tag(mode_tag(d)));
}

// One row where nothing but the notebook stands in it.
Box low_inside(DrawContext& d, std::vector<Box> buttons) {
  const int margin = rail_width(d.f) > 0 ? 24 : 16;
  if (buttons.empty()) return box::row({.gap = 16, .pad = pad(margin, 8)}, open_button(d), low_line(d).grow());
  constexpr int as_high_as_tags = 28; // so that nothing moves when one comes
  return box::column({.gap = 8, .pad = pad(margin, 8)}, low_line(d).least(0, as_high_as_tags),
                     box::wrap({.gap = 12, .line_gap = 8}, open_button(d), std::move(buttons)));
}

} // namespace

Box notebook_of(DrawContext& d, Rect& stood, std::vector<Box> buttons) {
  const auto ground = [&stood](Frame& f, const Rect& rect) {
    stood = rect;
    f.fill(rect, Colour::note);
    f.hline(rect.x, rect.y, rect.w, Colour::line);
  };
  if (is_low(d.f)) return box::on(ground, box::part(Part::drawer, low_inside(d, std::move(buttons))));
  return box::on(
      ground, box::part(Part::drawer, box::fixed(0, least_bar, [&d](Frame& f, const Rect& rect) { bar_inside(d, rect).draw(f, rect); })));
}

} // namespace firsthand::screens::play
