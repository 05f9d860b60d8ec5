#include "engine/report/statistics_files.h"

#include "engine/base/utf8.h"
#include "engine/report/statistics_cells.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace firsthand::report {

namespace {

constexpr std::size_t most_options = 20;

std::vector<std::string> names_of(const base::TableText& table) {
  std::vector<std::string> names;
  for (std::size_t column = 0; column < table.columns(); ++column)
    names.emplace_back(table.name(column));
  return names;
}

std::optional<std::size_t> needed_column(const base::TableText& table, std::string_view name, TableFaults& faults) {
  const auto found = table.column_of(name);
  if (!found)
    faults.add(table.header_line(), 0, fmt::format("the header needs a column \"{}\"; it has {}", name, fmt::join(names_of(table), ", ")));
  return found;
}

// A column of answers: an item, and where options stand in it the key and what was seen.
struct ItemCells {
  std::size_t column = 0;
  AnsweredItem item;
  std::string key;                              // empty: worths stand here
  std::size_t options = 0;                      // as stated; 0: not stated
  std::map<std::string, int, std::less<>> seen; // option → its index in order of rows
};

std::string without_blanks(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  return std::string(text.substr(0, text.find_last_not_of(' ') + 1));
}

// "i1", "i1=B", "i1/4", "i1=B/4"
ItemCells item_cells(const base::TableText& table, std::size_t column, TableFaults& faults) {
  ItemCells out;
  out.column = column;
  std::string_view rest = table.name(column);
  const std::size_t slash = rest.rfind('/');
  if (slash != std::string_view::npos) {
    const Figure count = figure_in(without_blanks(rest.substr(slash + 1)));
    for (std::size_t options = 2; options <= most_options; ++options)
      if (count == static_cast<double>(options)) out.options = options, out.item.guess = 1.0 / static_cast<double>(options);
    if (out.options == 0)
      faults.add(table.header_line(), column + 1,
                 fmt::format("\"{}\": behind / stands the number of options, 2 to {}", rest, most_options));
    rest = rest.substr(0, slash);
  }
  const std::size_t equals = rest.find('=');
  out.item.name = without_blanks(rest.substr(0, equals));
  if (equals != std::string_view::npos) out.key = without_blanks(rest.substr(equals + 1));
  if (out.item.name.empty() || (equals != std::string_view::npos && out.key.empty()))
    faults.add(table.header_line(), column + 1,
               fmt::format("\"{}\": an item is written i1, or i1=B where B is the right option", table.name(column)));
  if (!out.key.empty()) out.seen.emplace(out.key, 0);
  return out;
}

class AnswersReader {
 public:
  AnswersReader(const base::TableText& table, AnswersReading& out) : table_(table), out_(out), faults_(out.faults), persons_(faults_) {}

  void read() {
    const auto person = needed_column(table_, "person", faults_);
    if (!person) return;
    for (std::size_t column = 0; column < table_.columns(); ++column)
      if (column != *person) items_.push_back(item_cells(table_, column, faults_));
    if (items_.empty()) faults_.add(table_.header_line(), 0, "the header has no item beside person");
    check_names();
    if (table_.rows() == 0) faults_.add(0, 0, "there is no row of a person below the header");
    reserve();
    for (std::size_t row = 0; row < table_.rows() && !faults_.full(); ++row)
      read_row(row, *person);
    finish();
  }

 private:
  void check_names() {
    std::map<std::string, std::size_t> seen;
    for (const ItemCells& cells : items_)
      if (const auto [found, is_new] = seen.try_emplace(cells.item.name, cells.column); !is_new)
        faults_.add(table_.header_line(), cells.column + 1,
                    fmt::format("the item \"{}\" stands in column {} already", cells.item.name, found->second + 1));
  }

  void reserve() {
    has_choices_ = std::any_of(items_.begin(), items_.end(), [](const ItemCells& cells) { return !cells.key.empty(); });
    out_.answers.worths.reserve(table_.rows() * items_.size());
    if (has_choices_) out_.answers.choices.reserve(table_.rows() * items_.size());
  }

