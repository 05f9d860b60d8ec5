// Our own side of the benchmark, so that both sides are measured the same way.
//   ours advance ROOT SCENARIO PLAY ROUNDS    nanoseconds of one action in `advance`, a round a line
//   ours durable ROOT SCENARIO DIR COUNT      nanoseconds of one durable action, one a line; the first line: bytes of a record line
//   ours answer ROOT SCENARIO DIR COUNT       nanoseconds of one durable answer to a question of a test, one a line
//   ours yaml ROUNDS FILE…                    nanoseconds of each round over all files
//   ours bank ITEMS ROUNDS                    nanoseconds of each round: a bank of so many questions read and checked, the same bytes read
//                                             as YAML alone, a practice of 24 drawn from it, and those bytes read by yaml-cpp alone
//   ours statistics PERSONS ITEMS ROUNDS      nanoseconds of each round: from the bytes of a table file to its figures, and the figures
//   alone
#include "engine/app/data_folder.h"
#include "engine/assessment/draw.h"
#include "engine/content/disk_files.h"
#include "engine/content/roots.h"
#include "engine/platform/paths.h"
#include "engine/reading/bank.h"
#include "engine/reading/yaml.h"
#include "engine/report/statistics_files.h"
#include "engine/session/play.h"
#include "modules/catalogue.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <yaml-cpp/yaml.h>

namespace {

using namespace firsthand;
using Clock = std::chrono::steady_clock;

long long since(Clock::time_point start) { return std::chrono::duration_cast<std::chrono::nanoseconds>(Clock::now() - start).count(); }

std::string bytes_of(const std::string& path) {
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return bytes.str();
}

class Counting : public model::FactSink {
 public:
  void add(const model::Fact&) override { ++count; }
  long count = 0;
};

struct Content {
  explicit Content(const char* root)
      : catalogue(modules::make_catalogue()), files(std::vector<content::ContentRoot>{{platform::path_from(root), ""}}),
        content_library(files, catalogue) {}
  session::Catalogue catalogue;
  content::DiskFiles files;
  content::ContentLibrary content_library;
};

int advance(char** argv) {
  Content content(argv[2]);
  const auto loaded = content.content_library.load(argv[3]);
  if (!loaded.ok()) return 1;
  const session::Prepared& prepared = (*loaded)->prepared();
  const auto reading = session::parse_play(bytes_of(argv[4]), prepared);
  std::vector<session::Action> actions;
  for (const session::PlayLine& line : reading.play.lines)
    if (const auto* action = std::get_if<session::Action>(&line.content)) actions.push_back(*action);
  Counting sink;
  const session::Attempt start = session::begin(prepared, {session::Mode::practice, {}, reading.play.chance}, sink);
  session::Workspace workspace;
  constexpr int repeats = 200;
  for (int round = 0; round < std::atoi(argv[5]); ++round) {
    long done = 0;
    const auto begun = Clock::now();
    for (int i = 0; i < repeats; ++i) {
      session::Attempt attempt = start;
      for (const session::Action& action : actions)
        done += session::advance(prepared, attempt, action, attempt.turn, sink, workspace) ? 0 : 1;
    }
    std::printf("%lld\n", done ? since(begun) / done : -1);
  }
  return sink.count > 0 ? 0 : 1;
}

// An attempt in a data folder of its own.
struct Durable {
  Durable(char** argv, session::Channel channel) : content(argv[2]) {
    auto opened = app::DataFolder::open(services, content.content_library, {platform::path_from(argv[4]), {}, {}});
    if (!opened.ok()) return;
    data_folder = std::move(opened).value();
    app::BeginOptions options;
    options.channel = channel;
    if (auto begun = data_folder->begin(argv[3], options); begun.ok()) session = std::move(begun).value();
  }
  // Prints how long that took, until it was on the disk.
  bool submit(const session::Action& action) {
    const auto begun = Clock::now();
    const auto submitted = session->submit_and_wait(action, session->turn());
    std::printf("%lld\n", since(begun));
    return submitted.kind == app::Submitted::Kind::adopted;
  }

