// One tag says one thing; a number is the place of an option, 0 the whole question.
#include "engine/exchange/tags.h"

#include "engine/base/utf8.h"

#include <charconv>
#include <fmt/format.h>

namespace firsthand::exchange {

namespace {

using model::Item;
using model::ItemOption;
using model::ItemSource;

constexpr std::size_t longest_tag = 50; // Moodle cuts the rest

struct TagWriter {
  Losses& losses;
  std::vector<std::string> tags;

  void add(std::string_view word, std::string_view value) {
    if (value.empty()) return;
    std::string tag = fmt::format("fh:{} {}", word, value);
    if (base::count_code_points(tag) > longest_tag || tag.find_first_of("[]\\\n,") != tag.npos)
      losses.add(fmt::format("the {} \"{}\", which no tag can hold", word.substr(0, word.find(' ')), value));
    else
      tags.push_back(std::move(tag));
  }
  void add(std::string_view word, std::size_t place, std::string_view value) { add(fmt::format("{} {}", word, place), value); }
  void add_source(std::size_t place, const ItemSource& source) {
    add("source", place, source.section.empty() ? source.id : source.id + " " + clean(source.section));
  }
  void add_option(std::size_t place, const ItemOption& option) {
    if (option.id != option_id(place)) add("option", place, option.id);
    if (!option.question.empty()) add("position", place, option.question + "/" + option.answer);
    add("danger", place, option.danger);
    add_source(place, option.source);
  }
};

struct TagReader {
  Item& item;
  Losses& losses;

  ItemOption* option_at(std::size_t place) { return place >= 1 && place <= item.options.size() ? &item.options[place - 1] : nullptr; }

  // Known words change the item; what names an option that is not there, or no word of ours, is told.
  bool take(std::string_view word, std::string_view value) {
    if (word == "twins" && is_id(value)) return item.twins = value, true;
    if (word == "depends") return item.depends.emplace_back(value), true;
    if (word == "anchor") return item.anchor = true;
    std::size_t place = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), place);
    if (error != std::errc() || end + 1 >= value.data() + value.size() || *end != ' ') return false;
    value.remove_prefix(static_cast<std::size_t>(end - value.data()) + 1);
    return take_at(word, place, value);
  }
  bool take_at(std::string_view word, std::size_t place, std::string_view value) {
    if (word == "source") return take_source(place, value);
    if (word == "target") return place >= 1 && place <= item.targets.size() && is_id(value) && rename_target(place - 1, value);
    ItemOption* option = option_at(place);
    if (!option) return false;
    const std::size_t slash = value.find('/');
    if (word == "option" && is_id(value)) return option->id = value, true;
    if (word == "danger" && is_id(value)) return option->danger = value, true;
    if (word != "position" || slash == 0 || slash >= value.size() - 1) return false;
    option->question = value.substr(0, slash), option->answer = value.substr(slash + 1);
    option->right = false; // the doctrine says so
    return true;
  }
  bool take_source(std::size_t place, std::string_view value) {
    const std::size_t space = std::min(value.find(' '), value.size());
    const ItemSource source{std::string(value.substr(0, space)), std::string(value.substr(std::min(space + 1, value.size())))};
    if (place == 0) return item.source = source, true;
    ItemOption* option = option_at(place);
    if (option) option->source = source;
    return option != nullptr;
  }
  bool rename_target(std::size_t at, std::string_view id) {
    for (model::Id& pair : item.pairs)
      if (pair == item.targets[at].id) pair = "\n" + std::string(id); // so that no later name is taken for it
    item.targets[at].id = id;
    return true;
  }
};

} // namespace

std::vector<std::string> tags_of(const Item& item, Losses& losses) {
  TagWriter writer{losses, {}};
  writer.add("twins", item.twins);
  for (const model::Id& question : item.depends)
    writer.add("depends", question);
  if (item.anchor) writer.add("anchor", "yes");
  writer.add_source(0, item.source);
  for (std::size_t i = 0; i < item.options.size(); ++i)
    writer.add_option(i + 1, item.options[i]);
  for (std::size_t i = 0; i < item.targets.size(); ++i)
    if (item.targets[i].id != option_id(i + 1)) writer.add("target", i + 1, item.targets[i].id);
  return std::move(writer.tags);
}

void take_tags(const std::vector<std::string>& tags, Item& item, Losses& losses) {
  TagReader reader{item, losses};
  for (const std::string& tag : tags) {
    const std::string_view rest = std::string_view(tag).starts_with("fh:") ? std::string_view(tag).substr(3) : "";
    const std::size_t space = std::min(rest.find(' '), rest.size());
    if (space == rest.size() || !reader.take(rest.substr(0, space), rest.substr(space + 1))) losses.add(fmt::format("the tag \"{}\"", tag));
  }
  for (model::Id& pair : item.pairs)
    if (pair.starts_with('\n')) pair.erase(0, 1);
}

} // namespace firsthand::exchange
