// See roster_plan.h.
#include "engine/app/roster_plan.h"

#include "engine/app/names.h"
#include "engine/app/roster_cells.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace firsthand::app {

namespace {

constexpr std::size_t most_plan_faults = 20;

std::string number_key(std::string_view number) { return name_key(number); }

class RosterPlanner {
 public:
  RosterPlanner(std::vector<RosterLine> lines, std::span<const storage::RosterRow> known, std::span<const PersonCard> people,
                const RosterForm& form)
      : lines_(std::move(lines)), people_(people.begin(), people.end()), form_(form) {
    for (const storage::RosterRow& each : known)
      if (!each.number.empty()) known_[number_key(each.number)].push_back(each);
  }

  RosterPlan plan() {
    form_.width ? fill_up() : ask_about_zeros();
    ask_about_twice();
    for (const RosterLine& line : lines_)
      take(line);
    tell_gone();
    tell_names();
    if (!out_.faults.empty()) out_.rows.clear();
    return std::move(out_);
  }

 private:
  void fault(std::size_t line, std::string says) {
    if (out_.faults.size() < most_plan_faults) out_.faults.push_back({base::TableFault::Kind::content, line, 0, std::move(says)});
  }

  // ---- zeros at the front

  void fill_up() {
    const auto width = static_cast<std::size_t>(*form_.width);
    for (RosterLine& line : lines_) {
      if (width == 0 || !only_digits(line.number)) continue;
      if (line.number.size() > width)
        fault(line.line,
              fmt::format("{} has more than {} digits: --width {} cannot be right, or the number is wrong.", line.number, width, width));
      else
        line.number.insert(0, width - line.number.size(), '0');
    }
  }

  void ask_about_zeros() {
    std::string longest, where;
    const auto look = [&](const std::string& number, const std::string& place) {
      if (only_digits(number) && number.size() > longest.size()) longest = number, where = place;
    };
    for (const auto& [key, rows] : known_)
      look(rows.front().number, "in this record");
    for (const RosterLine& line : lines_)
      look(line.number, fmt::format("line {}", line.line));
    for (const RosterLine& line : lines_)
      if (only_digits(line.number) && line.number.size() < longest.size())
        fault(line.line,
              fmt::format("{} is shorter than {} ({}). A spreadsheet takes away zeros at the front. If all numbers have {} digits, "
                          "say --width {}; if they are as long as they stand here, say --width 0.",
                          line.number, longest, where, longest.size(), longest.size()));
  }

  void ask_about_twice() {
    std::map<std::string, std::size_t> seen;
    for (const RosterLine& line : lines_)
      if (const auto [first, fresh] = seen.emplace(number_key(line.number), line.line); !fresh)
        fault(line.line, fmt::format("{} stands in line {} already. Take one of the two out, or correct it.", line.number, first->second));
  }

  // ---- one line

  void take(const RosterLine& line) {
    const auto holders = known_.find(number_key(line.number));
    if (holders == known_.end()) return add(line);
    const auto is_called = [&](const storage::RosterRow& row) { return name_key(row.name) == name_key(line.name); };
    const bool same_name = std::any_of(holders->second.begin(), holders->second.end(), is_called);
    if (!same_name && form_.new_names == NewNames::asked_about)
      return fault(line.line, fmt::format("{} is {} in this record, and {} in the list. If that is the same person under a new name, say "
                                          "--new-names; if not, correct the number.",
                                          line.number, holders->second.front().name, line.name));
    bool any = false;
    for (const storage::RosterRow& before : holders->second)
      any = change(line, before, same_name ? before.name : line.name) || any;
    ++(any ? out_.changed : out_.same);
  }

