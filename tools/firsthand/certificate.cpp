// certificate: one attempt as a page to print, after the chain was checked.
#include "tools/firsthand/command.h"
#include "tools/firsthand/doubts.h"
#include "tools/firsthand/language.h"
#include "tools/firsthand/reading.h"

#include "engine/app/names.h"
#include "engine/certificate/sheet.h"
#include "engine/fonts/fonts.h"
#include "engine/platform/paths.h"
#include "engine/platform/platform.h"
#include "engine/records/publish.h"

#include <fmt/format.h>

#include <fstream>
#include <iostream>

namespace firsthand::tools {

namespace {

namespace fs = std::filesystem;

struct CertificateWords {
  std::string person, lesson, attempt, language, to;
};

base::Result<void> check_chain(storage::Database& database) {
  FH_TRY(report, database.verify_chain());
  if (report.whole()) return {};
  return base::fail("record-damaged", fmt::format("The record is damaged, so nothing was printed: {} Run `firsthand verify`.",
                                                  report.damages.front().message));
}

// Whose number it is, or whose name: several ids have one number where somebody came before the list did.
base::Result<std::vector<std::string>> people_called(storage::Database& database, const std::string& typed) {
  std::vector<std::string> ids;
  FH_TRY(rows, database.roster());
  for (const storage::RosterRow& row : rows)
    if (row.number == typed) ids.push_back(row.person);
  if (!ids.empty()) return ids;
  FH_TRY(people, database.people());
  for (const storage::Person& each : people)
    if (!each.erased && (each.id == typed || app::name_key(each.name) == app::name_key(typed))) ids.push_back(each.id);
  if (ids.empty()) return base::fail("person-unknown", fmt::format("Nobody in this record has the name or the service number {}.", typed));
  if (ids.size() > 1)
    return base::fail("name-twice", fmt::format("{} people are called {}. Name one by the service number.", ids.size(), typed));
  return ids;
}

// What was passed goes before what was practised.
base::Result<std::string> chosen_attempt_of(records::Store& store, const std::vector<std::string>& people, const std::string& lesson) {
  std::optional<base::Result<std::string>> best;
  for (const std::string& person : people) {
    auto attempt = certificate::attempt_to_tell(store, person, lesson);
    if (!attempt.ok()) {
      if (!best) best = std::move(attempt);
      continue;
    }
    const auto facts = certificate::recorded_facts(store, *attempt);
    if (facts.ok() && facts->standing == certificate::Standing::passed) return attempt;
    if (!best || !best->ok()) best = std::move(attempt);
  }
  return *best;
}

// A folder, there or with / at its end, or a file that ends in .pdf.
base::Result<fs::path> target_of(const std::string& to, const std::string& name) {
  const fs::path path = platform::path_from(to);
  std::error_code failed;
  if (path.filename().empty() || fs::is_directory(path, failed)) {
    fs::create_directories(path, failed);
    if (failed) return base::fail("export-failed", fmt::format("{} cannot be made. Check who may write there.", to));
    return path / platform::path_from(name);
  }
  if (to.ends_with(".pdf")) return path;
  return base::fail("export-ending", fmt::format("{} ends otherwise than a page does: .pdf. Or name a folder, with / at its end.", to));
}

base::Result<void> write_page(const fs::path& file, const std::string& page) {
  std::error_code ignored;
  if (!fs::exists(file, ignored)) return records::write_whole(file, page);
  std::ifstream in(file, std::ios::binary);
  if (std::string(std::istreambuf_iterator<char>(in), {}) == page) return {}; // the same page again
  return base::fail("file-exists", fmt::format("{} is there already. It was left as it is.", platform::utf8_of(file)));
}

base::Result<fs::path> print(Workbench& bench, const Request& request, const CertificateWords& asked) {
  FH_TRY(words, words_to_print(bench.content(), asked.language, "en"));
  FH_TRY(fonts, fonts::load_fonts(platform::font_folders()));
  FH_TRY(database, open_for_reading(bench.services, data_of(request)));
  FH_CHECK(check_chain(database));
  FH_TRY(doubts, doubts_about(database, request));
  for (const std::string& sentence : doubts.sentences())
    std::cerr << fmt::format("firsthand: {}\n", sentence);
  std::vector<std::string> people;
  if (asked.attempt.empty()) {
    FH_TRY(called, people_called(database, asked.person));
    people = std::move(called);
  }
  const auto store = records::disk_store(std::move(database));
  auto attempt = asked.attempt.empty() ? chosen_attempt_of(*store, people, asked.lesson) : base::Result<std::string>(asked.attempt);
  if (!attempt.ok()) return attempt.error();
  content::ContentSnapshots snapshots(bench.content_library());
  FH_TRY(facts, certificate::facts_of(*store, snapshots, bench.content_library(), *attempt, words.language()));
  FH_TRY(file, target_of(asked.to, certificate::file_name_of(facts, words.language())));
  FH_TRY(page, certificate::pdf_of(certificate::sheet_of(facts, words), fonts));
  FH_CHECK(write_page(file, page));
  return file;
}

int run_certificate(const Request& request, const CertificateWords& words) {
  Workbench bench(request);
  const auto file = print(bench, request, words);
  if (!file.ok()) return tell(file.error());
  std::cout << platform::utf8_of(*file) << "\n";
  return good;
}

} // namespace

void add_certificate(CLI::App& program, Request& request) {
  CLI::App* command = program.add_subcommand("certificate", "writes what somebody passed or practised as a page to print (PDF)");
  auto words = std::make_shared<CertificateWords>();
  CLI::Option* person = command->add_option("--person", words->person, "service number or name")->type_name("WHO");
  CLI::Option* lesson =
      command->add_option("--lesson", words->lesson, "id of the lesson or test: the newest that was passed, else practised")
          ->type_name("ID");
  CLI::Option* attempt = command->add_option("--attempt", words->attempt, "this attempt instead")->type_name("ID");
  person->needs(lesson), lesson->needs(person), attempt->excludes(person)->excludes(lesson);
  command->add_option("--lang", words->language, "the language of the page; else English")->type_name("CODE");
  command->add_option("--to", words->to, "a folder, or a file name ending in .pdf")->required()->type_name("PATH");
  add_data(*command, request, Need::required);
  add_content(*command, request);
  command->callback([&request, words] {
    if (words->person.empty() && words->attempt.empty()) throw CLI::RequiredError("--person and --lesson, or --attempt");
    request.run = [&request, words] { return run_certificate(request, *words); };
  });
}

} // namespace firsthand::tools
