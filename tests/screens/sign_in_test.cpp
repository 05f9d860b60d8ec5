// The page of the names where a hundred and twenty people train at one computer: by keyboard, by pointer, at every size.
#include "tests/app/many_names.h"
#include "tests/screens/shell_bench.h"
#include "tests/screens/shell_fixture.h"

#include "engine/app/people_list.h"

using namespace firsthand::screens;
namespace text = firsthand::text;
namespace app = firsthand::app;

namespace {

struct Crowd {
  SourcePictures pictures;
  content::Words words;
  std::vector<SignInPerson> people;
  std::vector<text::FoldedName> folded;
  std::vector<content::Language> languages{{"en", "English", true}, {"th", "ไทย", false}};
  SignInMemory memory;
  std::string notice;
  bool draft = false, listed = false;
  SignInIntent asked;

  explicit Crowd(std::vector<std::string> names = many_names::all()) { of(std::move(names)); }
  void of(std::vector<std::string> names) {
    people.clear(), folded.clear();
    for (std::string& each : names) {
      people.push_back({std::to_string(people.size()), std::move(each), people.size() < 5});
      folded.push_back(text::folded_name(people.back().name));
    }
  }
  // All but the last two stand in a list of people.
  void list() {
    listed = true;
    for (std::size_t i = 0; i + 2 < people.size(); ++i) {
      people[i].number = fmt::format("{:04}", 71 + i);
      people[i].rank = i % 2 ? "ร.ต.อ." : "Lt", people[i].unit = i % 3 ? "สืบสวน สภ.เมืองภูเก็ต" : "";
      folded[i] = text::folded_name(searched_of(people[i]));
    }
  }
  SignInIntent draw(Frame& f) {
    SignInIntent now = draw_sign_in(f,
                                    {.words = words,
                                     .people = people,
                                     .languages = languages,
                                     .language = "en",
                                     .mark = pictures("assets/pictures/mark.svg"),
                                     .picture = pictures("assets/pictures/sign-in.svg"),
                                     .folded = folded,
                                     .listed = listed,
                                     .notice = notice,
                                     .draft = draft,
                                     .station = "Phuket 2, Room 3, 12",
                                     .trainer_pin = true},
                                    memory);
    if (now.pick) asked.pick = now.pick;
    if (now.new_person) asked.new_person = true, asked.new_name = now.new_name;
    return now;
  }
  std::string picked() { return asked.pick ? people[static_cast<std::size_t>(std::stoi(*asked.pick))].name : ""; }
};

struct Hall {
  Crowd crowd;
  bool focused_ = false; // before the driver, which draws at once
  std::unique_ptr<Window> window;
  Driver driver;
  explicit Hall(Size size = {1280, 720}, Settings settings = {})
      : window(open_headless(settings, size)), driver(*window, [this](Frame& f) {
          if (!focused_) f.focus("sign-in/search"), focused_ = true;
          crowd.draw(f);
        }) {}
  void key(const char* name) { CHECK_OK(driver.key(name)); }
  Rect rect(const std::string& id) { return driver.find(id).ok() ? driver.find(id)->rect : Rect(); }
  bool whole(const std::string& id) {
    const auto entry = driver.find(id);
    return entry.ok() && intersection(entry->rect, entry->clip) == entry->rect;
  }
  std::vector<std::string> rows() { // that are listed, in order
    std::vector<std::string> all;
    for (const Entry& each : window->registry().entries())
      if (each.id.starts_with("sign-in/person/")) all.push_back(each.label);
    return all;
  }
  std::string chosen() {
    for (const Entry& each : window->registry().entries())
      if (each.role == Role::row && each.chosen) return each.label;
    return {};
  }
};

template<class Change> void crowd_is_whole(const std::string& name, Change change) {
  std::vector<HomeLook> all = looks();
  all.push_back({{Theme::light, 200, Motion::reduced, "th"}, {1024, 768}});
  all.push_back({{Theme::dark, 150, Motion::reduced, "en"}, {1366, 768}});
  for (const HomeLook& look : all) {
    CAPTURE(look.name());
    const auto window = open_headless(look.settings, look.size);
    Crowd crowd;
    crowd.draft = look.settings.language == "th";
    change(crowd);
    Driver driver(*window, [&](Frame& f) { crowd.draw(f); });
    CHECK(describe(driver.layout_faults()) == "");
    const auto add = driver.find("sign-in/new");
    REQUIRE(add.ok());
    CHECK(intersection(add->rect, add->clip) == add->rect);
    keep_picture(driver, name + "-" + look.name());
  }
}

} // namespace

