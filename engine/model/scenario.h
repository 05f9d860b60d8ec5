// One exercise, as read and resolved: whatever it names is here, models with their inheritance applied, the doctrine with
// its parents merged. A step's own parameters stay a tree; its module reads them.
#pragma once

#include "engine/model/doctrine.h"

namespace firsthand::model {

enum class EntityKind : std::uint8_t { exhibit, instrument, person, link };

// Evidence that a thing holds: lives and dies by the evidence kind of its model.
struct Holding {
  Id id;
  Id in; // evidence kind
  std::int32_t value = 1;
  Text name;   // "the open mail session"
  Text lost;   // debrief headline if it is lost: "The disk can no longer be opened"
  Text sealed; // … if it is out of reach: "The disk is locked"; empty: as if lost
  Where where;
};

struct EntityUse {
  Id id;
  EntityKind kind = EntityKind::exhibit;
  Id model;
  int number = 0; // exhibits count from 1 in the author's order; others 0
  Text name;
  Id zone;
  std::string portrait;                 // picture file, persons
  std::vector<std::pair<Id, Id>> state; // variables and relations at the start
  std::vector<std::pair<Id, Quanta>> gauges;
  std::vector<std::pair<Id, base::Seconds>> settings;
  std::vector<std::pair<Id, base::Seconds>> aged; // event → how long its delay has been running
  std::vector<Holding> holds;
  Where where;
};

struct Branch {
  Condition when; // paths "entity.variable"
  Id step;
};

struct Step {
  Id id, kind;
  Text title; // in the rail, one to three words
  Condition only_if;
  std::vector<Branch> then; // forward only
  base::Seconds costs = 0;
  int points = 10; // of a graded step
  Node params;     // the whole step; the module reads what is its own
  Where where;
};

// Why the exemplar does not win where chance gives this.
struct ExemplarLoss {
  std::string chance; // "bag.leak leaks", as in a play
  Text why;
  Where where;
};

struct GlossaryTerm {
  Text term, meaning;
};

struct Scenario {
  Id id;
  int format = 1;
  Text title, summary, role;
  int minutes = 0;
  std::vector<Id> competencies;
  std::vector<Text> competency_names; // like competencies, as the vocabulary has them
  base::LocalStart starts;
  std::string thumbnail, cover;    // picture files
  std::vector<EntityUse> entities; // exhibits, instruments, people, links: the order in which equal times fire
  std::vector<EntityModel> models; // those in use
  Doctrine doctrine;
  std::vector<Step> steps;
  Id exemplar; // a play of plays/
  std::vector<ExemplarLoss> exemplar_losses;
  std::vector<std::string> owes;            // codes of findings that are known and not mended yet: told as notes
  int weight_rules = 70, weight_steps = 30; // of 100; a scenario may lower the steps
  std::string language;                     // of the texts as written: "en"
  std::string reviewed_by;                  // who of the field, as written; empty: a draft that nobody has reviewed
  std::vector<GlossaryTerm> glossary;

  const EntityModel& model_of(const EntityUse& use) const;
  const EntityUse* entity(std::string_view entity_id) const;
};

inline const EntityModel& Scenario::model_of(const EntityUse& use) const {
  for (const EntityModel& candidate : models)
    if (candidate.id == use.model) return candidate;
  static const EntityModel no_model;
  return no_model;
}

inline const EntityUse* Scenario::entity(std::string_view entity_id) const {
  for (const EntityUse& use : entities)
    if (use.id == entity_id) return &use;
  return nullptr;
}

} // namespace firsthand::model
