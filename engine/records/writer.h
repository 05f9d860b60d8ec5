// The one thread that writes. Takes jobs in order; whoever destroys it waits until all are done, so nothing accepted is lost.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace firsthand::records {

class Writer {
 public:
  explicit Writer(std::function<void()> after_each);
  ~Writer();
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  void later(std::function<void()> job);
  void finish(); // waits until all is done; nothing can be given to it afterwards

 private:
  void run();

  std::function<void()> after_each_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> jobs_;
  bool closing_ = false;
  std::thread thread_;
};

} // namespace firsthand::records
