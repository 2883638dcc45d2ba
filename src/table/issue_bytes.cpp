#include "table/issue_bytes.h"

namespace pegel::table {
namespace {

void write_place(const Place& place, base::ByteWriter& writer) {
  writer.text(place.file);
  writer.i64(place.line);
  writer.i64(place.column);
  writer.text(place.excerpt);
}

Place read_place(base::ByteReader& reader) {
  Place place;
  place.file = reader.text();
  place.line = reader.i64();
  place.column = reader.i64();
  place.excerpt = reader.text();
  return place;
}

void write_issue(const Issue& issue, base::ByteWriter& writer) {
  writer.text(issue.code);
  writer.text(issue.subject);
  writer.i64(issue.count);
  writer.i64(issue.rows_left_out);
  writer.u64(issue.places.size());
  for (const Place& place : issue.places) write_place(place, writer);
  writer.u64(issue.values.size());
  for (const auto& [name, value] : issue.values) {
    writer.text(name);
    writer.text(value);
  }
}

Issue read_issue(base::ByteReader& reader) {
  Issue issue;
  issue.code = reader.text();
  issue.subject = reader.text();
  issue.count = reader.i64();
  issue.rows_left_out = reader.i64();
  for (std::size_t n = reader.count(4); n > 0 && !reader.failed(); --n) issue.places.push_back(read_place(reader));
  for (std::size_t n = reader.count(2); n > 0 && !reader.failed(); --n) {
    std::string name = reader.text();
    issue.values[std::move(name)] = reader.text();
  }
  return issue;
}

}  // namespace

void write_issues(const Issues& issues, base::ByteWriter& writer) {
  writer.u64(issues.list().size());
  for (const Issue& issue : issues.list()) write_issue(issue, writer);
}

// One after the other, each new: counts of one Issue under two entries could be too large together.
void read_issues(base::ByteReader& reader, Issues& into) {
  constexpr int64_t kMost = INT64_MAX / 2;
  const auto is_count = [](int64_t n) { return n >= 0 && n <= kMost; };
  for (std::size_t n = reader.count(6); n > 0 && !reader.failed(); --n) {
    Issue issue = read_issue(reader);
    const std::size_t before = into.list().size();
    reader.require(is_count(issue.count) && is_count(issue.rows_left_out));
    if (!reader.failed()) into.add(std::move(issue));
    reader.require(into.list().size() == before + 1);
  }
}

}  // namespace pegel::table
