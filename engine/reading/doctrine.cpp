// Reads doctrine. Its words are those of the vocabulary: a doctrine is for scenarios that are not written yet.
#include "engine/reading/provenance.h"
#include "engine/reading/reach.h"
#include "engine/reading/shelf.h"

#include <algorithm>

namespace firsthand::reading {
namespace {

using model::FactKind;
using model::FactPattern;
using model::Id;
using model::Node;

struct PatternWord {
  const char* key;
  FactKind kind;
};
constexpr PatternWord pattern_words[] = {
    {"begun", FactKind::begun},         {"done", FactKind::done},        {"failed", FactKind::failed},
    {"cut-short", FactKind::cut_short}, {"changed", FactKind::changed},  {"seen", FactKind::seen},
    {"lost", FactKind::lost},           {"secured", FactKind::secured},  {"sealed", FactKind::sealed},
    {"opened", FactKind::opened},       {"said", FactKind::said},        {"moved", FactKind::moved},
    {"enters", FactKind::step_entered}, {"leaves", FactKind::step_left}, {"answered", FactKind::answered},
    {"noted", FactKind::noted},         {"fact", FactKind::module}};

bool is_name(std::string_view text) { // of a question or position: "D4", "first"
  return !text.empty() && text.size() <= 32 && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  });
}

model::Numbers read_where_from(Fields& fields) {
  using model::Numbers;
  fields.needs_format_2("numbers");
  return fields.choice<Numbers>("numbers", {{"sourced", Numbers::sourced}, {"training-value", Numbers::training_value}}, Numbers::unsaid);
}

struct DoctrineReader {
  const Vocabulary& vocabulary;
  const std::vector<Id>& step_kinds;
  FindingCollector& findings;
  model::Doctrine doctrine;
  bool in_link = false;

  void read_sources(Fields& fields);
  void read_positions(Fields& fields);
  void read_rules(Fields& fields);
  model::Rule read_rule(const Id& id, Fields& fields);
  void read_each(Fields& fields, model::Rule& rule);
  void read_breaks(Fields& fields, model::Rule& rule);
  void read_within(Fields& fields, model::Rule& rule);
  void check_rule(const model::Rule& rule, const Fields& fields) const;
  enum class Known : std::uint8_t { values, values_and_cues }; // at the start nothing was seen yet
  void check_condition(const model::Condition& condition, Known known = Known::values_and_cues) const;
  void check_states(const model::Rule& rule, const Fields& fields) const;
  void check_source(model::Rule& rule, const Fields& fields) const;
  void read_against(Fields& fields, model::Rule& rule);

  std::optional<FactPattern> read_pattern(Fields& fields, std::string_view key);
  std::vector<FactPattern> read_patterns(Fields& fields, std::string_view key);
  std::vector<FactPattern> read_warnings(Fields& fields, const Id& rule);
  FactPattern read_pattern(const Node& node);
  void read_subject(const Node& subject, FactPattern& pattern);
  void take_name(const Node& one, FactPattern& pattern);
  void check_names(const FactPattern& pattern, const model::Where& where) const;
  void check_values(const FactPattern& pattern, const Fields& fields) const;
};

void DoctrineReader::read_sources(Fields& fields) {
  for (auto& [id, one] : fields.named("sources"))
    doctrine.sources.push_back(read_source(id, one));
}

void DoctrineReader::read_positions(Fields& fields) {
  const Node* positions = fields.any("positions", Need::optional);
  if (!positions) return;
  for (const Node::Pair& pair : positions->pairs) {
    Fields one(pair.value, findings, "positions." + pair.key);
    model::Position position;
    position.question = pair.key;
    if (!is_name(pair.key)) findings.add("F0206", pair.where, {{"word", pair.key}});
    const auto names = [&](std::string_view key, Need need) {
      std::vector<Id> all;
      const Node* node = one.any(key, need);
      if (!node) return all;
      for (const Node& item : node->kind == Node::Kind::list ? node->items : std::vector<Node>{*node}) {
        if (!is_name(item.text)) findings.add("F0206", item.where, {{"word", as_found(item)}});
        all.push_back(item.text);
      }
      return all;
    };
    position.right = names("right", Need::required);
    position.defensible = names("defensible", Need::optional);
    position.elsewhere = one.text("elsewhere", position.defensible.empty() ? Need::optional : Need::required);
    one.needs_format_2("law");
    position.law = one.yes_no("law", false);
    one.finish();
    doctrine.positions.push_back(std::move(position));
  }
}

