#include "engine/report/statistics_told.h"

#include <cmath>

namespace firsthand::report {

namespace {

Cell thousandths(Figure value) { return value ? Cell{static_cast<std::int64_t>(std::llround(*value * 1000))} : Cell{}; }
Cell count_cell(std::size_t count) { return static_cast<std::int64_t>(count); }
Cell low(const std::optional<Interval>& interval) { return interval ? thousandths(interval->low) : Cell{}; }
Cell high(const std::optional<Interval>& interval) { return interval ? thousandths(interval->high) : Cell{}; }

// A row names the columns it fills; the rest of it stays empty.
class SparseTable {
 public:
  SparseTable(std::vector<Column> columns, char separator, const Out& out)
      : columns_(std::move(columns)), table_(columns_, separator, out) {}

  void add(const std::vector<std::pair<std::string_view, Cell>>& cells) {
    std::vector<Cell> row(columns_.size(), std::monostate{});
    for (std::size_t column = 0; column < columns_.size(); ++column)
      for (const auto& [name, cell] : cells)
        if (columns_[column].name == name) row[column] = cell;
    table_.add(row);
  }

 private:
  std::vector<Column> columns_;
  Table table_;
};

std::vector<Column> named(std::initializer_list<const char*> names) {
  std::vector<Column> columns;
  for (const char* name : names)
    columns.push_back({name, "", ""});
  return columns;
}

using Cells = std::vector<std::pair<std::string_view, Cell>>;

Cells with(Cells cells, const Cells& more) {
  cells.insert(cells.end(), more.begin(), more.end());
  return cells;
}

// `form`: what each row says of the form it belongs to.
void add_item(SparseTable& table, const Cells& form, const ItemFigures& item, std::size_t persons) {
  table.add(with(form, {{"row", std::string("item")},
                        {"item", item.name},
                        {"n", count_cell(persons)},
                        {"points", thousandths(item.points)},
                        {"f", thousandths(item.ease)},
                        {"f_low", low(item.ease_interval)},
                        {"f_high", high(item.ease_interval)},
                        {"guess", thousandths(item.guess)},
                        {"d", thousandths(item.discrimination)},
                        {"d_low", low(item.discrimination_interval)},
                        {"d_high", high(item.discrimination_interval)},
                        {"de", thousandths(item.efficiency)},
                        {"alpha_without", thousandths(item.alpha_without)},
                        {"flag", std::string(item.hard && item.weak ? "hard weak"
                                             : item.hard            ? "hard"
                                             : item.weak            ? "weak"
                                                                    : "")}}));
}

void add_option(SparseTable& table, const Cells& form, const ItemFigures& item, const OptionFigures& option) {
  table.add(with(form, {{"row", std::string("option")},
                        {"item", item.name},
                        {"option", option.option},
                        {"right", count_cell(option.is_key ? 1 : 0)},
                        {"n", count_cell(option.chosen)},
                        {"f", thousandths(option.share)},
                        {"f_low", low(option.share_interval)},
                        {"f_high", high(option.share_interval)},
                        {"mean_rest", thousandths(option.mean_rest)},
                        {"flag", std::string(option.above_key ? "check the key"
                                             : option.rare    ? "rare"
                                                              : "")}}));
}

void add_form(SparseTable& table, const Cells& cells, const FormFigures& form) {
  for (const ItemFigures& item : form.items) {
    add_item(table, cells, item, form.persons);
    for (const OptionFigures& option : item.options)
      add_option(table, cells, item, option);
  }
  table.add(with(cells, {{"row", std::string("form")},
                         {"n", count_cell(form.persons)},
                         {"mean", thousandths(form.mean)},
                         {"sd", thousandths(form.deviation)},
                         {"alpha", thousandths(form.alpha)},
                         {"sem", thousandths(form.error)},
                         {"cut", form.cut ? count_cell(*form.cut) : Cell{}},
                         {"p0", form.consistency ? thousandths(form.consistency->same) : Cell{}},
                         {"kappa", form.consistency ? thousandths(form.consistency->kappa) : Cell{}}}));
}

std::vector<Column> form_columns() {
  return named({"row",    "item", "option", "right",         "n",         "points", "f",  "f_low", "f_high", "guess", "d",  "d_low",
                "d_high", "de",   "flag",   "alpha_without", "mean_rest", "mean",   "sd", "alpha", "sem",    "cut",   "p0", "kappa"});
}

} // namespace

void write_table(const FormFigures& form, char separator, const Out& out) {
  SparseTable table(form_columns(), separator, out);
  add_form(table, {}, form);
}

void write_table(const std::vector<RecordedFigures>& forms, char separator, const Out& out) {
  std::vector<Column> columns = named({"test", "form_name", "role", "doctrine", "language"});
  for (Column& column : form_columns())
    columns.push_back(std::move(column));
  SparseTable table(std::move(columns), separator, out);
  for (const RecordedFigures& form : forms)
    add_form(table,
             {{"test", form.test}, {"form_name", form.form}, {"role", form.role}, {"doctrine", form.doctrine}, {"language", form.language}},
             form.figures);
}

namespace {

std::vector<Column> gain_columns() {
  return named({"row", "person", "pre", "post", "gain", "gain_low", "gain_high", "bootstrap_low", "bootstrap_high", "pairs", "enrolled",
                "baseline_only", "final_only", "neither"});
}

void add_gain(SparseTable& table, const Cells& cells, const CohortGain& gain) {
  for (const PersonGain& pair : gain.pairs)
    table.add(with(cells, {{"row", std::string("person")},
                           {"person", pair.person},
                           {"pre", thousandths(pair.before / 1000)},
                           {"post", thousandths(pair.after / 1000)},
                           {"gain", thousandths(pair.gain)}}));
  table.add(with(cells, {{"row", std::string("cohort")},
                         {"gain", thousandths(gain.gain)},
                         {"gain_low", low(gain.interval)},
                         {"gain_high", high(gain.interval)},
                         {"bootstrap_low", low(gain.bootstrap)},
                         {"bootstrap_high", high(gain.bootstrap)},
                         {"pairs", count_cell(gain.pairs.size())},
                         {"enrolled", count_cell(gain.enrolled)},
                         {"baseline_only", count_cell(gain.before_only)},
                         {"final_only", count_cell(gain.after_only)},
                         {"neither", count_cell(gain.neither)}}));
}

} // namespace

void write_table(const CohortGain& gain, char separator, const Out& out) {
  SparseTable table(gain_columns(), separator, out);
  add_gain(table, {}, gain);
}

void write_table(const std::vector<RecordedGain>& gains, char separator, const Out& out) {
  std::vector<Column> columns = named({"test"});
  for (Column& column : gain_columns())
    columns.push_back(std::move(column));
  SparseTable table(std::move(columns), separator, out);
  for (const RecordedGain& one : gains)
    add_gain(table, {{"test", one.test}}, one.gain);
}

void write_table(const CutFigures& cut, char separator, const Out& out) {
  SparseTable table(named({"row", "judge", "item", "n", "points", "sd", "cut", "cut_per_mille", "se"}), separator, out);
  for (const CutFigures::Judge& judge : cut.judges)
    table.add({{"row", std::string("judge")}, {"judge", judge.name}, {"points", thousandths(judge.points)}});
  for (const CutFigures::Item& item : cut.items)
    table.add({{"row", std::string("item")}, {"item", item.name}, {"points", thousandths(item.mean)}, {"sd", thousandths(item.deviation)}});
  const Figure share = cut.per_mille();
  table.add({{"row", std::string("form")},
             {"n", count_cell(cut.judges.size())},
             {"cut", thousandths(cut.points)},
             {"cut_per_mille", share ? thousandths(*share / 1000) : Cell{}},
             {"se", thousandths(cut.error)}});
}

} // namespace firsthand::report
