// See test.h.
#include "engine/reading/test.h"

#include "engine/reading/bank_of_test.h"
#include "engine/reading/findings.h"
#include "engine/reading/gather.h"
#include "engine/reading/mending.h"
#include "engine/reading/shelf.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace firsthand::reading {
namespace {

using model::Id;
using model::Quota;

constexpr int most_questions = 200, most_test_forms = 9, most_test_tries = 9, most_drawn = 24;

struct TestReader {
  Gather& gather;
  const Vocabulary& vocabulary;
  FindingCollector& findings;
  std::string folder;
  model::Test test;

  void read(const model::Node& root);
  std::vector<Quota> read_quotas(Fields& fields, const char* key, Need need);
  void read_shuffle(Fields& fields);
  void read_banks(Fields& fields);
  void read_fixed(Fields& fields);
  void read_parts(Fields& fields);
  void name_parts();
  void read_forms(int count);
  void read_form(const model::Node& row);
  void read_versions(Fields& fields);
};

// {custody: 3, triage: 4}
std::vector<Quota> TestReader::read_quotas(Fields& fields, const char* key, Need need) {
  std::vector<Quota> all;
  Fields map = fields.map(key, need);
  for (const model::Node::Pair& pair : map.node().pairs)
    if (check_word("competency", pair.key, vocabulary.competencies, pair.where, findings))
      all.push_back({pair.key, map.whole(pair.key, {1, most_questions})});
  return all;
}

void TestReader::read_shuffle(Fields& fields) {
  const model::Node* node = fields.any("shuffle", Need::optional);
  if (!node) return;
  for (const model::Node& one : node->kind == model::Node::Kind::list ? node->items : std::vector<model::Node>{*node}) {
    if (one.text == "items")
      test.shuffle_items = true;
    else if (one.text == "options")
      test.shuffle_options = true;
    else
      findings.unknown("F0208", one.where, {{"key", "shuffle"}, {"word", one.text}}, one.text, std::vector<Id>{"items", "options"});
  }
}

void TestReader::read_banks(Fields& fields) {
  test.banks = fields.ids("banks");
  for (const Id& id : test.banks) {
    const auto bank = read_bank_of_test(gather, vocabulary, id);
    if (bank && bank->use == model::BankUse::practice) test.practised_banks.push_back(id);
    if (!bank)
      findings.add("F0872", fields.where("banks"), {{"bank", id}});
    else if (test.drawn > 0 && bank->use != model::BankUse::practice)
      findings.add("F0876", fields.where("banks"), {{"bank", id}});
    else
      test.items.insert(test.items.end(), bank->items.begin(), bank->items.end());
  }
}

void TestReader::read_form(const model::Node& row) {
  std::vector<Id> known;
  for (const model::Item& item : test.items)
    known.push_back(item.id);
  test.forms.push_back(read_ids(row, findings));
  for (const Id& id : test.forms.back())
    if (!test.item(id)) findings.unknown("F0873", row.where, {{"id", id}}, id, known);
}

// What a question was when the forms were written. If it asks something else now, results before and after are not of one test.
void TestReader::read_versions(Fields& fields) {
  Fields versions = fields.map("versions", Need::optional);
  for (const model::Node::Pair& pair : versions.node().pairs) {
    const std::string version = versions.plain(pair.key);
    const model::Item* item = test.item(pair.key);
    test.frozen.emplace_back(pair.key, version);
    if (!item || item->version == version) continue;
    if (std::find(item->was.begin(), item->was.end(), version) == item->was.end())
      findings.add("F0875", pair.where, {{"id", pair.key}, {"was", version}, {"now", item->version}});
  }
}

// Beside it, `<test>-forms.yaml`: which questions stand in which form, written once and never drawn again.
void TestReader::read_forms(int count) {
  const std::string path = fmt::format("{}{}-forms.yaml", folder, test.id);
  if (!gather.open(path)) return;
  const model::Node* root = gather.tree(path);
  if (!root) return;
  Fields fields(*root, findings, "");
  if (const model::Node* list = fields.any("forms"))
    for (const model::Node& row : list->items)
      read_form(row);
  read_versions(fields);
  fields.finish();
  if (static_cast<int>(test.forms.size()) != count)
    findings.add("F0874", fields.where("forms"), {{"forms", std::to_string(test.forms.size())}, {"wanted", std::to_string(count)}});
}

// What is drawn needs no blueprint: its parts are the competencies that its banks ask of.
void TestReader::read_parts(Fields& fields) {
  if (test.drawn == 0 || fields.has("blueprint")) {
    test.blueprint = read_quotas(fields, "blueprint", Need::required);
    test.drawn_by_blueprint = test.drawn > 0;
    if (!test.drawn_by_blueprint) return;
    int all = 0;
    for (const Quota& part : test.blueprint)
      all += part.count;
    if (all > 0 && all <= most_drawn) test.drawn = fields.whole("draw", {all, all}); // one number is not another one
    return;
  }
  for (const auto& word : vocabulary.competencies)
    if (std::any_of(test.items.begin(), test.items.end(), [&](const model::Item& item) { return item.competency == word.first; }))
      test.blueprint.push_back({word.first, 0});
}

// What is the same for every test; who writes it down is not refused, who wants it otherwise is told.
void TestReader::read_fixed(Fields& fields) {
  fields.word_of("navigation", {"free"}, Need::optional);
  fields.word_of("time", {"none"}, Need::optional);
}

void TestReader::name_parts() {
  for (const Quota& quota : test.blueprint)
    if (const model::Text* name = find_word(vocabulary.competencies, quota.competency)) test.competency_names.push_back(*name);
}

void TestReader::read(const model::Node& root) {
  Fields fields(root, findings, "tests." + test.id);
  test.where = fields.where();
  const Id id = fields.id("test");
  if (!id.empty() && id != test.id) findings.add("F0405", fields.where("test"), {{"id", id}});
  test.title = fields.text("title", Need::optional, 8);
  if (!fields.has("title")) test.title.source = test.id;
  if (fields.has("draw")) test.drawn = fields.whole("draw", {1, most_drawn});
  read_banks(fields);
  read_parts(fields);
  name_parts();
  test.form_count = fields.whole("forms", {1, most_test_forms}, 1);
  test.anchors = fields.whole("anchors", {0, most_questions}, 0);
  read_shuffle(fields);
  test.certainty = fields.yes_no("certainty", false);
  test.cut = fields.whole("cut", {1, 1000}, 700);
  test.minimum = read_quotas(fields, "minimum", Need::optional);
  test.dangers = fields.whole("dangers", {0, most_questions}, -1, "at most ");
  read_fixed(fields);
  test.tries = fields.whole("tries", {0, most_test_tries}, 0);
  test.wait = fields.duration("wait", 0);
  fields.finish();
  if (test.drawn == 0) read_forms(test.form_count);
}

} // namespace

