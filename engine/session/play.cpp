// Reading a play, all its faults at once, and writing one.
#include "engine/session/play.h"

#include "engine/base/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace firsthand::session {
namespace {

using model::Fact;

constexpr const char* spaces = " \t\r";

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(spaces);
  if (first == std::string_view::npos) return text.substr(text.size());
  return text.substr(first, text.find_last_not_of(spaces) - first + 1);
}

std::string_view take_word(std::string_view& rest) {
  rest = trimmed(rest);
  const std::string_view word = rest.substr(0, rest.find_first_of(" \t"));
  rest = trimmed(rest.substr(word.size()));
  return word;
}

// Said in full in the finding; the code only stops the reading of the line.
base::Error stopped() { return base::fail("grammar", ""); }

constexpr std::pair<const char*, Symbol Fact::*> fact_keys[] = {
    {"entity", &Fact::entity}, {"name", &Fact::name},   {"from", &Fact::from},     {"to", &Fact::to},
    {"by", &Fact::by},         {"cause", &Fact::cause}, {"origin", &Fact::origin},
};

template<class Range> std::string near(std::string_view word, const Range& known) { return base::did_you_mean(word, known).value_or(""); }

constexpr std::size_t most_listed = 12;

std::vector<std::string> kinds_of_facts() {
  std::vector<std::string> all;
  for (int i = 0; i <= static_cast<int>(model::FactKind::module); ++i)
    all.emplace_back(model::fact_word(static_cast<model::FactKind>(i)));
  return all;
}

class PlayReader {
 public:
  explicit PlayReader(const Prepared& prepared) : prepared_(prepared) {}

  PlayReading read(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    if (not_utf8(text)) return std::move(reading_);
    int number = 0;
    while (!text.empty()) {
      const std::string_view line = text.substr(0, text.find('\n'));
      text.remove_prefix(std::min(text.size(), line.size() + 1));
      ++number;
      const std::string_view words = trimmed(line);
      line_ = line;
      number_ = number;
      if (!words.empty() && (words[0] != '#' || words.find('\r') != words.npos)) read_line(words);
    }
    return std::move(reading_);
  }

 private:
  using Facts = std::vector<std::pair<std::string, std::string>>;
  bool not_utf8(std::string_view text);
  std::uint32_t column_of(std::string_view part) const;
  base::Error say(const char* code, std::string_view at, Facts facts, std::string suggestion = {});
  base::Error expected(std::string_view at, std::string_view wanted, std::string suggestion = {});
  base::Error say(const LineFault& fault, std::string_view words);
  base::Result<Action> read_action(std::string_view words);
  void read_line(std::string_view words);
  base::Result<void> read_chance(std::string_view rest);
  base::Result<Expectation> read_expectation(std::string_view rest);
  base::Result<Expectation> read_fact(std::string_view rest);
  base::Result<Expectation> read_seen(std::string_view rest);
  base::Result<Expectation> read_refused(std::string_view rest);
  base::Result<Expectation> read_verdict(std::string_view rest);
  base::Result<void> read_fact_name(std::string_view word, FactWanted& wanted);
  base::Result<void> read_fact_key(std::string_view key, std::string_view value, FactWanted& wanted);
  base::Result<void> read_amount(std::string_view value, FactWanted& wanted);
  base::Result<Symbol> known(std::string_view word);

  const Prepared& prepared_;
  std::string_view line_; // what is being read, whole
  int number_ = 0;
  PlayReading reading_;
};

bool PlayReader::not_utf8(std::string_view text) {
  const auto broken = base::first_invalid_utf8(text);
  const bool wide = text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF") || text.find('\0') != text.npos;
  if (!broken && !wide) return false;
  const auto until = static_cast<std::ptrdiff_t>(wide ? 0 : *broken);
  number_ = static_cast<int>(1 + std::count(text.begin(), text.begin() + until, '\n'));
  line_ = {};
  say("F0101", {}, {{"form", wide ? "UTF-16" : "broken UTF-8"}});
  return true;
}

// `part` lies in the line, or is empty: then the line's end is meant.
std::uint32_t PlayReader::column_of(std::string_view part) const {
  const bool inside = part.data() >= line_.data() && part.data() <= line_.data() + line_.size();
  const std::string_view before = inside ? line_.substr(0, static_cast<std::size_t>(part.data() - line_.data())) : trimmed(line_);
  return static_cast<std::uint32_t>(1 + base::count_code_points(before));
}

base::Error PlayReader::say(const char* code, std::string_view at, Facts facts, std::string suggestion) {
  model::Finding finding{code, {0, static_cast<std::uint32_t>(number_), column_of(at)}, std::move(facts), std::move(suggestion)};
  reading_.faults.push_back(std::move(finding));
  return stopped();
}

