// See sealed_sessions.h.
#include "engine/records/sealed_sessions.h"

#include "engine/session/code_words.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace firsthand::records {

namespace {

namespace act = ledger::act;

bool is_one_of(std::span<const std::string_view> words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

} // namespace

std::string SessionCheck::called(const std::string& person) const {
  const auto found = people_.find(person);
  return found == people_.end() || found->second.name.empty() ? "person " + person : found->second.name;
}

std::string SessionCheck::missing_in(const ledger::SessionAct& done) const {
  std::string all;
  for (const std::string& person : done.people)
    all += (all.empty() ? ": " : ", ") + called(person);
  return all;
}

void SessionCheck::tell(std::int64_t seq, const ledger::SessionAct& done) {
  const std::string on = base::iso_utc(done.at), by = called(done.by);
  if (done.what == act::session_opened)
    told.push_back(fmt::format("{} {} opened a supervised session of the test {} in {}, until {}, {} present (entry {})", on, by, done.test,
                               done.room, base::iso_utc(done.until), done.people.size(), seq));
  else if (done.what == act::session_incident)
    told.push_back(fmt::format("{} {} noted of {} in the session of entry {}: {} (entry {})", on, by, called(done.people.front()),
                               done.session, session::incident_english(done.code), seq));
  else
    told.push_back(fmt::format("{} {} closed the session of entry {}: {} handed in by that, {} sat nothing{} (entry {})", on, by,
                               done.session, done.attempts.size(), done.people.size(), missing_in(done), seq));
}

void SessionCheck::check_order(std::int64_t seq, const ledger::SessionAct& done) {
  if (done.turn != next_)
    faults.push_back(
        fmt::format("Entry {}: sessions were noted {} times before by its count, and {} times in the chain.", seq, done.turn, next_));
  next_ = done.turn + 1;
  const session::SupervisedSession* open = known_.unclosed();
  if (done.what == act::session_opened) {
    if (open) faults.push_back(fmt::format("Entry {} opens a supervised session while that of entry {} is open.", seq, open->entry));
    if (done.until < done.at) faults.push_back(fmt::format("Entry {} opens a supervised session that ends before it begins.", seq));
    return;
  }
  if (!open || open->entry != done.session)
    return faults.push_back(fmt::format("Entry {} is about the session of entry {}, which is not open there.", seq, done.session));
  if (done.at < open->opened)
    told.push_back(
        fmt::format("The clock was set back: entry {} is of an earlier time than the opening of its session, entry {}.", seq, open->entry));
  if (done.what == act::session_incident && (!open->is_present(done.people.front()) || !is_one_of(session::incident_codes, done.code)))
    faults.push_back(
        fmt::format("Entry {} notes of somebody who is not in the session of entry {}, or what nobody can note.", seq, done.session));
}

void SessionCheck::act(std::int64_t seq, std::string_view line) {
  auto read = ledger::parse_session_act(line);
  if (!read) return faults.push_back(fmt::format("Entry {} should tell of a supervised session, and cannot be read.", seq));
  check_order(seq, *read);
  tell(seq, *read);
  known_.take({seq, std::move(*read)});
}

// Why an attempt that says it was supervised cannot have been; empty: it can.
std::string SessionCheck::misfit(std::int64_t seq, const base::Json& line) const {
  const std::int64_t entry = line.at("sup").number();
  const session::SupervisedSession* session = known_.find(entry);
  if (!session) return fmt::format("Entry {}: its attempt was sat in the session of entry {}, which is none before it.", seq, entry);
  if (session->test != line.at("s").text()) return fmt::format("Entry {}: the session of entry {} was for another test.", seq, entry);
  if (!session->is_present(line.at("who").text()))
    return fmt::format("Entry {}: this person was not in the session of entry {}.", seq, entry);
  if (session->closed) return fmt::format("Entry {}: its attempt was begun after the session of entry {} was closed.", seq, entry);
  if (!is_one_of(session::identity_words, line.at("identity").text()))
    return fmt::format("Entry {}: how it was established who sat there is not known.", seq);
  return {};
}

void SessionCheck::begun(std::int64_t seq, const base::Json& line) {
  const base::Json& supervised = line.at("sup");
  if (!supervised.is_number()) return;
  if (std::string why = misfit(seq, line); !why.empty()) faults.push_back(std::move(why));
}

void SessionCheck::tell_open() {
  if (const session::SupervisedSession* open = known_.unclosed())
    told.push_back(fmt::format("The supervised session of entry {} ({}, {}, until {}) is not closed.", open->entry, called(open->by),
                               open->room, base::iso_utc(open->until)));
}

} // namespace firsthand::records