  void read_row(std::size_t row, std::size_t person) {
    const std::string_view who = table_.cell(row, person);
    persons_.take(who, table_.line_of(row), person + 1);
    out_.answers.persons.emplace_back(who);
    for (ItemCells& cells : items_) {
      const std::string_view cell = table_.cell(row, cells.column);
      if (cell.empty()) ++omitted_;
      const int choice = cells.key.empty() || cell.empty() ? -1 : option_of(cell, row, cells);
      out_.answers.worths.push_back(cells.key.empty() ? worth_of(cell, row, cells) : choice == 0 ? 1 : 0);
      if (has_choices_) out_.answers.choices.push_back(choice);
    }
  }

  double worth_of(std::string_view cell, std::size_t row, const ItemCells& cells) {
    if (cell.empty()) return 0;
    const Figure worth = figure_in(cell);
    if (worth && *worth <= 1) return *worth;
    faults_.add(
        table_.line_of(row), cells.column + 1,
        fmt::format("\"{}\" is no worth of {}: 0, 1 or a part like 0.5; where options stand here the header says which is right: {}=B",
                    cell, cells.item.name, cells.item.name));
    return 0;
  }

  int option_of(std::string_view cell, std::size_t row, ItemCells& cells) {
    if (const auto found = cells.seen.find(cell); found != cells.seen.end()) return found->second;
    const std::size_t most = cells.options > 0 ? cells.options : most_options, before = cells.seen.size();
    if (before == most) {
      faults_.add(table_.line_of(row), cells.column + 1,
                  fmt::format("\"{}\" would be option {} of {}, which has at most {}", cell, before + 1, cells.item.name, most));
      return -1;
    }
    return cells.seen.emplace(cell, static_cast<int>(before)).first->second;
  }

  // Options stand in the order of their words, whoever came first.
  void finish() {
    for (std::size_t item = 0; item < items_.size(); ++item) {
      ItemCells& cells = items_[item];
      if (!cells.key.empty()) sort_options(cells, item);
      out_.answers.items.push_back(std::move(cells.item));
    }
    if (omitted_ > 0) out_.notes.push_back(fmt::format("{} empty cells are omitted answers, worth 0", omitted_));
    persons_.note(out_.notes);
  }

  void sort_options(ItemCells& cells, std::size_t item) {
    std::vector<int> place(cells.seen.size());
    for (const auto& [option, index] : cells.seen) {
      place[static_cast<std::size_t>(index)] = static_cast<int>(cells.item.options.size());
      if (option == cells.key) cells.item.key = cells.item.options.size();
      cells.item.options.push_back(option);
    }
    bool is_key_chosen = false;
    for (std::size_t at = item; at < out_.answers.choices.size(); at += items_.size()) {
      int& choice = out_.answers.choices[at];
      is_key_chosen = is_key_chosen || choice == 0;
      if (choice >= 0) choice = place[static_cast<std::size_t>(choice)];
    }
    if (!is_key_chosen)
      out_.notes.push_back(
          fmt::format("nobody chose \"{}\", the right option of {}: is it written as in the cells?", cells.key, cells.item.name));
  }

  const base::TableText& table_;
  AnswersReading& out_;
  TableFaults faults_;
  PersonColumn persons_;
  std::vector<ItemCells> items_;
  bool has_choices_ = false;
  std::size_t omitted_ = 0;
};

Figure result_in(const base::TableText& table, std::size_t row, std::size_t column, TableFaults& faults) {
  const std::string_view cell = table.cell(row, column);
  if (cell.empty()) return std::nullopt;
  const Figure result = figure_in(cell);
  if (result && *result <= 1000) return result;
  faults.add(table.line_of(row), column + 1,
             fmt::format("\"{}\" is no result: per mille, 0 to 1000; leave the cell empty if it was not taken", cell));
  return std::nullopt;
}

void note_scale(double most, std::string_view what, std::vector<std::string>& notes) {
  if (most > 0 && most <= 100) notes.push_back(fmt::format("no {} is above 100: are these per cent? They are taken as per mille", what));
}

void note_unused(const base::TableText& table, const std::vector<std::size_t>& used, std::vector<std::string>& notes) {
  for (std::size_t column = 0; column < table.columns(); ++column)
    if (std::find(used.begin(), used.end(), column) == used.end())
      notes.push_back(fmt::format("the column \"{}\" is not used", table.name(column)));
}

class RatingsReader {
 public:
  RatingsReader(const base::TableText& table, RatingsReading& out) : table_(table), out_(out), faults_(out.faults) {}

