// The bar of the inspector and what its buttons do. The tables stand in tables.cpp.
#include "engine/screens/inspector/page.h"

#include "engine/screens/inspector/widgets.h"

#include <algorithm>
#include <fmt/format.h>

namespace firsthand::inspector {

void Inspector::draw(ui::Dock& dock) {
  follow();
  if (context_.in_demonstration()) {
    words("Author's window: nothing that is played here is kept, and nothing counts.", Tone::open);
    dock.mark("author");
  }
  if (!past_) return words("No lesson is open. Begin one, and what is true of it stands here.", Tone::quiet);
  words(rows_.head, moment_ + 1 == past_->moments.size() ? Tone::plain : Tone::differs);
  draw_bar(dock);
  draw_line(dock);
  draw_said();
  draw_moments(dock);
  draw_tabs(dock);
}

// What is looked at stays where it is only if that is not the newest moment.
void Inspector::follow() {
  const app::AttemptSession* session = context_.playing().played().session.get();
  if (!session) return past_.reset();
  const bool same = past_ && past_->attempt == session->id();
  if (same && past_->moments.size() == session->turns().size()) return;
  const bool newest = !same || moment_ + 1 == past_->moments.size();
  past_ = inspection::past_of(*session);
  offers_ = inspection::offered_lines(*past_);
  look_at(newest ? past_->moments.size() - 1 : moment_);
}

void Inspector::look_at(std::size_t moment) {
  moment_ = std::min(moment, past_->moments.size() - 1);
  rows_ = inspection::rows_of(*past_, moment_);
}

void Inspector::say(std::string words, bool bad) { said_ = std::move(words), said_bad_ = bad; }

void Inspector::draw_bar(ui::Dock& dock) {
  if (button(dock, "reload", "Reload files")) reload();
  ImGui::SameLine();
  if (button(dock, "copy", "Copy play")) {
    ImGui::SetClipboardText(inspection::play_so_far(*past_, moment_).c_str());
    say(fmt::format("The play up to turn {} is on the clipboard.", moment_), false);
  }
  ImGui::SameLine();
  ImGui::SetNextItemWidth(-1);
  if (dock.keyboard_came()) ImGui::SetKeyboardFocusHere();
  ImGui::InputTextWithHint("##filter", "filter: words, all of which a row must have", filter_.data(), filter_.size());
  dock.mark("filter");
}

void Inspector::draw_line(ui::Dock& dock) {
  ImGui::SetNextItemWidth(-ImGui::CalcTextSize("Play  Offers ").x - 6 * ImGui::GetStyle().FramePadding.x);
  const bool entered = ImGui::InputTextWithHint("##line", "an act, as in a play: do STEP VERB THING", line_.data(), line_.size(),
                                                ImGuiInputTextFlags_EnterReturnsTrue);
  dock.mark("line");
  if (entered) ImGui::SetKeyboardFocusHere(-1); // the next one
  ImGui::SameLine();
  if (button(dock, "play", "Play") || entered) play(line_.data());
  ImGui::SameLine();
  draw_offers(dock);
}

void Inspector::draw_offers(ui::Dock& dock) {
  if (button(dock, "offers", "Offers")) ImGui::OpenPopup("offered");
  ImGui::SetNextWindowSizeConstraints({0, 0}, {static_cast<float>(dock.area().w), static_cast<float>(dock.area().h) / 2});
  if (!ImGui::BeginPopup("offered")) return;
  for (const std::string& offer : offers_) {
    if (ImGui::Selectable(offer.c_str())) {
      offer.copy(line_.data(), line_.size() - 1);
      line_[std::min(offer.size(), line_.size() - 1)] = '\0';
    }
    dock.mark("offer/" + offer);
  }
  ImGui::EndPopup();
}

void Inspector::draw_said() {
  if (!said_.empty()) words(said_, said_bad_ ? Tone::bad : Tone::good);
}

void Inspector::draw_moments(ui::Dock& dock) {
  int moment = static_cast<int>(moment_);
  const int newest = static_cast<int>(past_->moments.size()) - 1;
  if (button(dock, "earlier", "<") && moment > 0) --moment;
  ImGui::SameLine();
  if (button(dock, "later", ">") && moment < newest) ++moment;
  ImGui::SameLine();
  ImGui::SetNextItemWidth(-ImGui::CalcTextSize("Go back to it ").x - 4 * ImGui::GetStyle().FramePadding.x);
  ImGui::SliderInt("##moment", &moment, 0, newest, "look at turn %d");
  dock.mark("moment");
  if (moment != static_cast<int>(moment_)) look_at(static_cast<std::size_t>(std::clamp(moment, 0, newest)));
  ImGui::SameLine();
  if (button(dock, "back", "Go back to it")) go_back(moment_);
}

// ---- what is done

// The way of every act: computed, sealed, shown when it is kept.
void Inspector::play(const std::string& line) {
  if (context_.playing().played().session->pending()) return say("The last act is still being saved.", true);
  const inspection::TypedLine typed = inspection::typed_line(*past_, line);
  if (!typed.action) return say(typed.problem, true);
  context_.playing().submit(*typed.action, context_.playing().drawn_now());
  say("Played: " + line, false);
  line_[0] = '\0';
}

// On the thread of the record, which is an author's own and in memory: never one that people are trained on.
void Inspector::again(std::size_t moment, Files files, const char* what) {
  if (!context_.in_demonstration()) return say("Only an author's own attempt is played again so.", true);
  if (context_.playing().pending()) return say("The last act is still being saved.", true);
  context_.ask(
      [past = *past_, moment, files, &content_library = content_library_](app::DataFolder& data_folder) {
        if (files == Files::anew) content_library.forget();
        return inspection::played_again(data_folder, past, moment);
      },
      [this, what](base::Result<inspection::Again> again) { take(what, std::move(again)); });
}

void Inspector::take(const char* what, base::Result<inspection::Again> again) {
  if (!again.ok())
    return say(fmt::format("{}: this cannot be played, and the lesson goes on as it was.\n{}", what, again.error().message), true);
  context_.playing().play_instead(std::move(again->session));
  if (again->left_off.empty()) return say(fmt::format("{}: {} acts were played again.", what, again->played), false);
  say(fmt::format("{}: the replay left off after {} of {} acts, at\n{}", what, again->played, again->all, again->left_off), true);
}

void Inspector::go_back(std::size_t moment) { again(moment, Files::as_read, "Gone back"); }
void Inspector::reload() { again(past_->moments.size() - 1, Files::anew, "The files were read again"); }

} // namespace firsthand::inspector
