// statistics: what the answers of many people say about a form, and what a course brought, from tables that a spreadsheet saved.
#include "tools/firsthand/command.h"

#include "engine/platform/paths.h"
#include "engine/report/statistics_files.h"
#include "engine/report/statistics_told.h"

#include <fmt/format.h>

#include <fstream>
#include <iostream>
#include <sstream>

namespace firsthand::tools {

namespace {

struct StatisticsWords {
  std::string vector, gain, as = "text", separator = ",";
  std::size_t cut = 0;
};

int tell_faults(const std::vector<base::TableFault>& faults, const std::string& file) {
  for (const base::TableFault& fault : faults)
    std::cerr << "firsthand: " << base::told(fault, file) << "\n";
  if (faults.size() >= 20) std::cerr << fmt::format("firsthand: {}: there may be more\n", file);
  return failure;
}

std::optional<base::TableText> table_in(const std::string& name) {
  const std::filesystem::path file = platform::path_from(name);
  std::error_code ignored;
  const auto size = std::filesystem::file_size(file, ignored);
  std::ifstream stream(file, std::ios::binary);
  if (ignored || !stream) {
    std::cerr << fmt::format("firsthand: {}: there is no such file, or it cannot be read\n", name);
    return std::nullopt;
  }
  constexpr std::size_t too_many = base::TableLimits().bytes + 1; // enough to be refused
  std::string bytes(static_cast<std::size_t>(std::min<std::uintmax_t>(size, too_many)), '\0');
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(stream.gcount()));
  base::TableReading reading = base::read_table(bytes);
  if (!reading.table)
    tell_faults(reading.faults, name);
  else if (reading.table->encoding() == base::TableEncoding::thai_windows)
    std::cerr << fmt::format("firsthand: {}: read as Thai Windows (code page 874)\n", name);
  return std::move(reading.table);
}

void tell_notes(const std::vector<std::string>& notes, const std::string& file) {
  for (const std::string& note : notes)
    std::cerr << fmt::format("firsthand: {}: {}\n", file, note);
}

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
  command->add_option("--as", words->as, "text, or csv: a table with figures in thousandths")->check(CLI::IsMember({"text", "csv"}));
  add_separator(*command, words->separator);
  command->callback([&request, words] {
    if (words->vector.empty() && words->gain.empty()) throw CLI::RequiredError("One of --vector, --gain");
    request.run = [words] { return words->gain.empty() ? run_vector(*words) : run_gain(*words); };
  });
}

} // namespace firsthand::tools
