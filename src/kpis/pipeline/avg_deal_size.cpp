#include "kpis/kpi.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kRevenue, kWon, kAmount, kAll, kOpenAmount, kOpen, kAllRevenue, kAllWon };
constexpr Condition kPriced = not_zero(Role::amount, Use::zero_amount);
constexpr Measure of_created(std::string_view name, Take take) {
  return {.name = name, .take = take, .of = Role::amount, .where = {kPriced}, .date = Role::created};
}
constexpr Measure of_open(std::string_view name, Take take) {
  Measure measure = of_created(name, take);
  measure.where = {known_status(), kPriced};
  measure.reach = Reach::stock;
  return measure;
}
constexpr Measure kMeasures[] = {
    {.name = "revenue", .take = Take::amount, .of = Role::amount, .where = {status_is(Status::won), kPriced}},
    {.name = "won", .take = Take::value, .of = Role::amount, .where = {status_is(Status::won), kPriced}},
    of_created("value", Take::amount),
    of_created("prospects", Take::value),
    of_open("value", Take::amount),
    of_open("open", Take::value),
    {.name = "revenue", .take = Take::amount, .of = Role::amount, .where = {status_is(Status::won)}},
    {.name = "won", .take = Take::value, .of = Role::amount, .where = {status_is(Status::won)}},
};
constexpr Few<Shape, 6> kShapes{{Form::mean, kRevenue, kWon},
                                {Form::mean, kAmount, kAll},
                                {Form::mean, kOpenAmount, kOpen},
                                {Form::mean, kAllRevenue, kAllWon}};

constexpr Card kCard = {
    .id = "avg_deal_size",
    .name = "Average deal size",
    .meaning = "The mean amount of the deals won; deals of amount 0 are left out.",
    .formula = "{revenue} / {won}",
    .source =
        "Mean over won deals; interval: Student's t, or bootstrap (linearised for many) where the amounts are "
        "skewed",
    .kind = Kind::deals,
    .needs = {Role::status, Role::amount},
    .uses = {Role::closed, Role::currency},
    .unit = Unit::money,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::closed,
    .variants = {{"won", "deals won", true},
                 {"all",
                  "all deals",
                  false,
                  true,
                  "{value} / {prospects}",
                  Kind::deals,
                  {Role::status, Role::amount},
                  Role::created},
                 {"open",
                  "open deals: pipeline average",
                  false,
                  true,
                  "{value} / {open}",
                  Kind::deals,
                  {Role::status, Role::amount},
                  Role::created,
                  "",
                  {},
                  {},
                  Semantic::stock},
                 {.id = "with_zero", .meaning = "deals won, those of amount 0 too"}},
};

constexpr Few<ExampleRows, 36> kMixed{{1, "D#,won,2026-03-01,2026-03-05,200"},
                                      {1, "D#,lost,2026-03-01,2026-03-05,400"},
                                      {1, "D#,open,2026-03-01,,500"},
                                      {1, "D#,open,2026-03-02,,600"},
                                      {1, "D#,,2026-03-02,,300"},
                                      {1, "D#,open,2026-03-02,,0"},
                                      {1, "D#,open,2026-03-02,,"}};
constexpr Example kExamples[] = {
    {.header = "deal_id,status,created,closed,amount",
     .rows = {{1, "D#,won,2026-03-01,2026-03-05,200"},
              {1, "D#,won,2026-03-02,2026-03-12,400"},
              {1, "D#,won,2026-03-02,2026-03-12,0"},
              {1, "D#,lost,2026-03-02,2026-03-12,7000"}},
     .value = 300,
     .n = 2},
    {.header = "deal_id,status,created,closed,amount",
     .rows = {{1, "D#,won,2026-03-01,2026-03-05,200"},
              {1, "D#,won,2026-03-01,2026-03-05,400"},
              {1, "D#,won,2026-03-01,2026-03-05,300"},
              {1, "D#,won,2026-03-01,2026-03-05,250"},
              {1, "D#,won,2026-03-01,2026-03-05,9000"}},
     .value = 2030,
     .n = 5},
    {.header = "deal_id,status,created,closed,amount",
     .rows = {{1, "D#,won,2026-03-01,2026-03-05,100"},
              {1, "D#,won,2026-03-01,2026-03-05,110"},
              {1, "D#,won,2026-03-01,2026-03-05,120"},
              {1, "D#,won,2026-03-01,2026-03-05,130"},
              {1, "D#,won,2026-03-01,2026-03-05,140"},
              {1, "D#,won,2026-03-01,2026-03-05,150"},
              {1, "D#,won,2026-03-01,2026-03-05,160"},
              {1, "D#,won,2026-03-01,2026-03-05,170"},
              {1, "D#,won,2026-03-01,2026-03-05,180"},
              {1, "D#,won,2026-03-01,2026-03-05,190"}},
     .value = 145,
     .low = 123.341491,
     .high = 166.658509,
     .n = 10},
    {.header = "deal_id,status,created,closed,amount,currency",
     .rows = {{1, "D#,won,2026-03-01,2026-03-05,200,EUR"}, {1, "D#,won,2026-03-02,2026-03-12,400,CHF"}},
     .value = {},
     .n = 2,
     .undefined = "mixed_currency"},
    {.header = "deal_id,status,created,closed,amount",
     .rows = {{1, "D#,won,2026-03-01,2026-03-05,200"},
              {1, "D#,won,2026-03-02,2026-03-12,400"},
              {1, "D#,won,2026-03-02,2026-03-12,0"},
              {1, "D#,won,2026-03-02,2026-03-12,"}},
     .value = 200,
     .n = 3,
     .variant = "with_zero"},
    {.header = "deal_id,status,created,closed,amount",
     .rows = {{3, "D#,lost,2026-03-01,2026-03-05,200"}},
     .value = {},
     .undefined = "no_data"},
    {.header = "deal_id,status,created,closed,amount", .rows = kMixed, .value = 400, .n = 5, .variant = "all"},
    {.header = "deal_id,status,created,closed,amount", .rows = kMixed, .value = 550, .n = 2, .variant = "open"}};

}  // namespace

PEGEL_MEASURED(avg_deal_size, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis
