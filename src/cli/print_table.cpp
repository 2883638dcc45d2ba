#include "cli/print_table.h"

#include <optional>
#include <ostream>
#include <utility>

#include "cli/opened.h"
#include "json/json.h"
#include "pegel/table.h"

namespace pegel::cli {

namespace {

using Cells = std::vector<std::string>;

/// What was read, its rows printed as `text_of` says with commas between them; `begin` prints what stands before.
template <class Begin, class TextOf>
std::pair<std::vector<Issue>, Result<void>> print_rows(std::ostream& out, const Input& input, const Profile& profile,
                                                       Begin begin, TextOf text_of, bool typed = false) {
  const char* before = nullptr;
  std::optional<TableReading> reading;
  const auto start = [&] {
    if (before == nullptr) out << begin(*reading);
    if (before == nullptr) before = "";
  };
  reading.emplace(
      profile,
      [&](const Cells& cells) {
        start();
        out << before << text_of(cells);
        before = ",";
      },
      typed);
  Result<void> read;
  input.each_block([&](std::span<const uint8_t> block) {
    read = reading->push(block);
    return read.has_value();
  });
  if (read) read = reading->finish();
  start();
  return {reading->issues(), std::move(read)};
}

std::string values_text(const Cells& cells, const Profile& profile) {
  std::string text;
  for (std::size_t c = 0; c < cells.size(); ++c) text += (c == 0 ? "[" : ",") + value_text(cells[c], profile, c);
  return text + "]";
}

/// The file is read once for its rows and once more for their values: neither are held.
Result<void> print_found(std::ostream& out, const Input& input, const Profile& profile, const Options& options,
                         const std::string& path) {
  const auto head = [&](const TableReading& reading) {
    return json::table_start(table_head(profile, reading.header()), path);
  };
  auto [issues, ended] = print_rows(out, input, profile, head, [](const Cells& cells) { return json::write(cells); });
  if (options.typed) {
    const auto values = [](const TableReading&) { return "],\"values\":["; };
    issues = print_rows(
                 out, input, profile, values, [&](const Cells& cells) { return values_text(cells, profile); }, true)
                 .first;
  }
  out << json::table_end(issues, ended ? nullptr : &ended.error()) << '\n';
  return std::move(ended);
}

Result<Profile> profile_under_answers(const Options& options, const Input& input) {
  const auto choice = choice_of(options, input);
  if (!choice) return tl::unexpected<Error>(choice.error());
  return plain_profile_of(input, *choice);
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
