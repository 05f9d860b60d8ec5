// set-aside: puts a damaged or foreign record out of the way, on the user's word. Nothing is deleted.
#include "tools/firsthand/command.h"

#include "engine/platform/lock.h"
#include "engine/platform/paths.h"
#include "engine/storage/database.h"

#include <fmt/format.h>

#include <iostream>

namespace firsthand::tools {

namespace {

int run_set_aside(const Request& request) {
  const std::filesystem::path file = platform::database_path(data_of(request));
  if (!std::filesystem::exists(file)) return tell(base::fail("set-aside-missing", fmt::format("There is no {}.", platform::utf8_of(file))));
  const auto lock = platform::DataLock::take(data_of(request));
  if (!lock.ok()) return tell(lock.error());
  records::SystemClock clock;
  const auto aside = storage::set_aside(file, records::stamp_of(clock.now()));
  if (!aside.ok()) return tell(aside.error());
  std::cout << fmt::format("The record now stands in {}. The next start begins a new one.\n", platform::utf8_of(*aside));
  return good;
}

} // namespace

void add_set_aside(CLI::App& program, Request& request) {
  CLI::App* command = program.add_subcommand("set-aside", "renames a record that cannot be used; nothing is deleted");
  add_data(*command, request, Need::required);
  command->callback([&request] { request.run = [&request] { return run_set_aside(request); }; });
}

} // namespace firsthand::tools
