#include "kpis/condition.h"

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>

#include "kpis/kpi.h"
#include "kpis/row.h"

namespace pegel::kpis {

namespace {

using Test = Condition::Test;

template <class Text>
bool is_among(const Text& text, std::span<const std::string> words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

// Why a deal is not one of those looked for.
Use other_status(uint32_t wanted, uint8_t code) {
  const auto status = static_cast<Status>(code);
  if (status == Status::unknown) return Use::unknown_status;
  if (wanted == status_is(Status::open).codes) return Use::not_open;
  return status == Status::open ? Use::open : Use::not_won;
}

using Reasons = std::array<Use, 32>;

// Whether a score is on the condition's scale.
Use on_scale(const Frame& frame, std::size_t row, const Condition& condition) {
  const int64_t most = condition.days;
  const Micros least = condition.codes != 0 ? 0 : base::kOne;
  const Micros score = frame.number(Role::score, row);
  if (!known(score)) return known_or(score, Use::no_score);
  const Micros low = frame.number(Role::scale_min, row);
  const Micros high = frame.number(Role::scale_max, row);
  const bool from_least = condition.codes == 0 || !known(low) || low == least;
  const bool same = from_least && (!known(high) || high == most * base::kOne);
  const bool lies = score % base::kOne == 0 && score >= (known(low) ? low : least) && score <= most * base::kOne;
  return same && lies ? Use::used : condition.otherwise;
}

constexpr int64_t kScores = 1000;  // more than any scale has

// Whether a score is one of the `highest` of its scale.
Use scored(const Frame& frame, std::size_t row, const Condition& condition, int64_t highest) {
  const Micros score = frame.number(Role::score, row);
  if (!known(score)) return known_or(score, Use::no_score);
  const Micros low = frame.number(Role::scale_min, row);
  const Micros high = frame.number(Role::scale_max, row);
  const Micros most = known(high) ? high : condition.days * base::kOne;
  const Micros least = std::max(known(low) ? low : base::kOne, most - (highest - 1) * base::kOne);
  return score % base::kOne == 0 && score >= least && score <= most ? Use::used : condition.otherwise;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// A number stands alone in a text: "2" is not in "24/7".
bool holds(std::string_view text, std::string_view word) {
  const bool number = is_digit(word.front());
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool inside = (at > 0 && is_digit(text[at - 1])) || (end < text.size() && is_digit(text[end]));
    if (!number || !inside) return true;
  }
  return false;
}

// Whether one of the words that `words` parts by '|' stands in a text.
bool has_one_of(std::string_view text, std::string_view words) {
  const std::string folded = dataset::fold_case(text);
  while (!words.empty()) {
    const std::size_t end = std::min(words.find('|'), words.size());
    if (holds(folded, words.substr(0, end))) return true;
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return false;
}

// Working days after the one day up to the other; nothing where one is unknown.
std::optional<int64_t> working_days(const Frame& frame, std::size_t row, Role since, Role role) {
  const Day from = frame.day(since, row);
  const Day to = frame.day(role, row);
  if (!known(from) || !known(to)) return std::nullopt;
  return working_days_before(to + 1) - working_days_before(from + 1);
}

Reasons reasons_of(const Condition& condition) {
  Reasons reasons{};
  for (uint8_t code = 0; code < reasons.size(); ++code) {
    const bool wanted = (condition.codes >> code & 1) != 0;
    reasons[code] = wanted                           ? Use::used
                    : condition.role == Role::status ? other_status(condition.codes, code)
                                                     : condition.otherwise;
  }
  return reasons;
}

}  // namespace

Use without(Role number) {
  switch (number) {
    case Role::score:
      return Use::no_score;
    case Role::probability:
      return Use::no_probability;
    case Role::cost:
      return Use::no_cost;
    default:
      return Use::no_amount;
  }
}

Use without_text(Role text) {
  switch (text) {
    case Role::distributor_id:
      return Use::no_distributor;
    case Role::partner_id:
      return Use::no_partner;
    case Role::channel:
      return Use::no_channel;
    case Role::owner:
      return Use::no_owner;
    case Role::customer_id:
      return Use::no_customer;
    default:
      return Use::no_entity;
  }
}

void apply(const Condition& condition, const Frame& frame, std::vector<Use>& uses) {
  const Role role = condition.role;
  const auto unless = [&](bool holds) { return holds ? Use::used : condition.otherwise; };
  const auto is_by = [&](std::size_t row) {
    const Day day = frame.day(role, row);
    const Day since = frame.day(condition.since, row);
    return known(day) && known(since) && int64_t{day} - since <= condition.days;
  };
  switch (condition.test) {
    case Test::code_where_given:
      if (!frame.has(role)) return;
      [[fallthrough]];
    case Test::code: {
      const Reasons reasons = reasons_of(condition);
      return leave_out(uses, [&](std::size_t row) { return reasons[frame.canonical(role, row) % reasons.size()]; });
    }
    case Test::yes_where_given:
      if (!frame.has(role)) return;
      [[fallthrough]];
    case Test::yes:
      return leave_out(uses, [&](std::size_t row) { return unless(frame.flag(role, row) == 1); });
    case Test::text:
      return leave_out(uses, [&](std::size_t row) { return unless(!frame.text(role, row).empty()); });
    case Test::no_text:
      return leave_out(uses, [&](std::size_t row) { return unless(frame.text(role, row).empty()); });
    case Test::either:
      return leave_out(uses, [&](std::size_t row) {
        return unless(!frame.text(role, row).empty() || !frame.text(condition.since, row).empty());
      });
    case Test::word:
      return leave_out(uses, [&](std::size_t row) { return unless(frame.text(role, row) == condition.word); });
    case Test::one_of:
    case Test::none_of: {
      const bool among = condition.test == Test::one_of;
      return leave_out(uses, [&](std::size_t row) {
        const bool found = role == Role::currency ? is_among(dataset::name_of(frame.currency(row)), condition.words)
                                                  : is_among(frame.text(role, row), condition.words);
        return unless(found == among);
      });
    }
    case Test::between:
      return leave_out(uses, [&](std::size_t row) {
        const Micros number = frame.number(role, row);
        if (!known(number)) return known_or(number, without(role));
        return unless(number >= condition.least && number <= condition.most);
      });
    case Test::no:
      return leave_out(uses, [&](std::size_t row) { return unless(frame.flag(role, row) != 1); });
    case Test::positive:
      return leave_out(uses, [&](std::size_t row) {
        const Micros number = frame.number(role, row);
        return unless(known(number) && number > 0);
      });
    case Test::number:
      return leave_out(uses, [&](std::size_t row) { return unless(known(frame.number(role, row))); });
    case Test::dated:
      return leave_out(uses, [&](std::size_t row) { return unless(known(frame.day(role, row))); });
    case Test::over:
      return leave_out(uses, [&](std::size_t row) {
        const Day day = frame.day(role, row);
        return !known(day) ? Use::no_date : unless(int64_t{day} + condition.days < frame.today());
      });
    case Test::within:
      return leave_out(uses, [&](std::size_t row) {
        const Day day = frame.day(role, row);
        const Day since = frame.day(condition.since, row);
        return unless(known(day) && known(since) && day >= since && int64_t{day} - since <= condition.days);
      });
    case Test::by:
      return leave_out(uses, [&](std::size_t row) { return unless(is_by(row)); });
    case Test::not_by:
      return leave_out(uses, [&](std::size_t row) { return unless(!is_by(row)); });
    case Test::late:
      return leave_out(uses, [&](std::size_t row) {
        const int64_t end = frame.instant(role, row);
        const int64_t start = frame.instant(condition.since, row);
        if (!known(end) || !known(start)) return unless(!is_by(row));
        return unless(end - start > int64_t{condition.days} * 24 * 3'600'000);
      });
    case Test::readable:
      return leave_out(uses, [&](std::size_t row) { return unless(frame.day(role, row) != table::kUnreadable<Day>); });
    case Test::told:
      return leave_out(uses, [&](std::size_t row) { return unless(known(frame.flag(role, row))); });
    case Test::scored:
      return leave_out(uses, [&](std::size_t row) { return scored(frame, row, condition, kScores); });
    case Test::top_two:
      return leave_out(uses, [&](std::size_t row) { return scored(frame, row, condition, 2); });
    case Test::on_scale:
      return leave_out(uses, [&](std::size_t row) { return on_scale(frame, row, condition); });
    case Test::above:
      return leave_out(uses, [&](std::size_t row) {
        const Micros number = frame.number(role, row);
        const Micros other = frame.number(condition.since, row);
        return unless(known(number) && known(other) && number > other);
      });
    case Test::by_working:
      return leave_out(uses, [&](std::size_t row) {
        const auto days = working_days(frame, row, condition.since, role);
        return unless(days && *days <= condition.days);
      });
    case Test::clocked:
      return leave_out(uses, [&](std::size_t row) { return waited_minutes(frame, row, condition.since, role).use; });
    case Test::in_hours:
    case Test::not_in_hours:
      return leave_out(uses, [&](std::size_t row) {
        const int64_t start = frame.instant(condition.since, row);
        const int64_t end = frame.instant(role, row);
        if (!known(start) || !known(end)) return condition.otherwise;
        const bool in_time = end - start <= int64_t{condition.days} * 3'600'000;
        return unless(in_time == (condition.test == Test::in_hours));
      });
    case Test::like:
    case Test::unlike:
      return leave_out(uses, [&](std::size_t row) {
        return unless(has_one_of(frame.text(role, row), condition.word) == (condition.test == Test::like));
      });
    case Test::whole: {
      const bool lines = dataset::identity_of(frame.source()).within != Role::none;
      return leave_out(uses, [&](std::size_t) { return unless(!lines); });
    }
    case Test::not_negative:
      return leave_out(uses, [&](std::size_t row) {
        const Micros number = frame.number(role, row);
        return unless(!known(number) || number >= 0);
      });
    case Test::not_zero:
      return leave_out(uses, [&](std::size_t row) { return unless(frame.number(role, row) != 0); });
  }
}

bool operator==(const Condition& a, const Condition& b) {
  const auto constants = [](const Condition& c) {
    return std::make_tuple(c.test, c.role, c.codes, c.otherwise, c.since, c.days, c.word, c.least, c.most);
  };
  return constants(a) == constants(b) && std::equal(a.words.begin(), a.words.end(), b.words.begin(), b.words.end());
}

}  // namespace pegel::kpis
