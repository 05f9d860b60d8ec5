// The years that each use of a date allows.
#include "engine/reading/dates.h"

#include <fmt/format.h>

#include <array>
#include <charconv>

namespace firsthand::reading {
namespace {

constexpr int buddhist_era = 543; // 2569 is 2026
constexpr std::string_view first_day = "2026-01-01";

struct Allowed {
  int least, most; // years
  int ahead;       // of today
};

Allowed allowed(DateUse use) {
  switch (use) {
  case DateUse::begins:
    return {1990, 2100, 20};
  case DateUse::edition:
    return {1800, 2100, 1};
  case DateUse::review:
    break;
  }
  return {2000, 2100, 10};
}

int number(std::string_view digits) {
  int value = -1;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc() && end == digits.data() + digits.size() && digits[0] >= '0' && digits[0] <= '9' ? value : -1;
}

int year_of(const Dated& date) { return number(std::string_view(date.text).substr(0, 4)); }

int days_of(int year, int month) {
  constexpr std::array<int, 13> days{0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return month == 2 && leap ? 29 : days[static_cast<std::size_t>(month)];
}

} // namespace

bool is_date(std::string_view text) {
  const bool shaped = text.size() == 4 || (text.size() == 7 && text[4] == '-') || (text.size() == 10 && text[4] == '-' && text[7] == '-');
  if (!shaped || number(text.substr(0, 4)) < 0) return false;
  const int month = text.size() > 4 ? number(text.substr(5, 2)) : 1, day = text.size() > 7 ? number(text.substr(8, 2)) : 1;
  return month >= 1 && month <= 12 && day >= 1 && day <= days_of(number(text.substr(0, 4)), month);
}

std::optional<model::Finding> strange_year(const Dated& date) {
  const int year = year_of(date), ours = year - buddhist_era;
  const Allowed years = allowed(date.use);
  if (year >= years.least && year <= years.most) return std::nullopt;
  if (ours >= years.least && ours <= years.most)
    return model::Finding{"F0224", date.where, {{"year", fmt::format("{}", year)}}, fmt::format("{}{}", ours, date.text.substr(4))};
  return model::Finding{
      "F0225",
      date.where,
      {{"year", fmt::format("{:04}", year)}, {"least", fmt::format("{}", years.least)}, {"most", fmt::format("{}", years.most)}},
      ""};
}

model::Findings late_dates(std::span<const Dated> dates, std::string_view today) {
  model::Findings found;
  if (!is_date(today) || today < first_day) return found;
  for (const Dated& date : dates) {
    if (strange_year(date)) continue;
    const int ahead = allowed(date.use).ahead;
    const std::string latest = fmt::format("{}{}", number(today.substr(0, 4)) + ahead, today.substr(4));
    // A month or a year is past when its last day is: "2026-11" holds until the 30th.
    if (date.use == DateUse::review && date.text < today.substr(0, date.text.size()))
      found.push_back({"F0226", date.where, {{"text", date.text}}, ""});
    else if (date.text.substr(0, 10) > latest)
      found.push_back({"F0227", date.where, {{"text", date.text}, {"years", fmt::format("{}", ahead)}}, ""});
  }
  return found;
}

} // namespace firsthand::reading
