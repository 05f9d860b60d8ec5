// See ruling.h and docs/record-format.md.
#include "engine/ledger/ruling.h"

#include <algorithm>

namespace firsthand::ledger {

namespace {

constexpr std::size_t longest_ruling = 2000;
constexpr std::int64_t most_rulings = 1'000'000;

bool says_what_counts(const std::string& word) {
  return word == counts_as::passed || word == counts_as::failed || word == counts_as::nothing;
}

// Two, and not the same one twice.
std::vector<std::string> deciders_in(const base::Json& by) {
  std::vector<std::string> ids;
  for (const base::Json& each : by.array())
    ids.push_back(each.text());
  const bool two = ids.size() == 2 && !ids[0].empty() && !ids[1].empty() && ids[0] != ids[1];
  return two ? ids : std::vector<std::string>();
}

} // namespace

bool is_ruling(std::string_view line) {
  if (line.size() > longest_ruling || line.find("\"k\":\"decision\"") == line.npos) return false;
  const auto json = base::parse_json_line(line, longest_ruling, 3);
  return json.ok() && json->at("k").text() == ruling_kind;
}

base::Json ruling_line(const Ruling& ruling) {
  base::Json::Object line{{"at", ruling.at.milliseconds},
                          {"by", base::Json::Array(ruling.by.begin(), ruling.by.end())},
                          {"code", ruling.code},
                          {"from", ruling.from},
                          {"k", ruling_kind},
                          {"on", ruling.attempt},
                          {"t", ruling.turn},
                          {"to", ruling.to},
                          {"ws", ruling.workstation}};
  if (ruling.machine) line["clock"] = ruling.machine->milliseconds;
  return line;
}

std::optional<Ruling> parse_ruling(std::string_view line) {
  if (!is_ruling(line)) return std::nullopt;
  const auto json = base::parse_json_line(line, longest_ruling, 3);
  if (!json.ok() || !json->at("at").is_number() || !json->at("t").is_number()) return std::nullopt;
  const std::int64_t turn = json->at("t").number();
  Ruling ruling{static_cast<int>(turn), json->at("on").text(),     json->at("from").text(),
                json->at("to").text(),  json->at("code").text(),   deciders_in(json->at("by")),
                json->at("ws").text(),  {json->at("at").number()}, {}};
  if (json->find("clock")) ruling.machine = base::Moment{json->at("clock").number()};
  const bool whole = !ruling.attempt.empty() && !ruling.code.empty() && !ruling.by.empty() && turn >= 0 && turn <= most_rulings;
  const bool decides = says_what_counts(ruling.from) && says_what_counts(ruling.to) && ruling.from != ruling.to;
  return whole && decides ? std::optional(std::move(ruling)) : std::nullopt;
}

} // namespace firsthand::ledger
