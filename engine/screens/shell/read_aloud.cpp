// See read_aloud.h. What changes is told once it has stood still for a moment: who goes on with Tab hears the last one only.
#include "engine/screens/shell/read_aloud.h"

#include "engine/screens/shared/spoken_words.h"

#include <algorithm>

namespace firsthand::screens {

namespace {

constexpr int stands_still_ms = 150, typed_ms = 700, voiceless_ms = 6000;
constexpr std::size_t most_news = 12;

// Where nothing new comes but the time, or what everybody sees all the time.
bool is_frame_of_page(const Entry& e) {
  return e.part == Part::bar || e.part == Part::strip || e.part == Part::rail || e.part == Part::back;
}

// With a pause behind each.
std::string as_sentences(const std::vector<std::string>& lines) {
  std::string all;
  for (const std::string& line : lines) {
    all += line;
    if (!line.empty() && std::string_view(".?!:;").find(line.back()) == std::string_view::npos) all += '.';
    all += '\n';
  }
  return platform::speakable(all);
}

} // namespace

ReadAloud::Heard ReadAloud::heard_in(const Frame& f, const Manner& manner) const {
  Heard heard;
  heard.title = ui::title_of(f.registry()), heard.turn = manner.turn;
  const int top = f.registry().top_layer();
  const ui::SpokenWords words = shared::spoken_words(manner.words);
  for (const Entry& e : f.registry().entries()) {
    if (e.role == Role::notice) heard.notices.push_back(ui::spoken(e, words));
    if (!e.focused || e.id.empty() || e.layer != top) continue;
    heard.focused = e.id, heard.secret = e.secret, heard.words = ui::spoken_alone(f.registry(), e, words);
  }
  return heard;
}

void ReadAloud::follow(Frame& f, const Manner& manner) {
  if (!voice_ || manner.settings.read_aloud == app::ReadAloud::off) {
    if (due_ms_ || !told_.title.empty()) be_quiet(), told_ = {}, now_ = {}, shown_.clear();
    return;
  }
  Heard now = heard_in(f, manner);
  if (!(now == now_)) {
    const Entry* focus = f.registry().find(now.focused);
    const bool types = focus && focus->is_typed_into() && now.focused == now_.focused;
    now_ = std::move(now);
    due_ms_ = f.now_ms() + (types ? typed_ms : stands_still_ms);
  }
  if (due_ms_ && *due_ms_ > f.now_ms()) return f.wake_after(static_cast<int>(*due_ms_ - f.now_ms()));
  if (due_ms_) tell(f, manner);
}

// Which digit it was nobody hears.
std::string ReadAloud::words_of_focus(const Manner& manner) const {
  const bool same = now_.focused == told_.focused;
  if (same && now_.words == told_.words) return {};
  if (!same || now_.secret < 0 || told_.secret < 0) return now_.words;
  return now_.secret > told_.secret ? manner.words.tr("spoken", "Digit entered") : manner.words.tr("spoken", "Digit taken back");
}

// What an act brought: the texts that were not there before.
void ReadAloud::add_news(std::vector<std::string>& lines, const Frame& f, const Manner& manner) const {
  if (now_.turn == told_.turn || now_.title != told_.title) return;
  const ui::SpokenWords words = shared::spoken_words(manner.words);
  const int top = f.registry().top_layer();
  std::size_t news = 0;
  for (const Entry& e : f.registry().entries()) {
    if (e.is_control() || is_frame_of_page(e) || e.layer != top || e.role == Role::notice || shown_.contains(e.label)) continue;
    std::string line = ui::spoken(e, words);
    if (line.empty() || std::find(lines.begin(), lines.end(), line) != lines.end() || ++news > most_news) continue;
    lines.push_back(std::move(line));
  }
}

void ReadAloud::tell(const Frame& f, const Manner& manner) {
  due_ms_.reset();
  std::vector<std::string> lines;
  if (now_.title != told_.title) lines.push_back(now_.title);
  for (const std::string& notice : now_.notices)
    if (std::find(told_.notices.begin(), told_.notices.end(), notice) == told_.notices.end()) lines.push_back(notice);
  add_news(lines, f, manner);
  lines.push_back(words_of_focus(manner));
  std::erase(lines, std::string());
  told_ = now_;
  shown_.clear();
  for (const Entry& e : f.registry().entries())
    shown_.insert(e.label);
  if (!lines.empty()) speak(lines, manner);
}

void ReadAloud::read_screen(Frame& f, const Manner& manner) {
  wanted_ms_ = f.now_ms();
  if (!voice_) return;
  due_ms_.reset(), told_ = now_; // all of it is about to be told
  speak(ui::spoken(f.registry(), shared::spoken_words(manner.words)), manner);
}

void ReadAloud::speak(const std::vector<std::string>& lines, const Manner& manner) {
  voice_->speak({as_sentences(lines), manner.settings.language, manner.settings.voice_percent});
}

void ReadAloud::be_quiet() {
  due_ms_.reset();
  if (voice_) voice_->stop();
}

platform::VoiceFor ReadAloud::voice_for(const std::string& language) const {
  return voice_ ? voice_->voice_for(language) : platform::VoiceFor::unknown;
}

bool ReadAloud::is_voiceless(Frame& f) {
  const std::int64_t left = wanted_ms_ < 0 ? 0 : wanted_ms_ + voiceless_ms - f.now_ms();
  if (left <= 0) return wanted_ms_ = -1, false;
  const platform::VoiceFor voice = voice_for(f.settings().language);
  if (voice != platform::VoiceFor::none && voice != platform::VoiceFor::other_languages) return false;
  f.wake_after(static_cast<int>(left));
  return true;
}

} // namespace firsthand::screens
