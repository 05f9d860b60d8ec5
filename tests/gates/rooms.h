// The table tests/rooms.txt and what it says of source files. Knows no room by name: all names come from the table.
#pragma once

#include "tests/gates/borrows.h"

#include <algorithm>
#include <map>
#include <sstream>

namespace gates {

using Words = std::vector<std::string>;

struct SourceFile {
  std::string path; // from the root of the repository, with /
  std::string text;
};

struct Complaint {
  std::string path;
  int line = 0;
  std::string what;
  std::string words() const { return path + ":" + std::to_string(line) + ": " + what; }
};

struct Line { // one line of the table: what it is, its subjects, and what stands behind the colon
  int number = 0;
  std::string kind;
  Words subjects, values;
};

inline bool fits(std::string_view pattern, std::string_view path) {
  if (pattern.empty()) return path.empty();
  if (pattern[0] != '*') return !path.empty() && pattern[0] == path[0] && fits(pattern.substr(1), path.substr(1));
  for (std::size_t skip = 0; skip <= path.size(); ++skip)
    if (fits(pattern.substr(1), path.substr(skip))) return true;
  return false;
}

inline bool fits_any(const Words& patterns, std::string_view path) {
  return std::any_of(patterns.begin(), patterns.end(), [&](const std::string& p) { return fits(p, path); });
}

inline Words words_of(const std::string& text) {
  std::istringstream stream(text);
  Words words;
  for (std::string word; stream >> word;)
    words.push_back(word);
  return words;
}

class Table {
 public:
  // Lines that make no sense are kept as complaints: a rule that is misspelt must not pass silently.
  explicit Table(std::string_view text) {
    int number = 0;
    for (const std::string& line : lines_of(text)) {
      ++number;
      if (!words_of(line).empty() && line[0] != '#') add(number, line);
    }
    for (const Line& line : lines_)
      check_names(line);
  }

  const std::vector<Complaint>& mistakes() const { return mistakes_; }

  std::string room_of(std::string_view path) const {
    for (const Line& line : lines_)
      if (line.kind == "room" && fits_any(line.values, path)) return line.subjects[0];
    return "";
  }

  // What a page says otherwise that has each room and its level as "| 2 | `paint` | …": a room that is missing, that is not there
  // any more or stands twice, or that may see one which is not below it.
  Words unlike(const std::string& page) const {
    std::map<std::string, int> levels;
    Words found;
    for (const std::string& line : lines_of(page)) {
      const Words cells = words_of(line);
      if (cells.size() < 4 || cells[0] != "|" || cells[2] != "|" || cells[3].front() != '`') continue;
      const std::string room = cells[3].substr(1, cells[3].size() - 2);
      if (!find("room", room)) found.push_back(room + " is no room");
      if (!levels.emplace(room, std::stoi(cells[1])).second) found.push_back(room + " stands twice");
    }
    for (const Line& line : lines_) {
      if (line.kind == "room" && !levels.contains(line.subjects[0])) found.push_back(line.subjects[0] + " is missing");
      if (line.kind != "may") continue;
      for (const std::string& below : line.values)
        if (levels[below] >= levels[line.subjects[0]]) found.push_back(line.subjects[0] + " may see " + below + ", which is not below it");
    }
    return found;
  }

  std::vector<Complaint> check(const std::vector<SourceFile>& files) const {
    std::vector<Complaint> found;
    std::map<const Line*, std::string> first_user;
    for (const SourceFile& file : files) {
      check_includes(file, first_user, found);
      check_words(file, found);
      check_names_used(file, found);
      check_rooms_named(file, found);
      if (file.path.starts_with("tests/")) continue; // what a test keeps and looks up fails in the test
      check_stored_views(file, found);
      for (const int line : unchecked_lookups(file.text))
        found.push_back({file.path, line, "what is looked up is used unchecked: keep the result and compare it with the end first"});
    }
    return found;
  }

  // Lines of the table that name a struct which views nothing, or is gone.
  std::vector<Complaint> needless_borrows(const std::vector<SourceFile>& files) const {
    std::vector<Complaint> found;
    for (const Line& line : lines_) {
      if (!is_borrow(line)) continue;
      std::set<std::string> owners;
      for (const SourceFile& file : files)
        if (file.path == line.subjects[0])
          for (const StoredView& view : stored_views(file.text, borrowing_names(file)))
            owners.insert(view.owner);
      for (std::size_t i = 1; i < line.subjects.size(); ++i)
        if (!owners.contains(line.subjects[i]))
          found.push_back({"tests/rooms.txt", line.number, line.subjects[i] + " of " + line.subjects[0] + " views nothing: take it out"});
    }
    return found;
  }

