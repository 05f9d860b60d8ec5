// The test's rules half: which question is meant, what its kind says of the answer, and what all of it comes to.
#include "modules/test/rules.h"

#include "engine/assessment/draw.h"
#include "engine/assessment/refresher.h"
#include "engine/session/record.h"

#include <algorithm>
#include <array>

namespace firsthand::modules::test {

namespace {

using session::right_per_mille;

constexpr std::size_t current_slot = 0, handed_in_slot = 1, first_place = 2; // of the step
constexpr std::size_t flag_part = 0, certainty_part = 1, own_parts = 2;      // of a place; behind them what its kind keeps
constexpr int sure = 1;                                                      // see Place::certainty

assessment::Certainty certainty_of(const Place& place) {
  using assessment::Certainty;
  constexpr std::array<Certainty, 4> all{Certainty::unsaid, Certainty::sure, Certainty::fairly, Certainty::guess};
  const auto at = static_cast<std::size_t>(place.certainty);
  return at < all.size() ? all[at] : Certainty::unsaid;
}

constexpr session::Refusal no_such_question{"no-such-question", "That question is not on this paper."};
constexpr std::array own_refusals{no_such_question};

const session::QuestionSpec& question_of(const Asked& asked) { return static_cast<const session::QuestionSpec&>(*asked.spec); }

std::vector<std::size_t> items_of(const TestSpec& spec, std::span<const session::PaperItem> paper) {
  std::vector<model::Id> ids;
  for (const session::PaperItem& each : paper)
    ids.push_back(each.item);
  if (paper.empty() && !spec.test.forms.empty()) ids = spec.test.forms.front();
  for (std::size_t i = 0; paper.empty() && i < std::min(spec.test.items.size(), static_cast<std::size_t>(spec.test.drawn)); ++i)
    ids.push_back(spec.test.items[i].id); // of a rehearsal
  std::vector<std::size_t> items;
  for (const model::Id& id : ids)
    if (const model::Item* item = spec.test.item(id)) items.push_back(static_cast<std::size_t>(item - spec.test.items.data()));
  return items;
}

std::size_t parts_of(const TestSpec& spec, std::size_t item) { return own_parts + question_of(spec.asked[item]).slots.count; }

Place place_of(const TestSpec& spec, std::size_t item, std::size_t first, const session::StepState& state) {
  Place place{item, first, state.slots[first + flag_part] != 0, false, state.slots[first + certainty_part], 0, {}};
  const auto from = state.slots.begin() + static_cast<std::ptrdiff_t>(first + own_parts);
  place.state.slots.assign(from, from + static_cast<std::ptrdiff_t>(question_of(spec.asked[item]).slots.count));
  const session::Given given = session::given(question_of(spec.asked[item]), place.state);
  place.answered = given.tries_used > 0;
  place.per_mille = given.per_mille;
  return place;
}

// The context of one question of it. Always that of an assessment: only what is right has its points, also where a draft is practised.
session::Context inside(const session::Context& context, const Asked& asked, const session::StepState& state) {
  return {context.scenario,
          context.symbols,
          context.scene,
          context.world,
          context.judgements,
          *asked.spec,
          state,
          context.step,
          context.entered_at,
          session::Mode::assessed,
          {}};
}

model::Fact own_fact(model::Symbol name, model::Symbol item, std::int64_t amount) {
  model::Fact fact;
  fact.kind = model::FactKind::module;
  fact.name = name;
  fact.entity = item;
  fact.amount = amount;
  return fact;
}

// Takes how sure it was given out of the values. It may be left out: an answer is kept as soon as there is one.
std::optional<session::Refused> take_certainty(const TestSpec& spec, session::Action& action, int& certainty) {
  for (const auto& [key, value] : action.values) {
    if (key != spec.certainty) continue;
    const auto at = std::find(spec.certainties.begin(), spec.certainties.end(), value);
    if (at == spec.certainties.end()) return session::Refused{"no-such-option"};
    if (certainty != 0) return session::Refused{"twice"};
    certainty = static_cast<int>(at - spec.certainties.begin()) + 1;
  }
  std::erase_if(action.values, [&](const auto& pair) { return pair.first == spec.certainty; });
  if (certainty != 0 && !spec.test.certainty) return session::Refused{"no-such-option"};
  return std::nullopt;
}

class TestModule final : public session::Module {
 public:
  explicit TestModule(std::vector<const session::Module*> kinds) : kinds_(std::move(kinds)) {}

