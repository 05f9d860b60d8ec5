// Texts of elsewhere as ours are: one form of every letter, line feeds, nothing that hides or turns the order of signs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace firsthand::exchange {

// What could not be kept of one question, each once.
struct Losses {
  std::vector<std::string> all;
  bool media = false; // a picture, a film or a sound, without which a question may make no sense
  void add(std::string what);
};

enum class Markup { plain, html, lines, markdown }; // lines: HTML whose line ends count, as Moodle has it by default

std::string with_line_feeds_only(std::string_view text); // the rest of what is unwanted is left out; `text` must be UTF-8
std::string clean(std::string_view text);                // also NFC, and no blanks at the ends; clean text stays as it is
std::string plain_of(std::string_view text, Markup markup, Losses& losses);

std::string_view trimmed(std::string_view text);
bool is_id(std::string_view text);                // a-z, 0-9, hyphens; begins with a letter
std::string line_of_words(std::string_view text); // line feeds become blanks

} // namespace firsthand::exchange
