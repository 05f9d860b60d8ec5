// By Unicode's line breaking classes, and what they leave open: UAX 14 lets most signs begin a line behind a space, and
// says of South-East Asian letters only that a dictionary knows.
#include "engine/text/line_edges.h"

#include "engine/text/paragraph.h"

#include <unicode/uchar.h>

namespace firsthand::text {
namespace {

constexpr char32_t paiyannoi = 0x0E2F, lao_ellipsis = 0x0EAF, thai_pho_phan = 0x0E1E;

int line_class(char32_t c) { return u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_LINE_BREAK); }
int general_category(char32_t c) { return u_charType(static_cast<UChar32>(c)); }
bool is_digit(char32_t c) { return u_isdigit(static_cast<UChar32>(c)) != 0; }

bool is_glue(char32_t c) {
  const int found = line_class(c);
  return found == U_LB_GLUE || found == U_LB_WORD_JOINER || found == U_LB_ZWJ;
}

// Spaces, and what is not seen and holds nothing together.
bool is_unseen(char32_t c) { return is_hanging_space(c) || (general_category(c) == U_FORMAT_CHAR && is_ignorable(c) && !is_glue(c)); }

// Written behind a letter though it is a letter to Unicode: vowels, finals, signs of repetition and of shortening.
bool leans_on_letter(char32_t c) {
  if (c == lao_ellipsis || c == 0x104C || c == 0x104D || c == 0x104F) return true;
  if (line_class(c) != U_LB_COMPLEX_CONTEXT) return false;
  switch (u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_INDIC_SYLLABIC_CATEGORY)) {
  case U_INSC_VOWEL_DEPENDENT:
    return u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_INDIC_POSITIONAL_CATEGORY) != U_INPC_VISUAL_ORDER_LEFT;
  case U_INSC_CONSONANT_MEDIAL:
  case U_INSC_CONSONANT_FINAL:
  case U_INSC_CONSONANT_SUBJOINED:
    return true;
  default:
    return general_category(c) == U_MODIFIER_LETTER;
  }
}

// What stands around the place where two lines would meet; 0 where the text begins or ends.
struct Meeting {
  char32_t before_last = 0, last = 0; // without marks and blanks
  bool opens = false;                 // a space or nothing stands before `last`
  bool spaced = false;                // a space stands between the lines
  char32_t first = 0, second = 0;     // `second` as it stands, a blank too
};

bool closes_quote(const Meeting& at) {
  if (!at.spaced) return true;
  const bool word_follows = at.second && !is_unseen(at.second) && !u_ispunct(static_cast<UChar32>(at.second));
  return general_category(at.first) == U_FINAL_PUNCTUATION && !word_follows;
}

bool may_begin(const Meeting& at) {
  const char32_t c = at.first;
  if (is_mark(c) || is_glue(c) || leans_on_letter(c) || u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_TERMINAL_PUNCTUATION))
    return false;
  if (c == paiyannoi) return at.second == thai_pho_phan; // the title ฯพณฯ begins with it
  switch (line_class(c)) {
  case U_LB_CLOSE_PUNCTUATION:
  case U_LB_CLOSE_PARENTHESIS:
  case U_LB_EXCLAMATION:
  case U_LB_INFIX_NUMERIC:
  case U_LB_BREAK_SYMBOLS:
  case U_LB_NONSTARTER:
  case U_LB_INSEPARABLE:
    return false;
  case U_LB_POSTFIX_NUMERIC: // Turkish writes %50
    return at.spaced && is_digit(at.second);
  case U_LB_BREAK_AFTER:
    return at.spaced && general_category(c) != U_OTHER_PUNCTUATION;
  case U_LB_HYPHEN:
    return at.spaced;
  case U_LB_QUOTATION:
    return !closes_quote(at);
  default:
    return true;
  }
}

bool may_end(const Meeting& at) {
  const char32_t c = at.last;
  if (is_glue(c)) return false;
  switch (line_class(c)) {
  case U_LB_OPEN_PUNCTUATION:
    return false;
  case U_LB_QUOTATION: // German closes with the sign that English opens with
    return at.spaced && !(at.opens && general_category(c) == U_INITIAL_PUNCTUATION);
  case U_LB_PREFIX_NUMERIC:
    return !is_digit(at.first) || is_digit(at.before_last);
  case U_LB_BREAK_BEFORE:
    return at.spaced;
  case U_LB_COMPLEX_CONTEXT:
    return at.spaced || u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_INDIC_POSITIONAL_CATEGORY) != U_INPC_VISUAL_ORDER_LEFT;
  default:
    return true;
  }
}

// Goes over the text once, however many spaces it has.
class Meetings {
 public:
  explicit Meetings(const std::u16string& units) : units_(units) {}

  Meeting at(std::int32_t place) { // rising
    while (walked_ < place)
      step();
    if (ahead_ < place) ahead_ = place, blank_ahead_ = false;
    while (ahead_ < size() && is_unseen(sign(ahead_)))
      blank_ahead_ = blank_ahead_ || is_hanging_space(sign(ahead_)), ahead_ += length(ahead_);
    Meeting met = behind_;
    met.spaced = met.spaced || blank_ahead_;
    met.first = sign(ahead_);
    met.second = ahead_ < size() ? sign(ahead_ + length(ahead_)) : 0;
    return met;
  }

 private:
  std::int32_t size() const { return static_cast<std::int32_t>(units_.size()); }
  char32_t sign(std::int32_t at) const { return at < size() ? code_point_at(units_, at) : 0; }
  std::int32_t length(std::int32_t at) const { return sign(at) > 0xFFFF ? 2 : 1; }

  void step() {
    const char32_t c = sign(walked_);
    walked_ += length(walked_);
    if (is_unseen(c)) {
      behind_.spaced = behind_.spaced || is_hanging_space(c);
    } else if (!is_mark(c) || behind_.spaced || !behind_.last) {
      behind_.opens = behind_.spaced || !behind_.last;
      behind_.before_last = behind_.last, behind_.last = c;
      behind_.spaced = false;
    }
  }

  const std::u16string& units_;
  std::int32_t walked_ = 0, ahead_ = 0;
  bool blank_ahead_ = false;
  Meeting behind_;
};

} // namespace

Offsets with_good_edges(const std::u16string& units, const Offsets& ends) {
  Meetings meetings(units);
  Offsets good;
  for (const std::int32_t end : ends) {
    const Meeting at = meetings.at(end);
    if (!at.first || (may_begin(at) && may_end(at))) good.push_back(end);
  }
  return good;
}

} // namespace firsthand::text
