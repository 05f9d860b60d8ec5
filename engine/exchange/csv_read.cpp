// A table of questions as a spreadsheet saved it: one row a question. Every fault is told with its line and column, and while there is
// any nothing is taken: who wrote the table mends it and imports it again.
#include "engine/base/table_reader.h"
#include "engine/base/utf8.h"
#include "engine/exchange/amount.h"
#include "engine/exchange/csv_cells.h"
#include "engine/exchange/forms.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace firsthand::exchange {

namespace {

using model::Item;
using model::ItemKind;
using model::ItemOption;

// "1, 3; 4" or "A C": its words.
std::vector<std::string> words_of_cell(std::string_view cell, std::string_view signs = " ,;") {
  std::vector<std::string> words;
  for (std::size_t from = 0; from <= cell.size();) {
    const std::size_t end = std::min(cell.find_first_of(signs, from), cell.size());
    const std::string_view word = trimmed(cell.substr(from, end - from));
    if (!word.empty()) words.emplace_back(word);
    from = end + 1;
  }
  return words;
}

// "2", "B" or "b"; 0 where it is none of them.
std::size_t place_in(std::string_view word) {
  if (word.size() == 1 && small_letter(word[0]) >= 'a' && small_letter(word[0]) <= 'z')
    return static_cast<std::size_t>(small_letter(word[0]) - 'a') + 1;
  std::size_t place = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), place);
  return error == std::errc() && end == word.data() + word.size() ? place : 0;
}

model::ItemSource source_in(std::string_view cell) {
  const std::size_t space = std::min(cell.find(' '), cell.size());
  return {std::string(cell.substr(0, space)), std::string(trimmed(cell.substr(space)))};
}

class CsvRow {
 public:
  CsvRow(const base::TableText& table, std::size_t row, const ReadOptions& options, Intake& intake)
      : table_(table), row_(row), options_(options), intake_(intake) {}

  // The item; what is wrong in it stands in the intake, once `good` is false.
  Item read() {
    read_head();
    if (item_.kind == ItemKind::number) read_number();
    if (item_.kind == ItemKind::copy) read_copied();
    if (item_.kind != ItemKind::number && item_.kind != ItemKind::copy) read_options();
    if (has_options()) read_right(), read_why_of_all(), read_dangers();
    if (item_.kind == ItemKind::match) read_pairs();
    if (item_.kind == ItemKind::phrase) read_phrases();
    if (item_.kind == ItemKind::order && !cell("key").empty())
      wrong("key", "leave it empty: the options of an order stand in the right order");
    tell_unread();
    return std::move(item_);
  }
  bool good() const { return good_; }
  Losses losses;

 private:
  std::string cell(const std::string& name) {
    const auto column = table_.column_of(name);
    if (!column) return "";
    looked_at_[*column] = true;
    return clean(unguarded_cell(table_.cell(row_, *column)));
  }
  std::string numbered(const char* name, std::size_t place) { return cell(csv_column(name, place)); }

  // Whatever stands in a cell that no kind of this row asks for.
  void tell_unread() {
    for (std::size_t column = 0; column < table_.columns(); ++column)
      if (!looked_at_[column] && !table_.cell(row_, column).empty())
        losses.add(fmt::format("what stands under \"{}\": a question of the kind {} has no place for it", table_.name(column),
                               model::item_kind_word(item_.kind)));
  }

  void wrong(const std::string& name, std::string says) {
    good_ = false;
    intake_.fault(table_.line_of(row_), name + ": " + std::move(says),
                  table_.column_of(name).value_or(0) + (table_.column_of(name) ? 1 : 0));
  }
  std::string required(const std::string& name) {
    std::string text = cell(name);
    if (text.empty()) wrong(name, "nothing stands here");
    return text;
  }

  void read_head() {
    item_.id = cell("id");
    if (!item_.id.empty() && !is_id(item_.id))
      wrong("id", fmt::format("\"{}\" is no id; it has a-z, 0-9 and hyphens, and begins with a letter", item_.id));
    item_.kind = read_kind();
    item_.competency = read_competency();
    item_.twins = cell("twins");
    if (!item_.twins.empty() && !is_id(item_.twins)) wrong("twins", fmt::format("\"{}\" is no id", item_.twins));
    item_.stem.source = required("stem");
    if (has_options()) return;
    item_.why.source = cell("why");
    item_.source = source_in(cell("source"));
  }
  bool has_options() const { return item_.kind == ItemKind::one || item_.kind == ItemKind::several; }

