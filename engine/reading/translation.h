// gettext PO: a small bounded reader, plural forms included, and a POT writer for scenarios. A text is found by its node
// path (msgctxt) and its source together, so a changed source is never shown with an old translation. What is fuzzy or
// missing falls back to the source and is counted. No locale, no setlocale.
#pragma once

#include "engine/model/finding.h"
#include "engine/reading/library.h"

#include <functional>
#include <map>
#include <span>

namespace firsthand::reading {

enum class TranslationStatus : std::uint8_t { draft, reviewed }; // X-Firsthand-Status; draft if it does not say

struct TranslationCount {
  std::size_t translated = 0, fuzzy = 0, missing = 0;
};

struct PoMessage {
  std::string context, source;
  std::uint32_t line = 0, source_line = 0; // of its beginning, of its msgid
};

class Translation {
 public:
  Translation() = default; // translates nothing

  // Adds a PO file's messages; a message already there is replaced, the header's fields as well. A broken file adds what
  // could be read and says the rest in findings. `file` goes into the marks.
  void add_po(std::string_view bytes, std::uint16_t file, model::Findings& findings);

  // The translation, or the source.
  const std::string& of(const model::Text& text) const;
  std::string text(std::string_view context, std::string_view source) const;
  std::string plural(std::string_view context, std::string_view one, std::string_view many, std::int64_t n) const;

  TranslationStatus status() const { return status_; }
  const std::string& language() const { return language_; }
  std::size_t size() const { return messages_.size(); }
  std::vector<PoMessage> messages() const; // those that are translated, finished or not, by line
  // How much of these texts is translated.
  TranslationCount count(const std::vector<model::Text>& texts) const;

 private:
  struct Message {
    std::vector<std::string> forms; // one, or one for each plural
    bool fuzzy = false;
    std::uint32_t line = 0, source_line = 0;
  };
  const Message* find(std::string_view context, std::string_view source) const;

  std::map<std::string, Message, std::less<>> messages_; // context '\4' source
  std::string language_;
  TranslationStatus status_ = TranslationStatus::draft;
  int plural_count_ = 2;
  std::string plural_rule_ = "n != 1";
  friend class PoFile;
};

// The `plural=` expression of a PO header for n ≥ 0: C's ?: || && == != < <= > >= + - * / % ! ( ) n and numbers. Nothing
// if it is not well formed, divides by zero, or is too long or deep.
std::optional<std::int64_t> plural_form(std::string_view rule, std::int64_t n);

// The scenario's texts in one language: the library's PO, then the scenario's own over it. Both are files of `loaded`.
Translation translation_of(const LoadedScenario& loaded, std::string_view language);

enum class TextsFrom : std::uint8_t { scenario, library }; // whose PO is to be made

// A POT file: msgctxt = node path, "#: file:line". Byte for byte the same for the same content.
std::string extract(const LoadedScenario& loaded, TextsFrom from = TextsFrom::scenario);

// One POT of several lessons and libraries: a text that several of them have stands there once, with all its places.
class Pot {
 public:
  void add(std::span<const model::Text> texts, std::span<const UsedFile> files, const std::string& only_of = {}); // a path's beginning
  std::string text(std::string_view title) const;

 private:
  struct Message {
    std::string places, context, source;
  };
  std::vector<Message> messages_;
  std::map<std::string, std::size_t> known_;
};

} // namespace firsthand::reading
