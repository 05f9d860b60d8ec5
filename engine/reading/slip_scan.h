// The walk behind find_slips: a small model of YAML's blocks, quotes and brackets, kind to what is wrong. Inside slips*.cpp
// only.
#pragma once

#include "engine/reading/signs.h"
#include "engine/reading/slips.h"

#include <string>

namespace firsthand::reading {

class SlipScan {
 public:
  explicit SlipScan(std::string_view text) : text_(text) {}
  Slips run();

 private:
  using Facts = std::vector<std::pair<std::string, std::string>>;
  enum class Last : std::uint8_t { nothing, opens, plain, closed, block };
  struct Level {
    std::size_t column = 0;
    bool list = false;
    std::size_t line = 0;
  };
  struct Bracket {
    std::size_t at = 0;    // of the sign that opens
    std::size_t entry = 0; // where the entry begins, npos between entries
    std::size_t colon = std::string_view::npos;
    std::size_t before = std::string_view::npos; // where the entry before begins
    std::size_t end = 0, before_end = 0;         // behind the last sign of the entry, and of the one before
    bool plain = false, before_plain = false;    // its value stands without quotes or brackets
    bool several_words = false;                  // some entry of a list is a plain text of several words
    int entries = 0;
    bool told = false;
  };

  // Lines and blocks (slips.cpp).
  void line();
  void step_over(std::size_t end);
  std::size_t line_end(std::size_t at);
  std::size_t blank_width(std::size_t& at, std::size_t end);
  void continuation(std::size_t at, std::size_t end, std::size_t column);
  bool cuts_text(std::size_t at, std::size_t hash) const;
  void comment_behind(std::size_t start, std::size_t at, std::size_t end);
  std::size_t fit(std::size_t column, bool dash, std::size_t at);
  std::size_t misplaced(std::size_t column, const Level* right, const Level* left, std::size_t at);
  void open(std::size_t column, bool list);
  void entry(std::size_t at, std::size_t end, std::size_t column, bool item);
  std::size_t dash(std::size_t at, std::size_t end, bool item);
  void key(std::size_t at, std::size_t colon);
  void no_key(std::size_t at, std::size_t end, std::size_t column, bool item);
  void lacks_colon(std::size_t at, std::size_t end);
  void value(std::size_t at, std::size_t end, std::size_t parent);
  void begins_wrong(std::size_t at, std::size_t end, std::size_t parent);
  void plain(std::size_t at, std::size_t end, std::size_t parent);
  void block(std::size_t at, std::size_t end, std::size_t parent);
  void block_lines(std::size_t parent);
  bool outside_block(std::size_t at, std::size_t end, std::size_t column, std::size_t parent, std::size_t& first);

  // Quotes and brackets (slips_flow.cpp).
  std::size_t closing(std::size_t at, std::size_t limit);
  std::size_t quoted(std::size_t at, std::size_t end, std::size_t parent);
  bool quote_goes_on(std::size_t at, std::size_t behind, std::size_t parent);
  void escapes(std::size_t at, std::size_t behind);
  void behind_quote(std::size_t at, std::size_t behind, std::size_t end);
  std::size_t flow(std::size_t at, std::size_t parent);
  bool flow_line(std::size_t at, std::size_t parent);
  std::size_t flow_sign(std::size_t at);
  std::size_t flow_comment(std::size_t at);
  std::size_t flow_plain(std::size_t at);
  std::size_t flow_begins_wrong(std::size_t at, std::string_view sign);
  std::size_t flow_quote(std::size_t at);
  void flow_entry_begins(std::size_t at, std::size_t behind, bool plain);
  std::size_t flow_closes(std::size_t at);
  std::size_t flow_value(std::size_t at) const;
  std::size_t flow_value_end(std::size_t at);
  std::size_t flow_end(std::size_t at, bool nested);
  bool entry_follows(std::size_t at) const;
  std::size_t flow_tells(const char* code, std::size_t at, std::size_t end, Facts facts, bool sure = true);
  std::size_t flow_colon(std::size_t at);
  void flow_entry_ends();
  void flow_map_entry(Bracket& bracket);
  bool is_decimal_comma(const Bracket& bracket, std::string_view word) const;
  void flow_list_entry(Bracket& bracket);
  std::size_t flow_ends_text(std::size_t at);
  void goes_on_behind_quote(std::size_t at, std::size_t behind, std::size_t end);
  std::string_view key_at(std::size_t at) const;
  std::string_view key_without_comma(std::size_t colon) const;

  void slip(const char* code, std::size_t at, Facts facts, bool sure, bool breaks);
  std::string_view between(std::size_t at, std::size_t end) const { return text_.substr(at, end - at); }
  char sign(std::size_t at) const { return at < text_.size() ? text_[at] : '\n'; }
  bool blank_or_end(std::size_t at) const { return sign(at) == ' ' || sign(at) == '\n' || sign(at) == '\t'; }

  std::string_view text_;
  Slips slips_;
  std::size_t at_ = 0;     // where the next line begins
  std::size_t number_ = 0; // of the line, from 1
  std::vector<Level> levels_;
  Last last_ = Last::nothing;
  std::size_t last_parent_ = 0, last_at_ = 0, last_column_ = 0;
  bool last_alone_ = false; // a plain text that stands in a line of its own, where a key may have been meant
  std::size_t shifted_from_ = std::string_view::npos, shifted_to_ = 0;
  std::size_t tight_ = std::string_view::npos; // the column behind a dash that lacks its blank
  bool no_more_[2] = {};                       // no closing quote of this kind (' ") follows
  std::vector<Bracket> brackets_;
  bool lost_ = false;
};

inline constexpr std::string_view key_signs = "abcdefghijklmnopqrstuvwxyz0123456789-"; // of which keys are written

std::string_view trimmed(std::string_view text);
// Where the key of this line ends (at its ':'), or npos: before any comment, the colon followed by a blank or nothing.
std::size_t key_end(std::string_view line);
// "text:The" → 4: a word, a colon and no blank. npos if it is not so.
std::size_t tight_colon(std::string_view line);
std::string first_of(std::string_view text);

} // namespace firsthand::reading