  ItemKind read_kind() {
    std::string word = cell("kind");
    std::transform(word.begin(), word.end(), word.begin(), small_letter);
    std::vector<std::string> known;
    for (const auto& [name, kind] : model::item_kinds) {
      if (word == name && kind != ItemKind::hotspot) return kind;
      if (kind != ItemKind::hotspot) known.emplace_back(name);
    }
    if (word.empty()) return ItemKind::one;
    const auto meant = base::did_you_mean(word, known);
    wrong("kind", word == model::item_kind_word(ItemKind::hotspot)
                      ? "a place in a picture cannot be written in a table"
                      : fmt::format("\"{}\" is no kind of question{}", word, meant ? "; did you mean " + *meant + "?" : ""));
    return ItemKind::one;
  }

  std::string read_competency() {
    const std::string word = cell("competency");
    const auto& known = options_.competencies;
    if (word.empty() && options_.competency.empty()) losses.add("a competency: write one into the table, or import with --competency");
    if (word.empty()) return options_.competency;
    if (known.empty() ? is_id(word) : std::find(known.begin(), known.end(), word) != known.end()) return word;
    const auto meant = base::did_you_mean(word, known);
    wrong("competency", fmt::format("\"{}\" is no competency{}", word, meant ? "; did you mean " + *meant + "?" : ""));
    return "";
  }

  std::size_t last_option() {
    std::size_t last = 0;
    for (std::size_t place = 1; table_.column_of(csv_column("option", place)); ++place)
      if (!numbered("option", place).empty()) last = place;
    return last;
  }

  void read_copied() {
    item_.copied = required("key");
    if (is_spreadsheets_own(item_.copied))
      intake_.note(fmt::format("\"{}\" is what a spreadsheet makes of a number or of a text such as 3-10; look whether it is what is to be "
                               "copied, and format the column as Text",
                               item_.copied),
                   table_.line_of(row_), *table_.column_of("key") + 1);
  }

  void read_options() {
    const std::size_t last = last_option();
    for (std::size_t place = 1; place <= last; ++place) {
      ItemOption one;
      one.id = option_id(place);
      one.text.source = required(csv_column("option", place));
      if (has_options()) {
        one.why.source = numbered("why", place);
        const std::string own = numbered("source", place);
        one.source = source_in(own.empty() ? cell("source") : own);
      }
      item_.options.push_back(std::move(one));
    }
    if (last < 2) wrong("option 1", "there have to be at least two options");
  }

  // The option of a place in `key`, or a fault.
  ItemOption* option_at(const char* name, const std::string& word) {
    const std::size_t place = place_in(word);
    if (place >= 1 && place <= item_.options.size()) return &item_.options[place - 1];
    wrong(name, fmt::format("\"{}\" is no option of this row; write its number", word));
    return nullptr;
  }

  void read_right() {
    const std::vector<std::string> words = words_of_cell(required("key"));
    for (const std::string& word : words)
      if (ItemOption* option = option_at("key", word)) option->right = true;
    if (item_.kind == ItemKind::one && words.size() > 1) wrong("key", "one option is right; where several are, the kind is several");
  }

  // One reason for the whole row is that of what is right, where that has none of its own.
  void read_why_of_all() {
    const auto lacks = [](const ItemOption& one) { return one.right && one.why.empty(); };
    if (std::none_of(item_.options.begin(), item_.options.end(), lacks)) return; // then it is told as unread
    const std::string why = cell("why");
    for (ItemOption& one : item_.options)
      if (lacks(one)) one.why.source = why;
  }

  void read_pairs() {
    for (std::size_t place = 1; table_.column_of(csv_column("pair", place)) || place <= item_.options.size(); ++place) {
      const bool has_left = place <= item_.options.size();
      const std::string text = has_left ? required(csv_column("pair", place)) : numbered("pair", place);
      if (text.empty()) continue;
      const auto same = [&](const ItemOption& target) { return target.text.source == text; };
      auto found = std::find_if(item_.targets.begin(), item_.targets.end(), same);
      if (found == item_.targets.end()) {
        ItemOption target;
        target.id = option_id(item_.targets.size() + 1), target.text.source = text;
        found = item_.targets.insert(item_.targets.end(), std::move(target));
      } else if (!has_left)
        losses.add(fmt::format("what stands under \"{}\": another pair says the same", csv_column("pair", place)));
      if (has_left) item_.pairs.push_back(found->id);
    }
  }

  void read_phrases() {
    for (const std::string& row : words_of_cell(required("key"), "|")) {
      item_.phrases.emplace_back();
      for (const std::string& word : words_of_cell(row))
        if (const ItemOption* option = option_at("key", word)) item_.phrases.back().push_back(option->id);
    }
  }

