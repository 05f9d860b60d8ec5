// Each thing of the scene: what is true of it beside what was seen of it, and why it is so.
#include "engine/inspection/parts.h"
#include "engine/simulation/inspect.h"

#include <fmt/format.h>

#include <algorithm>

namespace firsthand::inspection {

namespace {

// One thing while its rows are made: reads the state of one moment within a call.
class ThingRows {
 public:
  ThingRows(const Past& past, const session::Attempt& at, const model::EntityUse& use)
      : past_(past), at_(at), use_(use), model_(past.prepared().scenario.model_of(use)), entity_(past.prepared().symbols.find(use.id)) {}

  Thing rows() {
    out_.id = use_.id, out_.name = past_.content->texts(past_.language).of(use_.name), out_.model = use_.model;
    add_state();
    add_derived();
    add_relations();
    add_gauges();
    add_cues();
    add_evidence();
    add_verbs();
    for (const Value& each : out_.values)
      out_.unlike += each.sight == Sight::unlike, out_.unseen += each.sight == Sight::unseen;
    return std::move(out_);
  }

 private:
  const simulation::Scene& scene() const { return past_.prepared().scene; }
  model::Symbol symbol(const std::string& name) const { return past_.prepared().symbols.find(name); }
  std::string word(model::Symbol given) const { return past_.prepared().symbols.word(given); }
  std::string truth_of(const std::string& name) const { return word(scene().value(at_.world, entity_, symbol(name))); }
  Value& add(const char* kind, const std::string& name, std::string truth, const model::Where& where) {
    out_.values.push_back({kind, name, std::move(truth), "", Sight::no_such, "", place_of(past_, where)});
    return out_.values.back();
  }
  void compare(Value& value, std::string seen, base::Seconds seen_at) const;
  void add_state();
  std::string setting(const model::Setting& setting) const;
  void add_derived();
  void add_relations();
  void add_gauges();
  void add_cues();
  void add_cue(const model::Cue& cue);
  void add_evidence();
  void add_verbs();

