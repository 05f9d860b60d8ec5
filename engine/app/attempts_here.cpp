// See attempts_here.h.
#include "engine/app/attempts_here.h"

#include "engine/report/keyboard_time.h"
#include "engine/session/session.h"

#include <algorithm>

namespace firsthand::app {

namespace {

std::int64_t minutes_of(const History& history, const std::string& attempt) {
  report::KeyboardTime time;
  for (const Turn& turn : history.turns)
    if (turn.attempt.empty() || turn.attempt == attempt) time.entry(turn.at); // not what a branch inherited
  return time.minutes();
}

AttemptTold told_of(DataFolder& data_folder, AttemptCard card) {
  AttemptTold told{std::move(card), std::nullopt, 0};
  const auto history = data_folder.history(told.card.id);
  if (!history.ok()) return told;
  told.minutes = minutes_of(*history, told.card.id);
  if (!history->difference && !history->interrupted)
    told.critical_errors = static_cast<int>(session::score(history->content->prepared(), history->attempt).fatal_rules.size());
  return told;
}

} // namespace

base::Result<std::vector<PersonTold>> people_told(DataFolder& data_folder) {
  FH_TRY(people, data_folder.people());
  std::vector<PersonTold> all;
  for (PersonCard& each : people) {
    FH_TRY(attempts, data_folder.attempts(each.id));
    PersonTold told{std::move(each), attempts.size(), 0, std::nullopt};
    told.passed = static_cast<std::size_t>(std::count_if(
        attempts.begin(), attempts.end(), [](const AttemptCard& card) { return card.counts && card.ending == session::Ending::passed; }));
    if (!attempts.empty()) told.newest = attempts.front().started; // newest first
    all.push_back(std::move(told));
  }
  return all;
}

base::Result<std::vector<AttemptTold>> attempts_told(DataFolder& data_folder, const std::string& person, std::size_t most) {
  FH_TRY(attempts, data_folder.attempts(person));
  std::vector<AttemptTold> all;
  for (std::size_t i = 0; i < std::min(attempts.size(), most); ++i)
    all.push_back(told_of(data_folder, std::move(attempts[i])));
  return all;
}

} // namespace firsthand::app
