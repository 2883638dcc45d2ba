#include <initializer_list>

#include "base/civil_date.h"
#include "base/utf8.h"
#include "dataset/canonical.h"
#include "dataset/frame.h"
#include "dataset/frame_read.h"

namespace pegel::dataset {

namespace {

struct Unknown {
  Issue issue;
  std::string smallest;

  void add(const Source& source, const SourceColumn& column, int64_t line, std::string_view raw) {
    if (issue.count++ == 0 || raw < smallest) smallest = raw;
    if (issue.places.size() < kIssuePlaces) {
      const auto cut = raw.substr(0, base::valid_utf8_prefix(raw.substr(0, kExcerptLength)));
      issue.places.push_back({source.file, line, column.index + 1, std::string(cut)});
    }
  }
};

std::string_view text_at(const table::Column& column, std::size_t row) {
  if (const auto* category = std::get_if<table::CategoryColumn>(&column)) {
    return category->dictionary->value_of(category->codes[row]);
  }
  const auto* text = std::get_if<table::TextColumn>(&column);
  return text == nullptr ? std::string_view() : text->at(row);
}

void note_unknown(const Source& source, const table::Batch& batch, Role role, Role from, Unknown& unknown) {
  const CanonicalReader reader(source, role, from);
  const table::Column* column = values_of(source, batch, from);
  const auto codes = read_texts<uint8_t>(
      *column, batch.rows, [&](std::string_view text) { return text.empty() ? uint8_t{1} : reader.code_of(text); });
  for (std::size_t row = 0; row < batch.rows; ++row) {
    if (codes[row] == 0) unknown.add(source, *column_with(source, from), batch.line_of(row), text_at(*column, row));
  }
}

}  // namespace

void note_unknown(const Source& source, const std::vector<table::Batch>& batches, Issues& issues) {
  for (const Role role : {Role::status, Role::question}) {
    const Role from = decided_by(source, role);
    if (from == Role::none || (from == Role::stage && column_with(source, Role::is_won) != nullptr)) continue;
    Unknown unknown;
    for (const table::Batch& batch : batches) note_unknown(source, batch, role, from, unknown);
    if (unknown.issue.count == 0) continue;
    unknown.issue.code = "value.unknown";
    unknown.issue.subject = name_of(role);
    unknown.issue.values["raw"] = unknown.smallest;
    issues.add(std::move(unknown.issue));
  }
}

namespace {

constexpr int kFirstYear = 1990;
constexpr int kYearsAhead = 50;

// Days of what has happened; the day that an open deal is expected to close may be in the future.
constexpr std::initializer_list<Role> kPast = {Role::created, Role::closed, Role::at, Role::entered};

int column_of(const Source& source, Role role) {
  const SourceColumn* column = column_with(source, role);
  return column == nullptr ? 0 : column->index + 1;
}

}  // namespace

DateNotes::DateNotes(const Plan& plan)
    : today_(plan.today),
      first_(*base::day_of(kFirstYear, 1, 1)),
      last_(base::first_of_month(base::month_of(plan.today) + 12 * kYearsAhead)) {}

void DateNotes::add(const Frame& frame) {
  for (const Role role : kPast) {
    if (!frame.has(role)) continue;
    for (std::size_t row = 0; row < frame.rows(); ++row) look_at(frame, role, row);
  }
}

void DateNotes::look_at(const Frame& frame, Role role, std::size_t row) {
  const Day day = frame.day(role, row);
  if (!known(day)) return;
  const bool backwards =
      role == Role::closed && known(frame.day(Role::created, row)) && day < frame.day(Role::created, row);
  if (day < first_ || day > last_ || backwards) {
    note("date.impossible", frame, role, row, day);
  } else if (day > today_) {
    note("date.future", frame, role, row, day);
  }
}

void DateNotes::note(const char* code, const Frame& frame, Role role, std::size_t row, Day day) {
  Issue& issue = issues_[{code, role}];
  issue.code = code;
  issue.subject = name_of(role);
  issue.values["today"] = iso_text(today_);
  if (issue.count++ >= static_cast<int64_t>(kIssuePlaces)) return;
  const Source& source = frame.source();
  issue.places.push_back({source.file, frame.batch().line_of(row), column_of(source, role), iso_text(day)});
}

void DateNotes::move_into(Issues& issues) {
  for (auto& entry : issues_) issues.add(std::move(entry.second));
  issues_.clear();
}

namespace {

// The scale that the row names or the Source has; else 0 to 10 for NPS, and any for other questions.
bool fits_scale(const Frame& frame, std::size_t row, Micros score) {
  const Micros least = frame.number(Role::scale_min, row);
  const Micros most = frame.number(Role::scale_max, row);
  const auto question = static_cast<Question>(frame.canonical(Role::question, row));
  if (!known(most) && question != Question::nps) return true;
  if (score % base::kOne != 0) return false;
  return score >= (known(least) ? least : 0) && score <= (known(most) ? most : 10 * base::kOne);
}

}  // namespace

void note_scores(const Frame& frame, Issues& issues) {
  if (frame.kind() != Kind::responses) return;
  Issue issue{"score.out_of_scale", {}, 0, 0, {}, {}};
  const SourceColumn* column = column_with(frame.source(), Role::score);
  if (column == nullptr) return;
  issue.subject = column->name;
  for (std::size_t row = 0; row < frame.rows(); ++row) {
    const Micros score = frame.number(Role::score, row);
    if (!known(score) || fits_scale(frame, row, score)) continue;
    if (issue.count++ >= static_cast<int64_t>(kIssuePlaces)) continue;
    issue.places.push_back({frame.source().file, frame.batch().line_of(row), column->index + 1, base::to_text(score)});
  }
  if (issue.count > 0) issues.add(std::move(issue));
}

}  // namespace pegel::dataset
