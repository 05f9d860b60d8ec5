// Reads a model section by section. Names are checked afterwards (check_model.cpp), when all models are there.
#include "engine/reading/models.h"

#include <fmt/format.h>

#include <algorithm>

namespace firsthand::reading {
namespace {

using model::EntityModel;
using model::Id;
using model::Node;

constexpr std::size_t most_values = 32;

// One model being read: what all sections need.
struct ModelReader {
  Gather& gather;
  const Vocabulary& vocabulary;
  FindingCollector& findings;
  EntityModel model;

  void check_values(const char* kind, const Id& name, const std::vector<Id>& values, const Vocabulary::Values& shared,
                    const model::Where& where);
  void read_head(Fields& fields);
  void read_state(Fields& fields);
  void read_settings(Fields& fields);
  void read_relations(Fields& fields);
  void read_derived(Fields& fields);
  void read_gauges(Fields& fields);
  void read_rates(Fields& fields, model::Gauge& gauge);
  void read_cues(Fields& fields);
  void read_cue_says(Fields& fields, model::Cue& cue);
  void read_alarms(Fields& fields, model::Cue& cue);
  void read_verbs(Fields& fields);
  model::Verb read_verb(const Id& name, Fields& fields);
  void read_answers(Fields& fields, model::Verb& verb);
  void read_events(Fields& fields);
  void read_trigger(Fields& fields, model::Event& event);
  void read_chance(Fields& fields, model::Event& event);
  model::Delay read_delay(Fields& fields, std::string_view key);
  void read_evidence(Fields& fields);
  void read_deadlines(Fields& fields);
  void check_names_once() const;
};

void ModelReader::check_values(const char* kind, const Id& name, const std::vector<Id>& values, const Vocabulary::Values& shared,
                               const model::Where& where) {
  if (values.size() > most_values) findings.add("F0314", where, {{"name", name}, {"count", fmt::format("{}", values.size())}});
  const std::vector<Id>* known = find_values(shared, name);
  if (!known) return;
  for (const Id& value : values)
    if (std::find(known->begin(), known->end(), value) == known->end())
      findings.unknown("F0313", where, {{"kind", kind}, {"name", name}, {"value", value}}, value, *known);
}

void ModelReader::read_head(Fields& fields) {
  model.where = fields.where();
  fields.id("model"); // the file's name is what counts: the shelf tells if they differ
  read_format(fields, Need::optional);
  model.traits = fields.ids("traits", Need::optional);
  for (const Id& trait : model.traits)
    check_word("trait", trait, vocabulary.traits, fields.where("traits"), findings);
  model.icon = read_icon(fields, gather);
  fields.any("extends", Need::optional);
  fields.any("without", Need::optional);
}

void ModelReader::read_state(Fields& fields) {
  Fields state = fields.map("state", Need::optional);
  for (const Node::Pair& pair : state.node().pairs) {
    model::StateVariable variable{pair.key, {}, {}, pair.where};
    if (!is_word(pair.key)) findings.add("F0206", pair.where, {{"word", pair.key}});
    if (pair.value.kind == Node::Kind::map) {
      Fields drawn(pair.value, findings, "state." + pair.key);
      if (const Node* weights = drawn.any("draw")) variable.drawn = read_weights(*weights, findings);
      for (const model::Weighted& one : variable.drawn)
        variable.values.push_back(one.outcome);
      const Node* draw = drawn.node().find("draw");
      for (const Node::Pair& weight : draw ? draw->pairs : std::vector<Node::Pair>())
        findings.remember_place(pair.where, weight.key, weight.where);
      drawn.finish();
    } else {
      variable.values = state.ids(pair.key);
      for (const Node& item : pair.value.items)
        findings.remember_place(pair.where, item.text, item.where);
    }
    if (variable.values.empty()) variable.values.push_back("unknown");
    check_values("variable", pair.key, variable.values, vocabulary.variables, pair.where);
    model.state.push_back(std::move(variable));
  }
}

void ModelReader::read_settings(Fields& fields) {
  Fields settings = fields.map("settings", Need::optional);
  for (const Node::Pair& pair : settings.node().pairs) {
    if (!is_word(pair.key)) findings.add("F0206", pair.where, {{"word", pair.key}});
    model.settings.push_back(read_setting(pair.key, pair.value, findings));
  }
}

void ModelReader::read_relations(Fields& fields) {
  Fields relations = fields.map("relations", Need::optional);
  for (const Node::Pair& pair : relations.node().pairs) {
    model::Relation relation;
    relation.name = pair.key;
    relation.where = pair.where;
    if (!is_word(pair.key)) findings.add("F0206", pair.where, {{"word", pair.key}});
    if (pair.value.kind == Node::Kind::map) {
      Fields long_form(pair.value, findings, "relations." + pair.key);
      relation.traits = long_form.ids("to");
      relation.custody = long_form.yes_no("custody", false);
      relation.exclusive = long_form.yes_no("exclusive", false);
      long_form.needs_format_2("binds-hands");
      relation.binds_hands = long_form.yes_no("binds-hands", false);
      relation.sight =
          long_form.choice<model::Sight>("sight", {{"plain", model::Sight::plain}, {"hidden", model::Sight::hidden}}, model::Sight::plain);
      long_form.finish();
    } else {
      relation.traits = relations.ids(pair.key);
    }
    const Node* to = pair.value.find("to");
    const model::Where& listed = to ? to->where : pair.value.where;
    for (const Id& trait : relation.traits)
      check_word("trait", trait, vocabulary.traits, listed, findings);
    model.relations.push_back(std::move(relation));
  }
  model.joins = fields.ids("joins", Need::optional);
  std::vector<Id> relations_known;
  for (const model::Relation& relation : model.relations)
    relations_known.push_back(relation.name);
  for (const Id& join : model.joins)
    if (!find_relation(model, join))
      findings.unknown("F0303", fields.where("joins"), {{"name", join}, {"model", model.id}}, join, relations_known);
}

void ModelReader::read_derived(Fields& fields) {
  for (auto& [name, one] : fields.named("derived")) {
    model::Derived derived;
    derived.name = name;
    derived.where = one.where();
    derived.otherwise = one.id("otherwise");
    std::vector<Id> values;
    for (const Node::Pair& pair : one.node().pairs) {
      if (pair.key == "otherwise") continue;
      one.any(pair.key);
      if (!is_word(pair.key)) findings.add("F0206", pair.where, {{"word", pair.key}});
      derived.cases.push_back({pair.key, read_condition(pair.value, findings)});
      values.push_back(pair.key);
      findings.remember_place(one.where(), pair.key, pair.where);
    }
    if (!derived.otherwise.empty()) values.push_back(derived.otherwise); // that it is missing was told
    findings.remember_place(one.where(), derived.otherwise, one.where("otherwise"));
    check_values("variable", name, values, vocabulary.variables, one.where());
    model.derived.push_back(std::move(derived));
  }
}

// A number without unit is meant in the gauge's.
std::optional<model::Quanta> in_gauge(const Quantity& amount, const model::Gauge& gauge) {
  return amount.unit.empty() ? scaled(amount.quanta, gauge.scale) : amount.quanta;
}

// "+30 per h" in the gauge's unit; three decimals are whole quanta in every period.
void ModelReader::read_rates(Fields& fields, model::Gauge& gauge) {
  constexpr std::pair<std::string_view, int> periods[] = {{"s", 1}, {"min", 60}, {"h", 3600}, {"d", 86400}};
  for (Fields& one : fields.maps("rate", Need::optional)) {
    const model::Where where = one.where("by");
    const std::string by = one.plain("by");
    const std::size_t per = by.find(" per ");
    const auto amount = parse_quantity(by.substr(0, per));
    const std::string period = per == by.npos ? "" : by.substr(per + 5);
    const auto known = std::find_if(std::begin(periods), std::end(periods), [&](const auto& p) { return p.first == period; });
    const auto quanta = amount ? in_gauge(*amount, gauge) : std::nullopt;
    const bool good = quanta && known != std::end(periods) && (amount->unit.empty() || amount->unit == measure_of(gauge.unit).unit);
    if (!good && one.has("by")) findings.add("F0217", where, {{"text", by}}); // that it is missing is told already
    if (good) gauge.rates.push_back({*quanta / known->second, one.condition("when")});
    one.any("when", Need::optional);
    one.finish();
  }
}

void ModelReader::read_gauges(Fields& fields) {
  for (auto& [name_read, one_read] : fields.named("gauges")) {
    const model::Id& name = name_read; // a lambda of clang 14 does not take a structured binding
    Fields& one = one_read;
    model::Gauge gauge;
    gauge.name = name;
    gauge.where = one.where();
    gauge.unit = one.plain("unit");
    gauge.scale = measure_of(gauge.unit).scale;
    const auto amount = [&](std::string_view key, std::optional<Quantity> otherwise) {
      const Quantity read = one.quantity(key, std::move(otherwise));
      if (!read.unit.empty() && read.unit != measure_of(gauge.unit).unit)
        findings.add("F0308", one.where(key), {{"name", name}, {"measure", gauge.unit}, {"unit", read.unit}});
      const auto quanta = in_gauge(read, gauge);
      if (!quanta)
        findings.add("F0210", one.where(key), {{"text", fmt::format("{} {}", read.quanta / model::quanta_per_unit, gauge.unit)}});
      return quanta.value_or(0);
    };
    gauge.maximum = amount("max", std::nullopt);
    gauge.start = amount("start", Quantity{});
    if (gauge.start > gauge.maximum || gauge.start < 0) findings.add("F0218", one.where("start"), {{"name", name}});
    read_rates(one, gauge);
    one.finish();
    model.gauges.push_back(std::move(gauge));
  }
}

void ModelReader::read_cue_says(Fields& fields, model::Cue& cue) {
  std::vector<Id> values;
  for (const model::Case& one : cue.cases)
    values.push_back(one.value);
  if (!cue.reads.empty()) values = {"value"};
  Fields says = fields.map("says", Need::optional);
  for (const Node::Pair& pair : says.node().pairs) {
    if (std::find(values.begin(), values.end(), pair.key) == values.end())
      findings.unknown("F0304", pair.where, {{"value", pair.key}, {"name", cue.name}}, pair.key, values);
    cue.says[pair.key] = says.text(pair.key, Need::quiet);
  }
  for (const Id& value : values)
    if (!cue.says.count(value)) findings.add("F0316", fields.where(), {{"cue", cue.name}, {"value", value}});
}

// Of which thing the verbs are, only a lesson knows: there they are looked for.
void ModelReader::read_alarms(Fields& fields, model::Cue& cue) {
  if (!fields.needs_format_2("alarms")) return void(fields.any("alarms", Need::optional));
  std::vector<Id> values;
  for (const model::Case& one : cue.cases)
    values.push_back(one.value);
  Fields alarms = fields.map("alarms");
  for (const Node::Pair& pair : alarms.node().pairs) {
    if (std::find(values.begin(), values.end(), pair.key) == values.end())
      findings.unknown("F0304", pair.where, {{"value", pair.key}, {"name", cue.name}}, pair.key, values);
    cue.alarms.push_back({pair.key, alarms.ids(pair.key), pair.where});
  }
}

void ModelReader::read_cues(Fields& fields) {
  for (auto& [name, one] : fields.named("cues")) {
    model::Cue cue;
    cue.name = name;
    cue.where = one.where();
    cue.seeing = one.choice<model::Seeing>("at", {{"glance", model::Seeing::glance}, {"reveal", model::Seeing::reveal}});
    cue.icon = read_icon(one, gather);
    cue.reads = one.id("reads", Need::optional);
    std::vector<Id> values;
    if (cue.reads.empty()) {
      const Node* cases = one.any("is");
      for (const Node& item : cases ? cases->items : std::vector<Node>()) {
        if (item.pairs.size() != 1) findings.add("F0219", item.where);
        for (const Node::Pair& pair : item.pairs) {
          if (!is_word(pair.key)) findings.add("F0206", pair.where, {{"word", pair.key}});
          cue.cases.push_back({pair.key, read_condition(pair.value, findings)});
          values.push_back(pair.key);
          findings.remember_place(one.where(), pair.key, pair.where);
        }
      }
      if (cases && (cue.cases.empty() || cue.cases.back().when.kind != model::Condition::Kind::always))
        findings.add("F0315", cases->items.empty() ? cases->where : cases->items.back().where, {{"cue", name}});
      check_values("cue", name, values, vocabulary.cues, one.where());
    } else {
      cue.readable = one.condition("when");
      const model::Gauge* gauge = find_gauge(model, cue.reads);
      if (!gauge || cue.seeing != model::Seeing::reveal)
        findings.add("F0317", one.where("reads"), {{"cue", name}, {"gauge", cue.reads}});
      else if (gauge->maximum / model::quanta_per_unit / gauge->scale > model::most_read)
        findings.add("F0328", one.where("reads"), {{"cue", name}, {"gauge", cue.reads}, {"most", fmt::format("{}", model::most_read)}});
    }
    read_cue_says(one, cue);
    read_alarms(one, cue);
    one.finish();
    model.cues.push_back(std::move(cue));
  }
}

void ModelReader::read_answers(Fields& fields, model::Verb& verb) {
  model::Where condition_of_last;
  for (Fields& one : fields.maps("answers", Need::optional)) {
    model::Answer answer;
    answer.name = one.id("id");
    answer.when = one.condition("if");
    condition_of_last = one.where_key("if");
    answer.text = one.text("says", Need::required, 25);
    answer.effects = read_effects(one);
    one.finish();
    verb.answers.push_back(std::move(answer));
  }
  if (!verb.answers.empty() && verb.answers.back().when.kind != model::Condition::Kind::always)
    findings.add("F0318", condition_of_last, {{"verb", verb.name}});
}

model::Verb ModelReader::read_verb(const Id& name, Fields& fields) {
  using model::Group;
  model::Verb verb;
  verb.name = name;
  verb.where = fields.where();
  verb.group =
      fields.choice<Group>("group", {{"look", Group::look}, {"touch", Group::touch}, {"ask", Group::ask}, {"secure", Group::secure}});
  verb.icon = read_icon(fields, gather);
  verb.label = fields.text("label", Need::required, 4);
  verb.log = fields.text("log", Need::optional, 25);
  verb.takes = fields.duration("takes");
  if (verb.takes == base::never) findings.add("F0209", fields.where("takes"), {{"text", "never"}});
  verb.tags = fields.ids("tags", Need::optional);
  for (const Id& tag : verb.tags)
    check_word("tag", tag, vocabulary.tags, fields.where("tags"), findings);
  verb.with_traits = fields.ids("with", Need::optional);
  for (const Id& trait : verb.with_traits)
    check_word("trait", trait, vocabulary.traits, fields.where("with"), findings);
  enum class Task { no, yes, only };
  const Task task = fields.choice<Task>("task", {{"no", Task::no}, {"yes", Task::yes}, {"only", Task::only}}, Task::no);
  verb.task = task != Task::no;
  verb.learner = task != Task::only;
  verb.repeats = !fields.yes_no("once", false);
  verb.offered = fields.condition("offered");
  verb.works = fields.condition("works");
  const Node* throughout = fields.any("throughout", Need::optional);
  if (throughout && throughout->text == "yes")
    verb.throughout = verb.works;
  else if (throughout && throughout->text != "no")
    verb.throughout = read_condition(*throughout, findings);
  verb.during = read_sets(fields, "during");
  verb.effects = read_effects(fields);
  verb.signals = read_paths(fields, "signals");
  Fields cut = fields.map("cut-short", Need::optional);
  verb.cut = read_effects(cut);
  cut.finish();
  read_answers(fields, verb);
  fields.finish();
  return verb;
}

void ModelReader::read_verbs(Fields& fields) {
  for (auto& [name, one] : fields.named("verbs"))
    model.verbs.push_back(read_verb(name, one));
}

model::Delay ModelReader::read_delay(Fields& fields, std::string_view key) {
  model::Delay delay;
  const model::Where where = fields.where(key);
  const std::string text = fields.plain(key);
  if (const auto seconds = base::parse_duration(text)) {
    delay.seconds = *seconds;
    return delay;
  }
  std::vector<Id> names;
  for (const model::Setting& setting : model.settings)
    names.push_back(setting.name);
  if (std::find(names.begin(), names.end(), text) == names.end())
    findings.unknown("F0319", where, {{"text", text}}, text, names);
  else
    delay.setting = text;
  return delay;
}

void ModelReader::read_trigger(Fields& fields, model::Event& event) {
  using model::Trigger;
  int triggers = 0;
  const auto is = [&](std::string_view key) { return fields.has(key) ? (++triggers, true) : false; };
  if (is("when")) event.trigger = Trigger::when, event.condition = fields.condition("when");
  if (is("on")) event.trigger = Trigger::on;
  if (is("at")) event.trigger = Trigger::at, event.delay = read_delay(fields, "at");
  if (is("every")) event.trigger = Trigger::every, event.delay = read_delay(fields, "every");
  if (is("for")) event.trigger = Trigger::holds_for, event.delay = read_delay(fields, "for");
  if (event.trigger == Trigger::every || event.trigger == Trigger::holds_for)
    event.condition = fields.condition("while", event.trigger == Trigger::every ? Need::optional : Need::required);
  if (event.trigger == Trigger::every && event.delay.setting.empty() && event.delay.seconds < 1)
    findings.add("F0209", fields.where("every"), {{"text", "0 s"}});
  if (triggers != 1) findings.add("F0320", fields.where(), {{"event", event.name}});
}

void ModelReader::read_chance(Fields& fields, model::Event& event) {
  Fields chance = fields.map("chance", Need::optional);
  if (!fields.has("chance")) return;
  for (const Node::Pair& pair : chance.node().pairs) {
    chance.any(pair.key);
    event.chance = pair.key;
    event.odds = read_weights(pair.value, findings);
  }
  const bool happens = std::any_of(event.odds.begin(), event.odds.end(), [](const model::Weighted& w) { return w.outcome == "happens"; });
  if (chance.node().pairs.size() != 1 || !happens) findings.add("F0216", fields.where("chance"), {{"text", event.name}});
}

void ModelReader::read_events(Fields& fields) {
  for (auto& [name, one] : fields.named("events")) {
    model::Event event;
    event.name = name;
    event.where = one.where();
    read_trigger(one, event);
    event.since = read_paths(one, "since");
    event.on = read_paths(one, "on");
    event.only_if = one.condition("if");
    read_chance(one, event);
    event.effects = read_effects(one);
    if (event.effects.empty()) findings.add("F0215", one.where());
    one.finish();
    model.events.push_back(std::move(event));
  }
}

void ModelReader::read_evidence(Fields& fields) {
  for (auto& [name, one] : fields.named("evidence")) {
    model::EvidenceKind kind;
    kind.name = name;
    kind.where = one.where();
    kind.lives = one.condition("lives");
    kind.open = one.condition("open");
    kind.key = one.id("key", Need::optional);
    one.finish();
    model.evidence.push_back(std::move(kind));
  }
  for (const model::EvidenceKind& kind : model.evidence) {
    std::vector<Id> others;
    for (const model::EvidenceKind& other : model.evidence)
      others.push_back(other.name);
    if (!kind.key.empty() && std::find(others.begin(), others.end(), kind.key) == others.end())
      findings.unknown("F0312", kind.where, {{"evidence", kind.key}}, kind.key, others);
  }
}

void ModelReader::read_deadlines(Fields& fields) {
  std::vector<Id> settings;
  for (const model::Setting& setting : model.settings)
    settings.push_back(setting.name);
  for (auto& [name, one] : fields.named("deadlines")) {
    model::Deadline deadline;
    deadline.name = name;
    deadline.where = one.where();
    deadline.known = one.condition("known", Need::required);
    deadline.label = one.text("label");
    deadline.icon = read_icon(one, gather);
    for (std::size_t at = 0; (at = deadline.label.source.find('{', at)) != std::string::npos; ++at) {
      const std::size_t end = deadline.label.source.find('}', at);
      const std::string setting = deadline.label.source.substr(at + 1, end == std::string::npos ? end : end - at - 1);
      if (std::find(settings.begin(), settings.end(), setting) == settings.end())
        findings.unknown("F0319", deadline.label.where, {{"text", setting}}, setting, settings);
    }
    one.finish();
    model.deadlines.push_back(std::move(deadline));
  }
}

// A path must mean one thing: variables, settings, relations, derived values and gauges share their names' space; cues
// share theirs with relations.
void ModelReader::check_names_once() const {
  std::set<Id> names{"with", "by", "self", "none", "any", "not"}, seen = names;
  const auto take = [&](std::set<Id>& among, const Id& name, const model::Where& where) {
    if (!among.insert(name).second) findings.add("F0321", where, {{"name", name}});
  };
  for (const auto& one : model.state)
    take(names, one.name, one.where);
  for (const auto& one : model.settings)
    take(names, one.name, one.where);
  for (const auto& one : model.relations)
    take(names, one.name, one.where), seen.insert(one.name);
  for (const auto& one : model.derived)
    take(names, one.name, one.where);
  for (const auto& one : model.gauges)
    take(names, one.name, one.where);
  for (const auto& one : model.cues)
    take(seen, one.name, one.where);
}

} // namespace

EntityModel read_model(const Node& merged, const Id& id, Gather& gather, const Vocabulary& vocabulary) {
  ModelReader reader{gather, vocabulary, gather.findings, {}};
  reader.model.id = id;
  Fields fields(merged, gather.findings, "");
  reader.read_head(fields);
  reader.read_state(fields);
  reader.read_settings(fields);
  reader.read_relations(fields);
  reader.read_derived(fields);
  reader.read_gauges(fields);
  reader.read_cues(fields);
  reader.read_verbs(fields);
  reader.read_events(fields);
  reader.read_evidence(fields);
  reader.read_deadlines(fields);
  reader.check_names_once();
  fields.finish();
  return std::move(reader.model);
}

} // namespace firsthand::reading
