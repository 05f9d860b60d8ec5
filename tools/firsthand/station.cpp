// enrol, station, seal-image: which computer this is. For whoever sets up many of them.
#include "tools/firsthand/command.h"
#include "tools/firsthand/doubts.h"
#include "tools/firsthand/reading.h"

#include "engine/app/data_folder.h"
#include "engine/platform/paths.h"
#include "engine/records/sealed_pins.h"

#include <fmt/format.h>

#include <iostream>

namespace firsthand::tools {

namespace {

int run_enrol(const Request& request, const app::StationName& name) {
  Workbench bench(request);
  auto data_folder = app::DataFolder::open(bench.services, bench.content_library(), data_folder_options(request));
  if (!data_folder.ok()) return tell(data_folder.error());
  if (const auto done = (*data_folder)->enrol(name); !done.ok()) return tell(done.error());
  const auto now = (*data_folder)->store().workstation();
  if (!now.ok()) return tell(now.error());
  const auto named = (*data_folder)->station();
  if (!named.ok()) return tell(named.error());
  std::cout << fmt::format("This computer is {}. Its id is {}.\n", app::words_of(*named), now->id);
  return good;
}

int run_station(const Request& request) {
  Workbench bench(request);
  auto database = open_for_reading(bench.services, data_of(request));
  if (!database.ok()) return tell(database.error());
  const auto all = database->workstations();
  if (!all.ok()) return tell(all.error());
  for (const storage::Workstation& each : *all) {
    const app::StationName name{each.station, each.room, each.place};
    std::cout << fmt::format("{} {} from entry {} on, {}: {}\n", base::iso_utc(each.since).substr(0, 10), each.id, each.after_entry + 1,
                             each.origin, name.named() ? app::words_of(name) : "not named");
  }
  const auto incidents = database->incidents();
  if (!incidents.ok()) return tell(incidents.error());
  for (const storage::Incident& each : *incidents)
    std::cout << fmt::format("{} {} {}\n", base::iso_utc(each.at), each.kind, each.detail);
  const auto pins = records::sealed_pins(*database);
  if (!pins.ok()) return tell(pins.error());
  for (const auto* sentences : {&pins->told, &pins->faults})
    for (const std::string& sentence : *sentences)
      std::cout << sentence << "\n";
  const auto doubts = doubts_about(*database, request);
  if (!doubts.ok()) return tell(doubts.error());
  for (const std::string& sentence : doubts->sentences())
    std::cout << sentence << "\n";
  return good;
}

// Opened without a start: the master is no machine's own.
int run_seal_image(const Request& request, const app::StationName& typed) {
  Workbench bench(request);
  const std::filesystem::path data = data_of(request);
  const auto lock = platform::DataLock::take(data);
  if (!lock.ok()) return tell(lock.error());
  storage::Options how;
  how.entropy = bench.services.entropy;
  how.now = bench.services.clock->now();
  how.stamp = records::stamp_of(how.now);
  auto database = storage::Database::open(platform::database_path(data), how);
  if (!database.ok()) return tell(database.error());
  const auto sealed = app::seal_master(*database, typed, how.now);
  if (!sealed.ok()) return tell(sealed.error());
  std::cout << fmt::format(
      "{} is ready to be copied{}. Do not open it here again: whoever opens a copy first gives that copy its own chain "
      "and key.\n",
      platform::utf8_of(data), sealed->named() ? ", for " + app::words_of(*sealed) : "");
  return good;
}

} // namespace

void add_enrol(CLI::App& program, Request& request) {
  CLI::App* command = program.add_subcommand("enrol", "names this computer and gives it a key of its own");
  auto name = std::make_shared<app::StationName>();
  command->add_option("--station", name->station, "the station")->required()->type_name("NAME");
  command->add_option("--room", name->room, "the room")->type_name("NAME");
  command->add_option("--number", name->place, "the computer's number in the room")->type_name("NAME");
  add_data(*command, request, Need::required);
  command->callback([&request, name] { request.run = [&request, name] { return run_enrol(request, *name); }; });
}

void add_station(CLI::App& program, Request& request) {
  CLI::App* command = program.add_subcommand("station", "tells which computer a record belongs to, and what happened to it");
  add_data(*command, request, Need::optional);
  command->callback([&request] { request.run = [&request] { return run_station(request); }; });
}

void add_seal_image(CLI::App& program, Request& request) {
  CLI::App* command = program.add_subcommand("seal-image", "prepares a data folder without entries to be copied with a disk image");
  auto name = std::make_shared<app::StationName>();
  command->add_option("--station", name->station, "the station that every copy is for")->type_name("NAME");
  command->add_option("--room", name->room, "the room that every copy is for")->type_name("NAME");
  add_data(*command, request, Need::required);
  command->callback([&request, name] { request.run = [&request, name] { return run_seal_image(request, *name); }; });
}

} // namespace firsthand::tools
