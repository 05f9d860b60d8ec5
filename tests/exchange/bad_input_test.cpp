// Files that are broken, too large, or made to do harm: told, and nothing of them is taken.
#include "tests/exchange/fixture.h"

#include <doctest/doctest.h>

using namespace firsthand::exchange;

namespace {

std::string faults(Form form, const std::string& bytes) {
  const ItemsRead read = read_items(form, bytes);
  CHECK(read.items.empty());
  return remarks_of(read);
}

std::string times(std::size_t count, const std::string& text) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i)
    all += text;
  return all;
}

} // namespace

TEST_CASE("exchange: a file beyond the bounds is refused, with what to do") {
  for (const auto& [word, form] : forms) {
    CAPTURE(word);
    CHECK(faults(form, std::string(most_bytes + 1, ' ')) == "f: larger than 1 MB; divide the file, or export it without pictures\n");
  }
  CHECK(faults(Form::gift, times(501, "a?{=b ~c}\n\n")) == "f: line 1001: more than 500 questions; divide the file\n");
  CHECK(read_items(Form::gift, times(500, "a?{=b ~c}\n\n")).items.size() == 500);
  CHECK(write_items(Form::gift, std::vector<firsthand::model::Item>(501)).remarks.size() == 1);
}

TEST_CASE("exchange: what is not UTF-8 is refused with its line; marks and line ends of others are read") {
  CHECK(faults(Form::gift, "fine?{=a ~b}\n\nit\x92s?{=a ~b}\n") ==
        "f: line 3: a letter here is not UTF-8; open the file in an editor and save it as UTF-8\n");
  CHECK(faults(Form::moodle_xml, "<quiz>\xC3</quiz>").find("not UTF-8") != std::string::npos);
  const std::string wide("\xFF\xFE"
                         "a\0?\0{\0=\0b\0 \0~\0c\0}\0",
                         20);
  CHECK(read_items(Form::gift, wide).items.size() == 1);
  CHECK(faults(Form::gift, wide.substr(0, 19)).find("cut or damaged") != std::string::npos);
  const ItemsRead read = read_items(Form::gift, "\xEF\xBB\xBFone?{=a ~b}\r\n\r\ntwo?{\r\n=a\r\n~b}\r\n");
  REQUIRE(read.items.size() == 2);
  CHECK(read.items[0].stem.source == "one?");
  CHECK(read.items[1].where.line == 3);
}

TEST_CASE("exchange: XML that names entities of its own, or none that ends, is refused") {
  const std::string laughs = "<!DOCTYPE lolz [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]>\n<quiz><question type=\"essay\"/></quiz>";
  CHECK(faults(Form::moodle_xml, laughs) == "f: line 1: a DOCTYPE is not read; take the lines from <!DOCTYPE to its > out\n");
  CHECK(faults(Form::moodle_xml, "<quiz>\n<question>\n</quiz>").find("f: line 3: this is no whole XML") == 0);
  CHECK(faults(Form::moodle_xml, "").find("no whole XML") != std::string::npos);
  CHECK(faults(Form::moodle_xml, "<html/>").find("there is no <quiz>") != std::string::npos);
  CHECK(faults(Form::moodle_xml, "<quiz>" + times(50'000, "<a>") + times(50'000, "</a>") + "</quiz>").find("deeper in each other") !=
        std::string::npos);
  const std::string bomb = "<quiz><question type=\"multichoice\"><questiontext><text>&a;&unknown;?</text></questiontext></question></quiz>";
  CHECK(remarks_of(read_items(Form::moodle_xml, bomb)).find("fewer than two answers") != std::string::npos);
}

TEST_CASE("exchange: an empty file has nothing, and says nothing wrong") {
  CHECK(told_reading(read_items(Form::gift, "")) == "");
  CHECK(told_reading(read_items(Form::aiken, "\n\n")) == "");
  CHECK(told_reading(read_items(Form::moodle_xml, "<quiz/>")) == "");
}

TEST_CASE("exchange: names become ids, each once") {
  const ItemsRead read =
      read_items(Form::gift, "::Seal, new!::a?{=b ~c}\n\n::seal new::a?{=b ~c}\n\n::7 bags::a?{=b ~c}\n\n::ถุง::a?{=b ~c}\n");
  REQUIRE(read.items.size() == 4);
  CHECK(read.items[0].id == "seal-new");
  CHECK(read.items[1].id == "seal-new-2");
  CHECK(read.items[2].id == "q-7-bags");
  CHECK(read.items[3].id == "question-4");
}
