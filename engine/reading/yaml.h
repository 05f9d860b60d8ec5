// YAML in a strict form to a tree with a mark on every node: no anchors, aliases, tags, directives, further documents,
// complex or double keys; UTF-8 without controls; bounded. Scalars stay text. Must not know what the keys mean.
#pragma once

#include "engine/model/finding.h"

#include <optional>
#include <vector>

namespace firsthand::reading {

struct YamlLimits {
  std::size_t file_bytes = 1u << 20;
  std::size_t scalar_bytes = 16u << 10;
  std::size_t nodes = 100'000;
  int depth = 64;
};

// What a tree does not show.
struct YamlSigns {
  std::vector<model::Where> commented; // plain values that a comment follows in the same line
  std::uint64_t steps = 0;             // signs that the search for slips looked at; grows with the file, not faster
};

// The tree, or nothing if the file could not be read to its end; then there is at least one error in `findings`. With
// errors and a tree (a key twice, an anchor) the tree serves only to find more. `file` is what every mark will carry.
// Throws nothing.
std::optional<model::Node> read_yaml(std::string_view bytes, std::uint16_t file, model::Findings& findings, const YamlLimits& limits = {},
                                     YamlSigns* signs = nullptr);

} // namespace firsthand::reading
