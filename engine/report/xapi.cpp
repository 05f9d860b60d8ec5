// xAPI statements folded from sealed lines. Ids come from the entry's hash and all else from the entries, never from chance or from the
// program that exports, so exporting again gives the same statements. The order is cmi5's: initialized first, terminated last, one
// verdict, none after a pass. A test before the lessons has no verdict: it is completed. So is practice, of which nothing else is told but
// its time. What two people decided comes behind it: what was
// said of the verdict is voided, and what counts is said anew, so that whoever has the statements from before has but to add the new ones.
#include "engine/report/records.h"
#include "engine/report/xapi_words.h"
#include "engine/session/keyboard_time.h"

#include <fmt/format.h>

#include <set>
#include <utility>

namespace firsthand::report {

namespace {

using namespace xapi;

constexpr const char* adl_verb = "http://adlnet.gov/expapi/verbs/";
constexpr const char* mastery_score = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore";
constexpr std::int64_t full = 1000, right_at_a_later_try = full / 2;

struct Answers {         // of one step
  std::size_t entry = 0; // that holds the last one
  int tries = 0;
  session::Answer last;
};

// Of a person at a lesson, at its test before the lessons, or in practice.
struct Passes {
  std::set<crypto::Hash> ever; // by registration: it was passed, or that was completed; nothing of the kind follows that
  std::set<crypto::Hash> now;  // and that counts
};

// Folds one attempt into its statements.
class Telling {
 public:
  Telling(const Records& records, const session::Catalogue& kinds, const AttemptRecord& attempt, Titles titles, Passes& passes)
      : records_(records), kinds_(kinds), attempt_(attempt), titles_(std::move(titles)), passes_(passes) {}

  std::vector<Statement> tell() {
    for (entry_ = 0; entry_ < attempt_.lines.size(); ++entry_) {
      role_ = 0;
      const base::Json& line = attempt_.lines[entry_];
      const std::string& kind = line.at("k").text();
      if (kind == "begin" || kind == "branch") say("initialized", scenario_activity(), {});
      if (kind == "sitting" && entry_ > 0 && moment(entry_) - moment(entry_ - 1) > session::longest_gap) pause();
      for (const base::Json& fact : line.at("f").array())
        take(fact);
    }
    for (const ledger::SealedRuling& each : rulings_on(records_, attempt_))
      decided(each.ruling);
    return std::move(out_);
  }

 private:
  void take(const base::Json& fact) {
    const std::string &kind = fact.at("k").text(), &step = fact.at("n").text();
    if (kind == "attempt-ended") return ended(fact);
    if (attempt_.practice()) return; // what was done in it is nobody else's
    if (kind == "step-entered") {
      step_kinds_[step] = fact.at("v").text();
      say("experienced", step_activity(step), {});
    }
    if (kind == "answered") pick(answers_[step], {fact.at("v").text(), fact.find("f") ? fact.at("f").text() : std::string()});
    if (kind == "graded") answered(step, fact.at("a").number());
  }

  // All picks of one answer stand in one entry; the next entry is the next try.
  void pick(Answers& answers, session::Pick what) {
    if (answers.tries == 0 || answers.entry != entry_) {
      answers.entry = entry_;
      answers.last.clear();
      ++answers.tries;
    }
    answers.last.push_back(std::move(what));
  }

  // Of a kind that the program does not have any more nothing is known.
  session::Interaction interaction_of(const std::string& step) {
    const session::Module* kind = kinds_.find(step_kinds_[step]);
    return kind ? kind->interaction() : session::Interaction::other;
  }

  void pause() {
    say("suspended", scenario_activity(), {{"duration", iso_duration(elapsed(entry_ - 1))}}, entry_ - 1);
    say("resumed", scenario_activity(), {});
  }

