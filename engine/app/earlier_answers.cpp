// See earlier_answers.h.
#include "engine/app/earlier_answers.h"

#include "engine/session/record.h"

#include <algorithm>
#include <map>

namespace firsthand::app {

namespace {

using assessment::Certainty;

// Of an act in words: "do paper choose c06-bag option=later certainty=sure".
Certainty certainty_in(std::string_view act) {
  constexpr std::array<std::pair<std::string_view, Certainty>, 3> all{
      {{"certainty=sure", Certainty::sure}, {"certainty=fairly", Certainty::fairly}, {"certainty=guess", Certainty::guess}}};
  for (const auto& [words, certainty] : all)
    if (act.find(words) != act.npos) return certainty;
  return Certainty::unsaid;
}

} // namespace

std::vector<ItemAnswer> answers_in(const std::vector<base::Json>& lines) {
  std::map<model::Id, Certainty> said; // of the last answer
  std::vector<ItemAnswer> all;
  for (const base::Json& line : lines)
    for (const base::Json& fact : line.at("f").array()) {
      const model::Id& item = fact.at("e").text();
      if (fact.at("k").text() == "answered" && !item.empty()) said[item] = certainty_in(line.at("do").text());
      if (fact.at("n").text() != session::item_worth || !said.contains(item)) continue;
      all.push_back({item, said[item], static_cast<int>(std::clamp<std::int64_t>(fact.at("a").number(), 0, assessment::whole_worth))});
    }
  return all;
}

} // namespace firsthand::app
