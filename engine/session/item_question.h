// Questions of the kinds that a bank has, as steps: what is asked and what is right stands in a model::Item, whether a lesson wrote it
// or a bank has it. An answer in signs (a number, a text that is copied) is told sign by sign, for an action holds only known words.
#pragma once

#include "engine/model/item.h"
#include "engine/session/question.h"

#include <string>

namespace firsthand::session {

struct ItemSpec : QuestionSpec {
  model::Item item;
  std::vector<Symbol> options; // of item.options
};

class ItemQuestion : public Question {
 public:
  std::shared_ptr<const Spec> read(reading::Fields& fields, const reading::ReadContext& context, model::Symbols& symbols) const final;
  std::shared_ptr<const Spec> ask(const model::Item& item, const model::Doctrine& doctrine, model::Symbols& symbols) const final;
  const model::Text* reason(const Spec& spec, const model::Fact& fact) const override; // that of the whole
  void on_screen(const Spec& spec, const std::function<void(const model::Text&)>& visit) const final;
  void texts(const Spec& spec, const std::function<void(const model::Text&)>& visit) const final;

 private:
  void name_all(ItemSpec& spec, model::Symbols& symbols) const;

 protected:
  virtual model::ItemKind item_kind() const = 0;
  virtual void read_parts(reading::Fields& fields, model::Item& item) const = 0; // the keys that are the kind's own
  virtual std::shared_ptr<ItemSpec> make_spec() const = 0;
  // The kind's own words and slots, from an item that is whole. The picture stands in `spec.picture`.
  virtual void name(ItemSpec& spec, model::Symbols& symbols) const = 0;
};

// ---- answers in signs

constexpr std::size_t most_signs = model::most_copied_signs;

struct WrittenSpec : ItemSpec {
  Symbol sign = 0;                  // the key
  std::vector<std::string> letters; // the signs that an answer may have, each one code point
  std::vector<Symbol> signs;        // their words
};

// The signs of a text. Of what is no UTF-8 none.
std::vector<std::string> signs_of(std::string_view text);
void name_signs(WrittenSpec& spec, std::vector<std::string> letters, model::Symbols& symbols);

constexpr std::size_t first_sign_slot = 2;                               // behind what every question keeps
constexpr std::size_t own_slot = first_sign_slot + most_signs;           // the first that a kind may use
std::string written_in(const WrittenSpec& spec, const StepState& state); // of the last try; empty before it
// Takes `values` with the key `sign`; the others are left to the kind.
std::optional<Refused> take_signs(const WrittenSpec& spec, std::vector<std::pair<Symbol, Symbol>>& values, std::string& written);
// What was written into the state and into facts: one a sign, with its place.
void tell_signs(const Context& context, const WrittenSpec& spec, std::string_view written, StepState& state,
                std::vector<model::Fact>& facts);
// The values that write it.
std::vector<std::pair<Symbol, Symbol>> signs_for(const WrittenSpec& spec, std::string_view text);

} // namespace firsthand::session
