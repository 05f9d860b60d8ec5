// Items of every kind at random, their texts full of signs that mean something in one form or another.
#pragma once

#include "engine/exchange/amount.h"
#include "engine/exchange/foreign.h"

#include <algorithm>

namespace firsthand::exchange {

inline const char* const hostile_pieces[] = {"\\",
                                             "~",
                                             "=",
                                             "#",
                                             "####",
                                             "{",
                                             "}",
                                             ":",
                                             "::",
                                             "->",
                                             "%50%",
                                             "%",
                                             "[html]",
                                             "[plain]",
                                             "[markdown]",
                                             "//",
                                             "\n",
                                             "\n\n",
                                             "$CATEGORY: x",
                                             "-->",
                                             "]]>",
                                             "<!--",
                                             "<![CDATA[",
                                             "<b>",
                                             "</text>",
                                             "&amp;",
                                             "&",
                                             "&lt;",
                                             "\"",
                                             "'",
                                             "''",
                                             "+1",
                                             "-",
                                             "@x",
                                             ",",
                                             ";",
                                             "\t",
                                             "|",
                                             "ที่นี่",
                                             "น้ำ",
                                             "e\u0301",
                                             "\u00A0",
                                             "မြန်မာ",
                                             "*",
                                             "\\*",
                                             "A. x",
                                             "ANSWER: A",
                                             "\\n",
                                             "TRUE",
                                             "T",
                                             "..",
                                             "1..2",
                                             "@@PLUGINFILE@@",
                                             "fh:twins x",
                                             " ",
                                             "word",
                                             "two words",
                                             "1",
                                             ">",
                                             "yes",
                                             "null",
                                             "\u202E"};

class HostileItems {
 public:
  explicit HostileItems(std::uint64_t seed) : state_(seed * 2 + 1) {}

  model::Item item(std::size_t number) {
    model::Item item;
    item.id = "item-" + std::to_string(number);
    item.kind = model::item_kinds[below(8)].second;
    if (item.kind == model::ItemKind::hotspot) item.kind = model::ItemKind::one;
    item.competency = below(2) ? "custody" : "triage";
    if (below(2)) item.twins = "twins-" + std::to_string(below(9));
    if (below(4) == 0) item.depends = {"D4"};
    item.anchor = below(4) == 0;
    item.stem.source = text();
    fill(item);
    return item;
  }

  std::size_t below(std::size_t bound) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<std::size_t>(state_ >> 33) % bound;
  }

 private:
  std::string text() {
    std::string all;
    for (std::size_t left = 1 + below(5); left > 0; --left)
      all += hostile_pieces[below(std::size(hostile_pieces))];
    return clean(all).empty() ? "x" : all;
  }

  model::ItemSource source() {
    static const char* const sections[] = {
        "", "4.3", "as in solve-it DFT-1014", "4 [b]", "a, b", "a section whose name is longer than a tag may ever be", "§ 5"};
    return below(4) == 0 ? model::ItemSource() : model::ItemSource{below(2) ? "swgde" : "nist-101r1", sections[below(std::size(sections))]};
  }

  model::ItemOption option(std::size_t place) {
    model::ItemOption one;
    one.id = below(2) ? option_id(place + 1) : "named-" + std::to_string(place);
    one.text.source = text();
    return one;
  }

  void fill(model::Item& item) {
    using model::ItemKind;
    const std::size_t options = 2 + below(4);
    const bool chosen = item.kind == ItemKind::one || item.kind == ItemKind::several;
    if (!chosen) item.why.source = below(4) ? text() : "", item.source = source();
    if (item.kind == ItemKind::number) return fill_number(item);
    if (item.kind == ItemKind::copy) return void(item.copied = text());
    for (std::size_t i = 0; i < options; ++i)
      item.options.push_back(option(i));
    if (chosen) fill_choice(item);
    if (item.kind == ItemKind::match) fill_match(item);
    if (item.kind == ItemKind::phrase) item.phrases = {{item.options[1].id, item.options[0].id}, {item.options[0].id}};
  }

  void fill_choice(model::Item& item) {
    for (model::ItemOption& one : item.options) {
      if (below(4)) one.why.source = text();
      one.source = source();
      if (below(4) == 0) one.danger = "weakens";
      if (item.kind == model::ItemKind::several) one.right = below(2) == 0;
    }
    model::ItemOption& right = item.options[below(item.options.size())];
    if (below(4))
      right.right = true;
    else
      right.right = false, right.question = "D14", right.answer = item.kind == model::ItemKind::one ? "A" : "B";
  }

  void fill_match(model::Item& item) {
    for (std::size_t i = 0; i < 2 + below(4); ++i) {
      item.targets.push_back(option(i));
      item.targets.back().id = "target-" + std::to_string(i);
    }
    for (std::size_t i = 0; i < item.options.size(); ++i)
      item.pairs.push_back(item.targets[below(item.targets.size())].id);
  }

  void fill_number(model::Item& item) {
    static const std::vector<std::vector<const char*>> units = {{}, {"s", "min"}, {"min"}, {"min", "h", "d"}, {"kB", "GB"}, {"photos"}};
    for (const char* unit : units[below(units.size())])
      item.number.units.push_back({unit, scale_of_unit(unit)});
    const auto amount = [&] {
      const std::int64_t scale = item.number.units.empty() ? 1000 : item.number.units[0].scale;
      return (static_cast<std::int64_t>(below(4000)) - 2000) * scale / (below(2) ? 1 : 10);
    };
    item.number.answer = amount();
    item.number.tolerance = std::max<std::int64_t>(amount(), 0);
    for (std::size_t i = below(3); i > 0; --i)
      item.number.near.push_back({amount(), {text(), {}, {}}});
  }

  std::uint64_t state_;
};

} // namespace firsthand::exchange