  void answered(const std::string& step, std::int64_t per_mille) {
    Statement object = step_activity(step);
    const session::Interaction interaction = interaction_of(step);
    object["definition"]["type"] = "http://adlnet.gov/expapi/activities/cmi.interaction";
    object["definition"]["interactionType"] = interaction_word(interaction);
    const Answers& answers = answers_[step];
    Statement result;
    if (!baseline()) { // of that none is told what it came to, in its parts neither
      for (const session::Answer& right : titles_.right_answers[step])
        object["definition"]["correctResponsesPattern"].push_back(response_of(interaction, right));
      result = {{"success", per_mille == full || (answers.tries > 1 && per_mille == right_at_a_later_try)}, {"score", score(per_mille)}};
    }
    if (!answers.last.empty()) result["response"] = response_of(interaction, answers.last);
    say("answered", object, result);
  }

  void ended(const base::Json& fact) {
    const std::string& verdict = fact.at("v").text();
    const bool told = attempt_.counts() && (verdict == "passed" || verdict == "failed");
    const bool first = !passes_.ever.contains(registration()); // before anything else is said of this entry: its id is what it was
    points_ = fact.at("a").number();
    if (told && first) say_verdict(verdict);
    Statement result{{"duration", iso_duration(elapsed(entry_))}};
    add_evidence(result);
    say("terminated", scenario_activity(), result);
    if (told && !first && !passes_.now.contains(registration())) say_verdict(verdict); // the pass before it counts no more
  }

  Statement verdict_result(bool pass) const {
    Statement result{{"success", pass}, {"score", verdict_score(points_, pass, cut())}, {"duration", iso_duration(elapsed(last_entry()))}};
    return result;
  }

  bool baseline() const { return attempt_.role() == "baseline"; }
  bool only_completed() const { return baseline() || attempt_.practice(); } // nobody passes or fails by it
  Statement completion() const { return {{"completion", true}, {"duration", iso_duration(elapsed(last_entry()))}}; }

  void say_verdict(const std::string& verdict) {
    if (only_completed()) {
      passes_.ever.insert(registration()), passes_.now.insert(registration());
      verdicts_ = {say("completed", scenario_activity(), completion())};
      return;
    }
    const bool pass = verdict == "passed";
    Statement result = verdict_result(pass);
    add_evidence(result);
    verdicts_ = {say(verdict, scenario_activity(), result)};
    if (!pass) return;
    passes_.ever.insert(registration()), passes_.now.insert(registration());
    verdicts_.push_back(say("completed", scenario_activity(), completion()));
  }

  // ---- what two people decided

  void decided(const ledger::Ruling& ruling) {
    if ((only_completed() || ruling.from == ledger::counts_as::passed) && !verdicts_.empty()) passes_.now.erase(registration());
    for (const std::string& id : std::exchange(verdicts_, {}))
      say_of(ruling, "voided", {{"objectType", "StatementRef"}, {"id", id}}, {}, deciders(ruling));
    if (ruling.to == ledger::counts_as::nothing || passes_.now.contains(registration())) return;
    const bool pass = only_completed() || ruling.to == ledger::counts_as::passed;
    verdicts_ = {only_completed() ? say_of(ruling, "completed", scenario_activity(), completion(), actor())
                                  : say_of(ruling, std::string(ruling.to), scenario_activity(), verdict_result(pass), actor())};
    if (pass) passes_.now.insert(registration());
  }

  // Its id comes from the attempt and the decision alone.
  std::string say_of(const ledger::Ruling& ruling, const std::string& word, const Statement& object, const Statement& result,
                     const Statement& who) {
    const crypto::Hash hash =
        crypto::sha256(attempt_.hashes.back(), ledger::ruling_line(ruling).line(), "\n", word, "\n", object.at("id").get<std::string>());
    Statement statement{{"id", uuid_of(hash)}, {"actor", who}, {"object", object}, {"timestamp", base::iso_utc(ruling.at)}};
    statement["verb"] = {{"id", adl_verb + word}, {"display", {{"en", word}}}};
    if (!result.empty()) {
      statement["result"] = result, statement["context"] = context(false, !only_completed());
      statement["context"]["instructor"] = deciders(ruling);
      statement["context"]["extensions"][fmt::format("{}/decided-because", extension_base)] = ruling.code;
      statement["context"]["extensions"][fmt::format("{}/first-verdict", extension_base)] = baseline()            ? "handed in"
                                                                                            : attempt_.practice() ? "ended"
                                                                                                                  : attempt_.verdict();
    }
    out_.push_back(statement);
    return statement["id"];
  }

