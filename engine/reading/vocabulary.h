// The words that models and doctrine share: scenarios/library/vocabulary.yaml. Doctrine may use only these; a model may
// have variables, cues and verbs of its own besides, but a shared name keeps its shared values.
#pragma once

#include "engine/reading/fields.h"

#include <functional>
#include <map>

namespace firsthand::reading {

struct Vocabulary {
  using Words = std::vector<std::pair<model::Id, model::Text>>; // word and what it means, for people
  using Values = std::vector<std::pair<model::Id, std::vector<model::Id>>>;

  Words traits, tags, verbs, relations, evidence, harms, competencies;
  Values variables, cues;
  std::map<std::pair<std::string, model::Id>, model::Where> places; // of a word, by its section
};

const model::Text* find_word(const Vocabulary::Words& words, std::string_view id);
const std::vector<model::Id>* find_values(const Vocabulary::Values& values, std::string_view id);
std::vector<model::Id> words_of(const Vocabulary::Words& words);
std::vector<model::Id> words_of(const Vocabulary::Values& values);

Vocabulary read_vocabulary(const model::Node& root, FindingCollector& findings);

// Adds the words of a further folder of content. A word that is there already must mean the same: otherwise a finding "F0420" at
// the second, which names the place of the first as `first` says.
using PlaceOf = std::function<std::string(std::uint16_t file, std::uint32_t line)>;
void add_vocabulary(Vocabulary& into, const Vocabulary& more, const PlaceOf& first, FindingCollector& findings);

// A finding "F0301" with "did you mean" if `word` is not among `known`.
template<class Known>
bool check_word(const char* kind, std::string_view word, const Known& known, const model::Where& where, FindingCollector& findings) {
  const std::vector<model::Id> words = words_of(known);
  for (const model::Id& one : words)
    if (one == word) return true;
  findings.unknown("F0301", where, {{"kind", kind}, {"word", std::string(word)}}, word, words);
  return false;
}

} // namespace firsthand::reading
