// See page.h.
#include "engine/screens/supervision/page.h"

#include "engine/content/session_words.h"
#include "engine/screens/supervision/draw.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace firsthand::screens {

namespace {

constexpr int open_minutes = 2;                            // until it closes by itself: whoever fills it in is given more time
constexpr std::size_t names_told = 12, longest_told = 100; // bytes

std::vector<model::Id> parts_of(const reading::Course& course) {
  std::vector<model::Id> all;
  for (const auto* parts : {&course.final_parts, &course.baseline})
    for (const reading::CoursePart& each : *parts)
      all.push_back(each.scenario);
  return all;
}

// Tests of the courses, each once; their titles in the language of the page.
std::vector<SupervisionTest> tests_in(app::DataFolder& data_folder, const std::string& language) {
  std::vector<SupervisionTest> all;
  content::ContentLibrary& library = data_folder.content_library();
  for (const reading::Course& course : library.library().courses())
    for (const model::Id& id : parts_of(course)) {
      const auto known = [&](const SupervisionTest& each) { return each.id == id; };
      if (std::any_of(all.begin(), all.end(), known)) continue;
      if (const auto content = library.load(id); content.ok() && (*content)->usable())
        all.push_back({id, (*content)->texts(language).of((*content)->prepared().scenario.title)});
    }
  return all;
}

// At the end of a sign, not within one.
std::string cut(const std::string& words) {
  if (words.size() <= longest_told) return words;
  std::size_t end = longest_told;
  while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0) == 0x80)
    --end;
  return words.substr(0, end) + "…";
}

// Numbers and names are what somebody typed: of very many some.
std::string listed(const std::vector<std::string>& all) {
  std::string told;
  for (std::size_t i = 0; i < std::min(all.size(), names_told); ++i)
    told += (i > 0 ? ", " : "") + cut(all[i]);
  return all.size() > names_told ? told + " …" : told;
}

} // namespace

// ---- asked

struct SupervisionPage::Read {
  base::Result<std::optional<app::SessionCard>> session = std::optional<app::SessionCard>();
  base::Result<std::vector<app::SessionSeat>> seats = std::vector<app::SessionSeat>();
  std::vector<SupervisionTest> tests;
  std::string room; // of this computer
};

void SupervisionPage::read(std::function<void()> then) {
  context_.ask(
      [language = context_.settings().language](app::DataFolder& data_folder) {
        Read read;
        read.session = data_folder.unclosed_session();
        if (read.session.ok() && *read.session) read.seats = data_folder.seats((*read.session)->session);
        read.tests = tests_in(data_folder, language);
        if (const auto station = data_folder.station(); station.ok()) read.room = station->room;
        return read;
      },
      [this, then = std::move(then)](Read read) {
        if (!read.session.ok()) memory.problem = context_.words().error(read.session.error());
        if (read.session.ok()) context_.front().session = *std::move(read.session);
        seats_ = read.seats.ok() ? std::move(read.seats).value() : std::vector<app::SessionSeat>();
        tests_ = std::move(read.tests);
        room_here_ = std::move(read.room);
        if (memory.room.empty()) memory.room = room_here_;
        then();
      });
}

void SupervisionPage::enter(const std::function<void()>& show) {
  context_.read_front([this, show] {
    memory = typed_before_;
    read([this, show] {
      memory.part = has_session() ? SupervisionPart::pin : SupervisionPart::opening;
      if (has_session()) memory.supervisor = context_.front().session->supervisor;
      say();
      show();
    });
  });
}

// ---- what was typed

const app::PersonCard* SupervisionPage::supervisor_typed() {
  typed_supervisor_ = app::supervisor_called(memory.supervisor, context_.front().people);
  if (typed_supervisor_) return &*typed_supervisor_;
  memory.lead = "supervision/name";
  memory.problem = context_.words().tr("session", "The list of people has nobody of that name or number who may supervise.");
  return nullptr;
}

