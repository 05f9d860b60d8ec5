// Tests as people answered them, out of sealed lines, put together so that only what may be compared stands in one table. Needs no content:
// a line has the paper, the answers, and what each was worth when it was handed in. What else is known of a question, who asks hands in.
#pragma once

#include "engine/report/gain.h"
#include "engine/report/items.h"
#include "engine/report/records.h"

#include <set>

namespace firsthand::report {

// One form, one version of each of its questions, one role, doctrine with its edition, and language; of each person the first attempt
// that was handed in.
struct RecordedForm {
  std::string test, form, role, doctrine, language; // form: its letter; empty: not recorded
  Answers answers;                                  // items by name, "c06-bag@1f2e3d4c"
  std::optional<std::size_t> cut = {};              // points that pass, as all of them were sealed with; else nothing
  std::string head() const;                         // "knowledge, form A, baseline, asean-draft 2026, en"
};

struct NotTaken {
  std::size_t open = 0;        // not handed in
  std::size_t not_counted = 0; // see AttemptRecord::counts
  std::size_t again = 0;       // another of this person in the same role came first
  std::size_t twice = 0;       // stands in a further copy of the record
  std::size_t voided = 0;      // two people decided that it counts as nothing
};

// Of a question by id and version, under a doctrine: its options with the key, and what guessing brings. What is not known stays empty.
using KnownItem = std::function<AnsweredItem(const std::string& doctrine, const std::string& item, const std::string& version)>;

class RecordedTests {
 public:
  explicit RecordedTests(KnownItem known = {});

  // `records` may go away afterwards. Errors: those of reading it.
  base::Result<void> add(const Records& records);

  std::vector<RecordedForm> forms() const; // by head
  std::vector<std::string> tests() const;  // that somebody sat, by name
  std::vector<BeforeAndAfter>
  before_and_after(std::string_view test) const; // of all who are in the lists of people, or sat one that counts
  NotTaken not_taken() const;
  // Of each question by name ("c06-bag@1f2e3d4c") on how many papers people got it, whatever became of them: who has seen it can tell
  // others.
  const std::map<std::string, std::size_t>& shown() const { return shown_; }

 private:
  struct Group { // what may be compared; without answers yet
    RecordedForm form;
    std::string doctrine;                                   // its id alone
    std::vector<std::pair<std::string, std::string>> items; // id and version, by id
  };
  struct Sitting {
    std::string person;
    std::int64_t at = 0;
    std::size_t group = 0;
    std::vector<int> worths;          // as the group's items, per mille
    std::vector<std::string> choices; // what was chosen, where it was one thing; else empty
    std::optional<int> score;         // per mille, of the points that were sealed
    std::optional<std::size_t> cut;   // points, likewise
  };

  base::Result<void> take(const Records& records, const AttemptRecord& attempt);
  std::size_t group_of(const base::Json& first);
  std::vector<const Sitting*> firsts() const; // of each person, test and role
  Answers answers_of(const Group& group, const std::vector<const Sitting*>& sittings) const;
  std::optional<std::size_t> cut_of(const Group& group, const std::vector<const Sitting*>& sittings) const;

  KnownItem known_;
  std::map<std::string, std::size_t> numbers_; // of groups
  std::vector<Group> groups_;
  std::vector<Sitting> sittings_;
  std::map<std::string, std::string> people_; // who they are told as: the service number, a name, or the id
  std::set<std::string> attempts_;
  std::map<std::string, std::size_t> shown_;
  NotTaken not_taken_;
};

} // namespace firsthand::report
