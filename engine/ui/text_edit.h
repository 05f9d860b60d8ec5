// Editing one text: caret, selection, undo, by graphemes; Backspace takes one code point, as scripts with stacked marks
// need. Pure: knows no key, no window and no layout.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace firsthand::ui {

enum class Select : std::uint8_t { no, yes }; // whether a move keeps the anchor

class TextEdit {
 public:
  // Byte offsets; `anchor` is the other end of the selection. Call once before use if the text came from elsewhere.
  void clamp(const std::string& text);

  std::size_t caret() const { return caret_; }
  std::size_t selection_begin() const { return caret_ < anchor_ ? caret_ : anchor_; }
  std::size_t selection_end() const { return caret_ < anchor_ ? anchor_ : caret_; }
  bool has_selection() const { return caret_ != anchor_; }
  std::string_view selected(const std::string& text) const;

  void place(std::size_t offset, Select select = Select::no);
  void left(const std::string& text, Select select);
  void right(const std::string& text, Select select);
  void word_left(const std::string& text, Select select);
  void word_right(const std::string& text, Select select);
  void select_all(const std::string& text);

  // Each returns whether the text changed.
  bool insert(std::string& text, std::string_view words, std::size_t most_bytes);
  bool backspace(std::string& text);
  bool erase_forward(std::string& text);
  bool erase_selection(std::string& text);
  bool undo(std::string& text);
  bool redo(std::string& text);

 private:
  struct Step {
    std::string text;
    std::size_t caret;
  };
  enum class Change : std::uint8_t { none, typing, erasing, other };
  void remember(const std::string& text, Change change);

  std::size_t caret_ = 0, anchor_ = 0;
  Change last_ = Change::none;
  std::vector<Step> undo_, redo_;
};

} // namespace firsthand::ui
