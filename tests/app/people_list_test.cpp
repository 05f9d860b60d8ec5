// The names of a hundred and twenty people: their order, their letters, and that five keys find each.
#include "engine/app/people_list.h"
#include "engine/base/utf8.h"
#include "tests/app/fixture.h"
#include "tests/app/many_names.h"

#include <set>

namespace {

using firsthand::app::PersonCard;
namespace app = firsthand::app;
namespace base = firsthand::base;
namespace text = firsthand::text;

std::vector<text::FoldedName> folded(const std::vector<std::string>& names) {
  std::vector<text::FoldedName> all;
  for (const std::string& each : names)
    all.push_back(text::folded_name(each));
  return all;
}

std::vector<std::string> found(const std::vector<std::string>& names, std::string_view typed) {
  std::vector<std::string> hits;
  for (const app::NameHit& each : app::find_names(folded(names), typed))
    hits.push_back(names[each.which]);
  return hits;
}

using Names = std::vector<std::string>;

// What somebody types of a name: the beginning of a word of it, or of its first and of its last; one sign is one key.
std::set<std::string> ways_of_typing(const std::string& name) {
  Names words{""};
  for (const char c : name)
    if (c == ' ')
      words.emplace_back();
    else
      words.back() += c;
  const auto begins = [](const std::string& word, std::size_t longest) {
    Names all;
    std::size_t at = 0;
    while (at < word.size() && all.size() < longest)
      base::next_code_point(word, at), all.push_back(word.substr(0, at));
    return all;
  };
  std::set<std::string> ways;
  for (const std::string& each : words)
    for (const std::string& begin : begins(each, 4))
      ways.insert(begin);
  for (const std::string& one : begins(words.front(), 2))
    for (const std::string& other : begins(words.back(), 2))
      ways.insert(one + " " + other);
  return ways;
}

// The keys until that person is taken: what is typed, arrows down or up from the last, Enter; Enter takes the only one at once.
int keys_for(const std::vector<text::FoldedName>& names, std::size_t who, const std::string& typed) {
  const auto hits = app::find_names(names, typed);
  const int letters = static_cast<int>(base::count_code_points(typed));
  for (std::size_t i = 0; i < hits.size(); ++i)
    if (hits[i].which == who) return letters + (hits.size() == 1 ? 0 : static_cast<int>(std::min(i + 1, hits.size() - i))) + 1;
  return 99;
}

std::vector<PersonCard> cards_of(const Names& names) {
  std::vector<PersonCard> cards;
  for (const std::string& each : names) {
    cards.emplace_back();
    cards.back().id = "id-" + std::to_string(cards.size()), cards.back().name = each;
  }
  return cards;
}

Names names_of(const std::vector<PersonCard>& cards) {
  Names names;
  for (const PersonCard& each : cards)
    names.push_back(each.name);
  return names;
}

} // namespace

TEST_CASE("people list: each of a hundred and twenty people is found by five keys") {
  const Names names = many_names::all();
  REQUIRE(names.size() == 120);
  REQUIRE(std::set(names.begin(), names.end()).size() == 120);
  const std::vector<text::FoldedName> all = folded(names);
  for (std::size_t who = 0; who < names.size(); ++who) {
    int least = 99;
    for (const std::string& typed : ways_of_typing(names[who]))
      least = std::min(least, keys_for(all, who, typed));
    CHECK_MESSAGE(least <= 5, names[who] << " takes " << least << " keys");
  }
}

TEST_CASE("people list: a whole word before the beginning of one, that before any other part, else as they were given") {
  CHECK(found({"Wongdao Ploy", "Danai Wirot", "Somsak Da", "Daeng Somsak", "Malee"}, "da") ==
        Names{"Somsak Da", "Danai Wirot", "Daeng Somsak", "Wongdao Ploy"});
  CHECK(found({"Officer Number 117", "Officer Number 17", "Officer Number 7"}, "7") ==
        Names{"Officer Number 7", "Officer Number 117", "Officer Number 17"});
  CHECK(found({"Officer Number 117", "Officer Number 17"}, "17 off") == Names{"Officer Number 17", "Officer Number 117"}); // in any order
  CHECK(found({"ร.ต.อ.สมชาย ใจดี", "นายสมชาย"}, "สม") == Names{"ร.ต.อ.สมชาย ใจดี", "นายสมชาย"});
  CHECK(found({"O'Neil", "Neill"}, "neil") == Names{"O'Neil", "Neill"});
}

