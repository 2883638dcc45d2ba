#include "kpis/kpi.h"
#include "kpis/orders.h"

namespace pegel::kpis {
namespace {

constexpr Condition kComplains = is(Role::ticket_kind, Use::other_type, TicketKind::complaint, TicketKind::claim);

enum : uint8_t { kComplaints, kOrders, kCustomers, kEach };
constexpr Measure kMeasures[] = {
    {.name = "complaints", .take = Take::id, .of = Role::order_id, .by = Role::ticket_id, .where = {kComplains}},
    {.name = "orders",
     .take = Take::id,
     .of = Role::order_id,
     .where = {kOrdered},
     .kind = Kind::orders,
     .date = Role::at},
    {.name = "customers",
     .take = Take::id,
     .of = Role::customer_id,
     .kind = Kind::customers,
     .date = Role::since,
     .reach = Reach::ever},
    {.name = "complaints", .where = {kComplains}},
};
constexpr Few<Shape, 6> kShapes{
    {Form::rate, kComplaints, kOrders}, {Form::rate, kEach, kOrders}, {Form::rate, kComplaints, kCustomers}};

constexpr Card kCard = {
    .id = "complaint_rate",
    .name = "Complaint rate",
    .meaning = "Complaints and claims per 1,000 orders of the same time.",
    .formula = "1000 * {complaints} / {orders}",
    .source =
        "Tickets that complain or claim, several about one order as one; cancelled orders are left out; interval: "
        "exact Poisson (Garwood 1936)",
    .kind = Kind::tickets,
    .needs = {Role::opened, Role::ticket_kind, Role::ticket_id},
    .also = {{Kind::orders, Role::order_id}, {Kind::orders, Role::at}},
    .uses = {Role::order_id},
    .unit = Unit::per_thousand,
    .direction = Direction::down,
    .semantic = Semantic::flow,
    .date = Role::opened,
    .variants = {{"orders", "complaints and claims, several about one order as one / orders", true},
                 {.id = "tickets",
                  .meaning = "each complaint and claim / orders",
                  .kind = Kind::tickets,
                  .needs = {Role::opened, Role::ticket_kind},
                  .date = Role::opened,
                  .also = {{Kind::orders, Role::order_id}, {Kind::orders, Role::at}}},
                 {.id = "customers",
                  .meaning = "complaints and claims / customers of all time",
                  .formula = "1000 * {complaints} / {customers}",
                  .kind = Kind::tickets,
                  .needs = {Role::opened, Role::ticket_kind, Role::ticket_id},
                  .date = Role::opened,
                  .also = {{Kind::customers, Role::customer_id}},
                  .stands_in = false}},
};

constexpr Example kExamples[] = {
    {.header = "ticket_id,opened,ticket_kind",
     .rows = {{15, "T#,2026-03-02,complaint"}, {6, "T#,2026-03-05,claim"}, {9, "T#,2026-03-05,question"}},
     .also = {{Kind::orders, "order_id,at,customer_id", {{1400, "O#,2026-03-02,C#"}}}},
     .value = 15,
     .low = 9.285214,
     .high = 22.929104,
     .n = 1400},
    {.header = "ticket_id,opened,ticket_kind,order_id",
     .rows = {{4, "T#,2026-03-02,complaint,O1"}, {1, "T#,2026-03-05,claim,O2"}},
     .also = {{Kind::orders,
               "order_id,at,customer_id,order_status",
               {{1000, "O#,2026-03-02,C#,completed"}, {700, "K#,2026-03-02,C#,cancelled"}}}},
     .value = 2,
     .n = 1000},
    {.header = "ticket_id,opened,ticket_kind,order_id",
     .rows = {{4, "T#,2026-03-02,complaint,O1"}, {1, "T#,2026-03-05,claim,O2"}},
     .also = {{Kind::orders, "order_id,at,customer_id", {{1000, "O#,2026-03-02,C#"}}}},
     .value = 5,
     .n = 1000,
     .variant = "tickets"},
    {.header = "ticket_id,opened,ticket_kind",
     .rows = {{3, "T#,2026-03-02,question"}},
     .also = {{Kind::orders, "order_id,at,customer_id", {{4, ",2026-03-02,C#"}}}},
     .value = {},
     .undefined = "no_data"},
    {.header = "ticket_id,opened,ticket_kind",
     .rows = {{3, "T#,2026-03-02,complaint"}, {9, "T#,2026-03-05,question"}},
     .also = {{Kind::customers, "customer_id,since", {{230, "C#,2024-03-02"}, {20, "K#,"}}}},
     .value = 12,
     .n = 250,
     .variant = "customers"}};

}  // namespace

PEGEL_MEASURED(complaint_rate, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis
