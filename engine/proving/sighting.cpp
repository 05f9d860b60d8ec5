// See sighting.h.
#include "engine/proving/sighting.h"

#include "engine/proving/possible.h"
#include "engine/proving/table.h"
#include "engine/session/stage_picture.h"

#include <algorithm>

namespace firsthand::proving {

namespace {

using model::FactKind;

} // namespace

std::vector<Action> acts_of(const TrailPtr& trail) {
  std::vector<Action> acts;
  for (const Trail* at = trail.get(); at; at = at->before.get())
    acts.push_back(at->act);
  std::reverse(acts.begin(), acts.end());
  return acts;
}

Sightings::Sightings(const Prepared& prepared) : prepared_(prepared) {
  list_pictures();
  for (const auto& pictures : pictures_)
    pictures_seen_.emplace_back(pictures.size(), false);
}

// Of each step every picture that a layer can show, and when.
void Sightings::list_pictures() {
  for (const Prepared::Step& step : prepared_.steps) {
    std::vector<ShownPicture>& shown = pictures_.emplace_back();
    const session::StagePicture* stage = step.module->picture(*step.spec);
    for (const session::PictureLayer& layer : stage ? stage->layers : std::vector<session::PictureLayer>()) {
      const Symbol of = prepared_.symbols.find(layer.of);
      std::vector<simulation::Guard> before;
      for (const session::PictureCase& one : layer.cases) {
        const simulation::Guard when = prepared_.scene.seen_guard(of, one.when);
        if (!one.picture.empty()) shown.push_back({of, one.picture, when, before});
        before.push_back(when);
      }
    }
  }
}

void Sightings::note(Claim::Kind kind, const std::string& about, const How& how) {
  const std::pair key(kind, about);
  if (!claims_.count(key)) claims_.emplace(key, how());
}

void Sightings::see_rules(const Attempt& attempt, const How& how) {
  const auto& monitors = attempt.judgements.monitors;
  verdicts_seen_.resize(monitors.size(), 0);
  for (std::size_t i = 0; i < monitors.size(); ++i) {
    const std::uint64_t bit = std::uint64_t{1} << static_cast<unsigned>(monitors[i].verdict);
    if (verdicts_seen_[i] & bit) continue;
    verdicts_seen_[i] |= bit;
    const auto judged = prepared_.rule_set.judgements(attempt.judgements);
    const std::string& rule = prepared_.scenario.doctrine.rules[judged[i].rule].id;
    if (judged[i].verdict == judging::Verdict::kept) note(Claim::Kind::kept, rule, how);
    if (judged[i].verdict == judging::Verdict::broken) note(Claim::Kind::broken, rule, how);
  }
}

void Sightings::see_pictures(const Attempt& attempt, const How& how) {
  const auto& pictures = pictures_[attempt.step];
  const auto holds = [&](const simulation::Guard& guard) { return prepared_.scene.seen_holds(attempt.world.seen, guard); };
  for (std::size_t i = 0; i < pictures.size(); ++i) {
    if (pictures_seen_[attempt.step][i] || !holds(pictures[i].when)) continue;
    if (std::any_of(pictures[i].before.begin(), pictures[i].before.end(), holds)) continue;
    pictures_seen_[attempt.step][i] = true;
    note(Claim::Kind::picture, pictures[i].file, how);
  }
}

void Sightings::see_forms(const Attempt& attempt, const How& how) {
  for (const session::Unanswerable& one : prepared_.steps[attempt.step].module->unanswerable(session::context_of(prepared_, attempt))) {
    const std::pair key(Fault::Kind::unanswerable, prepared_.scenario.steps[attempt.step].id + "/" + one.path);
    if (!faults_.count(key)) faults_.emplace(key, how());
  }
}

void Sightings::see(const Attempt& attempt, const std::vector<model::Fact>& facts, const How& how) {
  for (const model::Fact& fact : facts) {
    if (fact.kind == FactKind::step_entered) note(Claim::Kind::step, prepared_.symbols.word(fact.name), how);
    if (fact.kind == FactKind::done)
      note(Claim::Kind::verb, prepared_.symbols.word(fact.entity) + " " + prepared_.symbols.word(fact.name), how);
  }
  see_rules(attempt, how);
  if (attempt.ending != session::Ending::open) return;
  see_pictures(attempt, how);
  see_forms(attempt, how);
}

void Sightings::stuck(const Attempt& attempt, const How& how) {
  const std::pair key(Fault::Kind::stuck, prepared_.scenario.steps[attempt.step].id);
  if (!faults_.count(key)) faults_.emplace(key, how());
}

void Sightings::add(Proof& proof, Claim::Kind kind, const std::string& about, bool impossible) const {
  if (proof.claim(kind, about)) return;
  const auto seen = claims_.find({kind, about});
  Claim claim{kind, about, impossible ? Answer::impossible : Answer::undecided, {}};
  if (seen != claims_.end()) claim.answer = Answer::shown, claim.play = seen->second;
  proof.claims.push_back(std::move(claim));
}

void Sightings::write(Proof& proof, bool whole) const {
  const Possible possible(prepared_);
  for (const std::size_t index : rules_at_work(prepared_)) {
    const model::Rule& rule = prepared_.scenario.doctrine.rules[index];
    add(proof, Claim::Kind::kept, rule.id, whole);
    add(proof, Claim::Kind::broken, rule.id, whole || !possible.can_break(rule));
  }
  for (const model::Step& step : prepared_.scenario.steps)
    add(proof, Claim::Kind::step, step.id, whole);
  for (const Prepared::Step& step : prepared_.steps)
    for (const session::ListedAct& act : step.module->listed_acts(*step.spec))
      add(proof, Claim::Kind::verb, prepared_.symbols.word(act.entity) + " " + prepared_.symbols.word(act.verb), whole);
  for (const auto& pictures : pictures_)
    for (const ShownPicture& picture : pictures)
      add(proof, Claim::Kind::picture, picture.file, whole);
  for (const auto& [key, play] : faults_)
    proof.faults.push_back({key.first, key.second, play});
}

} // namespace firsthand::proving
