// From a table as a coordinator saved it to what is printed.
#include "engine/report/statistics_files.h"
#include "engine/report/statistics_told.h"

#include <cstdlib>
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>

using namespace firsthand;
using namespace firsthand::report;

namespace {

std::string kept(const std::string& name) {
  std::ifstream in(std::filesystem::path(FIRSTHAND_SOURCE) / "tests/report/statistics" / name, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

// FIRSTHAND_BLESS=1 renews what is kept: read the difference.
void check_kept(const std::string& name, const std::string& text) {
  if (std::getenv("FIRSTHAND_BLESS"))
    std::ofstream(std::filesystem::path(FIRSTHAND_SOURCE) / "tests/report/statistics" / name, std::ios::binary) << text;
  CHECK(text == kept(name));
}

base::TableText table_in(const std::string& bytes) {
  base::TableReading reading = base::read_table(bytes);
  REQUIRE(reading.table);
  return std::move(*reading.table);
}

std::string faults_in(const std::vector<base::TableFault>& faults) {
  std::string out;
  for (const base::TableFault& fault : faults)
    out += base::told(fault, "x") + "\n";
  return out;
}

std::string answer_faults(const std::string& bytes) { return faults_in(read_answers(table_in(bytes)).faults); }
std::string result_faults(const std::string& bytes) { return faults_in(read_results(table_in(bytes)).faults); }

bool says(const std::string& text, std::string_view part) {
  CAPTURE(text);
  const bool found = text.find(part) != std::string::npos;
  CHECK_MESSAGE(found, part);
  return found;
}

} // namespace

TEST_CASE("statistics: the vectors are printed as they are kept") {
  check_kept("6x5.txt", told(form_figures(read_answers(table_in(kept("6x5.csv"))).answers)));
  check_kept("6x5-cut.txt", told(form_figures(read_answers(table_in(kept("6x5.csv"))).answers, 3)));
  check_kept("6.txt", told(cohort_gain(read_results(table_in(kept("6.csv"))).people)));
  CHECK(kept("6.txt").starts_with("G .492 [.180, .834], 6 pairs\n"));
}

TEST_CASE("statistics: of many persons intervals, options and flags are printed as they are kept") {
  const std::string table = kept("120.csv");
  const FormFigures form = form_figures(read_answers(table_in(table)).answers, 4);
  check_kept("120.txt", told(form));
  std::string csv;
  write_table(form, ',', [&csv](std::string_view bytes) { csv += bytes; });
  check_kept("120-figures.csv", csv);
  std::size_t end = 0; // of the header and twenty rows
  for (int line = 0; line < 21; ++line)
    end = table.find('\n', end) + 1;
  const std::string of_few = told(form_figures(read_answers(table_in(table.substr(0, end))).answers));
  CHECK(says(of_few, "20 persons, 7 items: fewer than 50 persons, read the intervals (95 %); nothing is flagged"));
  CHECK(of_few.find("hard") == std::string::npos);
}

TEST_CASE("statistics: why a gain has no interval is said") {
  CHECK(told(cohort_gain({{"a", 400, 700}})).starts_with("G .500, 1 pair (no interval below 5 pairs)\n"));
  std::vector<BeforeAndAfter> uneven(4, {"", 1000, 1000});
  for (std::size_t i = 0; i < uneven.size(); ++i)
    uneven[i].person = std::string(1, static_cast<char>('a' + i));
  uneven.push_back({"e", 0, 1000});
  CHECK(told(cohort_gain(uneven)).starts_with("G 1, 5 pairs (no interval: too little was missing before, or too unevenly)\n"));
}

TEST_CASE("statistics: an item is named without which the others agree better, and only then") {
  CHECK(says(told(form_figures(read_answers(table_in(kept("6x5.csv"))).answers)), "α .365 (.714 without i5)"));
  CHECK(says(told(form_figures(read_answers(table_in("person,a,b,c\n1,1,1,1\n2,1,1,0\n3,1,0,0\n4,0,0,0\n5,1,1,1\n6,0,0,1\n")).answers)),
             "without"));
  CHECK(told(form_figures(read_answers(table_in("person,a,b,c\n1,1,1,1\n2,1,1,0\n3,1,0,0\n4,0,0,0\n")).answers)).find(" without a)") ==
        std::string::npos);
}

TEST_CASE("statistics: the same table in the forms of a spreadsheet gives the same") {
  const std::string plain = kept("6x5.csv"), wanted = told(form_figures(read_answers(table_in(plain)).answers));
  std::string semicolons = plain;
  for (char& c : semicolons)
    if (c == ',') c = ';';
  std::string windows = "\xEF\xBB\xBF";
  for (const char c : semicolons)
    windows += c == '\n' ? "\r\n" : std::string(1, c);
  CHECK(told(form_figures(read_answers(table_in(windows + ";;;;;\r\n\r\n")).answers)) == wanted);
}

TEST_CASE("statistics: worths are parts of one, with a point or a comma") {
  const AnswersReading reading = read_answers(table_in("person;a;b\nx;0,5;1\ny;.25;\nz;1.0;0\n"));
  CHECK(faults_in(reading.faults).empty());
  CHECK(reading.answers.worths == std::vector<double>{0.5, 1, 0.25, 0, 1, 0});
  REQUIRE(reading.notes.size() == 1);
  CHECK(reading.notes[0] == "1 empty cells are omitted answers, worth 0");
  CHECK(says(answer_faults("person,a\nx,2\n"), "x: line 2, column 2: \"2\" is no worth of a"));
  for (const char* wrong : {"1.5", "-1", "yes", "1..0", "nan", "1e0", ".", "๑", "0x1"})
    CHECK(says(answer_faults(std::string("person,a\nx,") + wrong + "\n"), "is no worth"));
  CHECK(says(answer_faults("person;a\nx;1,000\n"), "is no worth"));
  CHECK(read_answers(table_in("person;a\nx;0,125\ny;0.333333333333333\n")).answers.worths == std::vector<double>{0.125, 0.333333333333333});
  CHECK(says(answer_faults("person;a\nx;0.3333333333333333333\n"), "is no worth"));
}

TEST_CASE("statistics: options stand under an item with its key, and count once each") {
  const AnswersReading reading = read_answers(table_in("person,i1=B/4,i2,i3=C\n1,B,1,C\n2,A,0,\n3,B,1,A\n"));
  CHECK(faults_in(reading.faults).empty());
  const Answers& answers = reading.answers;
  CHECK(answers.items[0].options == std::vector<std::string>{"A", "B"});
  CHECK(answers.items[0].key == 1U);
  CHECK(*answers.items[0].guess == 0.25);
  CHECK(answers.items[1].options.empty());
  CHECK(answers.worths == std::vector<double>{1, 1, 1, 0, 0, 0, 1, 1, 0});
  CHECK(answers.choices == std::vector<int>{1, -1, 1, 0, -1, -1, 1, -1, 0});
  const std::string text = told(form_figures(answers));
  CHECK(says(text, "guess"));
  CHECK(says(text, "B (right)"));
  REQUIRE(read_answers(table_in("person,i1=b\n1,B\n2,A\n")).notes.size() == 1);
  CHECK(says(read_answers(table_in("person,i1=b\n1,B\n2,A\n")).notes[0], "nobody chose \"b\""));
  const Answers blanks = read_answers(table_in("person,i 1 = B / 4\n1,B\n2,A\n")).answers;
  CHECK(blanks.items[0].name == "i 1");
  CHECK(blanks.worths == std::vector<double>{1, 0});
  CHECK(*blanks.items[0].guess == 0.25);
  CHECK(says(answer_faults("person,i1=A/2\n1,A\n2,B\n3,C\n"), "line 4, column 2: \"C\" would be option 3 of i1"));
  CHECK(says(answer_faults("person,i1=A/1\n1,A\n"), "number of options, 2 to 20"));
  CHECK(says(answer_faults("person,=A\n1,A\n"), "an item is written i1"));
  CHECK(says(answer_faults("person,i1=A,i1\n1,A,1\n"), "the item \"i1\" stands in column 2 already"));
}

TEST_CASE("statistics: a person stands once, and zeros that a spreadsheet took are noticed") {
  CHECK(says(answer_faults("person,a\n1,1\n2,1\n1,0\n"), "x: line 4, column 1: \"1\" stands in line 2 already"));
  CHECK(says(answer_faults("person,a\n0071,1\n71,1\n"), "line 3, column 1: \"71\" and \"0071\" in line 2"));
  CHECK(says(answer_faults("person,a\n,1\n"), "line 2, column 1: this row has no person"));
  CHECK(says(answer_faults("person,a\n1.2E+12,1\n"), "a power of ten"));
  CHECK(answer_faults("person,a\n0,1\n00b,1\nb,1\nE+5,1\n").empty());
  CHECK(says(read_answers(table_in("person,a\n0071,1\n72,1\n")).notes.at(0), "2 or 4 digits"));
  CHECK(read_answers(table_in("person,a\n0071,1\n0072,1\n")).notes.empty());
}

TEST_CASE("statistics: a header that is another table's is told with what it has") {
  CHECK(says(answer_faults("name,a\nx,1\n"), "x: line 1: the header needs a column \"person\"; it has name, a"));
  CHECK(says(answer_faults("person\nx\n"), "no item beside person"));
  CHECK(says(answer_faults("person,a\n"), "no row of a person"));
  CHECK(says(result_faults("person,before,after\n"), "needs a column \"pre\""));
}

TEST_CASE("statistics: results are per mille, and an empty cell was not taken") {
  const ResultsReading reading = read_results(table_in("post;Person;pre\n750;a;\n;b;400,5\n;c;\n"));
  CHECK(faults_in(reading.faults).empty());
  CHECK(*reading.people[0].after == 750);
  CHECK_FALSE(reading.people[0].before);
  CHECK(*reading.people[1].before == 400.5);
  CHECK(reading.notes.empty());
  CHECK(says(result_faults("person,pre,post\na,400,1001\nb,-,7\n"), "line 2, column 3: \"1001\" is no result"));
  CHECK(says(result_faults("person,pre,post\na,400,1001\nb,-,7\n"), "line 3, column 2: \"-\" is no result"));
  CHECK(says(read_results(table_in("person,pre,post,unit\na,40,100,x\n")).notes.at(0), "per cent"));
  CHECK(says(read_results(table_in("person,pre,post,unit\na,40,100,x\n")).notes.at(1), "\"unit\" is not used"));
}

TEST_CASE("statistics: at most twenty faults are told") {
  std::string many = "person,a\n";
  for (int i = 0; i < 40; ++i)
    many += std::to_string(i) + ",x\n";
  CHECK(read_answers(table_in(many)).faults.size() == 20);
}

TEST_CASE("statistics: as a table, figures stand in thousandths") {
  std::string csv;
  write_table(form_figures(read_answers(table_in(kept("6x5.csv"))).answers, 3), ';', [&csv](std::string_view bytes) { csv += bytes; });
  CHECK(says(csv, "item;i5;;;6;2000;333;;;;-378;;;-500;;714;"));
  CHECK(says(csv, "form;;;;6;;;;;;;;;;;;;3000;1265;365;1008;3;604;98\r\n"));
  csv.clear();
  write_table(cohort_gain(read_results(table_in(kept("6.csv"))).people), ',', [&csv](std::string_view bytes) { csv += bytes; });
  CHECK(says(csv, "person,p5,450,400,-111,"));
  CHECK(says(csv, "cohort,,,,492,180,834,246,667,6,6,0,0,0\r\n"));
}
