// What an author wrote, as a plain tree with a mark on every node. Reading makes it from YAML and hands parts of it to the
// modules; nobody else needs it. Scalars stay text until a typed reader asks for a number or a duration.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace firsthand::model {

// A place in the author's files. `file` counts into the list that the reader returns; line and column start at 1, columns
// count code points.
struct Where {
  std::uint16_t file = 0;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

struct Node {
  enum class Kind : std::uint8_t { nothing, scalar, list, map };
  struct Pair;

  Kind kind = Kind::nothing;
  std::string text;        // of a scalar
  bool quoted = false;     // "no" in quotes is a word like any other; kept for findings only
  std::vector<Node> items; // of a list
  std::vector<Pair> pairs; // of a map, in the author's order, keys unique
  Where where;

  const Node* find(std::string_view key) const;
};

struct Node::Pair {
  std::string key;
  Where where; // of the key
  Node value;
};

inline const Node* Node::find(std::string_view key) const {
  for (const Pair& pair : pairs)
    if (pair.key == key) return &pair.value;
  return nullptr;
}

} // namespace firsthand::model
