#include "dataset/frame.h"

#include <algorithm>
#include <initializer_list>

#include "dataset/reached.h"

namespace pegel::dataset {

namespace {

bool has_any(const Source& source, std::initializer_list<Role> roles) {
  const auto is_one = [&](const auto& column) {
    return column.role != Role::none && std::find(roles.begin(), roles.end(), column.role) != roles.end();
  };
  return std::any_of(source.columns.begin(), source.columns.end(), is_one) ||
         std::any_of(source.lent.begin(), source.lent.end(), is_one);
}

bool derives_from_deal(const Source& source, Role role) {
  switch (role) {
    case Role::status:
      return has_any(source, {Role::is_won, Role::is_lost, Role::stage, Role::won_date, Role::lost_date});
    case Role::closed:
      return has_any(source, {Role::won_date, Role::lost_date});
    case Role::amount:
      return has_any(source, {Role::expected_amount});
    case Role::expected_close:
      return has_any(source, {Role::closed});
    default:
      return false;
  }
}

// The Source's values say it of every row: of targets without a column the KPI, of tickets the kind.
bool says_of_all(const Source& source, Role role) {
  return std::any_of(source.values.begin(), source.values.end(), [&](const ValueMapping& value) {
    return value.role == role && value.raw.empty() && !value.canonical.empty();
  });
}

bool derives_period_end(const Source& source) {
  return std::any_of(source.columns.begin(), source.columns.end(), [](const SourceColumn& column) {
    const DateOrder order = column.date.order;
    return column.role == Role::period_start &&
           (order == DateOrder::month_year || order == DateOrder::quarter_year || order == DateOrder::year);
  });
}

bool derives_from_answer(const Source& source, Role role) {
  if (role == Role::scale_min || role == Role::scale_max) return source.scale.most != 0 || !source.scales.empty();
  return role == Role::question || (role == Role::driver && has_any(source, {Role::question}));
}

bool comes_after(const Source& source, Role role) {
  return std::any_of(std::begin(kLasted), std::end(kLasted), [&](const Lasted& each) {
    return each.kind == source.kind && each.day == role && has_any(source, {each.from}) &&
           has_any(source, {each.lasting});
  });
}

bool stands_for(const Source& source, Role role) {
  return std::any_of(std::begin(kInstead), std::end(kInstead), [&](const Instead& each) {
    return each.kind == source.kind && each.day == role && has_any(source, {each.other});
  });
}

// A status by its day or flag, a flag by its status or day.
bool reaches(const Source& source, Role role) {
  return std::any_of(std::begin(kReached), std::end(kReached), [&](const Reached& each) {
    const bool own = each.kind == source.kind && (role == each.status || role == each.flag);
    return own && (has_any(source, {each.status, each.day, each.flag}) || comes_after(source, each.day));
  });
}

bool is_flagged(const Source& source, Role role) {
  const auto by_status = [&](const StatusFlag& each) {
    return each.kind == source.kind && each.flag == role && has_any(source, {each.status});
  };
  const auto by_day = [&](const DayFlag& each) {
    return each.kind == source.kind && each.flag == role && has_any(source, {each.day});
  };
  const auto by_number = [&](const OnceFlag& each) {
    return each.kind == source.kind && each.flag == role && has_any(source, {each.number});
  };
  return std::any_of(std::begin(kStatusFlags), std::end(kStatusFlags), by_status) ||
         std::any_of(std::begin(kDayFlags), std::end(kDayFlags), by_day) ||
         std::any_of(std::begin(kOnceFlags), std::end(kOnceFlags), by_number);
}

// By what the channel is called.
bool has_classes(const Source& source) {
  static constexpr Kind kWorded[] = {Kind::deals, Kind::leads, Kind::sessions, Kind::spend};
  return std::find(std::begin(kWorded), std::end(kWorded), source.kind) != std::end(kWorded) &&
         has_any(source, {Role::channel});
}

}  // namespace

bool provides(const Source& source, Role role) {
  if (role == Role::none) return false;
  if (has_any(source, {role})) return true;
  const bool of_periods = source.kind == Kind::targets || source.kind == Kind::spend || source.kind == Kind::costs;
  if (role == Role::channel_class) return has_classes(source);
  if (role == Role::period_end) return of_periods && derives_period_end(source);
  if (source.kind == Kind::deals) return derives_from_deal(source, role);
  if (source.kind == Kind::targets) return role == Role::kpi_id && says_of_all(source, role);
  if (source.kind == Kind::responses) return derives_from_answer(source, role);
  if (role == Role::ticket_kind) return says_of_all(source, role);
  return comes_after(source, role) || stands_for(source, role) || reaches(source, role) || is_flagged(source, role);
}

}  // namespace pegel::dataset
