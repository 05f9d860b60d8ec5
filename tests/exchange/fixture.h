// What the tests of exchange share: files beside them, and an item told so that a person can compare it.
#pragma once

#include "engine/exchange/amount.h"
#include "engine/exchange/exchange.h"

#include <fmt/format.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace firsthand::exchange {

inline std::string fixture_path(const std::string& name) { return std::string(FIRSTHAND_SOURCE) + "/tests/exchange/fixtures/" + name; }

inline std::string fixture(const std::string& name) {
  std::ostringstream bytes;
  bytes << std::ifstream(fixture_path(name), std::ios::binary).rdbuf();
  return bytes.str();
}

inline std::string in_one_line(const std::string& text) {
  std::string out;
  for (const char c : text)
    out += c == '\n' ? std::string("\\n") : std::string(1, c);
  return out;
}

inline std::string told_source(const model::ItemSource& source) {
  return source.id.empty() ? "" : fmt::format(" [{}{}{}]", source.id, source.section.empty() ? "" : " ", source.section);
}

inline std::string told_option(const model::ItemOption& one) {
  std::string out = fmt::format("  {}{} \"{}\"", one.right ? "*" : "", one.id, in_one_line(one.text.source));
  if (!one.question.empty()) out += fmt::format(" {}/{}", one.question, one.answer);
  if (!one.danger.empty()) out += " !" + one.danger;
  if (!one.why.empty()) out += fmt::format(": {}", in_one_line(one.why.source));
  return out + told_source(one.source) + "\n";
}

inline std::string told_parts(const model::Item& item) {
  std::string out;
  for (const model::ItemOption& one : item.options)
    out += told_option(one);
  for (const model::ItemOption& one : item.targets)
    out += "  ->" + told_option(one);
  for (std::size_t i = 0; i < item.pairs.size(); ++i)
    out += fmt::format("  {} -> {}\n", item.options[i].id, item.pairs[i]);
  for (const auto& row : item.phrases) {
    out += "  accepted";
    for (const model::Id& id : row)
      out += " " + id;
    out += "\n";
  }
  if (item.kind == model::ItemKind::copy) out += fmt::format("  answer \"{}\"\n", item.copied);
  return out;
}

inline std::string told_number(const model::Item& item) {
  const auto amount = [&](std::int64_t one) { return amount_with_unit(one, item.number); };
  std::string out = fmt::format("  answer {} ± {}\n", amount(item.number.answer), amount(item.number.tolerance));
  for (const model::ItemUnit& unit : item.number.units)
    out += fmt::format("  unit {}\n", unit.id);
  for (const model::ItemNear& near : item.number.near)
    out += fmt::format("  near {}: {}\n", amount(near.amount), in_one_line(near.why.source));
  return out;
}

// Everything of an item that travels by any form.
inline std::string told_item(const model::Item& item) {
  std::string out = fmt::format("{} {}", model::item_kind_word(item.kind), item.id);
  if (!item.competency.empty()) out += " of " + item.competency;
  if (!item.twins.empty()) out += " twins " + item.twins;
  if (item.anchor) out += " anchor";
  for (const model::Id& question : item.depends)
    out += " depends " + question;
  out += fmt::format(": {}\n", in_one_line(item.stem.source));
  out += item.kind == model::ItemKind::number ? told_number(item) : told_parts(item);
  if (!item.why.empty() || !item.source.id.empty())
    out += fmt::format("  why: {}{}\n", in_one_line(item.why.source), told_source(item.source));
  return out;
}

// All that comes of a file: its items, each with what was lost, and what was not taken and why.
inline std::string told_reading(const ItemsRead& read) {
  std::string out;
  for (const model::Item& item : read.items)
    out += fmt::format("line {}: {}", item.where.line, told_item(item));
  for (const Remark& remark : read.remarks)
    out += told(remark, "file") + "\n";
  return out;
}

// Compared with the file beside the fixture; FIRSTHAND_BLESS=1 renews it, to be read before it is committed.
inline std::string kept_reading(const std::string& name, const std::string& now) {
  if (std::getenv("FIRSTHAND_BLESS")) std::ofstream(fixture_path(name), std::ios::binary) << now;
  return fixture(name);
}

inline std::string remarks_of(const ItemsRead& read) {
  std::string all;
  for (const Remark& remark : read.remarks)
    all += told(remark, "f") + "\n";
  return all;
}

} // namespace firsthand::exchange
