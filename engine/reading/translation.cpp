// Reads PO line by line, looks texts up, and writes POT.
#include "engine/reading/translation.h"

#include "engine/base/utf8.h"
#include "engine/reading/gather.h"
#include "engine/reading/glyphs.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>

namespace firsthand::reading {

namespace {
constexpr std::size_t most_po_bytes = 2u << 20, most_messages = 50'000, most_message_bytes = 16u << 10;
constexpr int most_forms = 6;

std::string message_key(std::string_view context, std::string_view source) {
  std::string key;
  key.reserve(context.size() + 1 + source.size());
  return key.append(context).append(1, '\4').append(source);
}

std::set<std::string> placeholders(std::string_view text) {
  std::set<std::string> found;
  for (std::size_t open = text.find('{'); open != text.npos; open = text.find('{', open + 1)) {
    const std::size_t close = text.find('}', open);
    if (close != text.npos) found.emplace(text.substr(open, close - open + 1));
  }
  return found;
}

// As much as a message has room for.
std::string beginning(std::string_view text) {
  std::size_t end = 0;
  for (int signs = 0; end < text.size() && signs < 40; ++signs)
    base::next_code_point(text, end);
  return std::string(text.substr(0, end)) + (end < text.size() ? " …" : "");
}

std::string header_field(std::string_view header, std::string_view name) {
  const std::string start = fmt::format("{}:", name);
  for (std::size_t at = 0; at < header.size();) {
    const std::size_t end = std::min(header.find('\n', at), header.size());
    std::string_view line = header.substr(at, end - at);
    at = end + 1;
    if (!line.starts_with(start)) continue;
    line.remove_prefix(start.size());
    while (line.starts_with(' '))
      line.remove_prefix(1);
    return std::string(line);
  }
  return {};
}

} // namespace

// One file being read: the message under construction, and where a quoted line goes on.
class PoFile {
 public:
  PoFile(Translation& into, std::uint16_t file, model::Findings& findings) : into_(into), file_(file), findings_(findings) {}

