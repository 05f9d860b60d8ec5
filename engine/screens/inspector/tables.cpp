// The tables of the inspector: one function a tab.
#include "engine/screens/inspector/page.h"
#include "engine/screens/inspector/widgets.h"

#include <algorithm>
#include <fmt/format.h>

namespace firsthand::inspector {

namespace {

Tone tone_of(inspection::Sight sight) {
  switch (sight) {
  case inspection::Sight::unlike:
    return Tone::differs;
  case inspection::Sight::unseen:
    return Tone::quiet;
  case inspection::Sight::same:
  case inspection::Sight::no_such:
    break;
  }
  return Tone::plain;
}

Tone tone_of_rule(const std::string& state) {
  return state == "broken" ? Tone::bad : state == "kept" ? Tone::good : state == "open" ? Tone::open : Tone::quiet;
}

std::string with_place(const std::string& words, const std::string& place) {
  return place.empty() ? words : words.empty() ? place : words + "\n" + place;
}

} // namespace

bool Inspector::passes(std::initializer_list<std::string_view> words) const { return inspection::passes(filter_.data(), words); }

void Inspector::draw_tabs(ui::Dock& dock) {
  if (!ImGui::BeginTabBar("tabs")) return;
  const auto tab = [&](const char* name, const auto& draw) {
    const bool open = ImGui::BeginTabItem(name);
    dock.mark(std::string("tab/") + name);
    if (!open) return;
    if (ImGui::BeginChild("rows")) draw();
    ImGui::EndChild();
    ImGui::EndTabItem();
  };
  tab("Things", [&] { draw_things(dock, false); });
  tab("Verbs", [&] { draw_things(dock, true); });
  tab("Time", [&] { draw_timers(dock); });
  tab("Chance", [&] { draw_draws(dock); });
  tab("Rules", [&] { draw_rules(dock); });
  tab("Facts", [&] { draw_facts(dock); });
  ImGui::EndTabBar();
}

template<class Rows, class Shown> bool Inspector::none_of(ui::Dock& dock, const Rows& rows, const Shown& shown) {
  if (std::any_of(rows.begin(), rows.end(), shown)) return false;
  words(rows.empty() ? "There is none in this lesson." : "No row has all words of the filter.", Tone::quiet);
  dock.mark("none");
  return true;
}

bool Inspector::is_shown(const inspection::Thing& thing, const inspection::Value& value, bool verb) const {
  return (value.kind == "verb") == verb && passes({thing.id, thing.name, value.kind, value.name, value.truth, value.seen});
}

void Inspector::draw_things(ui::Dock& dock, bool verbs) {
  const auto any = [&](const inspection::Thing& thing) {
    return std::any_of(thing.values.begin(), thing.values.end(), [&](const auto& value) { return is_shown(thing, value, verbs); });
  };
  if (none_of(dock, rows_.things, any)) return;
  for (const inspection::Thing& thing : rows_.things)
    draw_thing(dock, thing, verbs);
}

void Inspector::draw_thing(ui::Dock& dock, const inspection::Thing& thing, bool verbs) {
  const auto shown = [&](const inspection::Value& value) { return is_shown(thing, value, verbs); };
  if (std::none_of(thing.values.begin(), thing.values.end(), shown)) return;
  const std::string head =
      fmt::format("{} ({}, {}{})###{}", thing.id, thing.name, thing.model, verbs ? "" : inspection::seen_words(thing), thing.id);
  const bool open = ImGui::CollapsingHeader(head.c_str(), ImGuiTreeNodeFlags_DefaultOpen);
  dock.mark("thing/" + thing.id);
  if (!open || !ImGui::BeginTable(thing.id.c_str(), 3, ImGuiTableFlags_Resizable | ImGuiTableFlags_RowBg)) return;
  for (const auto& [column, share] :
       {std::pair(verbs ? "verb" : "value", 3.0F), {verbs ? "now" : "true", 3}, {verbs ? "why" : "seen (when)", verbs ? 6.0F : 3.0F}})
    ImGui::TableSetupColumn(column, ImGuiTableColumnFlags_WidthStretch, share);
  ImGui::TableHeadersRow();
  for (const inspection::Value& value : thing.values)
    if (shown(value)) draw_value(dock, thing, value);
  ImGui::EndTable();
}

// Pressed, it tells why it is so.
void Inspector::draw_value(ui::Dock& dock, const inspection::Thing& thing, const inspection::Value& value) {
  const std::string id = thing.id + "." + value.name + "." + value.kind;
  const bool verb = value.kind == "verb", explained = !verb && explained_.contains(id);
  ImGui::TableNextColumn();
  ImGui::PushID(id.c_str());
  const std::string label = verb ? value.name : fmt::format("{} {}", value.kind, value.name);
  if (ImGui::Selectable(label.c_str(), explained)) explained ? void(explained_.erase(id)) : void(explained_.insert(id));
  dock.mark("value/" + id);
  if (ImGui::IsItemHovered() && !explained) ImGui::SetTooltip("%s", with_place(value.why, value.place).c_str());
  ImGui::PopID();
  if (explained) words(with_place(value.why, value.place), Tone::quiet);
  cell(value.truth, value.truth == "lost" ? Tone::bad : verb && value.truth != "offered" ? Tone::quiet : tone_of(value.sight));
  cell(verb ? with_place(value.why, value.place) : value.seen, verb ? Tone::quiet : tone_of(value.sight));
}

void Inspector::draw_timers(ui::Dock& dock) {
  const auto shown = [&](const inspection::Timer& timer) {
    return passes({timer.thing, timer.event, timer.due, timer.armed_by, timer.runs_while});
  };
  if (none_of(dock, rows_.timers, shown)) return;
  if (!begin_table("timers", {{"falls due", time_column}, {"what", 3}, {"armed by, and while", 5}})) return;
  for (const inspection::Timer& timer : rows_.timers) {
    if (!shown(timer)) continue;
    const Tone tone = timer.due.empty() ? Tone::quiet : Tone::plain;
    cell(timer.due.empty() ? "not armed" : timer.due, tone);
    cell(timer.thing + "." + timer.event, tone);
    cell(with_place(timer.armed_by.empty() ? timer.runs_while : "by " + timer.armed_by + "; " + timer.runs_while, timer.place),
         Tone::quiet);
  }
  ImGui::EndTable();
}

void Inspector::draw_draws(ui::Dock& dock) {
  const auto shown = [&](const inspection::Draw& draw) { return passes({draw.thing, draw.name, draw.given, draw.others}); };
  if (none_of(dock, rows_.draws, shown)) return;
  if (!begin_table("draws", {{"draw", 3}, {"gave", 2}, {"could have given", 3}, {"gives next", 2}})) return;
  for (const inspection::Draw& draw : rows_.draws) {
    if (!shown(draw)) continue;
    cell(fmt::format("{}.{}\n{}", draw.thing, draw.name, draw.when));
    cell(draw.given.empty() ? "nothing yet" : draw.given, draw.given.empty() ? Tone::quiet : Tone::plain);
    cell(draw.others, Tone::quiet);
    cell(draw.next, Tone::quiet);
  }
  ImGui::EndTable();
}

// First what was broken, then what is open.
void Inspector::draw_rules(ui::Dock& dock) {
  const auto shown = [&](const inspection::Ruling& rule) {
    return passes({rule.id, rule.title, rule.about, rule.state, rule.gravity, rule.why});
  };
  if (none_of(dock, rows_.rules, shown)) return;
  if (!begin_table("rules", {{"state", 2}, {"rule", 3}, {"why", 6}})) return;
  for (const char* state : {"broken", "open", "excused", "not applicable", "kept"})
    for (const inspection::Ruling& rule : rows_.rules) {
      if (rule.state != state || !shown(rule)) continue;
      cell(rule.state + "\n" + rule.gravity, tone_of_rule(rule.state));
      cell(rule.about.empty() ? rule.id : fmt::format("{}\n{}", rule.id, rule.about));
      if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", with_place(rule.title, rule.place).c_str());
      cell(rule.why);
    }
  ImGui::EndTable();
}

bool Inspector::is_shown(const inspection::TurnRow& turn, const inspection::FactRow& fact) const {
  return passes({turn.act, fact.what, fact.by, fact.cause, fact.place});
}

// A turn without facts stands for its act.
bool Inspector::is_shown(const inspection::TurnRow& turn) const {
  if (turn.facts.empty()) return passes({turn.act});
  return std::any_of(turn.facts.begin(), turn.facts.end(), [&](const inspection::FactRow& fact) { return is_shown(turn, fact); });
}

void Inspector::draw_facts(ui::Dock& dock) {
  if (none_of(dock, rows_.turns, [&](const inspection::TurnRow& turn) { return is_shown(turn); })) return;
  for (const inspection::TurnRow& turn : rows_.turns)
    draw_turn(dock, turn);
}

void Inspector::draw_turn(ui::Dock& dock, const inspection::TurnRow& turn) {
  if (!is_shown(turn)) return;
  ImGui::Separator();
  if (button(dock, fmt::format("look/{}", turn.moment), "look", true)) look_at(turn.moment);
  ImGui::SameLine();
  words(fmt::format("{}  {}  {}", turn.moment, turn.at, turn.act), turn.moment == moment_ ? Tone::open : Tone::plain);
  ImGui::Indent();
  for (const inspection::FactRow& fact : turn.facts) {
    if (!is_shown(turn, fact)) continue;
    words(fmt::format("{}  {}", fact.at, fact.what), fact.loss ? Tone::bad : Tone::plain);
    if (fact.cause.empty()) continue;
    ImGui::Indent();
    words(fmt::format("{}{}{}{}{}", fact.by, fact.by.empty() ? "" : ", ", fact.cause, fact.place.empty() ? "" : "  ", fact.place),
          Tone::quiet);
    ImGui::Unindent();
  }
  ImGui::Unindent();
}

} // namespace firsthand::inspector
