// Which machine and which drive: what Linux tells an ordinary user under /proc, /sys and /dev/disk.
#include "engine/platform/platform.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string_view>

namespace firsthand::platform {

namespace fs = std::filesystem;

namespace {

std::string sysfs_line(const fs::path& file) {
  std::ifstream stream(file);
  std::string line;
  std::getline(stream, line);
  return line;
}

struct Mount {
  fs::path at;
  std::string kind, source;
};

// Blanks stand as \040 in that file.
std::string unescaped(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 3 < text.size()) {
      out += static_cast<char>((text[i + 1] - '0') * 64 + (text[i + 2] - '0') * 8 + (text[i + 3] - '0'));
      i += 3;
    } else {
      out += text[i];
    }
  }
  return out;
}

// A line: number, parent, device, root, mount point, options, further words, "-", kind, source, options.
std::vector<Mount> mounts() {
  std::vector<Mount> found;
  std::ifstream stream("/proc/self/mountinfo");
  for (std::string line; std::getline(stream, line);) {
    std::istringstream words(line);
    std::string word, at, kind, source;
    for (int i = 0; i < 4; ++i)
      words >> word;
    words >> at;
    while (words >> word && word != "-") {
    }
    if (words >> kind >> source) found.push_back({unescaped(at), kind, unescaped(source)});
  }
  return found;
}

bool lies_below(const fs::path& path, const fs::path& folder) {
  const auto [end, ignored] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
  return end == folder.end() || end->empty();
}

bool is_removable(const Mount& mount) {
  return mount.at != "/media" && (lies_below(mount.at, "/media") || lies_below(mount.at, "/run/media"));
}

bool is_network(const std::string& kind) {
  return kind == "nfs" || kind == "nfs4" || kind == "cifs" || kind == "smb3" || kind == "smbfs" || kind == "fuse.sshfs" || kind == "afs";
}

std::string serial_of(const std::string& source) {
  std::error_code failed;
  const fs::path device = fs::canonical(source, failed);
  if (failed) return {};
  for (auto entry = fs::directory_iterator("/dev/disk/by-uuid", failed); !failed && entry != fs::directory_iterator();
       entry.increment(failed)) {
    std::error_code ignored;
    if (fs::canonical(entry->path(), ignored) == device) return entry->path().filename().string();
  }
  return {};
}

fs::path nearest_there(fs::path folder) {
  std::error_code failed;
  folder = fs::absolute(folder, failed);
  while (!fs::exists(folder, failed) && folder.has_relative_path())
    folder = folder.parent_path();
  const fs::path real = fs::canonical(folder, failed);
  return failed ? folder : real;
}

} // namespace

// A network card of the machine's own has a device behind it; those of virtual networks have none.
MachineFingerprint machine_fingerprint() {
  MachineFingerprint fingerprint;
  fingerprint.firmware = sysfs_line("/sys/class/dmi/id/product_uuid"); // for the administrator's eyes only, on most systems
  fingerprint.system = sysfs_line("/etc/machine-id");
  std::error_code failed;
  for (auto card = fs::directory_iterator("/sys/class/net", failed); !failed && card != fs::directory_iterator(); card.increment(failed)) {
    std::error_code ignored;
    if (!fs::exists(card->path() / "device", ignored)) continue;
    const std::string address = sysfs_line(card->path() / "address");
    const bool made_up =
        address.size() != 17 || std::string_view("2367abef").find(address[1]) != std::string_view::npos; // it says so in its second bit
    if (!made_up) fingerprint.network.push_back(address);
  }
  std::sort(fingerprint.network.begin(), fingerprint.network.end());
  return fingerprint;
}

Drive drive_of(const fs::path& folder) {
  const fs::path place = nearest_there(folder);
  Mount best;
  for (const Mount& mount : mounts())
    if (lies_below(place, mount.at) && (best.at.empty() || lies_below(mount.at, best.at))) best = mount;
  if (is_network(best.kind)) return {DriveKind::network, {}};
  return {is_removable(best) ? DriveKind::removable : DriveKind::fixed, serial_of(best.source)};
}

bool is_synchronised(const fs::path&) { return false; } // no service of this system says so

std::vector<fs::path> removable_drives() {
  std::vector<fs::path> found;
  for (const Mount& mount : mounts())
    if (is_removable(mount)) found.push_back(mount.at);
  return found;
}

} // namespace firsthand::platform
