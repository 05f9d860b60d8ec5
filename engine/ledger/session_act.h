// Lines of the chain that tell of supervised sessions: one was opened, something happened in it, it was closed. People stand in them by
// their ids alone, so that a name can be erased.
#pragma once

#include "engine/base/json_line.h"
#include "engine/base/moment.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace firsthand::ledger {

constexpr std::string_view session_kind = "session";  // of the entry, and in the line
constexpr std::string_view session_place = "session"; // where they stand in the chain, as the turns of an attempt do

namespace act {
constexpr std::string_view session_opened = "opened";
constexpr std::string_view session_incident = "incident";
constexpr std::string_view session_closed = "closed";
} // namespace act

struct SessionAct {
  std::string what = {};                  // one of the words above
  int turn = 0;                           // 0, 1, 2 … over all sessions
  std::int64_t session = 0;               // the entry that opened it; 0: this one
  std::string by = {};                    // who supervises: id
  std::string test = {}, room = {};       // of opened
  base::Moment until = {};                // of opened: the end that was meant
  std::vector<std::string> people = {};   // opened: who is present; incident: whom; closed: who sat nothing
  std::string code = {};                  // of incident, a word
  std::vector<std::string> attempts = {}; // closed: those that it handed in; incident: in which one, if any was begun
  std::string workstation = {};           // id
  base::Moment at = {};
  std::optional<base::Moment> machine = {}; // see Administrative
};

struct SealedSessionAct {
  std::int64_t seq = 0; // of the entry
  SessionAct act;
};

bool is_session_act(std::string_view line); // cheap; says nothing of the rest of it
base::Json session_line(const SessionAct& act);
std::optional<SessionAct> parse_session_act(std::string_view line); // nothing: it is none, or is not as it must be

bool is_of_no_attempt(std::string_view line); // administrative, of a session, or a decision

} // namespace firsthand::ledger
