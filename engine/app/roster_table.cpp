// See roster_table.h.
#include "engine/app/roster_table.h"

#include "engine/app/names.h"
#include "engine/app/roster_cells.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace firsthand::app {

namespace {

constexpr std::size_t most_roster_faults = 20;

// What headings are called in the lists that people keep.
const std::vector<std::string_view>& headings_of(RosterColumn column) {
  static const std::array<std::vector<std::string_view>, roster_columns> words{{
      {"number",
       "service number",
       "service no",
       "service no.",
       "service id",
       "officer number",
       "officer id",
       "staff number",
       "staff id",
       "badge",
       "badge number",
       "badge no",
       "badge no.",
       "personnel number",
       "id number",
       "id",
       "เลขประจำตัว",
       "หมายเลขประจำตัว",
       "เลขประจำตัวข้าราชการ",
       "เลขประจำตัวตำรวจ",
       "รหัสประจำตัว",
       "หมายเลข",
       "รหัส",
       "เลขที่"},
      {"name", "full name", "first name", "given name", "name and surname", "ชื่อ", "ชื่อตัว", "ชื่อ-สกุล", "ชื่อ - สกุล", "ชื่อสกุล", "ชื่อ-นามสกุล",
       "ชื่อ - นามสกุล", "ชื่อ นามสกุล", "ชื่อและนามสกุล"},
      {"surname", "last name", "family name", "นามสกุล", "สกุล"},
      {"rank", "ยศ", "ชั้นยศ"},
      {"unit", "department", "section", "division", "สังกัด", "หน่วย", "หน่วยงาน", "แผนก", "ฝ่าย", "กลุ่มงาน"},
      {"sex", "gender", "เพศ"},
      {"language", "lang", "ภาษา"},
      {"since", "from", "valid from", "ตั้งแต่", "ตั้งแต่วันที่", "วันที่มีผล"},
      {"supervises", "supervisor", "may supervise", "ผู้คุมสอบ", "คุมสอบ", "ผู้กำกับการสอบ"},
  }};
  return words[static_cast<std::size_t>(column)];
}

constexpr std::string_view roster_column_names[] = {"the service number", "the name", "the surname",  "the rank",
                                                    "the unit",           "the sex",  "the language", "the day from which it holds",
                                                    "who may supervise"};

class RosterTableReader {
 public:
  RosterTableReader(const base::TableText& table, const RosterMapping& mapping, const std::vector<std::string>& languages)
      : table_(table), mapping_(mapping), languages_(languages) {}

  RosterReading read() {
    find_columns();
    tell_columns();
    if (!out_.faults.empty()) return std::move(out_);
    for (std::size_t row = 0; row < table_.rows() && out_.faults.size() < most_roster_faults; ++row)
      read_line(row);
    tell_languages();
    if (buddhist_) out_.notes.push_back(fmt::format("{} dates have Buddhist years; they were read as 543 years earlier", buddhist_));
    return std::move(out_);
  }

 private:
  using Where = std::optional<std::size_t>;
  Where& where(RosterColumn column) { return where_[static_cast<std::size_t>(column)]; }
  void fault(std::size_t line, Where column, std::string says) {
    if (out_.faults.size() < most_roster_faults)
      out_.faults.push_back({base::TableFault::Kind::content, line, column ? *column + 1 : 0, std::move(says)});
  }

  // ---- columns

  void find_columns() {
    for (std::size_t i = 0; i < roster_columns; ++i) {
      const auto column = static_cast<RosterColumn>(i);
      const auto named = mapping_.find(column);
      if (named == mapping_.end())
        find_by_words(column);
      else if (where_[i] = column_called(named->second); !where_[i])
        fault(table_.header_line(), {}, fmt::format("there is no column “{}”. {}", named->second, columns_there()));
    }
    for (const RosterColumn needed : {RosterColumn::number, RosterColumn::name})
      if (!where(needed) && out_.faults.empty())
        fault(table_.header_line(), {},
              fmt::format("no column is called as {} is. {} Say which it is: --column {}=\"HEADING\". The first line has to be headings; "
                          "where it is a person already, write a line such as “number;name” above it.",
                          roster_column_names[static_cast<std::size_t>(needed)], columns_there(),
                          roster_column_words[static_cast<std::size_t>(needed)]));
    if (const Where number = where(RosterColumn::number); number && is_a_number(table_.name(*number)))
      fault(table_.header_line(), number,
            fmt::format("“{}” is a service number and no heading: the first line has to be headings. Write a line such as “number;name” "
                        "above it, or its person is lost.",
                        table_.name(*number)));
  }

  // Mostly digits: "Badge 2" is a heading.
  static bool is_a_number(std::string_view heading) {
    const std::string plain = plain_digits(heading);
    return 2 * std::count_if(plain.begin(), plain.end(), [](char c) { return c >= '0' && c <= '9'; }) >
           static_cast<std::ptrdiff_t>(plain.size());
  }

  void find_by_words(RosterColumn column) {
    for (std::size_t i = 0; i < table_.columns(); ++i) {
      if (!is_called(i, column) || is_mapped(i)) continue;
      if (Where& found = where(column); !found)
        found = i;
      else
        fault(table_.header_line(), i,
              fmt::format("“{}” and “{}” may both be {}. Say which: --column {}=\"HEADING\".", table_.name(*found), table_.name(i),
                          roster_column_names[static_cast<std::size_t>(column)], roster_column_words[static_cast<std::size_t>(column)]));
    }
  }

