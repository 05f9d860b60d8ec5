// PO and POT, plurals, pictures.
#include "engine/reading/picture.h"
#include "tests/reading/world.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace firsthand;
using namespace firsthand::reading_test;
using reading::Translation;

namespace {

Translation translation_from(std::string_view po, model::Findings& findings) {
  Translation translation;
  translation.add_po(po, 0, findings);
  return translation;
}

const char* polish = "msgid \"\"\nmsgstr \"\"\n\"Language: pl\\n\"\n\"X-Firsthand-Status: reviewed\\n\"\n"
                     "\"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n\"\n\n"
                     "msgctxt \"ui\"\nmsgid \"{n} step\"\nmsgid_plural \"{n} steps\"\nmsgstr[0] \"{n} krok\"\nmsgstr[1] \"{n} "
                     "kroki\"\nmsgstr[2] \"{n} kroków\"\n\n"
                     "#, fuzzy\nmsgctxt \"ui\"\nmsgid \"Open\"\nmsgstr \"Otwarte?\"\n\n"
                     "msgctxt \"a\"\nmsgid \"Two\\n\"\n\"lines\"\nmsgstr \"Dwie\\n\"\n\"linie\"\n";

const char* thai_title = "msgid \"\"\nmsgstr \"Language: th\\n\"\n\nmsgctxt \"title\"\nmsgid \"The box\"\nmsgstr \"กล่อง\"\n";

// "F0707 3 steps.arrive.title" for each finding in the lesson's Thai file: code, line, what is proposed.
std::string told_of(const std::string& po, const std::string& name = "th.po") {
  World world;
  world.remove("po");
  world.files().put("scenarios/courses/basics/sample/lang/" + name, po);
  const auto loaded = world.load();
  std::string all;
  for (const model::Finding& finding : loaded.findings)
    all += finding.code + " " + std::to_string(finding.where.line) + (finding.suggestion.empty() ? "" : " " + finding.suggestion) + "\n";
  return all;
}

std::string message(const std::string& context, const std::string& source, const std::string& translation = "ก") {
  return (context.empty() ? "" : "msgctxt \"" + context + "\"\n") + "msgid \"" + source + "\"\nmsgstr \"" + translation + "\"\n\n";
}

std::string header(const std::string& language) {
  return "msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\"Language: " + language + "\\n\"\n\n"; // 6 lines
}

std::string svg_codes(const std::string& inside, const std::string& root = "<svg viewBox=\"0 0 10 10\">") {
  model::Findings findings;
  reading::check_svg(root + inside + "</svg>", 0, findings);
  std::string all;
  for (const auto& finding : findings)
    all += finding.code + " ";
  return all;
}

} // namespace

TEST_CASE("reading: translations are found by context and source; fuzzy ones and missing ones are not used") {
  model::Findings findings;
  const Translation po = translation_from(polish, findings);
  CHECK(shown(findings, {}) == "");
  CHECK(po.language() == "pl");
  CHECK(po.status() == reading::TranslationStatus::reviewed);
  CHECK(po.text("a", "Two\nlines") == "Dwie\nlinie");
  CHECK(po.text("b", "Two\nlines") == "Two\nlines");
  CHECK(po.text("ui", "Open") == "Open");
  CHECK(po.plural("ui", "{n} step", "{n} steps", 1) == "{n} krok");
  CHECK(po.plural("ui", "{n} step", "{n} steps", 22) == "{n} kroki");
  CHECK(po.plural("ui", "{n} step", "{n} steps", 12) == "{n} kroków");
  CHECK(po.plural("ui", "{n} day", "{n} days", 1) == "{n} day");
  const auto count = po.count({{"Two\nlines", "a", {}}, {"Open", "ui", {}}, {"Shut", "ui", {}}});
  CHECK(count.translated == 1);
  CHECK(count.fuzzy == 1);
  CHECK(count.missing == 1);
}

TEST_CASE("reading: a plural rule is evaluated as C would, and a hostile one is refused") {
  using reading::plural_form;
  CHECK(plural_form("n != 1", 1) == 0);
  CHECK(plural_form("n%10==1 && n%100!=11 ? 0 : 1", 21) == 0);
  CHECK(plural_form("!(n<2) + 2*3", 5) == 7);
  CHECK(plural_form("1 || 0 && 0", 0) == 1);
  CHECK(plural_form("0", 5) == 0);
  for (const char* wrong : {"", "n %", "n/0", "n ? 1", "(n", "n n", "system()", "99999999999", "n=1"})
    CHECK(!plural_form(wrong, 3));
  CHECK(!plural_form(std::string(300, '('), 3));
  CHECK(!plural_form(std::string(300, '!'), 3));
  CHECK(!plural_form("999999999*999999999*999999999*n", 3));
}

