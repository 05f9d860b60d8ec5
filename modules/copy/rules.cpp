// The copy's rules half.
#include "modules/copy/rules.h"

#include "engine/assessment/mark.h"
#include "engine/reading/item_parts.h"

#include <algorithm>
#include <array>
#include <utility>

namespace firsthand::modules::copy {

namespace {

constexpr session::Refusal nothing_written{"nothing-written", "Copy it first."};
constexpr std::array own_refusals{nothing_written};

// What a keyboard has, and what stands in the text itself.
std::vector<std::string> letters_for(const std::string& text) {
  std::vector<std::string> letters;
  for (char letter = ' '; letter <= '~'; ++letter)
    letters.emplace_back(1, letter);
  for (std::string& sign : session::signs_of(text))
    letters.push_back(std::move(sign));
  return letters;
}

// The same with its first sign twice, so that it is never right.
std::string slip_of(const std::string& text) { return session::signs_of(text).front() + text; }

class CopyModule final : public session::ItemQuestion {
 public:
  const char* kind() const override { return "copy"; }
  std::span<const session::Refusal> refusals() const override { return own_refusals; }
  bool answers_in_rows() const override { return true; }
  session::Interaction interaction() const override { return session::Interaction::fill_in; }

  std::vector<session::Answer> right_answers(const session::Spec& base) const override {
    session::Answer answer;
    for (std::string& sign : session::signs_of(static_cast<const CopySpec&>(base).item.copied))
      answer.push_back({std::move(sign), {}});
    return {answer};
  }

 protected:
  model::ItemKind item_kind() const override { return model::ItemKind::copy; }
  void read_parts(reading::Fields& fields, model::Item& item) const override {
    item.copied = assessment::trimmed(fields.written("answer"));
    const std::size_t count = session::signs_of(item.copied).size();
    if (fields.has("answer") && (count == 0 || count > session::most_signs))
      fields.findings().add("F0861", fields.where("answer"),
                            {{"count", std::to_string(count)}, {"most", std::to_string(session::most_signs)}});
  }
  std::shared_ptr<session::ItemSpec> make_spec() const override { return std::make_shared<CopySpec>(); }

  void name(session::ItemSpec& base, model::Symbols& symbols) const override {
    auto& spec = static_cast<CopySpec&>(base);
    spec.item.picture = std::exchange(spec.picture.base, {}); // it stays, however large the words are
    spec.verb = symbols.intern("copy");
    session::name_signs(spec, letters_for(spec.item.copied), symbols);
    spec.slots.count = session::own_slot;
  }

  std::optional<session::Refused> take(const session::Context& context, const Values& values, Reply& reply) const override {
    const auto& spec = static_cast<const CopySpec&>(context.spec);
    Values rest = values;
    std::string written;
    if (auto refused = session::take_signs(spec, rest, written)) return refused;
    if (!rest.empty()) return session::Refused{"no-such-option"};
    written = assessment::trimmed(written);
    if (written.empty()) return session::Refused{nothing_written};
    session::tell_signs(context, spec, written, reply.state, reply.facts);
    reply.per_mille = assessment::mark(spec.item, {{}, {}, written});
    return std::nullopt;
  }

  std::vector<Values> some_answers(const session::Context& context) const override {
    const auto& spec = static_cast<const CopySpec&>(context.spec);
    if (spec.item.copied.empty()) return {};
    return {session::signs_for(spec, spec.item.copied), session::signs_for(spec, fitting(spec, slip_of(spec.item.copied)))};
  }
};

} // namespace

std::string fitting(const CopySpec& spec, std::string_view text) {
  std::string fit;
  std::size_t count = 0;
  for (const std::string& sign : session::signs_of(assessment::trimmed(text)))
    if (std::find(spec.letters.begin(), spec.letters.end(), sign) != spec.letters.end() && ++count <= session::most_signs) fit += sign;
  return fit;
}

Copied copied(const CopySpec& spec, const session::StepState& state) {
  return {session::given(spec, state), session::written_in(spec, state)};
}

std::unique_ptr<const session::Module> make_module() { return std::make_unique<CopyModule>(); }

} // namespace firsthand::modules::copy
