// The sheet of paper: head, cells with what was written in ink, the transfer, the signatures. Paper stays paper in every theme.
#include "modules/custody-form/view_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace firsthand::modules::custody_form {

namespace {

using ui::Colour;
using ui::Point;
using ui::Rect;
using ui::Type;

constexpr auto unlisted = ui::Listed::no;

// ---- cells ----------------------------------------------------------------------------------------------------------------

struct Cell {
  std::string label;
  std::optional<std::size_t> field; // none: printed by the agency
  std::string written;
  std::vector<std::string> struck;
  int span = 1, x = 0, w = 0, h = 0; // columns; px
};

struct CellRow {
  std::vector<Cell> cells;
  int h = 0;
};

int longest_entry(Draft& d, const Field& field) {
  int w = field.given.empty() ? 0 : d.f.measure(d.scene.say(field.given), Type::hand).w;
  for (const Pick& pick : field.picks)
    w = std::max(w, d.f.measure(d.scene.say(pick.text), Type::hand).w);
  return w;
}

Cell cell_of(Draft& d, std::size_t index, int column, int columns) {
  const Field& field = d.sheet().fields[index];
  Cell cell{d.scene.say(field.label), index, entry_of(d, index), struck_of(d, index), 1, 0, 0, 0};
  const int needed = std::max(longest_entry(d, field), d.f.measure(cell.label, Type::tiny).w);
  const int lines = columns == 2 ? 17 : 10; // tenths: on a narrow sheet an entry may run on to a second line
  while (cell.span < columns && needed * 10 > (cell.span * column - d.f.px(24)) * lines)
    ++cell.span;
  return cell;
}

int cell_height(Draft& d, const Cell& cell) {
  ui::Frame& f = d.f;
  const int w = cell.w - f.px(20);
  int h = f.px(8) + f.measure(cell.label, Type::tiny, w).h;
  for (const std::string& struck : cell.struck)
    h += f.measure(struck, Type::hand, w).h;
  h += cell.written.empty() ? f.line_height(Type::hand) : f.measure(cell.written, Type::hand, w).h;
  return std::max(f.px(56), h + f.px(8));
}

void finish_row(Draft& d, CellRow& row, int column, int columns, int w) {
  int used = 0;
  for (const Cell& cell : row.cells)
    used += cell.span;
  if (!row.cells.empty()) row.cells.back().span += columns - used; // the last one takes what is left
  int x = 0;
  for (Cell& cell : row.cells) {
    cell.x = x;
    cell.w = &cell == &row.cells.back() ? w - x : cell.span * column;
    x += cell.w;
    cell.h = cell_height(d, cell);
    row.h = std::max(row.h, cell.h);
  }
}

std::vector<CellRow> rows_of(Draft& d, int w) {
  const int columns = w >= d.f.px(600) ? 3 : w >= d.f.px(320) ? 2 : 1, column = w / columns;
  std::vector<Cell> cells{{d.tr("Case number"), std::nullopt, d.spec.form.case_number, {}, 1, 0, 0, 0}};
  for (std::size_t i = 0; i < d.sheet().fields.size(); ++i)
    cells.push_back(cell_of(d, i, column, columns));
  std::vector<CellRow> rows(1);
  int used = 0;
  for (Cell& cell : cells) {
    if (used + cell.span > columns) rows.emplace_back(), used = 0;
    used += cell.span;
    rows.back().cells.push_back(std::move(cell));
  }
  for (CellRow& row : rows)
    finish_row(d, row, column, columns, w);
  return rows;
}

int ink(ui::Frame& f, int x, int y, int w, std::string_view words) {
  return f.text(x, y, w, words, Type::hand, Colour::ink, {.listed = unlisted});
}

// Each written line gets its stroke: what was there can still be read.
int struck_ink(ui::Frame& f, int x, int y, int w, const std::string& words) {
  const ui::Size size = f.measure(words, Type::hand, w);
  ink(f, x, y, w, words);
  const int line = f.line_height(Type::hand), lines = std::max(1, size.h / line);
  for (int i = 0; i < lines; ++i)
    f.hline(x - f.px(2), y + i * line + line * 9 / 16, std::min(w, size.w) + f.px(4), Colour::ink, std::max(2, f.px(2)));
  f.list(ui::Role::text, words, {x, y, std::min(w, size.w), size.h});
  return size.h;
}

void draw_cell_words(Draft& d, const Cell& cell, const Rect& rect) {
  ui::Frame& f = d.f;
  const int x = rect.x + f.px(10), w = rect.w - f.px(20);
  int y = rect.y + f.px(8);
  y += f.text(x, y, w, cell.label, Type::tiny, Colour::paper_label, {.listed = unlisted});
  for (const std::string& struck : cell.struck)
    y += struck_ink(f, x, y, w, struck);
  if (!cell.written.empty()) ink(f, x, y, w, cell.written);
}

void draw_cell(Draft& d, const Cell& cell, const Rect& rect) {
  ui::Frame& f = d.f;
  const bool fillable = cell.field && !d.sheet().fields[*cell.field].picks.empty() && d.can_act();
  const bool current = cell.field && d.current() == cell.field && d.can_act();
  bool ringed = false, hovered = false;
  const std::string id = fmt::format("custody/cell/{}", cell.field ? d.sheet().fields[*cell.field].id : "case");
  if (fillable) {
    const ui::Interaction i = f.control({.id = id,
                                         .label = cell.label,
                                         .role = ui::Role::row, // pressed, not typed into: what is written there is picked
                                         .rect = rect.inset(1),
                                         .chosen = current,
                                         .value = cell.written,
                                         .shape = {}});
    if (i.clicked) d.desk.field = cell.field, d.desk.correcting = false;
    ringed = i.ring, hovered = i.hovered;
  } else {
    f.list(ui::Role::text, cell.label, rect.inset(1), cell.written);
  }
  if (current) f.fill(rect.inset(1), Colour::paper_head);
  f.border(rect, Colour::paper_line, 1);
  if (current) f.border(rect, Colour::ink, f.px(3)); // the paper's own colour: it stays the same in every theme
  if (hovered && !current) f.border(rect.inset(1), Colour::ink, 1);
  draw_cell_words(d, cell, rect);
  if (ringed) f.border(rect.inset(f.px(5)), Colour::ink, std::max(2, f.px(2)));
}

int draw_cells(Draft& d, int x, int y, int w, Paint paint) {
  const int top = y;
  for (const CellRow& row : rows_of(d, w)) {
    for (const Cell& cell : row.cells)
      if (paint == Paint::draw) draw_cell(d, cell, {x + cell.x, y, cell.w + (cell.x + cell.w < w ? 1 : 0), row.h + 1});
    y += row.h;
  }
  if (paint == Paint::draw) d.f.fill({x, top, w, std::max(2, d.f.px(2))}, Colour::paper_line);
  return y - top;
}

// ---- head -----------------------------------------------------------------------------------------------------------------

int draw_head(Draft& d, int x, int y, int w, Paint paint) {
  ui::Frame& f = d.f;
  const Form& form = d.spec.form;
  const std::string title = d.tr("Chain of custody record"), agency = fmt::format("{}, {}", form.agency, form.unit);
  const std::string number =
      d.tr("Form {form}, sheet {n} of {all}",
           {{"form", form.number}, {"n", std::to_string(d.desk.sheet + 1)}, {"all", std::to_string(d.spec.sheets.size())}});
  const std::string serial = d.tr("No. {number}", {{"number", form.serial}});
  const int right = std::max(f.measure(number, Type::tiny).w, f.measure(serial, Type::body_bold).w) + 1;
  const bool below = w - right - f.px(70) < f.px(200);
  const int left = below ? w - f.px(52) : w - right - f.px(68);
  const int words = f.measure(title, Type::heading, left).h + f.measure(agency, Type::small, left).h;
  const int number_h = f.measure(number, Type::tiny).h, serial_h = f.measure(serial, Type::body_bold).h; // taller in some scripts
  const int numbers = number_h + serial_h;
  if (paint == Paint::measure) return (below ? words + numbers : std::max(words, numbers)) + f.px(16);
  f.icon("shield", {x, y + f.px(2), f.px(40), f.px(40)}, Colour::paper_label);
  int at = y + f.text(x + f.px(52), y, left, title, Type::heading, Colour::paper_label, {.role = ui::Role::heading});
  at += f.text(x + f.px(52), at, left, agency, Type::small, Colour::paper_label);
  const int x2 = below ? x + f.px(52) : x + w - right, y2 = below ? at : y;
  f.text({x2, y2, right, number_h}, number, Type::tiny, Colour::paper_label, {.align = below ? ui::Align::left : ui::Align::right});
  f.text({x2, y2 + number_h, right, serial_h}, serial, Type::body_bold, Colour::ink, {.align = below ? ui::Align::left : ui::Align::right});
  return (below ? words + numbers : std::max(words, numbers)) + f.px(16);
}

// ---- transfer ---------------------------------------------------------------------------------------------------------------

struct TransferColumn {
  std::string head, written;
};

int draw_transfer(Draft& d, int x, int y, int w, Paint paint) {
  ui::Frame& f = d.f;
  const bool done = d.state.is_signed;
  const TransferColumn columns[] = {{d.tr("Date, time"), done ? local_time(d, d.state.signed_at) : std::string()},
                                    {d.tr("Released by"), done ? name_of(d, d.sheet().from_symbol) : std::string()},
                                    {d.tr("Received by"), done ? name_of(d, d.sheet().to_symbol) : std::string()}};
  const std::string title = d.tr("Transfers");
  const int column = w / 3, inside = column - f.px(20);
  int head = 0, row = f.px(24);
  for (const TransferColumn& one : columns) {
    head = std::max(head, f.measure(one.head, Type::tiny, inside).h);
    row = std::max(row, f.measure(one.written.empty() ? "x" : one.written, Type::hand, inside).h);
  }
  head += f.px(10), row += f.px(16);
  const int top = f.px(14) + f.line_height(Type::small_bold) + f.px(6);
  if (paint == Paint::measure) return top + head + row;
  f.text(x, y + f.px(14), w, title, Type::small_bold, Colour::paper_label);
  for (int i = 0; i < 3; ++i) {
    const Rect cell{x + i * column, y + top, i == 2 ? w - 2 * column : column + 1, head + 1}, below{cell.x, cell.y + head, cell.w, row};
    f.fill(cell, Colour::paper_head);
    f.border(cell, Colour::paper_line, 1);
    f.border(below, Colour::paper_line, 1);
    f.text(cell.x + f.px(10), cell.y + f.px(5), inside, columns[i].head, Type::tiny, Colour::paper_label);
    if (!columns[i].written.empty()) f.text(below.x + f.px(10), below.y + f.px(8), inside, columns[i].written, Type::hand, Colour::ink);
  }
  return top + head + row;
}

// ---- signatures ---------------------------------------------------------------------------------------------------------------

// A hand of its own for each name: strokes from its letters, the same every time.
void draw_signature(ui::Frame& f, const Rect& rect, const std::string& name) {
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

int draw_signatures(Draft& d, int x, int y, int w, Paint paint) {
  ui::Frame& f = d.f;
  const int gap = f.px(32), half = (w - gap) / 2, room = f.px(52);
  const std::string labels[] = {d.tr("Signature, released by"), d.tr("Signature, received by")};
  const int words = std::max(f.measure(labels[0], Type::tiny, half).h, f.measure(labels[1], Type::tiny, half).h);
  if (paint == Paint::measure) return room + f.px(4) + words;
  const model::Symbol who[] = {d.sheet().from_symbol, d.sheet().to_symbol};
  for (int i = 0; i < 2; ++i) {
    const int left = x + i * (half + gap);
    f.hline(left, y + room, half, Colour::paper_line);
    if (d.state.is_signed) draw_signature(f, {left, y, std::min(half, f.px(160)), room}, name_of(d, who[i]));
    f.text(left, y + room + f.px(4), half, labels[i], Type::tiny, Colour::paper_label);
  }
  return room + f.px(4) + words;
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

int draw_paper(Draft& d, int x, int y, int w, Paint paint) {
  ui::Frame& f = d.f;
  const int left = x + f.px(52), inside = w - f.px(52) - f.px(24), pad = f.px(20);
  if (paint == Paint::draw) draw_ground(f, {x, y, w, draw_paper(d, x, y, w, Paint::measure)});
  int at = y + pad;
  at += draw_head(d, left, at, inside, paint);
  at += draw_cells(d, left, at, inside, paint);
  at += draw_transfer(d, left, at, inside, paint);
  at += draw_signatures(d, left, at, inside, paint);
  return at + pad - y;
}

} // namespace firsthand::modules::custody_form
