// Attempts nobody planned: acts drawn over what is offered, weighted to touch, and each debrief checked against what was sealed.
#pragma once

#include "engine/causes/causes.h"
#include "engine/screens/debrief/draw.h"
#include "tests/screens/claims_futures.h"
#include "tests/screens/claims_gaps.h"

namespace firsthand::claims {

// An attempt as it is played: its lines, and what the debrief is told from.
struct Walked {
  session::PreparedPtr prepared;
  session::Start start;
  std::vector<session::Action> acts;
  std::vector<base::Json> lines;
  report::AttemptTimeline timeline;
  session::Attempt attempt;

  Walked(session::PreparedPtr of, session::Start how) : prepared(std::move(of)), start(std::move(how)), timeline{*prepared, {}} {
    model::FactList facts;
    attempt = session::begin(*prepared, start, facts);
    session::Pins pins = session::pins_of(*prepared, start);
    pins.attempt = "walk", pins.channel = session::Channel::rehearsal;
    lines.push_back(session::begin_line(*prepared, attempt, pins, {"en", prepared->shown_hash, {}}, facts.facts, {}));
    timeline.turns.push_back({0, facts.facts, ""});
  }
  bool act(const session::Action& action) {
    model::FactList facts;
    if (session::advance(*prepared, attempt, action, attempt.turn, facts)) return false;
    acts.push_back(action);
    lines.push_back(session::turn_line(*prepared, attempt, "walk", action, {}, facts.facts, {}));
    timeline.turns.push_back({static_cast<int>(timeline.turns.size()), facts.facts, "", std::nullopt, action});
    return true;
  }
};

// A small generator of numbers that is the same everywhere.
struct Numbers {
  std::uint64_t state;
  std::uint64_t next() {
    state += 0x9E3779B97F4A7C15u;
    std::uint64_t z = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
  }
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(next() % n); }
};

inline std::size_t weight_of(const session::Prepared& prepared, const session::Action& action, std::size_t acts) {
  using Kind = session::Action::Kind;
  if (action.kind == Kind::note) return 0;
  if (action.kind == Kind::go_on) return acts > 40 ? 60 : 4;
  if (action.kind == Kind::wait) return 3;
  const model::Verb* verb = report::verb_of(prepared, action.entity, action.verb);
  if (!verb) return prepared.symbols.word(action.verb) == "strike" ? 1 : 20; // a form, a question
  return report::has_tag(*verb, "touch") ? 6 : 4;
}

inline void walk(Walked& walked, Numbers& numbers) {
  while (walked.attempt.ending == session::Ending::open && walked.acts.size() < 150) {
    const auto offers = session::offers(*walked.prepared, walked.attempt).actions;
    std::vector<std::size_t> drawn;
    for (std::size_t i = 0; i < offers.size(); ++i)
      drawn.insert(drawn.end(), weight_of(*walked.prepared, offers[i], walked.acts.size()), i);
    walked.act(offers[drawn[numbers.below(drawn.size())]]);
  }
}

// What was found of many.
struct Tally {
  std::map<std::string, int> lost, broken;
  std::map<causes::Answer, int> answers; // of losses
  int attempts = 0, replays = 0, two_futures = 0;
  std::vector<std::string> contradictions, undecided;
};

inline causes::Record record_of(const Walked& walked, const std::vector<session::Action>& good_way) {
  causes::Record record{walked.start, {}, false, good_way};
  for (std::size_t i = 0; i < walked.acts.size(); ++i)
    record.acts.push_back({static_cast<int>(i) + 1, walked.acts[i]});
  return record;
}

using Say = std::function<const std::string&(const model::Text&)>;

// Of what page one tells; nothing: it is not known.
inline std::optional<causes::Futures> futures_of(const Walked& walked, const std::vector<session::Action>& good_way,
                                                 const causes::Causes& causes) {
  const report::Debrief debrief = report::debrief_of(walked.timeline, walked.attempt);
  return causes::futures_of(*walked.prepared, record_of(walked, good_way), screens::debrief_cause(walked.timeline, debrief, causes));
}

inline screens::DebriefState told(const Walked& walked, const std::optional<causes::Causes>& causes, const Say& say = nullptr,
                                  const causes::Futures* futures = nullptr) {
  static const content::Words plain;
  const report::Debrief debrief = report::debrief_of(walked.timeline, walked.attempt);
  screens::DebriefSource source{walked.timeline, debrief, plain, say};
  source.causes = causes ? &*causes : nullptr, source.futures = futures;
  return screens::debrief_state(source);
}

inline void count(Tally& tally, const Walked& walked, const causes::Causes& causes, const std::string& which) {
  const session::Prepared& prepared = *walked.prepared;
  for (const causes::Cause& cause : causes.all) {
    if (cause.of.kind == causes::Mishap::Kind::rule) {
      ++tally.broken[prepared.rule_set.doctrine().rules[cause.of.rule].id];
      continue;
    }
    ++tally.lost[prepared.symbols.word(cause.of.entity) + "." + prepared.symbols.word(cause.of.item)];
    ++tally.answers[cause.answer];
    if (cause.answer == causes::Answer::undecided) tally.undecided.push_back(prepared.symbols.word(cause.of.item) + " in " + which);
  }
  ++tally.attempts, tally.replays += causes.replays;
}

inline void check_claims(Tally& tally, const Walked& walked, const std::vector<session::Action>& good_way, const std::string& which) {
  const auto causes = causes::causes_of(*walked.prepared, record_of(walked, good_way));
  REQUIRE(causes);
  const auto futures = futures_of(walked, good_way, *causes);
  REQUIRE(futures);
  const screens::DebriefState state = told(walked, causes, nullptr, &*futures);
  const Tale tale(*walked.prepared, walked.lines, good_way);
  for (const std::string& claim : Checker(tale, state).contradictions())
    tally.contradictions.push_back(which + ": " + claim);
  for (const std::string& claim : FutureClaims(tale, state, *futures).contradictions())
    tally.contradictions.push_back(which + ": futures: " + claim);
  for (const std::string& gap : Gaps().of_run(tale, state.run))
    tally.contradictions.push_back(which + ": " + gap);
  for (const std::string& gap : Gaps().of_futures(state.futures, *futures))
    tally.contradictions.push_back(which + ": futures: " + gap);
  tally.two_futures += state.futures.two;
  count(tally, walked, *causes, which);
}

} // namespace firsthand::claims
