// Our item as their question, by kind. What they have no place for is told; what makes no sense there is not written.
#include "engine/exchange/amount.h"
#include "engine/exchange/foreign.h"
#include "engine/exchange/tags.h"

#include <algorithm>

namespace firsthand::exchange {

namespace {

using model::Item;
using model::ItemKind;
using model::ItemOption;

struct ItemGiver {
  Item item; // as it will be read again
  const WriteOptions& options;
  Losses& losses;
  std::string& reason;
  ForeignQuestion to;

  bool refuse(const char* why) { return reason = why, false; }

  bool give() {
    if (item.kind == ItemKind::hotspot || !item.picture.empty()) return refuse("its picture does not travel");
    if (item.kind == ItemKind::phrase) return refuse("no other program knows phrases that are put together");
    to.name = item.id, to.category = item.competency;
    to.stem = clean(item.stem.source), to.why = clean(item.why.source);
    settle_targets(item);
    to.tags = tags_of(item, losses);
    return give_kind();
  }

  bool give_kind() {
    switch (item.kind) {
    case ItemKind::one:
    case ItemKind::several:
      return give_choice();
    case ItemKind::order:
      to.kind = ForeignKind::order;
      for (const ItemOption& one : item.options)
        to.answers.push_back({clean(one.text.source), "", whole_share, ""});
      return true;
    case ItemKind::match:
      return give_match();
    case ItemKind::number:
      return give_number();
    case ItemKind::copy:
      return give_copy();
    default:
      return false;
    }
  }

  bool give_choice() {
    const auto right = [&](const ItemOption& one) { return is_right(one, options); };
    const std::int64_t right_ones = std::count_if(item.options.begin(), item.options.end(), right);
    to.several = item.kind == ItemKind::several;
    if (right_ones == 0) return refuse("no option is right by itself; where a doctrine decides, name it with --doctrine");
    if (right_ones > 1 && !to.several) return refuse("more than one option is right");
    for (const ItemOption& one : item.options) {
      const std::int64_t share = right(one) ? whole_share / right_ones : to.several ? -(whole_share / right_ones) : 0;
      to.answers.push_back({clean(one.text.source), "", share, clean(one.why.source)});
    }
    return true;
  }

  bool give_number() {
    to.kind = ForeignKind::number;
    const model::ItemUnit base = unit_for(item.number, 6);
    const auto amount = [&](std::int64_t one) { return decimal_of(one, base.scale); };
    for (const model::ItemUnit& unit : item.number.units) // the largest first: how many of it make one of the base
      to.units.push_back({unit.id, unit.id == base.id ? "1" : decimal_of(base.scale, unit.scale)});
    to.answers.push_back({amount(item.number.answer), amount(item.number.tolerance), whole_share, ""});
    for (const model::ItemNear& near : item.number.near)
      to.answers.push_back({amount(near.amount), "0", 0, clean(near.why.source)});
    return true;
  }

  bool give_copy() {
    to.kind = ForeignKind::words;
    std::string text;
    for (const char c : clean(item.copied))
      text += c == '*' ? "\\*" : std::string(1, c);
    to.answers.push_back({text, "", whole_share, ""});
    return true;
  }

  bool give_match() {
    to.kind = ForeignKind::match;
    for (std::size_t i = 0; i < item.options.size(); ++i) {
      const ItemOption* target = i < item.pairs.size() ? item.target(item.pairs[i]) : nullptr;
      if (!target) return refuse("one of its pairs is open");
      to.answers.push_back({clean(item.options[i].text.source), clean(target->text.source), whole_share, ""});
    }
    for (const ItemOption& target : item.targets)
      if (std::find(item.pairs.begin(), item.pairs.end(), target.id) == item.pairs.end())
        to.answers.push_back({"", clean(target.text.source), 0, ""});
    return true;
  }
};

} // namespace

void settle_targets(Item& item) {
  std::vector<ItemOption> met;
  const auto settle = [&](const ItemOption* target) {
    if (!target) return model::Id();
    const auto same = [&](const ItemOption& one) { return clean(one.text.source) == clean(target->text.source); };
    const auto found = std::find_if(met.begin(), met.end(), same);
    if (found != met.end()) return found->id;
    met.push_back(*target);
    return target->id;
  };
  for (model::Id& pair : item.pairs)
    pair = settle(item.target(pair));
  for (const ItemOption& target : item.targets)
    settle(&target);
  item.targets = met;
}

bool is_right(const ItemOption& option, const WriteOptions& options) {
  const std::string position = option.question + "/" + option.answer;
  return option.right ||
         (!option.question.empty() && std::find(options.positions.begin(), options.positions.end(), position) != options.positions.end());
}

std::optional<ForeignQuestion> foreign_of(const Item& item, const WriteOptions& options, Losses& losses, std::string& reason) {
  ItemGiver giver{item, options, losses, reason, {}};
  if (!giver.give()) return std::nullopt;
  return std::move(giver.to);
}

} // namespace firsthand::exchange
