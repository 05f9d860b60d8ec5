// Reads a test of a course: what it draws from which banks, and its frozen forms beside it.
#pragma once

#include "engine/model/test.h"
#include "engine/reading/library.h"

namespace firsthand::reading {

class Gather;
struct Vocabulary;

// A test by itself, with its banks.
struct LoadedTest {
  model::Test test;
  model::Findings findings; // sorted; those of its banks are told there
  std::vector<UsedFile> files;
  std::string path;

  bool usable() const; // no finding is an error
};
LoadedTest load_test(const FileSource& files, const std::string& path);
std::vector<std::string> test_paths(const FileSource& files); // scenarios/courses/*/tests/*.yaml, without the frozen forms

std::string forms_path(const std::string& test_path); // "…/knowledge.yaml" → "…/knowledge-forms.yaml"
// The file of frozen forms: ids, and the version of each question.
std::string forms_text(const model::Test& test, const std::vector<std::vector<const model::Item*>>& forms);

// For a step of a lesson, inside this room: `folder` is that of the course's tests, with '/' at its end. `named_by`: where its name stands;
// a finding there if there is none.
model::Test read_test(Gather& gather, const Vocabulary& vocabulary, const std::string& folder, const model::Id& id,
                      const model::Where& named_by);

} // namespace firsthand::reading
