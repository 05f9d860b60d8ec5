// The play screen's top bar: back, title, mode, known deadlines, scene clock, saved. What does not fit beside the clock
// goes to a second line; nothing is cut.
#include "engine/screens/play/parts.h"

#include <algorithm>

namespace firsthand::screens::play {

namespace {

Box saved_words(std::string_view words, std::string_view icon, Colour ink) {
  return box::row({.gap = 6, .along = Along::end}, box::icon(icon, 16, ink), box::text(words, Type::small, ink, {.tabular = true}));
}

// Where the text is large, without its time.
std::string_view saved_at(const DrawContext& d, const std::string& clock) {
  return d.f.text_percent() >= 150 ? d.tr("Saved") : d.tr("Saved {time}", {{"time", clock}});
}

Box saved_now(const DrawContext& d) {
  const PlaySaved& saved = d.state.saved;
  if (saved.kind == PlaySaved::Kind::failed) return saved_words(d.tr("Not saved"), "triangle", Colour::warn);
  if (saved.kind == PlaySaved::Kind::pending && saved.pending_ms > 100) return saved_words(d.tr("Saving…"), "save", Colour::mut);
  if (saved.clock.empty()) return box::row({});
  return saved_words(saved_at(d, saved.clock), "check", Colour::ok);
}

// As wide as the widest of its words, so that nothing moves while it saves.
Box saved_box(const DrawContext& d) {
  int widest = 0;
  for (const std::string_view words : {saved_at(d, "00:00:00"), d.tr("Saving…"), d.tr("Not saved")})
    widest = std::max(widest, saved_words(words, "check", Colour::ok).size(d.f).w);
  return saved_now(d).wide_px(widest);
}

// Between what belongs to the lesson and what to the clock; almost as tall as the bar.
Box bar_divider() {
  Box line{[](Frame&, int) { return Size{}; }, [](Frame& f, const Rect& r) { f.vline(r.x, r.y, r.h, Colour::line); }};
  return box::column({.pad = pad(0, 12)}, std::move(line).grow()).stands(Across::stretch);
}

enum class Mode : std::uint8_t { told, in_short, left_out };
using Session = Mode; // the same of the session

Tag session_tag(const DrawContext& d, Session session) {
  return {session == Session::told ? d.state.session : d.state.session_in_short, "shield", d.state.session_meaning};
}

std::vector<Box> bar_tags(DrawContext& d, Mode mode, Session session = Session::left_out) {
  std::vector<Box> tags;
  if (session != Session::left_out && tells_session(d)) tags.push_back(box::tag(session_tag(d, session)));
  if (mode != Mode::left_out) tags.push_back(box::tag(mode_tag(d)));
  if (mode == Mode::in_short && d.state.demonstration) tags.back() = box::tag({d.tr("Demonstration"), "eye", Meaning::accent});
  for (KnownDeadline& known : known_deadlines(d.scene))
    tags.push_back(box::tag({d.f.keep(std::move(known.words)), d.f.keep(std::move(known.icon)), Meaning::warn}));
  return tags;
}

Box lesson_title(DrawContext& d) {
  const std::string& title = d.scene.say(d.scene.prepared.scenario.title);
  return box::column({.pad = pad(0, 6)}, box::text(title, Type::heading, Colour::text, {.role = Role::heading}));
}

Box bar_line(DrawContext& d, Box title, Box tags, Box clock) {
  const bool alone = tags.nothing();
  Box timed = clock.nothing() ? Box() : box::row({}, bar_divider(), box::space(12), std::move(clock), box::space(24));
  return box::row({.pad = {.left = 16, .right = 24}}, box::back("play/back", d.tr("Back"), [&d] { wish_to_leave(d); }), box::space(16),
                  std::move(title), box::space(alone ? 0 : 24).grow(), more_button(d), std::move(tags), box::space(16), std::move(timed),
                  saved_box(d))
      .least(0, bar_design_height(d.f));
}

Box bar_below(std::vector<Box> tags, Box waiting) {
  if (!waiting.nothing()) tags.insert(tags.begin(), std::move(waiting));
  return tags.empty() ? Box() : box::wrap({.gap = 12, .line_gap = 6, .pad = {24, 0, 24, 10}}, std::move(tags));
}

Box bar_line_of(DrawContext& d, const std::vector<Box>& tags, Box clock) {
  return bar_line(d, lesson_title(d), tags.empty() ? Box() : box::row({.gap = 12}, tags), std::move(clock));
}

Box one_line_bar(DrawContext& d, const std::vector<Box>& tags) { return bar_line_of(d, tags, clock_tile(d)); }

Box bar_ground(Box inside) {
  const auto ground = [](Frame& f, const Rect& rect) {
    f.fill(rect, Colour::surf);
    f.hline(rect.x, rect.bottom() - 1, rect.w, Colour::line);
  };
  return box::on(ground, std::move(inside));
}

// At last the title goes to a line of its own.
Box narrow_bar(DrawContext& d) {
  Box lines = box::column({}, bar_line(d, Box(), Box(), clock_box(d)), box::column({.pad = {24, 0, 24, 6}}, lesson_title(d)));
  return box::first_that_fits(bar_line(d, lesson_title(d), Box(), clock_box(d)), std::move(lines));
}

Box two_line_bar(DrawContext& d, const std::vector<Box>& tags) {
  const auto lines = [&](Box clock, Box waiting) {
    return box::column({}, bar_line(d, lesson_title(d), Box(), std::move(clock)), bar_below(tags, std::move(waiting)));
  };
  return box::first_that_fits(lines(clock_tile(d), Box()), lines(clock_box(d), waiting_tag(d)));
}

// What does not fit beside the clock goes to a second line: the tags, and then who waits. But who waits makes no second line: the bar would
// push down all that is below it just when an answer is owed. Then the tags make room until the answer is given.
Box wide_bar(DrawContext& d) {
  const std::vector<Box> told = bar_tags(d, Mode::told), in_short = bar_tags(d, Mode::in_short);
  const bool one_line = bar_line_of(d, in_short, clock_box(d)).size(d.f).w <= d.f.width();
  Box last = two_line_bar(d, told);
  if (one_line)
    last = box::first_that_fits(one_line_bar(d, bar_tags(d, Mode::left_out)), box::first_that_fits(one_line_bar(d, {}), std::move(last)));
  last = box::first_that_fits(one_line_bar(d, told), box::first_that_fits(one_line_bar(d, in_short), std::move(last)));
  if (!tells_session(d)) return last;
  last = box::first_that_fits(one_line_bar(d, bar_tags(d, Mode::left_out, Session::in_short)), std::move(last)); // it is an assessment
  for (const Session session : {Session::in_short, Session::told})                                               // it makes no second line
    last = box::first_that_fits(one_line_bar(d, bar_tags(d, Mode::told, session)), std::move(last));
  return last;
}

// Where there is little height it stays one line: the tags then stand in the row of the notebook.
Box bar(DrawContext& d) {
  if (tells_in_row(d)) return bar_ground(narrow_bar(d));
  return bar_ground(wide_bar(d));
}

} // namespace

bool tells_session(const DrawContext& d) { return !d.state.session.empty() && d.view.places_frame(); }

bool is_unsaved(const DrawContext& d) { return d.state.saved.kind == PlaySaved::Kind::failed && !d.state.saved.problem.empty(); }

Box saving_problem(DrawContext& d) {
  if (!is_unsaved(d)) return {};
  return box::notice({.words = d.state.saved.problem,
                      .icon = "triangle",
                      .meaning = Meaning::warn,
                      .action_id = "play/try-again",
                      .action_label = d.tr("Try again")},
                     d.out.try_again);
}

bool tells_in_row(DrawContext& d) {
  if (!is_low(d.f) || d.view.whole_page()) return false;
  return one_line_bar(d, bar_tags(d, Mode::told)).size(d.f).w > d.f.width();
}

namespace {

// The most urgent first.
std::vector<Box> told_in_order(DrawContext& d) {
  const bool usual = d.scene.mode == session::Mode::practice && !d.state.demonstration && !d.state.author;
  std::vector<Box> tags = bar_tags(d, usual ? Mode::left_out : Mode::told);
  if (tells_session(d)) tags.insert(tags.begin(), box::tag(session_tag(d, Session::in_short)));
  if (Box waiting = waiting_tag(d); !waiting.nothing()) tags.insert(tags.begin(), std::move(waiting));
  if (usual && !tags.empty()) tags.push_back(box::tag(mode_tag(d)));
  return tags;
}

} // namespace

Box told_tags(DrawContext& d) {
  return box::for_width([&d](Frame& f, int width) {
    Box line;
    std::vector<Box> shown;
    for (Box& tag : told_in_order(d)) {
      shown.push_back(std::move(tag));
      Box longer = box::row({.gap = 12}, shown);
      if (!line.nothing() && width > 0 && longer.size(f).w > width) break;
      line = box::wrap({.gap = 12, .line_gap = 6}, shown);
    }
    return line;
  });
}

Tag mode_tag(const DrawContext& d) {
  if (d.state.author) return {d.tr("Author's window, nothing is stored"), "eye", Meaning::accent};
  if (d.state.demonstration) return {d.tr("Demonstration, nothing is stored"), "eye", Meaning::accent};
  if (d.scene.mode == session::Mode::assessed) return {d.tr("Assessment"), "", Meaning::accent};
  return {d.tr("Practice"), "", Meaning::quiet};
}

int draw_bar(DrawContext& d) {
  const PlaySaved& saved = d.state.saved;
  if (saved.kind == PlaySaved::Kind::pending && saved.pending_ms <= 100) d.f.wake_after(101 - saved.pending_ms);
  return box::column({}, bar(d), d.view.places_frame() ? Box() : saving_problem(d)).draw(d.f, {0, 0}, d.f.width());
}

} // namespace firsthand::screens::play
