// Completion for bash. It asks for nothing but bash itself.
#include "tools/firsthand/describe.h"

#include <fmt/format.h>

namespace firsthand::tools {

namespace {

std::string joined(const std::vector<std::string>& words, const char* between) { return fmt::format("{}", fmt::join(words, between)); }

std::string flags_of(const CommandRow& command) {
  std::vector<std::string> names;
  for (const OptionRow& option : command.options)
    names.insert(names.end(), option.names.begin(), option.names.end());
  return joined(names, " ");
}

std::string offer(const OptionRow& option) {
  if (option.kind == OptionRow::Value::folder) return "_firsthand_paths -d";
  if (option.kind == OptionRow::Value::file) return "_firsthand_paths -f";
  return option.choices.empty() ? ":" : fmt::format("_firsthand_words '{}'", joined(option.choices, " "));
}

// "'check --content') …": what follows an option of a command.
std::string values_of(const CommandRow& command, std::string_view name) {
  std::string cases;
  for (const OptionRow& option : command.options) {
    if (option.by_place() || option.kind == OptionRow::Value::none) continue;
    std::vector<std::string> patterns;
    for (const std::string& each : option.names)
      patterns.push_back(fmt::format("'{} {}'", name, each));
    cases += fmt::format("    {}) {}; return ;;\n", joined(patterns, " | "), offer(option));
  }
  return cases;
}

std::string words_of(const CommandRow& command) {
  std::string by_place;
  for (const OptionRow& option : command.options)
    if (option.by_place()) by_place = fmt::format("; [[ $word == -* ]] || {}", offer(option));
  return fmt::format("    {}) flags='{}'{} ;;\n", command.name, flags_of(command), by_place);
}

constexpr const char* helper = R"(# Made by "firsthand describe --as bash".  -*- shell-script -*-

_firsthand_paths() {
  compopt -o filenames
  mapfile -t COMPREPLY < <(compgen "$1" -- "$word")
}

_firsthand_words() {
  mapfile -t COMPREPLY < <(compgen -W "$1" -- "$word")
}

_firsthand() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command='' flags='' i
  # bash takes --option=value for three words
  if [[ $word == '=' ]]; then
    word=''
  elif [[ $before == '=' ]]; then
    before=${COMP_WORDS[COMP_CWORD - 2]}
  fi
)";

} // namespace

std::string bash_completion(const CommandTable& table) {
  std::vector<std::string> names, with_value;
  for (const CommandRow& command : table.commands)
    names.push_back(command.name);
  for (const OptionRow& option : table.program.options)
    if (option.kind != OptionRow::Value::none) with_value.insert(with_value.end(), option.names.begin(), option.names.end());
  std::string script = helper;
  script += fmt::format(
      "  for ((i = 1; i < COMP_CWORD; i++)); do\n    case ${{COMP_WORDS[i]}} in\n      {}) command=${{COMP_WORDS[i]}}; break ;;\n",
      joined(names, " | "));
  if (!with_value.empty())
    script += fmt::format("      {}) i=$((i + 1)); [[ ${{COMP_WORDS[i]}} != '=' ]] || i=$((i + 1)) ;;\n", joined(with_value, " | "));
  script += "    esac\n  done\n  COMPREPLY=()\n  case \"$command $before\" in\n" + values_of(table.program, "");
  for (const CommandRow& command : table.commands)
    script += values_of(command, command.name);
  script += fmt::format("  esac\n  case $command in\n    '') flags='{} {}' ;;\n", joined(names, " "), flags_of(table.program));
  for (const CommandRow& command : table.commands)
    script += words_of(command);
  return script + "  esac\n  ((${#COMPREPLY[@]} > 0)) || _firsthand_words \"$flags\"\n}\ncomplete -F _firsthand firsthand\n";
}

} // namespace firsthand::tools
