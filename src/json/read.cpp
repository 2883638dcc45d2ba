#include "json/fields.h"
#include "json/json.h"
#include "json/reader.h"
#include "pegel/limits.h"

namespace pegel::json {

namespace {

// Where a byte stands: lines and columns from 1, columns in bytes.
Place place_of(std::string_view text, std::size_t byte, std::string_view file) {
  const std::size_t at = std::min(byte == 0 ? 0 : byte - 1, text.size());
  const auto lines = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
  const std::size_t newline = text.substr(0, at).rfind('\n');
  const std::size_t start = newline == std::string_view::npos ? 0 : newline + 1;
  const std::string_view rest = text.substr(at, std::min<std::size_t>(kExcerptLength, text.find('\n', at) - at));
  return {std::string(file), static_cast<int64_t>(lines) + 1, static_cast<int64_t>(at - start) + 1, std::string(rest)};
}

bool not_too_deep(int levels_around, Json::parse_event_t event, const Json&) {
  const bool opens = event == Json::parse_event_t::object_start || event == Json::parse_event_t::array_start;
  if (!opens || levels_around < kDeepestJson) return true;
  throw ShapeError{{}, {"deep", {{"most", std::to_string(kDeepestJson)}}}};
}

// `what` is read; `file`, when it has one, is how the reader knows it.
template <class T>
Result<T> read(std::string_view text, std::string_view what, std::string_view file = {}) {
  const std::string name = file.empty() ? "The " + std::string(what) : std::string(file);
  try {
    T value{};
    Reader::read(Json::parse(text, not_too_deep), value, {});
    return value;
  } catch (const Json::parse_error& e) {
    Place place = place_of(text, e.byte, file);
    const std::string end = place.excerpt.empty() ? " it ends too soon." : " it breaks at \"" + place.excerpt + "\".";
    const std::string line = std::to_string(place.line), column = std::to_string(place.column);
    const std::string excerpt = place.excerpt;
    return fail("json.syntax", name + " is not JSON: in line " + line + ", column " + column + end, std::move(place),
                {{"line", line}, {"column", column}, {"excerpt", excerpt}});
  } catch (const ShapeError& e) {
    const std::string path = e.path.empty() ? "all of it" : e.path;
    Error error = member_error("json.shape", path, e.problem, {std::string(file), 0, 0, {}});
    error.text = name + ": " + error.text;
    return tl::unexpected<Error>(std::move(error));
  } catch (const Json::exception& e) {
    return fail("json.unreadable", name + " can't be read: " + e.what(), {std::string(file), 0, 0, {}},
                {{"reason", e.what()}});
  }
}

}  // namespace

Result<Profile> read_profile(std::string_view text) { return read<Profile>(text, "profile"); }
Result<std::vector<Profile>> read_profiles(std::string_view text) {
  return read<std::vector<Profile>>(text, "profiles");
}
Result<Choices> read_choices(std::string_view text) { return read<Choices>(text, "choices"); }
Result<SourceChoice> read_source_choice(std::string_view text) { return read<SourceChoice>(text, "choice"); }
Result<std::vector<KpiDefinition>> read_own_kpis(std::string_view text, std::string_view file) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos || text[first] != '{')
    return read<std::vector<KpiDefinition>>(text, "definitions", file);
  auto one = read<KpiDefinition>(text, "definition", file);
  if (!one) return tl::unexpected<Error>(std::move(one.error()));
  return std::vector<KpiDefinition>{std::move(*one)};
}
Result<RowsQuery> read_rows_query(std::string_view text) { return read<RowsQuery>(text, "query"); }
Result<std::map<std::string, std::string>> read_texts(std::string_view text) {
  return read<std::map<std::string, std::string>>(text, "list of texts");
}

Result<Plan> read_plan(std::string_view text, std::string_view file) {
  auto plan = read<Plan>(text, "plan", file);
  if (!plan) return plan;
  auto checked = check(*plan);
  if (checked) return plan;
  Error error = std::move(checked.error());
  error.text = (file.empty() ? "The plan" : std::string(file)) + ": " + error.text;
  error.place.file = std::string(file);
  return tl::unexpected<Error>(std::move(error));
}

}  // namespace pegel::json