TEST_CASE("reading: a template names every text once, in order, with its place") {
  const auto loaded = World().load();
  const std::string pot = reading::extract(loaded);
  CHECK(pot == reading::extract(World().load()));
  CHECK(pot.find("#: scenarios/courses/basics/sample/scenario.yaml:4\nmsgctxt \"title\"\nmsgid \"The box\"\nmsgstr \"\"\n") !=
        std::string::npos);
  CHECK(pot.find("msgctxt \"steps.arrive.text\"") != std::string::npos);
  CHECK(pot.find("models.box") == std::string::npos);
  CHECK(reading::extract(loaded, reading::TextsFrom::library).find("msgctxt \"models.box.verbs.look.label\"") != std::string::npos);
}

TEST_CASE("reading: a filled template is read back, and the scenario's own words win") {
  World world;
  world.put("po", thai_title);
  world.files().put("scenarios/library/lang/th.po", "msgctxt \"title\"\nmsgid \"The box\"\nmsgstr \"ลัง\"\n\nmsgctxt "
                                                    "\"models.box.verbs.look.label\"\nmsgid \"Look closely\"\nmsgstr \"ดู\"\n");
  const auto loaded = world.load();
  const Translation thai = reading::translation_of(loaded, "th");
  CHECK(thai.of(loaded.scenario.title) == "กล่อง");
  CHECK(thai.of(loaded.scenario.models[0].verbs[0].label) == "ดู");
  CHECK(thai.of(loaded.scenario.role) == "First officer");
  CHECK(&thai.of(loaded.scenario.role) == &loaded.scenario.role.source);
}

TEST_CASE("reading: a source that changed is not shown with its old translation") {
  World world;
  world.put("po", thai_title);
  world.change("scenario", "title: The large box\n");
  const auto loaded = world.load();
  CHECK(reading::translation_of(loaded, "th").of(loaded.scenario.title) == "The large box");
}

TEST_CASE("reading: a message that fits no text is told with the text that was meant") {
  const std::string good = message("title", "The box");
  CHECK(told_of(good) == "");
  CHECK(told_of(good + message("steps.arrive.title", "Arrive")) == "");
  CHECK(told_of(good + message("titel", "The box")) == "F0707 5 title\n");
  CHECK(told_of(good + message("title ", "The box")) == "F0707 5 title\n");
  CHECK(told_of(good + message("", "Arrive")) == "F0707 5 steps.arrive.title\n");
  CHECK(told_of(good + message("steps.arive.text", "You entered.")) == "F0707 5 steps.arrive.text\n");
  CHECK(told_of(good + message("steps.of.another.lesson", "Nothing like it")) == "F0707 5\n");
  CHECK(told_of(good + message("role", "First officer ")) == "F0706 6\n");
  CHECK(told_of(good + "#, fuzzy\n" + message("role", "The old role")) == "F0706 7\n");
  CHECK(told_of(good + "# a remark\n#: a.yaml:3\n" + message("rule", "Nobody's")) == "F0707 7 role\n");
  CHECK(told_of(message("models.box.verbs.look.label", "Look closely")) == "");
  CHECK(told_of(message("models.many.verbs.a.label", "A")) == "F0707 1\n"); // of no thing in this lesson
}

TEST_CASE("reading: of a long original that has changed the message quotes what is new") {
  const std::string before = "The lamp stands on the table in the room behind the door, and nobody has touched it since.";
  const auto said = [&](const std::string& now) {
    World world;
    world.change("scenario", "steps:\n  - {id: arrive, kind: briefing, title: Arrive, text: \"" + now + "\"}\n");
    world.put("po", message("steps.arrive.text", before));
    const auto loaded = world.load();
    return loaded.findings.empty() ? std::string() : reading::message_of(loaded.findings[0]);
  };
  CHECK(said(before) == "");
  CHECK(said("The lamp is out.").ends_with("now reads “The lamp is out.”"));
  CHECK(said("The lamp stands on the table in the room behind the door, and somebody has touched it.")
            .ends_with("now reads “… somebody has touched it.”"));
  CHECK(said(before + " Or so they say.").ends_with("now reads “… since. Or so they say.”"));
  CHECK(said("A " + before).find("now reads “A The lamp stands on") != std::string::npos);
}

