// See supervision.h.
#include "engine/app/supervision.h"

#include "engine/app/names.h"
#include "engine/app/people_list.h"
#include "engine/app/roster_cells.h"

#include <algorithm>
#include <charconv>

namespace firsthand::app {

namespace {

constexpr std::string_view between_numbers = " \t\r\n,;/";

std::vector<std::string> numbers_in(std::string_view typed) {
  const std::string all = plain_digits(typed);
  std::vector<std::string> numbers;
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t from = all.find_first_not_of(between_numbers, at);
    if (from == all.npos) break;
    at = std::min(all.find_first_of(between_numbers, from), all.size());
    numbers.push_back(all.substr(from, at - from));
  }
  return numbers;
}

std::optional<int> two_digits(std::string_view text, int most) {
  int value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || text.size() > 2 || fault != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value >= 0 && value <= most ? std::optional(value) : std::nullopt;
}

// Hours and minutes apart: by a sign between them, or the last two of three or four digits.
std::pair<std::string, std::string> hours_and_minutes(const std::string& text) {
  if (const std::size_t sign = text.find_first_of(":."); sign != text.npos) return {text.substr(0, sign), text.substr(sign + 1)};
  if (text.size() == 3 || text.size() == 4) return {text.substr(0, text.size() - 2), text.substr(text.size() - 2)};
  return {text, "00"};
}

} // namespace

NumbersRead read_numbers(std::string_view typed, std::span<const PersonCard> people) {
  const std::vector<PersonCard> cards = without_doubles({people.begin(), people.end()});
  NumbersRead read;
  std::vector<std::string> seen;
  for (const std::string& number : numbers_in(typed)) {
    const std::string key = name_key(number);
    if (std::find(seen.begin(), seen.end(), key) != seen.end()) {
      read.twice.push_back(number);
      continue;
    }
    seen.push_back(key);
    const std::size_t before = read.people.size();
    for (const PersonCard& each : cards)
      if (!each.number.empty() && name_key(each.number) == key) read.people.push_back(each);
    if (read.people.size() == before) read.unknown.push_back(number);
  }
  return read;
}

std::optional<base::Moment> time_today(std::string_view typed, base::Moment now, int offset_minutes) {
  std::string text = plain_digits(typed);
  std::erase(text, ' ');
  const auto [hours, minutes] = hours_and_minutes(text);
  const auto hour = two_digits(hours, 23), minute = minutes.size() == 2 ? two_digits(minutes, 59) : std::nullopt;
  if (!hour || !minute) return std::nullopt;
  constexpr std::int64_t day = 86'400'000, a_minute = 60'000;
  const std::int64_t local = now.milliseconds + offset_minutes * a_minute;
  const std::int64_t midnight = local - ((local % day) + day) % day;
  return base::Moment{midnight + (*hour * 60 + *minute) * a_minute - offset_minutes * a_minute};
}

std::optional<PersonCard> supervisor_called(std::string_view typed, std::span<const PersonCard> people) {
  const std::string key = name_key(plain_digits(typed));
  std::optional<PersonCard> found;
  for (const PersonCard& each : without_doubles({people.begin(), people.end()})) {
    const bool meant = each.key == key || name_key(each.number) == key || each.key == name_key(typed);
    if (!each.supervises || !meant || key.empty()) continue;
    if (found) return std::nullopt;
    found = each;
  }
  return found;
}

bool has_supervisor(std::span<const PersonCard> people) {
  return std::any_of(people.begin(), people.end(), [](const PersonCard& each) { return each.supervises; });
}

} // namespace firsthand::app
