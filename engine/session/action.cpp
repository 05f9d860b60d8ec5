// Actions to words and back. There is one way to write an action, and reading it gives the same action again.
#include "engine/session/action.h"

#include "engine/base/utf8.h"
#include "engine/reading/signs.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace firsthand::session {
namespace {

constexpr std::size_t longest_line = 1u << 16;

// Cuts a line into words; a word may end in ="…", in which spaces stand for themselves and \" \\ \n are escapes.
class LineWords {
 public:
  explicit LineWords(std::string_view line) : line_(line) { skip_spaces(); }

  bool ended() const { return at_ >= line_.size(); }
  std::string_view rest() const { return line_.substr(at_); }

  std::string take() {
    std::string word;
    from_ = at_;
    while (!ended() && line_[at_] != ' ' && line_[at_] != '\t') {
      const char c = line_[at_++];
      if (c == '"' && !word.empty() && word.back() == '=')
        take_quoted(word);
      else
        word += c;
    }
    until_ = at_;
    skip_spaces();
    return word;
  }
  bool broken() const { return broken_; } // a quote without its end, or an escape that there is not
  std::size_t last_at() const { return from_; }
  std::string_view last() const { return line_.substr(from_, until_ - from_); }

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
  std::size_t at_ = 0, from_ = 0, until_ = 0; // of the word that was taken last
  bool broken_ = false;
};

constexpr const char* first_words[] = {"do", "task", "wait", "go", "chance", "expect"};

class ActionReader {
 public:
  ActionReader(std::string_view line, const model::Symbols& symbols) : words_(line), symbols_(symbols) {}

  const LineFault& fault() const { return fault_; }

  base::Result<Action> read() {
    const std::string first = words_.take();
    if (first == "do") return finish(read_do());
    if (first == "task") return finish(read_task());
    if (first == "wait") return read_wait();
    if (first != "go") return expected("do, task, wait or go on", near(first, first_words));
    if (words_.take() != "on") return expected("on after go", "on");
    action_.kind = Action::Kind::go_on;
    return finish({});
  }

 private:
  base::Result<Action> finish(base::Result<void> read) {
    if (!read.ok()) return read.error();
    if (words_.broken()) return expected("a closing quotation mark, and only \\\" \\\\ \\n after a backslash");
    if (words_.ended()) return std::move(action_);
    const std::string rest(words_.rest());
    words_.take();
    expected(action_.kind == Action::Kind::note ? "nothing more, or quotation marks around all words of the text" : "nothing more");
    return base::fail("grammar", fmt::format("Expected nothing more, but there is \"{}\".", rest));
  }

  // The word that was taken last is not what may stand there.
  base::Error expected(std::string_view what, std::string suggestion = {}) {
    fault_ = {LineFault::Kind::grammar, words_.last_at(), std::string(words_.last()), std::string(what), std::move(suggestion)};
    return base::fail("grammar", fmt::format("Expected {}.", what));
  }

  template<class Words> static std::string near(std::string_view word, const Words& known) {
    return base::did_you_mean(word, known).value_or("");
  }

  base::Result<Symbol> known(const std::string& word, std::string_view what) {
    if (word.empty()) return expected(what);
    if (const Symbol symbol = symbols_.find(word)) return symbol;
    std::vector<std::string> all;
    for (std::size_t i = 1; i < symbols_.size(); ++i)
      all.push_back(symbols_.word(static_cast<Symbol>(i)));
    fault_ = {LineFault::Kind::unknown_word, place_of(word), word, std::string(what), near(word, all)};
    return base::fail("unknown-word",
                      fmt::format("The scenario does not know \"{}\" ({}).{}", word, what,
                                  fault_.suggestion.empty() ? "" : fmt::format(" Did you mean \"{}\"?", fault_.suggestion)));
  }

  // A part of the last word may be meant: KEY or VALUE of KEY=VALUE.
  std::size_t place_of(std::string_view word) const {
    const std::size_t inside = words_.last().rfind(word);
    return words_.last_at() + (inside == std::string_view::npos ? 0 : inside);
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
    if (action_.entity != 0 || action_.with != 0 || !action_.values.empty())
      return expected("with or KEY=VALUE", near(word, std::array{"with"}));
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
    if (!seconds || *seconds < 0) {
      words_.take();
      return expected("a duration such as 30 s", reading::in_plain_digits(words_.last()).value_or(""));
    }
    action_.seconds = *seconds;
    return std::move(action_);
  }

  LineWords words_;
  const model::Symbols& symbols_;
  Action action_;
  LineFault fault_;
};

// Signs that editors, chats and web pages put in the place of another.
struct LookAlike {
  char32_t first, last;
  const char *name, *instead;
};
constexpr const char *no_sign = "nothing: it cannot be seen", *plain_space = "a plain space", *plain_quote = "a plain quotation mark";
constexpr LookAlike look_alikes[] = {
    {0x0D, 0x0D, "a carriage return (an old line end)", "a new line"},
    {0xA0, 0xA0, "a no-break space", plain_space},
    {0xAD, 0xAD, "a soft hyphen", no_sign},
    {0xAB, 0xAB, "a typographic quotation mark «", plain_quote},
    {0xBB, 0xBB, "a typographic quotation mark »", plain_quote},
    {0x2000, 0x200A, "a wide or narrow space", plain_space},
    {0x200B, 0x200F, "an invisible sign", no_sign},
    {0x2010, 0x2015, "a dash", "a plain hyphen"},
    {0x2018, 0x201F, "a typographic quotation mark", plain_quote},
    {0x2028, 0x2029, "an invisible line end", "a new line"},
    {0x202F, 0x202F, "a narrow no-break space", plain_space},
    {0x205F, 0x205F, "a wide or narrow space", plain_space},
    {0x2060, 0x2064, "an invisible sign", no_sign},
    {0x2212, 0x2212, "a minus sign", "a plain hyphen"},
    {0x3000, 0x3000, "a full-width space", plain_space},
    {0xFEFF, 0xFEFF, "an invisible sign (a byte order mark)", no_sign},
    {0xFF01, 0xFF5E, "a full-width sign", "the plain one"},
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

std::optional<LineFault> look_alike(std::string_view line) {
  if (base::first_invalid_utf8(line)) return std::nullopt;
  bool quoted = false;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t from = at;
    const char32_t sign = base::next_code_point(line, at);
    if (sign == U'\\' && quoted && at < line.size())
      base::next_code_point(line, at);
    else if (sign == U'"')
      quoted = !quoted;
    else if (!quoted)
      for (const LookAlike& one : look_alikes)
        if (sign >= one.first && sign <= one.last)
          return LineFault{LineFault::Kind::look_alike, from, fmt::format("{} (U+{:04X})", one.name, static_cast<std::uint32_t>(sign)),
                           one.instead, ""};
  }
  return std::nullopt;
}

base::Result<Action> parse_action(std::string_view line, const model::Symbols& symbols, LineFault* fault) {
  if (line.size() > longest_line) return base::fail("grammar", "The line is too long.");
  ActionReader reader(line, symbols);
  auto read = reader.read();
  if (read.ok()) return read;
  const auto alike = look_alike(line); // the likelier reason
  if (fault) *fault = alike ? *alike : reader.fault();
  return alike ? base::fail("grammar", fmt::format("There is {}. Write {}.", alike->found, alike->wanted)) : read.error();
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
