// Compares the messages of PO files with the texts that stand beside them.
#include "engine/reading/translation_fit.h"

#include "engine/base/utf8.h"
#include "engine/reading/translation.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace firsthand::reading {
namespace {

constexpr std::size_t most_told = 100, few_messages = 3, most_signs = 60;

// "th", "zh-Hant", "pt-BR": as the program names languages.
bool is_language(std::string_view name) {
  const auto all = [](std::string_view part, int (*fits)(int)) {
    return std::all_of(part.begin(), part.end(), [fits](char c) { return fits(static_cast<unsigned char>(c)) != 0 && (c & 0x80) == 0; });
  };
  std::size_t dash = std::min(name.find('-'), name.size());
  if (dash < 2 || dash > 3 || !all(name.substr(0, dash), std::islower)) return false;
  while (dash < name.size()) {
    const std::size_t next = std::min(name.find('-', dash + 1), name.size());
    const std::string_view part = name.substr(dash + 1, next - dash - 1);
    if (part.size() < 2 || part.size() > 8 || !all(part, std::isalnum)) return false;
    dash = next;
  }
  return true;
}

// gettext's "th_TH.UTF-8" is "th-th".
std::string plain_language(std::string_view name) {
  std::string plain;
  for (const char c : name.substr(0, name.find_first_of(".@ ")))
    plain += c == '_' ? '-' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return plain;
}

// Thai of Thailand is Thai; the other way round as well.
bool same_language(std::string_view one, std::string_view other) {
  const std::string a = plain_language(one) + "-", b = plain_language(other) + "-";
  return a.starts_with(b) || b.starts_with(a);
}

// Where two texts part: at the beginning of that word.
std::size_t parting(std::string_view text, std::string_view other) {
  std::size_t at = static_cast<std::size_t>(std::mismatch(text.begin(), text.end(), other.begin(), other.end()).first - text.begin());
  at = at > 0 ? text.rfind(' ', at - 1) : at;
  return at == text.npos ? 0 : at + (at > 0 ? 1 : 0);
}

// What is new in a text, in some words.
std::string now_of(std::string_view text, std::string_view before) {
  const std::size_t parted = parting(text, before), from = text.size() <= most_signs ? 0 : parted;
  std::size_t end = from;
  for (std::size_t signs = 0; end < text.size() && text[end] != '\n' && signs < most_signs; ++signs)
    base::next_code_point(text, end);
  while (end > from && text[end - 1] == ' ')
    --end;
  return (from > 0 ? "… " : "") + std::string(text.substr(from, end - from)) + (end < text.size() ? " …" : "");
}

std::uint32_t line_of_language(std::string_view bytes) {
  const std::size_t at = bytes.find("Language:");
  return static_cast<std::uint32_t>(
      1 + std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(std::min(at, bytes.size())), '\n'));
}

// What stands there, both ways round.
struct KnownTexts {
  std::map<std::string, std::string> source_of, path_of;
  std::vector<std::string> paths;

  explicit KnownTexts(const std::vector<model::Text>& texts) {
    for (const model::Text& text : texts) {
      source_of.emplace(text.path, text.source);
      path_of.emplace(text.source, text.path);
      paths.push_back(text.path);
    }
  }
  bool fits(const PoMessage& message) const {
    const auto found = source_of.find(message.context);
    return found != source_of.end() && found->second == message.source;
  }
  std::string meant_by(const PoMessage& message) const {
    const auto same = path_of.find(message.source);
    return same != path_of.end() ? same->second : base::did_you_mean(message.context, paths).value_or("");
  }
};

class UnusedMessages {
 public:
  UnusedMessages(const KnownTexts& known, FindingCollector& findings) : known_(known), findings_(findings) {}

  void tell(const std::vector<PoMessage>& messages, std::uint16_t file) {
    std::vector<const PoMessage*> unused;
    for (const PoMessage& message : messages)
      if (!known_.fits(message)) unused.push_back(&message);
    if (unused.size() >= few_messages && unused.size() == messages.size())
      return findings_.add("F0709", {file, unused[0]->line, 1}, {{"why", "none of its messages belongs to a text here"}});
    if (unused.size() > most_told) unused.resize(most_told);
    for (const PoMessage* message : unused)
      tell(*message, file);
  }

 private:
  void tell(const PoMessage& message, std::uint16_t file) {
    const auto changed = known_.source_of.find(message.context);
    if (changed != known_.source_of.end())
      findings_.add("F0706", {file, message.source_line, 1},
                    {{"context", message.context}, {"now", now_of(changed->second, message.source)}});
    else
      findings_.add("F0707", {file, message.line, 1}, {{"context", message.context}}, known_.meant_by(message));
  }

  const KnownTexts& known_;
  FindingCollector& findings_;
};

// Names of a folder's PO files without number and ending; what only looks like one is told.
std::vector<std::string> languages_in(Gather& gather, const std::string& folder, bool tells) {
  std::vector<std::string> languages;
  for (const std::string& name : gather.list(folder)) {
    const std::size_t at = name.find(".po");
    if (at == name.npos || name.ends_with(".pot")) continue;
    const std::string plain = without_version(name).first;
    const std::string language = plain.substr(0, plain.find(".po"));
    if (name.ends_with(".po") && is_language(language))
      languages.push_back(language);
    else if (const auto file = tells ? gather.open(folder + name) : std::nullopt)
      gather.findings.add("F0709", {*file, 1, 1}, {{"why", "its name must be a language and .po, such as th.po"}});
  }
  return languages;
}

} // namespace

std::vector<std::string> open_translations(Gather& gather, const std::string& folder) {
  const std::vector<std::string> languages = languages_in(gather, folder + "lang/", true);
  for (const std::string& language : languages)
    for (const std::string& path : versions(gather.source(), fmt::format("{}lang/{}.po", folder, language)))
      if (const auto file = gather.open(path)) Translation().add_po(gather.used[*file].bytes, *file, gather.findings.all);
  return languages;
}

void tell_unused_translations(Gather& gather, const std::string& folder, const std::vector<model::Text>& texts, std::string_view language) {
  const std::vector<std::string> languages = languages_in(gather, folder + "lang/", false);
  if (languages.empty()) return;
  const KnownTexts known(texts);
  for (const std::string& one : languages)
    for (const std::string& path : versions(gather.source(), fmt::format("{}lang/{}.po", folder, one))) {
      const auto file = gather.open(path);
      if (!file) continue;
      const std::string& bytes = gather.used[*file].bytes;
      Translation translation;
      model::Findings told_before;
      translation.add_po(bytes, *file, told_before);
      if (one == language) {
        gather.findings.add("F0709", {*file, 1, 1}, {{"why", "the texts are written in this language"}});
        continue;
      }
      if (!translation.language().empty() && !same_language(translation.language(), one))
        gather.findings.add("F0708", {*file, line_of_language(bytes), 1},
                            {{"language", translation.language()}, {"file", fmt::format("{}.po", one)}});
      UnusedMessages(known, gather.findings).tell(translation.messages(), *file);
    }
}

} // namespace firsthand::reading
