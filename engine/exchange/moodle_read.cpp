// Moodle XML, read with pugixml, which resolves no entities of a file's own; a DOCTYPE is refused all the same.
#include "engine/exchange/amount.h"
#include "engine/exchange/forms.h"

#include <algorithm>
#include <fmt/format.h>
#include <pugixml.hpp>
#include <utility>

namespace firsthand::exchange {

namespace {

constexpr int deepest_node = 32;

struct SkippedKind {
  const char* type;
  const char* why;
};
constexpr SkippedKind skipped_kinds[] = {{"essay", "an essay: free text is not judged here"},
                                         {"description", "a description: it asks nothing"},
                                         {"cloze", "a text with gaps (cloze) has no equal here"},
                                         {"multianswer", "a text with gaps (cloze) has no equal here"},
                                         {"calculated", "a calculated question makes its numbers anew each time"},
                                         {"calculatedsimple", "a calculated question makes its numbers anew each time"},
                                         {"calculatedmulti", "a calculated question makes its numbers anew each time"},
                                         {"gapselect", "words chosen into a text have no equal here"},
                                         {"ddwtos", "words dragged into a text have no equal here"},
                                         {"ddimageortext", "its picture does not travel"},
                                         {"ddmarker", "its picture does not travel"},
                                         {"randomsamatch", "a question made of other questions has no equal here"},
                                         {"random", "a question made of other questions has no equal here"}};

// Text and CDATA of one node, in their order.
std::string words_in(const pugi::xml_node& node) {
  std::string all;
  for (const pugi::xml_node& child : node.children())
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) all += child.value();
  return all;
}

std::string word_of(const pugi::xml_node& parent, const char* name) { return clean(words_in(parent.child(name))); }
std::string named_text(const pugi::xml_node& parent, const char* name) { return clean(words_in(parent.child(name).child("text"))); }

Markup markup_of(const pugi::xml_node& node) {
  const std::string_view format = node.attribute("format").as_string("moodle_auto_format");
  if (format == "plain_text") return Markup::plain;
  if (format == "markdown") return Markup::markdown;
  return format == "html" ? Markup::html : Markup::lines;
}

// One <question>.
class MoodleQuestion {
 public:
  MoodleQuestion(ForeignQuestion& to, const pugi::xml_node& node) : to_(to), node_(node) {}

  std::string read() { // the reason why it is none
    const std::string type = node_.attribute("type").as_string();
    for (const SkippedKind& kind : skipped_kinds)
      if (type == kind.type) return kind.why;
    to_.stem = shown(node_.child("questiontext"));
    to_.why = shown_beside(node_.child("generalfeedback"));
    read_tags();
    tell_losses();
    return read_kind(type);
  }

 private:
  std::string read_kind(const std::string& type) {
    if (type == "multichoice") return read_choice(), "";
    if (type == "truefalse") return read_truth(), "";
    if (type == "shortanswer") return read_words(), "";
    if (type == "numerical") return read_number(), "";
    if (type == "matching") return read_match(), "";
    if (type == "ordering") return read_order(), "";
    return fmt::format("questions of the type \"{}\" are not known here", type);
  }

  std::string shown(const pugi::xml_node& node) {
    const std::string text = words_in(node.child("text"));
    const Markup markup = markup_of(node);
    if (node.child("file") || (markup != Markup::plain && text.find("@@PLUGINFILE@@") != text.npos)) to_.losses.media = true;
    return plain_of(text, markup, to_.losses);
  }

  // A picture in a feedback is only told: the question holds without.
  std::string shown_beside(const pugi::xml_node& node) {
    const bool before = std::exchange(to_.losses.media, false);
    std::string text = shown(node);
    if (std::exchange(to_.losses.media, before)) to_.losses.add("a picture, film or sound in the feedback");
    return text;
  }

  void read_tags() {
    for (const pugi::xml_node& tag : node_.child("tags").children("tag"))
      to_.tags.push_back(clean(words_in(tag.child("text"))));
  }

  // What is another number than the usual one, or any at all.
  bool differs(const char* name, const char* usual) const {
    const auto number = share_of(word_of(node_, name));
    return number && number != share_of(usual);
  }

  void tell_losses() {
    if (node_.child("hint")) to_.losses.add("hints");
    if (differs("penalty", "0")) to_.losses.add("the penalty for another try");
    if (differs("defaultgrade", "1")) to_.losses.add("its mark; each question counts the same here");
    for (const char* name : {"correctfeedback", "partiallycorrectfeedback", "incorrectfeedback"})
      if (!words_in(node_.child(name).child("text")).empty()) to_.losses.add("feedback on right, partly right and wrong answers");
  }

  // What people type has no markup, whatever its format says.
  enum class Given { shown, typed };
  ForeignAnswer answer_in(const pugi::xml_node& node, Given given = Given::shown) {
    ForeignAnswer answer;
    answer.text = given == Given::shown ? shown(node) : word_of(node, "text");
    answer.share = share_of(node.attribute("fraction").as_string("0")).value_or(0);
    answer.why = shown_beside(node.child("feedback"));
    return answer;
  }

