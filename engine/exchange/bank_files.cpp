// Writes what reading reads. Every text stands in quotes unless it is a plain word, so that no sign of it means anything.
#include "engine/exchange/bank_files.h"

#include "engine/exchange/amount.h"
#include "engine/exchange/plain_text.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <map>

namespace firsthand::exchange {

namespace {

using model::Item;
using model::ItemKind;
using model::ItemOption;

std::string yaml_quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text)
    if (c == '"' || c == '\\')
      out += std::string("\\") + c;
    else if (c == '\n')
      out += "\\n";
    else if (c == '\t')
      out += "\\t";
    else
      out += c;
  return out + "\"";
}

// Words like these are something else to YAML.
bool is_yaml_word(const std::string& text) {
  constexpr std::string_view others[] = {"yes", "no", "true", "false", "on", "off", "null", "y", "n"};
  return is_id(text) && std::find(std::begin(others), std::end(others), text) == std::end(others);
}

std::string yaml_text(const std::string& text) { return is_yaml_word(text) ? text : yaml_quoted(text); }

std::string yaml_source(const model::ItemSource& source) {
  return yaml_text(source.section.empty() ? source.id : source.id + " " + clean(source.section));
}

class ItemYaml {
 public:
  explicit ItemYaml(const Item& item) : item_(item) {}

  std::string write() {
    out_ = fmt::format("- id: {}\n", item_.id);
    line("kind", model::item_kind_word(item_.kind));
    if (!item_.competency.empty()) line("competency", item_.competency);
    if (!item_.twins.empty()) line("twins", yaml_text(item_.twins));
    if (item_.anchor) line("anchor", "yes");
    if (!item_.depends.empty()) line("depends", fmt::format("[{}]", fmt::join(item_.depends, ", ")));
    text("stem", item_.stem.source);
    write_kind();
    text("why", item_.why.source);
    if (!item_.source.id.empty()) line("source", yaml_source(item_.source));
    return std::move(out_);
  }

 private:
  void line(std::string_view key, std::string_view value) { out_ += fmt::format("  {}: {}\n", key, value); }
  void text(std::string_view key, const std::string& words) {
    if (!words.empty()) line(key, yaml_quoted(clean(words)));
  }

  void write_kind() {
    switch (item_.kind) {
    case ItemKind::one:
    case ItemKind::several:
      return write_options();
    case ItemKind::order:
      return write_parts("items", item_.options);
    case ItemKind::match:
      return write_match();
    case ItemKind::number:
      return write_number();
    case ItemKind::copy:
      return line("answer", yaml_quoted(clean(item_.copied)));
    case ItemKind::phrase:
      return write_phrases();
    case ItemKind::hotspot:
      return; // no form brings one
    }
  }

  void write_options() {
    out_ += "  options:\n";
    for (const ItemOption& one : item_.options) {
      out_ += fmt::format("  - id: {}\n    text: {}\n", yaml_text(one.id), yaml_quoted(clean(one.text.source)));
      if (one.right) out_ += "    right: yes\n";
      if (!one.question.empty()) out_ += fmt::format("    position: {}\n", yaml_quoted(one.question + "/" + one.answer));
      if (!one.danger.empty()) out_ += fmt::format("    danger: {}\n", one.danger);
      if (!one.why.empty()) out_ += fmt::format("    why: {}\n", yaml_quoted(clean(one.why.source)));
      if (!one.source.id.empty()) out_ += fmt::format("    source: {}\n", yaml_source(one.source));
    }
  }

  void write_parts(std::string_view key, const std::vector<ItemOption>& parts) {
    out_ += fmt::format("  {}:\n", key);
    for (const ItemOption& one : parts)
      out_ += fmt::format("  - {{id: {}, text: {}}}\n", yaml_text(one.id), yaml_quoted(clean(one.text.source)));
  }

  void write_match() {
    write_parts("left", item_.options);
    write_parts("right", item_.targets);
    out_ += "  pairs:\n";
    for (std::size_t i = 0; i < item_.options.size() && i < item_.pairs.size(); ++i)
      out_ += fmt::format("    {}: {}\n", yaml_text(item_.options[i].id), yaml_text(item_.pairs[i]));
  }

  void write_number() {
    const model::ItemNumber& number = item_.number;
    line("answer", yaml_quoted(amount_with_unit(number.answer, number)));
    line("tolerance", yaml_quoted(amount_with_unit(number.tolerance, number)));
    std::vector<std::string> units;
    for (const model::ItemUnit& unit : number.units)
      units.push_back(yaml_text(unit.id));
    if (!units.empty()) line("units", fmt::format("[{}]", fmt::join(units, ", ")));
    if (!number.near.empty()) out_ += "  near:\n";
    for (const model::ItemNear& near : number.near)
      out_ += fmt::format("  - {{answer: {}, why: {}}}\n", yaml_quoted(amount_with_unit(near.amount, number)),
                          yaml_quoted(clean(near.why.source)));
  }

  void write_phrases() {
    write_parts("phrases", item_.options);
    out_ += "  accepted:\n";
    for (const std::vector<model::Id>& row : item_.phrases)
      out_ += fmt::format("  - [{}]\n", fmt::join(row, ", "));
  }

  const Item& item_;
  std::string out_;
};

std::string bank_head(const model::Bank& bank) {
  std::string out = "# Drafts: nobody has reviewed them. `firsthand check` says what is missing.\n";
  out += fmt::format("bank: {}\nformat: {}\nlanguage: {}\n", bank.id, bank.format, bank.language);
  out += fmt::format("use: {}\n", bank.use == model::BankUse::measure ? "measure" : "practice");
  out += fmt::format("title: {}\n", yaml_quoted(clean(bank.title.source)));
  if (!bank.summary.empty()) out += fmt::format("summary: {}\n", yaml_quoted(clean(bank.summary.source)));
  return out + "defaults: {state: draft}\n";
}

} // namespace

std::vector<BankFile> bank_files(const model::Bank& bank) {
  std::vector<BankFile> files{{"bank.yaml", bank_head(bank)}};
  std::map<std::string, std::string> items;
  for (const Item& item : bank.items) {
    std::string& file = items[item.competency.empty() ? "imported" : item.competency];
    file += (file.empty() ? "items:\n" : "\n") + ItemYaml(item).write();
  }
  for (auto& [name, bytes] : items)
    files.push_back({fmt::format("items/{}.yaml", name), std::move(bytes)});
  return files;
}

} // namespace firsthand::exchange