 private:
  void add(int number, const std::string& text) {
    const std::size_t colon = text.find(": ") == std::string::npos ? text.rfind(':') : text.find(": ");
    Words head = words_of(text.substr(0, colon));
    Line line{number, head.front(), {head.begin() + 1, head.end()}, {}};
    if (colon != std::string::npos) line.values = words_of(text.substr(colon + 1));
    const std::set<std::string> kinds{"room", "may",  "apart",  "outside", "outside-once", "private",
                                      "word", "name", "unseen", "borrows", "lasting",      "opens"};
    const bool complete = line.kind == "may" || line.kind == "apart" || !line.values.empty();
    const bool enough = is_borrow(line) ? line.subjects.size() > 1 : !line.subjects.empty();
    if (kinds.contains(line.kind) && enough && complete)
      lines_.push_back(line);
    else
      mistakes_.push_back({"tests/rooms.txt", number, "this line says nothing that is known: " + text});
  }

  void check_names(const Line& line) {
    if (line.kind != "may" && line.kind != "opens") return;
    Words names = line.values;
    names.push_back(line.subjects[0]);
    for (const std::string& name : names)
      if (!find("room", name)) mistakes_.push_back({"tests/rooms.txt", line.number, "there is no room " + name});
  }

  const Line* find(std::string_view kind, std::string_view subject) const {
    for (const Line& line : lines_)
      if (line.kind == kind && line.subjects[0] == subject) return &line;
    return nullptr;
  }

  // The folder that stands apart and holds this path ("modules/scene/"), or nothing.
  std::string apart_folder(const std::string& path) const {
    for (const Line& line : lines_)
      for (std::size_t end = path.find('/'); line.kind == "apart" && end != std::string::npos; end = path.find('/', end + 1))
        if (fits_any(line.subjects, path.substr(0, end + 1))) return path.substr(0, end + 1);
    return "";
  }

  void check_includes(const SourceFile& file, std::map<const Line*, std::string>& first_user, std::vector<Complaint>& found) const {
    const std::string room = room_of(file.path);
    if (room.empty()) found.push_back({file.path, 1, "this file belongs to no room of tests/rooms.txt"});
    int number = 0;
    for (const std::string& line : lines_of(code_only(file.text))) {
      ++number;
      const std::string header = included_by(line);
      if (room.empty() || header.empty()) continue;
      const std::string why =
          room_of(header).empty() ? outside_refused(file.path, header, first_user) : inside_refused(file.path, room, header);
      if (!why.empty()) found.push_back({file.path, number, why});
    }
  }

  std::string inside_refused(const std::string& path, const std::string& room, const std::string& header) const {
    const std::string other = room_of(header);
    const std::string from = apart_folder(path), to = apart_folder(header);
    for (const Line& line : lines_)
      if (line.kind == "private" && fits_any(line.subjects, header) && !fits_any(line.values, path))
        return header + " is private (tests/rooms.txt:" + std::to_string(line.number) + ")";
    if (!from.empty() && !to.empty() && from != to) return from + " stands apart and does not include " + header;
    return may_see(room, other) ? "" : "room " + room + " may not include room " + other + " (" + header + ")";
  }

  std::string outside_refused(const std::string& path, const std::string& header, std::map<const Line*, std::string>& first_user) const {
    const bool is_standard = header.find_first_of("./") == std::string::npos && std::islower(static_cast<unsigned char>(header[0]));
    if (is_standard) return "";
    for (const Line& line : lines_) {
      if (!line.kind.starts_with("outside") || !fits_any(line.subjects, header)) continue;
      if (!fits_any(line.values, path)) return header + " belongs elsewhere (tests/rooms.txt:" + std::to_string(line.number) + ")";
      const std::string& first = first_user.try_emplace(&line, path).first->second;
      if (line.kind == "outside-once" && first != path) return header + " is already wrapped by " + first + ", one file is enough";
      return "";
    }
    return header + " stands in no line of tests/rooms.txt; own headers are written from the root of the repository";
  }

