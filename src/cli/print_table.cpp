#include "cli/print_table.h"

#include <ostream>

#include "cli/opened.h"
#include "json/json.h"
#include "pegel/table.h"

namespace pegel::cli {

namespace {

struct Read {
  std::vector<Issue> issues;
  Result<void> ended;
};

/// Prints each row as `text_of` says, with commas between them.
template <class TextOf>
Read print_rows(std::ostream& out, const Input& input, const Profile& profile, TextOf text_of) {
  const char* comma = "";
  TableReading reading(profile, [&](const std::vector<std::string>& cells) {
    out << comma << text_of(cells);
    comma = ",";
  });
  Result<void> read;
  input.each_block([&](std::span<const uint8_t> block) {
    read = reading.push(block);
    return read.has_value();
  });
  if (read) read = reading.finish();
  return {reading.issues(), std::move(read)};
}

std::string values_text(const std::vector<std::string>& cells, const Profile& profile) {
  std::string text;
  for (std::size_t c = 0; c < cells.size(); ++c) {
    text += (c == 0 ? "[" : ",") + value_text(cells[c], profile.columns[c]);
  }
  return text + "]";
}

/// The file is read once for its rows and once more for their values: neither are held.
Result<void> print_found(std::ostream& out, const Input& input, const Profile& profile, const Options& options,
                         const std::string& path) {
  out << json::table_start(table_head(profile), path);
  Read read = print_rows(out, input, profile, [](const auto& cells) { return json::write(cells); });
  if (options.typed) {
    out << "],\"values\":[";
    print_rows(out, input, profile, [&](const auto& cells) { return values_text(cells, profile); });
  }
  out << json::table_end(read.issues, read.ended ? nullptr : &read.ended.error()) << '\n';
  return std::move(read.ended);
}

Result<Profile> profile_under_answers(const Options& options, const Input& input) {
  const auto choice = choice_of(options, input);
  if (!choice) return tl::unexpected<Error>(choice.error());
  return profile_of(input, *choice);
}

}  // namespace

Result<void> print_table(std::ostream& out, const Options& options, const std::string& path) {
  const auto input = Input::open(path);
  const auto found = input ? profile_under_answers(options, *input) : tl::unexpected<Error>(input.error());
  if (found) return print_found(out, *input, *found, options, path);
  if (found.error().code != "use.answer") out << json::refusal(path, found.error()) << '\n';
  return tl::unexpected<Error>(found.error());
}

}  // namespace pegel::cli
