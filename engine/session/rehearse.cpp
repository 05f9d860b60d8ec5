// Rehearsing a play: its actions through the same `advance` that a learner's go through, its expectations checked between.
#include "engine/session/play.h"

#include <fmt/format.h>

#include <algorithm>

namespace firsthand::session {
namespace {

using model::Fact;

class Rehearser {
 public:
  Rehearser(const Prepared& prepared, const Play& play) : prepared_(prepared), play_(play) {}

  Rehearsal run(const Start& start) {
    model::FactList list;
    out_.attempt = begin(prepared_, start, list);
    out_.first_facts = std::move(list.facts);
    for (std::size_t i = 0; i < play_.lines.size(); ++i) {
      line_ = &play_.lines[i];
      if (const auto* action = std::get_if<Action>(&line_->content))
        act(*action, refusal_expected_after(i));
      else
        std::visit([&](const auto& wanted) { check(wanted); }, std::get<Expectation>(line_->content));
    }
    out_.score = score(prepared_, out_.attempt);
    return std::move(out_);
  }

 private:
  void fail(const char* code, std::string message) { out_.failed.push_back({line_->number, code, std::move(message)}); }
  bool refusal_expected_after(std::size_t index) const;
  void act(const Action& action, bool refusal_is_expected);
  void check(const FactWanted& wanted);
  void check(const SeenWanted& wanted);
  void check(const RefusalWanted& wanted);
  void check(const VerdictWanted& wanted);
  bool happened(const FactWanted& wanted) const;
  std::string seen(Symbol entity, Symbol name) const;
  bool is_relation(Symbol entity, Symbol name) const;

  const Prepared& prepared_;
  const Play& play_;
  const PlayLine* line_ = nullptr;
  std::string refused_; // code of the last action's refusal, or empty
  Workspace workspace_;
  Rehearsal out_;
};

bool Rehearser::refusal_expected_after(std::size_t index) const {
  if (index + 1 >= play_.lines.size()) return false;
  const auto* expectation = std::get_if<Expectation>(&play_.lines[index + 1].content);
  const auto* wanted = expectation ? std::get_if<RefusalWanted>(expectation) : nullptr;
  return wanted && !wanted->action;
}

void Rehearser::act(const Action& action, bool refusal_is_expected) {
  model::FactList list;
  const auto refused = advance(prepared_, out_.attempt, action, out_.attempt.turn, list, workspace_);
  refused_ = refused ? refused->code : "";
  if (!refused)
    out_.turns.push_back({line_->number, action, std::move(list.facts)});
  else if (!refusal_is_expected)
    fail("refused", fmt::format("\"{}\" was refused: {}.", line_->words, refused_));
}

bool matches_wanted(const FactWanted& wanted, const Fact& fact) {
  if (fact.kind != wanted.like.kind) return false;
  if (wanted.amount && fact.amount != wanted.like.amount) return false;
  if (wanted.at && fact.at != wanted.like.at) return false;
  return std::all_of(wanted.words.begin(), wanted.words.end(), [&](Symbol Fact::*member) { return fact.*member == wanted.like.*member; });
}

bool Rehearser::happened(const FactWanted& wanted) const {
  const auto among = [&](const std::vector<Fact>& facts) {
    return std::any_of(facts.begin(), facts.end(), [&](const Fact& fact) { return matches_wanted(wanted, fact); });
  };
  return among(out_.first_facts) ||
         std::any_of(out_.turns.begin(), out_.turns.end(), [&](const Rehearsal::Turn& turn) { return among(turn.facts); });
}

void Rehearser::check(const FactWanted& wanted) {
  if (happened(wanted)) return;
  std::string times; // the same fact at another time is the likeliest slip
  FactWanted any_time = wanted;
  any_time.at = false;
  for (const Rehearsal::Turn& turn : out_.turns)
    for (const Fact& fact : turn.facts)
      if (wanted.at && matches_wanted(any_time, fact)) times += fmt::format(" at {}", base::duration_words(fact.at));
  fail("expected", times.empty() ? "No such fact so far." : fmt::format("It happened{}.", times));
}

bool Rehearser::is_relation(Symbol entity, Symbol name) const {
  const model::EntityUse* use = prepared_.scenario.entity(prepared_.symbols.word(entity));
  if (!use) return false;
  const auto& relations = prepared_.scenario.model_of(*use).relations;
  return std::any_of(relations.begin(), relations.end(), [&](const model::Relation& relation) {
    return relation.name == prepared_.symbols.word(name) && relation.sight == model::Sight::plain;
  });
}

std::string Rehearser::seen(Symbol entity, Symbol name) const {
  const simulation::Seen& what = out_.attempt.world.seen;
  if (const auto number = prepared_.scene.seen_number(what, entity, name)) return std::to_string(*number);
  if (const Symbol value = prepared_.scene.seen_value(what, entity, name)) return prepared_.symbols.word(value);
  if (const Symbol other = prepared_.scene.seen_relation(what, entity, name)) return prepared_.symbols.word(other);
  return is_relation(entity, name) ? "none" : "nothing";
}

void Rehearser::check(const SeenWanted& wanted) {
  const std::string found = seen(wanted.entity, wanted.name);
  if (found == wanted.value) return;
  fail("expected", fmt::format("What was seen is {}.", found));
}

void Rehearser::check(const RefusalWanted& wanted) {
  std::string code = refused_;
  if (wanted.action) {
    Attempt copy = out_.attempt; // the action is only tried
    model::FactList ignored;
    const auto refused = advance(prepared_, copy, *wanted.action, copy.turn, ignored, workspace_);
    code = refused ? refused->code : "";
  }
  if (code == wanted.code) return;
  fail("expected", code.empty() ? "It was accepted." : fmt::format("It was refused: {}.", code));
}

void Rehearser::check(const VerdictWanted& wanted) {
  const Attempt& attempt = out_.attempt;
  if (attempt.ending == Ending::open) return fail("expected", "The attempt is not over.");
  const judging::Score found = score(prepared_, attempt);
  std::string fatal;
  bool named = wanted.fatal.empty();
  for (const std::size_t rule : found.fatal_rules) {
    const model::Id& id = prepared_.scenario.doctrine.rules[rule].id;
    fatal += (fatal.empty() ? "" : ", ") + id;
    named = named || id == wanted.fatal;
  }
  if (found.passed == wanted.passed && named) return;
  fail("expected", fmt::format("The verdict is {} with {} per mille; fatal: {}.", ending_word(attempt.ending), found.per_mille,
                               fatal.empty() ? "none" : fatal));
}

} // namespace

Rehearsal rehearse(const Prepared& prepared, const Play& play, Start start) {
  start.chance = play.chance;
  return Rehearser(prepared, play).run(start);
}

} // namespace firsthand::session
