// The typed reader. Codes: F0201 unknown key … F0212; see docs/findings.
#include "engine/reading/fields.h"

#include "engine/base/utf8.h"
#include "engine/reading/fact_words.h"
#include "engine/reading/signs.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace firsthand::reading {
namespace {

using model::Node;

const Node empty_map = [] {
  Node node;
  node.kind = Node::Kind::map;
  return node;
}();

const char* kind_words(Node::Kind kind) {
  switch (kind) {
  case Node::Kind::nothing:
    return "nothing";
  case Node::Kind::scalar:
    return "a text";
  case Node::Kind::list:
    return "a list";
  case Node::Kind::map:
    return "a map";
  }
  return "";
}

bool is_unit(std::string_view text) {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  return text == "%" || (!text.empty() && text.size() <= 12 && std::all_of(text.begin(), text.end(), letter));
}

bool is_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// No sign, no leading zero ("012" is not ten), no more than nine digits.
std::optional<int> read_whole(std::string_view text) {
  const bool minus = text.starts_with('-');
  if (minus) text.remove_prefix(1);
  if (!is_digits(text) || text.size() > 9 || (text.size() > 1 && text[0] == '0')) return std::nullopt;
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return minus ? -value : value;
}

// In thousandths of a unit, so that every amount fits 64 bits as quanta.
constexpr std::int64_t least_too_much = 100'000'000'000'000;
static_assert(least_too_much <= INT64_MAX / (model::quanta_per_unit / 1000));

} // namespace

bool is_word(std::string_view text) {
  if (text.empty() || text.size() > 48 || text[0] < 'a' || text[0] > 'z' || text.back() == '-') return false;
  return std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

std::string as_found(const Node& node) { return node.kind == Node::Kind::scalar ? node.text : kind_words(node.kind); }

namespace {

// Of scripts without blanks between words: how many signs a word has, vowel and tone signs among them; 0 of other scripts.
int signs_of_a_word(char32_t sign) {
  if (sign >= 0x0E00 && sign <= 0x0EFF) return 6;                                         // Thai, Lao
  if ((sign >= 0x1000 && sign <= 0x109F) || (sign >= 0x1780 && sign <= 0x17FF)) return 6; // Burmese, Khmer
  if (sign >= 0x3040 && sign <= 0x9FFF) return 2;                                         // Japanese, Chinese
  return 0;
}

} // namespace

int count_words(std::string_view text) {
  int words = 0, sixths = 0; // sixths of a word that is not counted yet
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t sign = base::next_code_point(text, at);
    const bool space = sign == ' ' || sign == '\n' || sign == '\t';
    const int signs = signs_of_a_word(sign);
    if (signs > 0) sixths += 6 / signs;
    if (!space && !inside && signs == 0) ++words;
    inside = !space && signs == 0;
    if (space || at >= text.size()) words += (sixths + 5) / 6, sixths = 0;
  }
  return words;
}

