// The one file that knows yaml-cpp. Its parser sends events; the builder below makes our tree of them and refuses what
// the strict form leaves out. What the library accepts although it should not (an unclosed quote, controls, tabs, tags)
// is looked for in the source itself. No exception leaves this file.
#include "engine/reading/yaml.h"

#include "engine/base/utf8.h"
#include "engine/reading/findings.h"
#include "engine/reading/slips.h"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <map>
#include <sstream>

namespace firsthand::reading {
namespace {

using model::Findings;
using model::Node;
using model::Where;

// The source without byte order mark and carriage returns, and where its lines begin.
class YamlSource {
 public:
  YamlSource(std::string_view bytes, std::uint16_t file) : file_(file) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    text_.reserve(bytes.size() + 1);
    for (std::size_t i = 0; i < bytes.size(); ++i)
      if (bytes[i] != '\r' || i + 1 == bytes.size() || bytes[i + 1] != '\n') text_ += bytes[i];
    lines_.push_back(0);
    for (std::size_t i = 0; i < text_.size(); ++i)
      if (text_[i] == '\n') lines_.push_back(i + 1);
  }

  const std::string& text() const { return text_; }
  std::size_t lines() const { return lines_.size(); }

  std::string_view line(std::size_t index) const {
    const std::size_t end = index + 1 < lines_.size() ? lines_[index + 1] - 1 : text_.size();
    return std::string_view(text_).substr(lines_[index], end - lines_[index]);
  }

  // Of a byte offset. Counting goes on from the place asked for before, or a long line would be counted again for each
  // of its values.
  Where where(std::size_t offset) const {
    offset = std::min(offset, text_.size());
    const auto next = std::upper_bound(lines_.begin(), lines_.end(), offset);
    const std::size_t index = static_cast<std::size_t>(next - lines_.begin()) - 1;
    if (last_at_ < lines_[index] || last_at_ > offset) last_at_ = lines_[index], last_column_ = 1;
    for (; last_at_ < offset; ++last_at_)
      last_column_ += (static_cast<unsigned char>(text_[last_at_]) & 0xC0) != 0x80;
    return {file_, static_cast<std::uint32_t>(index + 1), last_column_};
  }

  char at(std::size_t offset) const { return offset < text_.size() ? text_[offset] : '\0'; }

 private:
  std::string text_;
  std::vector<std::size_t> lines_;
  std::uint16_t file_;
  mutable std::size_t last_at_ = 0;
  mutable std::uint32_t last_column_ = 1;
};

struct TooMuch : std::exception {}; // a bound was passed; the finding is already noted

// What was found in one file. A hostile file could make a million findings; those past a bound are only counted.
struct Noted {
  Findings findings;
  std::size_t more = 0;
};

void add(Noted& noted, const char* code, const Where& where, std::vector<std::pair<std::string, std::string>> facts = {}) {
  constexpr std::size_t most = 1000; // of which the gravest are shown (sort_findings)
  if (noted.findings.size() < most)
    noted.findings.push_back({code, where, std::move(facts), {}});
  else
    ++noted.more;
}

// Offset behind the quote that closes the scalar beginning at `at`, or nothing.
std::optional<std::size_t> closing_quote(std::string_view text, std::size_t at) {
  const char quote = text[at];
  for (std::size_t i = at + 1; i < text.size(); ++i) {
    if (quote == '"' && text[i] == '\\') {
      ++i;
    } else if (text[i] == quote) {
      if (quote == '"' || i + 1 >= text.size() || text[i + 1] != '\'') return i + 1;
      ++i;
    }
  }
  return std::nullopt;
}

// Makes the tree. Nodes are built on a stack and moved into their parents when they end.
class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(const YamlSource& source, const YamlLimits& limits, Noted& noted) : source_(source), limits_(limits), noted_(noted) {}

