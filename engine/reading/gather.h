// Reads files for one load: each once, kept whole, counted for the marks. Inside this room only.
#pragma once

#include "engine/reading/fields.h"
#include "engine/reading/files.h"
#include "engine/reading/picture.h"

namespace firsthand::reading {

class Gather {
 public:
  explicit Gather(const FileSource& source) : source_(source) {}

  const FileSource& source() const { return source_; }

  FindingCollector findings;
  std::vector<UsedFile> used;

  // The file's number, or nothing if there is no such file.
  std::optional<std::uint16_t> open(const std::string& path);
  // The tree of a YAML file, or null if there is none or it could not be read (then there is a finding).
  const model::Node* tree(const std::string& path);
  // A picture that is there and keeps to the profile; otherwise a finding, at `named_by` if the file is missing.
  bool picture(const std::string& path, const std::string& name, const model::Where& named_by);
  const std::vector<PictureMark>& marks(const std::string& path) const; // of a picture that was asked for; else none

  // What can be said of all texts once they are known: signs that no font has. The texts in the order of files and lines, each path once.
  std::vector<model::Text> finish_texts();

  std::vector<std::string> list(std::string_view folder) const { return source_.list(folder); }
  const std::map<std::string, model::Node>& trees() const { return trees_; }

 private:
  std::vector<std::string> names_beside(const std::string& name, const std::string& path) const;

  const FileSource& source_;
  std::map<std::string, std::uint16_t> numbers_;
  std::map<std::string, model::Node> trees_; // nodes stay where they are; of kind nothing if unreadable
  struct KnownPicture {
    bool usable = false;
    std::vector<PictureMark> marks;
  };
  std::map<std::string, KnownPicture> pictures_;
};

constexpr std::string_view library_folder = "scenarios/library/";
constexpr std::string_view courses_folder = "scenarios/courses/";

} // namespace firsthand::reading
