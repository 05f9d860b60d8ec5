// A scenario's things compiled to flat tables: slots instead of names, entries instead of conditions, masks instead of
// searches. Immutable once prepared. Knows no texts and no author's files; only words as symbols, for facts.
#pragma once

#include "engine/simulation/program.h"

#include <map>
#include <string>
#include <string_view>

namespace firsthand::simulation {

constexpr std::size_t max_entities = 60, max_events = 512, max_items = 256, max_nodes = 1024, max_during = 16, max_rates = 250;
constexpr std::size_t max_slots = 8192, max_values = 32, max_cases = 62, max_tests = 65'000;
constexpr std::size_t event_words_bound = max_events / 64, node_words_bound = max_nodes / 64, item_words_bound = max_items / 64;
constexpr base::Seconds longest_scene = 1'500'000'000; // end of scene time; nothing falls due later

constexpr std::uint16_t no_slot = 0xFFFF;

enum class MemberKind : std::uint8_t { missing, value, relation, gauge, cue, seen_relation };

// What a name means on one entity.
struct Member {
  MemberKind kind = MemberKind::missing;
  std::uint16_t slot = no_slot;
};

struct EntityCode {
  Symbol symbol = 0;
  bool person = false, learner = false;
  std::vector<std::string> traits;
  std::string zone;
  std::uint16_t custody = no_slot;                        // relation that says who has it
  std::map<std::string, Member, std::less<>> truth, seen; // names → slots, for compiling and for questions from outside
  std::vector<std::pair<Symbol, Member>> by_symbol, seen_by_symbol;
};

// A state variable, a derived value, or a setting that is drawn (its words are durations).
struct ValueCode {
  Symbol entity = 0, name = 0;
  std::uint32_t words = 0; // into Machine::words
  std::uint16_t count = 0;
  std::uint8_t start = 0;
};

struct RelationCode {
  Symbol entity = 0, name = 0;
  std::uint64_t candidates = 0; // bit = entity counted from 1
  std::uint16_t start = 0;
  std::uint16_t seen = no_slot; // in plain sight: slot of Seen
  bool custody = false, exclusive = false;
};

struct CaseCode {
  Entry entry = holds_always;
  std::uint16_t value = 0;
};

struct DerivedCode {
  std::uint16_t slot = 0;
  std::uint32_t first = 0, last = 0; // into Machine::cases
  std::uint8_t otherwise = 0;
};

struct RateCode {
  Entry entry = holds_always;
  std::int64_t per_second = 0;
};

struct GaugeCode {
  Symbol entity = 0, name = 0;
  std::int64_t maximum = 0, start = 0;
  std::int64_t shown_unit = model::quanta_per_unit; // what is shown as 1
  std::uint32_t first_rate = 0, last_rate = 0;
  std::uint32_t first_boundary = 0, last_boundary = 0; // into Machine::boundaries, ascending
};

struct CueCode {
  Symbol entity = 0, name = 0;
  bool glance = true;
  std::uint32_t first = 0, last = 0; // cases; their value is the case whose word it is
  std::uint32_t words = 0;
  std::uint16_t gauge = no_slot; // reads a gauge instead
  Entry readable = holds_always;
};

struct DelayCode {
  base::Seconds fixed = base::never;
  std::uint16_t slot = no_slot; // else drawn: durations[table + value]
  std::uint32_t table = 0;
};

enum class EffectKind : std::uint8_t { none, set_value, set_relation, add, signal, secure, reveal };

// Values of a relation that are known only when it happens.
constexpr std::uint16_t to_with = 0xFFF0, to_by = 0xFFF1;

struct Target {
  EffectKind kind = EffectKind::none;
  std::uint16_t slot = 0;
  std::uint16_t value = 0; // value, or entity counted from 1, or to_with, to_by
};

struct EffectCode {
  Target target; // if direct
  Via via = Via::direct;
  std::uint16_t through = 0;
  std::uint32_t table = 0; // else targets[table + entity]
  std::int64_t quanta = 0;
};

struct EffectsCode {
  std::uint32_t first = 0, last = 0;               // into Machine::effects
  std::uint32_t first_reveal = 0, last_reveal = 0; // the same: looked at last, after what the change set off
};

struct DuringCode {
  EffectCode effect;
  bool kept_when_done = false, kept_when_cut = false; // the effects at the end set the same path themselves
};

struct AnswerCode {
  Symbol name = 0;
  Entry entry = holds_always;
  EffectsCode effects;
};

struct VerbCode {
  Symbol entity = 0, name = 0;
  std::uint16_t owner = 0; // entity counted from 1
  bool task = false, learner = true, once = false;
  bool needs_with = false;
  bool needs_hands = false; // it touches or secures
  std::uint64_t withs = 0;  // bit = entity counted from 1
  base::Seconds takes = 0;
  Entry offered = holds_always, works = holds_always, throughout = holds_always;
  std::uint32_t first_during = 0, last_during = 0;
  EffectsCode signals, effects, cut;
  std::uint32_t first_answer = 0, last_answer = 0;
};

struct EventCode {
  Symbol entity = 0, name = 0;
  std::uint16_t owner = 0;
  Symbol person = 0; // the entity if it is a person (not the learner): what it does is its own act
  model::Trigger trigger = model::Trigger::when;
  Entry entry = holds_always, only_if = holds_always;
  DelayCode delay;
  base::Seconds aged = 0;
  std::uint16_t timer = no_slot;
  std::uint16_t draw = no_slot;
  EffectsCode effects;
};

// Who hears a signal: always, or only while a relation of its own leads to the one who gave it.
struct ListenerCode {
  std::uint16_t event = 0;
  std::uint16_t through = no_slot; // relation slot
  std::uint16_t from = 0;          // entity counted from 1
  bool restarts = false;           // `since`: restarts the delay; else `on`: triggers
};

struct DrawCode {
  Symbol entity = 0, name = 0;
  std::string entity_word, name_word;
  std::uint32_t first = 0, last = 0; // into Machine::odds
  std::uint16_t slot = no_slot;      // drawn at the start into this value
};

struct OddsCode {
  Symbol outcome = 0;
  std::string word;
  std::uint32_t weight = 1;
  bool happens = false;
};

struct ItemCode {
  Symbol entity = 0, item = 0, kind = 0;
  std::int32_t value = 0;
  Entry lives = holds_always, open = holds_always;
  std::uint16_t key = no_slot;     // item slot of the key's kind
  std::uint16_t custody = no_slot; // relation that says who has its thing
  bool quiet = false;              // a kind that holds nothing: only kept to know whether it was secured
};

// What is looked at again after a change, in this order. The first three while reactions run, the others afterwards.
struct Nodes {
  std::vector<DerivedCode> derived;   // dependencies first
  std::vector<std::uint16_t> whens;   // events
  std::vector<std::uint16_t> timers;  // events with a condition and a delay
  std::vector<std::uint16_t> rates;   // gauges with rates
  std::vector<std::uint16_t> glances; // cues
  std::size_t items_at = 0, whens_at = 0, timers_at = 0, rates_at = 0, glances_at = 0, end = 0;
  std::size_t words = 0;
};

class Machine {
 public:
  std::vector<EntityCode> entities;
  std::map<std::string, std::uint16_t, std::less<>> entity_ids; // counted from 1
  std::vector<std::vector<std::string>> value_words, cue_words; // for compiling only
  std::vector<ValueCode> values;
  std::vector<RelationCode> relations;
  std::uint16_t hands = no_slot;         // of the learner, in Seen: what binds her hands
  std::vector<std::uint16_t> exclusives; // relation slots
  std::vector<GaugeCode> gauges;
  std::vector<CueCode> cues;
  std::vector<VerbCode> verbs;
  std::vector<EventCode> events;
  std::vector<DrawCode> draws;
  std::vector<ItemCode> items;

