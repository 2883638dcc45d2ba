// The terminal tool: data on stdout, notices on stderr; exit 0, 1 (could not), 2 (wrong use).

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>
#include <memory>

#include "cli/options.h"
#include "cli/print.h"
#include "json/json.h"
#include "pegel/table.h"

namespace pegel::cli {

namespace {

constexpr std::size_t kBlock = 4u << 20;

/// A file, or standard input held whole, that can be read from its start more than once.
class Input {
 public:
  static Result<Input> open(const std::string& path) {
    Input input;
    input.path_ = path;
    input.name_ = path == "-" ? "stdin" : path.substr(path.find_last_of('/') + 1);
    if (path == "-") {
      input.held_.assign(std::istreambuf_iterator<char>(std::cin), {});
      return input;
    }
    if (std::filesystem::is_directory(path)) {
      return fail("file.folder", "\"" + path + "\" is a folder. Name the files in it.", {path, 0, 0, {}});
    }
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    const auto size = file ? static_cast<int64_t>(file.tellg()) : -1;
    if (size < 0) {
      return fail("file.locked", "\"" + path + "\" can't be opened. Check the name and that you may read it.",
                  {path, 0, 0, {}});
    }
    input.size_ = size;
    return input;
  }

  const std::string& path() const { return path_; }
  /// What the file is called everywhere: the last part of its path, or all of it where another input has that name.
  const std::string& name() const { return name_; }
  void rename_apart_from(const std::vector<Input>& others) {
    const auto taken = [&] {
      return std::any_of(others.begin(), others.end(), [&](const Input& o) { return o.name_ == name_; });
    };
    if (taken()) name_ = path_;
    for (int copy = 2; taken(); ++copy) name_ = path_ + " (" + std::to_string(copy) + ")";
  }
  int64_t size() const { return path_ == "-" ? static_cast<int64_t>(held_.size()) : size_; }

  using Take = std::function<bool(std::span<const uint8_t>)>;  ///< false: no more, please
  void each_block(const Take& take) const {
    if (path_ == "-") {
      take(std::span(reinterpret_cast<const uint8_t*>(held_.data()), held_.size()));
      return;
    }
    std::ifstream file(path_, std::ios::binary);
    std::vector<uint8_t> block(kBlock);
    while (file.read(reinterpret_cast<char*>(block.data()), static_cast<std::streamsize>(block.size())),
           file.gcount() > 0) {
      if (!take(std::span<const uint8_t>(block.data(), static_cast<std::size_t>(file.gcount())))) return;
    }
  }

  std::vector<std::vector<uint8_t>> samples() const {
    std::vector<std::vector<uint8_t>> samples;
    std::ifstream file(path_, std::ios::binary);
    for (const int64_t offset : sample_offsets(size())) {
      if (path_ == "-") {
        const auto part = std::string_view(held_).substr(static_cast<std::size_t>(offset), kSampleBytes);
        samples.emplace_back(part.begin(), part.end());
        continue;
      }
      std::vector<uint8_t>& bytes = samples.emplace_back(kSampleBytes);
      file.clear();  // of the end that the sample before may have met
      file.seekg(offset);
      file.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
      bytes.resize(static_cast<std::size_t>(file.gcount()));
    }
    return samples;
  }

  /// The first `most` bytes.
  std::vector<uint8_t> head(std::size_t most) const {
    std::vector<uint8_t> bytes;
    each_block([&](std::span<const uint8_t> block) {
      const auto wanted = std::min(block.size(), most - bytes.size());
      bytes.insert(bytes.end(), block.begin(), block.begin() + static_cast<std::ptrdiff_t>(wanted));
      return bytes.size() < most;
    });
    return bytes;
  }

