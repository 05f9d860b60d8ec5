// GIFT: questions divided by blank lines, "::name:: text { answers }". https://docs.moodle.org/en/GIFT_format
#include "engine/exchange/amount.h"
#include "engine/exchange/forms.h"
#include "engine/exchange/gift_signs.h"

#include <algorithm>

namespace firsthand::exchange {

namespace {

// Parts between `sign`; what stands before the first one is none if it is blank.
std::vector<std::string_view> parts_at(std::string_view text, char sign) {
  std::vector<std::string_view> parts;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t end = std::min(text.find(sign, from), text.size());
    if (from > 0 || !trimmed(text.substr(0, end)).empty()) parts.push_back(trimmed(text.substr(from, end - from)));
    from = end + 1;
  }
  return parts;
}

// One question, its escapes hidden.
class GiftQuestion {
 public:
  GiftQuestion(ForeignQuestion& to, std::string_view text) : to_(to), text_(text) {}

  std::string read() { // the reason why it is none
    take_name();
    const std::size_t open = text_.find('{'), close = text_.find('}');
    if (open == text_.npos && close == text_.npos) return "a description: it asks nothing";
    if (open == text_.npos || close == text_.npos || close < open)
      return "its braces do not match; a blank line or a bare } ends a question";
    const std::string_view behind = trimmed(text_.substr(close + 1));
    if (behind.find_first_of("{}") != behind.npos) return "it has more than one gap (cloze)";
    std::string stem(text_.substr(0, open));
    if (!behind.empty()) stem += "_____ " + std::string(behind);
    const GiftText told = gift_text(stem, Markup::lines);
    usual_ = told.markup;
    to_.stem = shown(told);
    return read_answers(trimmed(text_.substr(open + 1, close - open - 1)));
  }

 private:
  std::string shown(const GiftText& text) { return plain_of(show_escapes(text.text), text.markup, to_.losses); }
  std::string text_of(std::string_view hidden) { return shown(gift_text(hidden, usual_)); }
  std::string plain_text_of(std::string_view hidden) { return clean(show_escapes(hidden)); }

  void take_name() {
    const std::size_t end = text_.starts_with("::") ? text_.find("::", 2) : text_.npos;
    if (end == text_.npos) return;
    to_.name = plain_text_of(text_.substr(2, end - 2));
    text_ = trimmed(text_.substr(end + 2));
  }

  std::string read_answers(std::string_view answers) {
    const std::size_t whole = answers.rfind("####");
    if (whole != answers.npos) to_.why = text_of(answers.substr(whole + 4)), answers = trimmed(answers.substr(0, whole));
    if (answers.empty()) return "an essay: free text is not judged here";
    if (answers.starts_with('>')) return "an order is not read from GIFT; export it as Moodle XML";
    if (answers.starts_with('#')) return read_numbers(answers.substr(1));
    if (answers.find('~') != answers.npos) return read_choice(answers);
    if (answers.find('=') != answers.npos && answers.find("->") != answers.npos) return read_match(answers);
    return read_truth(answers) ? "" : read_words(answers);
  }

  // The text before the first '#', and the feedback behind it.
  std::pair<std::string_view, std::string> divided(std::string_view answer) {
    const std::size_t sign = answer.find('#');
    if (sign == answer.npos) return {answer, ""};
    return {trimmed(answer.substr(0, sign)), text_of(answer.substr(sign + 1))};
  }

  std::string read_choice(std::string_view answers) {
    to_.several = answers.find('=') == answers.npos;
    if (answers.find_first_of("=~") > 0) return "there is text before its first answer";
    for (std::size_t from = answers.find_first_of("=~"); from < answers.size();) {
      const std::size_t end = std::min(answers.find_first_of("=~", from + 1), answers.size());
      const bool is_right = answers[from] == '=';
      std::string_view one = trimmed(answers.substr(from + 1, end - from - 1));
      const std::int64_t share = is_right ? whole_share : take_weight(one).value_or(0);
      const auto [text, why] = divided(one);
      to_.answers.push_back({text_of(text), "", share, why});
      from = end;
    }
    return "";
  }

  std::string read_match(std::string_view answers) {
    to_.kind = ForeignKind::match;
    for (const std::string_view pair : parts_at(answers, '=')) {
      const std::size_t arrow = pair.find("->");
      if (arrow == pair.npos) return "one of its pairs has no ->";
      to_.answers.push_back({text_of(pair.substr(0, arrow)), plain_text_of(pair.substr(arrow + 2)), whole_share, ""});
    }
    return "";
  }

