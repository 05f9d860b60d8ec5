// Reads the shared words.
#include "engine/reading/vocabulary.h"

namespace firsthand::reading {
namespace {

Vocabulary::Words read_meanings(Fields& fields, std::string_view key) {
  Vocabulary::Words words;
  Fields list = fields.map(key, Need::optional);
  for (const model::Node::Pair& pair : list.node().pairs) {
    if (!is_word(pair.key)) list.notes().add("F0206", pair.where, {{"word", pair.key}});
    words.emplace_back(pair.key, list.text(pair.key));
  }
  return words;
}

Vocabulary::Values read_values(Fields& fields, std::string_view key) {
  Vocabulary::Values values;
  Fields list = fields.map(key, Need::optional);
  for (const model::Node::Pair& pair : list.node().pairs) {
    if (!is_word(pair.key)) list.notes().add("F0206", pair.where, {{"word", pair.key}});
    values.emplace_back(pair.key, list.ids(pair.key));
  }
  return values;
}

} // namespace

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

const model::Text* Vocabulary::competency(std::string_view id) const { return find_word(competencies, id); }
const model::Text* Vocabulary::harm(std::string_view id) const { return find_word(harms, id); }

Vocabulary read_vocabulary(const model::Node& root, Notes& notes) {
  Fields fields(root, notes, "");
  Vocabulary vocabulary;
  fields.id("vocabulary");
  fields.whole("format", {1, 1});
  vocabulary.traits = read_meanings(fields, "traits");
  vocabulary.tags = read_meanings(fields, "tags");
  vocabulary.verbs = read_meanings(fields, "verbs");
  vocabulary.relations = read_meanings(fields, "relations");
  vocabulary.evidence = read_meanings(fields, "evidence");
  vocabulary.harms = read_meanings(fields, "harms");
  vocabulary.competencies = read_meanings(fields, "competencies");
  vocabulary.variables = read_values(fields, "variables");
  vocabulary.cues = read_values(fields, "cues");
  fields.finish();
  return vocabulary;
}

} // namespace firsthand::reading