// A name, with the end of a link before it: "computer.power".
void DoctrineReader::take_name(const Node& one, FactPattern& pattern) {
  const std::size_t dot = one.text.find('.');
  if (pattern.kind == FactKind::module || dot == std::string::npos) {
    pattern.names.push_back(one.text);
  } else if (in_link) {
    pattern.role = one.text.substr(0, dot);
    pattern.names.push_back(one.text.substr(dot + 1));
  } else {
    findings.add("F0506", one.where, {{"path", as_found(one)}});
  }
}

void DoctrineReader::read_subject(const Node& subject, FactPattern& pattern) {
  if (subject.kind == Node::Kind::map) {
    Fields fields(subject, findings, "");
    const bool step = pattern.kind == FactKind::step_entered || pattern.kind == FactKind::step_left;
    const char* key = step ? "kind" : "tag";
    (step ? pattern.kinds : pattern.tags) = fields.ids(key);
    for (const Id& tag : pattern.tags)
      findings.remember_place(pattern.where, tag, findings.place_of(fields.where(key), tag));
    fields.finish();
    return check_names(pattern, fields.where(key));
  } else if (pattern.kind != FactKind::noted) {
    for (const Node& item : subject.kind == Node::Kind::list ? subject.items : std::vector<Node>{subject}) {
      take_name(item, pattern);
      for (const model::Where& owner : {subject.where, pattern.where})
        findings.remember_place(owner, item.text.substr(item.text.find('.') + 1), item.where);
    }
  }
  check_names(pattern, subject.where);
}

void DoctrineReader::check_names(const FactPattern& pattern, const model::Where& where) const {
  for (const Id& tag : pattern.tags)
    check_word("tag", tag, vocabulary.tags, where, findings);
  for (const Id& kind : pattern.kinds)
    if (!step_kinds.empty() && std::find(step_kinds.begin(), step_kinds.end(), kind) == step_kinds.end())
      findings.unknown("F0601", where, {{"kind", kind}}, kind, step_kinds);
  for (const Id& name : pattern.names) {
    switch (pattern.kind) {
    case FactKind::begun:
    case FactKind::done:
    case FactKind::failed:
    case FactKind::cut_short:
    case FactKind::said:
      check_word("verb", name, vocabulary.verbs, where, findings);
      break;
    case FactKind::lost:
    case FactKind::secured:
    case FactKind::sealed:
    case FactKind::opened:
      check_word("evidence", name, vocabulary.evidence, where, findings);
      break;
    case FactKind::seen:
      check_word("cue", name, vocabulary.cues, where, findings);
      break;
    case FactKind::moved:
      check_word("relation", name, vocabulary.relations, where, findings);
      break;
    case FactKind::changed:
      if (!find_word(vocabulary.relations, name)) check_word("variable", name, vocabulary.variables, where, findings);
      break;
    default:
      break;
    }
  }
}

void DoctrineReader::check_values(const FactPattern& pattern, const Fields& fields) const {
  const auto& shared = pattern.kind == FactKind::seen ? vocabulary.cues : vocabulary.variables;
  if (pattern.kind != FactKind::seen && pattern.kind != FactKind::changed) return;
  for (const Id& name : pattern.names) {
    const std::vector<Id>* values = find_values(shared, name);
    if (!values) continue;
    for (const char* side : {"from", "to"})
      for (const Id& value : *side == 'f' ? pattern.from : pattern.to)
        if (std::find(values->begin(), values->end(), value) == values->end())
          findings.unknown("F0304", fields.where(side), {{"value", value}, {"name", name}}, value, *values);
  }
}

