// How findings are counted, sorted and shown. The table of kinds is generated (embed.cmake).
#include "engine/reading/findings.h"

#include "engine/base/json_line.h"
#include "engine/base/utf8.h"
#include "engine/reading/fact_words.h"
#include "engine/reading/signs.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <optional>
#include <tuple>

namespace firsthand::reading {
namespace {

using model::Finding;
using model::Gravity;

// Facts that stand below the message, each on a line of its own.
constexpr std::pair<const char*, const char*> lines_below[] = {
    {"offers", "what it offers"},
    {"others", "more lines that cannot be read"},
    {"later", "later lines that were not tried"},
    {"also", "the same cause in"},
    {"missing", "missing here, and perhaps meant"},
    {"rest", "inside { } a “,” ends a text; if this goes on with the text before it, put the whole in quotes"},
};

constexpr std::string_view opening = "“", closing = "”";

// No pair of quotes with nothing between them, and none around what is no word of the author's.
bool is_told_without_quotes(const std::string& fact) { return is_blank(fact) || is_own_word(fact); }

// In quotes one word is the author's, even if the program has it too ("text", "file"); of the signs of the format, their names stand there.
bool is_the_authors(const Finding& finding, std::string_view fact) { return finding.code >= "F02" && fact.find(' ') == fact.npos; }

// What `source`, the wording before it was translated, says up to the quotes around {name}.
std::string_view before_quoted(std::string_view source, std::string_view name) {
  return source.substr(0, source.find(fmt::format("{}{{{}}}", opening, name)));
}

// {name} in the wording becomes the fact of that name; what has no fact stays as it stands.
std::string fill(std::string_view wording, std::string_view source, const Finding& finding, const Translate& translate) {
  std::string message;
  for (std::size_t at = 0; at < wording.size();) {
    const std::size_t open = wording.find('{', at);
    const std::size_t close = open == wording.npos ? open : wording.find('}', open);
    message += wording.substr(at, std::min(open, wording.size()) - at);
    if (close == wording.npos) {
      if (open != wording.npos) message += wording.substr(open);
      break;
    }
    const std::string_view name = wording.substr(open + 1, close - open - 1);
    const auto fact = std::find_if(finding.facts.begin(), finding.facts.end(), [&](const auto& f) { return f.first == name; });
    at = close + 1;
    if (fact == finding.facts.end()) {
      message += wording.substr(open, at - open);
      continue;
    }
    const bool quoted = message.ends_with(opening) && wording.substr(at).starts_with(closing);
    const bool unquoted = quoted && is_told_without_quotes(fact->second);
    if (unquoted) message.resize(message.size() - opening.size()), at += closing.size();
    if (quoted && !unquoted && is_the_authors(finding, fact->second))
      message += fact->second;
    else if (!is_blank(fact->second))
      message += fact_words(fact->first, fact->second, translate);
    else if (unquoted)
      message += blank_words(before_quoted(source, name), name, translate);
    else if (message.empty() || message.ends_with(' '))
      message += fact_words(fact->first, "nothing", translate);
  }
  return message;
}

std::string path_of(const Finding& finding, std::span<const UsedFile> files) {
  return finding.where.file < files.size() ? files[finding.where.file].path : "?";
}

// Fit for a terminal: tabs become spaces, what is not printable a question mark.
std::string harmless(std::string_view line) {
  if (base::first_invalid_utf8(line)) {
    std::string ascii;
    for (const char c : line)
      ascii += c >= ' ' && c < 0x7F ? c : '?';
    return ascii;
  }
  std::string clean;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t from = at;
    base::next_code_point(line, at);
    const std::string_view one = line.substr(from, at - from);
    clean += one == "\t" ? " " : base::first_unwanted_control(one) ? "?" : one;
  }
  return clean;
}

std::string notes_of(const Finding& finding, const Translate& translate) {
  std::string text;
  for (const auto& [name, words] : lines_below)
    for (const auto& [fact, value] : finding.facts)
      if (fact == name) text += fmt::format("      = {}: {}\n", translate("findings.note", words), harmless(value));
  return text;
}

std::string_view source_line(const Finding& finding, std::span<const UsedFile> files) {
  if (finding.where.file >= files.size() || finding.where.line == 0) return {};
  std::string_view bytes = files[finding.where.file].bytes;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  for (std::uint32_t line = 1; line < finding.where.line; ++line) {
    const std::size_t end = bytes.find('\n');
    if (end == bytes.npos) return {};
    bytes.remove_prefix(end + 1);
  }
  bytes = bytes.substr(0, bytes.find('\n'));
  if (bytes.ends_with('\r')) bytes.remove_suffix(1);
  return bytes;
}

// A long line is shown around the caret.
struct Excerpt {
  std::string text;
  std::size_t caret = 0; // code points before it
};

// Behind `count` signs from `at` on, in bytes. Broken UTF-8 does not matter.
std::size_t behind(std::string_view line, std::size_t at, std::size_t count) {
  for (; at < line.size() && count > 0; --count)
    for (++at; at < line.size() && (static_cast<unsigned char>(line[at]) & 0xC0) == 0x80;)
      ++at;
  return at;
}

// Only what is shown is decoded: a line may be a megabyte, with a hundred findings in it.
Excerpt excerpt(std::string_view line, std::uint32_t column) {
  constexpr std::size_t width = 100, before = 60;
  const std::size_t wanted = column == 0 ? 0 : column - 1;
  const bool is_long = behind(line, 0, width) < line.size();
  const std::size_t first = wanted > before && is_long ? wanted - before : 0;
  const std::size_t from = behind(line, 0, first);
  const std::string text = harmless(line.substr(from, behind(line, from, width) - from));
  return {text, std::min(wanted - first, base::count_code_points(text))};
}

auto order(const Finding& finding) {
  const model::Where& where = finding.where;
  return std::tie(where.file, where.line, where.column, finding.code, finding.facts);
}

bool same_line(const model::Where& a, const model::Where& b) { return a.file == b.file && a.line == b.line; }

constexpr const char* and_more = "F0114";

// A slip of the form: what else is said of its line follows from it.
bool is_slip(const Finding& finding) { return finding.code >= "F0115" && finding.code <= "F0128"; }

// One cause, one finding. Sorted by line; a line's slips stay, its other findings go.
void drop_followers(model::Findings& findings) {
  model::Findings kept;
  for (std::size_t from = 0, to = 0; from < findings.size(); from = to) {
    while (to < findings.size() && same_line(findings[from].where, findings[to].where))
      ++to;
    const auto begin = findings.begin() + static_cast<std::ptrdiff_t>(from), end = findings.begin() + static_cast<std::ptrdiff_t>(to);
    const bool slip = std::any_of(begin, end, is_slip);
    std::copy_if(std::make_move_iterator(begin), std::make_move_iterator(end), std::back_inserter(kept),
                 [slip](const Finding& f) { return !slip || is_slip(f) || f.code == and_more; });
  }
  findings = std::move(kept);
}

constexpr std::size_t most_of_a_file = 100;

std::size_t told_as_more(const Finding& finding) {
  std::size_t count = 0;
  for (const auto& [name, value] : finding.facts)
    if (name == "count") count = static_cast<std::size_t>(std::strtoull(value.c_str(), nullptr, 10));
  return count;
}

// Of one file's findings the gravest hundred, still in the order of lines, and one that counts the rest.
void cap_file(model::Findings& findings) {
  std::size_t more = 0;
  std::erase_if(findings, [&more](const Finding& f) { return f.code == and_more && (more += told_as_more(f), true); });
  if (findings.size() > most_of_a_file) {
    std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) { return gravity_of(a) < gravity_of(b); });
    more += findings.size() - most_of_a_file;
    findings.resize(most_of_a_file);
    std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) { return order(a) < order(b); });
  }
  if (more > 0) findings.push_back({and_more, findings.back().where, {{"count", fmt::format("{}", more)}}, {}});
}

