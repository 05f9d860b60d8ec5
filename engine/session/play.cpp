// Reading a play, all its faults at once, and writing one.
#include "engine/session/play.h"

#include <fmt/format.h>

#include <charconv>

namespace firsthand::session {
namespace {

using model::Fact;

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::string_view take_word(std::string_view& rest) {
  rest = trimmed(rest);
  const std::string_view word = rest.substr(0, rest.find_first_of(" \t"));
  rest = trimmed(rest.substr(word.size()));
  return word;
}

base::Error bad_play(std::string_view what) { return base::fail("grammar", fmt::format("Expected {}.", what)); }

constexpr std::pair<const char*, Symbol Fact::*> fact_keys[] = {
    {"entity", &Fact::entity}, {"name", &Fact::name},   {"from", &Fact::from},     {"to", &Fact::to},
    {"by", &Fact::by},         {"cause", &Fact::cause}, {"origin", &Fact::origin},
};

class PlayReader {
 public:
  explicit PlayReader(const Prepared& prepared) : prepared_(prepared) {}

  PlayReading read(std::string_view text) {
    int number = 0;
    while (!text.empty()) {
      const std::string_view line = text.substr(0, text.find('\n'));
      text.remove_prefix(std::min(text.size(), line.size() + 1));
      ++number;
      const std::string_view words = trimmed(line);
      if (!words.empty() && words[0] != '#') read_line(number, words);
    }
    return std::move(reading_);
  }

 private:
  void fault(int number, const base::Error& error) { reading_.faults.push_back({number, error.code, error.message}); }
  void read_line(int number, std::string_view words);
  base::Result<void> read_chance(std::string_view rest);
  base::Result<Expectation> read_expectation(std::string_view rest);
  base::Result<Expectation> read_fact(std::string_view rest);
  base::Result<Expectation> read_seen(std::string_view rest);
  base::Result<Expectation> read_refused(std::string_view rest);
  base::Result<Expectation> read_verdict(std::string_view rest);
  base::Result<void> read_fact_name(std::string_view word, FactWanted& wanted);
  base::Result<void> read_fact_key(std::string_view word, FactWanted& wanted);
  base::Result<Symbol> known(std::string_view word);

  const Prepared& prepared_;
  PlayReading reading_;
};

void PlayReader::read_line(int number, std::string_view words) {
  std::string_view rest = words;
  const std::string_view first = take_word(rest);
  PlayLine line{number, std::string(words), Action{}};
  if (first == "chance") {
    if (auto read = read_chance(rest); !read.ok()) fault(number, read.error());
    return;
  }
  if (first == "expect") {
    auto expectation = read_expectation(rest);
    if (!expectation.ok()) return fault(number, expectation.error());
    line.content = std::move(expectation).value();
  } else {
    auto action = parse_action(words, prepared_.symbols);
    if (!action.ok()) return fault(number, action.error());
    line.content = std::move(action).value();
  }
  reading_.play.lines.push_back(std::move(line));
}

base::Result<void> PlayReader::read_chance(std::string_view rest) {
  simulation::Pin pin;
  pin.draw = std::string(take_word(rest));
  pin.outcome = std::string(rest);
  if (pin.outcome.empty()) return bad_play("ENTITY.DRAW OUTCOME");
  if (!reading_.play.lines.empty()) return base::fail("chance-too-late", "Chance is fixed before anything is done.");
  if (unknown_pin(prepared_, {pin})) return base::fail("unknown-draw", fmt::format("Chance never gives {} {}.", pin.draw, pin.outcome));
  reading_.play.chance.push_back(std::move(pin));
  return {};
}

base::Result<Symbol> PlayReader::known(std::string_view word) {
  if (word.empty()) return bad_play("a word");
  if (const Symbol symbol = prepared_.symbols.find(word)) return symbol;
  return base::fail("unknown-word", fmt::format("The scenario does not know \"{}\".", word));
}

base::Result<Expectation> PlayReader::read_expectation(std::string_view rest) {
  const std::string_view what = take_word(rest);
  if (what == "fact") return read_fact(rest);
  if (what == "seen") return read_seen(rest);
  if (what == "refused") return read_refused(rest);
  if (what == "verdict") return read_verdict(rest);
  return bad_play("fact, seen, refused or verdict");
}

base::Result<Expectation> PlayReader::read_fact(std::string_view rest) {
  FactWanted wanted;
  const std::string_view kind = take_word(rest);
  const bool of_module = !model::fact_kind(kind, wanted.like.kind) || wanted.like.kind == model::FactKind::module;
  if (of_module) {
    if (kind.find('.') == std::string_view::npos) return bad_play(fmt::format("a kind of fact, not \"{}\"", kind));
    wanted.like.kind = model::FactKind::module;
    FH_TRY(name, known(kind));
    wanted.like.name = name;
    wanted.words.push_back(&Fact::name);
  }
  for (bool first = true; !rest.empty(); first = false) {
    const std::string_view word = take_word(rest);
    if (word == "at") {
      const auto seconds = base::parse_duration(rest);
      if (!seconds || *seconds < 0) return bad_play("a time such as 80 s");
      wanted.at = true;
      wanted.like.at = *seconds;
      break;
    }
    if (word.find('=') != std::string_view::npos) {
      FH_CHECK(read_fact_key(word, wanted));
    } else if (first && of_module) {
      FH_CHECK(read_fact_key(fmt::format("entity={}", word), wanted));
    } else if (first) {
      FH_CHECK(read_fact_name(word, wanted));
    } else {
      return bad_play("KEY=VALUE or at");
    }
  }
  return Expectation(std::move(wanted));
}

base::Result<void> PlayReader::read_fact_name(std::string_view word, FactWanted& wanted) {
  const std::size_t dot = word.find('.');
  if (dot != std::string_view::npos) {
    FH_CHECK(read_fact_key(fmt::format("entity={}", word.substr(0, dot)), wanted));
    word = word.substr(dot + 1);
  }
  return read_fact_key(fmt::format("name={}", word), wanted);
}

base::Result<void> PlayReader::read_fact_key(std::string_view word, FactWanted& wanted) {
  const std::string_view key = word.substr(0, word.find('='));
  const std::string_view value = word.substr(key.size() + 1);
  if (key == "amount") {
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), wanted.like.amount);
    if (error != std::errc() || end != value.data() + value.size()) return bad_play("a whole number after amount=");
    wanted.amount = true;
    return {};
  }
  for (const auto& [name, member] : fact_keys) {
    if (key != name) continue;
    FH_TRY(symbol, known(value));
    wanted.like.*member = symbol;
    wanted.words.push_back(member);
    return {};
  }
  return bad_play("entity, name, from, to, by, cause, origin or amount before =");
}

