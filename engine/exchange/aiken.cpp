// Aiken: a question, its options behind "A." or "A)", and "ANSWER: A". It has no names, no reasons, and one right option.
#include "engine/exchange/amount.h"
#include "engine/exchange/forms.h"

#include <algorithm>
#include <fmt/format.h>

namespace firsthand::exchange {

namespace {

// "B) text", "B. text": the letter; 0 where the line is no option.
char option_letter(std::string_view line) {
  const bool is_option =
      line.size() >= 3 && line[0] >= 'A' && line[0] <= 'Z' && (line[1] == '.' || line[1] == ')') && (line[2] == ' ' || line[2] == '\t');
  return is_option ? line[0] : '\0';
}

bool is_answer_line(std::string_view line) { return line.starts_with("ANSWER:"); }

class AikenReader {
 public:
  explicit AikenReader(Intake& intake) : intake_(intake) {}

  void read(std::string_view text) {
    for (std::size_t from = 0; from <= text.size() && !intake_.full(); ++line_) {
      const std::size_t end = std::min(text.find('\n', from), text.size());
      take_line(trimmed(text.substr(from, end - from)));
      from = end + 1;
    }
    if (question_.line != 0) drop("no line ANSWER: ends it");
  }

 private:
  void take_line(std::string_view line) {
    if (line.empty() && !reason_.empty()) return drop(reason_); // so that the next question is one again
    if (line.empty()) return;
    if (question_.line == 0) question_.line = line_;
    if (is_answer_line(line)) return finish(trimmed(line.substr(7)));
    if (const char letter = option_letter(line)) return take_option(letter, line.substr(3));
    if (question_.answers.empty())
      question_.stem += (question_.stem.empty() ? "" : "\n") + clean(line);
    else if (reason_.empty())
      reason_ = fmt::format("line {} is no option (A. or A)) and no ANSWER:", line_);
  }

  void take_option(char letter, std::string_view text) {
    letters_ += letter;
    question_.answers.push_back({clean(text), "", 0, ""});
  }

  void finish(std::string_view letter) {
    const std::size_t right = letter.size() == 1 ? letters_.find(letter) : letters_.npos;
    if (!reason_.empty()) return drop(reason_);
    if (question_.answers.empty()) return drop("it has no options before ANSWER:");
    if (right == letters_.npos) return drop(fmt::format("ANSWER: names \"{}\", and no option has that letter", letter));
    if (letters_.find(letter, right + 1) != letters_.npos) return drop(fmt::format("two options have the letter {}", letter));
    question_.answers[right].share = whole_share;
    intake_.take(std::move(question_));
    begin();
  }

  void drop(const std::string& reason) {
    intake_.skip(question_.line, "", reason);
    begin();
  }
  void begin() { question_ = {}, letters_.clear(), reason_.clear(); }

  Intake& intake_;
  ForeignQuestion question_;
  std::string letters_, reason_;
  std::size_t line_ = 1;
};

// A line of the question that looks like an option would be one.
bool could_be_misread(const std::string& stem) { return option_letter(stem) != 0 || is_answer_line(stem); }

} // namespace

void read_aiken(std::string_view text, Intake& intake) { AikenReader(intake).read(text); }

bool write_aiken(const Outgoing& one, std::string& out) {
  const ForeignQuestion& question = one.question;
  const std::string stem = line_of_words(question.stem);
  if (question.kind != ForeignKind::choice || question.several)
    one.reason = "Aiken has only questions with one right option";
  else if (question.answers.size() > 26)
    one.reason = "Aiken has no more than 26 options";
  else if (could_be_misread(stem))
    one.reason = "its text begins as an option of Aiken does";
  if (!one.reason.empty()) return false;
  one.losses.add("id, competency, reasons and sources");
  out += stem + "\n";
  char letter = 'A', right = 'A';
  for (const ForeignAnswer& answer : question.answers) {
    if (answer.share == whole_share) right = letter;
    out += fmt::format("{}. {}\n", letter++, line_of_words(answer.text));
  }
  out += fmt::format("ANSWER: {}\n\n", right);
  return true;
}

} // namespace firsthand::exchange