  Node take() { return std::move(root_); }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnAnchor(const YAML::Mark& mark, const std::string& name) override { add(noted_, "F0107", where(mark), {{"name", name}}); }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    add(noted_, "F0107", where(mark), {{"name", "*"}});
    put(Node{}, mark);
  }
  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override {
    Node node;
    node.where = where(mark);
    put(std::move(node), mark);
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t, const std::string& value) override {
    check_tag(mark, tag);
    Node node;
    node.kind = Node::Kind::scalar;
    node.where = where(mark);
    node.text = value;
    node.quoted = check_quote(mark);
    check_scalar(node);
    put(std::move(node), mark);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t, YAML::EmitterStyle::value) override {
    begin(Node::Kind::list, mark, tag);
  }
  void OnSequenceEnd() override { end(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t, YAML::EmitterStyle::value) override {
    begin(Node::Kind::map, mark, tag);
  }
  void OnMapEnd() override { end(); }

 private:
  struct Frame {
    Node node;
    std::map<std::string, std::uint32_t> keys; // with the line of each
    std::string key;
    Where key_where;
    bool has_key = false;
    bool drops = false; // the value of a key that was refused
    std::string first_key;
    bool lacks_dash = false; // its first key came again: the next item of the list begins there
  };

  Where where(const YAML::Mark& mark) const { return mark.pos < 0 ? source_.where(0) : source_.where(static_cast<std::size_t>(mark.pos)); }

  void check_tag(const YAML::Mark& mark, const std::string& tag) {
    const bool written = source_.at(mark.pos < 0 ? 0 : static_cast<std::size_t>(mark.pos)) == '!';
    if (written || !(tag.empty() || tag == "?" || tag == "!")) add(noted_, "F0108", where(mark), {{"tag", tag}});
  }

  bool check_quote(const YAML::Mark& mark) {
    const auto at = static_cast<std::size_t>(std::max(mark.pos, 0));
    if (source_.at(at) != '"' && source_.at(at) != '\'') return false;
    if (!closing_quote(source_.text(), at)) {
      add(noted_, "F0106", where(mark));
      throw TooMuch(); // all that follows was swallowed
    }
    return true;
  }

  void check_scalar(const Node& node) {
    if (node.text.size() > limits_.scalar_bytes)
      add(noted_, "F0103", node.where, {{"what", "text"}, {"bound", fmt::format("{} bytes", limits_.scalar_bytes)}});
    // Escapes can make what the source was checked for.
    if (node.quoted && (base::first_invalid_utf8(node.text) || base::first_unwanted_control(node.text))) add(noted_, "F0102", node.where);
  }

  void begin(Node::Kind kind, const YAML::Mark& mark, const std::string& tag) {
    check_tag(mark, tag);
    if (static_cast<int>(stack_.size()) >= limits_.depth) bound(mark, "nesting", fmt::format("{} levels", limits_.depth));
    Frame frame;
    frame.node.kind = kind;
    frame.node.where = where(mark);
    stack_.push_back(std::move(frame));
  }

  void end() {
    Frame done = std::move(stack_.back());
    stack_.pop_back();
    put(std::move(done.node), YAML::Mark::null_mark());
  }

  void put(Node node, const YAML::Mark& mark) {
    if (++nodes_ > limits_.nodes) bound(mark, "number of values", fmt::format("{}", limits_.nodes));
    if (stack_.empty()) {
      root_ = std::move(node);
      return;
    }
    Frame& frame = stack_.back();
    if (frame.node.kind == Node::Kind::list) {
      if (node.kind == Node::Kind::nothing) node.where = lone_dash(node.where);
      frame.node.items.push_back(std::move(node));
    } else if (!frame.has_key) {
      take_key(frame, node);
    } else {
      frame.has_key = false;
      if (node.kind == Node::Kind::nothing && node.where.line != frame.key_where.line)
        node.where = frame.key_where; // not where the next begins
      if (!frame.drops) frame.node.pairs.push_back({std::move(frame.key), frame.key_where, std::move(node)});
    }
  }

  // Of an item without a value the parser tells where the next thing begins: where its "-" stands.
  Where lone_dash(const Where& where) const {
    for (std::uint32_t line = where.line; line > 0; --line) {
      std::string_view text = source_.line(line - 1);
      if (line == where.line) text = text.substr(0, where.column - 1);
      const std::size_t first = text.find_first_not_of(' ');
      if (first == text.npos || text[first] == '#') continue;
      const std::string_view behind = text.substr(first + 1);
      const std::size_t next = std::min(behind.find_first_not_of(' '), behind.size());
      if (text[first] != '-' || (next < behind.size() && behind[next] != '#')) break;
      return {where.file, line, static_cast<std::uint32_t>(first + 1)};
    }
    return where;
  }

  void take_key(Frame& frame, Node& node) {
    frame.has_key = true;
    frame.drops = true;
    frame.key_where = node.where;
    if (node.kind != Node::Kind::scalar || node.text.find('\n') != std::string::npos) {
      add(noted_, "F0110", node.where);
    } else if (const auto [first, is_new] = frame.keys.try_emplace(node.text, node.where.line); !is_new) {
      key_again(frame, node, first->second);
    } else {
      if (frame.keys.size() == 1) frame.first_key = node.text;
      frame.drops = false;
      frame.key = std::move(node.text);
    }
  }

  // In an item of a list, its first key again in another line is the next item without its dash; what follows there is no slip.
  void key_again(Frame& frame, const Node& key, std::uint32_t first) {
    if (frame.lacks_dash) return;
    const bool in_list = stack_.size() > 1 && stack_[stack_.size() - 2].node.kind == Node::Kind::list;
    frame.lacks_dash = in_list && key.text == frame.first_key && key.where.line != first;
    add(noted_, frame.lacks_dash ? "F0133" : "F0109", key.where, {{"key", key.text}, {"line", fmt::format("{}", first)}});
  }

  [[noreturn]] void bound(const YAML::Mark& mark, const char* what, std::string most) {
    add(noted_, "F0103", where(mark), {{"what", what}, {"bound", std::move(most)}});
    throw TooMuch();
  }

  const YamlSource& source_;
  const YamlLimits& limits_;
  Noted& noted_;
  std::vector<Frame> stack_;
  Node root_;
  std::size_t nodes_ = 0;
};

