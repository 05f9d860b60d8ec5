// Facts to JSON and back.
#include "engine/session/record.h"

#include <fmt/format.h>

#include <array>
#include <functional>

namespace firsthand::session {
namespace {

using base::Json;
using model::Fact;
using FindWord = std::function<std::optional<Symbol>(const std::string&)>;

constexpr std::array<std::pair<const char*, Symbol Fact::*>, 7> word_keys{{{"e", &Fact::entity},
                                                                           {"n", &Fact::name},
                                                                           {"f", &Fact::from},
                                                                           {"v", &Fact::to},
                                                                           {"y", &Fact::by},
                                                                           {"c", &Fact::cause},
                                                                           {"o", &Fact::origin}}};

base::Error bad_fact(std::string_view what) { return base::fail("record-line", fmt::format("A fact with {}.", what)); }

bool number_in(const Json& json, const char* key, std::int64_t least, std::int64_t most, std::int64_t& number) {
  const Json* found = json.find(key);
  if (!found) return true; // keeps what it is
  number = found->number();
  return found->is_number() && number >= least && number <= most;
}

base::Result<Fact> read_fact(const Json& json, const FindWord& find) {
  Fact fact;
  if (!json.is_object() || !model::fact_kind(json.at("k").text(), fact.kind)) return bad_fact("an unknown kind");
  std::int64_t batch = 0, at = 0, origin_at = 0;
  if (!number_in(json, "b", 0, 0xFFFF, batch) || !number_in(json, "t", 0, 0x7FFFFFFF, at) ||
      !number_in(json, "p", base::never, 0x7FFFFFFF, origin_at) || !number_in(json, "a", INT64_MIN, INT64_MAX, fact.amount))
    return bad_fact("a number that cannot be");
  fact.batch = static_cast<std::uint16_t>(batch);
  fact.at = static_cast<base::Seconds>(at);
  fact.origin_at = static_cast<base::Seconds>(origin_at);
  for (const auto& [key, member] : word_keys) {
    const std::string& word = json.at(key).text();
    const auto symbol = find(word);
    if (!symbol) return base::fail("unknown-word", fmt::format("The scenario does not know \"{}\" in a fact.", word));
    fact.*member = *symbol;
  }
  return fact;
}

} // namespace

Json fact_json(const Fact& fact, const model::Symbols& symbols) {
  Json::Object object;
  object["k"] = model::fact_word(fact.kind);
  object["b"] = fact.batch;
  object["t"] = fact.at;
  for (const auto& [key, member] : word_keys)
    if (fact.*member != 0) object[key] = symbols.word(fact.*member);
  if (fact.origin_at != 0) object["p"] = fact.origin_at;
  if (fact.amount != 0) object["a"] = fact.amount;
  return object;
}

base::Result<Fact> fact_from(const Json& json, const model::Symbols& symbols) {
  return read_fact(json, [&](const std::string& word) -> std::optional<Symbol> {
    const Symbol symbol = symbols.find(word);
    if (symbol == 0 && !word.empty()) return std::nullopt;
    return symbol;
  });
}

base::Result<Fact> fact_from(const Json& json, model::Symbols& symbols, std::nullptr_t) {
  return read_fact(json, [&](const std::string& word) -> std::optional<Symbol> {
    if (symbols.find(word) == 0 && symbols.size() >= 0xFFFF) return std::nullopt; // the table is full: no honest record has that many
    return symbols.intern(word);
  });
}

} // namespace firsthand::session
