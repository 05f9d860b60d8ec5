// bank: questions of other programs and of tables into a bank's folder, and a bank's questions out of it.
#include "tools/firsthand/bank_named.h"
#include "tools/firsthand/command.h"

#include "engine/exchange/bank_files.h"
#include "engine/exchange/exchange.h"
#include "engine/platform/paths.h"
#include "engine/reading/fields.h"

#include <fmt/format.h>

#include <fstream>
#include <iostream>

namespace firsthand::tools {

namespace {

namespace fs = std::filesystem;
using exchange::Remark;

constexpr const char* comes_later = "qti22"; // its name is known, so that it can be said

struct BankWords {
  std::string what, named, to, competency, doctrine, language = "en", use = "practice", separator = ",";
  std::vector<std::string> as;
};

int tell_usage(const std::string& says) {
  std::cerr << "firsthand: " << says << "\n";
  return wrong_usage;
}

int tell_problem(const std::string& says) {
  std::cerr << "firsthand: " << says << "\n";
  return failure;
}

exchange::Form form_of(const std::string& word) {
  for (const auto& [name, form] : exchange::forms)
    if (word == name) return form;
  return exchange::Form::gift;
}

void tell_remarks(const exchange::Remarks& remarks, const std::string& file) {
  for (const Remark& remark : remarks)
    std::cerr << "firsthand: " << exchange::told(remark, file) << "\n";
}

void tell_left_out(exchange::Remarks remarks, const std::string& file) {
  std::erase_if(remarks, [](const Remark& one) { return one.kind == Remark::Kind::lost; });
  tell_remarks(remarks, file);
}

// Never over anything that is there.
bool write_new(const fs::path& file, const std::string& bytes) {
  std::error_code ignored;
  if (file.has_parent_path()) fs::create_directories(file.parent_path(), ignored);
  std::ofstream stream(file, std::ios::binary);
  stream << bytes;
  return static_cast<bool>(stream.flush());
}

int write_file(const std::string& to, const std::string& bytes) {
  const fs::path file = platform::path_from(to);
  std::error_code ignored;
  if (fs::exists(fs::symlink_status(file, ignored)))
    return tell_problem(fmt::format("{} is in the way; name another file, or move it", to));
  return write_new(file, bytes) ? good : tell_problem(fmt::format("{} could not be written", to));
}

// As much of it as is read, and one byte more: enough to be refused.
std::optional<std::string> bytes_of(const std::string& name) {
  std::ifstream stream(platform::path_from(name), std::ios::binary);
  std::string bytes(exchange::most_bytes + 1, '\0');
  if (!stream || (stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size())), stream.bad())) return std::nullopt;
  bytes.resize(static_cast<std::size_t>(stream.gcount()));
  return bytes;
}

// Why a bank cannot be written there; "" where it can.
std::string in_the_way(const fs::path& folder, const std::string& named) {
  const std::string name = platform::utf8_of(folder.filename());
  if (!reading::is_word(name))
    return fmt::format("a bank is called as its folder, and \"{}\" is no id: a-z, 0-9 and hyphens, a letter first", name);
  std::error_code ignored;
  const fs::file_status there = fs::symlink_status(folder, ignored);
  if (!fs::exists(there) || (fs::is_directory(there) && fs::is_empty(folder, ignored))) return "";
  return fmt::format("{} is in the way; name a folder that is not there yet, or an empty one", named);
}

int write_bank(model::Bank bank, const fs::path& folder, const std::string& named) {
  const std::vector<exchange::BankFile> files = exchange::bank_files(bank);
  for (auto file = files.rbegin(); file != files.rend(); ++file) // bank.yaml last: without it, it is no bank
    if (!write_new(folder / platform::path_from(file->path), file->bytes))
      return tell_problem(fmt::format("{} could not be written whole", named));
  std::cout << fmt::format("{} stands there; what is missing: firsthand check {}\n", named, named);
  return good;
}

int run_import(const Request& request, const BankWords& words) {
  const fs::path folder = (platform::path_from(words.to) / "").parent_path();
  const std::string problem = in_the_way(folder, words.to);
  if (!problem.empty()) return tell_problem(problem);
  const auto bytes = bytes_of(words.named);
  if (!bytes) return tell_problem(fmt::format("{}: there is no such file, or it cannot be read", words.named));
  Workbench bench(request);
  const exchange::ItemsRead read =
      exchange::read_items(form_of(words.as.front()), *bytes, {competencies_of(bench.files), words.competency});
  tell_remarks(read.remarks, words.named);
  const std::size_t skipped = exchange::count(read.remarks, Remark::Kind::skipped);
  if (exchange::count(read.remarks, Remark::Kind::fault) > 0) return tell_problem("nothing was taken");
  std::cout << fmt::format("{} taken, {} skipped\n", read.items.size(), skipped);
  if (read.items.empty()) return failure;
  model::Bank bank;
  bank.id = platform::utf8_of(folder.filename()), bank.language = words.language;
  bank.use = words.use == "measure" ? model::BankUse::measure : model::BankUse::practice;
  bank.title.source = "From " + platform::utf8_of(platform::path_from(words.named).filename());
  bank.items = read.items;
  return write_bank(std::move(bank), folder, words.to);
}

