// export: the record as a table or as xAPI statements, after its chain was checked.
#include "tools/firsthand/command.h"
#include "tools/firsthand/doubts.h"
#include "tools/firsthand/reading.h"

#include "engine/content/titles.h"
#include "engine/platform/paths.h"
#include "engine/platform/platform.h"
#include "engine/records/publish.h"

#include <fmt/format.h>

#include <iostream>

namespace firsthand::tools {

namespace {

struct ExportWords {
  std::string as, to, separator = ",";
  bool accept_earlier_copy = false;
};

base::Error refused(const Doubts& doubts) {
  std::string message;
  for (const std::string& sentence : doubts.sentences())
    message += sentence + " ";
  const base::Code code = doubts.earlier ? base::Code("record-rolled-back") : base::Code("record-incomplete");
  return base::fail(code, message + "Nothing was exported. If this is all there is: --accept-earlier-copy exports it and notes that.");
}

// On the user's word: noted in the record first, as when somebody goes on with it, so that the manifest tells it.
base::Result<void> note_earlier_copy(Workbench& bench, const Request& request) {
  app::DataFolderOptions options = data_folder_options(request);
  options.start.rolled_back = records::RolledBackRecord::accept;
  FH_TRY(data_folder, app::DataFolder::open(bench.services, bench.content_library(), options));
  return {};
}

// An older record that could not be marked is exported with a word; one that says itself that it is short is not.
base::Result<storage::Database> record_to_export(Workbench& bench, const Request& request, const ExportWords& words) {
  FH_TRY(database, open_for_reading(bench.services, data_of(request)));
  FH_TRY(doubts, doubts_about(database, request));
  for (const std::string& sentence : doubts.sentences())
    std::cerr << fmt::format("firsthand: {}\n", sentence);
  if (!doubts.earlier && doubts.completeness != storage::Completeness::newest_may_be_missing) return database;
  if (!words.accept_earlier_copy) return refused(doubts);
  FH_CHECK(note_earlier_copy(bench, request));
  return open_for_reading(bench.services, data_of(request));
}

int run_export(const Request& request, const ExportWords& words) {
  Workbench bench(request);
  auto database = record_to_export(bench, request, words);
  if (!database.ok()) return tell(database.error());
  const auto records = report::read_records(*database);
  if (!records.ok()) return tell(records.error());
  const report::TitlesOf titles = content::kept_titles(*database, bench.content_library());
  const report::TableForm form{separator_of(words.separator), platform::local_offset_minutes, titles};
  const auto files =
      words.as == "csv" ? report::completion_table(*records, form) : report::xapi_statements(*records, *bench.services.modules, titles);
  const auto written =
      records::publish(*records, files, platform::path_from(words.to), {bench.services.version, bench.services.clock->now()});
  if (!written.ok()) return tell(written.error());
  for (const std::filesystem::path& file : *written)
    std::cout << platform::utf8_of(file) << "\n";
  return good;
}

} // namespace

void add_export(CLI::App& program, Request& request) {
  CLI::App* command = program.add_subcommand("export", "writes the record for others: a completion table, or xAPI statements");
  auto words = std::make_shared<ExportWords>();
  command->add_option("--as", words->as, "csv: completion table and data dictionary; xapi: statements")
      ->required()
      ->check(CLI::IsMember({"csv", "xapi"}));
  command->add_option("--to", words->to, "a folder, or a file name ending in .csv or .json")->required()->type_name("PATH");
  add_separator(*command, words->separator);
  command->add_flag("--accept-earlier-copy", words->accept_earlier_copy,
                    "exports a record all the same that was put back from an earlier copy, or whose newest part may be missing");
  add_data(*command, request, Need::optional);
  command->callback([&request, words] { request.run = [&request, words] { return run_export(request, *words); }; });
}

} // namespace firsthand::tools
