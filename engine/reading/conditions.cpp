// From a tree to a condition. Only the form is settled here; what a path names is settled in names.cpp.
#include "engine/reading/fields.h"

#include <fmt/format.h>

#include <algorithm>

namespace firsthand::reading {
namespace {

using model::Compare;
using model::Condition;
using model::Node;

struct CompareWord {
  std::string_view words;
  Compare compare;
};
constexpr CompareWord compare_words[] = {
    {"at most ", Compare::at_most}, {"at least ", Compare::at_least}, {"below ", Compare::below}, {"above ", Compare::above}};

bool is_path(std::string_view text) {
  const std::size_t dot = text.find('.');
  if (dot == text.npos) return is_word(text);
  return is_word(text.substr(0, dot)) && is_word(text.substr(dot + 1));
}

void take_value(const Node& value, Condition& test, FindingCollector& findings) {
  if (value.kind == Node::Kind::scalar && is_word(value.text))
    test.values.push_back(value.text);
  else if (parse_quantity(value.text))
    findings.add("F0221", value.where, {{"text", value.text}});
  else
    findings.add("F0213", value.where, {{"text", as_found(value)}});
}

bool take_comparison(const Node& value, Condition& test, FindingCollector& findings) {
  for (const CompareWord& known : compare_words) {
    if (!value.text.starts_with(known.words)) continue;
    test.compare = known.compare;
    if (const auto amount = parse_quantity(std::string_view(value.text).substr(known.words.size()))) {
      test.quanta = amount->quanta;
      findings.remember_unit(test.where, amount->unit);
    } else {
      findings.add("F0210", value.where, {{"text", value.text.substr(known.words.size())}});
    }
    return true;
  }
  return false;
}

Condition read_test(const Node::Pair& pair, FindingCollector& findings) {
  Condition test;
  test.kind = Condition::Kind::test;
  test.path = pair.key;
  test.where = pair.where;
  if (!is_path(pair.key)) {
    findings.add("F0214", pair.where, {{"path", pair.key}});
    return {};
  }
  const Node& value = pair.value;
  if (value.kind == Node::Kind::scalar) {
    if (!take_comparison(value, test, findings)) take_value(value, test, findings);
  } else if (value.kind == Node::Kind::list && !value.items.empty()) {
    for (const Node& item : value.items)
      take_value(item, test, findings), findings.remember_place(test.where, item.text, item.where);
  } else {
    findings.add("F0213", value.where, {{"text", as_found(value)}});
  }
  if (test.compare == Compare::is_one_of && test.values.empty()) return {}; // said already
  return test;
}

Condition group(Condition::Kind kind, std::vector<Condition> parts, const model::Where& where) {
  Condition condition;
  condition.kind = kind;
  condition.parts = std::move(parts);
  condition.where = where;
  return condition;
}

} // namespace

Condition read_condition(const Node& node, FindingCollector& findings) {
  std::vector<Condition> parts;
  if (node.kind == Node::Kind::list) {
    for (const Node& item : node.items)
      parts.push_back(read_condition(item, findings));
    if (parts.empty()) findings.add("F0213", node.where, {{"text", "[]"}});
    return group(Condition::Kind::any, std::move(parts), node.where);
  }
  if (node.kind != Node::Kind::map) {
    findings.add("F0213", node.where, {{"text", as_found(node)}});
    return {};
  }
  for (const Node::Pair& pair : node.pairs) {
    if (pair.key == "not")
      parts.push_back(group(Condition::Kind::none, {read_condition(pair.value, findings)}, pair.where));
    else
      parts.push_back(read_test(pair, findings));
  }
  if (parts.empty()) return group(Condition::Kind::always, {}, node.where);
  if (parts.size() == 1) return std::move(parts.front());
  return group(Condition::Kind::all, std::move(parts), node.where);
}

} // namespace firsthand::reading
