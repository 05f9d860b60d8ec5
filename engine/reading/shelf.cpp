// Finds models and doctrine in the library's folders and lays children over their parents.
#include "engine/reading/shelf.h"

#include <fmt/format.h>

#include <algorithm>

namespace firsthand::reading {
namespace {

using model::Id;
using model::Node;

const std::vector<std::string> model_folders{"devices/", "instruments/", "people/", "links/"};
constexpr int most_parents = 8;

Node::Pair* find_pair(Node& map, std::string_view key) {
  for (Node::Pair& pair : map.pairs)
    if (pair.key == key) return &pair;
  return nullptr;
}

// Which maps merge: the sections, and the things in them (not a setting's weights); what a cue says, value by value.
bool merges(int depth, const std::string& key, bool in_settings) {
  if (key == "says") return depth <= 3;
  return depth <= 1 || (depth == 2 && !in_settings);
}

void lay_over(Node& parent, const Node& child, int depth, bool in_settings) {
  parent.where = child.where;
  for (const Node::Pair& pair : child.pairs) {
    Node::Pair* kept = find_pair(parent, pair.key);
    const bool both = kept && kept->value.kind == Node::Kind::map && pair.value.kind == Node::Kind::map;
    if (both && merges(depth + 1, pair.key, in_settings || pair.key == "settings"))
      lay_over(kept->value, pair.value, depth + 1, in_settings || pair.key == "settings");
    else if (kept)
      *kept = pair;
    else
      parent.pairs.push_back(pair);
  }
}

bool remove_path(Node& map, std::string_view path) {
  const std::size_t dot = path.find('.');
  Node::Pair* found = find_pair(map, path.substr(0, dot));
  if (!found) return false;
  if (dot != path.npos) return remove_path(found->value, path.substr(dot + 1));
  map.pairs.erase(map.pairs.begin() + (found - map.pairs.data()));
  return true;
}

std::vector<std::string> paths_in(const Node& map) {
  std::vector<std::string> paths;
  for (const Node::Pair& section : map.pairs) {
    paths.push_back(section.key);
    for (const Node::Pair& thing : section.value.pairs)
      paths.push_back(section.key + "." + thing.key);
  }
  return paths;
}

} // namespace

Node inherit(const Node& parent, const Node& child, FindingCollector& findings) {
  Node merged = parent;
  if (const Node* without = child.find("without")) {
    const bool rules = child.find("doctrine") != nullptr; // there, a bare word is a rule
    for (const Node& item : without->items) {
      const std::string path = rules && item.text.find('.') == std::string::npos ? "rules." + item.text : item.text;
      const std::vector<std::string> known = paths_in(merged);
      if (!remove_path(merged, path)) findings.unknown("F0324", item.where, {{"path", item.text}}, path, known);
    }
    if (without->kind != Node::Kind::list)
      findings.add("F0203", without->where, {{"key", "without"}, {"wanted", "a list"}, {"found", "something else"}});
  }
  lay_over(merged, child, 0, false);
  return merged;
}

Shelf::Shelf(Gather& gather) : gather_(gather) {
  const std::string path = fmt::format("{}vocabulary.yaml", library_folder);
  const std::vector<std::string> all = versions(gather.source(), path);
  if (all.empty()) gather.findings.add("F0113", {}, {{"path", path}});
  const PlaceOf place = [&gather](std::uint16_t file, std::uint32_t line) { return fmt::format("{}:{}", gather.used[file].path, line); };
  for (const std::string& one : all) {
    const auto file = gather.open(one);
    if (!file) continue;
    gather.findings.text_roots[*file] = "vocabulary.";
    if (const Node* root = gather.tree(one)) add_vocabulary(vocabulary_, read_vocabulary(*root, gather.findings), place, gather.findings);
  }
}

std::string Shelf::path_of(Sort sort, const Id& id) const {
  if (sort == Sort::doctrine) return fmt::format("{}doctrine/{}.yaml", library_folder, id);
  for (const std::string& folder : model_folders) {
    const std::string path = fmt::format("{}{}{}.yaml", library_folder, folder, id);
    if (gather_.open(path)) return path;
  }
  return {};
}

std::vector<Id> Shelf::ids_in(const std::vector<std::string>& folders) const {
  std::vector<Id> ids;
  for (const std::string& folder : folders)
    for (const std::string& name : gather_.list(fmt::format("{}{}", library_folder, folder)))
      if (name.ends_with(".yaml") && is_word(name.substr(0, name.size() - 5))) ids.push_back(name.substr(0, name.size() - 5));
  return ids;
}

// Copies that an editor or a file manager made, and other endings: they look like models and are nobody's.
void Shelf::note_strays() {
  for (const char* folder : {"", "devices/", "instruments/", "people/", "links/", "doctrine/"})
    for (const std::string& name : gather_.list(fmt::format("{}{}", library_folder, folder))) {
      const bool alike = name.find(".yaml") != name.npos || name.find(".yml") != name.npos;
      const std::string plain = without_version(name).first;
      const std::string id = plain.ends_with(".yaml") ? plain.substr(0, plain.size() - 5) : "";
      if (!alike || (is_word(id) && (*folder || id == "vocabulary"))) continue;
      if (const auto file = gather_.open(fmt::format("{}{}{}", library_folder, folder, name)))
        gather_.findings.add("F0421", {*file, 1, 1}, {});
    }
}

std::vector<Id> Shelf::model_ids() const { return ids_in(model_folders); }
std::vector<Id> Shelf::doctrine_ids() const { return ids_in({"doctrine/"}); }

const Node* Shelf::merged(Sort sort, const Id& id, const model::Where& named_by, int depth) {
  const auto known = merged_.find({sort, id});
  if (known != merged_.end()) return &known->second;
  FindingCollector& findings = gather_.findings;
  const char* kind = sort == Sort::model ? "model" : "doctrine";
  if (depth > most_parents) return findings.add("F0325", named_by, {{"id", id}}), nullptr;
  const std::string path = is_word(id) ? path_of(sort, id) : "";
  const auto file = path.empty() ? std::nullopt : gather_.open(path);
  if (!file) {
    findings.unknown("F0326", named_by, {{"kind", kind}, {"id", id}}, id, sort == Sort::model ? model_ids() : doctrine_ids());
    return nullptr;
  }
  findings.text_roots[*file] = fmt::format("{}.{}.", sort == Sort::model ? "models" : "doctrine", id);
  const Node* own = gather_.tree(path);
  if (!own) return nullptr;
  const Node* name = own->find(kind);
  if (!name || name->text != id) findings.add("F0327", name ? name->where : own->where, {{"kind", kind}, {"file", path}});
  const Node* extends = own->find("extends");
  if (!extends) return &merged_.emplace(std::pair{sort, id}, *own).first->second;
  const Node* parent = merged(sort, extends->text, extends->where, depth + 1);
  return parent ? &merged_.emplace(std::pair{sort, id}, inherit(*parent, *own, findings)).first->second : nullptr;
}

const model::EntityModel* Shelf::model(const Id& id, const model::Where& named_by) {
  const auto known = models_.find(id);
  if (known != models_.end()) return &known->second;
  const Node* tree = merged(Sort::model, id, named_by, 0);
  if (!tree) return nullptr;
  return &models_.emplace(id, read_model(*tree, id, gather_, vocabulary_)).first->second;
}

std::optional<model::Doctrine> Shelf::doctrine(const Id& id, const model::Where& named_by, const std::vector<Id>& step_kinds) {
  const Node* tree = merged(Sort::doctrine, id, named_by, 0);
  if (!tree) return std::nullopt;
  return read_doctrine(*tree, *this, step_kinds, gather_.findings);
}

} // namespace firsthand::reading