TEST_CASE("sign-in: many names are whole at every size, and New person is in sight") {
  crowd_is_whole("names", [](Crowd&) {});
  crowd_is_whole("names-found", [](Crowd& c) { c.memory.search = "da", c.memory.marked = "sign-in/person/81"; });
  crowd_is_whole("names-nobody", [](Crowd& c) { c.memory.search = "Sgt. Kittisak Wongchaisuwanarat"; });
  crowd_is_whole("names-notice", [](Crowd& c) { c.notice = "The program was not closed the last time. Whatever was saved is there."; });
}

TEST_CASE("sign-in: numbers, ranks and units are whole at every size, and so is the first PIN") {
  crowd_is_whole("listed", [](Crowd& c) { c.list(); });
  crowd_is_whole("listed-found", [](Crowd& c) { c.list(), c.memory.search = "018", c.memory.marked = "sign-in/person/110"; });
  for (const HomeLook& look : looks()) {
    CAPTURE(look.name());
    const auto window = open_headless(look.settings, look.size);
    Crowd crowd;
    crowd.list();
    crowd.memory.page = SignInPart::add, crowd.memory.person = "7";
    Driver driver(*window, [&](Frame& f) { crowd.draw(f); });
    CHECK(describe(driver.layout_faults()) == "");
    CHECK(driver.find("sign-in/new-pin").ok());
    CHECK_FALSE(driver.find("sign-in/new-name").ok());
    keep_picture(driver, "first-pin-" + look.name());
  }
}

TEST_CASE("sign-in: somebody is found by the number, by any part of it, and with a name beside it") {
  Hall hall;
  hall.crowd.list();
  hall.driver.settle();
  hall.window->pass(400);   // the page is not new any more
  hall.driver.hasty = true; // four digits and Enter: five keys
  hall.driver.type("0079");
  hall.key("Enter");
  CHECK(hall.crowd.asked.pick == "8");
  hall.key("Ctrl+A"), hall.driver.type("188");
  REQUIRE(hall.rows().size() == 1);
  CHECK(hall.rows()[0].find(", 0188, ร.ต.อ.") != std::string::npos);
  hall.key("Ctrl+A"), hall.driver.type("007 สม");
  for (const std::string& row : hall.rows())
    CHECK(row.starts_with("สม"));
  CHECK(hall.rows().size() > 1);
  hall.key("Ctrl+A"), hall.driver.type(hall.crowd.people.back().name);
  REQUIRE_FALSE(hall.rows().empty());
  CHECK(hall.rows().back().ends_with(", Not on the list"));
  hall.key("Ctrl+A"), hall.driver.type("9999"); // a number is nobody's name
  CHECK(hall.driver.sees("Nobody here has “9999” in the name or the number."));
  hall.driver.hasty = false;
  CHECK_OK(hall.driver.click("sign-in/add"));
  CHECK(hall.crowd.asked.new_person);
  CHECK(hall.crowd.asked.new_name == "");
}

TEST_CASE("sign-in: names that are made to break it do not") {
  std::string stacked = "a";
  for (int i = 0; i < 79; ++i)
    stacked += "\u0303";
  const std::vector<std::string> hostile{
      "",    " ", std::string(80, 'W'), stacked, "\u202Eabc\u202C", "علی رضایی", "דני", "Dara", "Dara", "<b>{n}</b> %s", "\xF0\x9F\x98\x80",
      "۱۲۳", "."};
  crowd_is_whole("names-hostile", [&](Crowd& c) { c.of(hostile); });
  for (const char* typed : {"a", "w", "\u0303", "{n}", "רד", "۱", "\xF0\x9F\x98\x80", "\u202E"})
    crowd_is_whole("names-hostile-found", [&](Crowd& c) { c.of(hostile), c.memory.search = typed; });
}

