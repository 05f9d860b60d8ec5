// See attempt_numbers.h.
#include "engine/app/attempt_numbers.h"

#include "engine/base/json_line.h"

#include <fmt/format.h>

#include <map>

namespace firsthand::app {

namespace {

constexpr std::size_t most_gaps = 100;

using Tries = std::map<std::pair<std::string, std::string>, std::map<std::int64_t, std::int64_t>>; // person and scenario: number, times

void count_try(Tries& tries, const storage::StoredEntry& entry) {
  if (entry.kind != "begin") return;
  const auto line = base::parse_json_line(entry.entry.line, 16u << 20);
  if (line.ok() && line->at("k").text() == "begin") ++tries[{line->at("who").text(), line->at("s").text()}][line->at("n").number()];
}

// A number that is far too high names the first that is missing, not millions.
void gaps_of(const Tries::value_type& tries, std::vector<NumberGap>& gaps) {
  const auto& [who, numbers] = tries;
  std::int64_t expected = 1;
  for (const auto& [number, times] : numbers) {
    for (; expected < number && gaps.size() < most_gaps; ++expected)
      gaps.push_back({who.first, who.second, expected, 0});
    if ((times > 1 || number < 1) && gaps.size() < most_gaps) gaps.push_back({who.first, who.second, number, times});
    expected = number + 1;
  }
}

} // namespace

std::string NumberGap::message(std::string_view name) const {
  const std::string who = person.empty() ? "a guest" : name.empty() ? "person " + person : std::string(name);
  if (times == 0) return fmt::format("Attempt {} of {} at {} is missing: a later one is there.", number, who, scenario);
  return fmt::format("Attempt {} of {} at {} is there {} times.", number, who, scenario, times);
}

base::Result<std::vector<NumberGap>> number_gaps(storage::Database& database) {
  Tries tries;
  FH_CHECK(database.all_entries([&tries](const storage::StoredEntry& entry) {
    count_try(tries, entry);
    return storage::Visit::Continue;
  }));
  std::vector<NumberGap> gaps;
  for (const auto& each : tries)
    gaps_of(each, gaps);
  return gaps;
}

} // namespace firsthand::app
