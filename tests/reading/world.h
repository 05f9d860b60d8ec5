// A small world of content for the tests of reading: one library, one course, one scenario, all of it without findings.
// A test changes a section of one file and looks what is said. Names no real device on purpose.
#pragma once

#include "engine/reading/bank.h"
#include "engine/reading/findings.h"
#include "engine/reading/library.h"
#include "engine/reading/translation.h"

#include <algorithm>

namespace firsthand::reading_test {

using Texts = std::map<std::string, std::string>; // by path

inline Texts world_library() {
  return {
      {"scenarios/library/vocabulary.yaml", R"(vocabulary: small
format: 1
traits: {computer: A thing with power, shield: Keeps radio out, person: Somebody, learner: You, tied: Can be tied}
tags: {touch: Touches it, search: Looks inside}
verbs: {look: Look, close-lid: Close the lid}
relations: {holder: Who has it}
evidence: {memory: What it keeps}
harms: {destroys: Evidence is lost}
competencies: {care: Care}
variables: {power: [on, off]}
cues: {lamp: [lit, dim, dark]}
)"},
      {"scenarios/library/devices/box.yaml", R"(model: box
traits: [computer, tied]
icon: box
state:
  power: [on, off]
  lid: [open, closed]
settings: {auto-off: 5 min}
relations:
  holder: {to: person, custody: yes}
  in: shield
gauges:
  battery: {unit: "%", max: 100, start: 100, rate: [{by: -4 per h, when: {power: on}}]}
cues:
  lamp: {at: glance, is: [{lit: {power: on}}, {dark: {}}], says: {lit: The lamp is lit, dark: ""}}
verbs:
  look: {group: look, label: Look closely, takes: 15 s}
  close-lid: {group: touch, label: Close the lid, takes: 2 s, tags: [touch], offered: {holder: any}, sets: {lid: closed}}
events:
  doze: {while: {power: on}, for: auto-off, sets: {power: off}}
evidence:
  memory: {lives: {power: on}}
)"},
      {"scenarios/library/devices/many.yaml", R"(model: many
traits: [computer]
verbs:
  a: {group: look, label: A, takes: 1 s}
  b: {group: look, label: B, takes: 1 s}
  c: {group: look, label: C, takes: 1 s}
  d: {group: look, label: D, takes: 1 s}
  e: {group: look, label: E, takes: 1 s}
  f: {group: look, label: F, takes: 1 s}
  g: {group: look, label: G, takes: 1 s}
  h: {group: look, label: H, takes: 1 s}
)"},
      {"scenarios/library/devices/tin.yaml", R"(model: tin
traits: [shield, tied]
state: {leak: {draw: {tight: 3, leaks: 1}}}
)"},
      {"scenarios/library/devices/child.yaml", "model: child\nextends: box\n"},
  };
}

inline Texts world_people_and_rules() {
  return {
      {"scenarios/library/people/officer.yaml", "model: officer\ntraits: [person, learner]\n"},
      {"scenarios/library/people/guide.yaml", R"(model: guide
traits: [person]
state: {mood: [calm, cross]}
)"},
      {"scenarios/library/links/tie.yaml", R"(model: tie
relations: {first: tied, second: tied}
joins: [first, second]
settings: {after: 30 s}
)"},
      {"scenarios/library/doctrine/small.yaml", R"(doctrine: small
title: A small doctrine
edition: "2026"
review-by: 2027-06-30
sources:
  guide-a: {title: Guide A, review-by: 2027-06-30, confidence: high, opened: yes}
  hearsay: {title: A rumour, review-by: 2027-06-30, confidence: low}
positions:
  D4: {right: A, defensible: [B], elsewhere: Guide B says otherwise}
rules:
  no-looking:
    title: Never look
    each: computer
    never: {done: look, by: learner}
    breaks: {severity: minor, harm: destroys, competency: care}
    why: It is only an example.
    source: guide-a
)"},
  };
}

inline Texts world_course() {
  return {
      {"scenarios/courses/basics/course.yaml", R"(course: basics
format: 1
language: en
title: Basics
scenarios: [sample]
)"},
      {"scenarios/courses/basics/sample/scenario.yaml", R"(scenario: sample
format: 1
language: en
title: The box
summary: A lamp and a lid.
role: First officer
minutes: 10
starts: 2026-03-04 09:10 +07:00
# it declares no competency
doctrine: small
thumbnail: pictures/thumb.svg
exhibits:
  - {id: box, model: box, name: Box, start: {battery: 9 %, holder: you}, holds: [{id: note, in: memory, value: 10, name: the note, lost: The note is gone}]}
instruments:
  - {id: tin, model: tin, name: Tin}
people:
  - {id: you, model: officer, name: You}
  - {id: guide, model: guide, name: Guide}
links:
  - {id: cord, model: tie, start: {first: box, second: tin}}
steps:
  - {id: arrive, kind: briefing, title: Arrive, text: You enter.}
glossary:
  Lamp: It shows that the box is on.
)"},
      {"scenarios/courses/basics/sample/plays/expert.play", "go on\n"},
      {"scenarios/courses/basics/sample/pictures/thumb.svg",
       "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 96 96\">\n<rect width=\"96\" height=\"96\" fill=\"#204060\"/>\n</svg>\n"},
      {"scenarios/courses/basics/sample/lang/th.po", "msgid \"\"\nmsgstr \"Language: th\\nX-Firsthand-Status: draft\\n\"\n\nmsgctxt "
                                                     "\"instruments.tin.name\"\nmsgid \"Tin\"\nmsgstr \"กระป๋อง\"\n"},
      {"assets/icons/box.svg", "<svg viewBox=\"0 0 24 24\"><path d=\"M2 2H22V22H2Z\"/></svg>"},
  };
}

inline Texts world_bank() {
  return {
      {"scenarios/banks/small/bank.yaml", R"(bank: small
format: 1
language: en
use: measure
title: A small bank
)"},
      {"scenarios/banks/small/items/care.yaml", R"(items:
  - id: lamp
    kind: one
    competency: care
    stem: The lamp is lit. What comes first?
    options:
      - {id: look, text: Look at it closely, right: yes, why: Nothing changes., source: guide-a 2}
      - {id: shut, text: Shut the lid at once, why: It goes dark., source: guide-a 2}
)"},
  };
}

inline const Texts& world_files() {
  static const Texts files = [] {
    Texts all = world_library();
    all.merge(world_people_and_rules());
    all.merge(world_course());
    all.merge(world_bank());
    return all;
  }();
  return files;
}

inline std::string world_path(const std::string& alias) {
  static const std::map<std::string, std::string> paths{{"scenario", "scenarios/courses/basics/sample/scenario.yaml"},
                                                        {"course", "scenarios/courses/basics/course.yaml"},
                                                        {"device", "scenarios/library/devices/box.yaml"},
                                                        {"shield", "scenarios/library/devices/tin.yaml"},
                                                        {"child", "scenarios/library/devices/child.yaml"},
                                                        {"person", "scenarios/library/people/guide.yaml"},
                                                        {"link", "scenarios/library/links/tie.yaml"},
                                                        {"doctrine", "scenarios/library/doctrine/small.yaml"},
                                                        {"vocabulary", "scenarios/library/vocabulary.yaml"},
                                                        {"play", "scenarios/courses/basics/sample/plays/expert.play"},
                                                        {"second", "scenarios/courses/basics/sample/plays/second.play"},
                                                        {"play-txt", "scenarios/courses/basics/sample/plays/expert.play.txt"},
                                                        {"course-again", "scenarios/courses/basics/course+1.yaml"},
                                                        {"extra", "scenarios/courses/basics/extra/scenario.yaml"},
                                                        {"extra-txt", "scenarios/courses/basics/extra/scenario.yaml.txt"},
                                                        {"extra-notes", "scenarios/courses/basics/extra/notes.txt"},
                                                        {"other-course", "scenarios/courses/more/course.yaml"},
                                                        {"other-lesson", "scenarios/courses/more/sample/scenario.yaml"},
                                                        {"vocabulary-again", "scenarios/library/vocabulary+1.yaml"},
                                                        {"none", "scenarios/courses/none/scenario.yaml"},
                                                        {"copied", "scenarios/library/devices/lamp - Copy.yaml"},
                                                        {"lamp", "scenarios/library/devices/lamp.yaml"},
                                                        {"po", "scenarios/courses/basics/sample/lang/th.po"},
                                                        {"bank", "scenarios/banks/small/bank.yaml"},
                                                        {"test", "scenarios/courses/basics/tests/check.yaml"},
                                                        {"forms", "scenarios/courses/basics/tests/check-forms.yaml"},
                                                        {"items", "scenarios/banks/small/items/care.yaml"},
                                                        {"practice", "scenarios/banks/open/bank.yaml"},
                                                        {"bank-po", "scenarios/banks/small/lang/th.po"},
                                                        {"bank-picture", "scenarios/banks/small/pictures/lamp.svg"},
                                                        {"other-doctrine", "scenarios/library/doctrine/other.yaml"},
                                                        {"po-thai", "scenarios/courses/basics/sample/lang/thai.po"},
                                                        {"picture", "scenarios/courses/basics/sample/pictures/thumb.svg"}};
  return paths.at(alias);
}

// Three kinds of steps, enough to use everything that reading offers them.
class SampleSteps : public reading::StepReader {
 public:
  std::vector<model::Id> kinds() const override { return {"briefing", "choice", "scene"}; }
  void read(const model::Step& step, reading::Fields& fields, const reading::ReadContext& context) const override {
    using reading::Need;
    if (step.kind == "briefing") {
      fields.text("text");
      context.picture(fields, "picture", Need::optional);
      fields.texts("hints", Need::optional);
    } else if (step.kind == "choice") {
      fields.text("prompt");
      for (reading::Fields& option : fields.maps("options")) {
        option.id("id");
        option.text("text");
        context.position(option, "position");
        option.finish();
      }
    } else {
      for (reading::Fields& place : fields.maps("places")) {
        const model::Id entity = context.entity(place, "entity");
        context.verbs(place, "verbs", entity);
        if (const model::Node* shown = place.any("shown", Need::optional)) context.seen_condition(*shown, entity, place.findings());
        place.finish();
      }
    }
  }
};

// The text of a YAML file cut at its top-level keys; what stands before the first is kept with it.
inline std::vector<std::pair<std::string, std::string>> sections_of(const std::string& text) {
  std::vector<std::pair<std::string, std::string>> sections;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    const std::string line = text.substr(at, end - at);
    at = end;
    const bool key = line[0] >= 'a' && line[0] <= 'z';
    if (key || sections.empty()) sections.emplace_back(line.substr(0, line.find(':')), "");
    sections.back().second += line;
  }
  return sections;
}

