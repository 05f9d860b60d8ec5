// Facts of our own, the fonts of this machine, and what other programs read of a page.
#pragma once

#include "engine/certificate/code.h"
#include "engine/certificate/sheet.h"
#include "engine/fonts/fonts.h"
#include "engine/platform/platform.h"

#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace certificate_tests {

namespace fs = std::filesystem;
using namespace firsthand;
using certificate::Facts;
using certificate::Standing;

inline const text::FontSet& fonts() {
  static const base::Result<text::FontSet> opened = fonts::load_fonts(platform::font_folders());
  return opened.value();
}

// A final over 24 draft questions, two of each of twelve competencies.
inline Facts final_passed() {
  Facts f;
  f.standing = Standing::passed;
  f.attempt = "5f0e2b61a4c3d2e1", f.person = "69b1", f.lesson = "knowledge";
  f.name = "Dara Phromma", f.number = "0071", f.rank = "Pol. Sgt.", f.unit = "Patrol";
  f.station = "Phuket 2, Room 3, 12", f.supervision = "none", f.role = "final", f.form = "B";
  f.nth_attempt = 2, f.nth_try = 1, f.per_mille = 833, f.cut = 700, f.minutes = 26;
  f.begun = {1'795'600'440'000}, f.ended = {1'795'602'120'000}, f.offset_minutes = 420, f.offset_known = true;
  f.right = 20, f.asked = 24, f.drafts = 24;
  f.doctrine = "asean-draft", f.edition = "draft 1", f.rules = std::string(64, 'a'), f.program = "0.1.0", f.engine_rules = 3,
  f.language = "en";
  f.end = crypto::sha256(std::string_view("end")), f.code = certificate::code_of(f.end);
  f.course_title = "First responder course", f.lesson_title = "Knowledge test", f.draft_lesson = true;
  for (const char* name : {"Scene safety and control", "Legal authority and scope", "Finding what is evidence", "What is lost first",
                           "Computers that are running", "Mobile devices and networks", "Collecting and packing", "Notes and photographs",
                           "Chain of custody", "Copies and checksums", "Cloud and networks", "People and their answers"})
    f.competencies.push_back({name, f.competencies.size() % 3 == 0 ? 1 : 2, 2});
  return f;
}

inline Facts lesson_practised() {
  Facts f = final_passed();
  f.standing = Standing::practised, f.lesson = "one-phone", f.lesson_title = "One telephone", f.role = f.form = "";
  f.right = f.asked = f.drafts = f.nth_try = 0, f.competencies.clear();
  return f;
}

inline std::string pdf(const Facts& facts, const content::Words& words = {}) {
  auto made = certificate::pdf_of(certificate::sheet_of(facts, words), fonts());
  if (!made.ok()) FAIL(made.error().message);
  return std::move(made).value();
}

// What a program prints that reads a page: "pdftotext -layout PAGE -". The page lies in a folder that goes away.
inline std::string read_by(const std::string& program, const std::string& behind, const std::string& bytes) {
  const fs::path folder = fs::temp_directory_path() / ("firsthand-page-" + std::to_string(platform::process_id()));
  fs::create_directories(folder);
  std::ofstream(folder / "page.pdf", std::ios::binary) << bytes;
  std::string said;
  FILE* pipe = popen((program + " " + (folder / "page.pdf").string() + " " + behind + " 2>&1").c_str(), "r");
  REQUIRE(pipe);
  std::array<char, 4096> part{};
  for (std::size_t n = 0; (n = fread(part.data(), 1, part.size(), pipe)) > 0;)
    said.append(part.data(), n);
  CHECK(pclose(pipe) == 0);
  fs::remove_all(folder);
  return said;
}
inline std::string text_on(const std::string& page) { return read_by("pdftotext -layout", "-", page); }

// Every word that has room between it and the next stands as it is; where lines end is the page's own matter.
inline std::string on_one_line(const std::string& text) {
  std::istringstream in(text);
  std::string all;
  for (std::string word; in >> word;)
    all += (all.empty() ? "" : " ") + word;
  return all;
}

inline bool has(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

} // namespace certificate_tests
