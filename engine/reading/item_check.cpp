// Checks of questions. What counts as a slip follows what is known of writing them: see docs/authors/questions.md.
#include "engine/reading/item_check.h"

#include "engine/base/utf8.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

namespace firsthand::reading {
namespace {

using model::Id;
using model::Item;
using model::ItemKind;
using model::ItemOption;

constexpr int nearly_same = 800;            // thousandths of the words in common
constexpr std::size_t least_stem_words = 6; // a shorter stem is the same in many questions
constexpr std::size_t short_option = 16;    // signs: names and numbers, whose length nobody chose …
constexpr std::size_t least_longer = 8;     // … and among which only so many more are seen
constexpr double unlikely = 0.01;

struct LanguageWords {
  const char* language;
  std::vector<std::string> negative, all_of_these;
  bool blanks; // between words
};

const std::vector<LanguageWords>& language_words() {
  static const std::vector<LanguageWords> all{
      {"en",
       {"not", "never", "except", "isnt", "arent", "doesnt", "dont", "cannot", "cant", "shouldnt"},
       {"all of the above", "none of the above", "all of these", "none of these", "all of them", "none of them", "both of these"},
       true},
      {"th", {"ยกเว้น", "ไม่ใช่", "ไม่ควร", "ไม่ถูก"}, {"ถูกทุกข้อ", "ผิดทุกข้อ", "ถูกทั้งหมด", "ไม่มีข้อใดถูก"}, false}};
  return all;
}

const LanguageWords* words_in(std::string_view language) {
  for (const LanguageWords& one : language_words())
    if (language == one.language) return &one;
  return nullptr;
}

// The question itself: what comes before tells the case, where "he does not answer" is no trap.
std::string_view last_sentence(std::string_view stem) {
  while (!stem.empty() && (stem.back() == ' ' || stem.back() == '?' || stem.back() == '.'))
    stem.remove_suffix(1);
  const std::size_t end = stem.find_last_of(".?!\n:");
  return end == stem.npos ? stem : stem.substr(end + 1);
}

// `padded`: plain, a blank at either end.
bool has_word(std::string_view padded, std::string_view word) {
  for (std::size_t at = padded.find(word); at != padded.npos; at = padded.find(word, at + 1))
    if (padded[at - 1] == ' ' && padded[at + word.size()] == ' ') return true;
  return false;
}

void check_negative(const Item& item, const LanguageWords& words, FindingCollector& findings) {
  const std::string_view asked = last_sentence(item.stem.source);
  const std::string plain = " " + plain_text(asked) + " ";
  for (const std::string& word : words.negative) {
    const bool there = words.blanks ? has_word(plain, word) : asked.find(word) != asked.npos;
    if (there) return findings.add("F1320", item.stem.where, {{"word", word}});
  }
}

void check_all_of_these(const Item& item, const LanguageWords& words, FindingCollector& findings) {
  for (const ItemOption& option : item.options) {
    const std::string plain = words.blanks ? plain_text(option.text.source) : option.text.source;
    for (const std::string& phrase : words.all_of_these)
      if (plain.find(phrase) != plain.npos) findings.add("F1321", option.text.where, {{"text", option.text.source}});
  }
}

void check_equal(const std::vector<ItemOption>& options, FindingCollector& findings) {
  std::map<std::string, Id> seen;
  for (const ItemOption& option : options) {
    if (option.text.empty()) continue;
    const auto [known, is_new] = seen.emplace(plain_text(option.text.source), option.id);
    if (!is_new) findings.add("F1323", option.text.where, {{"one", known->second}, {"other", option.id}});
  }
}

std::size_t length_of(const ItemOption& option) { return base::count_code_points(option.text.source); }

// The longest option if it is longer than any other; else null.
const ItemOption* longest(const Item& item) {
  const ItemOption* best = nullptr;
  for (const ItemOption& one : item.options)
    if (!best || length_of(one) > length_of(*best)) best = &one;
  const auto as_long = [&](const ItemOption& one) { return length_of(one) == length_of(*best); };
  return best && std::count_if(item.options.begin(), item.options.end(), as_long) == 1 ? best : nullptr;
}

void check_length(const Item& item, const ItemOption& key, FindingCollector& findings) {
  std::size_t most = 0;
  for (const ItemOption& one : item.options)
    if (&one != &key) most = std::max(most, length_of(one));
  const std::size_t own = length_of(key);
  if (own * 5 > most * 6 && (own >= short_option || own >= most + least_longer))
    findings.add("F1322", key.text.where, {{"option", key.id}, {"own", fmt::format("{}", own)}, {"most", fmt::format("{}", most)}});
}

bool by_position(const Item& item) {
  return std::any_of(item.options.begin(), item.options.end(), [](const ItemOption& one) { return !one.question.empty(); });
}

bool answers(const model::Doctrine& doctrine, const Item& item) {
  return std::any_of(item.options.begin(), item.options.end(), [&](const ItemOption& option) {
    return std::any_of(doctrine.positions.begin(), doctrine.positions.end(),
                       [&](const model::Position& one) { return one.question == option.question; });
  });
}

std::vector<Id> right_ones(const Item& item, const model::Doctrine* doctrine) {
  std::vector<Id> ids;
  for (const ItemOption& option : item.options)
    if (option.right_under(doctrine ? doctrine->positions : std::vector<model::Position>())) ids.push_back(option.id);
  return ids;
}

// Where nothing is right by position, one look without doctrine is enough; else a look by each that takes a position here.
std::vector<const model::Doctrine*> doctrines_for(const Item& item, const std::vector<model::Doctrine>& doctrines) {
  std::vector<const model::Doctrine*> all;
  if (!by_position(item)) return {nullptr};
  for (const model::Doctrine& one : doctrines)
    if (answers(one, item)) all.push_back(&one);
  return all.empty() ? std::vector<const model::Doctrine*>{nullptr} : all;
}

// The questions of doctrine that its options answer to.
std::set<Id> decided_by(const Item& item) {
  std::set<Id> questions;
  for (const ItemOption& option : item.options)
    if (!option.question.empty()) questions.insert(option.question);
  return questions;
}

// Those that two doctrines answer otherwise: the answer changes with them, and with no other. Each has to be told.
bool tells_what_it_depends_on(const Item& item, const std::vector<const model::Doctrine*>& doctrines) {
  for (const Id& question : decided_by(item)) {
    std::set<std::vector<Id>> right;
    for (const model::Doctrine* doctrine : doctrines) {
      std::vector<Id> ids;
      for (const ItemOption& option : item.options)
        if (option.question == question && doctrine && option.right_under(doctrine->positions)) ids.push_back(option.id);
      right.insert(std::move(ids));
    }
    const bool told = std::find(item.depends.begin(), item.depends.end(), question) != item.depends.end();
    if (right.size() > 1 && !told) return false;
  }
  return true;
}

void check_key(const Item& item, const std::vector<model::Doctrine>& doctrines, FindingCollector& findings) {
  const auto asked = doctrines_for(item, doctrines);
  for (const model::Doctrine* doctrine : asked) {
    const std::vector<Id> right = right_ones(item, doctrine);
    const std::string under = doctrine ? doctrine->id : by_position(item) ? "none" : "any";
    if (right.empty()) return findings.add("F1303", item.where, {{"item", item.id}, {"doctrine", under}});
    if (item.kind == ItemKind::one && right.size() > 1)
      return findings.add("F1304", item.where,
                          {{"item", item.id}, {"options", fmt::format("{}", fmt::join(right, ", "))}, {"doctrine", under}});
    if (item.kind != ItemKind::one && right.size() == item.options.size()) return findings.add("F1313", item.where, {{"item", item.id}});
  }
  if (!tells_what_it_depends_on(item, asked)) findings.add("F1325", item.where, {{"item", item.id}});
}

// ---- The whole bank

// What is asked, for comparing.
std::string text_of(const Item& item) {
  std::string text = item.stem.source;
  for (const std::vector<ItemOption>* options : {&item.options, &item.targets})
    for (const ItemOption& one : *options)
      text += "\n" + one.text.source;
  return text;
}

void check_duplicates(const model::Bank& bank, FindingCollector& findings) {
  std::vector<std::string> texts;
  for (const Item& item : bank.items)
    texts.push_back(text_of(item));
  for (const Alike& pair : alike_texts(texts, nearly_same)) {
    const Item &later = bank.items[pair.text], &earlier = bank.items[pair.earlier];
    if (later.twins.empty() || later.twins != earlier.twins)
      findings.add("F1324", later.stem.where, {{"item", later.id}, {"other", earlier.id}});
  }
}

// How likely so many or more of these come by chance alone. Many are counted by the normal curve, as everybody does.
double chance_of(std::size_t count, const std::vector<double>& each) {
  double mean = 0, variance = 0;
  for (const double p : each)
    mean += p, variance += p * (1 - p);
  if (each.size() > 400) return 0.5 * std::erfc((static_cast<double>(count) - 0.5 - mean) / std::sqrt(2 * variance));
  std::vector<double> exactly(each.size() + 1, 0);
  exactly[0] = 1;
  for (std::size_t n = 0; n < each.size(); ++n)
    for (std::size_t k = n + 1; k-- > 0;) {
      exactly[k + 1] += exactly[k] * each[n];
      exactly[k] *= 1 - each[n];
    }
  double all = 0;
  for (std::size_t k = count; k < exactly.size(); ++k)
    all += exactly[k];
  return all;
}

std::vector<const Item*> questions_with_one_key(const model::Bank& bank) {
  std::vector<const Item*> all;
  for (const Item& item : bank.items) {
    const auto is_key = [](const ItemOption& one) { return one.right; };
    if (item.kind == ItemKind::one && std::count_if(item.options.begin(), item.options.end(), is_key) == 1 && item.options.size() > 1)
      all.push_back(&item);
  }
  return all;
}

void check_longest(const model::Bank& bank, FindingCollector& findings) {
  std::vector<double> chances;
  std::size_t count = 0;
  for (const Item* item : questions_with_one_key(bank)) {
    const ItemOption* best = longest(*item);
    chances.push_back(1.0 / static_cast<double>(item->options.size()));
    count += best && best->right;
  }
  if (!chances.empty() && chance_of(count, chances) < unlikely)
    findings.add("F1330", bank.where, {{"some", fmt::format("{}", count)}, {"all", fmt::format("{}", chances.size())}});
}

void check_places(const model::Bank& bank, FindingCollector& findings) {
  const std::vector<const Item*> all = questions_with_one_key(bank);
  std::size_t places = 0;
  for (const Item* item : all)
    places = std::max(places, item->options.size());
  for (std::size_t place = 0; place < places; ++place) {
    std::vector<double> chances;
    std::size_t count = 0;
    for (const Item* item : all)
      if (item->options.size() > place) {
        chances.push_back(1.0 / static_cast<double>(item->options.size()));
        count += item->options[place].right;
      }
    if (chance_of(count, chances) < unlikely / static_cast<double>(places))
      findings.add(
          "F1331", bank.where,
          {{"some", fmt::format("{}", count)}, {"all", fmt::format("{}", chances.size())}, {"place", fmt::format("{}", place + 1)}});
  }
}

// The words of a text, each once.
std::vector<std::string> word_set(std::string_view text) {
  const std::string plain = plain_text(text);
  std::vector<std::string> words;
  for (std::size_t at = 0; at < plain.size();) {
    const std::size_t end = std::min(plain.find(' ', at), plain.size());
    words.push_back(plain.substr(at, end - at));
    at = end + 1;
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

// Of all words of two texts those that stand in both, in thousandths.
std::size_t words_shared(const std::vector<std::string>& one, const std::vector<std::string>& other) {
  std::vector<std::string> both;
  std::set_intersection(one.begin(), one.end(), other.begin(), other.end(), std::back_inserter(both));
  const std::size_t all = one.size() + other.size() - both.size();
  return all == 0 ? 0 : both.size() * 1000 / all;
}

// The option that shares more words with the others than any other does; null if two share as many.
const ItemOption* most_like_the_others(const Item& item) {
  std::vector<std::vector<std::string>> words;
  for (const ItemOption& one : item.options)
    words.push_back(word_set(one.text.source));
  std::vector<std::size_t> shared(words.size(), 0);
  for (std::size_t i = 0; i < words.size(); ++i)
    for (std::size_t j = 0; j < words.size(); ++j)
      shared[i] += i == j ? 0 : words_shared(words[i], words[j]);
  const auto best = std::max_element(shared.begin(), shared.end());
  if (best == shared.end() || std::count(shared.begin(), shared.end(), *best) > 1) return nullptr;
  return &item.options[static_cast<std::size_t>(best - shared.begin())];
}

// Wrong options that were each made of the right one by one change point at it: it is the one most like all of them. Whoever has learned to
// sit tests knows that. What is practised tells its answers anyway.
void check_likeness(const model::Bank& bank, FindingCollector& findings) {
  if (bank.use != model::BankUse::measure) return;
  std::vector<double> chances;
  std::size_t count = 0;
  for (const Item* item : questions_with_one_key(bank)) {
    const ItemOption* best = most_like_the_others(*item);
    chances.push_back(1.0 / static_cast<double>(item->options.size()));
    count += best && best->right;
  }
  if (!chances.empty() && chance_of(count, chances) < unlikely)
    findings.add("F1332", bank.where, {{"some", fmt::format("{}", count)}, {"all", fmt::format("{}", chances.size())}});
}

void check_right_danger(const Item& item, FindingCollector& findings) {
  for (const ItemOption& one : item.options)
    if (one.right && !one.danger.empty()) findings.add("F1317", one.where, {{"option", one.id}, {"danger", one.danger}});
}

} // namespace

void check_item(const Item& item, const std::vector<model::Doctrine>& doctrines, std::string_view language, FindingCollector& findings) {
  const bool chosen = item.kind == ItemKind::one || item.kind == ItemKind::several || item.kind == ItemKind::hotspot;
  if (chosen && item.options.size() > 1) check_key(item, doctrines, findings);
  check_right_danger(item, findings);
  check_equal(item.options, findings);
  check_equal(item.targets, findings);
  const auto is_key = [](const ItemOption& one) { return one.right; };
  const auto key = std::find_if(item.options.begin(), item.options.end(), is_key);
  if (item.kind == ItemKind::one && key != item.options.end() && item.options.size() > 1) check_length(item, *key, findings);
  const LanguageWords* words = words_in(language);
  if (!words) return;
  check_negative(item, *words, findings);
  if (item.kind == ItemKind::one || item.kind == ItemKind::several) check_all_of_these(item, *words, findings);
}

void check_whole_bank(const model::Bank& bank, FindingCollector& findings) {
  check_duplicates(bank, findings);
  check_longest(bank, findings);
  check_places(bank, findings);
  check_likeness(bank, findings);
}

void check_reviewed_translations(const LoadedBank& loaded, FindingCollector& findings) {
  for (const std::string& language : loaded.languages) {
    if (language == loaded.bank.language) continue;
    const Translation translation = loaded.translation(language);
    for (const Item& item : loaded.bank.items) {
      if (item.state != model::ItemState::reviewed) continue;
      std::vector<model::Text> own;
      std::copy_if(loaded.texts.begin(), loaded.texts.end(), std::back_inserter(own),
                   [&](const model::Text& text) { return text.path.starts_with(item.id + "."); });
      const TranslationCount count = translation.count(own);
      if (translation.status() != TranslationStatus::reviewed || count.translated != own.size())
        findings.add("F1326", item.where, {{"item", item.id}, {"language", language}});
    }
  }
}

std::vector<PractisedText> practised_texts(const LoadedBank& bank) {
  std::vector<PractisedText> all;
  if (bank.bank.use == model::BankUse::practice)
    for (const Item& item : bank.bank.items)
      all.push_back({item.stem.source, bank.bank.id + "/" + item.id});
  return all;
}

model::Findings practised_findings(const LoadedBank& bank, std::span<const PractisedText> practised) {
  model::Findings findings;
  if (bank.bank.use != model::BankUse::measure) return findings;
  std::vector<std::string> texts;
  std::vector<std::string> places;
  const auto add = [&](const std::string& text, const std::string& place) {
    if (count_plain_words(text) >= least_stem_words) texts.push_back(text), places.push_back(place);
  };
  for (const PractisedText& one : practised)
    add(one.text, one.place);
  const std::size_t before = texts.size();
  std::vector<const Item*> measured;
  for (const Item& item : bank.bank.items)
    if (count_plain_words(item.stem.source) >= least_stem_words) measured.push_back(&item), add(item.stem.source, item.id);
  for (const Alike& pair : alike_texts(texts, nearly_same))
    if (pair.text >= before && pair.earlier < before) {
      const Item& item = *measured[pair.text - before];
      findings.push_back({"F1333", item.stem.where, {{"item", item.id}, {"place", places[pair.earlier]}}, {}});
    }
  return findings;
}

} // namespace firsthand::reading
