// Which machine and which drive: what Windows tells an ordinary user. See platform_windows.cpp.
#include "engine/platform/platform.h"

#include "engine/platform/paths.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#ifndef NOMINMAX
#define NOMINMAX
#endif
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#include <winsock2.h>
// After windows.h, which they need.
#include <iphlpapi.h>
#include <winioctl.h>

namespace firsthand::platform {

namespace fs = std::filesystem;

namespace {

std::string hex_of(const std::uint8_t* bytes, std::size_t count) {
  std::string hex;
  for (std::size_t i = 0; i < count; ++i)
    hex += fmt::format("{:02x}", bytes[i]);
  return hex;
}

constexpr const char* unset_firmware_id = "00020003000400050006000700080009"; // what boards bear whose maker set none

// The maker's id: in the table of firmware facts a structure of type 1, its bytes 8 to 23. All zeros or all ones: not set.
std::string firmware_id() {
  constexpr DWORD smbios = 0x52534D42; // "RSMB"
  const UINT size = ::GetSystemFirmwareTable(smbios, 0, nullptr, 0);
  std::vector<std::uint8_t> table(size);
  if (size < 8 || ::GetSystemFirmwareTable(smbios, 0, table.data(), size) != size) return {};
  for (std::size_t at = 8; at + 4 <= table.size();) {
    const std::size_t length = table[at + 1];
    if (table[at] == 1 && length >= 24 && at + 24 <= table.size()) {
      const std::uint8_t* id = table.data() + at + 8;
      const bool all_same = std::all_of(id, id + 16, [id](std::uint8_t byte) { return byte == id[0]; });
      const std::string hex = hex_of(id, 16);
      return all_same || hex == unset_firmware_id ? std::string() : hex;
    }
    if (length < 4) return {};
    at += length; // then words, each ended by a zero, the last by two
    while (at + 1 < table.size() && (table[at] != 0 || table[at + 1] != 0))
      ++at;
    at += 2;
  }
  return {};
}

// Cards of the machine's own: an address that was made up by software says so in its second bit.
std::vector<std::string> network_addresses() {
  ULONG size = 32768;
  std::vector<std::uint8_t> room(size);
  auto* cards = reinterpret_cast<IP_ADAPTER_ADDRESSES*>(room.data());
  const ULONG flags = GAA_FLAG_SKIP_UNICAST | GAA_FLAG_SKIP_ANYCAST | GAA_FLAG_SKIP_MULTICAST | GAA_FLAG_SKIP_DNS_SERVER;
  if (::GetAdaptersAddresses(AF_UNSPEC, flags, nullptr, cards, &size) != ERROR_SUCCESS) return {};
  std::vector<std::string> found;
  for (const IP_ADAPTER_ADDRESSES* card = cards; card; card = card->Next)
    if (card->PhysicalAddressLength == 6 && (card->PhysicalAddress[0] & 2) == 0 &&
        (card->IfType == IF_TYPE_ETHERNET_CSMACD || card->IfType == IF_TYPE_IEEE80211))
      found.push_back(hex_of(card->PhysicalAddress, 6));
  std::sort(found.begin(), found.end());
  return found;
}

std::string system_id() {
  wchar_t id[64] = {};
  DWORD size = sizeof id - sizeof(wchar_t);
  const LSTATUS read =
      ::RegGetValueW(HKEY_LOCAL_MACHINE, L"SOFTWARE\\Microsoft\\Cryptography", L"MachineGuid", RRF_RT_REG_SZ, nullptr, id, &size);
  return read == ERROR_SUCCESS ? utf8_of(fs::path(id)) : std::string();
}

// A disk in a case is "fixed" to the system and a stick to its user: what hangs on USB can be pulled.
bool hangs_on_usb(const std::wstring& root) {
  const std::wstring device = L"\\\\.\\" + root.substr(0, 2);
  const HANDLE volume = ::CreateFileW(device.c_str(), 0, FILE_SHARE_READ | FILE_SHARE_WRITE, nullptr, OPEN_EXISTING, 0, nullptr);
  if (volume == INVALID_HANDLE_VALUE) return false;
  STORAGE_PROPERTY_QUERY query{StorageDeviceProperty, PropertyStandardQuery, {0}};
  STORAGE_DEVICE_DESCRIPTOR found{};
  DWORD count = 0;
  const bool known = ::DeviceIoControl(volume, IOCTL_STORAGE_QUERY_PROPERTY, &query, sizeof query, &found, sizeof found, &count, nullptr);
  ::CloseHandle(volume);
  return known && found.BusType == BusTypeUsb;
}

bool can_be_pulled(const std::wstring& root) {
  const UINT type = ::GetDriveTypeW(root.c_str());
  return type == DRIVE_REMOVABLE || (type == DRIVE_FIXED && root.size() == 3 && hangs_on_usb(root));
}

} // namespace

MachineFingerprint machine_fingerprint() { return {firmware_id(), network_addresses(), system_id()}; }

Drive drive_of(const fs::path& folder) {
  std::error_code failed;
  wchar_t root[MAX_PATH + 1] = {};
  if (!::GetVolumePathNameW(fs::absolute(folder, failed).c_str(), root, MAX_PATH)) return {};
  if (::GetDriveTypeW(root) == DRIVE_REMOTE) return {DriveKind::network, {}};
  DWORD serial = 0;
  const bool known = ::GetVolumeInformationW(root, nullptr, 0, &serial, nullptr, nullptr, nullptr, 0);
  return {can_be_pulled(root) ? DriveKind::removable : DriveKind::fixed,
          known && serial != 0 ? fmt::format("{:08x}", serial) : std::string()};
}

// The service names its folders to every program. Desktop and documents are often among them.
bool is_synchronised(const fs::path& folder) {
  std::error_code failed;
  const fs::path place = fs::weakly_canonical(folder, failed);
  for (const wchar_t* name : {L"OneDrive", L"OneDriveCommercial", L"OneDriveConsumer"}) {
    std::wstring root(32767, L'\0');
    const DWORD length = ::GetEnvironmentVariableW(name, root.data(), static_cast<DWORD>(root.size()));
    if (length == 0 || length >= root.size()) continue;
    root.resize(length);
    const fs::path relative = place.lexically_relative(fs::weakly_canonical(root, failed));
    if (!relative.empty() && *relative.begin() != "..") return true;
  }
  return false;
}

std::vector<fs::path> removable_drives() {
  std::vector<fs::path> found;
  const DWORD drives = ::GetLogicalDrives();
  for (wchar_t letter = L'A'; letter <= L'Z'; ++letter) {
    const wchar_t root[] = {letter, L':', L'\\', 0};
    DWORD ignored = 0; // a reader without a medium has a letter too
    if ((drives >> (letter - L'A') & 1) && can_be_pulled(root) &&
        ::GetVolumeInformationW(root, nullptr, 0, &ignored, nullptr, nullptr, nullptr, 0))
      found.emplace_back(root);
  }
  return found;
}

} // namespace firsthand::platform