  Program program;
  std::vector<Symbol> words;
  std::vector<CaseCode> cases;
  std::vector<RateCode> rates;
  std::vector<std::int64_t> boundaries;
  std::vector<base::Seconds> durations;
  std::vector<EffectCode> effects;
  std::vector<Target> targets;
  std::vector<DuringCode> durings;
  std::vector<AnswerCode> answers;
  std::vector<OddsCode> odds;

  std::vector<std::uint16_t> timers; // timer → event, in the order in which equal times fire
  Nodes nodes;
  std::vector<std::uint64_t> value_nodes, relation_nodes, gauge_nodes; // slot × nodes.words: who depends on it
  std::size_t signals = 0, event_words = 0, item_words = 0;
  std::vector<ListenerCode> listeners;
  std::vector<std::uint32_t> listeners_at; // signal → first listener; one more at the end
  std::size_t seen_relations = 0;
  std::vector<std::uint16_t> seen_relation_of; // slot of Seen → relation slot

  Symbol none_word = 0, learner_word = 0;
  std::uint16_t learner = 0;               // entity counted from 1
  std::vector<std::uint16_t> entity_of;    // symbol → entity counted from 1, 0 = none
  std::vector<std::uint16_t> verb_name_of; // symbol → dense number of the verb's name, no_slot = none
  std::vector<std::uint16_t> verb_of;      // entity × verb names → verb
  std::size_t verb_names = 0;

  std::uint16_t entity_index(Symbol symbol) const { return symbol < entity_of.size() ? entity_of[symbol] : std::uint16_t{0}; }
  const VerbCode* verb(std::uint16_t entity, Symbol name) const {
    const std::uint16_t dense = name < verb_name_of.size() ? verb_name_of[name] : no_slot;
    if (entity == 0 || dense == no_slot) return nullptr;
    const std::uint16_t found = verb_of[std::size_t{entity} * verb_names - verb_names + dense];
    return found == no_slot ? nullptr : &verbs[found];
  }
  std::size_t index_of(const VerbCode& verb_code) const { return static_cast<std::size_t>(&verb_code - verbs.data()); }
  Symbol word_of_entity(std::uint16_t entity) const { return entity == 0 ? none_word : entities[entity - 1u].symbol; }
  Symbol word_of_value(std::uint16_t slot, std::uint8_t value) const { return words[values[slot].words + value]; }
};

} // namespace firsthand::simulation