  const char* kind() const override { return "test"; }
  std::span<const session::Refusal> refusals() const override { return own_refusals; }
  std::span<const session::Module* const> hosts() const override { return kinds_; }
  const char* wants() const override { return "to be handed in"; }
  bool answers_in_rows() const override { return true; } // some of its kinds do
  session::Interaction interaction() const override { return session::Interaction::performance; }

  std::shared_ptr<const session::Spec> read(reading::Fields& fields, const reading::ReadContext& context,
                                            model::Symbols& symbols) const override {
    auto spec = std::make_shared<TestSpec>();
    spec->test = context.test(fields, "test");
    name(*spec, symbols);
    for (const model::Item& item : spec->test.items)
      spec->asked.push_back(asked(item, context.scenario().doctrine, symbols));
    return spec;
  }

  const model::Test* test(const session::Spec& spec) const override { return &static_cast<const TestSpec&>(spec).test; }

  session::Paper paper(const session::Spec& base, std::size_t form, const simulation::Seed& seed) const override {
    const model::Test& test = static_cast<const TestSpec&>(base).test;
    if (form >= test.forms.size()) return {};
    std::vector<const model::Item*> items;
    for (const model::Id& id : test.forms[form])
      if (const model::Item* item = test.item(id)) items.push_back(item);
    const auto shuffle = [](bool yes) { return yes ? assessment::Shuffle::shuffled : assessment::Shuffle::as_written; };
    session::Paper paper;
    for (assessment::PaperItem& each : assessment::paper_of(seed.bytes, items, shuffle(test.shuffle_items), shuffle(test.shuffle_options)))
      paper.push_back({std::move(each.item), std::move(each.version), std::move(each.options)});
    return paper;
  }

  std::optional<session::Action> handing_in(const session::Context& context) const override {
    return act(context, static_cast<const TestSpec&>(context.spec).hand_in, 0);
  }

  session::StepState begin(const session::Context& context) const override {
    const auto& spec = static_cast<const TestSpec&>(context.spec);
    std::size_t count = first_place;
    for (const std::size_t item : items_of(spec, context.paper))
      count += parts_of(spec, item);
    return {std::vector<std::int32_t>(count, 0)};
  }

  std::optional<session::Refused> decide(const session::Context& context, const session::Action& action,
                                         session::Decision& decision) const override {
    const auto& spec = static_cast<const TestSpec&>(context.spec);
    if (action.kind != session::Action::Kind::act || action.with != 0) return session::Refused{"not-here"};
    const Paper paper = paper_of(spec, context.paper, context.state);
    if (action.verb == spec.hand_in) return hand_in(spec, paper, action, decision);
    const auto meant = [&](const Place& place) { return spec.asked[place.item].id == action.entity; };
    const auto place = std::find_if(paper.places.begin(), paper.places.end(), meant);
    if (action.entity == 0 || place == paper.places.end()) return session::Refused{no_such_question};
    decision.state.slots[current_slot] = static_cast<std::int32_t>(place - paper.places.begin());
    if (action.verb == spec.view || action.verb == spec.flag) return mark(spec, *place, action, decision);
    if (is_told(spec, *place)) return session::Refused{"no-tries-left"};
    return answer(context, *place, action, decision);
  }

  session::Offers offers(const session::Context& context) const override {
    const auto& spec = static_cast<const TestSpec&>(context.spec);
    const Paper paper = paper_of(spec, context.paper, context.state);
    session::Offers all;
    if (!paper.places.empty()) offer_place(context, paper.places[paper.current], all);
    all.actions.push_back(act(context, spec.hand_in, 0));
    return all;
  }

