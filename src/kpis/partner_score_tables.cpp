#include "kpis/partner_score_tables.h"

#include <algorithm>

namespace pegel::kpis {
namespace {

constexpr PerComponent<std::string_view> kKpis{"deal_count",     "avg_deal_size", "pipeline_value", "close_rate",
                                               "sales_velocity", "quality_score", "deal_success",   "channel_mix"};
constexpr PerComponent<Unit> kUnits{Unit::count,         Unit::money, Unit::money, Unit::share,
                                    Unit::money_per_day, Unit::index, Unit::share, Unit::share};

TableCell number(std::optional<double> value) { return {value, {}}; }
TableCell whole(int value) { return {value == 0 ? std::nullopt : std::optional<double>(value), {}}; }
TableCell text(std::string_view words) { return {{}, std::string(words)}; }

// As its KPI has it: an index is 100 for the reference.
std::optional<double> as_shown(std::size_t component, const std::optional<double>& metric) {
  const bool index = kUnits[component] == Unit::index;
  return index && metric ? std::optional(100 * *metric) : metric;
}

std::string points_text(double points) { return base::to_text(static_cast<base::Int128>(points * base::kOne)); }

// "≥ 90", "75–90", "< 40".
std::string tier_text(int tier, std::span<const double> tiers) {
  if (tier == 0) return {};
  const auto t = static_cast<std::size_t>(tier);
  if (t > tiers.size()) return "< " + points_text(tiers.back());
  if (t == 1) return "\u2265 " + points_text(tiers.front());
  return points_text(tiers[t - 1]) + "\u2013" + points_text(tiers[t - 2]);
}

bool any_of(const Scorecard& card, const Metrics Score::*numbers, std::size_t component) {
  return std::any_of(card.scores.begin(), card.scores.end(),
                     [&](const Score& score) { return (score.*numbers)[component].has_value(); });
}

bool any_tier(const Scorecard& card) {
  return std::any_of(card.scores.begin(), card.scores.end(), [](const Score& score) { return score.tier > 0; });
}

// The channels of deals are a component only where a mix is planned.
std::vector<std::size_t> components_of(const Scorecard& card) {
  std::vector<std::size_t> shown;
  for (std::size_t c = 0; c < kComponents; ++c) {
    const bool always = static_cast<Component>(c) != Component::channel_mix;
    if (always || any_of(card, &Score::metric, c)) shown.push_back(c);
  }
  return shown;
}

/// The scores, best first.
class ScoreTable {
 public:
  ScoreTable(std::span<const std::string_view> partners, const Scorecard& card, const Rules& rules)
      : partners_(partners),
        card_(card),
        tiers_(rules.tiers.empty() ? std::span<const double>(kUsualTiers) : std::span<const double>(rules.tiers)),
        tiered_(any_tier(card)),
        components_(components_of(card)) {}

  Table made() const {
    Table table{.id = "partner_score",
                .kpi = "partner_score",
                .title = std::string(name_of(Role::partner_id)),
                .columns = columns(),
                .rows = {},
                .notes = {}};
    for (const std::size_t i : order()) table.rows.push_back(row_of(i));
    table.notes.emplace_back("ranks_90");
    if (!card_.comparable) table.notes.emplace_back("no_comparison");
    if (card_.mixed_currency) table.notes.emplace_back("mixed_currency");
    return table;
  }

 private:
  std::vector<TableColumn> columns() const {
    std::vector<TableColumn> list{{"partner", "text"},
                                  {"score", "points"},
                                  {"low", "points"},
                                  {"high", "points"},
                                  {"rank", "rank"},
                                  {"rank_low", "rank"},
                                  {"rank_high", "rank"},
                                  {"weight_rank_low", "rank"},
                                  {"weight_rank_high", "rank"},
                                  {"coverage", "share"},
                                  {"decided", "count"},
                                  {"verdict", "text"}};
    if (tiered_) list.push_back({"tier", "text"});
    for (const std::size_t c : components_) {
      const std::string name(name_of(static_cast<Component>(c)));
      list.push_back({name + "_points", "points"});
      list.push_back({name, std::string(name_of(kUnits[c]))});
    }
    return list;
  }