TEST_CASE("reading: what is not translated, and what is kept from before, is no finding") {
  CHECK(told_of(message("title", "The box", "")) == "");
  CHECK(told_of(message("nobody", "Nothing", "")) == "");
  CHECK(told_of("#~ msgctxt \"old\"\n#~ msgid \"Old\"\n#~ msgstr \"ก\"\n\n" + message("title", "The box")) == "");
  CHECK(told_of("#, fuzzy\n" + message("title", "The box")) == "");
  CHECK(told_of(header("th")) == "");
}

TEST_CASE("reading: a message twice is told whether it is translated or not") {
  const std::string good = message("title", "The box");
  CHECK(told_of(good + good) == "F0705 7\n");
  CHECK(told_of(good + message("title", "The box", "")) == "F0705 7\n");
  CHECK(told_of(message("title", "The box", "") + good) == "F0705 7\n");
  CHECK(told_of(good + message("title", "The old box")) == "F0706 6\n");
}

TEST_CASE("reading: the header's language is that of the file") {
  const std::string good = message("title", "The box");
  for (const char* same : {"", "th", "th_TH", "th-TH", "TH", "th_TH.UTF-8", "th@formal"})
    CHECK_MESSAGE(told_of(header(same) + good) == "", same);
  for (const char* other : {"vi", "en", "Thai", "t", "vi_TH", "tha"})
    CHECK_MESSAGE(told_of(header(other) + good) == "F0708 4\n", other);
  CHECK(told_of(header("pt_BR") + good, "pt.po") == "");
  CHECK(told_of(header("pt") + good, "pt-BR.po") == "");
  CHECK(told_of(header("pt_PT") + good, "pt-BR.po") == "F0708 4\n");
}

TEST_CASE("reading: a translation that nobody can choose is told at its first line") {
  const std::string good = message("title", "The box");
  for (const char* name : {"thai.po", "TH.po", "th_TH.po", "th.po.txt", "th - Copy.po", "._th.po", "th.po~", "t.po", ".po"})
    CHECK_MESSAGE(told_of(good, name) == "F0709 1\n", name);
  for (const char* name : {"th.po", "ms.po", "fil.po", "zh-Hant.po"})
    CHECK_MESSAGE(told_of(good, name) == "", name);
  for (const char* name : {"th.pot", "th.mo", "READ ME.txt", "Thumbs.db"})
    CHECK_MESSAGE(told_of(good, name) == "", name);
  CHECK(told_of(good, "en.po") == "F0709 1\n"); // the lesson is English
}

TEST_CASE("reading: the translation of another lesson is one finding, and those of a broken lesson are none") {
  std::string foreign;
  for (int i = 0; i < 300; ++i)
    foreign += message("steps.other." + std::to_string(i), "Text " + std::to_string(i));
  CHECK(told_of(foreign) == "F0709 1\n");
  CHECK(told_of(message("title", "The box") + foreign).size() < 200 * std::string("F0707 5\n").size());
  World world;
  world.put("po", message("title", "The box") + message("role", "The old role"));
  world.change("scenario", "minutes: many\n");
  const auto loaded = world.load();
  for (const model::Finding& finding : loaded.findings)
    CHECK(finding.code != "F0706");
}

TEST_CASE("reading: the library's translations are looked at with the library, not with each lesson") {
  World world;
  world.files().put("scenarios/library/lang/th.po",
                    message("models.many.verbs.a.label", "A") + message("models.bax.verbs.look.label", "Look closely"));
  CHECK(codes(world.load().findings).empty());
  const auto shelf = reading::load_shelf(world.files());
  REQUIRE(codes(shelf.findings) == std::vector<std::string>{"F0707"});
  CHECK(shelf.findings[0].suggestion == "models.box.verbs.look.label");
  CHECK(shelf.findings[0].where.line == 5);
}

