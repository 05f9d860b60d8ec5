// Mends the near misses in a copy of the files and keeps what is told even so.
#include "engine/reading/mending.h"

#include "engine/base/utf8.h"
#include "engine/reading/findings.h"
#include "engine/reading/yaml.h"

#include <algorithm>

namespace firsthand::reading {
namespace {

using model::Finding;
using model::Findings;
using model::Node;
using model::Where;

constexpr std::size_t most_misses = 500; // of a file that is wrong from end to end nobody asks for causes

using Place = std::tuple<std::uint16_t, std::uint32_t, std::uint32_t>;
Place place(const Where& where) { return {where.file, where.line, where.column}; }

// The files with some of them changed.
class MendedFiles : public FileSource {
 public:
  explicit MendedFiles(const FileSource& files) : files_(files) {}
  void put(const std::string& path, std::string bytes) { changed_[path] = std::move(bytes); }

  std::optional<std::string> read(std::string_view path, std::size_t limit) const override {
    const auto found = changed_.find(path);
    return found == changed_.end() ? files_.read(path, limit) : found->second;
  }
  std::vector<std::string> list(std::string_view folder) const override { return files_.list(folder); }
  int rank(std::string_view path) const override { return files_.rank(path); }
  bool own(std::string_view path) const override { return files_.own(path); }
  bool leads_out(std::string_view path) const override { return files_.leads_out(path); }

 private:
  const FileSource& files_;
  std::map<std::string, std::string, std::less<>> changed_;
};

bool is_part_of_word(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_'; }

// Where `word` stands whole in a path or name ("lamp" in "lamp.holder"), or npos.
std::size_t whole_in(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
    const bool begins = at == 0 || !is_part_of_word(text[at - 1]);
    const bool ends = at + word.size() == text.size() || !is_part_of_word(text[at + word.size()]);
    if (begins && ends) return at;
  }
  return text.npos;
}

// All names that the files hold: by place, and by each of their parts.
class WrittenNames {
 public:
  explicit WrittenNames(const std::vector<UsedFile>& files) {
    std::set<std::string_view> seen; // a file that was opened twice counts once
    for (std::size_t i = 0; i < files.size(); ++i) {
      if (!files[i].path.ends_with(".yaml")) continue;
      Findings none;
      counts_ = seen.insert(files[i].path).second;
      if (const auto root = read_yaml(files[i].bytes, static_cast<std::uint16_t>(i), none)) collect(*root);
    }
  }

  const std::string* at(const Where& where) const {
    const auto found = at_.find(place(where));
    return found == at_.end() ? nullptr : &found->second;
  }
  // Where the word stands if it stands nowhere else.
  std::optional<Where> only_place(const std::string& word) const {
    const auto found = places_.find(word);
    if (found == places_.end() || found->second.size() != 1) return std::nullopt;
    const Where where = found->second.front();
    return at_.at(place(where)) == word ? std::optional(where) : std::nullopt;
  }

 private:
  void collect(const Node& node) {
    if (node.kind == Node::Kind::scalar) add(node.text, node.where);
    for (const Node& item : node.items)
      collect(item);
    for (const Node::Pair& pair : node.pairs)
      add(pair.key, pair.where), collect(pair.value);
  }
  void add(const std::string& text, const Where& where) {
    at_.emplace(place(where), text);
    if (!counts_ || text.find_first_of(" \n") != text.npos) return; // a sentence names nothing
    for (std::size_t from = 0; from <= text.size();) {
      const std::size_t end = std::min(text.find_first_of("./:", from), text.size());
      places_[text.substr(from, end - from)].push_back(where);
      from = end + 1;
    }
  }

  bool counts_ = true;
  std::map<Place, std::string> at_;
  std::map<std::string, std::vector<Where>> places_;
};

struct Mend {
  Where where;
  std::string from, to;
};

struct Mends {
  std::map<Place, Mend> all;
  std::vector<Mend> defined;                    // from: as it is defined; to: as it is used
  std::set<std::pair<Place, std::string>> told; // these findings stay, by place and code: they say what was mended
};

using Uses = std::map<std::pair<std::string, std::string>, std::set<Place>>; // (as used, as defined) → where

// What another folder of content defines is not the author's to mend, and nobody would be shown that it is told.
bool is_own(const Where& where, const Told& first, const FileSource& files) {
  return where.file < first.files.size() && files.own(first.files[where.file].path);
}

// A name that is used in two places and more, and what is defined is used nowhere: the slip is in the definition.
void mend_definitions(const Told& first, const FileSource& files, const WrittenNames& words, Mends& mends) {
  Uses uses;
  for (const NearMiss& miss : first.misses)
    uses[{miss.word, miss.meant}].insert(place(miss.where));
  for (const auto& [names, places] : uses) {
    const auto& [used, defined] = names;
    const auto where = words.only_place(defined);
    if (places.size() < 2 || !where || !is_own(*where, first, files) || places.count(place(*where)) || mends.all.count(place(*where)))
      continue;
    mends.all[place(*where)] = {*where, defined, used};
    mends.defined.push_back(mends.all[place(*where)]);
  }
}

// The other way round, where a name is defined: the vocabulary, say, knows that the definition is misspelt.
std::set<std::pair<std::string, std::string>> told_definitions(const Told& first, const FileSource& files, const WrittenNames& words) {
  std::set<std::pair<std::string, std::string>> all;
  for (const NearMiss& miss : first.misses)
    if (const auto where = words.only_place(miss.word); where && place(*where) == place(miss.where) && is_own(*where, first, files))
      all.emplace(miss.meant, miss.word);
  return all;
}

Mends mends_of(const Told& first, const FileSource& files, const WrittenNames& words) {
  Mends mends;
  mend_definitions(first, files, words, mends);
  auto definitions = told_definitions(first, files, words);
  for (const Mend& slip : mends.defined)
    definitions.emplace(slip.to, slip.from);
  for (const NearMiss& miss : first.misses) {
    if (definitions.count({miss.word, miss.meant})) continue; // it is spelt right
    mends.told.emplace(place(miss.where), miss.code);
    mends.all.try_emplace(place(miss.where), Mend{miss.where, miss.word, miss.meant});
  }
  return mends;
}

// Goes through a file once, from place to place.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes), at_(bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0) {}