  Statement deciders(const ledger::Ruling& ruling) const {
    return {{"objectType", "Group"}, {"member", Statement::array({agent(ruling.by[0]), agent(ruling.by[1])})}};
  }

  void add_evidence(Statement& result) const {
    if (attempt_.practice()) return;
    const base::Json::Array& evidence = attempt_.lines[last_entry()].at("ev").array();
    constexpr std::array<const char*, 5> words{"at-stake", "saved", "reachable", "out-of-reach", "lost"};
    if (evidence.size() != words.size()) return; // lines of older engine rules count otherwise
    for (std::size_t i = 0; i < words.size(); ++i)
      result["extensions"][fmt::format("{}/evidence-{}", extension_base, words[i])] = evidence[i].number();
  }

  std::optional<std::int64_t> cut() const {
    const base::Json* cut = attempt_.sum().find("cut"); // a test has one of its own
    if (!cut) cut = first().find("cut");
    return cut && cut->is_number() ? std::optional(cut->number()) : std::nullopt;
  }

  // Wall time from the first entry; an absurd clock gives no negative duration.
  std::int64_t elapsed(std::size_t entry) const { return std::max<std::int64_t>(0, (moment(entry) - moment(0)) / 1000); }
  std::int64_t moment(std::size_t entry) const {
    constexpr std::int64_t year_10000 = 253'402'300'800'000;
    return std::clamp<std::int64_t>(attempt_.lines[entry].at("at").number(), 0, year_10000 - 1);
  }

  std::size_t last_entry() const { return std::min(entry_, attempt_.lines.size() - 1); }

  const base::Json& first() const { return attempt_.first(); }
  const std::string& language() const { return first().at("lang").text(); }
  crypto::Hash registration() const {
    return crypto::sha256("firsthand-registration-1\n", records_.chain_id, "\n", first().at("who").text(), "\n", first().at("s").text(),
                          baseline() ? "\nbaseline" : "", attempt_.practice() ? "\npractice" : "");
  }
  Statement scenario_activity() const {
    return activity(fmt::format("{}/{}", activity_base, first().at("s").text()), "course", titles_.scenario, language());
  }
  Statement step_activity(const std::string& step) const {
    const auto title = titles_.steps.find(step);
    return activity(fmt::format("{}/{}/{}", activity_base, first().at("s").text(), step), "lesson",
                    title == titles_.steps.end() ? std::string() : title->second, language());
  }

  // The scenario is the parent of its steps, the course what the scenario belongs to.
  Statement activities(bool of_step) const {
    Statement all;
    if (of_step) all["parent"] = Statement::array({scenario_activity()});
    if (!titles_.course.empty())
      all["grouping"] = Statement::array({activity(fmt::format("{}/courses/{}", activity_base, titles_.course), "course", {}, {})});
    all["category"] =
        Statement::array({activity(fmt::format("{}/profile/{}", activity_base, first().at("doc").text()), "profile", {}, {})});
    return all;
  }

