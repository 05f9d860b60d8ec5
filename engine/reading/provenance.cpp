// See provenance.h. Decision 9 says why these keys and no others.
#include "engine/reading/provenance.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace firsthand::reading {

namespace {

// `opened` is the day on which somebody read it; in format 1 it was yes or no.
void read_opened_day(model::Source& source, Fields& fields) {
  const model::Node* node = fields.any("opened", Need::optional);
  if (!node) return;
  if (is_date(node->text)) {
    fields.needs_format_2("opened");
    source.opened_on = fields.date("opened", DateUse::edition);
    source.opened = true;
  } else {
    source.opened = fields.yes_no("opened", false);
  }
}

struct ToldNumber {
  const char* key; // that has it
  std::string number;
};

// The first number that the rule goes by or tells, as it is written.
std::optional<ToldNumber> number_of_rule(const model::Rule& rule, const Fields& fields) {
  if (rule.within != base::never)
    if (const model::Node* within = fields.node().find("within")) return ToldNumber{"within", within->text};
  const std::pair<const char*, const model::Text*> texts[] = {
      {"title", &rule.title}, {"why", &rule.why}, {"instead", &rule.instead}, {"well", &rule.well}, {"asked", &rule.asked}};
  for (const auto& [key, text] : texts) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto first = std::find_if(text->source.begin(), text->source.end(), is_digit);
    if (first != text->source.end()) return ToldNumber{key, std::string(first, std::find_if_not(first, text->source.end(), is_digit))};
  }
  return std::nullopt;
}

void check_numbers_of_rule(const model::Rule& rule, const Fields& fields) {
  const std::optional<ToldNumber> told = number_of_rule(rule, fields);
  if (told && rule.numbers == model::Numbers::unsaid)
    fields.findings().add("F0510", fields.where(told->key), {{"rule", rule.id}, {"number", told->number}});
}

} // namespace

model::Source read_source(const model::Id& id, Fields& fields) {
  using model::Confidence;
  model::Source source;
  source.id = id;
  source.where = fields.where();
  source.title = fields.text("title");
  for (const char* key : {"publisher", "section", "address", "supports"})
    fields.needs_format_2(key);
  source.publisher = fields.written("publisher", Need::optional);
  source.edition = fields.date("edition", DateUse::edition, Need::optional);
  source.section = fields.written("section", Need::optional);
  source.address = fields.written("address", Need::optional);
  source.supports = fields.text("supports", Need::optional);
  read_opened_day(source, fields);
  source.review_by = fields.date("review-by", DateUse::review);
  source.confidence =
      fields.choice<Confidence>("confidence", {{"low", Confidence::low}, {"medium", Confidence::medium}, {"high", Confidence::high}});
  source.verified_by = fields.plain("verified-by", Need::optional);
  fields.finish();
  return source;
}

std::vector<model::Id> gaps_of(const model::Source& source, const std::string& section_of_rule) {
  std::vector<model::Id> gaps;
  if (!source.verified_by.empty()) return gaps;
  const auto ask = [&gaps](const char* key, bool there) {
    if (!there) gaps.emplace_back(key);
  };
  ask("publisher", !source.publisher.empty());
  ask("edition", !source.edition.empty());
  ask("section", !source.section.empty() || !section_of_rule.empty());
  ask("address", !source.address.empty());
  ask("opened", !source.opened_on.empty());
  ask("supports", !source.supports.empty());
  return gaps;
}

void check_provenance(model::Rule& rule, const model::Source& source, const Fields& fields) {
  const std::vector<model::Id> gaps = gaps_of(source, rule.section);
  const int format = fields.findings().format_at(rule.where);
  if (format > 1) check_numbers_of_rule(rule, fields);
  if (rule.severity != model::Severity::fatal) return;
  const bool trusted = (source.opened && source.confidence == model::Confidence::high) || !source.verified_by.empty();
  const auto tell = [&](const char* code) {
    fields.findings().add(code, fields.where("source"),
                          {{"rule", rule.id}, {"source", source.id}, {"gaps", fmt::format("{}", fmt::join(gaps, ", "))}});
  };
  if (!trusted) return fields.findings().add("F0504", fields.where("source"), {{"rule", rule.id}, {"source", source.id}});
  if (gaps.empty()) return;
  tell(format > 1 ? "F0509" : "F0511");
  if (format == 1) rule.severity = model::Severity::major;
}

} // namespace firsthand::reading
