#include "kpis/kpi.h"

namespace pegel::kpis {
namespace {

enum : uint8_t { kComplaints, kTickets };
constexpr Measure kMeasures[] = {
    {.name = "complaints", .where = {is(Role::ticket_kind, Use::other_type, TicketKind::complaint, TicketKind::claim)}},
    {.name = "tickets"},
};
constexpr Few<Shape, 6> kShapes{{Form::events, kComplaints, kNoMeasure, kTickets}};

constexpr Card kCard = {
    .id = "complaint_count",
    .name = "Complaints and claims",
    .meaning = "The number of complaints and claims, by the day they were opened.",
    .formula = "{complaints}",
    .source = "Each ticket once, also where several are about one cause",
    .kind = Kind::tickets,
    .needs = {Role::ticket_kind},
    .uses = {Role::opened},
    .unit = Unit::count,
    .direction = Direction::down,
    .semantic = Semantic::flow,
    .date = Role::opened,
    .variants = {},
};

constexpr Example kExamples[] = {
    {.header = "ticket_id,opened,ticket_kind",
     .rows = {{15, "T#,2026-03-05,complaint"}, {6, "T#,2026-03-06,claim"}, {30, "T#,2026-03-07,question"}},
     .value = 21,
     .low = 12.9993,
     .high = 32.1007,
     .n = 21},
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
