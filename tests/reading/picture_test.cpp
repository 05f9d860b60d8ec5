// Pictures that would take too long, or that a drawer would not draw as written, are findings; all others are cheap.
#include "engine/reading/picture_cost.h"
#include "tests/reading/hostile_pictures.h"

#include "engine/reading/findings.h"
#include "engine/reading/picture.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iterator>

using namespace firsthand;
using reading_test::HostilePictures;

namespace {

std::string codes_of(std::string_view svg) {
  model::Findings findings;
  reading::check_svg(svg, 0, findings);
  std::string codes;
  for (const model::Finding& finding : findings)
    codes += finding.code + ' ';
  return codes;
}
std::string codes_inside(std::string_view inside) { return codes_of(HostilePictures::whole(inside)); }

bool tells_an_error(const model::Findings& findings) {
  return std::any_of(findings.begin(), findings.end(), [](const model::Finding& finding) { return finding.code != "F0914"; });
}

} // namespace

TEST_CASE("reading: every picture of this project keeps to the profile and is drawn soon") {
  int pictures = 0;
  for (const char* folder : {"assets", "scenarios"})
    for (const auto& entry : std::filesystem::recursive_directory_iterator(std::filesystem::path(FIRSTHAND_SOURCE) / folder)) {
      if (entry.path().extension() != ".svg") continue;
      std::ifstream in(entry.path(), std::ios::binary);
      const std::string bytes{std::istreambuf_iterator<char>(in), {}};
      CAPTURE(entry.path().filename());
      reading::PictureMeasure measure;
      model::Findings findings;
      CHECK(reading::check_svg(bytes, 0, findings, &measure));
      CHECK(findings.empty());
      CHECK(measure.cost <= reading::most_picture_cost * 2 / 3); // room for those who draw more
      ++pictures;
    }
  CHECK(pictures > 100);
}

namespace {

// "name x,y wxh" of each thing that a drawing names.
std::string marks_of(std::string_view svg) {
  model::Findings findings;
  reading::PictureMeasure measure;
  CHECK(reading::check_svg(svg, 0, findings, &measure));
  std::string all;
  for (const reading::PictureMark& mark : measure.marks)
    all += fmt::format("{} {},{} {}x{};", mark.name, mark.at[0], mark.at[1], mark.at[2], mark.at[3]);
  return all;
}
std::string marks_inside(const std::string& inside, const std::string& box = "0 0 768 336") {
  return marks_of("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"" + box + "\">" + inside + "</svg>");
}

} // namespace

TEST_CASE("reading: what a drawing names is as large as all that is drawn in it, painted or not, in the units of the picture") {
  CHECK(marks_inside(R"svg(<rect x="10" y="20" width="30" height="5"/>)svg") == "");
  CHECK(marks_inside(R"svg(<rect id="light" x="10" y="20" width="30" height="5"/>)svg") == "");
  CHECK(marks_inside(R"svg(<rect id="part-light" x="10.4" y="20" width="30" height="5" fill="none"/>)svg") == "light 10,20 31x5;");
  CHECK(marks_inside(R"svg(<g id="part-a"><rect x="10" y="20" width="4" height="4"/><circle cx="30" cy="40" r="2"/></g>)svg") ==
        "a 10,20 22x22;");
  // One in the other, and what is drawn in two places.
  CHECK(marks_inside(R"svg(<g id="part-a"><g id="part-b"><rect width="4" height="4"/></g><rect x="8" width="2" height="2"/></g>)svg") ==
        "a 8,0 2x2;b 0,0 4x4;");
  CHECK(marks_inside(R"svg(<rect id="part-a" width="4" height="4"/><rect id="part-a" x="20" y="9" width="1" height="1"/>)svg") ==
        "a 0,0 21x10;");
  // Moved, scaled, and in a picture of its own units.
  CHECK(marks_inside(R"svg(<g transform="translate(100 50) scale(2)"><rect id="part-a" width="4" height="3"/></g>)svg") == "a 100,50 8x6;");
  CHECK(marks_inside(R"svg(<rect id="part-a" x="110" y="20" width="4" height="3"/>)svg", "100 10 96 42") == "a 10,10 4x3;");
  // Of what reaches beyond the picture the part that is seen; of what is outside nothing, nor of what is no drawing.
  CHECK(marks_inside(R"svg(<rect id="part-a" x="-5" y="-5" width="10" height="10"/>)svg") == "a 0,0 5x5;");
  CHECK(marks_inside(R"svg(<rect id="part-a" x="-50" y="-5" width="10" height="10"/><g id="part-b"/>)svg") == "");
}