  session::Leaving leaving(const session::Context& context) const override {
    return context.state.slots[handed_in_slot] != 0 ? session::Leaving::must : session::Leaving::not_yet;
  }

  std::optional<int> grade(const session::Context& context) const override {
    const auto& spec = static_cast<const TestSpec&>(context.spec);
    const assessment::TestResult result = result_of(spec, paper_of(spec, context.paper, context.state));
    return result.of == 0 ? 0 : result.won * right_per_mille / result.of;
  }

  std::optional<session::TestStanding> test_standing(const session::Context& context) const override {
    const auto& spec = static_cast<const TestSpec&>(context.spec);
    const Paper paper = paper_of(spec, context.paper, context.state);
    session::TestStanding standing{&spec.test, paper.current, paper.places.size(), 0, result_of(spec, paper), 0, {}, 0};
    for (const Place& place : paper.places) {
      standing.result.guess += assessment::guess(spec.test.items[place.item], context.scenario.doctrine.positions);
      const bool is_sure = place.answered && place.certainty == sure;
      standing.answered += place.answered, standing.sure += is_sure;
      if (place.answered) standing.certainty_points += assessment::certainty_points(certainty_of(place), place.per_mille);
      if (is_sure && place.per_mille == 0) standing.sure_and_wrong.push_back(spec.test.items[place.item].competency);
    }
    return standing;
  }

  std::optional<bool> passes(const session::Context& context) const override {
    const auto& spec = static_cast<const TestSpec&>(context.spec);
    return spec.test.drawn == 0 && result_of(spec, paper_of(spec, context.paper, context.state)).passed();
  }

  // One question at a time; how long each is, is said where its bank is checked.
  void on_screen(const session::Spec&, const std::function<void(const model::Text&)>&) const override {}

  void texts(const session::Spec& base, const std::function<void(const model::Text&)>& visit) const override {
    for (const Asked& each : static_cast<const TestSpec&>(base).asked)
      each.kind->texts(*each.spec, visit);
  }

 private:
  static void name(TestSpec& spec, model::Symbols& symbols) {
    spec.view = symbols.intern("view");
    spec.flag = symbols.intern("flag");
    spec.hand_in = symbols.intern("hand-in");
    spec.certainty = symbols.intern("certainty");
    spec.certainties = {symbols.intern("sure"), symbols.intern("fairly"), symbols.intern("guess")};
    spec.viewed = symbols.intern("test.viewed");
    spec.flagged = symbols.intern("test.flagged");
    spec.worth = symbols.intern(session::item_worth);
  }

  Asked asked(const model::Item& item, const model::Doctrine& doctrine, model::Symbols& symbols) const {
    for (const session::Module* kind : kinds_)
      if (auto spec = kind->ask(item, doctrine, symbols)) return {symbols.intern(item.id), kind, std::move(spec)};
    return {symbols.intern(item.id), nullptr, nullptr};
  }

  static session::Action act(const session::Context& context, model::Symbol verb, model::Symbol item) {
    session::Action action;
    action.step = context.step;
    action.verb = verb;
    action.entity = item;
    return action;
  }

  // Where each answer is told at once it is the only one.
  static bool is_told(const TestSpec& spec, const Place& place) { return spec.test.drawn > 0 && place.answered; }

  // What its kind offers, as the test takes it.
  static void offer_place(const session::Context& context, const Place& place, session::Offers& all) {
    const auto& spec = static_cast<const TestSpec&>(context.spec);
    const Asked& asked = spec.asked[place.item];
    const session::StepState fresh = asked.kind->begin(inside(context, asked, place.state));
    for (session::Action& action : asked.kind->offers(inside(context, asked, fresh)).actions) {
      if (is_told(spec, place)) break;
      action.entity = asked.id;
      if (spec.test.certainty) action.values.emplace_back(spec.certainty, spec.certainties[0]);
      all.actions.push_back(std::move(action));
    }
    if (spec.test.drawn == 0) all.actions.push_back(act(context, spec.flag, asked.id));
    all.actions.push_back(act(context, spec.view, asked.id));
  }