bool looks_utf16(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return true;
  return bytes.size() >= 4 && ((bytes[0] == '\0' && bytes[2] == '\0') || (bytes[1] == '\0' && bytes[3] == '\0'));
}

bool check_bytes(const YamlSource& source, std::string_view bytes, Noted& noted) {
  if (looks_utf16(bytes)) {
    add(noted, "F0101", source.where(0), {{"form", "UTF-16"}});
    return false;
  }
  if (const auto broken = base::first_invalid_utf8(source.text())) {
    add(noted, "F0101", source.where(*broken), {{"form", "broken UTF-8"}});
    return false;
  }
  bool good = true;
  for (std::size_t at = 0; at < source.text().size();) { // every one of them
    const auto control = base::first_unwanted_control(std::string_view(source.text()).substr(at));
    if (!control) break;
    add(noted, "F0102", source.where(at + *control));
    good = false;
    at += *control + 1;
    while (at < source.text().size() && (static_cast<unsigned char>(source.text()[at]) & 0xC0) == 0x80)
      ++at;
  }
  return good;
}

bool check_lines(const YamlSource& source, Noted& noted) {
  bool good = true;
  for (std::size_t i = 0; i < source.lines(); ++i) {
    const std::string_view line = source.line(i);
    const std::size_t text = line.find_first_not_of(" \t");
    const std::size_t tab = line.find('\t');
    const Where where = source.where(static_cast<std::size_t>(line.data() - source.text().data()));
    if (text != line.npos && tab < text) {
      add(noted, "F0104", {where.file, where.line, static_cast<std::uint32_t>(tab + 1)});
      good = false;
    }
    if (line.starts_with('%')) {
      add(noted, "F0108", where, {{"tag", std::string(line.substr(0, line.find(' ')))}});
      good = false;
    }
  }
  return good;
}

