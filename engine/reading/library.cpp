// The catalogue. Of a scenario only the head is parsed: the lines before its first section.
#include "engine/reading/library.h"

#include "engine/reading/findings.h"
#include "engine/reading/gather.h"
#include "engine/reading/glyphs.h"
#include "engine/reading/hashes.h"
#include "engine/reading/mending.h"
#include "engine/reading/reach.h"
#include "engine/reading/shelf.h"
#include "engine/reading/translation_fit.h"
#include "engine/reading/yaml.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

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

ScenarioCard read_card(const Node& root, const std::string& path, FindingCollector& findings) {
  Fields fields(root, findings, "");
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
  // The other keys of a lesson, so that a misspelt one is told in the same words as when all of the lesson is read.
  for (const char* key : {"format", "role", "starts", "doctrine", "weights", "exemplar", "exemplar-fails", "owes", "cover", "exhibits",
                          "instruments", "people", "links", "steps", "glossary"})
    fields.any(key, Need::optional);
  fields.tell_misspelt();
  return card;
}

constexpr int most_scene_tries = 9;

struct CourseReader {
  const FileSource& files;
  FindingCollector& findings;
  std::vector<UsedFile>& used;
  std::map<Id, std::string> shown; // lessons that are in the catalogue, and where

  std::optional<Node> tree(const std::string& path, bool head_only) {
    const auto bytes = files.read(path, most_scenario_bytes);
    if (!bytes) return std::nullopt;
    const auto file = static_cast<std::uint16_t>(used.size());
    used.push_back({path, *bytes});
    findings.text_roots[file] = "";
    if (head_only && head_of(*bytes).size() < bytes->size()) {
      model::Findings head_findings;
      auto head = read_yaml(head_of(*bytes), file, head_findings);
      if (head && head_findings.empty() && head->find("scenario") && head->find("title") && head->find("minutes")) return head;
    }
    YamlSigns signs;
    auto root = read_yaml(*bytes, file, findings.all, {}, &signs);
    for (const model::Where& where : signs.commented)
      findings.remember_comment(where);
    if (root) findings.remember_format(*root);
    return root;
  }

  std::optional<ScenarioCard> card(const std::string& path) {
    const auto root = tree(path, true);
    if (!root) return std::nullopt;
    const std::size_t before = findings.all.size();
    ScenarioCard card = read_card(*root, path, findings);
    if (std::any_of(findings.all.begin() + static_cast<std::ptrdiff_t>(before), findings.all.end(),
                    [](const model::Finding& one) { return gravity_of(one) == model::Gravity::error; }))
      return std::nullopt;
    return card;
  }

  Id scenario_of(Fields& fields, std::string_view key, const std::vector<Id>& known) {
    const Id id = fields.id(key, Need::optional);
    if (!id.empty() && std::find(known.begin(), known.end(), id) == known.end())
      findings.unknown("F0414", fields.where(key), {{"scenario", id}}, id, known);
    return id;
  }

  // [test: knowledge, {scenario: yard, tries: 2, wait: 7 d}]: a test stands among the scenarios as well, a scene in no list.
  std::vector<CoursePart> parts_of(Fields& fields, std::string_view key, Course& course, const std::vector<Id>& known) {
    std::vector<CoursePart> parts;
    for (Fields& one : fields.maps(key, Need::optional)) {
      const bool scene = key == "final" && one.has("scenario");
      CoursePart part = scene ? scene_of(one, course, known) : CoursePart{scenario_of(one, "test", known)};
      one.finish();
      if (!part.scenario.empty()) parts.push_back(std::move(part));
    }
    return parts;
  }

  CoursePart scene_of(Fields& one, Course& course, const std::vector<Id>& known) {
    CoursePart part{one.id("scenario"), CoursePart::Kind::scene, one.whole("tries", {0, most_scene_tries}, 0), one.duration("wait", 0)};
    const model::Where where = one.where("scenario");
    const std::string folder(folder_of(course.path)), path = fmt::format("{}{}/scenario.yaml", folder, part.scenario);
    if (std::find(known.begin(), known.end(), part.scenario) != known.end())
      findings.add("F0424", where, {{"scenario", part.scenario}}), part.scenario.clear();
    else if (!part.scenario.empty() && !add_lesson(course, part.scenario, path, where, folders_in(folder)))
      part.scenario.clear();
    return part;
  }