  Statement context(bool of_step, bool of_verdict) const {
    const base::Json& begin = first();
    Statement context{{"registration", uuid_of(registration())}, {"revision", begin.at("rules").text()}};
    // The program that it was made with: whoever sends it again later says the same.
    context["platform"] = fmt::format("Firsthand {}", begin.at("prog").text());
    if (!language().empty()) context["language"] = language();
    context["contextActivities"] = activities(of_step);
    context["extensions"] = {{fmt::format("{}/channel", extension_base), begin.at("ch").text()},
                             {fmt::format("{}/mode", extension_base), begin.at("mode").text()},
                             {fmt::format("{}/attempt", extension_base), attempt_.id},
                             {fmt::format("{}/counts", extension_base), attempt_.counts()}};
    if (const std::size_t parts = begin.at("parts").array().size(); parts > 1) // a pass is of this part, not of the course
      context["extensions"][fmt::format("{}/final-of-parts", extension_base)] = parts;
    if (records_.sessions.of_attempt(begin)) {
      context["extensions"][fmt::format("{}/supervised-session", extension_base)] = begin.at("sup").number();
      context["extensions"][fmt::format("{}/identity", extension_base)] = begin.at("identity").text();
    }
    if (of_verdict && cut()) context["extensions"][mastery_score] = static_cast<double>(std::clamp<std::int64_t>(*cut(), 0, full)) / full;
    return context;
  }

  Statement actor() const { return agent(first().at("who").text()); }
  Statement agent(const std::string& who) const {
    return {{"objectType", "Agent"},
            {"account",
             {{"homePage", fmt::format("https://firsthand.invalid/chains/{}", records_.chain_id)}, {"name", who.empty() ? "guest" : who}}}};
  }

  std::string say(const std::string& word, const Statement& object, const Statement& result) { return say(word, object, result, entry_); }
  std::string say(const std::string& word, const Statement& object, const Statement& result, std::size_t when) {
    Statement statement;
    // Of practice, and of the answers of a baseline, earlier versions said more under their ids: these say less, and are others.
    const char* said_less = attempt_.practice() ? "practice/" : baseline() && word == "answered" ? "baseline/" : "";
    const std::string what = fmt::format("{}{}:{}", said_less, word, role_++);
    statement["id"] = uuid_of(crypto::sha256(attempt_.hashes[entry_], what));
    statement["actor"] = actor();
    statement["verb"] = {{"id", adl_verb + word}, {"display", {{"en", word}}}};
    statement["object"] = object;
    if (!result.empty()) statement["result"] = result;
    statement["context"] = context(word == "experienced" || word == "answered", word == "passed" || word == "failed");
    statement["timestamp"] = base::iso_utc({moment(when)});
    out_.push_back(statement);
    return statement["id"];
  }

  const Records& records_;
  const session::Catalogue& kinds_;
  const AttemptRecord& attempt_;
  Titles titles_;
  Passes& passes_;
  std::vector<std::string> verdicts_; // ids of the statements that say what counts now
  std::int64_t points_ = 0;           // of the verdict
  std::vector<Statement> out_;
  std::map<std::string, Answers> answers_;
  std::map<std::string, std::string> step_kinds_;
  std::size_t entry_ = 0;
  int role_ = 0;
};

// An array, a statement a line. What is not UTF-8 was put into the database by hand, and is replaced.
base::Result<Told> write_statements(const Records& records, const session::Catalogue& kinds, const TitlesOf& titles, const Out& out) {
  Passes passes;
  Told told;
  const char* before = "[\n";
  FH_CHECK(records.attempts([&](const AttemptRecord& attempt) -> base::Result<void> {
    for (const Statement& statement : Telling(records, kinds, attempt, titles ? titles(attempt.first()) : Titles{}, passes).tell()) {
      out(before + statement.dump(-1, ' ', false, Statement::error_handler_t::replace));
      before = ",\n";
    }
    told.add(attempt);
    return {};
  }));
  out(*before == '[' ? "[]\n" : "\n]\n");
  return told;
}

} // namespace

std::vector<ExportFile> xapi_statements(const Records& records, const session::Catalogue& kinds, TitlesOf titles) {
  return {{"statements", ".json",
           [&records, &kinds, titles = std::move(titles)](const Out& out) { return write_statements(records, kinds, titles, out); }}};
}

} // namespace firsthand::report
