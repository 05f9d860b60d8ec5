// Reads one scenario: the head, its entities with their start, and the steps around what the kinds read themselves.
#include "engine/reading/context.h"
#include "engine/reading/findings.h"
#include "engine/reading/hashes.h"
#include "engine/reading/library.h"
#include "engine/reading/mending.h"
#include "engine/reading/reach.h"
#include "engine/reading/shelf.h"
#include "engine/reading/translation_fit.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace firsthand::reading {
namespace {

constexpr int most_for_all = 100, most_for_steps = 30; // one wrong answer must not outweigh a scene

using model::EntityKind;
using model::EntityUse;
using model::Id;
using model::Node;

struct ScenarioReader {
  Gather& gather;
  Shelf& shelf;
  const StepReader& kinds;
  std::string folder;
  std::string_view doctrine_override;
  FindingCollector& findings;
  model::Scenario scenario;
  std::vector<std::pair<std::size_t, Fields>> uses; // index into scenario.entities, and where it is written
  std::unique_ptr<Names> names;

  void read(const Node& root);
  void read_head(Fields& fields);
  void read_losses(Fields& fields);
  void read_owed(Fields& fields);
  void read_doctrine(Fields& fields);
  void read_pictures(Fields& fields, const ScenarioContext& context);
  void read_entities(Fields& fields, const char* key, EntityKind kind);
  void read_entity(Fields& fields, EntityKind kind);
  void forget_models(const Id& id);
  void use_model(EntityUse& use, const model::Where& named_by);
  void read_start(EntityUse& use, Fields& fields);
  void start_one(EntityUse& use, const model::EntityModel& model, const Node::Pair& pair);
  void start_relation(EntityUse& use, const model::Relation& relation, const Node::Pair& pair);
  void start_gauge(EntityUse& use, const model::Gauge& gauge, const Node::Pair& pair);
  void start_setting(EntityUse& use, const Node::Pair& pair);
  void read_aged(EntityUse& use, Fields& fields);
  void read_holds(EntityUse& use, Fields& fields);
  void check_joins(const EntityUse& use);
  void check_people();
  void check_models();
  void read_steps(Fields& fields, const ScenarioContext& context);
  void read_step(Fields& fields, model::Step& step, const ScenarioContext& context);
  void read_glossary(Fields& fields);
  Models models() const;
};

Models ScenarioReader::models() const {
  Models all;
  for (const model::EntityModel& model : scenario.models)
    all.push_back(&model);
  return all;
}

void ScenarioReader::read_head(Fields& fields) {
  scenario.id = fields.id("scenario");
  const std::string own_folder = folder.empty() ? "" : folder.substr(0, folder.size() - 1);
  if (!scenario.id.empty() && scenario.id != name_of(own_folder)) findings.add("F0405", fields.where("scenario"), {{"id", scenario.id}});
  scenario.format = read_format(fields, Need::required);
  scenario.language = fields.id("language");
  scenario.title = fields.text("title", Need::required, 8);
  scenario.summary = fields.text("summary", Need::required, 25);
  scenario.role = fields.text("role", Need::required, 25);
  scenario.minutes = fields.whole("minutes", {1, 240});
  fields.needs_format_2("reviewed-by");
  scenario.reviewed_by = fields.written("reviewed-by", Need::optional);
  scenario.competencies = fields.ids("competencies", Need::optional);
  for (const Id& id : scenario.competencies)
    if (check_word("competency", id, shelf.vocabulary().competencies, fields.where("competencies"), findings))
      scenario.competency_names.push_back(*find_word(shelf.vocabulary().competencies, id));
  const std::string starts = fields.plain("starts");
  if (const auto start = base::parse_local_start(starts))
    scenario.starts = *start, findings.add_date({DateUse::begins, starts, fields.where("starts")});
  else if (fields.has("starts"))
    findings.add("F0220", fields.where("starts"), {{"text", starts}});
  Fields weights = fields.map("weights", Need::optional);
  scenario.weight_rules = weights.whole("rules", {0, 100}, most_for_all - most_for_steps);
  scenario.weight_steps = weights.whole("steps", {0, 100}, most_for_steps);
  if (scenario.weight_rules + scenario.weight_steps != 100) findings.add("F0407", fields.where("weights"));
  if (scenario.weight_steps > most_for_steps) {
    findings.add("F0518", fields.where("weights"), {{"steps", std::to_string(scenario.weight_steps)}});
    scenario.weight_rules = most_for_all - most_for_steps, scenario.weight_steps = most_for_steps;
  }
  weights.finish();
  scenario.exemplar = fields.id("exemplar", Need::optional);
  if (!scenario.exemplar.empty() && !gather.open(fmt::format("{}plays/{}.play", folder, scenario.exemplar)))
    findings.add("F0408", fields.where("exemplar"), {{"play", scenario.exemplar}});
}

// What an author knows of and has not mended yet. It decides nothing of what happens in the lesson.
void ScenarioReader::read_owed(Fields& fields) {
  if (fields.needs_format_2("owes")) findings.mark_shown(*fields.node().find("owes"));
  const Node* owed = fields.any("owes", Need::optional);
  for (const Node& code : owed ? owed->items : std::vector<Node>()) {
    if (!finding_kind(code.text)) findings.add("F0206", code.where, {{"word", as_found(code)}});
    scenario.owes.push_back(code.text);
  }
}

void ScenarioReader::read_losses(Fields& fields) {
  fields.needs_format_2("exemplar-fails");
  read_owed(fields);
  for (Fields& one : fields.maps("exemplar-fails", Need::optional)) {
    scenario.exemplar_losses.push_back({one.plain("chance"), one.text("why", Need::required, 30), one.where()});
    one.finish();
  }
}

void ScenarioReader::read_doctrine(Fields& fields) {
  const Id own = fields.id("doctrine");
  const Id id = doctrine_override.empty() ? own : Id(doctrine_override);
  if (id.empty()) return;
  if (auto doctrine = shelf.doctrine(id, fields.where("doctrine"), kinds.kinds())) scenario.doctrine = std::move(*doctrine);
}

void ScenarioReader::read_pictures(Fields& fields, const ScenarioContext& context) {
  scenario.thumbnail = context.picture(fields, "thumbnail", Need::optional);
  scenario.cover = context.picture(fields, "cover", Need::optional);
  for (auto& [index, one] : uses)
    scenario.entities[index].portrait = context.picture(one, "portrait", Need::optional);
}

void ScenarioReader::use_model(EntityUse& use, const model::Where& named_by) {
  const auto known = std::any_of(scenario.models.begin(), scenario.models.end(), [&](const auto& one) { return one.id == use.model; });
  if (known || use.model.empty()) return;
  if (const model::EntityModel* model = shelf.model(use.model, named_by)) scenario.models.push_back(*model);
}

void ScenarioReader::read_entity(Fields& fields, EntityKind kind) {
  static const std::set<Id> reserved{"with", "by", "self", "none", "any", "not", "learner", "person"};
  EntityUse use;
  use.kind = kind;
  use.where = fields.where();
  use.id = fields.id("id");
  if (use.id.empty()) return fields.tell_misspelt();
  const bool twice = scenario.entity(use.id);
  if (!fields.is_id_twice() && (twice || reserved.count(use.id))) findings.add("F0402", fields.where("id"), {{"id", use.id}});
  use.model = fields.id("model");
  use_model(use, fields.where("model"));
  use.name = fields.text("name", kind == EntityKind::link ? Need::optional : Need::required, 5);
  use.zone = fields.id("zone", Need::optional);
  if (kind == EntityKind::exhibit)
    use.number = 1 + static_cast<int>(std::count_if(scenario.entities.begin(), scenario.entities.end(),
                                                    [](const EntityUse& other) { return other.kind == EntityKind::exhibit; }));
  uses.emplace_back(scenario.entities.size(), fields);
  scenario.entities.push_back(std::move(use));
  if (twice) forget_models(scenario.entities.back().id);
}

// Two have this id: what is said of it is said of nobody knows which, and nothing more is told of either.
void ScenarioReader::forget_models(const Id& id) {
  for (EntityUse& use : scenario.entities)
    if (use.id == id) use.model.clear();
}

void ScenarioReader::read_entities(Fields& fields, const char* key, EntityKind kind) {
  for (Fields& one : fields.maps(key, Need::optional))
    read_entity(one, kind);
}

void ScenarioReader::start_relation(EntityUse& use, const model::Relation& relation, const Node::Pair& pair) {
  const Id value = as_found(pair.value);
  const EntityUse* other = scenario.entity(value);
  if (value != "none" && !other) {
    std::vector<Id> known{"none"};
    for (const EntityUse& one : scenario.entities)
      known.push_back(one.id);
    return findings.unknown("F0401", pair.value.where, {{"id", value}}, value, known);
  }
  const auto fits = [&](const Id& trait) { return has_trait(scenario.model_of(*other), trait); };
  const bool known = other && !relation.traits.empty() && !scenario.model_of(*other).id.empty(); // what is not is told already
  if (known && std::none_of(relation.traits.begin(), relation.traits.end(), fits))
    findings.add("F0410", pair.value.where, {{"id", value}, {"relation", relation.name}, {"trait", relation.traits[0]}});
  use.state.emplace_back(relation.name, value);
}

void ScenarioReader::start_gauge(EntityUse& use, const model::Gauge& gauge, const Node::Pair& pair) {
  const auto amount = parse_quantity(pair.value.text);
  if (!amount) return findings.add("F0210", pair.value.where, {{"text", as_found(pair.value)}});
  if (amount->unit != measure_of(gauge.unit).unit)
    findings.add("F0308", pair.value.where, {{"name", gauge.name}, {"measure", gauge.unit}, {"unit", amount->unit}});
  if (amount->quanta < 0 || amount->quanta > gauge.maximum) findings.add("F0218", pair.value.where, {{"name", gauge.name}});
  use.gauges.emplace_back(gauge.name, amount->quanta);
}

// Weighted durations are a setting's own matter, so the entity gets a model of its own that differs in just this.
void ScenarioReader::start_setting(EntityUse& use, const Node::Pair& pair) {
  model::Setting setting = read_setting(pair.key, pair.value, findings);
  if (setting.choices.size() == 1) {
    use.settings.emplace_back(pair.key, setting.choices.front().seconds);
    return;
  }
  if (use.kind == EntityKind::link) return findings.add("F0411", pair.where, {{"name", pair.key}});
  model::EntityModel own = scenario.model_of(use);
  if (own.id.find('.') == Id::npos) own.id += "." + use.id;
  for (model::Setting& one : own.settings)
    if (one.name == pair.key) one = setting;
  std::erase_if(scenario.models, [&](const model::EntityModel& other) { return other.id == own.id; });
  use.model = own.id;
  scenario.models.push_back(std::move(own));
}

void ScenarioReader::start_one(EntityUse& use, const model::EntityModel& model, const Node::Pair& pair) {
  const auto named = [&](const auto& one) { return one.name == pair.key; };
  const auto variable = std::find_if(model.state.begin(), model.state.end(), named);
  if (variable != model.state.end()) {
    const Id value = as_found(pair.value);
    if (std::find(variable->values.begin(), variable->values.end(), value) == variable->values.end())
      return findings.unknown("F0304", pair.value.where, {{"value", value}, {"name", pair.key}}, value, variable->values);
    use.state.emplace_back(pair.key, value);
  } else if (const model::Relation* relation = find_relation(model, pair.key)) {
    start_relation(use, *relation, pair);
  } else if (const model::Gauge* gauge = find_gauge(model, pair.key)) {
    start_gauge(use, *gauge, pair);
  } else if (std::any_of(model.settings.begin(), model.settings.end(), named)) {
    start_setting(use, pair);
  } else {
    std::vector<Id> known;
    for (const auto& one : model.state)
      known.push_back(one.name);
    for (const auto& one : model.relations)
      known.push_back(one.name);
    for (const auto& one : model.gauges)
      known.push_back(one.name);
    for (const auto& one : model.settings)
      known.push_back(one.name);
    findings.unknown("F0404", pair.where, {{"name", pair.key}, {"model", model.id}}, pair.key, known);
  }
}

void ScenarioReader::read_start(EntityUse& use, Fields& fields) {
  const model::EntityModel model = scenario.model_of(use); // a copy: models may grow below
  const bool known = !model.id.empty();
  for (const char* key : {"start", "settings"}) {
    Fields start = fields.map(key, Need::optional);
    for (const Node::Pair& pair : start.node().pairs) {
      if (pair.value.kind == Node::Kind::list || pair.value.kind == Node::Kind::nothing)
        findings.add("F0203", pair.value.where, {{"key", pair.key}, {"wanted", "one value"}, {"found", "something else"}});
      else if (known)
        start_one(use, model, pair);
    }
  }
}

void ScenarioReader::read_aged(EntityUse& use, Fields& fields) {
  const model::EntityModel& model = scenario.model_of(use);
  Fields aged = fields.map("aged", Need::optional);
  std::vector<Id> known;
  for (const model::Event& event : model.events)
    if (event.trigger == model::Trigger::holds_for || event.trigger == model::Trigger::every) known.push_back(event.name);
  for (const Node::Pair& pair : aged.node().pairs) {
    if (std::find(known.begin(), known.end(), pair.key) == known.end() && !model.id.empty())
      findings.unknown("F0412", pair.where, {{"event", pair.key}, {"model", model.id}}, pair.key, known);
    const base::Seconds seconds = aged.duration(pair.key);
    if (seconds == base::never) findings.add("F0209", pair.value.where, {{"text", "never"}});
    use.aged.emplace_back(pair.key, std::max(seconds, base::Seconds{0}));
  }
}

void ScenarioReader::read_holds(EntityUse& use, Fields& fields) {
  const model::EntityModel& model = scenario.model_of(use);
  std::vector<Id> kinds_known;
  for (const model::EvidenceKind& kind : model.evidence)
    kinds_known.push_back(kind.name);
  for (Fields& one : fields.maps("holds", Need::optional)) {
    model::Holding holding;
    holding.where = one.where();
    holding.id = one.id("id");
    holding.in = one.id("in");
    if (!holding.in.empty() && !model.id.empty() && std::find(kinds_known.begin(), kinds_known.end(), holding.in) == kinds_known.end())
      findings.unknown("F0312", one.where("in"), {{"evidence", holding.in}}, holding.in, kinds_known);
    holding.value = one.whole("value", {1, 1000});
    holding.name = one.text("name");
    holding.lost = one.text("lost", Need::required, 15);
    one.needs_format_2("sealed");
    holding.sealed = one.text("sealed", Need::optional, 15);
    one.finish();
    use.holds.push_back(std::move(holding));
  }
}

void ScenarioReader::check_joins(const EntityUse& use) {
  for (const Id& join : scenario.model_of(use).joins) {
    const bool bound =
        std::any_of(use.state.begin(), use.state.end(), [&](const auto& s) { return s.first == join && s.second != "none"; });
    if (!bound) findings.add("F0409", use.where, {{"link", use.id}, {"relation", join}});
  }
}

void ScenarioReader::check_people() {
  int learners = 0;
  bool all_known = true; // otherwise one of the others may be the learner, and what is wrong is told
  for (const EntityUse& use : scenario.entities) {
    const model::EntityModel& model = scenario.model_of(use);
    if (use.kind == EntityKind::person && has_trait(model, "learner")) ++learners;
    all_known = all_known && (use.kind != EntityKind::person || !model.id.empty());
    if (use.kind == EntityKind::person && !model.id.empty() && !has_trait(model, "person"))
      findings.add("F0413", use.where, {{"id", use.id}, {"model", model.id}});
  }
  if (learners > 1 || (learners < 1 && all_known)) findings.add("F0403", {0, 1, 1}, {{"count", fmt::format("{}", learners)}});
}

void ScenarioReader::check_models() {
  std::vector<Id> ids;
  for (const EntityUse& use : scenario.entities)
    ids.push_back(use.id);
  names = std::make_unique<Names>(models(), std::move(ids), findings);
  for (const model::EntityModel* model : models())
    check_model(*model, *names, findings);
  check_circles(models(), *names, findings); // signals are the library's matter: their giver need not be in this scenario
}

void ScenarioReader::read_step(Fields& fields, model::Step& step, const ScenarioContext& context) {
  step.title = fields.text("title", Need::required, 3);
  step.only_if = context.true_condition(fields, "only-if", Need::optional);
  check_possible(step.only_if, findings);
  step.costs = fields.duration("costs", 0);
  if (step.costs == base::never) findings.add("F0209", fields.where("costs"), {{"text", "never"}});
  step.points = fields.whole("points", {0, 1000}, 10);
  for (Fields& branch : fields.maps("then", Need::optional)) {
    const model::Condition when = context.true_condition(branch, "if", Need::optional);
    const Id go = branch.id("go");
    std::vector<Id> later;
    bool passed = false, earlier = false;
    for (const model::Step& other : scenario.steps) {
      if (passed) later.push_back(other.id);
      if (&other == &step) passed = true;
      earlier = earlier || (!passed && other.id == go) || (&other == &step && go == step.id);
    }
    if (earlier)
      findings.add("F0603", branch.where("go"), {{"step", go}});
    else if (!go.empty() && std::find(later.begin(), later.end(), go) == later.end())
      findings.unknown("F0602", branch.where("go"), {{"step", go}}, go, later);
    branch.finish();
    step.then.push_back({when, go});
  }
  const std::vector<Id> known = kinds.kinds();
  if (std::find(known.begin(), known.end(), step.kind) == known.end()) {
    if (!step.kind.empty()) findings.unknown("F0601", fields.where("kind"), {{"kind", step.kind}}, step.kind, known);
    return fields.tell_misspelt(); // whose the other keys are, nobody can say
  }
  kinds.read(step, fields, context);
  fields.finish();
}

void ScenarioReader::read_steps(Fields& fields, const ScenarioContext& context) {
  std::vector<Fields> all = fields.maps("steps");
  for (Fields& one : all) {
    model::Step step;
    step.id = one.id("id");
    step.kind = one.id("kind");
    step.params = one.node();
    step.where = one.where();
    scenario.steps.push_back(std::move(step));
  }
  if (scenario.steps.empty()) findings.add("F0604", fields.where("steps"));
  for (std::size_t i = 0; i < all.size(); ++i)
    read_step(all[i], scenario.steps[i], context);
  check_reachable(scenario.steps, findings);
}

void ScenarioReader::read_glossary(Fields& fields) {
  Fields glossary = fields.map("glossary", Need::optional);
  for (const Node::Pair& pair : glossary.node().pairs)
    scenario.glossary.push_back({glossary.head(pair.key), glossary.text(pair.key, Need::required, 40)});
}

void ScenarioReader::read(const Node& root) {
  Fields fields(root, findings, "");
  read_head(fields);
  read_losses(fields);
  read_doctrine(fields);
  read_entities(fields, "exhibits", EntityKind::exhibit);
  read_entities(fields, "instruments", EntityKind::instrument);
  read_entities(fields, "people", EntityKind::person);
  read_entities(fields, "links", EntityKind::link);
  for (auto& [index, one] : uses) {
    read_start(scenario.entities[index], one);
    read_aged(scenario.entities[index], one);
    read_holds(scenario.entities[index], one);
    check_joins(scenario.entities[index]);
  }
  check_people();
  check_models();
  const ScenarioContext context(scenario, *names, shelf.vocabulary(), gather, folder);
  read_pictures(fields, context);
  for (auto& [index, one] : uses)
    one.finish();
  read_steps(fields, context);
  read_glossary(fields);
  fields.finish();
}

} // namespace