  // {all-of: final, within: 30 d}
  void read_pass(Fields& fields, Course& course) {
    if (!fields.has("pass")) return;
    Fields pass = fields.map("pass");
    pass.word_of("all-of", {"final"});
    const Node* within = pass.any("within", Need::optional);
    course.within = std::max<base::Seconds>(0, pass.duration("within")); // with a finding, if it is no duration
    const bool none = course.within == 0;
    if (none && within && base::parse_duration(within->text)) findings.add("F0209", within->where, {{"text", within->text}});
    pass.finish();
    if (course.final_parts.empty()) findings.add("F0202", fields.where("pass"), {{"key", "final"}});
  }

  std::vector<Id> folders_in(const std::string& folder) const {
    std::vector<Id> there;
    for (const std::string& name : files.list(folder))
      if (name.ends_with('/')) there.push_back(name.substr(0, name.size() - 1));
    return there;
  }

  void read_scenarios(Fields& fields, Course& course, const std::string& folder) {
    const std::vector<Id> there = folders_in(folder);
    const Node* list = fields.any("scenarios");
    for (const Id& id : list ? read_ids(*list, findings) : std::vector<Id>()) {
      model::Where where = list->where;
      for (const Node& item : list->items)
        if (item.text == id) where = item.where;
      add_lesson(course, id, fmt::format("{}{}/scenario.yaml", folder, id), where, there);
    }
    std::vector<Id> listed = fields.ids("scenarios", Need::optional);
    if (const Node* final_parts = fields.any("final", Need::optional)) add_scenes(*final_parts, listed);
    note_unlisted(folder, there, std::move(listed));
  }

  // Whether it is in the catalogue now.
  bool add_lesson(Course& course, const Id& id, const std::string& path, const model::Where& where, const std::vector<Id>& there) {
    if (!files.read(path, 0)) {
      not_there(id, path, where, there);
      return false;
    }
    if (const auto twice = shown.find(id); twice != shown.end()) {
      findings.add("F0417", where, {{"scenario", id}, {"place", twice->second}});
      return false;
    }
    auto one = card(path);
    if (!one) return false;
    shown.emplace(id, path);
    course.scenarios.push_back(std::move(*one));
    return true;
  }

  // What a final names as scenes stands in no list, and is seen all the same.
  static void add_scenes(const Node& final_parts, std::vector<Id>& listed) {
    for (const Node& part : final_parts.items)
      if (const Node* scene = part.find("scenario")) listed.push_back(scene->text);
  }

  // A file, so that a finding can stand in it.
  std::uint16_t use(const std::string& path) {
    used.push_back({path, files.read(path, most_scenario_bytes).value_or("")});
    return static_cast<std::uint16_t>(used.size() - 1);
  }

  // Why a lesson of the list is not there: a link, a file of nearly that name, or nothing.
  void not_there(const Id& id, const std::string& path, const model::Where& where, const std::vector<Id>& there) {
    const std::string folder(folder_of(path));
    if (files.leads_out(folder)) return findings.add("F0418", where, {{"place", folder.substr(0, folder.size() - 1)}});
    if (!note_misnamed(folder)) findings.unknown("F0414", where, {{"scenario", id}}, id, there);
  }

  // A file that nearly has the name of a lesson's.
  bool note_misnamed(const std::string& folder) {
    for (const std::string& name : files.list(folder))
      if (name.starts_with("scenario.") && name != "scenario.yaml")
        return findings.add("F0422", {use(folder + name), 1, 1}, {{"name", name}}), true;
    return false;
  }

  // What the list of a course of that name in another folder of content names. False: it cannot be read.
  bool add_listed(const std::string& path, std::vector<Id>& listed) const {
    model::Findings told;
    const auto root = read_yaml(files.read(path, most_scenario_bytes).value_or(""), 0, told);
    if (!root) return false;
    const Node* list = root->find("scenarios");
    for (const Node& item : list ? list->items : std::vector<Node>())
      listed.push_back(item.text);
    if (const Node* final_parts = root->find("final")) add_scenes(*final_parts, listed);
    return true;
  }

