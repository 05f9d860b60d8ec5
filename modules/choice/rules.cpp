// The choice's rules half: what an answer is worth, how often it may be given.
#include "modules/choice/rules.h"

#include <algorithm>
#include <array>

namespace firsthand::modules::choice {

namespace {

enum Slot : std::size_t { tries_slot, options_slot, worth_slot, sure_slot, slot_count };
constexpr int most_options = 12;

constexpr session::Refusal nothing_chosen{"nothing-chosen", "Choose an answer first."};
constexpr session::Refusal one_only{"one-only", "Choose only one answer."};
constexpr std::array own_refusals{nothing_chosen, one_only};

bool is_among(const std::vector<model::Id>& positions, std::string_view position) {
  return std::find(positions.begin(), positions.end(), position) != positions.end();
}

int worth_of(std::string_view position, const model::Doctrine& doctrine) {
  const std::size_t slash = position.find('/');
  if (slash == std::string_view::npos) return 0;
  for (const model::Position& known : doctrine.positions) {
    if (known.question != position.substr(0, slash)) continue;
    if (is_among(known.right, position.substr(slash + 1))) return right_per_mille;
    if (is_among(known.defensible, position.substr(slash + 1))) return defensible_per_mille;
  }
  return 0;
}

Option read_option(reading::Fields& fields, const reading::ReadContext& context, model::Symbols& symbols) {
  Option option;
  option.id = fields.id("id");
  option.symbol = symbols.intern(option.id);
  option.text = fields.text("text", reading::Need::required, 15);
  option.why = fields.text("why", reading::Need::required, 30);
  if (fields.has("position")) option.position = context.position(fields, "position");
  option.question = symbols.intern(std::string_view(option.position).substr(0, option.position.find('/')));
  option.worth = worth_of(option.position, context.scenario().doctrine);
  fields.finish();
  return option;
}

// None is right: mostly because the position that should be is one that nobody holds. Then that one is told.
bool tell_unheld(const ChoiceSpec& spec, const std::vector<reading::Fields>& options, const reading::ReadContext& context) {
  const std::vector<std::string> known = context.positions();
  const std::string& doctrine = context.scenario().doctrine.id;
  bool told = false;
  for (std::size_t i = 0; i < spec.options.size(); ++i) {
    const std::string& position = spec.options[i].position;
    if (position.empty() || std::find(known.begin(), known.end(), position) != known.end()) continue;
    options[i].notes().unknown("F0606", options[i].where("position"), {{"position", position}, {"doctrine", doctrine}}, position, known);
    told = true;
  }
  return told;
}

// `told`: something is wrong with an option, which says why none is right.
void check_options(const ChoiceSpec& spec, reading::Fields& fields, const std::vector<reading::Fields>& options,
                   const reading::ReadContext& context, bool told) {
  const auto right = [](const Option& option) { return option.worth == right_per_mille; };
  const auto count = std::count_if(spec.options.begin(), spec.options.end(), right);
  if (spec.options.size() < 2 || spec.options.size() > most_options)
    fields.notes().add("F0801", fields.where("options"), {{"count", std::to_string(spec.options.size())}});
  else if (count == 0 && !told && !tell_unheld(spec, options, context))
    fields.notes().add("F0802", fields.where("options"));
  else if (count > 1 && !spec.several)
    fields.notes().add("F0803", fields.where("options"), {{"count", std::to_string(count)}});
}

// Right ones chosen less wrong ones chosen, over all right ones; half a point for a defensible one. Never below nothing.
int worth_of_answer(const ChoiceSpec& spec, std::uint32_t chosen_options, session::Mode mode) {
  int won = 0, all = 0;
  for (std::size_t i = 0; i < spec.options.size(); ++i) {
    const Option& option = spec.options[i];
    if (option.worth == right_per_mille) all += right_per_mille;
    if (!(chosen_options >> i & 1u)) continue;
    const bool counts = option.worth == right_per_mille || (option.worth == defensible_per_mille && mode == session::Mode::practice);
    won += counts ? option.worth : spec.several ? -right_per_mille : 0;
  }
  return all == 0 ? 0 : std::clamp(won * right_per_mille / all, 0, right_per_mille);
}

class ChoiceModule final : public session::Module {
 public:
  const char* kind() const override { return "choice"; }
  std::span<const session::Refusal> refusals() const override { return own_refusals; }

  std::shared_ptr<const session::Spec> read(reading::Fields& fields, const reading::ReadContext& context,
                                            model::Symbols& symbols) const override {
    auto spec = std::make_shared<ChoiceSpec>();
    spec->prompt = fields.text("prompt", reading::Need::required, 25);
    spec->several = fields.yes_no("several", false);
    spec->certainty = fields.yes_no("certainty", false);
    spec->tries = fields.whole("tries", {1, 9}, 1);
    const std::size_t told = fields.notes().findings.size();
    std::vector<reading::Fields> options = fields.maps("options");
    for (reading::Fields& option : options)
      spec->options.push_back(read_option(option, context, symbols));
    const bool options_told = fields.notes().findings.size() > told || context.scenario().doctrine.id.empty();
    spec->picture = session::read_stage_picture(fields, context, reading::Need::optional);
    spec->choose = symbols.intern("choose");
    spec->option = symbols.intern("option");
    spec->sure = symbols.intern("sure");
    spec->yes = symbols.intern("yes");
    spec->no = symbols.intern("no");
    check_options(*spec, fields, options, context, options_told);
    return spec;
  }

