// What a verb or an event does, and numbers with weights.
#include "engine/reading/models.h"

#include <charconv>

namespace firsthand::reading {
namespace {

std::vector<model::Add> read_adds(Fields& fields) {
  std::vector<model::Add> adds;
  Fields map = fields.map("adds", Need::optional);
  for (const model::Node::Pair& pair : map.node().pairs) {
    const auto amount = parse_quantity(pair.value.text);
    if (!amount) fields.findings().add("F0210", pair.value.where, {{"text", as_found(pair.value)}});
    if (!amount) continue;
    fields.findings().remember_unit(pair.where, amount->unit);
    adds.push_back({pair.key, amount->quanta, pair.where});
  }
  return adds;
}

std::vector<model::ForEach> read_for_each(Fields& fields) {
  std::vector<model::ForEach> all;
  for (Fields& one : fields.maps("for-each", Need::optional)) {
    model::ForEach each;
    each.trait = one.id("trait");
    each.zone = one.id("zone", Need::optional);
    each.effects = read_effects(one);
    if (each.effects.empty()) one.findings().add("F0215", one.where());
    one.finish();
    all.push_back(std::move(each));
  }
  return all;
}

std::optional<int> read_weight(const std::string& text) {
  int weight = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), weight);
  if (error != std::errc() || end != text.data() + text.size() || weight < 1 || weight > 1'000'000) return std::nullopt;
  return weight;
}

} // namespace

std::vector<std::string> read_paths(Fields& fields, std::string_view key) {
  std::vector<std::string> paths;
  const model::Node* node = fields.any(key, Need::optional);
  if (!node) return paths;
  const auto take = [&](const model::Node& one) {
    const std::size_t dot = one.text.find('.');
    const bool good = dot == std::string::npos ? is_word(one.text) : is_word(one.text.substr(0, dot)) && is_word(one.text.substr(dot + 1));
    if (!good) return fields.findings().add("F0214", one.where, {{"path", as_found(one)}});
    fields.findings().remember_place(fields.where(), one.text, one.where);
    paths.push_back(one.text);
  };
  if (node->kind == model::Node::Kind::list)
    for (const model::Node& item : node->items)
      take(item);
  else
    take(*node);
  return paths;
}

std::vector<model::Set> read_sets(Fields& fields, std::string_view key) {
  std::vector<model::Set> sets;
  Fields map = fields.map(key, Need::optional);
  for (const model::Node::Pair& pair : map.node().pairs) {
    const bool good = pair.value.kind == model::Node::Kind::scalar && is_word(pair.value.text);
    if (!good) fields.findings().add("F0206", pair.value.where, {{"word", as_found(pair.value)}});
    if (good) sets.push_back({pair.key, pair.value.text, pair.where});
  }
  return sets;
}

model::Effects read_effects(Fields& fields) {
  model::Effects effects;
  effects.where = fields.where();
  effects.sets = read_sets(fields, "sets");
  effects.adds = read_adds(fields);
  effects.signals = read_paths(fields, "signals-done");
  effects.secures = read_paths(fields, "secures");
  effects.reveals = read_paths(fields, "reveals");
  effects.for_each = read_for_each(fields);
  return effects;
}

std::vector<model::Weighted> read_weights(const model::Node& node, FindingCollector& findings) {
  std::vector<model::Weighted> weights;
  if (node.kind != model::Node::Kind::map || node.pairs.empty())
    findings.add("F0216", node.where, {{"text", node.kind == model::Node::Kind::map ? "{}" : as_found(node)}});
  for (const model::Node::Pair& pair : node.pairs) {
    const auto weight = read_weight(pair.value.text);
    if (!weight) findings.add("F0216", pair.value.where, {{"text", as_found(pair.value)}});
    if (!is_word(pair.key)) findings.add("F0206", pair.where, {{"word", pair.key}});
    if (weight) weights.push_back({pair.key, *weight});
  }
  return weights;
}

// A duration, or several with weights.
model::Setting read_setting(const model::Id& name, const model::Node& node, FindingCollector& findings) {
  model::Setting setting{name, {}, node.where};
  const auto take = [&](const std::string& duration, const model::Where& where, std::int32_t weight) {
    const auto seconds = base::parse_duration(duration);
    if (!seconds) findings.add("F0209", where, {{"text", node.kind == model::Node::Kind::map ? duration : as_found(node)}});
    if (seconds) setting.choices.push_back({*seconds, weight});
  };
  if (node.kind != model::Node::Kind::map) take(node.text, node.where, 1);
  if (node.kind == model::Node::Kind::map && node.pairs.empty()) findings.add("F0216", node.where, {{"text", "{}"}});
  for (const model::Node::Pair& pair : node.pairs) {
    const auto weight = read_weight(pair.value.text);
    if (!weight) findings.add("F0216", pair.value.where, {{"text", as_found(pair.value)}});
    take(pair.key, pair.where, weight.value_or(1));
  }
  if (setting.choices.empty()) setting.choices.push_back({base::never, 1});
  return setting;
}

model::Id read_icon(Fields& fields, Gather& gather) {
  const model::Where where = fields.where("icon");
  const std::string icon = fields.shown("icon", Need::optional);
  if (!icon.empty()) gather.picture("assets/icons/" + icon + ".svg", icon, where);
  return icon;
}

} // namespace firsthand::reading