base::Error PlayReader::expected(std::string_view at, std::string_view wanted, std::string suggestion) {
  if (const auto alike = look_alike(line_)) return say(*alike, line_);
  const std::string found = at.empty() ? "the end of the line" : fmt::format("“{}”", at);
  return say("F1001", at, {{"wanted", std::string(wanted)}, {"found", found}}, std::move(suggestion));
}

base::Error PlayReader::say(const LineFault& fault, std::string_view words) {
  const std::string_view at = words.substr(fault.at, fault.kind == LineFault::Kind::look_alike ? 0 : fault.found.size());
  if (fault.kind == LineFault::Kind::look_alike) return say("F1013", at, {{"sign", fault.found}, {"instead", fault.wanted}});
  if (fault.kind == LineFault::Kind::grammar) return expected(at, fault.wanted, fault.suggestion);
  return say("F1002", at, {{"word", fault.found}, {"wanted", fault.wanted}}, fault.suggestion);
}

base::Result<Action> PlayReader::read_action(std::string_view words) {
  LineFault fault;
  auto action = parse_action(words, prepared_.symbols, &fault);
  return action.ok() ? action : say(fault, words);
}

void PlayReader::read_line(std::string_view words) {
  std::string_view rest = words;
  const std::string_view first = take_word(rest);
  PlayLine line{number_, column_of(words), std::string(words), Action{}};
  if (first == "chance") {
    (void)read_chance(rest).ok();
    return;
  }
  if (first == "expect") {
    auto expectation = read_expectation(rest);
    if (!expectation.ok()) return;
    line.content = std::move(expectation).value();
  } else {
    auto action = read_action(words);
    if (!action.ok()) return;
    line.content = std::move(action).value();
  }
  reading_.play.lines.push_back(std::move(line));
}

base::Result<void> PlayReader::read_chance(std::string_view rest) {
  simulation::FixedDraw fixed;
  const std::string_view all = rest;
  fixed.draw = std::string(take_word(rest));
  fixed.outcome = std::string(rest);
  if (fixed.outcome.empty()) return expected(rest, "ENTITY.DRAW OUTCOME after chance");
  if (!reading_.play.lines.empty()) return say("F1014", all, {});
  if (unknown_fixed_draw(prepared_, {fixed})) {
    std::vector<std::string> known = draws_of(prepared_);
    std::string list;
    for (std::size_t i = 0; i < known.size() && i < most_listed; ++i)
      list += (i ? ", " : "") + known[i];
    if (known.size() > most_listed) list += ", …";
    return say("F1003", all, {{"draw", std::string(all)}, {"known", known.empty() ? "none" : list}}, near(all, known));
  }
  reading_.play.chance.push_back(std::move(fixed));
  return {};
}

base::Result<Symbol> PlayReader::known(std::string_view word) {
  if (word.empty()) return expected(word, "a word");
  if (const Symbol symbol = prepared_.symbols.find(word)) return symbol;
  std::vector<std::string> all;
  for (std::size_t i = 1; i < prepared_.symbols.size(); ++i)
    all.push_back(prepared_.symbols.word(static_cast<Symbol>(i)));
  if (const auto alike = look_alike(line_)) return say(*alike, line_);
  return say("F1002", word, {{"word", std::string(word)}, {"wanted", "a word of this lesson"}}, near(word, all));
}

base::Result<Expectation> PlayReader::read_expectation(std::string_view rest) {
  const std::string_view what = take_word(rest);
  if (what == "fact") return read_fact(rest);
  if (what == "seen") return read_seen(rest);
  if (what == "refused") return read_refused(rest);
  if (what == "verdict") return read_verdict(rest);
  return expected(what, "fact, seen, refused or verdict after expect", near(what, std::array{"fact", "seen", "refused", "verdict"}));
}

base::Result<Expectation> PlayReader::read_fact(std::string_view rest) {
  FactWanted wanted;
  const std::string_view kind = take_word(rest);
  const bool of_module = !model::fact_kind(kind, wanted.like.kind) || wanted.like.kind == model::FactKind::module;
  if (of_module) {
    if (kind.find('.') == std::string_view::npos) return expected(kind, "a kind of fact", near(kind, kinds_of_facts()));
    wanted.like.kind = model::FactKind::module;
    FH_TRY(name, known(kind));
    wanted.like.name = name;
    wanted.words.push_back(&Fact::name);
  }
  for (bool first = true; !rest.empty(); first = false) {
    const std::string_view word = take_word(rest);
    const std::size_t equals = word.find('=');
    if (word == "at") {
      const auto seconds = base::parse_duration(rest);
      if (!seconds || *seconds < 0) return expected(rest, "a time such as 80 s after at");
      wanted.at = true;
      wanted.like.at = *seconds;
      break;
    }
    if (equals != std::string_view::npos) {
      FH_CHECK(read_fact_key(word.substr(0, equals), word.substr(equals + 1), wanted));
    } else if (first && of_module) {
      FH_CHECK(read_fact_key("entity", word, wanted));
    } else if (first) {
      FH_CHECK(read_fact_name(word, wanted));
    } else {
      return expected(word, "KEY=VALUE or at", near(word, std::array{"at"}));
    }
  }
  return Expectation(std::move(wanted));
}

