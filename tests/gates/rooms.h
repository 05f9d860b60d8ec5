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
    Arrows arrows;
    for (const SourceFile& file : files) {
      const std::string code = code_only(file.text);
      check_includes(file.path, lines_of(code), first_user, arrows, found);
      check_words(file, found);
      check_names_used(file.path, lines_of(code), found);
      check_rooms_named(file.path, named_spaces(code), found);
      if (file.path.starts_with("tests/")) continue; // what a test keeps and looks up fails in the test
      check_stored_views(file, found);
      for (const int line : unchecked_lookups(file.text))
        found.push_back({file.path, line, "what is looked up is used unchecked: keep the result and compare it with the end first"});
    }
    check_circles(arrows, found);
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
    const std::set<std::string> kinds{"room", "may",  "apart", "outside", "outside-once", "private", "public", "top",
                                      "word", "name", "only",  "unseen",  "borrows",      "lasting", "opens"};
    const bool complete = line.kind == "may" || line.kind == "apart" || line.kind == "top" || !line.values.empty();
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

  using Arrows = std::map<std::string, std::map<std::string, int>>; // a header, those it includes, and in which line

  void check_includes(const std::string& path, const Words& lines, std::map<const Line*, std::string>& first_user, Arrows& arrows,
                      std::vector<Complaint>& found) const {
    const std::string room = room_of(path);
    if (room.empty()) found.push_back({path, 1, "this file belongs to no room of tests/rooms.txt"});
    int number = 0;
    for (const std::string& line : lines) {
      ++number;
      const Include include = included_by(line);
      if (room.empty() || include.header.empty()) continue;
      const std::string& header = include.header;
      const bool winds = header.find("./") != header.npos || header.find("//") != header.npos;
      const std::string why = winds                     ? header + " is not written from the root"
                              : room_of(header).empty() ? outside_refused(path, include, first_user)
                                                        : inside_refused(path, room, header);
      if (!why.empty()) found.push_back({path, number, why});
      if (path.ends_with(".h")) arrows[path].emplace(include.header, number);
    }
  }

  void check_circles(const Arrows& arrows, std::vector<Complaint>& found) const {
    for (const auto& [path, headers] : arrows)
      for (const auto& [header, line] : headers) {
        std::set<std::string> reached;
        if (reaches(arrows, header, path, reached)) found.push_back({path, line, path + " includes itself by " + header});
      }
  }

  static bool reaches(const Arrows& arrows, const std::string& from, const std::string& to, std::set<std::string>& reached) {
    if (from == to) return true;
    const auto headers = arrows.find(from);
    if (headers == arrows.end() || !reached.insert(from).second) return false;
    return std::any_of(headers->second.begin(), headers->second.end(),
                       [&](const auto& each) { return reaches(arrows, each.first, to, reached); });
  }

  static std::string folder_of(const std::string& path) { return path.substr(0, path.rfind('/') + 1); }

  // The line that makes a header private to others than these files, or nothing. In a folder with a public face all else is its own.
  const Line* hides(const std::string& header) const {
    for (const Line& line : lines_) {
      if (line.kind == "private" && fits_any(line.subjects, header)) return &line;
      if (line.kind == "public" && fits_any(line.subjects, folder_of(header)) && !fits_any(line.values, header)) return &line;
    }
    return nullptr;
  }

  std::string inside_refused(const std::string& path, const std::string& room, const std::string& header) const {
    const std::string other = room_of(header);
    const std::string from = apart_folder(path), to = apart_folder(header);
    const bool same_folder = folder_of(path) == folder_of(header);
    const Line* hidden = hides(header);
    const std::string rule = hidden ? " (tests/rooms.txt:" + std::to_string(hidden->number) + ")" : "";
    if (hidden && !(hidden->kind == "public" ? same_folder : fits_any(hidden->values, path))) return header + " is private" + rule;
    if (!header.ends_with(".h") && !hidden) return header + " is no header";
    if (hidden && header.ends_with(".h") && path.ends_with(".h") && same_folder && !hides(path))
      return header + " is private" + rule + " and this header, which is not, would hand it on";
    for (const Line& line : lines_)
      if (line.kind == "top" && same_folder && path.ends_with(".h") && fits_any(line.subjects, header))
        return header + " is the top of its folder: no header there includes it (tests/rooms.txt:" + std::to_string(line.number) + ")";
    if (!from.empty() && !to.empty() && from != to) return from + " stands apart and does not include " + header;
    return may_see(room, other) ? "" : "room " + room + " may not include room " + other + " (" + header + ")";
  }

  std::string outside_refused(const std::string& path, const Include& include, std::map<const Line*, std::string>& first_user) const {
    const std::string& header = include.header;
    if (include.form == '<' && header.find_first_not_of("abcdefghijklmnopqrstuvwxyz_0123456789") == header.npos) return ""; // <map>
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

  void check_names_used(const std::string& path, const Words& lines, std::vector<Complaint>& found) const {
    const auto complain = [&](const std::string& name, const std::string& why) {
      for (std::size_t i = 0; i < lines.size(); ++i)
        if (uses_name(lines[i], name)) found.push_back({path, static_cast<int>(i) + 1, name + why});
    };
    for (const Line& line : lines_)
      for (const std::string& name : line.subjects)
        if (line.kind == "only" && !fits_any(line.values, path))
          complain(name, " is written elsewhere only (tests/rooms.txt:" + std::to_string(line.number) + ")");
    for_each_forbidden("name", path,
                       [&](const std::string& name) { complain(name, " is not used here: it is not the same on every machine"); });
    for_each_forbidden("unseen", path, [&](const std::string& name) { complain(name, " is the truth, which is not shown"); });
  }

  // What came along with somebody else's header is not ours to use either: a room's namespace is its own name.
  void check_rooms_named(const std::string& path, const std::vector<NamedSpace>& spaces, std::vector<Complaint>& found) const {
    const std::string room = room_of(path);
    for (const NamedSpace& space : spaces) {
      if (room.empty() || !find("room", space.name)) continue;
      const bool own = space.name == room || path.find("/" + space.name + "/") != path.npos;
      if (!may_see(room, space.name)) found.push_back({path, space.line, "room " + room + " may not name " + space.name + "::"});
      if (space.how == NamedSpace::How::declares && !own)
        found.push_back({path, space.line, "what is in " + space.name + ":: is declared in its own headers"});
      if (space.how != NamedSpace::How::renames || own || !path.ends_with(".h") || path.starts_with("tests/") || opens(room, space.name))
        continue;
      for (const Line& line : lines_)
        if (line.kind == "may" && contains(line.values, room) && !contains(line.values, space.name))
          found.push_back({path, space.line,
                           "room " + line.subjects[0] + " may not name " + space.name + "::, and here it would get it by another name"});
    }
  }

  bool may_see(const std::string& room, const std::string& other) const {
    const Line* may = find("may", room);
    return other == room || (may && contains(may->values, other));
  }

  static bool contains(const Words& words, const std::string& word) { return std::find(words.begin(), words.end(), word) != words.end(); }

  static bool is_borrow(const Line& line) { return line.kind == "borrows" || line.kind == "lasting"; }

  // The one room writes the names of the other without their namespace.
  bool opens(const std::string& room, const std::string& other) const {
    const Line* line = find("opens", room);
    return line && contains(line->values, other);
  }

  // "engine/screens/home/draw.h" → "screens", "modules/scene/view.cpp" → "scene": the folder's namespace.
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
      const bool own = home == file.path ||
                       (home.ends_with(".h") && (space_of(home) == space_of(file.path) || opens(room_of(file.path), room_of(home))));
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
