// stations: the register of stations as a spreadsheet saved it, from which this computer's station is picked.
#include "tools/firsthand/command.h"
#include "tools/firsthand/table_file.h"

#include "engine/app/data_folder.h"

#include <fmt/format.h>

#include <iostream>

namespace firsthand::tools {

namespace {

struct StationsWords {
  std::string table;
  int width = -1;
  bool dry_run = false;
};

// Nothing: what is wrong was told.
std::optional<app::StationRegister> register_planned(const base::TableText& table, const app::StationRegister& known,
                                                     const StationsWords& words) {
  const std::optional<int> width = words.width >= 0 ? std::optional(words.width) : known.width;
  app::StationPlan plan = app::plan_stations(table, known, width, app::ListAsker::command);
  tell_notes(plan.notes, words.table);
  if (!plan.faults.empty()) return tell_faults(plan.faults, words.table), std::nullopt;
  for (const app::ListChange& each : plan.changes)
    std::cout << each.line() << "\n";
  std::cout << fmt::format("{} new, {} changed, {} as they were, {} gone\n", plan.fresh, plan.changed, plan.same, plan.gone);
  return std::move(plan.wanted);
}

int run_stations(const Request& request, const StationsWords& words) {
  const auto table = table_in(words.table);
  if (!table) return failure;
  Workbench bench(request);
  auto folder = app::DataFolder::open(bench.services, bench.content_library(), data_folder_options(request));
  if (!folder.ok()) return tell(folder.error());
  const auto known = (*folder)->stations();
  if (!known.ok()) return tell(known.error());
  const auto wanted = register_planned(*table, *known, words);
  if (!wanted || words.dry_run) {
    (wanted ? std::cout : std::cerr) << (wanted ? "Nothing was written: --dry-run.\n" : "firsthand: Nothing was written.\n");
    return wanted ? good : failure;
  }
  const auto done = (*folder)->take_stations(*wanted);
  return done.ok() ? good : tell(done.error());
}

} // namespace

void add_stations(CLI::App& program, Request& request) {
  CLI::App* command = program.add_subcommand("stations", "takes in the register of stations: code, name, unit, telephone, computers");
  auto words = std::make_shared<StationsWords>();
  command->add_option("TABLE", words->table, "the table")->required();
  command->add_flag("--dry-run", words->dry_run, "says what would change and does not take it in");
  command->add_option("--width", words->width, "digits that every code has, zeros at the front included; 0: they differ; remembered")
      ->check(CLI::Range(0, 20));
  add_data(*command, request, Need::required);
  command->callback([&request, words] { request.run = [&request, words] { return run_stations(request, *words); }; });
}

} // namespace firsthand::tools
