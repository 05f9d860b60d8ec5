// record: prints what is durable. Reads beside a running program and changes nothing.
#include "tools/firsthand/command.h"
#include "tools/firsthand/reading.h"

#include "engine/app/history.h"
#include "engine/session/play.h"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>

namespace firsthand::tools {

namespace {

struct RecordWords {
  std::string attempt, as;
  bool all = false, json = false;
};

void print_entry(const storage::StoredEntry& entry, const RecordWords& words) {
  if (words.json)
    std::cout << entry.entry.line << "\n";
  else if (entry.kind == "turn")
    std::cout << fmt::format("{} {}{}\n", entry.turn, entry.entry.hash.hex(), words.all ? " " + entry.attempt : "");
}

int print_all(storage::Database& database, const RecordWords& words) {
  const auto read = database.all_entries([&](const storage::StoredEntry& entry) {
    print_entry(entry, words);
    return storage::Visit::go_on;
  });
  return read.ok() ? good : tell(read.error());
}

base::Result<std::string> chosen_attempt(storage::Database& database, const std::string& id) {
  if (!id.empty()) {
    FH_TRY(named, database.attempt(id));
    if (named) return id;
    return base::fail("attempt-unknown", fmt::format("There is no attempt {} in this data folder.", id));
  }
  FH_TRY(newest, database.newest_attempt({}));
  if (newest) return newest->id;
  return base::fail("attempt-unknown", "There is no attempt in this data folder yet.");
}

int print_entries(storage::Database& database, const std::string& attempt, const RecordWords& words) {
  const auto entries = database.entries_of(attempt);
  if (!entries.ok()) return tell(entries.error());
  for (const storage::StoredEntry& entry : *entries)
    print_entry(entry, words);
  return good;
}

// What chance gave is fixed, so that the play goes the same way in another data folder.
std::vector<simulation::FixedDraw> draws_as_drawn(const app::History& history) {
  std::vector<simulation::FixedDraw> fixed_draws = history.pins.start.chance;
  const session::Prepared& prepared = history.content->prepared();
  for (const app::Turn& turn : history.turns)
    for (const model::Fact& fact : turn.facts) {
      if (fact.kind != model::FactKind::drawn) continue;
      const simulation::FixedDraw fixed{prepared.symbols.word(fact.entity) + "." + prepared.symbols.word(fact.name),
                                        prepared.symbols.word(fact.to)};
      const bool known =
          std::any_of(fixed_draws.begin(), fixed_draws.end(), [&](const simulation::FixedDraw& each) { return each.draw == fixed.draw; });
      if (!known && !session::unknown_fixed_draw(prepared, {fixed})) fixed_draws.push_back(fixed);
    }
  return fixed_draws;
}

int print_play(Workbench& bench, storage::Database database, const std::string& attempt) {
  const auto store = records::disk_store(std::move(database));
  content::ContentSnapshots snapshots(bench.content_library());
  const auto history = app::read_history(*store, snapshots, attempt);
  if (!history.ok()) return tell(history.error());
  std::vector<session::Action> actions;
  for (const app::Turn& turn : history->turns)
    if (turn.action) actions.push_back(*turn.action);
  std::cout << session::play_text(history->content->prepared(), draws_as_drawn(*history), actions);
  return good;
}

int run_record(const Request& request, const RecordWords& words) {
  Workbench bench(request);
  auto database = open_for_reading(bench.services, data_of(request));
  if (!database.ok()) return tell(database.error());
  if (words.all) return print_all(*database, words);
  const auto attempt = chosen_attempt(*database, words.attempt);
  if (!attempt.ok()) return tell(attempt.error());
  if (words.as == "play") return print_play(bench, std::move(database).value(), *attempt);
  return print_entries(*database, *attempt, words);
}

} // namespace

base::Result<storage::Database> open_for_reading(const records::Services& services, const std::filesystem::path& data) {
  storage::Options options;
  options.now = services.clock->now();
  options.mode = storage::OpenMode::read_only;
  options.quick_check = storage::QuickCheck::skip;
  options.busy_milliseconds = 2000; // a writer beside us is quick
  return storage::Database::open(platform::database_path(data), options);
}

void add_record(CLI::App& program, Request& request) {
  CLI::App* command = program.add_subcommand("record", "prints TURN HASH for every durable action of the newest attempt");
  auto words = std::make_shared<RecordWords>();
  CLI::Option* attempt = command->add_option("--attempt", words->attempt, "of this attempt")->type_name("ID");
  CLI::Option* all = command->add_flag("--all", words->all, "of all attempts, in the order of the chain; a third word names the attempt");
  CLI::Option* json = command->add_flag("--json", words->json, "all entries, each as the line that was sealed");
  CLI::Option* as = command->add_option("--as", words->as, "play: prints a play that does the same")->check(CLI::IsMember({"play"}));
  attempt->excludes(all);
  as->excludes(all)->excludes(json);
  add_data(*command, request, Need::required);
  add_content(*command, request);
  command->callback([&request, words] { request.run = [&request, words] { return run_record(request, *words); }; });
}

} // namespace firsthand::tools
