// verify: checks chain, commitments and database, and with --replay computes every attempt again. Changes nothing.
#include "tools/firsthand/command.h"
#include "tools/firsthand/reading.h"

#include "engine/app/history.h"

#include <fmt/format.h>

#include <iostream>
#include <set>

namespace firsthand::tools {

namespace {

struct VerifyWords {
  bool replay = false, json = false;
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

base::Result<std::vector<std::string>> attempts_in(storage::Database& database) {
  std::vector<std::string> in_order;
  std::set<std::string> known;
  FH_CHECK(database.all_entries([&](const storage::StoredEntry& entry) {
    if (known.insert(entry.attempt).second) in_order.push_back(entry.attempt);
    return storage::Visit::Continue;
  }));
  return in_order;
}

base::Result<Replays> replay_all(Workbench& bench, storage::Database database) {
  FH_TRY(attempts, attempts_in(database));
  const auto store = app::disk_store(std::move(database));
  app::Archive archive(bench.shelf());
  Replays out;
  for (const std::string& id : attempts) {
    ++out.attempts;
    const auto history = app::read_history(*store, archive, id);
    if (!history.ok())
      out.differences.push_back({id, -1, history.error().message});
    else if (history->difference && history->pins.rules != session::engine_rules)
      out.other_rules.push_back(id);
    else if (history->difference)
      out.differences.push_back({id, history->difference->turn, history->difference->what});
  }
  return out;
}

void print_words(const storage::ChainReport& report, const std::optional<Replays>& replays) {
  for (const storage::Damage& damage : report.damages)
    std::cout << (damage.seq > 0 ? fmt::format("damaged: entry {} (attempt {}, turn {}): {}\n", damage.seq, damage.attempt, damage.turn,
                                               damage.message)
                                 : fmt::format("damaged: {}\n", damage.message));
  std::cout << fmt::format("{} entries, {} typed texts ({} erased), {} kept contents, head {}\n", report.entries, report.texts,
                           report.texts_erased, report.contents, report.head.hex());
  if (report.whole()) std::cout << "The record is whole: nothing was changed since it was sealed.\n";
  if (!replays) return;
  for (const Difference& difference : replays->differences)
    std::cout << (difference.turn < 0
                      ? fmt::format("differs: attempt {}: {}\n", difference.attempt, difference.what)
                      : fmt::format("differs: attempt {}, turn {}: {}\n", difference.attempt, difference.turn, difference.what));
  for (const std::string& id : replays->other_rules)
    std::cout << fmt::format("not comparable: attempt {} was made by another version of the rules of play\n", id);
  std::cout << fmt::format("{} attempts computed again, {} differ\n", replays->attempts, replays->differences.size());
}

base::Json damage_json(const storage::Damage& damage) {
  return base::Json::Object{{"entry", damage.seq}, {"attempt", damage.attempt}, {"turn", damage.turn}, {"message", damage.message}};
}

void print_json(const std::string& chain, const storage::ChainReport& report, const std::optional<Replays>& replays) {
  base::Json::Object line{{"chain", chain},        {"entries", report.entries},           {"head", report.head.hex()},
                          {"texts", report.texts}, {"texts-erased", report.texts_erased}, {"contents", report.contents}};
  base::Json::Array damages;
  for (const storage::Damage& damage : report.damages)
    damages.push_back(damage_json(damage));
  line["damages"] = std::move(damages);
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

int run_verify(const Request& request, const VerifyWords& words) {
  Workbench bench(request);
  auto database = open_for_reading(bench.services, data_of(request));
  if (!database.ok()) return tell(database.error());
  const auto report = database->verify_chain();
  if (!report.ok()) return tell(report.error());
  const std::string chain = database->chain_id();
  std::optional<Replays> replays;
  if (words.replay) {
    auto done = replay_all(bench, std::move(database).value());
    if (!done.ok()) return tell(done.error());
    replays = std::move(done).value();
  }
  if (words.json)
    print_json(chain, *report, replays);
  else
    print_words(*report, replays);
  return report->whole() && (!replays || replays->differences.empty()) ? good : failure;
}

} // namespace

void add_verify(CLI::App& program, Request& request) {
  CLI::App* command = program.add_subcommand("verify", "checks that the record is as it was sealed; names the first damaged entry");
  auto words = std::make_shared<VerifyWords>();
  command->add_flag("--replay", words->replay, "also computes every attempt again from its actions; names the first turn that differs");
  command->add_flag("--json", words->json, "one line of JSON");
  add_data(*command, request, Need::optional);
  command->callback([&request, words] { request.run = [&request, words] { return run_verify(request, *words); }; });
}

} // namespace firsthand::tools
