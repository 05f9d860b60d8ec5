// Supervised sessions of an open data folder: opened by whom the list of people lets, noted in, closed. Each is an entry of the chain
// before anybody is shown it; what holds is read from the chain, so a program that was killed goes on where it was.
#include "engine/app/data_folder.h"
#include "engine/app/names.h"

#include <fmt/format.h>

#include <algorithm>

namespace firsthand::app {

namespace {

std::vector<ledger::SealedSessionAct> session_acts(const std::vector<storage::StoredEntry>& entries) {
  std::vector<ledger::SealedSessionAct> acts;
  for (const storage::StoredEntry& each : entries)
    if (auto act = ledger::parse_session_act(each.entry.line)) acts.push_back({each.seq, std::move(*act)});
  return acts;
}

base::Error list_changed() {
  return base::fail("session-list", "The list of people is not as it was sealed: it was changed beside the program. Nobody opens a session "
                                    "by it. Keep the record and tell whoever is responsible for it.");
}

// Each entry of the list has the rows that it commits to, and no row is of no entry.
bool roster_is_sealed(const std::vector<storage::StoredRosterRow>& rows, const std::vector<storage::StoredEntry>& entries) {
  std::size_t covered = 0;
  for (const storage::StoredEntry& entry : entries) {
    std::vector<crypto::Hash> commitments;
    for (const storage::StoredRosterRow& row : rows) {
      if (row.seq != entry.seq) continue;
      if (row.content && storage::roster_commitment(*row.content) != row.commitment) return false;
      commitments.push_back(row.commitment);
    }
    covered += commitments.size();
    if (entry.entry.line.find(storage::roster_list(commitments).hex()) == std::string::npos) return false;
  }
  return covered == rows.size();
}

// In the list now, of a person: the newest row of theirs.
bool may_supervise(const std::vector<storage::StoredRosterRow>& rows, const std::string& person) {
  bool may = false;
  for (const storage::StoredRosterRow& row : rows)
    if (row.person == person) may = row.content && !row.content->supervises.empty() && !row.content->number.empty();
  return may;
}

bool is_one_of(std::span<const std::string_view> words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

Seated seated(session::Ending ending) {
  if (ending == session::Ending::open) return Seated::under_way;
  return ending == session::Ending::closed ? Seated::closed : Seated::handed_in;
}

} // namespace

base::Result<session::SupervisedSessions> DataFolder::sessions() {
  FH_TRY(entries, store_->entries_of(std::string(ledger::session_place)));
  return session::sessions_of(session_acts(entries));
}

base::Result<std::optional<SessionCard>> DataFolder::unclosed_session() {
  FH_TRY(known, sessions());
  const session::SupervisedSession* session = known.unclosed();
  if (!session) return std::optional<SessionCard>();
  SessionCard card{*session, {}};
  if (const auto who = person(session->by); who.ok()) card.supervisor = who->name;
  return std::optional(std::move(card));
}

base::Result<session::SupervisedSession> DataFolder::session_to_note_in() {
  FH_TRY(known, sessions());
  if (const session::SupervisedSession* session = known.unclosed()) return *session;
  return base::fail("session-none", "No supervised session is open.");
}

base::Result<void> DataFolder::check_supervisor(const std::string& id) {
  FH_TRY(rows, store_->roster_rows());
  FH_TRY(entries, store_->entries_of(std::string(ledger::roster_place)));
  if (!roster_is_sealed(rows, entries)) return list_changed();
  if (may_supervise(rows, id)) return {};
  return base::fail("session-supervisor", "The list of people does not say that this person may supervise.");
}

base::Result<storage::Person> DataFolder::supervisor_with_pin(const std::string& id) {
  FH_TRY(who, person(id));
  FH_CHECK(check_supervisor(id));
  FH_CHECK(check_sealed_pin(id, who.pin));
  // Who never signed in has none, and whoever came first could choose it.
  if (who.pin.empty()) return base::fail("session-pin", "This person has no PIN yet. Sign in once and choose one.");
  return who;
}

base::Result<SignIn> DataFolder::supervisor_signs_in(const std::string& id, std::string_view pin) {
  FH_TRY(who, supervisor_with_pin(id));
  return try_pin(wrong_pin_key(id), who.pin, pin);
}

base::Result<void> DataFolder::seal_session_act(ledger::SessionAct act) {
  FH_TRY(workstation, store_->workstation());
  FH_TRY(before, store_->entries_of(std::string(ledger::session_place)));
  act.turn = before.empty() ? 0 : before.back().turn + 1;
  act.workstation = workstation.id;
  act.at = services_.clock->now();
  if (services_.clock->stated()) act.machine = services_.clock->machine();
  storage::AppendRequest request;
  request.kind = ledger::session_kind;
  return append_administrative(std::string(ledger::session_place), act.turn, act.at, ledger::session_line(act).line(), std::move(request));
}

namespace {

// What was said, as it is accepted; the room is made one visible name.
base::Result<std::string> accepted(const SessionWanted& wanted, base::Moment now) {
  const auto room = read_name(wanted.room);
  if (!room.ok()) return base::fail("session-room", "Enter the room, with at most 80 letters. " + room.error().message);
  const bool with_themselves = std::find(wanted.present.begin(), wanted.present.end(), wanted.supervisor) != wanted.present.end();
  if (wanted.present.empty() || wanted.present.size() > most_present || with_themselves)
    return base::fail("session-people",
                      fmt::format("Enter who is present: one person at least, {} at most, and not who supervises.", most_present));
  if (!(now < wanted.until)) return base::fail("session-until", "That time has passed. Enter a later time of today.");
  return room->shown;
}

} // namespace

base::Result<SignIn> DataFolder::open_session(const SessionWanted& wanted) {
  FH_TRY(known, sessions());
  if (known.unclosed()) return base::fail("session-open", "A supervised session was opened here and not closed. Close it first.");
  if (!content_library_.library().tested_by(wanted.test)) return base::fail("scenario-unknown", "There is no such test.");
  FH_TRY(room, accepted(wanted, services_.clock->now()));
  for (const std::string& id : wanted.present)
    FH_CHECK(person(id));
  FH_TRY(answer, supervisor_signs_in(wanted.supervisor, wanted.pin));
  if (answer.kind != SignIn::Kind::welcome) return answer;
  ledger::SessionAct act{.what = std::string(ledger::act::session_opened), .by = wanted.supervisor, .test = wanted.test, .room = room};
  act.until = wanted.until, act.people = wanted.present;
  FH_CHECK(seal_session_act(std::move(act)));
  services_.clock->watch();
  return answer;
}

base::Result<void> DataFolder::mark_incident(const std::string& supervisor, const std::string& id, std::string_view code) {
  FH_TRY(session, session_to_note_in());
  if (!session.is_present(id) || !is_one_of(session::incident_codes, code))
    return base::fail("session-incident", "That cannot be noted: this person is not in the session.");
  FH_TRY(made, attempts(id)); // newest first
  ledger::SessionAct act{.what = std::string(ledger::act::session_incident), .session = session.entry, .by = supervisor};
  act.people = {id}, act.code = code;
  const auto newest = std::find_if(made.begin(), made.end(), [&](const AttemptCard& each) { return each.session == session.entry; });
  if (newest != made.end()) act.attempts = {newest->id};
  return seal_session_act(std::move(act));
}

// ---- who sits in it

base::Result<std::vector<SessionSeat>> DataFolder::seats(const session::SupervisedSession& session) {
  FH_TRY(cards, people());
  std::vector<SessionSeat> all;
  for (const std::string& id : session.present) {
    SessionSeat seat{id, {}, {}, {}, 0, 0, session.incidents_of(id)};
    for (const PersonCard& each : cards)
      if (each.id == id) seat.name = each.name, seat.number = each.number;
    FH_TRY(made, attempts(id)); // newest first
    const auto own = std::find_if(made.begin(), made.end(), [&](const AttemptCard& each) { return each.session == session.entry; });
    if (own != made.end()) seat.how = seated(own->ending), seat.answered = own->answered, seat.questions = own->questions;
    all.push_back(std::move(seat));
  }
  return all;
}

// ---- its end

namespace {

// A step before the test is gone on from; what can be neither handed in nor gone on from is ended without a verdict.
std::optional<session::Action> towards_the_end(const AttemptSession& session) {
  if (auto action = session::handing_in(session.prepared(), session.attempt())) return action;
  if (session::leaving(session.prepared(), session.attempt()) == session::Leaving::not_yet) return std::nullopt;
  session::Action go_on;
  go_on.kind = session::Action::Kind::go_on;
  return go_on;
}

} // namespace

base::Result<bool> DataFolder::hand_in(const std::string& attempt) {
  FH_TRY(session, resume_any(attempt));
  if (session->over()) return false;
  while (!session->over()) {
    const auto action = towards_the_end(*session);
    if (!action) {
      FH_CHECK(session->give_up_and_wait());
      return true;
    }
    const Submitted submitted = session->submit_and_wait(*action, session->turn());
    if (submitted.kind != Submitted::Kind::adopted)
      return base::fail("session-unfinished",
                        "A test could not be handed in. Nothing was lost: close the session again. " + submitted.message);
  }
  return true;
}

// The entry comes last: where anything fails before it the session is still open, and is closed again.
base::Result<SessionClosed> DataFolder::close_session(const std::string& supervisor) {
  FH_TRY(session, session_to_note_in());
  SessionClosed closed;
  ledger::SessionAct act{.what = std::string(ledger::act::session_closed), .session = session.entry, .by = supervisor};
  for (const std::string& id : session.present) {
    FH_TRY(made, attempts(id));
    bool sat = false;
    for (const AttemptCard& each : made) {
      if (each.session != session.entry) continue;
      sat = true;
      if (each.ending != session::Ending::open) continue;
      FH_TRY(done, hand_in(each.id));
      if (done) act.attempts.push_back(each.id);
    }
    if (!sat) act.people.push_back(id);
  }
  closed.handed_in = act.attempts.size();
  FH_CHECK(seal_session_act(std::move(act)));
  FH_TRY(seats_then, seats(session));
  closed.seats = std::move(seats_then);
  return closed;
}

// ---- attempts in it

namespace {

base::Error clock_set_back() {
  return base::fail("session-clock",
                    "This computer's clock was set back while the supervised session runs. Have the clock set right; nothing is lost.");
}

} // namespace

// Only the test that it is for, only who is present, and nothing that is practice.
base::Result<bool> DataFolder::supervises_now(const BeginOptions& options, const model::Id& lesson, base::Moment now) {
  if (options.channel != session::Channel::window || options.person.empty() || options.mode != session::Mode::assessed) return false;
  FH_TRY(known, sessions());
  const session::SupervisedSession* session = known.unclosed();
  if (!session || session->test != lesson || !session->is_present(options.person)) return false;
  const session::SessionState state = session::state_of(*session, now);
  const bool set_back = services_.clock->set_back() > clock_put_right && state == session::SessionState::open;
  if (state == session::SessionState::clock_back || set_back) return clock_set_back();
  return state == session::SessionState::open;
}

base::Result<void> DataFolder::put_supervision(const BeginOptions& options, session::Pins& pins, base::Moment now) {
  pins.supervision = session::not_supervised;
  FH_TRY(supervised, supervises_now(options, pins.scenario, now));
  if (!supervised) return {};
  if (!is_one_of(session::identity_words, options.identity))
    return base::fail("session-identity", "The supervisor says first how it was established who this is.");
  FH_TRY(session, session_to_note_in());
  pins.supervision = std::to_string(session.entry), pins.identity = options.identity;
  return {};
}

// Nobody goes on by themselves with what was begun under somebody's eyes.
base::Result<void> DataFolder::bind_to_session(AttemptSession& attempt) {
  const std::int64_t entry = session::session_in(attempt.pins().supervision);
  if (entry == 0) return {};
  FH_TRY(known, sessions());
  const session::SupervisedSession* session = known.find(entry);
  const base::Moment now = services_.clock->now();
  const session::SessionState state = session ? session::state_of(*session, now) : session::SessionState::closed;
  if (session) attempt.until_ = session->until, services_.clock->watch();
  if (state == session::SessionState::clock_back || (state == session::SessionState::open && attempt.clock_was_set_back(now)))
    return clock_set_back();
  if (state == session::SessionState::open) return {};
  return base::fail("session-over", "This test was begun in a supervised session whose time is over. It is handed in as it stands when a "
                                    "supervisor closes that session.");
}

} // namespace firsthand::app