int run_export(const Request& request, const BankWords& words) {
  const auto bank = named_bank(request, words.named, words.doctrine);
  if (!bank) return failure;
  const exchange::FileWritten file =
      exchange::write_items(form_of(words.as.front()), bank->items, {bank->positions, separator_of(words.separator)});
  tell_remarks(file.remarks, words.named);
  const std::size_t skipped = exchange::count(file.remarks, Remark::Kind::skipped);
  if (file.items == 0) return tell_problem("there is nothing to write");
  if (const int code = write_file(words.to, file.bytes); code != good) return code;
  std::cout << fmt::format("{} taken, {} skipped\n", file.items, skipped);
  return good;
}

int run_round_trip(const Request& request, const BankWords& words) {
  const auto bank = named_bank(request, words.named, words.doctrine);
  if (!bank) return failure;
  int code = std::count(words.as.begin(), words.as.end(), comes_later) < std::ssize(words.as) ? good : failure; // else nothing is tried
  const exchange::WriteOptions options{bank->positions, separator_of(words.separator)};
  for (const std::string& as : words.as) {
    if (as == comes_later) {
      std::cerr << "firsthand: " << as << " comes later: it is neither written nor read yet\n";
      continue;
    }
    const exchange::FileWritten file = exchange::write_items(form_of(as), bank->items, options);
    const std::size_t skipped = exchange::count(file.remarks, Remark::Kind::skipped);
    const std::string differs = exchange::round_trip(form_of(as), bank->items, options);
    tell_left_out(file.remarks, words.named + " as " + as);
    std::cerr << fmt::format("firsthand: {} as {}: {} taken, {} left out\n", words.named, as, file.items, skipped);
    std::cout << (differs.empty() ? "same" : as + ": " + differs) << std::endl;
    if (!differs.empty() || file.items == 0) code = failure; // nothing was tried
  }
  return code;
}

int run_bank(const Request& request, const BankWords& words) {
  if (words.what == "template")
    return words.to.empty() ? tell_usage("--to FILE is missing")
                            : write_file(words.to, exchange::csv_template(separator_of(words.separator)));
  if (words.named.empty()) return tell_usage(words.what == "import" ? "the file to be imported is missing" : "the bank is missing");
  if (words.as.empty()) return tell_usage("--as is missing: gift, aiken, moodle-xml or csv");
  if (words.what == "round-trip") return run_round_trip(request, words);
  if (words.as.front() == comes_later) return tell_usage("qti22 comes later: it is neither written nor read yet");
  if (words.to.empty()) return tell_usage("--to is missing");
  if (words.as.size() > 1) return tell_usage("--as takes one form here");
  return words.what == "import" ? run_import(request, words) : run_export(request, words);
}

void add_forms(CLI::App& command, BankWords& words) {
  std::vector<std::string> names{comes_later};
  for (const auto& [name, form] : exchange::forms)
    names.emplace_back(name);
  command.add_option("--as", words.as, "the form of the file; for round-trip several, with commas")
      ->delimiter(',')
      ->check(CLI::IsMember(names));
}

} // namespace

void add_bank(CLI::App& program, Request& request) {
  CLI::App* command =
      program.add_subcommand("bank", "takes questions of other programs or of a table into a bank, or writes a bank for them");
  auto words = std::make_shared<BankWords>();
  command->add_option("WHAT", words->what, "import a file, export a bank, try the round-trip of a bank, or write the template of a table")
      ->required()
      ->check(CLI::IsMember({"import", "export", "round-trip", "template"}));
  command->add_option("NAME", words->named, "import: the file; export, round-trip: the bank's id or folder");
  add_forms(*command, *words);
  command->add_option("--to", words->to, "import: the folder of the new bank; export, template: the file; nothing is overwritten")
      ->type_name("PATH");
  command->add_option("--competency", words->competency, "import: of questions that name none")->type_name("WORD");
  command->add_option("--language", words->language, "import: the language of the questions")->type_name("LANGUAGE");
  command->add_option("--use", words->use, "import: practice, or measure")->check(CLI::IsMember({"practice", "measure"}));
  command->add_option("--doctrine", words->doctrine, "export, round-trip: the doctrine that decides where a position does")
      ->type_name("DOCTRINE");
  add_separator(*command, words->separator);
  add_content(*command, request);
  command->callback([&request, words] { request.run = [&request, words] { return run_bank(request, *words); }; });
}

} // namespace firsthand::tools