TEST_CASE("sign-in: typing filters at once, Enter takes the only one") {
  Hall hall;
  CHECK(hall.driver.focused() == "sign-in/search");
  CHECK(hall.rows().size() == 120);
  hall.driver.type("bich"); // nobody
  CHECK(hall.rows().empty());
  hall.key("Ctrl+A");
  hall.driver.type("PHROM");
  CHECK(hall.rows().size() > 1);
  hall.driver.type("ma da");
  REQUIRE(hall.rows().size() == 1);
  hall.driver.hasty = true; // Enter comes right behind the last letter
  hall.driver.type("r");
  hall.key("Enter");
  CHECK(hall.crowd.picked() == "Sgt. DARA Phromma");
}

TEST_CASE("sign-in: somebody of each script is taken by five keys and no pointer") {
  const std::pair<std::vector<const char*>, const char*> ways[] = {
      {{"ป", "ร", "Down", "Enter"}, "ประเสริฐ"}, {{"က", "Down", "Enter"}, "ကျော်ဇင်"},   {{"វ", "Down", "Down", "Enter"}, "វិបុល"},
      {{"d", "o", "Down", "Enter"}, "Đỗ Minh"}, {{"z", "o", "Down", "Enter"}, "Zoë"}, {{"ຄ", "Down", "Enter"}, "ຄຳ"}};
  for (const auto& [keys, begin] : ways) {
    CAPTURE(std::string(begin));
    Hall hall;
    hall.window->pass(600), hall.driver.settle();
    hall.driver.hasty = true;
    for (const std::string key : keys) {
      if (key == "Down" || key == "Enter")
        hall.key(key.c_str());
      else
        hall.driver.type(key);
    }
    CHECK(hall.crowd.picked().starts_with(begin));
  }
}

TEST_CASE("sign-in: of several Enter marks the first and takes nobody") {
  Hall hall;
  hall.driver.type("da");
  const std::vector<std::string> rows = hall.rows();
  REQUIRE(rows.size() > 3);
  hall.key("Enter");
  CHECK_FALSE(hall.crowd.asked.pick);
  CHECK(hall.chosen() == rows[0]);
  hall.key("Down");
  CHECK(hall.chosen() == rows[1]);
  hall.key("Up"), hall.key("Up");
  CHECK(hall.chosen() == "");
  hall.key("Up");
  CHECK(hall.chosen() == rows.back());
  hall.driver.type("r"), hall.key("Backspace");
  hall.key("Down"), hall.key("Down"), hall.key("Down");
  CHECK(hall.chosen() == rows[2]);
  hall.key("Backspace"); // another search, in which that row still stands: nothing of it is marked
  CHECK(hall.chosen() == "");
  hall.driver.type("ar");
  CHECK(hall.driver.focused() == "sign-in/search");
  hall.key("Down"), hall.key("Enter");
  CHECK(hall.crowd.picked() == hall.rows()[0]);
}

TEST_CASE("sign-in: the list scrolls to what is marked, and back to its head when something is typed") {
  for (const Size size : {Size{1280, 720}, Size{1024, 768}}) {
    Hall hall(size, {Theme::light, size.w == 1024 ? 200 : 100, Motion::reduced, "en"});
    const Rect field = hall.rect("sign-in/search"), add = hall.rect("sign-in/new");
    for (int i = 0; i < 30; ++i)
      hall.key("Down");
    CHECK(hall.chosen() == hall.rows()[29]);
    CHECK(hall.whole("sign-in/person/29"));
    CHECK_FALSE(hall.whole("sign-in/person/0"));
    hall.key("PageDown");
    CHECK(hall.chosen() == hall.rows()[36]);
    CHECK(hall.whole("sign-in/person/36"));
    for (int i = 0; i < 40; ++i)
      hall.key("PageDown");
    CHECK(hall.chosen() == hall.rows().back());
    hall.driver.wheel(hall.rect("sign-in/person/119").centre(), 3);
    CHECK(hall.rect("sign-in/search") == field); // nothing else moves
    CHECK(hall.rect("sign-in/new") == add);
    hall.driver.type("a");
    CHECK(hall.whole("sign-in/person/" + hall.crowd.people[app::find_names(hall.crowd.folded, "a")[0].which].id));
    CHECK(hall.rect("sign-in/search") == field);
    CHECK(hall.rect("sign-in/new") == add);
    hall.driver.type("xyz");
    CHECK(hall.rect("sign-in/search") == field);
    CHECK(hall.rect("sign-in/new") == add);
    CHECK(hall.whole("sign-in/new"));
  }
}