  void read(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    for (std::size_t at = 0; at < bytes.size();) {
      const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
      std::string_view text = bytes.substr(at, end - at);
      at = end + 1;
      ++line_;
      while (!text.empty() && (text.back() == '\r' || text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
      line(text);
    }
    finish();
    tell_signs_without_glyph(boxed_, bytes, findings_);
  }

 private:
  void report(const char* code, std::string what) { report_at(line_, code, std::move(what)); }
  void report_at(std::uint32_t line, const char* code, std::string what) { report_with(line, code, {{"what", std::move(what)}}); }
  void report_with(std::uint32_t line, const char* code, FindingCollector::Facts facts) {
    if (findings_.size() < 200) findings_.push_back({code, {file_, line, 1}, std::move(facts), {}});
  }

  void line(std::string_view text) {
    if (text.empty()) return finish();
    if (text.starts_with("#~")) return;
    if (text[0] == '#') {
      if (has_form_) finish();
      if (text.starts_with("#,") && text.find("fuzzy") != text.npos) fuzzy_ = true;
      return;
    }
    if (text[0] == '"') {
      if (into_field_)
        append(text);
      else
        report("F0701", "a text that belongs to nothing");
      return;
    }
    keyword(text);
  }

  void keyword(std::string_view text) {
    const std::size_t space = text.find_first_of(" \t");
    const std::string_view word = text.substr(0, space);
    if ((word == "msgctxt" || word == "msgid") && has_form_) finish();
    if (word == "msgctxt" || (word == "msgid" && !into_field_)) first_line_ = line_;
    if (word == "msgctxt")
      into_field_ = &context_;
    else if (word == "msgid")
      into_field_ = &source_, has_source_ = true, source_line_ = line_;
    else if (word == "msgid_plural")
      into_field_ = &plural_;
    else if (word == "msgstr")
      into_field_ = form(0);
    else if (word.size() == 9 && word.starts_with("msgstr[") && word[8] == ']')
      into_field_ = form(word[7] - '0');
    else
      into_field_ = nullptr;
    if (!into_field_) return report("F0701", beginning(word));
    append(space == text.npos ? std::string_view() : text.substr(text.find_first_not_of(" \t", space)));
  }

  std::string* form(int number) {
    if (number < 0 || number >= most_forms) return nullptr;
    if (!has_form_) form_line_ = line_;
    has_form_ = true;
    if (forms_.size() <= static_cast<std::size_t>(number)) forms_.resize(static_cast<std::size_t>(number) + 1);
    return &forms_[static_cast<std::size_t>(number)];
  }

  void append(std::string_view quoted) {
    if (quoted.size() < 2 || quoted.front() != '"' || quoted.back() != '"') return report("F0701", "a text without its quotes");
    quoted = quoted.substr(1, quoted.size() - 2);
    for (std::size_t at = 0; at < quoted.size(); ++at) {
      const std::size_t special = std::min(quoted.find_first_of("\"\\", at), quoted.size());
      into_field_->append(quoted.substr(at, special - at));
      at = special;
      if (at == quoted.size()) break;
      if (quoted[at] == '"') return report("F0701", "a quote inside a text: write \\\"");
      if (++at == quoted.size()) return report("F0701", "a text without its quotes");
      const char escaped = quoted[at];
      if (std::string_view("nt\"\\").find(escaped) == std::string_view::npos) return report("F0701", fmt::format("\\{}", escaped));
      *into_field_ += escaped == 'n' ? '\n' : escaped == 't' ? '\t' : escaped;
    }
    if (into_field_->size() > most_message_bytes) report("F0702", "a text longer than 16 kB"), into_field_->clear();
  }

  void finish() {
    if (has_source_ && has_form_)
      source_.empty() && context_.empty() ? header() : message();
    else if (has_source_ || has_form_)
      report("F0701", "a message without its other half");
    context_.clear(), source_.clear(), plural_.clear(), forms_.clear();
    has_source_ = has_form_ = fuzzy_ = false;
    into_field_ = nullptr;
  }

  void header() {
    const std::string language = header_field(forms_[0], "Language");
    if (!language.empty()) into_.language_ = language;
    const std::string status = header_field(forms_[0], "X-Firsthand-Status");
    if (!status.empty() && status != "draft" && status != "reviewed") report_at(form_line_, "F0704", "X-Firsthand-Status: " + status);
    into_.status_ = status == "reviewed" ? TranslationStatus::reviewed : TranslationStatus::draft;
    const std::string plurals = header_field(forms_[0], "Plural-Forms");
    if (!plurals.empty() && !plural_header(plurals)) report_at(form_line_, "F0704", "Plural-Forms: " + plurals);
  }

  bool plural_header(std::string_view text) { // "nplurals=2; plural=(n != 1);"
    const std::size_t count = text.find("nplurals="), rule = text.find("plural=", count == text.npos ? 0 : count + 9);
    if (count == text.npos || rule == text.npos) return false;
    int forms = 0;
    std::from_chars(text.data() + count + 9, text.data() + text.size(), forms);
    std::string_view expression = text.substr(rule + 7);
    expression = expression.substr(0, expression.find(';'));
    if (forms < 1 || forms > most_forms) return false;
    for (int n = 0; n < 200; ++n) {
      const auto form = plural_form(expression, n);
      if (!form || *form < 0 || *form >= forms) return false;
    }
    into_.plural_count_ = forms;
    into_.plural_rule_ = std::string(expression);
    return true;
  }

  void message() {
    const bool empty = std::any_of(forms_.begin(), forms_.end(), [](const std::string& form) { return form.empty(); });
    for (const std::string& form : forms_) {
      if (base::first_invalid_utf8(form) || base::first_unwanted_control(form))
        return report_at(form_line_, "F0701", "control characters or broken UTF-8");
      for (const std::string& one : placeholders(form))
        if (!placeholders(source_).count(one) && !placeholders(plural_).count(one)) return report_at(form_line_, "F0703", one);
      if (!form.empty() && plural_.empty())
        for (const std::string& one : placeholders(source_))
          if (!placeholders(form).count(one)) return report_at(form_line_, "F0703", one);
    }
    const std::string key = message_key(context_, source_);
    if (own_.size() >= most_messages) return report_at(form_line_, "F0702", "more than 50,000 messages");
    const auto [first, is_new] = own_.try_emplace(key, first_line_);
    if (!is_new) return report_with(form_line_, "F0705", {{"what", named()}, {"line", fmt::format("{}", first->second)}});
    const std::string all = fmt::format("{}", fmt::join(forms_, "\n"));
    if (!has_glyphs(all)) boxed_.push_back({all, context_, {file_, form_line_, 1}});
    if (!empty) into_.messages_[key] = {forms_, fuzzy_, first_line_, source_line_}; // otherwise not translated yet
  }

  // “The box” (title)
  std::string named() const {
    const std::string quoted = fmt::format("“{}”", beginning(source_));
    return context_.empty() ? quoted : source_.empty() ? fmt::format("“{}”", context_) : fmt::format("{} ({})", quoted, context_);
  }

  Translation& into_;
  std::uint16_t file_;
  model::Findings& findings_;
  std::uint32_t line_ = 0, first_line_ = 0, source_line_ = 0, form_line_ = 0;
  std::string context_, source_, plural_;
  std::vector<std::string> forms_;
  std::map<std::string, std::uint32_t> own_; // → the line in which the first of them begins
  std::vector<model::Text> boxed_;           // with a sign that no font has
  std::string* into_field_ = nullptr;
  bool has_source_ = false, has_form_ = false, fuzzy_ = false;
};

void Translation::add_po(std::string_view bytes, std::uint16_t file, model::Findings& findings) {
  if (bytes.size() > most_po_bytes) {
    findings.push_back({"F0702", {file, 1, 1}, {{"what", "a file larger than 2 MB"}}, {}});
    return;
  }
  if (const auto broken = base::first_invalid_utf8(bytes)) {
    const auto line = static_cast<std::uint32_t>(1 + std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(*broken), '\n'));
    findings.push_back({"F0101", {file, line, 1}, {{"form", "broken UTF-8"}}, {}});
    return;
  }
  PoFile(*this, file, findings).read(bytes);
}

const Translation::Message* Translation::find(std::string_view context, std::string_view source) const {
  const auto found = messages_.find(message_key(context, source));
  return found == messages_.end() ? nullptr : &found->second;
}

const std::string& Translation::of(const model::Text& text) const {
  if (messages_.empty()) return text.source;
  const Message* message = find(text.path, text.source);
  return message && !message->fuzzy ? message->forms.front() : text.source;
}

std::string Translation::text(std::string_view context, std::string_view source) const {
  const Message* message = find(context, source);
  return message && !message->fuzzy ? message->forms.front() : std::string(source);
}

std::string Translation::plural(std::string_view context, std::string_view one, std::string_view many, std::int64_t n) const {
  const Message* message = find(context, one);
  if (!message || message->fuzzy) return std::string(n == 1 ? one : many);
  const auto form = static_cast<std::size_t>(plural_form(plural_rule_, n).value_or(0));
  return message->forms[std::min(form, message->forms.size() - 1)];
}

std::vector<PoMessage> Translation::messages() const {
  std::vector<PoMessage> all;
  for (const auto& [key, message] : messages_) {
    const std::size_t parted = key.find('\4');
    all.push_back({key.substr(0, parted), key.substr(parted + 1), message.line, message.source_line});
  }
  std::sort(all.begin(), all.end(), [](const PoMessage& a, const PoMessage& b) { return a.line < b.line; });
  return all;
}

TranslationCount Translation::count(const std::vector<model::Text>& texts) const {
  TranslationCount counted;
  for (const model::Text& text : texts) {
    const Message* message = find(text.path, text.source);
    ++(!message ? counted.missing : message->fuzzy ? counted.fuzzy : counted.translated);
  }
  return counted;
}

Translation translation_of(const LoadedScenario& loaded, std::string_view language) {
  Translation translation;
  model::Findings ignored; // load_scenario has reported them
  std::vector<std::string> folders{std::string(library_folder)};
  for (const UsedFile& file : loaded.files) // of a test
    if (file.path.starts_with("scenarios/banks/") && name_of(file.path) == "bank.yaml") folders.emplace_back(folder_of(file.path));
  folders.emplace_back(folder_of(loaded.path));
  for (const std::string& folder : folders)
    for (std::size_t i = 0; i < loaded.files.size(); ++i)
      if (without_version(loaded.files[i].path).first == fmt::format("{}lang/{}.po", folder, language))
        translation.add_po(loaded.files[i].bytes, static_cast<std::uint16_t>(i), ignored);
  return translation;
}

namespace {

std::string po_quoted(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '\n')
      quoted += "\\n";
    else if (c == '\t')
      quoted += "\\t";
    else if (c == '"' || c == '\\')
      quoted += '\\', quoted += c;
    else
      quoted += c;
  }
  return quoted + '"';
}

// gettext's habit: a text of several lines begins with an empty one.
std::string po_text(std::string_view text) {
  if (text.find('\n') == text.npos) return po_quoted(text);
  std::string all = "\"\"";
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    all += "\n" + po_quoted(text.substr(at, end - at));
    at = end;
  }
  return all;
}

} // namespace

