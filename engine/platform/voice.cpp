// The thread of a voice: begun by the first text, it sleeps while there is nothing to say. See voice.h.
#include "engine/platform/voice.h"

#include "engine/base/utf8.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>

namespace firsthand::platform {

namespace {

// "en" is spoken by a voice for "en-gb", too.
bool is_spoken(const std::vector<std::string>& languages, const std::string& language) {
  return std::any_of(languages.begin(), languages.end(),
                     [&](const std::string& each) { return each == language || each.starts_with(language + "-"); });
}

class VoiceThread final : public Voice {
 public:
  VoiceThread(std::function<std::unique_ptr<Speaker>()> speaker, std::function<void()> known)
      : make_speaker_(std::move(speaker)), known_(std::move(known)) {}

  ~VoiceThread() override {
    {
      const std::lock_guard lock(mutex_);
      closing_ = true, next_.reset();
      if (speaker_) speaker_->interrupt();
    }
    changed_.notify_one();
    if (thread_.joinable()) thread_.join();
  }

  void speak(const Speech& speech) override {
    const std::lock_guard lock(mutex_);
    next_ = speech;
    if (talking_) speaker_->interrupt();
    start();
  }

  void stop() override {
    const std::lock_guard lock(mutex_);
    next_.reset();
    if (talking_) speaker_->interrupt();
  }

  VoiceFor voice_for(const std::string& language) override {
    const std::lock_guard lock(mutex_);
    if (!asked_) return start(), VoiceFor::unknown;
    if (!languages_) return VoiceFor::none;
    return is_spoken(*languages_, language) ? VoiceFor::voice : VoiceFor::other_languages;
  }

 private:
  void start() {
    if (!thread_.joinable()) thread_ = std::thread([this] { run(); });
    changed_.notify_one();
  }

  void run() {
    open();
    std::unique_lock lock(mutex_);
    while (true) {
      changed_.wait(lock, [this] { return closing_ || next_; });
      if (closing_) break;
      const Speech speech = *std::exchange(next_, std::nullopt);
      if (!languages_ || !is_spoken(*languages_, speech.language)) continue;
      talking_ = true;
      speaker_->begin();
      lock.unlock();
      speaker_->say(speech);
      lock.lock();
      talking_ = false;
    }
    const std::unique_ptr<Speaker> last = std::move(speaker_);
    lock.unlock(); // what it holds of the system is given back here, where it was taken
  }

  void open() {
    auto speaker = make_speaker_();
    Speaker& asked = *speaker;
    {
      const std::lock_guard lock(mutex_);
      speaker_ = std::move(speaker);
      speaker_->begin();
      if (closing_) return;
    }
    auto languages = asked.languages();
    {
      const std::lock_guard lock(mutex_);
      languages_ = std::move(languages), asked_ = true;
    }
    if (known_) known_();
  }

  std::function<std::unique_ptr<Speaker>()> make_speaker_;
  std::function<void()> known_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::unique_ptr<Speaker> speaker_;
  std::optional<std::vector<std::string>> languages_;
  std::optional<Speech> next_;
  bool asked_ = false, talking_ = false, closing_ = false;
  std::thread thread_;
};

// Marks that a speech program may read as an instruction, and what reorders text unseen.
bool is_instruction(char32_t c) {
  const bool hides = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0xFEFF;
  return c == '<' || c == '>' || c == '[' || c == ']' || c == '{' || c == '}' || c == '|' || c == '\\' || c < 0x20 ||
         (c >= 0x7F && c < 0xA0) || hides;
}

} // namespace

std::unique_ptr<Voice> voice_of(std::function<std::unique_ptr<Speaker>()> speaker, std::function<void()> known) {
  return std::make_unique<VoiceThread>(std::move(speaker), std::move(known));
}

std::string speakable(std::string_view words) {
  words = words.substr(0, base::first_invalid_utf8(words).value_or(words.size()));
  std::string kept;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t begin = at;
    const char32_t c = base::next_code_point(words, at);
    if (kept.size() + (at - begin) > most_spoken_bytes) break;
    if (c == '\n' || !is_instruction(c))
      kept += words.substr(begin, at - begin);
    else
      kept += ' ';
  }
  return kept;
}

} // namespace firsthand::platform