FactPattern DoctrineReader::read_pattern(const Node& node) {
  Fields fields(node, findings, "");
  FactPattern pattern;
  pattern.where = node.where;
  const Node* subject = nullptr;
  int subjects = fields.has("holds") ? 1 : 0;
  for (const char* key : {"holds", "if"})
    fields.needs_format_2(key);
  pattern.holds = fields.condition("holds");
  pattern.only_if = fields.condition("if");
  for (const PatternWord& word : pattern_words) {
    const Node* found = fields.any(word.key, Need::optional);
    if (!found) continue;
    ++subjects;
    pattern.kind = word.kind;
    subject = found;
  }
  if (node.kind == Node::Kind::map && subjects != 1) findings.add("F0501", node.where);
  pattern.role = fields.id("of", Need::optional);
  pattern.from = fields.ids("from", Need::optional);
  pattern.to = fields.ids("to", Need::optional);
  pattern.by = fields.word_of("by", {"learner", "person"}, Need::optional);
  if (!pattern.role.empty() && pattern.role != "any" && !in_link) findings.add("F0506", fields.where("of"), {{"path", pattern.role}});
  if (subject) read_subject(*subject, pattern);
  check_values(pattern, fields);
  for (const model::Condition* condition : {&pattern.holds, &pattern.only_if}) {
    check_condition(*condition);
    check_possible(*condition, findings);
  }
  fields.finish();
  return pattern;
}

std::optional<FactPattern> DoctrineReader::read_pattern(Fields& fields, std::string_view key) {
  const Node* node = fields.any(key, Need::optional);
  if (!node) return std::nullopt;
  return read_pattern(*node);
}

std::vector<FactPattern> DoctrineReader::read_patterns(Fields& fields, std::string_view key) {
  std::vector<FactPattern> all;
  const Node* node = fields.any(key, Need::optional);
  if (!node) return all;
  for (const Node& item : node->kind == Node::Kind::list ? node->items : std::vector<Node>{*node})
    all.push_back(read_pattern(item));
  return all;
}

// Cues with the values that warn; nothing else can be seen beforehand.
std::vector<FactPattern> DoctrineReader::read_warnings(Fields& fields, const Id& rule) {
  fields.needs_format_2("warned-by");
  std::vector<FactPattern> all = read_patterns(fields, "warned-by");
  for (const FactPattern& one : all)
    if (one.kind != FactKind::seen || one.to.empty()) findings.add("F0514", one.where, {{"rule", rule}});
  return all;
}

void DoctrineReader::read_each(Fields& fields, model::Rule& rule) {
  const Node* each = fields.any("each", Need::optional);
  if (!each) return;
  if (each->kind == Node::Kind::map) {
    Fields which(*each, findings, "");
    const bool link = which.has("link");
    rule.each_link = which.id("link", link ? Need::required : Need::optional);
    if (!link) which.needs_format_2("trait"), rule.each_traits = which.ids("trait");
    which.needs_format_2("if");
    in_link = link;
    rule.each_if = which.condition("if");
    check_condition(rule.each_if, Known::values);
    which.finish();
  } else {
    rule.each_traits = read_ids(*each, findings);
  }
  for (const Id& trait : rule.each_traits)
    check_word("trait", trait, vocabulary.traits, each->where, findings);
  for (const Id& trait : rule.each_traits)
    findings.remember_place(rule.where, trait, findings.place_of(each->where, trait));
}

void DoctrineReader::read_breaks(Fields& fields, model::Rule& rule) {
  using model::Severity;
  Fields breaks = fields.map("breaks");
  rule.severity = breaks.choice<Severity>("severity", {{"fatal", Severity::fatal}, {"major", Severity::major}, {"minor", Severity::minor}});
  rule.harm = breaks.id("harm");
  rule.competency = breaks.id("competency");
  if (!rule.harm.empty()) check_word("harm", rule.harm, vocabulary.harms, breaks.where("harm"), findings);
  if (!rule.competency.empty()) check_word("competency", rule.competency, vocabulary.competencies, breaks.where("competency"), findings);
  breaks.finish();
}

