#include "json/archive.h"
#include "json/fields.h"
#include "json/json.h"

namespace pegel::json {

namespace {

template <class T>
Result<T> read(std::string_view text, std::string_view what) {
  try {
    T value{};
    Reader::read(Json::parse(text), value, "(root)");
    return value;
  } catch (const Json::parse_error& e) {
    return fail("json.syntax",
                "The " + std::string(what) + " is not JSON: it breaks at byte " + std::to_string(e.byte) + ".");
  } catch (const ShapeError& e) {
    return fail("json.shape", "The " + std::string(what) + " has a member \"" + e.member + "\" of an unexpected kind.");
  } catch (const Json::exception& e) {
    return fail("json.shape", "The " + std::string(what) + " can't be read: " + e.what());
  }
}

}  // namespace

Result<Profile> read_profile(std::string_view text) { return read<Profile>(text, "profile"); }
Result<std::vector<Profile>> read_profiles(std::string_view text) {
  return read<std::vector<Profile>>(text, "profiles");
}
Result<Plan> read_plan(std::string_view text) { return read<Plan>(text, "plan"); }
Result<Choices> read_choices(std::string_view text) { return read<Choices>(text, "choices"); }
Result<SourceChoice> read_source_choice(std::string_view text) { return read<SourceChoice>(text, "choice"); }
Result<RowsQuery> read_rows_query(std::string_view text) { return read<RowsQuery>(text, "query"); }

}  // namespace pegel::json
