// The library's shelf: models and doctrine by id, with what they inherit. Inside this room only.
#pragma once

#include "engine/reading/models.h"

namespace firsthand::reading {

class Shelf {
 public:
  explicit Shelf(Gather& gather);

  const Vocabulary& vocabulary() const { return vocabulary_; }

  // Null with a finding at `named_by` if there is no such model, or it (or a parent) cannot be read.
  const model::EntityModel* model(const model::Id& id, const model::Where& named_by);
  std::optional<model::Doctrine> doctrine(const model::Id& id, const model::Where& named_by, const std::vector<model::Id>& step_kinds);

  std::vector<model::Id> model_ids() const;
  std::vector<model::Id> doctrine_ids() const;
  void note_strays(); // findings "F0421" at files of the library that are not read

 private:
  enum class Sort : std::uint8_t { model, doctrine };
  const model::Node* merged(Sort sort, const model::Id& id, const model::Where& named_by, int depth);
  std::string path_of(Sort sort, const model::Id& id) const;
  std::vector<model::Id> ids_in(const std::vector<std::string>& folders) const;

  Gather& gather_;
  Vocabulary vocabulary_;
  std::map<std::pair<Sort, model::Id>, model::Node> merged_;
  std::map<model::Id, model::EntityModel> models_;
};

// A child over its parent: sections and the named things in them merge by key, deeper values replace; parent's keys
// first. `without` names what is left out of the parent ("verbs.browse").
model::Node inherit(const model::Node& parent, const model::Node& child, FindingCollector& findings);

model::Doctrine read_doctrine(const model::Node& merged, const Shelf& shelf, const std::vector<model::Id>& step_kinds,
                              FindingCollector& findings);

} // namespace firsthand::reading
