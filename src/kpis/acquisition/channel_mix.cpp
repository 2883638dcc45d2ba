#include <array>
#include <cmath>

#include "kpis/estimate.h"
#include "stats/estimates.h"

#define PEGEL_MIX_SQL(amount, one, rows)                                                                         \
  "WITH flow AS (SELECT coalesce(channel_class, '') AS class, " amount " AS n FROM " rows                        \
  " GROUP BY 1),\n"                                                                                              \
  "     planned AS (SELECT coalesce(channel_class, scope_id) AS class, sum(target) AS target FROM all_targets\n" \
  "                 WHERE kpi_id = 'channel_mix' AND coalesce(channel_class, scope_id) IN ('paid', 'earned', "   \
  "'owned')\n"                                                                                                   \
  "                 GROUP BY 1),\n"                                                                              \
  "     shares AS (SELECT class, n * 1.0 / (SELECT sum(n) FROM flow) AS share FROM flow\n"                       \
  "                UNION ALL SELECT class, -target * 1.0 / (SELECT sum(target) FROM planned) FROM planned),\n"   \
  "     off AS (SELECT abs(sum(share)) AS share FROM shares GROUP BY class)\n"                                   \
  "SELECT CASE WHEN (SELECT sum(n) FROM flow) > 0 AND (SELECT count(*) FROM planned) > 0\n"                      \
  "             AND (SELECT " one " FROM " rows ") THEN 1 - sum(share) / 2 END AS value FROM off"
#define PEGEL_ONE_CURRENCY_SQL "count(DISTINCT coalesce(currency, '')) = 1"

namespace pegel::kpis {
namespace {

constexpr std::array<std::string_view, 4> kClasses{"paid", "earned", "owned", ""};
constexpr std::size_t kClassCount = kClasses.size();
/// What is shared out; the Measures of each stand together, one a class.
enum Flow : uint8_t { kLeads, kWon, kValue, kSpend, kPartners, kFlows };

constexpr Condition of_class(ChannelClass wanted) { return is(Role::channel_class, Use::other_type, wanted); }
constexpr Measure leads(ChannelClass wanted) {
  return {.name = "leads", .where = {of_class(wanted)}, .kind = Kind::leads, .date = Role::created};
}
constexpr Measure won(ChannelClass wanted) {
  return {.name = "won", .where = {status_is(Status::won), of_class(wanted)}};
}
constexpr Measure value(ChannelClass wanted) {
  return {
      .name = "value", .take = Take::amount, .of = Role::amount, .where = {status_is(Status::won), of_class(wanted)}};
}
constexpr Measure spend(ChannelClass wanted) {
  return {.name = "spend",
          .take = Take::amount,
          .of = Role::amount,
          .where = {of_class(wanted)},
          .kind = Kind::spend,
          .date = Role::period_start};
}
constexpr Measure of_partners(ChannelClass wanted) {
  return {.name = "won", .where = {given(Role::partner_id, Use::no_partner), status_is(Status::won), of_class(wanted)}};
}
/// Targets of other days too: a mix is planned for longer than it is looked at.
constexpr Measure planned(ChannelClass wanted) {
  return {
      .name = "target",
      .take = Take::number,
      .of = Role::target,
      .where = {has_word(Role::kpi_id, "channel_mix", Use::other_kpi), is(Role::channel_class, Use::no_scope, wanted)},
      .kind = Kind::targets,
      .reach = Reach::company};
}

using enum ChannelClass;
constexpr Measure kMeasures[] = {
    {.name = "won", .where = {status_is(Status::won)}},
    leads(paid),
    leads(earned),
    leads(owned),
    leads(unknown),
    won(paid),
    won(earned),
    won(owned),
    won(unknown),
    value(paid),
    value(earned),
    value(owned),
    value(unknown),
    spend(paid),
    spend(earned),
    spend(owned),
    spend(unknown),
    of_partners(paid),
    of_partners(earned),
    of_partners(owned),
    of_partners(unknown),
    planned(paid),
    planned(earned),
    planned(owned),
};
constexpr std::size_t kPlanned = 1 + kFlows * kClassCount;
constexpr std::size_t place(std::size_t flow, std::size_t c) { return 1 + flow * kClassCount + c; }

/// Amounts by class; a target of an unknown class is 0.
using Mix = std::array<double, kClassCount>;

double sum_of(const Mix& mix) { return mix[0] + mix[1] + mix[2] + mix[3]; }

bool is_money(std::size_t flow) { return flow == kValue || flow == kSpend; }

// Of money: whose amounts are of one currency.
std::optional<uint32_t> currency_of(const Sums& sums, std::size_t flow) {
  const auto money = [&](std::size_t c) { return &sums.amount(place(flow, c)); };
  return common_currency({money(0), money(1), money(2), money(3)});
}

Mix mix_of(const Sums& sums, std::size_t flow) {
  Mix mix{};
  for (std::size_t c = 0; c < kClassCount; ++c) {
    const std::size_t m = place(flow, c);
    mix[c] = is_money(flow) ? amount_of(sums.amount(m)) : static_cast<double>(sums.rows(m));
  }
  return mix;
}

Mix plan_of(const Sums& sums) {
  Mix mix{};
  for (std::size_t c = 0; c + 1 < kClassCount; ++c) mix[c] = base::to_double(sums.number(kPlanned + c).sum);
  return mix;
}

int64_t rows_of(const Sums& sums, std::size_t flow) {
  int64_t rows = 0;
  for (std::size_t c = 0; c < kClassCount; ++c) rows += sums.rows(place(flow, c));
  return rows;
}

template <Flow F>
Estimate fit(const Sums& sums, const Context&) {
  constexpr std::array<std::string_view, kClassCount> kTargets{"paid_target", "earned_target", "owned_target", ""};
  const int64_t n = rows_of(sums, F);
  if (is_money(F) && !currency_of(sums, F)) return undefined("mixed_currency", n);
  const Mix mix = mix_of(sums, F);
  const Mix plan = plan_of(sums);
  if (n == 0) return undefined("no_data");
  if (sum_of(mix) <= 0) return undefined("zero_denominator", n);
  Estimate estimate;
  estimate.n = n;
  const bool planned = sum_of(plan) > 0;
  double off = 0;
  for (std::size_t c = 0; c < kClassCount; ++c) {
    const double share = mix[c] / sum_of(mix);
    const double target = planned ? plan[c] / sum_of(plan) : 0;
    off += std::abs(share - target);
    if (kClasses[c].empty()) continue;
    estimate.parts.push_back({kClasses[c], share, Unit::share});
    if (planned) estimate.parts.push_back({kTargets[c], target, Unit::share});
  }
  if (!planned) return undefined("no_target", n, std::move(estimate.parts));
  estimate.value = 1 - off / 2;
  return estimate;
}

/// A class in all flows: its amounts, their shares, and what one cost or brought by another.
class Line {
 public:
  Line(const Sums& sums, const Mix& plan, std::size_t c) : sums_(sums), c_(c) {
    text(kClasses[c]);
    for (const std::size_t flow : {kLeads, kWon}) {
      add(amount(flow));
      share(flow);
      interval(flow);
    }
    for (const std::size_t flow : {kValue, kSpend}) {
      add(amount(flow));
      share(flow);
    }
    add(ratio(amount(kWon), amount(kLeads)));
    add(ratio(amount(kSpend), amount(kWon)));
    const bool one = common_currency({&sums.amount(place(kValue, c)), &sums.amount(place(kSpend, c))}).has_value();
    add(one ? ratio(amount(kValue), amount(kSpend)) : std::nullopt);
    add(sum_of(plan) > 0 ? std::optional(plan[c] / sum_of(plan)) : std::nullopt);
    text(is_known(kValue) ? std::string(dataset::name_of(*currency_of(sums, kValue))) : std::string());
  }