  void read() {
    const auto judge = needed_column(table_, "judge", faults_), item = needed_column(table_, "item", faults_);
    const auto rating = needed_column(table_, "rating", faults_);
    if (!judge || !item || !rating) return;
    for (std::size_t row = 0; row < table_.rows() && !faults_.full(); ++row)
      read_row(row, *judge, *item, *rating);
    if (table_.rows() == 0) faults_.add(0, 0, "there is no rating below the header");
    if (out_.faults.empty()) check_missing();
    note_scale(most_, "rating", out_.notes);
    note_unused(table_, {*judge, *item, *rating}, out_.notes);
  }

 private:
  void read_row(std::size_t row, std::size_t judge, std::size_t item, std::size_t rating) {
    const std::size_t line = table_.line_of(row);
    const std::string who(table_.cell(row, judge)), what(table_.cell(row, item));
    const Figure said = figure_in(table_.cell(row, rating));
    if (who.empty()) return faults_.add(line, judge + 1, "this row has no judge");
    if (what.empty()) return faults_.add(line, item + 1, "this row has no item");
    if (!said || *said > 1000)
      return faults_.add(line, rating + 1, fmt::format("\"{}\" is no rating: per mille, 0 to 1000", table_.cell(row, rating)));
    if (const auto [found, is_new] = lines_.try_emplace({who, what}, line); !is_new)
      return faults_.add(line, 0, fmt::format("{} has rated {} in line {} already", who, what, found->second));
    judges_.insert(who), items_.insert(what);
    most_ = std::max(most_, *said);
    out_.ratings.push_back({who, what, *said});
  }

  // A sum over fewer items is no judge's sum. What is left out may be a name that was written in two ways.
  void check_missing() {
    for (const std::string& judge : judges_)
      for (const std::string& item : items_)
        if (!lines_.contains({judge, item})) faults_.add(0, 0, fmt::format("{} has not rated {}; each judge rates each item", judge, item));
  }

  const base::TableText& table_;
  RatingsReading& out_;
  TableFaults faults_;
  std::map<std::pair<std::string, std::string>, std::size_t> lines_; // judge and item → line
  std::set<std::string> judges_, items_;
  double most_ = 0;
};

} // namespace

AnswersReading read_answers(const base::TableText& table) {
  AnswersReading out;
  AnswersReader(table, out).read();
  return out;
}

ResultsReading read_results(const base::TableText& table) {
  ResultsReading out;
  TableFaults faults(out.faults);
  const auto person = needed_column(table, "person", faults);
  const auto before = needed_column(table, "pre", faults), after = needed_column(table, "post", faults);
  if (!person || !before || !after) return out;
  PersonColumn persons(faults);
  for (std::size_t row = 0; row < table.rows() && !faults.full(); ++row) {
    const std::string_view who = table.cell(row, *person);
    persons.take(who, table.line_of(row), *person + 1);
    const Figure pre = result_in(table, row, *before, faults), post = result_in(table, row, *after, faults);
    out.people.push_back({std::string(who), pre, post});
  }
  if (table.rows() == 0) faults.add(0, 0, "there is no row of a person below the header");
  persons.note(out.notes);
  double most = 0;
  for (const BeforeAndAfter& each : out.people)
    most = std::max({most, each.before.value_or(0), each.after.value_or(0)});
  note_scale(most, "result", out.notes);
  note_unused(table, {*person, *before, *after}, out.notes);
  return out;
}

RatingsReading read_ratings(const base::TableText& table) {
  RatingsReading out;
  RatingsReader(table, out).read();
  return out;
}

} // namespace firsthand::report
