// Our questions as a table for a spreadsheet. As many columns as the questions need, in one order.
#include "engine/exchange/amount.h"
#include "engine/exchange/csv_cells.h"
#include "engine/exchange/forms.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace firsthand::exchange {

namespace {

using model::Item;
using model::ItemKind;
using model::ItemOption;

using CsvCells = std::map<std::string, std::string>; // by column

constexpr const char* utf8_mark = "\xEF\xBB\xBF"; // without it a spreadsheet takes the letters for others

std::string source_text(const model::ItemSource& source) {
  return source.section.empty() ? source.id : source.id + " " + clean(source.section);
}

void add_word(std::string& to, std::string_view between, const std::string& word) {
  to += (to.empty() ? std::string_view() : between), to += word;
}

struct CsvItem {
  Item item; // as it will be read again
  const WriteOptions& options;
  Losses& losses;
  CsvCells cells;

  void put(const std::string& column, const std::string& text) {
    if (!text.empty()) cells[column] = guarded_cell(text);
  }
  void put(const char* column, std::size_t place, const std::string& text) { put(csv_column(column, place), text); }

  void write() {
    settle_targets(item);
    put("id", item.id), put("kind", model::item_kind_word(item.kind)), put("competency", item.competency), put("twins", item.twins);
    put("stem", clean(item.stem.source));
    put("why", clean(item.why.source));
    if (item.kind == ItemKind::number) return write_number();
    write_options();
    if (item.kind == ItemKind::match) write_pairs();
    if (item.kind == ItemKind::phrase) write_phrases();
    if (item.kind == ItemKind::copy) put("key", clean(item.copied));
    if (item.anchor) losses.add("that it is an anchor");
    if (!item.depends.empty()) losses.add("what it depends on");
  }

  std::size_t place_of(const model::Id& id) const {
    for (std::size_t i = 0; i < item.options.size(); ++i)
      if (item.options[i].id == id) return i + 1;
    return 0;
  }

  bool chosen() const { return item.kind == ItemKind::one || item.kind == ItemKind::several; }

  void write_options() {
    std::string key, dangers;
    for (std::size_t i = 0; i < item.options.size(); ++i) {
      const ItemOption& one = item.options[i];
      put("option", i + 1, clean(one.text.source)), put("why", i + 1, clean(one.why.source));
      if (chosen() && is_right(one, options)) add_word(key, " ", fmt::format("{}", i + 1));
      if (!one.danger.empty()) add_word(dangers, "; ", fmt::format("{} {}", i + 1, one.danger));
      if (!one.question.empty()) losses.add("that a doctrine decides what is right");
      if (one.id != option_id(i + 1)) losses.add("the ids of its options");
    }
    put("key", key), put("danger", dangers);
    write_sources();
  }

  // One for all where it is one.
  void write_sources() {
    if (!chosen()) return put("source", source_text(item.source));
    const auto other = [&](const ItemOption& one) { return source_text(one.source) != source_text(item.options.front().source); };
    if (std::none_of(item.options.begin(), item.options.end(), other)) return put("source", source_text(item.options.front().source));
    for (std::size_t i = 0; i < item.options.size(); ++i)
      put("source", i + 1, source_text(item.options[i].source));
  }

  void write_pairs() {
    std::vector<std::string> unpaired;
    for (std::size_t i = 0; i < item.pairs.size(); ++i)
      if (const ItemOption* target = item.target(item.pairs[i])) put("pair", i + 1, clean(target->text.source));
    std::size_t place = item.options.size();
    for (const ItemOption& target : item.targets)
      if (std::find(item.pairs.begin(), item.pairs.end(), target.id) == item.pairs.end()) put("pair", ++place, clean(target.text.source));
  }

  void write_phrases() {
    std::string key;
    for (const std::vector<model::Id>& row : item.phrases) {
      std::string places;
      for (const model::Id& id : row)
        add_word(places, " ", fmt::format("{}", place_of(id)));
      add_word(key, " | ", places);
    }
    put("key", key);
  }

  void write_number() {
    const model::ItemNumber& number = item.number;
    put("source", source_text(item.source));
    put("key", amount_with_unit(number.answer, number));
    if (number.tolerance != 0) put("tolerance", amount_with_unit(number.tolerance, number));
    std::string units;
    for (const model::ItemUnit& unit : number.units)
      add_word(units, " ", unit.id);
    put("units", units);
    for (std::size_t i = 0; i < number.near.size(); ++i) {
      put("option", i + 1, amount_with_unit(number.near[i].amount, number));
      put("why", i + 1, clean(number.near[i].why.source));
    }
  }
};

// Why an item cannot stand in a table; "" where it can.
std::string csv_refusal(const Item& item, const WriteOptions& options) {
  if (item.kind == ItemKind::hotspot || !item.picture.empty()) return "its picture does not travel";
  const auto right = [&](const ItemOption& one) { return is_right(one, options); };
  const auto right_ones = std::count_if(item.options.begin(), item.options.end(), right);
  if (item.kind == ItemKind::one && right_ones > 1) return "more than one option is right";
  const bool chosen = item.kind == ItemKind::one || item.kind == ItemKind::several;
  return chosen && right_ones == 0 ? "no option is right by itself; where a doctrine decides, name it with --doctrine" : "";
}

// The columns that any row has, in the order of a reader: what is asked, the options, what is right, the reasons.
std::vector<std::string> columns_of(const std::vector<CsvCells>& rows) {
  std::vector<std::string> columns;
  const auto add = [&](const std::string& name, bool always) {
    const bool used = std::any_of(rows.begin(), rows.end(), [&](const CsvCells& row) { return row.contains(name); });
    if (used || always) columns.push_back(name);
  };
  const auto add_numbered = [&](const char* name) {
    for (std::size_t place = 1; place <= 30; ++place)
      add(csv_column(name, place), place <= 4 && std::string_view(name) == "option");
  };
  for (const char* name : {"id", "kind", "competency", "twins", "stem"})
    add(name, true);
  add_numbered("option"), add_numbered("pair");
  add("key", true), add("tolerance", false), add("units", false), add("why", false);
  add_numbered("why");
  add("source", true), add_numbered("source"), add("danger", true);
  return columns;
}

std::string table_text(const std::vector<CsvCells>& rows, char separator) {
  const std::vector<std::string> columns = columns_of(rows);
  std::string text = utf8_mark + csv_line(columns, separator);
  for (const CsvCells& row : rows) {
    std::vector<std::string> cells;
    for (const std::string& column : columns)
      cells.push_back(row.contains(column) ? row.at(column) : "");
    text += csv_line(cells, separator);
  }
  return text;
}

} // namespace

FileWritten write_csv(const std::vector<Item>& items, const WriteOptions& options) {
  FileWritten file;
  std::vector<CsvCells> rows;
  for (const Item& item : items) {
    const std::string reason = csv_refusal(item, options);
    if (!reason.empty()) {
      file.remarks.push_back({Remark::Kind::skipped, 0, 0, item.id, reason});
      continue;
    }
    Losses losses;
    CsvItem row{item, options, losses, {}};
    row.write();
    rows.push_back(std::move(row.cells));
    for (const std::string& what : losses.all)
      file.remarks.push_back({Remark::Kind::lost, 0, 0, item.id, what});
  }
  file.items = rows.size();
  file.bytes = table_text(rows, options.separator);
  return file;
}

} // namespace firsthand::exchange
