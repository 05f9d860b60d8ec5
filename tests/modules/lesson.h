// A lesson of a step or two over the small world of the tests of reading, with the real kinds of steps: written as an
// author writes it, played as `drive` plays it.
#pragma once

#include "modules/catalogue.h"

#include "engine/session/load.h"
#include "engine/session/record.h"
#include "tests/reading/world.h"

#include <doctest/doctest.h>

// A failed comparison shows the lines.
template<> struct doctest::StringMaker<std::vector<std::string>> {
  static String convert(const std::vector<std::string>& lines) {
    std::string all;
    for (const std::string& line : lines)
      all += "\n    " + line;
    return all.c_str();
  }
};

namespace firsthand::modules::test {

using session::Leaving;
using session::Mode;
using Lines = std::vector<std::string>;

inline const session::Catalogue& catalogue() {
  static const session::Catalogue all = make_catalogue();
  return all;
}

inline std::vector<std::string> codes_of(reading_test::World& world) {
  return reading_test::codes(
      reading::load_scenario(world.files(), reading_test::world_path("scenario"), session::StepSpecs(catalogue())).findings);
}

inline session::PreparedPtr prepared(reading_test::World& world) {
  const auto loaded = session::load(world.files(), reading_test::world_path("scenario"), catalogue());
  REQUIRE_MESSAGE(loaded.content.findings.empty(), reading_test::shown(loaded.content.findings, loaded.content.files));
  REQUIRE(loaded.prepared);
  return loaded.prepared;
}

inline session::PreparedPtr lesson(const std::string& steps) {
  reading_test::World world;
  world.change("scenario", steps);
  return prepared(world);
}

class Game {
 public:
  explicit Game(session::PreparedPtr content, Mode mode = Mode::practice) : prepared(std::move(content)) {
    session::Start start;
    start.mode = mode;
    attempt = begin(*prepared, start, heard_);
    heard_.facts.clear();
  }

  std::string act(const std::string& words) { // the code of the refusal, or empty
    const auto action = session::parse_action(words, prepared->symbols);
    if (!action.ok()) return action.error().code;
    heard_.facts.clear();
    const auto refused = session::advance(*prepared, attempt, *action, attempt.turn, heard_);
    return refused ? refused->code : "";
  }
  Lines acts(std::initializer_list<const char*> lines) { // the codes of all
    Lines codes;
    for (const char* line : lines)
      codes.push_back(act(line));
    return codes;
  }
  Lines facts(model::FactKind kind) const { // of the last turn, as they are recorded
    Lines lines;
    for (const model::Fact& fact : heard_.facts)
      if (fact.kind == kind) lines.push_back(session::fact_json(fact, prepared->symbols).line());
    return lines;
  }
  const std::vector<model::Fact>& heard() const { return heard_.facts; } // in the last turn
  Lines offers() const {
    Lines lines;
    for (const session::Action& action : session::offers(*prepared, attempt).actions)
      lines.push_back(session::action_words(action, prepared->symbols));
    return lines;
  }
  std::optional<int> grade() const { return module().grade(context()); }
  Leaving leaving() const { return session::leaving(*prepared, attempt); }
  session::Context context() const { return context_of(*prepared, attempt); }
  const session::Module& module() const { return *prepared->steps[attempt.step].module; }
  template<class Spec> const Spec& spec() const { return static_cast<const Spec&>(*prepared->steps[attempt.step].spec); }
  const session::StepState& state() const { return attempt.states[attempt.step]; }
  Lines texts() const {
    Lines lines;
    module().texts(*prepared->steps[attempt.step].spec, [&](const model::Text& text) { lines.push_back(text.source); });
    return lines;
  }

  session::PreparedPtr prepared;
  session::Attempt attempt;

 private:
  model::FactList heard_;
};

} // namespace firsthand::modules::test
