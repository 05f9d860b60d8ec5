// See attempt_numbers.h.
#include "engine/records/attempt_numbers.h"

#include "engine/base/json_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace firsthand::records {

namespace {

constexpr std::size_t most_gaps = 100;

// The numbers that one person has at one scenario. Numbers that come as they should are one number here, however many they are.
class Numbers {
 public:
  void add(std::int64_t number) {
    if (number != next_) {
      ++others_[number];
      return;
    }
    for (++next_; joins(next_); ++next_)
      others_.erase(next_);
  }

  // Each number that is missing (times 0), or there more than once. A number that is far too high names those before it, not all.
  void gaps(std::vector<NumberGap>& gaps, const NumberGap& of) const {
    std::int64_t expected = next_;
    for (const auto& [number, times] : others_) {
      for (; expected < number && gaps.size() < most_gaps; ++expected)
        gaps.push_back({of.person, of.scenario, expected, 0});
      const std::int64_t all = times + (number >= 1 && number < next_ ? 1 : 0);
      if ((all > 1 || number < 1) && gaps.size() < most_gaps) gaps.push_back({of.person, of.scenario, number, all});
      expected = std::max(expected, number == INT64_MAX ? number : number + 1);
    }
  }

 private:
  bool joins(std::int64_t number) const {
    const auto found = others_.find(number);
    return found != others_.end() && found->second == 1;
  }
  std::int64_t next_ = 1;                       // all before it are there
  std::map<std::int64_t, std::int64_t> others_; // number, times: those that came out of turn, and again
};
using Tries = std::map<std::pair<std::string, std::string>, Numbers>; // person and scenario

void count_try(Tries& tries, const storage::StoredEntry& entry) {
  if (entry.kind != "begin") return;
  const auto line = base::parse_json_line(entry.entry.line, 16u << 20);
  if (line.ok() && line->at("k").text() == "begin") tries[{line->at("who").text(), line->at("s").text()}].add(line->at("n").number());
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
    return storage::Visit::go_on;
  }));
  std::vector<NumberGap> gaps;
  for (const auto& [who, numbers] : tries)
    numbers.gaps(gaps, {who.first, who.second, 0, 0});
  return gaps;
}

} // namespace firsthand::records
