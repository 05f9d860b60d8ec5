// Inside the inspector: the library's widgets with a name each, so that a test finds them, and the few colours of meaning.
#pragma once

#include "engine/ui/dock.h"

#include <imgui.h>
#include <string>

namespace firsthand::inspector {

enum class Tone : std::uint8_t { plain, quiet, good, open, differs, bad };

inline ImVec4 colour_of(Tone tone) {
  switch (tone) {
  case Tone::plain:
    break;
  case Tone::quiet:
    return ImGui::GetStyleColorVec4(ImGuiCol_TextDisabled);
  case Tone::good:
    return {0.13F, 0.60F, 0.30F, 1};
  case Tone::open:
    return {0.20F, 0.50F, 0.90F, 1};
  case Tone::differs:
    return {0.80F, 0.45F, 0.05F, 1};
  case Tone::bad:
    return {0.86F, 0.22F, 0.20F, 1};
  }
  return ImGui::GetStyleColorVec4(ImGuiCol_Text);
}

inline void words(const std::string& text, Tone tone = Tone::plain) {
  ImGui::PushStyleColor(ImGuiCol_Text, colour_of(tone));
  ImGui::PushTextWrapPos(0);
  ImGui::TextUnformatted(text.data(), text.data() + text.size());
  ImGui::PopTextWrapPos();
  ImGui::PopStyleColor();
}

inline bool button(ui::Dock& dock, const std::string& id, const char* label, bool small = false) {
  ImGui::PushID(id.c_str());
  const bool pressed = small ? ImGui::SmallButton(label) : ImGui::Button(label);
  dock.mark(id);
  ImGui::PopID();
  return pressed;
}

// As wide as a clock, or two figures with their units, so that neither breaks in its middle; the other columns share what is left.
constexpr float time_column = 0;

// A table over what is left of the pane, with its heads.
inline bool begin_table(const char* id, std::initializer_list<std::pair<const char*, float>> columns) {
  const ImGuiTableFlags flags = ImGuiTableFlags_Resizable | ImGuiTableFlags_RowBg | ImGuiTableFlags_BordersInnerV | ImGuiTableFlags_ScrollY;
  if (!ImGui::BeginTable(id, static_cast<int>(columns.size()), flags)) return false;
  ImGui::TableSetupScrollFreeze(0, 1);
  for (const auto& [name, share] : columns)
    share == time_column ? ImGui::TableSetupColumn(name, ImGuiTableColumnFlags_WidthFixed, ImGui::CalcTextSize("59 min 59 s").x)
                         : ImGui::TableSetupColumn(name, ImGuiTableColumnFlags_WidthStretch, share);
  ImGui::TableHeadersRow();
  return true;
}

inline void cell(const std::string& text, Tone tone = Tone::plain) {
  ImGui::TableNextColumn();
  words(text, tone);
}

} // namespace firsthand::inspector
