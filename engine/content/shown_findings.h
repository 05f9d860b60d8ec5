// Findings as a person reads them: with every path as that person named its folder, not as the tree of content has it.
#pragma once

#include "engine/reading/findings.h"

namespace firsthand::content {

struct ShownFinding {
  std::string path; // where the file lies
  std::string text, json;
};
ShownFinding shown(const model::Finding& finding, std::span<const reading::UsedFile> files, const reading::FileSource& source,
                   const reading::Translate& translate = reading::as_written);

// "own/library/lamp.yaml:3: message", for a line among others.
std::string in_one_line(const model::Finding& finding, std::span<const reading::UsedFile> files, const reading::FileSource& source,
                        const reading::Translate& translate = reading::as_written);

} // namespace firsthand::content
