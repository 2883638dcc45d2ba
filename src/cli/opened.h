#pragma once
// The named files, profiled under the answers given.

#include <vector>

#include "cli/input.h"
#include "cli/options.h"

namespace pegel::cli {

/// One entry a file that could be read, in the order of the command line.
struct Opened {
  std::vector<Input> inputs;
  std::vector<Profile> profiles;
  std::vector<SourceChoice> choices;
  bool failed = false;  ///< at least one file could not be read; it was announced and left out
};
/// Errors: "use.answer".
Result<Opened> open_all(const Options& options);

/// Errors: as profile.
Result<Profile> profile_of(const Input& input, const SourceChoice& choice);
/// Errors: as plain_profile.
Result<Profile> plain_profile_of(const Input& input, const SourceChoice& choice);

/// What the answers say of one file. Errors: as profile; "use.answer".
Result<SourceChoice> choice_of(const Options& options, const Input& input);

/// The plan that the options ask for: made of the files, or kept in a file and changed. Errors: as make_plan, read_plan;
/// "plan.file", "plan.stale" for a kept plan that does not fit the files.
Result<Plan> plan_of(const Options& options, const Opened& opened);

/// All rows of the plan's files. Errors: as Load; "plan.file".
Result<Batches> load_all(const Plan& plan, const std::vector<Input>& inputs);

}  // namespace pegel::cli
