// The catalogue. Of a scenario only the head is parsed: the lines before its first section.
#include "engine/reading/library.h"

#include "engine/reading/findings.h"
#include "engine/reading/gather.h"
#include "engine/reading/shelf.h"
#include "engine/reading/yaml.h"

#include <fmt/format.h>

#include <algorithm>

namespace firsthand::reading {
namespace {

using model::Id;
using model::Node;

constexpr std::size_t most_scenario_bytes = 1u << 20;

// The lines before the first section; all of it if a head's key stands behind one.
std::string_view head_of(std::string_view bytes) {
  constexpr std::string_view sections[] = {"exhibits:", "instruments:", "people:", "links:", "steps:", "glossary:"};
  for (std::size_t at = 0; at < bytes.size();) {
    const std::string_view rest = bytes.substr(at);
    for (const std::string_view section : sections)
      if (rest.starts_with(section)) return bytes.substr(0, at);
    const std::size_t end = bytes.find('\n', at);
    if (end == bytes.npos) break;
    at = end + 1;
  }
  return bytes;
}

ScenarioCard read_card(const Node& root, const std::string& path, Notes& notes) {
  Fields fields(root, notes, "");
  ScenarioCard card;
  card.path = path;
  const std::string folder(folder_of(path));
  card.id = fields.id("scenario");
  card.title = fields.text("title");
  card.summary = fields.text("summary");
  card.minutes = fields.whole("minutes", {1, 240});
  card.language = fields.id("language");
  card.competencies = fields.ids("competencies", Need::optional);
  const std::string picture = fields.shown("thumbnail", Need::optional);
  if (picture.starts_with("assets:"))
    card.thumbnail = "assets/pictures/" + picture.substr(7);
  else if (!picture.empty())
    card.thumbnail = fmt::format("{}{}{}", folder, picture.starts_with("pictures/") ? "" : "pictures/", picture);
  return card;
}

struct CourseReader {
  const FileSource& files;
  Notes& notes;
  std::vector<UsedFile>& used;

  std::optional<Node> tree(const std::string& path, bool head_only) {
    const auto bytes = files.read(path, most_scenario_bytes);
    if (!bytes) return std::nullopt;
    const auto file = static_cast<std::uint16_t>(used.size());
    used.push_back({path, *bytes});
    notes.text_roots[file] = "";
    if (head_only && head_of(*bytes).size() < bytes->size()) {
      model::Findings head_findings;
      auto head = read_yaml(head_of(*bytes), file, head_findings);
      if (head && head_findings.empty() && head->find("scenario") && head->find("title") && head->find("minutes")) return head;
    }
    return read_yaml(*bytes, file, notes.findings);
  }

  std::optional<ScenarioCard> card(const std::string& path) {
    const auto root = tree(path, true);
    if (!root) return std::nullopt;
    const std::size_t before = notes.findings.size();
    ScenarioCard card = read_card(*root, path, notes);
    if (notes.findings.size() != before) return std::nullopt;
    for (const std::string& name : files.list(fmt::format("{}lang", folder_of(path))))
      if (name.ends_with(".po")) card.languages.push_back(name.substr(0, name.size() - 3));
    return card;
  }

  Id scenario_of(Fields& fields, std::string_view key, const std::vector<Id>& known) {
    const Id id = fields.id(key, Need::optional);
    if (!id.empty() && std::find(known.begin(), known.end(), id) == known.end())
      notes.unknown("F0414", fields.where(key), {{"scenario", id}}, id, known);
    return id;
  }

  void read_scenarios(Fields& fields, Course& course, const std::string& folder) {
    std::vector<Id> there;
    for (const std::string& name : files.list(folder))
      if (name.ends_with('/')) there.push_back(name.substr(0, name.size() - 1));
    const Node* list = fields.any("scenarios");
    for (const Id& id : list ? read_ids(*list, notes) : std::vector<Id>()) {
      model::Where where = list->where;
      for (const Node& item : list->items)
        if (item.text == id) where = item.where;
      const std::string path = fmt::format("{}{}/scenario.yaml", folder, id);
      if (!files.read(path, 0))
        notes.unknown("F0414", where, {{"scenario", id}}, id, there);
      else if (auto one = card(path))
        course.scenarios.push_back(std::move(*one));
    }
  }

  std::optional<Course> course(const std::string& path) {
    const auto root = tree(path, false);
    if (!root) return std::nullopt;
    Fields fields(*root, notes, "");
    Course course;
    course.path = path;
    const std::string folder(folder_of(path));
    course.id = fields.id("course");
    if (!course.id.empty() && course.id != name_of(folder.substr(0, folder.size() - 1)))
      notes.add("F0405", fields.where("course"), {{"id", course.id}});
    fields.whole("format", {1, 1});
    course.language = fields.id("language");
    course.title = fields.text("title");
    course.summary = fields.text("summary", Need::optional);
    course.doctrine = fields.id("doctrine", Need::optional);
    read_scenarios(fields, course, folder);
    const std::vector<Id> known = fields.ids("scenarios", Need::optional);
    course.baseline = scenario_of(fields, "baseline", known);
    course.final_test = scenario_of(fields, "final", known);
    for (Fields& one : fields.maps("refreshers", Need::optional)) {
      Refresher refresher{scenario_of(one, "scenario", known), one.duration("after")};
      one.finish();
      course.refreshers.push_back(std::move(refresher));
    }
    fields.finish();
    return course;
  }
};

} // namespace

const ScenarioCard* Course::card(std::string_view scenario_id) const {
  for (const ScenarioCard& one : scenarios)
    if (one.id == scenario_id) return &one;
  return nullptr;
}

const Course* Library::course(std::string_view id) const {
  for (const Course& one : courses_)
    if (one.id == id) return &one;
  return nullptr;
}

const ScenarioCard* Library::card(std::string_view scenario_id) const {
  for (const Course& one : courses_)
    if (const ScenarioCard* found = one.card(scenario_id)) return found;
  return nullptr;
}

Library Library::open(const FileSource& files) {
  Library library;
  Notes notes;
  CourseReader reader{files, notes, library.used_};
  for (const std::string& name : files.list(courses_folder)) {
    if (!name.ends_with('/')) continue;
    if (auto course = reader.course(fmt::format("{}{}course.yaml", courses_folder, name))) library.courses_.push_back(std::move(*course));
  }
  library.findings_ = std::move(notes.findings);
  sort_findings(library.findings_);
  return library;
}

LoadedShelf load_shelf(const FileSource& files) {
  LoadedShelf loaded;
  Gather gather(files);
  Shelf shelf(gather);
  for (const Id& id : shelf.model_ids())
    if (const model::EntityModel* model = shelf.model(id, {})) loaded.models.push_back(*model);
  Models models;
  for (const model::EntityModel& model : loaded.models)
    models.push_back(&model);
  const Names names(models, {}, gather.notes);
  for (const model::EntityModel* model : models)
    check_model(*model, names, gather.notes);
  check_circles(models, names, gather.notes);
  check_signals(models, gather.notes);
  for (const Id& id : shelf.doctrine_ids())
    if (auto doctrine = shelf.doctrine(id, {}, {})) loaded.doctrines.push_back(std::move(*doctrine));
  loaded.findings = std::move(gather.notes.findings);
  sort_findings(loaded.findings);
  loaded.files = std::move(gather.used);
  return loaded;
}

} // namespace firsthand::reading
