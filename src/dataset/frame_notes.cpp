#include "dataset/frame.h"

#include <algorithm>
#include <iterator>

#include "base/civil_date.h"
#include "base/utf8.h"
#include "dataset/frame_read.h"
#include "dataset/rates.h"

namespace pegel::dataset {

namespace {

constexpr int kYearsAhead = 50;

// Days of what has happened; the day that an open deal is expected to close, or an invoice is due, may be in the future.
constexpr Role kPast[] = {
    Role::created, Role::closed,   Role::at,        Role::entered,     Role::opened,           Role::resolved,
    Role::sent,    Role::accepted, Role::issued,    Role::paid_at,     Role::first_response,   Role::converted_at,
    Role::since,   Role::enrolled, Role::requested, Role::first_reply, Role::checkout_started, Role::ordered,
};

Day first_of(Role role) { return role == Role::since || role == Role::enrolled ? kFirstRelation : kFirstDay; }

// Days that cannot come before another of the same row.
struct Order {
  Role earlier;
  Role later;
};
constexpr Order kOrders[] = {
    {Role::created, Role::closed},
    {Role::created, Role::first_response},
    {Role::created, Role::converted_at},
    {Role::created, Role::checkout_started},
    {Role::created, Role::ordered},
    {Role::opened, Role::first_reply},
    {Role::opened, Role::resolved},
    {Role::requested, Role::sent},
    {Role::requested, Role::final_sent},
    {Role::sent, Role::accepted},
    {Role::issued, Role::due},
    {Role::trial_start, Role::trial_end},
    {Role::since, Role::until},
    {Role::enrolled, Role::ended},
    {Role::enrolled, Role::onboarding_done},
    {Role::idea, Role::launched},
    {Role::period_start, Role::period_end},
};

// The day of `role` lies before one that it must follow.
bool is_backwards(const Frame& frame, Role role, std::size_t row) {
  return std::any_of(std::begin(kOrders), std::end(kOrders), [&](const Order& order) {
    const Day earlier = order.later == role ? frame.day(order.earlier, row) : kMissing<Day>;
    return known(earlier) && frame.day(role, row) < earlier;
  });
}

bool is_watched(Role role) {
  return has_happened(role) ||
         std::any_of(std::begin(kOrders), std::end(kOrders), [&](const Order& order) { return order.later == role; });
}

std::string_view text_at(const table::Column& column, std::size_t row) {
  if (const auto* category = std::get_if<table::CategoryColumn>(&column)) {
    return category->dictionary->value_of(category->codes[row]);
  }
  const auto* text = std::get_if<table::TextColumn>(&column);
  return text == nullptr ? std::string_view() : text->at(row);
}

std::string excerpt_of(std::string_view text) {
  return std::string(text.substr(0, base::valid_utf8_prefix(text.substr(0, kExcerptLength))));
}

// The scale that the row names or the Source has; else 0 to 10 for NPS, and any for other questions.
bool fits_scale(const Frame& frame, std::size_t row, Micros score) {
  const Micros least = frame.number(Role::scale_min, row);
  const Micros most = frame.number(Role::scale_max, row);
  const auto question = static_cast<Question>(frame.canonical(Role::question, row));
  if (!known(most) && question != Question::nps) return true;
  if (score % base::kOne != 0) return false;
  return score >= (known(least) ? least : 0) && score <= (known(most) ? most : 10 * base::kOne);
}

// Answers to other questions may be words.
bool is_scored(const Frame& frame, std::size_t row) {
  const auto question = static_cast<Question>(frame.canonical(Role::question, row));
  return question != Question::unknown && question != Question::other && question != Question::unsure;
}

}  // namespace

bool has_happened(Role role) { return std::find(std::begin(kPast), std::end(kPast), role) != std::end(kPast); }

RowNotes::RowNotes(const Plan& plan, const Source& source)
    : source_(source), today_(plan.today), last_(base::first_of_month(base::month_of(plan.today) + 12 * kYearsAhead)) {
  for (std::size_t r = 1; r < kRoleCount; ++r) {
    const auto role = static_cast<Role>(r);
    if (type_of(role) != RoleType::canonical) continue;
    const Role from = decided_by(source, role);
    if (from == Role::none || (from == Role::stage && column_with(source, Role::is_won) != nullptr)) continue;
    unknowns_.push_back({role, CanonicalReader(source, role, from), column_with(source, from)});
  }
}

void RowNotes::add(const Frame& frame) {
  for (const Unknown& unknown : unknowns_) look_at_words(frame, unknown);
  for (std::size_t r = 1; r < kRoleCount; ++r) {
    const auto role = static_cast<Role>(r);
    if (frame.has(role) && is_watched(role)) look_at_days(frame, role);
  }
  look_at_durations(frame);
  if (frame.kind() == Kind::responses) look_at_scores(frame);
  look_at_currencies(frame);
  look_at_rates(frame);
  if (lent_as(source_, Role::converted_at) != nullptr) look_at_conversions(frame);
}

const Issues& RowNotes::issues() {
  for (auto& entry : found_) issues_.add(std::move(entry.second));
  found_.clear();
  return issues_;
}

template <class Text>
Issue& RowNotes::note(const char* code, std::string_view subject, int column, int64_t line, Text text) {
  Issue& issue = found_[{code, subject}];
  if (issue.count++ == 0) {
    issue.code = code;
    issue.subject = subject;
  }
  if (issue.places.size() < kIssuePlaces) issue.places.push_back({source_.file, line, column, text()});
  return issue;
}

void RowNotes::look_at_words(const Frame& frame, const Unknown& unknown) {
  const table::Column& column = *values_of(source_, frame.batch(), unknown.column->role);
  const auto codes = read_texts<uint8_t>(column, frame.rows(), [&](std::string_view text) {
    return text.empty() ? uint8_t{1} : unknown.reader.code_of(text);
  });
  for (std::size_t row = 0; row < frame.rows(); ++row) {
    if (codes[row] != 0) continue;
    const std::string_view raw = text_at(column, row);
    Issue& issue = note("value.unknown", name_of(unknown.role), unknown.column->index + 1, frame.batch().line_of(row),
                        [&] { return excerpt_of(raw); });
    std::string& smallest = issue.values["raw"];
    if (issue.count == 1 || raw < smallest) smallest = raw;
  }
}

void RowNotes::look_at_days(const Frame& frame, Role role) {
  const SourceColumn* column = column_with(source_, role);
  for (std::size_t row = 0; row < frame.rows(); ++row) {
    const Day day = frame.day(role, row);
    if (!known(day)) continue;
    const bool impossible = day < first_of(role) || day > last_ || is_backwards(frame, role, row);
    if (!impossible && (day <= today_ || !has_happened(role))) continue;
    Issue& issue =
        note(impossible ? "date.impossible" : "date.future", name_of(role), column == nullptr ? 0 : column->index + 1,
             frame.batch().line_of(row), [&] { return iso_text(day); });
    issue.values["today"] = iso_text(today_);
  }
}

void RowNotes::look_at_conversions(const Frame& frame) {
  const SourceColumn* column = column_with(source_, Role::lead_id);
  for (std::size_t row = 0; row < frame.rows(); ++row) {
    if (frame.flag(Role::converted, row) != 1) continue;
    note("lead.by_deal", name_of(Role::converted), column == nullptr ? 0 : column->index + 1,
         frame.batch().line_of(row), [&] { return excerpt_of(frame.text(Role::lead_id, row)); });
  }
}

void RowNotes::look_at_durations(const Frame& frame) {
  for (std::size_t c = 0; c < source_.columns.size(); ++c) {
    const SourceColumn& column = source_.columns[c];
    // A column of numbers told of its words when it was read.
    if (type_of(column.role) != RoleType::duration || column.type == ColumnType::number) continue;
    for (std::size_t row = 0; row < frame.rows(); ++row) {
      if (frame.number(column.role, row) != table::kUnreadable<Micros>) continue;
      note("duration.text", column.name, column.index + 1, frame.batch().line_of(row),
           [&] { return excerpt_of(text_at(frame.batch().columns[c], row)); });
    }
  }
}

void RowNotes::look_at_scores(const Frame& frame) {
  const SourceColumn* column = column_with(source_, Role::score);
  // A column of numbers told of its words when it was read.
  const bool worded = column != nullptr && column->type != ColumnType::number;
  const table::Column* words = worded ? values_of(source_, frame.batch(), Role::score) : nullptr;
  for (std::size_t row = 0; column != nullptr && row < frame.rows(); ++row) {
    const Micros score = frame.number(Role::score, row);
    if (words != nullptr && score == table::kUnreadable<Micros> && is_scored(frame, row)) {
      note("num.text", column->name, column->index + 1, frame.batch().line_of(row),
           [&] { return excerpt_of(text_at(*words, row)); });
    }
    if (!known(score) || fits_scale(frame, row, score)) continue;
    note("score.out_of_scale", column->name, column->index + 1, frame.batch().line_of(row),
         [&] { return base::to_text(score); });
  }
}

void RowNotes::look_at_currencies(const Frame& frame) {
  const SourceColumn* column = column_with(source_, Role::currency);
  if (column == nullptr) return;
  const table::Column& words = *values_of(source_, frame.batch(), Role::currency);
  const std::vector<Currency>* signs = signs_of(source_, frame.batch());
  for (std::size_t row = 0; row < frame.rows(); ++row) {
    const Currency currency = frame.named_currency(row);
    const Currency sign = signs == nullptr ? 0 : (*signs)[row];
    const bool contradicted = sign != 0 && sign != currency;
    if (!contradicted && !table::is_unknown(currency)) continue;
    const int64_t line = frame.batch().line_of(row);
    Issue& issue = note(contradicted ? "currency.contradicted" : "currency.unknown", column->name, column->index + 1,
                        line, [&] { return excerpt_of(text_at(words, row)); });
    if (contradicted && issue.count == 1) issue.values = {{"sign", table::name_of(sign)}};
  }
}

void RowNotes::look_at_rates(const Frame& frame) {
  if (frame.converted_to() == 0) return;
  for (const SourceColumn& column : source_.columns) {
    if (column.role == Role::none || type_of(column.role) != RoleType::money) continue;
    for (std::size_t row = 0; row < frame.rows(); ++row) {
      const Currency currency = frame.currency(row);
      const bool other = currency != 0 && currency != frame.converted_to() && !table::is_unknown(currency);
      if (!other || !known(frame.number(column.role, row))) continue;
      const Day day = rate_day_of(frame, row);
      Issue& issue = note("fx.no_rate", column.name, column.index + 1, frame.batch().line_of(row), [&] {
        return base::to_text(frame.number(column.role, row)) + " " + table::name_of(currency) +
               (known(day) ? ", " + iso_text(day) : std::string());
      });
      issue.values["to"] = table::name_of(frame.converted_to());
    }
  }
}

}  // namespace pegel::dataset