void cap(model::Findings& findings) {
  model::Findings all;
  for (std::size_t from = 0, to = 0; from < findings.size(); from = to) {
    while (to < findings.size() && findings[to].where.file == findings[from].where.file)
      ++to;
    model::Findings one(std::make_move_iterator(findings.begin() + static_cast<std::ptrdiff_t>(from)),
                        std::make_move_iterator(findings.begin() + static_cast<std::ptrdiff_t>(to)));
    cap_file(one);
    std::move(one.begin(), one.end(), std::back_inserter(all));
  }
  findings = std::move(all);
}

} // namespace

const FindingKind* finding_kind(std::string_view code) {
  const auto kinds = finding_kinds();
  const auto found =
      std::lower_bound(kinds.begin(), kinds.end(), code, [](const FindingKind& kind, std::string_view c) { return kind.code < c; });
  return found != kinds.end() && code == found->code ? &*found : nullptr;
}

Gravity gravity_of(const Finding& finding) {
  if (finding.telling == model::Telling::as_note) return Gravity::note;
  const FindingKind* kind = finding_kind(finding.code);
  return kind ? kind->gravity : Gravity::error;
}

const char* gravity_word(Gravity gravity) {
  switch (gravity) {
  case Gravity::error:
    return "error";
  case Gravity::warning:
    return "warning";
  case Gravity::note:
    return "note";
  }
  return "";
}

