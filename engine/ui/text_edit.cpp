// Carets on grapheme boundaries; one undo step a run of typing.
#include "engine/ui/text_edit.h"

#include "engine/text/text.h"

#include <algorithm>

namespace firsthand::ui {
namespace {

constexpr std::size_t most_steps = 200;

std::size_t boundary_before(const std::string& text, std::size_t at) {
  std::size_t best = 0;
  for (const std::uint32_t b : text::grapheme_boundaries(text))
    if (b < at) best = b;
  return best;
}

std::size_t boundary_after(const std::string& text, std::size_t at) {
  for (const std::uint32_t b : text::grapheme_boundaries(text))
    if (b > at) return b;
  return text.size();
}

bool is_tail(char c) { return (static_cast<unsigned char>(c) & 0xC0u) == 0x80u; }

// As much of `words` as fits, whole graphemes only.
std::string_view fitting(std::string_view words, std::size_t room) {
  if (words.size() <= room) return words;
  std::size_t fit = 0;
  for (const std::uint32_t b : text::grapheme_boundaries(words))
    if (b <= room) fit = b;
  return words.substr(0, fit);
}

} // namespace

void TextEdit::clamp(const std::string& text) {
  caret_ = std::min(caret_, text.size()), anchor_ = std::min(anchor_, text.size());
  while (caret_ > 0 && caret_ < text.size() && is_tail(text[caret_]))
    --caret_;
  while (anchor_ > 0 && anchor_ < text.size() && is_tail(text[anchor_]))
    --anchor_;
}

std::string_view TextEdit::selected(const std::string& text) const {
  return std::string_view(text).substr(selection_begin(), selection_end() - selection_begin());
}

void TextEdit::place(std::size_t offset, Select select) {
  caret_ = offset;
  if (select == Select::no) anchor_ = caret_;
  last_ = Change::none;
}

void TextEdit::left(const std::string& text, Select select) {
  if (select == Select::no && has_selection()) return place(selection_begin());
  place(boundary_before(text, caret_), select);
}

void TextEdit::right(const std::string& text, Select select) {
  if (select == Select::no && has_selection()) return place(selection_end());
  place(boundary_after(text, caret_), select);
}

void TextEdit::word_left(const std::string& text, Select select) {
  std::size_t at = caret_;
  while (at > 0 && text[at - 1] == ' ')
    --at;
  while (at > 0 && text[at - 1] != ' ')
    --at;
  place(at, select);
}

void TextEdit::word_right(const std::string& text, Select select) {
  std::size_t at = caret_;
  while (at < text.size() && text[at] != ' ')
    ++at;
  while (at < text.size() && text[at] == ' ')
    ++at;
  place(at, select);
}

void TextEdit::select_all(const std::string& text) { anchor_ = 0, caret_ = text.size(), last_ = Change::none; }

void TextEdit::remember(const std::string& text, Change change) {
  redo_.clear();
  if (change == last_ && change != Change::other) return; // one step a run
  last_ = change;
  undo_.push_back({text, caret_});
  if (undo_.size() > most_steps) undo_.erase(undo_.begin());
}

bool TextEdit::insert(std::string& text, std::string_view words, std::size_t most_bytes) {
  const std::size_t kept = text.size() - (selection_end() - selection_begin());
  const std::string_view fit = fitting(words, most_bytes > kept ? most_bytes - kept : 0);
  if (fit.empty()) return false;
  remember(text, has_selection() || fit.find(' ') != std::string_view::npos ? Change::other : Change::typing);
  const std::size_t at = selection_begin();
  text.replace(at, selection_end() - at, fit);
  caret_ = anchor_ = at + fit.size();
  return true;
}

bool TextEdit::erase_selection(std::string& text) {
  if (!has_selection()) return false;
  remember(text, Change::other);
  const std::size_t at = selection_begin();
  text.erase(at, selection_end() - at);
  caret_ = anchor_ = at;
  return true;
}

bool TextEdit::backspace(std::string& text) {
  if (has_selection()) return erase_selection(text);
  if (caret_ == 0) return false;
  remember(text, Change::erasing);
  std::size_t at = caret_ - 1;
  while (at > 0 && is_tail(text[at]))
    --at;
  text.erase(at, caret_ - at);
  caret_ = anchor_ = at;
  return true;
}

bool TextEdit::erase_forward(std::string& text) {
  if (has_selection()) return erase_selection(text);
  if (caret_ >= text.size()) return false;
  remember(text, Change::erasing);
  text.erase(caret_, boundary_after(text, caret_) - caret_);
  return true;
}

bool TextEdit::undo(std::string& text) {
  if (undo_.empty()) return false;
  redo_.push_back({text, caret_});
  text = undo_.back().text, caret_ = anchor_ = undo_.back().caret;
  undo_.pop_back();
  last_ = Change::none;
  return true;
}

bool TextEdit::redo(std::string& text) {
  if (redo_.empty()) return false;
  undo_.push_back({text, caret_});
  text = redo_.back().text, caret_ = anchor_ = redo_.back().caret;
  redo_.pop_back();
  last_ = Change::none;
  return true;
}

} // namespace firsthand::ui
