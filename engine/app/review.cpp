// Reviewing content.
#include "engine/app/review.h"

#include "engine/app/word_count.h"
#include "engine/base/json_line.h"
#include "engine/reading/findings.h"

#include <fmt/format.h>

#include <algorithm>

namespace firsthand::app {

namespace {

constexpr std::size_t longest_play = 1u << 20;

bool under(std::string_view path, std::string_view prefix) { return path.starts_with(prefix) || prefix.starts_with(path); }

class Reviewer {
 public:
  Reviewer(const reading::FileSource& files, const session::Catalogue& modules, Review& review)
      : files_(files), modules_(modules), review_(review) {}

  void scenario(const std::string& path);
  void play(const std::string& path);
  void tree(const std::string& prefix);
  void library(const std::string& prefix);
  void courses(const std::string& prefix);

 private:
  void add(const model::Findings& findings, const std::vector<reading::UsedFile>& files, std::string_view prefix);
  void add(model::Gravity gravity, const std::string& path, int line, const std::string& code, const std::string& message);
  std::optional<session::Rehearsal> rehearse(const session::Prepared& prepared, const std::string& path);
  void plays(const Content& content, ScenarioReview& reviewed);

  const reading::FileSource& files_;
  const session::Catalogue& modules_;
  Review& review_;
};

void Reviewer::add(const model::Findings& findings, const std::vector<reading::UsedFile>& files, std::string_view prefix) {
  for (const model::Finding& finding : findings) {
    const std::string path = finding.where.file < files.size() ? files[finding.where.file].path : std::string();
    if (!path.starts_with(prefix)) continue;
    Remark remark{reading::gravity_of(finding), path, reading::render(finding, files), reading::render_json(finding, files)};
    const bool known =
        std::any_of(review_.remarks.begin(), review_.remarks.end(), [&](const Remark& each) { return each.json == remark.json; });
    if (!known) review_.remarks.push_back(std::move(remark));
  }
}

void Reviewer::add(model::Gravity gravity, const std::string& path, int line, const std::string& code, const std::string& message) {
  const char* word = reading::gravity_word(gravity);
  base::Json::Object json{{"code", code}, {"gravity", word}, {"path", path}, {"line", line}, {"message", message}};
  review_.remarks.push_back(
      {gravity, path, fmt::format("{}:{}: {} {}: {}\n", path, line, word, code, message), base::Json(std::move(json)).line()});
}

std::optional<session::Rehearsal> Reviewer::rehearse(const session::Prepared& prepared, const std::string& path) {
  const auto text = files_.read(path, longest_play);
  if (!text || text->size() > longest_play) return std::nullopt;
  const session::PlayReading reading = session::parse_play(*text, prepared);
  for (const session::PlayFault& fault : reading.faults)
    add(model::Gravity::error, path, fault.line, fault.code, fault.message);
  if (!reading.faults.empty()) return std::nullopt;
  session::Rehearsal rehearsal = session::rehearse(prepared, reading.play);
  for (const session::PlayFault& fault : rehearsal.failed)
    add(model::Gravity::error, path, fault.line, fault.code, fault.message);
  return rehearsal;
}

void Reviewer::plays(const Content& content, ScenarioReview& reviewed) {
  const session::Prepared& prepared = content.prepared();
  const std::string folder = std::string(reading::folder_of(content.path())) + "plays/";
  for (const std::string& name : files_.list(folder)) {
    if (!name.ends_with(".play")) continue;
    ++reviewed.plays;
    const auto rehearsal = rehearse(prepared, folder + name);
    if (!rehearsal || !rehearsal->ok() || name != prepared.scenario.exemplar + ".play") continue;
    reviewed.path_words = words_on_path(prepared, *rehearsal);
    if (!rehearsal->score.passed)
      add(model::Gravity::error, folder + name, 1, "exemplar-fails", "The play that shows a good way does not pass.");
    if (reviewed.path_words > most_words_on_path)
      add(model::Gravity::warning, content.path(), 1, "too-many-words",
          fmt::format("On the way to a pass there are {} words to read; {} are the most.", reviewed.path_words, most_words_on_path));
  }
}

void Reviewer::scenario(const std::string& path) {
  const auto content = std::make_shared<const Content>(session::load(files_, path, modules_));
  add(content->read().findings, content->read().files, "");
  ScenarioReview reviewed{path, content, 0, 0};
  if (content->usable())
    plays(*content, reviewed);
  else if (!reading::any_error(content->read().findings))
    add(model::Gravity::error, path, 1, "not-prepared", content->problem());
  review_.scenarios.push_back(std::move(reviewed));
}

void Reviewer::play(const std::string& path) {
  const std::string folder(reading::folder_of(path));
  const std::string above(reading::folder_of(folder.substr(0, folder.empty() ? 0 : folder.size() - 1)));
  const Content content(session::load(files_, above + "scenario.yaml", modules_));
  if (content.usable())
    rehearse(content.prepared(), path);
  else
    add(model::Gravity::error, path, 1, "no-scenario", fmt::format("The scenario of this play, {}scenario.yaml, cannot be played.", above));
}

void Reviewer::library(const std::string& prefix) {
  const reading::LoadedShelf shelf = reading::load_shelf(files_);
  add(shelf.findings, shelf.files, prefix);
  const auto is_it = [&prefix](const auto& file) { return file.path == prefix; };
  if (prefix.ends_with(".yaml") && std::none_of(shelf.files.begin(), shelf.files.end(), is_it))
    add(model::Gravity::error, prefix, 1, "file-not-read",
        "This file was not read. Its name must be its id and .yaml; an id has small Latin letters, digits and hyphens.");
}

void Reviewer::courses(const std::string& prefix) {
  const reading::Library library = reading::Library::open(files_);
  add(library.findings(), library.files(), prefix);
}

void Reviewer::tree(const std::string& prefix) {
  if (under("scenarios/library/", prefix)) library(prefix);
  if (!under("scenarios/courses/", prefix)) return;
  courses(prefix);
  for (const std::string& course : files_.list("scenarios/courses"))
    for (const std::string& name : files_.list("scenarios/courses/" + course)) {
      const std::string path = "scenarios/courses/" + course + name + "scenario.yaml";
      if (course.ends_with('/') && name.ends_with('/') && path.starts_with(prefix) && files_.read(path, 0)) scenario(path);
    }
}

} // namespace

std::size_t Review::count(model::Gravity gravity) const {
  return static_cast<std::size_t>(
      std::count_if(remarks.begin(), remarks.end(), [&](const Remark& remark) { return remark.gravity == gravity; }));
}

void review_content(const reading::FileSource& files, const session::Catalogue& modules, const Located& located, Review& review) {
  Reviewer reviewer(files, modules, review);
  switch (located.kind) {
  case Located::Kind::scenario:
    return reviewer.scenario(located.path);
  case Located::Kind::play:
    return reviewer.play(located.path);
  case Located::Kind::model:
  case Located::Kind::doctrine:
    return reviewer.library(located.path);
  case Located::Kind::course:
    return reviewer.tree(std::string(reading::folder_of(located.path)));
  case Located::Kind::tree:
    return reviewer.tree(located.path);
  }
}

} // namespace firsthand::app
