// A supervised session: what a supervisor says when it is opened, read from what was typed; how it stands; and who sits in it. Pure, but
// for the names: what is done with it is the data folder's (data_folder.h).
#pragma once

#include "engine/app/cards.h"
#include "engine/session/supervised.h"

#include <span>
#include <string_view>

namespace firsthand::app {

constexpr std::size_t most_present = 200;

struct SessionWanted {
  std::string supervisor, pin; // id of who opens it
  std::string test, room;
  std::vector<std::string> present; // ids
  base::Moment until;
};

// The session that nobody closed yet, with what lists know of its people.
struct SessionCard {
  session::SupervisedSession session;
  std::string supervisor; // name; empty: erased
};

enum class Seated : std::uint8_t { not_begun, under_way, handed_in, closed }; // closed: ended without a verdict
struct SessionSeat {
  std::string person, name, number;
  Seated how = Seated::not_begun;
  int answered = 0, questions = 0; // while it is under way
  std::vector<std::string> incidents;
};

struct SessionClosed {
  std::vector<SessionSeat> seats;
  std::size_t handed_in = 0; // by the closing itself
};

// Service numbers as they were typed, one after the other: whose they are, and what is wrong with them.
struct NumbersRead {
  std::vector<PersonCard> people; // in the order in which they were typed, each once
  std::vector<std::string> unknown, twice;
  bool good() const { return !people.empty() && unknown.empty() && twice.empty() && people.size() <= most_present; }
};
NumbersRead read_numbers(std::string_view typed, std::span<const PersonCard> people);

// A time of today, "12:00", "9.30", "1500", "9"; nothing: it is none.
std::optional<base::Moment> time_today(std::string_view typed, base::Moment now, int offset_minutes);

// Who the list of people lets supervise, by the name or number that was typed; nothing: nobody, or several.
std::optional<PersonCard> supervisor_called(std::string_view typed, std::span<const PersonCard> people);
bool has_supervisor(std::span<const PersonCard> people);

} // namespace firsthand::app