  void read_choice() {
    const std::string single = word_of(node_, "single");
    to_.several = single == "false" || single == "0";
    for (const pugi::xml_node& node : node_.children("answer"))
      to_.answers.push_back(answer_in(node));
  }

  void read_truth() {
    for (const pugi::xml_node& node : node_.children("answer")) {
      ForeignAnswer answer = answer_in(node);
      answer.text = answer.text == "true" ? "True" : answer.text == "false" ? "False" : answer.text;
      to_.answers.push_back(std::move(answer));
    }
  }

  void read_words() {
    to_.kind = ForeignKind::words;
    if (word_of(node_, "usecase") == "0") to_.losses.add("that capitals do not count; here they do");
    for (const pugi::xml_node& node : node_.children("answer"))
      to_.answers.push_back(answer_in(node, Given::typed));
  }

  void read_number() {
    to_.kind = ForeignKind::number;
    for (const pugi::xml_node& node : node_.children("answer")) {
      to_.answers.push_back(answer_in(node, Given::typed));
      to_.answers.back().other = word_of(node, "tolerance");
    }
    for (const pugi::xml_node& unit : node_.child("units").children("unit"))
      to_.units.push_back({word_of(unit, "unit_name"), word_of(unit, "multiplier")});
    if (differs("unitgradingtype", "0")) to_.losses.add("what a wrong unit costs");
  }

  void read_match() {
    to_.kind = ForeignKind::match;
    for (const pugi::xml_node& node : node_.children("subquestion")) {
      ForeignAnswer pair;
      pair.text = shown(node);
      pair.other = named_text(node, "answer");
      pair.share = whole_share;
      to_.answers.push_back(std::move(pair));
    }
  }

  // The place of a line is told where the share of an answer is.
  void read_order() {
    to_.kind = ForeignKind::order;
    for (const pugi::xml_node& node : node_.children("answer"))
      to_.answers.push_back(answer_in(node));
    std::stable_sort(to_.answers.begin(), to_.answers.end(),
                     [](const ForeignAnswer& a, const ForeignAnswer& b) { return a.share < b.share; });
  }

  ForeignQuestion& to_;
  pugi::xml_node node_;
};

// How deep the nodes lie, found without one call within another.
bool is_too_deep(const pugi::xml_node& root) {
  int depth = 0;
  for (pugi::xml_node node = root.first_child(); node;) {
    if (node.first_child()) {
      if (++depth > deepest_node) return true;
      node = node.first_child();
      continue;
    }
    while (node && node != root && !node.next_sibling())
      node = node.parent(), --depth;
    node = node == root ? pugi::xml_node() : node.next_sibling();
  }
  return false;
}

class MoodleReader {
 public:
  MoodleReader(std::string_view text, Intake& intake) : text_(text), intake_(intake) {}

  void read() {
    pugi::xml_document document;
    const auto parsed = document.load_buffer(text_.data(), text_.size(), pugi::parse_default | pugi::parse_doctype, pugi::encoding_utf8);
    for (const pugi::xml_node& node : document.children())
      if (node.type() == pugi::node_doctype)
        return intake_.fault(line_at(0), "a DOCTYPE is not read; take the lines from <!DOCTYPE to its > out");
    if (!parsed)
      return intake_.fault(line_at(parsed.offset), fmt::format("this is no whole XML ({}); export it again", parsed.description()));
    if (is_too_deep(document)) return intake_.fault(0, "its tags lie deeper in each other than those of questions ever do");
    const pugi::xml_node quiz = document.child("quiz");
    if (!quiz) return intake_.fault(0, "there is no <quiz>: this is no export of questions in the form \"Moodle XML\"");
    for (const pugi::xml_node& node : quiz.children("question"))
      if (!intake_.full()) read_question(node);
  }

 private:
  // Offsets only rise from question to question, so that the whole file is counted once.
  std::size_t line_at(std::ptrdiff_t offset) {
    const std::size_t to = std::min(static_cast<std::size_t>(std::max<std::ptrdiff_t>(offset, 0)), text_.size());
    for (; counted_ < to; ++counted_)
      if (text_[counted_] == '\n') ++line_;
    return line_;
  }

  void read_question(const pugi::xml_node& node) {
    if (std::string_view(node.attribute("type").as_string()) == "category") {
      category_ = named_text(node, "category");
      return;
    }
    ForeignQuestion question;
    question.line = line_at(node.offset_debug());
    question.name = word_of(node, "idnumber");
    if (question.name.empty()) question.name = named_text(node, "name");
    question.category = category_;
    const std::string reason = MoodleQuestion(question, node).read();
    if (reason.empty())
      intake_.take(std::move(question));
    else
      intake_.skip(question.line, question.name, reason);
  }

  std::string_view text_;
  Intake& intake_;
  std::string category_;
  std::size_t counted_ = 0, line_ = 1;
};

} // namespace

void read_moodle_xml(std::string_view text, Intake& intake) { MoodleReader(text, intake).read(); }

} // namespace firsthand::exchange
