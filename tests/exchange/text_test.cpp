// Texts of elsewhere: markup, entities, signs that hide, amounts.
#include "engine/exchange/html.h"
#include "tests/exchange/fixture.h"

#include <doctest/doctest.h>

using namespace firsthand::exchange;

namespace {

struct Plain {
  std::string text, lost;
};
Plain plain(const char* html, Markup markup = Markup::html) {
  Losses losses;
  Plain out{plain_of(html, markup, losses), losses.media ? "media " : ""};
  for (const std::string& one : losses.all)
    out.lost += one + " ";
  return out;
}

} // namespace

TEST_CASE("exchange: blocks of HTML become lines, runs of blanks one blank") {
  CHECK(plain("<p>One\n  two</p><p>three</p>").text == "One two\nthree");
  CHECK(plain("a<br>b<br/><br />c").text == "a\nb\nc");
  CHECK(plain("<ul><li>a</li><li>b</li></ul>").text == "a\nb");
  CHECK(plain("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>").text == "a b\nc");
  CHECK(plain("<pre>a\n  b</pre>").text == "a\nb");
  CHECK(plain("one\ntwo", Markup::lines).text == "one\ntwo");
  CHECK(plain("one\ntwo").text == "one two");
}

TEST_CASE("exchange: entities are the signs they stand for, and what is none stays") {
  CHECK(plain("&lt;b&gt; &amp;amp; &quot;&#39;&#x27;&eacute;&euro;&ndash;&nbsp;x").text == "<b> &amp; \"''é€– x");
  CHECK(plain("a & b &nosuch; &#0; &#xD800; &#99999999;").text == "a & b &nosuch; &#0; &#xD800; &#99999999;");
  CHECK(plain("a&#x202E;b&#8;c").text == "abc");       // what turns the order of signs, and a control
  CHECK(plain("1 < 2 and a<b").text == "1 < 2 and a"); // an open tag holds the rest
}

TEST_CASE("exchange: scripts, styles and comments are no text, also where they are never closed") {
  CHECK(plain("a<script>if (a<b) alert('</p>')</SCRIPT>b<style>p{}</style>c<!-- <p>d -->e").text == "abce");
  CHECK(plain("a<script>never closed").text == "a");
  CHECK(plain("a<!-- never closed").text == "a");
  CHECK(plain("a<b title=\"x>y\">c</b>").text == "ac");
  CHECK(plain("a<").text == "a<");
  CHECK(plain("<").text == "<");
}

TEST_CASE("exchange: what is lost of HTML is told once") {
  CHECK(plain("<b>a</b> <strong>b</strong>").lost == "emphasis ");
  CHECK(plain("H<sub>2</sub>O").text == "H2O");
  CHECK(plain("H<sub>2</sub>O").lost == "raised or lowered signs ");
  CHECK(plain("<a href='x'>y</a><img src=z>").lost == "media links ");
  CHECK(plain("a *b*", Markup::markdown).lost == "what Markdown's signs mean; they stay as they stand ");
  CHECK(plain("a b", Markup::markdown).lost == "");
}

TEST_CASE("exchange: text is cleaned, and clean text stays as it is") {
  CHECK(clean(" a\r\nb\rc \n") == "a\nb\nc");
  CHECK(clean("e\u0301") == "é");
  CHECK(clean("a\u202Eb\u2066c\uFEFF\x01") == "abc");
  CHECK(clean("\u00A0 a \u00A0") == "a");
  CHECK(clean("ที่\u200Bนี่") == "ที่\u200Bนี่"); // where Thai may be divided
  for (const char* text : {" a\r\nb", "e\u0301 ", "\u00A0x", "\u202E"})
    CHECK(clean(clean(text)) == clean(text));
}

TEST_CASE("exchange: amounts are exact, or none") {
  CHECK(amount_of("11", 60'000) == 660'000);
  CHECK(amount_of("-1.5", 60'000) == -90'000);
  CHECK(amount_of(".5", 1000) == 500);
  CHECK(amount_of("0.0001", 1000) == std::nullopt);
  CHECK(amount_of("0.0001", 3'600'000) == 360);
  for (const char* text : {"", "-", ".", "1e3", "1,5", "eleven", "1.2.3", "123456789012", "0x1", " 1"})
    CHECK(amount_of(text, 1000) == std::nullopt);
  CHECK(amount_of("99999999999", 1'000'000'000'000) == std::nullopt); // beyond what fits
  CHECK(decimal_of(660'000, 60'000) == "11");
  CHECK(decimal_of(-90'000, 60'000) == "-1.5");
  CHECK(share_text(*share_of("33.33333")) == "33.33333");
  CHECK(share_text(*share_of("-50.0")) == "-50");
}
