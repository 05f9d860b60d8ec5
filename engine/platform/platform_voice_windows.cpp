// Windows: the system's speech interface. platform_voice_posix.cpp is the other one. Everything of it is made, used and given back
// on the voice's thread.
#include "engine/platform/voice.h"

#ifndef NOMINMAX // some C++ libraries define it
#define NOMINMAX
#endif
#include <windows.h>
// The order matters: it needs the one above.
#include <sapi.h>

#include <algorithm>
#include <cmath>

namespace firsthand::platform {

namespace {

// One reference to something of the system's.
template<class T> class Held {
 public:
  Held() = default;
  ~Held() {
    if (at_) at_->Release();
  }
  Held(const Held&) = delete;
  Held& operator=(const Held&) = delete;
  T** out() { return &at_; }
  T* operator->() const { return at_; }
  T* get() const { return at_; }
  explicit operator bool() const { return at_ != nullptr; }

 private:
  T* at_ = nullptr;
};

std::wstring wide_of(std::string_view words) {
  const int size = static_cast<int>(words.size());
  std::wstring wide(static_cast<std::size_t>(::MultiByteToWideChar(CP_UTF8, 0, words.data(), size, nullptr, 0)), L'\0');
  ::MultiByteToWideChar(CP_UTF8, 0, words.data(), size, wide.data(), static_cast<int>(wide.size()));
  return wide;
}

// "41e" is Thai: the languages of a voice are such numbers, with ';' between them.
std::vector<std::string> languages_named(const wchar_t* numbers) {
  std::vector<std::string> all;
  while (*numbers) {
    wchar_t* end = nullptr;
    const unsigned long number = std::wcstoul(numbers, &end, 16);
    if (end == numbers) break;
    wchar_t name[LOCALE_NAME_MAX_LENGTH] = {};
    if (::LCIDToLocaleName(MAKELCID(static_cast<WORD>(number), SORT_DEFAULT), name, LOCALE_NAME_MAX_LENGTH, 0) > 0) {
      std::string language;
      for (const wchar_t* c = name; *c; ++c)
        language += static_cast<char>(*c);
      all.push_back(language);
    }
    numbers = *end == L';' ? end + 1 : end;
  }
  return all;
}

std::vector<std::string> languages_of(ISpObjectToken& token) {
  Held<ISpDataKey> attributes;
  wchar_t* numbers = nullptr;
  if (FAILED(token.OpenKey(L"Attributes", attributes.out())) || FAILED(attributes->GetStringValue(L"Language", &numbers))) return {};
  std::vector<std::string> all = languages_named(numbers);
  ::CoTaskMemFree(numbers);
  return all;
}

bool speaks(ISpObjectToken& token, const std::string& language) {
  const std::vector<std::string> all = languages_of(token);
  return std::any_of(all.begin(), all.end(), [&](const std::string& each) { return each == language || each.starts_with(language + "-"); });
}

// Each voice that is installed, until the answer is no.
template<class Goes> void each_voice(Goes goes_on) {
  Held<ISpObjectTokenCategory> category;
  Held<IEnumSpObjectTokens> voices;
  if (FAILED(::CoCreateInstance(__uuidof(SpObjectTokenCategory), nullptr, CLSCTX_ALL, __uuidof(ISpObjectTokenCategory),
                                reinterpret_cast<void**>(category.out()))) ||
      FAILED(category->SetId(SPCAT_VOICES, FALSE)) || FAILED(category->EnumTokens(nullptr, nullptr, voices.out())) || !voices)
    return;
  while (true) {
    Held<ISpObjectToken> token;
    if (voices->Next(1, token.out(), nullptr) != S_OK || !token || !goes_on(*token.get())) return;
  }
}

// The system's rate r means three to the power of r/10 times as fast.
long rate_of(int speed_percent) {
  return std::clamp(std::lround(10 * std::log(std::max(1, speed_percent) / 100.0) / std::log(3.0)), -10L, 10L);
}

class SystemSpeaker final : public Speaker {
 public:
  SystemSpeaker() {
    begun_ = SUCCEEDED(::CoInitializeEx(nullptr, COINIT_MULTITHREADED));
    interrupted_ = ::CreateEventW(nullptr, TRUE, FALSE, nullptr);
    (void)::CoCreateInstance(__uuidof(SpVoice), nullptr, CLSCTX_ALL, __uuidof(ISpVoice), reinterpret_cast<void**>(&voice_));
  }

  ~SystemSpeaker() override {
    if (voice_) voice_->Release();
    if (interrupted_) ::CloseHandle(interrupted_);
    if (begun_) ::CoUninitialize();
  }

  SystemSpeaker(const SystemSpeaker&) = delete;
  SystemSpeaker& operator=(const SystemSpeaker&) = delete;

  std::optional<std::vector<std::string>> languages() override {
    if (!voice_) return std::nullopt;
    std::vector<std::string> all;
    each_voice([&all](ISpObjectToken& token) {
      for (std::string& each : languages_of(token))
        all.push_back(std::move(each));
      return true;
    });
    return all.empty() ? std::nullopt : std::optional(all);
  }

  void say(const Speech& speech) override {
    if (!voice_) return;
    each_voice([&](ISpObjectToken& token) {
      const bool found = speaks(token, speech.language);
      if (found) (void)voice_->SetVoice(&token);
      return !found;
    });
    (void)voice_->SetRate(rate_of(speech.speed_percent));
    const DWORD how = SPF_ASYNC | SPF_IS_NOT_XML | SPF_PURGEBEFORESPEAK;
    if (FAILED(voice_->Speak(wide_of(speech.words).c_str(), how, nullptr))) return;
    const HANDLE ends[] = {interrupted_, voice_->SpeakCompleteEvent()};
    if (::WaitForMultipleObjects(2, ends, FALSE, INFINITE) == WAIT_OBJECT_0) (void)voice_->Speak(L"", how, nullptr);
  }

  void begin() override { ::ResetEvent(interrupted_); }
  void interrupt() override { ::SetEvent(interrupted_); }

 private:
  bool begun_ = false;
  HANDLE interrupted_ = nullptr;
  ISpVoice* voice_ = nullptr;
};

} // namespace

std::unique_ptr<Voice> open_voice(std::function<void()> known, const std::string&) {
  return voice_of([] { return std::make_unique<SystemSpeaker>(); }, std::move(known));
}

} // namespace firsthand::platform
