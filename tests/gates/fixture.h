// The real table and what it says of made-up files.
#pragma once

#include "tests/gates/rooms.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

namespace gates {

inline std::string content_of(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  REQUIRE(stream);
  return {std::istreambuf_iterator<char>(stream), {}};
}

inline const std::filesystem::path& root() {
  static const std::filesystem::path path = FIRSTHAND_SOURCE;
  return path;
}

inline const Table& real_table() {
  static const Table table(content_of(root() / "tests/rooms.txt"));
  return table;
}

inline std::string all_words(const std::vector<Complaint>& complaints) {
  std::string words;
  for (const Complaint& complaint : complaints)
    words += complaint.words() + "\n";
  return words;
}

// What the real table says of one made-up file.
inline std::string said_of(const std::string& path, const std::string& text) { return all_words(real_table().check({{path, text}})); }

inline bool complains(const std::string& said, std::string_view part) { return said.find(part) != std::string::npos; }

} // namespace gates