  session::StepState begin(const session::Context&) const override { return {std::vector<std::int32_t>(slot_count, 0)}; }

  std::optional<session::Refused> decide(const session::Context& context, const session::Action& action,
                                         session::Decision& decision) const override {
    const auto& spec = static_cast<const ChoiceSpec&>(context.spec);
    if (action.kind != session::Action::Kind::act || action.verb != spec.choose) return session::Refused{"not-here"};
    if (action.entity != 0 || action.with != 0) return session::Refused{"not-here"};
    if (chosen(spec, context.state).closed) return session::Refused{"no-tries-left"};
    std::uint32_t options = 0;
    int certainty = 0;
    for (const auto& [key, value] : action.values)
      if (auto refused = take(spec, key, value, options, certainty)) return refused;
    if (options == 0) return session::Refused{nothing_chosen};
    if (!spec.several && (options & (options - 1)) != 0) return session::Refused{one_only};
    if (spec.certainty && certainty == 0) return session::Refused{"certainty-missing"};
    answer(context, spec, options, certainty, decision);
    return std::nullopt;
  }

  session::Offers offers(const session::Context& context) const override {
    const auto& spec = static_cast<const ChoiceSpec&>(context.spec);
    session::Offers offers;
    if (chosen(spec, context.state).closed) return offers;
    for (const Option& option : spec.options) {
      session::Action action;
      action.step = context.step;
      action.verb = spec.choose;
      action.values = {{spec.option, option.symbol}};
      if (spec.certainty) action.values.emplace_back(spec.sure, spec.yes);
      offers.actions.push_back(std::move(action));
    }
    return offers;
  }

  const char* wants() const override { return "an answer first"; }
  session::Leaving leaving(const session::Context& context) const override {
    return context.state.slots[tries_slot] > 0 ? session::Leaving::may : session::Leaving::not_yet;
  }

  std::optional<int> grade(const session::Context& context) const override {
    const int tries = context.state.slots[tries_slot];
    return tries > 1 ? context.state.slots[worth_slot] / 2 : context.state.slots[worth_slot];
  }

  session::Interaction interaction() const override { return session::Interaction::choice; }
  std::optional<int> answered(const model::Fact& fact) const override { return static_cast<int>(fact.amount); }
  std::vector<session::Answer> right_answers(const session::Spec& base) const override {
    session::Answer all;
    for (const Option& option : static_cast<const ChoiceSpec&>(base).options)
      if (option.worth == right_per_mille) all.push_back({option.id, {}});
    return {all};
  }

  void texts(const session::Spec& base, const std::function<void(const model::Text&)>& visit) const override {
    const auto& spec = static_cast<const ChoiceSpec&>(base);
    visit(spec.prompt);
    for (const Option& option : spec.options)
      visit(option.text), visit(option.why);
  }

 private:
  static std::optional<session::Refused> take(const ChoiceSpec& spec, model::Symbol key, model::Symbol value, std::uint32_t& options,
                                              int& certainty) {
    if (key == spec.sure && spec.certainty && (value == spec.yes || value == spec.no)) {
      if (certainty != 0) return session::Refused{"twice"};
      certainty = value == spec.yes ? 1 : 2;
      return std::nullopt;
    }
    for (std::size_t i = 0; key == spec.option && i < spec.options.size(); ++i)
      if (spec.options[i].symbol == value) {
        if (options >> i & 1u) return session::Refused{"twice"};
        options |= 1u << i;
        return std::nullopt;
      }
    return session::Refused{"no-such-option"};
  }

  static void answer(const session::Context& context, const ChoiceSpec& spec, std::uint32_t options, int certainty,
                     session::Decision& decision) {
    decision.state.slots[tries_slot] += 1;
    decision.state.slots[options_slot] = static_cast<std::int32_t>(options);
    decision.state.slots[worth_slot] = worth_of_answer(spec, options, context.mode);
    decision.state.slots[sure_slot] = certainty;
    for (std::size_t i = 0; i < spec.options.size(); ++i) {
      if (!(options >> i & 1u)) continue;
      model::Fact fact;
      fact.kind = model::FactKind::answered;
      fact.name = context.step;
      fact.to = spec.options[i].symbol;
      fact.from = certainty == 1 ? spec.yes : certainty == 2 ? spec.no : model::Symbol{0}; // how sure
      fact.cause = spec.options[i].question;                                               // so that a debrief can say who else accepts it
      fact.amount = spec.options[i].worth;
      decision.facts.push_back(fact);
    }
  }
};

} // namespace

Chosen chosen(const ChoiceSpec& spec, const session::StepState& state) {
  Chosen chosen;
  chosen.tries_used = state.slots[tries_slot];
  chosen.options = static_cast<std::uint32_t>(state.slots[options_slot]);
  chosen.per_mille = state.slots[worth_slot];
  chosen.certainty = state.slots[sure_slot];
  chosen.closed = chosen.per_mille == right_per_mille || chosen.tries_used >= spec.tries;
  return chosen;
}

std::unique_ptr<const session::Module> make_module() { return std::make_unique<ChoiceModule>(); }

} // namespace firsthand::modules::choice
