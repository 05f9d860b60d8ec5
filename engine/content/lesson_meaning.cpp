// See lesson_meaning.h.
#include "engine/content/lesson_meaning.h"

#include "engine/report/glossary.h"

#include <algorithm>
#include <set>

namespace firsthand::content {

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

// Words of two or more capitals, such as an officer may not know; what has a digit beside it is a number of something.
std::vector<std::string> words_in_capitals(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_capital(text[end]))
      ++end;
    const auto joins = [](char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '-'; };
    const bool alone = (at == 0 || !joins(text[at - 1])) && (end == text.size() || !joins(text[end]));
    if (end - at >= 2 && alone) words.emplace_back(text.substr(at, end - at));
    at = std::max(end, at + 1);
  }
  return words;
}

model::Findings proof_file_findings(const session::Prepared& prepared, std::string_view proof) {
  const model::Where head = proving::head_of(prepared);
  if (prepared.last_in_scene == prepared.steps.size()) return {}; // no scene: there is nothing to search
  if (proof.empty()) return {{"F1117", head, {}, {}}};
  if (!proving::is_of_these_rules(prepared, proof)) return {{"F1118", head, {}, {}}};
  return {};
}

} // namespace

proving::NamedPlay named_play(std::string_view name, const session::Play& play) {
  proving::NamedPlay named{std::string(name), {}, play.chance};
  for (const session::PlayLine& line : play.lines)
    if (const auto* action = std::get_if<session::Action>(&line.content)) named.acts.push_back(*action);
  return named;
}

model::Findings glossary_findings(const reading::LoadedScenario& loaded) {
  model::Findings findings;
  std::set<std::string> told;
  const auto is_glossary = [](const model::Text& text) { return text.path.starts_with("glossary."); };
  for (const model::GlossaryTerm& entry : loaded.scenario.glossary) {
    const std::string& head = entry.term.source;
    const auto has = [&](const model::Text& text) { return !is_glossary(text) && report::has_word(text.source, head); };
    if (std::none_of(loaded.texts.begin(), loaded.texts.end(), has))
      findings.push_back({"F1115", entry.meaning.where, {{"word", head}}, {}});
  }
  for (const model::Text& text : loaded.texts)
    for (const std::string& word : words_in_capitals(text.source)) {
      const auto explains = [&](const auto& entry) { return entry.term.source.find(word) != std::string::npos; };
      const auto& glossary = loaded.scenario.glossary;
      const bool is_own = loaded.files[text.where.file].path == loaded.path;
      if (is_own && std::none_of(glossary.begin(), glossary.end(), explains) && told.insert(word).second)
        findings.push_back({"F1116", text.where, {{"word", word}}, {}});
    }
  return findings;
}

model::Findings lesson_findings(const Content& content, std::vector<proving::NamedPlay> plays, std::string_view proof) {
  const session::Prepared& prepared = content.prepared();
  const auto is_exemplar = [&](const proving::NamedPlay& play) { return play.name == prepared.scenario.exemplar; };
  std::stable_partition(plays.begin(), plays.end(), is_exemplar);
  const bool has_exemplar = !plays.empty() && is_exemplar(plays.front());
  model::Findings all = proving::meaning_findings({prepared, std::move(plays), has_exemplar, proving::read_proof(prepared, proof)});
  for (const model::Findings& more : {glossary_findings(content.read()), proof_file_findings(prepared, proof)})
    all.insert(all.end(), more.begin(), more.end());
  const auto is_owed = [&](const model::Finding& finding) {
    const auto& owes = prepared.scenario.owes;
    return prepared.scenario.format < 2 || std::find(owes.begin(), owes.end(), finding.code) != owes.end();
  };
  for (model::Finding& finding : all)
    if (is_owed(finding)) finding.telling = model::Telling::as_note;
  return all;
}

} // namespace firsthand::content
