// Supervised sessions as their lines tell them, and how one stands at a moment. Pure: the same lines give the same sessions.
#pragma once

#include "engine/ledger/session_act.h"

#include <span>

namespace firsthand::session {

// What may happen to somebody in a session.
constexpr std::string_view incident_codes[] = {"helped", "talked", "device", "left", "power"};
// How somebody in it was known to be who they say.
namespace identity {
constexpr std::string_view card = "card", known = "known", pin = "pin";
}
constexpr std::string_view identity_words[] = {identity::card, identity::known, identity::pin};

struct SessionIncident {
  std::int64_t entry = 0;
  std::string person, code; // id; one of incident_codes
  std::string attempt;      // in which it was noted, or right after it; empty: this person had begun none
  base::Moment at;
};

struct SupervisedSession {
  std::int64_t entry = 0;           // that opened it: the number by which an attempt names its session
  std::string test, room, by;       // by: id of who supervises
  std::vector<std::string> present; // ids
  base::Moment opened, until;
  std::vector<SessionIncident> incidents;
  std::optional<base::Moment> closed;
  std::string closed_by;
  std::vector<std::string> handed_in, missing; // by the closing: attempts; of those present, who sat nothing

  bool is_present(std::string_view person) const;
  std::vector<std::string> incidents_of(std::string_view person) const;  // codes, oldest first
  std::vector<std::string> incidents_in(std::string_view attempt) const; // likewise; nothing of another one marks it
};

// open: it goes on. ended: its time is over and nobody closed it. clock_back: the computer's clock stands before its opening.
enum class SessionState : std::uint8_t { open, ended, clock_back, closed, closed_late };
SessionState state_of(const SupervisedSession& session, base::Moment now);

struct SupervisedSessions {
  std::vector<SupervisedSession> all; // oldest first

  const SupervisedSession* find(std::int64_t entry) const;
  const SupervisedSession* unclosed() const; // the newest, if nobody closed it
  // What is about no session that was opened before it is left out; the check of a record tells it.
  void take(const ledger::SealedSessionAct& act);
  // The session in which this attempt was supervised; null: in none, whatever its first line says. `line`: that line.
  const SupervisedSession* of_attempt(const base::Json& line) const;
};

SupervisedSessions sessions_of(std::span<const ledger::SealedSessionAct> acts);

constexpr std::string_view not_supervised = "none";    // in a first line and in lists, in the place of the entry's number
std::int64_t session_in(std::string_view supervision); // the entry's number; 0: there is none

} // namespace firsthand::session
