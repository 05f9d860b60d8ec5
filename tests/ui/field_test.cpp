// The text field through real events: typing, selection, clipboard, input methods, passwords.
#include "tests/ui/fixture.h"

#include <SDL.h>

using namespace firsthand::ui;

namespace {

struct Form {
  Field field_shown{.id = "form/field", .label = "Name"};
  std::string value;
  int changed = 0, submitted = 0;
  std::optional<NotTaken> not_taken;
  std::unique_ptr<Window> window = open_headless();
  Driver driver{*window, [this](Frame& f) { draw(f); }};

  void draw(Frame& f) {
    const FieldEvent event = field(f, {20, 20, 300, field_height(f, field_shown, field_shown.several_lines ? 3 : 1)}, field_shown, value);
    not_taken = f.not_taken();
    changed += event == FieldEvent::changed, submitted += event == FieldEvent::submitted;
  }
  void keys(std::initializer_list<const char*> names) {
    for (const char* name : names)
      CHECK_OK(driver.key(name));
  }
  void forget() { // what was told
    window->pass(2000);
    keys({"End"});
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

TEST_CASE("ui: what is typed after coming to a password replaces it, by key and by pointer; typed on it goes on") {
  for (const bool pointer : {false, true}) {
    CAPTURE(pointer);
    const auto window = open_headless();
    std::string pin, other;
    Driver driver(*window, [&](Frame& f) {
      field(f, {20, 20, 300, 74}, {.id = "form/pin", .label = "PIN", .password = true, .digits_only = true, .max_bytes = 8}, pin);
      field(f, {20, 120, 300, 74}, {.id = "form/other", .label = "Other"}, other);
    });
    CHECK_OK(driver.click("form/pin"));
    driver.type("22");
    driver.type("22");
    CHECK(pin == "2222");
    CHECK_OK(driver.click("form/other"));
    if (pointer) CHECK_OK(driver.click("form/pin"));
    if (!pointer) CHECK_OK(driver.key("Shift+Tab"));
    driver.type("3333");
    CHECK(pin == "3333");
    driver.type("4");
    CHECK(pin == "33334");
  }
}

TEST_CASE("ui: what a field did not take is not told on another screen") {
  const auto window = open_headless();
  std::string pin;
  const char* screen = "one";
  bool told = false;
  Driver driver(*window, [&](Frame& f) {
    f.screen(screen);
    field(f, {20, 20, 300, 74}, {.id = "form/pin", .label = "PIN", .digits_only = true}, pin);
    told = f.not_taken().has_value();
  });
  CHECK_OK(driver.type_into("form/pin", "x"));
  CHECK(told);
  screen = "two";
  driver.settle();
  CHECK_FALSE(told);
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

TEST_CASE("ui: whatever is typed or pasted into any field is taken, or told") {
  Form form;
  const std::string thai = "ยึดโทรศัพท์";
  for (const int kind : {0, 1, 2, 3})
    for (const std::size_t most : {1, 8, 20, 400})
      for (std::string words : {std::string("5"), std::string("24681357"), std::string("Malee"), thai, std::string(19, 'x'),
                                std::string(20, '7'), std::string(21, '7'), std::string("12-34"), std::string(5000, 'a')}) {
        if (words == thai) words += thai;
        CAPTURE(kind);
        CAPTURE(most);
        CAPTURE(words.substr(0, 30));
        form.field_shown = {.id = "form/field", .label = "Name", .max_bytes = static_cast<int>(most)};
        form.field_shown.several_lines = kind == 1, form.field_shown.digits_only = kind >= 2, form.field_shown.password = kind == 3;
        for (const bool pasted : {false, true}) {
          if (!pasted && words.size() > 400) continue;
          CHECK_OK(form.driver.click("form/field"));
          form.value = pasted ? "1" : "";
          form.forget();
          form.keys({"End"});
          SDL_SetClipboardText(words.c_str());
          if (pasted)
            form.keys({"Ctrl+V"});
          else
            form.driver.type(words);
          const std::string whole = (pasted ? "1" : "") + words;
          CHECK((form.value == whole) != form.not_taken.has_value());
          if (form.not_taken && pasted) {
            CHECK(form.value == "1"); // nothing of it: the clipboard still has it whole
            CHECK(form.not_taken->pasted);
          }
        }
      }
}

TEST_CASE("ui: how much too long a pasted text is, is told until the next key") {
  Form form;
  form.field_shown.several_lines = true, form.field_shown.max_bytes = 2000;
  form.type("ก");
  SDL_SetClipboardText(std::string(5000, 'a').c_str());
  form.keys({"Ctrl+V"});
  REQUIRE(form.not_taken);
  CHECK(form.not_taken->why == NotTaken::Why::too_long);
  CHECK((form.not_taken->letters == 5000 && form.not_taken->room == 1997));
  form.driver.settle();
  CHECK(form.not_taken);
  form.driver.type("b"); // who types on has not read it yet
  CHECK(form.not_taken);
  form.forget();
  CHECK_FALSE(form.not_taken);
  form.value = "ก";
  SDL_SetClipboardText("a\tb\n");
  form.keys({"End", "Ctrl+V"});
  CHECK(form.value == "กa b\n");
  form.field_shown.several_lines = false, form.value.clear();
  SDL_SetClipboardText("Malee\r\nSuda\n");
  form.keys({"Ctrl+V"});
  CHECK(form.value == "Malee Suda"); // a line end parts words; none is lost, none run together
}

TEST_CASE("ui: a field that is switched off takes nothing") {
  Form form;
  form.field_shown.enabled = false;
  form.driver.settle();
  CHECK_FALSE(form.driver.click("form/field").ok());
  form.driver.type("a");
  CHECK(form.value.empty());
}

TEST_CASE("ui: a field that hears all takes what is typed where no other field is written in, and blanks stay with the button") {
  std::string found, other;
  int pressed = 0;
  bool sheet = false;
  const auto window = open_headless();
  Driver driver(*window, [&](Frame& f) {
    field(f, {20, 20, 300, 74}, {.id = "page/found", .label = "Search", .hears_all = true}, found);
    field(f, {20, 120, 300, 74}, {.id = "page/other", .label = "Other"}, other);
    pressed += button(f, {20, 220, 120, 48}, {.id = "page/button", .label = "Button"});
    if (!sheet) return;
    f.begin_sheet("sheet", {300, 300, 300, 200}, "Sheet");
    button(f, {320, 320, 120, 48}, {.id = "sheet/button", .label = "Above"});
    f.end_sheet();
  });
  driver.type("a"); // nothing has the focus
  CHECK(found == "a");
  CHECK(driver.focused() == "page/found");
  CHECK_OK(driver.type_into("page/other", "b"));
  CHECK(found == "a");
  CHECK_OK(driver.key("Tab"));
  CHECK(driver.focused() == "page/button");
  driver.type(" ");
  CHECK_OK(driver.key("Space"));
  CHECK(pressed == 1);
  CHECK(found == "a");
  driver.type("c");
  CHECK(found == "ac");
  sheet = true;
  driver.settle();
  driver.type("d");
  CHECK(found == "ac");
}

TEST_CASE("ui: what somebody else writes into a field is written on from its end") {
  Form form;
  form.type("x");
  form.value = "dara";
  form.driver.settle();
  form.driver.type("!");
  CHECK(form.value == "dara!");
}
