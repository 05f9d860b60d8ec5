// A canonical form needs no escapes: every text goes in behind its length.
#include "engine/reading/hashes.h"

#include <fmt/format.h>

#include <algorithm>

namespace firsthand::reading {
namespace {

using model::Node;

void add_text(crypto::Sha256& hash, char mark, std::string_view text) { hash.add(fmt::format("{}{}:", mark, text.size())).add(text); }

void add_tree(crypto::Sha256& hash, const Node& node, const FindingCollector& findings) {
  switch (node.kind) {
  case Node::Kind::nothing:
    hash.add("n");
    break;
  case Node::Kind::scalar:
    add_text(hash, 's', node.text);
    break;
  case Node::Kind::list:
    hash.add("[");
    for (const Node& item : node.items)
      findings.is_shown(item) ? void(hash.add("t")) : add_tree(hash, item, findings);
    hash.add("]");
    break;
  case Node::Kind::map:
    hash.add("{");
    for (const Node::Pair& pair : node.pairs) {
      if (findings.is_shown(pair.value)) continue;
      add_text(hash, 'k', pair.key);
      add_tree(hash, pair.value, findings);
    }
    hash.add("}");
    break;
  }
}

} // namespace

crypto::Hash rules_hash(const Gather& gather, std::string_view doctrine) {
  crypto::Sha256 hash;
  hash.add("firsthand-rules-1\n");
  add_text(hash, 'd', doctrine);
  for (const auto& [path, tree] : gather.trees()) {
    if (without_version(path).first.ends_with("/vocabulary.yaml")) continue;
    add_text(hash, 'p', path);
    add_tree(hash, tree, gather.findings);
  }
  return hash.finish();
}

crypto::Hash shown_hash(const Gather& gather, const std::vector<model::Text>& texts) {
  crypto::Sha256 hash;
  hash.add("firsthand-shown-1\n");
  for (const model::Text& text : texts) {
    add_text(hash, 'p', text.path);
    add_text(hash, 's', text.source);
  }
  std::vector<const UsedFile*> files;
  for (const UsedFile& file : gather.used)
    if (file.path.ends_with(".po") || file.path.ends_with(".svg")) files.push_back(&file);
  std::sort(files.begin(), files.end(), [](const UsedFile* a, const UsedFile* b) { return a->path < b->path; });
  for (const UsedFile* file : files) {
    add_text(hash, 'p', file->path);
    add_text(hash, 'b', file->bytes);
  }
  return hash.finish();
}

std::vector<model::Text> texts_in_order(const FindingCollector& findings) {
  std::vector<model::Text> texts;
  texts.reserve(findings.texts.size());
  std::vector<const model::Text*> order;
  for (const model::Text& text : findings.texts)
    order.push_back(&text);
  const auto place = [](const model::Text* t) { return std::tie(t->where.file, t->where.line, t->where.column, t->path); };
  const auto stands_before = [&](const model::Text* a, const model::Text* b) { return place(a) < place(b); };
  if (!std::is_sorted(order.begin(), order.end(), stands_before)) std::stable_sort(order.begin(), order.end(), stands_before);
  std::set<std::string_view> paths;
  for (const model::Text* text : order)
    if (!text->source.empty() && paths.insert(text->path).second) texts.push_back(*text);
  return texts;
}

} // namespace firsthand::reading
