// Reads a question key by key: what all kinds have, then the parts of its kind.
#include "engine/reading/item.h"

#include "engine/reading/bank.h"
#include "engine/reading/item_parts.h"

#include <fmt/format.h>

#include <algorithm>

namespace firsthand::reading {
namespace {

using model::Id;
using model::Item;
using model::ItemKind;
using model::ItemOption;

constexpr int most_stem_words = 60, most_option_words = 25, most_why_words = 40;

struct ItemReader {
  Fields& fields;
  const ItemContext& context;
  FindingCollector& findings;
  Item item;

  void read_head();
  void read_review();
  void read_whole();
  void read_options();
  ItemOption read_option(Fields& one);
  void read_zones();
  void read_kind();
  model::ItemSource read_item_source(Fields& from, Need need);
};

std::vector<Id> ids_of(const std::vector<model::Source>& sources) {
  std::vector<Id> ids;
  for (const model::Source& one : sources)
    ids.push_back(one.id);
  return ids;
}

const std::vector<Id>& kind_words() {
  static const std::vector<Id> words = [] {
    std::vector<Id> all;
    for (const auto& [word, kind] : model::item_kinds)
      all.emplace_back(word);
    return all;
  }();
  return words;
}

// "nist-101r1 4.3": the source's id and the place in it.
model::ItemSource ItemReader::read_item_source(Fields& from, Need need) {
  const std::string text = from.written("source", need);
  if (text.empty()) return {};
  const std::size_t space = std::min(text.find(' '), text.size());
  model::ItemSource source{text.substr(0, space), std::string(text.substr(std::min(space + 1, text.size())))};
  if (!context.looks_up_sources) return source;
  const model::Source* listed = nullptr;
  for (const model::Source& one : context.sources)
    if (one.id == source.id) listed = &one;
  if (!listed)
    findings.unknown("F1310", from.where("source"), {{"source", source.id}}, source.id, ids_of(context.sources));
  else if (source.section.empty() && listed->section.empty() && source.id != "practice")
    findings.add("F1311", from.where("source"), {{"source", source.id}});
  return source;
}

void ItemReader::read_head() {
  item.where = fields.where();
  item.id = fields.id("id");
  const Id kind = fields.word_of("kind", kind_words());
  for (const auto& [word, value] : model::item_kinds)
    if (kind == word) item.kind = value;
  item.competency = fields.id("competency");
  if (!item.competency.empty())
    check_word("competency", item.competency, context.vocabulary.competencies, fields.where("competency"), findings);
  item.twins = fields.id("twins", Need::optional);
  item.stem = fields.text("stem", Need::required, most_stem_words);
  item.anchor = fields.yes_no("anchor", false);
  const std::string picture = fields.shown("picture", item.kind == ItemKind::hotspot ? Need::required : Need::optional);
  if (picture.empty()) return;
  const std::string path = picture.starts_with("assets:")
                               ? "assets/pictures/" + picture.substr(7)
                               : fmt::format("{}{}{}", context.folder, picture.starts_with("pictures/") ? "" : "pictures/", picture);
  if (context.gather.picture(path, picture, fields.where("picture"))) item.picture = path;
}

bool is_version(const std::string& text) { return text.size() == 8 && text.find_first_not_of("0123456789abcdef") == text.npos; }

// A list of words as they stand, or one.
std::vector<std::string> read_list(Fields& fields, const char* key) {
  const model::Node* node = fields.any(key, Need::optional);
  std::vector<std::string> all;
  if (node && node->kind == model::Node::Kind::scalar) all.push_back(node->text);
  for (const model::Node& one : node ? node->items : std::vector<model::Node>())
    if (one.kind == model::Node::Kind::scalar) all.push_back(one.text);
  return all;
}

void ItemReader::read_review() {
  using model::ItemState;
  item.state = fields.choice<ItemState>(
      "state", {{"draft", ItemState::draft}, {"reviewed", ItemState::reviewed}, {"retired", ItemState::retired}}, context.defaults.state);
  item.author = fields.written("author", Need::optional);
  item.reviewed_by = read_list(fields, "reviewed-by");
  item.review_by = fields.date("review-by", DateUse::review, Need::optional);
  if (!fields.has("review-by")) item.review_by = context.defaults.review_by;
  item.exposure = fields.whole("exposure", {0, 1'000'000}, context.defaults.exposure);
  item.depends = read_list(fields, "depends");
  item.was = read_list(fields, "was");
  for (const std::string& version : item.was)
    if (!is_version(version)) findings.add("F1328", fields.where("was"), {{"text", version}});
  std::vector<std::string> others = item.reviewed_by;
  std::sort(others.begin(), others.end());
  others.erase(std::unique(others.begin(), others.end()), others.end());
  std::erase(others, item.author);
  if (item.state == ItemState::reviewed && (others.size() < 2 || item.author.empty()))
    findings.add("F1327", fields.where("state"), {{"item", item.id}});
}

// Of a question with options each option says why and by whom; a source of the whole then stands for those that name none.
void ItemReader::read_whole() {
  const bool chosen = item.kind == ItemKind::one || item.kind == ItemKind::several;
  if (!chosen) item.why = fields.text("why", Need::required, most_why_words);
  item.source = read_item_source(fields, chosen ? Need::optional : Need::required);
}

ItemOption ItemReader::read_option(Fields& one) {
  ItemOption option;
  option.where = one.where();
  option.id = one.id("id");
  option.text = one.text("text", Need::required, most_option_words);
  read_rightness(one, option);
  option.danger = one.id("danger", Need::optional);
  if (!option.danger.empty()) check_word("harm", option.danger, context.vocabulary.harms, one.where("danger"), findings);
  option.why = one.text("why", Need::required, most_why_words);
  option.source = read_item_source(one, item.source.id.empty() ? Need::required : Need::optional);
  if (option.source.id.empty()) option.source = item.source;
  one.finish();
  return option;
}

void ItemReader::read_options() {
  for (Fields& one : fields.maps("options"))
    item.options.push_back(read_option(one));
  check_count(fields, "options", item.options.size(), {2, 10});
}

void ItemReader::read_zones() {
  reading::read_zones(fields, item);
  for (const ItemOption& zone : item.options)
    if (!zone.danger.empty()) check_word("harm", zone.danger, context.vocabulary.harms, zone.where, findings);
  check_shapes(item, context);
}

void ItemReader::read_kind() {
  switch (item.kind) {
  case ItemKind::one:
  case ItemKind::several:
    return read_options();
  case ItemKind::order:
    return read_parts(fields, "items", item.options);
  case ItemKind::match:
    read_parts(fields, "left", item.options);
    read_parts(fields, "right", item.targets);
    return read_pairs(fields, item);
  case ItemKind::number:
    return read_number(fields, item);
  case ItemKind::copy:
    item.copied = fields.written("answer");
    return check_copied(fields, item);
  case ItemKind::hotspot:
    return read_zones();
  case ItemKind::phrase:
    return read_phrases(fields, item);
  }
}

} // namespace

ItemDefaults read_defaults(Fields& fields) {
  using model::ItemState;
  ItemDefaults defaults;
  defaults.state = fields.choice<ItemState>("state", {{"draft", ItemState::draft}, {"reviewed", ItemState::reviewed}}, ItemState::draft);
  defaults.review_by = fields.date("review-by", DateUse::review, Need::optional);
  defaults.exposure = fields.whole("exposure", {0, 1'000'000}, 0);
  fields.finish();
  return defaults;
}

Item read_item(Fields& fields, const ItemContext& context) {
  ItemReader reader{fields, context, fields.findings(), {}};
  reader.read_head();
  reader.read_review();
  if (!fields.node().find("kind")) return std::move(reader.item); // what its other keys mean cannot be known
  reader.read_whole();
  reader.read_kind();
  fields.finish();
  reader.item.version = item_version(reader.item);
  return std::move(reader.item);
}

} // namespace firsthand::reading