Measure measure_of(std::string_view unit) {
  if (unit == "MB") return {"kB", 1000};
  if (unit == "GB") return {"kB", 1'000'000};
  if (unit == "TB") return {"kB", 1'000'000'000};
  return {std::string(unit), 1};
}

std::optional<model::Quanta> scaled(model::Quanta quanta, std::int64_t scale) {
  const model::Quanta most = least_too_much * (model::quanta_per_unit / 1000) / scale;
  if (quanta >= most || quanta <= -most) return std::nullopt;
  return quanta * scale;
}

// "-0.25 %": at most eleven digits before and three behind the point, so that all of it fits 64 bits.
std::optional<Quantity> parse_quantity(std::string_view text) {
  const std::size_t space = text.find(' ');
  std::string_view number = text.substr(0, space);
  const bool minus = number.starts_with('-');
  if (minus || number.starts_with('+')) number.remove_prefix(1);
  const std::size_t point = number.find('.');
  const std::string_view units = number.substr(0, point);
  if (space != text.npos && !is_unit(text.substr(space + 1))) return std::nullopt;
  const std::string_view thousandths = point == number.npos ? "0" : number.substr(point + 1);
  if (!is_digits(units) || units.size() > 11 || !is_digits(thousandths) || thousandths.size() > 3) return std::nullopt;
  std::int64_t value = 0;
  for (const char c : units)
    value = value * 10 + (c - '0');
  for (std::size_t i = 0; i < 3; ++i)
    value = value * 10 + (i < thousandths.size() ? thousandths[i] - '0' : 0);
  const Measure measure = measure_of(space == text.npos ? "" : text.substr(space + 1));
  const auto quanta = scaled(value * (model::quanta_per_unit / 1000), measure.scale);
  if (!quanta) return std::nullopt;
  return Quantity{minus ? -*quanta : *quanta, measure.unit};
}

// ---- FindingCollector

void FindingCollector::add(std::string code, const model::Where& where, Facts facts, std::string suggestion) {
  all.push_back({std::move(code), where, std::move(facts), std::move(suggestion)});
}

void FindingCollector::add_date(Dated date) {
  if (auto strange = strange_year(date)) all.push_back(std::move(*strange));
  dates.push_back(std::move(date));
}

void FindingCollector::add_unknown(std::string code, const model::Where& where, Facts facts, std::string_view word,
                                   const std::vector<std::string>& known) {
  std::vector<std::string> sorted = known;
  std::erase_if(sorted, [](const std::string& one) { return one.find_first_not_of(' ') == one.npos; }); // told where they are named
  std::sort(sorted.begin(), sorted.end());
  sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
  const bool many = sorted.size() > 12;
  if (many) sorted.resize(12);
  facts.emplace_back("known", sorted.empty() ? "none" : fmt::format("{}", fmt::join(sorted, ", ")) + (many ? " …" : ""));
  const model::Where place = place_of(where, std::string(word));
  const std::string meant = base::did_you_mean(word, known).value_or("");
  if (!meant.empty()) misses.push_back({place, std::string(word), meant, code});
  add(std::move(code), place, std::move(facts), meant);
}

void FindingCollector::remember_format(const Node& root) {
  const Node* format = root.find("format");
  const auto number = format ? read_whole(format->text) : std::nullopt;
  if (number) formats_[root.where.file] = *number;
}

int FindingCollector::format_at(const model::Where& where) const {
  const auto found = formats_.find(where.file);
  return found == formats_.end() ? 1 : found->second;
}

void FindingCollector::needs_format_2(const model::Where& where, const std::string& what) {
  if (format_at(where) < 2) add("F0229", where, {{"key", what}});
}

bool FindingCollector::is_text(const Node& node) const {
  return std::any_of(texts.begin(), texts.end(), [&](const model::Text& text) { return same_place(text.where, node.where); });
}

std::string FindingCollector::unit_at(const model::Where& where) const {
  const auto found = units_.find(key(where));
  return found == units_.end() ? std::string() : found->second;
}

model::Where FindingCollector::place_of(const model::Where& owner, const std::string& word) const {
  const auto found = places_.find({key(owner), word});
  return found == places_.end() ? owner : found->second;
}

std::string FindingCollector::text_path(const model::Where& where, const std::string& path) const {
  const auto root = text_roots.find(where.file);
  return root == text_roots.end() ? path : root->second + path;
}

// ---- Fields

Fields::Fields(const Node& node, FindingCollector& findings, std::string path)
    : node_(&node), findings_(&findings), path_(std::move(path)) {
  constexpr std::size_t usual_keys = 12;
  asked_.reserve(usual_keys);
  if (node.kind == Node::Kind::map) return;
  if (&node != &empty_map)
    findings.add("F0203", node.where,
                 {{"key", path_.empty() ? "this place" : path_}, {"wanted", "a map"}, {"found", kind_words(node.kind)}});
  node_ = &empty_map;
}

model::Where Fields::where(std::string_view key) const {
  const Node* value = node_->find(key);
  return value ? value->where : node_->where;
}

model::Where Fields::where_key(std::string_view key) const {
  const auto found = std::find_if(node_->pairs.begin(), node_->pairs.end(), [key](const Node::Pair& pair) { return pair.key == key; });
  return found == node_->pairs.end() ? node_->where : found->where;
}

bool Fields::needs_format_2(std::string_view key) const {
  if (has(key)) findings_->needs_format_2(where_key(key), std::string(key));
  return has(key);
}

bool Fields::is_id_twice() const {
  const model::Where id = where("id");
  return std::any_of(findings_->all.begin(), findings_->all.end(),
                     [&](const model::Finding& f) { return f.code == "F0207" && FindingCollector::same_place(f.where, id); });
}

std::string Fields::below(std::string_view key) const {
  if (path_.empty()) return std::string(key);
  std::string path;
  path.reserve(path_.size() + 1 + key.size());
  return path.append(path_).append(1, '.').append(key);
}

const Node* Fields::find(std::string_view key, Need need) {
  asked_.emplace_back(key);
  const Node* value = node_->find(key);
  if (!value && need == Need::required && node_ != &empty_map) findings_->add("F0202", node_->where, {{"key", std::string(key)}});
  return value;
}

const Node* Fields::any(std::string_view key, Need need) { return find(key, need); }

const Node* Fields::scalar(std::string_view key, Need need) {
  const Node* value = find(key, need);
  if (!value || value->kind == Node::Kind::scalar) return value;
  findings_->add("F0203", value->where, {{"key", std::string(key)}, {"wanted", "a text"}, {"found", kind_words(value->kind)}});
  return nullptr;
}

const Node* Fields::list(std::string_view key, Need need) {
  const Node* value = find(key, need);
  if (!value || value->kind == Node::Kind::list) return value;
  findings_->add("F0203", value->where, {{"key", std::string(key)}, {"wanted", "a list"}, {"found", kind_words(value->kind)}});
  return nullptr;
}

model::Text Fields::text_of(const Node& node, const std::string& path, Need need, int most_words) {
  std::string source = node.text;
  while (!source.empty() && (source.back() == '\n' || source.back() == ' '))
    source.pop_back();
  const int words = count_words(source);
  if (source.empty() && need != Need::quiet) findings_->add("F0204", node.where, {{"key", path}});
  if (most_words > 0 && words > most_words)
    findings_->add("F0205", node.where, {{"key", path}, {"words", fmt::format("{}", words)}, {"most", fmt::format("{}", most_words)}});
  if (findings_->has_comment(node)) findings_->add("F0222", node.where, {{"key", path}, {"text", source}});
  if (node.quoted && !source.empty() && (node.text.starts_with(' ') || node.text.ends_with(' ')))
    findings_->add("F0223", node.where, {{"key", path}});
  findings_->mark_shown(node);
  model::Text text{std::move(source), findings_->text_path(node.where, path), node.where};
  findings_->texts.push_back(text);
  return text;
}

model::Text Fields::text(std::string_view key, Need need, int most_words) {
  const Node* value = scalar(key, need);
  return value ? text_of(*value, below(key), need, most_words) : model::Text{};
}

std::vector<model::Text> Fields::texts(std::string_view key, Need need, int most_words) { return texts(key, need, most_words, {}); }

std::vector<model::Text> Fields::texts(std::string_view key, Need need, int most_words, const ReadMore& more) {
  std::vector<model::Text> all;
  const Node* value = list(key, need);
  if (!value) return all;
  for (std::size_t i = 0; i < value->items.size(); ++i) {
    const Node& item = value->items[i];
    const std::string path = fmt::format("{}.{}", below(key), i + 1);
    if (item.kind == Node::Kind::scalar) {
      all.push_back(text_of(item, path, need, most_words));
    } else if (item.kind == Node::Kind::map && more) {
      Fields map(item, *findings_, path);
      const Node* text = map.scalar("text", Need::required);
      all.push_back(text ? text_of(*text, path, need, most_words) : model::Text{});
      more(i, map);
      map.finish();
    } else {
      findings_->add("F0203", item.where, {{"key", std::string(key)}, {"wanted", "a text"}, {"found", kind_words(item.kind)}});
    }
  }
  return all;
}

model::Text Fields::head(std::string_view key) {
  const model::Where where = where_key(key);
  model::Text text{std::string(key), findings_->text_path(where, below(key) + ".term"), where};
  findings_->texts.push_back(text);
  return text;
}

std::string Fields::shown(std::string_view key, Need need) {
  const Node* value = scalar(key, need);
  if (!value) return {};
  findings_->mark_shown(*value);
  if (value->text.empty()) findings_->add("F0204", value->where, {{"key", std::string(key)}});
  return value->text;
}

std::string Fields::written(std::string_view key, Need need) {
  std::string text = shown(key, need);
  if (!text.empty()) findings_->written.push_back({text, "", where(key)});
  return text;
}

std::string Fields::plain(std::string_view key, Need need) {
  const Node* value = scalar(key, need);
  return value ? value->text : std::string();
}

model::Id Fields::id(std::string_view key, Need need) {
  const Node* value = scalar(key, need);
  if (!value) return {};
  if (is_word(value->text)) return value->text;
  findings_->add("F0206", value->where, {{"word", value->text}});
  return {};
}

std::vector<model::Id> read_ids(const Node& node, FindingCollector& findings) {
  std::vector<model::Id> words;
  std::set<std::string_view> seen;
  const auto take = [&](const Node& one) {
    if (one.kind != Node::Kind::scalar)
      findings.add("F0203", one.where, {{"key", "this place"}, {"wanted", "a word"}, {"found", kind_words(one.kind)}});
    else if (!is_word(one.text))
      findings.add("F0206", one.where, {{"word", one.text}});
    else if (!seen.insert(one.text).second)
      findings.add("F0207", one.where, {{"id", one.text}});
    else
      words.push_back(one.text), findings.remember_place(node.where, one.text, one.where);
  };
  if (node.kind != Node::Kind::list) take(node);
  for (const Node& item : node.items)
    take(item);
  if (node.kind == Node::Kind::list && node.items.empty()) findings.add("F0204", node.where, {{"key", "this list"}});
  return words;
}

std::vector<model::Id> Fields::ids(std::string_view key, Need need) {
  const Node* value = find(key, need);
  return value ? read_ids(*value, *findings_) : std::vector<model::Id>();
}

model::Id Fields::word_of(std::string_view key, const std::vector<model::Id>& known, Need need) {
  const Node* value = scalar(key, need);
  if (!value) return {};
  if (std::find(known.begin(), known.end(), value->text) != known.end()) return value->text;
  return unknown_choice(key, *value, known);
}

model::Id Fields::unknown_choice(std::string_view key, const Node& value, const std::vector<std::string>& words) {
  findings_->unknown("F0208", value.where, {{"key", std::string(key)}, {"word", value.text}}, value.text, words);
  return {};
}

base::Seconds Fields::duration(std::string_view key, std::optional<base::Seconds> otherwise) {
  const Node* value = scalar(key, otherwise ? Need::optional : Need::required);
  if (!value) return otherwise.value_or(0);
  if (const auto seconds = base::parse_duration(value->text)) return *seconds;
  findings_->add("F0209", value->where, {{"text", value->text}});
  return otherwise.value_or(0);
}

std::vector<base::Seconds> Fields::durations(std::string_view key, Need need) {
  std::vector<base::Seconds> all;
  const Node* value = list(key, need);
  if (!value) return all;
  for (const Node& item : value->items) {
    const auto seconds = base::parse_duration(item.text);
    if (seconds && *seconds > 0)
      all.push_back(*seconds);
    else
      findings_->add("F0209", item.where, {{"text", as_found(item)}});
  }
  return all;
}

Quantity Fields::quantity(std::string_view key, std::optional<Quantity> otherwise) {
  const Node* value = scalar(key, otherwise ? Need::optional : Need::required);
  if (!value) return otherwise.value_or(Quantity{});
  if (const auto read = parse_quantity(value->text)) return *read;
  findings_->add("F0210", value->where, {{"text", value->text}});
  return otherwise.value_or(Quantity{});
}

int Fields::whole(std::string_view key, Whole range, std::optional<int> otherwise, std::string_view before) {
  const Node* value = scalar(key, otherwise ? Need::optional : Need::required);
  if (!value) return otherwise.value_or(range.least);
  std::string_view text = value->text;
  if (!before.empty() && text.starts_with(before)) text.remove_prefix(before.size());
  const auto number = read_whole(text);
  if (number && *number >= range.least && *number <= range.most) return *number;
  findings_->add("F0211", value->where,
                 {{"key", std::string(key)},
                  {"text", value->text},
                  {"least", fmt::format("{}", range.least)},
                  {"most", fmt::format("{}", range.most)}});
  return otherwise.value_or(range.least);
}

std::vector<int> Fields::wholes(std::string_view key, Whole range, Need need) {
  std::vector<int> all;
  const Node* value = list(key, need);
  if (!value) return all;
  for (const Node& item : value->items) {
    const auto number = read_whole(item.text);
    if (number && *number >= range.least && *number <= range.most)
      all.push_back(*number);
    else
      findings_->add("F0211", item.where,
                     {{"key", std::string(key)},
                      {"text", as_found(item)},
                      {"least", fmt::format("{}", range.least)},
                      {"most", fmt::format("{}", range.most)}});
  }
  return all;
}

bool Fields::yes_no(std::string_view key, std::optional<bool> otherwise) {
  return choice<bool>(key, {{"yes", true}, {"no", false}}, otherwise);
}

std::string Fields::date(std::string_view key, DateUse use, Need need) {
  const Node* value = scalar(key, need);
  if (!value) return {};
  if (is_date(value->text)) return findings_->add_date({use, value->text, value->where}), value->text;
  findings_->add("F0212", value->where, {{"text", value->text}});
  return {};
}

model::Condition Fields::condition(std::string_view key, Need need) {
  const Node* value = find(key, need);
  return value ? read_condition(*value, *findings_) : model::Condition{};
}

Fields Fields::map(std::string_view key, Need need) {
  const Node* value = find(key, need);
  return Fields(value ? *value : empty_map, *findings_, below(key));
}

std::vector<Fields> Fields::maps(std::string_view key, Need need) {
  std::vector<Fields> all;
  const Node* value = list(key, need);
  if (!value) return all;
  std::set<std::string_view> ids;
  all.reserve(value->items.size());
  const std::string path = below(key);
  for (std::size_t i = 0; i < value->items.size(); ++i) {
    const Node& item = value->items[i];
    const Node* id = item.find("id");
    const bool named = id && id->kind == Node::Kind::scalar && is_word(id->text);
    if (named && !ids.insert(id->text).second) findings_->add("F0207", id->where, {{"id", id->text}});
    all.emplace_back(item, *findings_, path + "." + (named ? id->text : fmt::format("{}", i + 1)));
  }
  return all;
}

std::vector<std::pair<model::Id, Fields>> Fields::named(std::string_view key, Need need) {
  std::vector<std::pair<model::Id, Fields>> all;
  const Node* value = find(key, need);
  if (!value) return all;
  if (value->kind != Node::Kind::map) {
    findings_->add("F0203", value->where, {{"key", std::string(key)}, {"wanted", "a map"}, {"found", kind_words(value->kind)}});
    return all;
  }
  for (const Node::Pair& pair : value->pairs) {
    if (!is_word(pair.key)) findings_->add("F0206", pair.where, {{"word", pair.key}});
    all.emplace_back(pair.key, Fields(pair.value, *findings_, fmt::format("{}.{}", below(key), pair.key)));
  }
  return all;
}

// Takes back that a required key is missing here.
bool Fields::take_missing(const std::string& key) {
  const auto says_so = [&](const model::Finding& f) {
    return f.code == "F0202" && f.facts[0].second == key && FindingCollector::same_place(f.where, node_->where);
  };
  return std::erase_if(findings_->all, says_so) > 0;
}

std::vector<std::string> Fields::absent_keys() const {
  std::vector<std::string> absent;
  for (const std::string& key : asked_keys())
    if (!has(key)) absent.push_back(key);
  return absent;
}

void Fields::tell_misspelt() {
  std::optional<std::vector<std::string>> absent; // what stands here is not meant by another
  for (const Node::Pair& pair : node_->pairs) {
    if (was_asked(pair.key)) continue;
    if (!absent) absent = absent_keys();
    const auto meant = base::did_you_mean(pair.key, *absent);
    if (!meant || !take_missing(*meant)) continue;
    findings_->unknown("F0201", pair.where, {{"key", pair.key}, {"missing", *meant}}, pair.key, asked_keys());
    findings_->all.back().suggestion = findings_->misses.back().meant = *meant; // it may be as near to one that stands here
    asked_.push_back(pair.key);                                                 // told
  }
}

// Whether a key that nobody reads can be the rest of an unquoted text before it, which a "," has ended: in one line there are only maps in
// { }.
bool Fields::goes_on(std::size_t index) const {
  const Node::Pair& pair = node_->pairs[index];
  const Node& value = pair.value;
  if (index == 0 || is_blank(pair.key) || was_asked(pair.key) || base::did_you_mean(pair.key, asked_keys())) return false;
  const Node& before = node_->pairs[index - 1].value;
  const bool plain = value.kind == Node::Kind::nothing || (value.kind == Node::Kind::scalar && !value.quoted);
  return plain && before.kind == Node::Kind::scalar && !before.quoted && before.where.line == pair.where.line;
}

// Tells all of a text of which `index` is the second part. Returns the index of its last part.
std::size_t Fields::tell_split_text(std::size_t index) {
  std::string whole = node_->pairs[index - 1].value.text;
  std::size_t last = index;
  for (; last < node_->pairs.size() && goes_on(last); ++last) {
    const Node::Pair& part = node_->pairs[last];
    whole += ", " + part.key + ":" + (part.value.text.empty() ? "" : " " + part.value.text);
  }
  const Node::Pair& first = node_->pairs[index];
  findings_->unknown("F0201", first.where, {{"key", first.key}, {"rest", in_quotes(whole)}}, first.key, asked_keys());
  return last - 1;
}

void Fields::finish() {
  tell_misspelt();
  for (std::size_t i = 0; i < node_->pairs.size(); ++i) {
    const Node::Pair& pair = node_->pairs[i];
    if (was_asked(pair.key)) continue;
    if (goes_on(i) && findings_->is_text(node_->pairs[i - 1].value))
      i = tell_split_text(i);
    else
      findings_->unknown("F0201", pair.where, {{"key", pair.key}}, pair.key, asked_keys());
  }
}

int read_format(Fields& fields, Need need) {
  return fields.whole("format", {1, newest_format}, need == Need::required ? std::nullopt : std::optional<int>(1));
}

} // namespace firsthand::reading
