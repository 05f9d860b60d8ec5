// See attempts_here.h.
#include "engine/app/attempts_here.h"

#include "engine/session/keyboard_time.h"
#include "engine/session/session.h"

#include <algorithm>

namespace firsthand::app {

namespace {

std::int64_t minutes_of(const History& history, const std::string& attempt) {
  session::KeyboardTime time;
  for (const Turn& turn : history.turns)
    if (turn.attempt.empty() || turn.attempt == attempt) time.entry(turn.at); // not what a branch inherited
  return time.minutes();
}

AttemptTold told_of(DataFolder& data_folder, AttemptCard card, std::string_view language) {
  AttemptTold told{std::move(card), std::nullopt, 0};
  const auto history = data_folder.history(told.card.id);
  if (!history.ok()) return told;
  told.card.title = history->content->texts(language).of(history->content->prepared().scenario.title);
  told.minutes = minutes_of(*history, told.card.id);
  if (!history->difference && !history->interrupted)
    told.fatal_errors = static_cast<int>(session::score(history->content->prepared(), history->attempt).fatal_rules.size());
  return told;
}

// The newest first.
base::Result<std::vector<AttemptCard>> lessons_of(DataFolder& data_folder, const std::string& person) {
  FH_TRY(attempts, data_folder.attempts(person));
  std::erase_if(attempts, [](const AttemptCard& card) { return card.warm_up; });
  return attempts;
}

PersonTold person_told(PersonCard person, const std::vector<AttemptCard>& attempts) {
  PersonTold told{std::move(person)};
  for (const AttemptCard& card : attempts) {
    ++(card.counts && !card.is_void() ? told.counting : told.others);
    if (card.passed_final()) ++(card.supervised() ? told.supervised : told.passed);
  }
  if (!attempts.empty()) told.newest = attempts.front().started;
  return told;
}

} // namespace

base::Result<std::vector<PersonTold>> people_told(DataFolder& data_folder) {
  FH_TRY(people, data_folder.people());
  std::vector<PersonTold> all;
  for (PersonCard& each : people) {
    FH_TRY(attempts, lessons_of(data_folder, each.id));
    all.push_back(person_told(std::move(each), attempts));
  }
  return all;
}

base::Result<std::vector<AttemptTold>> attempts_told(DataFolder& data_folder, const std::string& person, std::string_view language,
                                                     std::size_t most) {
  FH_TRY(attempts, lessons_of(data_folder, person));
  std::vector<AttemptTold> all;
  for (std::size_t i = 0; i < std::min(attempts.size(), most); ++i)
    all.push_back(told_of(data_folder, std::move(attempts[i]), language));
  return all;
}

} // namespace firsthand::app
