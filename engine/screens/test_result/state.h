// What the page after a test shows, and what it is asked for. Words and numbers; draws nothing.
#pragma once

#include "engine/app/data_folder.h"
#include "engine/screens/using_ui.h"
#include "engine/ui/widgets.h"

#include <optional>
#include <string>
#include <vector>

namespace firsthand::screens {

// A lesson of the test's course.
struct TaughtLesson {
  model::Id id;
  content::ContentPtr content;
  std::vector<model::Id> competencies;
  bool played = false;
};

// Read when the test is opened: when it is handed in its page comes at once.
struct TestResultRead {
  std::vector<TaughtLesson> lessons;      // in the course's order, without what cannot be read
  std::optional<app::AttemptCard> before; // the baseline, where one was handed in
  int newest_try = 0;                     // at the test after the lessons
  std::vector<app::AttemptCard> decided;  // about whose result two people decided afterwards
  bool several = false;                   // the final has other parts as well
  std::vector<std::string> left;          // of those, what is still to be passed: titles as their authors wrote them
};

TestResultRead read_test_result(app::DataFolder& data_folder, const std::string& person, const model::Id& lesson);

struct TestResultRow { // a competency
  std::string name, count;
  const char* icon = "ring";
  Meaning meaning = Meaning::quiet;
};

struct TestResultPart { // of what has to hold for a pass
  std::string words;
  const char* icon = "check";
  Meaning meaning = Meaning::ok;
};

struct TestResultBar { // per mille of all points; -1: none
  int won = -1, cut = -1, before = -1;
  std::string won_words, cut_words, before_words;
};

struct TestResultWay {
  std::string lesson, label; // no lesson: there is no such way
  bool leads = false;        // it is what comes next; else home is
};

struct TestResultState {
  std::string title, sat; // what it was sat for
  std::string verdict, line, provisional;
  std::string first;                // the first verdict, where two people decided what counts afterwards; else empty
  std::vector<std::string> decided; // what they decided, a line each, oldest first
  Meaning meaning = Meaning::quiet;
  TestResultBar bar;
  std::vector<TestResultPart> parts;
  std::string sure_title, sure_none; // one of them; neither: nothing is told
  std::vector<std::string> sure;     // competencies
  std::string rows_title;
  std::vector<TestResultRow> rows; // none: a baseline says only that it was handed in
  std::string hidden;              // why no right answer stands here
  TestResultWay way;
  std::string home, back, print; // print: empty, there is no page of it
  std::string said;              // where the page is that was written
};

struct TestResultIntent {
  std::optional<std::string> lesson;
  bool home = false, print = false;
};

} // namespace firsthand::screens
