// See station_register.h.
#include "engine/app/station_register.h"

#include "engine/app/names.h"
#include "engine/app/roster_cells.h"
#include "engine/base/json_line.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

namespace firsthand::app {

namespace {

constexpr std::size_t longest_register = 8'000'000, most_stations = 20'000, most_station_faults = 20;
constexpr int most_computers = 10'000;

enum class StationColumn : std::uint8_t { code, name, unit, call, computers };
constexpr std::size_t station_columns = 5;

const std::vector<std::string_view>& station_headings(StationColumn column) {
  static const std::array<std::vector<std::string_view>, station_columns> words{{
      {"code", "station code", "station id", "id", "no", "no.", "number", "รหัส", "รหัสสถานี", "รหัสหน่วย", "เลขที่"},
      {"name", "station", "station name", "ชื่อ", "สถานี", "ชื่อสถานี", "สถานีตำรวจ"},
      {"unit", "division", "province", "region", "bureau", "สังกัด", "หน่วย", "หน่วยงาน", "กองบังคับการ", "จังหวัด", "ภาค"},
      {"call", "โทรศัพท์", "โทร", "โทร.", "เบอร์โทร", "เบอร์โทรศัพท์"},
      {"computers", "pcs", "computer", "เครื่อง", "คอมพิวเตอร์", "จำนวนเครื่อง", "จำนวนคอมพิวเตอร์"},
  }};
  return words[static_cast<std::size_t>(column)];
}

std::string column_name(StationColumn column, const content::Words& words) {
  const auto tr = [&words](std::string_view source) { return words.tr("roster", source); };
  const std::array<std::string, station_columns> names{tr("the code of the station"), tr("the name of the station"), tr("the unit"),
                                                       tr("the number to call"), tr("how many computers it has")};
  return names[static_cast<std::size_t>(column)];
}

class StationPlanner {
 public:
  StationPlanner(const base::TableText& table, const StationRegister& known, std::optional<int> width, ListAsker asker,
                 const content::Words& words)
      : table_(table), known_(known), asker_(asker), words_(words) {
    out_.wanted.width = width;
  }

  StationPlan plan() {
    find_columns();
    for (std::size_t row = 0; row < table_.rows() && row < most_stations && where(StationColumn::code) && where(StationColumn::name); ++row)
      read(row);
    look_at_zeros();
    look_for_twice();
    if (out_.faults.empty()) compare();
    if (!out_.faults.empty()) out_.wanted.stations.clear();
    return std::move(out_);
  }

 private:
  using Where = std::optional<std::size_t>;
  std::string tr(std::string_view source, const content::Fill& fill = {}) const { return words_.tr("roster", source, fill); }
  Where where(StationColumn column) const { return where_[static_cast<std::size_t>(column)]; }
  void fault(std::size_t line, Where column, std::string says) {
    if (out_.faults.size() < most_station_faults)
      out_.faults.push_back({base::TableFault::Kind::content, line, column ? *column + 1 : 0, std::move(says)});
  }

  void find_columns() {
    std::vector<std::string> taken, left;
    for (std::size_t i = 0; i < table_.columns(); ++i) {
      const std::string heading(table_.name(i));
      const auto column = column_called(heading);
      if (column) where_[static_cast<std::size_t>(*column)] = i;
      if (column)
        taken.push_back(tr("“{heading}” is {what}", {{"heading", heading}, {"what", column_name(*column, words_)}}));
      else
        left.push_back("“" + heading + "”");
    }
    if (!taken.empty()) out_.notes.push_back(fmt::format("{}", fmt::join(taken, ", ")));
    const std::string unused = fmt::format("{}", fmt::join(left, ", "));
    if (!left.empty()) out_.notes.push_back(tr("not used: {headings}", {{"headings", unused}}));
    for (const auto& [needed, word] : {std::pair(StationColumn::code, "code"), std::pair(StationColumn::name, "name")})
      if (!where(needed))
        fault(table_.header_line(), {},
              tr("no column is called as {what} is. Write “{word}” above it in the sheet.",
                 {{"what", column_name(needed, words_)}, {"word", word}}));
  }

