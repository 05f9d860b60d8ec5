// See roster_act.h and docs/record-format.md.
#include "engine/ledger/roster_act.h"

#include "engine/ledger/administrative.h"

#include <algorithm>

namespace firsthand::ledger {

namespace {

constexpr std::size_t longest_act = 1000;
constexpr std::int64_t most_acts = 1'000'000;
constexpr std::string_view roster_acts[] = {act::roster_imported, act::number_joined, act::number_parted};

} // namespace

base::Json roster_line(const RosterAct& act) {
  base::Json::Object line{{"at", act.at.milliseconds}, {"k", administrative_kind}, {"list", act.list}, {"rows", act.rows}, {"t", act.turn},
                          {"what", act.what},          {"ws", act.workstation}};
  if (act.machine) line["clock"] = act.machine->milliseconds;
  return line;
}

std::optional<RosterAct> parse_roster_act(std::string_view line) {
  if (!is_administrative(line)) return std::nullopt;
  const auto json = base::parse_json_line(line, longest_act, 2);
  if (!json.ok()) return std::nullopt;
  for (const char* words : {"list", "what", "ws"})
    if (!json->at(words).is_text()) return std::nullopt;
  for (const char* number : {"at", "rows", "t"})
    if (!json->at(number).is_number()) return std::nullopt;
  const std::int64_t turn = json->at("t").number(), rows = json->at("rows").number();
  RosterAct act{json->at("what").text(), static_cast<int>(turn), rows, json->at("list").text(), json->at("ws").text(), {}, {}};
  act.at = {json->at("at").number()};
  if (json->find("clock")) act.machine = base::Moment{json->at("clock").number()};
  const bool known = std::find(std::begin(roster_acts), std::end(roster_acts), act.what) != std::end(roster_acts);
  if (!known || turn < 0 || turn > most_acts || rows < 1) return std::nullopt;
  return act;
}

} // namespace firsthand::ledger
