// Editing without a window: caret, selection, undo, and what scripts with stacked marks need.
#include "engine/ui/text_edit.h"

#include <doctest/doctest.h>

using namespace firsthand::ui;

namespace {
struct Line {
  std::string text;
  TextEdit edit;
  explicit Line(std::string words) : text(std::move(words)) { edit.place(text.size()); }
  void type(std::string_view words) { edit.insert(text, words, 100); }
};
} // namespace

TEST_CASE("ui: Backspace removes one code point, the arrow a whole letter with its marks") {
  Line line("ที่"); // consonant, vowel above, tone above
  line.edit.backspace(line.text);
  CHECK(line.text == "ที");
  line.edit.left(line.text, Select::no);
  CHECK(line.edit.caret() == 0);
}

TEST_CASE("ui: typing replaces the selection and undo brings it back") {
  Line line("one two");
  line.edit.word_left(line.text, Select::yes);
  CHECK(line.edit.selected(line.text) == "two");
  line.type("six");
  CHECK(line.text == "one six");
  CHECK(line.edit.undo(line.text));
  CHECK(line.text == "one two");
  CHECK(line.edit.redo(line.text));
  CHECK(line.text == "one six");
}

TEST_CASE("ui: a run of typing is one undo step") {
  Line line("");
  for (const char* letter : {"a", "b", "c"})
    line.type(letter);
  line.edit.undo(line.text);
  CHECK(line.text.empty());
  CHECK_FALSE(line.edit.undo(line.text));
}

TEST_CASE("ui: a text longer than its limit takes whole letters only") {
  Line line("");
  CHECK(line.edit.insert(line.text, "ก็ก็", 8)); // six bytes a letter with its mark
  CHECK(line.text == "ก็");
  CHECK_FALSE(line.edit.insert(line.text, "ก็", 8));
}

TEST_CASE("ui: a caret that no longer fits its text is put back onto a letter") {
  Line line("héllo");
  std::string shorter = "hé";
  line.edit.place(2); // inside é
  line.edit.clamp(shorter);
  CHECK(line.edit.caret() == 1);
}

TEST_CASE("ui: select all, then Delete empties the line") {
  Line line("ภาษาไทย");
  line.edit.select_all(line.text);
  CHECK(line.edit.erase_forward(line.text));
  CHECK(line.text.empty());
}
