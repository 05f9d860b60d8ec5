// drive: plays a scenario by lines of standard input. Says ok only once the action is on the disk. What it records is marked
// as coming from the command line for ever.
#include "tools/firsthand/command.h"
#include "tools/firsthand/driver.h"
#include "tools/firsthand/repeatable.h"

#include "engine/app/data_folder.h"
#include "engine/platform/ending.h"

#include <fmt/format.h>

#include <iostream>

namespace firsthand::tools {

namespace {

struct DriveWords {
  std::string scenario, learner, doctrine, mode = "practice", date, date_from;
  bool accept_earlier_copy = false;
  std::optional<std::string> reproducible;
};

base::Result<std::string> person_named(app::DataFolder& data_folder, const std::string& name) {
  FH_TRY(known, data_folder.person_named(name));
  if (known) return known->id;
  FH_TRY(added, data_folder.add_person(name, ""));
  return added.id;
}

// Whoever is asked at the window is asked here by an option; training goes on either way.
base::Result<void> settle_clock(app::DataFolder& data_folder, const DriveWords& words) {
  if (!data_folder.report().clock) return {};
  if (const auto stated = base::parse_local_start(words.date)) return data_folder.state_clock(stated->at, words.date_from);
  std::cerr << fmt::format("firsthand: the clock of this computer says {}, which cannot be right. Say what day it is with --date.\n",
                           base::iso_utc(data_folder.report().clock->says));
  return data_folder.leave_clock_in_doubt();
}

int play(app::DataFolder& data_folder, const content::ContentPtr& content, const app::BeginOptions& options, const std::string& scenario) {
  Driver driver(data_folder, content, scenario, options);
  for (std::string line; platform::next_line(line);)
    if (auto done = driver.line(line); !done.ok()) return tell(done.error());
  if (platform::end_asked()) return failure; // what comes now begins, or judges
  if (auto done = driver.start(); !done.ok()) return tell(done.error());
  std::cout << driver.summary() << std::endl;
  return driver.failed() ? failure : good;
}

int run_drive(const Request& request, const DriveWords& words) {
  const NamedScenario scenario = named_scenario(words.scenario);
  Workbench bench(request, scenario.root);
  std::optional<Repeatable> repeatable;
  if (words.reproducible) repeatable.emplace(*words.reproducible, 1000).serve(bench.services);
  auto content = bench.content_library().load(scenario.name, words.doctrine);
  if (!content.ok()) return tell(content.error());
  app::DataFolderOptions where = data_folder_options(request);
  if (repeatable) where.start.memory.clear();
  if (words.accept_earlier_copy) where.start.rolled_back = records::RolledBackRecord::accept;
  auto data_folder = app::DataFolder::open(bench.services, bench.content_library(), where);
  if (!data_folder.ok()) return tell(data_folder.error());
  if ((*data_folder)->report().cloned)
    std::cerr << "firsthand: this record was copied from another computer. It has a key of its own from here on.\n";
  if ((*data_folder)->report().newest_missing)
    std::cerr << "firsthand: the newest actions may be missing: the record was copied or cut off while in use. Look for firsthand.db-wal "
                 "beside the original.\n";
  if ((*data_folder)->report().synchronised)
    std::cerr << "firsthand: this data folder is synchronised with other computers. Two of them may then write one record.\n";
  if (const auto settled = settle_clock(**data_folder, words); !settled.ok()) return tell(settled.error());
  auto person = person_named(**data_folder, words.learner);
  if (!person.ok()) return tell(person.error());
  if (repeatable)
    if (const auto attempts = (*data_folder)->attempts(*person); attempts.ok() && !attempts->empty())
      repeatable->go_on_from(fmt::format("{} {} {}", attempts->size(), attempts->front().id, attempts->front().turn));
  app::BeginOptions options;
  options.person = *person;
  options.channel = session::Channel::command_line;
  options.doctrine = words.doctrine;
  options.mode = words.mode == "assessed" ? session::Mode::assessed : session::Mode::practice;
  options.language = content.value()->read().scenario.language;
  return play(**data_folder, *content, options, scenario.name);
}

} // namespace

void add_drive(CLI::App& program, Request& request) {
  CLI::App* command = program.add_subcommand("drive", "plays a scenario by lines of standard input, one action a line");
  auto words = std::make_shared<DriveWords>();
  command->add_option("SCENARIO", words->scenario, "an id, or the path of a scenario")->required();
  command->add_option("--learner", words->learner, "whose attempt it is; added if there is no such person")->required()->type_name("NAME");
  command->add_option("--doctrine", words->doctrine, "judges by this doctrine instead of the course's or the scenario's")->type_name("ID");
  command->add_option("--mode", words->mode, "practice or assessed (practice)")->check(CLI::IsMember({"practice", "assessed"}));
  command
      ->add_option("--reproducible", words->reproducible, "fixed clock, ids and keys made from WORD: the same input gives the same record")
      ->type_name("WORD");
  command->add_option("--date", words->date, "what day it is, where this computer's clock cannot be right: \"2026-11-24 09:00 +07:00\"")
      ->type_name("DATE")
      ->check([](const std::string& text) {
        return base::parse_local_start(text) ? std::string() : std::string("a date looks like \"2026-11-24 09:00 +07:00\"");
      });
  command->add_option("--date-from", words->date_from, "who says so")->type_name("NAME");
  command->add_flag("--accept-earlier-copy", words->accept_earlier_copy, "goes on with a record of which an earlier copy was put back");
  add_data(*command, request, Need::required);
  add_content(*command, request);
  command->footer("Lines: chance ENTITY.DRAW OUTCOME (first), do, task, wait, go on, expect …; see docs/commands.md.");
  command->callback([&request, words] { request.run = [&request, words] { return run_drive(request, *words); }; });
}

} // namespace firsthand::tools
