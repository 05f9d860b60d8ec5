// Instants, the clock of a scene, durations as authors write them.
#include "engine/base/moment.h"

#include <doctest/doctest.h>

#include <limits>

using namespace firsthand::base;

TEST_CASE("base: instants are written in UTC and with an offset") {
  CHECK(iso_utc({0}) == "1970-01-01T00:00:00.000Z");
  CHECK(iso_utc({-1}) == "1969-12-31T23:59:59.999Z");
  CHECK(iso_utc({1'795'352'709'120}) == "2026-11-22T13:05:09.120Z");
  CHECK(iso_local({1'795'352'709'120}, 420) == "2026-11-22T20:05:09+07:00");
  CHECK(iso_local({1'795'352'709'120}, -570) == "2026-11-22T03:35:09-09:30");
  CHECK(iso_utc({951'782'400'000}) == "2000-02-29T00:00:00.000Z");
}

TEST_CASE("base: every written instant is read back") {
  for (std::int64_t days = -719'000; days < 2'900'000; days += 9'973) {
    const Moment moment{days * 86'400'000 + days * 7 % 86'400'000};
    REQUIRE(parse_iso_utc(iso_utc(moment)) == moment);
  }
}

TEST_CASE("base: instants outside four-digit years are written as the nearest one") {
  CHECK(iso_utc({std::numeric_limits<std::int64_t>::max()}) == "9999-12-31T23:59:59.999Z");
  CHECK(iso_utc({std::numeric_limits<std::int64_t>::min()}) == "0000-01-01T00:00:00.000Z");
  CHECK(iso_local({std::numeric_limits<std::int64_t>::max()}, 420) == "9999-12-31T23:59:59+07:00");
}

TEST_CASE("base: only the written form of an instant is read, and only days that exist") {
  for (const char* text : {"", "2026-11-22T13:05:09Z", "2026-11-22 13:05:09.120Z", "2026-02-29T00:00:00.000Z", "2100-02-29T00:00:00.000Z",
                           "2026-13-01T00:00:00.000Z", "2026-00-01T00:00:00.000Z", "2026-01-00T00:00:00.000Z", "2026-01-01T24:00:00.000Z",
                           "2026-01-01T00:60:00.000Z", "2026-01-01T00:00:60.000Z", "2026-01-01T00:00:00.000z", "+026-01-01T00:00:00.000Z",
                           "2026-01-01T00:00:00.000Z "}) {
    CAPTURE(text);
    CHECK_FALSE(parse_iso_utc(text));
  }
  CHECK(parse_iso_utc("2024-02-29T00:00:00.000Z"));
}

TEST_CASE("base: a start is local time with its offset") {
  const auto start = parse_local_start("2026-03-04 09:10 +07:00");
  REQUIRE(start);
  CHECK(iso_utc(start->at) == "2026-03-04T02:10:00.000Z");
  CHECK(start->offset_minutes == 420);
  CHECK(clock_of(*start, 0) == "09:10:00");
  CHECK(clock_of(*start, 280) == "09:14:40");
  CHECK(clock_of(*start, 15 * 3600) == "00:10:00");
  CHECK(day_of(*start, 0) == 1);
  CHECK(day_of(*start, 15 * 3600 - 601) == 1);
  CHECK(day_of(*start, 15 * 3600 - 600) == 2); // midnight, local to the scene
  CHECK(day_of(*start, 3 * 86'400) == 4);
  CHECK(parse_local_start("2026-03-04 09:10 -09:30")->offset_minutes == -570);
}

TEST_CASE("base: a start in any other form is refused") {
  for (const char* text : {"", "2026-03-04 09:10", "2026-03-04T09:10 +07:00", "2026-03-04 09:10 07:00", "2026-03-04 09:10 +7:00",
                           "2026-03-04 09:10 +15:00", "2026-03-04 09:10 +07:60", "2026-02-30 09:10 +07:00", "2026-03-04 24:00 +07:00",
                           "2026-03-04 09:10  +07:00", "2026-03-04 09:10 +07:00 "}) {
    CAPTURE(text);
    CHECK_FALSE(parse_local_start(text));
  }
}

TEST_CASE("base: elapsed time shows hours only when there are any") {
  CHECK(elapsed(0) == "00:00");
  CHECK(elapsed(250) == "04:10");
  CHECK(elapsed(3'599) == "59:59");
  CHECK(elapsed(3'850) == "1:04:10");
  CHECK(elapsed(360'000) == "100:00:00");
  CHECK(elapsed(-5) == "-00:05");
}

TEST_CASE("base: durations are read with their units") {
  CHECK(parse_duration("30 s") == 30);
  CHECK(parse_duration("5 min") == 300);
  CHECK(parse_duration("2 h") == 7'200);
  CHECK(parse_duration("3 d") == 259'200);
  CHECK(parse_duration("1 min 30 s") == 90);
  CHECK(parse_duration("1 d 1 s") == 86'401);
  CHECK(parse_duration("0 s") == 0);
  CHECK(parse_duration("never") == never);
  CHECK(parse_duration("2147483647 s") == 2'147'483'647);
}

TEST_CASE("base: a duration in any other form is refused") {
  for (const char* text :
       {"",       " ",      "5",         "min",        "5min",    "5  min",   "5 min ", " 5 min",       "5 minutes",    "05 min",
        "-5 min", "+5 min", "1.5 h",     "30 s 1 min", "1 s 1 s", "5 min 30", "Never",  "2147483648 s", "9999999999 d", "99999999999 s",
        "1 w",    "1 \xff", "5 min  3 s"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_duration(text));
  }
}

TEST_CASE("base: durations are written as they are read") {
  CHECK(duration_words(90) == "1 min 30 s");
  CHECK(duration_words(86'400) == "1 d");
  CHECK(duration_words(0) == "0 s");
  CHECK(duration_words(never) == "never");
  for (const Seconds s : {1, 59, 60, 61, 3'600, 3'601, 90'061, std::numeric_limits<Seconds>::max()})
    CHECK(parse_duration(duration_words(s)) == s);
}
