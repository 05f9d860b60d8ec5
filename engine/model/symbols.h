// Words of the content as small numbers, so that a fact is a few bytes and a comparison is one instruction. A table
// belongs to one prepared scenario; the same content gives the same numbers. Numbers never leave the process: whatever is
// stored or shown is the word.
#pragma once

#include <cassert>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace firsthand::model {

using Symbol = std::uint16_t; // 0 is "no word"

class Symbols {
 public:
  Symbols() { intern(""); }

  Symbol intern(std::string_view word) {
    const auto found = numbers_.find(word);
    if (found != numbers_.end()) return found->second;
    assert(words_.size() < 0xFFFF && "content is bounded by the reader");
    const auto number = static_cast<Symbol>(words_.size());
    words_.emplace_back(word);
    numbers_.emplace(std::string(word), number);
    return number;
  }
  Symbol find(std::string_view word) const { // 0 if the content never uses the word
    const auto found = numbers_.find(word);
    return found == numbers_.end() ? Symbol{0} : found->second;
  }
  const std::string& word(Symbol symbol) const { return words_[symbol]; }
  std::size_t size() const { return words_.size(); }

 private:
  std::vector<std::string> words_;
  std::map<std::string, Symbol, std::less<>> numbers_;
};

} // namespace firsthand::model
