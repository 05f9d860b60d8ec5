// A bank's folder, as it is written. That reading reads it alike is tried in tests/modules.
#include "engine/exchange/bank_files.h"
#include "tests/exchange/fixture.h"

#include <doctest/doctest.h>

using namespace firsthand::exchange;

TEST_CASE("exchange: a bank is written as authors write it, a file for each competency") {
  firsthand::model::Bank bank;
  bank.id = "old", bank.language = "en", bank.title.source = "Old questions: \"ours\"";
  bank.items = read_items(Form::csv, csv_template()).items;
  const std::vector<BankFile> files = bank_files(bank);
  REQUIRE(files.size() == 4);
  CHECK(files[0].path == "bank.yaml");
  CHECK(files[0].bytes.find(
            "bank: old\nformat: 1\nlanguage: en\nuse: practice\ntitle: \"Old questions: \\\"ours\\\"\"\ndefaults: {state: draft}\n") !=
        std::string::npos);
  CHECK(files[1].path == "items/custody.yaml");
  CHECK(files[1].bytes.starts_with(
      "items:\n- id: example-one\n  kind: one\n  competency: custody\n  stem: \"A sealed bag is handed to you."));
  CHECK(files[2].path == "items/documentation.yaml");
  CHECK(files[2].bytes.find("  answer: \"11 min\"\n  tolerance: \"0 min\"\n  units: [s, min]\n  near:\n  - {answer: \"-11 min\", why: ") !=
        std::string::npos);
}