bool LoadedScenario::usable() const { return !any_error(findings); }

namespace {

// Its findings are not sorted.
LoadedScenario read_scenario(const FileSource& files, const std::string& path, const StepReader& steps, std::string_view doctrine,
                             std::vector<NearMiss>& misses) {
  LoadedScenario loaded;
  loaded.path = path;
  Gather gather(files);
  const std::string folder(folder_of(path));
  if (const auto file = gather.open(path)) {
    gather.findings.text_roots[*file] = "";
    if (const Node* root = gather.tree(path)) {
      Shelf shelf(gather);
      ScenarioReader reader{gather, shelf, steps, folder, doctrine, gather.findings, {}, {}, {}};
      reader.read(*root);
      loaded.scenario = std::move(reader.scenario);
    }
  } else {
    gather.used.push_back({path, ""});
    gather.findings.add("F0113", {}, {{"path", path}});
  }
  loaded.languages = open_translations(gather, folder);
  open_translations(gather, std::string(library_folder));
  loaded.texts = gather.finish_texts();
  if (doctrine.empty() && !any_error(gather.findings.all)) tell_unused_translations(gather, folder, loaded.texts, loaded.scenario.language);
  loaded.dates = std::move(gather.findings.dates);
  loaded.rules_hash = rules_hash(gather, doctrine);
  loaded.shown_hash = shown_hash(gather, loaded.texts);
  loaded.findings = std::move(gather.findings.all);
  loaded.files = std::move(gather.used);
  misses = std::move(gather.findings.misses);
  return loaded;
}

} // namespace

// Only what cannot be used is read again: `steps` keeps what was read last.
LoadedScenario load_scenario(const FileSource& files, const std::string& path, const StepReader& steps, std::string_view doctrine) {
  const FileSource& seen = files.seen_from(path);
  std::vector<NearMiss> misses;
  LoadedScenario loaded = read_scenario(seen, path, steps, doctrine, misses);
  if (!loaded.usable())
    loaded.findings = without_followers({loaded.findings, std::move(misses), loaded.files}, seen, [&](const FileSource& mended) {
      std::vector<NearMiss> none;
      LoadedScenario then = read_scenario(mended, path, steps, doctrine, none);
      return Told{std::move(then.findings), {}, std::move(then.files)};
    });
  sort_findings(loaded.findings);
  return loaded;
}

} // namespace firsthand::reading
