// The completion table: a row an attempt, open ones too, each saying whether it may count.
#include "engine/report/records.h"
#include "engine/session/final_parts.h"
#include "engine/session/record.h"
#include "engine/session/sum.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

namespace firsthand::report {

namespace {

using Finals = std::map<std::string, session::FinalTally>; // by person and parts

struct Outcome {
  std::string verdict = "open";
  std::int64_t score = -1, turns = 0, scene_seconds = 0;
  const base::Json* evidence = nullptr; // of the newest line that says it
  const base::Json* end = nullptr;      // the line that ended it
};

void take_fact(const base::Json& fact, const base::Json& line, Outcome& outcome) {
  const std::string& kind = fact.at("k").text();
  outcome.scene_seconds = std::max(outcome.scene_seconds, fact.at("t").number());
  if (kind != "attempt-ended") return;
  outcome.verdict = fact.at("v").text();
  if (outcome.verdict != "closed") outcome.score = fact.at("a").number();
  outcome.end = &line;
}

Outcome outcome_of(const AttemptRecord& attempt) {
  Outcome outcome;
  for (const base::Json& line : attempt.lines) {
    if (line.at("k").text() == "turn") ++outcome.turns;
    if (const base::Json* evidence = line.find("ev")) outcome.evidence = evidence;
    for (const base::Json& fact : line.at("f").array())
      take_fact(fact, line, outcome);
  }
  return outcome;
}

// What the line that ended it says: see session/sum.h.
std::vector<Column> sum_columns() {
  return {{"points_won", "integer",
           "of a test: thousandths of points that were won, as the line that ended it was sealed; empty for a lesson, of practice, and in "
           "entries from before sums"},
          {"points_of", "integer", "thousandths of points that there were; empty likewise"},
          {"cut_per_mille", "integer", "of a test: how many of a thousand points pass; empty likewise"},
          {"guess_points", "integer", "of a test: thousandths of points that random answers would have won, on average; empty likewise"},
          {"dangers", "integer", "of a test: how many dangerous options were chosen; empty likewise"},
          {"competencies", "text", "of a test: questions that were wholly right, of those asked, for each competency; empty likewise"},
          {"critical_errors", "text",
           "ids of the rules that were broken of which one alone fails; empty: none, practice, or entries from before sums"},
          {"broken_rules", "text", "ids of all rules that were broken, without what only follows from another; empty likewise"}};
}

std::vector<Column> attempt_columns() {
  return {
      {"attempt", "text", "id of the attempt, random"},
      {"learner", "text", "id of the learner on this workstation; empty for a guest"},
      {"name", "text", "name of the learner as entered; empty for a guest or after erasure"},
      {"scenario", "text", "id of the scenario"},
      {"mode", "text", "practice or assessed"},
      {"channel", "text", "window, command-line or rehearsal; only window attempts can count"},
      {"counts", "integer",
       "1 if it may count, as practised or as passed: signed in, at the window, no branch, chance not fixed, and not decided to be void; "
       "else 0"},
      {"verdict", "text",
       "open, passed, failed or closed (ended without a verdict); of a baseline handed in, of practice ended: nobody passes or fails it"},
      {"score_per_mille", "integer",
       "0 to 1000; empty without a verdict, and of practice, as is all that tells how it went: of that only how often and how long is "
       "told"},
      {"started", "time", "UTC, ISO 8601"},
      {"finished", "time", "UTC, ISO 8601; empty while open"},
      {"turns", "integer", "actions accepted; empty of practice"},
      {"scene_seconds", "integer", "scene time at the last fact, in seconds; empty of practice"},
      {"evidence_saved", "integer",
       "value of the evidence that is saved, in the scenario's points: secured, or within reach and in somebody's custody at the end; "
       "empty of practice, and in attempts judged by engine rules 1 and 2, which did not ask who had it"},
      {"evidence_reachable", "integer", "value of the evidence that is within reach, but in nobody's custody; empty likewise"},
      {"evidence_out_of_reach", "integer", "value of the evidence that is sealed, so that a laboratory may still open it; empty likewise"},
      {"evidence_lost", "integer",
       "value of the evidence that is gone for good; empty of practice, and where entries are older than this count"},
  };
}

// What judged it, where it was done, and by whom.
std::vector<Column> standing_columns() {
  return {
      {"doctrine", "text", "id of the doctrine that judged"},
      {"edition", "text", "edition of the doctrine"},
      {"language", "text", "language at the beginning"},
      {"rules_hash", "text", "SHA-256 of the rules that were played, hex"},
      {"entry_hash", "text", "hash of the attempt's newest entry, hex; find it with `firsthand record`"},
      {"workstation", "text", "id of the computer that it was made on"},
      {"station", "text", "name of its station; empty if nobody named it"},
      {"room", "text", "its room"},
      {"number", "text", "its number in the room"},
      {"clock_stated", "integer", "1 if a person stated the date because the computer's clock could not be right; else 0"},
      {"started_local", "time",
       "local time with its offset from UTC, ISO 8601 to the minute: as the computer's zone was at that entry; of an entry from before "
       "offsets were recorded, as the zone of the computer that wrote this table is"},
      {"finished_local", "time", "the same for the end; empty while open"},
      {"minutes", "integer",
       "minutes at the keyboard, rounded: what lies between neighbouring entries of the attempt; gaps over 5 minutes are left out whole, "
       "and a clock that was set back took no time"},
      {"review", "text",
       "draft if nobody of the field has reviewed the lesson or the doctrine that judged, else who did; empty where that content is not "
       "kept"},
      {"service_number", "text",
       "of the learner in the list of people, as it is now; empty for who is not in it. A spreadsheet takes zeros away: read it as text"},
      {"rank", "text", "the learner's rank there, as it is now"},
      {"unit", "text", "the learner's unit there, as it is now"},
      {"role", "text",
       "of a test: baseline, final, delayed or practice, as it was decided when it began; \"not recorded\" in entries from before roles; "
       "empty for a lesson"},
      {"form", "text", "of a test: which of its forms, A, B …; empty where that was not recorded"},
      {"try", "integer", "of a final: 1 for the first, 2 for the one after a wait; else empty"},
      {"standing", "text",
       "what the attempt shows: practised (it may count and has a verdict), passed unsupervised (a final, not in a draft language, was "
       "passed; "
       "nobody vouches for who sat it), passed supervised (the same in a supervised session: see supervisor), part passed (of a final of "
       "several parts; the attempt with which all of them are, within their time, has the words of the whole), void (two people decided "
       "that it "
       "counts as nothing: see decided), or empty. Every verdict over "
       "draft questions is provisional: see review"}};
}

std::vector<Column> session_columns() {
  return {
      {"session", "integer", "number of the entry that opened the supervised session it was sat in; empty: in none"},
      {"supervisor", "text", "name of who supervised, as it is now; their id where it was erased"},
      {"session_room", "text", "the room, as the supervisor wrote it"},
      {"identity", "text",
       "how it was established who sat there, as it was pressed before the test: card (a card was compared), known (the supervisor knew "
       "the "
       "person) or pin (the PIN only)"},
      {"incidents", "text",
       "what the supervisor noted of this person in this attempt: helped, talked, device, left, power, in the order in which it was noted. "
       "It "
       "never changes the verdict"},
      {"session_end", "text",
       "closed; closed late (after the time that was said when it was opened); never closed (its newest entry says no end); handed in by "
       "closing where the closing handed this attempt in"},
      {"session_missing", "text",
       "names of those who were to sit in that session and sat nothing, as the closing says; empty: nobody, or it is not closed"}};
}

std::vector<Column> ruling_columns() {
  return {
      {"decided", "text",
       "what two people decided afterwards that the result counts as: passed, failed or void (nothing); the newest decision. Empty: nobody "
       "decided. The verdict stays the first one; the standing follows the decision"},
      {"decided_by", "text", "the names of the two, as they are now; their ids where they were erased"},
      {"decided_on", "time", "UTC, ISO 8601"},
      {"decided_because", "text",
       "why: person (somebody else sat there, or it is not known who), help, disturbed, computer (power, computer or program failed), "
       "question (a question was faulty), mistake (an earlier decision was wrong)"},
      {"decisions", "integer", "how many decisions there were; empty: none"}};
}

std::vector<Column> place_columns() {
  return {
      {"station_code", "text",
       "code of its station in the register of stations when the attempt began, as it was sealed; empty where its station was in none. A "
       "spreadsheet takes zeros away: read it as text"}};
}

std::vector<Column> completion_columns() {
  std::vector<Column> all = attempt_columns();
  for (std::vector<Column> more : {standing_columns(), sum_columns(), session_columns(), ruling_columns(), place_columns()})
    for (Column& column : more)
      all.push_back(std::move(column));
  return all;
}

// As the line that ended it says: points won, of how many, cut, guess, dangers.
std::array<Cell, 5> test_cells(const base::Json& sum) {
  if (!sum.find("won")) return {};
  return {sum.at("won").number(), sum.at("of").number(), sum.at("cut").number(), sum.at("guess").number(),
          static_cast<std::int64_t>(sum.at("dangers").array().size())};
}

std::string competencies_told(const base::Json& sum) {
  std::string all;
  for (const session::SumPart& part : session::sum_parts(sum))
    all += fmt::format("{}{} {}/{}", all.empty() ? "" : "; ", part.competency, part.right, part.of / session::sum_point);
  return all;
}

std::string in_a_row(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words)
    all += (all.empty() ? "" : " ") + word;
  return all;
}

// Who is not in the list of people has none.
storage::RosterRow listed_as(const Records& records, const std::string& person) {
  const auto found = records.roster.find(person);
  return found == records.roster.end() ? storage::RosterRow() : found->second;
}

// A record from before computers were named, or of a computer that is not in it, has none.
StationRecord station_of(const Records& records, const std::string& id) {
  for (const StationRecord& each : records.stations)
    if (each.id == id) return each;
  StationRecord unknown;
  unknown.id = id;
  return unknown;
}

bool clock_stated(const AttemptRecord& attempt) {
  return std::any_of(attempt.lines.begin(), attempt.lines.end(), [](const base::Json& line) { return line.find("clock") != nullptr; });
}

Cell time_cell(std::int64_t milliseconds) { return milliseconds < 0 ? Cell{} : Cell{base::iso_utc({milliseconds})}; }

// Where the line says it, by that; a line may have been made by anybody.
int offset_of(const base::Json& line, const TableForm& form) {
  constexpr int most = 18 * 60;
  const base::Json* sealed = line.find("off");
  if (sealed && sealed->is_number() && sealed->number() >= -most && sealed->number() <= most) return static_cast<int>(sealed->number());
  return form.offset ? form.offset(line.at("at").number() / 1000) : 0;
}

// 2026-11-25T06:30+07:00
Cell local_cell(const base::Json* line, const TableForm& form) {
  if (!line || line->at("at").number() < 0) return {};
  std::string text = base::iso_local({line->at("at").number()}, offset_of(*line, form));
  const std::size_t offset = text.size() - std::string_view("+07:00").size(), seconds = std::string_view(":00").size();
  return text.erase(offset - seconds, seconds);
}

// Saved, reachable, out of reach, lost: after what was at stake. Older lines tell but the last of these in the same sense.
std::array<Cell, 4> evidence_cells(const Outcome& outcome) {
  std::array<Cell, 4> cells;
  if (!outcome.evidence) return cells;
  const base::Json::Array& told = outcome.evidence->array();
  for (std::size_t i = 0; i < cells.size() && told.size() == cells.size() + 1; ++i)
    cells[i] = told[i + 1].number();
  if (told.size() == 3) cells.back() = told.back().number();
  return cells;
}

// How it went: all of it empty of practice.
struct Went {
  Cell score, turns, scene_seconds;
  std::array<Cell, 4> evidence;
  std::array<Cell, 5> test;
  std::string competencies, critical_errors, broken_rules;
};

Went went_of(const AttemptRecord& attempt, const Outcome& outcome) {
  if (attempt.practice()) return {};
  return {outcome.score < 0 ? Cell{} : Cell{outcome.score},
          outcome.turns,
          outcome.scene_seconds,
          evidence_cells(outcome),
          test_cells(attempt.sum()),
          competencies_told(attempt.sum()),
          in_a_row(session::broken_rules(attempt.sum(), "fatal")),
          in_a_row(session::broken_rules(attempt.sum(), ""))};
}

// A baseline is there to be compared with: what is sealed of it as a verdict says nothing of the person. How practice went is nobody
// else's.
std::string verdict_told(const AttemptRecord& attempt, const std::string& verdict) {
  const bool handed_in =
      verdict == session::ending_word(session::Ending::passed) || verdict == session::ending_word(session::Ending::failed);
  if (!handed_in) return verdict;
  return attempt.role() == "baseline" ? "handed in" : attempt.practice() ? "ended" : verdict;
}

// What a pass makes of the final of several parts that its first line tells of.
std::string part_standing(const AttemptRecord& attempt, const Outcome& outcome, bool supervised, Finals& finals) {
  const base::Json& first = attempt.first();
  const base::Json::Array& parts = first.at("parts").array();
  const auto own = std::find_if(parts.begin(), parts.end(), [&](const base::Json& each) { return each.text() == first.at("s").text(); });
  std::string which = first.at("who").text();
  for (const base::Json& each : parts)
    which += "\n" + each.text();
  const session::PartPassed pass{static_cast<std::size_t>(own - parts.begin()), {outcome.end->at("at").number()}, supervised};
  switch (finals[which].add(parts.size(), pass, static_cast<base::Seconds>(first.at("within").number()))) {
  case session::FinalTally::Brings::part:
    break;
  case session::FinalTally::Brings::unsupervised:
    return "passed unsupervised";
  case session::FinalTally::Brings::supervised:
    return "passed supervised";
  }
  return "part passed";
}

// By what counts: where two people decided, by that.
std::string standing_of(const Records& records, const AttemptRecord& attempt, const Outcome& outcome, Finals& finals) {
  const base::Json& first = attempt.first();
  const session::SupervisedSession* session = records.sessions.of_attempt(first);
  const std::string counts = session::counted(outcome.verdict, rulings_on(records, attempt));
  const bool passed = counts == session::ending_word(session::Ending::passed);
  if (!attempt.counts() || outcome.score < 0) return "";
  if (counts == ledger::counts_as::nothing) return "void";
  if (!passed || attempt.role() != "final" || !attempt.decides()) return "practised";
  if (first.at("parts").array().size() > 1) return part_standing(attempt, outcome, session != nullptr, finals);
  return session ? "passed supervised" : "passed unsupervised";
}

std::string name_or_id(const Records& records, const std::string& person) {
  const auto name = records.names.find(person);
  return name == records.names.end() ? person : name->second;
}

std::string session_end(const session::SupervisedSession& session, const std::string& attempt) {
  if (!session.closed) return "never closed";
  const bool by_closing = std::find(session.handed_in.begin(), session.handed_in.end(), attempt) != session.handed_in.end();
  return std::string(session.until < *session.closed ? "closed late" : "closed") + (by_closing ? ", handed in by closing" : "");
}

void add_session(const Records& records, const AttemptRecord& attempt, std::vector<Cell>& row) {
  const session::SupervisedSession* session = records.sessions.of_attempt(attempt.first());
  std::string incidents;
  if (session)
    for (const std::string& code : session->incidents_in(attempt.id))
      incidents += (incidents.empty() ? "" : " ") + code;
  row.push_back(session ? Cell{session->entry} : Cell{});
  row.push_back(session ? name_or_id(records, session->by) : std::string());
  row.push_back(session ? session->room : std::string());
  row.push_back(session ? attempt.first().at("identity").text() : std::string());
  row.push_back(std::move(incidents));
  row.push_back(session ? session_end(*session, attempt.id) : std::string());
  std::string missing;
  if (session)
    for (const std::string& person : session->missing)
      missing += (missing.empty() ? "" : ", ") + name_or_id(records, person);
  row.push_back(std::move(missing));
}

void add_rulings(const Records& records, const AttemptRecord& attempt, std::vector<Cell>& row) {
  const auto rulings = rulings_on(records, attempt);
  if (rulings.empty()) return row.insert(row.end(), ruling_columns().size(), Cell{}), void();
  const ledger::Ruling& newest = rulings.back().ruling;
  row.push_back(newest.to == ledger::counts_as::nothing ? newest.to : verdict_told(attempt, newest.to));
  row.push_back(name_or_id(records, newest.by[0]) + ", " + name_or_id(records, newest.by[1]));
  row.push_back(time_cell(newest.at.milliseconds));
  row.push_back(newest.code);
  row.push_back(static_cast<std::int64_t>(rulings.size()));
}

std::vector<Cell> row_of(const Records& records, const AttemptRecord& attempt, const TableForm& form, Finals& finals) {
  const base::Json& first = attempt.first();
  const Outcome outcome = outcome_of(attempt);
  const Went went = went_of(attempt, outcome);
  const auto name = records.names.find(first.at("who").text());
  const StationRecord station = station_of(records, first.at("ws").text());
  const storage::RosterRow listed = listed_as(records, first.at("who").text());
  std::vector<Cell> row{attempt.id,
                        first.at("who").text(),
                        name == records.names.end() ? std::string() : name->second,
                        first.at("s").text(),
                        first.at("mode").text(),
                        first.at("ch").text(),
                        std::int64_t{attempt.counts() && !is_void(records, attempt)},
                        verdict_told(attempt, outcome.verdict),
                        went.score,
                        time_cell(first.at("at").number()),
                        outcome.end ? time_cell(outcome.end->at("at").number()) : Cell{},
                        went.turns,
                        went.scene_seconds,
                        went.evidence[0],
                        went.evidence[1],
                        went.evidence[2],
                        went.evidence[3],
                        first.at("doc").text(),
                        first.at("ed").text(),
                        first.at("lang").text(),
                        first.at("rules").text(),
                        attempt.hashes.back().hex(),
                        station.id,
                        station.station,
                        station.room,
                        station.place,
                        std::int64_t{clock_stated(attempt)},
                        local_cell(&first, form),
                        local_cell(outcome.end, form),
                        attempt.minutes(),
                        form.titles ? form.titles(first).review : std::string(),
                        listed.number,
                        listed.rank,
                        listed.unit,
                        attempt.role(),
                        first.at("form").text(),
                        first.find("try") ? Cell{first.at("try").number()} : Cell{},
                        standing_of(records, attempt, outcome, finals),
                        went.test[0],
                        went.test[1],
                        went.test[2],
                        went.test[3],
                        went.test[4],
                        went.competencies,
                        went.critical_errors,
                        went.broken_rules};
  add_session(records, attempt, row);
  add_rulings(records, attempt, row);
  row.push_back(first.at("station-code").text());
  return row;
}

base::Result<Told> write_rows(const Records& records, const TableForm& form, const Out& out) {
  Table table(completion_columns(), form.separator, out);
  Told told;
  Finals finals;
  FH_CHECK(records.attempts([&](const AttemptRecord& attempt) -> base::Result<void> {
    table.add(row_of(records, attempt, form, finals));
    told.add(attempt);
    return {};
  }));
  return told;
}

} // namespace

std::vector<ExportFile> completion_table(const Records& records, const TableForm& form) {
  return {{"completion", ".csv", [&records, form](const Out& out) { return write_rows(records, form, out); }},
          {"completion-dictionary", ".csv", [form](const Out& out) -> base::Result<Told> {
             write_dictionary(completion_columns(), form.separator, out);
             return Told{};
           }}};
}

} // namespace firsthand::report
