// What must be in the sealed facts before the debrief may say that something was done well: a row for each rule that has such words.
// A rule without a row may not praise.
#pragma once

#include "tests/screens/sealed.h"

namespace firsthand::claims {

struct About { // what the praise is about
  const Tale& tale;
  std::set<std::string> things; // ids; empty: anything
  std::vector<Sealed> facts;
  bool of(const Sealed& fact) const { return things.empty() || things.contains(fact.entity); }
};

inline bool has_tag(const About& about, const Sealed& fact, const char* tag) {
  const model::EntityUse* use = about.tale.p.scenario.entity(fact.entity);
  if (!use) return false;
  for (const model::Verb& verb : about.tale.p.scenario.model_of(*use).verbs)
    if (verb.name == fact.name) return std::find(verb.tags.begin(), verb.tags.end(), tag) != verb.tags.end();
  return false;
}

using Test = std::function<bool(const Sealed&)>;
inline std::size_t first(const About& about, const Test& test) {
  for (std::size_t i = 0; i < about.facts.size(); ++i)
    if (test(about.facts[i])) return i;
  return about.facts.size();
}
inline bool any(const About& about, const Test& test) { return first(about, test) < about.facts.size(); }

inline Test did(const About& about, const char* kind, const char* tag, bool on_it = true) {
  return [&about, kind, tag, on_it](const Sealed& fact) {
    return fact.kind == kind && has_tag(about, fact, tag) && (!on_it || about.of(fact));
  };
}
inline Test became(const About& about, const char* name, std::set<std::string> to) {
  return [&about, name, to](const Sealed& fact) {
    return fact.kind == "changed" && fact.name == name && to.contains(fact.to) && about.of(fact);
  };
}
inline Test showed(const About& about, const char* cue, std::set<std::string> values) {
  return [&about, cue, values](const Sealed& fact) {
    return fact.kind == "seen" && fact.name == cue && values.contains(fact.to) && about.of(fact);
  };
}
inline bool in_its_bag(const About& about) {
  return any(about, [&](const Sealed& fact) { return fact.kind == "changed" && fact.name == "in" && fact.to != "none" && about.of(fact); });
}
inline bool is_signed(const About& about) {
  return any(about, [&](const Sealed& fact) { return fact.name == "custody-form.signed" && about.of(fact); });
}
inline bool has_gap(const About& about, const char* gap) {
  return any(about, [&](const Sealed& fact) { return fact.name == "custody-form.gap" && fact.to == gap && about.of(fact); });
}
// What the picture shows is what was to be seen when it was taken.
inline bool picture_of_what_was_found(const About& about) {
  const std::size_t picture = first(about, did(about, "done", "photographs")),
                    touch = first(about, [&](const Sealed&fact) { return fact.by == "learner" && did(about, "begun", "touch")(fact); });
  const std::size_t shut = first(about, showed(about, "screen", {"closed", "hidden"})); // a dark one can be photographed
  return picture < about.facts.size() && picture < touch && picture < shut;
}
inline bool before(const About& about, const Test& one, const Test& other) { return first(about, one) < first(about, other); }

// The bag that it went into: tried in the scene, or said to have been tried before.
inline bool bag_was_tried(const About& about) {
  return any(about, [&](const Sealed& into) {
    if (into.kind != "changed" || into.name != "in" || into.to == "none" || !about.of(into)) return false;
    const model::EntityUse* bag = about.tale.p.scenario.entity(into.to);
    if (!bag) return false;
    std::string start;
    for (const model::StateVariable& variable : about.tale.p.scenario.model_of(*bag).state)
      if (variable.name == "tested") start = variable.values.front();
    for (const auto& [name, value] : bag->state)
      if (name == "tested") start = value;
    return start == "yes" || any(about, [&](const Sealed& f) { return f.name == "tested" && f.entity == into.to && f.to == "yes"; });
  });
}
inline bool is_apart(const About& about) { // from every network, some time
  return in_its_bag(about) || any(about, became(about, "radio", {"airplane"})) || any(about, became(about, "power", {"off"}));
}

using Praise = std::function<bool(const About&)>;
using Praises = std::map<std::string, Praise>;

inline Praises praises_of_states() {
  using A = const About&;
  return {
      {"people-first",
       [](A a) {
         return any(a, [&](const Sealed& f) { return became(a, "hands", {"clear"})(f) || did(a, "done", "separates", false)(f); });
       }},
      {"photograph-before-touch", picture_of_what_was_found},
      {"photograph-it", [](A a) { return any(a, did(a, "done", "photographs")); }},
      {"keep-it-awake",
       [](A a) { return any(a, [&](const Sealed& f) { return f.name == "keeper" || did(a, "done", "keeps-awake", false)(f); }); }},
      {"keep-running",
       [](A a) {
         return !any(a, [&](const Sealed& f) {
           return f.by == "learner" && became(a, "power", {"off", "asleep"})(f) &&
                  !any(a, [&](const Sealed& g) { return g.kind == "secured" && a.of(g) && g.at <= f.at; });
         });
       }},
      {"locked-stays-on",
       [](A a) { return !any(a, [&](const Sealed& f) { return f.by == "learner" && became(a, "power", {"off"})(f); }); }},
      {"no-lock",
       [](A a) {
         return !any(a, [&](const Sealed& f) {
           return became(a, "lock", {"locked"})(f) &&
                  !any(a, [&](const Sealed& g) { return g.kind == "secured" && a.of(g) && g.at <= f.at; });
         });
       }},
      {"shield-with-keeper", [](A a) { return any(a, did(a, "done", "keeps-awake", false)) && any(a, became(a, "near", {"no"})); }},
      {"isolate-in-time", is_apart},
      {"hand-over-shielded", [](A a) { return is_apart(a) && any(a, did(a, "done", "hands-over")); }},
      {"isolate-when-located", is_apart},
      {"stop-the-sender", [](A a) { return any(a, did(a, "done", "separates", false)) || is_apart(a); }},
      {"try-the-shield", bag_was_tried},
      {"keep-phone-on",
       [](A a) {
         return !any(a, [&](const Sealed& f) {
           return f.by == "learner" && became(a, "power", {"off"})(f) && a.tale.value(f.entity, "lock", f.at - 1) != "bfu";
         });
       }},
  };
}

inline Praises praises_of_deeds() {
  using A = const About&;
  const auto somebody_did = [](const char* tag) { return [tag](A a) { return any(a, did(a, "done", tag, false)); }; };
  const auto nobody_began = [](const char* tag) { return [tag](A a) { return !any(a, did(a, "begun", tag)); }; };
  return {
      {"no-guessing", nobody_began("guesses")},
      {"no-browsing", nobody_began("search")},
      {"no-scrolling", nobody_began("peeks")},
      {"closed-stays-closed", nobody_began("opens-shield")},
      {"power-inside",
       [](A a) { return in_its_bag(a) && any(a, [&](const Sealed& f) { return f.kind == "changed" && f.name == "bank" && a.of(f); }); }},
      {"ask-last-unlock", somebody_did("asks-unlock")},
      {"label-deadline", [](A a) { return any(a, did(a, "done", "labels")); }},
      {"caution-before-questions", [](A a) { return before(a, did(a, "done", "cautions"), did(a, "begun", "questions")); }},
      {"call-the-examiner", somebody_did("calls-specialist")},
      {"follow-the-cord",
       [](A a) {
         return before(
             a, [&](const Sealed& f) { return f.kind == "seen" && f.name == "end" && a.of(f); }, did(a, "begun", "moves", false));
       }},
      {"search-what-is-closed", [](A a) { return any(a, did(a, "done", "finds")); }},
      {"secret-sealed", [](A a) { return any(a, did(a, "done", "seals")); }},
      {"secret-told", somebody_did("tells-secret")},
      {"answer-the-commander", somebody_did("asks-time")},
      {"secure-it", [](A a) { return any(a, [&](const Sealed& f) { return f.kind == "moved" && a.of(f); }); }},
      {"tell-the-examiner", [](A a) { return before(a, did(a, "done", "reports", false), did(a, "done", "hands-over")); }},
  };
}

inline Praises praises_of_forms() {
  using A = const About&;
  const auto in_form_without = [](const char* gap) { return [gap](A a) { return is_signed(a) && !has_gap(a, gap); }; };
  return {
      {"record-the-handover", is_signed},
      {"custody-seal", in_form_without("wrong-seal")},
      {"custody-description", in_form_without("vague")},
      {"custody-clock", in_form_without("no-zone")},
      {"custody-state", in_form_without("wrong-state")},
      {"custody-deadline", in_form_without("wrong-deadline")},
  };
}

inline const Praises& praises() {
  static const Praises all = [] {
    Praises some = praises_of_states();
    some.merge(praises_of_deeds());
    some.merge(praises_of_forms());
    return some;
  }();
  return all;
}

} // namespace firsthand::claims