void Pot::add(std::span<const model::Text> texts, std::span<const UsedFile> files, const std::string& only_of) {
  for (const model::Text& text : texts) {
    const std::string& path = files[text.where.file].path;
    if (!path.starts_with(only_of)) continue;
    const std::string place = fmt::format("{}:{}", path, text.where.line);
    const auto [known, added] = known_.emplace(message_key(text.path, text.source), messages_.size());
    if (added)
      messages_.push_back({place, text.path, text.source});
    else if (std::string& places = messages_[known->second].places; (" " + places + " ").find(" " + place + " ") == places.npos)
      places += " " + place;
  }
}

std::string Pot::text(std::string_view title) const {
  std::string pot = fmt::format("# Texts of {}.\nmsgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
                                "\"Content-Transfer-Encoding: 8bit\\n\"\n\"Language: \\n\"\n\"X-Firsthand-Status: draft\\n\"\n",
                                title);
  for (const Message& one : messages_)
    pot += fmt::format("\n#: {}\nmsgctxt {}\nmsgid {}\nmsgstr \"\"\n", one.places, po_quoted(one.context), po_text(one.source));
  return pot;
}

std::string extract(const LoadedScenario& loaded, TextsFrom from) {
  Pot pot;
  std::vector<model::Text> texts;
  for (const model::Text& text : loaded.texts)
    if ((loaded.files[text.where.file].path == loaded.path) == (from == TextsFrom::scenario)) texts.push_back(text);
  pot.add(texts, loaded.files);
  return pot.text(from == TextsFrom::scenario ? loaded.path : std::string(library_folder));
}

} // namespace firsthand::reading
