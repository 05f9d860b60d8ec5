// Our questions as GIFT, each text said to be plain, so that no sign of it is taken for another thing.
#include "engine/exchange/amount.h"
#include "engine/exchange/forms.h"
#include "engine/exchange/gift_signs.h"

#include <algorithm>
#include <fmt/format.h>

namespace firsthand::exchange {

namespace {

// Of an answer or a feedback: it is plain as the question is, unless it looks like the word for another format.
std::string gift_answer_text(const std::string& text) { return (text.starts_with('[') ? "[plain]" : "") + escaped(text); }

std::string with_why(const ForeignAnswer& answer, const std::string& text) {
  return answer.why.empty() ? text : text + "#" + gift_answer_text(answer.why);
}

std::string gift_option(const ForeignAnswer& answer, bool several) {
  const std::string text = with_why(answer, gift_answer_text(answer.text));
  if (!several && answer.share == whole_share) return "=" + text;
  if (several) return fmt::format("~%{}%{}", share_text(answer.share), text);
  return (answer.text.starts_with('%') ? "~%0%" : "~") + text;
}

std::string gift_pair(const ForeignAnswer& answer) {
  return fmt::format("={} -> {}", gift_answer_text(answer.text), escaped(answer.other));
}

std::string gift_amount(const ForeignAnswer& answer) {
  const std::string amount = answer.text + ":" + answer.other;
  return answer.share == whole_share ? "=" + amount : with_why(answer, "=%0%" + amount);
}

std::string gift_words(const ForeignAnswer& answer) {
  return (answer.text.starts_with('%') ? "=%100%" : "=") + gift_answer_text(answer.text);
}

std::string gift_answer(const ForeignQuestion& question, const ForeignAnswer& answer) {
  switch (question.kind) {
  case ForeignKind::match:
    return gift_pair(answer);
  case ForeignKind::number:
    return gift_amount(answer);
  case ForeignKind::words:
    return gift_words(answer);
  default:
    return gift_option(answer, question.several);
  }
}

// No escape hides "->", which divides a pair.
bool gift_can(const Outgoing& one) {
  const ForeignQuestion& question = one.question;
  const bool divided = question.kind == ForeignKind::words || question.kind == ForeignKind::match;
  const auto has_arrow = [](const ForeignAnswer& answer) { return answer.text.find("->") != answer.text.npos; };
  if (question.kind == ForeignKind::order) one.reason = "GIFT has no questions of order";
  if (divided && std::any_of(question.answers.begin(), question.answers.end(), has_arrow))
    one.reason = "an answer holds ->, which is the sign of a pair in GIFT";
  return one.reason.empty();
}

void tell_gift_losses(const Outgoing& one) {
  if (one.question.kind == ForeignKind::words) one.losses.add("that capitals count");
  for (const ForeignUnit& unit : one.question.units)
    if (unit.multiplier == "1") one.losses.add(fmt::format("the unit; say in the question that the answer is in {}", unit.word));
}

} // namespace

bool write_gift(const Outgoing& one, std::string& out) {
  const ForeignQuestion& question = one.question;
  if (!gift_can(one)) return false;
  tell_gift_losses(one);
  out += fmt::format("$CATEGORY: {}\n\n", question.category.empty() ? "top" : question.category);
  for (const std::string& tag : question.tags)
    out += fmt::format("// [tag:{}]\n", tag);
  out +=
      fmt::format("::{}::[plain]{}{{{}\n", escaped(question.name), escaped(question.stem), question.kind == ForeignKind::number ? "#" : "");
  for (const ForeignAnswer& answer : question.answers)
    out += fmt::format("\t{}\n", gift_answer(question, answer));
  if (!question.why.empty()) out += fmt::format("\t####{}\n", gift_answer_text(question.why));
  out += "}\n\n";
  return true;
}

} // namespace firsthand::exchange
