// verify: checks chain, commitments and database, and with --replay computes every attempt again. Changes nothing.
#include "tools/firsthand/command.h"
#include "tools/firsthand/doubts.h"
#include "tools/firsthand/reading.h"
#include "tools/firsthand/verify_code.h"

#include "engine/app/history.h"
#include "engine/ledger/session_act.h"
#include "engine/records/attempt_numbers.h"
#include "engine/records/attempt_rows.h"
#include "engine/records/sealed_pins.h"

#include <fmt/format.h>

#include <iostream>

namespace firsthand::tools {

namespace {

struct VerifyWords {
  bool replay = false, json = false;
  std::string code;
};

struct Difference {
  std::string attempt;
  int turn = 0; // -1: it could not be computed
  std::string what;
};

struct Replays {
  int attempts = 0;
  std::vector<Difference> differences;
  std::vector<std::string> other_rules; // made under other engine rules: cannot be expected to agree
};

// All that was found; `whole` says what may be said.
struct Verified {
  std::string chain;
  storage::ChainReport report;
  Doubts doubts;
  std::vector<std::string> numbers; // of attempts that are missing or there twice, a sentence each
  std::vector<std::string> rows;    // of the list of attempts that say something else than the lines, likewise
  records::SealedPins pins;
  std::optional<Replays> replays;

