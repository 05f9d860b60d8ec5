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

// Each cell says a word of its own; whether it is kept is asked of the item and of what is told.
TEST_CASE("exchange: whatever stands in a row is in its question, or it is told that it is not") {
  const std::vector<std::string> columns{"id",       "kind",     "competency", "twins",    "stem",   "option 1", "option 2",
                                         "option 3", "pair 1",   "pair 2",     "pair 3",   "pair 4", "key",      "tolerance",
                                         "units",    "why",      "why 1",      "why 2",    "why 3",  "why 4",    "source",
                                         "source 1", "source 2", "source 3",   "source 4", "danger"};
  const std::map<std::string, std::string> keys{{"one", "2"},     {"several", "1 2"}, {"order", ""},          {"match", "keys"},
                                                {"number", "11"}, {"copy", "keys"},   {"phrase", "2 1 | 3 1"}};
  for (const auto& [kind, key] : keys) {
    std::string head, row;
    std::map<std::string, std::string> cells;
    for (const std::string& column : columns) {
      std::string text = "w" + column;
      text.find(' ') == text.npos ? void(text += "-whole") : void(std::erase(text, ' '));
      if (column == "kind") text = kind;
      if (column == "competency") text = "custody";
      if (column == "key") text = key;
      if (column == "tolerance") text = "7";
      if (column == "units") text = kind == "number" ? "" : "min";
      if (column == "danger") text = "1 weakens";
      if (kind == "number" && column.starts_with("option")) text = "2" + column.substr(7);
      cells[column] = text;
      head += (head.empty() ? "" : ",") + column, row += (row.empty() ? "" : ",") + text;
    }
    const ItemsRead read = table(head + "\n" + row + "\n");
    CAPTURE(kind);
    CAPTURE(remarks_of(read));
    REQUIRE(read.items.size() == 1);
    const std::string item = told_item(read.items[0]), told = remarks_of(read);
    for (const auto& [column, text] : cells) {
      CAPTURE(column);
      CAPTURE(item);
      const bool kept = column == "key" || (column == "danger" ? item.find("!weakens") : item.find(text)) != item.npos;
      const bool is_told = told.find("\"" + column + "\"") != told.npos;
      CHECK((text.empty() || kept || is_told));
      CHECK_FALSE((kept && is_told && column != "key" && column != "kind"));
    }
    CHECK((told.find("\"key\"") != told.npos) == (kind == "match"));
  }
}

TEST_CASE("exchange: one reason for a whole row is that of what is right, and told where that has its own") {
  for (const char* kind : {"one", "", "One"}) {
    const ItemsRead read =
        table(std::string("Kind,Stem,Option 1,Option 2,Key,Why,Why 1\n") + kind + ",Which?,this,that,b,All of it.,Not it.\n");
    CHECK(remarks_of(read).find("why") == std::string::npos);
    REQUIRE(read.items.size() == 1);
    CHECK(read.items[0].options[0].why.source == "Not it.");
    CHECK(read.items[0].options[1].why.source == "All of it.");
    CHECK(read.items[0].options[1].right);
  }
  const ItemsRead both = table("kind,stem,option 1,option 2,key,why,why 1\none,Which?,this,that,1,All of it.,It.\n");
  CHECK(remarks_of(both).find("taken without what stands under \"why\"") != std::string::npos);
  CHECK(both.items.at(0).options[0].why.source == "It.");
  const ItemsRead beyond = table("stem,option 1,option 2,option 4,option 02,key\nWhich?,this,that,lost,lost,1\n");
  CHECK(remarks_of(beyond).find("under \"option 4\"") != std::string::npos);
  CHECK(remarks_of(beyond).find("under \"option 02\"") != std::string::npos);
  CHECK(remarks_of(table("kind,stem,option 1,option 2,pair 1,pair 2,pair 3,key\nmatch,w,a,b,c,d,c,\n")).find("under \"pair 3\"") !=
        std::string::npos);
}

TEST_CASE("exchange: a text to copy that a spreadsheet made of another is to be looked at") {
  const auto told = [](const std::string& key) {
    return remarks_of(table("kind,stem,key,competency\ncopy,Copy it.," + key + ",custody\n"));
  };
  for (const char* key : {"1.2E+12", "3-Oct", "3-Oct-26", "12-ต.ค."})
    CHECK(told(key).find("f: line 2, column 3: \"" + std::string(key) + "\" is what a spreadsheet makes") == 0);
  for (const char* key : {"A 204 117", "12-3", "E+12", "3-Octave", "3-October-26x", "123-Oct", "7-x"})
    CHECK(told(key) == "");
}
