// Linting content.
#include "engine/content/lint.h"

#include "engine/content/roots.h"
#include "engine/content/shown_findings.h"
#include "engine/content/test_lint.h"
#include "engine/content/word_count.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace firsthand::content {

namespace {

bool under(std::string_view path, std::string_view prefix) { return path.starts_with(prefix) || prefix.starts_with(path); }

class Linter {
 public:
  Linter(const reading::FileSource& files, const session::Catalogue& modules, LintResult& lint, const reading::Translate& translate,
         std::string_view today, Asked asked)
      : files_(files), modules_(modules), lint_(lint), translate_(translate), today_(today), asked_(asked) {}

  void scenario(const std::string& path);
  void play(const std::string& path);
  void unlisted(const std::string& path);
  void tree(const std::string& prefix);
  void library(const std::string& prefix);
  bool has_something(const std::string& prefix) const;
  void leave_uses();
  void courses(const std::string& prefix);
  void parts(const reading::Course& course);
  void bank(const std::string& path);
  void test(const std::string& path);

 private:
  void add(const model::Findings& findings, const std::vector<reading::UsedFile>& files, std::string_view prefix);
  void add(const model::Finding& finding, const std::string& path, const std::string& bytes, bool joined = false);
  void add_at(const char* code, const std::string& path, std::vector<std::pair<std::string, std::string>> facts);
  struct CheckedPlay {
    std::string path, name, bytes;
    model::Findings findings;
    std::optional<session::Rehearsal> rehearsal;
    session::Play play;
  };
  CheckedPlay check(const session::Prepared& prepared, const std::string& path, bool exemplar) const;
  void tell(std::vector<CheckedPlay>& plays);
  void plays(const Content& content, ScenarioLint& linted);
  void meaning(const Content& content, ScenarioLint& linted);
  void reading_time(const Content& content);
  const std::vector<reading::PractisedText>& practised();
  void add_practised(const reading::LoadedScenario& lesson, const model::Id& id);

