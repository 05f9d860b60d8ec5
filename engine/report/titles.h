// What things were called, and what was right, where an attempt was made: for statements. Where nobody can tell any more,
// ids stand in.
#pragma once

#include "engine/base/json_line.h"
#include "engine/session/contract.h"

#include <functional>
#include <map>
#include <string>

namespace firsthand::report {

struct Titles {
  std::string course;                                                // id; empty if none is known
  std::string scenario;                                              // in the language of the attempt
  std::map<std::string, std::string> steps;                          // by id
  std::map<std::string, std::vector<session::Answer>> right_answers; // to questions, by the step's id; may be none
  std::string review = {};                                           // "draft", or who reviewed lesson and doctrine; empty: not known
};
// Of the attempt that begins with this line.
using TitlesOf = std::function<Titles(const base::Json& begin)>;

} // namespace firsthand::report