TEST_CASE("reading: a picture keeps to the profile or is refused") {
  CHECK(svg_codes("<g transform=\"scale(2)\"><path d=\"M0 0L1 1\" stroke=\"#000\" fill=\"none\"/></g>") == "");
  CHECK(svg_codes("<defs><linearGradient id=\"a\" gradientUnits=\"userSpaceOnUse\" x1=\"0\"><stop offset=\"0\" "
                  "stop-color=\"#fff\"/></linearGradient></defs><rect width=\"4\" height=\"4\" fill=\"url(#a)\"/>") == "");
  CHECK(svg_codes("<script>alert(1)</script>") == "F0903 ");
  CHECK(svg_codes("<use href=\"#x\"/>") == "F0903 ");
  CHECK(svg_codes("<rect width=\"1\" height=\"1\" onclick=\"x()\"/>") == "F0904 ");
  CHECK(svg_codes("<rect width=\"1\" height=\"1\" fill=\"url(http://x/)\"/>") == "F0904 ");
  CHECK(svg_codes("<rect width=\"1\" height=\"1\" fill=\"&x;\"/>") == "F0905 ");
  CHECK(svg_codes("<rect") == "F0905 ");
  CHECK(svg_codes("<g/><g>") == "F0905 ");
  CHECK(svg_codes("", "<!DOCTYPE svg [<!ENTITY x \"y\">]><svg viewBox=\"0 0 1 1\">") == "F0905 ");
  CHECK(svg_codes("", "<svg>") == "F0906 ");
  CHECK(svg_codes("", "<svg viewBox=\"0 0 1 99999\">") == "F0906 ");
  CHECK(svg_codes("", "<svg viewBox=\"0 0 8192 8192\">") == "");
  CHECK(svg_codes("", "<svg viewBox=\"0 0 8193 1\">") == "F0906 ");
}

