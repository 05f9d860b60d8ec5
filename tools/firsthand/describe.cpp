// describe: the man page and the shells' completions, made from the table of commands so that they cannot differ from it.
// For whoever packages the program; hidden from --help.
#include "tools/firsthand/describe.h"
#include "tools/firsthand/command.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <iostream>

namespace firsthand::tools {

namespace {

bool is_shown(const CLI::App* command) { return !command->get_group().empty(); }

// "{csv,xapi}" gives two words; anything else none.
std::vector<std::string> choices_in(const std::string& limits) {
  if (limits.size() < 2 || limits.front() != '{' || limits.back() != '}') return {};
  return CLI::detail::split(limits.substr(1, limits.size() - 2), ',');
}

OptionRow::Value kind_of_value(const OptionRow& row) {
  if (row.value.empty()) return OptionRow::Value::none;
  if (!row.choices.empty()) return OptionRow::Value::one_of;
  if (row.value == "DIR") return OptionRow::Value::folder;
  const bool is_path = row.value == "PATH" || row.value == "SCENARIO" || row.value == "PLAY";
  return is_path ? OptionRow::Value::file : OptionRow::Value::word;
}

// The parser writes a value as TYPE, TYPE:{one,other} or TYPE:limits.
OptionRow row_of(const CLI::Option& option) {
  OptionRow row;
  for (const std::string& name : option.get_snames())
    row.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames())
    row.names.push_back("--" + name);
  const std::string type = option.get_type_name();
  const std::size_t colon = std::min(type.find(':'), type.size());
  if (option.get_items_expected_max() > 0) row.value = row.by_place() ? option.get_name(true) : type.substr(0, colon);
  row.limits = colon < type.size() ? type.substr(colon + 1) : "";
  row.choices = choices_in(row.limits);
  if (!row.choices.empty()) row.value = fmt::format("{}", fmt::join(row.choices, "|")), row.limits.clear();
  row.kind = kind_of_value(row);
  row.text = option.get_description();
  row.required = option.get_required();
  row.repeated = option.get_items_expected_max() > 1;
  return row;
}

CommandRow row_of(const CLI::App& command) {
  CommandRow row{command.get_name(), command.get_description(), {}};
  for (const CLI::Option* option : command.get_options())
    if (!option->get_group().empty()) row.options.push_back(row_of(*option));
  return row;
}

// Of the sources, when the packager says so: the same sources then give the same page.
std::string date_of_sources() {
  const char* seconds = std::getenv("SOURCE_DATE_EPOCH");
  if (!seconds) return "";
  const auto day =
      std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds(std::chrono::seconds(std::strtoll(seconds, nullptr, 10))));
  const std::chrono::year_month_day date(day);
  return fmt::format("{:04}-{:02}-{:02}", int(date.year()), unsigned(date.month()), unsigned(date.day()));
}

std::string described_as(const CommandTable& table, const std::string& as) {
  if (as == "man") return man_page(table, date_of_sources());
  if (as == "bash") return bash_completion(table);
  return as == "zsh" ? zsh_completion(table) : fish_completion(table);
}

} // namespace

CommandTable table_of(const CLI::App& program) {
  CommandTable table{row_of(program), {}, FIRSTHAND_VERSION};
  for (const CLI::App* command : program.get_subcommands(is_shown))
    table.commands.push_back(row_of(*command));
  return table;
}

void add_describe(CLI::App& program, Request& request) {
  CLI::App* command = program.add_subcommand("describe", "prints the man page, or a shell's completion")->group("");
  auto as = std::make_shared<std::string>();
  command->add_option("--as", *as, "man, bash, zsh or fish")->required()->check(CLI::IsMember({"man", "bash", "zsh", "fish"}));
  command->callback([&program, &request, as] {
    request.run = [&program, as] {
      std::cout << described_as(table_of(program), *as) << std::flush;
      return std::cout ? good : failure;
    };
  });
}

} // namespace firsthand::tools