void DoctrineReader::read_within(Fields& fields, model::Rule& rule) {
  const Node* within = fields.any("within", Need::optional);
  if (within && within->text == "end")
    rule.by_end = true;
  else if (within && within->text == "leaving")
    findings.needs_format_2(within->where, "within: leaving"), rule.by_leaving = true;
  else if (within)
    rule.within = fields.duration("within");
}

// Paths: "lock", or "computer.lock" in a rule for links.
void DoctrineReader::check_condition(const model::Condition& condition, Known known) const {
  for (const model::Condition& part : condition.parts)
    check_condition(part, known);
  if (condition.kind != model::Condition::Kind::test) return;
  const std::size_t dot = condition.path.find('.');
  const bool through = dot != condition.path.npos && find_word(vocabulary.relations, condition.path.substr(0, dot));
  if ((dot != condition.path.npos) != in_link && !through) {
    findings.add("F0506", condition.where, {{"path", condition.path}});
    return;
  }
  const std::string name = condition.path.substr(dot == condition.path.npos ? 0 : dot + 1);
  if (condition.compare != model::Compare::is_one_of) findings.add("F0307", condition.where, {{"name", name}});
  if (find_word(vocabulary.relations, name)) return;
  const bool cue = known == Known::values_and_cues && find_values(vocabulary.cues, name);
  if (!cue && !check_word("variable", name, vocabulary.variables, condition.where, findings)) return;
  const std::vector<Id>& values = *find_values(cue ? vocabulary.cues : vocabulary.variables, name);
  for (const Id& value : condition.values)
    if (std::find(values.begin(), values.end(), value) == values.end())
      findings.unknown("F0304", condition.where, {{"value", value}, {"name", name}}, value, values);
}

void DoctrineReader::check_rule(const model::Rule& rule, const Fields& fields) const {
  const bool waits = rule.within != base::never || rule.by_end || rule.by_leaving;
  const bool asks = !rule.before.empty() || !rule.before_any.empty() || rule.must;
  const bool many = rule.before.size() > 8 || rule.before_any.size() > 8;
  if (rule.on && rule.never) findings.needs_format_2(fields.where("on"), "on beside never");
  if (many || (!rule.on && !rule.never) || (rule.on && !rule.never && !asks) || (rule.never && asks))
    findings.add("F0502", fields.where(), {{"rule", rule.id}});
  if (rule.must.has_value() != waits) findings.add("F0507", fields.where(), {{"rule", rule.id}});
  check_states(rule, fields);
}

void DoctrineReader::check_source(model::Rule& rule, const Fields& fields) const {
  std::vector<Id> ids;
  const model::Source* source = nullptr;
  for (const model::Source& one : doctrine.sources) {
    ids.push_back(one.id);
    if (one.id == rule.source) source = &one;
  }
  if (rule.source.empty()) return; // its absence is a finding already
  if (!source) return findings.unknown("F0503", fields.where("source"), {{"source", rule.source}}, rule.source, ids);
  check_provenance(rule, *source, fields);
}

// A state is somebody's: a rule for the whole attempt has none. What triggers and what ends a duty happens, it does not stand.
void DoctrineReader::check_states(const model::Rule& rule, const Fields& fields) const {
  const bool bound = !rule.each_traits.empty() || !rule.each_link.empty();
  const auto wrong = [&](const FactPattern& pattern, bool allowed) {
    const bool more = pattern.only_if.kind != model::Condition::Kind::always || !pattern.by.empty();
    if (pattern.is_state() && (!allowed || !bound || more)) findings.add("F0516", pattern.where, {{"rule", rule.id}});
  };
  if (rule.on) wrong(*rule.on, false);
  if (rule.must) wrong(*rule.must, true);
  if (rule.never) wrong(*rule.never, true);
  for (const std::vector<FactPattern>* many : {&rule.before, &rule.before_any, &rule.unless})
    for (const FactPattern& pattern : *many)
      wrong(pattern, true);
  for (const FactPattern& pattern : rule.until)
    wrong(pattern, false);
  if (!bound && rule.each_if.kind != model::Condition::Kind::always) findings.add("F0516", fields.where("each"), {{"rule", rule.id}});
}

