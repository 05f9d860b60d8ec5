// statistics, cut: what the answers of many people say about a form, what a course brought, and how many points pass as judges see it; from
// tables that a spreadsheet saved.
#include "tools/firsthand/command.h"
#include "tools/firsthand/table_file.h"

#include "engine/report/statistics_files.h"
#include "engine/report/statistics_told.h"

#include <fmt/format.h>

#include <iostream>

namespace firsthand::tools {

namespace {

struct StatisticsWords {
  std::string vector, gain, ratings, as = "text", separator = ",";
  std::size_t cut = 0;
};

template<class Figures> int print(const Figures& figures, const StatisticsWords& words) {
  if (words.as == "csv")
    report::write_table(figures, separator_of(words.separator), [](std::string_view bytes) { std::cout << bytes; });
  else
    std::cout << report::told(figures);
  return std::cout.flush() ? good : failure;
}

int run_vector(const StatisticsWords& words) {
  const auto table = table_in(words.vector);
  if (!table) return failure;
  const report::AnswersReading reading = report::read_answers(*table);
  if (!reading.faults.empty()) return tell_faults(reading.faults, words.vector);
  tell_notes(reading.notes, words.vector);
  if (words.cut > reading.answers.items.size()) {
    std::cerr << fmt::format("firsthand: --cut {}: the form has {} items, nobody could pass\n", words.cut, reading.answers.items.size());
    return failure;
  }
  return print(report::form_figures(reading.answers, words.cut > 0 ? std::optional(words.cut) : std::nullopt), words);
}

int run_cut(const StatisticsWords& words) {
  const auto table = table_in(words.ratings);
  if (!table) return failure;
  report::RatingsReading reading = report::read_ratings(*table);
  if (!reading.faults.empty()) return tell_faults(reading.faults, words.ratings);
  tell_notes(reading.notes, words.ratings);
  return print(report::cut_figures(std::move(reading.ratings)), words);
}

void add_form(CLI::App& command, StatisticsWords& words) {
  command.add_option("--as", words.as, "text, or csv: a table with figures in thousandths")->check(CLI::IsMember({"text", "csv"}));
  add_separator(command, words.separator);
}

int run_gain(const StatisticsWords& words) {
  const auto table = table_in(words.gain);
  if (!table) return failure;
  report::ResultsReading reading = report::read_results(*table);
  if (!reading.faults.empty()) return tell_faults(reading.faults, words.gain);
  tell_notes(reading.notes, words.gain);
  return print(report::cohort_gain(std::move(reading.people)), words);
}

} // namespace

void add_statistics(CLI::App& program, Request& request) {
  CLI::App* command = program.add_subcommand("statistics", "what answers say about the items of a form, and what a course brought");
  auto words = std::make_shared<StatisticsWords>();
  CLI::Option* vector =
      command->add_option("--vector", words->vector, "a table of answers: person, and a column an item")->type_name("PATH");
  CLI::Option* gain = command->add_option("--gain", words->gain, "a table of results per mille: person, pre, post")->type_name("PATH");
  vector->excludes(gain);
  command->add_option("--cut", words->cut, "points that pass: how alike the verdicts of a second form would be")
      ->needs(vector)
      ->check(CLI::Range(1, 1000));
  add_form(*command, *words);
  command->callback([&request, words] {
    if (words->vector.empty() && words->gain.empty()) throw CLI::RequiredError("One of --vector, --gain");
    request.run = [words] { return words->gain.empty() ? run_vector(*words) : run_gain(*words); };
  });
}

void add_cut(CLI::App& program, Request& request) {
  CLI::App* command = program.add_subcommand("cut", "how many points of a form pass, from what judges say of its items");
  auto words = std::make_shared<StatisticsWords>();
  command->add_option("--ratings", words->ratings, "a table: judge, item, rating per mille")->required()->type_name("PATH");
  add_form(*command, *words);
  command->callback([&request, words] { request.run = [words] { return run_cut(*words); }; });
}

} // namespace firsthand::tools
