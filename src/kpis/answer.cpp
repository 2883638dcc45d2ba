#include "kpis/answer.h"

#include "kpis/row.h"

namespace pegel::kpis {
namespace {

constexpr Micros kLargest = 1000 * base::kOne;  // of any scale

bool is_end(Micros number) { return number >= -kLargest && number <= kLargest && number % base::kOne == 0; }

int32_t whole(Micros number) { return static_cast<int32_t>(number / base::kOne); }

}  // namespace

Answer answer_of(const Row& row, int32_t usual_least, int32_t usual_most) {
  const Micros value = row.number(Role::score);
  if (!known(value)) return {known_or(value, Use::no_score)};
  const Micros low = row.number(Role::scale_min);
  const Micros high = row.number(Role::scale_max);
  Answer answer{Use::out_of_scale, {}, known(high)};
  if (!is_end(value) || (known(low) && !is_end(low)) || (known(high) && !is_end(high))) return answer;
  partial::Score& score = answer.score;
  score.moment = row.moment(Role::at).value_or(std::numeric_limits<int64_t>::min());
  score.value = whole(value);
  score.most = answer.scaled ? whole(high) : usual_most;
  score.least = known(low) ? whole(low) : !answer.scaled ? usual_least : score.most == 10 ? 0 : 1;
  if (score.valid()) answer.use = Use::used;
  return answer;
}

bool on_nps_scale(const Row& row) {
  const auto is = [](Micros end, int64_t of_nps) { return !known(end) || end == of_nps * base::kOne; };
  return is(row.number(Role::scale_min), 0) && is(row.number(Role::scale_max), 10);
}

std::string_view respondent_of(const Row& row) {
  const std::string_view customer = row.text(Role::customer_id);
  return customer.empty() ? row.text(Role::response_id) : customer;
}

}  // namespace pegel::kpis
