// See item_question.h.
#include "engine/session/item_question.h"

#include "engine/base/utf8.h"

#include <algorithm>

namespace firsthand::session {

namespace {

constexpr int longest_why = 30;

} // namespace

std::shared_ptr<const Spec> ItemQuestion::read(reading::Fields& fields, const reading::ReadContext& context,
                                               model::Symbols& symbols) const {
  const auto spec = make_spec();
  read_question_keys(*spec, fields, context, Certainty::never);
  spec->item.kind = item_kind();
  spec->item.why = fields.text("why", reading::Need::required, longest_why);
  read_parts(fields, spec->item);
  name_all(*spec, symbols);
  return spec;
}

std::shared_ptr<const Spec> ItemQuestion::ask(const model::Item& item, const model::Doctrine& doctrine, model::Symbols& symbols) const {
  if (item.kind != item_kind()) return nullptr;
  const auto spec = make_spec();
  spec->item = item;
  for (model::ItemOption& option : spec->item.options)
    option.right = option.right_under(doctrine.positions);
  ask_once(*spec, item);
  name_all(*spec, symbols);
  return spec;
}

void ItemQuestion::name_all(ItemSpec& spec, model::Symbols& symbols) const {
  for (const model::ItemOption& option : spec.item.options)
    spec.options.push_back(symbols.intern(option.id));
  name_certainty(spec, symbols);
  name(spec, symbols);
}

const model::Text* ItemQuestion::reason(const Spec& spec, const model::Fact&) const { return &static_cast<const ItemSpec&>(spec).item.why; }

void ItemQuestion::on_screen(const Spec& base, const std::function<void(const model::Text&)>& visit) const {
  const auto& spec = static_cast<const ItemSpec&>(base);
  visit(spec.prompt);
  for (const model::ItemOption& option : spec.item.options)
    visit(option.text);
}

void ItemQuestion::texts(const Spec& base, const std::function<void(const model::Text&)>& visit) const {
  const auto& spec = static_cast<const ItemSpec&>(base);
  on_screen(base, visit);
  for (const model::ItemNear& near : spec.item.number.near)
    visit(near.why);
  visit(spec.item.why);
}

std::vector<std::string> signs_of(std::string_view text) {
  std::vector<std::string> signs;
  if (base::first_invalid_utf8(text)) return signs;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    base::next_code_point(text, at);
    signs.emplace_back(text.substr(from, at - from));
  }
  return signs;
}

void name_signs(WrittenSpec& spec, std::vector<std::string> letters, model::Symbols& symbols) {
  spec.sign = symbols.intern("sign");
  for (std::string& letter : letters) {
    if (std::find(spec.letters.begin(), spec.letters.end(), letter) != spec.letters.end()) continue;
    spec.signs.push_back(symbols.intern(letter));
    spec.letters.push_back(std::move(letter));
  }
}

std::string written_in(const WrittenSpec& spec, const StepState& state) {
  std::string written;
  for (std::size_t i = 0; i < most_signs && state.slots[first_sign_slot + i] > 0; ++i)
    written += spec.letters[static_cast<std::size_t>(state.slots[first_sign_slot + i] - 1)];
  return written;
}

std::optional<Refused> take_signs(const WrittenSpec& spec, std::vector<std::pair<Symbol, Symbol>>& values, std::string& written) {
  std::size_t count = 0;
  for (const auto& [key, value] : values) {
    if (key != spec.sign) continue;
    const auto at = std::find(spec.signs.begin(), spec.signs.end(), value);
    if (at == spec.signs.end() || ++count > most_signs) return Refused{"no-such-option"};
    written += spec.letters[static_cast<std::size_t>(at - spec.signs.begin())];
  }
  std::erase_if(values, [&](const auto& pair) { return pair.first == spec.sign; });
  return std::nullopt;
}

void tell_signs(const Context& context, const WrittenSpec& spec, std::string_view written, StepState& state,
                std::vector<model::Fact>& facts) {
  std::fill_n(state.slots.begin() + first_sign_slot, most_signs, 0);
  std::size_t place = 0;
  for (const std::string& sign : signs_of(written)) {
    const auto index = std::find(spec.letters.begin(), spec.letters.end(), sign) - spec.letters.begin();
    state.slots[first_sign_slot + place++] = static_cast<std::int32_t>(index) + 1;
    facts.push_back(answered_fact(context, spec.signs[static_cast<std::size_t>(index)], static_cast<std::int64_t>(place)));
  }
}

std::vector<std::pair<Symbol, Symbol>> signs_for(const WrittenSpec& spec, std::string_view text) {
  std::vector<std::pair<Symbol, Symbol>> values;
  for (const std::string& sign : signs_of(text))
    if (const auto at = std::find(spec.letters.begin(), spec.letters.end(), sign); at != spec.letters.end())
      values.emplace_back(spec.sign, spec.signs[static_cast<std::size_t>(at - spec.letters.begin())]);
  return values;
}

} // namespace firsthand::session
