// See attempt_rows.h.
#include "engine/records/attempt_rows.h"

#include "engine/ledger/session_act.h"
#include "engine/session/record.h"
#include "engine/session/sum.h"

#include <fmt/format.h>

namespace firsthand::records {

namespace {

using base::Json;

constexpr std::size_t most_sentences = 100;
constexpr std::size_t longest_line = 16u << 20;

struct SealedEnd {
  std::string verdict = session::ending_word(session::Ending::open);
  std::int64_t per_mille = 0;
  Json sum;
};

SealedEnd end_in(const Json& line) {
  SealedEnd end;
  for (const Json& fact : line.at("f").array())
    if (fact.at("k").text() == "attempt-ended") end = {fact.at("v").text(), fact.at("a").number(), line.at(session::sum_key)};
  return end;
}

// As the row keeps it: {competency: [wholly right, asked]}.
Json tested_in(const Json& sum) {
  Json::Object tested;
  for (const session::SumPart& part : session::sum_parts(sum))
    tested[part.competency] = Json::Array{part.right, part.of / session::sum_point};
  return tested;
}

class RowCheck {
 public:
  RowCheck(const storage::Attempt& row, std::vector<std::string>& out) : row_(row), out_(out) {}

  void same(const char* what, const std::string& row, const std::string& sealed) {
    if (row == sealed || out_.size() >= most_sentences) return;
    out_.push_back(fmt::format("Attempt {}: the list of attempts says {} \"{}\", its lines say \"{}\".", row_.id, what, row, sealed));
  }
  void first(const Json& line) {
    same("person", row_.person, line.at("who").text());
    same("lesson", row_.scenario, line.at("s").text());
    same("mode", row_.mode, line.at("mode").text());
    same("channel", row_.channel, line.at("ch").text());
    same("variant", row_.variant, line.at("var").text());
    const Json& supervised = line.at("sup");
    same("session", row_.supervision, supervised.is_number() ? std::to_string(supervised.number()) : supervised.text());
    for (const char* key : {"role", "form", "try"})
      if (const Json* told = progress().find(key)) same(key, told->line(), line.at(key).line());
  }
  void end(const SealedEnd& sealed) {
    same("state", std::string(storage::word(row_.state)), sealed.verdict);
    const bool verdict = row_.state == storage::AttemptState::passed || row_.state == storage::AttemptState::failed;
    if (const Json* told = progress().find("score"); told && verdict) same("score", told->line(), Json(sealed.per_mille).line());
    const Json* told = progress().find("tested");
    if (told && sealed.sum.find("by")) same("competencies", told->line(), tested_in(sealed.sum).line());
  }

 private:
  const Json& progress() {
    if (!progress_) {
      const auto read = base::parse_json_line(row_.progress, longest_line);
      progress_ = read.ok() ? *read : Json();
    }
    return *progress_;
  }

  const storage::Attempt& row_;
  std::vector<std::string>& out_;
  std::optional<Json> progress_;
};

base::Result<void> check_row(storage::Database& database, const std::string& id, std::vector<std::string>& out) {
  FH_TRY(row, database.attempt(id));
  FH_TRY(entries, database.entries_of(id));
  if (!row || entries.empty() || ledger::is_of_no_attempt(entries.front().entry.line)) return {};
  const auto first = base::parse_json_line(entries.front().entry.line, longest_line);
  const auto last = base::parse_json_line(entries.back().entry.line, longest_line);
  if (!first.ok() || !last.ok()) return {}; // the chain tells of it
  RowCheck check(*row, out);
  check.first(*first);
  check.end(end_in(*last));
  return {};
}

} // namespace

base::Result<std::vector<std::string>> rows_that_differ(storage::Database& database) {
  std::vector<std::string> sentences;
  for (std::int64_t after = 0;;) {
    FH_TRY(next, database.attempt_begun_after(after));
    if (!next) return sentences;
    after = next->number;
    FH_CHECK(check_row(database, next->id, sentences));
  }
}

} // namespace firsthand::records
