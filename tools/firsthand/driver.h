// Lines in, answers out: one attempt driven by text. Prints to standard output; a failed expectation goes to standard error.
#pragma once

#include "engine/app/data_folder.h"
#include "engine/session/play.h"

namespace firsthand::tools {

class Driver {
 public:
  Driver(app::DataFolder& data_folder, content::ContentPtr content, std::string scenario, app::BeginOptions options)
      : data_folder_(data_folder), content_(std::move(content)), scenario_(std::move(scenario)), options_(std::move(options)) {}

  base::Result<void> line(const std::string& text); // an error ends the drive
  base::Result<void> start();                       // resumes or begins, if that has not been done
  std::string summary() const;                      // one line of JSON
  bool failed() const { return failed_; }

 private:
  base::Result<void> resume_open();
  void chance(const std::string& text);
  void act(const std::string& text);
  void hand_in();
  void expect(const std::string& text);
  bool expect_refused(std::string_view text); // true: it was that
  void refuse(const std::string& code, const std::string& reason);
  void complain(const std::string& message);
  bool is_fixed(const simulation::FixedDraw& fixed) const;

  app::DataFolder& data_folder_;
  content::ContentPtr content_;
  std::string scenario_;
  app::BeginOptions options_;
  std::unique_ptr<app::AttemptSession> session_;
  std::string refused_; // code of the newest line, if it was refused
  int number_ = 0;      // of the line
  bool failed_ = false;
  content::Words words_; // English
};

} // namespace firsthand::tools
