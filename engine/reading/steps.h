// What reading and the kinds of steps need of each other: reading does not know the kinds, a kind does not know files.
// The session's catalogue of modules implements StepReader; reading hands each step's map and a ReadContext to it.
#pragma once

#include "engine/model/scenario.h"
#include "engine/model/test.h"
#include "engine/reading/fields.h"
#include "engine/reading/picture.h"

namespace firsthand::reading {

// The scenario as far as it is read: entities, models, doctrine and the ids of all steps are there.
class ReadContext {
 public:
  virtual ~ReadContext() = default;

  virtual const model::Scenario& scenario() const = 0;
  virtual std::vector<model::Id> entities() const = 0;
  virtual std::vector<model::Id> entities(model::EntityKind kind) const = 0;
  virtual std::vector<model::Id> verbs_of(std::string_view entity) const = 0;
  virtual std::vector<model::Id> cues_of(std::string_view entity) const = 0;
  virtual std::vector<std::string> positions() const = 0; // "D4/A" for every position, right or defensible

  // Reads `key` as an entity's id (or a list of them) and checks that it is there and of one of `kinds` (empty: any).
  virtual model::Id entity(Fields& fields, std::string_view key, std::vector<model::EntityKind> kinds = {},
                           Need need = Need::required) const = 0;
  virtual std::vector<model::Id> entity_list(Fields& fields, std::string_view key, std::vector<model::EntityKind> kinds = {},
                                             Need need = Need::required) const = 0;
  // Reads `key` as a position; "" if absent or unknown to the doctrine (a finding). A question the doctrine leaves out
  // is a finding, a position on it that nobody holds is not: it is simply wrong there, unless it is nearly one that is held.
  virtual std::string position(Fields& fields, std::string_view key) const = 0;
  // Reads `key` as a list of the entity's verbs, at most seven.
  virtual std::vector<model::Id> verbs(Fields& fields, std::string_view key, std::string_view entity, Need need = Need::optional) const = 0;

  // Conditions: by what was seen of one entity (its cues, its relations in plain sight), and by what was seen or is true
  // anywhere ("lamp.holder").
  virtual model::Condition seen_condition(const model::Node& node, std::string_view entity, FindingCollector& findings) const = 0;
  virtual model::Condition seen_condition(Fields& fields, std::string_view key, Need need = Need::optional) const = 0;
  virtual model::Condition true_condition(Fields& fields, std::string_view key, Need need = Need::optional) const = 0;

  // A picture of the scenario ("pictures/cafe.svg", "cafe.svg" is the same) or a shared one ("assets:portrait-x.svg"):
  // checks that it is there and drawable, keeps it, and gives its path from the content root; "" with a finding if not.
  virtual std::string picture(Fields& fields, std::string_view key, Need need = Need::required) const = 0;
  virtual std::string picture(const model::Node& named_by, std::string_view name, FindingCollector& findings) const = 0;
  // What the drawing of a picture that was given names in it.
  virtual const std::vector<PictureMark>& marks(const std::string& path) const = 0;
  // Reads `key` as a test of the scenario's course, with the questions of its banks.
  virtual model::Test test(Fields& fields, std::string_view key) const = 0;
};

class StepReader {
 public:
  virtual ~StepReader() = default;
  virtual std::vector<model::Id> kinds() const = 0;
  // Reads the parameters that are the kind's own; `fields` has the common keys asked for already and is finished by the
  // caller. Must read the same from the same tree, and must report a
  // step that could not be left.
  virtual void read(const model::Step& step, Fields& fields, const ReadContext& context) const = 0;
};

} // namespace firsthand::reading
