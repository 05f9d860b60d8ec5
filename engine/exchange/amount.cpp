// Decimal numbers as whole ones.
#include "engine/exchange/amount.h"

#include <algorithm>
#include <fmt/format.h>

namespace firsthand::exchange {

namespace {

constexpr std::int64_t million = 1'000'000;

struct Decimal {
  bool minus = false;
  std::int64_t whole = 0;
  std::string places; // behind the point, without noughts at the end
};

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<Decimal> decimal_in(std::string_view text) {
  Decimal read;
  if (text.starts_with('-') || text.starts_with('+')) read.minus = text.front() == '-', text.remove_prefix(1);
  const std::size_t point = std::min(text.find('.'), text.size());
  const std::string_view whole = text.substr(0, point);
  read.places = text.substr(std::min(point + 1, text.size()));
  if (whole.size() + read.places.size() == 0 || whole.size() > 11 || !all_digits(whole) || !all_digits(read.places)) return std::nullopt;
  for (const char c : whole)
    read.whole = read.whole * 10 + (c - '0');
  read.places.erase(read.places.find_last_not_of('0') + 1);
  return read;
}

// "25" of six places is 250000.
std::int64_t in_places(const std::string& places, std::size_t count) {
  std::int64_t value = 0;
  for (std::size_t i = 0; i < count; ++i)
    value = value * 10 + (i < places.size() ? places[i] - '0' : 0);
  return value;
}

std::string with_places(bool minus, std::int64_t whole, std::int64_t part, int count) {
  std::string places = fmt::format("{:0{}}", part, count);
  places.erase(places.find_last_not_of('0') + 1);
  return fmt::format("{}{}{}{}", minus ? "-" : "", whole, places.empty() ? "" : ".", places);
}

} // namespace

std::optional<std::int64_t> amount_of(std::string_view text, std::int64_t scale) {
  const auto read = decimal_in(text);
  if (!read || read->places.size() > 6 || read->whole > 9'000'000'000'000'000'000 / scale - 1) return std::nullopt;
  const std::int64_t parts = in_places(read->places, 6) * scale;
  if (parts % million != 0) return std::nullopt;
  const std::int64_t amount = read->whole * scale + parts / million;
  return read->minus ? -amount : amount;
}

std::string decimal_of(std::int64_t amount, std::int64_t scale) {
  const bool minus = amount < 0;
  const std::int64_t size = minus ? -amount : amount;
  return with_places(minus, size / scale, size % scale * million / scale, 6);
}

bool is_exact(std::int64_t amount, std::int64_t scale, int places) {
  const std::int64_t tens = places == 3 ? 1000 : million;
  return amount % scale * tens % scale == 0;
}

model::ItemUnit unit_for(const model::ItemNumber& number, int places) {
  if (number.units.empty()) return {};
  const auto fits = [&](const model::ItemUnit& unit) {
    const auto exact = [&](std::int64_t amount) { return is_exact(amount, unit.scale, places); };
    return exact(number.answer) && exact(number.tolerance) &&
           std::all_of(number.near.begin(), number.near.end(), [&](const model::ItemNear& near) { return exact(near.amount); });
  };
  model::ItemUnit best = number.units.front(); // the smallest always fits
  for (const model::ItemUnit& unit : number.units)
    if (unit.scale < best.scale) best = unit;
  for (const model::ItemUnit& unit : number.units)
    if (unit.scale > best.scale && fits(unit)) best = unit;
  return best;
}

std::string amount_with_unit(std::int64_t amount, const model::ItemNumber& number) {
  const model::ItemUnit unit = unit_for(number, 3);
  return decimal_of(amount, unit.scale) + (unit.id.empty() ? "" : " ") + unit.id;
}

std::int64_t scale_of_unit(std::string_view word) {
  constexpr std::pair<std::string_view, std::int64_t> known[] = {{"s", 1}, {"min", 60},  {"h", 3600},       {"d", 86'400},
                                                                 {"B", 1}, {"kB", 1000}, {"MB", 1'000'000}, {"GB", 1'000'000'000}};
  for (const auto& [name, parts] : known)
    if (name == word) return parts * 1000;
  return 1000;
}

bool is_unit_word(std::string_view word) {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  return !word.empty() && word.size() <= 16 && std::all_of(word.begin(), word.end(), letter);
}

std::optional<std::int64_t> share_of(std::string_view text) {
  const auto read = decimal_in(text);
  if (!read || read->whole > 1000) return std::nullopt;
  const std::int64_t share = read->whole * 100'000 + in_places(read->places, 5);
  return read->minus ? -share : share;
}

std::string share_text(std::int64_t share) {
  const std::int64_t size = share < 0 ? -share : share;
  return with_places(share < 0, size / 100'000, size % 100'000, 5);
}

} // namespace firsthand::exchange