  // {T#told on the wrong one#told on the right one}
  bool read_truth(std::string_view answers) {
    const std::vector<std::string_view> parts = parts_at(answers, '#');
    const std::string_view word = parts.empty() ? "" : parts[0];
    const bool is_true = word == "T" || word == "TRUE";
    if (!is_true && word != "F" && word != "FALSE") return false;
    const std::string wrong = parts.size() > 1 ? text_of(parts[1]) : "", right = parts.size() > 2 ? text_of(parts[2]) : "";
    to_.answers.push_back({"True", "", is_true ? whole_share : 0, is_true ? right : wrong});
    to_.answers.push_back({"False", "", is_true ? 0 : whole_share, is_true ? wrong : right});
    return true;
  }

  std::string read_words(std::string_view answers) {
    to_.kind = ForeignKind::words;
    for (std::string_view one : parts_at(answers, '=')) {
      const std::int64_t share = take_weight(one).value_or(whole_share);
      const auto [text, why] = divided(one);
      to_.answers.push_back({plain_text_of(gift_text(text, usual_).text), "", share, why}); // it is typed, and has no format
    }
    return "";
  }

  // {#11:2}, {#10..12}, {#=11:0#why =%50%11:2 ~#told on any other}
  std::string read_numbers(std::string_view answers) {
    to_.kind = ForeignKind::number;
    const std::size_t others = std::min(answers.find('~'), answers.size());
    if (others < answers.size()) to_.losses.add("what is told on any other answer");
    for (std::string_view one : parts_at(answers.substr(0, others), '=')) {
      const std::int64_t share = take_weight(one).value_or(whole_share);
      const auto [text, why] = divided(one);
      ForeignAnswer answer{"", "", share, why};
      if (!read_amount(gift_text(text, usual_).text, answer)) return "\"" + plain_text_of(text) + "\" is no range of two numbers";
      to_.answers.push_back(std::move(answer));
    }
    return "";
  }

  bool read_amount(std::string_view text, ForeignAnswer& answer) {
    const std::size_t dots = text.find(".."), colon = text.find(':');
    if (dots == text.npos) {
      answer.text = trimmed(text.substr(0, colon));
      if (colon != text.npos) answer.other = trimmed(text.substr(colon + 1));
      return true;
    }
    const auto least = amount_of(trimmed(text.substr(0, dots)), 1'000'000), most = amount_of(trimmed(text.substr(dots + 2)), 1'000'000);
    if (!least || !most || *most < *least) return false;
    answer.text = decimal_of((*least + *most) / 2, 1'000'000);
    answer.other = decimal_of((*most - *least) / 2, 1'000'000);
    return true;
  }

  ForeignQuestion& to_;
  std::string_view text_;
  Markup usual_ = Markup::lines;
};

// Lines to questions.
class GiftReader {
 public:
  explicit GiftReader(Intake& intake) : intake_(intake) {}

  void read(std::string_view text) {
    for (std::size_t from = 0; from <= text.size() && !intake_.full(); ++line_) {
      const std::size_t end = std::min(text.find('\n', from), text.size());
      take_line(text.substr(from, end - from));
      from = end + 1;
    }
    finish_question();
  }

 private:
  void take_line(std::string_view line) {
    const std::string_view words = trimmed(line);
    if (words.starts_with("//")) return take_comment(words);
    if (words.empty()) return finish_question();
    if (words.starts_with("$CATEGORY:")) {
      finish_question();
      category_ = clean(words.substr(10));
      return;
    }
    if (question_.empty()) first_line_ = line_;
    question_ += std::string(line) + "\n";
  }

  // "// [id:x] [tag:y]" belongs to the question that follows.
  void take_comment(std::string_view words) {
    for (const std::string_view key : {"[id:", "[tag:"})
      for (std::size_t at = words.find(key); at != words.npos; at = words.find(key, at + 1)) {
        const std::size_t from = at + key.size(), end = words.find(']', from);
        if (end == words.npos) break;
        std::string value = clean(words.substr(from, end - from));
        if (key == "[id:")
          id_ = std::move(value);
        else
          tags_.push_back(std::move(value));
      }
  }

  void finish_question() {
    const std::string text = hide_escapes(question_);
    if (!trimmed(text).empty()) {
      ForeignQuestion question;
      question.line = first_line_, question.category = category_, question.tags = tags_;
      const std::string reason = GiftQuestion(question, trimmed(text)).read();
      if (!id_.empty()) question.name = id_;
      if (reason.empty())
        intake_.take(std::move(question));
      else
        intake_.skip(first_line_, question.name, reason);
    }
    question_.clear(), tags_.clear(), id_.clear();
  }

  Intake& intake_;
  std::string question_, category_, id_;
  std::vector<std::string> tags_;
  std::size_t line_ = 1, first_line_ = 1;
};

} // namespace

void read_gift(std::string_view text, Intake& intake) { GiftReader(intake).read(text); }

} // namespace firsthand::exchange
