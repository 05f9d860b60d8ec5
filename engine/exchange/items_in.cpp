// Their question as our item, by kind. What it is worth there and cannot be worth here is told.
#include "engine/exchange/amount.h"
#include "engine/exchange/foreign.h"

#include <algorithm>
#include <fmt/format.h>

namespace firsthand::exchange {

namespace {

using model::Item;
using model::ItemKind;
using model::ItemOption;

struct ItemTaker {
  const ForeignQuestion& from;
  Losses& losses;
  std::string& reason;
  Item item;

  bool refuse(std::string why) { return reason = std::move(why), false; }

  bool take() {
    if (losses.media) return refuse("a picture, film or sound belongs to it, and those do not travel; ask the same in words");
    item.stem.source = from.stem;
    item.why.source = from.why;
    if (item.stem.empty()) return refuse("it asks nothing: its text is empty");
    switch (from.kind) {
    case ForeignKind::choice:
      return take_choice();
    case ForeignKind::words:
      return take_words();
    case ForeignKind::number:
      return take_number();
    case ForeignKind::match:
      return take_match();
    case ForeignKind::order:
      return take_order();
    }
    return false;
  }

  ItemOption option(std::vector<ItemOption>& among, std::string text) {
    ItemOption one;
    one.id = option_id(among.size() + 1);
    one.text.source = std::move(text);
    return one;
  }

  bool take_choice() {
    item.kind = from.several ? ItemKind::several : ItemKind::one;
    if (from.answers.size() < 2) return refuse("there are fewer than two answers to choose from");
    for (const ForeignAnswer& answer : from.answers) {
      if (answer.text.empty()) return refuse("one of its answers is empty");
      ItemOption one = option(item.options, answer.text);
      one.why.source = answer.why;
      one.right = from.several ? answer.share > 0 : answer.share == whole_share;
      item.options.push_back(std::move(one));
    }
    if (!item.why.empty()) losses.add("the feedback of the whole; here each option has its own"), item.why = {};
    return from.several ? check_several() : check_one();
  }

  std::ptrdiff_t right_ones() const {
    return std::count_if(item.options.begin(), item.options.end(), [](const ItemOption& one) { return one.right; });
  }

  bool check_one() {
    if (right_ones() == 0) return refuse("no answer is right (worth 100 %)");
    if (right_ones() > 1) return refuse("more than one answer is right, and only one may be chosen");
    for (const ForeignAnswer& answer : from.answers)
      if (answer.share != 0 && answer.share != whole_share) losses.add("weights: an answer that is partly right there is wrong here");
    return true;
  }

  bool check_several() {
    if (right_ones() == 0) return refuse("no answer is right (worth more than nothing)");
    const std::int64_t share = whole_share / right_ones();
    const auto near = [](std::int64_t a, std::int64_t b) { return a - b < 1000 && b - a < 1000; };
    for (const ForeignAnswer& answer : from.answers) {
      if (answer.share > 0 && !near(answer.share, share)) losses.add("weights: every right answer counts the same here");
      if (answer.share <= 0 && !near(answer.share, -share)) losses.add("penalties: here a wrong answer takes back a right one");
    }
    return true;
  }

  // The right answer's own feedback is the reason of the whole, behind what is told in any case.
  void add_why(const std::string& why) {
    if (!why.empty()) item.why.source += (item.why.empty() ? "" : "\n") + why;
  }

  bool take_words() {
    item.kind = ItemKind::copy;
    for (const ForeignAnswer& answer : from.answers) {
      const bool is_right = answer.share == whole_share;
      if (is_right && item.copied.empty()) {
        item.copied = answer.text, add_why(answer.why);
        continue;
      }
      losses.add(is_right ? "other right answers: one is right here" : "other answers, with their weights and feedback");
    }
    if (item.copied.empty()) return refuse("no answer is right (worth 100 %)");
    return unescape_stars();
  }

