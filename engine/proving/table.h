// Rule by play: what the plays of a lesson show of the rules that judge it. A rule that no play keeps, or that none breaks, has never
// been tried.
#pragma once

#include "engine/proving/player.h"

namespace firsthand::proving {

struct Mark { // of a rule in one play, over all the things that it is about
  bool kept = false, broken = false;
};

struct Row {
  std::size_t rule = 0; // index into the doctrine's rules
  std::vector<Mark> plays;
  bool any_kept() const;
  bool any_broken() const;
};

struct Table {
  std::vector<std::string> plays;
  std::vector<Row> rows;             // the rules at work
  std::vector<std::size_t> left_out; // rules that are about something here, and that nothing here can begin or break
};
Table table_of(const Prepared& prepared, const std::vector<NamedPlay>& plays);

Mark mark_of(const Prepared& prepared, const Attempt& attempt, std::size_t rule);
// Indexes into the doctrine: rules that are about something in this lesson, and that something in it can begin or break.
std::vector<std::size_t> rules_at_work(const Prepared& prepared);

} // namespace firsthand::proving
