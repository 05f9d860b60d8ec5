// One question for each thing that the pages of the formats tell of, and what comes of it: fixtures/all.* beside all.*.told.
#include "tests/exchange/fixture.h"

#include <doctest/doctest.h>

using namespace firsthand::exchange;

namespace {

std::string reading_of(Form form, const std::string& name) {
  const ReadOptions options{{"custody", "documentation", "packaging"}, "packaging"};
  return told_reading(read_items(form, fixture(name), options));
}

} // namespace

TEST_CASE("exchange: each construct of GIFT is read, or told with its line and the reason") {
  const std::string now = reading_of(Form::gift, "all.gift");
  CHECK(now == kept_reading("all.gift.told", now));
}

TEST_CASE("exchange: each construct of Aiken is read, or told with its line and the reason") {
  const std::string now = reading_of(Form::aiken, "all.aiken");
  CHECK(now == kept_reading("all.aiken.told", now));
}

TEST_CASE("exchange: each construct of Moodle XML is read, or told with its line and the reason") {
  const std::string now = reading_of(Form::moodle_xml, "all.xml");
  CHECK(now == kept_reading("all.xml.told", now));
}

TEST_CASE("exchange: what was read of the fixtures is written, read and written again alike") {
  const std::pair<Form, const char*> files[] = {{Form::gift, "all.gift"}, {Form::aiken, "all.aiken"}, {Form::moodle_xml, "all.xml"}};
  for (const auto& [from, name] : files)
    for (const auto& [word, form] : forms) {
      CAPTURE(name);
      CAPTURE(word);
      CHECK(round_trip(form, read_items(from, fixture(name)).items, {{"D14/A"}}) == "");
    }
}
