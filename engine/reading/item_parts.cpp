// The parts of single kinds of question: amounts with units, pairs, rows of phrases, shapes in a picture.
#include "engine/reading/item_parts.h"

#include "engine/base/utf8.h"
#include "engine/reading/item.h"
#include "engine/reading/picture.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace firsthand::reading {
namespace {

using model::Id;
using model::Item;
using model::ItemOption;

constexpr int most_part_words = 25;
constexpr std::int64_t thousandth = model::quanta_per_unit / 1000;

struct KnownUnit {
  const char* word;
  bool time;          // else an amount of data
  std::int64_t parts; // seconds or bytes
};
constexpr KnownUnit known_units[] = {{"s", true, 1},  {"min", true, 60},   {"h", true, 3600},        {"d", true, 86400},
                                     {"B", false, 1}, {"kB", false, 1000}, {"MB", false, 1'000'000}, {"GB", false, 1'000'000'000}};

const KnownUnit* known_unit(std::string_view word) {
  for (const KnownUnit& unit : known_units)
    if (word == unit.word) return &unit;
  return nullptr;
}

std::string words_of(const std::vector<model::ItemUnit>& units) {
  std::string all;
  for (const model::ItemUnit& unit : units)
    all += (all.empty() ? "" : ", ") + unit.id;
  return all.empty() ? "no unit" : all;
}

// Times, or amounts of data, or one word that stands alone.
void read_units(Fields& fields, Item& item) {
  const model::Node* node = fields.any("units", Need::optional);
  if (!node) return;
  std::vector<bool> times;
  for (const model::Node& one : node->kind == model::Node::Kind::list ? node->items : std::vector<model::Node>{*node}) {
    const KnownUnit* known = known_unit(one.text);
    if (known) times.push_back(known->time);
    item.number.units.push_back({one.text, known ? known->parts * 1000 : 1000});
  }
  const bool alike =
      times.size() == item.number.units.size() && std::adjacent_find(times.begin(), times.end(), std::not_equal_to()) == times.end();
  const bool alone = item.number.units.size() == 1 && parse_quantity("1 " + item.number.units[0].id);
  if (!alike && !alone) fields.findings().add("F1308", node->where, {{"units", words_of(item.number.units)}});
}

void tell_no_amount(Fields& fields, const char* key, const std::string& text, const Item& item) {
  const auto& units = item.number.units;
  fields.findings().add(
      "F1307", fields.where(key),
      {{"text", text}, {"units", words_of(units)}, {"example", units.empty() ? std::string("2.5") : "2.5 " + units.front().id}});
}

std::optional<std::int64_t> read_amount(Fields& fields, const char* key, const Item& item, Need need) {
  const std::string text = fields.plain(key, need);
  if (text.empty()) return std::nullopt;
  const auto amount = amount_in(text, item);
  if (!amount) tell_no_amount(fields, key, text, item);
  return amount;
}

// A wrong amount that counts as right: its reason is never told.
void check_near(Fields& one, std::int64_t amount, std::int64_t answer, const Item& item) {
  if (std::max(amount, answer) - std::min(amount, answer) <= item.number.tolerance)
    one.findings().add("F1315", one.where("answer"), {{"text", one.plain("answer")}});
}

std::vector<Id> ids_of(const std::vector<ItemOption>& options) {
  std::vector<Id> ids;
  for (const ItemOption& one : options)
    ids.push_back(one.id);
  return ids;
}

// A thing that has one text only: its translations are found by its own path.
model::Text only_text(Fields& one, const char* key) {
  model::Text text = one.text(key, Need::required, most_part_words);
  if (text.path.empty()) return text;
  text.path = one.path();
  one.findings().texts.back().path = text.path;
  return text;
}

// {x, y, w, h} or {cx, cy, r}.
model::ItemShape read_shape(Fields& zone) {
  Fields shape = zone.map("shape");
  constexpr Whole anywhere{0, 100'000}, some{1, 100'000};
  model::ItemShape read;
  if (shape.has("r") || shape.has("cx")) {
    read.kind = model::ItemShape::Kind::circle;
    read.x = shape.whole("cx", anywhere), read.y = shape.whole("cy", anywhere), read.radius = shape.whole("r", some);
  } else {
    read.x = shape.whole("x", anywhere), read.y = shape.whole("y", anywhere);
    read.width = shape.whole("w", some), read.height = shape.whole("h", some);
  }
  shape.finish();
  return read;
}

void read_accepted(Fields& fields, Item& item) {
  const std::vector<Id> phrases = ids_of(item.options);
  const model::Node* rows = fields.any("accepted");
  for (const model::Node& row : rows ? rows->items : std::vector<model::Node>()) {
    item.phrases.push_back(read_ids(row, fields.findings()));
    for (const Id& id : item.phrases.back())
      if (std::find(phrases.begin(), phrases.end(), id) == phrases.end())
        fields.findings().unknown("F1306", fields.findings().place_of(row.where, id), {{"id", id}, {"key", "phrases"}}, id, phrases);
  }
  if (rows && item.phrases.empty()) fields.findings().add("F0204", rows->where, {{"key", "accepted"}});
}

} // namespace

std::optional<std::int64_t> amount_in(std::string_view text, const Item& item) {
  const auto read = parse_quantity(text);
  if (!read) return std::nullopt;
  const auto& units = item.number.units;
  if (units.empty()) return read->unit.empty() ? std::optional(read->quanta / thousandth) : std::nullopt;
  const std::size_t space = text.find(' ');
  const std::string_view written = space == text.npos ? "" : text.substr(space + 1);
  const auto fits = [&](const model::ItemUnit& unit) { return unit.id == written; };
  const KnownUnit *known = known_unit(written), *first = known_unit(units[0].id);
  const bool same_kind = known && first && known->time == first->time;
  if (!same_kind && std::none_of(units.begin(), units.end(), fits)) return std::nullopt;
  const KnownUnit* told = known_unit(read->unit); // MB and GB are read as kB
  return read->quanta / thousandth * (told ? told->parts : 1);
}

void read_number(Fields& fields, Item& item) {
  read_units(fields, item);
  const auto answer = read_amount(fields, "answer", item, Need::required);
  item.number.answer = answer.value_or(0);
  item.number.tolerance = read_amount(fields, "tolerance", item, Need::optional).value_or(0);
  if (item.number.tolerance < 0) tell_no_amount(fields, "tolerance", fields.plain("tolerance"), item);
  for (Fields& one : fields.maps("near", Need::optional)) {
    const auto amount = read_amount(one, "answer", item, Need::required);
    if (amount && answer) check_near(one, *amount, *answer, item);
    item.number.near.push_back({amount.value_or(0), one.text("why", Need::required, 40)});
    one.finish();
  }
}

void check_copied(Fields& fields, const Item& item) {
  const std::size_t count = base::count_code_points(item.copied);
  const bool blank = item.copied.starts_with(' ') || item.copied.ends_with(' ');
  if (!fields.has("answer") || (count > 0 && count <= model::most_copied_signs && !blank)) return;
  fields.findings().add("F1316", fields.where("answer"),
                        {{"count", fmt::format("{}", count)}, {"most", fmt::format("{}", model::most_copied_signs)}});
}

void read_pairs(Fields& fields, Item& item) {
  const std::vector<Id> left = ids_of(item.options), right = ids_of(item.targets);
  Fields pairs = fields.map("pairs");
  item.pairs.resize(left.size());
  for (const model::Node::Pair& pair : pairs.node().pairs) {
    const auto at = std::find(left.begin(), left.end(), pair.key);
    const Id to = pairs.id(pair.key);
    if (at == left.end())
      fields.findings().unknown("F1306", pair.where, {{"id", pair.key}, {"key", "left"}}, pair.key, left);
    else if (!to.empty() && std::find(right.begin(), right.end(), to) == right.end())
      fields.findings().unknown("F1306", pair.value.where, {{"id", to}, {"key", "right"}}, to, right);
    else
      item.pairs[static_cast<std::size_t>(at - left.begin())] = to;
  }
  for (std::size_t i = 0; i < left.size(); ++i)
    if (fields.has("pairs") && item.pairs[i].empty() && !pairs.has(left[i]))
      fields.findings().add("F1309", fields.where("pairs"), {{"id", left[i]}});
}

void check_count(Fields& fields, const char* key, std::size_t count, Whole range) {
  const auto number = static_cast<int>(count);
  if (!fields.has(key) || (number >= range.least && number <= range.most)) return;
  fields.findings().add("F1302", fields.where(key),
                        {{"key", key},
                         {"count", fmt::format("{}", count)},
                         {"least", fmt::format("{}", range.least)},
                         {"most", fmt::format("{}", range.most)}});
}

void read_rightness(Fields& one, ItemOption& option) {
  option.right = one.yes_no("right", false);
  const std::string position = one.plain("position", Need::optional);
  if (position.empty()) return;
  const std::size_t slash = position.find('/');
  if (slash == 0 || slash == position.npos || slash + 1 == position.size() || option.right)
    return one.findings().add("F1305", one.where("position"), {{"text", position}});
  option.question = position.substr(0, slash);
  option.answer = position.substr(slash + 1);
}

void read_parts(Fields& fields, const char* key, std::vector<ItemOption>& parts) {
  for (Fields& one : fields.maps(key)) {
    ItemOption part;
    part.where = one.where();
    part.id = one.id("id");
    part.text = only_text(one, "text");
    one.finish();
    parts.push_back(std::move(part));
  }
  check_count(fields, key, parts.size(), {2, 12});
}

void read_phrases(Fields& fields, Item& item) {
  read_parts(fields, "phrases", item.options);
  read_accepted(fields, item);
}

void read_zones(Fields& fields, Item& item) {
  for (Fields& one : fields.maps("zones")) {
    ItemOption zone;
    zone.where = one.where();
    zone.id = one.id("id");
    zone.text = only_text(one, "label");
    zone.danger = one.id("danger", Need::optional);
    read_rightness(one, zone);
    zone.shape = read_shape(one);
    one.finish();
    item.options.push_back(std::move(zone));
  }
  check_count(fields, "zones", item.options.size(), {2, 20});
}

void check_shapes(const Item& item, const ItemContext& context) {
  const auto file = item.picture.empty() ? std::nullopt : context.gather.open(item.picture);
  if (!file) return;
  PictureMeasure picture;
  model::Findings told; // by Gather::picture
  if (!check_svg(context.gather.used[*file].bytes, *file, told, &picture)) return;
  for (const ItemOption& zone : item.options) {
    const model::ItemShape& shape = zone.shape;
    const bool circle = shape.kind == model::ItemShape::Kind::circle;
    const int right = shape.x + (circle ? shape.radius : shape.width), bottom = shape.y + (circle ? shape.radius : shape.height);
    const bool out = right > picture.width || bottom > picture.height || (circle && (shape.x < shape.radius || shape.y < shape.radius));
    if (out)
      context.gather.findings.add(
          "F1312", zone.where,
          {{"zone", zone.id}, {"width", fmt::format("{}", picture.width)}, {"height", fmt::format("{}", picture.height)}});
  }
}

} // namespace firsthand::reading
