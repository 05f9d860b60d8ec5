// Calendar arithmetic on integers, after the proleptic Gregorian calendar with 400-year eras. No clock, no time zone
// table: an offset is what the scenario states.
#include "engine/base/moment.h"

#include <algorithm>
#include <array>
#include <limits>

#include <fmt/format.h>

namespace firsthand::base {
namespace {

constexpr std::int64_t ms_per_day = 86'400'000;

struct Civil {
  std::int64_t year = 1970;
  int month = 1, day = 1, hour = 0, minute = 0, second = 0, millisecond = 0;
};

// Years begin in March here, so that the leap day is the last day of a year.
std::int64_t days_of(std::int64_t year, int month, int day) {
  if (month <= 2) --year;
  const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
  const std::int64_t year_of_era = year - era * 400;
  const std::int64_t day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  return era * 146'097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719'468;
}

Civil date_of(std::int64_t days) {
  days += 719'468;
  const std::int64_t era = (days >= 0 ? days : days - 146'096) / 146'097;
  const std::int64_t day_of_era = days - era * 146'097;
  const std::int64_t year_of_era = (day_of_era - day_of_era / 1'460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
  const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t shifted = (5 * day_of_year + 2) / 153;
  Civil date;
  date.day = static_cast<int>(day_of_year - (153 * shifted + 2) / 5 + 1);
  date.month = static_cast<int>(shifted < 10 ? shifted + 3 : shifted - 9);
  date.year = year_of_era + era * 400 + (date.month <= 2 ? 1 : 0);
  return date;
}

std::int64_t milliseconds_of(const Civil& c) {
  const std::int64_t seconds = (c.hour * 60 + c.minute) * 60 + c.second;
  return days_of(c.year, c.month, c.day) * ms_per_day + seconds * 1'000 + c.millisecond;
}

Civil civil_of(std::int64_t milliseconds) {
  const std::int64_t first = days_of(0, 1, 1) * ms_per_day;
  const std::int64_t last = days_of(10'000, 1, 1) * ms_per_day - 1;
  milliseconds = std::clamp(milliseconds, first, last);
  std::int64_t days = milliseconds / ms_per_day;
  if (days * ms_per_day > milliseconds) --days;
  const auto rest = static_cast<int>(milliseconds - days * ms_per_day);
  Civil c = date_of(days);
  c.millisecond = rest % 1'000;
  c.second = rest / 1'000 % 60;
  c.minute = rest / 60'000 % 60;
  c.hour = rest / 3'600'000;
  return c;
}

Moment moved(Moment moment, int offset_minutes) {
  constexpr std::int64_t far = 1'000'000'000'000'000; // far outside the years that are written, far inside int64
  return {std::clamp(moment.milliseconds, -far, far) + std::int64_t{offset_minutes} * 60'000};
}

bool is_leap(std::int64_t year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

int days_in(std::int64_t year, int month) {
  constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : days[static_cast<std::size_t>(month - 1)];
}

bool is_real(const Civil& c) {
  return c.month >= 1 && c.month <= 12 && c.day >= 1 && c.day <= days_in(c.year, c.month) && c.hour < 24 && c.minute < 60 && c.second < 60;
}

// Letters of the pattern are fields that take one digit each (Y year, M month, D day, h, m, s, f fraction; a and b for
// the two halves of an offset); everything else stands for itself.
bool read_pattern(std::string_view text, std::string_view pattern, std::array<int, 128>& fields) {
  constexpr std::string_view letters = "YMDhmsfab";
  if (text.size() != pattern.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_field = letters.find(pattern[i]) != std::string_view::npos;
    const bool is_digit = text[i] >= '0' && text[i] <= '9';
    if (is_field ? !is_digit : text[i] != pattern[i]) return false;
    if (!is_field) continue;
    int& field = fields[static_cast<unsigned char>(pattern[i])];
    field = field * 10 + (text[i] - '0');
  }
  return true;
}

std::optional<Civil> read_civil(std::string_view text, std::string_view pattern) {
  std::array<int, 128> f{};
  if (!read_pattern(text, pattern, f)) return std::nullopt;
  const Civil c{f['Y'], f['M'], f['D'], f['h'], f['m'], f['s'], f['f']};
  if (!is_real(c)) return std::nullopt;
  return c;
}

std::optional<int> read_offset(std::string_view text) {
  if (text.empty() || (text[0] != '+' && text[0] != '-')) return std::nullopt;
  std::array<int, 128> f{};
  if (!read_pattern(text.substr(1), "aa:bb", f) || f['a'] > 14 || f['b'] > 59) return std::nullopt;
  const int minutes = f['a'] * 60 + f['b'];
  return text[0] == '-' ? -minutes : minutes;
}

struct Unit {
  std::string_view name;
  std::int64_t seconds;
};
constexpr std::array<Unit, 4> units{{{"d", 86'400}, {"h", 3'600}, {"min", 60}, {"s", 1}}};

std::string_view take_word(std::string_view& text) {
  const std::size_t end = std::min(text.find(' '), text.size());
  const std::string_view word = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return word;
}

std::optional<std::int64_t> read_count(std::string_view word) {
  if (word.empty() || word.size() > 10 || (word[0] == '0' && word.size() > 1)) return std::nullopt;
  std::int64_t count = 0;
  for (const char c : word) {
    if (c < '0' || c > '9') return std::nullopt;
    count = count * 10 + (c - '0');
  }
  return count;
}

} // namespace

std::string iso_utc(Moment moment) {
  const Civil c = civil_of(moment.milliseconds);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", c.year, c.month, c.day, c.hour, c.minute, c.second, c.millisecond);
}

std::string iso_local(Moment moment, int offset_minutes) {
  const Civil c = civil_of(moved(moment, offset_minutes).milliseconds);
  const std::int64_t size = offset_minutes < 0 ? -std::int64_t{offset_minutes} : std::int64_t{offset_minutes};
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{}{:02}:{:02}", c.year, c.month, c.day, c.hour, c.minute, c.second,
                     offset_minutes < 0 ? '-' : '+', size / 60, size % 60);
}

std::optional<Moment> parse_iso_utc(std::string_view text) {
  const auto civil = read_civil(text, "YYYY-MM-DDThh:mm:ss.fffZ");
  if (!civil) return std::nullopt;
  return Moment{milliseconds_of(*civil)};
}

std::optional<LocalStart> parse_local_start(std::string_view t) {
  constexpr std::string_view pattern = "YYYY-MM-DD hh:mm";
  if (t.size() != pattern.size() + 7 || t[pattern.size()] != ' ') return std::nullopt;
  const auto civil = read_civil(t.substr(0, pattern.size()), pattern);
  const auto offset = read_offset(t.substr(pattern.size() + 1));
  if (!civil || !offset) return std::nullopt;
  return LocalStart{moved({milliseconds_of(*civil)}, -*offset), *offset};
}

int day_of(const LocalStart& start, Seconds scene) {
  constexpr std::int64_t day = 86'400'000;
  const std::int64_t begun = start.at.milliseconds + std::int64_t{start.offset_minutes} * 60'000;
  return static_cast<int>((begun + std::int64_t{scene} * 1'000) / day - begun / day) + 1;
}

std::string clock_of(const LocalStart& start, Seconds scene) {
  const Civil c = civil_of(moved(start.at, start.offset_minutes).milliseconds + std::int64_t{scene} * 1'000);
  return fmt::format("{:02}:{:02}:{:02}", c.hour, c.minute, c.second);
}

std::string elapsed(Seconds scene) {
  const std::int64_t s = scene < 0 ? -std::int64_t{scene} : std::int64_t{scene};
  const std::string_view sign = scene < 0 ? "-" : "";
  if (s < 3'600) return fmt::format("{}{:02}:{:02}", sign, s / 60, s % 60);
  return fmt::format("{}{}:{:02}:{:02}", sign, s / 3'600, s / 60 % 60, s % 60);
}

std::optional<Seconds> parse_duration(std::string_view text) {
  if (text == "never") return never;
  if (text.empty() || text.back() == ' ') return std::nullopt;
  std::int64_t total = 0;
  auto unit = units.begin();
  while (!text.empty()) {
    const auto count = read_count(take_word(text));
    const std::string_view name = take_word(text);
    unit = std::find_if(unit, units.end(), [name](const Unit& u) { return u.name == name; });
    if (!count || unit == units.end()) return std::nullopt;
    total += *count * unit++->seconds;
    if (total > std::numeric_limits<Seconds>::max()) return std::nullopt;
  }
  return static_cast<Seconds>(total);
}

std::string duration_words(Seconds seconds) {
  if (seconds < 0) return "never";
  if (seconds == 0) return "0 s";
  std::string words;
  std::int64_t rest = seconds;
  for (const Unit& unit : units) {
    if (rest / unit.seconds > 0) words += fmt::format("{}{} {}", words.empty() ? "" : " ", rest / unit.seconds, unit.name);
    rest %= unit.seconds;
  }
  return words;
}

} // namespace firsthand::base
