// See sealed_rulings.h.
#include "engine/records/sealed_rulings.h"

#include "engine/ledger/session_act.h"
#include "engine/session/code_words.h"

#include <fmt/format.h>

namespace firsthand::records {

namespace {

constexpr std::size_t longest_line_of_attempt = 16u << 20;

// An attempt as far as a decision is about it.
struct Decided {
  std::string person, lesson, verdict;
  std::int64_t ended = 0; // the entry that ended it; 0: none
  bool is_test = false, baseline = false;
};

base::Result<std::optional<Decided>> decided_in(storage::Database& database, const std::string& attempt) {
  FH_TRY(entries, database.entries_of(attempt));
  if (entries.empty() || ledger::is_of_no_attempt(entries.front().entry.line)) return std::optional<Decided>();
  Decided found;
  for (const storage::StoredEntry& each : entries) {
    const auto line = base::parse_json_line(each.entry.line, longest_line_of_attempt);
    if (!line.ok()) continue; // the chain tells of it
    if (&each == &entries.front())
      found.person = line->at("who").text(), found.lesson = line->at("s").text(), found.is_test = line->find("paper") != nullptr,
      found.baseline = line->at("role").text() == "baseline";
    for (const base::Json& fact : line->at("f").array())
      if (fact.at("k").text() == "attempt-ended") found.verdict = fact.at("v").text(), found.ended = each.seq;
  }
  return std::optional(std::move(found));
}

// In the list as it was before that entry: the newest row of theirs. What was erased since cannot be looked at.
bool could_supervise(const std::vector<storage::StoredRosterRow>& rows, const std::string& person, std::int64_t before) {
  bool could = false;
  for (const storage::StoredRosterRow& row : rows)
    if (row.person == person && row.seq < before) could = !row.content || !row.content->supervises.empty();
  return could;
}

} // namespace

std::string RulingCheck::called(const std::string& person) const {
  const auto found = people_.find(person);
  return found == people_.end() || found->second.name.empty() ? "person " + person : found->second.name;
}

void RulingCheck::take(std::int64_t seq, std::string_view line) {
  auto read = ledger::parse_ruling(line);
  if (!read) return faults.push_back(fmt::format("Entry {} should tell of a decision of two people, and cannot be read.", seq));
  const int expected = known_.all.empty() ? 0 : known_.all.back().ruling.turn + 1;
  if (read->turn != expected)
    faults.push_back(
        fmt::format("Entry {}: two people decided {} times before by its count, and {} times in the chain.", seq, read->turn, expected));
  known_.all.push_back({seq, std::move(*read)});
}

void RulingCheck::check_deciders(const ledger::SealedRuling& each, const std::vector<storage::StoredRosterRow>& rows) {
  for (const std::string& id : each.ruling.by)
    if (!could_supervise(rows, id, each.seq))
      faults.push_back(
          fmt::format("Entry {} is a decision of {}, whom the list of people did not let supervise then.", each.seq, called(id)));
}

base::Result<void> RulingCheck::compare_one(storage::Database& database, const ledger::SealedRuling& each) {
  const ledger::Ruling& ruling = each.ruling;
  FH_TRY(found, decided_in(database, ruling.attempt));
  if (!found || !found->is_test)
    return faults.push_back(
               fmt::format("Entry {} decides about the attempt {}, which is no test of this record.", each.seq, ruling.attempt)),
           base::Result<void>();
  const auto counts_words = [&](const std::string& word) { // a test before the lessons has no verdict
    return found->baseline && word != ledger::counts_as::nothing ? std::string("handed in") : session::counted_english(word);
  };
  told.push_back(fmt::format("{} {} and {} decided about the result of {} in {} (attempt {}): {} counts as {}. Why: {} (entry {})",
                             base::iso_utc(ruling.at), called(ruling.by[0]), called(ruling.by[1]), called(found->person), found->lesson,
                             ruling.attempt, counts_words(ruling.from), counts_words(ruling.to), session::ruling_english(ruling.code),
                             each.seq));
  if (found->ended == 0 || found->ended > each.seq)
    faults.push_back(fmt::format("Entry {} decides about a test that was not handed in before it.", each.seq));
  std::string& counts = counts_.emplace(ruling.attempt, found->verdict).first->second;
  const session::Misfit misfit = session::misfit(ruling, found->person, counts);
  if (misfit == session::Misfit::own_result)
    faults.push_back(
        fmt::format("Entry {} is a decision of {} about their own result. It does not count.", each.seq, called(found->person)));
  if (misfit == session::Misfit::other_verdict)
    faults.push_back(
        fmt::format("Entry {} says that {} counted before it, and it was {}. It does not count.", each.seq, ruling.from, counts));
  if (misfit == session::Misfit::none) counts = ruling.to;
  return {};
}

base::Result<void> RulingCheck::compare(storage::Database& database, const std::vector<storage::StoredRosterRow>& rows) {
  for (const ledger::SealedRuling& each : known_.all) {
    FH_CHECK(compare_one(database, each));
    check_deciders(each, rows);
  }
  return {};
}

} // namespace firsthand::records
