// The table that a spreadsheet saved: what it may hold, and each fault with its line and column.
#include "tests/exchange/fixture.h"

#include <doctest/doctest.h>

using namespace firsthand::exchange;
using firsthand::model::ItemKind;

namespace {

const ReadOptions csv_options{{"custody", "documentation", "packaging"}, ""};

ItemsRead table(const std::string& bytes) { return read_items(Form::csv, bytes, csv_options); }

std::string faults_of(const std::string& bytes) {
  const ItemsRead read = table(bytes);
  CHECK(read.items.empty());
  return remarks_of(read);
}

} // namespace

TEST_CASE("exchange: the template is read whole, one question of each kind, and written alike") {
  const ItemsRead read = table(csv_template());
  CHECK(remarks_of(read) == "");
  REQUIRE(read.items.size() == 7);
  CHECK(told_item(read.items[0]) == "one example-one of custody: A sealed bag is handed to you. What comes first?\n"
                                    "  a \"Open it and look what is in it\" !weakens: Then nobody can say what was in it. [practice]\n"
                                    "  *b \"Compare its seal with the form\": A wrong number is found while both are there. [practice]\n"
                                    "  c \"Put it away and sign later\": What is signed later is doubted later. [practice]\n");
  CHECK(told_item(read.items[4]) ==
        "number example-number of documentation: A clock shows 14:32. The true time is 14:21. How far is it ahead?\n"
        "  answer 11 min ± 0 min\n  unit s\n  unit min\n  near -11 min: The wrong sign: it would be behind.\n"
        "  why: Shown minus true. [practice]\n");
  for (std::size_t i = 0; i < 7; ++i)
    CHECK(read.items[i].kind == std::vector{ItemKind::one, ItemKind::several, ItemKind::order, ItemKind::match, ItemKind::number,
                                            ItemKind::copy, ItemKind::phrase}[i]);
  CHECK(round_trip(Form::csv, read.items) == "");
  CHECK(told_reading(table(csv_template(';'))) == told_reading(read));
}

TEST_CASE("exchange: a table of a spreadsheet with semicolons, marks and other letters is read") {
  const std::string rows = "stem;option 1;option 2;key\r\nWhich?;this;that;1\r\n";
  for (const std::string& bytes : {rows, "\xEF\xBB\xBF" + rows, "sep=;\r\n" + rows})
    CHECK(table(bytes).items.size() == 1);
  CHECK(table("stem\toption 1\toption 2\tkey\nWhich?\tthis\tthat\tB\n").items.size() == 1);
  const ItemsRead thai = table("stem,option 1,option 2,key\n\xA1\xD2\xC3?,\xA1,\xA2,A\n"); // code page 874
  REQUIRE(thai.items.size() == 1);
  CHECK(thai.items[0].stem.source == "การ?");
  CHECK(remarks_of(thai).find("f: read as Thai Windows (code page 874)") == 0);
}

TEST_CASE("exchange: each fault of a table is told with line and column, and nothing is taken while there is one") {
  CHECK(faults_of("stem,option 1,option 2,key\n,a,b,1\nWhich?,a,b,3\n") ==
        "f: line 2, column 1: stem: nothing stands here\nf: line 3, column 4: key: \"3\" is no option of this row; write its number\n");
  CHECK(faults_of("stem,optoin 1,option 2,key\nWhich?,a,b,2\n")
            .find("f: line 1, column 2: no column is called \"optoin 1\"; did you mean option 1?") == 0);
  CHECK(faults_of("option 1,option 2\na,b\n").find("there is no column \"stem\"") != std::string::npos);
  CHECK(faults_of("id,kind,stem,option 1,option 2,key\nA b,one,w,a,b,1\n").find("column 1: id: \"A b\" is no id") != std::string::npos);
  CHECK(faults_of("id,stem,option 1,option 2,key\nx,w,a,b,1\nx,w,a,b,1\n") == "f: line 3, column 1: id: x is that of line 2 already\n");
  CHECK(faults_of("kind,stem,option 1,option 2,key\nsevral,w,a,b,1\n") ==
        "f: line 2, column 1: kind: \"sevral\" is no kind of question; did you mean several?\n");
  CHECK(faults_of("kind,stem,option 1,option 2,key\nhotspot,w,a,b,1\n").find("a place in a picture") != std::string::npos);
  CHECK(faults_of("stem,option 1,option 2,key\nw,a,b,1 2\n").find("where several are, the kind is several") != std::string::npos);
  CHECK(faults_of("stem,option 1,option 2,key\nw,a,,1\n").find("at least two options") != std::string::npos);
  CHECK(faults_of("competency,stem,option 1,option 2,key\ncustdy,w,a,b,1\n") ==
        "f: line 2, column 1: competency: \"custdy\" is no competency; did you mean custody?\n");
  CHECK(faults_of("kind,stem,key,units\nnumber,w,11 h,s min\n") == "f: line 2, column 3: key: the column units has no \"h\"\n");
  CHECK(faults_of("kind,stem,key,units\nnumber,w,11,s min\n") == "f: line 2, column 3: key: the unit is missing\n");
  CHECK(faults_of("kind;stem;key\nnumber;w;1,5\n").find("and a point, no comma") != std::string::npos);
  CHECK(faults_of("kind,stem,option 1,option 2,pair 1,key\nmatch,w,a,b,c,\n") == "f: line 2: pair 2: nothing stands here\n");
  CHECK(faults_of("PK\x03\x04").find("workbook") != std::string::npos);
}

TEST_CASE("exchange: what a spreadsheet would take for a formula is written so that it does not") {
  firsthand::model::Item item;
  item.id = "sum", item.stem.source = "=1+1";
  for (const char* text : {"-5", "'=x", "@you", "'tis"}) {
    firsthand::model::ItemOption one;
    one.id = std::string(1, static_cast<char>('a' + item.options.size())), one.text.source = text;
    item.options.push_back(one);
  }
  item.options[0].right = true;
  const std::string bytes = write_items(Form::csv, {item}).bytes;
  CHECK(bytes.find(",\"'=1+1\",\"'-5\",\"''=x\",\"'@you\",\"'tis\",") != std::string::npos);
  const ItemsRead read = read_items(Form::csv, bytes);
  REQUIRE(read.items.size() == 1);
  CHECK(read.items[0].stem.source == "=1+1");
  for (std::size_t i = 0; i < 4; ++i)
    CHECK(read.items[0].options[i].text.source == item.options[i].text.source);
}
