// How leads, quotes, tickets and invoices stand, and since when, from what the Source has of it.

#include <algorithm>

#include "dataset/frame.h"
#include "dataset/frame_read.h"
#include "dataset/reached.h"

namespace pegel::dataset {
namespace {

using table::kUnreadable;

constexpr int64_t kDaySeconds = 86'400;

int8_t flag_of(Day day) {
  if (known(day)) return 1;
  return day == kMissing<Day> ? int8_t{0} : kUnreadable<int8_t>;
}

}  // namespace

void Frame::derive_states() {
  if (derives(Role::ticket_kind)) {
    const CanonicalReader reader(*source_, Role::ticket_kind, Role::ticket_kind);
    canonicals_[index(Role::ticket_kind)] = constant(owned_canonicals_, reader.code_of({}));
  }
  for (const Lasted& each : kLasted) {
    if (each.kind == kind()) derive_lasted(each);
  }
  for (const Instead& each : kInstead) {
    if (each.kind != kind() || !derives(each.day)) continue;
    days_[index(each.day)] = days_[index(each.other)];
    instants_[index(each.day)] = instants_[index(each.other)];
  }
  for (const Reached& each : kReached) {
    if (each.kind == kind()) derive_reached(each);
  }
  for (const StatusFlag& each : kStatusFlags) {
    if (each.kind == kind()) derive_flag(each);
  }
  for (const DayFlag& each : kDayFlags) {
    if (each.kind == kind() && derives(each.flag))
      set_flags(each.flag, [&](std::size_t row) { return flag_of(day(each.day, row)); });
  }
  for (const OnceFlag& each : kOnceFlags) {
    if (each.kind == kind()) derive_once(each);
  }
}

bool Frame::derives(Role role) const {
  return column_with(*source_, role) == nullptr && lent_as(*source_, role) == nullptr && provides(*source_, role);
}

template <class Of>
void Frame::set_flags(Role role, Of of) {
  auto& own = owned_flags_.emplace_back(rows());
  for (std::size_t row = 0; row < rows(); ++row) own[row] = of(row);
  flags_[index(role)] = own.data();
}

void Frame::derive_lasted(const Lasted& each) {
  if (!derives(each.day)) return;
  auto& days = owned_days_.emplace_back(rows(), kMissing<Day>);
  auto& millis = owned_instants_.emplace_back(rows(), kMissing<int64_t>);
  for (std::size_t row = 0; row < rows(); ++row) {
    const Micros lasting = number(each.lasting, row);
    const int64_t from = instant(each.from, row);
    const Day first = day(each.from, row);
    if (!known(lasting) || !known(first)) {
      days[row] = lasting == kMissing<Micros> ? kMissing<Day> : kUnreadable<Day>;
    } else if (known(from)) {
      millis[row] = from + lasting / (base::kOne / 1000);
      days[row] = day_of_instant(millis[row]);
    } else {
      days[row] = first + static_cast<Day>(lasting / base::kOne / kDaySeconds);
    }
  }
  days_[index(each.day)] = days.data();
  instants_[index(each.day)] = millis.data();
}

void Frame::derive_reached(const Reached& each) {
  const bool told = column_with(*source_, each.status) != nullptr;
  const bool flagged = each.flag != Role::none && column_with(*source_, each.flag) != nullptr;
  if (provides(*source_, each.day) && (told || flagged)) settle_days(each, told);
  if (!told && provides(*source_, each.status)) derive_status(each, flagged);
  if (each.flag == Role::none || flagged || !provides(*source_, each.flag)) return;
  set_flags(each.flag, [&](std::size_t row) {
    const uint8_t status = canonical(each.status, row);
    return status == 0 ? kMissing<int8_t> : static_cast<int8_t>(status == each.reached);
  });
}

void Frame::settle_days(const Reached& each, bool told) {
  auto& days = owned_days_.emplace_back(days_[index(each.day)], days_[index(each.day)] + rows());
  auto& millis = owned_instants_.emplace_back(instants_[index(each.day)], instants_[index(each.day)] + rows());
  for (std::size_t row = 0; row < rows(); ++row) {
    const uint8_t status = told ? canonical(each.status, row) : 0;
    const bool reached = told ? status == each.reached : flag(each.flag, row) == 1;
    if (reached && days[row] == kMissing<Day>) days[row] = kUnreadable<Day>;
    if (!reached && status != 0) days[row] = kMissing<Day>;
    if (!known(days[row])) millis[row] = kMissing<int64_t>;
  }
  days_[index(each.day)] = days.data();
  instants_[index(each.day)] = millis.data();
}

bool Frame::is_part(const Reached& each, std::size_t row) const {
  if (each.part == Role::none) return false;
  const Micros part = number(each.part, row);
  const Micros whole = number(each.whole, row);
  return known(part) && known(whole) && part < whole;
}

void Frame::derive_status(const Reached& each, bool flagged) {
  auto& own = owned_canonicals_.emplace_back(rows());
  for (std::size_t row = 0; row < rows(); ++row) {
    int8_t reached = flagged ? flag(each.flag, row) : flag_of(day(each.day, row));
    if (reached == 1 && is_part(each, row)) reached = 0;
    own[row] = reached == 1 ? each.reached : reached == 0 ? each.before : uint8_t{0};
  }
  canonicals_[index(each.status)] = own.data();
}

void Frame::derive_flag(const StatusFlag& each) {
  if (!derives(each.flag)) return;
  set_flags(each.flag, [&](std::size_t row) {
    const uint8_t status = canonical(each.status, row);
    return status == 0 ? kMissing<int8_t> : static_cast<int8_t>(status >= each.least && status <= each.most);
  });
}

void Frame::derive_once(const OnceFlag& each) {
  if (!derives(each.flag)) return;
  const bool dated = provides(*source_, each.day);
  set_flags(each.flag, [&](std::size_t row) {
    const Micros times = number(each.number, row);
    if (!known(times) || times < base::kOne) return kMissing<int8_t>;
    const bool done = !dated || day(each.day, row) != kMissing<Day>;
    return static_cast<int8_t>(times == base::kOne && done);
  });
}

}  // namespace pegel::dataset
