// Questions that stand in several forms of a test: whether who sat one form is as able as who sat another, before anybody says that a form
// is harder. Told, and never applied: each form has its own cut.
#pragma once

#include "engine/report/recorded_tests.h"

namespace firsthand::report {

constexpr std::size_t least_for_anchors = 30; // persons a form

struct AnchorMeans { // of forms that differ in nothing else
  struct Form {
    std::string form;
    std::size_t persons = 0;
    double anchors = 0, rest = 0; // mean points of the anchors, and of all others
  };
  std::string head;        // "knowledge, baseline, asean-draft 2026, en"
  std::size_t anchors = 0; // questions that stand in all of them
  std::vector<Form> forms;
};

// Of forms that enough people sat; nothing where there are not two of them, or they share no question.
std::vector<AnchorMeans> anchor_means(const std::vector<RecordedForm>& forms);

} // namespace firsthand::report
