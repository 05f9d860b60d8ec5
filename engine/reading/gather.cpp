// Keeps what was read, so that the same load can be made again from the kept bytes.
#include "engine/reading/gather.h"

#include "engine/reading/glyphs.h"
#include "engine/reading/hashes.h"
#include "engine/reading/picture.h"
#include "engine/reading/yaml.h"

namespace firsthand::reading {
namespace {
constexpr std::size_t most_bytes = 1u << 20, most_files = 4000;
}

std::optional<std::uint16_t> Gather::open(const std::string& path) {
  const auto known = numbers_.find(path);
  if (known != numbers_.end()) return known->second;
  if (!is_plain_path(path) || used.size() >= most_files) return std::nullopt;
  auto bytes = source_.read(path, most_bytes);
  if (!bytes) return std::nullopt;
  if (bytes->size() > most_bytes) bytes->resize(most_bytes + 1);
  const auto file = static_cast<std::uint16_t>(used.size());
  used.push_back({path, std::move(*bytes)});
  numbers_.emplace(path, file);
  return file;
}

const model::Node* Gather::tree(const std::string& path) {
  const auto known = trees_.find(path);
  if (known != trees_.end()) return known->second.kind == model::Node::Kind::nothing ? nullptr : &known->second;
  const auto file = open(path);
  if (!file) return nullptr;
  YamlSigns signs;
  auto root = read_yaml(used[*file].bytes, *file, findings.all, {}, &signs);
  for (const model::Where& where : signs.commented)
    findings.remember_comment(where);
  if (root) findings.remember_format(*root);
  const model::Node& kept = trees_.emplace(path, root ? std::move(*root) : model::Node{}).first->second;
  return kept.kind == model::Node::Kind::nothing ? nullptr : &kept;
}

std::vector<model::Text> Gather::finish_texts() {
  std::vector<model::Text> texts = texts_in_order(findings);
  tell_signs_without_glyph({texts, findings.written}, used, findings.all);
  return texts;
}

// The pictures beside `path`, each named as `name` names that one: with its folder, with or without its ending.
std::vector<std::string> Gather::names_beside(const std::string& name, const std::string& path) const {
  const std::string file(name_of(path)), stem = file.substr(0, file.rfind('.'));
  const std::string& own = name.ends_with(file) ? file : stem;
  const std::string before = name.ends_with(own) ? name.substr(0, name.size() - own.size()) : "";
  std::vector<std::string> names;
  for (const std::string& one : list(folder_of(path)))
    if (!one.ends_with('/')) names.push_back(before + (&own == &file ? one : one.substr(0, one.rfind('.'))));
  return names;
}

bool Gather::picture(const std::string& path, const std::string& name, const model::Where& named_by) {
  const auto known = pictures_.find(path);
  if (known != pictures_.end()) return known->second.usable;
  const auto file = open(path);
  if (!file) { // not remembered: every place that names it is a finding
    findings.unknown("F0901", named_by, {{"picture", name}}, name, names_beside(name, path));
    return false;
  }
  PictureMeasure measure;
  const bool usable = check_svg(used[*file].bytes, *file, findings.all, &measure);
  pictures_[path] = {usable, std::move(measure.marks)};
  return usable;
}

const std::vector<PictureMark>& Gather::marks(const std::string& path) const {
  static const std::vector<PictureMark> none;
  const auto known = pictures_.find(path);
  return known == pictures_.end() ? none : known->second.marks;
}

} // namespace firsthand::reading