  static std::optional<session::Refused> mark(const TestSpec& spec, const Place& place, const session::Action& action,
                                              session::Decision& decision) {
    if (!action.values.empty()) return session::Refused{"not-here"};
    const bool flags = action.verb == spec.flag;
    if (flags && spec.test.drawn > 0) return session::Refused{"not-here"};
    if (flags) decision.state.slots[place.first + flag_part] = place.flagged ? 0 : 1;
    decision.facts.push_back(own_fact(flags ? spec.flagged : spec.viewed, action.entity, flags && !place.flagged ? 1 : 0));
    return std::nullopt;
  }

  // As if it were asked for the first time: what was answered before counts no more.
  static std::optional<session::Refused> answer(const session::Context& context, const Place& place, session::Action action,
                                                session::Decision& decision) {
    const auto& spec = static_cast<const TestSpec&>(context.spec);
    const Asked& asked = spec.asked[place.item];
    int certainty = 0;
    if (auto refused = take_certainty(spec, action, certainty)) return refused;
    if (spec.test.drawn > 0 && spec.test.certainty && certainty == 0) return session::Refused{"certainty-missing"}; // it is told with it
    action.entity = 0;
    const session::StepState fresh = asked.kind->begin(inside(context, asked, place.state));
    session::Decision own;
    own.state = fresh;
    if (auto refused = asked.kind->decide(inside(context, asked, fresh), action, own)) return refused;
    const auto from = decision.state.slots.begin() + static_cast<std::ptrdiff_t>(place.first + own_parts);
    std::copy(own.state.slots.begin(), own.state.slots.end(), from);
    decision.state.slots[place.first + certainty_part] = certainty;
    for (model::Fact& fact : own.facts) {
      fact.entity = asked.id;
      decision.facts.push_back(fact);
    }
    const int worth = own.state.slots[question_of(asked).slots.worth];
    if (spec.test.drawn > 0) decision.facts.push_back(own_fact(spec.worth, asked.id, worth));
    return std::nullopt;
  }

  static std::optional<session::Refused> hand_in(const TestSpec& spec, const Paper& paper, const session::Action& action,
                                                 session::Decision& decision) {
    if (action.entity != 0 || !action.values.empty()) return session::Refused{"not-here"};
    decision.state.slots[handed_in_slot] = 1;
    if (spec.test.drawn > 0) return std::nullopt; // what they were worth was told with each
    for (const Place& place : paper.places)
      decision.facts.push_back(own_fact(spec.worth, spec.asked[place.item].id, place.per_mille));
    return std::nullopt;
  }

  std::vector<const session::Module*> kinds_;
};

} // namespace

Paper paper_of(const TestSpec& spec, std::span<const session::PaperItem> paper, const session::StepState& state) {
  Paper now;
  std::size_t first = first_place;
  for (const std::size_t item : items_of(spec, paper)) {
    now.places.push_back(place_of(spec, item, first, state));
    first += parts_of(spec, item);
  }
  now.current = std::min(static_cast<std::size_t>(state.slots[current_slot]), now.places.empty() ? 0 : now.places.size() - 1);
  now.handed_in = state.slots[handed_in_slot] != 0;
  return now;
}

assessment::TestResult result_of(const TestSpec& spec, const Paper& paper) {
  assessment::TestResult result = assessment::result_of(spec.test, {}, {}, paper.handed_in);
  for (const Place& place : paper.places) {
    const model::Item& item = spec.test.items[place.item];
    const Asked& asked = spec.asked[place.item];
    result.add(item, place.per_mille, assessment::dangers_in(item, {asked.kind->picked(*asked.spec, place.state), {}, {}}));
  }
  return result;
}

std::unique_ptr<const session::Module> make_module(std::vector<const session::Module*> kinds) {
  return std::make_unique<TestModule>(std::move(kinds));
}

} // namespace firsthand::modules::test
