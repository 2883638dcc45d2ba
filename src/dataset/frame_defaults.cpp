// What holds of every row, or follows from other cells of it, where a Source has no column for it.

#include <limits>

#include "base/civil_date.h"
#include "dataset/frame.h"
#include "dataset/frame_read.h"

namespace pegel::dataset {

void Frame::default_question() {
  if (texts_[index(Role::question)] != nullptr) return;
  const uint8_t given = CanonicalReader(*source_, Role::question, Role::question).code_of({});
  const uint8_t question = given == 0 ? static_cast<uint8_t>(Question::nps) : given;
  canonicals_[index(Role::question)] = constant(owned_canonicals_, question);
}

void Frame::default_scale() {
  if (column_with(*source_, Role::scale_max) != nullptr) return;
  if (!source_->scales.empty()) return scale_by_question();
  const Scale& scale = source_->scale;
  if (scale.most == 0) return;
  numbers_[index(Role::scale_min)] = constant(owned_numbers_, Micros{scale.least} * base::kOne);
  numbers_[index(Role::scale_max)] = constant(owned_numbers_, Micros{scale.most} * base::kOne);
}

void Frame::scale_by_question() {
  constexpr std::size_t kCodes = std::numeric_limits<uint8_t>::max() + 1;
  std::vector<Scale> scales(kCodes, source_->scale);
  for (const auto& [question, scale] : source_->scales) scales[canonical_code(Role::question, question)] = scale;
  auto& least = owned_numbers_.emplace_back(rows(), kMissing<Micros>);
  auto& most = owned_numbers_.emplace_back(rows(), kMissing<Micros>);
  for (std::size_t row = 0; row < rows(); ++row) {
    const Scale& scale = scales[canonical(Role::question, row)];
    if (scale.most == 0) continue;
    least[row] = Micros{scale.least} * base::kOne;
    most[row] = Micros{scale.most} * base::kOne;
  }
  numbers_[index(Role::scale_min)] = least.data();
  numbers_[index(Role::scale_max)] = most.data();
}

namespace {

// The driver that "driver_price" or "Treiber: Preis" names; a text without that word is its name.
std::string_view driver_in(std::string_view question) {
  static constexpr Words kDriver = "driver|treiber|drijfveer|գործոն";
  const std::string folded = fold_case(question);
  for (const std::string_view word : kDriver) {
    if (folded.size() != question.size() || !folded.starts_with(word)) continue;
    const std::size_t name = question.find_first_not_of(" _:-", word.size());
    if (name != std::string_view::npos) return question.substr(name);
  }
  return question;
}

}  // namespace

void Frame::derive_drivers() {
  texts_[index(Role::driver)] = texts_[index(Role::question)];
  rename_values(Role::driver,
                [reader = CanonicalReader(*source_, Role::question, Role::question)](std::string_view question) {
                  const bool asked = static_cast<Question>(reader.code_of(question)) == Question::driver;
                  return std::string(asked ? driver_in(question) : std::string_view());
                });
}

namespace {

// Months of a period that is written by its name; 0 for days.
int months_of(DateOrder order) {
  switch (order) {
    case DateOrder::month_year:
      return 1;
    case DateOrder::quarter_year:
      return 3;
    case DateOrder::year:
      return 12;
    default:
      return 0;
  }
}

}  // namespace

void Frame::derive_period_end() {
  const SourceColumn* start = column_with(*source_, Role::period_start);
  const int months = months_of(start->date.order);
  auto& end = owned_days_.emplace_back(rows(), kMissing<Day>);
  for (std::size_t row = 0; row < rows(); ++row) {
    const Day first = day(Role::period_start, row);
    end[row] = known(first) ? base::first_of_month(base::month_of(first) + months) - 1 : first;
  }
  days_[index(Role::period_end)] = end.data();
}

}  // namespace pegel::dataset