class World {
 public:
  World() : files_(world_files()) {}

  World& put(const std::string& alias, std::string text) {
    files_.put(world_path(alias), std::move(text));
    return *this;
  }
  World& remove(const std::string& alias) {
    files_.remove(world_path(alias));
    return *this;
  }
  // Replaces or adds top-level sections.
  World& change(const std::string& alias, const std::string& snippet) {
    auto sections = sections_of(text(alias));
    for (const auto& [key, body] : sections_of(snippet)) {
      const std::string changed = body.ends_with('\n') ? body : body + "\n";
      const auto same = [&](const auto& one) { return one.first == key; };
      const auto found = std::find_if(sections.begin(), sections.end(), same);
      if (found == sections.end())
        sections.emplace_back(key, changed);
      else if (changed_[alias].count(key))
        found->second += changed; // a key twice
      else
        found->second = changed;
      changed_[alias].insert(key);
    }
    std::string all;
    for (const auto& [key, body] : sections)
      all += body;
    return put(alias, all);
  }
  std::string text(const std::string& alias) const { return files_.read(world_path(alias), 0).value_or(""); }
  reading::MemoryFiles& files() { return files_; }

  reading::LoadedScenario load(std::string_view doctrine = {}) const {
    return reading::load_scenario(files_, world_path("scenario"), SampleSteps(), doctrine);
  }

 private:
  reading::MemoryFiles files_;
  std::map<std::string, std::set<std::string>> changed_;
};

inline std::vector<std::string> codes(const model::Findings& findings) {
  std::vector<std::string> all;
  for (const model::Finding& finding : findings)
    all.push_back(finding.code);
  return all;
}

inline std::string shown(const model::Findings& findings, std::span<const reading::UsedFile> files) {
  std::string all;
  for (const model::Finding& finding : findings)
    all += reading::render(finding, files);
  return all;
}

} // namespace firsthand::reading_test
