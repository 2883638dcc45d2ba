#include "kpis/estimate.h"
#include "stats/two_shares.h"

namespace pegel::kpis {
namespace {

constexpr Measure deals(std::string_view name, Condition status) {
  return {.name = name,
          .take = Take::id,
          .of = Role::deal_id,
          .where = {status},
          .kind = Kind::deals,
          .date = Role::closed};
}
enum : uint8_t { kDecided, kWon, kShared };
constexpr Measure kMeasures[] = {
    deals("decided", decided_status()),
    deals("won", status_is(Status::won)),
    {.name = "shared",
     .take = Take::id,
     .of = Role::deal_id,
     .where = {is(Role::action, Use::other_type, Action::shared, Action::opened)},
     .kind = Kind::content_events,
     .reach = Reach::company},
};

double rate_of(const stats::Share& share) {
  return share.n == 0 ? 0 : static_cast<double>(share.x) / static_cast<double>(share.n);
}

Estimate effect(const Sums& sums, const Context&) {
  const partial::Distinct& shared = sums.ids(kShared);
  const stats::Share with{sums.ids(kWon).common(shared), sums.ids(kDecided).common(shared)};
  const stats::Share without{sums.ids(kWon).distinct() - with.x, sums.ids(kDecided).distinct() - with.n};
  const int64_t n = with.n + without.n;
  const auto difference = stats::two_shares(without, with);
  if (!difference) return undefined(n == 0 ? "no_data" : "no_reference", n);
  Estimate estimate;
  estimate.value = 100 * difference->value;
  estimate.n = n;
  estimate.parts = {{"with_content", rate_of(with), Unit::share},
                    {"without_content", rate_of(without), Unit::share},
                    {"chance", difference->p, Unit::share}};
  bracket(estimate, "newcombe", stats::Interval{100 * difference->interval.low, 100 * difference->interval.high});
  return estimate;
}

constexpr Few<Shape, 6> kShapes{{.top = kDecided, .finish = effect}};

constexpr Card kCard = {
    .id = "content_win_rate",
    .name = "Win rate with content",
    .meaning = "How many more of a hundred decided deals are won where content was shared than where none was.",
    .formula = "100 * ({with_content} - {without_content})",
    .source =
        "Deals that an event of content names against all others; chance alone would give as much with a probability "
        "of "
        "{chance}; no proof: good deals may be given more content",
    .kind = Kind::deals,
    .needs = {Role::deal_id, Role::status},
    .also = {{Kind::content_events, Role::deal_id}, {Kind::content_events, Role::action}},
    .uses = {Role::closed},
    .unit = Unit::points,
    .direction = Direction::neither,
    .semantic = Semantic::flow,
    .date = Role::closed,
    .sql =
        "WITH decided AS (SELECT DISTINCT deal_id, CASE WHEN status = 'won' THEN 1.0 ELSE 0 END AS won,\n"
        "                        deal_id IN (SELECT deal_id FROM all_content_events\n"
        "                                    WHERE action IN ('shared', 'opened') AND deal_id IS NOT NULL) AS shared\n"
        "                 FROM deals WHERE status IN ('won', 'lost') AND deal_id IS NOT NULL)\n"
        "SELECT 100 * (avg(won) FILTER (WHERE shared) - avg(won) FILTER (WHERE NOT shared)) AS value FROM decided",
};

constexpr ExampleFile kContent{Kind::content_events,
                               "content_id,at,action,deal_id",
                               {{30, "C,2026-03-05,shared,D#"},
                                {1, "C,2026-03-06,opened,D1"},
                                {1, "C,2026-03-06,rated,D40"},
                                {4, "C,2026-03-06,shared,X#"}}};
constexpr Example kExamples[] = {{.header = "deal_id,status,created,closed",
                                  .rows = {{18, "D#,won,2026-03-01,2026-04-05"},
                                           {12, "D#,lost,2026-03-01,2026-04-05"},
                                           {6, "D#,won,2026-03-01,2026-04-06"},
                                           {24, "D#,lost,2026-03-01,2026-04-06"},
                                           {5, "D#,open,2026-03-01,"}},
                                  .also = {kContent},
                                  .value = 40,
                                  .low = 15.26022,
                                  .high = 58.64381,
                                  .n = 60},
                                 {.header = "deal_id,status,created,closed",
                                  .rows = {{8, "D#,won,2026-03-01,2026-04-05"}},
                                  .also = {kContent},
                                  .value = {},
                                  .undefined = "no_reference"}};

}  // namespace

PEGEL_MEASURED(content_win_rate, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis
