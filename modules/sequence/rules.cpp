// The sequence's rules half: how much of the partial order an answer keeps.
#include "modules/sequence/rules.h"

#include <algorithm>
#include <array>

namespace firsthand::modules::sequence {

namespace {

enum Slot : std::size_t { tries_slot, worth_slot, first_item_slot };
constexpr std::size_t most_items = 9;

constexpr session::Refusal not_all_items{"not-all-items", "Put all of them in order."};
constexpr std::array own_refusals{not_all_items};

std::optional<std::size_t> index_of(const SequenceSpec& spec, std::string_view id) {
  for (std::size_t i = 0; i < spec.items.size(); ++i)
    if (spec.items[i].id == id) return i;
  return std::nullopt;
}

void read_pairs(SequenceSpec& spec, reading::Fields& fields) {
  const model::Node* list = fields.any("before");
  if (!list) return;
  for (const model::Node& node : list->items) {
    const auto ids = reading::read_ids(node, fields.notes());
    const auto first = ids.size() == 2 ? index_of(spec, ids[0]) : std::nullopt;
    const auto second = ids.size() == 2 ? index_of(spec, ids[1]) : std::nullopt;
    if (first && second && *first != *second)
      spec.pairs.emplace_back(*first, *second);
    else
      fields.notes().add("F0812", node.where);
  }
}

int worth_of_order(const SequenceSpec& spec, const std::vector<std::size_t>& order) {
  std::vector<std::size_t> rank(spec.items.size());
  for (std::size_t i = 0; i < order.size(); ++i)
    rank[order[i]] = i;
  int kept = 0;
  for (const auto& [first, second] : spec.pairs)
    kept += rank[first] < rank[second] ? 1 : 0;
  return spec.pairs.empty() ? 1000 : kept * 1000 / static_cast<int>(spec.pairs.size());
}

// An order that keeps every pair, or an empty one if the pairs run in a circle.
std::vector<std::size_t> right_order(const SequenceSpec& spec) {
  std::vector<std::size_t> order;
  std::vector<bool> placed(spec.items.size(), false);
  while (order.size() < spec.items.size()) {
    const std::size_t before = order.size();
    for (std::size_t i = 0; i < spec.items.size(); ++i) {
      const auto blocks = [&](const auto& pair) { return pair.second == i && !placed[pair.first]; };
      if (placed[i] || std::any_of(spec.pairs.begin(), spec.pairs.end(), blocks)) continue;
      placed[i] = true;
      order.push_back(i);
    }
    if (order.size() == before) return {};
  }
  return order;
}

session::Action action_of(const session::Context& context, const SequenceSpec& spec, const std::vector<std::size_t>& order) {
  session::Action action;
  action.step = context.step;
  action.verb = spec.arrange;
  for (const std::size_t index : order)
    action.values.emplace_back(spec.item, spec.items[index].symbol);
  return action;
}

class SequenceModule final : public session::Module {
 public:
  const char* kind() const override { return "sequence"; }
  std::span<const session::Refusal> refusals() const override { return own_refusals; }

  std::shared_ptr<const session::Spec> read(reading::Fields& fields, const reading::ReadContext& context,
                                            model::Symbols& symbols) const override {
    auto spec = std::make_shared<SequenceSpec>();
    spec->prompt = fields.text("prompt", reading::Need::required, 25);
    spec->why = fields.text("why", reading::Need::required, 30);
    spec->tries = fields.whole("tries", {1, 9}, 1);
    for (reading::Fields& item : fields.maps("items")) {
      const model::Id id = item.id("id");
      spec->items.push_back({id, symbols.intern(id), item.text("text", reading::Need::required, 15)});
      item.finish();
    }
    spec->picture = session::read_stage_picture(fields, context, reading::Need::optional);
    spec->arrange = symbols.intern("arrange");
    spec->item = symbols.intern("item");
    if (spec->items.size() < 2 || spec->items.size() > most_items)
      fields.notes().add("F0811", fields.where("items"), {{"count", std::to_string(spec->items.size())}});
    read_pairs(*spec, fields);
    if (right_order(*spec).empty()) fields.notes().add("F0813", fields.where("before"));
    return spec;
  }