  std::vector<std::size_t> order() const {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < partners_.size(); ++i) {
      if (card_.scores[i].prospects > 0) order.push_back(i);
    }
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      const Score& x = card_.scores[a];
      const Score& y = card_.scores[b];
      if ((x.rank == 0) != (y.rank == 0)) return x.rank != 0;
      if (x.total != y.total) return x.total > y.total;
      return partners_[a] < partners_[b];
    });
    return order;
  }

  std::vector<TableCell> row_of(std::size_t i) const {
    const Score& score = card_.scores[i];
    const auto& interval = score.interval95;
    std::vector<TableCell> row{text(partners_[i]),
                               number(score.total),
                               number(interval ? std::optional(interval->low) : std::nullopt),
                               number(interval ? std::optional(interval->high) : std::nullopt),
                               whole(score.rank),
                               whole(score.rank_low),
                               whole(score.rank_high),
                               whole(score.weight_rank_low),
                               whole(score.weight_rank_high),
                               number(score.coverage),
                               number(static_cast<double>(score.decided)),
                               text(score.verdict)};
    if (tiered_) row.push_back(text(tier_text(score.tier, tiers_)));
    for (const std::size_t c : components_) {
      row.push_back(number(score.points[c]));
      row.push_back(number(as_shown(c, score.metric[c])));
    }
    return row;
  }

  std::span<const std::string_view> partners_;
  const Scorecard& card_;
  std::span<const double> tiers_;
  bool tiered_;
  std::vector<std::size_t> components_;
};

// What is reached beyond a target shows here alone: it adds no points.
Table reached(std::span<const std::string_view> partners, const Scorecard& card) {
  Table table{.id = "partner_targets",
              .kpi = "partner_score",
              .title = std::string(name_of(Role::partner_id)),
              .columns = {{"partner", "text"},
                          {"kpi", "text"},
                          {"actual", "number"},
                          {"target", "number"},
                          {"attained", "share"},
                          {"unit", "text"}},
              .rows = {},
              .notes = {}};
  for (std::size_t i = 0; i < partners.size(); ++i) {
    const Score& score = card.scores[i];
    for (std::size_t c = 0; c < kComponents && score.prospects > 0; ++c) {
      if (!score.targets[c] || static_cast<Component>(c) == Component::channel_mix) continue;
      const auto share = score.metric[c] ? std::optional(*score.metric[c] / *score.targets[c]) : std::nullopt;
      table.rows.push_back({text(partners[i]), text(kKpis[c]), number(as_shown(c, score.metric[c])),
                            number(as_shown(c, score.targets[c])), number(share), text(name_of(kUnits[c]))});
    }
  }
  return table;
}

Table correlations(const Scorecard& card) {
  Table table{.id = "partner_correlation",
              .kpi = "partner_score",
              .title = std::string(name_of(Role::partner_id)),
              .columns = {{"kpi", "text"},
                          {"against", "text"},
                          {"rho", "number"},
                          {"rho_low", "number"},
                          {"rho_high", "number"},
                          {"n", "count"}},
              .rows = {},
              .notes = {}};
  for (const Together& pair : together(card)) {
    const auto& interval = pair.rho.interval;
    table.rows.push_back({text(kpi_of(pair.a)), text(kpi_of(pair.b)), number(pair.rho.value),
                          number(interval ? std::optional(interval->low) : std::nullopt),
                          number(interval ? std::optional(interval->high) : std::nullopt),
                          number(static_cast<double>(pair.n))});
  }
  return table;
}

}  // namespace

std::string_view kpi_of(Component component) { return kKpis[static_cast<std::size_t>(component)]; }

std::vector<Table> score_tables(std::span<const std::string_view> partners, const Scorecard& card, const Rules& rules) {
  std::vector<Table> tables{ScoreTable(partners, card, rules).made(), reached(partners, card), correlations(card)};
  tables.erase(std::remove_if(tables.begin(), tables.end(), [](const Table& table) { return table.rows.empty(); }),
               tables.end());
  return tables;
}

}  // namespace pegel::kpis
