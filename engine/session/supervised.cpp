// See supervised.h.
#include "engine/session/supervised.h"

#include <algorithm>
#include <charconv>

namespace firsthand::session {

namespace {

void take_opened(const ledger::SealedSessionAct& each, SupervisedSessions& out) {
  SupervisedSession session;
  session.entry = each.seq, session.test = each.act.test, session.room = each.act.room, session.by = each.act.by;
  session.present = each.act.people, session.opened = each.act.at, session.until = each.act.until;
  out.all.push_back(std::move(session));
}

void take_later(const ledger::SealedSessionAct& each, SupervisedSession& session) {
  if (each.act.what == ledger::act::session_incident && !each.act.people.empty())
    session.incidents.push_back({each.seq, each.act.people.front(), each.act.code,
                                 each.act.attempts.empty() ? std::string() : each.act.attempts.front(), each.act.at});
  if (each.act.what != ledger::act::session_closed || session.closed) return;
  session.closed = each.act.at, session.closed_by = each.act.by;
  session.handed_in = each.act.attempts, session.missing = each.act.people;
}

} // namespace

bool SupervisedSession::is_present(std::string_view person) const {
  return std::find(present.begin(), present.end(), person) != present.end();
}

std::vector<std::string> SupervisedSession::incidents_of(std::string_view person) const {
  std::vector<std::string> codes;
  for (const SessionIncident& each : incidents)
    if (each.person == person) codes.push_back(each.code);
  return codes;
}

std::vector<std::string> SupervisedSession::incidents_in(std::string_view attempt) const {
  std::vector<std::string> codes;
  for (const SessionIncident& each : incidents)
    if (each.attempt == attempt) codes.push_back(each.code);
  return codes;
}

SessionState state_of(const SupervisedSession& session, base::Moment now) {
  if (session.closed) return session.until < *session.closed ? SessionState::closed_late : SessionState::closed;
  if (now < session.opened) return SessionState::clock_back;
  return now < session.until ? SessionState::open : SessionState::ended;
}

const SupervisedSession* SupervisedSessions::find(std::int64_t entry) const {
  const auto found = std::find_if(all.begin(), all.end(), [entry](const SupervisedSession& each) { return each.entry == entry; });
  return found == all.end() ? nullptr : &*found;
}

const SupervisedSession* SupervisedSessions::unclosed() const { return all.empty() || all.back().closed ? nullptr : &all.back(); }

const SupervisedSession* SupervisedSessions::of_attempt(const base::Json& line) const {
  if (!line.at("sup").is_number()) return nullptr;
  const SupervisedSession* session = find(line.at("sup").number());
  const bool fits = session && session->test == line.at("s").text() && session->is_present(line.at("who").text());
  return fits ? session : nullptr;
}

void SupervisedSessions::take(const ledger::SealedSessionAct& act) {
  if (act.act.what == ledger::act::session_opened) return take_opened(act, *this);
  const auto about =
      std::find_if(all.rbegin(), all.rend(), [&act](const SupervisedSession& each) { return each.entry == act.act.session; });
  if (about != all.rend()) take_later(act, *about);
}

SupervisedSessions sessions_of(std::span<const ledger::SealedSessionAct> acts) {
  SupervisedSessions out;
  for (const ledger::SealedSessionAct& each : acts)
    out.take(each);
  return out;
}

std::int64_t session_in(std::string_view supervision) {
  std::int64_t entry = 0;
  const auto [end, fault] = std::from_chars(supervision.data(), supervision.data() + supervision.size(), entry);
  return fault == std::errc() && end == supervision.data() + supervision.size() && entry > 0 ? entry : 0;
}

} // namespace firsthand::session
