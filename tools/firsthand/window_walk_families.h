// The controls of the program by family: "home/lesson/*" is every lesson. A list of the families that must be
// reached stands in a file; what is on the screen and fits no line of it is unknown. Knows no screen.
#pragma once

#include "engine/base/result.h"
#include "engine/ui/registry.h"

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace firsthand::tools {

class Families {
 public:
  // One pattern a line, * for one part of an id; # begins a comment, ? a family that need not be reached. Errors: "families-unreadable".
  static base::Result<Families> read(const std::filesystem::path& file);
  Families() = default; // knows none: every id is a family of its own

  // The pattern that fits, or the id itself, noted as unknown.
  const std::string& of(const std::string& id);
  void reached(const std::string& id) { ++count_[of(id)]; }
  int count(const std::string& id) { return count_[of(id)]; }
  const std::map<std::string, int>& counts() const { return count_; }

  std::vector<std::string> missing() const; // patterns that were never reached
  const std::set<std::string>& unknown() const { return unknown_; }
  bool given() const { return !patterns_.empty(); }

 private:
  std::vector<std::string> patterns_;
  std::set<std::string> rare_;               // of the patterns: need not be reached
  std::map<std::string, std::string> known_; // id → its pattern
  std::map<std::string, int> count_;
  std::set<std::string> unknown_;
};

} // namespace firsthand::tools
