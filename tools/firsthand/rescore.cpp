// rescore: a question is found faulty; whose verdict would be another one without it. Changes nothing: two people decide, at the window.
#include "tools/firsthand/command.h"
#include "tools/firsthand/reading.h"

#include "engine/content/content_snapshot.h"
#include "engine/platform/paths.h"
#include "engine/report/rescore.h"
#include "engine/session/code_words.h"

#include <fmt/format.h>

#include <iostream>

namespace firsthand::tools {

namespace {

struct RescoreWords {
  std::string item, as = "text", separator = ",";
  std::vector<std::string> records;
};

// The question as it was kept with the attempt.
std::optional<report::AskedQuestion> kept_question(records::Store& store, content::ContentSnapshots& snapshots, const base::Json& first,
                                                   const std::string& item) {
  const auto kept = crypto::parse_hash(first.at("kept").text());
  if (!kept) return std::nullopt;
  const auto content = snapshots.find(store, *kept);
  const model::Test* test = content.ok() ? session::test_of((*content)->prepared()) : nullptr;
  const model::Item* asked = test ? test->item(item) : nullptr;
  if (!asked) return std::nullopt;
  report::AskedQuestion question{asked->competency, {}};
  for (const model::ItemOption& option : asked->options)
    if (!option.danger.empty()) question.dangerous.insert(option.id);
  return question;
}

base::Result<void> add_record(Workbench& bench, const std::string& data, report::Rescorer& rescorer) {
  FH_TRY(database, open_for_reading(bench.services, platform::path_from(data)));
  FH_TRY(records, report::read_records(database));
  FH_TRY(second, open_for_reading(bench.services, platform::path_from(data)));
  const auto store = records::disk_store(std::move(second));
  content::ContentSnapshots snapshots(bench.content_library());
  return rescorer.add(records,
                      [&](const base::Json& first, const std::string& item) { return kept_question(*store, snapshots, first, item); });
}

// Thousandths of points: "15 of 24", "14.5 of 23".
std::string points(std::int64_t won, std::int64_t of) {
  const std::string part = won % 1000 == 0 ? std::string() : fmt::format(".{}", won % 1000 / 100);
  return fmt::format("{}{} of {}", won / 1000, part, of / 1000);
}

std::string counted(std::size_t n, const char* one, const char* more) { return fmt::format("{} {}", n, n == 1 ? one : more); }

std::string remark_on(const report::Rescored& row) {
  if (row.is_void()) return ", void: two people decided so";
  return row.counts == row.before ? std::string() : ", decided already: counts as " + session::counted_english(row.counts);
}

// The mark stands before what changes.
std::string line_of(const report::Rescored& row) {
  const std::string who = fmt::format("{} {} {}, {} form {}, {}, {}, attempt {}: ", row.changes() ? "!" : " ", row.person, row.name,
                                      row.test, row.form, row.role, base::iso_utc(row.ended).substr(0, 10), row.attempt);
  if (!row.why_not.empty()) return who + "not computed: " + row.why_not + remark_on(row);
  return fmt::format("{}{} -> {}, {} -> {}{}", who, points(row.won, row.of), points(row.won_without, row.of_without),
                     session::counted_english(row.before), session::counted_english(row.after), remark_on(row));
}

void print_text(const report::Rescoring& found, const std::string& item) {
  std::size_t changes = 0, voids = 0;
  for (const report::Rescored& each : found.all)
    changes += each.changes() ? 1 : 0, voids += each.is_void() ? 1 : 0;
  std::cout << fmt::format("without {}: {}, {}\n", item, counted(found.all.size() - voids, "result holds it", "results hold it"),
                           counted(changes, "verdict would be another", "verdicts would be others"));
  for (const report::Rescored& each : found.in_order())
    std::cout << line_of(each) << "\n";
  if (voids > 0) std::cout << counted(voids, "void result holds it as well", "void results hold it as well") << "\n";
  if (found.baselines > 0)
    std::cout << counted(found.baselines, "baseline holds it as well: it has no verdict", "baselines hold it as well: they have no verdict")
              << "\n";
  if (found.others > 0)
    std::cout << counted(found.others, "other does not count, or was not handed in", "others do not count, or were not handed in") << "\n";
  if (changes > 0) std::cout << "Nothing was changed. Two people who may supervise decide, at the window: Attempts on this computer.\n";
}

std::string change_word(const report::Rescored& row) {
  if (row.is_void()) return "void";
  return !row.why_not.empty() ? "not computed" : row.changes() ? "yes" : "no";
}

void print_table(const report::Rescoring& found, char separator) {
  report::Table table({{"service_number", "text", "or the id of who is in no list"},
                       {"name", "text", ""},
                       {"attempt", "text", ""},
                       {"test", "text", ""},
                       {"form", "text", ""},
                       {"role", "text", ""},
                       {"finished", "time", ""},
                       {"before", "text", ""},
                       {"counts", "text", ""},
                       {"after", "text", ""},
                       {"points_won", "integer", ""},
                       {"points_of", "integer", ""},
                       {"points_won_without", "integer", ""},
                       {"points_of_without", "integer", ""},
                       {"not_computed", "text", ""},
                       {"changes", "text", "yes, no, not computed, or void: two people decided so, and there is none to change"}},
                      separator, [](std::string_view bytes) { std::cout << bytes; });
  for (const report::Rescored& each : found.in_order())
    table.add({each.person, each.name, each.attempt, each.test, each.form, each.role, base::iso_utc(each.ended), each.before, each.counts,
               each.after, each.won, each.of, each.won_without, each.of_without, each.why_not, change_word(each)});
}

int run_rescore(const Request& request, const RescoreWords& words) {
  Workbench bench(request);
  report::Rescorer rescorer(words.item);
  for (const std::string& data : words.records)
    if (const auto added = add_record(bench, data, rescorer); !added.ok()) {
      if (words.records.size() > 1) std::cerr << fmt::format("firsthand: {}:\n", data);
      return tell(added.error());
    }
  const report::Rescoring& found = rescorer.found();
  if (found.all.empty() && found.baselines + found.others == 0) {
    std::cerr << fmt::format("firsthand: no test in these records asked the question {}\n", words.item);
    return failure;
  }
  words.as == "csv" ? print_table(found, separator_of(words.separator)) : print_text(found, words.item);
  return std::cout.flush() ? good : failure;
}

} // namespace

void add_rescore(CLI::App& program, Request& request) {
  CLI::App* command = program.add_subcommand("rescore", "whose verdict would be another one without a question that was faulty");
  auto words = std::make_shared<RescoreWords>();
  command->add_option("--without", words->item, "the question, by its id; with @ and its version only that one")
      ->required()
      ->type_name("ITEM");
  command->add_option("DATA", words->records, "data folders: the tests in their records")->required();
  command->add_option("--as", words->as, "text, or csv: a table")->check(CLI::IsMember({"text", "csv"}));
  add_separator(*command, words->separator);
  add_content(*command, request);
  command->callback([&request, words] { request.run = [&request, words] { return run_rescore(request, *words); }; });
}

} // namespace firsthand::tools
