// roster: the list of people as a spreadsheet saved it goes into the record; a person who came without a number is joined to one by the
// trainer, and parted again.
#include "tools/firsthand/asked_pin.h"
#include "tools/firsthand/command.h"
#include "tools/firsthand/language.h"
#include "tools/firsthand/reading.h"
#include "tools/firsthand/table_file.h"

#include "engine/app/data_folder.h"
#include "engine/app/roster_answers.h"
#include "engine/app/roster_cells.h"
#include "engine/app/roster_plan.h"
#include "engine/platform/paths.h"

#include <fmt/format.h>

#include <iostream>

namespace firsthand::tools {

namespace {

struct RosterWords {
  std::string act, one, two, from;
  std::vector<std::string> columns;
  int width = -1;
  bool dry_run = false, new_names = false;
};

// ---- import

base::Result<void> take_words(const RosterWords& words, app::RosterAnswers& answers) {
  for (const std::string& each : words.columns) {
    const std::size_t is = each.find('=');
    const auto column = app::roster_column_of(each.substr(0, is));
    if (is == each.npos || !column)
      return base::fail("grammar", fmt::format("--column {}: write one of {} and the heading, as in --column number=\"Badge\".", each,
                                               fmt::join(app::roster_column_words, ", ")));
    answers.mapping[*column] = each.substr(is + 1);
  }
  if (words.width >= 0) answers.width = words.width;
  return {};
}

void tell_plan(const app::ListPlan& plan) {
  for (const app::ListChange& each : plan.changes)
    std::cout << each.line() << "\n";
  std::cout << fmt::format("{} new, {} changed, {} as they were, {} not in this list\n", plan.fresh, plan.changed, plan.same, plan.gone);
}

struct PlannedImport {
  app::RosterPlan plan;
  app::RosterAnswers answers;
};

// Nothing: what is wrong was told.
std::optional<PlannedImport> planned(const app::RosterFacts& facts, const base::TableText& table, const RosterWords& words,
                                     const std::vector<std::string>& languages) {
  app::RosterAnswers answers = app::RosterAnswers::read(facts.remembered);
  answers.forget_what_is_not_in(table);
  if (const auto taken = take_words(words, answers); !taken.ok()) return tell(taken.error()), std::nullopt;
  app::RosterReading reading = app::read_roster(table, answers.mapping, languages);
  tell_notes(reading.notes, words.one);
  if (!reading.faults.empty()) return tell_faults(reading.faults, words.one), std::nullopt;
  const app::ReadDay day = app::read_day(words.from.empty() ? facts.today : words.from);
  if (!day.trouble.empty()) return tell(base::fail("grammar", "--from: " + day.trouble)), std::nullopt;
  const app::RosterForm form{answers.width, words.new_names ? app::NewNames::taken : app::NewNames::asked_about, day.day,
                             app::ListAsker::command};
  app::RosterPlan plan = app::plan_roster(std::move(reading.lines), facts.known, facts.people, form);
  if (!plan.faults.empty()) return tell_faults(plan.faults, words.one), std::nullopt;
  tell_plan(plan);
  return PlannedImport{std::move(plan), std::move(answers)};
}

int import_into(app::DataFolder& folder, const Workbench& bench, const base::TableText& table, const RosterWords& words) {
  const auto facts = app::RosterFacts::read(folder.store(), folder.today());
  if (!facts.ok()) return tell(facts.error());
  auto found = planned(*facts, table, words, languages_of(bench.content()));
  if (!found) return failure;
  const auto done = folder.import_roster(std::move(found->plan.rows), {{app::roster_answers_key, found->answers.line()}});
  return done.ok() ? good : tell(done.error());
}

// Beside the record: where there is none, none begins.
base::Result<app::RosterFacts> facts_beside(const Workbench& bench, const std::filesystem::path& data) {
  std::error_code ignored;
  if (!std::filesystem::exists(platform::database_path(data), ignored)) {
    std::cerr << fmt::format("firsthand: {} holds no record yet; the import would begin one.\n", platform::utf8_of(data));
    app::RosterFacts none;
    none.today = app::today_here(bench.services);
    return none;
  }
  FH_TRY(database, open_for_reading(bench.services, data));
  const auto store = records::disk_store(std::move(database));
  return app::RosterFacts::read(*store, app::today_here(bench.services));
}

int try_import(const Request& request, const base::TableText& table, const RosterWords& words) {
  const Workbench bench(request);
  const auto facts = facts_beside(bench, data_of(request));
  if (!facts.ok()) return tell(facts.error());
  if (!planned(*facts, table, words, languages_of(bench.content()))) return failure;
  std::cout << "Nothing was written: --dry-run.\n";
  return good;
}

int refused(int code, const RosterWords& words) {
  if (code == failure && !words.dry_run) std::cerr << "firsthand: Nothing was written.\n";
  return code;
}

// ---- join, part

base::Result<std::string> join_or_part(app::DataFolder& folder, const RosterWords& words) {
  const bool joins = words.act == "join";
  const std::string& name = joins ? words.two : words.one;
  FH_TRY(person, folder.person_named(name));
  if (!person) return base::fail("person-unknown", fmt::format("There is nobody called {} in this data folder.", name));
  FH_TRY(trainer, asked_pin("The trainer's PIN: "));
  FH_CHECK(trainer_accepted(joins ? folder.join_number(person->id, words.one, trainer) : folder.part_number(person->id, trainer)));
  return joins ? fmt::format("{} has the service number {} now. It can be taken back: firsthand roster part.", person->name, words.one)
               : fmt::format("{} has no service number any more. What was recorded stays.", person->name);
}

int run_roster(const Request& request, const RosterWords& words) {
  if (words.one.empty() || (words.act == "join" && words.two.empty())) {
    std::cerr << fmt::format("firsthand: roster {} needs {}.\n", words.act,
                             words.act == "import" ? "the name of a table"
                             : words.act == "join" ? "a number and a name"
                                                   : "a name");
    return wrong_usage;
  }
  const bool imports = words.act == "import";
  if (words.dry_run && !imports) {
    std::cerr << fmt::format("firsthand: --dry-run is for roster import; what roster {} does can be taken back.\n", words.act);
    return wrong_usage;
  }
  const auto table = imports ? table_in(words.one) : std::nullopt;
  if (imports && !table) return refused(failure, words);
  if (words.dry_run) return try_import(request, *table, words);
  Workbench bench(request);
  auto folder = app::DataFolder::open(bench.services, bench.content_library(), data_folder_options(request));
  if (!folder.ok()) return tell(folder.error());
  if (imports) return refused(import_into(**folder, bench, *table, words), words);
  const auto done = join_or_part(**folder, words);
  if (!done.ok()) return tell(done.error());
  std::cout << *done << "\n";
  return good;
}

} // namespace

void add_roster(CLI::App& program, Request& request) {
  CLI::App* command = program.add_subcommand("roster", "takes in the list of people: service number, name, rank, unit");
  auto words = std::make_shared<RosterWords>();
  command->add_option("ACT", words->act, "import, join or part")->required()->check(CLI::IsMember({"import", "join", "part"}));
  command->add_option("WHAT", words->one, "import: the table; join: the service number; part: who has it");
  command->add_option("NAME", words->two, "join: who gets the number");
  command->add_flag("--dry-run", words->dry_run, "says what would change and writes nothing");
  command->add_option("--column", words->columns, "which column is what, as in number=\"Badge\"; remembered")->type_name("WHAT=HEADING");
  command->add_option("--width", words->width, "digits that every number has, zeros at the front included; 0: they differ; remembered")
      ->check(CLI::Range(0, 20));
  command->add_option("--from", words->from, "the day from which changes hold; today if it is not said")->type_name("DATE");
  command->add_flag("--new-names", words->new_names, "who has another name in the list is the same person");
  add_data(*command, request, Need::required);
  command->callback([&request, words] { request.run = [&request, words] { return run_roster(request, *words); }; });
}

} // namespace firsthand::tools
