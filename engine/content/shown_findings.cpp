// Paths put in place before a finding is written out.
#include "engine/content/shown_findings.h"

#include <fmt/format.h>

namespace firsthand::content {

namespace {

// "scenarios/library/lamp.yaml:12" → "own/library/lamp.yaml:12"
std::string placed(const std::string& value, const reading::FileSource& source) {
  const std::size_t colon = value.find(':');
  return source.place(value.substr(0, colon)) + (colon == value.npos ? "" : value.substr(colon));
}

struct Placed {
  model::Finding finding;
  std::vector<reading::UsedFile> file;
};
Placed placed(const model::Finding& finding, std::span<const reading::UsedFile> files, const reading::FileSource& source) {
  Placed all{finding, {}};
  for (auto& [name, value] : all.finding.facts)
    if ((name == "place" || name == "path" || name == "file") && value.find('/') != value.npos) value = placed(value, source);
  if (finding.where.file >= files.size()) return all;
  const reading::UsedFile& used = files[finding.where.file];
  all.finding.where.file = 0;
  all.file.push_back({source.place(used.path), used.bytes});
  return all;
}

} // namespace

ShownFinding shown(const model::Finding& finding, std::span<const reading::UsedFile> files, const reading::FileSource& source,
                   const reading::Translate& translate) {
  const Placed all = placed(finding, files, source);
  return {all.file.empty() ? "?" : all.file[0].path, reading::render(all.finding, all.file, translate),
          reading::render_json(all.finding, all.file, translate)};
}

std::string in_one_line(const model::Finding& finding, std::span<const reading::UsedFile> files, const reading::FileSource& source,
                        const reading::Translate& translate) {
  const Placed all = placed(finding, files, source);
  const std::string message = reading::message_of(all.finding, translate);
  if (all.file.empty()) return message;
  return fmt::format("{}:{}: {}", all.file[0].path, finding.where.line, message);
}

} // namespace firsthand::content