// Who is meant by the numbers, and until when: told while it is typed.
void SupervisionPage::put_typed(std::string_view typing) {
  if (asked_with_ == memory.numbers + "\n" + memory.until) typing = {};
  const std::string read_for = fmt::format("{}\n{}\n{}\n{}", memory.numbers, memory.until, context_.settings().language, typing);
  if (std::exchange(read_for_, read_for) == read_for) return;
  put_present(typing == "supervision/numbers");
  const auto until = app::time_today(memory.until, context_.now(), context_.offset_minutes());
  until_fault_.clear();
  if (memory.until.empty() || typing == "supervision/until") return;
  if (!until) until_fault_ = context_.words().tr("session", "That is no time. Write hours and minutes, such as 12:00.");
  if (until && !(context_.now() < *until)) until_fault_ = context_.words().error(base::fail("session-until", ""));
}

void SupervisionPage::put_present(bool still_typed) {
  const content::Words& words = context_.words();
  numbers_ = app::read_numbers(memory.numbers, context_.front().people);
  std::vector<std::string> names;
  for (const app::PersonCard& each : numbers_.people)
    names.push_back(each.number + " " + each.name);
  present_ = names.empty() ? std::string()
                           : words.plural("session", "{n} present: {names}", "{n} present: {names}",
                                          static_cast<std::int64_t>(names.size()), {{"names", listed(names)}});
  // The last one may be half a number.
  const std::size_t end = still_typed ? memory.numbers.find_last_of(" ,;") : memory.numbers.size();
  const app::NumbersRead finished =
      app::read_numbers(std::string_view(memory.numbers).substr(0, end == std::string::npos ? 0 : end), context_.front().people);
  present_fault_.clear();
  if (!finished.unknown.empty())
    present_fault_ = words.tr("session", "Nobody in the list of people has this number: {numbers}. Correct it, or leave it out.",
                              {{"numbers", listed(finished.unknown)}});
  else if (!finished.twice.empty())
    present_fault_ = words.tr("session", "This number stands there twice: {numbers}. Take one out.", {{"numbers", listed(finished.twice)}});
}

bool SupervisionPage::accepted(const base::Result<app::SignIn>& answer) {
  memory.pin.clear(); // it stood there until now
  memory.problem.clear();
  if (answer.ok() && answer->kind == app::SignIn::Kind::welcome) return true;
  memory.lead = "supervision/pin";
  if (!answer.ok()) {
    memory.problem = context_.words().error(answer.error());
    if (answer.error().code == "session-room") memory.lead = "supervision/room";
    if (answer.error().code == "session-people") memory.lead = "supervision/numbers";
    return false;
  }
  wait_.begin(context_.now_ms(), answer->wait_seconds);
  if (answer->kind == app::SignIn::Kind::wrong && typed_supervisor_)
    memory.problem = context_.tr("That is not the PIN of {name}.", {{"name", typed_supervisor_->name}});
  return false;
}

// ---- acts

void SupervisionPage::open() {
  memory.problem.clear();
  asked_with_ = memory.numbers + "\n" + memory.until, read_for_.clear();
  put_typed();
  const app::PersonCard* who = supervisor_typed();
  if (!who) return;
  const auto until = app::time_today(memory.until, context_.now(), context_.offset_minutes());
  memory.lead = !until || !until_fault_.empty() ? "supervision/until" : !present_fault_.empty() ? "supervision/numbers" : "";
  if (!until || !memory.lead.empty()) return; // what is wrong stands beside it
  app::SessionWanted wanted{.supervisor = who->id, .pin = memory.pin, .test = {}, .room = memory.room, .present = {}, .until = *until};
  if (static_cast<std::size_t>(memory.test) < tests_.size()) wanted.test = tests_[static_cast<std::size_t>(memory.test)].id;
  for (const app::PersonCard& each : numbers_.people)
    wanted.present.push_back(each.id);
  context_.ask([wanted](app::DataFolder& data_folder) { return data_folder.open_session(wanted); },
               [this, id = who->id](const base::Result<app::SignIn>& answer) {
                 if (accepted(answer)) entered_as(id);
               });
}

