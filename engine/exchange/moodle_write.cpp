// Our questions as Moodle XML, each text said to be plain.
#include "engine/exchange/amount.h"
#include "engine/exchange/forms.h"

#include <fmt/format.h>

namespace firsthand::exchange {

namespace {

std::string xml_escaped(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else
      out += c;
  return out;
}

struct MoodleWriter {
  const ForeignQuestion& question;
  std::string& out;

  void line(const std::string& xml) { out += "    " + xml + "\n"; }
  void text(std::string_view name, const std::string& words) {
    line(fmt::format("<{0} format=\"plain_text\"><text>{1}</text></{0}>", name, xml_escaped(words)));
  }

  void write(std::string_view type) {
    out += fmt::format("  <question type=\"{}\">\n", type);
    line(fmt::format("<name><text>{}</text></name>", xml_escaped(question.name)));
    text("questiontext", question.stem);
    text("generalfeedback", question.why);
    line("<defaultgrade>1</defaultgrade>");
    line("<penalty>0</penalty>");
    line("<hidden>0</hidden>");
    line(fmt::format("<idnumber>{}</idnumber>", xml_escaped(question.name)));
    write_kind();
    write_tags();
    out += "  </question>\n";
  }

  void write_kind() {
    switch (question.kind) {
    case ForeignKind::choice:
      line(fmt::format("<single>{}</single>", question.several ? "false" : "true"));
      line("<shuffleanswers>true</shuffleanswers>");
      return write_answers();
    case ForeignKind::words:
      line("<usecase>1</usecase>");
      return write_answers();
    case ForeignKind::number:
      write_answers();
      return write_units();
    case ForeignKind::match:
      line("<shuffleanswers>true</shuffleanswers>");
      return write_pairs();
    case ForeignKind::order:
      return write_lines();
    }
  }

  // What people type has no format; what they see is plain.
  void write_answers() {
    const char* format = question.kind == ForeignKind::choice ? "plain_text" : "moodle_auto_format";
    for (const ForeignAnswer& answer : question.answers) {
      line(fmt::format("<answer fraction=\"{}\" format=\"{}\">", share_text(answer.share), format));
      line(fmt::format("  <text>{}</text>", xml_escaped(answer.text)));
      line(fmt::format("  <feedback format=\"plain_text\"><text>{}</text></feedback>", xml_escaped(answer.why)));
      if (question.kind == ForeignKind::number) line(fmt::format("  <tolerance>{}</tolerance>", answer.other));
      line("</answer>");
    }
  }

  void write_units() {
    if (question.units.empty()) return;
    line("<units>");
    for (const ForeignUnit& unit : question.units)
      line(fmt::format("  <unit><multiplier>{}</multiplier><unit_name>{}</unit_name></unit>", unit.multiplier, xml_escaped(unit.word)));
    line("</units>");
    line("<unitgradingtype>0</unitgradingtype>");
    line("<showunits>0</showunits>");
  }

  void write_pairs() {
    for (const ForeignAnswer& pair : question.answers)
      line(fmt::format("<subquestion format=\"plain_text\"><text>{}</text><answer><text>{}</text></answer></subquestion>",
                       xml_escaped(pair.text), xml_escaped(pair.other)));
  }

  // Every pair of lines that stands in the right order counts, as it does here.
  void write_lines() {
    line("<layouttype>VERTICAL</layouttype>");
    line("<selecttype>ALL</selecttype>");
    line("<gradingtype>RELATIVE_ALL_PREVIOUS_AND_NEXT</gradingtype>");
    for (std::size_t i = 0; i < question.answers.size(); ++i) {
      line(fmt::format("<answer fraction=\"{}\" format=\"plain_text\">", i + 1));
      line(fmt::format("  <text>{}</text>", xml_escaped(question.answers[i].text)));
      line("</answer>");
    }
  }

  void write_tags() {
    if (question.tags.empty()) return;
    line("<tags>");
    for (const std::string& tag : question.tags)
      line(fmt::format("  <tag><text>{}</text></tag>", xml_escaped(tag)));
    line("</tags>");
  }
};

const char* moodle_type(ForeignKind kind) {
  switch (kind) {
  case ForeignKind::choice:
    return "multichoice";
  case ForeignKind::words:
    return "shortanswer";
  case ForeignKind::number:
    return "numerical";
  case ForeignKind::match:
    return "matching";
  case ForeignKind::order:
    return "ordering";
  }
  return "";
}

} // namespace

bool write_moodle_xml(const Outgoing& one, std::string& out) {
  out += fmt::format("  <question type=\"category\"><category><text>$course$/top/{}</text></category></question>\n",
                     xml_escaped(one.question.category));
  MoodleWriter{one.question, out}.write(moodle_type(one.question.kind));
  return true;
}

} // namespace firsthand::exchange
