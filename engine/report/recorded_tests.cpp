// See recorded_tests.h.
#include "engine/report/recorded_tests.h"

#include "engine/session/record.h"
#include "engine/session/sum.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace firsthand::report {

namespace {

constexpr int whole_worth = 1000;

// What was practised is never taken for a baseline or a final, whatever it was begun as.
std::string role_of(const base::Json& first) {
  if (first.at("mode").text() != session::mode_word(session::Mode::assessed)) return "practice";
  const base::Json* role = first.find("role");
  return role ? role->text() : "role not recorded";
}

std::pair<std::string, std::string> item_and_version(const base::Json& row) {
  const base::Json::Array& both = row.array();
  const std::string text = both.empty() ? std::string() : both.front().text();
  const std::size_t at = std::min(text.find('@'), text.size());
  return {text.substr(0, at), text.substr(std::min(at + 1, text.size()))};
}

// What stands on a paper when it is handed in: of each question what the answer was worth, and the last answer.
struct HandedIn {
  bool done = false;
  std::map<std::string, int> worths;
  std::map<std::string, std::vector<std::string>> picks;
};

HandedIn handed_in(const std::vector<base::Json>& lines) {
  HandedIn out;
  for (const base::Json& line : lines) {
    std::set<std::string> anew; // all picks of one answer stand in one line
    for (const base::Json& fact : line.at("f").array()) {
      const std::string &kind = fact.at("k").text(), &item = fact.at("e").text();
      if (kind == "answered") {
        if (anew.insert(item).second) out.picks[item].clear();
        out.picks[item].push_back(fact.at("v").text());
      }
      if (fact.at("n").text() != session::item_worth) continue;
      out.done = true;
      out.worths[item] = static_cast<int>(std::clamp<std::int64_t>(fact.at("a").number(), 0, whole_worth));
    }
  }
  return out;
}

// The same officer has another id in another record, and the same number.
std::string person_key(const Records& records, const std::string& person) {
  const auto listed = records.roster.find(person);
  if (listed != records.roster.end() && !listed->second.number.empty()) return "number " + listed->second.number;
  return records.chain_id + " " + person;
}

std::string person_told(const Records& records, const std::string& person) {
  const auto listed = records.roster.find(person);
  if (listed != records.roster.end() && !listed->second.number.empty()) return listed->second.number;
  const auto name = records.names.find(person);
  return name == records.names.end() || name->second.empty() ? person : name->second;
}

Figure per_mille_of(const std::vector<int>& worths, std::optional<int> sealed) {
  if (sealed) return static_cast<double>(*sealed);
  std::int64_t won = 0;
  for (const int worth : worths)
    won += worth;
  const auto of = static_cast<std::int64_t>(worths.size());
  return of == 0 ? Figure() : Figure(static_cast<double>(won / of)); // whole, as it is sealed
}

// As it was sealed; nothing in entries from before sums.
std::optional<int> sealed_score(const base::Json& sum) {
  const std::int64_t won = sum.at("won").number(), of = sum.at("of").number();
  if (of <= 0 || won < 0 || won > of) return std::nullopt;
  return static_cast<int>(won * whole_worth / of);
}

// In whole points, as many as pass.
std::optional<std::size_t> sealed_cut(const base::Json& sum) {
  const std::int64_t cut = sum.at("cut").number(), points = sum.at("of").number() / session::sum_point;
  if (points <= 0 || cut <= 0 || cut > whole_worth) return std::nullopt;
  return static_cast<std::size_t>((cut * points + whole_worth - 1) / whole_worth);
}

} // namespace

std::string RecordedForm::head() const {
  return fmt::format("{}, {}, {}, {}, {}", test, form.empty() ? "form not recorded" : "form " + form, role, doctrine, language);
}

RecordedTests::RecordedTests(KnownItem known) : known_(std::move(known)) {}

base::Result<void> RecordedTests::add(const Records& records) {
  for (const auto& [person, row] : records.roster)
    if (!row.number.empty()) people_.emplace(person_key(records, person), person_told(records, person));
  return records.attempts([&](const AttemptRecord& attempt) { return take(records, attempt); });
}

base::Result<void> RecordedTests::take(const Records& records, const AttemptRecord& attempt) {
  const base::Json& first = attempt.first();
  const HandedIn paper = handed_in(attempt.lines);
  if (!first.find("paper") && !paper.done) return {}; // a lesson
  if (!attempt.counts() || !first.find("paper")) return ++not_taken_.not_counted, base::Result<void>();
  if (!attempts_.insert(attempt.id).second) return ++not_taken_.twice, base::Result<void>();
  for (const base::Json& asked : first.at("paper").array())
    if (!asked.array().empty()) ++shown_[asked.array().front().text()];
  if (!paper.done) return ++not_taken_.open, base::Result<void>();
  if (is_void(records, attempt)) return ++not_taken_.voided, base::Result<void>();
  Sitting sitting{person_key(records, first.at("who").text()),
                  first.at("at").number(),
                  group_of(first),
                  {},
                  {},
                  sealed_score(attempt.sum()),
                  sealed_cut(attempt.sum())};
  people_.emplace(sitting.person, person_told(records, first.at("who").text()));
  for (const auto& [item, version] : groups_[sitting.group].items) {
    const auto worth = paper.worths.find(item);
    sitting.worths.push_back(worth == paper.worths.end() ? 0 : worth->second);
    const auto picks = paper.picks.find(item);
    const bool one = picks != paper.picks.end() && picks->second.size() == 1;
    sitting.choices.push_back(one ? picks->second.front() : std::string());
  }
  sittings_.push_back(std::move(sitting));
  return {};
}

