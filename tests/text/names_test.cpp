// Names: many ways of typing what looks the same, made for each of many names; and names that differ.
#include "engine/text/names.h"

#include <doctest/doctest.h>

#include <functional>
#include <set>
#include <vector>

namespace firsthand::text_test {
namespace {

const std::vector<std::string> visible_names = {
    "Malee",    "Sgt. Dara P.", "Zoë Ñuñez",     "Nguyễn Thị Minh Khai", "Strauß",       "มาลี ศรีสุข", "น้ำ ก้ำกึ่ง",   "แสง สิทธิ์",      "กี่ ปู่",
    "ສົມພອນ ນ້ຳ", "علی رضایی",    "می\u200Cخواهم", "क्\u200Dष श्री",         "සමිත ශ්\u200Dරී", "김 민준",  "山田 太郎", "O'Neil-Jaidee"};

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size())
    text.replace(at, what.size(), by);
  return text;
}

std::string full_width(const std::string& text) {
  std::string out;
  for (const char c : text)
    if (c >= 'A' && c <= 'Z')
      out += std::string("\xEF\xBC") + static_cast<char>(0xA1 + c - 'A');
    else if (c >= 'a' && c <= 'z')
      out += std::string("\xEF\xBD") + static_cast<char>(0x81 + c - 'a');
    else
      out += c;
  return out;
}

std::string capitals(std::string text) {
  for (char& c : text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return text;
}

struct Disguise {
  std::string what;
  std::function<std::string(const std::string&)> put_on;
};

std::vector<Disguise> disguises() {
  std::vector<Disguise> all;
  for (const char* sign : {"\u200B", "\u200C", "\u200D", "\u200E", "\u200F",     "\u202A",     "\u202E", "\u2060", "\u2066", "\u2069",
                           "\u00AD", "\uFEFF", "\u034F", "\uFE0F", "\U000E0041", "\U000E0100", "\u180E", "\u061C", "\u2028", " ",
                           "\t",     "\n",     "\u00A0", "\u3000", "\u2800",     "\u3164",     "\uFFFB", "\x01"}) {
    all.push_back({"before", [sign](const std::string& name) { return sign + name; }});
    all.push_back({"behind", [sign](const std::string& name) { return name + sign; }});
    all.push_back({"twice at a blank", [sign](const std::string& name) { return replaced(name, " ", std::string(" ") + sign + sign); }});
  }
  for (const char* blank : {"  ", "\u00A0", "\u2003", "\u202F", "\u3000", " \t ", "\u2007\u200B"})
    all.push_back({"another blank", [blank](const std::string& name) { return replaced(name, " ", blank); }});
  all.push_back({"capitals", capitals});
  all.push_back({"full width", full_width});
  all.push_back({"decomposed", [](const std::string& name) {
                   return replaced(replaced(replaced(name, "ë", "e\u0308"), "Ñ", "N\u0303"), "ñ", "n\u0303");
                 }});
  all.push_back({"marks in another order", [](const std::string& name) { return replaced(name, "ễ", "e\u0302\u0303"); }});
  all.push_back({"ss", [](const std::string& name) { return replaced(name, "ß", "SS"); }});
  all.push_back({"am as ring and vowel",
                 [](const std::string& name) { return replaced(replaced(name, "\u0E33", "\u0E4D\u0E32"), "\u0EB3", "\u0ECD\u0EB2"); }});
  all.push_back({"am with the ring before the tone", [](const std::string& name) {
                   return replaced(replaced(name, "\u0E49\u0E33", "\u0E4D\u0E49\u0E32"), "\u0EC9\u0EB3", "\u0ECD\u0EC9\u0EB2");
                 }});
  all.push_back({"am with the tone behind it", [](const std::string& name) {
                   return replaced(replaced(name, "\u0E49\u0E33", "\u0E33\u0E49"), "\u0EC9\u0EB3", "\u0EB3\u0EC9");
                 }});
  all.push_back({"tone before vowel", [](const std::string& name) {
                   return replaced(replaced(name, "\u0E35\u0E48", "\u0E48\u0E35"), "\u0E39\u0E48", "\u0E48\u0E39");
                 }});
  all.push_back({"a mark twice", [](const std::string& name) { return replaced(name, "\u0E35", "\u0E35\u0E35"); }});
  all.push_back({"ae as two", [](const std::string& name) { return replaced(name, "แ", "เเ"); }});
  all.push_back({"letters of another alphabet",
                 [](const std::string& name) { return replaced(replaced(replaced(name, "a", "а"), "e", "е"), "P", "Р"); }});
  all.push_back(
      {"another apostrophe and hyphen", [](const std::string& name) { return replaced(replaced(name, "'", "’"), "-", "\u2011"); }});
  return all;
}

} // namespace

TEST_CASE("text: one visible name has one key, in each of its disguises") {
  for (const std::string& name : visible_names)
    for (const Disguise& each : disguises()) {
      INFO(name << ", " << each.what);
      CHECK(text::visible_name(each.put_on(name)).key == text::visible_name(name).key);
    }
}

TEST_CASE("text: what is shown of a name is stable, and a right one is left as it was typed") {
  for (const std::string& name : visible_names) {
    CHECK(text::visible_name(name).shown == name);
    for (const Disguise& each : disguises()) {
      const std::string shown = text::visible_name(each.put_on(name)).shown;
      INFO(name << ", " << each.what);
      CHECK(text::visible_name(shown).shown == shown);
    }
  }
  CHECK(text::visible_name("  Malee\u200B \u00A0 Jaidee\uFEFF\n").shown == "Malee Jaidee");
  CHECK(text::visible_name("e\u0301").shown == "é");
  CHECK(text::visible_name("ก\u0E4D\u0E49\u0E32").shown == "ก\u0E49\u0E33");
}

TEST_CASE("text: names that a reader tells apart have different keys") {
  std::set<std::string> keys;
  const std::vector<std::string> others = {"Mali", "Malee J", "MaleeJ", "Mallee", "Maleé",  "มาลี",   "มาลิ",   "มาลี่", "มาลี้",
                                           "นำ",   "น้ำ",      "นำ้า",    "กำ",     "กา",     "ขำ",    "แก",    "เก",  "Al",
                                           "Ai",   "Sgt 1",   "Sgt 2",  "O-Neil", "O Neil", "ONeil", "สมชาย", "สมชัย"};
  for (const std::string& name : others)
    CHECK_MESSAGE(keys.insert(text::visible_name(name).key).second, name);
}

TEST_CASE("text: a name of nothing to see is told from no name, and a sign without a script is named") {
  for (const char* unseen : {"\u200B", "\uFEFF \u00AD", "\u202E\u202C", "\u3164", "\u200D", "\U000E0041", "\x01"}) {
    const auto name = text::visible_name(unseen);
    CHECK(name.shown.empty());
    CHECK(name.unseen);
  }
  CHECK_FALSE(text::visible_name("").unseen);
  CHECK_FALSE(text::visible_name("   ").unseen);
  CHECK(text::visible_name("Nok \U0001F600").foreign == 0x1F600);
  CHECK(text::visible_name("\uE000").foreign == 0xE000);
  CHECK(text::visible_name("\u0378").foreign == 0x378);
  CHECK(text::visible_name("Malee").foreign == 0);
  CHECK(text::visible_name(std::string(112, 'x')).letters == 112);
}

} // namespace firsthand::text_test
