// The device belongs to a thread of its own, which has it only while something sounds: opening and closing one may take long. See
// sounds.h.
#include "engine/ui/sounds.h"

#include <SDL.h>
#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace firsthand::ui {

namespace {

constexpr std::chrono::milliseconds quiet_for{1500}; // until the device is given back

Samples made_quieter(Samples samples, int percent) {
  for (std::int16_t& each : samples)
    each = static_cast<std::int16_t>(each * percent / 100);
  return samples;
}

// The system's sound, as long as it lives.
class Device {
 public:
  Device() {
    begun_ = SDL_InitSubSystem(SDL_INIT_AUDIO) == 0;
    SDL_AudioSpec wanted{};
    wanted.freq = sound_rate, wanted.format = AUDIO_S16SYS, wanted.channels = 1, wanted.samples = 1024;
    if (begun_) id_ = SDL_OpenAudioDevice(nullptr, 0, &wanted, nullptr, 0);
    if (id_ != 0) SDL_PauseAudioDevice(id_, 0);
  }
  ~Device() {
    if (id_ != 0) SDL_CloseAudioDevice(id_);
    if (begun_) SDL_QuitSubSystem(SDL_INIT_AUDIO);
  }
  Device(const Device&) = delete;
  Device& operator=(const Device&) = delete;
  bool found() const { return id_ != 0; }
  // What is newer is heard at once.
  void play(const Samples& samples) const {
    SDL_ClearQueuedAudio(id_);
    SDL_QueueAudio(id_, samples.data(), static_cast<std::uint32_t>(samples.size() * sizeof samples[0]));
  }

 private:
  bool begun_ = false;
  SDL_AudioDeviceID id_ = 0;
};

} // namespace

struct Loudspeaker::Impl {
  mutable std::mutex mutex;
  std::condition_variable changed;
  std::optional<Samples> next;
  bool open = false, closing = false;
  std::thread thread;

  // Sleeps without a device until there is something to play.
  void run() {
    std::unique_lock lock(mutex);
    for (bool found = true; found;) {
      changed.wait(lock, [this] { return next || closing; });
      if (closing) return;
      found = sound(lock);
    }
  }

  // False: this computer has no device, and is not asked again.
  bool sound(std::unique_lock<std::mutex>& lock) {
    open = true;
    lock.unlock();
    std::optional<Device> device(std::in_place);
    const bool found = device->found();
    lock.lock();
    while (found && !closing && changed.wait_for(lock, quiet_for, [this] { return next || closing; }) && !closing)
      device->play(*std::exchange(next, std::nullopt));
    lock.unlock();
    device.reset();
    lock.lock();
    open = false;
    return found;
  }
};

Loudspeaker::Loudspeaker() : impl_(std::make_unique<Impl>()) {}

Loudspeaker::~Loudspeaker() {
  {
    const std::lock_guard lock(impl_->mutex);
    impl_->closing = true;
  }
  impl_->changed.notify_one();
  if (impl_->thread.joinable()) impl_->thread.join();
}

bool Loudspeaker::is_open() const {
  const std::lock_guard lock(impl_->mutex);
  return impl_->open;
}

void Loudspeaker::play(Sound sound, int volume_percent) {
  if (volume_percent <= 0) return;
  Samples samples = made_quieter(samples_of(sound), std::min(volume_percent, 100));
  const std::lock_guard lock(impl_->mutex);
  impl_->next = std::move(samples);
  if (!impl_->thread.joinable()) impl_->thread = std::thread([impl = impl_.get()] { impl->run(); });
  impl_->changed.notify_one();
}

} // namespace firsthand::ui
