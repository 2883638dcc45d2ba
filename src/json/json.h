#pragma once
// Profile, Plan, Report, Card and choices as JSON. Field names are the members' names; enums are their names; Days are
// ISO dates; optionals that are empty are absent. The only door to nlohmann/json is behind these functions.

#include <string>
#include <string_view>
#include <vector>

#include "pegel/engine.h"
#include "pegel/table.h"

namespace pegel::json {

std::string write(const Profile& profile);
std::string write(const Plan& plan);
std::string write(const Report& report);
std::string write(const RowsPage& page);
std::string write(const std::vector<CatalogueEntry>& catalogue);
/// One line; `file` is the name to write; `typed` adds "values".
std::string write(const TextTable& table, std::string_view file, bool typed);

/// All readers refuse text that is not JSON ("json.syntax", with the byte's position) or not of the shape ("json.shape",
/// with the member's name). Unknown members are ignored, missing ones take the default of the struct.
Result<Profile> read_profile(std::string_view text);
Result<std::vector<Profile>> read_profiles(std::string_view text);  ///< a JSON array
Result<Plan> read_plan(std::string_view text);
Result<Choices> read_choices(std::string_view text);
Result<SourceChoice> read_source_choice(std::string_view text);
Result<RowsQuery> read_rows_query(std::string_view text);

/// {"ok": value} of an already written value, {"error": {code, text, place, values}}.
std::string ok(std::string_view written = "{}");
std::string error(const Error& error);
std::string quoted(std::string_view text);  ///< a JSON string; bytes that are not UTF-8 become U+FFFD

}  // namespace pegel::json
