#include "cli/opened.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "cli/print.h"
#include "json/json.h"
#include "pegel/table.h"

namespace pegel::cli {

namespace {

void open_one(const std::string& path, Opened& opened) {
  auto input = Input::open(path);
  if (input) input->rename_apart_from(opened.inputs);
  auto found = input ? profile_of(*input, {}) : tl::unexpected<Error>(input.error());
  if (!found) {
    print_error(found.error());
    opened.failed = true;
    return;
  }
  opened.inputs.push_back(std::move(*input));
  opened.profiles.push_back(std::move(*found));
  opened.choices.emplace_back();
}

// Reads the files again as `answers` say.
Result<void> profile_again(const std::vector<Answer>& answers, Opened& opened) {
  if (answers.empty()) return {};
  auto choices = choices_of(answers, opened.profiles);
  if (!choices) return tl::unexpected<Error>(std::move(choices.error()));
  opened.choices = std::move(*choices);
  for (std::size_t f = 0; f < opened.inputs.size(); ++f) {
    auto found = profile_of(opened.inputs[f], opened.choices[f]);
    if (!found) return tl::unexpected<Error>(std::move(found.error()));
    opened.profiles[f] = std::move(*found);
  }
  return {};
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
      return fail("plan.stale",
                  "\"" + profile.file + "\" does not have \"" + column.name + "\" as column " +
                      std::to_string(column.index + 1) + ", where the plan reads it. Make the plan again.",
                  {profile.file, 1, column.index + 1, column.name});
    }
  }
  return {};
}

Result<std::string> text_of(const std::string& path) {
  std::ifstream file(path);
  if (!file) return fail("file.locked", "\"" + path + "\" can't be opened.", {path, 0, 0, {}});
  return std::string(std::istreambuf_iterator<char>(file), {});
}

// What the options define beside what `plan` has; the same id is defined anew.
Result<void> define(const Options& options, const Plan& plan, Choices& choices) {
  std::vector<KpiDefinition> all = plan.own_kpis;
  for (const std::string& path : options.definitions) {
    const auto text = text_of(path);
    if (!text) return tl::unexpected<Error>(text.error());
    const auto read = json::read_own_kpis(*text, path);
    if (!read) return tl::unexpected<Error>(read.error());
    for (const KpiDefinition& each : *read) {
      const auto same = std::find_if(all.begin(), all.end(), [&](const KpiDefinition& d) { return d.id == each.id; });
      (same == all.end() ? all.emplace_back() : *same) = each;
    }
  }
  if (!options.definitions.empty()) choices.own_kpis = std::move(all);
  if (options.aliases.empty()) return {};
  choices.aliases = plan.aliases;
  choices.aliases->insert(choices.aliases->end(), options.aliases.begin(), options.aliases.end());
  return {};
}

Result<Plan> kept_plan(const Options& options, const std::vector<Profile>& profiles) {
  const auto text = text_of(options.plan_file);
  if (!text) return tl::unexpected<Error>(text.error());
  auto plan = json::read_plan(*text, options.plan_file);
  if (!plan) return plan;
  if (auto fitting = fits(*plan, profiles); !fitting) return tl::unexpected<Error>(std::move(fitting.error()));
  Choices choices = options.choices;
  if (!options.today_given) choices.today.reset();
  if (auto defined = define(options, *plan, choices); !defined) return tl::unexpected<Error>(defined.error());
  return changed(std::move(*plan), choices);
}

Result<void> load_one(const Plan& plan, std::size_t source, const Input& input, Batches& batches) {
  Load load(plan, source, batches);
  Result<void> pushed;
  input.each_block([&](std::span<const uint8_t> block) {
    pushed = load.push(block);
    return pushed.has_value();
  });
  return pushed ? load.finish() : pushed;
}

// Columns have their names only once the file is taken apart as said: answers about the dialect come first.
Result<void> take_answers(const std::vector<Answer>& answers, Opened& opened) {
  std::vector<Answer> dialect;
  std::copy_if(answers.begin(), answers.end(), std::back_inserter(dialect), is_of_dialect);
  if (auto read = profile_again(dialect, opened); !read) return read;
  return profile_again(answers, opened);
}

}  // namespace

namespace {

template <class Look>
Result<Profile> looked_at(const Input& input, Look look) {
  const auto head = input.head(head_bytes(input.size()));
  const auto samples = input.samples();
  return look(FileHead{input.name(), input.size(), head, {samples.begin(), samples.end()}});
}

}  // namespace

Result<Profile> profile_of(const Input& input, const SourceChoice& choice) {
  return looked_at(input, [&](const FileHead& head) { return profile(head, choice); });
}

Result<Profile> plain_profile_of(const Input& input, const SourceChoice& choice) {
  return looked_at(input, [&](const FileHead& head) { return plain_profile(head, choice); });
}

Result<Opened> open_all(const Options& options) {
  Opened opened;
  for (const std::string& path : options.files) open_one(path, opened);
  if (opened.profiles.empty()) return opened;
  if (auto taken = take_answers(options.answers, opened); !taken) {
    return tl::unexpected<Error>(std::move(taken.error()));
  }
  return opened;
}

Result<SourceChoice> choice_of(const Options& options, const Input& input) {
  if (options.answers.empty()) return SourceChoice{};
  auto found = profile_of(input, {});
  if (!found) return tl::unexpected<Error>(std::move(found.error()));
  Opened opened{{input}, {std::move(*found)}, {{}}, false};
  if (auto taken = take_answers(options.answers, opened); !taken) {
    return tl::unexpected<Error>(std::move(taken.error()));
  }
  return opened.choices.front();
}

Result<Plan> plan_of(const Options& options, const Opened& opened) {
  if (!options.plan_file.empty()) return kept_plan(options, opened.profiles);
  Choices choices = options.choices;
  for (std::size_t f = 0; f < opened.profiles.size(); ++f) {
    choices.sources[opened.profiles[f].file] = opened.choices[f];
  }
  if (auto defined = define(options, {}, choices); !defined) return tl::unexpected<Error>(defined.error());
  return make_plan(opened.profiles, choices);
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
    if (auto loaded = load_one(plan, s, *input, batches); !loaded) {
      return tl::unexpected<Error>(std::move(loaded.error()));
    }
  }
  return batches;
}

}  // namespace pegel::cli
