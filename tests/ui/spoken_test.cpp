// What a voice says of a screen: everything once, in the order of reading, with what it is and how it stands.
#include "engine/ui/spoken.h"
#include "tests/ui/fixture.h"

using namespace firsthand::ui;

namespace {

const SpokenWords in_english{.heading = "heading",
                             .button = "button",
                             .link = "link",
                             .choice = "choice",
                             .box = "tick box",
                             .toggle = "switch",
                             .tab = "tab",
                             .place = "in the picture",
                             .field = "field",
                             .picture = "picture",
                             .chosen = "selected",
                             .ticked = "ticked",
                             .not_ticked = "not ticked",
                             .done = "done once",
                             .disabled = "disabled",
                             .disabled_because = "disabled, because: {reason}",
                             .empty = "empty",
                             .one_sign = "one sign entered",
                             .signs = "{n} signs entered"};

struct Heard {
  std::unique_ptr<Window> window = open_headless();
  std::vector<std::string> of(const Draw& draw) {
    Driver driver(*window, draw);
    return spoken(window->registry(), in_english);
  }
};

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("spoken: a control says what it is and how it stands") {
  Heard heard;
  const Lines lines = heard.of([](Frame& f) {
    button(f, {20, 20, 200, 48}, {.id = "a", .label = "Go on"});
    button(f, {20, 80, 200, 48}, {.id = "b", .label = "Sign", .enabled = false});
    verb(f, {20, 140, 200, 60}, {.id = "c", .label = "Lift it", .seconds = "20 s", .used = true});
    verb(f, {20, 220, 200, 60}, {.id = "d", .label = "Shut it", .seconds = "2 s", .enabled = false, .reason = "It is shut."});
    option(f, {20, 300, 300, 48}, {.id = "e", .label = "Leave it", .letter = 'A', .chosen = true});
    option(f, {20, 360, 300, 48}, {.id = "f", .label = "Take it", .letter = 'B'});
    option(f, {20, 420, 300, 48}, {.id = "g", .label = "The cable", .chosen = true, .several = true});
    option(f, {20, 480, 300, 48}, {.id = "h", .label = "The lid", .several = true});
    toggle(f, {400, 20, 300, 48}, {.id = "i", .label = "Less motion", .on = true, .state = "On"});
    button(f, {400, 80, 200, 48}, {.id = "j", .label = "Hand in", .enabled = false, .reason = "Answer first."});
    button(f, {400, 140, 200, 48}, {.id = "k", .label = "Wait", .reason = "Answer first."});
  });
  CHECK(lines == Lines{"Go on, button", "Sign, button, disabled", "Lift it, 20 s, button, done once",
                       "Shut it, button, disabled, because: It is shut.", "A: Leave it, choice, selected", "B: Take it, choice",
                       "The cable, tick box, ticked", "The lid, tick box, not ticked", "Less motion, On, switch",
                       "Hand in, button, disabled, because: Answer first.", "Wait, button"});
}

TEST_CASE("spoken: a field says what stands in it, a secret one only how much") {
  Heard heard;
  std::string name = "Dara", pin = "4711", none, one = "5";
  const Lines lines = heard.of([&](Frame& f) {
    field(f, {20, 20, 300, 80}, {.id = "name", .label = "Name"}, name);
    field(f, {20, 120, 300, 80}, {.id = "pin", .label = "PIN", .password = true}, pin);
    field(f, {20, 220, 300, 80}, {.id = "again", .label = "PIN again", .password = true}, none);
    field(f, {20, 320, 300, 80}, {.id = "one", .label = "New PIN", .password = true}, one);
    field(f, {20, 420, 300, 80}, {.id = "room", .label = "Room"}, none);
  });
  CHECK(lines == Lines{"Name, Dara, field", "PIN, field, 4 signs entered", "PIN again, field, empty", "New PIN, field, one sign entered",
                       "Room, empty, field"});
  for (const Entry& entry : heard.window->registry().entries()) // nobody who reads the registry finds it
    CHECK((entry.label + entry.value + entry.reason).find("4711") == std::string::npos);
}

TEST_CASE("spoken: nothing is said twice") {
  Heard heard;
  const Lines lines = heard.of([](Frame& f) {
    card(f, {20, 20, 400, 100}, Card{.id = "card", .label = "The open door, 20 min"});
    f.text(40, 40, 300, "The open door", Type::heading, Colour::text);
    f.text(40, 80, 300, "Draft", Type::small, Colour::text);
    hot_spot(
        f, {.id = "door", .label = "Door", .shape = {}, .rect = {500, 20, 100, 100}, .label_at = {500, 130}, .said = "not looked at yet"});
    picture_label(f, {500, 200}, "Door");
    f.text(40, 300, 300, "Draft", Type::small, Colour::text); // another place, said again
    f.text(40, 340, 300, "Draft", Type::small, Colour::text); // one right behind the other
  });
  CHECK(lines == Lines{"The open door, 20 min, button", "Draft", "Door, not looked at yet, in the picture", "Draft"});
}

TEST_CASE("spoken: a bar that shows how much is said with its number, once") {
  Heard heard;
  const Lines lines = heard.of([](Frame& f) {
    f.text(20, 20, 300, "1 of 2 passed", Type::small, Colour::text);
    progress(f, {20, 60, 300, 8}, 1, 2, "Course, 1 of 2 passed");
    f.text(20, 100, 300, "One", Type::heading, Colour::text);
    progress(f, {20, 160, 300, 8}, 1, 2, "One, 14 %");
    f.text(330, 160, 60, "14 %", Type::small, Colour::text);
  });
  CHECK(lines == Lines{"Course, 1 of 2 passed", "One", "One, 14 %"});
}

TEST_CASE("spoken: alone, one of several of a name is told by what it belongs to") {
  Heard heard;
  (void)heard.of([](Frame& f) {
    f.text(20, 20, 300, "The first", Type::heading, Colour::text, {.role = Role::heading});
    button(f, {20, 80, 200, 48}, {.id = "one", .label = "Play"});
    f.text(20, 160, 300, "The second", Type::heading, Colour::text, {.role = Role::heading});
    button(f, {20, 220, 200, 48}, {.id = "two", .label = "Play"});
    button(f, {20, 280, 200, 48}, {.id = "home", .label = "Home"});
  });
  const Registry& registry = heard.window->registry();
  CHECK(spoken_alone(registry, *registry.find("one"), in_english) == "The first: Play, button");
  CHECK(spoken_alone(registry, *registry.find("two"), in_english) == "The second: Play, button");
  CHECK(spoken_alone(registry, *registry.find("home"), in_english) == "Home, button");
}

TEST_CASE("spoken: a bar's words come first, its ways out last, and under a sheet nothing") {
  Heard heard;
  bool sheet = false;
  const Draw draw = [&](Frame& f) {
    f.begin_part(Part::bar);
    f.text(300, 10, 300, "Step 2 of 6", Type::small, Colour::text);
    f.end_part();
    back_button(f, {10, 10, 40, 40}, "back", "Back");
    f.begin_part(Part::strip);
    button(f, {20, 600, 200, 48}, {.id = "wait", .label = "Wait"});
    f.end_part();
    f.text(20, 100, 300, "The door is open.", Type::body, Colour::text);
    if (!sheet) return;
    f.begin_sheet("sheet", {100, 100, 400, 300}, "Hint");
    button(f, {120, 300, 200, 48}, {.id = "close", .label = "Close"});
    f.end_sheet();
  };
  CHECK(heard.of(draw) == Lines{"Step 2 of 6", "The door is open.", "Wait, button", "Back, button"});
  sheet = true;
  CHECK(heard.of(draw) == Lines{"Hint", "Close, button"});
  CHECK(title_of(heard.window->registry()) == "Hint");
}
