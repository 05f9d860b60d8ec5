// The match's rules half: which pairs are right, and what an answer is worth.
#include "modules/match/rules.h"

#include <algorithm>
#include <array>
#include <set>

namespace firsthand::modules::match {

namespace {

using session::right_per_mille;

constexpr std::size_t first_item_slot = 2; // behind what every question keeps: of each item its target, counted from 1
constexpr std::size_t least = 2, most = 8;
constexpr std::size_t nowhere = most;

constexpr session::Refusal not_all_matched{"not-all-matched", "Match all of them first."};
constexpr session::Refusal target_taken{"target-taken", "Only one of them can go there."};
constexpr std::array own_refusals{not_all_matched, target_taken};

template<class List> std::size_t index_of(const List& list, model::Symbol symbol) {
  const auto same = [&](const auto& each) { return each.symbol == symbol; };
  return static_cast<std::size_t>(std::find_if(list.begin(), list.end(), same) - list.begin());
}

void read_targets(MatchSpec& spec, reading::Fields& fields, model::Symbols& symbols) {
  for (reading::Fields& each : fields.maps("targets")) {
    const model::Id id = each.id("id");
    spec.targets.push_back({id, symbols.intern(id), each.text("text", reading::Need::required, 15)});
    each.finish();
  }
}

std::vector<std::string> ids_of(const std::vector<Target>& targets) {
  std::vector<std::string> ids;
  for (const Target& each : targets)
    ids.push_back(each.id);
  return ids;
}

// A pair whose target is not there, or has its item already.
void check_pair(const MatchSpec& spec, reading::Fields& fields, const std::string& target) {
  const auto taken = [&](const Item& item) { return item.target == spec.items.back().target; };
  if (spec.items.back().target >= spec.targets.size())
    fields.findings().unknown("F0842", fields.where("to"), {{"target", target}}, target, ids_of(spec.targets));
  else if (!spec.several && std::count_if(spec.items.begin(), spec.items.end(), taken) > 1)
    fields.findings().add("F0843", fields.where("to"), {{"target", target}});
}

void read_items(MatchSpec& spec, reading::Fields& fields, model::Symbols& symbols) {
  for (reading::Fields& each : fields.maps("items")) {
    Item item;
    item.id = each.id("id");
    item.symbol = symbols.intern(item.id);
    item.text = each.text("text", reading::Need::required, 15);
    const std::string target = each.id("to");
    item.target = index_of(spec.targets, symbols.find(target));
    item.why = each.text("why", reading::Need::required, 30);
    spec.items.push_back(std::move(item));
    if (!target.empty()) check_pair(spec, each, target);
    each.finish();
  }
}

bool has_shared_target(const MatchSpec& spec) {
  std::set<std::size_t> targets;
  return !std::all_of(spec.items.begin(), spec.items.end(), [&](const Item& item) { return targets.insert(item.target).second; });
}

void check_counts(const MatchSpec& spec, reading::Fields& fields) {
  for (const auto& [key, count] : {std::pair{"items", spec.items.size()}, std::pair{"targets", spec.targets.size()}})
    if (count < least || count > most) fields.findings().add("F0841", fields.where(key), {{"key", key}, {"count", std::to_string(count)}});
}

class MatchModule final : public session::Question {
 public:
  const char* kind() const override { return "match"; }
  std::span<const session::Refusal> refusals() const override { return own_refusals; }
  session::Interaction interaction() const override { return session::Interaction::matching; }
  const char* wants() const override { return "all pairs first"; }

  std::shared_ptr<const session::Spec> read(reading::Fields& fields, const reading::ReadContext& context,
                                            model::Symbols& symbols) const override {
    auto spec = std::make_shared<MatchSpec>();
    read_question(*spec, fields, context, symbols, "match");
    spec->several = fields.yes_no("several", false);
    read_targets(*spec, fields, symbols);
    read_items(*spec, fields, symbols);
    check_counts(*spec, fields);
    spec->slots.count = first_item_slot + spec->items.size();
    return spec;
  }

