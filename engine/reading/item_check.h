// What is wrong with questions although each key can be read: no right answer, hints that give it away, the same twice. Codes
// F1303 … F1333. Inside this room only.
#pragma once

#include "engine/reading/bank.h"
#include "engine/reading/fields.h"

namespace firsthand::reading {

void check_item(const model::Item& item, const std::vector<model::Doctrine>& doctrines, std::string_view language,
                FindingCollector& findings);
void check_whole_bank(const model::Bank& bank, FindingCollector& findings);
// Reviewed questions whose translation is not there or not reviewed.
void check_reviewed_translations(const LoadedBank& loaded, FindingCollector& findings);

// Pairs of texts that have nearly the same words, the later one first told: of each text at most one earlier. `alike` is the share of
// common words in thousandths from which they count.
struct Alike {
  std::size_t text = 0, earlier = 0;
};
std::vector<Alike> alike_texts(const std::vector<std::string>& texts, int alike);

// Lower-case words without punctuation, a blank between two; scripts without blanks give long ones.
std::string plain_text(std::string_view text);
std::size_t count_plain_words(std::string_view text);

} // namespace firsthand::reading