  // Each is found once: a second “number” is left.
  std::optional<StationColumn> column_called(const std::string& heading) const {
    const bool calls = name_key(heading).starts_with("tel"); // "Tel." and its kin, written out or not
    if (calls && !where(StationColumn::call)) return StationColumn::call;
    for (std::size_t i = 0; i < station_columns; ++i)
      for (const std::string_view word : station_headings(static_cast<StationColumn>(i)))
        if (!where_[i] && name_key(word) == name_key(heading)) return static_cast<StationColumn>(i);
    return std::nullopt;
  }

  // As a place may be called; what is wrong with it is told.
  std::string word(std::size_t row, StationColumn column) {
    if (!where(column)) return {};
    const std::string_view cell = table_.cell(row, *where(column));
    const auto name = read_name_or_nothing(cell);
    if (name.ok()) return name->shown;
    fault(table_.line_of(row), where(column), words_of_name(name.error(), words_, cell, {}));
    return {};
  }

  void read(std::size_t row) {
    StationEntry one{plain_digits(word(row, StationColumn::code)), word(row, StationColumn::name), word(row, StationColumn::unit),
                     word(row, StationColumn::call), computers(row)};
    const std::size_t line = table_.line_of(row);
    if (one.code.empty())
      fault(line, where(StationColumn::code), tr("the code is missing. Fill it in, or take the line out."));
    else if (std::string trouble = spreadsheet_trouble(one.code, words_); !trouble.empty())
      fault(line, where(StationColumn::code), std::move(trouble));
    if (one.name.empty()) fault(line, where(StationColumn::name), tr("the name is missing. Fill it in, or take the line out."));
    lines_.push_back(line);
    out_.wanted.stations.push_back(std::move(one));
  }

  int computers(std::size_t row) {
    const std::string typed = plain_digits(word(row, StationColumn::computers));
    int many = 0;
    const auto [end, wrong] = std::from_chars(typed.data(), typed.data() + typed.size(), many);
    if (typed.empty()) return 0;
    if (wrong == std::errc() && end == typed.data() + typed.size() && many >= 0 && many <= most_computers) return many;
    fault(table_.line_of(row), where(StationColumn::computers), tr("“{typed}” is no number of computers.", {{"typed", typed}}));
    return 0;
  }

  // ---- codes

  void look_at_zeros() {
    std::string longest;
    for (const auto* all : {&known_.stations, &std::as_const(out_.wanted.stations)})
      for (const StationEntry& each : *all)
        if (only_digits(each.code) && each.code.size() > longest.size()) longest = each.code;
    out_.longest = longest.size();
    for (std::size_t i = 0; i < out_.wanted.stations.size(); ++i)
      if (std::string& code = out_.wanted.stations[i].code; only_digits(code) && code.size() < longest.size())
        out_.lengths_differ = true, fill_up(code, longest, lines_[i]);
  }

  void fill_up(std::string& code, const std::string& longest, std::size_t line) {
    const auto width = static_cast<std::size_t>(out_.wanted.width.value_or(0));
    if (out_.wanted.width && code.size() < width) code.insert(0, width - code.size(), '0');
    if (out_.wanted.width) return;
    const std::string what =
        tr("{number} is shorter than {longest}. A spreadsheet takes away zeros at the front.", {{"number", code}, {"longest", longest}});
    fault(line, {},
          what + " " +
              (asker_ == ListAsker::page
                   ? tr("Say below how long the numbers are.")
                   : fmt::format("If all codes have {0} digits, say --width {0}; if they are as long as they stand here, say --width 0.",
                                 longest.size())));
  }

  void look_for_twice() {
    std::map<std::string, std::size_t> seen;
    for (std::size_t i = 0; i < out_.wanted.stations.size(); ++i) {
      const std::string& code = out_.wanted.stations[i].code;
      if (const auto [first, fresh] = seen.emplace(name_key(code), lines_[i]); !fresh && !code.empty())
        fault(lines_[i], {},
              tr("{number} stands in line {line} already. Take one of the two out, or correct it.",
                 {{"number", code}, {"line", std::to_string(first->second)}}));
    }
  }

