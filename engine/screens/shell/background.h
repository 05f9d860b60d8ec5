// What is done on another thread than that of the frames: reading, writing and hashing. It gets only copies, and what it works at,
// which is its own until it is done; what comes of it is taken in a tick. Where nobody looks it is done at once.
#pragma once

#include "engine/app/data_folder.h"
#include "engine/records/writer.h"
#include "engine/screens/page.h"

#include <memory>
#include <vector>

namespace firsthand::screens {

class Background {
 public:
  enum class Writing : std::uint8_t { at_once, in_background }; // or at once, for who has no frames
  using Job = std::function<std::function<void()>()>;           // the work; what it returns is done in a tick

  Background(Writing writing, std::function<void()> on_done) : writing_(writing), on_done_(std::move(on_done)) {}
  Background(const Background&) = delete;
  Background& operator=(const Background&) = delete;

  // On the writer's thread of that data folder, after all that was given to it before.
  void on_writer(app::DataFolder& at, Job job, Meanwhile meanwhile);
  // Where there is no data folder, or it is the folder that ends: on a thread of its own.
  void on_keeper(Job job);

  void finish(std::int64_t now_ms);  // takes what is done, in order
  void refuse() { refused_ = true; } // what begins all the same: said at once, so that no press is lost in silence
  bool busy() const;                 // the next screen needs what is done: what is pressed now has to wait
  bool slow() const;                 // and that for so long that it should be said, or something was refused meanwhile
  bool refused() const { return refused_; }
  bool working() const { return !begun_.empty(); }
  bool in_background() const { return writing_ == Writing::in_background; }
  void await(app::DataFolder* at); // until the keeper is done, and the writer of `at`
  void end();                      // waits for the keeper; what it brought is dropped

 private:
  struct Begun;
  std::function<void()> begin(Job job, Meanwhile meanwhile);

  Writing writing_;
  std::function<void()> on_done_;             // called on the other thread
  std::vector<std::shared_ptr<Begun>> begun_; // in order
  bool refused_ = false, finishing_ = false;
  std::int64_t now_ms_ = 0;
  std::unique_ptr<records::Writer> keeper_; // last: its thread ends before what it works on
};

// The work, and then what is done with its result.
template<class Work, class Then> Background::Job packed(Work work, Then then) {
  return [work = std::move(work), then = std::move(then)]() -> std::function<void()> {
    auto result = std::make_shared<decltype(work())>(work());
    return [result, then] { then(std::move(*result)); };
  };
}

} // namespace firsthand::screens
