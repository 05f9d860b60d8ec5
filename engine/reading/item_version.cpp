// The version of a question: a digest over what is asked and what is right, every text behind its length.
#include "engine/reading/bank.h"

#include <fmt/format.h>

namespace firsthand::reading {
namespace {

using model::Item;

struct ItemDigest {
  std::string bytes = "firsthand-item-1\n";

  ItemDigest& add(std::string_view text) {
    bytes.append(fmt::format_int(text.size()).c_str()).append(1, ':').append(text);
    return *this;
  }
  ItemDigest& add(std::int64_t number) { return add(std::string_view(fmt::format_int(number).c_str())); }
  ItemDigest& add(const std::vector<model::ItemOption>& options) {
    add(static_cast<std::int64_t>(options.size()));
    for (const model::ItemOption& one : options) {
      add(one.id).add(one.text.source).add(std::int64_t{one.right}).add(one.question).add(one.answer).add(one.danger);
      add(static_cast<std::int64_t>(one.shape.kind)).add(one.shape.x).add(one.shape.y);
      add(one.shape.width).add(one.shape.height).add(one.shape.radius);
    }
    return *this;
  }
  ItemDigest& add(const std::vector<model::Id>& ids) {
    add(static_cast<std::int64_t>(ids.size()));
    for (const model::Id& id : ids)
      add(id);
    return *this;
  }
  ItemDigest& add(int number) { return add(std::int64_t{number}); }
};

} // namespace

std::string item_version(const Item& item) {
  ItemDigest digest;
  digest.add(model::item_kind_word(item.kind)).add(item.competency).add(item.stem.source).add(name_of(item.picture));
  digest.add(item.options).add(item.targets).add(item.pairs);
  digest.add(item.number.answer).add(item.number.tolerance).add(static_cast<std::int64_t>(item.number.units.size()));
  for (const model::ItemUnit& unit : item.number.units)
    digest.add(unit.id).add(unit.scale);
  digest.add(item.copied).add(static_cast<std::int64_t>(item.phrases.size()));
  for (const std::vector<model::Id>& row : item.phrases)
    digest.add(row);
  return crypto::sha256(digest.bytes).hex().substr(0, 8);
}

} // namespace firsthand::reading
