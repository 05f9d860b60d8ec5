// An attempt with all its moments: each act, the facts that followed, and the whole state after it. What the author's inspector
// looks at, and what its go-back and reload play again. Only an author's own attempt is ever looked at so: it is marked as a
// rehearsal and lies in a record that is gone when the program ends.
#pragma once

#include "engine/app/data_folder.h"

namespace firsthand::inspection {

struct Moment {
  std::size_t turn = 0; // index into AttemptSession::turns()
  std::string act;      // in the grammar of plays; "" of the beginning and of what is no act
  session::Facts facts;
  session::Attempt after;
};

struct Past {
  content::ContentPtr content;
  std::string language; // that names are shown in
  std::string attempt;  // id
  session::Start start;
  std::vector<Moment> moments; // never empty

  const session::Prepared& prepared() const { return content->prepared(); }
};

Past past_of(const app::AttemptSession& session);

// The acts up to a moment as a play that does the same: what was drawn stands in it, unless one draw gave different outcomes.
std::string play_so_far(const Past& past, std::size_t moment);

// The first so many acts of a past, on the lesson as the library reads it now.
struct Again {
  std::unique_ptr<app::AttemptSession> session;
  int played = 0, all = 0; // acts
  std::string left_off;    // "" if all were played; else the act that was not, and why
};
// Errors: those of DataFolder::begin; then there is no other attempt.
base::Result<Again> played_again(app::DataFolder& data_folder, const Past& past, std::size_t moment);

// Why a line of a play cannot be played now, with what would do; "" if it can.
struct TypedLine {
  std::optional<session::Action> action;
  std::string problem;
};
TypedLine typed_line(const Past& past, std::string_view line);

std::string offered_words(const Past& past); // "do table look lamp; go on": some of what could be done now

} // namespace firsthand::inspection
