// xAPI statements folded from sealed lines. Ids come from the entry's hash, never from chance, so exporting twice gives the
// same statements. The order is cmi5's: initialized first, terminated last, one verdict, none after a pass.
#include "engine/report/records.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <set>

namespace firsthand::report {

namespace {

using Statement = nlohmann::ordered_json;

constexpr const char* activity_base = "https://firsthand.invalid/activities";
constexpr const char* extension_base = "https://firsthand.invalid/extensions";

// UUIDv8 of SHA-256(words): the bits that the format fixes are set, the rest is the hash.
std::string uuid_of(const crypto::Hash& hash) {
  std::array<std::uint8_t, 16> bytes{};
  std::copy_n(hash.bytes.begin(), bytes.size(), bytes.begin());
  bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0F) | 0x80);
  bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3F) | 0x80);
  const std::string hex = crypto::to_hex(bytes);
  return fmt::format("{}-{}-{}-{}-{}", hex.substr(0, 8), hex.substr(8, 4), hex.substr(12, 4), hex.substr(16, 4), hex.substr(20));
}

std::string iso_duration(std::int64_t seconds) {
  std::string out = "PT";
  if (seconds >= 3600) out += fmt::format("{}H", seconds / 3600);
  if (seconds % 3600 >= 60) out += fmt::format("{}M", seconds % 3600 / 60);
  return out + fmt::format("{}S", seconds % 60);
}

Statement activity(const std::string& id, const char* type) {
  return {{"objectType", "Activity"}, {"id", id}, {"definition", {{"type", fmt::format("http://adlnet.gov/expapi/activities/{}", type)}}}};
}

struct Answers { // of one step: what was picked, what it was worth
  std::string kind;
  std::vector<std::string> picked;
  std::int64_t grade = -1;
};

// Folds one attempt into its statements.
class Telling {
 public:
  Telling(const Records& records, const AttemptRecord& attempt, std::set<std::string>& passed, std::vector<Statement>& out)
      : records_(records), attempt_(attempt), passed_(passed), out_(out) {}

  void tell() {
    for (entry_ = 0; entry_ < attempt_.lines.size(); ++entry_) {
      role_ = 0;
      const base::Json& line = attempt_.lines[entry_];
      const std::string& kind = line.at("k").text();
      if (kind == "begin" || kind == "branch") say("http://adlnet.gov/expapi/verbs/initialized", scenario_activity(), {});
      if (kind == "sitting") pause();
      for (const base::Json& fact : line.at("f").array())
        take(fact);
    }
  }

 private:
  void take(const base::Json& fact) {
    const std::string& kind = fact.at("k").text();
    if (kind == "step-entered")
      step_kinds_[fact.at("n").text()] = fact.at("v").text(),
      say("http://adlnet.gov/expapi/verbs/experienced", step_activity(fact.at("n").text()), {});
    if (kind == "answered") answers_[fact.at("n").text()].picked.push_back(fact.at("v").text());
    if (kind == "graded") answered(fact.at("n").text(), fact.at("a").number());
    if (kind == "attempt-ended") ended(fact);
  }

  void pause() {
    if (entry_ == 0) return;
    say("http://adlnet.gov/expapi/verbs/suspended", scenario_activity(), {{"duration", iso_duration(elapsed(entry_ - 1))}}, entry_ - 1);
    say("http://adlnet.gov/expapi/verbs/resumed", scenario_activity(), {});
  }

  void answered(const std::string& step, std::int64_t per_mille) {
    Statement object = step_activity(step);
    const bool sequence = step_kinds_[step] == "sequence";
    object["definition"]["type"] = "http://adlnet.gov/expapi/activities/cmi.interaction";
    object["definition"]["interactionType"] = sequence ? "sequencing" : step_kinds_[step] == "choice" ? "choice" : "other";
    Statement result{{"success", per_mille == 1000}, {"score", score(per_mille)}};
    const auto& picked = answers_[step].picked;
    if (!picked.empty()) result["response"] = fmt::format("{}", fmt::join(picked, "[,]"));
    say("http://adlnet.gov/expapi/verbs/answered", object, result);
  }

  void ended(const base::Json& fact) {
    const std::string& verdict = fact.at("v").text();
    const std::string duration = iso_duration(elapsed(entry_));
    const bool first = attempt_.counts() && !passed_.count(registration());
    if (first && (verdict == "passed" || verdict == "failed")) {
      say("http://adlnet.gov/expapi/verbs/" + verdict, scenario_activity(),
          {{"success", verdict == "passed"}, {"score", score(fact.at("a").number())}, {"duration", duration}});
      if (verdict == "passed") {
        passed_.insert(registration());
        say("http://adlnet.gov/expapi/verbs/completed", scenario_activity(), {{"completion", true}, {"duration", duration}});
      }
    }
    say("http://adlnet.gov/expapi/verbs/terminated", scenario_activity(), {{"duration", duration}});
  }