std::size_t RecordedTests::group_of(const base::Json& first) {
  Group group;
  const std::string law = first.at("law").text();
  group.doctrine = first.at("doc").text();
  group.form = {first.at("s").text(),    first.at("form").text(),
                role_of(first),          fmt::format("{} {}{}{}", group.doctrine, first.at("ed").text(), law.empty() ? "" : " ", law),
                first.at("lang").text(), {}};
  for (const base::Json& row : first.at("paper").array())
    group.items.push_back(item_and_version(row));
  std::sort(group.items.begin(), group.items.end());
  std::string key = group.form.head();
  for (const auto& [item, version] : group.items)
    key += fmt::format("\n{}@{}", item, version);
  const auto [found, is_new] = numbers_.emplace(key, groups_.size());
  if (is_new) groups_.push_back(std::move(group));
  return found->second;
}

std::vector<const RecordedTests::Sitting*> RecordedTests::firsts() const {
  std::map<std::tuple<std::string, std::string, std::string>, const Sitting*> first;
  for (const Sitting& sitting : sittings_) {
    const RecordedForm& form = groups_[sitting.group].form;
    const Sitting*& kept = first[{sitting.person, form.test, form.role}];
    if (!kept || sitting.at < kept->at) kept = &sitting;
  }
  std::vector<const Sitting*> all;
  for (const auto& [key, sitting] : first)
    all.push_back(sitting);
  return all;
}

Answers RecordedTests::answers_of(const Group& group, const std::vector<const Sitting*>& sittings) const {
  Answers answers;
  for (const auto& [item, version] : group.items) {
    AnsweredItem known = known_ ? known_(group.doctrine, item, version) : AnsweredItem();
    known.name = fmt::format("{}@{}", item, version);
    answers.items.push_back(std::move(known));
  }
  for (const Sitting* sitting : sittings) {
    if (&groups_[sitting->group] != &group) continue;
    answers.persons.push_back(sitting->person);
    for (std::size_t i = 0; i < group.items.size(); ++i) {
      const std::vector<std::string>& options = answers.items[i].options;
      const auto option = std::find(options.begin(), options.end(), sitting->choices[i]);
      answers.worths.push_back(static_cast<double>(sitting->worths[i]) / whole_worth);
      answers.choices.push_back(option == options.end() ? -1 : static_cast<int>(option - options.begin()));
    }
  }
  return answers;
}

// Where the cut was raised in between, none is the form's.
std::optional<std::size_t> RecordedTests::cut_of(const Group& group, const std::vector<const Sitting*>& sittings) const {
  std::set<std::optional<std::size_t>> cuts;
  for (const Sitting* sitting : sittings)
    if (&groups_[sitting->group] == &group) cuts.insert(sitting->cut);
  return cuts.size() == 1 ? *cuts.begin() : std::nullopt;
}

std::vector<RecordedForm> RecordedTests::forms() const {
  const std::vector<const Sitting*> sittings = firsts();
  std::vector<RecordedForm> all;
  for (const auto& [key, number] : numbers_) {
    RecordedForm form = groups_[number].form;
    form.answers = answers_of(groups_[number], sittings);
    form.cut = cut_of(groups_[number], sittings);
    if (!form.answers.persons.empty()) all.push_back(std::move(form));
  }
  return all;
}

std::vector<std::string> RecordedTests::tests() const {
  std::set<std::string> all;
  for (const Group& group : groups_)
    all.insert(group.form.test);
  return {all.begin(), all.end()};
}

std::vector<BeforeAndAfter> RecordedTests::before_and_after(std::string_view test) const {
  std::map<std::string, BeforeAndAfter> all;
  for (const auto& [key, told_as] : people_)
    all[key].person = told_as;
  for (const Sitting* sitting : firsts()) {
    const RecordedForm& form = groups_[sitting->group].form;
    if (form.test != test) continue;
    if (form.role == "baseline") all[sitting->person].before = per_mille_of(sitting->worths, sitting->score);
    if (form.role == "final") all[sitting->person].after = per_mille_of(sitting->worths, sitting->score);
  }
  std::vector<BeforeAndAfter> people;
  for (auto& [key, person] : all)
    people.push_back(std::move(person));
  return people;
}

NotTaken RecordedTests::not_taken() const {
  NotTaken out = not_taken_;
  out.again = sittings_.size() - firsts().size();
  return out;
}

} // namespace firsthand::report
