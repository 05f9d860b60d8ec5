// See administrative.h and docs/record-format.md.
#include "engine/ledger/administrative.h"

namespace firsthand::ledger {

namespace {

constexpr std::size_t longest_line = 1000;
constexpr int most_turns = 1'000'000;

} // namespace

bool is_administrative(std::string_view line) {
  if (line.size() > longest_line || line.find("\"k\":\"administrative\"") == line.npos) return false;
  const auto json = base::parse_json_line(line, longest_line, 2);
  return json.ok() && json->at("k").text() == administrative_kind;
}

base::Json administrative_line(const Administrative& act) {
  base::Json::Object line{{"at", act.at.milliseconds}, {"k", administrative_kind}, {"pin", act.pin},       {"t", act.turn},
                          {"what", act.what},          {"who", act.person},        {"ws", act.workstation}};
  if (act.machine) line["clock"] = act.machine->milliseconds;
  return line;
}

std::optional<Administrative> parse_administrative(std::string_view line) {
  const auto json = base::parse_json_line(line, longest_line, 2);
  if (!json.ok() || json->at("k").text() != administrative_kind) return std::nullopt;
  for (const char* words : {"pin", "what", "who", "ws"})
    if (!json->at(words).is_text()) return std::nullopt;
  if (!json->at("at").is_number() || !json->at("t").is_number()) return std::nullopt;
  const std::int64_t turn = json->at("t").number();
  Administrative act{
      json->at("what").text(), json->at("who").text(), static_cast<int>(turn), json->at("pin").text(), json->at("ws").text(), {}, {}};
  act.at = {json->at("at").number()};
  if (json->find("clock")) act.machine = base::Moment{json->at("clock").number()};
  const bool trainers = act.what == act::trainer_pin_set || act.what == act::trainer_pin_changed;
  const bool persons = act.what == act::pin_set || act.what == act::pin_reset;
  if (act.what.empty() || turn < 0 || turn > most_turns || (trainers && !act.person.empty()) || (persons && act.person.empty()))
    return std::nullopt;
  return act;
}

} // namespace firsthand::ledger
