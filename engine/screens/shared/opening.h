// The record of this computer while nobody is signed in: opened, kept elsewhere, set aside, and what has to be asked before anybody
// works at it. All of it on another thread. Must not know how anything is drawn.
#pragma once

#include "engine/records/places.h"
#include "engine/screens/page.h"

#include <filesystem>

namespace firsthand::screens {

class Opening {
 public:
  virtual ~Opening() = default;

  virtual const std::optional<base::Error>& trouble() const = 0; // why it is not open
  virtual const std::vector<records::Place>& places() const = 0; // that may be chosen instead
  virtual bool can_move() const = 0;                             // another place may help
  virtual bool can_set_aside() const = 0;
  virtual const records::StartReport& report() const = 0; // of the open one
  virtual bool is_open() const = 0;

  virtual void open() = 0;                // at the start, and "try again"
  virtual void set_aside() = 0;           // only on the person's word
  virtual void accept_earlier_copy() = 0; // the same
  virtual void use_place(const std::filesystem::path& folder, std::function<void(const base::Result<void>&)> told) = 0; // the same
  virtual void believe_clock(base::Moment stated) = 0;
  virtual void clock_answered() = 0; // and what comes next
};

} // namespace firsthand::screens