TEST_CASE("reading: a few bytes that would keep a drawer busy for minutes are a finding") {
  // A dash pattern along a line without end.
  CHECK(codes_inside(R"svg(<polyline points="0,10 999999999,10" fill="none" stroke="#000000" stroke-dasharray="2 1"/>)svg") == "F0909 ");
  CHECK(codes_inside(R"svg(<line x1="0" y1="1" x2="9e8" y2="1" stroke="red" stroke-dasharray="1"/>)svg") == "F0909 ");
  CHECK(codes_inside(R"svg(<path d="M0 0h99999h99999" stroke="red" stroke-dasharray="1"/>)svg") == "F0909 ");
  CHECK(codes_inside(R"svg(<circle r="99999" stroke="red" stroke-dasharray="1"/>)svg") == "F0909 ");
  // A pattern that does not get on.
  CHECK(codes_inside(R"svg(<path d="M0 0h700" stroke="red" stroke-dasharray="0.01"/>)svg") == "F0909 ");
  CHECK(codes_inside(R"svg(<path d="M0 0h700" stroke="red" stroke-dasharray="0 0"/>)svg") == "F0910 ");
  CHECK(codes_inside(R"svg(<g transform="scale(0.001)"><path d="M0 0h90000" stroke="red" stroke-dasharray="5"/></g>)svg") == "F0909 ");
  // Transforms that make the small large.
  CHECK(codes_inside(R"svg(<rect width="1" height="1" transform="scale(1e9)"/>)svg") == "F0909 ");
  CHECK(codes_inside(R"svg(<rect width="1" height="1" transform="scale(900) scale(900)"/>)svg") == "F0909 ");
  CHECK(codes_inside(R"svg(<rect width="1" height="1" transform="matrix(1 0 0 1 1e12 0)"/>)svg") == "F0909 ");
  CHECK(codes_inside(R"svg(<rect width="1" height="1" transform="skewX(90)"/>)svg") == "F0909 ");
  CHECK(codes_inside(R"svg(<path d="M0 0h9" stroke="red" stroke-width="9999" transform="scale(9)"/>)svg") == "F0909 ");
  // Little things, over and over.
  std::string combs = "M0 0", floods;
  for (int i = 0; i < 4000; ++i)
    combs += i % 2 ? "l.1 336" : "l.1-336";
  for (int i = 0; i < 200; ++i)
    floods += R"svg(<rect width="768" height="336" fill-opacity="0.1"/>)svg";
  CHECK(codes_inside("<path d=\"" + combs + "\"/>") == "F0912 ");
  CHECK(codes_inside(floods) == "F0912 ");
}

TEST_CASE("reading: paint, units and references that are not drawn are findings") {
  for (const char* colour : {"rebeccapurple", "hsl(120,50%,50%)", "currentColor", "#12345", "#GGGGGG", "#12345678", "rgba(1,2,3,0.5)",
                             "rgb(1,2)", "rgb(300,0,0)", "transparent", "inherit", ""}) {
    CAPTURE(colour);
    CHECK(codes_inside(fmt::format(R"svg(<rect width="9" height="9" fill="{}"/>)svg", colour)) == "F0907 ");
    CHECK(codes_inside(fmt::format(R"svg(<path d="M0 0h9" stroke="{}"/>)svg", colour)) == "F0907 ");
  }
  for (const char* length : {"10mm", "5%", "3em", "1in", "2cm", "7pt", "nan", "inf", "-inf", "1e", "0x10", "--5", "1 2", ""}) {
    CAPTURE(length);
    CHECK(codes_inside(fmt::format(R"svg(<rect x="{}" width="9" height="9"/>)svg", length)) == "F0908 ");
  }
  CHECK(codes_inside(R"svg(<rect width="9" height="9" fill="url(#nowhere)"/>)svg") == "F0911 ");
  CHECK(codes_inside(R"svg(<rect width="9" height="9" id="a"/><rect width="9" height="9" stroke="url(#a)"/>)svg") == "F0911 ");
  CHECK(codes_inside(R"svg(<rect width="9" height="9" href="#a"/>)svg") == "F0904 ");
  CHECK(codes_inside(R"svg(<rect width="9" height="9" xlink:href="#a"/>)svg") == "F0904 ");
  CHECK(codes_inside(R"svg(<rect width="9" height="9" fill="url(other.svg#a)"/>)svg") == "F0904 ");
  CHECK(codes_inside(R"svg(<rect width="9" height="9" style="fill:red"/>)svg") == "F0904 ");
  CHECK(codes_inside(R"svg(<path d="M0 0X9" stroke="red"/>)svg") == "F0910 ");
  CHECK(codes_inside(R"svg(<path d="M0 0Lnan 9" stroke="red"/>)svg") != "");
}

TEST_CASE("reading: a gradient has at most 64 stops; the first beyond is told, the next are not") {
  const auto codes_with = [](int stops) {
    std::string inside = R"svg(<defs><linearGradient id="a" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="9" y2="0">)svg";
    for (int i = 0; i < stops; ++i)
      inside += "<stop offset=\"0\"/>";
    return codes_inside(inside + "</linearGradient></defs><rect width=\"9\" height=\"9\" fill=\"url(#a)\"/>");
  };
  CHECK(codes_with(64) == "");
  CHECK(codes_with(65) == "F0902 ");
  CHECK(codes_with(66) == "F0902 ");
  CHECK(codes_with(140) == "F0902 ");
}

TEST_CASE("reading: a line wider than the canvas allows is told as it is written") {
  model::Findings findings;
  CHECK_FALSE(reading::check_svg(HostilePictures::whole(R"svg(<path d="M0 0h9" stroke="red" stroke-width="9999"/>)svg"), 0, findings));
  REQUIRE(findings.size() == 1);
  CHECK(reading::message_of(findings[0]) == "“9999” in stroke-width is out of range (0 to 5 times the picture's width)");
}

TEST_CASE("reading: whatever a picture's numbers become, it is a finding or cheap") {
  HostilePictures pictures(20261125);
  int kept = 0, refused = 0;
  for (int i = 0; i < 500; ++i) {
    const std::string svg = pictures.next();
    model::Findings findings;
    reading::PictureMeasure measure;
    const bool good = reading::check_svg(svg, 0, findings, &measure);
    CAPTURE(svg.substr(0, 2000));
    REQUIRE(good != tells_an_error(findings));
    REQUIRE(findings.size() <= 101);
    REQUIRE((!good || (measure.cost > 0 && measure.cost <= reading::most_picture_cost)));
    good ? ++kept : ++refused;
  }
  CHECK(kept > 100); // both sides of the bound are tried
  CHECK(refused > 200);
}

TEST_CASE("reading: a photograph, a document or an archive in the place of a picture is named as what it is") {
  const std::pair<std::string, std::string> kinds[] = {{std::string("\x89PNG\r\n\x1A\n", 8), "PNG"},
                                                       {"\xFF\xD8\xFF\xE0", "JPEG"},
                                                       {"GIF89a", "GIF"},
                                                       {std::string("RIFF\x20\0\0\0WEBP", 12), "WebP"},
                                                       {std::string("\0\0\0\x18"
                                                                    "ftypheic",
                                                                    12),
                                                        "HEIC"},
                                                       {"BM", "BMP"},
                                                       {std::string("II*\0", 4), "TIFF"},
                                                       {std::string("\0\0\1\0", 4), "ICO"},
                                                       {"%PDF-1.4", "PDF"},
                                                       {"\x1F\x8B\x08", "SVGZ"}};
  for (const auto& [start, name] : kinds) {
    model::Findings findings;
    CHECK_FALSE(reading::check_svg(start + std::string(60, '\0'), 0, findings));
    REQUIRE_MESSAGE(findings.size() == 1, name);
    CHECK(findings[0].code == "F0913");
    CHECK(findings[0].where.line == 1);
    CHECK_MESSAGE(reading::message_of(findings[0]).find(name) != std::string::npos, reading::message_of(findings[0]));
  }
}

TEST_CASE("reading: valid pictures, from which hostile ones are made, are valid") {
  for (const std::string_view inside : HostilePictures::seeds())
    CHECK(codes_inside(inside) == "");
}