  std::shared_ptr<const session::Spec> ask(const model::Item& item, const model::Doctrine&, model::Symbols& symbols) const override {
    if (item.kind != model::ItemKind::match) return nullptr;
    auto spec = std::make_shared<MatchSpec>();
    session::ask_once(*spec, item);
    for (const model::ItemOption& target : item.targets)
      spec->targets.push_back({target.id, symbols.intern(target.id), target.text});
    for (std::size_t i = 0; i < item.options.size(); ++i)
      spec->items.push_back({item.options[i].id, symbols.intern(item.options[i].id), item.options[i].text, item.why,
                             index_of(spec->targets, symbols.find(item.pairs[i]))});
    spec->several = has_shared_target(*spec);
    spec->verb = symbols.intern("match");
    name_certainty(*spec, symbols);
    spec->slots.count = first_item_slot + spec->items.size();
    return spec;
  }

  std::optional<int> answered(const model::Fact& fact) const override { return static_cast<int>(fact.amount); }

  const model::Text* reason(const session::Spec& base, const model::Fact& fact) const override {
    for (const Item& item : static_cast<const MatchSpec&>(base).items)
      if (item.symbol == fact.from && fact.amount != right_per_mille) return &item.why;
    return nullptr;
  }

  std::vector<session::Answer> right_answers(const session::Spec& base) const override {
    const auto& spec = static_cast<const MatchSpec&>(base);
    session::Answer all;
    for (const Item& item : spec.items)
      all.push_back({spec.targets[item.target].id, item.id});
    return {all};
  }

  void on_screen(const session::Spec& base, const std::function<void(const model::Text&)>& visit) const override {
    const auto& spec = static_cast<const MatchSpec&>(base);
    visit(spec.prompt);
    for (const Item& item : spec.items)
      visit(item.text);
    for (const Target& target : spec.targets)
      visit(target.text);
  }

  void texts(const session::Spec& base, const std::function<void(const model::Text&)>& visit) const override {
    const auto& spec = static_cast<const MatchSpec&>(base);
    visit(spec.prompt);
    for (const Item& item : spec.items)
      visit(item.text), visit(item.why);
    for (const Target& target : spec.targets)
      visit(target.text);
  }

 protected:
  std::optional<session::Refused> take(const session::Context& context, const Values& values, Reply& reply) const override {
    const auto& spec = static_cast<const MatchSpec&>(context.spec);
    std::vector<std::size_t> targets(spec.items.size(), nowhere);
    for (const auto& [key, value] : values) {
      const std::size_t item = index_of(spec.items, key), target = index_of(spec.targets, value);
      if (item == spec.items.size() || target == spec.targets.size()) return session::Refused{"no-such-option"};
      if (targets[item] != nowhere) return session::Refused{"twice"};
      if (!spec.several && std::count(targets.begin(), targets.end(), target) > 0) return session::Refused{target_taken};
      targets[item] = target;
    }
    if (std::count(targets.begin(), targets.end(), nowhere) > 0) return session::Refused{not_all_matched};
    tell(context, spec, targets, reply);
    return std::nullopt;
  }

  // The right one, and one in which every pair is wrong.
  std::vector<Values> some_answers(const session::Context& context) const override {
    const auto& spec = static_cast<const MatchSpec&>(context.spec);
    std::vector<Values> all(2);
    for (std::size_t shift = 0; shift < all.size(); ++shift)
      for (const Item& item : spec.items)
        all[shift].emplace_back(item.symbol, spec.targets[(item.target + shift) % spec.targets.size()].symbol);
    return all;
  }

 private:
  static void tell(const session::Context& context, const MatchSpec& spec, const std::vector<std::size_t>& targets, Reply& reply) {
    int right = 0;
    for (std::size_t i = 0; i < targets.size(); ++i) {
      const bool fits = spec.items[i].target == targets[i];
      right += fits ? 1 : 0;
      reply.state.slots[first_item_slot + i] = static_cast<std::int32_t>(targets[i]) + 1;
      reply.facts.push_back(session::answered_fact(context, spec.targets[targets[i]].symbol, fits ? right_per_mille : 0));
      reply.facts.back().from = spec.items[i].symbol;
    }
    reply.per_mille = right * right_per_mille / static_cast<int>(targets.size());
  }
};

} // namespace

Matched matched(const MatchSpec& spec, const session::StepState& state) {
  Matched matched{session::given(spec, state), {}};
  for (std::size_t i = first_item_slot; matched.tries_used > 0 && i < state.slots.size(); ++i)
    matched.targets.push_back(static_cast<std::size_t>(state.slots[i] - 1));
  return matched;
}

std::unique_ptr<const session::Module> make_module() { return std::make_unique<MatchModule>(); }

} // namespace firsthand::modules::match
