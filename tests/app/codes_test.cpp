// Every code that an error or a refusal can have is said in a sentence, and no sentence waits for a code that is gone.
#include "engine/base/codes.h"
#include "engine/content/words.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace firsthand;

namespace {

std::vector<std::string> said() {
  std::vector<std::string> all = content::error_codes();
  const std::vector<std::string> refusals = content::refusal_codes();
  all.insert(all.end(), refusals.begin(), refusals.end());
  std::sort(all.begin(), all.end());
  return all;
}

} // namespace

TEST_CASE("codes: each stands once in codes.def, in order") {
  CHECK(std::adjacent_find(std::begin(base::codes), std::end(base::codes), [](auto a, auto b) { return a >= b; }) == std::end(base::codes));
}

TEST_CASE("codes: each has a sentence, and each sentence has a code") {
  const std::vector<std::string> sentences = said();
  for (const std::string_view code : base::codes) {
    CAPTURE(code);
    CHECK(std::binary_search(sentences.begin(), sentences.end(), std::string(code)));
  }
  for (const std::string& code : sentences) {
    CAPTURE(code);
    CHECK(std::binary_search(std::begin(base::codes), std::end(base::codes), code));
  }
}

TEST_CASE("codes: where an error's own message says more, it is told in English") {
  const base::Error error = base::fail("export-not-ours", "E:/results.csv is not ours.");
  CHECK(content::Words().error(error) == error.message);
  CHECK(content::Words().error(base::fail("database-full", "details")).find("Make room") != std::string::npos);
}
