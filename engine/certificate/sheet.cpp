// The words of a sheet.
#include "engine/certificate/sheet.h"

#include "engine/content/session_words.h"
#include "engine/ledger/ruling.h"

#include <fmt/format.h>

namespace firsthand::certificate {

namespace {

// One attempt and one language.
struct Wording {
  const Facts& facts;
  const content::Words& words;

  std::string tr(std::string_view source, const content::Fill& fill = {}) const { return words.tr("certificate", source, fill); }
  bool passed() const { return facts.standing == Standing::passed; }
  bool test() const { return facts.asked > 0; }
  bool supervised() const { return facts.session.has_value(); }
  std::string local(base::Moment at) const { return base::iso_local(at, facts.offset_minutes); } // 2026-11-22T14:02:11+07:00
  std::string day(base::Moment at) const { return words.day(local(at).substr(0, 10)); }
  std::string day_and_time(base::Moment at) const { return day(at) + " " + local(at).substr(11, 5); }
};

// Who vouches for it; whose name was erased is still somebody.
std::string supervisor_words(const Wording& w) {
  const std::string& name = w.facts.session->supervisor;
  return name.empty() ? w.tr("a supervisor whose name was erased") : name;
}

std::string percent(int per_mille) { return std::to_string(per_mille / 10) + " %"; }

std::string who_words(const Wording& w) {
  std::string all;
  const auto add = [&all](const std::string& part) {
    if (!part.empty()) all += (all.empty() ? "" : " · ") + part;
  };
  add(w.facts.rank);
  if (!w.facts.number.empty()) add(w.tr("service number {number}", {{"number", w.facts.number}}));
  add(w.facts.unit);
  return all;
}

// "Knowledge (2026-11-22), The yard (2026-11-30)"
std::string parts_words(const Wording& w) {
  std::string all;
  for (const PartFact& each : w.facts.final_parts)
    all += fmt::format("{}“{}” ({})", all.empty() ? "" : ", ", each.title, w.day(each.ended));
  return all;
}

std::string statement_words(const Wording& w) {
  const content::Fill fill{{"lesson", w.facts.lesson_title}, {"date", w.day(w.facts.ended)}};
  if (!w.passed()) return w.tr("practised “{lesson}”. The attempt ended on {date}.", fill);
  if (!w.facts.final_parts.empty()) return w.tr("passed the final of the course in all its parts: {parts}.", {{"parts", parts_words(w)}});
  if (w.facts.role == "final") return w.tr("passed “{lesson}”, the test at the end of the course, on {date}.", fill);
  if (w.facts.role == "delayed") return w.tr("passed “{lesson}”, the test some time after the course, on {date}.", fill);
  return w.tr("passed “{lesson}” on {date}.", fill);
}

std::string provisional_words(const Wording& w) {
  if (!w.passed()) return {};
  if (w.test() && w.facts.drafts == w.facts.asked) return w.tr("Provisional: nobody of the field has reviewed the questions.");
  if (w.facts.drafts > 0)
    return w.tr("Provisional: nobody of the field has reviewed {n} of the {of} questions.",
                {{"n", std::to_string(w.facts.drafts)}, {"of", std::to_string(w.facts.asked)}});
  return w.facts.draft_lesson ? w.tr("Provisional: nobody of the field has reviewed this lesson and its rules.") : std::string();
}

SheetCell minutes_cell(const Wording& w) {
  return {w.tr("At the keyboard"), w.words.plural("certificate", "{n} minute", "{n} minutes", w.facts.minutes), 3};
}

SheetCell before_cell(const Wording& w, const BeforeFact& before) {
  const std::string day = w.words.day(base::iso_local(before.ended, before.offset_minutes).substr(0, 10));
  return {w.tr("Baseline, {date}", {{"date", day}}), percent(before.per_mille), 4};
}

std::vector<SheetCell> cells_of(const Wording& w) {
  if (!w.passed())
    return {
        {w.tr("Result"), w.tr("Practised"), 3}, {w.tr("Number of this attempt"), std::to_string(w.facts.nth_attempt), 3}, minutes_cell(w)};
  const bool supervised = w.facts.final_parts.empty() ? w.supervised() : w.facts.final_supervised;
  std::vector<SheetCell> cells{{w.tr("Result"), supervised ? w.tr("Passed supervised") : w.tr("Passed unsupervised"), 7},
                               {w.tr("Score"), percent(w.facts.per_mille), 3}};
  if (w.facts.cut) cells.push_back({w.tr("Pass mark"), percent(*w.facts.cut), 3});
  if (w.facts.before) cells.push_back(before_cell(w, *w.facts.before));
  const content::Fill fill{{"n", std::to_string(w.facts.right)}, {"of", std::to_string(w.facts.asked)}};
  cells.push_back(w.test() ? SheetCell{w.tr("Questions wholly right"), w.tr("{n} of {of}", fill), 5} : minutes_cell(w));
  return cells;
}

std::string times_words(const Wording& w) {
  std::string text =
      w.tr("Begun {begun}, ended {ended}.", {{"begun", w.day_and_time(w.facts.begun)}, {"ended", w.day_and_time(w.facts.ended)}});
  const std::string zone = w.local(w.facts.ended).substr(19);
  text += " " + (w.facts.offset_known ? w.tr("Local time, UTC{zone}.", {{"zone", zone}}) : w.tr("The times are UTC."));
  if (!w.facts.form.empty()) text += " " + w.tr("Form {form}.", {{"form", w.facts.form}});
  if (w.facts.nth_try > 0) text += " " + w.tr("Try {n}.", {{"n", std::to_string(w.facts.nth_try)}});
  if (!w.facts.station.empty()) text += " " + w.tr("Computer: {station}.", {{"station", w.facts.station}});
  if (w.facts.clock_stated) text += " " + w.tr("A person stated the date, because the computer's clock could not be right.");
  return text;
}

std::string established_words(const Wording& w) {
  if (!w.supervised()) return w.tr("That anybody compared a card or knew the person is not recorded.");
  const content::Fill by{{"supervisor", supervisor_words(w)}};
  if (w.facts.session->identity == "card") return w.tr("Before it began {supervisor} compared a card with the person.", by);
  if (w.facts.session->identity == "known") return w.tr("{supervisor} knew the person.", by);
  return w.tr("By the PIN only: it is recorded that nobody compared a card.");
}

// Incidents stand beside the verdict, which they do not change.
std::string supervision_words(const Wording& w) {
  if (!w.supervised()) return w.tr("Unsupervised: nobody is recorded who watched over this attempt.");
  const SupervisedFact& session = *w.facts.session;
  std::string all = w.tr("Supervised by {supervisor} in {room}.", {{"supervisor", supervisor_words(w)}, {"room", session.room}});
  const std::string incidents = content::incident_list(w.words, session.incidents);
  if (!incidents.empty()) all += " " + w.tr("Noted by the supervisor: {incidents}.", {{"incidents", incidents}});
  return all;
}

// Of several decisions the one before the newest, and how many there were.
std::string decided_before_words(const Wording& w) {
  const DecidedFact& decided = *w.facts.decided;
  if (decided.earlier.empty()) return {};
  const content::Fill fill{{"date", w.day(decided.earlier_at)}, {"n", std::to_string(decided.decisions)}};
  if (decided.earlier == ledger::counts_as::nothing) return " " + w.tr("Decided before: void, {date} ({n} decisions in all).", fill);
  return " " + (decided.earlier == ledger::counts_as::passed ? w.tr("Decided before: passed, {date} ({n} decisions in all).", fill)
                                                             : w.tr("Decided before: not passed, {date} ({n} decisions in all).", fill));
}

// The first verdict stands beside it always.
std::string decided_words(const Wording& w) {
  const DecidedFact& decided = *w.facts.decided;
  const auto called = [&w](const std::string& name) { return name.empty() ? w.tr("somebody whose name was erased") : name; };
  const content::Fill fill{{"first", called(decided.first)},
                           {"second", called(decided.second)},
                           {"date", w.day(decided.at)},
                           {"why", content::ruling_words(w.words, decided.code)}};
  const std::string verdict = decided.verdict == session::ending_word(session::Ending::passed) ? w.tr("The first verdict was: passed.")
                                                                                               : w.tr("The first verdict was: not passed.");
  return verdict + " " + w.tr("{first} and {second} decided on {date} that it counts as passed. Why: {why}.", fill) +
         decided_before_words(w);
}

std::string identity_words(const Wording& w) {
  const std::string signed_in = w.facts.number.empty()
                                    ? w.tr("It was begun under this name by somebody who had signed in.")
                                    : w.tr("It was begun under this name and service number by somebody who had signed in.");
  return signed_in + " " + established_words(w);
}

std::vector<SheetSection> sections_of(const Wording& w) {
  std::vector<SheetSection> all{{w.tr("When and where"), times_words(w)},
                                {w.tr("How identity was established"), identity_words(w)},
                                {w.tr("How it was supervised"), supervision_words(w)}};
  if (w.facts.decided) all.push_back({w.tr("What was decided afterwards"), decided_words(w)});
  return all;
}

std::string limits_words(const Wording& w) {
  if (!w.passed()) return w.tr("In practice hints and further tries are open. It is no assessment, and nothing was passed by it.");
  const std::string what =
      w.test() ? w.tr("It shows answers to questions at a computer.") : w.tr("It shows decisions in a simulated scene.");
  return what + " " + w.tr("It does not show skill with real devices, fitness as an expert witness, or a power to search.");
}

std::string versions_words(const Wording& w) {
  const Facts& f = w.facts;
  return w.tr("Lesson {lesson}, rules {rules}. Doctrine {doctrine}, edition {edition}. Program {program}, rules of play {engine}. Language "
              "{language}.",
              {{"lesson", f.lesson},
               {"rules", f.rules.substr(0, 12)},
               {"doctrine", f.doctrine},
               {"edition", f.edition},
               {"program", f.program},
               {"engine", std::to_string(f.engine_rules)},
               {"language", f.language}}) +
         "\n" + w.tr("Attempt {attempt}", {{"attempt", f.attempt}}) + "\n" + w.tr("Entry {entry}", {{"entry", f.end.hex()}});
}

std::string code_in(std::string code, std::string_view between) {
  for (std::size_t at = code.find(' '); at != code.npos; at = code.find(' ', at + between.size()))
    code.replace(at, 1, between);
  return code;
}

} // namespace

Sheet sheet_of(const Facts& facts, const content::Words& words) {
  const Wording w{facts, words};
  Sheet sheet;
  sheet.language = words.language();
  if (!facts.course_title.empty()) sheet.course = words.tr("course", facts.course_title);
  sheet.title = w.passed() ? w.tr("Certificate") : w.tr("Result");
  sheet.lead = w.passed() ? w.tr("This certifies that") : w.tr("The record says that");
  sheet.name = facts.name, sheet.who = who_words(w), sheet.statement = statement_words(w);
  sheet.provisional = provisional_words(w), sheet.cells = cells_of(w);
  if (w.passed())
    sheet.competencies_heading = w.tr("Competencies (filled: a question wholly right)"), sheet.competencies = facts.competencies;
  sheet.sections = sections_of(w);
  sheet.limits = {w.tr("What this does not show"), limits_words(w)};
  sheet.code_label = w.tr("Code"), sheet.code = facts.code;
  sheet.check = w.tr("Whoever has the record finds the entry behind this page with this command:");
  sheet.command = "firsthand verify --code " + code_in(facts.code, "-");
  sheet.versions = versions_words(w);
  sheet.made = w.local(facts.ended);
  return sheet;
}

std::string file_name_of(const Facts& facts, std::string_view language) {
  const std::string day = base::iso_local(facts.ended, facts.offset_minutes).substr(0, 10);
  return fmt::format("{}-{}-{}-{}-{}.pdf", facts.standing == Standing::passed ? "certificate" : "result", facts.lesson, day,
                     code_in(facts.code, ""), language);
}

} // namespace firsthand::certificate
