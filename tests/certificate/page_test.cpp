// The page: what other programs read of it, that it is made the same each time, and that no name breaks it.
#include "tests/certificate/fixture.h"

#include "engine/content/disk_files.h"
#include "engine/content/roots.h"

#include <set>
#include <sstream>

using namespace certificate_tests;

namespace {

const content::Words& thai() {
  static const content::DiskFiles files(std::vector<content::ContentRoot>{{FIRSTHAND_SOURCE, ""}});
  static const content::Words words = content::Words::load(files, "th");
  return words;
}

int pages_of(const std::string& page) {
  const std::string said = read_by("pdfinfo", "", page);
  const std::size_t at = said.find("Pages:");
  REQUIRE(at != said.npos);
  return std::stoi(said.substr(at + 6));
}

// The box of everything that was drawn within the frame: nothing may reach the frame or the paper's edge.
struct Ink {
  double left = 1e9, right = -1e9, top = 1e9, bottom = -1e9;
};
Ink ink_of_words(const std::string& page) {
  const std::string boxes = read_by("pdftotext -bbox", "-", page);
  Ink ink;
  const auto number = [&](std::size_t at, const char* key) {
    const std::size_t from = boxes.find(key, at);
    return std::stod(boxes.substr(from + std::string_view(key).size()));
  };
  for (std::size_t at = boxes.find("<word "); at != boxes.npos; at = boxes.find("<word ", at + 1)) {
    ink.left = std::min(ink.left, number(at, "xMin=\"")), ink.right = std::max(ink.right, number(at, "xMax=\""));
    ink.top = std::min(ink.top, number(at, "yMin=\"")), ink.bottom = std::max(ink.bottom, number(at, "yMax=\""));
  }
  return ink;
}

void check_whole(const std::string& page) {
  CHECK(pages_of(page) == 1);
  const Ink ink = ink_of_words(page);
  CHECK(ink.left > 60);
  CHECK(ink.right < 535);
  CHECK(ink.top > 60);
  CHECK(ink.bottom < 800);
}

double edge_of(const std::string& boxes, const std::string& word, const char* edge) {
  const std::size_t at = boxes.rfind("<word ", boxes.rfind(">" + word + "<"));
  REQUIRE(at != boxes.npos);
  return std::stod(boxes.substr(boxes.find(edge, at) + std::string_view(edge).size()));
}

// What stands above ends where the foot begins, on an English page.
void check_apart(const std::string& page) {
  const std::string boxes = read_by("pdftotext -bbox", "-", page);
  CHECK(edge_of(boxes, "search.", "yMax=\"") < edge_of(boxes, "Whoever", "yMin=\""));
}

} // namespace

TEST_CASE("page: the facts of a final that was passed can be read from it") {
  const std::string said = on_one_line(text_on(pdf(final_passed())));
  CAPTURE(said);
  for (const char* part :
       {"First responder course", "Certificate This certifies that Dara Phromma Pol. Sgt. · service number 0071 · Patrol",
        "passed “Knowledge test”, the test at the end of the course, on 2026-11-25.",
        "Provisional: nobody of the field has reviewed the questions.", "Passed unsupervised", "83 %", "70 %", "20 of 24",
        "Chain of custody",
        "Begun 2026-11-25 16:54, ended 2026-11-25 17:22. Local time, UTC+07:00. Form B. Try 1. Computer: Phuket 2, Room 3, 12.",
        "Unsupervised: nobody is recorded who watched over this attempt.", "What this does not show", "firsthand verify --code",
        "Program 0.1.0", "edition draft 1"})
    CHECK_MESSAGE(has(said, part), part);
  CHECK(has(said, final_passed().code.substr(0, 9)));
  CHECK(has(said, final_passed().end.hex()));
  CHECK_FALSE(has(said, "Supervised by"));
  for (const char* invented : {"Signature", "Stamp", "expires", "valid until", "Division", "Authority"})
    CHECK_FALSE(has(said, invented));
}

