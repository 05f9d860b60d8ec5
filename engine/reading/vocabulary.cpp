// Reads the shared words.
#include "engine/reading/vocabulary.h"

#include <algorithm>

namespace firsthand::reading {
namespace {

Vocabulary::Words read_meanings(Fields& fields, std::string_view key) {
  Vocabulary::Words words;
  Fields list = fields.map(key, Need::optional);
  for (const model::Node::Pair& pair : list.node().pairs) {
    if (!is_word(pair.key)) list.findings().add("F0206", pair.where, {{"word", pair.key}});
    words.emplace_back(pair.key, list.text(pair.key));
  }
  return words;
}

Vocabulary::Values read_values(Fields& fields, std::string_view key) {
  Vocabulary::Values values;
  Fields list = fields.map(key, Need::optional);
  for (const model::Node::Pair& pair : list.node().pairs) {
    if (!is_word(pair.key)) list.findings().add("F0206", pair.where, {{"word", pair.key}});
    values.emplace_back(pair.key, list.ids(pair.key));
  }
  return values;
}

const std::string& meaning_of(const model::Text& text) { return text.source; }
const std::vector<model::Id>& meaning_of(const std::vector<model::Id>& values) { return values; }

void note_places(Vocabulary& vocabulary, const model::Node& root) {
  for (const model::Node::Pair& section : root.pairs)
    for (const model::Node::Pair& word : section.value.pairs)
      vocabulary.places.emplace(std::pair(section.key, word.key), word.where);
}

} // namespace

void add_vocabulary(Vocabulary& into, const Vocabulary& more, const PlaceOf& first, FindingCollector& findings) {
  const auto add = [&](const char* section, auto& words, const auto& added) {
    for (const auto& [word, meaning] : added) {
      const auto same = [&w = word](const auto& one) { return one.first == w; };
      const auto known = std::find_if(words.begin(), words.end(), same);
      const std::pair key(std::string(section), word);
      if (known == words.end()) {
        words.emplace_back(word, meaning);
        into.places[key] = more.places.at(key);
      } else if (meaning_of(known->second) != meaning_of(meaning)) {
        const model::Where& there = into.places.at(key);
        findings.add("F0420", more.places.at(key), {{"word", word}, {"section", section}, {"place", first(there.file, there.line)}});
      }
    }
  };
  add("traits", into.traits, more.traits);
  add("tags", into.tags, more.tags);
  add("verbs", into.verbs, more.verbs);
  add("relations", into.relations, more.relations);
  add("evidence", into.evidence, more.evidence);
  add("harms", into.harms, more.harms);
  add("competencies", into.competencies, more.competencies);
  add("variables", into.variables, more.variables);
  add("cues", into.cues, more.cues);
}

const model::Text* find_word(const Vocabulary::Words& words, std::string_view id) {
  for (const auto& [word, text] : words)
    if (word == id) return &text;
  return nullptr;
}

const std::vector<model::Id>* find_values(const Vocabulary::Values& values, std::string_view id) {
  for (const auto& [word, list] : values)
    if (word == id) return &list;
  return nullptr;
}

std::vector<model::Id> words_of(const Vocabulary::Words& words) {
  std::vector<model::Id> ids;
  for (const auto& entry : words)
    ids.push_back(entry.first);
  return ids;
}

std::vector<model::Id> words_of(const Vocabulary::Values& values) {
  std::vector<model::Id> ids;
  for (const auto& entry : values)
    ids.push_back(entry.first);
  return ids;
}

Vocabulary read_vocabulary(const model::Node& root, FindingCollector& findings) {
  Fields fields(root, findings, "");
  Vocabulary vocabulary;
  fields.id("vocabulary");
  read_format(fields, Need::required);
  vocabulary.traits = read_meanings(fields, "traits");
  vocabulary.tags = read_meanings(fields, "tags");
  vocabulary.verbs = read_meanings(fields, "verbs");
  vocabulary.relations = read_meanings(fields, "relations");
  vocabulary.evidence = read_meanings(fields, "evidence");
  vocabulary.harms = read_meanings(fields, "harms");
  vocabulary.competencies = read_meanings(fields, "competencies");
  vocabulary.variables = read_values(fields, "variables");
  vocabulary.cues = read_values(fields, "cues");
  note_places(vocabulary, root);
  fields.finish();
  return vocabulary;
}

} // namespace firsthand::reading
