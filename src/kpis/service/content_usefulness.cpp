#include "kpis/estimate.h"
#include "partial/matched.h"

namespace pegel::kpis {
namespace {

using partial::Matched;

constexpr std::string_view kRating = "rating";

struct ContentUsefulness {
  struct Partial {
    Matched content;             // by what was shared, and with whom
    partial::Quantiles ratings;  // millionths

    auto fields() { return std::tie(content, ratings); }
    auto fields() const { return std::tie(content, ratings); }
  };

  static std::string content_of(const Row& row) {
    std::string_view with = row.text(Role::deal_id);
    if (with.empty()) with = row.text(Role::customer_id);
    return std::string(row.text(Role::content_id)) + '\n' + std::string(with);
  }

  static Use add(Partial& p, const Row& row) {
    const auto action = static_cast<Action>(row.frame.canonical(Role::action, row.i));
    if (action == Action::rated) return rate(p, row);
    const bool by_rep = static_cast<Actor>(row.frame.canonical(Role::actor, row.i)) == Actor::rep;
    const bool opened = action == Action::opened && !by_rep;
    if (!opened && action != Action::shared) return Use::other_type;
    if (row.text(Role::content_id).empty()) return Use::no_entity;
    p.content.add(content_of(row), opened ? Matched::second : Matched::first);
    return row.variant == kRating ? Use::other_type : Use::used;
  }

  static Use rate(Partial& p, const Row& row) {
    const Micros rating = row.number(Role::rating);
    if (known(rating)) p.ratings.add(rating);
    return row.variant == kRating ? known_or(rating, Use::no_score) : Use::other_type;
  }

  static Estimate finish(const Partial& p, const Context& context) {
    if (context.variant == kRating) {
      return mean(p.ratings, base::kOne, context.plan.seed,
                  {{"ratings", static_cast<double>(p.ratings.n()), Unit::count}});
    }
    partial::Ratio ratio;
    ratio.x.add(p.content.with(Matched::first | Matched::second));
    ratio.n.add(p.content.with(Matched::first));
    return share(ratio, {{"opened", static_cast<double>(ratio.x.n), Unit::count},
                         {"shared", static_cast<double>(ratio.n.n), Unit::count}});
  }
};

constexpr Card kCard = {
    .id = "content_usefulness",
    .name = "Usefulness of content",
    .meaning = "The share of the content shared with a customer that the customer opened in the same period.",
    .formula = "{opened} / {shared}",
    .source = "Content by deal, else by customer, each once; openings by sales reps do not count",
    .kind = Kind::content_events,
    .needs = {Role::content_id, Role::at, Role::action},
    .uses = {Role::actor, Role::deal_id, Role::customer_id},
    .unit = Unit::share,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::at,
    .variants = {{"opened", "content opened / content shared", true},
                 {.id = kRating,
                  .meaning = "mean rating of content",
                  .formula = "mean of {ratings}",
                  .kind = Kind::content_events,
                  .needs = {Role::at, Role::action, Role::rating},
                  .date = Role::at,
                  .sql = "SELECT avg(rating) AS value FROM content_events WHERE action = 'rated'",
                  .unit = Unit::ratio,
                  .stands_in = false}},
    .sql =
        "WITH uses AS (SELECT content_id || chr(10) || coalesce(deal_id, customer_id, '') AS what,\n"
        "                     bool_or(action = 'shared') AS shared,\n"
        "                     bool_or(action = 'opened' AND actor IS DISTINCT FROM 'rep') AS opened\n"
        "              FROM content_events GROUP BY what)\n"
        "SELECT count(*) FILTER (WHERE shared AND opened) * 1.0 / NULLIF(count(*) FILTER (WHERE shared), 0) AS value\n"
        "FROM uses",
};

constexpr Example kExamples[] = {
    {.header = "content_id,at,actor,action,deal_id",
     .rows = {{10, "C,2026-03-05,rep,shared,D#"},
              {2, "C,2026-03-06,customer,opened,D1"},
              {1, "C,2026-03-06,customer,opened,D2"},
              {1, "C,2026-03-06,customer,opened,D3"},
              {1, "C,2026-03-06,customer,opened,D4"},
              {1, "C,2026-03-06,customer,opened,D5"},
              {1, "C,2026-03-06,customer,opened,D6"},
              {1, "C,2026-03-06,rep,opened,D7"},
              {1, "C,2026-03-06,customer,opened,E1"}},
     .value = 0.6,
     .low = 0.312674,
     .high = 0.831819,
     .n = 10},
    {.header = "content_id,at,action,rating",
     .rows = {{3, "C#,2026-03-05,rated,4"},
              {1, "C#,2026-03-05,rated,2"},
              {1, "C#,2026-03-05,rated,"},
              {2, "C#,2026-03-05,shared,5"}},
     .value = 3.5,
     .n = 4,
     .variant = "rating"},
    {.header = "content_id,at,action", .rows = {{3, "C#,2026-03-05,opened"}}, .value = {}, .undefined = "no_data"}};

}  // namespace

PEGEL_KPI(content_usefulness, ContentUsefulness, kCard, kExamples)

}  // namespace pegel::kpis
