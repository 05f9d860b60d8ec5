// Completion for zsh and fish, which show what an option is for.
#include "tools/firsthand/describe.h"

#include <fmt/format.h>

namespace firsthand::tools {

namespace {

// A backslash before each of these letters; a single quote as both shells take it inside of single quotes.
std::string quoted(std::string_view text, std::string_view letters, std::string_view quote) {
  std::string safe;
  for (const char c : text) {
    if (c == '\'')
      safe += quote;
    else if (letters.find(c) != std::string_view::npos)
      safe += std::string("\\") + c;
    else
      safe += c;
  }
  return safe;
}

std::string for_zsh(std::string_view text) { return quoted(text, "[]:\\", "'\\''"); }
std::string for_fish(std::string_view text) { return quoted(text, "\\", "\\'"); }

std::string zsh_value(const OptionRow& option) {
  switch (option.kind) {
  case OptionRow::Value::none:
    return "";
  case OptionRow::Value::one_of:
    return fmt::format(":{}:({})", for_zsh(option.value), fmt::join(option.choices, " "));
  case OptionRow::Value::folder:
    return fmt::format(":{}:_files -/", for_zsh(option.value));
  case OptionRow::Value::file:
    return fmt::format(":{}:_files", for_zsh(option.value));
  case OptionRow::Value::word:
    return fmt::format(":{}: ", for_zsh(option.value));
  }
  return "";
}

// As _arguments of zsh takes them. A word by its place is told its number; the last that may be repeated, a star.
std::string zsh_arguments(const CommandRow& command) {
  std::string words;
  int place = 0;
  for (const OptionRow& option : command.options) {
    if (option.by_place()) words += fmt::format(" '{}{}'", option.repeated ? "*" : std::to_string(++place), zsh_value(option));
    for (const std::string& name : option.names)
      words += fmt::format(" '{}[{}]{}'", name, for_zsh(option.text), zsh_value(option));
  }
  return words;
}

std::string fish_option(const OptionRow& option, const std::string& when) {
  std::string line = fmt::format("complete -c firsthand -n '{}'", when);
  for (const std::string& name : option.names)
    line += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
  if (option.kind == OptionRow::Value::one_of) line += fmt::format(" -x -a '{}'", fmt::join(option.choices, " "));
  if (option.kind == OptionRow::Value::folder) line += " -x -a '(__fish_complete_directories)'";
  if (option.kind == OptionRow::Value::file) line += option.by_place() ? " -F" : " -r -F";
  if (option.kind == OptionRow::Value::word) line += " -x";
  return option.by_place() ? line + "\n" : fmt::format("{} -d '{}'\n", line, for_fish(option.text));
}

} // namespace

std::string zsh_completion(const CommandTable& table) {
  std::string script =
      "#compdef firsthand\n# Made by \"firsthand describe --as zsh\".\n\n_firsthand() {\n  local curcontext=$curcontext state line\n"
      "  typeset -A opt_args\n  local -a commands=(\n";
  for (const CommandRow& command : table.commands)
    script += fmt::format("    '{}:{}'\n", command.name, for_zsh(command.text));
  script += fmt::format("  )\n  _arguments -C{} '1:command:->command' '*::argument:->argument'\n", zsh_arguments(table.program));
  script += "  case $state in\n    command) _describe command commands ;;\n    argument)\n      case $words[1] in\n";
  for (const CommandRow& command : table.commands)
    script += fmt::format("        {}) _arguments{} ;;\n", command.name, zsh_arguments(command));
  return script + "      esac\n      ;;\n  esac\n}\n\n_firsthand \"$@\"\n";
}

std::string fish_completion(const CommandTable& table) {
  std::string script = "# Made by \"firsthand describe --as fish\".\ncomplete -c firsthand -f\n";
  for (const OptionRow& option : table.program.options)
    script += fish_option(option, "__fish_use_subcommand");
  for (const CommandRow& command : table.commands) {
    script += fmt::format("complete -c firsthand -n __fish_use_subcommand -a {} -d '{}'\n", command.name, for_fish(command.text));
    std::string before; // two words by their place may be completed alike
    for (const OptionRow& option : command.options) {
      const std::string line = fish_option(option, "__fish_seen_subcommand_from " + command.name);
      if (line != before) script += line;
      before = line;
    }
  }
  return script;
}

} // namespace firsthand::tools
