// A bank's folder, as it is written, and read again by reading.
#include "engine/exchange/bank_files.h"
#include "engine/reading/bank.h"
#include "tests/exchange/fixture.h"
#include "tests/exchange/hostile.h"

#include <doctest/doctest.h>

#include <filesystem>

using namespace firsthand::exchange;
using firsthand::model::Bank;
using firsthand::model::Item;
using firsthand::reading::MemoryFiles;

namespace {

// What lies below a folder of scenarios.
void put_folder(MemoryFiles& files, const std::string& folder) {
  const std::filesystem::path root = std::filesystem::path(FIRSTHAND_SOURCE);
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder)) {
    if (!entry.is_regular_file()) continue;
    std::ostringstream bytes;
    bytes << std::ifstream(entry.path(), std::ios::binary).rdbuf();
    files.put(std::filesystem::relative(entry.path(), root).generic_string(), bytes.str());
  }
}

MemoryFiles library() {
  MemoryFiles files;
  put_folder(files, "scenarios/library");
  return files;
}

Bank read_again(MemoryFiles files, Bank bank) {
  bank.id = "again";
  for (const BankFile& file : bank_files(bank))
    files.put("scenarios/banks/again/" + file.path, file.bytes);
  return firsthand::reading::load_bank(files, "scenarios/banks/again/bank.yaml").bank;
}

void clean_text(firsthand::model::Text& text) { text.source = clean(text.source); }

// As every text is written.
Item cleaned(Item item) {
  clean_text(item.stem), clean_text(item.why);
  item.copied = clean(item.copied);
  for (auto* parts : {&item.options, &item.targets})
    for (auto& one : *parts)
      clean_text(one.text), clean_text(one.why);
  for (auto& near : item.number.near)
    clean_text(near.why);
  return item;
}

} // namespace

TEST_CASE("exchange: a bank is written as authors write it, a file for each competency") {
  Bank bank;
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

TEST_CASE("exchange: a bank that was written is read as it was, whatever signs its texts hold") {
  HostileItems chance(3);
  Bank bank;
  bank.language = "en", bank.title.source = "x";
  for (std::size_t i = 0; i < 200; ++i)
    bank.items.push_back(chance.item(i));
  std::stable_sort(bank.items.begin(), bank.items.end(),
                   [](const Item& a, const Item& b) { return a.competency < b.competency; }); // by file
  const Bank read = read_again(library(), bank);
  REQUIRE(read.items.size() == bank.items.size());
  for (std::size_t i = 0; i < read.items.size(); ++i)
    CHECK(told_item(read.items[i]) == told_item(cleaned(bank.items[i])));
}

TEST_CASE("exchange: the shipped banks are written and read alike in every form") {
  MemoryFiles files = library();
  put_folder(files, "scenarios/banks");
  for (const std::string& path : firsthand::reading::bank_paths(files)) {
    CAPTURE(path);
    const firsthand::reading::LoadedBank loaded = firsthand::reading::load_bank(files, path);
    REQUIRE(loaded.usable());
    for (const auto& [word, form] : forms)
      CHECK(round_trip(form, loaded.bank.items, {{"D4/B"}}) == "");
    Bank bank = loaded.bank;
    std::erase_if(bank.items, [](const Item& item) { return !item.picture.empty(); });
    const Bank read = read_again(library(), bank);
    REQUIRE(read.items.size() == bank.items.size());
    for (std::size_t i = 0; i < read.items.size(); ++i) {
      CHECK(told_item(read.items[i]) == told_item(bank.items[i]));
      CHECK(read.items[i].version == bank.items[i].version);
    }
  }
}
