// A typed reader over one map of the tree, for this room and for modules reading the parameters of a step. Each call asks
// for one key, notes that it is known, and turns what is wrong into a finding; `finish` reports the keys nobody asked
// for. What a reader could not read has a harmless value, so that reading goes on and all findings come at once.
#pragma once

#include "engine/model/entity.h"
#include "engine/model/finding.h"
#include "engine/reading/dates.h"

#include <algorithm>
#include <functional>
#include <initializer_list>
#include <map>
#include <optional>
#include <set>
#include <tuple>

namespace firsthand::reading {

// A word that is not known where it stands, and the known one that is near.
struct NearMiss {
  model::Where where;
  std::string word, meant, code; // the code of the finding that says so
};

// What all readers of one scenario share.
class FindingCollector {
 public:
  using Facts = std::vector<std::pair<std::string, std::string>>;

  model::Findings all;
  std::vector<NearMiss> misses;

  void add(std::string code, const model::Where& where, Facts facts = {}, std::string suggestion = {});
  // "did you mean" the nearest of `known`, if one is near; `known` also fills {known} when it is short.
  template<class Range> void unknown(std::string code, const model::Where& where, Facts facts, std::string_view word, const Range& known);

  // Texts, pictures, icons: shown, never decided by. They count for shown_hash and are left out of rules_hash.
  void mark_shown(const model::Node& node) { shown_.emplace_hint(shown_.end(), key(node.where)); } // read from top to bottom
  bool is_shown(const model::Node& node) const { return shown_.count(key(node.where)) != 0; }

  bool is_text(const model::Node& node) const; // that people read: no picture, no icon

  std::vector<model::Text> texts;   // in the order of reading
  std::vector<model::Text> written; // those that nobody translates
  std::vector<Dated> dates;
  void add_date(Dated date); // with the finding if no year of ours is meant

  // The unit that an amount was written with, until it is known which gauge it is for.
  void remember_unit(const model::Where& where, std::string unit) { units_[key(where)] = std::move(unit); }
  std::string unit_at(const model::Where& where) const;
  // A comment follows this plain value in its line; of a text it may be the lost end.
  void remember_comment(const model::Where& where) { commented_.insert(key(where)); }
  bool has_comment(const model::Node& node) const { return commented_.count(key(node.where)) != 0; }

  // Where a word of a list stands whose model keeps no marks: found again by the mark of what it belongs to.
  void remember_place(const model::Where& owner, const std::string& word, const model::Where& where) {
    places_[{key(owner), word}] = where;
  }
  model::Where place_of(const model::Where& owner, const std::string& word) const;
  static bool same_place(const model::Where& a, const model::Where& b) { return key(a) == key(b); }

  // The format that each file is written in, so that what a later one brought is told where an earlier one has it.
  void remember_format(const model::Node& root); // of a whole file
  void remember_format(std::uint16_t file, int format) { formats_[file] = format; }
  int format_at(const model::Where& where) const;
  // What stands here came with format 2 (F0229 in a file of format 1). For a key: Fields::needs_format_2.
  void needs_format_2(const model::Where& where, const std::string& what);

  // What the path of a text begins with, by the file it stands in: "" of a scenario, "models.computer." of a model, so
  // that an inherited text is translated once.
  std::map<std::uint16_t, std::string> text_roots;
  std::string text_path(const model::Where& where, const std::string& path) const;

 private:
  using Key = std::tuple<std::uint16_t, std::uint32_t, std::uint32_t>;
  static Key key(const model::Where& where) { return {where.file, where.line, where.column}; }
  void add_unknown(std::string code, const model::Where& where, Facts facts, std::string_view word, const std::vector<std::string>& known);
  std::set<Key> shown_, commented_;
  std::map<Key, std::string> units_;
  std::map<std::uint16_t, int> formats_;
  std::map<std::pair<Key, std::string>, model::Where> places_;
};

enum class Need : std::uint8_t { required, optional, quiet }; // quiet: a text that is there may be empty

struct Whole { // a range of whole numbers, both ends included
  int least = 0, most = 1'000'000;
};

// A number with its unit, as an author writes it: "9 %", "10 kB", "8 TB". MB, GB and TB become kB.
struct Quantity {
  model::Quanta quanta = 0;
  std::string unit;
};

// What amounts in `unit` are kept in, and how many of that make one.
struct Measure {
  std::string unit;
  std::int64_t scale = 1;
};
Measure measure_of(std::string_view unit);
std::optional<model::Quanta> scaled(model::Quanta quanta, std::int64_t scale); // nothing if it is beyond the largest amount

// For a finding, what stands there: the text as it is written; of what is no text "a list", "a map" or "nothing".
std::string as_found(const model::Node& node);

class Fields {
 public:
  // `node` and `findings` are borrowed and must outlive this. `path` is where the map stands ("steps.arrive"); it becomes
  // the path of its texts ("steps.arrive.text"). A node that is no map gives a finding and reads as an empty one.
  Fields(const model::Node& node, FindingCollector& findings, std::string path);

  const model::Node& node() const { return *node_; }
  const model::Where& where() const { return node_->where; }
  const std::string& path() const { return path_; }
  FindingCollector& findings() const { return *findings_; }
  bool has(std::string_view key) const { return node_->find(key) != nullptr; }
  bool needs_format_2(std::string_view key) const;    // the key is there, and came with format 2: in a file of format 1 that is F0229
  bool is_id_twice() const;                           // another of its list has this id, and that is told
  model::Where where(std::string_view key) const;     // of its value; of the map if the key is missing
  model::Where where_key(std::string_view key) const; // of the key itself, likewise

