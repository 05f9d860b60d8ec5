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
                const RosterForm& form, const content::Words& words)
      : lines_(std::move(lines)), people_(people.begin(), people.end()), form_(form), words_(words) {
    for (const storage::RosterRow& each : known)
      if (!each.number.empty()) known_[number_key(each.number)].push_back(each);
  }

  RosterPlan plan() {
    find_longest();
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

  std::string tr(std::string_view source, const content::Fill& fill = {}) const { return words_.tr("roster", source, fill); }
  void tell(ListChangeKind kind, std::string says) { out_.changes.push_back({kind, std::move(says)}); }
  // What is to be done about it: an option of the command, or what stands on the page.
  std::string with(const std::string& what, const std::string& by_command, const std::string& on_page) const {
    return what + " " + (form_.asker == ListAsker::command ? by_command : on_page);
  }

  // ---- zeros at the front

  void find_longest() {
    const auto look = [&](const std::string& number, std::size_t line) {
      if (only_digits(number) && number.size() > longest_.size()) longest_ = number, longest_line_ = line;
    };
    for (const auto& [key, rows] : known_)
      look(rows.front().number, 0);
    for (const RosterLine& line : lines_)
      look(line.number, line.line);
    out_.longest = longest_.size();
    out_.lengths_differ = std::any_of(lines_.begin(), lines_.end(), [this](const RosterLine& line) { return is_shorter(line); });
  }
  bool is_shorter(const RosterLine& line) const { return only_digits(line.number) && line.number.size() < longest_.size(); }

  void fill_up() {
    const auto width = static_cast<std::size_t>(*form_.width);
    for (RosterLine& line : lines_) {
      if (width == 0 || !only_digits(line.number)) continue;
      if (line.number.size() > width)
        fault(line.line, with(tr("{number} has more than {width} digits.", {{"number", line.number}, {"width", std::to_string(width)}}),
                              fmt::format("--width {} cannot be right, or the number is wrong.", width),
                              tr("Say below how long the numbers are, or correct it.")));
      else
        line.number.insert(0, width - line.number.size(), '0');
    }
  }

  void ask_about_zeros() {
    const std::string where = longest_line_ == 0 ? tr("in this record") : tr("line {line}", {{"line", std::to_string(longest_line_)}});
    for (const RosterLine& line : lines_) {
      if (!is_shorter(line)) continue;
      const content::Fill fill{{"number", line.number}, {"longest", longest_}, {"where", where}};
      fault(line.line,
            with(tr("{number} is shorter than {longest} ({where}). A spreadsheet takes away zeros at the front.", fill),
                 fmt::format("If all numbers have {0} digits, say --width {0}; if they are as long as they stand here, say --width 0.",
                             longest_.size()),
                 tr("Say below how long the numbers are.")));
    }
  }

  void ask_about_twice() {
    std::map<std::string, std::size_t> seen;
    for (const RosterLine& line : lines_)
      if (const auto [first, fresh] = seen.emplace(number_key(line.number), line.line); !fresh)
        fault(line.line, tr("{number} stands in line {line} already. Take one of the two out, or correct it.",
                            {{"number", line.number}, {"line", std::to_string(first->second)}}));
  }

  // ---- one line

  void take(const RosterLine& line) {
    const auto holders = known_.find(number_key(line.number));
    if (holders == known_.end()) return add(line);
    const auto is_called = [&](const storage::RosterRow& row) { return name_key(row.name) == name_key(line.name); };
    const bool same_name = std::any_of(holders->second.begin(), holders->second.end(), is_called);
    out_.names_differ = out_.names_differ || !same_name;
    if (!same_name && form_.new_names == NewNames::asked_about) return ask_about_name(line, holders->second.front());
    bool any = false;
    for (const storage::RosterRow& before : holders->second)
      any = change(line, before, same_name ? before.name : line.name) || any;
    ++(any ? out_.changed : out_.same);
  }

  void ask_about_name(const RosterLine& line, const storage::RosterRow& known) {
    const content::Fill fill{{"number", line.number}, {"known", known.name}, {"listed", line.name}};
    fault(line.line, with(tr("{number} is {known} in this record, and {listed} in the list.", fill),
                          "If that is the same person under a new name, say --new-names; if not, correct the number.",
                          tr("If that is the same person under a new name, say so below; if not, correct the number.")));
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
    tell(ListChangeKind::fresh,
         fmt::format("{} {}{}{}{}", row.number, row.rank.empty() ? "" : row.rank + " ", row.name, row.unit.empty() ? "" : ", " + row.unit,
                     row.supervises.empty() ? std::string() : ", " + tr("may supervise")));
    out_.rows.push_back(std::move(row));
    ++out_.fresh;
  }

  std::string day_of(const RosterLine& line) const { return line.since.empty() ? form_.day : line.since; }

  // Whether anything is different; the day alone is no difference.
  bool change(const RosterLine& line, const storage::RosterRow& before, const std::string& name) {
    storage::RosterRow row = before;
    std::string what;
    bool empties = false;
    const auto set = [&](std::string& to, const std::string& from, const std::string& word) {
      if (to == from) return;
      empties = empties || from.empty();
      what += fmt::format("{}{} {} → {}", what.empty() ? "" : ", ", word, to.empty() ? "–" : to, from.empty() ? "–" : from);
      to = from;
    };
    set(row.name, name, tr("name"));
    set(row.rank, line.rank.value_or(before.rank), tr("rank"));
    set(row.unit, line.unit.value_or(before.unit), tr("unit"));
    set(row.sex, line.sex.value_or(before.sex), tr("sex"));
    set(row.language, line.language.value_or(before.language), tr("language"));
    set(row.supervises, line.supervises.value_or(before.supervises), tr("supervises"));
    if (what.empty()) return false;
    if (empties) ++out_.takes_away;
    row.since = day_of(line);
    const content::Fill fill{{"number", row.number}, {"name", row.name}, {"what", what}, {"day", row.since}, {"known", before.since}};
    if (row.since < before.since)
      tell(ListChangeKind::look, tr("{number} {name}: what is in the list holds from {day} on, what this record knew of it from {known} "
                                    "on. Is it an older list?",
                                    fill));
    tell(ListChangeKind::changed, tr("{number} {name}: {what}, from {day} on", fill));
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
      tell(ListChangeKind::gone,
           tr("{number} {name}: not in this list; stays as it is", {{"number", rows.front().number}, {"name", rows.front().name}}));
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
        tell(ListChangeKind::look, tr("{number} {name}: there are {n} people of this name, with different numbers",
                                      {{"number", line.number}, {"name", line.name}, {"n", std::to_string(all.size())}}));
    for (const PersonCard& person : people_)
      if (const auto same = numbers.find(person.key); same != numbers.end() && person.number.empty())
        tell_joinable({person.id, person.name, same->second.front()});
  }

  void tell_joinable(MayBeJoined one) {
    const content::Fill fill{{"number", one.number}, {"name", one.name}};
    tell(ListChangeKind::look,
         with(tr("{number} {name}: somebody of this name came without a number.", fill),
              fmt::format("If it is the same person, the trainer joins them: firsthand roster join {} \"{}\"", one.number, one.name),
              tr("If it is the same person, join them when the list is taken in.")));
    out_.may_be_joined.push_back(std::move(one));
  }

  std::vector<RosterLine> lines_;
  std::vector<PersonCard> people_;
  const RosterForm& form_;
  const content::Words& words_;
  std::string longest_;                                          // number of digits only
  std::size_t longest_line_ = 0;                                 // 0: it is the record's
  std::map<std::string, std::vector<storage::RosterRow>> known_; // by number
  std::map<std::string, const RosterLine*> listed_;
  RosterPlan out_;
};

} // namespace

RosterPlan plan_roster(std::vector<RosterLine> lines, std::span<const storage::RosterRow> known, std::span<const PersonCard> people,
                       const RosterForm& form, const content::Words& words) {
  return RosterPlanner(std::move(lines), known, people, form, words).plan();
}

} // namespace firsthand::app
