// One open data folder with its people and attempts: what the window and the commands work at. A demonstration is the same
// without a folder: a guest plays, and nothing is left when it closes. One thread uses it.
#pragma once

#include "engine/app/attempt_session.h"
#include "engine/app/cards.h"
#include "engine/app/decisions.h"
#include "engine/app/history.h"
#include "engine/app/settings.h"
#include "engine/app/station_register.h"
#include "engine/app/supervision.h"
#include "engine/assessment/refresher.h"
#include "engine/content/content_snapshot.h"
#include "engine/content/words.h"
#include "engine/platform/ending.h"
#include "engine/platform/lock.h"
#include "engine/records/services.h"
#include "engine/records/start.h"
#include "engine/records/writer.h"
#include "engine/session/rulings.h"

#include <array>

namespace firsthand::app {

struct SignIn {
  enum class Kind : std::uint8_t { welcome, wrong, wait };
  Kind kind = Kind::wrong;
  int wait_seconds = 0;                                 // until the next try is looked at; grows with wrong tries, and nobody is locked out
  std::optional<base::Moment> pin_reset = std::nullopt; // a trainer gave this person a new PIN then: told once
};

struct BeginOptions {
  std::string person; // id; "" is a guest
  session::Mode mode = session::Mode::practice;
  session::Channel channel = session::Channel::window;
  std::string language = "en";
  std::vector<std::string> aids;             // "text-150", "high-contrast" …
  std::string doctrine;                      // "": the course's, else the scenario's own
  std::string identity;                      // in a supervised session: how it was established who this is; empty: nobody was asked yet
  std::vector<simulation::FixedDraw> chance; // of a rehearsal only
  std::optional<simulation::Seed> seed;      // the same: that of another rehearsal, so that what was drawn there is drawn again
};

struct DataFolderOptions {
  std::filesystem::path data;
  std::function<void()> on_written;              // called on the writer thread when a pending action was written: wake the window
  std::function<void(storage::Options&)> adjust; // seam for tests: make the store fail
  records::StartOptions start = {};
  bool must_be_there = false; // the record was kept there before: its absence is told, and no new one begun
};

// "This PC is": what a coordinator calls it.
struct StationName {
  std::string station, room, place; // place: its number in the room
  std::string code = {};            // of the station in the register; empty: it is in none
  bool named() const { return !station.empty(); }
};
std::string words_of(const StationName& name);           // "P1 Phuket 2, Room 3, 12": what there is of it
std::string station_in(const StationName& name);         // "P1 Phuket 2"
constexpr const char* station_code_key = "station-code"; // of the settings: of which station, and the code
std::string station_code_line(const StationName& name);
// What is meant by what was typed: a station of the register may be typed as its code. Errors: "station-name" (the station is missing, or
// something is longer than 80 letters).
base::Result<StationName> station_called(const StationName& typed, const StationRegister& known);
// Prepares a record without entries to be copied with a disk image, every copy for this station; without a station each is to be named by
// itself. Gives what was meant. Errors: also "record-not-empty".
base::Result<StationName> seal_master(storage::Database& database, const StationName& typed, base::Moment now);

// All people of a record with what its list says of them. Changes nothing.
base::Result<std::vector<PersonCard>> people_in(records::Store& store);
std::string today_here(const records::Services& services); // 2026-10-01

// How far a branch goes: on to the end, or to the end of the step it begins in, to practise that.
enum class PlayOn : std::uint8_t { to_the_end, through_the_step };

class DataFolder {
 public:
  // Errors: those of DataLock::take, of storage::Database::open and of start_record. Nothing is repaired or written over.
  static base::Result<std::unique_ptr<DataFolder>> open(const records::Services& services, content::ContentLibrary& content_library,
                                                        DataFolderOptions options);
  static std::unique_ptr<DataFolder> demonstration(const records::Services& services, content::ContentLibrary& content_library,
                                                   std::function<void()> on_written = {});
  ~DataFolder();
  DataFolder(const DataFolder&) = delete;
  DataFolder& operator=(const DataFolder&) = delete;