void SupervisionPage::enter_pin() {
  memory.problem.clear();
  const app::PersonCard* who = supervisor_typed();
  if (!who) return;
  context_.ask([id = who->id, pin = memory.pin](app::DataFolder& data_folder) { return data_folder.supervisor_signs_in(id, pin); },
               [this, id = who->id](const base::Result<app::SignIn>& answer) {
                 if (accepted(answer)) entered_as(id);
               });
}

void SupervisionPage::entered_as(const std::string& supervisor) {
  supervisor_ = supervisor;
  read([this] {
    memory.part = SupervisionPart::inside, memory.opened = true;
    say();
  });
}

void SupervisionPage::note(const std::string& code) {
  context_.ask([supervisor = supervisor_, person = memory.person,
                code](app::DataFolder& data_folder) { return data_folder.mark_incident(supervisor, person, code); },
               [this](const base::Result<void>& done) {
                 memory.problem = done.ok() ? std::string() : context_.words().error(done.error());
                 if (!done.ok()) return;
                 memory.lead = "supervision/person/" + std::exchange(memory.person, {});
                 read([this] { say(); });
               });
}

void SupervisionPage::close() {
  memory.closing = false;
  context_.ask([supervisor = supervisor_](app::DataFolder& data_folder) { return data_folder.close_session(supervisor); },
               [this](base::Result<app::SessionClosed> closed) {
                 memory.problem = closed.ok() ? std::string() : context_.words().error(closed.error());
                 if (!closed.ok()) return;
                 put_closed(std::move(closed).value());
               });
}

// Nobody works at a test while this page is open: who was at it when it was read was handed in by the closing.
void SupervisionPage::put_closed(app::SessionClosed closed) {
  context_.front().session.reset();
  handed_in_.clear(), summary_.clear();
  for (const app::SessionSeat& each : seats_)
    if (each.how == app::Seated::under_way) handed_in_.push_back(each.person);
  seats_ = std::move(closed.seats);
  if (closed.handed_in > 0)
    summary_ =
        context_.words().plural("session", "{n} test was handed in by the closing, as it stood.",
                                "{n} tests were handed in by the closing, as they stood.", static_cast<std::int64_t>(closed.handed_in));
  memory.part = SupervisionPart::closed, memory.opened = true, memory.person.clear();
  say();
}

// The test that was on the screen is over: whoever sat there begins at the names.
void SupervisionPage::done() {
  if (context_.person().id.empty()) return context_.back();
  context_.switch_person();
}

void SupervisionPage::back() { context_.back(); }

// ---- in words

void SupervisionPage::say() {
  const content::Words& words = context_.words();
  told_ = shared::session_words(context_);
  shown_seats_.clear(), codes_.clear(), read_for_ = "\n";
  for (const app::SessionSeat& each : seats_)
    shown_seats_.push_back(words_of(each));
  for (const std::string_view code : session::incident_codes)
    codes_.push_back({std::string(code), content::incident_words(words, code)});
  close_words_ = closing_words();
}

std::string SupervisionPage::closing_words() const {
  const content::Words& words = context_.words();
  const auto open = std::count_if(seats_.begin(), seats_.end(), [](const auto& each) { return each.how == app::Seated::under_way; });
  const auto not_begun = std::count_if(seats_.begin(), seats_.end(), [](const auto& each) { return each.how == app::Seated::not_begun; });
  const std::string at_it =
      open == 0 ? words.tr("session", "Nobody is at the test now.")
                : words.plural("session", "Closing hands in {n} test that is still open, as it stands. Nobody can go on with it.",
                               "Closing hands in {n} tests that are still open, as they stand. Nobody can go on with them.", open);
  return not_begun == 0 ? at_it : at_it + " " + words.plural("session", "{n} has not begun.", "{n} have not begun.", not_begun);
}

