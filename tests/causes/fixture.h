// The session's kitchen with what causes are found in: a jar that may be cracked, a way to mend it, a tap that tells.
#pragma once

#include "engine/causes/causes.h"
#include "tests/session/fixture.h"

namespace firsthand::causes::test {

using session::test::is;

struct Kitchen {
  bool shuts = true, cracks = false, mends = false, rings = false, drinks = false, held = true, minded = false;
};

inline model::Event sours_when_cracked() {
  model::Event leak;
  leak.name = "seeps";
  leak.trigger = model::Trigger::holds_for;
  leak.condition = is("crack", {"cracked"});
  leak.delay.seconds = 60;
  leak.effects.sets = {{"milk", "sour", {}}};
  return leak;
}

inline void crack(model::EntityModel& jar, const Kitchen& how) {
  jar.state.push_back({"crack", {"whole", "cracked"}, {{"whole", 3}, {"cracked", 1}}, {}});
  jar.events.push_back(sours_when_cracked());
  if (how.mends) jar.verbs.push_back(session::test::verb("mend", 5, {{"crack", "whole", {}}}));
  if (!how.rings) return;
  model::Cue ring;
  ring.name = "ring", ring.seeing = model::Seeing::reveal;
  ring.cases = {{"dull", is("crack", {"cracked"})}, {"clear", {}}};
  jar.cues.push_back(ring);
  jar.verbs.push_back(session::test::verb("tap", 5, {}));
  jar.verbs.back().effects.reveals = {"ring"};
}

// After so long in a shut jar it is safe. To polish the jar takes a while, and does nothing for it; to cork it makes it safe at once.
inline void mind(model::EntityModel& jar) {
  model::Event safe;
  safe.name = "keeps";
  safe.trigger = model::Trigger::holds_for;
  safe.condition = is("cover", {"shut"});
  safe.delay.seconds = 100;
  safe.effects.secures = {"taste"};
  jar.events.push_back(safe);
  jar.state.push_back({"shine", {"dull", "bright"}, {}, {}});
  jar.verbs.push_back(session::test::verb("polish", 90, {{"shine", "bright", {}}}));
  jar.verbs.push_back(session::test::verb("cork", 5, {{"shine", "dull", {}}}));
  jar.verbs.back().effects.secures = {"taste"};
}

inline model::Rule never_done(const char* verb, model::Severity severity) {
  model::Rule rule;
  rule.id = "never", rule.each_traits = {"vessel"}, rule.severity = severity;
  rule.never.emplace();
  rule.never->kind = model::FactKind::done, rule.never->names = {verb};
  return rule;
}

inline session::PreparedPtr kitchen(const Kitchen& how, std::vector<model::Rule> rules = {}) {
  model::Scenario scenario = session::test::kitchen();
  model::EntityModel& jar = scenario.models[0];
  if (!how.shuts) std::erase_if(jar.verbs, [](const model::Verb& verb) { return verb.name == "shut"; });
  if (how.drinks) jar.verbs.push_back(session::test::verb("drink", 5, {})), jar.verbs.back().offered = is("mouth", {"open-wide"});
  if (how.cracks) crack(jar, how);
  if (how.minded) mind(jar);
  jar.relations.push_back({"holder", {"person"}, model::Sight::plain, true, false, {}, {}});
  if (how.held) scenario.entities[0].state = {{"holder", "you"}}; // else nobody has it, and it is not saved
  scenario.models[1].state.clear();                               // nothing of the helper's is drawn
  scenario.doctrine.rules = std::move(rules);
  return session::test::prepare_scenario(std::move(scenario));
}

struct Told {
  session::PreparedPtr content;
  Causes causes;

  const Cause& loss() const {
    const Cause* cause = cause_of_item(causes, content->symbols.find("jar"), content->symbols.find("flavour"));
    if (!cause) FAIL("nothing was lost");
    return *cause;
  }
  std::string words(const session::Action& action) const { return session::action_words(action, content->symbols); }
  std::string act() const { return words(loss().act); }
};

inline session::Action action(const session::Prepared& prepared, const std::string& words) {
  const auto action = session::parse_action(words, prepared.symbols);
  if (!action.ok()) FAIL(words << ": " << action.error().message);
  return *action;
}

inline Record record(const session::Prepared& prepared, const std::vector<std::string>& acts) {
  Record record;
  for (const std::string& words : acts)
    record.acts.push_back({static_cast<int>(record.acts.size()) + 1, action(prepared, words)});
  return record;
}

inline Told told(const session::PreparedPtr& content, Record record, Bound bound = {}) {
  auto causes = causes_of(*content, record, bound);
  if (!causes) FAIL("it does not play");
  return {content, std::move(*causes)};
}

inline Told told(const session::PreparedPtr& content, const std::vector<std::string>& acts) {
  return told(content, record(*content, acts));
}

} // namespace firsthand::causes::test