  bool is_demonstration() const { return !store_->durable(); }
  // Where pages to print are put; need not be there. A demonstration has none.
  std::filesystem::path pages_folder() const { return folder_.empty() ? folder_ : folder_ / "certificates"; }
  const std::optional<std::string>& left_behind() const { return left_behind_; } // see DataLock

  // ---- the workstation and its clock
  const records::StartReport& report() const { return report_; }
  base::Result<StationName> station();
  base::Result<StationRegister> stations(); // none was taken in: empty
  base::Result<void> take_stations(const StationRegister& all);
  // Gives the record another identity with a key of its own from here on. Errors: those of station_called.
  base::Result<void> enrol(const StationName& typed);
  // What day it is, where the machine's clock cannot be believed: noted, and until the program ends everything is recorded with
  // both. Errors: "date-doubted" (that cannot be right either).
  base::Result<void> state_clock(base::Moment stated, const std::string& by);
  base::Result<void> note_clock(base::Moment stated, const std::string& by); // the note alone, for another thread; then:
  void believe_clock(base::Moment stated);
  base::Result<void> leave_clock_in_doubt(); // nobody could say: that is noted, and no more

  // ---- people
  base::Result<std::vector<PersonCard>> people();
  // Whose name looks like that, however it was typed, or whose service number it is. Errors: those of read_name; "name-twice" (an older
  // record has several).
  base::Result<std::optional<PersonCard>> person_named(std::string_view typed);
  static base::Result<void> check_pin_form(std::string_view pin); // Errors: "pin-form"
  // A PIN of 4 to 8 digits, or "" for none (command line only). Errors: those of read_name; "name-taken", "pin-form".
  base::Result<PersonCard> add_person(std::string_view name, std::string_view pin);
  // Errors: "person-unknown"; "pin-foreign" (what is kept of the PIN is not what was sealed).
  base::Result<SignIn> sign_in(const std::string& person, std::string_view pin);
  void note_arrival(const std::string& person); // who is new, and there now; sign_in does it itself. What cannot be noted is not
  base::Result<void> set_warm_up_done(const std::string& person);
  base::Result<void> erase_person(const std::string& person);

  // ---- the trainer: one PIN a data folder, slowed down after wrong tries as the others are, and sealed as they are. Errors of all:
  // "trainer-pin-foreign" (what is kept of it is not what was sealed); then nobody gets a new one here.
  base::Result<bool> has_trainer_pin();
  // Whoever comes first sets it; then `old` is asked. Errors: also "pin-form".
  base::Result<SignIn> set_trainer_pin(std::string_view old, std::string_view wanted);
  // Whether it is the trainer's. Errors: also "trainer-pin-missing".
  base::Result<SignIn> trainer_signs_in(std::string_view pin);
  // A new PIN for whoever forgot theirs. Errors: also "trainer-pin-missing", "person-unknown", "pin-form".
  base::Result<SignIn> reset_pin(const std::string& person, std::string_view trainers, std::string_view wanted);

  // ---- the list of people (see roster_plan.h): what it says is sealed, and what it said before stays
  base::Result<std::vector<storage::RosterRow>> roster(); // what holds now, a row a person
  using Remembered = std::vector<std::pair<std::string, std::string>>;
  // Rows of a plan, in one transaction; who is new becomes a person, and has no PIN yet. `remembered`: settings of the workstation.
  base::Result<void> import_roster(std::vector<storage::RosterRow> rows, const Remembered& remembered = {});
  // A person who came without a number gets that of somebody in the list, by the trainer's word; and it is taken back by it. Errors: also
  // "person-unknown", "number-unknown", "number-there".
  base::Result<SignIn> join_number(const std::string& person, std::string_view number, std::string_view trainers);
  // The same by the word of who called trainer_signs_in before.
  base::Result<void> join_number_now(const std::string& person, std::string_view number);
  base::Result<SignIn> part_number(const std::string& person, std::string_view trainers);
  base::Result<void> set_first_pin(const std::string& person, std::string_view pin); // "pin-form", "pin-there"
  std::string today() const { return today_here(services_); }
  base::Moment now() const { return services_.clock->now(); }

