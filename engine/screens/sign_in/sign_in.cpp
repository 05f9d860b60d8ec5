// See page.h.
#include "engine/screens/sign_in/page.h"

#include "engine/app/names.h"
#include "engine/app/people_list.h"
#include "engine/screens/shared/session_strip.h"
#include "engine/screens/sign_in/draw.h"

#include <algorithm>
#include <utility>

namespace firsthand::screens {

void SignInPage::shown() {
  memory.shown.reset(); // comes up anew: its first field is ready to be typed into
  say();
}

// Two that look the same stand in older records; they are told apart by when they came, or by their numbers.
void SignInPage::say() {
  const std::vector<app::PersonCard> cards = app::in_order(app::without_doubles(context_.front().people));
  people_.clear(), folded_.clear();
  const auto alike = [&cards](const app::PersonCard& one) {
    return std::count_if(cards.begin(), cards.end(),
                         [&](const app::PersonCard& each) { return each.key == one.key && each.number == one.number; }) > 1;
  };
  for (const app::PersonCard& each : cards) {
    const content::Fill since{{"name", each.name}, {"date", context_.day_and_time(each.created)}};
    people_.push_back({each.id, alike(each) ? context_.tr("{name} (since {date})", since) : each.name, each.lately > 0, each.number,
                       each.rank, each.unit});
    if (cards.size() > app::most_without_search) folded_.push_back(text::folded_name(searched_of(people_.back())));
  }
}

const app::PersonCard* SignInPage::card(const std::string& id) const {
  for (const app::PersonCard& each : context_.front().people)
    if (each.id == id) return &each;
  return nullptr;
}

// ---- who is there

void SignInPage::begin_with(const std::string& person) {
  shared::LedMemory looked_for = memory;
  memory = {};
  static_cast<shared::LedMemory&>(memory) = std::move(looked_for);
  memory.person = person;
}

void SignInPage::pick(const std::string& id) {
  if (memory.person != id) settings_when_picked_ = context_.settings();
  begin_with(id);
  wait_.end();
  const app::PersonCard* found = card(id);
  if (!found) return;
  const bool chooses_pin = !found->has_pin && !found->number.empty();
  memory.page = chooses_pin ? SignInPart::add : SignInPart::pin;
  if (!found->has_pin && !chooses_pin) sign_in();
}

// What somebody chose beside their own name goes with them.
void SignInPage::pick_nobody() {
  const bool was_picked = picked();
  begin_with({});
  if (!was_picked) return;
  context_.ask([](app::DataFolder& data_folder) { return data_folder.settings({}); },
               [this](const base::Result<app::Settings>& stations) {
                 if (stations.ok()) context_.look(*stations);
               });
}

struct SignInPage::Welcome {
  base::Result<app::SignIn> answer;
  base::Result<app::Settings> settings; // of the person
};

// What was typed stands there until it is answered: an empty field would say that nothing was typed.
void SignInPage::sign_in() {
  const app::PersonCard* found = card(memory.person);
  if (!found || wait_seconds() > 0) return;
  context_.ask(
      [id = found->id, pin = memory.pin](app::DataFolder& data_folder) -> Welcome {
        auto answer = data_folder.sign_in(id, pin);
        return {std::move(answer), data_folder.settings(id)};
      },
      [this, person = *found](const Welcome& welcome) { signed_in(person, welcome); });
}

void SignInPage::signed_in(const app::PersonCard& person, const Welcome& welcome) {
  const bool let_in = welcome.answer.ok() && welcome.answer->kind == app::SignIn::Kind::welcome;
  if (!let_in) memory.pin.clear();
  if (!welcome.answer.ok()) {
    memory.problem = context_.words().error(welcome.answer.error());
    return;
  }
  const app::SignIn& answer = *welcome.answer;
  if (let_in) {
    const app::Settings& now = context_.settings();
    const app::Settings theirs = welcome.settings.ok() ? *welcome.settings : now;
    // What was chosen beside the own name is theirs.
    return context_.enter(person, theirs, app::with_changes(theirs, settings_when_picked_, now), answer.pin_reset);
  }
  wait_.begin(context_.now_ms(), answer.wait_seconds);
  memory.problem = answer.kind == app::SignIn::Kind::wrong ? context_.tr("That is not the PIN of {name}.", {{"name", person.name}}) : "";
}

// ---- somebody new

// Who came with the list and is here for the first time.
void SignInPage::choose_pin() {
  const app::PersonCard* found = card(memory.person);
  if (!found) return;
  context_.ask(
      [id = found->id, pin = memory.new_pin](app::DataFolder& data_folder) -> Welcome {
        if (const auto set = data_folder.set_first_pin(id, pin); !set.ok()) return {set.error(), data_folder.settings(id)};
        return {app::SignIn{app::SignIn::Kind::welcome, 0, {}}, data_folder.settings(id)};
      },
      [this, person = *found](const Welcome& welcome) {
        for (app::PersonCard& each : context_.front().people)
          if (each.id == person.id) each.has_pin = each.has_pin || welcome.answer.ok();
        signed_in(person, welcome);
      });
}

void SignInPage::create() {
  memory.problem = typed_twice(context_, memory.new_pin, memory.new_pin_again);
  if (!memory.problem.empty()) return;
  if (picked()) return choose_pin();
  const app::Settings settings = context_.settings();
  context_.ask(
      [name = memory.new_name, pin = memory.new_pin, settings](app::DataFolder& data_folder) -> base::Result<app::PersonCard> {
        FH_TRY(added, data_folder.add_person(name, pin));
        // A new person keeps the language and the look in which the name was entered.
        (void)data_folder.set_settings(settings, added.id);
        data_folder.note_arrival(added.id);
        return added;
      },
      [this, settings](const base::Result<app::PersonCard>& person) { added(person, settings); });
}

void SignInPage::added(const base::Result<app::PersonCard>& person, const app::Settings& settings) {
  if (!person.ok()) {
    memory.problem = name_problem(person.error());
    return;
  }
  context_.front().people.push_back(*person);
  say();
  context_.enter(*person, settings, settings, std::nullopt);
}

std::string SignInPage::name_problem(const base::Error& error) const {
  const std::string key = app::name_key(memory.new_name);
  const std::vector<app::PersonCard>& cards = context_.front().people;
  const auto taken = std::find_if(cards.begin(), cards.end(), [&](const app::PersonCard& each) { return each.key == key; });
  return app::words_of_name(error, context_.words(), memory.new_name, taken == cards.end() ? "" : taken->name);
}

// ---- a forgotten PIN

void SignInPage::show_reset() {
  begin_with(std::string(memory.person));
  memory.page = SignInPart::reset;
  wait_.end(); // that was for the person's own PIN; the record knows of both
}

void SignInPage::reset_pin() {
  if (wait_seconds() > 0) return;
  memory.problem = typed_twice(context_, memory.new_pin, memory.new_pin_again);
  if (!memory.problem.empty()) return;
  context_.ask([id = memory.person, trainers = memory.pin,
                wanted = memory.new_pin](app::DataFolder& data_folder) { return data_folder.reset_pin(id, trainers, wanted); },
               [this, id = memory.person](const base::Result<app::SignIn>& answer) {
                 if (!trainer_accepted(context_, answer, wait_, memory.problem)) return memory.pin.clear();
                 context_.read_front([this, id] {
                   pick(id);
                   memory.done = context_.tr("The new PIN is set. Sign in with it.");
                 });
               });
}

// ---- a frame

SignInIntent SignInPage::drawn(Frame& f) {
  const SignInPart before = memory.page;
  const shared::SessionWords session = shared::session_words(context_, f);
  SignInIntent intent = draw_sign_in(f,
                                     {.words = context_.words(),
                                      .people = people_,
                                      .languages = context_.languages(),
                                      .language = context_.settings().language,
                                      .mark = context_.picture("mark"),
                                      .picture = context_.picture("sign-in"),
                                      .folded = folded_,
                                      .listed = app::has_list(context_.front().people),
                                      .notice = context_.notice(),
                                      .wait_seconds = wait_seconds(),
                                      .draft = !context_.words().reviewed(),
                                      .station = context_.front().station,
                                      .trainer_pin = context_.front().trainer_pin,
                                      .may_look = context_.front().trainer_pin || app::has_supervisor(context_.front().people),
                                      .session = session.words,
                                      .session_meaning = session.meaning},
                                     memory);
  if (before != SignInPart::people && f.leaves("sign-in/page")) intent.back = true;
  return intent;
}

// Enter in one field goes on to the first that is still empty; who presses the button is told so.
void SignInPage::lead_to_empty(Frame& f, SignInIntent& intent) {
  const char* empty = intent.sign_in || intent.create || intent.reset ? first_empty(memory) : nullptr;
  if (!empty) return;
  f.focus(empty);
  if (intent.pressed) memory.problem = context_.tr("Something is not filled in yet.");
  intent.sign_in = intent.create = intent.reset = false;
}

void SignInPage::take(const SignInIntent& intent) {
  if (intent.language) {
    app::Settings wanted = context_.settings();
    wanted.language = *intent.language;
    context_.change_settings(wanted);
  }
  if (intent.demonstration)
    context_.start_demonstration();
  else if (intent.settings)
    context_.over(PageName::settings);
  else if (intent.help)
    context_.show_help();
  else if (intent.station)
    context_.go(PageName::station);
  else if (intent.attempts)
    context_.over(PageName::attempts);
  else if (intent.supervise)
    context_.over(PageName::supervision);
  else
    take_part(intent);
}

void SignInPage::take_part(const SignInIntent& intent) {
  if (intent.pick)
    pick(*intent.pick);
  else if (intent.back && memory.page == SignInPart::reset)
    pick(std::string(memory.person)); // one level up
  else if (intent.back)
    pick_nobody();
  else if (intent.sign_in)
    sign_in();
  else if (intent.new_person)
    memory = {}, memory.page = SignInPart::add, memory.new_name = intent.new_name;
  else if (intent.create)
    create();
  else if (intent.forgot)
    show_reset();
  else if (intent.reset)
    reset_pin();
}

namespace {

// Writing goes on where something is missing: after what was not accepted, and after another language.
void lead_on(Frame& f, SignInMemory& m, const SignInIntent& intent) {
  const bool tried = intent.create || intent.reset || intent.sign_in;
  const bool new_problem = (tried || m.problem != m.told) && !m.problem.empty();
  m.told = m.problem;
  if ((!new_problem && !intent.language) || m.page == SignInPart::people) return;
  const char* empty = first_empty(m);
  if (empty) return f.focus(empty);
  if (new_problem && m.page == SignInPart::add) // all is there: it is the name
    f.focus(m.person.empty() ? "sign-in/new-name" : "sign-in/new-pin");
}

} // namespace

// The field that comes next is ready to be typed into; after a wrong PIN the same one again.
void SignInPage::focus_first(Frame& f, bool tried) {
  const bool again = memory.shown == memory.page && !tried;
  memory.shown = memory.page;
  if (again) return;
  if (memory.page == SignInPart::people && !people_.empty())
    f.focus(folded_.empty() ? "sign-in/person/" + people_.front().id : "sign-in/search"); // who was here last stands first
  if (memory.page == SignInPart::pin) f.focus("sign-in/pin");
  if (memory.page == SignInPart::add) f.focus(memory.new_name.empty() && !picked() ? "sign-in/new-name" : "sign-in/new-pin");
  if (memory.page == SignInPart::reset) f.focus(context_.front().trainer_pin ? "sign-in/trainer" : "sign-in/to-station");
}

void SignInPage::draw(Frame& f) {
  SignInIntent intent = drawn(f);
  lead_to_empty(f, intent);
  take(intent);
  lead_on(f, memory, intent);
  if (context_.shows(PageName::sign_in)) focus_first(f, intent.sign_in);
}

} // namespace firsthand::screens
