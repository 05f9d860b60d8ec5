// The typed reader: each kind of value, and that findings come all at once.
#include "engine/reading/fields.h"
#include "engine/reading/yaml.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace firsthand;
using reading::Need;

namespace {

struct Read {
  reading::FindingCollector findings; // before the tree, whose reading fills it
  model::Node root;
  reading::Fields fields;

  explicit Read(std::string_view text)
      : root(reading::read_yaml(text, 0, findings.all).value_or(model::Node{})), fields(root, findings, "here") {}
  std::string codes() const {
    std::string all;
    for (const auto& finding : findings.all)
      all += finding.code + " ";
    return all;
  }
};

} // namespace

TEST_CASE("reading: fields give typed values") {
  Read r("word: box\nwait: 1 min 30 s\namount: 2.5 MB\nnumber: -3\nflag: yes\nday: 2027-06\nwords: [a, b]\nwaits: [30 s, 2 min]\n");
  CHECK(r.fields.id("word") == "box");
  CHECK(r.fields.duration("wait") == 90);
  CHECK(r.fields.quantity("amount").unit == "kB");
  CHECK(r.fields.quantity("amount").quanta == 2500 * model::quanta_per_unit);
  CHECK(r.fields.whole("number", {-5, 5}) == -3);
  CHECK(r.fields.yes_no("flag"));
  CHECK(r.fields.date("day", reading::DateUse::review) == "2027-06");
  CHECK(r.fields.ids("words") == std::vector<std::string>{"a", "b"});
  CHECK(r.fields.durations("waits") == std::vector<base::Seconds>{30, 120});
  CHECK(r.fields.whole("absent", {0, 9}, 7) == 7);
  r.fields.finish();
  CHECK(r.codes() == "");
}

TEST_CASE("reading: everything that is wrong is said at once") {
  Read r("word: Box\nwait: 5\namount: lots\nnumber: 99\nflag: maybe\nday: 30.6.27\nwords: [a, a]\nwrod: x\n");
  r.fields.id("word");
  r.fields.duration("wait");
  r.fields.quantity("amount");
  r.fields.whole("number", {0, 9});
  r.fields.yes_no("flag");
  r.fields.date("day", reading::DateUse::review);
  r.fields.ids("words");
  r.fields.text("title");
  r.fields.finish();
  CHECK(r.codes() == "F0206 F0209 F0210 F0211 F0208 F0212 F0207 F0202 F0201 ");
  CHECK(r.findings.all.back().suggestion == "word");
}

TEST_CASE("reading: a text knows its path, by ids where there are some, and is no part of the rules") {
  Read r("title: Hello\nitems:\n  - {id: first, text: One}\n  - {text: Two}\nhints: [Look, Wait]\n");
  CHECK(r.fields.text("title").path == "here.title");
  auto items = r.fields.maps("items");
  CHECK(items[0].text("text").path == "here.items.first.text");
  CHECK(items[1].text("text").path == "here.items.2.text");
  CHECK(r.fields.texts("hints")[1].path == "here.hints.2");
  CHECK(r.findings.is_shown(*r.root.find("title")));
  CHECK(!r.findings.is_shown(*r.root.find("items")->items[0].find("id")));
}

TEST_CASE("reading: words are what blanks part, and in scripts without blanks a number of signs") {
  CHECK(reading::count_words("Two words") == 2);
  CHECK(reading::count_words("") == 0);
  CHECK(reading::count_words("\xC3\xA9t\xC3\xA9 ici") == 2);
  CHECK(reading::count_words("เจ้าหน้าที่ตรวจ") == 3); // 15 signs
  CHECK(reading::count_words("ที่") == 1);
  CHECK(reading::count_words("ที่ นี่") == 2);
  CHECK(reading::count_words("証拠品") == 2);
}

TEST_CASE("reading: amounts are exact and bounded") {
  CHECK(reading::parse_quantity("0.001 %")->quanta == model::quanta_per_unit / 1000);
  CHECK(reading::parse_quantity("-0.25")->quanta == -model::quanta_per_unit / 4);
  CHECK(reading::parse_quantity("999999999 kB")->quanta == 999'999'999 * model::quanta_per_unit);
  for (const char* wrong : {"", "%", "1.2345 %", "1e3 kB", "999999999999 kB", "999999999 GB", "1 . 5", "--1"})
    CHECK(!reading::parse_quantity(wrong));
}

