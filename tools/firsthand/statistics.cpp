// statistics, cut: what the answers of many people say about a form, what a course brought, and how many points pass as judges see it; from
// records, or from tables that a spreadsheet saved.
#include "tools/firsthand/command.h"
#include "tools/firsthand/reading.h"
#include "tools/firsthand/table_file.h"

#include "engine/assessment/guess.h"
#include "engine/platform/paths.h"
#include "engine/reading/bank.h"
#include "engine/report/statistics_files.h"
#include "engine/report/statistics_told.h"

#include <fmt/format.h>

#include <iostream>

namespace firsthand::tools {

namespace {

struct StatisticsWords {
  std::string vector, gain, ratings, as = "text", separator = ",";
  std::vector<std::string> records;
  bool gain_of_records = false;
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

// What the questions of the banks at hand offer, by id and version: a question that was changed since is not known any more.
class BankItems {
 public:
  explicit BankItems(const reading::FileSource& files) {
    for (const std::string& path : reading::bank_paths(files)) {
      reading::LoadedBank bank = reading::load_bank(files, path);
      for (model::Item& item : bank.bank.items)
        items_.emplace(item.id + "@" + item.version, std::move(item));
      for (const model::Doctrine& doctrine : bank.doctrines)
        positions_[doctrine.id] = doctrine.positions;
    }
  }

  // How often a question may be shown until its author wants to know; 0: that is not said.
  int exposure(const std::string& name) const {
    const auto found = items_.find(name);
    return found == items_.end() ? 0 : found->second.exposure;
  }

  report::AnsweredItem known(const std::string& doctrine, const std::string& id, const std::string& version) const {
    const auto found = items_.find(id + "@" + version);
    report::AnsweredItem known;
    if (found == items_.end()) return known;
    const model::Item& item = found->second;
    const auto taken = positions_.find(doctrine);
    const assessment::Positions positions = taken == positions_.end() ? assessment::Positions() : taken->second;
    known.guess = assessment::guess(item, positions) / 1000.0;
    if (item.kind != model::ItemKind::one) return known;
    for (const model::ItemOption& option : item.options) {
      if (option.right_under(positions)) known.key = known.options.size();
      known.options.push_back(option.id);
    }
    return known;
  }

 private:
  std::map<std::string, model::Item> items_;
  std::map<std::string, assessment::Positions> positions_;
};

void tell_not_taken(const report::NotTaken& not_taken) {
  const auto tell_one = [](std::size_t count, const char* why) {
    if (count > 0) std::cerr << fmt::format("not taken: {} {}\n", count, why);
  };
  tell_one(not_taken.open, "not handed in");
  tell_one(not_taken.not_counted, "that cannot count (by command, played again, or by a guest)");
  tell_one(not_taken.again, "of somebody whose first one is taken");
  tell_one(not_taken.voided, "that two people decided to be void");
  tell_one(not_taken.twice, "that stand in another copy of the record as well");
}

// A question that many have seen is known to others before they are asked it.
void tell_shown(const report::RecordedTests& tests, const BankItems& banks) {
  for (const auto& [name, times] : tests.shown())
    if (const int most = banks.exposure(name); most > 0 && times >= static_cast<std::size_t>(most))
      std::cerr << fmt::format("shown {} times: {}; its bank says {} (exposure): write a twin, and retire it\n", times, name, most);
}

base::Result<void> add_record(const Workbench& bench, const std::string& data, report::RecordedTests& tests) {
  FH_TRY(database, open_for_reading(bench.services, platform::path_from(data)));
  FH_TRY(records, report::read_records(database));
  return tests.add(records);
}

int print_recorded(const report::RecordedTests& tests, const StatisticsWords& words) {
  std::vector<report::RecordedFigures> all;
  const std::vector<report::RecordedForm> forms = tests.forms();
  for (const report::RecordedForm& form : forms) {
    if (words.cut > form.answers.items.size()) {
      std::cerr << fmt::format("firsthand: --cut {}: {} has {} items, nobody could pass\n", words.cut, form.head(),
                               form.answers.items.size());
      return failure;
    }
    all.push_back(report::figures_of(form, words.cut > 0 ? std::optional(words.cut) : std::nullopt));
  }
  const int code = print(all, words);
  if (words.as == "text") std::cout << report::told(report::anchor_means(forms)) << std::flush;
  return code;
}

int run_records(const Request& request, const StatisticsWords& words) {
  const Workbench bench(request);
  const BankItems banks(bench.content());
  report::RecordedTests tests([&banks](const std::string& doctrine, const std::string& item, const std::string& version) {
    return banks.known(doctrine, item, version);
  });
  for (const std::string& data : words.records)
    if (const auto added = add_record(bench, data, tests); !added.ok()) {
      if (words.records.size() > 1) std::cerr << fmt::format("firsthand: {}:\n", data);
      return tell(added.error());
    }
  tell_not_taken(tests.not_taken());
  tell_shown(tests, banks);
  return words.gain_of_records ? print(report::gains_of(tests), words) : print_recorded(tests, words);
}

// "--gain DATA": what was named is no table, but a folder.
void settle_gain(StatisticsWords& words, bool asked) {
  std::error_code ignored;
  if (!words.gain.empty() && std::filesystem::is_directory(platform::path_from(words.gain), ignored))
    words.records.push_back(std::exchange(words.gain, ""));
  words.gain_of_records = asked && words.gain.empty();
  if (words.vector.empty() && words.gain.empty() && words.records.empty()) throw CLI::RequiredError("DATA, or one of --vector, --gain");
  if (!words.records.empty() && !words.gain.empty()) throw CLI::ValidationError("--gain", "either a table or records");
}

} // namespace

void add_statistics(CLI::App& program, Request& request) {
  CLI::App* command = program.add_subcommand("statistics", "what answers say about the items of a form, and what a course brought");
  auto words = std::make_shared<StatisticsWords>();
  CLI::Option* records = command->add_option("DATA", words->records, "data folders: the tests in their records, each form by itself");
  CLI::Option* vector =
      command->add_option("--vector", words->vector, "instead a table of answers: person, and a column an item")->type_name("PATH");
  CLI::Option* gain = command->add_option("--gain", words->gain, "what a course brought; of a table of results: person, pre, post")
                          ->type_name("PATH")
                          ->expected(0, 1);
  vector->excludes(gain)->excludes(records);
  command
      ->add_option("--cut", words->cut,
                   "points that pass: how alike the verdicts of a second form would be; of records else as they were sealed")
      ->excludes(gain)
      ->check(CLI::Range(1, 1000));
  add_form(*command, *words);
  add_content(*command, request);
  command->callback([&request, words, gain] {
    settle_gain(*words, gain->count() > 0);
    request.run = [&request, words] {
      if (!words->records.empty()) return run_records(request, *words);
      return words->gain.empty() ? run_vector(*words) : run_gain(*words);
    };
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
