// What every screen owes at every size and language: nothing overlaps, leaves the window, is too small or is cut.
#include "engine/ui/registry.h"

#include <fmt/format.h>

namespace firsthand::ui {
namespace {

constexpr int smallest_target = 40;

std::string words_for(const Entry& e) {
  return fmt::format("{} \"{}\"{} at {},{} {}x{}", name_of(e.role), e.label, e.id.empty() ? "" : " (" + e.id + ")", e.rect.x, e.rect.y,
                     e.rect.w, e.rect.h);
}

class LayoutCheck {
 public:
  LayoutCheck(const Registry& registry, const LayoutLimits& limits) : registry_(registry), limits_(limits) {}

  std::vector<LayoutFault> run() {
    const auto& entries = registry_.entries();
    for (std::size_t i = 0; i < entries.size(); ++i) {
      alone(entries[i]);
      for (std::size_t j = i + 1; j < entries.size(); ++j)
        together(entries[i], entries[j]);
    }
    return std::move(faults_);
  }

 private:
  void fault(const char* code, std::string message) { faults_.push_back({code, std::move(message)}); }

  void alone(const Entry& e) {
    const Rect window{0, 0, limits_.window.w, limits_.window.h};
    if (e.cut == Cut::cut) fault("text-cut", words_for(e));
    if (e.focusable && e.label.empty()) fault("no-label", words_for(e));
    if (e.rect.empty() || e.role == Role::hot_spot) return;
    if (e.rect.x < e.clip.x || e.rect.right() > e.clip.right()) {
      fault(e.clip.x <= 0 && e.clip.right() >= window.w ? "outside-window" : "outside-clip", words_for(e));
    } else if (e.clip == window && (e.rect.y < 0 || e.rect.bottom() > window.h)) {
      fault("outside-window", words_for(e)); // inside a scroll area the way down is not a fault
    }
    const int least = smallest_target * limits_.text_percent / 100;
    if (e.focusable && e.role != Role::link && (e.rect.w < least || e.rect.h < least)) fault("small-target", words_for(e));
  }

  void together(const Entry& a, const Entry& b) {
    if (!a.id.empty() && a.id == b.id) fault("duplicate-id", words_for(a) + " and " + words_for(b));
    if (!a.focusable || !b.focusable || a.layer != b.layer) return;
    if (a.role == Role::hot_spot || b.role == Role::hot_spot) return; // things in a picture may stand in front of each other
    const Rect both = intersection(a.visible(), b.visible());
    if (both.empty() || holds(a, b)) return;
    fault("overlap", words_for(a) + " and " + words_for(b));
  }

  // A pressable card or row may hold a control of its own.
  static bool holds(const Entry& outer, const Entry& inner) {
    const bool holder = outer.role == Role::card || outer.role == Role::row || outer.role == Role::sheet;
    return holder && intersection(outer.rect, inner.rect) == inner.rect;
  }

  const Registry& registry_;
  LayoutLimits limits_;
  std::vector<LayoutFault> faults_;
};

} // namespace

std::vector<LayoutFault> check_layout(const Registry& registry, const LayoutLimits& limits) { return LayoutCheck(registry, limits).run(); }

std::string describe(const std::vector<LayoutFault>& faults) {
  std::string lines;
  for (const LayoutFault& fault : faults)
    lines += fault.code + ": " + fault.message + "\n";
  return lines;
}

} // namespace firsthand::ui
