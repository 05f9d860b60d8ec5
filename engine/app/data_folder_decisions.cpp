// Decisions of two people about the result of a test: both may supervise, both PINs are asked, and neither decides about themselves. Each
// is an entry of the chain before anybody is shown it; what was sealed of the attempt stays as it is.
#include "engine/app/data_folder.h"
#include "engine/assessment/form.h"
#include "engine/records/sealed_attempt.h"

#include <algorithm>

namespace firsthand::app {

namespace {

using assessment::Role;

static_assert(decided_void == ledger::counts_as::nothing && decided_passed == ledger::counts_as::passed &&
              decided_failed == ledger::counts_as::failed);

bool is_code(std::string_view word) {
  return std::find(std::begin(session::ruling_codes), std::end(session::ruling_codes), word) != std::end(session::ruling_codes);
}

std::string number_of(const std::vector<storage::RosterRow>& roster, const std::string& person) {
  for (const storage::RosterRow& each : roster)
    if (each.person == person) return each.number;
  return {};
}

// One person may have two ids, where a typed name was joined to a number later.
bool is_same(const std::vector<storage::RosterRow>& roster, const std::string& one, const std::string& other) {
  const std::string number = number_of(roster, one);
  return one == other || (!number.empty() && number == number_of(roster, other));
}

base::Result<void> check_two(const std::vector<storage::RosterRow>& roster, const DecisionWanted& wanted, const std::string& whose) {
  const std::string &first = wanted.by[0].person, &second = wanted.by[1].person;
  if (!is_same(roster, first, second) && !is_same(roster, first, whose) && !is_same(roster, second, whose)) return {};
  return base::fail("decision-two", "Two different people who may supervise decide, and neither of them about a result of their own.");
}

// What it counts as now; of what nobody decides about, why.
base::Result<std::string> counts_now(const report::AttemptRecord& attempt, const session::Rulings& rulings) {
  const auto role = assessment::role_of(attempt.role());
  const bool measured = role == Role::baseline || role == Role::final_test || role == Role::delayed;
  if (!measured || !attempt.counts() || attempt.first().at("mode").text() != session::mode_word(session::Mode::assessed))
    return base::fail("decision-test", "Only a test that was sat to count is decided upon: before the lessons, after them, or later.");
  const std::string verdict = attempt.verdict();
  if (verdict != ledger::counts_as::passed && verdict != ledger::counts_as::failed)
    return base::fail("decision-open", "Only a test that was handed in is decided upon.");
  return session::counted(verdict, rulings.on(attempt.id, attempt.first().at("who").text(), verdict));
}

base::Result<void> check_wanted(const report::AttemptRecord& attempt, const DecisionWanted& wanted, const std::string& counts) {
  const bool baseline = assessment::role_of(attempt.role()) == Role::baseline;
  const bool verdict = wanted.to == ledger::counts_as::passed || wanted.to == ledger::counts_as::failed;
  const bool known = verdict || wanted.to == ledger::counts_as::nothing;
  if (!known || !is_code(wanted.code) || (baseline && verdict && wanted.to != attempt.verdict()))
    return base::fail("decision-what", "That cannot be decided of this test.");
  if (wanted.to == counts) return base::fail("decision-same", "That is what this result counts as already.");
  return {};
}

} // namespace

std::vector<std::string> decidable(const AttemptCard& card) {
  const auto role = assessment::role_of(card.role);
  const bool measured = role == Role::baseline || role == Role::final_test || role == Role::delayed;
  const bool ended = card.first_ending == session::Ending::passed || card.first_ending == session::Ending::failed;
  std::vector<std::string> all;
  if (!measured || !ended || !card.counts || card.mode != session::Mode::assessed) return all;
  const std::string verdict = session::ending_word(card.first_ending);
  const std::string counts = card.decisions.empty() ? verdict : card.decisions.back().to;
  for (const std::string_view to : {ledger::counts_as::nothing, ledger::counts_as::passed, ledger::counts_as::failed})
    if (to != counts && (role != Role::baseline || to == ledger::counts_as::nothing || to == verdict)) all.emplace_back(to);
  return all;
}

base::Result<session::Rulings> DataFolder::rulings() {
  FH_TRY(entries, store_->entries_of(std::string(ledger::ruling_place)));
  session::Rulings rulings;
  for (const storage::StoredEntry& each : entries)
    if (auto ruling = ledger::parse_ruling(each.entry.line)) rulings.all.push_back({each.seq, std::move(*ruling)});
  return rulings;
}

base::Result<void> DataFolder::seal_ruling(ledger::Ruling ruling) {
  FH_TRY(workstation, store_->workstation());
  FH_TRY(before, store_->entries_of(std::string(ledger::ruling_place)));
  ruling.turn = before.empty() ? 0 : before.back().turn + 1;
  ruling.workstation = workstation.id;
  ruling.at = services_.clock->now();
  if (services_.clock->stated()) ruling.machine = services_.clock->machine();
  storage::AppendRequest request;
  request.kind = ledger::ruling_kind;
  return append_administrative(std::string(ledger::ruling_place), ruling.turn, ruling.at, ledger::ruling_line(ruling).line(),
                               std::move(request));
}

// All that can be refused is, before a PIN is looked at.
base::Result<std::array<SignIn, 2>> DataFolder::decide(const DecisionWanted& wanted) {
  FH_TRY(attempt, records::sealed_attempt(*store_, wanted.attempt));
  FH_TRY(known, rulings());
  FH_TRY(counts, counts_now(attempt, known));
  FH_TRY(held, sessions());
  if (const session::SupervisedSession* session = held.of_attempt(attempt.first()); session && !session->closed)
    return base::fail("decision-session", "The supervised session of this test is not closed yet. Close it first.");
  FH_CHECK(check_wanted(attempt, wanted, counts));
  FH_TRY(listed, roster());
  FH_CHECK(check_two(listed, wanted, attempt.first().at("who").text()));
  std::array<SignIn, 2> answers;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    FH_TRY(answer, supervisor_signs_in(wanted.by[i].person, wanted.by[i].pin));
    answers[i] = answer;
    if (answer.kind != SignIn::Kind::welcome) return answers;
  }
  ledger::Ruling ruling;
  ruling.attempt = wanted.attempt, ruling.from = counts, ruling.to = wanted.to, ruling.code = wanted.code;
  ruling.by = {wanted.by[0].person, wanted.by[1].person};
  FH_CHECK(seal_ruling(std::move(ruling)));
  return answers;
}

} // namespace firsthand::app
