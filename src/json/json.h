#pragma once
// Profile, Plan, Report, Card and choices as JSON. Field names are the members' names; enums are their names; Days are
// ISO dates; optionals that are empty are absent. The only door to nlohmann/json is behind these functions.

#include <map>
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
std::string write_with_examples(const std::vector<CatalogueEntry>& catalogue);
/// A file's table as one line, written while it is read: table_start, rows with commas between them (and, behind
/// `],"values":[`, their values), table_end. `file` is the name to write; `error`: why reading ended early, or null.
std::string table_start(const TableHead& head, std::string_view file);
std::string write(const std::vector<std::string>& cells);
std::string table_end(const std::vector<Issue>& issues, const Error* error);

/// All readers refuse text that is not JSON ("json.syntax", with line and column) or not of the shape ("json.shape", with
/// the member's path: a wrong type, a number out of range, an unknown name or member). Missing members and null take the
/// default of the struct.
Result<Profile> read_profile(std::string_view text);
Result<std::vector<Profile>> read_profiles(std::string_view text);  ///< a JSON array
/// A plan that `check` accepts. `file` is what errors call it.
Result<Plan> read_plan(std::string_view text, std::string_view file = {});
Result<Choices> read_choices(std::string_view text);
Result<SourceChoice> read_source_choice(std::string_view text);
/// One definition or an array of them; `file` is what errors call it.
Result<std::vector<KpiDefinition>> read_own_kpis(std::string_view text, std::string_view file = {});
Result<RowsQuery> read_rows_query(std::string_view text);
Result<std::map<std::string, std::string>> read_texts(std::string_view text);  ///< an object of texts

/// {"ok": value} of an already written value, {"error": {code, text, place, values}}.
std::string ok(std::string_view written = "{}");
std::string error(const Error& error);
/// One line for a file that cannot be read: {"file", "error": {"code", "text"}}.
std::string refusal(std::string_view file, const Error& error);

}  // namespace pegel::json
