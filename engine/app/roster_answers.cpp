// See roster_answers.h.
#include "engine/app/roster_answers.h"

#include "engine/app/data_folder.h"

namespace firsthand::app {

namespace {

constexpr std::size_t longest_answers = 20'000;

} // namespace

RosterAnswers RosterAnswers::read(const std::string& line) {
  RosterAnswers answers;
  const auto json = base::parse_json_line(line, longest_answers, 3);
  if (!json.ok()) return answers;
  for (const auto& [word, heading] : json->at("columns").object())
    if (const auto column = roster_column_of(word)) answers.mapping[*column] = heading.text();
  if (json->find("width")) answers.width = static_cast<int>(json->at("width").number());
  return answers;
}

std::string RosterAnswers::line() const {
  base::Json::Object columns, all;
  for (const auto& [column, heading] : mapping)
    columns[std::string(roster_column_words[static_cast<std::size_t>(column)])] = heading;
  all["columns"] = std::move(columns);
  if (width) all["width"] = *width;
  return base::Json(std::move(all)).line();
}

void RosterAnswers::forget_what_is_not_in(const base::TableText& table) {
  std::erase_if(mapping, [&table](const auto& each) { return !table.column_of(each.second); });
}

base::Result<RosterFacts> RosterFacts::read(records::Store& store, const std::string& today) {
  RosterFacts facts;
  facts.today = today;
  FH_TRY(kept, store.setting(roster_answers_key));
  if (kept) facts.remembered = *kept;
  FH_TRY(known, store.roster());
  FH_TRY(people, people_in(store));
  facts.known = std::move(known), facts.people = std::move(people);
  return facts;
}

} // namespace firsthand::app