TEST_CASE("people list: capitals, accents, tone marks and widths are as one likes") {
  const Names names{"Đỗ Thị Bích", "น้ำฝน ศรีสุข", "Zoë Ñuñez", "ကျော်ဇင် ဝင်း", "ស្រីមុំ គឹម", "김 민준"};
  const std::pair<const char*, int> typed[] = {{"do", 0},  {"Đỗ", 0},     {"BICH", 0}, {"นำ", 1}, {"น้ำ", 1}, {"น้ำ", 1}, {"nunez", 2},
                                               {"zoë", 2}, {"ｚｏｅ", 2}, {"ကျ", 3},   {"ស្រ", 4}, {"គ", 4},  {"기", 5}};
  for (const auto& [part, who] : typed) {
    CAPTURE(part);
    const Names hits = found(names, part);
    REQUIRE(hits.size() == 1);
    CHECK(hits.front() == names[static_cast<std::size_t>(who)]);
  }
}

TEST_CASE("people list: nothing typed is everybody, what nobody has is nobody, and it is known what was typed of a name") {
  const Names names{"Dara", "Malee"};
  for (const char* nothing : {"", "  ", "\u0301", "\u200B"})
    CHECK(found(names, nothing) == names);
  CHECK(found(names, "x").empty());
  CHECK(found(names, "dara x").empty());
  CHECK(found({}, "x").empty());
  const std::string name = "Phạm Đức";
  const auto hits = app::find_names(folded({name}), "duc p");
  REQUIRE(hits.size() == 1);
  REQUIRE(hits[0].places.size() == 2);
  CHECK(name.substr(hits[0].places[0].first, hits[0].places[0].second - hits[0].places[0].first) == "Đức");
  CHECK(name.substr(hits[0].places[1].first, hits[0].places[1].second - hits[0].places[1].first) == "P");
}

TEST_CASE("people list: who was here lately, then the alphabet, in which ranks and written order do not count") {
  std::vector<PersonCard> cards = cards_of({"Zoë", "เดชา", "กิตติ", "ดารา", "Sgt. Maj. Dara", "แสง", "Cpl. Anan", "Malee", "ร.ต.อ.บุญ", "สม"});
  cards[9].lately = 2, cards[0].lately = 1;
  CHECK(names_of(app::in_order(cards)) ==
        Names{"Zoë", "สม", "Cpl. Anan", "Sgt. Maj. Dara", "Malee", "กิตติ", "ดารา", "เดชา", "ร.ต.อ.บุญ", "แสง"});
}

TEST_CASE("people list: few people stand as they came, whoever was here lately") {
  std::vector<PersonCard> cards = cards_of({"h", "g", "f", "e", "d", "c", "b", "a"});
  cards[5].lately = 1;
  CHECK(names_of(app::in_order(cards)) == Names{"h", "g", "f", "e", "d", "c", "b", "a"});
}

TEST_CASE("people list: of equal names none is lost") {
  const std::vector<PersonCard> sorted = app::in_order(cards_of(Names(12, "Dara")));
  std::set<std::string> ids;
  for (const PersonCard& each : sorted)
    ids.insert(each.id);
  CHECK(ids.size() == 12);
}

TEST_CASE("people list: the letters are those of names, and the search for each finds someone") {
  CHECK(app::first_letters(folded({"Sgt. Dara", "dao", "Émile", "เดชา", "ร.ต.อ.สม", "'", "", "Sgt.", "7"})) ==
        Names{"7", "d", "e", "s", "ด", "ส"});
  const Names names = many_names::all();
  for (const std::string& letter : app::first_letters(folded(names)))
    CHECK_FALSE(found(names, letter).empty());
}

TEST_CASE("people list: who signed in here lately is known, the last one first, and no more than five") {
  app_tests::Office office;
  office.open();
  std::vector<std::string> ids;
  for (int i = 0; i < 7; ++i)
    ids.push_back(app_tests::taken(office.data_folder->add_person("Learner " + std::to_string(i), "1234")).id);
  const auto lately = [&] {
    std::vector<int> all;
    for (const PersonCard& each : app_tests::taken(office.data_folder->people()))
      all.push_back(each.lately);
    return all;
  };
  CHECK(lately() == std::vector<int>(7, 0));
  for (const int who : {0, 1, 2, 3, 4, 5, 0})
    app_tests::taken(office.data_folder->sign_in(ids[static_cast<std::size_t>(who)], "1234"));
  app_tests::taken(office.data_folder->sign_in(ids[6], "9999")); // not in
  CHECK(lately() == std::vector<int>{1, 0, 5, 4, 3, 2, 0});
  office.data_folder->note_arrival(ids[6]);
  CHECK(lately() == std::vector<int>{2, 0, 0, 5, 4, 3, 1});
  app_tests::done(office.data_folder->erase_person(ids[6]));
  CHECK(app_tests::taken(office.data_folder->people()).size() == 6);
}
