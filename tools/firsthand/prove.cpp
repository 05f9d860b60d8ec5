// prove: searches a lesson within a bound, tells what it found of each rule, and leaves that beside the lesson, for `check`.
#include "tools/firsthand/command.h"
#include "tools/firsthand/language.h"

#include "engine/content/lint.h"
#include "engine/content/words.h"
#include "engine/platform/paths.h"
#include "engine/proving/search.h"

#include <fmt/format.h>

#include <fstream>
#include <iostream>

namespace firsthand::tools {

namespace {

struct ProveWords {
  std::vector<std::string> paths;
  std::string language;
  int acts = proving::Bound().acts;
};

constexpr const char* prove_context = "prove";

// The four answers, in words that claim no more than was looked at.
std::string answer_words(const proving::Claim& claim, const proving::Proof& proof, const content::Words& words) {
  const std::string acts = std::to_string(proof.acts);
  switch (claim.answer) {
  case proving::Answer::shown:
    if (!claim.play.name.empty()) return words.tr(prove_context, "by {play}", {{"play", claim.play.name}});
    return words.plural(prove_context, "by a way of {n} act", "by a way of {n} acts", static_cast<std::int64_t>(claim.play.acts.size()));
  case proving::Answer::impossible:
    return proof.whole ? words.tr(prove_context, "impossible: every state was looked at")
                       : words.tr(prove_context, "impossible: nothing here sets it off");
  case proving::Answer::undecided:
    return words.tr(prove_context, "undecided within {acts} acts", {{"acts", acts}});
  }
  return {};
}

std::string claim_words(const proving::Proof& proof, proving::Claim::Kind kind, const std::string& about, const content::Words& words) {
  const proving::Claim* claim = proof.claim(kind, about);
  return claim ? answer_words(*claim, proof, words) : "-";
}

void print_rules(const proving::Proof& proof, const content::Words& words) {
  std::cout << fmt::format("{:<26}{:<42}{}\n", words.tr(prove_context, "rule"), words.tr(prove_context, "kept"),
                           words.tr(prove_context, "broken"));
  for (const proving::Claim& claim : proof.claims)
    if (claim.kind == proving::Claim::Kind::kept)
      std::cout << fmt::format("{:<26}{:<42}{}\n", claim.about, answer_words(claim, proof, words),
                               claim_words(proof, proving::Claim::Kind::broken, claim.about, words));
}

void print_never(const proving::Proof& proof, const content::Words& words) {
  for (const proving::Claim& claim : proof.claims) {
    const bool of_rule = claim.kind == proving::Claim::Kind::kept || claim.kind == proving::Claim::Kind::broken;
    if (of_rule || claim.answer == proving::Answer::shown) continue;
    std::cout << words.tr(prove_context, "never came up: {what}",
                          {{"what", std::string(proving::kind_word(claim.kind)) + " " + claim.about}})
              << " (" << answer_words(claim, proof, words) << ")\n";
  }
}

void print_faults(const session::Prepared& prepared, const proving::Proof& proof, const content::Words& words) {
  for (const proving::Fault& fault : proof.faults) {
    const bool stuck = fault.kind == proving::Fault::Kind::stuck;
    std::cout << (stuck
                      ? words.tr(prove_context, "broken by this play: from “{place}” no way to the end was found", {{"place", fault.about}})
                      : words.tr(prove_context, "broken by this play: “{place}” has no right answer", {{"place", fault.about}}))
              << "\n";
    for (const session::Action& action : fault.play.acts)
      std::cout << "  " << session::action_words(action, prepared.symbols) << "\n";
  }
}

void print_proof(const session::Prepared& prepared, const proving::Proof& proof, const content::Words& words) {
  std::cout << prepared.scenario.id << ": "
            << words.tr(prove_context, "{acts} acts tried, {states} states looked at",
                        {{"acts", std::to_string(proof.acts)}, {"states", std::to_string(proof.states)}})
            << "\n";
  print_rules(proof, words);
  print_never(proof, words);
  print_faults(prepared, proof, words);
  for (const proving::Outcome& outcome : proof.exemplar)
    if (!outcome.passed)
      std::cout << words.tr(prove_context, "the exemplar does not pass where chance gives {chance}",
                            {{"chance", proving::chance_words(outcome.chance)}})
                << "\n";
}

// Beside the lesson's file.
bool write_beside(const content::DiskFiles& files, const std::string& path, const std::string& text) {
  const auto lesson = files.find(path);
  if (!lesson) return false;
  std::ofstream out(lesson->parent_path() / proving::proof_name, std::ios::binary);
  out << text;
  return out.good();
}

int prove_one(const content::ScenarioLint& linted, const content::DiskFiles& files, const ProveWords& asked, const content::Words& words) {
  const session::Prepared& prepared = linted.content->prepared();
  const bool has_exemplar = !linted.acts.empty() && linted.acts.front().name == prepared.scenario.exemplar;
  const proving::Proof proof = proving::search(prepared, linted.acts, has_exemplar, {asked.acts});
  print_proof(prepared, proof, words);
  if (write_beside(files, linted.content->path(), proving::proof_text(prepared, proof))) return proof.faults.empty() ? good : failure;
  std::cerr << "firsthand: " << words.tr(prove_context, "the proof could not be written beside {path}", {{"path", linted.path}}) << "\n";
  return failure;
}

int run_prove(const Request& request, const ProveWords& asked) {
  const auto words = words_to_print(Workbench(request).files, asked.language, language_of_environment());
  if (!words.ok()) return tell(words.error());
  int code = good;
  for (const std::string& path : asked.paths) {
    const auto located = content::locate(platform::path_from(path));
    if (!located) {
      std::cerr << "firsthand: " << words->tr("check", "there is no {path}", {{"path", path}}) << "\n";
      return wrong_usage;
    }
    Workbench bench(request, located->root);
    content::LintResult lint;
    content::lint_content(bench.content(), bench.modules(), *located, lint);
    for (const content::ScenarioLint& linted : lint.scenarios) {
      if (linted.content->usable())
        code = std::max(code, prove_one(linted, bench.content(), asked, *words));
      else
        code = failure,
        std::cerr << "firsthand: " << words->tr(prove_context, "{path} has mistakes: check it first", {{"path", linted.path}}) << "\n";
    }
  }
  return code;
}

} // namespace

void add_prove(CLI::App& program, Request& request) {
  CLI::App* command =
      program.add_subcommand("prove", "searches lessons: what can be kept, broken and reached; writes proof.txt beside each");
  auto words = std::make_shared<ProveWords>();
  command->add_option("PATH", words->paths, "a scenario, a course, or a whole content folder")->required();
  command->add_option("--acts", words->acts, "how many acts to try; the same number gives the same proof everywhere")
      ->type_name("NUMBER")
      ->check(CLI::Range(1, 100'000'000));
  command->add_option("--lang", words->language, "language of what is printed; without it that of the computer")->type_name("LANGUAGE");
  add_content(*command, request);
  command->callback([&request, words] { request.run = [&request, words] { return run_prove(request, *words); }; });
}

} // namespace firsthand::tools
