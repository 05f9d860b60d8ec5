// The sequence's rules half: how much of the partial order an answer keeps.
#include "modules/sequence/rules.h"

#include <algorithm>
#include <array>

namespace firsthand::modules::sequence {

namespace {

using session::right_per_mille;

constexpr std::size_t first_item_slot = 2; // behind what every question keeps
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
    const auto ids = reading::read_ids(node, fields.findings());
    const auto first = ids.size() == 2 ? index_of(spec, ids[0]) : std::nullopt;
    const auto second = ids.size() == 2 ? index_of(spec, ids[1]) : std::nullopt;
    if (first && second && *first != *second)
      spec.pairs.emplace_back(*first, *second);
    else
      fields.findings().add("F0812", node.where);
  }
}

int worth_of_order(const SequenceSpec& spec, const std::vector<std::size_t>& order) {
  std::vector<std::size_t> rank(spec.items.size());
  for (std::size_t i = 0; i < order.size(); ++i)
    rank[order[i]] = i;
  int kept = 0;
  for (const auto& [first, second] : spec.pairs)
    kept += rank[first] < rank[second] ? 1 : 0;
  return spec.pairs.empty() ? right_per_mille : kept * right_per_mille / static_cast<int>(spec.pairs.size());
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

class SequenceModule final : public session::Question {
 public:
  const char* kind() const override { return "sequence"; }
  std::span<const session::Refusal> refusals() const override { return own_refusals; }
  session::Interaction interaction() const override { return session::Interaction::sequencing; }
  const char* wants() const override { return "an order first"; }

  std::shared_ptr<const session::Spec> read(reading::Fields& fields, const reading::ReadContext& context,
                                            model::Symbols& symbols) const override {
    auto spec = std::make_shared<SequenceSpec>();
    read_question_keys(*spec, fields, context, session::Certainty::never);
    spec->why = fields.text("why", reading::Need::required, 30);
    for (reading::Fields& item : fields.maps("items")) {
      const model::Id id = item.id("id");
      spec->items.push_back({id, symbols.intern(id), item.text("text", reading::Need::required, 15)});
      item.finish();
    }
    spec->slots.count = first_item_slot + spec->items.size();
    spec->verb = symbols.intern("arrange");
    spec->item = symbols.intern("item");
    if (spec->items.size() < 2 || spec->items.size() > most_items)
      fields.findings().add("F0811", fields.where("items"), {{"count", std::to_string(spec->items.size())}});
    read_pairs(*spec, fields);
    if (right_order(*spec).empty()) fields.findings().add("F0813", fields.where("before"));
    return spec;
  }

  // In a bank the right order is the one order.
  std::shared_ptr<const session::Spec> ask(const model::Item& item, const model::Doctrine&, model::Symbols& symbols) const override {
    if (item.kind != model::ItemKind::order) return nullptr;
    auto spec = std::make_shared<SequenceSpec>();
    session::ask_once(*spec, item);
    spec->why = item.why;
    for (const model::ItemOption& option : item.options)
      spec->items.push_back({option.id, symbols.intern(option.id), option.text});
    for (std::size_t first = 0; first < spec->items.size(); ++first)
      for (std::size_t second = first + 1; second < spec->items.size(); ++second)
        spec->pairs.emplace_back(first, second);
    spec->slots.count = first_item_slot + spec->items.size();
    spec->verb = symbols.intern("arrange");
    spec->item = symbols.intern("item");
    return spec;
  }

  const model::Text* reason(const session::Spec& base, const model::Fact&) const override { // a place is right only beside others
    return &static_cast<const SequenceSpec&>(base).why;
  }

  void on_screen(const session::Spec& base, const std::function<void(const model::Text&)>& visit) const override {
    const auto& spec = static_cast<const SequenceSpec&>(base);
    visit(spec.prompt);
    for (const Item& item : spec.items)
      visit(item.text);
  }

  void texts(const session::Spec& base, const std::function<void(const model::Text&)>& visit) const override {
    const auto& spec = static_cast<const SequenceSpec&>(base);
    visit(spec.prompt);
    for (const Item& item : spec.items)
      visit(item.text);
    visit(spec.why);
  }

 protected:
  std::optional<session::Refused> take(const session::Context& context, const Values& values, Reply& reply) const override {
    const auto& spec = static_cast<const SequenceSpec&>(context.spec);
    std::vector<std::size_t> order;
    for (const auto& [key, value] : values) {
      const auto index = index_of(spec, context.symbols.word(value));
      if (key != spec.item || !index) return session::Refused{"no-such-option"};
      if (std::find(order.begin(), order.end(), *index) != order.end()) return session::Refused{"twice"};
      order.push_back(*index);
    }
    if (order.size() != spec.items.size()) return session::Refused{not_all_items};
    reply.per_mille = worth_of_order(spec, order);
    for (std::size_t i = 0; i < order.size(); ++i) {
      reply.state.slots[first_item_slot + i] = static_cast<std::int32_t>(order[i]) + 1;
      reply.facts.push_back(session::answered_fact(context, spec.items[order[i]].symbol, static_cast<std::int64_t>(i) + 1)); // its place
    }
    return std::nullopt;
  }

  std::vector<Values> some_answers(const session::Context& context) const override {
    const auto& spec = static_cast<const SequenceSpec&>(context.spec);
    Values order;
    for (const std::size_t index : right_order(spec))
      order.emplace_back(spec.item, spec.items[index].symbol);
    return {order, {order.rbegin(), order.rend()}};
  }
};

} // namespace

Arranged arranged(const SequenceSpec& spec, const session::StepState& state) {
  Arranged arranged{session::given(spec, state), {}};
  for (std::size_t i = first_item_slot; arranged.tries_used > 0 && i < state.slots.size(); ++i)
    arranged.order.push_back(static_cast<std::size_t>(state.slots[i] - 1));
  return arranged;
}

std::unique_ptr<const session::Module> make_module() { return std::make_unique<SequenceModule>(); }

} // namespace firsthand::modules::sequence