// The library's words for the commonest slips, in ours.
std::string plain_words(const std::string& message) {
  if (message.find("end of map") != std::string::npos)
    return "a line does not fit the ones above: look at its indentation, or for a missing “:”";
  if (message.find("illegal map value") != std::string::npos)
    return "a second “:” in one line: put the text in quotes, or behind “|” on lines of its own";
  if (message.find("end of sequence") != std::string::npos) return "this list is not closed, or an item lacks its “-”";
  if (message.find("unknown escape") != std::string::npos) return "a “\\” in double quotes that means nothing: use single quotes";
  if (message.find("unknown token") != std::string::npos) return "a text cannot begin with this sign: put it in quotes";
  return message;
}

struct Parsed {
  std::optional<Node> root;
  std::optional<model::Finding> refused; // what the library says if it lost its way
};

Parsed parse(const YamlSource& source, const YamlLimits& limits, Noted& noted) {
  TreeBuilder builder(source, limits, noted);
  try {
    std::istringstream stream(source.text());
    YAML::Parser parser(stream);
    if (!parser.HandleNextDocument(builder)) return {Node{}, {}};
    Node root = builder.take();
    TreeBuilder rest(source, limits, noted);
    if (!parser.HandleNextDocument(rest)) return {std::move(root), {}};
    add(noted, "F0111", rest.take().where); // half a file says nothing worth checking
  } catch (const TooMuch&) {
    return {};
  } catch (const YAML::Exception& error) {
    const auto at = static_cast<std::size_t>(std::max(error.mark.pos, 0));
    return {{}, model::Finding{"F0105", source.where(at), {{"problem", plain_words(error.msg)}}, {}}};
  } catch (const std::exception& error) {
    return {{}, model::Finding{"F0105", source.where(0), {{"problem", error.what()}}, {}}};
  }
  return {};
}

// The library's word counts only if the lines themselves do not tell what is wrong.
void tell(const Slips& slips, Parsed& parsed, const YamlSource& source, Noted& noted) {
  const bool cut_off = std::any_of(noted.findings.begin(), noted.findings.end(), [](const model::Finding& f) { return f.code == "F0103"; });
  if (cut_off) return;
  bool broken = false;
  for (const Slip& slip : slips.all) {
    if (!slip.sure && !parsed.refused) continue;
    add(noted, slip.code, source.where(slip.at), slip.facts);
    broken = broken || slip.breaks;
  }
  if (broken) parsed.root.reset(); // what the tree says was not meant
  if (parsed.refused && !broken) noted.findings.push_back(*parsed.refused);
}

} // namespace

std::optional<Node> read_yaml(std::string_view bytes, std::uint16_t file, Findings& findings, const YamlLimits& limits, YamlSigns* signs) {
  if (bytes.size() > limits.file_bytes) {
    findings.push_back({"F0103", {file, 1, 1}, {{"what", "file"}, {"bound", fmt::format("{} kB", limits.file_bytes / 1024)}}, {}});
    return std::nullopt;
  }
  Noted own;
  const YamlSource source(bytes, file);
  Parsed parsed;
  if (check_bytes(source, bytes, own) && check_lines(source, own)) {
    parsed = parse(source, limits, own);
    const Slips slips = find_slips(source.text());
    tell(slips, parsed, source, own);
    if (signs) signs->steps = slips.steps;
    for (const std::size_t at : slips.commented)
      if (signs) signs->commented.push_back(source.where(at));
  }
  if (parsed.root && parsed.root->kind == Node::Kind::nothing && !any_error(own.findings))
    add(own, "F0112", {file, 1, 1}), parsed.root.reset();
  if (own.more > 0) own.findings.push_back({"F0114", own.findings.back().where, {{"count", fmt::format("{}", own.more)}}, {}});
  sort_findings(own.findings);
  findings.insert(findings.end(), own.findings.begin(), own.findings.end());
  return std::move(parsed.root);
}

} // namespace firsthand::reading