  // "*" stands there for any signs, and "\*" for itself.
  bool unescape_stars() {
    std::string plain;
    for (std::size_t at = 0; at < item.copied.size(); ++at) {
      if (item.copied[at] == '*') return refuse("a wildcard (*) is in its answer; here an answer is one text");
      if (item.copied[at] == '\\' && at + 1 < item.copied.size() && item.copied[at + 1] == '*') ++at;
      plain += item.copied[at];
    }
    item.copied = plain;
    return true;
  }

  // Amounts are told in the unit of which one makes one. 0: there is none such.
  std::int64_t take_units() {
    std::int64_t scale = from.units.empty() ? 1000 : 0;
    for (const ForeignUnit& unit : from.units) {
      if (!is_unit_word(unit.word)) return 0;
      item.number.units.push_back({unit.word, scale_of_unit(unit.word)});
      if (share_of(unit.multiplier) == share_of("1")) scale = item.number.units.back().scale;
    }
    return scale;
  }

  bool take_number() {
    item.kind = ItemKind::number;
    const std::int64_t scale = take_units();
    if (scale == 0) return refuse("its units are not ones that amounts can be answered in");
    bool found = false;
    for (const ForeignAnswer& answer : from.answers) {
      if (answer.text == "*") {
        losses.add("what is told on any other answer");
        continue;
      }
      const auto amount = amount_of(answer.text, scale), tolerance = amount_of(answer.other.empty() ? "0" : answer.other, scale);
      if (!amount || !tolerance)
        return refuse(fmt::format("\"{}\" is no number with at most three decimals", amount ? answer.other : answer.text));
      if (answer.share == whole_share && !found) {
        found = true, item.number.answer = *amount, item.number.tolerance = *tolerance, add_why(answer.why);
        continue;
      }
      take_other_amount(answer, *amount, *tolerance);
    }
    return found || refuse("no amount is right (worth 100 %)");
  }

  void take_other_amount(const ForeignAnswer& answer, std::int64_t amount, std::int64_t tolerance) {
    if (answer.share != 0) return losses.add("second tolerances: one amount with one tolerance is right here");
    if (answer.why.empty()) return losses.add("wrong amounts without a reason");
    if (tolerance != 0) losses.add("the tolerance of a wrong amount");
    item.number.near.push_back({amount, {answer.why, {}, {}}});
  }

  model::Id target_of(const std::string& text) {
    for (const ItemOption& target : item.targets)
      if (target.text.source == text) return target.id;
    item.targets.push_back(option(item.targets, text));
    return item.targets.back().id;
  }

  bool take_match() {
    item.kind = ItemKind::match;
    for (const ForeignAnswer& answer : from.answers) {
      if (answer.other.empty()) return refuse("one of its pairs has no right side");
      const model::Id target = target_of(answer.other);
      if (answer.text.empty()) continue; // only there to be wrong
      item.options.push_back(option(item.options, answer.text));
      item.pairs.push_back(target);
    }
    return item.options.size() >= 2 || refuse("there are fewer than two pairs");
  }

  bool take_order() {
    item.kind = ItemKind::order;
    for (const ForeignAnswer& answer : from.answers) {
      if (answer.text.empty()) return refuse("one of its lines is empty");
      if (!answer.why.empty()) losses.add("feedback of single lines");
      item.options.push_back(option(item.options, answer.text));
    }
    return item.options.size() >= 2 || refuse("there are fewer than two lines to put in order");
  }
};

} // namespace

std::string option_id(std::size_t place) {
  return place >= 1 && place <= 26 ? std::string(1, static_cast<char>('a' + place - 1)) : fmt::format("option-{}", place);
}

std::optional<Item> item_of(const ForeignQuestion& question, Losses& losses, std::string& reason) {
  ItemTaker taker{question, losses, reason, {}};
  if (!taker.take()) return std::nullopt;
  return std::move(taker.item);
}

} // namespace firsthand::exchange