TEST_CASE("page: a lesson that was practised says so, and nowhere certificate or passed") {
  const std::string said = text_on(pdf(lesson_practised()));
  CHECK(has(said, "Result"));
  CHECK(has(on_one_line(said), "The record says that Dara Phromma"));
  CHECK(has(said, "practised “One telephone”. The attempt ended on 2026-11-25."));
  for (const char* word : {"ertificate", "ertifies", "assed un", "83 %", "Pass mark", "Provisional", "Competencies"})
    CHECK_FALSE_MESSAGE(has(said, word), word);
  const std::string in_thai = text_on(pdf(lesson_practised(), thai()));
  CHECK(has(in_thai, "ฝึกแล้ว"));
  CHECK_FALSE(has(in_thai, "รับรอง"));
}

TEST_CASE("page: after a final stands what the test before the course came to, and when") {
  Facts facts = final_passed();
  CHECK_FALSE(has(text_on(pdf(facts)), "Baseline"));
  facts.before = certificate::BeforeFact{458, {1'794'500'000'000}, 420};
  const std::string page = pdf(facts), said = on_one_line(text_on(page));
  check_whole(page);
  CHECK(has(said, "Baseline"));
  CHECK(has(said, "2026-11-12"));
  CHECK(has(said, "45 %"));
}

TEST_CASE("page: what was supervised says by whom, and a lesson that was passed has no questions") {
  Facts facts = final_passed();
  facts.supervision = "17", facts.role = "delayed";
  facts.session = firsthand::certificate::SupervisedFact{"Insp. Malee", "Room 3", "card", {"left", "device"}};
  std::string said = on_one_line(text_on(pdf(facts)));
  CHECK(has(said, "Passed supervised"));
  CHECK(has(said, "Before it began Insp. Malee compared a card with the person."));
  CHECK(has(said, "Supervised by Insp. Malee in Room 3."));
  CHECK(has(said, "Noted by the supervisor: Left the place, Used a device of their own."));
  CHECK(has(said, "the test some time after the course"));
  CHECK_FALSE(has(said, "nsupervised"));
  CHECK_FALSE(has(said, "is not recorded"));
  check_whole(pdf(facts));
  facts.session = firsthand::certificate::SupervisedFact{
      std::string(80, 'W'), std::string(80, 'M'), "card", {"helped", "talked", "device", "left", "power", "power", "left"}};
  check_whole(pdf(facts));
  facts.session = firsthand::certificate::SupervisedFact{"", "Room 3", "pin", {}};
  said = on_one_line(text_on(pdf(facts)));
  CHECK(has(said, "Supervised by a supervisor whose name was erased in Room 3."));
  CHECK(has(said, "By the PIN only: it is recorded that nobody compared a card."));
  facts = final_passed();
  facts.asked = facts.right = facts.drafts = 0, facts.role = facts.form = "", facts.number = "", facts.competencies.clear(),
  facts.cut = std::nullopt;
  said = on_one_line(text_on(pdf(facts)));
  CHECK(has(said, "passed “Knowledge test” on 2026-11-25."));
  CHECK(has(said, "nobody of the field has reviewed this lesson and its rules"));
  CHECK(has(said, "It shows decisions in a simulated scene."));
  CHECK(has(said, "26 minutes"));
  CHECK(has(said, "under this name by somebody"));
  for (const char* absent : {"Pass mark", "wholly", "service number", "Form", "Competencies"})
    CHECK_FALSE_MESSAGE(has(said, absent), absent);
}

TEST_CASE("page: text of two directions in one name is set, in whatever order its parts stand") {
  Facts facts = final_passed();
  for (const char* name : {"Dara محمد 12 علي", "محمد Dara 12 علي", "12 محمد 34", "שלום Dara (محمد) 5", "علي-12-Dara", "Dára محمّد"}) {
    CAPTURE(std::string(name));
    facts.name = name;
    const std::string page = pdf(facts);
    check_whole(page);
    CHECK(has(on_one_line(text_on(page)), "passed “Knowledge test”"));
  }
}

TEST_CASE("page: what was reviewed is not provisional, what was in part says in which") {
  Facts facts = final_passed();
  facts.drafts = 3;
  CHECK(has(text_on(pdf(facts)), "Provisional: nobody of the field has reviewed 3 of the 24 questions."));
  facts.drafts = 0, facts.draft_lesson = false;
  CHECK_FALSE(has(text_on(pdf(facts)), "Provisional"));
}