  static Statement score(std::int64_t per_mille) {
    return {{"scaled", static_cast<double>(per_mille) / 1000.0}, {"raw", per_mille}, {"min", 0}, {"max", 1000}};
  }

  // Wall time from the first entry; an absurd clock gives no negative duration.
  std::int64_t elapsed(std::size_t entry) const { return std::max<std::int64_t>(0, (moment(entry) - moment(0)) / 1000); }
  std::int64_t moment(std::size_t entry) const { return attempt_.lines[entry].at("at").number(); }

  const base::Json& first() const { return attempt_.first(); }
  std::string registration() const {
    return uuid_of(
        crypto::sha256("firsthand-registration-1\n", records_.chain_id, "\n", first().at("who").text(), "\n", first().at("s").text()));
  }
  Statement scenario_activity() const { return activity(fmt::format("{}/{}", activity_base, first().at("s").text()), "course"); }
  Statement step_activity(const std::string& step) const {
    return activity(fmt::format("{}/{}/{}", activity_base, first().at("s").text(), step), "lesson");
  }

  Statement context() const {
    const base::Json& begin = first();
    Statement context{
        {"registration", registration()},
        {"revision", begin.at("rules").text()},
        {"platform", begin.at("prog").text()}, // that it was made with: whoever sends it again later says the same
        {"language", begin.at("lang").text()},
        {"contextActivities",
         {{"parent", Statement::array({scenario_activity()})},
          {"category", Statement::array({activity(fmt::format("{}/profile/{}", activity_base, begin.at("doc").text()), "profile")})}}}};
    context["extensions"] = {{fmt::format("{}/channel", extension_base), begin.at("ch").text()},
                             {fmt::format("{}/mode", extension_base), begin.at("mode").text()},
                             {fmt::format("{}/attempt", extension_base), attempt_.id},
                             {fmt::format("{}/counts", extension_base), attempt_.counts()}};
    return context;
  }

  void say(const std::string& verb, const Statement& object, const Statement& result) { say(verb, object, result, entry_); }
  void say(const std::string& verb, const Statement& object, const Statement& result, std::size_t when) {
    const std::string word = verb.substr(verb.rfind('/') + 1);
    Statement statement;
    statement["id"] = uuid_of(crypto::sha256(attempt_.hashes[entry_], fmt::format("{}:{}", word, role_++)));
    const std::string& who = first().at("who").text();
    statement["actor"] = {
        {"objectType", "Agent"},
        {"account",
         {{"homePage", fmt::format("https://firsthand.invalid/chains/{}", records_.chain_id)}, {"name", who.empty() ? "guest" : who}}}};
    statement["verb"] = {{"id", verb}, {"display", {{"en", word}}}};
    statement["object"] = object;
    if (!result.empty()) statement["result"] = result;
    statement["context"] = context();
    statement["timestamp"] = base::iso_utc({moment(when)});
    out_.push_back(std::move(statement));
  }

  const Records& records_;
  const AttemptRecord& attempt_;
  std::set<std::string>& passed_; // registrations that have their pass: no verdict follows one
  std::vector<Statement>& out_;
  std::map<std::string, Answers> answers_;
  std::map<std::string, std::string> step_kinds_;
  std::size_t entry_ = 0;
  int role_ = 0;
};

// As dump(2) of the whole array would write it, statement by statement.
class StatementList {
 public:
  explicit StatementList(const Out& out) : out_(out) {}
  void add(const Statement& statement) {
    std::string text = statement.dump(2, ' ', false, Statement::error_handler_t::replace);
    for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 3)
      text.insert(at + 1, "  ");
    out_((first_ ? "[\n  " : ",\n  ") + text);
    first_ = false;
  }
  void finish() { out_(first_ ? "[]\n" : "\n]\n"); }

 private:
  const Out& out_;
  bool first_ = true;
};

base::Result<void> write_statements(const Records& records, const Out& out) {
  std::set<std::string> passed;
  StatementList list(out);
  FH_CHECK(records.attempts([&](const AttemptRecord& attempt) -> base::Result<void> {
    std::vector<Statement> statements;
    Telling(records, attempt, passed, statements).tell();
    for (const Statement& statement : statements)
      list.add(statement);
    return {};
  }));
  list.finish();
  return {};
}

} // namespace

std::vector<ExportFile> xapi_statements(const Records& records) {
  return {{"statements", ".json", [&records](const Out& out) { return write_statements(records, out); }}};
}

} // namespace firsthand::report
