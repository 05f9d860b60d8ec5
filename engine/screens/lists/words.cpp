// What the page of lists says. See page.h.
#include "engine/platform/paths.h"
#include "engine/screens/lists/page.h"

#include <fmt/format.h>

namespace firsthand::screens {

namespace {

constexpr std::size_t most_changes_shown = 200, most_faults_found = 20;

} // namespace

void ListsPage::say() {
  const content::Words& words = context_.words();
  files_.clear();
  for (const app::ListFile& each : found_)
    files_.push_back({platform::utf8_of(each.path), platform::utf8_of(each.path.filename()),
                      platform::shown_path(each.path.parent_path()) + " · " + context_.day_and_time({each.changed * 1000})});
  people_known_ = 0;
  for (const auto& each : facts_.known)
    people_known_ += each.number.empty() ? 0 : 1;
  known_ = memory.of == ListOf::people ? words.plural("lists", "The list of people here has {n} person.",
                                                      "The list of people here has {n} people.", static_cast<std::int64_t>(people_known_))
                                       : words.plural("lists", "The register here has {n} station.", "The register here has {n} stations.",
                                                      static_cast<std::int64_t>(stations_.stations.size()));
  if (memory.part == ListsPart::look) plan_again();
  if (memory.part == ListsPart::done) put_joins();
}

void ListsPage::plan_again() {
  changes_.clear(), faults_.clear(), notes_.clear(), questions_.clear();
  more_.clear(), summary_.clear(), takes_away_.clear(), asked_column_.reset();
  may_take_ = false;
  people_plan_ = {}, station_plan_ = {};
  if (!reading_) return;
  if (reading_->table && reading_->table->encoding() == base::TableEncoding::thai_windows)
    notes_.push_back(tr("Read as a file of a Thai Windows (code page 874): look whether the names are right."));
  if (!reading_->table)
    put_plan({.faults = reading_->faults, .changes = {}});
  else if (memory.of == ListOf::people)
    plan_people();
  else
    plan_stations();
}

void ListsPage::plan_people() {
  const content::Words& words = context_.words();
  std::vector<std::string> languages;
  for (const content::Language& each : context_.languages())
    languages.push_back(each.code);
  app::RosterReading read = app::read_roster(*reading_->table, answers_.mapping, languages, app::ListAsker::page, words);
  notes_.insert(notes_.end(), read.notes.begin(), read.notes.end());
  if (read.asks) ask_for_heading(*read.asks);
  if (!read.faults.empty()) return put_plan({.faults = std::move(read.faults), .changes = {}});
  people_plan_ =
      app::plan_roster(std::move(read.lines), facts_.known, facts_.people,
                       {.width = answers_.width, .new_names = new_names_, .day = facts_.today, .asker = app::ListAsker::page}, words);
  ask_for_width(people_plan_, answers_.width);
  if (people_plan_.names_differ) ask_for_names();
  put_plan(people_plan_);
  may_take_ = !people_plan_.rows.empty();
}

void ListsPage::plan_stations() {
  station_plan_ = app::plan_stations(*reading_->table, stations_, station_width_, app::ListAsker::page, context_.words());
  notes_.insert(notes_.end(), station_plan_.notes.begin(), station_plan_.notes.end());
  ask_for_width(station_plan_, station_width_);
  put_plan(station_plan_);
  may_take_ = station_plan_.faults.empty() && station_plan_.fresh + station_plan_.changed + station_plan_.gone > 0;
}

void ListsPage::put_plan(const app::ListPlan& plan) {
  const content::Words& words = context_.words();
  for (const base::TableFault& each : plan.faults)
    faults_.push_back(app::words_of_fault(each, words));
  if (plan.faults.size() >= most_faults_found) faults_.push_back(tr("There may be more."));
  summary_ = plan.faults.empty() ? counts_of(plan)
                                 : tr("Nothing can be taken in while a line is wrong. Correct the sheet, save it, and read it again.");
  if (!plan.faults.empty()) return;
  takes_away_ = loss_of(plan);
  const ListsChange kinds[] = {{tr("Look"), {}, "eye", Meaning::warn},
                               {tr("New"), {}, "plus", Meaning::ok},
                               {tr("Changed"), {}, "pen", Meaning::accent},
                               {tr("Not in it"), {}, "minus", Meaning::quiet}};
  for (const app::ListChange& each : plan.changes) {
    if (changes_.size() == most_changes_shown) break;
    changes_.push_back(kinds[static_cast<std::size_t>(each.kind)]);
    changes_.back().words = each.says;
  }
  if (const std::size_t left = plan.changes.size() - changes_.size(); left > 0)
    more_ = words.plural("lists", "and {n} more", "and {n} more", static_cast<std::int64_t>(left));
}

std::string ListsPage::counts_of(const app::ListPlan& plan) const {
  if (plan.fresh + plan.changed + plan.gone == 0) return tr("Nothing would change: all of it is known already.");
  const content::Fill fill{{"fresh", std::to_string(plan.fresh)},
                           {"changed", std::to_string(plan.changed)},
                           {"same", std::to_string(plan.same)},
                           {"gone", std::to_string(plan.gone)}};
  const std::string all = tr("{fresh} new, {changed} changed, {same} as they were.", fill);
  if (plan.gone == 0) return all;
  return all + " " +
         (memory.of == ListOf::people ? tr("Not in this list: {gone}. They stay as they are.", fill)
                                      : tr("Not in this list: {gone}. They are taken out.", fill));
}

// Of people nobody is taken out.
std::string ListsPage::loss_of(const app::ListPlan& plan) const {
  const content::Words& words = context_.words();
  const bool people = memory.of == ListOf::people;
  const int out = people ? 0 : plan.gone, emptied = plan.takes_away - out;
  std::string all;
  if (out > 0) all = words.plural("lists", "{n} station is taken out of the register.", "{n} stations are taken out of the register.", out);
  if (emptied == 0) return all;
  if (!all.empty()) all += " ";
  return all + (people ? words.plural("lists", "Of {n} person something that is known here is emptied.",
                                      "Of {n} people something that is known here is emptied.", emptied)
                       : words.plural("lists", "Of {n} station something that is known here is emptied.",
                                      "Of {n} stations something that is known here is emptied.", emptied));
}

// ---- what is asked

void ListsPage::ask_for_heading(app::RosterColumn column) {
  asked_column_ = column;
  ListsQuestion question{
      "lists/heading", tr("Which column is {what}?", {{"what", app::roster_column_name(column, context_.words())}}), {}, -1};
  for (std::size_t i = 0; i < reading_->table->columns(); ++i)
    question.answers.emplace_back(reading_->table->name(i));
  questions_.push_back(std::move(question));
}

void ListsPage::ask_for_width(const app::ListPlan& plan, std::optional<int> width) {
  if (!plan.lengths_differ) return;
  questions_.push_back(
      {"lists/width",
       tr("How long are the numbers?"),
       {tr("All have {n} digits: put the zeros back that the spreadsheet took away", {{"n", std::to_string(plan.longest)}}),
        tr("They differ in length: leave them as they stand in the list")},
       !width        ? -1
       : *width == 0 ? 1
                     : 0});
}

void ListsPage::ask_for_names() {
  questions_.push_back({"lists/names",
                        tr("Some have another name under their number. Who are they?"),
                        {tr("The same people under new names"), tr("Other people: the numbers in the sheet have to be corrected")},
                        new_names_ == app::NewNames::taken ? 0 : 1});
}

void ListsPage::put_joins() {
  joins_.clear();
  for (const app::MayBeJoined& each : may_be_joined_)
    joins_.push_back(
        {each.person, tr("{name} came here before without a number. Is that {number} of the list? Ask them; it can be taken back by the "
                         "command roster part.",
                         {{"name", each.name}, {"number", each.number}})});
}

} // namespace firsthand::screens