void DoctrineReader::read_against(Fields& fields, model::Rule& rule) {
  rule.against = fields.ids("against", Need::optional);
  for (const Id& event : rule.against)
    findings.remember_place(rule.where, event, findings.place_of(fields.where("against"), event));
}

model::Rule DoctrineReader::read_rule(const Id& id, Fields& fields) {
  model::Rule rule;
  rule.id = id;
  rule.where = fields.where();
  rule.title = fields.text("title");
  read_each(fields, rule);
  in_link = !rule.each_link.empty();
  rule.on = read_pattern(fields, "on");
  rule.was = fields.condition("was");
  check_condition(rule.was);
  check_possible(rule.was, findings);
  rule.before = read_patterns(fields, "before");
  rule.before_any = read_patterns(fields, "before-any");
  rule.must = read_pattern(fields, "must");
  read_within(fields, rule);
  rule.never = read_pattern(fields, "never");
  rule.unless = read_patterns(fields, "unless");
  for (const char* key : {"until", "against"})
    fields.needs_format_2(key);
  rule.until = read_patterns(fields, "until");
  read_against(fields, rule);
  rule.warned_by = read_warnings(fields, id);
  rule.each_time = fields.yes_no("each-time", false);
  read_breaks(fields, rule);
  rule.why = fields.text("why");
  rule.instead = fields.text("instead", Need::optional);
  rule.well = fields.text("well", Need::optional);
  rule.asked = fields.text("asked", Need::optional);
  rule.source = fields.id("source");
  rule.section = fields.written("section", Need::optional);
  fields.needs_format_2("law");
  rule.law = fields.yes_no("law", false);
  rule.numbers = read_where_from(fields);
  check_rule(rule, fields);
  check_source(rule, fields);
  fields.finish();
  return rule;
}

void DoctrineReader::read_rules(Fields& fields) {
  for (auto& [id, one] : fields.named("rules"))
    doctrine.rules.push_back(read_rule(id, one));
}

} // namespace

model::Doctrine read_doctrine(const Node& merged, const Shelf& shelf, const std::vector<Id>& step_kinds, FindingCollector& findings) {
  DoctrineReader reader{shelf.vocabulary(), step_kinds, findings, {}, false};
  Fields fields(merged, findings, "");
  model::Doctrine& doctrine = reader.doctrine;
  doctrine.id = fields.id("doctrine");
  read_format(fields, Need::optional);
  fields.any("extends", Need::optional);
  fields.any("without", Need::optional);
  doctrine.title = fields.text("title");
  doctrine.edition = fields.written("edition");
  if (is_date(doctrine.edition)) findings.add_date({DateUse::edition, doctrine.edition, fields.where("edition")});
  doctrine.review_by = fields.date("review-by", DateUse::review);
  doctrine.cut_per_mille = fields.whole("cut", {0, 1000}, 700);
  fields.needs_format_2("law");
  fields.needs_format_2("reviewed-by");
  doctrine.scores_law = fields.choice<bool>("law", {{"scored", true}, {"not-scored", false}}, true);
  doctrine.reviewed_by = fields.written("reviewed-by", Need::optional);
  reader.read_sources(fields);
  reader.read_positions(fields);
  reader.read_rules(fields);
  if (!doctrine.scores_law) std::erase_if(doctrine.rules, [](const model::Rule& rule) { return rule.law; });
  fields.finish();
  return std::move(reader.doctrine);
}

} // namespace firsthand::reading
