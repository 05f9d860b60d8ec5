// Sentences for authors; no decision.
#include "engine/inspection/words.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cstdlib>

namespace firsthand::inspection {

namespace {

using model::Compare;
using model::Condition;

std::string amount_of_condition(const Condition& test) { return amount_words(test.quanta, model::quanta_per_unit); }

std::string test_words(const Condition& test) {
  switch (test.compare) {
  case Compare::is_one_of:
    return fmt::format("{}: {}", test.path, fmt::join(test.values, "|"));
  case Compare::at_most:
    return fmt::format("{} <= {}", test.path, amount_of_condition(test));
  case Compare::at_least:
    return fmt::format("{} >= {}", test.path, amount_of_condition(test));
  case Compare::below:
    return fmt::format("{} < {}", test.path, amount_of_condition(test));
  case Compare::above:
    return fmt::format("{} > {}", test.path, amount_of_condition(test));
  }
  return test.path;
}

template<class Answer> std::string words_with(const Condition& condition, const Answer& answer) {
  const auto parts = [&](const char* between) {
    std::string all;
    for (const Condition& part : condition.parts)
      all += (all.empty() ? "" : between) + words_with(part, answer);
    return all;
  };
  switch (condition.kind) {
  case Condition::Kind::always:
    return "always";
  case Condition::Kind::all:
    return parts(", ");
  case Condition::Kind::any:
    return "(" + parts(" or ") + ")";
  case Condition::Kind::none:
    return "not (" + parts(" or ") + ")";
  case Condition::Kind::test:
    break;
  }
  return test_words(condition) + answer(condition);
}

// "15 h 28 min": a figure and its unit stay in one line.
std::string unbroken(std::string_view duration) {
  std::string all;
  for (const char c : duration) {
    const bool after_figure = !all.empty() && all.back() >= '0' && all.back() <= '9';
    all += c == ' ' && after_figure ? std::string_view("\u00A0") : std::string_view(&c, 1);
  }
  return all;
}

std::string word_or(const model::Symbols& symbols, model::Symbol symbol, const char* otherwise) {
  return symbol == 0 ? otherwise : symbols.word(symbol);
}

} // namespace

std::string place_of(const Past& past, const model::Where& where) {
  const auto& files = past.content->read().files;
  if (where.line == 0 || where.file >= files.size()) return "";
  std::string path = reading::without_version(files[where.file].path).first;
  if (path.starts_with("scenarios/")) path.erase(0, 10); // as the author's own folder has it
  return fmt::format("{}:{}", path, where.line);
}

std::string condition_words(const Past& past, const session::Attempt& at, model::Symbol entity, const Condition& condition) {
  return words_with(condition, [&](const Condition& test) {
    return past.prepared().scene.holds(at.world, entity, test) ? std::string(" [yes]") : std::string(" [no]");
  });
}

std::string seen_condition_words(const Past& past, const session::Attempt& at, model::Symbol entity, const Condition& condition) {
  return words_with(condition, [&](const Condition& test) {
    return past.prepared().scene.seen_holds(at.world.seen, entity, test) ? std::string(" [yes]") : std::string(" [no]");
  });
}

std::string condition_words(const Condition& condition) {
  return words_with(condition, [](const Condition&) { return std::string(); });
}

std::string pattern_words(const model::FactPattern& pattern) {
  if (pattern.is_state()) return "that it is " + condition_words(pattern.holds);
  std::string words = model::fact_word(pattern.kind);
  const auto add = [&](const char* before, const std::vector<model::Id>& list) {
    if (!list.empty()) words += fmt::format("{}{}", before, fmt::join(list, "|"));
  };
  add(" ", pattern.names);
  add(" tagged ", pattern.tags);
  add(" of kind ", pattern.kinds);
  if (!pattern.role.empty()) words += " of " + pattern.role;
  add(" from ", pattern.from);
  add(" to ", pattern.to);
  if (!pattern.by.empty()) words += " by " + pattern.by;
  if (pattern.only_if.kind != model::Condition::Kind::always) words += " while " + condition_words(pattern.only_if);
  return words;
}

std::string patterns_words(const std::vector<model::FactPattern>& patterns, const char* between) {
  std::string all;
  for (const model::FactPattern& each : patterns)
    all += (all.empty() ? "" : between) + pattern_words(each);
  return all;
}

std::string fact_words(const model::Symbols& symbols, const model::Fact& fact) {
  std::string words = model::fact_word(fact.kind);
  const std::string entity = word_or(symbols, fact.entity, ""), name = word_or(symbols, fact.name, "");
  if (!entity.empty() || !name.empty()) words += " " + entity + (entity.empty() || name.empty() ? "" : ".") + name;
  if (fact.kind == model::FactKind::changed || fact.kind == model::FactKind::moved || fact.kind == model::FactKind::seen)
    words +=
        fmt::format(": {} -> {}", word_or(symbols, fact.from, "nothing"),
                    fact.kind == model::FactKind::seen && fact.to == 0 ? std::to_string(fact.amount) : word_or(symbols, fact.to, "none"));
  else if (fact.to != 0)
    words += ": " + symbols.word(fact.to);
  if (fact.amount != 0 && fact.kind != model::FactKind::seen) words += fmt::format(" ({})", fact.amount);
  return words;
}

std::string time_words(base::Seconds at) { return at == base::never ? "never" : base::elapsed(at); }

std::string until_words(base::Seconds now, base::Seconds at) {
  if (at == base::never) return "never";
  if (at <= now) return base::elapsed(at) + ", now";
  return fmt::format("{}, in {}", base::elapsed(at), unbroken(base::duration_words(at - now)));
}

// One figure behind the point is enough to see that it flows.
std::string amount_words(std::int64_t quanta, std::int64_t unit) {
  const std::int64_t tenths = quanta / unit * 10 + quanta % unit * 10 / unit;
  const std::string whole = fmt::format("{}{}", tenths < 0 ? "-" : "", std::abs(tenths) / 10);
  return tenths % 10 == 0 ? whole : fmt::format("{}.{}", whole, std::abs(tenths) % 10);
}

} // namespace firsthand::inspection