SupervisionSeat SupervisionPage::words_of(const app::SessionSeat& seat) const {
  const content::Words& words = context_.words();
  SupervisionSeat shown{seat.person,   seat.name.empty() ? words.tr("session", "erased") : seat.name, seat.number, {}, "ring",
                        Meaning::quiet};
  if (!seat.incidents.empty()) shown.detail += " · " + content::incident_list(words, seat.incidents);
  const bool over = memory.part == SupervisionPart::closed;
  switch (seat.how) {
  case app::Seated::not_begun:
    shown.how = over ? words.tr("session", "Missing: sat nothing") : words.tr("session", "Not begun");
    if (over) shown.icon = "triangle", shown.meaning = Meaning::warn;
    break;
  case app::Seated::under_way:
    shown.how = seat.questions == 0 ? words.tr("session", "Begun")
                                    : words.tr("session", "{n} of {all} answered",
                                               {{"n", std::to_string(seat.answered)}, {"all", std::to_string(seat.questions)}});
    shown.icon = "play", shown.meaning = Meaning::accent;
    break;
  case app::Seated::handed_in:
    shown.how = over && std::find(handed_in_.begin(), handed_in_.end(), seat.person) != handed_in_.end()
                    ? words.tr("session", "Handed in by the closing")
                    : words.tr("session", "Handed in");
    shown.icon = "check", shown.meaning = Meaning::ok;
    break;
  case app::Seated::closed:
    shown.how = words.tr("session", "Closed without a result"), shown.icon = "stop";
    break;
  }
  return shown;
}

// ---- a frame

int SupervisionPage::closes_after_minutes() const {
  return memory.part == SupervisionPart::opening ? ClosesByItself::usual_minutes : open_minutes;
}

std::optional<int> SupervisionPage::wake_after_ms() const {
  return closes_.wake_after_ms(context_.now_ms(), wait_.wake_after_ms(context_.now_ms()), closes_after_minutes());
}

// Nobody is there any more: what was typed is not for whoever comes next.
void SupervisionPage::tick() {
  if (!closes_.is_due(context_.now_ms(), closes_after_minutes())) return;
  if (memory.part == SupervisionPart::closed) return done();
  if (memory.part == SupervisionPart::opening) memory = {};
  back();
}

// Room, time and many numbers are typed once: who goes back by mistake finds them again. The PIN is typed anew.
void SupervisionPage::leave() {
  SupervisionMemory typed;
  if (memory.part == SupervisionPart::opening)
    typed.supervisor = memory.supervisor, typed.numbers = memory.numbers, typed.until = memory.until, typed.test = memory.test;
  if (memory.part == SupervisionPart::opening && memory.room != room_here_) typed.room = memory.room;
  forget();
  typed_before_ = std::move(typed);
}

void SupervisionPage::forget() {
  memory = typed_before_ = {};
  supervisor_.clear(), typed_supervisor_.reset(), summary_.clear(), read_for_.clear(), asked_with_.clear();
  seats_.clear(), shown_seats_.clear(), handed_in_.clear();
  wait_.end();
}

void SupervisionPage::draw(Frame& f) {
  if (f.acted()) closes_.acted(context_.now_ms());
  if (memory.part == SupervisionPart::opening) put_typed(f.focused());
  const SupervisionState state{.words = context_.words(),
                               .may_open = app::has_supervisor(context_.front().people),
                               .wait_seconds = wait_.seconds(context_.now_ms()),
                               .session = told_.words,
                               .meaning = told_.meaning,
                               .present = present_,
                               .present_fault = present_fault_,
                               .until_fault = until_fault_,
                               .summary = summary_,
                               .close_words = close_words_,
                               .tests = tests_,
                               .seats = shown_seats_,
                               .codes = codes_};
  take(draw_supervision(f, state, memory));
}

void SupervisionPage::take(const SupervisionIntent& intent) {
  if (intent.test) memory.test = *intent.test;
  if (intent.person) memory.person = memory.person == *intent.person ? std::string() : *intent.person;
  if (intent.done)
    done();
  else if (intent.back)
    back();
  else if (intent.open)
    open();
  else if (intent.enter)
    enter_pin();
  else if (intent.close)
    close();
  else if (intent.code)
    note(*intent.code);
}

} // namespace firsthand::screens