base::Result<void> PlayReader::read_fact_name(std::string_view word, FactWanted& wanted) {
  const std::size_t dot = word.find('.');
  if (dot != std::string_view::npos) {
    FH_CHECK(read_fact_key("entity", word.substr(0, dot), wanted));
    word = word.substr(dot + 1);
  }
  return read_fact_key("name", word, wanted);
}

base::Result<void> PlayReader::read_amount(std::string_view value, FactWanted& wanted) {
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), wanted.like.amount);
  if (error != std::errc() || end != value.data() + value.size()) return expected(value, "a whole number after amount=");
  wanted.amount = true;
  return {};
}

base::Result<void> PlayReader::read_fact_key(std::string_view key, std::string_view value, FactWanted& wanted) {
  if (key == "amount") return read_amount(value, wanted);
  for (const auto& [name, member] : fact_keys) {
    if (key != name) continue;
    FH_TRY(symbol, known(value));
    wanted.like.*member = symbol;
    wanted.words.push_back(member);
    return {};
  }
  std::vector<std::string> keys{"amount"};
  for (const auto& one : fact_keys)
    keys.emplace_back(one.first);
  return expected(key, "entity, name, from, to, by, cause, origin or amount before =", near(key, keys));
}

base::Result<Expectation> PlayReader::read_seen(std::string_view rest) {
  SeenWanted wanted;
  const std::string_view path = take_word(rest);
  const std::size_t dot = path.find('.');
  if (dot == std::string_view::npos) return expected(path, "ENTITY.CUE = VALUE after expect seen");
  FH_TRY(entity, known(path.substr(0, dot)));
  FH_TRY(name, known(path.substr(dot + 1)));
  const std::string_view equals = take_word(rest);
  if (equals != "=") return expected(equals, "= with a space on either side");
  if (rest.empty()) return expected(rest, "a value after =");
  wanted.entity = entity;
  wanted.name = name;
  wanted.value = std::string(rest);
  return Expectation(std::move(wanted));
}

base::Result<Expectation> PlayReader::read_refused(std::string_view rest) {
  RefusalWanted wanted;
  wanted.code = std::string(take_word(rest));
  if (wanted.code.empty()) return expected(rest, "a code such as not-offered");
  if (!rest.empty()) {
    FH_TRY(action, read_action(rest));
    wanted.action = std::move(action);
  } else if (reading_.play.lines.empty() || !std::holds_alternative<Action>(reading_.play.lines.back().content)) {
    return expected(rest, "an action after the code, or on the line before");
  }
  return Expectation(std::move(wanted));
}

base::Result<Expectation> PlayReader::read_verdict(std::string_view rest) {
  VerdictWanted wanted;
  const std::string_view word = take_word(rest);
  if (word != "passed" && word != "failed") return expected(word, "passed or failed", near(word, std::array{"passed", "failed"}));
  wanted.passed = word == "passed";
  if (rest.empty()) return Expectation(std::move(wanted));
  if (!rest.starts_with("fatal=")) return expected(rest, "fatal=RULE");
  wanted.fatal = std::string(rest.substr(6));
  std::vector<std::string> rules;
  for (const model::Rule& rule : prepared_.scenario.doctrine.rules)
    rules.push_back(rule.id);
  if (std::find(rules.begin(), rules.end(), wanted.fatal) != rules.end()) return Expectation(std::move(wanted));
  return say("F1002", rest.substr(6), {{"word", wanted.fatal}, {"wanted", "a rule of the doctrine"}}, near(wanted.fatal, rules));
}

} // namespace

PlayReading parse_play(std::string_view text, const Prepared& prepared) { return PlayReader(prepared).read(text); }

std::string play_text(const Prepared& prepared, const std::vector<simulation::FixedDraw>& chance, const std::vector<Action>& actions) {
  std::string text;
  for (const simulation::FixedDraw& fixed : chance)
    text += fmt::format("chance {} {}\n", fixed.draw, fixed.outcome);
  for (const Action& action : actions)
    text += action_words(action, prepared.symbols) + "\n";
  return text;
}

} // namespace firsthand::session
