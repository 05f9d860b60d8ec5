// The phrase's rules half.
#include "modules/phrase/rules.h"

#include "engine/assessment/mark.h"
#include "engine/reading/item_parts.h"

#include <algorithm>
#include <array>

namespace firsthand::modules::phrase {

namespace {

constexpr std::size_t first_phrase_slot = 2;

constexpr session::Refusal nothing_said{"nothing-said", "Put an answer together first."};
constexpr std::array own_refusals{nothing_said};

std::vector<model::Id> ids_of(const model::Item& item, const std::vector<std::size_t>& phrases) {
  std::vector<model::Id> ids;
  for (const std::size_t phrase : phrases)
    ids.push_back(item.options[phrase].id);
  return ids;
}

class PhraseModule final : public session::ItemQuestion {
 public:
  const char* kind() const override { return "phrase"; }
  std::span<const session::Refusal> refusals() const override { return own_refusals; }
  bool answers_in_rows() const override { return true; }
  session::Interaction interaction() const override { return session::Interaction::sequencing; }

  std::vector<session::Answer> right_answers(const session::Spec& base) const override {
    std::vector<session::Answer> all;
    for (const auto& row : static_cast<const PhraseSpec&>(base).item.phrases) {
      all.emplace_back();
      for (const model::Id& id : row)
        all.back().push_back({id, {}});
    }
    return all;
  }

 protected:
  model::ItemKind item_kind() const override { return model::ItemKind::phrase; }
  void read_parts(reading::Fields& fields, model::Item& item) const override { reading::read_phrases(fields, item); }
  std::shared_ptr<session::ItemSpec> make_spec() const override { return std::make_shared<PhraseSpec>(); }

  void name(session::ItemSpec& base, model::Symbols& symbols) const override {
    auto& spec = static_cast<PhraseSpec&>(base);
    spec.verb = symbols.intern("say");
    spec.phrase = symbols.intern("phrase");
    spec.slots.count = first_phrase_slot + spec.options.size();
  }

  std::optional<session::Refused> take(const session::Context& context, const Values& values, Reply& reply) const override {
    const auto& spec = static_cast<const PhraseSpec&>(context.spec);
    std::vector<std::size_t> phrases;
    for (const auto& [key, value] : values) {
      const auto index = static_cast<std::size_t>(std::find(spec.options.begin(), spec.options.end(), value) - spec.options.begin());
      if (key != spec.phrase || index == spec.options.size()) return session::Refused{"no-such-option"};
      if (std::find(phrases.begin(), phrases.end(), index) != phrases.end()) return session::Refused{"twice"};
      phrases.push_back(index);
    }
    if (phrases.empty()) return session::Refused{nothing_said};
    tell(context, spec, phrases, reply);
    return std::nullopt;
  }

  // A right row, and all phrases backwards.
  std::vector<Values> some_answers(const session::Context& context) const override {
    const auto& spec = static_cast<const PhraseSpec&>(context.spec);
    Values right, all;
    for (const std::size_t index : right_row(spec))
      right.emplace_back(spec.phrase, spec.options[index]);
    for (const model::Symbol phrase : spec.options)
      all.emplace_back(spec.phrase, phrase);
    return {right, {all.rbegin(), all.rend()}};
  }

 private:
  static void tell(const session::Context& context, const PhraseSpec& spec, const std::vector<std::size_t>& phrases, Reply& reply) {
    std::fill(reply.state.slots.begin() + first_phrase_slot, reply.state.slots.end(), 0);
    for (std::size_t i = 0; i < phrases.size(); ++i) {
      reply.state.slots[first_phrase_slot + i] = static_cast<std::int32_t>(phrases[i]) + 1;
      reply.facts.push_back(session::answered_fact(context, spec.options[phrases[i]], static_cast<std::int64_t>(i) + 1));
    }
    reply.per_mille = assessment::mark(spec.item, {ids_of(spec.item, phrases), {}, {}});
  }
};

} // namespace

Said said(const PhraseSpec& spec, const session::StepState& state) {
  Said now{session::given(spec, state), {}};
  for (std::size_t i = first_phrase_slot; i < state.slots.size() && state.slots[i] > 0; ++i)
    now.phrases.push_back(static_cast<std::size_t>(state.slots[i] - 1));
  return now;
}

std::vector<std::size_t> right_row(const PhraseSpec& spec) {
  std::vector<std::size_t> row;
  for (const model::Id& id : spec.item.phrases.empty() ? std::vector<model::Id>() : spec.item.phrases.front())
    for (std::size_t i = 0; i < spec.item.options.size(); ++i)
      if (spec.item.options[i].id == id) row.push_back(i);
  return row;
}

std::unique_ptr<const session::Module> make_module() { return std::make_unique<PhraseModule>(); }

} // namespace firsthand::modules::phrase
