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

// A test before the lessons has no verdict to be mended: it counts again because it was a mistake to leave it out.
bool is_reason(std::string_view code, std::string_view to, std::optional<Role> role, session::Before before) {
  const bool again = role == Role::baseline && to != ledger::counts_as::nothing;
  return session::ruling_fits(code, to, before) && (!again || code == "mistake");
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

// Decisions that hold of it, oldest first; of what nobody decides about, why.
base::Result<std::vector<ledger::SealedRuling>> rulings_so_far(const report::AttemptRecord& attempt, const session::Rulings& rulings) {
  const auto role = assessment::role_of(attempt.role());
  const bool measured = role == Role::baseline || role == Role::final_test || role == Role::delayed;
  if (!measured || !attempt.decides())
    return base::fail("decision-test", "Only a test that was sat to count is decided upon: before the lessons, after them, or later.");
  const std::string verdict = attempt.verdict();
  if (verdict != ledger::counts_as::passed && verdict != ledger::counts_as::failed)
    return base::fail("decision-open", "Only a test that was handed in is decided upon.");
  return rulings.on(attempt.id, attempt.first().at("who").text(), verdict);
}

base::Result<void> check_wanted(const report::AttemptRecord& attempt, const DecisionWanted& wanted, const std::string& counts,
                                session::Before before) {
  const auto role = assessment::role_of(attempt.role());
  const bool baseline = role == Role::baseline;
  const bool verdict = wanted.to == ledger::counts_as::passed || wanted.to == ledger::counts_as::failed;
  const bool known = verdict || wanted.to == ledger::counts_as::nothing;
  if (!known || !is_code(wanted.code) || (baseline && verdict && wanted.to != attempt.verdict()))
    return base::fail("decision-what", "That cannot be decided of this test.");
  if (wanted.to == counts) return base::fail("decision-same", "That is what this result counts as already.");
  if (!is_reason(wanted.code, wanted.to, role, before))
    return base::fail("decision-why", "That reason does not go with what the result is to count as.");
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

std::vector<std::string> reasons(const AttemptCard& card, std::string_view to) {
  const auto role = assessment::role_of(card.role);
  const session::Before before = card.decisions.empty() ? session::Before::undecided : session::Before::decided;
  std::vector<std::string> all;
  for (const std::string_view code : session::ruling_codes)
    if (is_reason(code, to, role, before)) all.emplace_back(code);
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

base::Result<std::string> DataFolder::check_decision(const DecisionWanted& wanted) {
  FH_TRY(attempt, records::sealed_attempt(*store_, wanted.attempt));
  FH_TRY(known, rulings());
  FH_TRY(before, rulings_so_far(attempt, known));
  FH_TRY(held, sessions());
  if (const session::SupervisedSession* session = held.of_attempt(attempt.first()); session && !session->closed)
    return base::fail("decision-session", "The supervised session of this test is not closed yet. Close it first.");
  const std::string counts = session::counted(attempt.verdict(), before);
  FH_CHECK(check_wanted(attempt, wanted, counts, before.empty() ? session::Before::undecided : session::Before::decided));
  return counts;
}

base::Result<void> DataFolder::check_decider(const DecisionWanted& wanted, std::size_t which) {
  FH_TRY(attempt, records::sealed_attempt(*store_, wanted.attempt));
  FH_TRY(listed, roster());
  const std::string& id = wanted.by.at(which).person;
  if (is_same(listed, id, attempt.first().at("who").text()) || (which == 1 && is_same(listed, id, wanted.by[0].person)))
    return base::fail("decision-two", "Two different people who may supervise decide, and neither of them about a result of their own.");
  const auto who = supervisor_with_pin(id);
  return who.ok() ? base::Result<void>() : who.error();
}

base::Result<std::array<SignIn, 2>> DataFolder::decide(const DecisionWanted& wanted) {
  FH_TRY(counts, check_decision(wanted));
  for (std::size_t i = 0; i < wanted.by.size(); ++i)
    FH_CHECK(check_decider(wanted, i));
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
