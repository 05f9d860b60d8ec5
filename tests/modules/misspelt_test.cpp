// One slip, one error: names of the shipped content misspelt where they are defined.
#include "modules/catalogue.h"

#include "engine/reading/yaml.h"
#include "engine/session/load.h"
#include "tests/reading/world.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>
#include <fstream>

using namespace firsthand;

namespace {

reading::MemoryFiles shipped() {
  reading::MemoryFiles files;
  const std::filesystem::path root = FIRSTHAND_SOURCE;
  for (const char* folder : {"scenarios", "assets/icons", "assets/pictures"})
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder)) {
      if (!entry.is_regular_file()) continue;
      std::ifstream stream(entry.path(), std::ios::binary);
      files.put(entry.path().lexically_relative(root).generic_string(), std::string{std::istreambuf_iterator<char>(stream), {}});
    }
  return files;
}

struct Name {
  std::string path, text;
  model::Where where;
  std::string set; // of which it is one: "verbs"
};

void take_values(const model::Node& node, const std::string& set, std::vector<Name>& names) {
  for (const model::Node& item : node.items)
    if (item.kind == model::Node::Kind::scalar) names.push_back({"", item.text, item.where, set});
  for (const model::Node& item : node.items)
    for (const auto& pair : item.pairs)
      names.push_back({"", pair.key, pair.where, set});
  if (const model::Node* draw = node.find("draw"))
    for (const auto& pair : draw->pairs)
      names.push_back({"", pair.key, pair.where, set});
}

// What a model defines: the names in its sections, and the values of what has values.
void take_model(const model::Node& root, std::vector<Name>& names) {
  for (const char* section : {"state", "relations", "derived", "gauges", "settings", "cues", "verbs", "events", "evidence"}) {
    const model::Node* found = root.find(section);
    for (const auto& pair : found ? found->pairs : std::vector<model::Node::Pair>()) {
      names.push_back({"", pair.key, pair.where, section});
      if (section == std::string("state")) take_values(pair.value, "values", names);
      if (section == std::string("cues") && pair.value.find("is")) take_values(*pair.value.find("is"), "seen values", names);
      for (const auto& value : section == std::string("derived") ? pair.value.pairs : std::vector<model::Node::Pair>())
        if (value.key != "otherwise") names.push_back({"", value.key, value.where, "derived values"});
    }
  }
}

void take_ids(const model::Node& root, std::vector<Name>& names) {
  for (const char* section : {"exhibits", "instruments", "people", "links", "steps"}) {
    const model::Node* found = root.find(section);
    for (const model::Node& item : found ? found->items : std::vector<model::Node>())
      if (const model::Node* id = item.find("id")) names.push_back({"", id->text, id->where, section});
  }
}

void take_shared(const model::Node& root, std::vector<Name>& names) {
  for (const char* section : {"traits", "tags", "verbs", "relations", "evidence", "harms", "competencies", "positions", "sources"}) {
    const model::Node* found = root.find(section);
    for (const auto& pair : found ? found->pairs : std::vector<model::Node::Pair>()) {
      names.push_back({"", pair.key, pair.where, std::string("shared ") + section});
      if (section == std::string("positions") && pair.value.find("right"))
        names.push_back({"", pair.value.find("right")->text, pair.value.find("right")->where, "answers"});
    }
  }
}

std::vector<std::string> paths_below(const reading::FileSource& files, const std::string& folder) {
  std::vector<std::string> paths;
  for (const std::string& name : files.list(folder))
    if (name.ends_with('/'))
      for (const std::string& path : paths_below(files, folder + name))
        paths.push_back(path);
    else if (name.ends_with(".yaml"))
      paths.push_back(folder + name);
  return paths;
}

std::vector<Name> defined_in(const reading::FileSource& files) {
  std::vector<Name> names;
  for (const std::string& path : paths_below(files, "scenarios/")) {
    model::Findings none;
    const auto root = reading::read_yaml(*files.read(path, 1u << 20), 0, none);
    const std::size_t before = names.size();
    if (!root) continue;
    if (root->find("model")) take_model(*root, names);
    if (root->find("scenario")) take_ids(*root, names);
    if (root->find("vocabulary") || root->find("doctrine")) take_shared(*root, names);
    for (std::size_t i = before; i < names.size(); ++i)
      names[i].path = path;
  }
  return names;
}

// A letter left out, two exchanged, one doubled.
std::string misspelt(std::string word, int way) {
  const std::size_t middle = word.size() / 2;
  if (way == 0) return word.erase(middle, 1);
  if (way == 1 && word[middle] != word[middle - 1]) return std::swap(word[middle], word[middle - 1]), word;
  return word.insert(middle, 1, word[middle]);
}

model::Findings errors_in(const reading::FileSource& files, const std::string& path) {
  static const session::Catalogue catalogue = modules::make_catalogue();
  model::Findings errors = path.starts_with("scenarios/library/")
                               ? reading::load_shelf(files).findings
                               : reading::load_scenario(files, path, session::StepSpecs(catalogue)).findings;
  std::erase_if(errors, [](const model::Finding& f) { return reading::gravity_of(f) != model::Gravity::error; });
  return errors;
}

model::Findings errors_with(reading::MemoryFiles files, const Name& name, const std::string& word) {
  std::string bytes = *files.read(name.path, 1u << 20);
  std::size_t at = 0;
  for (std::uint32_t line = 1; line < name.where.line; ++line)
    at = bytes.find('\n', at) + 1;
  at += name.where.column - 1;
  if (bytes[at] == '"') ++at;
  REQUIRE(bytes.compare(at, name.text.size(), name.text) == 0);
  files.put(name.path, bytes.replace(at, name.text.size(), word));
  return errors_in(files, name.path);
}

} // namespace

// A name that is used once is told where it is used: nobody can say which of the two is meant.
TEST_CASE("modules: a name of the shipped content that is misspelt where it is defined is one error at most, and says how it is used") {
  const reading::MemoryFiles files = shipped();
  const std::vector<Name> names = defined_in(files);
  constexpr std::size_t every = 61; // all of them take minutes
  int here = 0, told = 0;
  for (std::size_t i = 7; i < names.size(); i += every) {
    if (names[i].text.size() < 3) continue;
    const std::string word = misspelt(names[i].text, static_cast<int>(i % 3));
    const model::Findings errors = errors_with(files, names[i], word);
    CAPTURE(names[i].path);
    CAPTURE(word);
    CHECK(errors.size() <= 1);
    told += errors.size() == 1;
    here += errors.size() == 1 && errors[0].where.line == names[i].where.line && errors[0].suggestion == names[i].text;
  }
  CHECK(told > 3);
  CHECK(here * 3 > told); // most sources are named by one rule
}