  // A lesson that no list names is seen by nobody.
  void note_unlisted(const std::string& folder, const std::vector<Id>& there, std::vector<Id> listed) {
    for (const std::string& path : versions(files, fmt::format("{}course.yaml", folder)))
      if (!add_listed(path, listed)) return; // which of them is shown is told elsewhere
    for (const Id& id : there) {
      const std::string path = fmt::format("{}{}/scenario.yaml", folder, id);
      if (std::find(listed.begin(), listed.end(), id) != listed.end()) continue;
      if (!files.read(path, 0))
        note_misnamed(std::string(folder_of(path)));
      else
        findings.add("F0416", {use(path), 1, 1}, {{"scenario", id}, {"place", fmt::format("{}course.yaml", folder)}});
    }
  }

  // A folder of courses without its file: a link, or lessons that nobody lists. A lesson that lies alone is checked in "here".
  void no_course(const std::string& path) {
    const std::string folder(folder_of(path));
    if (files.leads_out(folder)) return findings.add("F0418", {use(path), 0, 0}, {{"place", folder.substr(0, folder.size() - 1)}});
    if (!folder.ends_with("/here/")) note_unlisted(folder, folders_in(folder), {});
  }

  // A course that another folder of content brought before: the first is shown, and this one is not, unless it is the same.
  void note_other_versions(const std::string& path) {
    const std::vector<std::string> all = versions(files, path);
    for (std::size_t i = 1; i < all.size(); ++i)
      if (!same_course(all[0], all[i])) findings.add("F0415", {use(all[i]), 1, 1}, {{"place", all[0]}});
  }

  bool same_course(const std::string& first, const std::string& second) const {
    if (files.read(first, most_scenario_bytes) != files.read(second, most_scenario_bytes)) return false;
    const std::string folder(folder_of(first));
    for (const std::string& name : files.list(folder)) {
      const std::vector<std::string> lessons = versions(files, fmt::format("{}{}scenario.yaml", folder, name));
      for (const std::string& lesson : lessons)
        if (files.read(lesson, most_scenario_bytes) != files.read(lessons[0], most_scenario_bytes)) return false;
    }
    return true;
  }

