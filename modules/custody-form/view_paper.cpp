// The sheet of paper: head, cells with what was written in ink, the transfer, the signatures. Paper stays paper in every theme.
#include "modules/custody-form/view_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace firsthand::modules::custody_form {

namespace {

using ui::Across;
using ui::Box;
using ui::Colour;
using ui::pad;
using ui::Point;
using ui::Rect;
using ui::Type;
namespace box = ui::box;

Box ink(std::string_view words) { return box::text(words, Type::hand, Colour::ink, {.listed = ui::Listed::no}); }
Box label(std::string_view words) { return box::text(words, Type::tiny, Colour::paper_label); }

// A line of it, where nothing is written yet.
Box nothing_written() {
  return {[](ui::Frame& f, int) { return ui::Size{0, f.line_height(Type::hand)}; }, [](ui::Frame&, const Rect&) {}};
}

// Each written line gets its stroke: what was there can still be read.
void draw_strokes(ui::Frame& f, const Rect& rect, std::string_view words) {
  const ui::Size size = f.measure(words, Type::hand, rect.w);
  const int line = f.line_height(Type::hand), lines = std::max(1, size.h / line), w = std::min(rect.w, size.w);
  for (int i = 0; i < lines; ++i)
    f.hline(rect.x - f.px(2), rect.y + i * line + line * 9 / 16, w + f.px(4), Colour::ink, std::max(2, f.px(2)));
  f.list(ui::Role::text, words, {rect.x, rect.y, w, size.h});
}

Box struck_ink(std::string_view words) {
  return {[words](ui::Frame& f, const Rect& rect, const std::function<void()>& inside) {
            inside();
            draw_strokes(f, rect, words);
          },
          ink(words)};
}

// ---- cells ----------------------------------------------------------------------------------------------------------------

struct Cell {
  std::string_view label, written;
  std::optional<std::size_t> field; // none: printed by the agency
  std::vector<std::string_view> struck;
  int span = 1; // columns
};

using CellRow = std::vector<Cell>;

int longest_entry(DrawContext& d, const Field& field) {
  int w = field.given.empty() ? 0 : d.f.measure(d.scene.say(field.given), Type::hand).w;
  for (const Pick& pick : field.picks)
    w = std::max(w, d.f.measure(d.scene.say(pick.text), Type::hand).w);
  return w;
}

Cell cell_of(DrawContext& d, std::size_t index, int column, int columns) {
  const Field& field = d.sheet().fields[index];
  Cell cell{d.scene.say(field.label), entry_of(d, index), index, struck_of(d, index)};
  const int needed = std::max(longest_entry(d, field), d.f.measure(cell.label, Type::tiny).w);
  const int lines = columns == 2 ? 17 : 10; // tenths: on a narrow sheet an entry may run on to a second line
  while (cell.span < columns && needed * 10 > (cell.span * column - d.f.px(24)) * lines)
    ++cell.span;
  return cell;
}

std::vector<CellRow> rows_of(DrawContext& d, int column, int columns) {
  CellRow cells{{d.tr("Case number"), d.spec.form.case_number, std::nullopt, {}}};
  for (std::size_t i = 0; i < d.sheet().fields.size(); ++i)
    cells.push_back(cell_of(d, i, column, columns));
  std::vector<CellRow> rows(1);
  int used = 0;
  for (Cell& cell : cells) {
    if (used + cell.span > columns) rows.emplace_back(), used = 0;
    used += cell.span;
    rows.back().push_back(std::move(cell));
  }
  return rows;
}

// What can be filled in is a row to press, not a field to type into: what is written there is picked.
ui::Interaction cell_control(DrawContext& d, const Cell& cell, const Rect& rect, bool current) {
  const bool fillable = cell.field && !d.sheet().fields[*cell.field].picks.empty() && d.can_act();
  if (!fillable) {
    d.f.list(ui::Role::text, cell.label, rect, cell.written);
    return {};
  }
  const std::string id = "custody/cell/" + d.sheet().fields[*cell.field].id;
  const ui::Interaction i = d.f.control(
      {.id = id, .label = cell.label, .role = ui::Role::row, .rect = rect, .chosen = current, .value = cell.written, .shape = {}});
  if (i.clicked) d.desk.field = cell.field, d.desk.correcting = false;
  return i;
}

void draw_cell(DrawContext& d, const Cell& cell, const Rect& rect, const std::function<void()>& words) {
  ui::Frame& f = d.f;
  const bool current = cell.field && d.current() == cell.field && d.can_act();
  const ui::Interaction i = cell_control(d, cell, rect.inset(1), current);
  if (current) f.fill(rect.inset(1), Colour::paper_head);
  f.border(rect, Colour::paper_line, 1);
  if (current) f.border(rect, Colour::ink, f.px(3)); // the paper's own colour: it stays the same in every theme
  if (i.hovered && !current) f.border(rect.inset(1), Colour::ink, 1);
  words();
  if (i.ring) f.border(rect.inset(f.px(5)), Colour::ink, std::max(2, f.px(2)));
}

// Two that stand beside or below each other share their line.
Rect to_next(const Rect& rect, bool last) { return {rect.x, rect.y, rect.w + (last ? 0 : 1), rect.h + 1}; }

Box cell_box(DrawContext& d, const Cell& cell, bool last) {
  Box words = box::column({.pad = pad(10, 8)}, box::text(cell.label, Type::tiny, Colour::paper_label, {.listed = ui::Listed::no}));
  for (const std::string_view struck : cell.struck)
    words.add(struck_ink(struck));
  words.add(cell.written.empty() ? nothing_written() : ink(cell.written));
  return Box([&d, cell, last](ui::Frame&, const Rect& rect,
                              const std::function<void()>& inside) { draw_cell(d, cell, to_next(rect, last), inside); },
             std::move(words))
      .least(0, 56);
}

// The last of a row takes what is left.
Box cells_for(DrawContext& d, int width) {
  const int columns = width >= d.f.px(600) ? 3 : width >= d.f.px(320) ? 2 : 1, column = width / columns;
  Box rows = box::column({});
  for (const CellRow& cells : rows_of(d, column, columns)) {
    Box row = box::row({.across = Across::stretch});
    for (const Cell& cell : cells) {
      const bool last = &cell == &cells.back();
      row.add(last ? cell_box(d, cell, last).grow() : cell_box(d, cell, last).wide_px(cell.span * column));
    }
    rows.add(std::move(row));
  }
  return rows;
}

Box cells_of(DrawContext& d) {
  return {[](ui::Frame& f, const Rect& rect, const std::function<void()>& inside) {
            inside();
            f.fill({rect.x, rect.y, rect.w, std::max(2, f.px(2))}, Colour::paper_line);
          },
          box::for_width([&d](ui::Frame&, int width) { return cells_for(d, width); })};
}

// ---- head -----------------------------------------------------------------------------------------------------------------

Box form_number(const DrawContext& d, ui::Align align) {
  const std::string_view sheet =
      d.tr("Form {form}, sheet {n} of {all}",
           {{"form", d.spec.form.number}, {"n", std::to_string(d.desk.sheet + 1)}, {"all", std::to_string(d.spec.sheets.size())}});
  return box::column({}, box::text(sheet, Type::tiny, Colour::paper_label, {.align = align}),
                     box::text(d.tr("No. {number}", {{"number", d.spec.form.serial}}), Type::body_bold, Colour::ink, {.align = align}));
}

Box form_name(const DrawContext& d) {
  const std::string_view agency = d.f.keep(fmt::format("{}, {}", d.scene.say(d.spec.form.agency), d.scene.say(d.spec.form.unit)));
  return box::column({}, box::text(d.tr("Chain of custody record"), Type::heading, Colour::paper_label, {.role = ui::Role::heading}),
                     box::text(agency, Type::small, Colour::paper_label));
}

// The number stands at the right, or below the name where that would get too narrow.
Box head_of(const DrawContext& d) {
  Box beside = box::row({.gap = 16, .across = Across::start}, form_name(d).grow(), form_number(d, ui::Align::right));
  Box below = box::column({}, form_name(d), form_number(d, ui::Align::left));
  const auto fits = [number = form_number(d, ui::Align::left)](ui::Frame& f, int width, const Box&) {
    return width - number.size(f).w >= f.px(200 + 18);
  };
  Box words(fits, std::move(beside), std::move(below));
  return box::row({.gap = 12, .pad = {.bottom = 16}, .across = Across::start},
                  box::column({.pad = {.top = 2}}, box::icon("shield", 40, Colour::paper_label)), std::move(words).grow());
}

// ---- transfer ---------------------------------------------------------------------------------------------------------------

Box transfer_head(std::string_view words, bool last) {
  const auto ground = [last](ui::Frame& f, const Rect& rect) {
    f.fill(to_next(rect, last), Colour::paper_head);
    f.border(to_next(rect, last), Colour::paper_line, 1);
  };
  return box::on(ground, box::column({.pad = pad(10, 5)}, label(words)));
}

Box transfer_entry(std::string_view words, bool last) {
  const auto ground = [last](ui::Frame& f, const Rect& rect) {
    f.border({rect.x, rect.y, to_next(rect, last).w, rect.h}, Colour::paper_line, 1);
  };
  return box::on(ground, box::column({.pad = pad(10, 8)}, words.empty() ? nothing_written() : box::text(words, Type::hand, Colour::ink)));
}

// The row of a sheet that was signed while nobody received anything.
Box nothing_handed_over(const DrawContext& d) {
  return transfer_entry(d.f.keep(fmt::format("{} {}", local_time(d, d.state.signed_at), kept_words(d))), true);
}

Box transfer_of(const DrawContext& d) {
  const bool done = d.handed_over();
  const std::string_view heads[] = {d.tr("Date, time"), d.tr("Released by"), d.tr("Received by")};
  const std::string_view written[] = {done ? local_time(d, d.state.signed_at) : "", done ? name_of(d, d.sheet().from_symbol) : "",
                                      done ? name_of(d, d.sheet().to_symbol) : ""};
  Box table = box::grid({.columns = {1, 1, 1}});
  for (int i = 0; i < 3; ++i)
    table.add(transfer_head(heads[i], i == 2));
  const bool kept = d.state.is_signed && !done;
  for (int i = 0; i < 3 && !kept; ++i)
    table.add(transfer_entry(written[i], i == 2));
  return box::column({.gap = 6, .pad = {.top = 14}}, box::text(d.tr("Transfers"), Type::small_bold, Colour::paper_label),
                     box::column({}, std::move(table), kept ? nothing_handed_over(d) : Box()));
}

// ---- signatures ---------------------------------------------------------------------------------------------------------------

// A hand of its own for each name: strokes from its letters, the same every time.
void draw_signature(ui::Frame& f, const Rect& rect, std::string_view name) {
  std::vector<Point> points;
  int x = rect.x + f.px(6);
  const int base = rect.bottom() - f.px(6), step = f.px(9);
  for (std::size_t i = 0; i < name.size() && i < 11; ++i) {
    const int letter = static_cast<unsigned char>(name[i]);
    const int rise = f.px(i == 0 ? 26 : 6 + letter % 14);
    points.push_back({x, base - rise});
    points.push_back({x + step / 2, base - f.px(letter % 3)});
    points.push_back({x + step, base - rise / 2});
    x += step - f.px(letter % 4);
  }
  f.polyline(points, Colour::ink, std::max(2, f.px(2)));
  const Point flourish[] = {
      {x - f.px(2), base - f.px(4)}, {x + f.px(26), base - f.px(8)}, {rect.x + f.px(20), base + f.px(1)}, {x + f.px(34), base - f.px(1)}};
  f.polyline(flourish, Colour::ink, std::max(2, f.px(2)));
}

Box signature_of(std::string_view words, std::string_view name) {
  const auto draw = [name](ui::Frame& f, const Rect& rect) {
    f.hline(rect.x, rect.bottom(), rect.w, Colour::paper_line);
    if (!name.empty()) draw_signature(f, {rect.x, rect.y, std::min(rect.w, f.px(160)), rect.h}, name);
  };
  return box::column({.gap = 4}, box::fixed(0, 52, draw), label(words));
}

// Who was not there signs nothing; who wrote the sheet signs for that.
Box signatures_of(const DrawContext& d) {
  if (d.state.is_signed && !d.handed_over()) return signature_of(d.tr("Signature, written by"), writer_of(d));
  const bool done = d.handed_over();
  return box::row({.gap = 32, .across = Across::start},
                  signature_of(d.tr("Signature, released by"), done ? name_of(d, d.sheet().from_symbol) : "").grow(),
                  signature_of(d.tr("Signature, received by"), done ? name_of(d, d.sheet().to_symbol) : "").grow());
}

void draw_ground(ui::Frame& f, const Rect& rect) {
  f.fill(rect.moved(f.px(8), f.px(8)), Colour::paper_edge);
  f.border(rect.moved(f.px(8), f.px(8)), Colour::paper_line, 1);
  f.fill(rect, Colour::paper);
  f.border(rect, Colour::paper_line, 1);
  for (const int permille : {260, 740}) {
    const Point hole{rect.x + f.px(26), rect.y + rect.h * permille / 1000};
    f.disc(hole, f.px(19), Colour::bg);
    f.circle(hole, f.px(19), Colour::line2, 1);
  }
}

} // namespace

Box paper_of(DrawContext& d) {
  return box::on(draw_ground, box::column({.pad = {.left = 52, .top = 20, .right = 24, .bottom = 20}}, head_of(d), cells_of(d),
                                          transfer_of(d), signatures_of(d)));
}

} // namespace firsthand::modules::custody_form