  // ---- supervised sessions (see supervision.h); each is opened, and what happens in it noted, by an entry of the chain
  base::Result<session::SupervisedSessions> sessions();
  base::Result<std::optional<SessionCard>> unclosed_session();
  // Whether this is the PIN of somebody who may supervise. Errors: "session-supervisor" (the list does not say so), "session-list" (it is
  // not as it was sealed), those of sign_in.
  base::Result<SignIn> supervisor_signs_in(const std::string& person, std::string_view pin);
  // Errors: also "session-open", "session-room", "session-people", "session-until", "scenario-unknown".
  base::Result<SignIn> open_session(const SessionWanted& wanted);
  // What follows takes the word of who called supervisor_signs_in before. Errors: "session-none"; "session-incident".
  base::Result<void> mark_incident(const std::string& supervisor, const std::string& person, std::string_view code);
  // Hands in every test of it that is still open, as it stands. Done again after it failed, it goes on where it was.
  base::Result<SessionClosed> close_session(const std::string& supervisor);
  base::Result<std::vector<SessionSeat>> seats(const session::SupervisedSession& session); // who is present, and how far

  // ---- decisions of two people about a result (see session/rulings.h); each is an entry of the chain
  base::Result<session::Rulings> rulings();
  // What can be refused before a PIN is looked at: of the result (gives what counts now), and of the first or the second of the two.
  // Errors: "attempt-unknown", "record-damaged"; "decision-test", "decision-open", "decision-session" (nobody decides about that),
  // "decision-what", "decision-same", "decision-why"; "decision-two", and those of supervisor_signs_in.
  base::Result<std::string> check_decision(const DecisionWanted& wanted);
  base::Result<void> check_decider(const DecisionWanted& wanted, std::size_t which);
  base::Result<std::array<SignIn, 2>> decide(const DecisionWanted& wanted); // both answers; decided where both are welcome. Errors: these

  // ---- settings; of a person over the workstation's, of "" the workstation's
  base::Result<Settings> settings(const std::string& person = {});
  base::Result<void> set_settings(const Settings& settings, const std::string& person = {});

  // ---- attempts
  base::Result<std::vector<AttemptCard>> attempts(const std::string& person); // newest first
  // A test is begun for what the course has it for now. Errors: those of a bar: see admission.h; "session-identity" (in a supervised
  // session, and nobody said how identity was established), "session-clock".
  base::Result<std::unique_ptr<AttemptSession>> begin(std::string_view scenario, const BeginOptions& options);
  // An open attempt goes on exactly where it was, on the content it began with; a finished one is there to be looked at.
  // Where the program now computes something else, it is closed and its facts stand (AttemptSession::interrupted).
  // Errors: "attempt-unknown", "attempt-not-readable"; "session-over", "session-clock" (of a supervised session).
  base::Result<std::unique_ptr<AttemptSession>> resume(const std::string& attempt);
  // Practice only: a new attempt that goes on from that turn of another one. Errors: also "rewind-assessed", "rewind-turn".
  base::Result<std::unique_ptr<AttemptSession>> rewind(const std::string& attempt, int turn, PlayOn on = PlayOn::to_the_end);

  // What is marked or written in an open attempt and is no answer yet: a line of JSON, or empty. Kept durably, sealed nowhere, and gone
  // with the attempt's end and with its person.
  base::Result<std::string> draft(const std::string& attempt) { return store_->draft(attempt); }
  base::Result<void> keep_draft(const std::string& attempt, const std::string& line) { return store_->keep_draft(attempt, line); }

  base::Result<History> history(const std::string& attempt); // as it was played; see read_history
  // What this person answered in tests that count and in practice, oldest first: by it the questions of a day are chosen.
  base::Result<std::vector<assessment::EarlierAnswer>> answered_before(const std::string& person);
  content::ContentLibrary& content_library() { return content_library_; }

  // The content that an attempt is played on, shared.
  static const content::ContentPtr& content_of(const AttemptSession& session) { return session.content_; }

  records::Store& store() { return *store_; }
  void never_reopen_here() { store_->never_reopen_on(std::this_thread::get_id()); } // on the calling thread: see Store

  // Runs on the writer's thread, after all that was given to it before; `on_written` follows. Until it is done the data folder and
  // its services belong to that thread.
  void later(std::function<void()> job) { writer_->later(std::move(job)); }

