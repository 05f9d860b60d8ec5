// Where doctrine comes from: what a source must tell before a rule may be fatal, numbers that come from nowhere, law that can be turned
// off.
#include "engine/reading/provenance.h"
#include "tests/reading/world.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace firsthand;
using namespace firsthand::reading_test;

namespace {

using SourceKeys = std::vector<std::pair<std::string, std::string>>;

const SourceKeys whole_source{{"publisher", "An institute"}, {"edition", "2025-03"},   {"section", "Chapter 5"},
                              {"address", "example.org/a"},  {"opened", "2026-11-26"}, {"supports", "It goes out."}};

std::string guide_without(const std::string& key) {
  std::string text = "sources:\n  guide-a:\n    title: Guide A\n    review-by: 2027-06-30\n    confidence: high\n";
  for (const auto& [name, value] : whole_source)
    if (name != key) text += fmt::format("    {}: {}\n", name, value);
  return text;
}

std::string looking_rule(const std::string& severity, const std::string& more = {}) {
  return fmt::format(
      "rules:\n  no-looking:\n    title: Never look\n    each: computer\n    never: {{done: look, by: learner}}\n"
      "    breaks: {{severity: {}, harm: destroys, competency: care}}\n    why: It is only an example.\n    source: guide-a\n{}",
      severity, more);
}

reading::LoadedScenario doctrine_with(const std::string& head, const std::string& sources, const std::string& rules) {
  World world;
  return world.change("doctrine", head + sources + rules).load();
}

std::vector<std::string> told_codes(const std::string& head, const std::string& sources, const std::string& rules) {
  const auto loaded = doctrine_with(head, sources, rules);
  std::vector<std::string> all;
  for (const model::Finding& finding : loaded.findings) {
    all.push_back(finding.code);
    for (const auto& [name, value] : finding.facts)
      if (name == "gaps" || name == "number") all.back() += " " + value;
  }
  return all;
}

using ToldCodes = std::vector<std::string>;

} // namespace

TEST_CASE("reading: a fatal rule needs a source in which nothing is missing, and is told what is") {
  CHECK(told_codes("format: 2\n", guide_without(""), looking_rule("fatal")) == ToldCodes{});
  for (const auto& [key, value] : whole_source)
    CHECK(told_codes("format: 2\n", guide_without(key), looking_rule("fatal")) ==
          (key == "opened" ? ToldCodes{"F0504"} : ToldCodes{"F0509 " + key})); // what nobody opened is not trusted at all
  CHECK(told_codes("format: 2\n", guide_without("address"), looking_rule("major")) == ToldCodes{});
}

TEST_CASE("reading: a day is what says that somebody opened it, and a rule may name the section") {
  const std::string sources = guide_without("opened") + "    opened: yes\n";
  CHECK(told_codes("format: 2\n", sources, looking_rule("fatal")) == ToldCodes{"F0509 opened"});
  CHECK(told_codes("format: 2\n", guide_without("section"), looking_rule("fatal", "    section: \"5\"\n")) == ToldCodes{});
}

TEST_CASE("reading: the word of an agency closes every gap") {
  const std::string sources =
      "sources:\n  guide-a: {title: Our order 12, review-by: 2027-06-30, confidence: low, verified-by: An agency}\n";
  CHECK(told_codes("format: 2\n", sources, looking_rule("fatal")) == ToldCodes{});
  const auto loaded = doctrine_with("format: 2\n", sources, looking_rule("fatal"));
  CHECK(reading::gaps_of(loaded.scenario.doctrine.sources.front()).empty());
}

TEST_CASE("reading: in format 1 a fatal rule counts as major unless an agency vouches for it, and that is told") {
  const std::string sources = "sources:\n  guide-a: {title: A, edition: 2025-03, review-by: 2027-06-30, confidence: high, opened: yes}\n";
  CHECK(told_codes("", sources, looking_rule("fatal")) == ToldCodes{"F0511 publisher, section, address, opened, supports"});
  const auto loaded = doctrine_with("", sources, looking_rule("fatal"));
  CHECK(loaded.usable());
  CHECK(loaded.scenario.doctrine.rules.front().severity == model::Severity::major);
  const std::string vouched = "sources:\n  guide-a: {title: A, review-by: 2027-06-30, confidence: low, verified-by: An agency}\n";
  CHECK(told_codes("", vouched, looking_rule("fatal")) == ToldCodes{});
  CHECK(doctrine_with("", vouched, looking_rule("fatal")).scenario.doctrine.rules.front().severity == model::Severity::fatal);
}

