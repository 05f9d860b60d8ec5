#include "engine/report/cut.h"
#include "engine/report/statistics_files.h"
#include "engine/report/statistics_told.h"

#include <algorithm>
#include <doctest/doctest.h>

using namespace firsthand;
using namespace firsthand::report;

namespace {

RatingsReading ratings_in(const std::string& bytes) {
  const base::TableReading reading = base::read_table(bytes);
  REQUIRE(reading.table);
  return read_ratings(*reading.table);
}

std::string first_fault(const std::string& bytes) {
  const RatingsReading reading = ratings_in(bytes);
  REQUIRE(!reading.faults.empty());
  return base::told(reading.faults.front(), "x");
}

const char* three_judges = "judge,item,rating\nb,i1,700\nb,i2,500\na,i1,900\na,i2,600\nc,i1,800\nc,i2,400\n"; // sums 1.2, 1.5, 1.2

} // namespace

TEST_CASE("cut: the mean of the judges' sums, and its standard error") {
  const CutFigures cut = cut_figures(ratings_in(three_judges).ratings);
  CHECK(in_figures(cut.points) == "1.300");
  CHECK(in_figures(cut.per_mille()) == "650");
  CHECK(in_figures(cut.error) == ".100"); // SD .1732 / √3
  REQUIRE(cut.judges.size() == 3);
  CHECK(cut.judges[0].name == "a");
  CHECK(cut.judges[0].points == doctest::Approx(1.5));
  CHECK(cut.items[1].mean == doctest::Approx(0.5));
  CHECK(in_figures(cut.items[1].deviation) == ".100");
}

TEST_CASE("cut: the ratings' order makes no difference, to the last bit") {
  std::vector<Rating> ratings;
  for (int judge = 0; judge < 7; ++judge)
    for (int item = 0; item < 24; ++item)
      ratings.push_back({"j" + std::to_string(judge), "i" + std::to_string(item), (judge * 131 + item * 57) % 1001 / 1.7});
  const CutFigures one = cut_figures(ratings);
  std::reverse(ratings.begin(), ratings.end());
  CHECK(*cut_figures(ratings).points == *one.points);
  CHECK(*cut_figures(ratings).error == *one.error);
}

TEST_CASE("cut: fewer than six judges are told, one has no error") {
  CHECK(told(cut_figures(ratings_in(three_judges).ratings))
            .starts_with("cut 1.300 of 2 points (650 per mille), SE .100, 3 judges\nfewer than 6 judges: this cut is provisional\n"));
  std::string six = "judge,item,rating\n";
  for (const char judge : std::string("abcdef"))
    six += std::string(1, judge) + ",i1,666\n";
  CHECK(told(cut_figures(ratings_in(six).ratings)).starts_with("cut .666 of 1 point (666 per mille), SE 0, 6 judges\n\njudge  points\n"));
  CHECK(in_figures(cut_figures({{"a", "i1", 500}}).error) == "–");
  CHECK(in_figures(cut_figures({{"a", "i1", 500}}).items[0].deviation) == "–");
  CHECK(in_figures(cut_figures({}).points) == "–");
  CHECK(in_figures(cut_figures({}).per_mille()) == "–");
}

TEST_CASE("cut: a judge who left an item out, or rated one twice, is told") {
  CHECK(first_fault("judge,item,rating\na,i1,700\na,i2,600\nb,i1,500\n") == "x: b has not rated i2; each judge rates each item");
  CHECK(first_fault("judge,item,rating\na,i1,700\na,i1,600\n") == "x: line 3: a has rated i1 in line 2 already");
  CHECK(first_fault("judge,item,rating\na,i1,\n") == "x: line 2, column 3: \"\" is no rating: per mille, 0 to 1000");
  CHECK(first_fault("judge,item,rating\na,i1,1001\n") == "x: line 2, column 3: \"1001\" is no rating: per mille, 0 to 1000");
  CHECK(first_fault("judge,item,rating\n,i1,1\n") == "x: line 2, column 1: this row has no judge");
  CHECK(first_fault("judge,item,rating\na,,1\n") == "x: line 2, column 2: this row has no item");
  CHECK(first_fault("judge,item\na,i1\n") == "x: line 1: the header needs a column \"rating\"; it has judge, item");
  CHECK(first_fault("judge,item,rating\n") == "x: there is no rating below the header");
  CHECK(ratings_in("judge,item,rating\na,i1,70\n").notes.at(0) ==
        "no rating is above 100: are these per cent? They are taken as per mille");
}

TEST_CASE("cut: as a table") {
  std::string csv;
  write_table(cut_figures(ratings_in(three_judges).ratings), ',', [&csv](std::string_view bytes) { csv += bytes; });
  CHECK(csv.ends_with("judge,a,,,1500,,,,\r\njudge,b,,,1200,,,,\r\njudge,c,,,1200,,,,\r\nitem,,i1,,800,100,,,\r\nitem,,i2,,500,100,,,\r\n"
                      "form,,,3,,,1300,650,100\r\n"));
}
