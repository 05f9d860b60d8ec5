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

enum class Mode : std::uint8_t { told, left_out };

std::vector<Box> bar_tags(DrawContext& d, Mode mode) {
  std::vector<Box> tags;
  if (mode == Mode::told) tags.push_back(box::tag(mode_tag(d)));
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
  return box::row({.pad = {.left = 16, .right = 24}}, box::back("play/back", d.tr("Back"), d.out.back), box::space(16), std::move(title),
                  box::space(alone ? 0 : 24).grow(), more_button(d), std::move(tags), box::space(16), bar_divider(), box::space(12),
                  std::move(clock), box::space(24), saved_box(d))
      .least(0, bar_design_height(d.f));
}

Box bar_below(std::vector<Box> tags, Box waiting) {
  if (!waiting.nothing()) tags.insert(tags.begin(), std::move(waiting));
  return tags.empty() ? Box() : box::wrap({.gap = 12, .line_gap = 6, .pad = {24, 0, 24, 10}}, std::move(tags));
}

Box one_line_bar(DrawContext& d, const std::vector<Box>& tags) {
  return bar_line(d, lesson_title(d), tags.empty() ? Box() : box::row({.gap = 12}, tags), clock_tile(d));
}

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

// What does not fit beside the clock goes to a second line: the tags, and then who waits. Without a rail they stand in the row of the
// notebook.
Box bar(DrawContext& d) {
  const std::vector<Box> tags = bar_tags(d, mode_in_bar(d) ? Mode::told : Mode::left_out);
  const auto beside = [&] { return one_line_bar(d, tags); };
  const auto with_waiting = [&] { return box::column({}, bar_line(d, lesson_title(d), Box(), clock_tile(d)), bar_below(tags, Box())); };
  if (tells_in_row(d)) return bar_ground(narrow_bar(d));
  const auto below = [&] { return box::column({}, bar_line(d, lesson_title(d), Box(), clock_box(d)), bar_below(tags, waiting_tag(d))); };
  return bar_ground(box::first_that_fits(beside(), box::first_that_fits(with_waiting(), below())));
}

Box saving_problem(DrawContext& d) {
  const PlaySaved& saved = d.state.saved;
  if (saved.kind != PlaySaved::Kind::failed || saved.problem.empty()) return {};
  return box::notice({.words = saved.problem,
                      .icon = "triangle",
                      .meaning = Meaning::warn,
                      .action_id = "play/try-again",
                      .action_label = d.tr("Try again")},
                     d.out.try_again);
}

} // namespace

bool mode_in_bar(DrawContext& d) {
  return !is_low(d.f) || d.view.whole_page() || one_line_bar(d, bar_tags(d, Mode::told)).size(d.f).w <= d.f.width();
}

bool tells_in_row(const DrawContext& d) { return is_low(d.f) && rail_width(d.f) == 0 && !d.view.whole_page(); }

Box told_tags(DrawContext& d) {
  return box::for_width([&d](Frame& f, int width) {
    std::vector<Box> tags = bar_tags(d, Mode::left_out);
    if (Box waiting = waiting_tag(d); !waiting.nothing()) tags.insert(tags.begin(), std::move(waiting));
    const bool usual = d.scene.mode == session::Mode::practice && !d.state.demonstration && !d.state.author;
    if (usual && tags.empty()) return Box();
    tags.insert(usual ? tags.end() : tags.begin(), box::tag(mode_tag(d)));
    Box line = box::wrap({.gap = 12, .line_gap = 6}, tags.front());
    for (std::size_t i = 1; i < tags.size(); ++i)
      if (Box more = box::row({.gap = 12}, std::vector<Box>(tags.begin(), tags.begin() + static_cast<std::ptrdiff_t>(i) + 1));
          width <= 0 || more.size(f).w <= width)
        line.add(tags[i]);
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
  return box::column({}, bar(d), saving_problem(d)).draw(d.f, {0, 0}, d.f.width());
}

} // namespace firsthand::screens::play
