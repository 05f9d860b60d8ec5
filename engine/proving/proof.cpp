// A proof as lines: what it holds for, how far it looked, then claims and faults, each with the acts of its play below, indented.
#include "engine/proving/proof.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace firsthand::proving {

namespace {

constexpr Claim::Kind claim_kinds[] = {Claim::Kind::kept, Claim::Kind::broken, Claim::Kind::step, Claim::Kind::verb, Claim::Kind::picture};
constexpr Answer answers[] = {Answer::shown, Answer::impossible, Answer::undecided};
constexpr Fault::Kind fault_kinds[] = {Fault::Kind::stuck, Fault::Kind::unanswerable};

constexpr std::string_view head =
    "# What “firsthand prove” found out about this lesson. It is written anew by that command, never by hand.\n";

std::string play_lines(const Prepared& prepared, const NamedPlay& play) {
  std::string lines;
  for (const simulation::FixedDraw& draw : play.chance)
    lines += fmt::format("  chance {} {}\n", draw.draw, draw.outcome);
  for (const Action& action : play.acts)
    lines += fmt::format("  {}\n", session::action_words(action, prepared.symbols));
  return lines;
}

// The next line without its end; false at the end of the text.
bool next_line(std::string_view& text, std::string_view& line) {
  if (text.empty()) return false;
  const std::size_t end = std::min(text.find('\n'), text.size());
  line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return true;
}

// What stands before the first blank; the rest stays.
std::string_view first_word(std::string_view& line) {
  const std::size_t blank = std::min(line.find(' '), line.size());
  const std::string_view word = line.substr(0, blank);
  line.remove_prefix(std::min(blank + 1, line.size()));
  return word;
}

int number_of(std::string_view word) {
  int number = 0;
  std::from_chars(word.data(), word.data() + word.size(), number);
  return number;
}

template<class Kinds, class Kind> bool find_kind(const Kinds& kinds, std::string_view word, Kind& found) {
  for (const auto kind : kinds)
    if (word == kind_word(kind)) return found = kind, true;
  return false;
}

class ProofReader {
 public:
  explicit ProofReader(const Prepared& prepared) : prepared_(prepared) {}

  bool take(std::string_view line) {
    if (line.empty() || line.starts_with('#')) return true;
    if (line.starts_with("  ")) return play_ && take_act(line.substr(2));
    const std::string_view word = first_word(line);
    if (word == "rules") return proof.rules_hash = line, true;
    if (word == "looked") return take_reach(line);
    if (word == "exemplar") return take_outcome(line);
    return take_claim(word, line);
  }

  Proof proof;

 private:
  bool take_reach(std::string_view line) { // "60000 acts 1234 states all"
    proof.acts = number_of(first_word(line));
    first_word(line);
    proof.states = number_of(first_word(line));
    proof.whole = line.ends_with("all");
    return true;
  }
  bool take_outcome(std::string_view line) {
    const bool passed = first_word(line) == "passed";
    Outcome outcome{{}, passed};
    while (!line.empty()) {
      std::string_view draw = first_word(line), given = line.substr(0, line.find(", "));
      line.remove_prefix(std::min(given.size() + 2, line.size()));
      outcome.chance.push_back({std::string(draw), std::string(given)});
    }
    proof.exemplar.push_back(std::move(outcome));
    return true;
  }
  bool take_claim(std::string_view word, std::string_view line) { // "kept memory-first: shown by expert"
    const std::size_t colon = line.rfind(": ");
    if (colon == line.npos) return false;
    const std::string about(line.substr(0, colon));
    line.remove_prefix(colon + 2);
    Claim claim;
    Fault fault;
    if (find_kind(claim_kinds, word, claim.kind)) {
      const std::string_view answer = first_word(line);
      const auto known = std::find_if(std::begin(answers), std::end(answers), [&](Answer one) { return answer == answer_word(one); });
      if (known == std::end(answers)) return false;
      claim.about = about, claim.answer = *known;
      claim.play.name = line.starts_with("by ") ? line.substr(3) : std::string_view();
      proof.claims.push_back(std::move(claim));
      return play_ = &proof.claims.back().play, true;
    }
    if (!find_kind(fault_kinds, word, fault.kind)) return false;
    fault.about = about;
    proof.faults.push_back(std::move(fault));
    return play_ = &proof.faults.back().play, true;
  }
  bool take_act(std::string_view line) {
    if (line.starts_with("chance ")) {
      first_word(line);
      const std::string_view draw = first_word(line);
      return play_->chance.push_back({std::string(draw), std::string(line)}), true;
    }
    auto action = session::parse_action(line, prepared_.symbols);
    if (!action.ok()) return false;
    return play_->acts.push_back(std::move(action).value()), true;
  }

  const Prepared& prepared_;
  NamedPlay* play_ = nullptr; // of the claim that was read last
};

} // namespace

const char* answer_word(Answer answer) {
  switch (answer) {
  case Answer::shown:
    return "shown";
  case Answer::impossible:
    return "impossible";
  case Answer::undecided:
    return "undecided";
  }
  return "";
}

const char* kind_word(Claim::Kind kind) {
  switch (kind) {
  case Claim::Kind::kept:
    return "kept";
  case Claim::Kind::broken:
    return "broken";
  case Claim::Kind::step:
    return "step";
  case Claim::Kind::verb:
    return "verb";
  case Claim::Kind::picture:
    return "picture";
  }
  return "";
}

const char* kind_word(Fault::Kind kind) { return kind == Fault::Kind::stuck ? "stuck" : "unanswerable"; }

const Claim* Proof::claim(Claim::Kind kind, std::string_view about) const {
  for (const Claim& one : claims)
    if (one.kind == kind && one.about == about) return &one;
  return nullptr;
}

std::string proof_text(const Prepared& prepared, const Proof& proof) {
  std::string text(head);
  text += fmt::format("rules {}\nlooked {} acts {} states{}\n", proof.rules_hash, proof.acts, proof.states, proof.whole ? " all" : "");
  for (const Outcome& outcome : proof.exemplar)
    text += fmt::format("exemplar {} {}\n", outcome.passed ? "passed" : "failed", chance_words(outcome.chance));
  for (const Claim& claim : proof.claims) {
    const std::string by = claim.play.name.empty() ? "" : " by " + claim.play.name;
    text += fmt::format("{} {}: {}{}\n", kind_word(claim.kind), claim.about, answer_word(claim.answer), by);
    text += play_lines(prepared, claim.play);
  }
  for (const Fault& fault : proof.faults)
    text += fmt::format("{} {}: broken\n{}", kind_word(fault.kind), fault.about, play_lines(prepared, fault.play));
  return text;
}

bool is_of_these_rules(const Prepared& prepared, std::string_view text) {
  std::string_view line;
  while (next_line(text, line))
    if (line.starts_with("rules ")) return line.substr(6) == prepared.rules_hash.hex();
  return false;
}

std::optional<Proof> read_proof(const Prepared& prepared, std::string_view text) {
  if (!is_of_these_rules(prepared, text)) return std::nullopt;
  ProofReader reader(prepared);
  std::string_view line;
  while (next_line(text, line))
    if (!reader.take(line)) return std::nullopt;
  return std::move(reader.proof);
}

} // namespace firsthand::proving