  // ---- what changes

  void compare() {
    std::map<std::string, const StationEntry*> before, now;
    for (const StationEntry& each : known_.stations)
      before.emplace(name_key(each.code), &each);
    for (const StationEntry& each : out_.wanted.stations) {
      now.emplace(name_key(each.code), &each);
      const auto found = before.find(name_key(each.code));
      if (found == before.end())
        ++out_.fresh, out_.changes.push_back({ListChangeKind::fresh, told(each)});
      else if (*found->second == each)
        ++out_.same;
      else
        change(*found->second, each);
    }
    for (const auto& [key, station] : before)
      if (!now.contains(key)) ++out_.gone, ++out_.takes_away, out_.changes.push_back({ListChangeKind::gone, told(*station)});
  }

  void change(const StationEntry& before, const StationEntry& now) {
    const bool empties = (now.unit.empty() && !before.unit.empty()) || (now.call.empty() && !before.call.empty()) ||
                         (now.computers == 0 && before.computers != 0);
    ++out_.changed, out_.takes_away += empties ? 1 : 0;
    out_.changes.push_back({ListChangeKind::changed, told(before) + " → " + told(now)});
  }

  std::string told(const StationEntry& station) const {
    std::string all = words_of(station);
    for (const std::string* each : {&station.unit, &station.call})
      if (!each->empty()) all += ", " + *each;
    if (station.computers > 0) all += ", " + words_.plural("roster", "{n} computer", "{n} computers", station.computers);
    return all;
  }

  const base::TableText& table_;
  const StationRegister& known_;
  ListAsker asker_;
  const content::Words& words_;
  std::array<Where, station_columns> where_;
  std::vector<std::size_t> lines_; // of each station
  StationPlan out_;
};

} // namespace

std::string words_of(const StationEntry& station) { return station.code + " " + station.name; }

StationRegister StationRegister::read(const std::string& line) {
  StationRegister all;
  const auto json = base::parse_json_line(line, longest_register, 4);
  if (!json.ok()) return all;
  if (json->find("width")) all.width = static_cast<int>(json->at("width").number());
  for (const base::Json& each : json->at("stations").array())
    all.stations.push_back({each.at("code").text(), each.at("name").text(), each.at("unit").text(), each.at("call").text(),
                            static_cast<int>(each.at("computers").number())});
  return all;
}

std::string StationRegister::line() const {
  base::Json::Array all;
  for (const StationEntry& each : stations)
    all.push_back(base::Json::Object{
        {"code", each.code}, {"name", each.name}, {"unit", each.unit}, {"call", each.call}, {"computers", std::int64_t{each.computers}}});
  base::Json::Object out{{"stations", std::move(all)}};
  if (width) out["width"] = std::int64_t{*width};
  return base::Json(std::move(out)).line();
}

const StationEntry* StationRegister::called(std::string_view typed) const {
  const std::string key = name_key(typed);
  const StationEntry* named = nullptr;
  int so_called = 0;
  for (const StationEntry& each : stations) {
    if (name_key(each.code) == key || name_key(words_of(each)) == key) return &each;
    if (name_key(each.name) == key) named = &each, ++so_called;
  }
  return so_called == 1 ? named : nullptr;
}

std::vector<const StationEntry*> StationRegister::like(std::string_view typed, std::size_t most) const {
  const std::string key = name_key(typed);
  std::vector<const StationEntry*> found;
  if (key.empty()) return found;
  for (const StationEntry& each : stations)
    if (name_key(words_of(each) + " " + each.unit).find(key) != std::string::npos) found.push_back(&each);
  std::stable_partition(found.begin(), found.end(), [&key](const auto* each) { return name_key(each->code).starts_with(key); });
  if (found.size() > most) found.resize(most);
  return found;
}

StationPlan plan_stations(const base::TableText& table, const StationRegister& known, std::optional<int> width, ListAsker asker,
                          const content::Words& words) {
  return StationPlanner(table, known, width, asker, words).plan();
}

} // namespace firsthand::app