TEST_CASE("sign-in: what nobody has is offered as a new person, by key, by pointer, and by New person itself") {
  for (const char* how : {"keys", "pointer", "button"}) {
    CAPTURE(how);
    Hall hall;
    hall.driver.type("Anong");
    CHECK(hall.driver.sees("Nobody here has “Anong” in the name."));
    CHECK(hall.driver.sees("Add “Anong” as a new person"));
    if (how == std::string("keys")) {
      hall.key("Enter");
      CHECK_FALSE(hall.crowd.asked.new_person); // it is marked first
      hall.key("Enter");
    } else {
      CHECK_OK(hall.driver.click(how == std::string("pointer") ? "sign-in/add" : "sign-in/new"));
    }
    CHECK(hall.crowd.asked.new_person);
    CHECK(hall.crowd.asked.new_name == "Anong");
  }
  Hall hall;
  hall.driver.type("da");
  CHECK_OK(hall.driver.click("sign-in/new"));
  CHECK(hall.crowd.asked.new_name == ""); // it was for finding somebody
}

TEST_CASE("sign-in: Escape clears what was typed first, from the field and from beside it; who types after it is heard") {
  Hall hall;
  hall.driver.type("da");
  hall.key("Escape");
  CHECK(hall.crowd.memory.search == "");
  CHECK(hall.driver.focused() == "sign-in/search");
  hall.driver.type("da");
  hall.key("Tab");
  CHECK(hall.driver.focused() == "sign-in/new");
  hall.key("Escape");
  CHECK(hall.crowd.memory.search == "");
  CHECK(hall.driver.focused() == "sign-in/search");
  hall.key("Escape");
  CHECK(hall.driver.focused() == "");
  hall.driver.type("ma");
  CHECK(hall.crowd.memory.search == "ma");
  CHECK(hall.driver.focused() == "sign-in/search");
  hall.key("Tab");
  hall.driver.type(" "); // that presses a button
  CHECK(hall.driver.focused() == "sign-in/new");
  hall.driver.type("l");
  CHECK(hall.crowd.memory.search == "mal");
  CHECK(hall.driver.focused() == "sign-in/search");
}

TEST_CASE("sign-in: a name and a letter are pressed by the pointer, and after a letter writing goes on behind it") {
  Hall hall;
  CHECK_OK(hall.driver.click("sign-in/letter/d"));
  CHECK(hall.crowd.memory.search == "d");
  CHECK(hall.driver.focused() == "sign-in/search");
  hall.driver.type("o");
  CHECK(hall.crowd.memory.search == "do");
  CHECK_OK(hall.driver.click("sign-in/letter/ສ"));
  CHECK(hall.crowd.memory.search == "ສ");
  const std::string first = hall.rows().front();
  CHECK_OK(hall.driver.click(first));
  CHECK(hall.crowd.picked() == first);
}

TEST_CASE("sign-in: who is picked enters the PIN beside the names, which stay; where there is no room, alone") {
  for (const int percent : {100, 125, 150, 200}) {
    CAPTURE(percent);
    Hall hall({1280, 720}, {Theme::light, percent, Motion::reduced, "en"});
    const auto found = app::find_names(hall.crowd.folded, "da");
    const SignInPerson& picked = hall.crowd.people[found[1].which];
    hall.crowd.memory.search = "da", hall.crowd.memory.page = SignInPart::pin, hall.crowd.memory.person = picked.id;
    hall.driver.settle();
    CHECK(describe(hall.driver.layout_faults()) == "");
    const bool beside = percent < 150;
    CHECK(hall.rows().empty() != beside);
    CHECK(hall.whole("sign-in/new") == beside);
    CHECK(hall.whole("sign-in/pin"));
    CHECK(hall.whole("sign-in/settings"));
    CHECK(hall.whole("sign-in/help"));
    keep_picture(hall.driver, fmt::format("names-pin-{}", percent));
    if (!beside) continue;
    CHECK(hall.chosen() == picked.name);
    CHECK_OK(hall.driver.click("sign-in/person/" + hall.crowd.people[found[0].which].id)); // another
    CHECK(hall.crowd.asked.pick);
  }
}

