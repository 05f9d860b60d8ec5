// Runs the pages of docs/findings: the wrong example must give exactly its code at the marked line, the right one nothing.
// A block's info string: language, "bad" or "good", the file of the small world that it changes (world.h), then words:
// "whole" the block is the file; "escapes" \xNN stands for a byte; "missing" the file is taken away; "line=N" the finding
// is in that line of the block, "file-line=N" of the file; otherwise "# F0201" at a line's end marks it. A block "with" instead
// of "bad" or "good" changes the world for both. "count=N" repeats the last word of the block, "repeat=N" the block; "also=CODE:N" is
// another finding, in line N as the first; "missing=ALIAS" takes that file away.
#pragma once

#include "tests/reading/world.h"

#include <filesystem>
#include <fstream>
#include <sstream>

namespace firsthand::reading_test {

struct Example {
  bool bad = false, with = false, whole = false, missing = false;
  std::string alias, text, without, link; // another file that is taken away; a folder that is a link
  int count = 1;
  std::map<std::string, std::set<int>> marks; // code → lines of the block; or of the file
  bool marks_in_file = false;
  int repeat = 1;
};

struct Page {
  std::string code;
  std::vector<Example> examples;
};

inline std::string unescaped(const std::string& text) {
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.compare(i, 2, "\\x") != 0)
      bytes += text[i];
    else
      bytes += static_cast<char>(std::stoi(text.substr(i + 2, 2), nullptr, 16)), i += 3;
  }
  return bytes;
}

inline std::string times_over(const std::string& word, int count) {
  std::string all;
  for (int i = 0; i < count; ++i)
    all += word;
  return all;
}

inline void read_marks(Example& example) {
  std::istringstream lines(example.text);
  std::string line, bare;
  for (int number = 1; std::getline(lines, line); ++number) {
    const std::size_t mark = line.rfind("# F");
    for (std::size_t at = mark; at != line.npos; at = line.find("F", at + 4)) {
      if (line[at] == '#') at += 2;
      example.marks[line.substr(at, 5)].insert(number);
    }
    bare += (mark == line.npos ? line : line.substr(0, line.find_last_not_of(' ', mark - 1) + 1)) + "\n";
  }
  example.text = bare; // a comment behind a text would be a finding of its own
}

inline Page read_page(const std::filesystem::path& path) {
  Page page{path.stem().string(), {}};
  std::ifstream stream(path, std::ios::binary);
  std::string line;
  Example* inside = nullptr;
  bool escapes = false;
  while (std::getline(stream, line)) {
    if (!inside && line.starts_with("```")) {
      std::istringstream words(line);
      std::string word, kind;
      Example example;
      words >> word >> kind >> example.alias;
      example.bad = kind == "bad";
      example.with = kind == "with";
      escapes = false;
      while (words >> word) {
        example.whole = example.whole || word == "whole";
        example.missing = example.missing || word == "missing";
        escapes = escapes || word == "escapes";
        if (word.starts_with("link=")) example.link = word.substr(5);
        if (word.starts_with("missing=")) example.without = word.substr(8);
        if (word.starts_with("count=")) example.count = std::stoi(word.substr(6));
        if (word.starts_with("repeat=")) example.repeat = std::stoi(word.substr(7));
        const bool in_file = word.starts_with("file-line=");
        if (in_file || word.starts_with("line=")) example.marks[page.code].insert(std::stoi(word.substr(word.find('=') + 1)));
        example.marks_in_file = example.marks_in_file || in_file;
        if (word.starts_with("also=")) example.marks[word.substr(5, 5)].insert(std::stoi(word.substr(11)));
      }
      page.examples.push_back(example);
      inside = &page.examples.back();
    } else if (inside && line.starts_with("```")) {
      if (escapes) inside->text = unescaped(inside->text);
      if (inside->count > 1) inside->text.replace(inside->text.rfind("word"), 4, times_over("word ", inside->count));
      if (inside->marks.empty()) read_marks(*inside);
      const std::string once = inside->text;
      for (int i = 1; i < inside->repeat; ++i)
        inside->text += once;
      inside = nullptr;
    } else if (inside) {
      inside->text += line + "\n";
    }
  }
  return page;
}

inline std::vector<Page> read_pages() {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(FIRSTHAND_SOURCE "/docs/findings"))
    if (entry.path().filename().string().starts_with("F") && entry.path().extension() == ".md") paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::vector<Page> pages;
  for (const auto& path : paths)
    pages.push_back(read_page(path));
  return pages;
}

// With what is measured in one bank and practised in another.
template<class Take> void take_banks(const reading::FileSource& files, const Take& take) {
  std::vector<reading::LoadedBank> banks;
  for (const std::string& path : reading::bank_paths(files))
    banks.push_back(reading::load_bank(files, path));
  std::vector<reading::PractisedText> practised;
  for (const reading::LoadedBank& bank : banks)
    for (reading::PractisedText& text : reading::practised_texts(bank))
      practised.push_back(std::move(text));
  for (const reading::LoadedBank& bank : banks) {
    take(bank.findings, bank.files);
    take(reading::practised_findings(bank, practised), bank.files);
  }
}

// "F0201 scenario.yaml:7" for every finding of the whole world: scenario, library, catalogue and banks.
inline std::set<std::string> findings_of(World& world, const reading::StepReader& steps) {
  std::set<std::string> all;
  const auto take = [&](const model::Findings& findings, const std::vector<reading::UsedFile>& files) {
    for (const model::Finding& f : findings)
      all.insert(f.code + " " + (f.where.file < files.size() ? files[f.where.file].path : "?") + ":" + std::to_string(f.where.line));
  };
  const auto scenario = reading::load_scenario(world.files(), world_path("scenario"), steps);
  const auto shelf = reading::load_shelf(world.files());
  const auto library = reading::Library::open(world.files());
  take(scenario.findings, scenario.files);
  take(shelf.findings, shelf.files);
  take(library.findings(), library.files());
  take_banks(world.files(), take);
  constexpr const char* today = "2026-11-25"; // of the pages that tell what a day makes of a date
  take(reading::late_dates(scenario.dates, today), scenario.files);
  take(reading::late_dates(shelf.dates, today), shelf.files);
  return all;
}

// What the example should give, as `findings_of` writes it.
inline std::set<std::string> expected_of(const Example& example, const World& world) {
  std::set<std::string> all;
  const std::string path = world_path(example.alias);
  const std::string file = world.text(example.alias);
  const std::size_t block = example.whole || example.marks_in_file ? 0 : file.find(example.text.substr(0, example.text.find('\n')));
  const int before = static_cast<int>(std::count(file.begin(), file.begin() + static_cast<std::ptrdiff_t>(block), '\n'));
  for (const auto& [code, lines] : example.marks)
    for (const int line : lines)
      all.insert(code + " " + path + ":" + std::to_string(line + before));
  return all;
}

inline void apply(const Example& example, World& world) {
  if (example.missing && example.bad)
    world.remove(example.alias);
  else if (example.whole)
    world.put(example.alias, example.text);
  else
    world.change(example.alias, example.text);
  if (!example.link.empty()) world.files().put_link(example.link);
}

// What stands for both of a page's examples first.
inline World world_of(const Page& page, const Example& example) {
  World world;
  for (const Example& before : page.examples)
    if (before.with) apply(before, world);
  apply(example, world);
  return world;
}

} // namespace firsthand::reading_test
