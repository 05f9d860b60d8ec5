// The table of commands as plain words, read off the command line's parser, and the texts that are made of it. What is
// hidden from --help is not in it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
}

namespace firsthand::tools {

struct OptionRow {
  enum class Value { none, one_of, folder, file, word };

  std::vector<std::string> names; // with their dashes; none: a word that stands by its place
  std::string value;              // what stands for the value in a text: DIR
  std::vector<std::string> choices;
  Value kind = Value::none;
  std::string text, limits;
  bool required = false, repeated = false;

  bool by_place() const { return names.empty(); }
};

struct CommandRow {
  std::string name, text;
  std::vector<OptionRow> options;
};

struct CommandTable {
  CommandRow program; // the options that stand before a command
  std::vector<CommandRow> commands;
  std::string version;
};

CommandTable table_of(const CLI::App& program);

// `date`: year-month-day, or empty.
std::string man_page(const CommandTable& table, std::string_view date);
std::string bash_completion(const CommandTable& table);
std::string zsh_completion(const CommandTable& table);
std::string fish_completion(const CommandTable& table);

} // namespace firsthand::tools
