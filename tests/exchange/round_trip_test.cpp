// Whatever signs a question holds, it comes back as it was, as far as the form carries it, and is then written alike.
#include "tests/exchange/fixture.h"
#include "tests/exchange/hostile.h"

#include <doctest/doctest.h>

using namespace firsthand::exchange;
using firsthand::model::Item;
using firsthand::model::ItemKind;
using firsthand::model::ItemOption;
using firsthand::model::ItemSource;

namespace {

const WriteOptions takes_a{{"D14/A"}};

bool fits_a_tag(const std::string& word, const ItemSource& source) {
  const std::string tag = "fh:" + word + " 1 " + source.id + (source.section.empty() ? "" : " " + source.section);
  return tag.size() <= 50 && tag.find_first_of("[],") == std::string::npos;
}

// What a form has no place for, taken out of what is expected.
struct Carried {
  Form form;
  Item item;

  bool tags() const { return form == Form::gift || form == Form::moodle_xml; }
  std::string text(const std::string& words) const { return form == Form::aiken ? clean(line_of_words(clean(words))) : clean(words); }
  ItemSource source(const ItemSource& one) const {
    return tags() ? (fits_a_tag("source", one) ? one : ItemSource()) : form == Form::csv ? one : ItemSource();
  }

  void settle_options(std::vector<ItemOption>& options) {
    for (std::size_t i = 0; i < options.size(); ++i) {
      ItemOption& one = options[i];
      one.text.source = text(one.text.source), one.why.source = form == Form::aiken ? "" : clean(one.why.source);
      one.source = source(one.source);
      if (!tags()) one.right = is_right(one, takes_a), one.question.clear(), one.answer.clear();
      if (form == Form::aiken) one.danger.clear();
    }
  }

  // Targets as they are met, equal ones once, ids by place where the form has none.
  void settle_targets() {
    std::vector<ItemOption> met;
    const auto settle = [&](const std::string& id) {
      const ItemOption target = *item.target(id);
      const auto same = [&](const ItemOption& one) { return one.text.source == target.text.source; };
      if (std::find_if(met.begin(), met.end(), same) == met.end()) met.push_back(target);
      return std::find_if(met.begin(), met.end(), same)->id;
    };
    for (std::string& pair : item.pairs)
      pair = settle(pair);
    for (const ItemOption& target : item.targets)
      settle(target.id);
    item.targets = met;
  }

  void rename(std::vector<ItemOption>& options) {
    for (std::size_t i = 0; i < options.size(); ++i) {
      const std::string old = options[i].id;
      options[i].id = option_id(i + 1);
      if (&options == &item.targets)
        std::replace(item.pairs.begin(), item.pairs.end(), old, "\n" + options[i].id);
      else
        for (auto& row : item.phrases)
          std::replace(row.begin(), row.end(), old, "\n" + options[i].id);
    }
    for (std::string& pair : item.pairs)
      if (pair[0] == '\n') pair.erase(0, 1);
    for (auto& row : item.phrases)
      for (std::string& id : row)
        if (id[0] == '\n') id.erase(0, 1);
  }

  Item expected() {
    item.stem.source = text(item.stem.source);
    item.why.source = form == Form::aiken ? "" : clean(item.why.source);
    item.source = source(item.source);
    item.copied = clean(item.copied);
    settle_options(item.options), settle_options(item.targets);
    settle_targets();
    if (!tags()) rename(item.options), rename(item.targets), item.anchor = false, item.depends.clear();
    if (form == Form::aiken) item.twins.clear(), item.competency.clear(), item.id = "question-1";
    settle_number();
    return item;
  }

  void settle_number() {
    for (auto& near : item.number.near)
      near.why.source = clean(near.why.source);
    if (form != Form::gift) return;
    const auto base = unit_for(item.number, 6);
    const auto without = [&](std::int64_t& amount) { amount = amount_of(decimal_of(amount, base.scale), 1000).value_or(amount); };
    without(item.number.answer), without(item.number.tolerance);
    for (auto& near : item.number.near)
      without(near.amount);
    item.number.units.clear();
  }
};

// Numbers in GIFT have no unit: where they would need more than three decimals without one, they are not compared.
bool is_too_fine(Form form, const Item& item) {
  const auto base = unit_for(item.number, 6);
  const auto fits = [&](std::int64_t amount) { return is_exact(amount, base.scale, 3); };
  return form == Form::gift && item.kind == ItemKind::number &&
         !(fits(item.number.answer) && fits(item.number.tolerance) &&
           std::all_of(item.number.near.begin(), item.number.near.end(), [&](const auto& near) { return fits(near.amount); }));
}

} // namespace

TEST_CASE("exchange: items of all kinds with hostile texts come back as they were, and are written alike") {
  HostileItems chance(1);
  for (const auto& [word, form] : forms) {
    std::size_t carried = 0;
    for (std::size_t i = 0; i < 600; ++i) {
      const Item item = chance.item(i);
      const FileWritten written = write_items(form, {item}, takes_a);
      if (written.items == 0) continue;
      CAPTURE(word);
      CAPTURE(written.bytes);
      const ItemsRead read = read_items(form, written.bytes);
      if (is_too_fine(form, item) && read.items.empty()) continue;
      ++carried;
      REQUIRE(read.items.size() == 1);
      if (form != Form::aiken) REQUIRE(remarks_of(read) == ""); // of a file of our own nothing is lost again
      REQUIRE(told_item(read.items[0]) == told_item(Carried{form, item}.expected()));
      REQUIRE(round_trip(form, {item}, takes_a) == "");
    }
    CHECK(carried > (form == Form::aiken ? 50u : 300u));
  }
}

TEST_CASE("exchange: a whole bank is written alike after it was read") {
  HostileItems chance(2);
  std::vector<Item> items;
  for (std::size_t i = 0; i < 300; ++i)
    items.push_back(chance.item(i));
  std::erase_if(items, [](const Item& item) { return is_too_fine(Form::gift, item); });
  for (const auto& [word, form] : forms) {
    CAPTURE(word);
    CHECK(round_trip(form, items, takes_a) == "");
  }
}