  bool unchanged() const { return report.whole() && numbers.empty() && rows.empty() && pins.faults.empty(); }
  bool good_as_far_as_known() const { return unchanged() && !doubts.may_be_short() && (!replays || replays->differences.empty()); }
};

base::Result<std::vector<std::string>> numbers_in(storage::Database& database) {
  FH_TRY(gaps, records::number_gaps(database));
  std::vector<std::string> sentences;
  for (const records::NumberGap& gap : gaps) {
    FH_TRY(person, database.person(gap.person));
    sentences.push_back(gap.message(person ? person->name : ""));
  }
  return sentences;
}

void replay(records::Store& store, content::ContentSnapshots& snapshots, const std::string& id, Replays& out) {
  ++out.attempts;
  const auto history = app::read_history(store, snapshots, id);
  if (!history.ok())
    out.differences.push_back({id, -1, history.error().message});
  else if (history->difference && history->pins.rules != session::engine_rules)
    out.other_rules.push_back(id);
  else if (history->difference)
    out.differences.push_back({id, history->difference->turn, history->difference->what});
}

// `second`: the same record, opened again. One attempt is held at a time, however long the record is.
base::Result<Replays> replay_all(Workbench& bench, storage::Database& database, storage::Database second) {
  const auto store = records::disk_store(std::move(second));
  content::ContentSnapshots snapshots(bench.content_library());
  Replays out;
  for (std::int64_t after = 0;;) {
    FH_TRY(next, database.attempt_begun_after(after));
    if (!next) return out;
    after = next->number;
    FH_TRY(entries, database.entries_of(next->id));
    const bool is_attempt = entries.empty() || !ledger::is_of_no_attempt(entries.front().entry.line);
    if (is_attempt) replay(*store, snapshots, next->id, out);
  }
}

// "Whole" is said only where nothing is in doubt.
void print_verdict(const Verified& found) {
  for (const std::string& sentence : found.pins.faults)
    std::cout << fmt::format("damaged: {}\n", sentence);
  for (const std::string& sentence : found.numbers)
    std::cout << fmt::format("missing: {}\n", sentence);
  for (const std::string& sentence : found.rows)
    std::cout << fmt::format("changed: {}\n", sentence);
  for (const std::string& sentence : found.pins.told)
    std::cout << sentence << "\n";
  for (const std::string& sentence : found.doubts.sentences())
    std::cout << sentence << "\n";
  if (!found.unchanged()) return;
  std::cout << (found.doubts.whole() ? "The record is whole: nothing was changed since it was sealed.\n"
                                     : "What is here was not changed since it was sealed.\n");
}

void print_words(const Verified& found) {
  const storage::ChainReport& report = found.report;
  for (const storage::Damage& damage : report.damages)
    std::cout << (damage.seq > 0 ? fmt::format("damaged: entry {} (attempt {}, turn {}): {}\n", damage.seq, damage.attempt, damage.turn,
                                               damage.message)
                                 : fmt::format("damaged: {}\n", damage.message));
  std::cout << fmt::format("{} entries, {} typed texts ({} erased), {} kept contents, head {}\n", report.entries, report.texts,
                           report.texts_erased, report.contents, report.head.hex());
  print_verdict(found);
  if (!found.replays) return;
  for (const Difference& difference : found.replays->differences)
    std::cout << (difference.turn < 0
                      ? fmt::format("differs: attempt {}: {}\n", difference.attempt, difference.what)
                      : fmt::format("differs: attempt {}, turn {}: {}\n", difference.attempt, difference.turn, difference.what));
  for (const std::string& id : found.replays->other_rules)
    std::cout << fmt::format("not comparable: attempt {} was made by another version of the rules of play\n", id);
  std::cout << fmt::format("{} attempts computed again, {} differ\n", found.replays->attempts, found.replays->differences.size());
}

base::Json damage_json(const storage::Damage& damage) {
  return base::Json::Object{{"entry", damage.seq}, {"attempt", damage.attempt}, {"turn", damage.turn}, {"message", damage.message}};
}

void print_json(const Verified& found) {
  const storage::ChainReport& report = found.report;
  const std::optional<Replays>& replays = found.replays;
  base::Json::Object line{{"chain", found.chain},  {"entries", report.entries},           {"head", report.head.hex()},
                          {"texts", report.texts}, {"texts-erased", report.texts_erased}, {"contents", report.contents}};
  base::Json::Array damages;
  for (const storage::Damage& damage : report.damages)
    damages.push_back(damage_json(damage));
  line["damages"] = std::move(damages);
  line["complete"] = word(found.doubts.gone_on.empty() ? found.doubts.completeness : storage::Completeness::newest_may_be_missing);
  line["earlier-copy"] = found.doubts.earlier ? "yes" : "no";
  line["pins"] = base::Json::Array(found.pins.told.begin(), found.pins.told.end());
  line["pin-faults"] = base::Json::Array(found.pins.faults.begin(), found.pins.faults.end());
  line["numbers"] = base::Json::Array(found.numbers.begin(), found.numbers.end());
  line["rows"] = base::Json::Array(found.rows.begin(), found.rows.end());
  if (replays) {
    base::Json::Array differences;
    for (const Difference& each : replays->differences)
      differences.push_back(base::Json::Object{{"attempt", each.attempt}, {"turn", each.turn}, {"message", each.what}});
    line["replayed"] = replays->attempts;
    line["differences"] = std::move(differences);
    line["not-comparable"] = base::Json::Array(replays->other_rules.begin(), replays->other_rules.end());
  }
  std::cout << base::Json(std::move(line)).line() << "\n";
}

base::Result<Verified> verify(storage::Database& database, const Request& request) {
  Verified found;
  found.chain = database.chain_id();
  FH_TRY(report, database.verify_chain());
  found.report = std::move(report);
  FH_TRY(doubts, doubts_about(database, request));
  found.doubts = std::move(doubts);
  FH_TRY(numbers, numbers_in(database));
  found.numbers = std::move(numbers);
  FH_TRY(rows, records::rows_that_differ(database));
  found.rows = std::move(rows);
  FH_TRY(pins, records::sealed_pins(database));
  found.pins = std::move(pins);
  return found;
}

int run_verify(const Request& request, const VerifyWords& words) {
  Workbench bench(request);
  auto database = open_for_reading(bench.services, data_of(request));
  if (!database.ok()) return tell(database.error());
  auto found = verify(*database, request);
  if (!found.ok()) return tell(found.error());
  if (words.replay) {
    auto second = open_for_reading(bench.services, data_of(request));
    if (!second.ok()) return tell(second.error());
    auto done = replay_all(bench, *database, std::move(second).value());
    if (!done.ok()) return tell(done.error());
    found->replays = std::move(done).value();
  }
  if (words.json)
    print_json(*found);
  else
    print_words(*found);
  return found->good_as_far_as_known() ? good : failure;
}

} // namespace

void add_verify(CLI::App& program, Request& request) {
  CLI::App* command = program.add_subcommand("verify", "checks that the record is as it was sealed; names the first damaged entry");
  auto words = std::make_shared<VerifyWords>();
  CLI::Option* code =
      command->add_option("--code", words->code, "whether a page with this code was made from the record, and what it says");
  code->type_name("CODE");
  CLI::Option* replay =
      command->add_flag("--replay", words->replay, "also computes every attempt again from its actions; names the first turn that differs");
  command->add_flag("--json", words->json, "one line of JSON");
  code->excludes(replay);
  add_data(*command, request, Need::optional);
  command->callback([&request, words, code] {
    const bool asked = code->count() > 0;
    request.run = [&request, words, asked] {
      return asked ? verify_code(request, words->code, words->json ? Form::json : Form::words) : run_verify(request, *words);
    };
  });
}

} // namespace firsthand::tools
