// The content as a whole: the catalogue of courses and scenarios (headers only, cheap), and one scenario fully read, with
// everything it names resolved, every file it used, and its two hashes.
#pragma once

#include "engine/crypto/hash.h"
#include "engine/reading/dates.h"
#include "engine/reading/files.h"
#include "engine/reading/steps.h"

namespace firsthand::reading {

struct ScenarioCard {
  model::Id id;     // the folder's name
  std::string path; // scenarios/courses/<course>/<id>/scenario.yaml
  model::Text title, summary;
  int minutes = 0;
  std::string thumbnail; // path from the content root, or empty
  std::string language;  // of the texts as written
  std::vector<model::Id> competencies;
};

struct Refresher {
  model::Id scenario;
  base::Seconds after = 0; // since the course was passed
};

// A part of a course's baseline or final: a lesson of the list with a test in it, or a scene that stands in no list, for nobody practises
// what decides.
struct CoursePart {
  enum class Kind : std::uint8_t { test, scene };
  model::Id scenario;
  Kind kind = Kind::test;
  int tries = 0;          // of a scene, 0: any number; a test says it itself
  base::Seconds wait = 0; // likewise, between two tries
};

// What a course is for: lessons that count; the program's own gestures, and a few questions a day, which count nowhere.
enum class CourseKind : std::uint8_t { lessons, warm_up, daily };

struct Course {
  model::Id id;     // the folder's name
  std::string path; // scenarios/courses/<id>/course.yaml
  CourseKind kind = CourseKind::lessons;
  model::Text title, summary;
  std::string language;
  model::Id doctrine;                            // empty: each scenario's own
  std::vector<ScenarioCard> scenarios;           // in the course's order
  std::vector<CoursePart> baseline, final_parts; // each a scenario of the course; none: it has no such test
  base::Seconds within = 0;                      // how far the parts of the final may lie apart; 0: that does not matter
  std::vector<Refresher> refreshers;

  const ScenarioCard* card(std::string_view scenario_id) const;
  bool asks_before(std::string_view scenario_id) const;       // as a part of its baseline
  bool decides_by(std::string_view scenario_id) const;        // as a part of its final
  bool tests_by(std::string_view scenario_id) const;          // as either
  const CoursePart* part(std::string_view scenario_id) const; // of its final, else of its baseline; null: of neither
};

class Library {
 public:
  // Reads course files and the heads of scenario files, nothing else. A course or scenario that cannot be read is left
  // out, with findings; the others are there.
  static Library open(const FileSource& files);

  const std::vector<Course>& courses() const { return courses_; }
  const Course* course(std::string_view id) const;
  const ScenarioCard* card(std::string_view scenario_id) const; // the first of that id
  const Course* tested_by(std::string_view scenario_id) const;  // the course whose test it is, or null
  bool is_warm_up(std::string_view scenario_id) const;
  bool is_daily(std::string_view scenario_id) const;
  const model::Findings& findings() const { return findings_; }
  const std::vector<UsedFile>& files() const { return used_; } // for rendering the findings

 private:
  static Library read(const FileSource& files, std::vector<NearMiss>& misses); // its findings are not sorted

  std::vector<Course> courses_;
  model::Findings findings_;
  std::vector<UsedFile> used_;
};

struct LoadedScenario {
  model::Scenario scenario;
  model::Findings findings;           // sorted
  std::vector<UsedFile> files;        // every file that was read, in the order of Where::file; loading from them gives the same
  std::string path;                   // of scenario.yaml
  std::vector<std::string> languages; // that have a lang/*.po
  std::vector<model::Text> texts;     // all that is shown, in the order of files and lines; each path once
  std::vector<Dated> dates;           // for late_dates
  crypto::Hash rules_hash;            // all that play or judging can depend on
  crypto::Hash shown_hash;            // texts, translations, pictures

  bool usable() const; // no finding is an error
};

// `path` is that of scenario.yaml; `doctrine` replaces the scenario's own if it is not empty.
LoadedScenario load_scenario(const FileSource& files, const std::string& path, const StepReader& steps, std::string_view doctrine = {});

// Everything of scenarios/library/ by itself: every model and doctrine, whether a scenario uses it or not.
struct LoadedShelf {
  model::Findings findings;
  std::vector<UsedFile> files;
  std::vector<model::EntityModel> models;
  std::vector<model::Doctrine> doctrines;
  std::vector<std::pair<model::Id, model::Text>> competencies; // of the vocabulary, in its order
  std::vector<model::Text> texts;                              // all that is shown; each path once
  std::vector<Dated> dates;                                    // for late_dates
};
LoadedShelf load_shelf(const FileSource& files);

} // namespace firsthand::reading