bool any_error(const model::Findings& findings) { return count(findings, Gravity::error) > 0; }

std::size_t count(const model::Findings& findings, Gravity gravity) {
  return static_cast<std::size_t>(
      std::count_if(findings.begin(), findings.end(), [gravity](const Finding& f) { return gravity_of(f) == gravity; }));
}

void sort_findings(model::Findings& findings) {
  std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) { return order(a) < order(b); });
  const auto same = [](const Finding& a, const Finding& b) { return order(a) == order(b); };
  findings.erase(std::unique(findings.begin(), findings.end(), same), findings.end());
  drop_followers(findings);
  cap(findings);
}

std::string as_written(std::string_view, std::string_view source) { return std::string(source); }

namespace {

// A word that cannot be told from a right one by eye: "34 %" with a no-break space. Slips and translations name their signs themselves.
const Sign* deceiving_sign(const Finding& finding) {
  if (finding.code < "F0200" || finding.code == "F0228" || finding.code.starts_with("F07")) return nullptr;
  for (const auto& [name, value] : finding.facts)
    for (std::size_t at = 0, length = 1; at < value.size(); at += std::exchange(length, 1))
      if (const Sign* sign = look_alike(value, at, length); sign && sign->kind != SignKind::quote) return sign; // those are ours, too
  return nullptr;
}

// "๓๔ %" is an amount to who reads Thai: what it has to be written like, in the digits that a scenario is written with.
std::optional<std::string> meant_by_its_digits(const Finding& finding) {
  if (finding.code < "F0200" || finding.code.starts_with("F07")) return std::nullopt;
  const auto is_plain = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  for (const auto& [name, value] : finding.facts)
    if (auto plain = in_plain_digits(value); plain && std::all_of(plain->begin(), plain->end(), is_plain)) return plain;
  return std::nullopt;
}

} // namespace

std::string message_of(const Finding& finding, const Translate& translate) {
  const FindingKind* kind = finding_kind(finding.code);
  if (!kind) return fill("{problem}", "{problem}", finding, translate);
  std::string message = fill(translate(fmt::format("findings.{}", kind->code), kind->wording), kind->wording, finding, translate);
  if (const Sign* sign = deceiving_sign(finding))
    message +=
        fmt::format("; {}: {}", translate("findings.sign", "a sign in it only looks right"), fact_words("sign", sign->name, translate));
  if (const auto plain = meant_by_its_digits(finding))
    message += fmt::format("; {} “{}”", translate("findings.digits", "the digits must be 0 to 9: write"), *plain);
  return message;
}

std::string render(const Finding& finding, std::span<const UsedFile> files, const Translate& translate) {
  const model::Where& where = finding.where;
  std::string text =
      fmt::format("{}:{}:{}: {} {}: {}\n", harmless(path_of(finding, files)), where.line, where.column,
                  translate("findings.gravity", gravity_word(gravity_of(finding))), finding.code, harmless(message_of(finding, translate)));
  const Excerpt shown = excerpt(source_line(finding, files), where.column);
  std::string did;
  if (!finding.suggestion.empty())
    did = fmt::format(fmt::runtime(" {} “{}”?"), translate("findings.suggestion", "did you mean"), finding.suggestion);
  if (!shown.text.empty())
    text += fmt::format("{:>5} | {}\n      | {:>{}}{}\n", where.line, shown.text, "^", shown.caret + 1, did);
  else if (!did.empty())
    text += fmt::format("      |{}\n", did);
  return text + notes_of(finding, translate) + fmt::format("      = docs/findings/{}.md\n", finding.code);
}

std::string render_json(const Finding& finding, std::span<const UsedFile> files, const Translate& translate) {
  base::Json facts;
  for (const auto& [name, value] : finding.facts)
    facts[name] = harmless(value);
  base::Json line;
  line["code"] = finding.code;
  line["gravity"] = gravity_word(gravity_of(finding));
  line["path"] = harmless(path_of(finding, files));
  line["line"] = std::int64_t{finding.where.line};
  line["column"] = std::int64_t{finding.where.column};
  line["message"] = harmless(message_of(finding, translate));
  line["suggestion"] = harmless(finding.suggestion);
  line["page"] = fmt::format("docs/findings/{}.md", finding.code);
  line["facts"] = std::move(facts);
  return line.line();
}

} // namespace firsthand::reading
