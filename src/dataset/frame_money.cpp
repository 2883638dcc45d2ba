// Amounts in another currency than the one that the plan asks for.

#include <map>
#include <optional>

#include "dataset/frame.h"
#include "dataset/rates.h"

namespace pegel::dataset {

namespace {

/// Worths by currency and day: most rows of a file share both with others.
class Worths {
 public:
  Worths(const Rates& rates, Currency to) : rates_(rates), to_(to) {}
  const std::optional<Worth>& of(Currency from, Day day) {
    const auto [it, fresh] = known_.try_emplace({from, day});
    if (fresh) it->second = rates_.worth(from, to_, day);
    return it->second;
  }

 private:
  const Rates& rates_;
  Currency to_;
  std::map<std::pair<Currency, Day>, std::optional<Worth>> known_;
};

}  // namespace

void Frame::convert(Currency to, const Rates& rates) {
  converted_to_ = to;
  std::vector<Role> money;
  for (std::size_t r = 1; r < kRoleCount; ++r) {
    const auto role = static_cast<Role>(r);
    if (type_of(role) == RoleType::money && has(role)) money.push_back(role);
  }
  if (money.empty() || rate_days(kind()).empty()) return;
  Worths worths(rates, to);
  std::vector<std::vector<Micros>*> own;
  for (std::size_t row = 0; row < rows(); ++row) {
    const Currency from = named_currency(row);
    if (from == to || from == 0 || table::is_unknown(from)) continue;
    const Day day = rate_day_of(*this, row);
    const std::optional<Worth> worth = known(day) ? worths.of(from, day) : std::nullopt;
    if (!worth || !converts(money, row, *worth)) continue;
    if (own.empty()) own = own_money(money);
    for (std::size_t m = 0; m < money.size(); ++m) (*own[m])[row] = converted((*own[m])[row], *worth);
    converted_currencies_[row] = to;
    rate_days_[row] = worth->day;
  }
}

// All of the row's amounts or none: one currency a row.
bool Frame::converts(const std::vector<Role>& money, std::size_t row, const Worth& worth) const {
  bool any = false;
  for (const Role role : money) {
    const Micros amount = number(role, row);
    if (!known(amount)) continue;
    if (!known(converted(amount, worth))) return false;
    any = true;
  }
  return any;
}

std::vector<std::vector<Micros>*> Frame::own_money(const std::vector<Role>& money) {
  std::vector<std::vector<Micros>*> own;
  for (const Role role : money) {
    const Micros* amounts = numbers_[index(role)];
    own.push_back(&owned_numbers_.emplace_back(amounts, amounts + rows()));
    numbers_[index(role)] = own.back()->data();
  }
  for (std::size_t row = 0; row < rows(); ++row) converted_currencies_.push_back(named_currency(row));
  currency_column_ = converted_currencies_.data();
  rate_days_.assign(rows(), kMissing<Day>);
  return own;
}

}  // namespace pegel::dataset
