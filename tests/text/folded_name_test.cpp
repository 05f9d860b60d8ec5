// What is typed of a name and what stands there become the same, in every script, and it is known where.
#include "engine/text/folded_name.h"

#include <doctest/doctest.h>

namespace firsthand::text_test {
namespace {

std::string key(const std::string& name) { return text::folded_name(name).key; }

} // namespace

TEST_CASE("folded name: without capitals, accents and tone marks, with the vowels") {
  CHECK(key("NGUYỄN Thị Đào") == "nguyen thi dao");
  CHECK(key("Nguye\u0302\u0303n") == "nguyen"); // typed sign by sign
  CHECK(key("Zoë Ñuñez Łódź Søren") == "zoe nunez lodz soren");
  CHECK(key("Strauß") == "strauss");
  CHECK(key("ก้ำ") == key("กำ"));
  CHECK(key("ก่อ") == "กอ");
  CHECK(key("กี่ ปู") == "กี ปู");
  CHECK(key("ປູ່") == "ປູ");
  CHECK(key("๑๒๓ ១២ ၁၂") == "123 12 12");
  CHECK(key("ស្រី") == "ស្រី");     // stacked consonants stay stacked
  CHECK(key("ကျော်") == "ကျော်"); // and a killed vowel killed
  CHECK(key("مُحَمَّد") == "محمد");
  CHECK(key("김").starts_with(key("기")));
  CHECK(key("") == "");
}

TEST_CASE("folded name: each byte knows the letter that it came from") {
  for (const std::string name :
       {"Sgt. Đỗ Thị Bích", "น้ำ ก้ำกึ่ง", "ကျော်ဇင်", "e\u0301e\u0301 x", "김 민준", "a\u0300\u0301\u0302\u0303\u0304 b", "\u202E abc"}) {
    CAPTURE(name);
    const text::FoldedName folded = text::folded_name(name);
    REQUIRE(folded.from.size() == folded.key.size());
    REQUIRE(folded.to.size() == folded.key.size());
    for (std::size_t i = 0; i < folded.key.size(); ++i) {
      CHECK(folded.from[i] < folded.to[i]);
      CHECK(folded.to[i] <= name.size());
      if (i > 0) CHECK(folded.from[i] >= folded.from[i - 1]);
    }
  }
  const text::FoldedName dao = text::folded_name("Thị Đào");
  const std::size_t at = dao.key.find("ao");
  CHECK(std::string("Thị Đào").substr(dao.from[at], dao.to[at + 1] - dao.from[at]) == "ào");
}

} // namespace firsthand::text_test