  std::vector<TableCell> take() { return std::move(cells_); }

 private:
  using Number = std::optional<double>;

  // Whether there is anything of it, in one currency.
  bool is_known(std::size_t flow) const {
    return rows_of(sums_, flow) > 0 && (!is_money(flow) || currency_of(sums_, flow));
  }
  Number amount(std::size_t flow) const { return is_known(flow) ? Number(mix_of(sums_, flow)[c_]) : std::nullopt; }
  static Number ratio(Number top, Number bottom) {
    return top && bottom && *bottom > 0 ? Number(*top / *bottom) : std::nullopt;
  }
  void add(Number number) { cells_.push_back({number, {}}); }
  void text(std::string_view words) { cells_.push_back({{}, std::string(words)}); }
  void share(std::size_t flow) {
    add(is_known(flow) ? ratio(mix_of(sums_, flow)[c_], sum_of(mix_of(sums_, flow))) : std::nullopt);
  }
  void interval(std::size_t flow) {
    const auto wilson = stats::wilson(sums_.rows(place(flow, c_)), rows_of(sums_, flow));
    add(wilson ? Number(wilson->low) : std::nullopt);
    add(wilson ? Number(wilson->high) : std::nullopt);
  }

  const Sums& sums_;
  std::size_t c_;
  std::vector<TableCell> cells_;
};

// Whether the class of any channel is known.
bool is_classed(const Sums& sums) {
  for (std::size_t flow = 0; flow < kFlows; ++flow) {
    for (std::size_t c = 0; c + 1 < kClassCount; ++c) {
      if (sums.rows(place(flow, c)) > 0) return true;
    }
  }
  return false;
}

Table side_by_side(const Sums& sums, const Context&) {
  Table table{.id = "channel_mix",
              .kpi = {},
              .title = {},
              .columns = {{"channel_class", "text"},
                          {"leads", "count"},
                          {"leads_share", "share"},
                          {"leads_share_low", "share"},
                          {"leads_share_high", "share"},
                          {"won", "count"},
                          {"won_share", "share"},
                          {"won_share_low", "share"},
                          {"won_share_high", "share"},
                          {"value", "money"},
                          {"value_share", "share"},
                          {"spend", "money"},
                          {"spend_share", "share"},
                          {"won_per_lead", "ratio"},
                          {"spend_per_won", "money"},
                          {"value_per_spend", "ratio"},
                          {"target_share", "share"},
                          {"currency", "text"}},
              .rows = {},
              .notes = {}};
  const Mix plan = plan_of(sums);
  if (!is_classed(sums)) return table;
  for (std::size_t c = 0; c < kClassCount; ++c) {
    int64_t rows = 0;
    for (std::size_t flow = 0; flow < kFlows; ++flow) rows += sums.rows(place(flow, c));
    if (rows > 0 || plan[c] > 0) table.rows.push_back(Line(sums, plan, c).take());
  }
  return table;
}

template <Flow F>
constexpr Shape kFit{.top = 0, .finish = fit<F>};
constexpr Few<Shape, 6> kShapes{kFit<kWon>, kFit<kValue>, kFit<kLeads>, kFit<kSpend>, kFit<kPartners>};

constexpr Card kCard = {
    .id = "channel_mix",
    .name = "Channel mix",
    .meaning = "How near the deals won from paid, earned and owned channels are to the mix that was planned.",
    .formula = "{paid}, {earned}, {owned} against {paid_target}, {earned_target}, {owned_target}",
    .source =
        "1 less half of what the shares differ; targets of \"channel_mix\" for paid, earned and owned, in any unit. "
        "Without them the table alone says what each class of channels cost and brought",
    .kind = Kind::deals,
    .needs = {Role::status, Role::channel_class},
    .uses = {Role::closed, Role::amount, Role::currency},
    .unit = Unit::share,
    .direction = Direction::neither,
    .semantic = Semantic::flow,
    .date = Role::closed,
    .variants = {{"won", "deals won", true},
                 {.id = "value",
                  .meaning = "amount of deals won",
                  .sql = PEGEL_MIX_SQL("sum(amount)", PEGEL_ONE_CURRENCY_SQL,
                                       "deals WHERE status = 'won' AND amount IS NOT NULL")},
                 {.id = "leads", .meaning = "leads", .sql = PEGEL_MIX_SQL("count(*)", "count(*) > 0", "leads")},
                 {.id = "spend",
                  .meaning = "cost",
                  .sql = PEGEL_MIX_SQL("sum(amount)", PEGEL_ONE_CURRENCY_SQL, "spend WHERE amount IS NOT NULL")},
                 {.id = "partners",
                  .meaning = "deals won by partners",
                  .sql = PEGEL_MIX_SQL("count(*)", "count(*) > 0",
                                       "deals WHERE status = 'won' AND partner_id IS NOT NULL"),
                  .also = {{Kind::deals, Role::partner_id}}}},
    .sql = PEGEL_MIX_SQL("count(*)", "count(*) > 0", "deals WHERE status = 'won'"),
};

constexpr std::string_view kHeader = "deal_id,status,created,closed,amount,channel_class";
constexpr Few<ExampleRows, 36> kDeals{{5, "D#,won,2026-01-31,2026-04-30,100,paid"},
                                      {3, "D#,won,2026-01-31,2026-04-30,300,earned"},
                                      {2, "D#,won,2026-01-31,2026-04-30,50,owned"},
                                      {9, "D#,lost,2026-01-31,2026-04-30,50,owned"}};
constexpr ExampleFile kPlan{Kind::targets,
                            "kpi_id,period_start,period_end,target,scope_type,scope_id",
                            {{1, "channel_mix,2026-01-01,2026-12-31,40,channel,paid"},
                             {1, "channel_mix,2026-01-01,2026-12-31,40,channel,earned"},
                             {1, "channel_mix,2026-01-01,2026-12-31,20,channel,Newsletter"},
                             {1, "revenue,2026-01-01,2026-12-31,900,channel,paid"}}};
constexpr Example kExamples[] = {
    {.header = kHeader, .rows = kDeals, .also = {kPlan}, .value = 0.9, .n = 10},
    {.header = kHeader, .rows = kDeals, .also = {kPlan}, .value = 0.8, .n = 10, .variant = "value"},
    {.header = "deal_id,status,created,closed,amount,channel_class,partner_id",
     .rows = {{5, "D#,won,2026-01-31,2026-04-30,100,paid,A"},
              {3, "D#,won,2026-01-31,2026-04-30,300,earned,B"},
              {2, "D#,won,2026-01-31,2026-04-30,50,owned,B"},
              {9, "D#,won,2026-01-31,2026-04-30,50,owned,"}},
     .also = {kPlan},
     .value = 0.9,
     .n = 10,
     .variant = "partners"},
    {.header = kHeader, .rows = kDeals, .value = {}, .n = 10, .undefined = "no_target"},
    {.header = kHeader,
     .rows = {{2, "D#,lost,2026-01-31,2026-04-30,50,owned"}},
     .also = {kPlan},
     .value = {},
     .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED_WITH_TABLE(channel_mix, kCard, kMeasures, kShapes, kExamples, side_by_side)

}  // namespace pegel::kpis