TEST_CASE("reading: a huge or deep picture is refused") {
  std::string deep;
  for (int i = 0; i < 200'000; ++i)
    deep += "<g>";
  CHECK(svg_codes(deep) == "F0902 ");
  deep.resize(60);
  CHECK(svg_codes(deep).find("F0902") != std::string::npos);
}

TEST_CASE("reading: every sign of a plural rule means what it means in C, and binds as it does there") {
  using reading::plural_form;
  struct Rule {
    const char* rule;
    std::int64_t n, value;
  };
  for (const Rule& one : std::vector<Rule>{{"n<3", 2, 1},
                                           {"n<3", 3, 0},
                                           {"n>3", 4, 1},
                                           {"n>3", 3, 0},
                                           {"n<=3", 3, 1},
                                           {"n<=3", 4, 0},
                                           {"n>=3", 3, 1},
                                           {"n>=3", 2, 0},
                                           {"n==3", 3, 1},
                                           {"n==3", 4, 0},
                                           {"n!=3", 4, 1},
                                           {"n!=3", 3, 0},
                                           {"n+2", 3, 5},
                                           {"n-2", 3, 1},
                                           {"n*2", 3, 6},
                                           {"n/2", 7, 3},
                                           {"n%2", 7, 1},
                                           {"1+2*n", 3, 7},
                                           {"(1+2)*n", 3, 9},
                                           {"9-n-1", 3, 5},
                                           {"1<2==1", 0, 1},
                                           {"0==1<2", 0, 0},
                                           {"1||0&&0", 0, 1},
                                           {"0&&1||1", 0, 1},
                                           {"1&&0", 0, 0},
                                           {"0||0", 0, 0},
                                           {"0||n", 5, 1},
                                           {"n&&n", 5, 1},
                                           {"!n", 0, 1},
                                           {"!n", 5, 0},
                                           {"!!n", 5, 1},
                                           {"n ? 1 : 2", 0, 2},
                                           {"n ? 1 : 2", 9, 1},
                                           {"n?1:n?2:3", 0, 3},
                                           {"n==1?0:n==2?1:2", 2, 1},
                                           {"\tn  ==\t1 ", 1, 1},
                                           {"!(n==1)&&n<5", 3, 1},
                                           {"n%10==1&&n%100!=11", 111, 0}}) {
    CAPTURE(std::string(one.rule));
    CHECK(plural_form(one.rule, one.n) == one.value);
  }
}

TEST_CASE("reading: a plural rule is bounded in length, depth and amount") {
  using reading::plural_form;
  CHECK(plural_form(std::string(511, ' ') + "n", 3) == 3);
  CHECK(!plural_form(std::string(512, ' ') + "n", 3));
  CHECK(plural_form("n", 0) == 0);
  CHECK(plural_form("n", 1'000'000'000'000) == 1'000'000'000'000);
  CHECK(!plural_form("n", 1'000'000'000'001));
  CHECK(!plural_form("n", -1));
  CHECK(plural_form("1000000*n", 1'000'000) == 1'000'000'000'000);
  CHECK(plural_form("(0-1000000)*n", 1'000'000) == -1'000'000'000'000);
  CHECK(plural_form("n*(0-1000000)", 1'000'000) == -1'000'000'000'000);
  CHECK(!plural_form("1000000*n", 1'000'001));
  CHECK(!plural_form("1000001*n", 1));
  CHECK(!plural_form("(0-1000001)*n", 1));
  CHECK(!plural_form("n*(0-1000001)", 1));
  CHECK(plural_form("n+n", 1'000'000'000'000) == 2'000'000'000'000);
  CHECK(!plural_form("n+n+n", 1'000'000'000'000)); // the sum before is beyond all
  CHECK(!plural_form("0-n-n-n", 1'000'000'000'000));
  CHECK(plural_form("9999999999", 0) == 9'999'999'999);
  CHECK(!plural_form("n%0", 3));
  const auto nested = [](int depth, const char* open, const char* close) {
    std::string rule;
    for (int i = 0; i < depth; ++i)
      rule += open;
    rule += "n";
    for (int i = 0; i < depth; ++i)
      rule += close;
    return plural_form(rule, 1).has_value();
  };
  CHECK(nested(19, "(", ")"));
  CHECK(!nested(20, "(", ")"));
  CHECK(nested(38, "!", ""));
  CHECK(!nested(39, "!", ""));
  for (const char* wrong : {"n ? 1", "n ? 1 ; 2", "n ? : 2", "? 1 : 2", "n +", "+ n", "n n", "n 1", "1 n", ")", "(n", "n)", "!", "m",
                            "n === 1", "n & 1", "12345678901"})
    CHECK_MESSAGE(!plural_form(wrong, 3), wrong);
}

namespace {

std::string po_codes(const std::string& po) {
  model::Findings findings;
  translation_from(po, findings);
  std::string all;
  for (const model::Finding& one : findings)
    all += fmt::format("{} {} {}; ", one.code, one.where.line, one.facts.empty() ? "" : one.facts[0].second);
  return all;
}

std::string plural_forms(const std::string& rule) {
  return po_codes("msgid \"\"\nmsgstr \"Language: xx\\nPlural-Forms: " + rule + "\\n\"\n");
}

} // namespace

TEST_CASE("reading: what is wrong with a translation file is told on its line") {
  const std::string good = "msgid \"Open\"\nmsgstr \"Auf\"\n";
  CHECK(po_codes(good) == "");
  CHECK(po_codes("\xEF\xBB\xBF" + good + "\r\n\n") == "");
  CHECK(po_codes("#~ msgid \"old\"\n" + good) == "");
  CHECK(po_codes(good + "msgid \"Shut\"\nmsgstr \"Zu\" \t\r\n") == ""); // the next message may follow at once
  CHECK(po_codes("\"lost\"\n" + good) == "F0701 1 a text that belongs to nothing; ");
  CHECK(po_codes("msgid \"Open\"\nmsgstr Auf\n") == "F0701 2 a text without its quotes; ");
  CHECK(po_codes("msgid \"Open\"\nmsgstr \"\n").starts_with("F0701 2 a text without its quotes; "));
  CHECK(po_codes("msgid \"Open\"\nmsgstr \"Auf\\\"\n").starts_with("F0701 2 a text without its quotes; "));
  CHECK(po_codes("msgid \"Open\"\nmsgstr \"A\"f\"\n").starts_with("F0701 2 a quote inside a text: write \\\"; "));
  CHECK(po_codes("msgid \"Open\"\nmsgstr \"A\\x\"\n").starts_with("F0701 2 \\x; "));
  CHECK(po_codes("msgid \"Open\"\nmsgstr \"A\\n\\t\\\"\\\\\"\n") == "");
  CHECK(po_codes("msgid \"Open\"\n\n" + good) == "F0701 2 a message without its other half; ");
  CHECK(po_codes("msgstr \"Auf\"\n\n" + good) == "F0701 2 a message without its other half; ");
  CHECK(po_codes("msgfoo \"Open\"\n") == "F0701 1 msgfoo; ");
  CHECK(po_codes("msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"c\"\nmsgstr[5] \"d\"\n") == "");
  CHECK(po_codes("msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"c\"\nmsgstr[6] \"d\"\n").starts_with("F0701 4 msgstr[6]; "));
  CHECK(po_codes("msgid \"a\"\nmsgstr[x] \"c\"\n").starts_with("F0701 2 msgstr[x]; "));
  CHECK(po_codes("msgid \"a {n}\"\nmsgstr \"b {m}\"\n") == "F0703 2 {m}; ");
  CHECK(po_codes("msgid \"a {n}\"\nmsgstr \"b\"\n") == "F0703 2 {n}; ");
  CHECK(po_codes("msgid \"a {n\"\nmsgstr \"b {m\"\n") == "");
  CHECK(po_codes("msgid \"one\"\nmsgid_plural \"{n} of them\"\nmsgstr[0] \"eins\"\nmsgstr[1] \"{n} davon\"\n") == "");
  CHECK(po_codes(good + "\n" + good) == "F0705 5 “Open”; ");
  CHECK(po_codes(good + "\nmsgctxt \"menu\"\n" + good) == "");
  CHECK(po_codes("msgid \"\"\nmsgstr \"X-Firsthand-Status: done\\n\"\n") == "F0704 2 X-Firsthand-Status: done; ");
  CHECK(po_codes("msgid \"a\"\nmsgstr \"" + std::string(16'384, 'x') + "\"\n") == "");
  CHECK(po_codes("msgid \"a\"\nmsgstr \"" + std::string(16'385, 'x') + "\"\n") == "F0702 2 a text longer than 16 kB; ");
  CHECK(po_codes("msgid \"" + std::string(50, 'x') + "\"\nmsgstr \"a\"\n\nmsgid \"" + std::string(50, 'x') + "\"\nmsgstr \"b\"\n") ==
        "F0705 5 “" + std::string(40, 'x') + " …”; ");
  CHECK(po_codes(std::string(200, 'm') + "\n") == "F0701 1 " + std::string(40, 'm') + " …; ");
}

TEST_CASE("reading: a plural header has one to six forms, and a rule that gives one of them for every number") {
  CHECK(plural_forms("nplurals=1; plural=0;") == "");
  CHECK(plural_forms("nplurals=6; plural=n%6;") == "");
  CHECK(plural_forms("nplurals=2; plural=(n != 1)") == "");
  for (const char* wrong :
       {"nplurals=0; plural=0;", "nplurals=7; plural=0;", "nplurals=2; plural=n%3;", "nplurals=2; plural=n-1;", "plural=0;", "nplurals=2;",
        "nplurals=2; plural=;", "plural=0; nplurals=2;", "nplurals=x; plural=0;", "nplurals=2; plural=n>198?2:0;"})
    CHECK_MESSAGE(plural_forms(wrong).starts_with("F0704 2 Plural-Forms: "), wrong);
}

TEST_CASE("reading: a template keeps line ends, quotes and every place of a text") {
  World world;
  world.change("scenario", "title: 'A \"box\" \\ here'\nsummary: |\n  First line\n  second line\nrole: 'A \"box\" \\ here'\n");
  const std::string pot = reading::extract(world.load());
  CHECK(pot.find("msgctxt \"title\"\nmsgid \"A \\\"box\\\" \\\\ here\"\n") != std::string::npos);
  CHECK(pot.find("msgid \"\"\n\"First line\\n\"\n\"second line\"\n") != std::string::npos);
  reading::Pot twice;
  const std::vector<reading::UsedFile> files{{"a.yaml", ""}, {"b.yaml", ""}};
  const std::vector<model::Text> texts{
      {"Look", "verb", {0, 3, 1}}, {"Look", "verb", {0, 3, 1}}, {"Look", "verb", {1, 30, 1}}, {"Look", "noun", {0, 4, 1}}};
  twice.add(texts, files);
  CHECK(twice.text("t").find("#: a.yaml:3 b.yaml:30\nmsgctxt \"verb\"\n") != std::string::npos);
  CHECK(twice.text("t").find("#: a.yaml:4\nmsgctxt \"noun\"\n") != std::string::npos);
  reading::Pot only;
  only.add(texts, files, "b.");
  CHECK(only.text("t").find("#: b.yaml:30\n") != std::string::npos);
  CHECK(only.text("t").find("a.yaml") == std::string::npos);
}
