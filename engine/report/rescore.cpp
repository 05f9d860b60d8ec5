// See rescore.h.
#include "engine/report/rescore.h"

#include "engine/session/record.h"
#include "engine/session/sum.h"

#include <algorithm>
#include <utility>

namespace firsthand::report {

namespace {

constexpr std::int64_t whole_point = session::sum_point;

// The question as it stands on this paper, "c06-bag@1f2e3d4c"; empty: it does not.
std::string on_paper(const base::Json& first, const std::string& item) {
  for (const base::Json& row : first.at("paper").array()) {
    const std::string name = row.array().empty() ? std::string() : row.array().front().text();
    if (name == item || name.substr(0, name.find('@')) == item) return name;
  }
  return {};
}

// What was sealed of one answer at the hand-in.
struct SealedAnswer {
  std::optional<std::int64_t> worth;
  std::vector<std::string> picks; // of the last answer
};

SealedAnswer answer_to(const AttemptRecord& attempt, const std::string& item) {
  SealedAnswer answer;
  for (const base::Json& line : attempt.lines) {
    bool anew = true; // all picks of one answer stand in one line
    for (const base::Json& fact : line.at("f").array()) {
      if (fact.at("e").text() != item) continue;
      if (fact.at("k").text() == "answered") {
        if (std::exchange(anew, false)) answer.picks.clear();
        answer.picks.push_back(fact.at("v").text());
      }
      if (fact.at("n").text() == session::item_worth) answer.worth = fact.at("a").number();
    }
  }
  return answer;
}

// The sum as it was sealed, and the rule over it.
struct SealedSum {
  std::int64_t won = 0, of = 0, cut = 0, dangers = 0, most = -1;
  std::vector<session::SumPart> parts;

  explicit SealedSum(const base::Json& sum)
      : won(sum.at("won").number()), of(sum.at("of").number()), cut(sum.at("cut").number()),
        dangers(static_cast<std::int64_t>(sum.at("dangers").array().size())), most(sum.find("most") ? sum.at("most").number() : -1),
        parts(session::sum_parts(sum)) {}

  // A minimum of more questions than are left is met by all that are.
  bool passes() const {
    const bool enough = of > 0 && whole_point * won >= cut * of, harmless = most < 0 || dangers <= most;
    return enough && harmless && std::all_of(parts.begin(), parts.end(), [](const session::SumPart& part) {
             return part.right >= std::min(part.least, part.of / whole_point);
           });
  }
  bool asks_by_question() const {
    return dangers > 0 || std::any_of(parts.begin(), parts.end(), [](const session::SumPart& part) { return part.least > 0; });
  }
  void leave_out(const SealedAnswer& answer, const std::optional<AskedQuestion>& question) {
    won -= *answer.worth, of -= whole_point;
    if (!question) return;
    for (const std::string& pick : answer.picks)
      dangers -= question->dangerous.contains(pick) ? 1 : 0;
    for (session::SumPart& part : parts)
      if (part.competency == question->competency)
        part.won -= *answer.worth, part.of -= whole_point, part.right -= *answer.worth == whole_point ? 1 : 0;
  }
};

std::string verdict_word(bool passes) { return session::ending_word(passes ? session::Ending::passed : session::Ending::failed); }

void rescore(Rescored& row, const AttemptRecord& attempt, const std::string& item, const FindQuestion& find) {
  SealedSum sum(attempt.sum());
  const SealedAnswer answer = answer_to(attempt, item);
  row.won = sum.won, row.of = sum.of;
  if (!attempt.sum().find("won") || !answer.worth) {
    row.why_not = "its sum was not recorded: it is older than sums";
    return;
  }
  if (verdict_word(sum.passes()) != row.before) {
    row.why_not = "its verdict does not follow from its sum alone";
    return;
  }
  const auto question = find(attempt.first(), item);
  if (!question && sum.asks_by_question()) {
    row.why_not = "what the question is about is not in this record any more";
    return;
  }
  sum.leave_out(answer, question);
  if (sum.of <= 0) {
    row.why_not = "no other question was asked";
    return;
  }
  row.won_without = sum.won, row.of_without = sum.of, row.after = verdict_word(sum.passes());
}

void put_person(Rescored& row, const Records& records, const std::string& person) {
  const auto listed = records.roster.find(person);
  row.person = listed == records.roster.end() || listed->second.number.empty() ? person : listed->second.number;
  const auto name = records.names.find(person);
  if (name != records.names.end()) row.name = name->second;
}

} // namespace

std::vector<Rescored> Rescoring::in_order() const {
  const auto place = [](const Rescored& row) { return row.is_void() ? 3 : !row.why_not.empty() ? 2 : row.changes() ? 0 : 1; };
  std::vector<Rescored> rows = all;
  std::stable_sort(rows.begin(), rows.end(), [&](const Rescored& a, const Rescored& b) { return place(a) < place(b); });
  return rows;
}

void Rescorer::take(const Records& records, const AttemptRecord& attempt, const FindQuestion& find) {
  const base::Json& first = attempt.first();
  const std::string asked = on_paper(first, item_);
  if (asked.empty() || !attempts_.insert(attempt.id).second) return;
  const std::string verdict = attempt.verdict(), role = attempt.role();
  const bool ended = verdict == verdict_word(true) || verdict == verdict_word(false);
  if (!ended || !attempt.decides() || (role != "final" && role != "delayed" && role != "baseline")) {
    ++found_.others;
    return;
  }
  if (role == "baseline") {
    ++found_.baselines;
    return;
  }
  Rescored row;
  put_person(row, records, first.at("who").text());
  row.attempt = attempt.id, row.test = first.at("s").text(), row.form = first.at("form").text(), row.role = role;
  row.ended = {attempt.lines.back().at("at").number()};
  row.before = verdict, row.counts = session::counted(verdict, rulings_on(records, attempt));
  rescore(row, attempt, asked.substr(0, asked.find('@')), find);
  found_.all.push_back(std::move(row));
}

base::Result<void> Rescorer::add(const Records& records, const FindQuestion& find) {
  return records.attempts([&](const AttemptRecord& attempt) -> base::Result<void> {
    take(records, attempt, find);
    return {};
  });
}

} // namespace firsthand::report