 private:
  std::string path_;
  std::string name_;
  std::string held_;
  int64_t size_ = 0;
};

/// What profile() looks at.
class Start {
 public:
  explicit Start(const Input& input)
      : name_(input.name()), size_(input.size()), head_(input.head(kHeadBytes)), samples_(input.samples()) {}
  Result<Profile> profile(const SourceChoice& choice = {}) const {
    return pegel::profile({name_, size_, head_, {samples_.begin(), samples_.end()}}, choice);
  }

 private:
  std::string name_;
  int64_t size_;
  std::vector<uint8_t> head_;
  std::vector<std::vector<uint8_t>> samples_;
};

// --map speaks of every file that has the column.
SourceChoice choice_of(const Options& options, const Profile& profile) {
  SourceChoice choice;
  for (const auto& [column, role] : options.maps) {
    const bool has = std::any_of(profile.columns.begin(), profile.columns.end(),
                                 [&, name = column](const ColumnProfile& c) { return c.name == name; });
    if (has) choice.roles[column] = role;
  }
  return choice;
}

struct Opened {
  std::vector<Input> inputs;
  std::vector<Profile> profiles;
  bool failed = false;  ///< at least one file could not be read
};

// A file that can't be read is announced and left out; the others go on.
Opened open_all(const Options& options) {
  Opened opened;
  for (const std::string& path : options.files) {
    auto input = Input::open(path);
    if (!input) {
      print_error(input.error());
      opened.failed = true;
      continue;
    }
    input->rename_apart_from(opened.inputs);
    const Start start(*input);
    auto found = start.profile();
    if (!found) {
      print_error(found.error());
      opened.failed = true;
      continue;
    }
    if (!options.maps.empty()) {
      found = start.profile(choice_of(options, *found));
      if (!found) {
        print_error(found.error());
        opened.failed = true;
        continue;
      }
    }
    opened.inputs.push_back(std::move(*input));
    opened.profiles.push_back(std::move(*found));
  }
  return opened;
}

// A kept plan fits only files whose columns still stand where it says.
Result<void> fits(const Plan& plan, const std::vector<Profile>& profiles) {
  for (const Profile& profile : profiles) {
    const auto source =
        std::find_if(plan.sources.begin(), plan.sources.end(), [&](const Source& s) { return s.file == profile.file; });
    if (source == plan.sources.end()) {
      return fail("plan.file", "The plan does not read \"" + profile.file + "\". Make it again with this file.",
                  {profile.file, 0, 0, {}});
    }
    for (const SourceColumn& column : source->columns) {
      const auto at = static_cast<std::size_t>(column.index);
      if (at < profile.columns.size() && profile.columns[at].name == column.name) continue;
      return fail("plan.column",
                  "\"" + profile.file + "\" does not have \"" + column.name + "\" as column " +
                      std::to_string(column.index + 1) + ", where the plan reads it. Make the plan again.",
                  {profile.file, 1, column.index + 1, column.name});
    }
  }
  return {};
}

Result<Plan> kept_plan(const Options& options, const std::vector<Profile>& profiles) {
  std::ifstream file(options.plan_file);
  if (!file) {
    return fail("file.locked", "\"" + options.plan_file + "\" can't be opened.", {options.plan_file, 0, 0, {}});
  }
  auto plan = json::read_plan(std::string(std::istreambuf_iterator<char>(file), {}));
  if (!plan) return plan;
  if (auto fitting = fits(*plan, profiles); !fitting) return tl::unexpected<Error>(std::move(fitting.error()));
  Choices choices = options.choices;
  if (!options.today_given) choices.today.reset();
  return changed(std::move(*plan), choices);
}

Result<Plan> plan_of(const Options& options, const std::vector<Profile>& profiles) {
  if (!options.plan_file.empty()) return kept_plan(options, profiles);
  Choices choices = options.choices;
  for (const Profile& profile : profiles) choices.sources[profile.file] = choice_of(options, profile);
  return make_plan(profiles, choices);
}

Result<Batches> load_all(const Plan& plan, const std::vector<Input>& inputs) {
  Batches batches;
  for (std::size_t s = 0; s < plan.sources.size(); ++s) {
    const auto input =
        std::find_if(inputs.begin(), inputs.end(), [&](const Input& i) { return i.name() == plan.sources[s].file; });
    if (input == inputs.end()) {
      return fail("plan.file", "The plan reads \"" + plan.sources[s].file + "\", which was not named.",
                  {plan.sources[s].file, 0, 0, {}});
    }
    Load load(plan, s, batches);
    Result<void> pushed;
    input->each_block([&](std::span<const uint8_t> block) {
      pushed = load.push(block);
      return pushed.has_value();
    });
    if (!pushed) return tl::unexpected<Error>(std::move(pushed.error()));
    if (auto ended = load.finish(); !ended) return tl::unexpected<Error>(std::move(ended.error()));
  }
  return batches;
}

int stop(const Error& error) {
  print_error(error);
  return 1;
}

int run_profile(const Options& options) {
  const Opened opened = open_all(options);
  if (options.json) {
    std::string list;
    for (const Profile& profile : opened.profiles) list += (list.empty() ? "" : ",") + json::write(profile);
    std::cout << '[' << list << "]\n";
  } else {
    for (const Profile& profile : opened.profiles) print(std::cout, profile);
  }
  return opened.failed ? 1 : 0;
}

int run_computed(const Options& options) {
  const Opened opened = open_all(options);
  if (opened.profiles.empty()) return 1;
  auto plan = plan_of(options, opened.profiles);
  if (!plan) return stop(plan.error());
  if (options.verb == Verb::plan) {
    std::cout << json::write(*plan) << '\n';
    return opened.failed ? 1 : 0;
  }
  auto batches = load_all(*plan, opened.inputs);
  if (!batches) return stop(batches.error());
  if (options.verb == Verb::rows) {
    const auto page = rows(*plan, *batches, options.rows);
    if (!page) return stop(page.error());
    if (options.json) {
      std::cout << json::write(*page) << '\n';
    } else {
      print(std::cout, *page);
    }
  } else {
    const Report result = make_report(*plan, aggregate(*plan, *batches));
    if (options.json) {
      std::cout << json::write(result) << '\n';
    } else {
      print(std::cout, result, opened.profiles);
    }
  }
  return opened.failed ? 1 : 0;
}

int run_table(const Options& options) {
  bool failed = false;
  for (const std::string& path : options.files) {
    const auto refuse = [&](const Error& error) {
      std::cout << "{\"file\":" << json::quoted(path) << ",\"error\":{\"code\":" << json::quoted(error.code)
                << ",\"text\":" << json::quoted(error.text) << "}}\n";
      failed = true;
    };
    auto input = Input::open(path);
    if (!input) {
      refuse(input.error());
      continue;
    }
    const auto bytes = input->head(SIZE_MAX);
    const auto table = read_table({input->name(), input->size(), bytes});
    if (!table) {
      refuse(table.error());
      continue;
    }
    std::cout << json::write(*table, path, options.typed) << '\n';
  }
  return failed ? 1 : 0;
}

int run_catalog(const Options& options) {
  if (options.json) {
    std::cout << json::write(catalogue()) << '\n';
  } else {
    print(std::cout, catalogue());
  }
  return 0;
}

int run(const Options& options) {
  switch (options.verb) {
    case Verb::profile:
      return run_profile(options);
    case Verb::plan:
    case Verb::rows:
    case Verb::report:
      return run_computed(options);
    case Verb::table:
      return run_table(options);
    case Verb::catalog:
      return run_catalog(options);
    case Verb::none:
      break;
  }
  return 2;
}

}  // namespace

}  // namespace pegel::cli

int main(int argc, char** argv) {
  pegel::cli::Options options;
  if (const auto status = pegel::cli::parse(argc, argv, options)) return *status;
  try {
    return pegel::cli::run(options);
  } catch (const std::exception& e) {
    std::cerr << "pegel: " << e.what() << '\n';
    return 1;
  }
}
