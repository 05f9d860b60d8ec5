// An empty word where a name is wanted: whatever finding tells it, its sentence has no hole. The members make themselves: here every
// wording of the catalogue; told_test.cpp empties the word that a page's wrong example is about, spoiled_test.cpp any other.
#include "tests/reading/holes.h"
#include "tests/reading/kept_text.h"
#include "tests/reading/pages.h"

#include <fmt/format.h>

using namespace firsthand;
using namespace firsthand::reading_test;

namespace {

struct Placeholder {
  std::string name;
  bool quoted = false; // an author's word; what stands bare is the program's
};

std::vector<Placeholder> placeholders_of(const std::string& wording) {
  std::vector<Placeholder> all;
  for (std::size_t open = wording.find('{'); open != wording.npos; open = wording.find('{', open + 1)) {
    const std::size_t close = wording.find('}', open);
    if (close != wording.npos)
      all.push_back({wording.substr(open + 1, close - open - 1),
                     wording.substr(0, open).ends_with("“") && wording.substr(close + 1).starts_with("”")});
  }
  return all;
}

model::Findings add_thai(reading::Translation& into) {
  std::ifstream stream(FIRSTHAND_SOURCE "/assets/lang/th.po", std::ios::binary);
  const std::string po{std::istreambuf_iterator<char>(stream), {}};
  model::Findings findings;
  into.add_po(po, 0, findings);
  return findings;
}

reading::Translate thai() {
  static const reading::Translation translation = [] {
    reading::Translation read;
    add_thai(read);
    return read;
  }();
  return [](std::string_view context, std::string_view source) { return translation.text(context, source); };
}

} // namespace

// A message with a finding is left out, and its text then stands there in English.
TEST_CASE("reading: every message of the program's own Thai can be used") {
  reading::Translation read;
  std::string lines;
  for (const model::Finding& finding : add_thai(read))
    lines += finding.code + " in line " + std::to_string(finding.where.line) + "\n";
  CHECK(lines == "");
}

TEST_CASE("reading: in Thai, too, an author's word stays as it is written, though the program has the same word") {
  const model::Finding element{"F0903", {}, {{"what", "text"}}, ""}, key{"F0201", {}, {{"key", "file"}, {"known", "none"}}, ""};
  CHECK(reading::message_of(element, thai()).find("“text”") != std::string::npos);
  CHECK(reading::message_of(key, thai()).find("“file”") != std::string::npos);
  CHECK(reading::message_of(key, thai()).find("none") == std::string::npos); // the program's
}

TEST_CASE("reading: no wording of the catalogue has a hole where a fact is empty") {
  const reading::Translate in_thai = thai();
  std::string all;
  for (const reading::FindingKind& kind : reading::finding_kinds()) {
    const auto names = placeholders_of(kind.wording);
    for (std::size_t bare = 0; bare < names.size(); ++bare) {
      if (!names[bare].quoted) continue;
      model::Finding finding{kind.code, {}, {}, ""};
      for (std::size_t i = 0; i < names.size(); ++i)
        finding.facts.emplace_back(names[i].name, i == bare ? "" : "x");
      const std::string english = reading::message_of(finding);
      CHECK_MESSAGE(!has_hole(english), kind.code, " ", english);
      CHECK_MESSAGE(!has_hole(reading::message_of(finding, in_thai)), kind.code, " ", reading::message_of(finding, in_thai));
      finding.facts[bare].second = " \t";
      CHECK(reading::message_of(finding) == english);
      all += fmt::format("{} {}\n", kind.code, english);
    }
  }
  check_kept("empty.txt", "Each wording of docs/findings with one of its quoted words empty and all other facts x.", all);
}
