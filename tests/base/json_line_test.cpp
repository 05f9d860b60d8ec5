// The record's line format: what is accepted comes out as the same bytes, everything else is refused with its code.
#include "engine/base/json_line.h"

#include <doctest/doctest.h>

#include <limits>
#include <random>

using namespace firsthand::base;

namespace {

std::string code_of(std::string_view line) {
  const auto read = parse_json_line(line);
  return read.ok() ? "accepted" : read.error().code;
}

std::string again(std::string_view line) {
  const auto read = parse_json_line(line);
  return read.ok() ? read->line() : read.error().message;
}

std::string nested(int depth) {
  return std::string(static_cast<std::size_t>(depth), '[') + std::string(static_cast<std::size_t>(depth), ']');
}

} // namespace

TEST_CASE("base: a value is written with sorted keys and without spaces") {
  Json entry;
  entry["turn"] = 3;
  entry["Action"] = "do scene bag";
  entry["facts"] = Json::Array{Json(1), Json("two"), Json(Json::Object{})};
  CHECK(entry.line() == R"({"Action":"do scene bag","facts":[1,"two",{}],"turn":3})");
}

TEST_CASE("base: control characters, quotes and backslashes are escaped in one way only") {
  CHECK(Json(std::string("a\n\"\\\0\x1f\x7f/", 8)).line() == "\"a\\u000a\\\"\\\\\\u0000\\u001f\x7f/\"");
}

TEST_CASE("base: an accepted line comes out as the same bytes") {
  for (const char* line : {"0", "-1", "9223372036854775807", "-9223372036854775808", "\"\"", "[]", "{}", "[[],{},\"\",0]",
                           R"({"":0,"A":1,"a":{"b":[1,2]},"é":"ไทย"})", R"("\u0000\u001f\"\\/")", "\"\x7f\""})
    CHECK(again(line) == line);
}

TEST_CASE("base: the ends of the 64-bit range are read exactly") {
  CHECK(parse_json_line("9223372036854775807")->number() == std::numeric_limits<std::int64_t>::max());
  CHECK(parse_json_line("-9223372036854775808")->number() == std::numeric_limits<std::int64_t>::min());
}

namespace {
constexpr const char* second_ways[] = {"",
                                       " ",
                                       "1 ",
                                       " 1",
                                       "1\n",
                                       "{\"a\": 1}",
                                       "[1, 2]",
                                       "[1,]",
                                       "[,1]",
                                       "{\"a\":1,}",
                                       "{,}",
                                       "01",
                                       "00",
                                       "-0",
                                       "-",
                                       "+1",
                                       "1.0",
                                       "1e3",
                                       "--1",
                                       "-01",
                                       "9223372036854775808",
                                       "-9223372036854775809",
                                       "99999999999999999999999",
                                       "null",
                                       "true",
                                       "false",
                                       "'a'",
                                       "\"",
                                       "\"a",
                                       "\"\\n\"",
                                       "\"\\/\"",
                                       "\"\\u0041\"",
                                       "\"\\u001F\"",
                                       "\"\\u0020\"",
                                       "\"\\u00\"",
                                       "\"\\u001",
                                       "\"\\",
                                       "\"a\nb\"",
                                       "\"a\tb\"",
                                       "{a:1}",
                                       "{1:1}",
                                       "{\"a\"}",
                                       "{\"a\":}",
                                       "{\"a\":1",
                                       "[",
                                       "[1",
                                       "]",
                                       "{",
                                       "}",
                                       "1]",
                                       "[1]]",
                                       "{}{}",
                                       "[1 2]",
                                       "\"a\"\"b\"",
                                       "\xEF\xBB\xBF{}"};
} // namespace

TEST_CASE("base: every second way to write a value is refused") {
  for (const char* line : second_ways) {
    CAPTURE(line);
    CHECK(code_of(line) == "json-syntax");
  }
  CHECK(code_of(std::string_view("1\0", 2)) == "json-syntax");
  CHECK(code_of(std::string_view("\"a\0b\"", 5)) == "json-syntax");
}

TEST_CASE("base: broken UTF-8 is refused wherever it stands") {
  for (const char* line : {"\"\xff\"", "\"\xc0\x80\"", "\"\xed\xa0\x80\"", "{\"\xe0\xb8\":1}", "\"\xf4\x90\x80\x80\"", "\"a\x80\""})
    CHECK(code_of(line) == "json-syntax");
}

TEST_CASE("base: keys out of order or twice are refused, however deep") {
  CHECK(code_of(R"({"b":1,"a":2})") == "json-order");
  CHECK(code_of(R"({"a":1,"a":2})") == "json-order");
  CHECK(code_of(R"({"a":1,"B":2})") == "json-order");
  CHECK(code_of(R"([{"x":{"é":1,"z":2}}])") == "json-order");
  CHECK(code_of(R"({"a":1,"a\u0000":2})") == "accepted");
}

TEST_CASE("base: depth and size are bounded") {
  CHECK(code_of(nested(16)) == "accepted");
  CHECK(code_of(nested(17)) == "json-depth");
  CHECK(code_of(nested(400'000)) == "json-depth");
  CHECK(code_of(std::string(1 << 20, '[')) == "json-depth");
  CHECK(code_of('"' + std::string((1 << 20) - 2, 'a') + '"') == "accepted");
  CHECK(code_of('"' + std::string((1 << 20) - 1, 'a') + '"') == "json-size");
  CHECK(parse_json_line("[[1]]", 5, 2).ok());
  CHECK(parse_json_line("[[1]]", 4, 2).error().code == "json-size");
  CHECK(parse_json_line("[[1]]", 5, 1).error().code == "json-depth");
}

TEST_CASE("base: an error names the byte") { CHECK(parse_json_line("[1,x]").error().message.find("byte 3") != std::string::npos); }

TEST_CASE("base: a line with bytes changed is refused or comes out as the same bytes") {
  const std::string line = R"({"a":[1,-20,"\u0001x\\"],"b":{"c":"ไท","d":9223372036854775807},"e":0})";
  const std::string pool = "{}[]\",:\\u0019-a \n\xe0\xff";
  std::mt19937 chance(20261122);
  int accepted = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::string changed = line;
    for (unsigned edits = 1 + chance() % 3; edits > 0; --edits) {
      const std::size_t at = chance() % changed.size();
      if (chance() % 2 == 0)
        changed[at] = pool[chance() % pool.size()];
      else
        changed.erase(at, 1 + chance() % 3);
    }
    const auto read = parse_json_line(changed);
    if (!read.ok()) continue;
    ++accepted;
    REQUIRE(read->line() == changed);
  }
  CHECK(accepted > 100);
  CHECK(accepted < 19'000);
}

TEST_CASE("base: looking for what is not there gives empty values") {
  const Json entry = *parse_json_line(R"({"n":7,"t":"x"})");
  CHECK(entry.at("n").number() == 7);
  CHECK(entry.at("n").text().empty());
  CHECK(entry.at("t").number(5) == 5);
  CHECK(entry.at("none").object().empty());
  CHECK(entry.find("none") == nullptr);
  CHECK(entry.at("t").find("x") == nullptr);
  CHECK(Json(3).array().empty());
}

TEST_CASE("base: a value that becomes an object forgets what it was") {
  Json value("text");
  value["a"]["b"] = 1;
  CHECK(value.line() == R"({"a":{"b":1}})");
}
