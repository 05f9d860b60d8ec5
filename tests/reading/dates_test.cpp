// Dates that are hardly meant, by their use: every year that four digits can hold is tried.
#include "engine/reading/dates.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace firsthand;
using reading::Dated;
using reading::DateUse;

TEST_CASE("reading: a year is ours, of the Buddhist era with its counterpart, or strange; never two of these") {
  constexpr std::pair<DateUse, std::pair<int, int>> uses[] = {
      {DateUse::begins, {1990, 2100}}, {DateUse::edition, {1800, 2100}}, {DateUse::review, {2000, 2100}}};
  for (const auto& [use, years] : uses)
    for (int year = 0; year <= 9999; ++year) {
      const auto found = reading::strange_year({use, fmt::format("{:04}-03-04", year), {}});
      CAPTURE(year);
      if (year >= years.first && year <= years.second) {
        CHECK(!found);
      } else if (year - 543 >= years.first && year - 543 <= years.second) {
        REQUIRE(found);
        CHECK(found->code == "F0224");
        CHECK(found->suggestion == fmt::format("{}-03-04", year - 543));
      } else {
        REQUIRE(found);
        CHECK(found->code == "F0225");
      }
    }
}

TEST_CASE("reading: a date is a day that there is") {
  for (const char* good : {"2027", "2027-06", "2027-06-30", "2028-02-29", "2000-02-29", "2027-12-31"})
    CHECK(reading::is_date(good));
  for (const char* wrong : {"", "27", "2027-", "2027-13", "2027-00", "2027-06-31", "2027-02-29", "1900-02-29", "2027-06-00", "2027/06/30",
                            "30.06.2027", "2027-6-3", "2027-+6", "20 7", "2027-06-30 ", "-027", "2027-06-3x"})
    CHECK_MESSAGE(!reading::is_date(wrong), wrong);
}

TEST_CASE("reading: dates that have passed or are too far ahead are told by who knows the day") {
  const auto codes = [](DateUse use, std::string text, std::string_view today) {
    std::string all;
    const Dated date{use, std::move(text), {}};
    for (const model::Finding& one : reading::late_dates(std::span(&date, 1), today))
      all += one.code;
    return all;
  };
  struct Case {
    DateUse use;
    const char* text;
    const char* code;
  };
  constexpr Case cases[] = {{DateUse::review, "2027-06-29", "F0226"},
                            {DateUse::review, "2027-06-30", ""},
                            {DateUse::review, "2027-06", ""},
                            {DateUse::review, "2027-05", "F0226"},
                            {DateUse::review, "2027", ""},
                            {DateUse::review, "2026", "F0226"},
                            {DateUse::review, "2037-06-30", ""},
                            {DateUse::review, "2037-07-01", "F0227"},
                            {DateUse::edition, "2028-06-30", ""},
                            {DateUse::edition, "2029", "F0227"},
                            {DateUse::edition, "1984", ""},
                            {DateUse::begins, "2026-03-04 09:10 +07:00", ""},
                            {DateUse::begins, "2047-06-30 23:59 +00:00", ""},
                            {DateUse::begins, "2047-07-01 00:00 +00:00", "F0227"},
                            {DateUse::review, "2570-06-30", ""}}; // told already, by its calendar
  for (const Case& one : cases) {
    CAPTURE(one.text);
    CHECK(codes(one.use, one.text, "2027-06-30") == one.code);
    for (const char* unsure : {"", "2002-01-01", "1970-01-01", "2025-12-31", "today"})
      CHECK(codes(one.use, one.text, unsure) == "");
  }
}