  const Past& past_;
  const session::Attempt& at_;
  const model::EntityUse& use_;
  const model::EntityModel& model_;
  model::Symbol entity_;
  Thing out_;
};

void ThingRows::compare(Value& value, std::string seen, base::Seconds seen_at) const {
  value.sight = seen.empty() ? Sight::unseen : seen == value.truth ? Sight::same : Sight::unlike;
  value.seen = seen.empty() ? "never looked" : seen;
  if (!seen.empty() && seen_at != base::never) value.seen += fmt::format(" ({})", time_words(seen_at));
}

// A drawn one is a value of the world; the others stand in the lesson or in the model.
std::string ThingRows::setting(const model::Setting& setting) const {
  if (std::string drawn = truth_of(setting.name); !drawn.empty()) return drawn;
  for (const auto& [name, seconds] : use_.settings)
    if (name == setting.name) return base::duration_words(seconds);
  return setting.choices.empty() ? "" : base::duration_words(setting.choices.front().seconds);
}

void ThingRows::add_state() {
  for (const model::StateVariable& variable : model_.state)
    add("state", variable.name, truth_of(variable.name), variable.where).why = variable.drawn.empty() ? "" : "drawn at the start";
  for (const model::Setting& each : model_.settings)
    add("setting", each.name, setting(each), each.where);
}

void ThingRows::add_derived() {
  for (const model::Derived& derived : model_.derived) {
    Value& value = add("derived", derived.name, truth_of(derived.name), derived.where);
    for (const model::Case& each : derived.cases) {
      value.why += fmt::format("{}{} if {}", value.why.empty() ? "" : "; ", each.value, condition_words(past_, at_, entity_, each.when));
      if (scene().holds(at_.world, entity_, each.when)) break; // the first that holds
    }
    if (value.truth == derived.otherwise) value.why += fmt::format("{}else {}", value.why.empty() ? "" : "; ", derived.otherwise);
  }
}

void ThingRows::add_relations() {
  for (const model::Relation& relation : model_.relations) {
    Value& value = add("relation", relation.name, truth_of(relation.name), relation.where);
    if (relation.sight == model::Sight::hidden) continue;
    const std::string seen = word(scene().seen_relation(at_.world.seen, entity_, symbol(relation.name)));
    compare(value, seen.empty() ? "none" : seen, base::never);
  }
}

void ThingRows::add_gauges() {
  for (const simulation::GaugeState& gauge : scene().gauges(at_.world))
    for (const model::Gauge& written : model_.gauges) {
      if (gauge.entity != entity_ || gauge.name != symbol(written.name)) continue;
      Value& value = add("gauge", written.name, amount_words(gauge.quanta, gauge.shown_unit) + " " + written.unit, written.where);
      value.why = gauge.per_second == 0 ? "stands still"
                                        : fmt::format("{}{} {} an hour", gauge.per_second > 0 ? "+" : "",
                                                      amount_words(gauge.per_second * 3600, gauge.shown_unit), written.unit);
      if (gauge.crosses != base::never) value.why += ", crosses a mark at " + until_words(at_.world.now, gauge.crosses);
    }
}

void ThingRows::add_cues() {
  for (const model::Cue& cue : model_.cues)
    add_cue(cue);
}

// What somebody would see who looked now, beside what was seen the last time.
void ThingRows::add_cue(const model::Cue& cue) {
  Value& value = add("cue", cue.name, "", cue.where);
  const base::Seconds seen_at = scene().seen_at(at_.world.seen, entity_, symbol(cue.name));
  if (!cue.reads.empty()) {
    const bool readable = scene().holds(at_.world, entity_, cue.readable);
    value.truth = readable ? std::to_string(scene().gauge(at_.world, entity_, symbol(cue.reads))) : "cannot be read";
    value.why = "reads " + cue.reads + ", readable if " + condition_words(past_, at_, entity_, cue.readable);
    const auto number = scene().seen_number(at_.world.seen, entity_, symbol(cue.name));
    return compare(value, number ? std::to_string(*number) : "", seen_at);
  }
  for (const model::Case& each : cue.cases)
    if (scene().holds(at_.world, entity_, each.when)) {
      const bool last = each.when.kind == model::Condition::Kind::always;
      value.truth = each.value, value.why = last ? "no other case holds" : condition_words(past_, at_, entity_, each.when);
      break;
    }
  compare(value, word(scene().seen_value(at_.world.seen, entity_, symbol(cue.name))), seen_at);
}

void ThingRows::add_evidence() {
  for (const simulation::ItemState& item : scene().items(at_.world)) {
    if (item.entity != entity_) continue;
    const std::string state = item.secured       ? "secured"
                              : !item.alive      ? "lost"
                              : item.open        ? "open"
                              : item.key_secured ? "sealed, its key is secured"
                                                 : "sealed";
    const auto kind = std::find_if(model_.evidence.begin(), model_.evidence.end(),
                                   [&](const model::EvidenceKind& each) { return each.name == word(item.kind); });
    const bool known = kind != model_.evidence.end();
    Value& value = add("evidence", word(item.item), state, known ? kind->where : model::Where{});
    value.why = fmt::format("worth {}, kept in {}", item.value, word(item.kind));
    if (known)
      value.why += fmt::format("; lives if {}; open if {}", condition_words(past_, at_, entity_, kind->lives),
                               condition_words(past_, at_, entity_, kind->open));
  }
}

void ThingRows::add_verbs() {
  const auto among = [this](const auto& all, const model::Verb& verb) {
    return std::any_of(all.begin(), all.end(), [&](const auto& each) { return each.entity == entity_ && each.verb == symbol(verb.name); });
  };
  const auto by_step = session::offers(past_.prepared(), at_).actions;
  const auto by_scene = scene().offers(at_.world.seen);
  for (const model::Verb& verb : model_.verbs) {
    const char* now = among(by_step, verb) ? "offered" : among(by_scene, verb) ? "not in this step" : "not offered";
    Value& value = add("verb", verb.name, now, verb.where);
    value.why = "offered if " + seen_condition_words(past_, at_, entity_, verb.offered);
    if (verb.works.kind != model::Condition::Kind::always) value.why += "; works if " + condition_words(past_, at_, entity_, verb.works);
    if (!verb.repeats) value.why += "; once only";
  }
}

} // namespace

std::vector<Thing> thing_rows(const Past& past, const session::Attempt& at) {
  std::vector<Thing> things;
  for (const model::EntityUse& use : past.prepared().scenario.entities)
    things.push_back(ThingRows(past, at, use).rows());
  return things;
}

} // namespace firsthand::inspection