  // The byte at which what stands there begins, behind its quote. Never before the last one that was asked for.
  std::size_t offset_of(const Where& where) {
    for (; line_ < where.line && at_ < bytes_.size(); ++line_, column_ = 1)
      at_ = std::min(bytes_.find('\n', at_), bytes_.size() - 1) + 1;
    for (; column_ < where.column && at_ < bytes_.size(); ++column_)
      base::next_code_point(bytes_, at_);
    return at_ < bytes_.size() && (bytes_[at_] == '"' || bytes_[at_] == '\'') ? at_ + 1 : at_;
  }

 private:
  std::string_view bytes_;
  std::size_t at_;
  std::uint32_t line_ = 1, column_ = 1;
};

// False: it cannot be mended there.
bool mend(std::string& bytes, std::size_t at, const Mend& one, const WrittenNames& words) {
  const std::string* text = words.at(one.where);
  const std::size_t inside = text ? whole_in(*text, one.from) : std::string::npos;
  if (inside == std::string::npos) return false;
  if (bytes.compare(std::min(at, bytes.size()), text->size(), *text) != 0) return false; // over lines, or with escapes
  bytes.replace(at + inside, one.from.size(), one.to);
  return true;
}

// Of one file, from its end, so that what stands before keeps its place.
std::optional<std::string> mended(const std::string& before, const std::vector<const Mend*>& slips, const WrittenNames& words) {
  Reader reader(before);
  std::vector<std::size_t> offsets;
  for (const Mend* slip : slips)
    offsets.push_back(reader.offset_of(slip->where));
  std::string bytes = before;
  bool any = false;
  for (std::size_t i = slips.size(); i-- > 0;)
    any = mend(bytes, offsets[i], *slips[i], words) || any;
  return any ? std::optional(std::move(bytes)) : std::nullopt;
}

// False: nothing could be mended.
bool mend_all(const Mends& mends, const Told& first, const WrittenNames& words, MendedFiles& files) {
  std::map<std::uint16_t, std::vector<const Mend*>> slips; // of each file in the order of its places
  for (const auto& [where, slip] : mends.all)
    if (slip.where.file < first.files.size()) slips[slip.where.file].push_back(&slip);
  bool any = false;
  for (const auto& [file, of_file] : slips)
    if (auto bytes = mended(first.files[file].bytes, of_file, words)) files.put(first.files[file].path, std::move(*bytes)), any = true;
  return any;
}

// What a finding is about, whatever its column: mending moves what stands behind it in its line.
using About = std::tuple<std::string, std::string, std::uint32_t>;
About about(const Finding& finding, const std::vector<UsedFile>& files) {
  return {finding.code, finding.where.file < files.size() ? files[finding.where.file].path : "", finding.where.line};
}

using Subjects = std::map<About, std::multiset<std::string>>;
std::string subject(const Finding& finding) { return finding.facts.empty() ? "" : finding.facts.front().second; }
Subjects subjects_of(const Told& told) {
  Subjects all;
  for (const Finding& finding : told.findings)
    all[about(finding, told.files)].insert(subject(finding));
  return all;
}

// What is told again, perhaps in other words.
Findings left_of(const Told& first, const Told& then, const Mends& mends) {
  const Subjects before = subjects_of(first), after = subjects_of(then);
  Findings kept;
  for (const Finding& finding : first.findings) {
    const About key = about(finding, first.files);
    const auto left = after.find(key);
    const bool again = left != after.end() && (left->second.size() >= before.at(key).size() || left->second.count(subject(finding)));
    if (again || mends.told.count({place(finding.where), finding.code})) kept.push_back(finding);
  }
  return kept;
}

// The vocabulary may have said already that a definition is misspelt.
bool is_told(const Mend& slip, const Told& first) {
  return std::any_of(first.misses.begin(), first.misses.end(),
                     [&](const NearMiss& miss) { return miss.word == slip.from && place(miss.where) == place(slip.where); });
}

Findings kept_of(const Told& first, const Told& then, const Mends& mends) {
  Findings kept = left_of(first, then, mends);
  for (const Mend& slip : mends.defined)
    if (!is_told(slip, first)) kept.push_back({"F0329", slip.where, {{"name", slip.from}, {"used", slip.to}}, slip.to});
  return kept;
}

// The form was good before: what was mended was no name.
bool is_broken(const Told& first, const Told& then) {
  const auto slips = [](const Told& told) {
    return std::count_if(told.findings.begin(), told.findings.end(), [](const Finding& f) { return f.code < "F02"; });
  };
  return slips(then) > slips(first);
}

} // namespace

Findings without_followers(const Told& first, const FileSource& files, const std::function<Told(const FileSource&)>& again) {
  if (first.misses.empty() || first.misses.size() > most_misses) return first.findings;
  const WrittenNames words(first.files);
  const Mends mends = mends_of(first, files, words);
  MendedFiles others(files);
  if (!mend_all(mends, first, words, others)) return first.findings;
  const Told then = again(others);
  if (is_broken(first, then)) return first.findings;
  Findings kept = kept_of(first, then, mends);
  return any_error(first.findings) && !any_error(kept) ? first.findings : kept;
}

} // namespace firsthand::reading
