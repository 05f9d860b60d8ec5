// A final of several parts: a page is printed when all of them are passed, and names them.
#include "tests/certificate/fixture.h"
#include "tests/certificate/record.h"

using namespace certificate_tests;

TEST_CASE("certificate: of one part of a final nothing is printed before all are passed, then the page names them") {
  Desk desk(reviewed, with_second);
  const std::string first = desk.sit(desk.assessed(), 4);
  CHECK(app_tests::error_of(desk.facts(first)) == "certificate-none");
  const std::string second = desk.sit(desk.assessed(), 4, true, "second");
  for (const std::string& attempt : {first, second}) {
    const auto facts = app_tests::taken(desk.facts(attempt));
    CHECK(facts.final_parts.size() == 2);
    CHECK_FALSE(facts.final_supervised);
  }
}