  const reading::FileSource& files_;
  const session::Catalogue& modules_;
  LintResult& lint_;
  const reading::Translate& translate_;
  std::string today_;
  Asked asked_;
  std::map<std::string, model::Finding> told_;            // by their JSON
  std::optional<std::vector<model::Doctrine>> doctrines_; // of the library, once a test asks
  std::optional<std::vector<reading::PractisedText>> practised_;
};

void Linter::add(const model::Findings& findings, const std::vector<reading::UsedFile>& files, std::string_view prefix) {
  for (const model::Finding& finding : findings) {
    const std::string path = finding.where.file < files.size() ? files[finding.where.file].path : std::string();
    if (!path.starts_with(prefix) && finding.code != "F0329") continue; // what uses that name is told nowhere else
    if (!files_.own(path)) continue;                                    // of what is built in, beside the folder that is checked
    ShownFinding words = shown(finding, files, files_, translate_);
    LintFinding lint_finding{reading::gravity_of(finding), words.path, std::move(words.text), std::move(words.json)};
    const bool known =
        std::any_of(lint_.findings.begin(), lint_.findings.end(), [&](const LintFinding& each) { return each.json == lint_finding.json; });
    if (!known) told_.emplace(lint_finding.json, finding), lint_.findings.push_back(std::move(lint_finding));
  }
}

void Linter::add(const model::Finding& finding, const std::string& path, const std::string& bytes, bool joined) {
  const std::vector<reading::UsedFile> files{{path, bytes}};
  ShownFinding words = shown(finding, files, files_, translate_);
  lint_.findings.push_back({reading::gravity_of(finding), words.path, std::move(words.text), std::move(words.json), joined});
}

// One lesson may use a misspelt name once, and another show that its definition is wrong: then that is told, and no use of it.
void Linter::leave_uses() {
  model::Findings definitions;
  for (const auto& [json, finding] : told_)
    if (finding.code == "F0329") definitions.push_back(finding);
  const auto is_use = [&](const LintFinding& lint_finding) {
    const auto told = told_.find(lint_finding.json);
    if (told == told_.end() || told->second.code == "F0329") return false;
    const auto names = [&](const std::string& word) {
      return std::any_of(told->second.facts.begin(), told->second.facts.end(), [&](const auto& fact) { return fact.second == word; });
    };
    return std::any_of(definitions.begin(), definitions.end(), [&](const model::Finding& slip) {
      return told->second.suggestion == slip.facts[0].second && names(slip.facts[1].second);
    });
  };
  std::erase_if(lint_.findings, is_use);
}

void Linter::add_at(const char* code, const std::string& path, std::vector<std::pair<std::string, std::string>> facts) {
  add({code, {0, 1, 1}, std::move(facts), {}}, path, files_.read(path, longest_play).value_or(""));
}

Linter::CheckedPlay Linter::check(const session::Prepared& prepared, const std::string& path, bool exemplar) const {
  CheckedPlay play{path, std::string(reading::name_of(path)), files_.read(path, longest_play).value_or(""), {}, std::nullopt, {}};
  if (play.bytes.size() > longest_play) {
    play.findings.push_back({"F0103", {0, 1, 1}, {{"what", "file"}, {"bound", "1 MB"}}, {}});
    return play;
  }
  PlayCheck checked = check_play(play.bytes, prepared);
  play.findings = std::move(checked.findings);
  if (exemplar && checked.rehearsal && checked.rehearsal->ok())
    if (auto more = exemplar_findings(prepared, *checked.rehearsal); !more.empty()) play.findings = std::move(more);
  play.rehearsal = std::move(checked.rehearsal);
  play.play = std::move(checked.play);
  return play;
}

// Each play has its findings; of those with one cause the first names the others.
void Linter::tell(std::vector<CheckedPlay>& plays) {
  std::map<std::string, model::Finding*> first;
  for (CheckedPlay& play : plays)
    for (model::Finding& finding : play.findings) {
      const auto [known, is_first] = first.emplace(cause_of(finding), &finding);
      if (is_first) continue;
      auto& facts = known->second->facts;
      const std::string where = fmt::format("{} {}", play.name.substr(0, play.name.size() - 5), finding.where.line);
      if (facts.empty() || facts.back().first != "also")
        facts.emplace_back("also", where);
      else
        facts.back().second += ", " + where;
    }
  for (CheckedPlay& play : plays)
    for (model::Finding& finding : play.findings)
      add(finding, play.path, play.bytes, first.at(cause_of(finding)) != &finding);
}

void Linter::plays(const Content& content, ScenarioLint& linted) {
  const session::Prepared& prepared = content.prepared();
  const std::string folder = std::string(reading::folder_of(content.path())) + "plays/", good_way = prepared.scenario.exemplar + ".play";
  std::vector<CheckedPlay> all;
  for (const std::string& name : files_.list(folder))
    if (name.ends_with(".play") && !name.starts_with("._"))
      all.push_back(check(prepared, folder + name, name == good_way));
    else if (name.find(".play") != name.npos)
      add_at("F0423", folder + name, {});
  std::stable_partition(all.begin(), all.end(), [&](const CheckedPlay& play) { return play.name == good_way; });
  linted.plays = static_cast<int>(all.size());
  tell(all);
  for (const CheckedPlay& play : all)
    if (play.rehearsal) linted.acts.push_back(named_play(play.name.substr(0, play.name.size() - 5), play.play));
  if (std::all_of(all.begin(), all.end(), [](const CheckedPlay& play) { return play.findings.empty(); })) meaning(content, linted);
  if (all.empty() || all[0].name != good_way || !all[0].rehearsal || !all[0].findings.empty()) return;
  linted.path_words = words_on_path(prepared, *all[0].rehearsal);
  if (linted.path_words > most_words_on_path)
    add_at("F1021", content.path(), {{"words", std::to_string(linted.path_words)}, {"most", std::to_string(most_words_on_path)}});
}

// Of the questions of a test; those of the lesson's own pages are counted along its exemplar.
void Linter::reading_time(const Content& content) {
  const model::Test* test = session::test_of(content.prepared());
  const int words = test ? words_of_paper(*test) : 0, minutes = content.read().scenario.minutes;
  if (words <= minutes * words_a_minute) return;
  add_at("F1025", content.path(),
         {{"words", std::to_string(words)},
          {"needed", std::to_string((words + words_a_minute - 1) / words_a_minute)},
          {"minutes", std::to_string(minutes)}});
}

// Only where every play runs: else what they do not show says nothing of the lesson.
void Linter::meaning(const Content& content, ScenarioLint& linted) {
  const std::string proof = std::string(reading::folder_of(content.path())) + proving::proof_name;
  const model::Findings findings = lesson_findings(content, linted.acts, files_.read(proof, longest_play).value_or(""));
  if (content.read().scenario.format >= 2 || asked_ == Asked::everything)
    add(findings, content.read().files, "");
  else
    linted.at_format_2 = static_cast<int>(findings.size());
}

void Linter::scenario(const std::string& path) {
  const auto content = std::make_shared<const Content>(session::load(files_, path, modules_), "", &files_);
  add(content->read().findings, content->read().files, "");
  add(reading::late_dates(content->read().dates, today_), content->read().files, "");
  ScenarioLint linted{files_.place(path), content, 0, 0, {}, {}, 0};
  for (const std::string& language : content->read().languages)
    if (language != content->read().scenario.language)
      linted.translations.push_back({language, reading::translation_of(content->read(), language).count(content->read().texts)});
  if (content->usable())
    plays(*content, linted), reading_time(*content);
  else if (!reading::any_error(content->read().findings))
    add_at("F1024", path, {{"place", path}, {"problem", ": " + content->problem()}});
  lint_.scenarios.push_back(std::move(linted));
}

namespace {
// The folder around the one that a file lies in, with its "/".
std::string folder_above(const std::string& path) {
  const std::string folder(reading::folder_of(path));
  return std::string(reading::folder_of(folder.substr(0, folder.empty() ? 0 : folder.size() - 1)));
}
} // namespace

// A lesson that is checked alone may be as it should be, and yet nobody sees it: no list names it, or its course is hidden by another.
void Linter::unlisted(const std::string& path) {
  const reading::Library library = reading::Library::open(files_);
  const auto tell_of = [&](std::string_view code, const std::string& file) {
    model::Findings own;
    for (const model::Finding& finding : library.findings())
      if (finding.code == code) own.push_back(finding);
    add(own, library.files(), file);
  };
  tell_of("F0416", path);
  tell_of("F0415", folder_above(path) + "course.yaml");
}

void Linter::play(const std::string& path) {
  const std::string above = folder_above(path);
  const Content content(session::load(files_, above + "scenario.yaml", modules_));
  if (!content.usable()) return add_at("F1024", path, {{"place", above + "scenario.yaml"}, {"problem", ""}});
  std::vector<CheckedPlay> alone{check(content.prepared(), path, reading::name_of(path) == content.prepared().scenario.exemplar + ".play")};
  tell(alone);
}

void Linter::library(const std::string& prefix) {
  const reading::LoadedShelf shelf = reading::load_shelf(files_);
  add(shelf.findings, shelf.files, prefix);
  add(reading::late_dates(shelf.dates, today_), shelf.files, prefix);
  const auto is_it = [&prefix](const auto& file) { return file.path == prefix; };
  if (prefix.ends_with(".yaml") && std::none_of(shelf.files.begin(), shelf.files.end(), is_it)) add_at("F0421", prefix, {});
}

void Linter::courses(const std::string& prefix) {
  const reading::Library library = reading::Library::open(files_);
  add(library.findings(), library.files(), prefix);
  for (const reading::Course& course : library.courses())
    if (files_.own(course.path)) parts(course);
}

// A part that is named as a test has one in it.
void Linter::parts(const reading::Course& course) {
  for (const auto* all : {&course.baseline, &course.final_parts})
    for (const reading::CoursePart& part : *all) {
      const reading::ScenarioCard* card = part.kind == reading::CoursePart::Kind::test ? course.card(part.scenario) : nullptr;
      if (!card) continue;
      const session::Loaded lesson = session::load(files_, card->path, modules_);
      if (lesson.prepared && !session::test_of(*lesson.prepared)) add_at("F0425", course.path, {{"scenario", part.scenario}});
    }
}

// What a lesson asks of a bank is a test.
void Linter::add_practised(const reading::LoadedScenario& lesson, const model::Id& id) {
  for (const model::Text& text : lesson.texts)
    if (!lesson.files[text.where.file].path.starts_with(reading::banks_folder)) practised_->push_back({text.source, id});
}

// What anybody can practise: the lessons' texts and the questions of the banks for practice.
const std::vector<reading::PractisedText>& Linter::practised() {
  if (practised_) return *practised_;
  practised_.emplace();
  for (const std::string& path : reading::bank_paths(files_))
    for (reading::PractisedText& text : reading::practised_texts(reading::load_bank(files_, path)))
      practised_->push_back(std::move(text));
  const reading::Library library = reading::Library::open(files_);
  for (const reading::Course& course : library.courses())
    for (const reading::ScenarioCard& card : course.scenarios)
      add_practised(session::load(files_, card.path, modules_).content, card.id);
  return *practised_;
}

void Linter::bank(const std::string& path) {
  const reading::LoadedBank loaded = reading::load_bank(files_, path);
  add(loaded.findings, loaded.files, "");
  add(reading::late_dates(loaded.dates, today_), loaded.files, "");
  if (loaded.bank.use == model::BankUse::measure) add(reading::practised_findings(loaded, practised()), loaded.files, "");
  BankLint linted{files_.place(path), loaded.bank.items.size(), {}, loaded.texts, loaded.files};
  for (const std::string& language : loaded.languages)
    if (language != loaded.bank.language) linted.translations.push_back({language, loaded.translation(language).count(loaded.texts)});
  lint_.banks.push_back(std::move(linted));
}

void Linter::test(const std::string& path) {
  const reading::LoadedTest loaded = reading::load_test(files_, path);
  add(loaded.findings, loaded.files, "");
  if (!doctrines_) doctrines_ = reading::load_shelf(files_).doctrines;
  add(test_findings(loaded, *doctrines_), loaded.files, "");
}

void Linter::tree(const std::string& prefix) {
  const std::size_t before = lint_.scenarios.size();
  if (under(reading::banks_folder, prefix))
    for (const std::string& path : reading::bank_paths(files_))
      if (path.starts_with(prefix) && files_.own(path)) bank(path);
  if (under("scenarios/library/", prefix)) library(prefix);
  if (!under("scenarios/courses/", prefix)) return;
  courses(prefix);
  for (const std::string& course : files_.list("scenarios/courses"))
    for (const std::string& name : files_.list("scenarios/courses/" + course)) {
      const std::string path = "scenarios/courses/" + course + name + "scenario.yaml";
      if (course.ends_with('/') && name.ends_with('/') && path.starts_with(prefix) && files_.read(path, 0) && files_.own(path))
        scenario(path);
    }
  for (const std::string& path : reading::test_paths(files_))
    if (path.starts_with(prefix) && files_.own(path)) test(path);
  leave_uses();
  if (lint_.scenarios.size() == before && !prefix.empty() && !has_something(prefix)) add_at("F0419", prefix + "scenario.yaml", {});
}

// A library, a course or a stray file of a lesson is something; then what is wrong with it was said.
bool Linter::has_something(const std::string& prefix) const {
  for (const std::string& name : files_.list(prefix)) {
    if (name == "course.yaml" || name == "library/" || name == "courses/" || name == "banks/" || name == "vocabulary.yaml") return true;
    if (name.starts_with("scenario.")) return true;
  }
  return prefix.find("library/") != prefix.npos || prefix.starts_with(reading::banks_folder);
}

} // namespace

std::size_t LintResult::count(model::Gravity gravity) const {
  return static_cast<std::size_t>(
      std::count_if(findings.begin(), findings.end(), [&](const LintFinding& lint_finding) { return lint_finding.gravity == gravity; }));
}

void lint_content(const reading::FileSource& files, const session::Catalogue& modules, const Located& located, LintResult& lint,
                  const reading::Translate& translate, std::string_view today, Asked asked) {
  Linter linter(files, modules, lint, translate, today, asked);
  switch (located.kind) {
  case Located::Kind::scenario:
    linter.scenario(located.path);
    return linter.unlisted(located.path);
  case Located::Kind::play:
    return linter.play(located.path);
  case Located::Kind::model:
  case Located::Kind::doctrine:
    return linter.library(located.path);
  case Located::Kind::course:
    return linter.tree(std::string(reading::folder_of(located.path)));
  case Located::Kind::bank:
    return linter.bank(located.path);
  case Located::Kind::test:
    return linter.test(located.path);
  case Located::Kind::tree:
    return linter.tree(located.path);
  }
}

} // namespace firsthand::content
