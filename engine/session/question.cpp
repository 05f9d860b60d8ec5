// See question.h.
#include "engine/session/question.h"

namespace firsthand::session {

namespace {

constexpr int most_tries = 9, longest_prompt = 25;

const QuestionSpec& question_of(const Context& context) { return static_cast<const QuestionSpec&>(context.spec); }

// The certainty is taken out of what was given.
std::optional<Refused> take_certainty(const QuestionSpec& spec, std::vector<std::pair<Symbol, Symbol>>& values, Sure& sure) {
  for (auto at = values.begin(); spec.certainty && at != values.end();) {
    if (at->first != spec.sure) {
      ++at;
      continue;
    }
    if (at->second != spec.yes && at->second != spec.no) return Refused{"no-such-option"};
    if (sure != Sure::unsaid) return Refused{"twice"};
    sure = at->second == spec.yes ? Sure::yes : Sure::no;
    at = values.erase(at);
  }
  return std::nullopt;
}

} // namespace

Given given(const QuestionSpec& spec, const StepState& state) {
  Given given;
  given.tries_used = state.slots[spec.slots.tries];
  given.per_mille = state.slots[spec.slots.worth];
  if (spec.slots.sure > 0) given.sure = static_cast<Sure>(state.slots[spec.slots.sure]);
  given.closed = given.per_mille == right_per_mille || given.tries_used >= spec.tries;
  return given;
}

void read_question_keys(QuestionSpec& spec, reading::Fields& fields, const reading::ReadContext& context, Certainty certainty) {
  spec.prompt = fields.text("prompt", reading::Need::required, longest_prompt);
  spec.tries = fields.whole("tries", {1, most_tries}, 1);
  if (certainty == Certainty::may_be_asked) spec.certainty = fields.yes_no("certainty", false);
  spec.picture = read_stage_picture(fields, context, reading::Need::optional);
}

void name_certainty(QuestionSpec& spec, model::Symbols& symbols) {
  spec.sure = symbols.intern("sure");
  spec.yes = symbols.intern("yes");
  spec.no = symbols.intern("no");
}

void read_question(QuestionSpec& spec, reading::Fields& fields, const reading::ReadContext& context, model::Symbols& symbols,
                   std::string_view verb) {
  read_question_keys(spec, fields, context, Certainty::never);
  spec.verb = symbols.intern(verb);
  name_certainty(spec, symbols);
}

void ask_once(QuestionSpec& spec, const model::Item& item) {
  spec.prompt = item.stem;
  spec.picture.base = item.picture;
  spec.tries = 2; // never used up: a test begins anew with each answer
}

model::Fact answered_fact(const Context& context, Symbol to, std::int64_t amount) {
  model::Fact fact;
  fact.kind = model::FactKind::answered;
  fact.name = context.step;
  fact.to = to;
  fact.amount = amount;
  return fact;
}

StepState Question::begin(const Context& context) const { return {std::vector<std::int32_t>(question_of(context).slots.count, 0)}; }

std::optional<Refused> Question::decide(const Context& context, const Action& action, Decision& decision) const {
  const QuestionSpec& spec = question_of(context);
  if (action.kind != Action::Kind::act || action.verb != spec.verb) return Refused{"not-here"};
  if (action.entity != 0 || action.with != 0) return Refused{"not-here"};
  if (given(spec, context.state).closed) return Refused{"no-tries-left"};
  Values values = action.values;
  Sure sure = Sure::unsaid;
  if (auto refused = take_certainty(spec, values, sure)) return refused;
  Reply reply{decision.state, decision.facts};
  if (auto refused = take(context, values, reply)) return refused;
  if (spec.certainty && sure == Sure::unsaid) return Refused{"certainty-missing"};
  decision.state.slots[spec.slots.tries] += 1;
  decision.state.slots[spec.slots.worth] = reply.per_mille;
  if (!spec.certainty) return std::nullopt;
  decision.state.slots[spec.slots.sure] = static_cast<std::int32_t>(sure);
  for (model::Fact& fact : decision.facts)
    fact.from = sure == Sure::yes ? spec.yes : spec.no;
  return std::nullopt;
}

Offers Question::offers(const Context& context) const {
  const QuestionSpec& spec = question_of(context);
  Offers offers;
  if (given(spec, context.state).closed) return offers;
  for (Values& values : some_answers(context)) {
    Action action;
    action.step = context.step;
    action.verb = spec.verb;
    action.values = std::move(values);
    if (spec.certainty) action.values.emplace_back(spec.sure, spec.yes);
    offers.actions.push_back(std::move(action));
  }
  return offers;
}

Leaving Question::leaving(const Context& context) const {
  return given(question_of(context), context.state).tries_used > 0 ? Leaving::may : Leaving::not_yet;
}

std::optional<int> Question::grade(const Context& context) const {
  if (!question_of(context).scored) return std::nullopt;
  const Given last = given(question_of(context), context.state);
  return last.tries_used > 1 ? last.per_mille / 2 : last.per_mille;
}

} // namespace firsthand::session
