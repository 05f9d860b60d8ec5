// The texts of the program among the facts, and which of them begin a longer one. tools/strings reads both lists, the translations of what
// stands in other tables under other contexts are read there.
#include "engine/reading/fact_words.h"

#include <algorithm>

namespace firsthand::reading {

namespace {

constexpr const char* fact_texts[] = {
    "nothing",
    "a text",
    "a list",
    "a map",
    "one value",
    "a word",
    "this place",
    "this list",
    "an empty text",
    "empty name",
    "with an empty name",
    "no unit",
    "something else",
    "none",
    "text",
    "file",
    "nesting",
    "number of values",
    "64 levels",
    "broken UTF-8",
    "a line does not fit the ones above: look at its indentation, or for a missing “:”",
    "a second “:” in one line: put the text in quotes, or behind “|” on lines of its own",
    "this list is not closed, or an item lacks its “-”",
    "a “\\” in double quotes that means nothing: use single quotes",
    "a text cannot begin with this sign: put it in quotes",
    "a text that belongs to nothing",
    "a text without its quotes",
    "a quote inside a text: write \\\"",
    "a message without its other half",
    "control characters or broken UTF-8",
    "a text longer than 16 kB",
    "a file larger than 2 MB",
    "its name must be a language and .po, such as th.po",
    "the texts are written in this language",
    "none of its messages belongs to a text here",
    "text between the elements",
    "an element that is not closed",
    "no svg element",
    "something that is not closed",
    "a declaration or an instruction",
    "a closing tag that does not fit",
    "a tag that is not closed",
    "an element outside the one svg element",
    "svg inside svg",
    "stop belongs into linearGradient, and nothing else does",
    "only linearGradient belongs into defs: nothing else there is drawn",
    "linearGradient belongs into defs",
    "an element inside a shape",
    "an attribute without a value",
    "a value that is not closed",
    "an attribute twice",
    "an entity or a tag inside a value",
    "bytes that are not UTF-8",
    "a zero byte",
    "more than 512 kB",
    "more than 16 levels of nesting",
    "up to some 20 times the picture's size",
    "commands MLHVCSQTAZ, each with its numbers apart",
    "matrix, translate, scale, rotate, skewX, skewY with their numbers",
    "a viewBox of four numbers, 1 to 8192 wide and high",
    "width and height in the shape of its viewBox, or neither of them",
    "an id of its own",
    "it has no stop",
    "it has no extent",
    "0 to 5 times the picture's width",
    "finer than can be seen",
    "at least a quarter of a pixel",
    "one to eight lengths, not all 0",
    "pairs of numbers",
    "1 to 60 signs without spaces and brackets",
    "the end of the line",
    "ENTITY.DRAW OUTCOME after chance",
    "fact, seen, refused or verdict after expect",
    "do, task, wait or go on",
    "a kind of fact",
    "a time such as 80 s after at",
    "KEY=VALUE or at",
    "a whole number after amount=",
    "entity, name, from, to, by, cause, origin or amount before =",
    "ENTITY.CUE = VALUE after expect seen",
    "= with a space on either side",
    "a value after =",
    "a code such as not-offered",
    "an action after the code, or on the line before",
    "passed or failed",
    "a word of this lesson",
    "a rule of the doctrine",
    "a code of a refusal",
    "a step",
    "a verb",
    "a key",
    "a value",
    "an instrument",
    "an entity",
    "a person",
    "it did not happen so far",
    "accepted",
    "nothing: it cannot be seen",
    "only go on",
    "only wait",
    "only look",
    "always the first option",
    "the step",
    "the verb",
    "the picture",
    "impossible",
    "undecided",
    "a plain space",
    "a plain quotation mark",
    "a new line",
    "a plain hyphen",
    "the plain one",
    "a carriage return (an old line end)",
    "a no-break space",
    "a soft hyphen",
    "a typographic quotation mark «",
    "a typographic quotation mark »",
    "a wide or narrow space",
    "an invisible sign",
    "a dash",
    "a typographic quotation mark",
    "an invisible line end",
    "a narrow no-break space",
    "a minus sign",
    "a full-width space",
    "an invisible sign (a byte order mark)",
    "a full-width sign",
    "no-break space",
    "soft hyphen",
    "ogham space",
    "en quad",
    "em quad",
    "en space",
    "em space",
    "three-per-em space",
    "four-per-em space",
    "six-per-em space",
    "figure space",
    "punctuation space",
    "thin space",
    "hair space",
    "zero-width space",
    "zero-width non-joiner",
    "zero-width joiner",
    "left-to-right mark",
    "right-to-left mark",
    "hyphen",
    "non-breaking hyphen",
    "figure dash",
    "en dash",
    "em dash",
    "horizontal bar",
    "left single quotation mark",
    "right single quotation mark",
    "low single quotation mark",
    "left double quotation mark",
    "right double quotation mark",
    "low double quotation mark",
    "line separator",
    "paragraph separator",
    "narrow no-break space",
    "mathematical space",
    "word joiner",
    "minus sign",
    "ratio",
    "ideographic space",
    "ideographic comma",
    "modifier letter colon",
    "small colon",
    "small hyphen-minus",
    "byte order mark",
    "full-width quotation mark",
    "full-width apostrophe",
    "full-width comma",
    "full-width hyphen",
    "full-width colon",
    "full-width bracket",
    "full-width brace",
};

// What follows is a time, a code or a name.
constexpr const char* fact_beginnings[] = {
    "it happened at", "refused:", "an address in", "a photograph", "an icon", "a document", "a compressed file",
};

constexpr const char* fact_context = "findings.fact";

// Behind these a name stands alone ("cannot be “…”"), behind an article as one of its kind, behind any other word it follows what it
// names ("has no verb “…”").
constexpr std::string_view before_alone[] = {"be",   "for",    "of",   "behind", "as", "in",      "reads", "but",   "which",
                                             "from", "called", "with", "not",    "is", "expects", "gives", "stands"};
// Words of the program in a place that the author's words mostly fill.
constexpr std::string_view told_without_quotes[] = {"nothing", "a list", "a map", "this place", "this list"};
constexpr std::string_view articles[] = {"a", "the", "no", "its"};

// "a dash (U+2014)"
std::size_t end_of_words(std::string_view value) {
  const std::size_t sign = value.rfind(" (U+");
  return sign == value.npos ? value.size() : sign;
}

} // namespace

bool is_blank(std::string_view fact) { return fact.find_first_not_of(" \t\r\n") == fact.npos; }

bool is_own_word(std::string_view fact) {
  return std::find(std::begin(told_without_quotes), std::end(told_without_quotes), fact) != std::end(told_without_quotes);
}

std::string blank_words(std::string_view before, std::string_view name, const Translate& translate) {
  const auto is_one_of = [](const auto& words, std::string_view word) {
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
  };
  if (name == "unit" || name == "measure") return translate(fact_context, "no unit");
  if (before.ends_with(' ')) before.remove_suffix(1);
  const std::string_view word = before.substr(before.rfind(' ') + 1);
  const bool begins = word.empty() || std::string_view(":;,(").find(word.back()) != word.npos;
  if (begins || is_one_of(before_alone, word)) return translate(fact_context, "an empty text");
  return translate(fact_context, is_one_of(articles, word) ? "empty name" : "with an empty name");
}

std::string fact_words(const std::string& name, const std::string& value, const Translate& translate) {
  if (name == "wants") return translate("findings.wants", value);
  if (name == "reason") return translate("refused", value);
  const std::size_t end = end_of_words(value);
  const std::string words = value.substr(0, end);
  if (std::find(std::begin(fact_texts), std::end(fact_texts), words) != std::end(fact_texts))
    return translate(fact_context, words) + value.substr(end);
  for (const std::string_view beginning : fact_beginnings)
    if (value.starts_with(beginning)) return translate(fact_context, beginning) + value.substr(beginning.size());
  return value;
}

} // namespace firsthand::reading
