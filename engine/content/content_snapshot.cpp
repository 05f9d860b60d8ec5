// Packing and unpacking.
#include "engine/content/content_snapshot.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace firsthand::content {

namespace {

constexpr std::string_view kept_label = "firsthand-kept-1\n";

base::Error bad_pack() { return base::fail("kept-format", "The content kept with this attempt cannot be read."); }

// "<number><end>" at the front of `rest`, which moves on behind it.
std::optional<std::size_t> take_length(std::string_view& rest, char end) {
  std::size_t number = 0;
  const auto [stop, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
  if (error != std::errc() || stop == rest.data() + rest.size() || *stop != end) return std::nullopt;
  rest.remove_prefix(static_cast<std::size_t>(stop - rest.data()) + 1);
  return number;
}

std::optional<std::string> take_bytes(std::string_view& rest, std::size_t count) {
  if (count > rest.size()) return std::nullopt;
  std::string bytes(rest.substr(0, count));
  rest.remove_prefix(count);
  return bytes;
}

} // namespace

std::string pack(const reading::LoadedScenario& loaded, std::string_view doctrine) {
  std::vector<const reading::UsedFile*> files;
  for (const reading::UsedFile& file : loaded.files)
    files.push_back(&file);
  const auto order = [&](const reading::UsedFile* file) { return std::pair(file->path != loaded.path, std::string_view(file->path)); };
  std::sort(files.begin(), files.end(), [&](const auto* a, const auto* b) { return order(a) < order(b); });
  std::string bytes = fmt::format("{}{}\n", kept_label, doctrine);
  for (const reading::UsedFile* file : files)
    bytes += fmt::format("{} {}\n{}{}", file->path.size(), file->bytes.size(), file->path, file->bytes);
  return bytes;
}

base::Result<Unpacked> unpack(std::string_view bytes) {
  if (!bytes.starts_with(kept_label)) return bad_pack();
  bytes.remove_prefix(kept_label.size());
  const std::size_t end = bytes.find('\n');
  if (end == bytes.npos) return bad_pack();
  Unpacked out;
  out.doctrine = bytes.substr(0, end);
  bytes.remove_prefix(end + 1);
  while (!bytes.empty()) {
    const auto path_size = take_length(bytes, ' ');
    const auto file_size = path_size ? take_length(bytes, '\n') : std::nullopt;
    if (!file_size) return bad_pack();
    const auto path = take_bytes(bytes, *path_size);
    auto file = path ? take_bytes(bytes, *file_size) : std::nullopt;
    if (!file || !reading::is_plain_path(*path)) return bad_pack();
    if (out.path.empty()) out.path = *path;
    out.files.put(*path, std::move(*file));
  }
  if (out.path.empty()) return bad_pack();
  return out;
}

base::Result<crypto::Hash> ContentSnapshots::keep(records::Store& store, const ContentPtr& content, base::Moment now) {
  // Each time: what is there already stays, and the store may stand on another drive than before.
  FH_TRY(hash, store.put_content(pack(content->read(), content->doctrine_asked()), now));
  ready_[hash] = content;
  return hash;
}

base::Result<ContentPtr> ContentSnapshots::find(records::Store& store, const crypto::Hash& kept) {
  ContentPtr& ready = ready_[kept];
  if (ready) return ready;
  FH_TRY(bytes, store.content(kept));
  if (!bytes) return base::fail("kept-missing", "The content that this attempt began with is not in the record.");
  FH_TRY(unpacked, unpack(*bytes));
  FH_TRY(content, content_library_.load_from(unpacked.files, unpacked.path, unpacked.doctrine));
  ready = content;
  return content;
}

} // namespace firsthand::content
