// One attempt being played: its state, what happened so far, and the way in for the next action. An action is computed on a
// copy, sealed, made durable, and only then adopted: what is on the screen is always on the disk. Belongs to the thread that opened
// the data folder; the writing itself happens on the data folder's writer thread. The data folder must outlive it.
#pragma once

#include "engine/content/content_library.h"
#include "engine/records/store.h"
#include "engine/report/attempt_timeline.h"
#include "engine/session/act_order.h"
#include "engine/session/record.h"

#include <functional>

namespace firsthand::records {
struct Services;
class Writer;
} // namespace firsthand::records

namespace firsthand::app {

// One entry of an attempt as read or written.
struct Turn {
  int turn = 0;
  std::string attempt; // another one than the session's: inherited by a branch
  std::string kind;    // begin, branch, turn, sitting, end
  base::Moment at;
  std::optional<session::Action> action; // of kind turn; the text of a note is there unless it was erased
  session::Facts facts;
  crypto::Hash hash; // of the entry
};

// Kinds of Turn::kind that a record has; why an attempt was ended without a verdict.
constexpr const char* given_up = "given-up";
constexpr const char* interrupted_by_update = "interrupted-by-update";
constexpr const char* moment_over = "moment-over"; // of what was begun to practise one step

struct Submitted {
  enum class Kind : std::uint8_t {
    adopted,  // durable; the state is the new one
    pending,  // submit_later only: poll() will tell
    refused,  // not accepted: nothing changed; `code`
    not_saved // accepted and could not be made durable: nothing changed; `code`, `message` of the store
  };
  Kind kind = Kind::adopted;
  int turn = 0;      // the newest durable one
  crypto::Hash hash; // of the entry, if adopted
  std::string code;
  std::string message; // English, may be empty if refused; Words::refusal and Words::error translate
};

constexpr std::int64_t clock_put_right = 60'000; // milliseconds that clocks are put right by themselves; more was somebody

class AttemptSession {
 public:
  ~AttemptSession();
  AttemptSession(const AttemptSession&) = delete;
  AttemptSession& operator=(const AttemptSession&) = delete;

  const content::Content& content() const { return *content_; }
  const content::ContentPtr& shared_content() const { return content_; } // for what may outlive the session
  const session::Prepared& prepared() const { return content_->prepared(); }
  const session::Attempt& attempt() const { return attempt_; }
  const session::ActOrder& act_order() const { return act_order_; } // of the acts of the open step
  const session::Pins& pins() const { return pins_; }
  const std::string& id() const { return pins_.attempt; }
  int turn() const { return attempt_.turn; }
  bool over() const { return attempt_.ending != session::Ending::open; }
  bool interrupted() const { return interrupted_; } // closed because the program now computes something else

  // Everything so far, oldest first; of a branch with what it inherited.
  const std::vector<Turn>& turns() const { return turns_; }
  base::Moment saved_at() const { return turns_.back().at; } // of the newest durable entry
  // By more than clocks are put right by themselves: it stands before what is sealed, or does not show the time that has gone by since
  // somebody began to watch it.
  bool clock_was_set_back(base::Moment now) const;
  session::Facts facts() const;             // all of them, in order
  report::AttemptTimeline timeline() const; // the same for report's folds

  const std::string& language() const { return session_entry_.language; }
  const std::string& text(const model::Text& text) const; // in that language
  // Another language from now on. A sealed entry of its own, because texts are part of what was shown. Not while pending.
  base::Result<void> set_language_and_wait(std::string_view language, std::vector<std::string> aids);
  // Returns at once, as submit_later does: pending, or adopted if there was nothing to record, or refused.
  Submitted set_language_later(std::string_view language, std::vector<std::string> aids);

  // Accepted, durable, adopted; or nothing changed. `expected_turn` is turn() as it was when the action was offered.
  Submitted submit_and_wait(const session::Action& action, int expected_turn);

  // Returns at once: refused, or pending. While pending every further action is refused with "pending".
  Submitted submit_later(const session::Action& action, int expected_turn);
  bool pending() const { return pending_ != nullptr; }
  base::Moment pending_since() const { return pending_since_; }
  // What became of the pending action, once: adopted or not_saved. Nothing while it is still being written.
  std::optional<Submitted> poll();

  // Ends an open attempt without a verdict.
  base::Result<void> give_up_and_wait();
  Submitted end_later(const char* why); // the same, and returns at once as submit_later does

  bool is_moment() const { return pins_.variant == session::moment_variant; }
  bool past_its_moment() const; // the step that it was begun to practise was left

 private:
  friend class DataFolder;
  struct Step { // a turn computed and not yet durable
    session::Attempt next;
    Turn turn;
    storage::AppendRequest request;
    std::optional<session::SessionEntry> session_entry; // from then on
  };
  struct Pending; // shared with the writer
  AttemptSession(const records::Services& services, records::Store& store, records::Writer& writer, content::ContentPtr content)
      : services_(services), store_(store), writer_(writer), content_(std::move(content)) {}

  std::optional<session::Refused> time_fault() const; // of a supervised session
  std::optional<Submitted> compute(const session::Action& action, int expected_turn, Step& step);
  base::Result<std::optional<Step>> language_step(session::SessionEntry wanted); // nothing: there is nothing to record
  Submitted write_later(const std::shared_ptr<Pending>& pending);
  std::int64_t time_until(base::Moment at) const;
  storage::AppendRequest request_of(const session::Attempt& next, const Turn& turn, base::Json line) const;
  Submitted adopt(Step&& step, const base::Result<storage::Sealed>& sealed);
  Submitted refused(const session::Refused& why) const;
  base::Result<void> append_now(Step&& step);
  Step end_step(const char* why);
  base::Result<void> end_without_verdict(const char* why);

  const records::Services& services_;
  records::Store& store_;
  records::Writer& writer_;
  content::ContentPtr content_;
  crypto::Hash kept_; // of the packed content
  session::Pins pins_;
  session::SessionEntry session_entry_;
  base::Moment started_;
  session::Attempt attempt_;
  session::ActOrder act_order_;
  std::optional<base::Moment> until_; // of a supervised session: from then on nobody goes on with it
  std::vector<Turn> turns_;
  session::Workspace workspace_;
  bool interrupted_ = false;
  std::shared_ptr<Pending> pending_;
  base::Moment pending_since_;
};

// Turns as report's folds take them. A timeline's turn is numbered by its place among them, so that a branch's are one row; times are
// given of the entries of `attempt`, not of what it inherited.
report::AttemptTimeline timeline_of(const session::Prepared& prepared, const std::vector<Turn>& turns, const std::string& attempt);

} // namespace firsthand::app
