// The hotspot's rules half: which places were marked, and what that is worth.
#include "modules/hotspot/rules.h"

#include "engine/assessment/mark.h"
#include "engine/reading/item_parts.h"

#include <algorithm>
#include <array>
#include <utility>

namespace firsthand::modules::hotspot {

namespace {

using session::right_per_mille;

constexpr std::size_t zones_slot = 2;

constexpr session::Refusal nothing_marked{"nothing-marked", "Mark a place first."};
constexpr session::Refusal one_place{"one-place", "Only one place can be marked here."};
constexpr std::array own_refusals{nothing_marked, one_place};

int rights(const model::Item& item) {
  return static_cast<int>(std::count_if(item.options.begin(), item.options.end(), [](const auto& zone) { return zone.right; }));
}

class HotspotModule final : public session::ItemQuestion {
 public:
  const char* kind() const override { return "hotspot"; }
  std::span<const session::Refusal> refusals() const override { return own_refusals; }
  session::Interaction interaction() const override { return session::Interaction::choice; }

  std::vector<model::Id> picked(const session::Spec& base, const session::StepState& state) const override {
    const auto& spec = static_cast<const HotspotSpec&>(base);
    std::vector<model::Id> ids;
    for (std::size_t i = 0; i < spec.options.size(); ++i)
      if (marked(spec, state).zones >> i & 1u) ids.push_back(spec.item.options[i].id);
    return ids;
  }

  std::optional<int> answered(const model::Fact& fact) const override { return static_cast<int>(fact.amount); }

  std::vector<session::Answer> right_answers(const session::Spec& base) const override {
    session::Answer answer;
    for (const model::ItemOption& zone : static_cast<const HotspotSpec&>(base).item.options)
      if (zone.right) answer.push_back({zone.id, {}});
    return {answer};
  }

 protected:
  model::ItemKind item_kind() const override { return model::ItemKind::hotspot; }
  void read_parts(reading::Fields& fields, model::Item& item) const override {
    if (!fields.has("picture")) fields.findings().add("F0202", fields.where(), {{"key", "picture"}});
    reading::read_zones(fields, item);
  }
  std::shared_ptr<session::ItemSpec> make_spec() const override { return std::make_shared<HotspotSpec>(); }

  void name(session::ItemSpec& base, model::Symbols& symbols) const override {
    auto& spec = static_cast<HotspotSpec&>(base);
    spec.item.picture = std::exchange(spec.picture.base, {}); // drawn with its places, and not beside them
    spec.verb = symbols.intern("mark");
    spec.zone = symbols.intern("zone");
    spec.several = rights(spec.item) > 1;
    spec.slots.count = zones_slot + 1;
  }

  std::optional<session::Refused> take(const session::Context& context, const Values& values, Reply& reply) const override {
    const auto& spec = static_cast<const HotspotSpec&>(context.spec);
    std::uint32_t zones = 0;
    for (const auto& [key, value] : values) {
      const auto at = std::find(spec.options.begin(), spec.options.end(), value);
      if (key != spec.zone || at == spec.options.end()) return session::Refused{"no-such-option"};
      const std::uint32_t bit = 1u << (at - spec.options.begin());
      if (zones & bit) return session::Refused{"twice"};
      zones |= bit;
    }
    if (zones == 0) return session::Refused{nothing_marked};
    if (!spec.several && (zones & (zones - 1)) != 0) return session::Refused{one_place};
    tell(context, spec, zones, reply);
    return std::nullopt;
  }

  std::vector<Values> some_answers(const session::Context& context) const override {
    const auto& spec = static_cast<const HotspotSpec&>(context.spec);
    std::vector<Values> all;
    for (const model::Symbol zone : spec.options)
      all.push_back({{spec.zone, zone}});
    return all;
  }

 private:
  void tell(const session::Context& context, const HotspotSpec& spec, std::uint32_t zones, Reply& reply) const {
    reply.state.slots[zones_slot] = static_cast<std::int32_t>(zones);
    reply.per_mille = assessment::mark(spec.item, {picked(spec, reply.state), {}, {}});
    for (std::size_t i = 0; i < spec.options.size(); ++i)
      if (zones >> i & 1u)
        reply.facts.push_back(session::answered_fact(context, spec.options[i], spec.item.options[i].right ? right_per_mille : 0));
  }
};

} // namespace

Marked marked(const HotspotSpec& spec, const session::StepState& state) {
  return {session::given(spec, state), static_cast<std::uint32_t>(state.slots[zones_slot])};
}

std::unique_ptr<const session::Module> make_module() { return std::make_unique<HotspotModule>(); }

} // namespace firsthand::modules::hotspot