  session::StepState begin(const session::Context& context) const override {
    const auto& spec = static_cast<const SequenceSpec&>(context.spec);
    return {std::vector<std::int32_t>(first_item_slot + spec.items.size(), 0)};
  }

  std::optional<session::Refused> decide(const session::Context& context, const session::Action& action,
                                         session::Decision& decision) const override {
    const auto& spec = static_cast<const SequenceSpec&>(context.spec);
    if (action.kind != session::Action::Kind::act || action.verb != spec.arrange) return session::Refused{"not-here"};
    if (action.entity != 0 || action.with != 0) return session::Refused{"not-here"};
    if (arranged(spec, context.state).closed) return session::Refused{"no-tries-left"};
    std::vector<std::size_t> order;
    for (const auto& [key, value] : action.values) {
      const auto index = index_of(spec, context.symbols.word(value));
      if (key != spec.item || !index) return session::Refused{"no-such-option"};
      if (std::find(order.begin(), order.end(), *index) != order.end()) return session::Refused{"twice"};
      order.push_back(*index);
    }
    if (order.size() != spec.items.size()) return session::Refused{not_all_items};
    answer(context, spec, order, decision);
    return std::nullopt;
  }

  session::Offers offers(const session::Context& context) const override {
    const auto& spec = static_cast<const SequenceSpec&>(context.spec);
    session::Offers offers;
    if (arranged(spec, context.state).closed) return offers;
    std::vector<std::size_t> order = right_order(spec);
    offers.actions.push_back(action_of(context, spec, order));
    std::reverse(order.begin(), order.end());
    offers.actions.push_back(action_of(context, spec, order));
    return offers;
  }

  const char* wants() const override { return "an order first"; }
  session::Leaving leaving(const session::Context& context) const override {
    return context.state.slots[tries_slot] > 0 ? session::Leaving::may : session::Leaving::not_yet;
  }

  std::optional<int> grade(const session::Context& context) const override {
    const int tries = context.state.slots[tries_slot];
    return tries > 1 ? context.state.slots[worth_slot] / 2 : context.state.slots[worth_slot];
  }

  session::Interaction interaction() const override { return session::Interaction::sequencing; }

  void texts(const session::Spec& base, const std::function<void(const model::Text&)>& visit) const override {
    const auto& spec = static_cast<const SequenceSpec&>(base);
    visit(spec.prompt);
    for (const Item& item : spec.items)
      visit(item.text);
    visit(spec.why);
  }

 private:
  static void answer(const session::Context& context, const SequenceSpec& spec, const std::vector<std::size_t>& order,
                     session::Decision& decision) {
    decision.state.slots[tries_slot] += 1;
    decision.state.slots[worth_slot] = worth_of_order(spec, order);
    for (std::size_t i = 0; i < order.size(); ++i) {
      decision.state.slots[first_item_slot + i] = static_cast<std::int32_t>(order[i]) + 1;
      model::Fact fact;
      fact.kind = model::FactKind::answered;
      fact.name = context.step;
      fact.to = spec.items[order[i]].symbol;
      fact.amount = static_cast<std::int64_t>(i) + 1; // place in the order
      decision.facts.push_back(fact);
    }
  }
};

} // namespace

Arranged arranged(const SequenceSpec& spec, const session::StepState& state) {
  Arranged arranged;
  arranged.tries_used = state.slots[tries_slot];
  arranged.per_mille = state.slots[worth_slot];
  for (std::size_t i = first_item_slot; arranged.tries_used > 0 && i < state.slots.size(); ++i)
    arranged.order.push_back(static_cast<std::size_t>(state.slots[i] - 1));
  arranged.closed = arranged.per_mille == 1000 || arranged.tries_used >= spec.tries;
  return arranged;
}

std::unique_ptr<const session::Module> make_module() { return std::make_unique<SequenceModule>(); }

} // namespace firsthand::modules::sequence