model::Test read_test(Gather& gather, const Vocabulary& vocabulary, const std::string& folder, const Id& id, const model::Where& named_by) {
  TestReader reader{gather, vocabulary, gather.findings, folder, {}};
  reader.test.id = id;
  const std::string path = fmt::format("{}{}.yaml", folder, id);
  if (!gather.open(path))
    gather.findings.add("F0871", named_by, {{"test", id}, {"path", path}});
  else if (const model::Node* root = gather.tree(path))
    reader.read(*root);
  return std::move(reader.test);
}

bool LoadedTest::usable() const { return !any_error(findings); }

namespace {

LoadedTest read_test_alone(const FileSource& files, const std::string& path, std::vector<NearMiss>& misses) {
  LoadedTest loaded;
  loaded.path = path;
  Gather library(files), gather(files); // what is wrong in the library is told where it is checked itself
  const Shelf shelf(library);
  const std::string name(name_of(path));
  if (!gather.open(path)) gather.used.push_back({path, ""}); // what is told of it stands in some file
  loaded.test = read_test(gather, shelf.vocabulary(), std::string(folder_of(path)), name.substr(0, name.rfind('.')), {});
  const auto of_bank = [&](const model::Finding& finding) { return gather.used[finding.where.file].path.starts_with("scenarios/banks/"); };
  std::erase_if(gather.findings.all, of_bank);
  loaded.findings = std::move(gather.findings.all);
  loaded.files = std::move(gather.used);
  misses = std::move(gather.findings.misses);
  return loaded;
}

} // namespace

LoadedTest load_test(const FileSource& files, const std::string& path) {
  const FileSource& seen = files.seen_from(path);
  std::vector<NearMiss> misses;
  LoadedTest loaded = read_test_alone(seen, path, misses);
  if (!loaded.usable())
    loaded.findings = without_followers({loaded.findings, std::move(misses), loaded.files}, seen, [&](const FileSource& mended) {
      std::vector<NearMiss> none;
      LoadedTest then = read_test_alone(mended, path, none);
      return Told{std::move(then.findings), {}, std::move(then.files)};
    });
  sort_findings(loaded.findings);
  return loaded;
}

std::vector<std::string> test_paths(const FileSource& files) {
  std::vector<std::string> all;
  for (const std::string& course : files.list(courses_folder.substr(0, courses_folder.size() - 1)))
    for (const std::string& name :
         course.ends_with('/') ? files.list(fmt::format("{}{}tests", courses_folder, course)) : std::vector<std::string>())
      if (name.ends_with(".yaml") && !name.ends_with("-forms.yaml"))
        all.push_back(fmt::format("{}{}tests/{}", courses_folder, course, name));
  return all;
}

std::string forms_path(const std::string& test_path) { return test_path.substr(0, test_path.rfind('.')) + "-forms.yaml"; }

std::string forms_text(const model::Test& test, const std::vector<std::vector<const model::Item*>>& forms) {
  std::string text =
      fmt::format("# Which question stands in which form of {}, and what it asked then. Written once, by “firsthand forms --write”:\n"
                  "# who sat form A yesterday and form B today had these.\nforms:\n",
                  test.id);
  std::map<model::Id, std::string> versions;
  for (const std::vector<const model::Item*>& form : forms) {
    std::vector<model::Id> ids;
    for (const model::Item* item : form)
      ids.push_back(item->id), versions[item->id] = item->version;
    text += fmt::format("  - [{}]\n", fmt::join(ids, ", "));
  }
  text += "versions:\n";
  for (const auto& [id, version] : versions)
    text += fmt::format("  {}: \"{}\"\n", id, version);
  return text;
}

} // namespace firsthand::reading