TEST_CASE("reading: what tells more of a source came with format 2") {
  CHECK(told_codes("", guide_without(""), looking_rule("minor")) == ToldCodes{"F0229", "F0229", "F0229", "F0229", "F0229"});
}

TEST_CASE("reading: which of the things a rule is about came with format 2, of links as of things") {
  const std::string old_guide = "sources:\n  guide-a: {title: Guide A, review-by: 2027-06-30, confidence: high, opened: yes}\n";
  const auto rule = [](const std::string& each) {
    return "rules:\n  no-looking:\n    title: Never look\n    each: " + each +
           "\n    never: {done: look, by: learner}\n    breaks: {severity: minor, harm: destroys, competency: care}\n    why: It is only "
           "an "
           "example.\n    source: guide-a\n";
  };
  CHECK(told_codes("", old_guide, rule("{link: tie, if: {first.power: on}}")) == ToldCodes{"F0229"});
  CHECK(told_codes("", old_guide, rule("{trait: computer}")) == ToldCodes{"F0229"});
  CHECK(told_codes("", old_guide, rule("{link: tie}")) == ToldCodes{});
}

TEST_CASE("reading: a number of a rule says where it comes from") {
  const std::string waits = "    on: {changed: power, to: on}\n    within: 5 min\n    must: {done: look}\n";
  const auto rule = [](const std::string& title, const std::string& body) {
    return "rules:\n  soon:\n    title: " + title + "\n    each: computer\n" + body +
           "    breaks: {severity: minor, harm: destroys, competency: care}\n    why: It is only an example.\n    source: guide-a\n";
  };
  const std::string never = "    never: {done: look}\n";
  CHECK(told_codes("format: 2\n", guide_without(""), rule("Soon", waits)) == ToldCodes{"F0510 5 min"});
  CHECK(told_codes("format: 2\n", guide_without(""), rule("Within 20 minutes", never)) == ToldCodes{"F0510 20"});
  CHECK(told_codes("format: 2\n", guide_without(""), rule("Soon", never)) == ToldCodes{});
  for (const char* said : {"sourced", "training-value"})
    CHECK(told_codes("format: 2\n", guide_without(""), rule("Soon", waits) + "    numbers: " + said + "\n") == ToldCodes{});
  CHECK(told_codes("", "", rule("Soon", waits)) == ToldCodes{});
}

TEST_CASE("reading: a profile may leave out what is law") {
  const std::string rules = looking_rule("minor", "    law: yes\n") + "  other:\n" + looking_rule("minor").substr(20);
  const auto scored = doctrine_with("format: 2\n", guide_without(""), rules);
  const auto without = doctrine_with("format: 2\nlaw: not-scored\n", guide_without(""), rules);
  CHECK(scored.findings.empty());
  REQUIRE(scored.scenario.doctrine.rules.size() == 2);
  CHECK(scored.scenario.doctrine.rules.front().law);
  REQUIRE(without.scenario.doctrine.rules.size() == 1);
  CHECK(without.scenario.doctrine.rules.front().id == "other");
  CHECK(scored.rules_hash != without.rules_hash);
}

TEST_CASE("reading: who reviewed it is shown, and changes no result") {
  World world;
  const auto draft = world.load();
  const auto reviewed = world.change("doctrine", "format: 2\nreviewed-by: A. Person, 2027-01\n")
                            .change("scenario", "format: 2\nreviewed-by: A. Person\n")
                            .load();
  CHECK(draft.scenario.doctrine.reviewed_by.empty());
  CHECK(reviewed.scenario.doctrine.reviewed_by == "A. Person, 2027-01");
  CHECK(reviewed.scenario.reviewed_by == "A. Person");
  World later;
  const auto draft_2 = later.change("doctrine", "format: 2\n").change("scenario", "format: 2\n").load();
  CHECK(reviewed.rules_hash == draft_2.rules_hash);
}
