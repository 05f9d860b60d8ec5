// The choice's rules half: its options, and what an answer is worth.
#include "modules/choice/rules.h"

#include <algorithm>
#include <array>

namespace firsthand::modules::choice {

namespace {

constexpr session::QuestionSlots slots{.tries = 0, .worth = 2, .sure = 3, .count = 4};
constexpr std::size_t options_slot = 1;
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

// Asked of law: one of the answers is. Where the doctrine does not score law, it counts nothing.
void take_law(ChoiceSpec& spec, const model::Doctrine& doctrine) {
  for (const model::Position& known : doctrine.positions)
    for (const Option& option : spec.options)
      if (known.law && option.position.starts_with(known.question + "/")) spec.law = true;
  spec.scored = !spec.law || doctrine.scores_law;
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

// One of a bank's.
Option option_of(const model::ItemOption& of, const model::Doctrine& doctrine, model::Symbols& symbols) {
  Option option{of.id, symbols.intern(of.id), of.text, of.why, {}, 0, of.right ? right_per_mille : 0};
  if (of.question.empty()) return option;
  option.position = of.question + "/" + of.answer;
  option.question = symbols.intern(of.question);
  option.worth = worth_of(option.position, doctrine);
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
    options[i].findings().unknown("F0606", options[i].where("position"), {{"position", position}, {"doctrine", doctrine}}, position, known);
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
    fields.findings().add("F0801", fields.where("options"), {{"count", std::to_string(spec.options.size())}});
  else if (count == 0 && !told && !tell_unheld(spec, options, context))
    fields.findings().add("F0802", fields.where("options"));
  else if (count > 1 && !spec.several)
    fields.findings().add("F0803", fields.where("options"), {{"count", std::to_string(count)}});
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

class ChoiceModule final : public session::Question {
 public:
  const char* kind() const override { return "choice"; }
  std::span<const session::Refusal> refusals() const override { return own_refusals; }
  session::Interaction interaction() const override { return session::Interaction::choice; }

  std::shared_ptr<const session::Spec> read(reading::Fields& fields, const reading::ReadContext& context,
                                            model::Symbols& symbols) const override {
    auto spec = std::make_shared<ChoiceSpec>();
    spec->slots = slots;
    read_question_keys(*spec, fields, context, session::Certainty::may_be_asked);
    spec->several = fields.yes_no("several", false);
    const std::size_t told = fields.findings().all.size();
    std::vector<reading::Fields> options = fields.maps("options");
    for (reading::Fields& option : options)
      spec->options.push_back(read_option(option, context, symbols));
    const bool options_told = fields.findings().all.size() > told || context.scenario().doctrine.id.empty();
    take_law(*spec, context.scenario().doctrine);
    spec->verb = symbols.intern("choose");
    spec->option = symbols.intern("option");
    name_certainty(*spec, symbols);
    check_options(*spec, fields, options, context, options_told);
    return spec;
  }

  std::shared_ptr<const session::Spec> ask(const model::Item& item, const model::Doctrine& doctrine,
                                           model::Symbols& symbols) const override {
    if (item.kind != model::ItemKind::one && item.kind != model::ItemKind::several) return nullptr;
    auto spec = std::make_shared<ChoiceSpec>();
    spec->slots = slots;
    session::ask_once(*spec, item);
    spec->several = item.kind == model::ItemKind::several;
    for (const model::ItemOption& option : item.options)
      spec->options.push_back(option_of(option, doctrine, symbols));
    spec->verb = symbols.intern("choose");
    spec->option = symbols.intern("option");
    name_certainty(*spec, symbols);
    return spec;
  }

  std::vector<model::Id> picked(const session::Spec& base, const session::StepState& state) const override {
    const auto& spec = static_cast<const ChoiceSpec&>(base);
    std::vector<model::Id> ids;
    for (std::size_t i = 0; i < spec.options.size(); ++i)
      if (chosen(spec, state).options >> i & 1u) ids.push_back(spec.options[i].id);
    return ids;
  }

  std::optional<int> answered(const model::Fact& fact) const override { return static_cast<int>(fact.amount); }

  const model::Text* reason(const session::Spec& base, const model::Fact& fact) const override {
    for (const Option& option : static_cast<const ChoiceSpec&>(base).options)
      if (option.symbol == fact.to && option.worth != right_per_mille) return &option.why;
    return nullptr;
  }

  std::vector<session::Answer> right_answers(const session::Spec& base) const override {
    session::Answer all;
    for (const Option& option : static_cast<const ChoiceSpec&>(base).options)
      if (option.worth == right_per_mille) all.push_back({option.id, {}});
    return {all};
  }

  std::vector<session::OptionList> option_lists(const session::Spec& base) const override {
    session::OptionList list;
    for (const Option& option : static_cast<const ChoiceSpec&>(base).options)
      list.options.push_back({option.text, option.worth == right_per_mille});
    return {list};
  }

  void on_screen(const session::Spec& base, const std::function<void(const model::Text&)>& visit) const override {
    const auto& spec = static_cast<const ChoiceSpec&>(base);
    visit(spec.prompt);
    for (const Option& option : spec.options)
      visit(option.text);
  }

  void texts(const session::Spec& base, const std::function<void(const model::Text&)>& visit) const override {
    const auto& spec = static_cast<const ChoiceSpec&>(base);
    visit(spec.prompt);
    for (const Option& option : spec.options)
      visit(option.text), visit(option.why);
  }

 protected:
  std::optional<session::Refused> take(const session::Context& context, const Values& values, Reply& reply) const override {
    const auto& spec = static_cast<const ChoiceSpec&>(context.spec);
    std::uint32_t chosen = 0;
    for (const auto& [key, value] : values) {
      const auto same = [value = value](const Option& option) { return option.symbol == value; };
      const auto at = std::find_if(spec.options.begin(), spec.options.end(), same);
      if (key != spec.option || at == spec.options.end()) return session::Refused{"no-such-option"};
      const std::uint32_t bit = 1u << (at - spec.options.begin());
      if (chosen & bit) return session::Refused{"twice"};
      chosen |= bit;
    }
    if (chosen == 0) return session::Refused{nothing_chosen};
    if (!spec.several && (chosen & (chosen - 1)) != 0) return session::Refused{one_only};
    tell(context, spec, chosen, reply);
    return std::nullopt;
  }

  std::vector<Values> some_answers(const session::Context& context) const override {
    const auto& spec = static_cast<const ChoiceSpec&>(context.spec);
    std::vector<Values> all;
    for (const Option& option : spec.options)
      all.push_back({{spec.option, option.symbol}});
    return all;
  }

 private:
  static void tell(const session::Context& context, const ChoiceSpec& spec, std::uint32_t chosen, Reply& reply) {
    reply.state.slots[options_slot] = static_cast<std::int32_t>(chosen);
    reply.per_mille = worth_of_answer(spec, chosen, context.mode);
    for (std::size_t i = 0; i < spec.options.size(); ++i) {
      if (!(chosen >> i & 1u)) continue;
      reply.facts.push_back(session::answered_fact(context, spec.options[i].symbol, spec.options[i].worth));
      reply.facts.back().cause = spec.options[i].question; // so that a debrief can say who else accepts it
    }
  }
};

} // namespace

Chosen chosen(const ChoiceSpec& spec, const session::StepState& state) {
  return {session::given(spec, state), static_cast<std::uint32_t>(state.slots[options_slot])};
}

std::unique_ptr<const session::Module> make_module() { return std::make_unique<ChoiceModule>(); }

} // namespace firsthand::modules::choice