  std::optional<Course> course(const std::string& path) {
    const auto root = tree(path, false);
    if (!root) return std::nullopt;
    Fields fields(*root, findings, "");
    Course course;
    course.path = path;
    const std::string folder(folder_of(path));
    course.id = fields.id("course");
    if (!course.id.empty() && course.id != name_of(folder.substr(0, folder.size() - 1)))
      findings.add("F0405", fields.where("course"), {{"id", course.id}});
    read_format(fields, Need::required);
    const Id kind = fields.word_of("kind", {"lessons", "warm-up", "daily"}, Need::optional);
    course.kind = kind == "warm-up" ? CourseKind::warm_up : kind == "daily" ? CourseKind::daily : CourseKind::lessons;
    course.language = fields.id("language");
    course.title = fields.text("title");
    course.summary = fields.text("summary", Need::optional);
    course.doctrine = fields.id("doctrine", Need::optional);
    read_scenarios(fields, course, folder);
    const std::vector<Id> known = fields.ids("scenarios", Need::optional);
    course.baseline = parts_of(fields, "baseline", course, known);
    course.final_parts = parts_of(fields, "final", course, known);
    read_pass(fields, course);
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

namespace {

const CoursePart* part_in(const std::vector<CoursePart>& parts, std::string_view scenario_id) {
  const auto found = std::find_if(parts.begin(), parts.end(), [&](const CoursePart& each) { return each.scenario == scenario_id; });
  return found == parts.end() ? nullptr : &*found;
}

} // namespace

bool Course::asks_before(std::string_view scenario_id) const { return card(scenario_id) && part_in(baseline, scenario_id); }
bool Course::decides_by(std::string_view scenario_id) const { return card(scenario_id) && part_in(final_parts, scenario_id); }
bool Course::tests_by(std::string_view scenario_id) const { return asks_before(scenario_id) || decides_by(scenario_id); }

const CoursePart* Course::part(std::string_view scenario_id) const {
  const CoursePart* last = part_in(final_parts, scenario_id);
  return last ? last : part_in(baseline, scenario_id);
}

const Course* Library::tested_by(std::string_view scenario_id) const {
  for (const Course& one : courses_)
    if (one.tests_by(scenario_id)) return &one;
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

bool Library::is_warm_up(std::string_view scenario_id) const {
  return std::any_of(courses_.begin(), courses_.end(),
                     [&](const Course& one) { return one.kind == CourseKind::warm_up && one.card(scenario_id); });
}

bool Library::is_daily(std::string_view scenario_id) const {
  return std::any_of(courses_.begin(), courses_.end(),
                     [&](const Course& one) { return one.kind == CourseKind::daily && one.card(scenario_id); });
}

namespace {

// What is built in first, then what was added; by name within each.
std::vector<std::string> course_files(const FileSource& files) {
  std::vector<std::string> all;
  for (const std::string& name : files.list(courses_folder))
    if (name.ends_with('/')) all.push_back(fmt::format("{}{}course.yaml", courses_folder, name));
  std::stable_sort(all.begin(), all.end(), [&](const std::string& a, const std::string& b) { return files.rank(a) < files.rank(b); });
  return all;
}

} // namespace

Library Library::open(const FileSource& files) {
  std::vector<NearMiss> misses;
  Library library = read(files, misses);
  library.findings_ = without_followers({library.findings_, std::move(misses), library.used_}, files, [](const FileSource& mended) {
    std::vector<NearMiss> none;
    Library then = read(mended, none);
    return Told{std::move(then.findings_), {}, std::move(then.used_)};
  });
  sort_findings(library.findings_);
  return library;
}

Library Library::read(const FileSource& files, std::vector<NearMiss>& misses) {
  Library library;
  FindingCollector findings;
  CourseReader reader{files, findings, library.used_, {}};
  for (const std::string& path : course_files(files)) {
    if (!files.read(path, 0)) reader.no_course(path);
    reader.note_other_versions(path);
    if (auto course = reader.course(path)) library.courses_.push_back(std::move(*course));
  }
  tell_signs_without_glyph({findings.texts}, library.used_, findings.all);
  library.findings_ = std::move(findings.all);
  misses = std::move(findings.misses);
  return library;
}

namespace {

// Its findings are not sorted.
LoadedShelf read_shelf(const FileSource& files, std::vector<NearMiss>& misses) {
  LoadedShelf loaded;
  Gather gather(files);
  Shelf shelf(gather);
  for (const Id& id : shelf.model_ids())
    if (const model::EntityModel* model = shelf.model(id, {})) loaded.models.push_back(*model);
  Models models;
  for (const model::EntityModel& model : loaded.models)
    models.push_back(&model);
  const Names names(models, {}, gather.findings);
  for (const model::EntityModel* model : models)
    check_model(*model, names, gather.findings);
  check_circles(models, names, gather.findings);
  check_signals(models, gather.findings);
  shelf.note_strays();
  for (const Id& id : shelf.doctrine_ids())
    if (auto doctrine = shelf.doctrine(id, {}, {})) {
      check_breakable(*doctrine, models, gather.findings);
      loaded.doctrines.push_back(std::move(*doctrine));
    }
  loaded.competencies = shelf.vocabulary().competencies;
  loaded.texts = gather.finish_texts();
  const std::string folder(library_folder);
  open_translations(gather, folder);
  if (!any_error(gather.findings.all)) tell_unused_translations(gather, folder, loaded.texts, "");
  loaded.dates = std::move(gather.findings.dates);
  loaded.findings = std::move(gather.findings.all);
  loaded.files = std::move(gather.used);
  misses = std::move(gather.findings.misses);
  return loaded;
}

} // namespace

LoadedShelf load_shelf(const FileSource& files) {
  std::vector<NearMiss> misses;
  LoadedShelf loaded = read_shelf(files, misses);
  loaded.findings = without_followers({loaded.findings, std::move(misses), loaded.files}, files, [](const FileSource& mended) {
    std::vector<NearMiss> none;
    LoadedShelf then = read_shelf(mended, none);
    return Told{std::move(then.findings), {}, std::move(then.files)};
  });
  sort_findings(loaded.findings);
  return loaded;
}

} // namespace firsthand::reading
