// See facts.h.
#include "engine/certificate/facts.h"

#include "engine/certificate/code.h"
#include "engine/records/sealed_attempt.h"
#include "engine/session/code_words.h"
#include "engine/session/final_parts.h"
#include "engine/session/rulings.h"
#include "engine/session/supervised.h"

#include <fmt/format.h>

#include <algorithm>

namespace firsthand::certificate {

namespace {

constexpr int most_offset = 18 * 60; // minutes

base::Error none(const std::string& why) { return base::fail("certificate-none", "There is nothing to print: " + why); }

struct End {
  std::size_t line = 0;
  std::string verdict;
  int per_mille = 0;
};

std::optional<End> end_of(const report::AttemptRecord& attempt) {
  for (std::size_t i = 0; i < attempt.lines.size(); ++i)
    for (const base::Json& fact : attempt.lines[i].at("f").array())
      if (fact.at("k").text() == "attempt-ended") return End{i, fact.at("v").text(), static_cast<int>(fact.at("a").number())};
  return std::nullopt;
}

session::Ending ending_of(const std::optional<End>& end) {
  if (!end) return session::Ending::open;
  for (const session::Ending ending : {session::Ending::passed, session::Ending::failed})
    if (end->verdict == session::ending_word(ending)) return ending;
  return session::Ending::closed;
}

void add_first_line(Facts& facts, const base::Json& first) {
  facts.person = first.at("who").text(), facts.lesson = first.at("s").text();
  facts.station = first.at("station").text(),
  facts.supervision = first.at("sup").is_number() ? std::to_string(first.at("sup").number()) : first.at("sup").text();
  facts.role = first.at("role").text(), facts.form = first.at("form").text();
  facts.nth_attempt = static_cast<int>(first.at("n").number()), facts.nth_try = static_cast<int>(first.at("try").number());
  if (const base::Json* cut = first.find("cut"); cut && cut->is_number()) facts.cut = static_cast<int>(cut->number());
  facts.begun = {first.at("at").number()};
  facts.doctrine = first.at("doc").text(), facts.edition = first.at("ed").text(), facts.rules = first.at("rules").text();
  facts.program = first.at("prog").text(), facts.engine_rules = static_cast<int>(first.at("eng").number());
  facts.language = first.at("lang").text(), facts.kept = first.at("kept").text();
}

// What each answer was worth, as it was told at the hand-in; of several the last.
void add_worth(Facts& facts, const base::Json& line) {
  for (const base::Json& fact : line.at("f").array()) {
    if (fact.at("n").text() != session::item_worth) continue;
    const std::string& item = fact.at("e").text();
    std::erase_if(facts.worth, [&](const auto& each) { return each.first == item; });
    facts.worth.emplace_back(item, static_cast<int>(fact.at("a").number()));
  }
}

std::optional<int> offset_of(const base::Json& line) {
  const std::int64_t offset = line.at("off").number();
  if (!line.find("off") || offset < -most_offset || offset > most_offset) return std::nullopt;
  return static_cast<int>(offset);
}

void add_lines(Facts& facts, const report::AttemptRecord& attempt, const End& end) {
  add_first_line(facts, attempt.first());
  for (const base::Json& line : attempt.lines) {
    add_worth(facts, line);
    facts.clock_stated = facts.clock_stated || line.find("clock") != nullptr;
  }
  facts.asked = static_cast<int>(facts.worth.size());
  facts.right =
      static_cast<int>(std::count_if(facts.worth.begin(), facts.worth.end(), [](const auto& each) { return each.second == 1000; }));
  const base::Json& last = attempt.lines[end.line];
  const base::Json& sum = last.at(session::sum_key);
  facts.parts = session::sum_parts(sum);
  if (const base::Json* cut = sum.find("cut")) facts.cut = static_cast<int>(cut->number());
  facts.ended = {last.at("at").number()};
  if (const auto offset = offset_of(last)) facts.offset_minutes = *offset, facts.offset_known = true;
  facts.per_mille = end.per_mille, facts.minutes = attempt.minutes();
  facts.end = attempt.hashes[end.line], facts.code = code_of(facts.end);
}

// Those that hold of this attempt, each entry by its own hash.
base::Result<std::vector<ledger::SealedRuling>> sealed_rulings(records::Store& store, const report::AttemptRecord& attempt) {
  FH_TRY(entries, store.entries_of(std::string(ledger::ruling_place)));
  session::Rulings rulings;
  for (const storage::StoredEntry& each : entries) {
    auto ruling = ledger::parse_ruling(each.entry.line);
    if (!ruling || ledger::seal(each.entry.previous, each.entry.line).hash != each.entry.hash)
      return base::fail("record-damaged", fmt::format("Entry {} is not as it was sealed. Run `firsthand verify`.", each.seq));
    rulings.all.push_back({each.seq, std::move(*ruling)});
  }
  return rulings.on(attempt.id, attempt.first().at("who").text(), attempt.verdict());
}

std::string name_in(const std::vector<storage::Person>& people, const std::string& id) {
  const auto found = std::find_if(people.begin(), people.end(), [&id](const storage::Person& each) { return each.id == id; });
  return found == people.end() ? std::string() : found->name;
}

// Also of an attempt of which there is no page: whoever has one from before is told by whom it was decided, and when.
base::Result<std::optional<DecidedFact>> decided_fact(records::Store& store, const std::vector<ledger::SealedRuling>& rulings) {
  if (rulings.empty()) return std::optional<DecidedFact>();
  FH_TRY(people, store.people());
  const ledger::Ruling& newest = rulings.back().ruling;
  DecidedFact fact{name_in(people, newest.by[0]), name_in(people, newest.by[1]), newest.code, rulings.front().ruling.from, newest.at};
  fact.decisions = static_cast<int>(rulings.size());
  if (rulings.size() > 1) fact.earlier = rulings.end()[-2].ruling.to, fact.earlier_at = rulings.end()[-2].ruling.at;
  return std::optional(std::move(fact));
}

session::Ending ending_after(const std::vector<ledger::SealedRuling>& rulings, session::Ending first) {
  for (const session::Ending ending : {session::Ending::passed, session::Ending::failed})
    if (!rulings.empty() && rulings.back().ruling.to == session::ending_word(ending)) return ending;
  return first;
}

base::Error decided_away(const DecidedFact& decided, const ledger::SealedRuling& ruling) {
  const auto called = [](const std::string& name) { return name.empty() ? std::string("somebody who was erased") : name; };
  return none(fmt::format("on {} {} and {} decided that this result is {} (entry {}). Why: {}. The first verdict was: {}. A page that was "
                          "written before does not hold any more.",
                          base::iso_utc(decided.at).substr(0, 10), called(decided.first), called(decided.second),
                          session::counted_english(ruling.ruling.to), ruling.seq, session::ruling_english(decided.code),
                          session::counted_english(decided.verdict)));
}

// The first one that was handed in: who was told its result, or asked the same again, is no longer before the lessons.
base::Result<void> add_before(Facts& facts, records::Store& store) {
  FH_TRY(rows, store.attempts_of(facts.person)); // newest first
  for (auto row = rows.rbegin(); row != rows.rend() && !facts.before; ++row) {
    if (row->scenario != facts.lesson || row->mode != session::mode_word(session::Mode::assessed)) continue;
    FH_TRY(attempt, records::sealed_attempt(store, row->id));
    const std::optional<End> end = end_of(attempt);
    if (!end || !attempt.decides() || attempt.first().at("role").text() != "baseline") continue;
    FH_TRY(rulings, sealed_rulings(store, attempt));
    if (session::counted(end->verdict, rulings) == ledger::counts_as::nothing) continue;
    if (const session::Ending ending = ending_of(end); ending == session::Ending::closed) continue;
    const base::Json& last = attempt.lines[end->line];
    const BeforeFact before{end->per_mille, {last.at("at").number()}, offset_of(last).value_or(0)};
    if (before.ended < facts.begun) facts.before = before;
  }
  return {};
}

// A pass of a part of this final, as it is sealed; nothing: it is none.
std::optional<session::PartPassed> part_passed(const report::AttemptRecord& attempt, const base::Json::Array& parts,
                                               const session::SupervisedSessions& sessions, session::Ending counts_as) {
  const base::Json& first = attempt.first();
  const auto part = std::find_if(parts.begin(), parts.end(), [&](const base::Json& each) { return each.text() == first.at("s").text(); });
  const std::optional<End> end = end_of(attempt);
  const bool decides = first.at("role").text() == "final" && attempt.decides();
  if (part == parts.end() || !decides || !end || counts_as != session::Ending::passed) return std::nullopt;
  return session::PartPassed{
      static_cast<std::size_t>(part - parts.begin()), {attempt.lines[end->line].at("at").number()}, sessions.of_attempt(first) != nullptr};
}

// Entries of sessions, each by its own hash, as the attempt's.
base::Result<session::SupervisedSessions> sealed_sessions(records::Store& store) {
  FH_TRY(entries, store.entries_of(std::string(ledger::session_place)));
  std::vector<ledger::SealedSessionAct> acts;
  for (const storage::StoredEntry& each : entries) {
    auto act = ledger::parse_session_act(each.entry.line);
    if (!act || ledger::seal(each.entry.previous, each.entry.line).hash != each.entry.hash)
      return base::fail("record-damaged", fmt::format("Entry {} is not as it was sealed. Run `firsthand verify`.", each.seq));
    acts.push_back({each.seq, std::move(*act)});
  }
  return session::sessions_of(acts);
}

base::Result<void> add_session(Facts& facts, records::Store& store, const base::Json& first) {
  FH_TRY(known, sealed_sessions(store));
  const session::SupervisedSession* session = known.of_attempt(first);
  if (!session) return {};
  if (!session->closed) return none("the supervised session in which this was sat is not closed yet. The supervisor closes it first.");
  FH_TRY(people, store.people());
  SupervisedFact fact{{}, session->room, first.at("identity").text(), session->incidents_in(facts.attempt)};
  for (const storage::Person& each : people)
    if (each.id == session->by) fact.supervisor = each.name;
  facts.session = std::move(fact);
  return {};
}

// A final of several parts is passed by all of them: without the others there is nothing to print of one.
base::Result<void> add_parts(Facts& facts, records::Store& store, const base::Json& first) {
  const base::Json::Array& parts = first.at("parts").array();
  if (facts.role != "final" || parts.size() < 2) return {};
  FH_TRY(sessions, sealed_sessions(store));
  FH_TRY(rows, store.attempts_of(facts.person));
  std::vector<session::PartPassed> passes;
  std::vector<std::optional<PartFact>> told(parts.size());
  for (const storage::Attempt& row : rows) { // newest first
    const bool is_part = std::any_of(parts.begin(), parts.end(), [&](const base::Json& each) { return each.text() == row.scenario; });
    if (!is_part || row.state == storage::AttemptState::open) continue;
    FH_TRY(attempt, records::sealed_attempt(store, row.id));
    FH_TRY(rulings, sealed_rulings(store, attempt));
    const auto pass = part_passed(attempt, parts, sessions, ending_after(rulings, ending_of(end_of(attempt))));
    if (!pass) continue;
    passes.push_back(*pass);
    if (!told[pass->part]) told[pass->part] = PartFact{row.title, pass->at};
  }
  const auto whole = session::final_passed(parts.size(), std::move(passes), static_cast<base::Seconds>(first.at("within").number()));
  if (!whole) return none("this is one part of a final, and not all of its parts were passed within their time.");
  facts.final_supervised = whole->supervised;
  for (std::optional<PartFact>& each : told)
    facts.final_parts.push_back(std::move(*each));
  return {};
}

base::Result<void> add_person(Facts& facts, records::Store& store) {
  FH_TRY(people, store.people());
  for (const storage::Person& each : people)
    if (each.id == facts.person) facts.name = each.name;
  if (facts.name.empty()) return none("whoever made this attempt has been erased.");
  FH_TRY(rows, store.roster());
  for (const storage::RosterRow& row : rows)
    if (row.person == facts.person) facts.number = row.number, facts.rank = row.rank, facts.unit = row.unit;
  return {};
}

} // namespace

base::Result<Standing> standing_of(const session::Pins& pins, std::string_view role, session::Ending ending) {
  const bool counts = session::counts({.signed_in = !pins.person.empty(),
                                       .branch = !pins.parent.empty(),
                                       .chance_fixed = !pins.start.chance.empty(),
                                       .warm_up = session::is_told_nowhere(pins.variant),
                                       .channel = pins.channel});
  if (!counts)
    return none("this attempt does not count. What counts is done at the window by somebody who is signed in, from the beginning.");
  if (ending == session::Ending::open) return none("this attempt has not ended.");
  if (ending == session::Ending::closed) return none("this attempt ended without a verdict.");
  if (role == "baseline") return none("this attempt was a baseline, of which nobody is told more than that it was handed in.");
  if (pins.start.mode != session::Mode::assessed || role == "practice") return Standing::practised;
  if (ending == session::Ending::failed) return none("this attempt was not passed.");
  return Standing::passed;
}

base::Result<Facts> recorded_facts(records::Store& store, const std::string& id) {
  FH_TRY(attempt, records::sealed_attempt(store, id));
  const std::optional<End> end = end_of(attempt);
  FH_TRY(pins, session::pins_from(attempt.first()));
  FH_TRY(rulings, sealed_rulings(store, attempt));
  FH_TRY(decided, decided_fact(store, rulings));
  if (decided && rulings.back().ruling.to != ledger::counts_as::passed) return decided_away(*decided, rulings.back());
  FH_TRY(standing, standing_of(pins, attempt.first().at("role").text(), ending_after(rulings, ending_of(end))));
  Facts facts;
  facts.standing = standing, facts.attempt = id, facts.decided = std::move(decided);
  add_lines(facts, attempt, *end);
  FH_CHECK(add_person(facts, store));
  FH_CHECK(add_session(facts, store, attempt.first()));
  FH_CHECK(add_parts(facts, store, attempt.first()));
  if (facts.role == "final" || facts.role == "delayed") FH_CHECK(add_before(facts, store));
  return facts;
}

base::Result<std::string> attempt_to_tell(records::Store& store, const std::string& person, const std::string& lesson) {
  FH_TRY(rows, store.attempts_of(person)); // newest first
  std::string practised;
  base::Error why = none("this person has no attempt at that lesson.");
  for (const storage::Attempt& row : rows) {
    if (row.scenario != lesson) continue;
    const auto facts = recorded_facts(store, row.id);
    if (facts.ok() && facts->standing == Standing::passed) return row.id;
    if (facts.ok() && practised.empty()) practised = row.id;
    if (!facts.ok()) why = facts.error();
  }
  if (practised.empty()) return why;
  return practised;
}

} // namespace firsthand::certificate