 private:
  DataFolder(const records::Services& services, content::ContentLibrary& content_library, std::unique_ptr<records::Store> store,
             std::function<void()> on_written);
  static base::Result<storage::Database> open_database(const records::Services& services, const DataFolderOptions& options);
  base::Result<storage::Database> reopen(const DataFolderOptions& options); // after its drive was gone
  base::Result<storage::Person> person(const std::string& id);              // "person-unknown"
  static std::string wrong_pin_key(const std::string& person);
  base::Result<std::string> kept_form(std::string_view pin);
  base::Result<void> check_sealed_pin(const std::string& person, const std::string& kept); // "pin-foreign", "trainer-pin-foreign"
  // An entry of the chain that is no attempt's; `place` stands for one.
  base::Result<void> append_administrative(const std::string& place, int turn, base::Moment at, std::string line,
                                           storage::AppendRequest request);
  base::Result<void> seal_pin(std::string_view what, const std::string& person, const std::string& kept, storage::AppendRequest request);
  base::Result<storage::RosterRow> row_to_join(const std::string& person, std::string_view number);
  base::Result<void> seal_roster(std::string_view what, storage::AppendRequest request); // gives the rows their salts
  base::Result<SignIn> try_pin(const std::string& tries_key, const std::string& kept, std::string_view pin);
  std::optional<base::Moment> take_pin_reset(const std::string& id);
  std::vector<std::string> lately();       // ids of who signed in here, the last one first
  base::Result<std::string> trainer_pin(); // what is kept of it; "": none yet
  base::Result<int> next_number(const std::string& person, const std::string& scenario);
  std::string number_or_id(const std::string& person_id);
  bool loads(const model::Id& lesson); // it can be read and played
  // Of a test at the window: for what it is sat, and what it asks. Errors: "test-once" and what else bars it: see admission.h.
  base::Result<void> draw_paper(const session::Prepared& prepared, const BeginOptions& options, base::Moment now, session::Start& start);
  // The questions of a day: by what this person answered before. Drawn here and nowhere else.
  base::Result<void> draw_refresher(const model::Test& test, const std::string& person, session::Start& start);
  base::Result<void> check_supervisor(const std::string& person);
  base::Result<storage::Person> supervisor_with_pin(const std::string& person);
  base::Result<void> seal_session_act(ledger::SessionAct act);
  base::Result<void> seal_ruling(ledger::Ruling ruling);
  base::Result<void> put_rulings(std::vector<AttemptCard>& cards, const std::string& person);
  base::Result<session::SupervisedSession> session_to_note_in();                                             // "session-none"
  base::Result<bool> supervises_now(const BeginOptions& options, const model::Id& lesson, base::Moment now); // "session-clock"
  base::Result<void> put_supervision(const BeginOptions& options, session::Pins& pins, base::Moment now);
  base::Result<void> bind_to_session(AttemptSession& session); // an open attempt of it may go on, and no longer than it
  base::Result<bool> hand_in(const std::string& attempt);      // false: it was over
  base::Result<std::unique_ptr<AttemptSession>> resume_any(const std::string& attempt);
  std::unique_ptr<AttemptSession> empty_session(content::ContentPtr content, const crypto::Hash& kept);
  base::Result<void> record_start(AttemptSession& session, session::Attempt attempt, session::Facts facts);
  base::Result<std::vector<storage::TypedText>> put_identity(base::Json& line, const std::string& person);
  base::Result<void> interrupt(AttemptSession& session, int last_turn);

  platform::CleanEnd clean_end_; // first: the record is closed before it goes
  const records::Services& services_;
  content::ContentLibrary& content_library_;
  std::optional<platform::DataLock> lock_;
  std::optional<std::string> left_behind_;
  records::StartReport report_;
  std::filesystem::path memory_; // see StartOptions
  std::filesystem::path folder_; // empty: a demonstration
  std::unique_ptr<records::Store> store_;
  content::ContentSnapshots snapshots_;
  std::unique_ptr<records::Writer> writer_; // last: its thread ends before what it writes to
};

} // namespace firsthand::app
