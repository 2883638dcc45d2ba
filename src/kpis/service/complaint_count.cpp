#include "kpis/kpi.h"

namespace pegel::kpis {
namespace {

constexpr Condition kComplains = is(Role::ticket_kind, Use::other_type, TicketKind::complaint, TicketKind::claim);

enum : uint8_t { kComplaints, kTickets, kEach };
constexpr Measure kMeasures[] = {
    {.name = "complaints", .take = Take::id, .of = Role::order_id, .by = Role::ticket_id, .where = {kComplains}},
    {.name = "tickets"},
    {.name = "complaints", .where = {kComplains}},
};
constexpr Few<Shape, 6> kShapes{{Form::events, kComplaints, kNoMeasure, kTickets},
                                {Form::events, kEach, kNoMeasure, kTickets}};

constexpr Card kCard = {
    .id = "complaint_count",
    .name = "Complaints and claims",
    .meaning = "The number of complaints and claims, by the day they were opened.",
    .formula = "{complaints}",
    .source = "Several about one order are one; of no named order each ticket is one",
    .kind = Kind::tickets,
    .needs = {Role::ticket_id, Role::ticket_kind},
    .uses = {Role::opened, Role::order_id},
    .unit = Unit::count,
    .direction = Direction::down,
    .semantic = Semantic::flow,
    .date = Role::opened,
    .variants = {{"orders", "complaints and claims, several about one order as one", true},
                 {.id = "tickets",
                  .meaning = "each complaint and claim",
                  .kind = Kind::tickets,
                  .needs = {Role::ticket_kind},
                  .date = Role::opened}},
};

constexpr Example kExamples[] = {
    {.header = "ticket_id,opened,ticket_kind",
     .rows = {{15, "T#,2026-03-05,complaint"}, {6, "T#,2026-03-06,claim"}, {30, "T#,2026-03-07,question"}},
     .value = 21,
     .low = 12.9993,
     .high = 32.1007,
     .n = 21},
    {.header = "ticket_id,opened,ticket_kind,order_id",
     .rows = {{3, "T#,2026-03-05,complaint,O1"}, {1, "T#,2026-03-06,claim,O2"}, {2, "T#,2026-03-07,claim,"}},
     .value = 4,
     .n = 4},
    {.header = "ticket_id,opened,ticket_kind,order_id",
     .rows = {{3, "T#,2026-03-05,complaint,O1"}, {1, "T#,2026-03-06,claim,O2"}, {2, "T#,2026-03-07,claim,"}},
     .value = 6,
     .n = 6,
     .variant = "tickets"},
    {.header = "ticket_id,opened,ticket_kind",
     .rows = {{4, "T#,2026-03-07,question"}},
     .value = 0,
     .low = 0,
     .high = 3.68888,
     .n = 4},
    {.header = "ticket_id,opened,ticket_kind", .rows = {}, .value = {}, .undefined = "no_data"}};

}  // namespace

PEGEL_MEASURED(complaint_count, kCard, kMeasures, kShapes, kExamples)

}  // namespace pegel::kpis
