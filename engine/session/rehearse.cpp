// Rehearsing a play: its actions through the same `advance` that a learner's go through, its expectations checked between.
#include "engine/session/play.h"

#include <fmt/format.h>

#include <algorithm>

namespace firsthand::session {
namespace {

using model::Fact;

constexpr std::size_t most_offers = 5;

class Rehearser {
 public:
  Rehearser(const Prepared& prepared, const Play& play) : prepared_(prepared), play_(play) {}

  Rehearsal run(const Start& start) {
    model::FactList list;
    out_.attempt = begin(prepared_, start, list);
    out_.first_facts = std::move(list.facts);
    for (std::size_t i = 0; i < play_.lines.size() && out_.failed.empty(); ++i) {
      out_.not_tried = static_cast<int>(play_.lines.size() - i - 1);
      line_ = &play_.lines[i];
      if (const auto* action = std::get_if<Action>(&line_->content))
        act(*action, refusal_expected_after(i));
      else
        std::visit([&](const auto& wanted) { check(wanted); }, std::get<Expectation>(line_->content));
    }
    if (out_.failed.empty()) out_.not_tried = 0;
    out_.score = score(prepared_, out_.attempt);
    return std::move(out_);
  }

 private:
  using Facts = std::vector<std::pair<std::string, std::string>>;
  void fail(const char* code, Facts facts);
  void refuse(const Action& action);
  std::string open_step() const;
  std::string place_of_step() const;
  const char* step_wants() const;
  std::string offered(const Action& instead_of) const;
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
    refuse(action);
}

void Rehearser::fail(const char* code, Facts facts) {
  facts.insert(facts.begin(), {"words", line_->words});
  if (out_.not_tried > 0) facts.emplace_back("later", std::to_string(out_.not_tried));
  out_.failed.push_back({code, {0, static_cast<std::uint32_t>(line_->number), line_->column}, std::move(facts), {}});
}

std::string Rehearser::open_step() const { return prepared_.scenario.steps[out_.attempt.step].id; }

std::string Rehearser::place_of_step() const {
  return fmt::format("scenario.yaml:{}", prepared_.scenario.steps[out_.attempt.step].where.line);
}

// What the open step waits for.
const char* Rehearser::step_wants() const {
  if (leaving(prepared_, out_.attempt) != Leaving::not_yet) return "“go on” first";
  return prepared_.steps[out_.attempt.step].module->wants();
}

// Some of what could be done instead, what resembles the line first.
std::string Rehearser::offered(const Action& instead_of) const {
  std::vector<Action> all = offers(prepared_, out_.attempt).actions;
  std::erase_if(all, [](const Action& each) { return each.kind == Action::Kind::note; });
  const auto unlike = [&](const Action& each) { return (each.verb != instead_of.verb) + (each.entity != instead_of.entity) * 2; };
  std::stable_sort(all.begin(), all.end(), [&](const Action& a, const Action& b) { return unlike(a) < unlike(b); });
  std::string words;
  for (std::size_t i = 0; i < all.size() && i < most_offers; ++i)
    words += (i ? "; " : "") + action_words(all[i], prepared_.symbols);
  return all.size() > most_offers ? fmt::format("{}; … ({} in all)", words, all.size()) : words;
}

// Says which step is open, what it waits for and what it offers.
void Rehearser::refuse(const Action& action) {
  if (refused_ == "attempt-over") return fail("F1007", {{"verdict", ending_word(out_.attempt.ending)}, {"code", refused_}});
  Facts facts{{"step", open_step()}, {"place", place_of_step()}, {"wants", step_wants()}, {"code", refused_}};
  if (const std::string some = offered(action); !some.empty()) facts.emplace_back("offers", some);
  const char* code = refused_ == "cannot-go-on" ? "F1004" : refused_ == "step-not-open" ? "F1005" : "F1006";
  if (refused_ == "step-not-open") facts.emplace_back("asked", prepared_.symbols.word(action.step));
  fail(code, std::move(facts));
}

bool matches_wanted(const FactWanted& wanted, const Fact& fact) {
  if (fact.kind != wanted.like.kind) return false;
  if (wanted.amount && fact.amount != wanted.like.amount) return false;
  if (wanted.at && fact.at != wanted.like.at) return false;
  return std::all_of(wanted.words.begin(), wanted.words.end(), [&](Symbol Fact::*member) { return fact.*member == wanted.like.*member; });
}

// "a, b", or "none".
template<class List, class Word> std::string listed(const List& list, const Word& word) {
  std::string all;
  for (const auto& each : list)
    all += (all.empty() ? "" : ", ") + word(each);
  return all.empty() ? "none" : all;
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
      if (wanted.at && matches_wanted(any_time, fact))
        times += fmt::format("{}{}", times.empty() ? "" : ", ", base::duration_words(fact.at));
  fail("F1008", {{"found", times.empty() ? "it did not happen so far" : fmt::format("it happened at {}", times)}});
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
  const std::string path = fmt::format("{}.{}", prepared_.symbols.word(wanted.entity), prepared_.symbols.word(wanted.name));
  fail("F1009", {{"path", path}, {"wanted", wanted.value}, {"found", found}});
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
  fail("F1010", {{"wanted", wanted.code}, {"found", code.empty() ? "accepted" : fmt::format("refused: {}", code)}});
}

void Rehearser::check(const VerdictWanted& wanted) {
  const Attempt& attempt = out_.attempt;
  if (attempt.ending == Ending::open) return fail("F1012", {{"step", open_step()}, {"place", place_of_step()}, {"wants", step_wants()}});
  const judging::Score found = score(prepared_, attempt);
  const auto rule_id = [&](std::size_t rule) { return prepared_.scenario.doctrine.rules[rule].id; };
  const bool named = wanted.fatal.empty() || std::any_of(found.fatal_rules.begin(), found.fatal_rules.end(),
                                                         [&](std::size_t rule) { return rule_id(rule) == wanted.fatal; });
  if (found.passed == wanted.passed && named) return;
  fail("F1011", {{"found", ending_word(attempt.ending)},
                 {"score", std::to_string(found.per_mille)},
                 {"fatal", listed(found.fatal_rules, rule_id)},
                 {"losing", listed(found.losing_rules, rule_id)},
                 {"unshown", listed(found.not_shown, [](const model::Id& competency) { return competency; })},
                 {"cut", std::to_string(prepared_.scenario.doctrine.cut_per_mille)},
                 {"wanted", wanted.fatal.empty() ? ending_word(wanted.passed ? Ending::passed : Ending::failed)
                                                 : fmt::format("{}, fatal {}", ending_word(Ending::failed), wanted.fatal)}});
}

} // namespace

Rehearsal rehearse(const Prepared& prepared, const Play& play, Start start) {
  start.chance = play.chance;
  return Rehearser(prepared, play).run(start);
}

} // namespace firsthand::session
