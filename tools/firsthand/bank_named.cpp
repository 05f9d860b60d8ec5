// Reads a bank for those commands that write it elsewhere.
#include "tools/firsthand/bank_named.h"

#include "engine/content/roots.h"
#include "engine/model/finding.h"
#include "engine/platform/paths.h"
#include "engine/reading/bank.h"
#include "engine/reading/findings.h"
#include "engine/reading/vocabulary.h"
#include "engine/reading/yaml.h"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>

namespace firsthand::tools {

namespace {

// Those of the bank's positions that a doctrine takes.
std::vector<std::string> positions_of(const model::Bank& bank, const model::Doctrine& doctrine) {
  std::vector<std::string> positions;
  for (const model::Item& item : bank.items)
    for (const model::ItemOption& option : item.options) {
      std::string position = option.question + "/" + option.answer;
      const bool known = std::find(positions.begin(), positions.end(), position) != positions.end();
      if (!option.question.empty() && !known && option.right_under(doctrine.positions)) positions.push_back(std::move(position));
    }
  return positions;
}

// None where no doctrine is named: doctrines differ, and a wrong key is worse than a question that is left out.
std::optional<std::vector<std::string>> positions_in(const reading::LoadedBank& loaded, const std::string& named) {
  if (named.empty()) return std::vector<std::string>();
  for (const model::Doctrine& doctrine : loaded.doctrines)
    if (doctrine.id == named) return positions_of(loaded.bank, doctrine);
  std::cerr << fmt::format("firsthand: there is no doctrine {}\n", named);
  return std::nullopt;
}

// What is wrong with it, if it is there at all.
void tell_unusable(const Workbench& bench, const std::string& path, const reading::LoadedBank& loaded, const std::string& name) {
  if (!bench.content().find(path)) {
    std::cerr << fmt::format("firsthand: there is no bank {}\n", name);
    return;
  }
  for (const model::Finding& finding : loaded.findings)
    if (reading::gravity_of(finding) == model::Gravity::error) std::cerr << reading::render(finding, loaded.files);
  std::cerr << fmt::format("firsthand: mend the errors of the bank {} first (above)\n", name);
}

} // namespace

std::optional<NamedBank> named_bank(const Request& request, const std::string& name, const std::string& doctrine) {
  const auto located = content::locate(platform::path_from(name));
  const bool by_path = located && located->kind == content::Located::Kind::bank;
  Workbench bench(request, by_path ? std::optional(located->root) : std::nullopt);
  const std::string path = by_path ? located->path : reading::bank_path(name);
  const reading::LoadedBank loaded = reading::load_bank(bench.content(), path);
  if (!loaded.usable()) {
    tell_unusable(bench, path, loaded, name);
    return std::nullopt;
  }
  auto positions = positions_in(loaded, doctrine);
  if (!positions) return std::nullopt;
  return NamedBank{loaded.bank.items, std::move(*positions)};
}

std::vector<model::Id> competencies_of(const reading::FileSource& files) {
  std::vector<model::Id> all;
  for (const std::string& path : reading::versions(files, "scenarios/library/vocabulary.yaml")) {
    reading::FindingCollector told; // by check
    const auto root = reading::read_yaml(files.read(path, 1u << 20).value_or(""), 0, told.all);
    if (!root) continue;
    for (const model::Id& word : reading::words_of(reading::read_vocabulary(*root, told).competencies))
      all.push_back(word);
  }
  return all;
}

} // namespace firsthand::tools