  std::int64_t read_amount(const std::string& name, const std::string& text) {
    const std::size_t space = std::min(text.find(' '), text.size());
    const std::string unit(trimmed(std::string_view(text).substr(space)));
    const auto& units = item_.number.units;
    const bool known =
        unit.empty() ? units.empty() : std::any_of(units.begin(), units.end(), [&](const model::ItemUnit& one) { return one.id == unit; });
    const auto amount = amount_of(text.substr(0, space), unit.empty() ? 1000 : scale_of_unit(unit));
    if (!known)
      wrong(name, unit.empty() ? "the unit is missing" : fmt::format("the column units has no \"{}\"", unit));
    else if (!amount)
      wrong(name, fmt::format("\"{}\" is no number with at most three decimals (and a point, no comma)", text));
    return amount.value_or(0);
  }

  // Options are wrong amounts that have a reason of their own.
  void read_number() {
    for (const std::string& unit : words_of_cell(cell("units"))) {
      if (!is_unit_word(unit)) wrong("units", fmt::format("\"{}\" is no unit", unit));
      item_.number.units.push_back({unit, scale_of_unit(unit)});
    }
    item_.number.answer = read_amount("key", required("key"));
    const std::string tolerance = cell("tolerance");
    if (!tolerance.empty()) item_.number.tolerance = read_amount("tolerance", tolerance);
    const std::size_t last = last_option();
    for (std::size_t place = 1; place <= last; ++place) {
      const std::string name = csv_column("option", place);
      item_.number.near.push_back({read_amount(name, required(name)), {numbered("why", place), {}, {}}});
    }
  }

  // "2 destroys; 3 hurts"
  void read_dangers() {
    for (const std::string& one : words_of_cell(cell("danger"), ";,")) {
      const std::size_t space = std::min(one.find(' '), one.size());
      ItemOption* option = option_at("danger", one.substr(0, space));
      const std::string word(trimmed(std::string_view(one).substr(space)));
      if (option && is_id(word))
        option->danger = word;
      else if (option)
        wrong("danger", fmt::format("\"{}\": write the number of the option and the word of the harm", one));
    }
  }

  const base::TableText& table_;
  std::size_t row_;
  const ReadOptions& options_;
  Intake& intake_;
  Item item_;
  bool good_ = true;
  std::vector<bool> looked_at_ = std::vector<bool>(table_.columns()); // columns
};

void check_csv_header(const base::TableText& table, Intake& intake) {
  std::vector<std::string> known(std::begin(csv_single), std::end(csv_single));
  for (const char* one : csv_numbered)
    known.push_back(csv_column(one, 1));
  for (std::size_t column = 0; column < table.columns(); ++column) {
    const std::string name(table.name(column));
    const auto is = [&](const std::string& one) { return table.column_of(one) == column; };
    if (is_csv_column(name) || std::any_of(known.begin(), known.end(), is)) continue;
    const auto meant = base::did_you_mean(name, known);
    intake.fault(table.header_line(), fmt::format("no column is called \"{}\"{}", name, meant ? "; did you mean " + *meant + "?" : ""),
                 column + 1);
  }
  for (const char* name : {"stem", "key"})
    if (!table.column_of(name)) intake.fault(table.header_line(), fmt::format("there is no column \"{}\"", name));
}

void read_csv_rows(const base::TableText& table, const ReadOptions& options, Intake& intake) {
  std::vector<std::pair<std::string, std::size_t>> seen;
  for (std::size_t row = 0; row < table.rows() && !intake.full(); ++row) {
    CsvRow reader(table, row, options, intake);
    Item item = reader.read();
    const auto first = std::find_if(seen.begin(), seen.end(), [&](const auto& one) { return !item.id.empty() && one.first == item.id; });
    if (first != seen.end())
      intake.fault(table.line_of(row), fmt::format("id: {} is that of line {} already", item.id, first->second),
                   *table.column_of("id") + 1);
    seen.emplace_back(item.id, table.line_of(row));
    if (reader.good()) intake.take(std::move(item), table.line_of(row), reader.losses);
  }
}

} // namespace

void read_csv(std::string_view bytes, const ReadOptions& options, Intake& intake) {
  const base::TableReading reading = base::read_table(bytes, {most_bytes, 10'000, 200, 20'000});
  for (const base::TableFault& fault : reading.faults)
    intake.fault(fault.line, fault.says, fault.column);
  if (!reading.table) return;
  if (reading.table->encoding() == base::TableEncoding::thai_windows)
    intake.note("read as Thai Windows (code page 874); look whether the letters are right");
  check_csv_header(*reading.table, intake);
  read_csv_rows(*reading.table, options, intake);
}

} // namespace firsthand::exchange