TEST_CASE("page: a date that a person stated, and a time without its offset, say so") {
  Facts facts = final_passed();
  facts.clock_stated = true, facts.offset_known = false, facts.offset_minutes = 0;
  const std::string said = on_one_line(text_on(pdf(facts)));
  CHECK(has(said, "A person stated the date, because the computer's clock could not be right."));
  CHECK(has(said, "The times are UTC."));
}

TEST_CASE("page: the same facts give the same bytes, other facts other ones") {
  const std::string page = pdf(final_passed());
  CHECK(page == pdf(final_passed()));
  CHECK(page.starts_with("%PDF-"));
  Facts later = final_passed();
  later.ended.milliseconds += 60'000;
  CHECK(page != pdf(later));
  CHECK(has(read_by("pdfinfo -isodates", "", page), "2026-11-25T17:22:00+07"));
}

TEST_CASE("page: in every script all fonts are embedded, and what stands there can be copied") {
  Facts facts = final_passed();
  for (const char* name : {"ดารา พรหมมา", "မောင်မောင်ကျော်", "Nguyễn Thị Minh Khai", "ດາລາ ພົມມະ", "សុខ សុភា", "தாரா", "محمد علي", "李小龍"}) {
    CAPTURE(std::string(name));
    facts.name = name;
    const std::string page = pdf(facts, thai()), said = read_by("pdffonts", "", page);
    std::istringstream lines(said);
    std::string line;
    int fonts = 0;
    for (std::getline(lines, line), std::getline(lines, line); std::getline(lines, line); ++fonts)
      CHECK_MESSAGE(has(line, " yes yes yes "), line);
    CHECK(fonts >= 2);
    check_whole(page);
    if (std::string_view(name) != "محمد علي") CHECK(has(text::nfc(text_on(page)), text::nfc(name)));
  }
  facts.name = "ดารา";
  CHECK(has(text_on(pdf(facts, thai())), "25 พ.ย. 2569"));
}

TEST_CASE("page: what two people decided stands on it with the first verdict, and the page stays whole with long names") {
  Facts facts = final_passed();
  facts.session = firsthand::certificate::SupervisedFact{
      std::string(80, 'W'), std::string(80, 'M'), "card", {"helped", "talked", "device", "left", "power", "power", "left"}};
  facts.decided = firsthand::certificate::DecidedFact{std::string(80, 'W'), std::string(80, 'M'), "disturbed", "failed", facts.ended};
  check_whole(pdf(facts));
  check_whole(pdf(facts, thai()));
  facts.decided->first = "", facts.decided->verdict = "passed";
  CHECK(has(on_one_line(text_on(pdf(facts))), "The first verdict was: passed. somebody whose name was erased and"));
}

TEST_CASE("page: long names are set smaller and wrapped, and all stays on one page within its frame") {
  Facts facts = final_passed();
  const auto many = [](const std::string& part, int times) {
    std::string all;
    for (int i = 0; i < times; ++i)
      all += part;
    return all;
  };
  for (const std::string& name : {many("Maximilian ", 27), many("W", 300), many("ศรีสุข", 50), many("မြန်မာ", 40)}) {
    CAPTURE(std::string(name));
    facts.name = name, facts.rank = name, facts.unit = name, facts.station = name, facts.lesson_title = name, facts.course_title = name;
    const std::string page = pdf(facts);
    check_whole(page);
    check_apart(page);
  }
}

TEST_CASE("page: a name is as large as two lines let it be") {
  const auto height_of = [](const std::string& page, const std::string& word) {
    const std::string boxes = read_by("pdftotext -bbox", "-", page);
    return edge_of(boxes, word, "yMax=\"") - edge_of(boxes, word, "yMin=\"");
  };
  Facts facts = final_passed();
  const double largest = height_of(pdf(facts), "Phromma");
  facts.name = "Somchai Rattanapongpaiboonsiriwattanakulchai Thongprasertwongsakulpaisarn na Nakhon";
  const double smaller = height_of(pdf(facts), "Nakhon");
  CHECK(largest > 1.3 * smaller);
  CHECK(smaller > 12);
}