  // Shown to people; at most `most_words` words (0: any number). Never part of the rules.
  model::Text text(std::string_view key, Need need = Need::required, int most_words = 0);
  std::vector<model::Text> texts(std::string_view key, Need need = Need::required, int most_words = 0);
  // The same, where an item may also be a map: its text stands under `text`, and `more` reads the rest of it.
  using ReadMore = std::function<void(std::size_t, Fields&)>;
  std::vector<model::Text> texts(std::string_view key, Need need, int most_words, const ReadMore& more);
  // The key itself, where it is shown: a head of the glossary. Its path ends in `.term`.
  model::Text head(std::string_view key);
  // Shown as well, but the same in every language: by name (a picture, an icon), or as it stands (a form's number).
  std::string shown(std::string_view key, Need need = Need::required);
  std::string written(std::string_view key, Need need = Need::required);

  // Decided by: part of the rules.
  std::string plain(std::string_view key, Need need = Need::required);          // any scalar, as it stands
  model::Id id(std::string_view key, Need need = Need::required);               // a word: a-z, 0-9, hyphens
  std::vector<model::Id> ids(std::string_view key, Need need = Need::required); // a list of them, or one
  model::Id word_of(std::string_view key, const std::vector<model::Id>& known, Need need = Need::required);
  base::Seconds duration(std::string_view key, std::optional<base::Seconds> otherwise = {}); // "never" is allowed
  std::vector<base::Seconds> durations(std::string_view key, Need need = Need::required);    // without "never"
  Quantity quantity(std::string_view key, std::optional<Quantity> otherwise = {});
  int whole(std::string_view key, Whole range, std::optional<int> otherwise = {},
            std::string_view before = {}); // before: words that may stand in front of it
  std::vector<int> wholes(std::string_view key, Whole range, Need need = Need::required);
  bool yes_no(std::string_view key, std::optional<bool> otherwise = {});
  std::string date(std::string_view key, DateUse use, Need need = Need::required); // 2027-06-30, 2027-06 or 2027
  template<class E> E choice(std::string_view key, std::initializer_list<std::pair<const char*, E>> words, std::optional<E> otherwise = {});
  model::Condition condition(std::string_view key, Need need = Need::optional); // names not yet resolved

  // Below.
  const model::Node* any(std::string_view key, Need need = Need::required); // of any kind; the caller reads it
  Fields map(std::string_view key, Need need = Need::required);             // empty if missing: call finish all the same
  // A list of maps. Those with an `id` have it in their path, others their position; the same id twice is a finding.
  std::vector<Fields> maps(std::string_view key, Need need = Need::required);
  // A map of things by name: {screen: {…}, light: {…}}. Names must be words.
  std::vector<std::pair<model::Id, Fields>> named(std::string_view key, Need need = Need::optional);

  // Every key that nobody asked for is a finding with "did you mean" one of those asked for.
  void finish();
  // Only those of them that are a required key misspelt: where the others cannot be known.
  void tell_misspelt();

 private:
  const model::Node* scalar(std::string_view key, Need need);
  const model::Node* list(std::string_view key, Need need);
  const model::Node* find(std::string_view key, Need need);
  model::Id unknown_choice(std::string_view key, const model::Node& value, const std::vector<std::string>& words);
  model::Text text_of(const model::Node& node, const std::string& path, Need need, int most_words);
  std::string below(std::string_view key) const;
  std::set<std::string, std::less<>> asked_keys() const { return {asked_.begin(), asked_.end()}; }
  bool was_asked(std::string_view key) const { return std::find(asked_.begin(), asked_.end(), key) != asked_.end(); }
  std::vector<std::string> absent_keys() const; // asked, and not there
  bool take_missing(const std::string& key);
  bool goes_on(std::size_t index) const;
  std::size_t tell_split_text(std::size_t index);

  const model::Node* node_;
  FindingCollector* findings_;
  std::string path_;
  std::vector<std::string> asked_; // some of them twice
};

constexpr int newest_format = 2;
int read_format(Fields& fields, Need need); // of a whole file; 1 where it may be left out

// The same for single nodes. Findings go to `findings`.
bool is_word(std::string_view text); // an id as models have them
std::optional<Quantity> parse_quantity(std::string_view text);
model::Condition read_condition(const model::Node& node, FindingCollector& findings);
std::vector<model::Id> read_ids(const model::Node& node, FindingCollector& findings);
int count_words(std::string_view text);

template<class Range>
void FindingCollector::unknown(std::string code, const model::Where& where, Facts facts, std::string_view word, const Range& known) {
  add_unknown(std::move(code), where, std::move(facts), word, std::vector<std::string>(known.begin(), known.end()));
}

template<class E>
E Fields::choice(std::string_view key, std::initializer_list<std::pair<const char*, E>> words, std::optional<E> otherwise) {
  const model::Node* value = scalar(key, otherwise ? Need::optional : Need::required);
  for (const auto& [word, meant] : words)
    if (value && value->text == word) return meant;
  if (value) {
    std::vector<std::string> known;
    for (const auto& word : words)
      known.emplace_back(word.first);
    unknown_choice(key, *value, known);
  }
  return otherwise.value_or(words.begin()->second);
}

} // namespace firsthand::reading
