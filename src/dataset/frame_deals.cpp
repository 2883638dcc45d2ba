// How a deal stands and when it was decided, row by row from what the Source has.

#include "dataset/frame.h"
#include "dataset/frame_read.h"

namespace pegel::dataset {

using table::kUnreadable;

void Frame::derive_deals() {
  if (column_with(*source_, Role::status) == nullptr) derive_status();
  derive_days();
  if (column_with(*source_, Role::expected_amount) != nullptr) derive_amounts();
}

namespace {

// Which of the columns that tell a deal's outcome are there.
struct Outcome {
  bool won, lost, closed;
};

Status by_flags(const Outcome& has, bool won, bool lost, int8_t closed) {
  if (won) return Status::won;
  if (lost) return Status::lost;
  if (has.won && has.lost) return closed == 1 ? Status::unknown : Status::open;
  if (has.closed && closed != 1) return closed == kUnreadable<int8_t> ? Status::unknown : Status::open;
  if (!has.closed) return Status::unknown;
  return has.won ? Status::lost : has.lost ? Status::won : Status::unknown;
}

Status by_days(Day won, Day lost) {
  if (known(won)) return Status::won;
  return known(lost) ? Status::lost : Status::unknown;
}

}  // namespace

void Frame::derive_status() {
  const auto has = [&](Role role) { return column_with(*source_, role) != nullptr; };
  const Outcome flags{has(Role::is_won), has(Role::is_lost), has(Role::is_closed)};
  const bool staged = texts_[index(Role::stage)] != nullptr;
  const bool by_day_only = !staged && !flags.won && !flags.lost && (has(Role::won_date) || has(Role::lost_date));
  const bool by_won_only = !staged && flags.won && !flags.lost && !flags.closed;
  if (staged) read_canonical(Role::status, Role::stage);
  auto& own = owned_canonicals_.emplace_back(rows());
  for (std::size_t row = 0; row < rows(); ++row) {
    Status status =
        by_flags(flags, flag(Role::is_won, row) == 1, flag(Role::is_lost, row) == 1, flag(Role::is_closed, row));
    if (status == Status::unknown && staged) status = static_cast<Status>(canonical(Role::status, row));
    if (status == Status::unknown) status = by_days(day(Role::won_date, row), day(Role::lost_date, row));
    if (status == Status::unknown && by_won_only) status = known(day(Role::closed, row)) ? Status::lost : Status::open;
    if (status == Status::unknown && by_day_only) status = Status::open;
    own[row] = static_cast<uint8_t>(status);
  }
  canonicals_[index(Role::status)] = own.data();
}

void Frame::derive_days() {
  const Day* column = days_[index(Role::closed)];
  const bool expects = column_with(*source_, Role::expected_close) != nullptr;
  auto& closed = owned_days_.emplace_back(rows(), kMissing<Day>);
  auto* expected = expects ? nullptr : &owned_days_.emplace_back(rows(), kMissing<Day>);
  for (std::size_t row = 0; row < rows(); ++row) {
    const auto status = static_cast<Status>(canonical(Role::status, row));
    if (status == Status::won || status == Status::lost) {
      const Day decided = day(status == Status::won ? Role::won_date : Role::lost_date, row);
      closed[row] = known(column[row]) ? column[row] : known(decided) ? decided : kUnreadable<Day>;
    } else if (status == Status::open && expected != nullptr) {
      (*expected)[row] = column[row];
    }
  }
  days_[index(Role::closed)] = closed.data();
  if (expected != nullptr) days_[index(Role::expected_close)] = expected->data();
}

// A won deal brought its amount, be it 0; until then 0 says that none is known yet.
void Frame::derive_amounts() {
  const Micros* amounts = numbers_[index(Role::amount)];
  const Micros* expected = numbers_[index(Role::expected_amount)];
  auto& own = owned_numbers_.emplace_back(amounts, amounts + rows());
  for (std::size_t row = 0; row < rows(); ++row) {
    const bool won = static_cast<Status>(canonical(Role::status, row)) == Status::won;
    const bool none = own[row] == kMissing<Micros> || (own[row] == 0 && !won);
    if (none && expected[row] != kMissing<Micros>) own[row] = expected[row];
  }
  numbers_[index(Role::amount)] = own.data();
}

}  // namespace pegel::dataset
