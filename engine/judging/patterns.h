// Inside judging: turns a rule's patterns into watchers with exact keys, for one binding of the rule to entities.
#pragma once

#include "engine/judging/compiled.h"

#include <map>
#include <set>

namespace firsthand::judging {

// What a rule is bound to while it is compiled: nothing, one entity, or a link and its ends.
struct Binding {
  const model::EntityUse* own = nullptr;                            // the entity, or the link
  std::vector<std::pair<model::Id, const model::EntityUse*>> roles; // of a link, in the order of its joins
};

class PatternCompiler {
 public:
  PatternCompiler(const model::Scenario& scenario, model::Symbols& symbols, RuleSet::Compiled& out)
      : scenario_(scenario), symbols_(symbols), out_(out) {}

  void add(const model::FactPattern& pattern, const Binding& binding, Watcher watcher);
  WordSet words(const std::vector<model::Id>& list);
  void finish(); // lays out watchers and buckets

 private:
  void add_for(const model::FactPattern& pattern, const model::EntityUse* use, const Watcher& watcher);
  void register_key(model::FactKind kind, Symbol entity, Symbol name, const Watcher& watcher);
  std::set<Symbol> names_on(const model::FactPattern& pattern, const model::EntityUse& use);

  const model::Scenario& scenario_;
  model::Symbols& symbols_;
  RuleSet::Compiled& out_;
  std::map<std::uint64_t, std::vector<Watcher>> found_;
};

} // namespace firsthand::judging