  void check_words(const SourceFile& file, std::vector<Complaint>& found) const {
    std::string text = file.text;
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    for_each_forbidden("word", file.path, [&](const std::string& word) {
      int number = 0;
      for (const std::string& line : lines_of(text))
        if (++number; line.find(word) != std::string::npos)
          found.push_back({file.path, number, "the word " + word + " is content and belongs in YAML"});
    });
  }

  void check_names_used(const SourceFile& file, std::vector<Complaint>& found) const {
    const Words lines = lines_of(code_only(file.text));
    for_each_forbidden("name", file.path, [&](const std::string& name) {
      for (std::size_t i = 0; i < lines.size(); ++i)
        if (uses_name(lines[i], name))
          found.push_back({file.path, static_cast<int>(i) + 1, name + " is not used here: it is not the same on every machine"});
    });
  }

  // What came along with somebody else's header is not ours to use either: a room's namespace is its own name.
  void check_rooms_named(const SourceFile& file, std::vector<Complaint>& found) const {
    const std::string room = room_of(file.path);
    const Words lines = lines_of(code_only(file.text));
    for (const Line& other : lines_) {
      if (other.kind != "room" || room.empty() || may_see(room, other.subjects[0])) continue;
      for (std::size_t i = 0; i < lines.size(); ++i)
        if (names_space(lines[i], other.subjects[0]))
          found.push_back({file.path, static_cast<int>(i) + 1, "room " + room + " may not name " + other.subjects[0] + "::"});
    }
    for_each_forbidden("unseen", file.path, [&](const std::string& name) {
      for (std::size_t i = 0; i < lines.size(); ++i)
        if (uses_name(lines[i], name)) found.push_back({file.path, static_cast<int>(i) + 1, name + " is the truth, which is not shown"});
    });
  }

  bool may_see(const std::string& room, const std::string& other) const {
    const Line* may = find("may", room);
    return other == room || (may && std::find(may->values.begin(), may->values.end(), other) != may->values.end());
  }

  static bool is_borrow(const Line& line) { return line.kind == "borrows" || line.kind == "lasting"; }

  // The room of the first path writes the names of the other's without their namespace.
  bool opens(const std::string& path, const std::string& other) const {
    const Line* line = find("opens", room_of(path));
    return line && std::find(line->values.begin(), line->values.end(), room_of(other)) != line->values.end();
  }

  // "engine/screens/home/page.h" → "screens", "modules/scene/view.cpp" → "scene": the folder's namespace.
  static std::string space_of(const std::string& path) {
    const std::size_t from = path.find('/') + 1;
    return path.substr(from, path.find('/', from) - from);
  }

  // The structs that borrow, as they are written in this file: bare in their own folder, with their namespace elsewhere.
  std::set<std::string> borrowing_names(const SourceFile& file) const {
    std::set<std::string> names;
    for (const Line& line : lines_) {
      if (line.kind != "borrows") continue; // what is viewed for good may be kept by anybody
      const std::string& home = line.subjects[0];
      const bool own = home == file.path || (home.ends_with(".h") && (space_of(home) == space_of(file.path) || opens(file.path, home)));
      const std::string space = space_of(home) + "::";
      if (own || home.ends_with(".h"))
        for (std::size_t i = 1; i < line.subjects.size(); ++i) {
          names.insert(space + line.subjects[i]);
          if (own) names.insert(line.subjects[i]);
        }
    }
    return names;
  }

  void check_stored_views(const SourceFile& file, std::vector<Complaint>& found) const {
    for (const StoredView& view : stored_views(file.text, borrowing_names(file))) {
      const bool listed = std::any_of(lines_.begin(), lines_.end(), [&](const Line& line) {
        return is_borrow(line) && line.subjects[0] == file.path &&
               std::find(line.subjects.begin() + 1, line.subjects.end(), view.owner) != line.subjects.end();
      });
      if (!listed)
        found.push_back({file.path, view.line,
                         view.owner + " keeps what another owns (" + view.member +
                             "): let it own or share that; or, if it lives for one "
                             "call or frame only, name it in a line `borrows` of tests/rooms.txt"});
    }
  }

  template<class Use> void for_each_forbidden(std::string_view kind, const std::string& path, Use use) const {
    for (const Line& line : lines_)
      if (line.kind == kind && fits_any(line.values, path))
        for (const std::string& subject : line.subjects)
          use(subject);
  }

  std::vector<Line> lines_;
  std::vector<Complaint> mistakes_;
};

} // namespace gates
