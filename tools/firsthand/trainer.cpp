// trainer: the trainer's PIN, and a new PIN for a person who forgot theirs, where no window can be used. PINs are read from
// the terminal without being shown, or from standard input, a line each; never from the command line, which others can see.
#include "tools/firsthand/asked_pin.h"
#include "tools/firsthand/command.h"

#include <fmt/format.h>

#include <iostream>

namespace firsthand::tools {

namespace {

struct TrainerWords {
  std::string act, person;
};

base::Result<std::string> new_pin(const std::string& whose) {
  FH_TRY(once, asked_pin(fmt::format("New PIN of {}: ", whose)));
  FH_TRY(again, asked_pin("Once more: "));
  if (once != again) return base::fail("pin-differs", "The two PINs differ. Nothing was changed.");
  return once;
}

base::Result<std::string> set_pin(app::DataFolder& data_folder) {
  FH_TRY(before, data_folder.has_trainer_pin());
  std::string old;
  if (before) {
    FH_TRY(typed, asked_pin("The trainer's PIN as it is: "));
    old = typed;
  }
  FH_TRY(wanted, new_pin("the trainer"));
  FH_CHECK(trainer_accepted(data_folder.set_trainer_pin(old, wanted)));
  return std::string(before ? "The trainer's PIN was changed." : "The trainer's PIN was set.");
}

base::Result<std::string> reset(app::DataFolder& data_folder, const std::string& name) {
  FH_TRY(person, data_folder.person_named(name));
  if (!person) return base::fail("person-unknown", fmt::format("There is nobody called {} in this data folder.", name));
  FH_TRY(trainer, asked_pin("The trainer's PIN: "));
  FH_TRY(wanted, new_pin(person->name));
  FH_CHECK(trainer_accepted(data_folder.reset_pin(person->id, trainer, wanted)));
  return fmt::format("{} has a new PIN, and is told so at the next sign-in.", person->name);
}

int run_trainer(const Request& request, const TrainerWords& words) {
  if (words.act == "reset" && words.person.empty()) {
    std::cerr << "firsthand: trainer reset needs the name of the person.\n";
    return wrong_usage;
  }
  Workbench bench(request);
  auto data_folder = app::DataFolder::open(bench.services, bench.content_library(), data_folder_options(request));
  if (!data_folder.ok()) return tell(data_folder.error());
  const auto done = words.act == "set" ? set_pin(**data_folder) : reset(**data_folder, words.person);
  if (!done.ok()) return tell(done.error());
  std::cout << *done << "\n";
  return good;
}

} // namespace

void add_trainer(CLI::App& program, Request& request) {
  CLI::App* command = program.add_subcommand("trainer", "sets the trainer's PIN, or gives a person who forgot theirs a new one");
  auto words = std::make_shared<TrainerWords>();
  command->add_option("ACT", words->act, "set or reset")->required()->check(CLI::IsMember({"set", "reset"}));
  command->add_option("NAME", words->person, "who gets a new PIN");
  add_data(*command, request, Need::required);
  command->callback([&request, words] { request.run = [&request, words] { return run_trainer(request, *words); }; });
}

} // namespace firsthand::tools