TEST_CASE("reading: kB, MB, GB and TB are one measure up to its largest amount") {
  constexpr std::int64_t most = 99'999'999'999; // kB
  constexpr std::pair<const char*, std::int64_t> units[] = {{"kB", 1}, {"MB", 1'000}, {"GB", 1'000'000}, {"TB", 1'000'000'000}};
  for (const auto& [unit, scale] : units)
    for (const std::int64_t number : {std::int64_t{0}, std::int64_t{1}, most / scale - 1, most / scale}) {
      CAPTURE(unit);
      CAPTURE(number);
      const auto read = reading::parse_quantity(fmt::format("{} {}", number, unit));
      REQUIRE(read);
      CHECK(read->unit == "kB");
      CHECK(read->quanta / model::quanta_per_unit == number * scale);
      CHECK(read->quanta % model::quanta_per_unit == 0);
      CHECK(reading::parse_quantity(fmt::format("-{} {}", number, unit))->quanta == -read->quanta);
      CHECK(!reading::parse_quantity(fmt::format("{} {}", most / scale + 1 + number, unit)));
    }
  CHECK(reading::parse_quantity("10 TB")->quanta == 10'000'000'000 * model::quanta_per_unit);
  CHECK(reading::parse_quantity("0.001 TB")->quanta == reading::parse_quantity("1 GB")->quanta);
  CHECK(reading::parse_quantity("99.999 TB"));
  CHECK(reading::parse_quantity("99999999999.999 kB"));
  CHECK(!reading::parse_quantity("100 TB"));
  CHECK(reading::parse_quantity("5 PB")->unit == "PB");
}

TEST_CASE("reading: a condition is a map, a list of maps, a list of values, or not") {
  using Kind = model::Condition::Kind;
  Read r("all: {power: on, lid: [open, shut]}\nany: [{power: on}, {power: off}]\nnone: {not: {in: any}}\nalways: {}\nless: {battery: at "
         "most 5 %}\n");
  CHECK(r.fields.condition("all").kind == Kind::all);
  CHECK(r.fields.condition("all").parts[1].values.size() == 2);
  CHECK(r.fields.condition("any").kind == Kind::any);
  CHECK(r.fields.condition("none").kind == Kind::none);
  CHECK(r.fields.condition("always").kind == Kind::always);
  CHECK(r.fields.condition("less").compare == model::Compare::at_most);
  CHECK(r.fields.condition("less").quanta == 5 * model::quanta_per_unit);
  CHECK(r.codes() == "");
}

TEST_CASE("reading: of the words that are known a dozen are named, each once, in order") {
  const auto known = [](int count) {
    reading::FindingCollector findings;
    std::vector<std::string> words{"aaa"};
    for (int i = count; i > 0; --i)
      words.push_back(fmt::format("word-{:02}", i));
    words.emplace_back("aaa");
    findings.unknown("F0301", {}, {}, "zzz", words);
    return findings.all.at(0).facts.back().second;
  };
  CHECK(known(2) == "aaa, word-01, word-02");
  CHECK(known(11).ends_with(", word-10, word-11"));
  CHECK(known(12).ends_with(", word-10, word-11 …"));
}

TEST_CASE("reading: numbers, words and durations at their bounds") {
  const auto whole = [](const char* text) {
    Read r(fmt::format("number: {}\n", text));
    const int number = r.fields.whole("number", {-999'999'999, 999'999'999}, 7);
    return r.codes() == "" ? number : -1;
  };
  CHECK(whole("999999999") == 999'999'999);
  CHECK(whole("-999999999") == -999'999'999);
  CHECK(whole("0") == 0);
  for (const char* wrong : {"1000000000", "012", "00", "+1", "1.0", "1 ", "--1", "-", "0x1"})
    if (std::string(wrong) != "1 ") CHECK_MESSAGE(whole(wrong) == -1, wrong);
  for (const auto& [least, most, code] :
       std::vector<std::tuple<int, int, const char*>>{{5, 9, ""}, {6, 9, "F0211 "}, {0, 4, "F0211 "}, {0, 5, ""}}) {
    Read r("number: 5\nnumbers: [5]\n");
    r.fields.whole("number", {least, most});
    CHECK(r.codes() == code);
    r.fields.wholes("numbers", {least, most});
    CHECK(r.codes() == std::string(code) + code);
  }
  Read waits("waits: [0 s, 1 s, never, 5]\n");
  CHECK(waits.fields.durations("waits") == std::vector<base::Seconds>{1});
  CHECK(waits.codes() == "F0209 F0209 F0209 ");
  CHECK(reading::is_word(std::string(48, 'a')));
  CHECK_FALSE(reading::is_word(std::string(49, 'a')));
  for (const char* word : {"a", "z", "a0", "a9", "a-z", "az09"})
    CHECK_MESSAGE(reading::is_word(word), word);
  for (const char* wrong : {"", "A", "0a", "-a", "a-", "a_b", "a b", "a.b", "{", "`", "a:", "a/"})
    CHECK_MESSAGE(!reading::is_word(wrong), wrong);
}

TEST_CASE("reading: what is no text where one is wanted says what it is") {
  Read r("a: [x]\nb: {x: y}\nc:\nd: x\ne: x\n");
  r.fields.text("a");
  r.fields.id("b");
  r.fields.text("c");
  r.fields.ids("d");
  r.fields.texts("e");
  r.fields.map("d");
  std::string all;
  for (const auto& finding : r.findings.all)
    for (const auto& [name, value] : finding.facts)
      all += name + "=" + value + " ";
  CHECK(all == "key=a wanted=a text found=a list key=b wanted=a text found=a map key=c wanted=a text found=nothing "
               "key=e wanted=a list found=a text key=here.d wanted=a map found=a text ");
}

TEST_CASE("reading: what came with format 2 is told in a file of format 1, and each file has its own format") {
  reading::FindingCollector findings;
  const auto read = [&](std::string_view text, std::uint16_t file) {
    const auto root = reading::read_yaml(text, file, findings.all);
    findings.remember_format(*root);
    reading::Fields fields(*root, findings, "");
    return fields.needs_format_2("newer");
  };
  CHECK(read("format: 2\nnewer: x\n", 0));
  CHECK_FALSE(read("format: 1\n", 1));
  CHECK(findings.all.empty());
  CHECK(read("format: 1\nnewer: x\n", 2));
  CHECK(read("newer: x\n", 3));
  REQUIRE(findings.all.size() == 2);
  CHECK(findings.all[0].code == "F0229");
  CHECK(findings.all[0].where.file == 2);
  CHECK(findings.all[0].where.line == 2);
  CHECK(findings.all[1].where.file == 3);
}
