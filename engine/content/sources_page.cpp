// See sources_page.h.
#include "engine/content/sources_page.h"

#include "engine/reading/provenance.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace firsthand::content {

namespace {

// A source that several doctrines share is told once, with every rule that rests on it.
struct CitedSource {
  const model::Source* source = nullptr;
  std::vector<std::pair<std::string, std::string>> rules; // in words, and the profiles that have it
};

const char* severity_of(const model::Rule& rule) {
  if (rule.severity == model::Severity::fatal) return "fatal";
  return rule.severity == model::Severity::major ? "major" : "minor";
}

const char* confidence_of(const model::Source& source) {
  if (source.confidence == model::Confidence::high) return "high";
  return source.confidence == model::Confidence::medium ? "medium" : "low";
}

std::string rule_words(const model::Rule& rule) {
  std::string words = fmt::format("`{}` ({}", rule.id, severity_of(rule));
  if (rule.law) words += ", under your law";
  if (rule.numbers == model::Numbers::training_value) words += ", its numbers are training values";
  if (!rule.section.empty()) words += ", section " + rule.section;
  return words + ")";
}

void add_rule(CitedSource& cited, std::string words, const model::Id& doctrine) {
  for (auto& [rule, profiles] : cited.rules)
    if (rule == words) return void(profiles += ", " + doctrine);
  cited.rules.emplace_back(std::move(words), doctrine);
}

using CitedSources = std::map<std::string, CitedSource>; // by key and title: another of the same key stands by itself

void cite(CitedSources& all, const model::Doctrine& doctrine) {
  for (const model::Source& source : doctrine.sources) {
    CitedSource& cited = all[source.id + "\n" + source.title.source];
    cited.source = &source;
    for (const model::Rule& rule : doctrine.rules)
      if (rule.source == source.id) add_rule(cited, rule_words(rule), doctrine.id);
  }
}

std::string row(const char* what, const std::string& value) {
  return fmt::format("| {} | {} |\n", what, value.empty() ? "*not looked up*" : value);
}

std::string told(const CitedSource& cited) {
  const model::Source& s = *cited.source;
  std::string page = fmt::format("## {}\n\n| | |\n|---|---|\n", s.id);
  page += row("title", s.title.source) + row("publisher", s.publisher) + row("edition", s.edition) + row("section", s.section);
  page += row("address", s.address) + row("opened", s.opened_on) + row("supports exactly", s.supports.source) +
          row("confidence", confidence_of(s));
  if (!s.verified_by.empty()) page += row("confirmed by", s.verified_by);
  page += "\n";
  for (const auto& [rule, profiles] : cited.rules)
    page += fmt::format("- {}: {}\n", rule, profiles);
  if (cited.rules.empty()) page += "No rule rests on it yet.\n";
  return page + "\n";
}

} // namespace

std::string sources_page(std::span<const model::Doctrine> doctrines) {
  CitedSources all;
  for (const model::Doctrine& doctrine : doctrines)
    cite(all, doctrine);
  std::string page = "# Sources\n\nMade by `firsthand check --sources scenarios`; a test compares it. It lists every source of every "
                     "doctrine profile, what exactly\n"
                     "it supports, and the rules that rest on it.\n\n**Draft: nobody of the field has reviewed it.** *Not looked up* means "
                     "that; a rule on such a "
                     "source is at most major, until an\nagency adds what is missing or gives its word.\n\n";
  for (const auto& [key, cited] : all)
    page += told(cited);
  page.pop_back();
  return page;
}

} // namespace firsthand::content
