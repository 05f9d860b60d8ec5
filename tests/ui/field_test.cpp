// The text field through real events: typing, selection, clipboard, input methods, passwords.
#include "tests/ui/fixture.h"

using namespace firsthand::ui;

namespace {

struct Form {
  Field field_shown{.id = "form/field", .label = "Name"};
  std::string value;
  int changed = 0, submitted = 0;
  std::unique_ptr<Window> window = open_headless();
  Driver driver{*window, [this](Frame& f) { draw(f); }};

  void draw(Frame& f) {
    const FieldEvent event = field(f, {20, 20, 300, field_height(f, field_shown, field_shown.several_lines ? 3 : 1)}, field_shown, value);
    changed += event == FieldEvent::changed, submitted += event == FieldEvent::submitted;
  }
  void keys(std::initializer_list<const char*> names) {
    for (const char* name : names)
      CHECK_OK(driver.key(name));
  }
  void type(std::string_view words) { CHECK_OK(driver.type_into("form/field", words)); }
  std::string read_out() const { return driver.all_text(); }
};

} // namespace

TEST_CASE("ui: Thai typed letter by letter arrives whole and Backspace takes the last mark") {
  Form form;
  form.type("ที่นี่");
  CHECK(form.value == "ที่นี่");
  form.keys({"Backspace"});
  CHECK(form.value == "ที่นี");
  CHECK(form.changed == 7);
}

TEST_CASE("ui: the caret moves and what is typed lands there") {
  Form form;
  form.type("ac");
  form.keys({"Left"});
  form.driver.type("b");
  form.keys({"Home"});
  form.driver.type("_");
  form.keys({"End"});
  form.driver.type("d");
  CHECK(form.value == "_abcd");
}

TEST_CASE("ui: cut and paste move words, undo brings them back") {
  Form form;
  form.type("seal bag");
  form.keys({"Ctrl+Shift+Left", "Ctrl+X"});
  CHECK(form.value == "seal ");
  form.keys({"Home", "Ctrl+V"});
  CHECK(form.value == "bagseal ");
  form.keys({"Ctrl+Z", "Ctrl+Z"});
  CHECK(form.value == "seal bag");
}

TEST_CASE("ui: an unfinished word of an input method is shown but not yet in the text") {
  Form form;
  form.type("a");
  form.driver.compose("ni");
  CHECK(form.value == "a");
  form.driver.compose("");
  form.driver.type("你");
  CHECK(form.value == "a你");
}

TEST_CASE("ui: a password is never read out nor copied") {
  Form form;
  form.field_shown.password = true, form.field_shown.digits_only = true;
  form.type("12x34");
  CHECK(form.value == "1234");
  form.keys({"Ctrl+A", "Ctrl+C", "Ctrl+X"});
  CHECK(form.value == "1234");
  CHECK(form.read_out().find('1') == std::string::npos);
}

TEST_CASE("ui: Enter submits one line and breaks several") {
  Form form;
  form.type("a");
  form.keys({"Enter"});
  CHECK(form.submitted == 1);
  form.field_shown.several_lines = true;
  form.keys({"Enter"});
  form.driver.type("b");
  CHECK(form.value == "a\nb");
  form.keys({"Up"});
  form.driver.type("c");
  CHECK(form.value == "ac\nb");
}

TEST_CASE("ui: pressing between letters puts the caret there, dragging selects") {
  Form form;
  form.type("mmmmmmmm");
  form.driver.press({34, 70}); // just inside the padding
  form.driver.release({34, 70});
  form.driver.type("X");
  CHECK(form.value == "Xmmmmmmmm");
  form.driver.press({34, 70});
  form.driver.release({318, 70});
  form.driver.type("Y");
  CHECK(form.value == "Y");
}

TEST_CASE("ui: a field that is switched off takes nothing") {
  Form form;
  form.field_shown.enabled = false;
  form.driver.settle();
  CHECK_FALSE(form.driver.click("form/field").ok());
  form.driver.type("a");
  CHECK(form.value.empty());
}