  Content content;
  records::SystemClock clock;
  crypto::SystemEntropy entropy;
  records::Services services{&clock, &entropy, crypto::minimal_pin_cost, &content.catalogue, "bench"};
  std::unique_ptr<app::DataFolder> data_folder;
  std::unique_ptr<app::AttemptSession> session; // null: it could not be begun
};

int durable(char** argv) {
  Durable bench(argv, session::Channel::command_line);
  if (!bench.session) return 1;
  session::Action note;
  note.kind = session::Action::Kind::note;
  note.step = bench.session->prepared().steps[0].id;
  for (int i = 0; i < std::atoi(argv[5]); ++i)
    if (!bench.submit(note)) return 1;
  return 0;
}

// To the question that stands first on the paper: one answer and another by turns.
int answer(char** argv) {
  Durable bench(argv, session::Channel::window);
  if (!bench.session) return 1;
  app::AttemptSession& session = *bench.session;
  session::Action go_on;
  go_on.kind = session::Action::Kind::go_on;
  while (!session::test_standing(session.prepared(), session.attempt()))
    if (session.submit_and_wait(go_on, session.turn()).kind != app::Submitted::Kind::adopted) return 1;
  for (int i = 0; i < std::atoi(argv[5]); ++i) {
    const std::vector<session::Action> offered = session::offers(session.prepared(), session.attempt()).actions;
    if (offered.size() < 2 || !bench.submit(offered[static_cast<std::size_t>(i % 2)])) return 1;
  }
  return 0;
}

int yaml(int argc, char** argv) {
  std::vector<std::string> files;
  for (int i = 3; i < argc; ++i)
    files.push_back(bytes_of(argv[i]));
  for (int round = 0; round < std::atoi(argv[2]); ++round) {
    const auto begun = Clock::now();
    model::Findings findings;
    for (const std::string& file : files)
      if (!reading::read_yaml(file, 0, findings)) return 1;
    std::printf("%lld\n", since(begun));
  }
  return 0;
}

constexpr int competencies = 12, in_a_file = 250;

// Words that look like words, the same at every run and hardly two alike.
std::string words_of(std::uint32_t& state, int count) {
  std::string out;
  for (int i = 0; i < count; ++i) {
    state = state * 1664525U + 1013904223U;
    out += (i == 0 ? "" : " ") + std::string(1, static_cast<char>('b' + (state >> 16) % 20)) + std::to_string((state >> 8) % 5000);
  }
  return out;
}

std::string question(std::uint32_t& state, int number) {
  std::string text = "- id: q" + std::to_string(number) + "\n  kind: one\n  competency: c" + std::to_string(number % competencies) +
                     "\n  stem: " + words_of(state, 25) + " what?\n  source: practice\n  options:\n";
  const auto key = static_cast<int>((state >> 20) % 4);
  for (int option = 0; option < 4; ++option)
    text += "  - id: o" + std::to_string(option) + "\n    text: " + words_of(state, 8) + "\n" + (option == key ? "    right: yes\n" : "") +
            "    why: " + words_of(state, 12) + "\n";
  return text;
}

reading::MemoryFiles bank_of(int items) {
  reading::MemoryFiles files;
  std::string vocabulary = "vocabulary: bench\nformat: 2\ncompetencies:\n";
  for (int i = 0; i < competencies; ++i)
    vocabulary += "  c" + std::to_string(i) + ": C\n";
  files.put("scenarios/library/vocabulary.yaml", vocabulary);
  files.put("scenarios/banks/many/bank.yaml", "bank: many\nformat: 1\nlanguage: en\nuse: practice\ntitle: Many\n");
  std::uint32_t state = 7;
  for (int from = 0; from < items; from += in_a_file) {
    std::string text = "items:\n";
    for (int i = from; i < std::min(items, from + in_a_file); ++i)
      text += question(state, i);
    files.put("scenarios/banks/many/items/f" + std::to_string(from) + ".yaml", text);
  }
  return files;
}

std::vector<std::string> texts_of(const reading::MemoryFiles& files) {
  std::vector<std::string> texts;
  for (const std::string& name : files.list("scenarios/banks/many/items"))
    texts.push_back(*files.read("scenarios/banks/many/items/" + name, std::size_t{1} << 24));
  return texts;
}

// By the library alone, into its own nodes, unchecked.
long long time_of_bare_yaml(const reading::MemoryFiles& files) {
  const std::vector<std::string> texts = texts_of(files);
  const auto begun = Clock::now();
  for (const std::string& text : texts)
    if (!YAML::Load(text).IsMap()) return -1;
  return since(begun);
}

long long time_of_yaml(const reading::MemoryFiles& files) {
  const std::vector<std::string> texts = texts_of(files);
  const auto begun = Clock::now();
  model::Findings findings;
  for (const std::string& text : texts)
    if (!reading::read_yaml(text, 0, findings)) return -1;
  return since(begun);
}

long long time_of_draw(const model::Bank& bank) {
  std::vector<model::Quota> parts;
  for (int i = 0; i < competencies; ++i)
    parts.push_back({"c" + std::to_string(i), 2});
  std::vector<long long> times; // the first one pays for what reading the bank left behind
  for (std::uint8_t i = 0; i < 11; ++i) {
    const auto begun = Clock::now();
    if (assessment::draw_practice({i}, parts, bank.items, {}).size() != 24) return -1;
    times.push_back(since(begun));
  }
  std::sort(times.begin(), times.end());
  return times[5];
}

int bank(char** argv) {
  const int items = std::atoi(argv[2]);
  const reading::MemoryFiles files = bank_of(items);
  for (int round = 0; round < std::atoi(argv[3]); ++round) {
    const auto begun = Clock::now();
    const reading::LoadedBank loaded = reading::load_bank(files, "scenarios/banks/many/bank.yaml");
    const long long read = since(begun);
    if (!loaded.usable() || static_cast<int>(loaded.bank.items.size()) != items) return 1;
    std::printf("%lld %lld %lld %lld\n", read, time_of_yaml(files), time_of_draw(loaded.bank), time_of_bare_yaml(files));
  }
  return 0;
}

std::string table_of_answers(int persons, int items) {
  std::string table = "person";
  for (int item = 0; item < items; ++item)
    table += ",i" + std::to_string(item);
  for (int person = 0; person < persons; ++person) {
    table += "\n" + std::to_string(1000000 + person);
    for (int item = 0; item < items; ++item)
      table += (person * 7 + item * 13 + person / 3 * item) % 5 < 3 ? ",1" : ",0";
  }
  return table;
}

int statistics(char** argv) {
  const std::string bytes = table_of_answers(std::atoi(argv[2]), std::atoi(argv[3]));
  for (int round = 0; round < std::atoi(argv[4]); ++round) {
    const auto begun = Clock::now();
    const base::TableReading reading = base::read_table(bytes);
    if (!reading.table) return 1;
    const report::AnswersReading answers = report::read_answers(*reading.table);
    const auto read = Clock::now();
    if (!answers.faults.empty() || !report::form_figures(answers.answers).alpha) return 1;
    std::printf("%lld %lld\n", since(begun), since(read));
  }
  return 0;
}

} // namespace

int main(int argc, char** argv) {
  const std::string what = argc > 1 ? argv[1] : "";
  if (what == "advance" && argc == 6) return advance(argv);
  if (what == "durable" && argc == 6) return durable(argv);
  if (what == "answer" && argc == 6) return answer(argv);
  if (what == "bank" && argc == 4) return bank(argv);
  if (what == "statistics" && argc == 5) return statistics(argv);
  if (what == "yaml" && argc > 3) return yaml(argc, argv);
  return 2;
}
