// The man page firsthand(1): every command and option of the table, and what no table knows: exit codes and files.
#include "tools/firsthand/describe.h"

#include <fmt/format.h>

namespace firsthand::tools {

namespace {

// Text as roff takes it: hyphens that can be searched for, and no line that roff takes for its own command.
std::string roff(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    if (c == '\\')
      safe += "\\e";
    else if (c == '-')
      safe += "\\-";
    else if ((c == '.' || c == '\'') && (safe.empty() || safe.back() == '\n'))
      safe += std::string("\\&") + c;
    else
      safe += c;
  }
  return safe;
}

// Literal words are bold, what stands for a value is slanted: "\fB\-\-data\fR \fIDIR\fR".
std::string spelled(const OptionRow& option) {
  std::string words;
  for (const std::string& name : option.names)
    words += fmt::format("{}\\fB{}\\fR", words.empty() ? "" : ", ", roff(name));
  if (option.value.empty()) return words;
  std::string value;
  for (const std::string& choice : option.choices)
    value += fmt::format("{}\\fB{}\\fR", value.empty() ? "" : "|", roff(choice));
  if (value.empty()) value = fmt::format("\\fI{}\\fR", roff(option.value));
  return words + (words.empty() ? "" : " ") + value + (option.repeated ? " \\&..." : "");
}

std::string synopsis(const CommandRow& command) {
  std::string words = "\\fBfirsthand " + roff(command.name) + "\\fR";
  for (const OptionRow& option : command.options)
    if (option.by_place()) words += " " + spelled(option);
  for (const OptionRow& option : command.options)
    if (!option.by_place() && option.required) words += " " + spelled(option);
  return words + " [\\fIOPTION\\fR]\\&...\n";
}

std::string list_of(const std::vector<OptionRow>& options) {
  std::string list;
  for (const OptionRow& option : options) {
    const std::string limits = option.limits.empty() ? "" : fmt::format(" [{}]", option.limits);
    list += fmt::format(".TP\n{}\n{}{}\n", spelled(option), roff(option.text + limits),
                        option.required && !option.by_place() ? " (needed)" : "");
  }
  return list;
}

constexpr const char* around_the_table = R"(.SH EXIT STATUS
.TP
.B 0
done, nothing wrong
.TP
.B 1
findings, damage, a failed expectation, or something that could not be done; the reason stands on standard error
.TP
.B 2
wrong usage
.SH ENVIRONMENT
.TP
.B XDG_DATA_HOME
where the data folder is made; \fI~/.local/share\fR if it is not set
.SH FILES
.TP
.I ~/.local/share/firsthand
the data folder: record, people, settings
.TP
.I /usr/share/firsthand
scenarios, models and pictures
.TP
.I /usr/share/doc/firsthand
the commands with examples, the format of scenarios and of the record, one page for each finding
)";

} // namespace

std::string man_page(const CommandTable& table, std::string_view date) {
  std::string page = fmt::format(
      ".\\\" Made by \"firsthand describe --as man\".\n.TH FIRSTHAND 1 \"{}\" \"Firsthand {}\" \"User Commands\"\n", date, table.version);
  page += ".SH NAME\nfirsthand \\- training for the officer who reaches digital evidence first\n.SH SYNOPSIS\n.B "
          "firsthand\n[\\fIOPTION\\fR]\\&...\n";
  for (const CommandRow& command : table.commands)
    page += ".br\n" + synopsis(command);
  page += ".SH DESCRIPTION\n" + roff(table.program.text) + "\n.SH OPTIONS\n" + list_of(table.program.options) + ".SH COMMANDS\n";
  for (const CommandRow& command : table.commands)
    page += fmt::format(".SS {}\n{}.PP\n{}.\n{}", roff(command.name), synopsis(command), roff(command.text), list_of(command.options));
  return page + around_the_table;
}

} // namespace firsthand::tools
