// See window_walk_families.h.
#include "tools/firsthand/window_walk_families.h"

#include "engine/platform/paths.h"

#include <algorithm>
#include <fmt/format.h>
#include <fstream>

namespace firsthand::tools {

namespace {

// Part by part: * stands for one whole part.
bool fits(std::string_view pattern, std::string_view id) {
  while (true) {
    const std::size_t p = std::min(pattern.find('/'), pattern.size()), i = std::min(id.find('/'), id.size());
    const std::string_view part = pattern.substr(0, p);
    if (part != "*" && part != id.substr(0, i)) return false;
    if (p == pattern.size() || i == id.size()) return p == pattern.size() && i == id.size();
    pattern.remove_prefix(p + 1), id.remove_prefix(i + 1);
  }
}

} // namespace

base::Result<Families> Families::read(const std::filesystem::path& file) {
  std::ifstream in(file);
  if (!in) return base::fail("families-unreadable", fmt::format("{} cannot be read.", platform::utf8_of(file)));
  Families families;
  for (std::string line; std::getline(in, line);) {
    line.erase(std::min(line.find('#'), line.size()));
    line.erase(line.find_last_not_of(" \t\r") + 1);
    const bool rare = line.starts_with("? ");
    if (rare) line.erase(0, 2);
    if (!line.empty()) families.patterns_.push_back(line);
    if (rare) families.rare_.insert(line);
  }
  if (families.patterns_.empty()) return base::fail("families-unreadable", fmt::format("{} names no family.", platform::utf8_of(file)));
  return families;
}

const std::string& Families::of(const std::string& id) {
  const auto [known, added] = known_.try_emplace(id, id);
  if (!added) return known->second;
  const auto pattern = std::find_if(patterns_.begin(), patterns_.end(), [&](const std::string& each) { return fits(each, id); });
  if (pattern != patterns_.end())
    known->second = *pattern;
  else
    unknown_.insert(id);
  return known->second;
}

std::vector<std::string> Families::missing() const {
  std::vector<std::string> never;
  for (const std::string& pattern : patterns_) {
    const auto found = count_.find(pattern);
    if (rare_.count(pattern) == 0 && (found == count_.end() || found->second == 0)) never.push_back(pattern);
  }
  return never;
}

} // namespace firsthand::tools
