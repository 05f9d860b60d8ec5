// Actions to words and back. There is one way to write an action, and reading it gives the same action again.
#include "engine/session/action.h"

#include "engine/base/utf8.h"

#include <fmt/format.h>

#include <algorithm>

namespace firsthand::session {
namespace {

constexpr std::size_t longest_line = 1u << 16;

base::Error expected(std::string_view what) { return base::fail("grammar", fmt::format("Expected {}.", what)); }

// Cuts a line into words; a word may end in ="…", in which spaces stand for themselves and \" \\ \n are escapes.
class LineWords {
 public:
  explicit LineWords(std::string_view line) : line_(line) { skip_spaces(); }

  bool ended() const { return at_ >= line_.size(); }
  std::string_view rest() const { return line_.substr(at_); }

  std::string take() {
    std::string word;
    while (!ended() && line_[at_] != ' ' && line_[at_] != '\t') {
      const char c = line_[at_++];
      if (c == '"' && !word.empty() && word.back() == '=')
        take_quoted(word);
      else
        word += c;
    }
    skip_spaces();
    return word;
  }
  bool broken() const { return broken_; } // a quote without its end, or an escape that there is not

 private:
  void skip_spaces() {
    while (!ended() && (line_[at_] == ' ' || line_[at_] == '\t'))
      ++at_;
  }

  void take_quoted(std::string& word) {
    while (!ended() && line_[at_] != '"') {
      char c = line_[at_++];
      if (c == '\\') {
        const char next = ended() ? '\0' : line_[at_++];
        broken_ = broken_ || (next != 'n' && next != '"' && next != '\\');
        c = next == 'n' ? '\n' : next;
      }
      word += c;
    }
    broken_ = broken_ || ended();
    if (!ended()) ++at_;
    broken_ = broken_ || (!ended() && line_[at_] != ' ' && line_[at_] != '\t');
  }

  std::string_view line_;
  std::size_t at_ = 0;
  bool broken_ = false;
};

class ActionReader {
 public:
  ActionReader(std::string_view line, const model::Symbols& symbols) : words_(line), symbols_(symbols) {}

  base::Result<Action> read() {
    const std::string first = words_.take();
    if (first == "do") return finish(read_do());
    if (first == "task") return finish(read_task());
    if (first == "wait") return read_wait();
    if (first == "go" && words_.take() == "on") {
      action_.kind = Action::Kind::go_on;
      return finish({});
    }
    return expected("do, task, wait or go on");
  }

 private:
  base::Result<Action> finish(base::Result<void> read) {
    if (!read.ok()) return read.error();
    if (words_.broken()) return expected("a closing quotation mark, and only \\\" \\\\ \\n after a backslash");
    if (!words_.ended()) return expected(fmt::format("nothing more, but there is \"{}\"", words_.rest()));
    return std::move(action_);
  }

  base::Result<Symbol> known(const std::string& word, std::string_view what) {
    if (word.empty()) return expected(what);
    if (const Symbol symbol = symbols_.find(word)) return symbol;
    std::vector<std::string> all;
    for (std::size_t i = 1; i < symbols_.size(); ++i)
      all.push_back(symbols_.word(static_cast<Symbol>(i)));
    const auto near = base::did_you_mean(word, all);
    return base::fail("unknown-word", fmt::format("The scenario does not know \"{}\" ({}).{}", word, what,
                                                  near ? fmt::format(" Did you mean \"{}\"?", *near) : ""));
  }

  base::Result<void> read_do() {
    FH_TRY(step, known(words_.take(), "a step"));
    action_.step = step;
    const std::string verb_word = words_.take();
    if (verb_word == "note") return read_note();
    FH_TRY(verb, known(verb_word, "a verb"));
    action_.verb = verb;
    while (!words_.ended())
      FH_CHECK(read_part(words_.take()));
    return {};
  }

  base::Result<void> read_part(const std::string& word) {
    const std::size_t equals = word.find('=');
    if (equals != std::string::npos) {
      FH_TRY(key, known(word.substr(0, equals), "a key"));
      FH_TRY(value, known(word.substr(equals + 1), "a value"));
      action_.values.emplace_back(key, value);
      return {};
    }
    if (word == "with" && action_.with == 0 && action_.values.empty()) {
      FH_TRY(with, known(words_.take(), "an instrument"));
      action_.with = with;
      return {};
    }
    if (action_.entity != 0 || action_.with != 0 || !action_.values.empty()) return expected("with or KEY=VALUE");
    FH_TRY(entity, known(word, "an entity"));
    action_.entity = entity;
    return {};
  }

  base::Result<void> read_note() {
    action_.kind = Action::Kind::note;
    if (words_.ended()) return {};
    const std::string text = words_.take();
    if (text.rfind("text=", 0) != 0) return expected("text=\"…\"");
    action_.text = text.substr(5);
    return {};
  }

  base::Result<void> read_task() {
    action_.kind = Action::Kind::task;
    FH_TRY(by, known(words_.take(), "a person"));
    FH_TRY(verb, known(words_.take(), "a verb"));
    FH_TRY(entity, known(words_.take(), "an entity"));
    action_.by = by;
    action_.verb = verb;
    action_.entity = entity;
    return {};
  }

  base::Result<Action> read_wait() {
    action_.kind = Action::Kind::wait;
    std::string_view rest = words_.rest();
    while (!rest.empty() && (rest.back() == ' ' || rest.back() == '\t'))
      rest.remove_suffix(1);
    const auto seconds = base::parse_duration(rest);
    if (!seconds || *seconds < 0) return expected("a duration such as 30 s");
    action_.seconds = *seconds;
    return std::move(action_);
  }

  LineWords words_;
  const model::Symbols& symbols_;
  Action action_;
};

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '\n')
      out += "\\n";
    else if (c == '"' || c == '\\')
      (out += '\\') += c;
    else
      out += c;
  }
  return out + '"';
}

std::string value_words(const std::string& value) {
  return value.empty() || value.find_first_of(" \t\n\"\\") != std::string::npos ? quoted(value) : value;
}

} // namespace

base::Result<Action> parse_action(std::string_view line, const model::Symbols& symbols) {
  if (line.size() > longest_line) return base::fail("grammar", "The line is too long.");
  return ActionReader(line, symbols).read();
}

std::string action_words(const Action& action, const model::Symbols& symbols) {
  const auto word = [&](Symbol symbol) { return " " + symbols.word(symbol); };
  switch (action.kind) {
  case Action::Kind::go_on:
    return "go on";
  case Action::Kind::wait:
    return "wait " + base::duration_words(action.seconds);
  case Action::Kind::task:
    return "task" + word(action.by) + word(action.verb) + word(action.entity);
  case Action::Kind::note:
    return "do" + word(action.step) + " note" + (action.text.empty() ? "" : " text=" + quoted(action.text));
  case Action::Kind::act:
    break;
  }
  std::string line = "do" + word(action.step) + word(action.verb);
  if (action.entity) line += word(action.entity);
  if (action.with) line += " with" + word(action.with);
  for (const auto& [key, value] : action.values)
    line += word(key) + "=" + value_words(symbols.word(value));
  return line;
}

} // namespace firsthand::session