  void add(const RosterLine& line) {
    storage::RosterRow row{.person = {},
                           .number = line.number,
                           .name = line.name,
                           .rank = line.rank.value_or(""),
                           .unit = line.unit.value_or(""),
                           .sex = line.sex.value_or(""),
                           .language = line.language.value_or(""),
                           .since = day_of(line),
                           .supervises = line.supervises.value_or("")};
    out_.told.push_back(fmt::format("new {} {}{}{}{}", row.number, row.rank.empty() ? "" : row.rank + " ", row.name,
                                    row.unit.empty() ? "" : ", " + row.unit, row.supervises.empty() ? "" : ", may supervise"));
    out_.rows.push_back(std::move(row));
    ++out_.fresh;
  }

  std::string day_of(const RosterLine& line) const { return line.since.empty() ? form_.day : line.since; }

  // Whether anything is different; the day alone is no difference.
  bool change(const RosterLine& line, const storage::RosterRow& before, const std::string& name) {
    storage::RosterRow row = before;
    std::string what;
    const auto set = [&what](std::string& to, const std::string& from, const char* word) {
      if (to == from) return;
      what += fmt::format("{}{} {} → {}", what.empty() ? "" : ", ", word, to.empty() ? "–" : to, from.empty() ? "–" : from);
      to = from;
    };
    set(row.name, name, "name");
    set(row.rank, line.rank.value_or(before.rank), "rank");
    set(row.unit, line.unit.value_or(before.unit), "unit");
    set(row.sex, line.sex.value_or(before.sex), "sex");
    set(row.language, line.language.value_or(before.language), "language");
    set(row.supervises, line.supervises.value_or(before.supervises), "supervises");
    if (what.empty()) return false;
    row.since = day_of(line);
    if (row.since < before.since)
      out_.told.push_back(fmt::format("look {} {}: what is in the list holds from {} on, what this record knew of it from {} on. Is it an "
                                      "older list?",
                                      row.number, row.name, row.since, before.since));
    out_.told.push_back(fmt::format("changed {} {}: {}, from {} on", row.number, row.name, what, row.since));
    out_.rows.push_back(std::move(row));
    return true;
  }

  // ---- what should be looked at

  void tell_gone() {
    for (const RosterLine& line : lines_)
      listed_.insert_or_assign(number_key(line.number), &line);
    for (const auto& [key, rows] : known_) {
      if (listed_.contains(key)) continue;
      ++out_.gone;
      out_.told.push_back(fmt::format("gone {} {}: not in this list; stays as it is", rows.front().number, rows.front().name));
    }
  }

  void tell_names() {
    std::map<std::string, std::vector<std::string>> numbers; // by name
    for (const RosterLine& line : lines_)
      numbers[name_key(line.name)].push_back(line.number);
    for (const auto& [key, rows] : known_)
      for (const storage::RosterRow& row : rows)
        if (!listed_.contains(key)) numbers[name_key(row.name)].push_back(row.number);
    for (const RosterLine& line : lines_)
      if (const auto& all = numbers[name_key(line.name)]; all.size() > 1)
        out_.told.push_back(
            fmt::format("look {} {}: there are {} people of this name, with different numbers", line.number, line.name, all.size()));
    for (const PersonCard& person : people_)
      if (const auto same = numbers.find(person.key); same != numbers.end() && person.number.empty())
        out_.told.push_back(fmt::format("look {} {}: somebody of this name came without a number. If it is the same person, the trainer "
                                        "joins them: firsthand roster join {} \"{}\"",
                                        same->second.front(), person.name, same->second.front(), person.name));
  }

  std::vector<RosterLine> lines_;
  std::vector<PersonCard> people_;
  const RosterForm& form_;
  std::map<std::string, std::vector<storage::RosterRow>> known_; // by number
  std::map<std::string, const RosterLine*> listed_;
  RosterPlan out_;
};

} // namespace

RosterPlan plan_roster(std::vector<RosterLine> lines, std::span<const storage::RosterRow> known, std::span<const PersonCard> people,
                       const RosterForm& form) {
  return RosterPlanner(std::move(lines), known, people, form).plan();
}

} // namespace firsthand::app