base::Result<Expectation> PlayReader::read_seen(std::string_view rest) {
  SeenWanted wanted;
  const std::string_view path = take_word(rest);
  const std::size_t dot = path.find('.');
  if (dot == std::string_view::npos || take_word(rest) != "=" || rest.empty()) return bad_play("ENTITY.CUE = VALUE");
  FH_TRY(entity, known(path.substr(0, dot)));
  FH_TRY(name, known(path.substr(dot + 1)));
  wanted.entity = entity;
  wanted.name = name;
  wanted.value = std::string(rest);
  return Expectation(std::move(wanted));
}

base::Result<Expectation> PlayReader::read_refused(std::string_view rest) {
  RefusalWanted wanted;
  wanted.code = std::string(take_word(rest));
  if (wanted.code.empty()) return bad_play("a code such as not-offered");
  if (!rest.empty()) {
    FH_TRY(action, parse_action(rest, prepared_.symbols));
    wanted.action = std::move(action);
  } else if (reading_.play.lines.empty() || !std::holds_alternative<Action>(reading_.play.lines.back().content)) {
    return bad_play("an action after the code, or on the line before");
  }
  return Expectation(std::move(wanted));
}

base::Result<Expectation> PlayReader::read_verdict(std::string_view rest) {
  VerdictWanted wanted;
  const std::string_view word = take_word(rest);
  if (word != "passed" && word != "failed") return bad_play("passed or failed");
  wanted.passed = word == "passed";
  if (rest.empty()) return Expectation(std::move(wanted));
  if (rest.rfind("fatal=", 0) != 0) return bad_play("fatal=RULE");
  wanted.fatal = std::string(rest.substr(6));
  for (const model::Rule& rule : prepared_.scenario.doctrine.rules)
    if (rule.id == wanted.fatal) return Expectation(std::move(wanted));
  return base::fail("unknown-word", fmt::format("The doctrine has no rule \"{}\".", wanted.fatal));
}

} // namespace

PlayReading parse_play(std::string_view text, const Prepared& prepared) { return PlayReader(prepared).read(text); }

std::string play_text(const Prepared& prepared, const std::vector<simulation::Pin>& chance, const std::vector<Action>& actions) {
  std::string text;
  for (const simulation::Pin& pin : chance)
    text += fmt::format("chance {} {}\n", pin.draw, pin.outcome);
  for (const Action& action : actions)
    text += action_words(action, prepared.symbols) + "\n";
  return text;
}

} // namespace firsthand::session