  bool is_called(std::size_t i, RosterColumn column) const {
    const std::string key = name_key(table_.name(i));
    const auto& words = headings_of(column);
    return std::any_of(words.begin(), words.end(), [&key](std::string_view word) { return name_key(word) == key; });
  }
  bool is_mapped(std::size_t i) const {
    return std::any_of(mapping_.begin(), mapping_.end(), [&](const auto& each) { return column_called(each.second) == i; });
  }
  Where column_called(std::string_view heading) const {
    for (std::size_t i = 0; i < table_.columns(); ++i)
      if (name_key(table_.name(i)) == name_key(heading)) return i;
    return std::nullopt;
  }
  std::string columns_there() const {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < table_.columns(); ++i)
      names.push_back(fmt::format("“{}”", table_.name(i)));
    return fmt::format("There are: {}.", fmt::join(names, ", "));
  }

  void tell_columns() {
    std::vector<std::string> taken, left;
    for (std::size_t i = 0; i < table_.columns(); ++i) {
      const auto found = std::find(where_.begin(), where_.end(), Where(i));
      if (found == where_.end())
        left.push_back(fmt::format("“{}”", table_.name(i)));
      else
        taken.push_back(fmt::format("“{}” is {}", table_.name(i), roster_column_names[found - where_.begin()]));
    }
    out_.notes.push_back(fmt::format("{}", fmt::join(taken, ", ")));
    if (!left.empty()) out_.notes.push_back(fmt::format("not used: {}", fmt::join(left, ", ")));
  }

  void tell_languages() {
    std::map<std::string, std::size_t> lines; // the first of each
    for (const RosterLine& line : out_.lines)
      if (line.language && !line.language->empty()) lines.emplace(*line.language, line.line);
    for (const auto& [code, line] : lines)
      if (!languages_.empty() && std::find(languages_.begin(), languages_.end(), code) == languages_.end())
        out_.notes.push_back(fmt::format("line {}: the program has no words in “{}”; it has: {}", line, code, fmt::join(languages_, ", ")));
  }

  // ---- lines

  std::string_view cell(std::size_t row, RosterColumn column) {
    return where(column) ? table_.cell(row, *where(column)) : std::string_view();
  }

  // As people may be called; what is wrong with it is told. Nothing where there is no such column.
  std::optional<std::string> word(std::size_t row, RosterColumn column) {
    if (!where(column)) return std::nullopt;
    const auto name = read_name_or_nothing(table_.cell(row, *where(column)));
    if (name.ok()) return name->shown;
    fault(table_.line_of(row), where(column), name.error().message);
    return std::string();
  }

  void read_line(std::size_t row) {
    RosterLine line;
    line.line = table_.line_of(row);
    line.number = plain_digits(word(row, RosterColumn::number).value_or(""));
    if (const std::string why = number_trouble(line.number); !why.empty()) fault(line.line, where(RosterColumn::number), why);
    line.name = word(row, RosterColumn::name).value_or("");
    if (const auto surname = word(row, RosterColumn::surname); surname && !surname->empty())
      line.name += (line.name.empty() ? "" : " ") + *surname;
    if (line.name.empty()) fault(line.line, where(RosterColumn::name), "the name is missing. Fill it in, or take the line out.");
    line.rank = word(row, RosterColumn::rank), line.unit = word(row, RosterColumn::unit);
    read_words(row, line);
    out_.lines.push_back(std::move(line));
  }

  void read_words(std::size_t row, RosterLine& line) {
    if (where(RosterColumn::sex) && !(line.sex = read_sex(cell(row, RosterColumn::sex))))
      fault(line.line, where(RosterColumn::sex),
            fmt::format("“{}” is not known: F, M, X, หญิง, ชาย, or nothing.", cell(row, RosterColumn::sex)));
    if (where(RosterColumn::language) && !(line.language = read_language(cell(row, RosterColumn::language))))
      fault(line.line, where(RosterColumn::language),
            fmt::format("“{}” is not known: write a code such as en or th, or nothing.", cell(row, RosterColumn::language)));
    if (where(RosterColumn::supervises) && !(line.supervises = read_supervises(cell(row, RosterColumn::supervises))))
      fault(line.line, where(RosterColumn::supervises),
            fmt::format("“{}” is not known: yes, no, ใช่, ไม่, or nothing.", cell(row, RosterColumn::supervises)));
    const ReadDay day = read_day(cell(row, RosterColumn::since));
    line.since = day.day;
    buddhist_ += day.buddhist;
    if (!day.trouble.empty()) fault(line.line, where(RosterColumn::since), day.trouble);
  }

  const base::TableText& table_;
  const RosterMapping& mapping_;
  const std::vector<std::string>& languages_;
  std::array<Where, roster_columns> where_;
  RosterReading out_;
  int buddhist_ = 0;
};

} // namespace

std::optional<RosterColumn> roster_column_of(std::string_view word) {
  const auto found = std::find(roster_column_words.begin(), roster_column_words.end(), word);
  if (found == roster_column_words.end()) return std::nullopt;
  return static_cast<RosterColumn>(found - roster_column_words.begin());
}

RosterReading read_roster(const base::TableText& table, const RosterMapping& mapping, const std::vector<std::string>& languages) {
  return RosterTableReader(table, mapping, languages).read();
}

} // namespace firsthand::app