TEST_CASE("page: how many questions of a competency were right is seen") {
  Facts facts = final_passed();
  std::set<std::string> pages;
  for (const int right : {0, 1, 2}) {
    facts.competencies[0].right = right;
    pages.insert(pdf(facts));
  }
  CHECK(pages.size() == 3);
}

TEST_CASE("page: a hostile name neither breaks the layout nor says what is not so") {
  Facts facts = final_passed();
  const std::string before = on_one_line(text_on(pdf(facts)));
  for (const char* name :
       {"Dara\u202E Phromma", "Dara\nPassed supervised\nPhromma", "Dara\tPhromma", "\u2066Dara\u2069 Phromma", "Dara\x01Phromma",
        "Dara \xff Phromma", "(Dara) /Phromma << >> endobj %", "{date} {lesson} Phromma", "a\u0301\u0302\u0303\u0304Phromma"}) {
    CAPTURE(std::string(name));
    facts.name = name;
    const std::string page = pdf(facts), said = text_on(page);
    check_whole(page);
    CHECK(has(said, "Phromma"));
    CHECK_FALSE(has(said, "\nPassed supervised"));
    CHECK_FALSE(has(said, "\u202E"));
    if (has(name, "\u202E") || has(name, "\u2066") || has(name, "\t")) CHECK(has(said, "Dara Phromma"));
    CHECK(has(on_one_line(said), "passed “Knowledge test”, the test at the end of the course, on 2026-11-25."));
  }
  CHECK(has(before, "Dara Phromma"));
}

TEST_CASE("page: many competencies, and one with many questions, stay on the page") {
  Facts facts = final_passed();
  for (int i = 0; i < 20; ++i)
    facts.competencies.push_back({"A competency with a name that is longer than most, number " + std::to_string(i), i, 40});
  const std::string page = pdf(facts);
  check_whole(page);
  check_apart(page);
  CHECK(has(on_one_line(text_on(page)), "number 19"));
}

TEST_CASE("page: its file is named after what it is, and not after whose") {
  CHECK(certificate::file_name_of(final_passed(), "th").starts_with("certificate-knowledge-2026-11-25-"));
  CHECK(certificate::file_name_of(final_passed(), "th").ends_with("-th.pdf"));
  CHECK(certificate::file_name_of(lesson_practised(), "en").starts_with("result-one-phone-2026-11-25-"));
  CHECK_FALSE(has(certificate::file_name_of(final_passed(), "en"), "Dara"));
  CHECK_FALSE(has(certificate::file_name_of(final_passed(), "en"), " "));
}

// To be looked at: CERTIFICATE_PAGES=DIR test_certificate -tc="page: pages to look at".
TEST_CASE("page: pages to look at") {
  const char* to = std::getenv("CERTIFICATE_PAGES");
  if (!to) return;
  const auto save = [&](const char* name, const std::string& page) { std::ofstream(fs::path(to) / name, std::ios::binary) << page; };
  save("en.pdf", pdf(final_passed())), save("practised.pdf", pdf(lesson_practised()));
  Facts f = final_passed();
  f.before = certificate::BeforeFact{458, {1'794'500'000'000}, 420};
  save("before.pdf", pdf(f));
  f.name = "ดารา พรหมมา", f.rank = "ร.ต.อ.", f.unit = "สืบสวน", f.station = "ภูเก็ต 2, ห้อง 3, 12", f.lesson_title = "แบบทดสอบความรู้";
  save("th.pdf", pdf(f, thai()));
  f.name = "ဒေါ်သန္တာကျော်", f.rank = "ရဲအုပ်", f.unit = "စုံစမ်းစစ်ဆေးရေး", f.station = "ရန်ကုန် ၂", f.lesson_title = "အသိပညာ စာမေးပွဲ";
  save("my.pdf", pdf(f));
  f = final_passed();
  f.name = "Somchai Rattanapongpaiboonsiriwattanakulchai Thongprasertwongsakulpaisarn na Nakhon Si Thammarat";
  save("long.pdf", pdf(f));
}