TEST_CASE("sign-in: nobody begins before the PIN is complete, by the button or by Enter") {
  const auto window = open_headless();
  SignInExample example;
  example.memory.page = SignInPart::pin, example.memory.person = "d";
  bool signs_in = false;
  Driver driver(*window, [&](Frame& f) {
    if (example.draw(f).sign_in) signs_in = true;
  });
  CHECK(driver.find("sign-in/person/n").ok()); // they stay in sight
  const auto enabled = [&] { return driver.find("sign-in/go")->enabled; };
  CHECK_FALSE(enabled());
  CHECK_OK(driver.type_into("sign-in/pin", "123"));
  CHECK_FALSE(enabled());
  CHECK_OK(driver.key("Enter"));
  CHECK_FALSE(signs_in);
  CHECK(driver.sees("A PIN has 4 to 8 digits."));
  driver.type("4");
  driver.settle();
  CHECK(enabled());
  CHECK_OK(driver.key("Enter"));
  CHECK(signs_in);
}

TEST_CASE("sign-in: settings, help and New person are in sight at every size, with few names and with many") {
  for (const HomeLook& look : looks()) {
    CAPTURE(look.name());
    Hall hall(look.size, look.settings);
    for (const char* id : {"sign-in/settings", "sign-in/help", "sign-in/new"})
      CHECK(hall.whole(id));
    const auto window = open_headless(look.settings, look.size);
    SignInExample few;
    Driver driver(*window, [&](Frame& f) { few.draw(f); });
    for (const char* id : {"sign-in/settings", "sign-in/help", "sign-in/new"}) {
      CAPTURE(std::string(id));
      const auto entry = driver.find(id);
      REQUIRE(entry.ok());
      CHECK(intersection(entry->rect, entry->clip) == entry->rect);
    }
  }
}

// ---- in the shell

TEST_CASE("sign-in: eight people stand as ever, with the ninth the field is there and has the focus") {
  shell_tests::ShellBench b;
  const auto window = open_headless();
  Driver driver(*window, [&](Frame& f) { draw_shell(f, *b.shell); });
  for (int i = 0; i < 9; ++i) {
    b.add(fmt::format("Learner {}", i).c_str(), "1234");
    b.shell->playing().leave(), b.shell->switch_person();
    driver.settle();
    CHECK(driver.find("sign-in/search").ok() == (i == 8));
    if (i < 8) CHECK(sign_in(*b.shell).people().front().name == "Learner 0");
  }
  CHECK(driver.focused() == "sign-in/search");
  CHECK(sign_in(*b.shell).people().front().name == "Learner 8"); // here last
  driver.type("3");
  CHECK_OK(driver.key("Enter"));
  CHECK(sign_in(*b.shell).memory.page == SignInPart::pin);
  CHECK(driver.find("sign-in/search").ok()); // the list is not left
  CHECK(driver.focused() == "sign-in/pin");
  CHECK_OK(driver.key("Escape")); // out of the field
  CHECK_OK(driver.key("Escape")); // and back to the names, as they were looked for
  CHECK(sign_in(*b.shell).memory.page == SignInPart::people);
  CHECK(sign_in(*b.shell).memory.search == "3");
  CHECK(driver.focused() == "sign-in/search");
  CHECK_OK(driver.key("Enter"));
  driver.type("1234");
  CHECK_OK(driver.key("Enter"));
  CHECK(b.shell->page() == PageName::home);
  CHECK(b.shell->person().name == "Learner 3");
  b.shell->switch_person();
  driver.settle();
  CHECK(sign_in(*b.shell).people().front().name == "Learner 3");
  CHECK(driver.focused() == "sign-in/search");
  driver.type("Anong");
  CHECK_OK(driver.key("Enter"));
  CHECK_OK(driver.key("Enter"));
  REQUIRE(sign_in(*b.shell).memory.page == SignInPart::add);
  CHECK(sign_in(*b.shell).memory.new_name == "Anong");
  CHECK(driver.focused() == "sign-in/new-pin");
  CHECK_OK(driver.key("Escape"));
  CHECK_OK(driver.key("Escape"));
  CHECK(sign_in(*b.shell).memory.page == SignInPart::people);
  CHECK(driver.focused() == "sign-in/search");
}
