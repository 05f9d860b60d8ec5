// Dates of content that are hardly meant: years of another calendar, dates that have passed or are too far ahead. Only what can be
// known without a clock is found while reading; who has one asks late_dates. Must not know which file a date is in.
#pragma once

#include "engine/model/finding.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace firsthand::reading {

enum class DateUse : std::uint8_t { begins, edition, review }; // a scene, a source, and when a source must be read again

struct Dated {
  DateUse use = DateUse::begins;
  std::string text; // begins with the four digits of a year
  model::Where where;
};

// "2027-06-30", "2027-06" or "2027", a day that there is.
bool is_date(std::string_view text);

// A finding if no year of ours can be meant.
std::optional<model::Finding> strange_year(const Dated& date);

// `today` is "2026-11-25". A computer that believes in a day before this version was made is not asked.
model::Findings late_dates(std::span<const Dated> dates, std::string_view today);

} // namespace firsthand::reading
