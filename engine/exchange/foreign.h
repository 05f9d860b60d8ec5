// A question as the other programs know it: what stands between their files and our items, so that each form is read and written
// once, and what cannot be kept is decided once.
#pragma once

#include "engine/exchange/exchange.h"
#include "engine/exchange/plain_text.h"

#include <optional>

namespace firsthand::exchange {

enum class ForeignKind : std::uint8_t { choice, words, number, match, order };

struct ForeignAnswer {
  std::string text;       // of a match the left side, empty where only the right one is; an amount as it is written
  std::string other;      // the right side of a match; the tolerance of an amount
  std::int64_t share = 0; // what it is worth, whole_share being all
  std::string why;
};

struct ForeignUnit {
  std::string word, multiplier; // how many of it make one of the unit in which the amounts are told
};

struct ForeignQuestion {
  std::size_t line = 0;
  ForeignKind kind = ForeignKind::choice;
  bool several = false; // more than one may be chosen
  std::string name, category;
  std::string stem, why;
  std::vector<ForeignAnswer> answers;
  std::vector<ForeignUnit> units;
  std::vector<std::string> tags;
  Losses losses;
};

// Our items of their questions, one after the other; ids and competencies are settled here.
class Intake {
 public:
  explicit Intake(const ReadOptions& options) : options_(options) {}

  void take(ForeignQuestion question);
  void take(model::Item item, std::size_t line, const Losses& losses);
  void skip(std::size_t line, std::string name, std::string why);
  void fault(std::size_t line, std::string says, std::size_t column = 0);
  void note(std::string says, std::size_t line = 0, std::size_t column = 0);
  bool full() const { return read_.items.size() > most_items; }
  ItemsRead finish();

 private:
  void settle_id(model::Item& item, std::size_t line);
  void settle_competency(model::Item& item, const std::string& category, Losses& losses) const;

  const ReadOptions& options_;
  ItemsRead read_;
};

// The item, or nothing and the reason.
std::optional<model::Item> item_of(const ForeignQuestion& question, Losses& losses, std::string& reason);

// Their question of our item. `losses` are those of every form.
std::optional<ForeignQuestion> foreign_of(const model::Item& item, const WriteOptions& options, Losses& losses, std::string& reason);

// Right sides of a match in the order in which they are met, equal ones once: so they are read again.
void settle_targets(model::Item& item);

bool is_right(const model::ItemOption& option, const WriteOptions& options); // by itself, or by the doctrine's position
std::string option_id(std::size_t place);                                    // a, b, c …

} // namespace firsthand::exchange
