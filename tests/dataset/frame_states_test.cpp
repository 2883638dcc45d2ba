// Statuses, their days and flags, each from the others; durations, instants and drivers.

#include <gtest/gtest.h>

#include "dataset/batch_builder.h"

namespace pegel::dataset::test {
namespace {

constexpr auto kNoDay = kMissing<Day>;
constexpr auto kBadDay = table::kUnreadable<Day>;
constexpr auto kNoFlag = kMissing<int8_t>;
constexpr auto kNoInstant = kMissing<int64_t>;

Day day(const char* text) { return *base::parse_iso_date(text); }

template <class Of>
auto each(const Frame& frame, Of of) {
  std::vector<decltype(of(std::size_t{0}))> out;
  for (std::size_t row = 0; row < frame.rows(); ++row) out.push_back(of(row));
  return out;
}

std::vector<Day> days(const Frame& frame, Role role) {
  return each(frame, [&](std::size_t row) { return frame.day(role, row); });
}
std::vector<int8_t> flags(const Frame& frame, Role role) {
  return each(frame, [&](std::size_t row) { return frame.flag(role, row); });
}
std::vector<int64_t> instants(const Frame& frame, Role role) {
  return each(frame, [&](std::size_t row) { return frame.instant(role, row); });
}
template <class Canonical>
std::vector<Canonical> states(const Frame& frame, Role role) {
  return each(frame, [&](std::size_t row) { return static_cast<Canonical>(frame.canonical(role, row)); });
}

TEST(Instants, AreThoseOfColumnsWithATimeOfDay) {
  BatchBuilder tickets(Kind::tickets);
  tickets.instants(Role::opened, {kHour, kNoInstant}).days(Role::first_reply, {"2026-01-02", ""});
  const Frame frame = tickets.frame();
  EXPECT_EQ(instants(frame, Role::opened), (std::vector<int64_t>{kHour, kNoInstant}));
  EXPECT_EQ(instants(frame, Role::first_reply), (std::vector<int64_t>{kNoInstant, kNoInstant}));
  EXPECT_EQ(frame.day(Role::first_reply, 0), day("2026-01-02"));
}

TEST(States, ALeadWithADayOfConversionIsConvertedAndOneWithoutIsNot) {
  BatchBuilder leads(Kind::leads);
  leads.days(Role::converted_at, {"2026-02-01", "", "broken"});
  const Frame frame = leads.frame();
  EXPECT_TRUE(frame.has(Role::converted));
  EXPECT_EQ(flags(frame, Role::converted), (std::vector<int8_t>{1, 0, kNoFlag}));
  using S = LeadStatus;
  EXPECT_EQ(states<S>(frame, Role::lead_status), (std::vector{S::converted, S::open, S::unknown}));
}

TEST(States, ALeadStatusTellsWhetherItIsConvertedAndQualified) {
  BatchBuilder leads(Kind::leads);
  leads.words(Role::lead_status, {"Converted", "Qualified", "New", "Unqualified", "banana"});
  const Frame frame = leads.frame();
  EXPECT_EQ(flags(frame, Role::converted), (std::vector<int8_t>{1, 0, 0, 0, kNoFlag}));
  EXPECT_EQ(flags(frame, Role::qualified), (std::vector<int8_t>{1, 1, 0, 0, kNoFlag}));
}

TEST(States, ALeadIsFollowedUpOnceItHasAFirstResponse) {
  BatchBuilder leads(Kind::leads);
  leads.days(Role::first_response, {"2026-02-01", ""});
  EXPECT_EQ(flags(leads.frame(), Role::followed_up), (std::vector<int8_t>{1, 0}));
}

TEST(States, AColumnOfItsOwnIsBelievedBeforeWhatCouldBeDerived) {
  BatchBuilder leads(Kind::leads);
  leads.flags(Role::converted, {0, 1}).words(Role::lead_status, {"Converted", "New"});
  EXPECT_EQ(flags(leads.frame(), Role::converted), (std::vector<int8_t>{0, 1}));
}

TEST(States, AConvertedLeadWithoutItsDayHasAnUnreadableOne) {
  BatchBuilder leads(Kind::leads);
  leads.flags(Role::converted, {1, 0, 1}).days(Role::converted_at, {"", "", "2026-01-05"});
  EXPECT_EQ(days(leads.frame(), Role::converted_at), (std::vector<Day>{kBadDay, kNoDay, day("2026-01-05")}));
}

TEST(States, ATicketIsResolvedWhenItsStatusSaysSo) {
  BatchBuilder tickets(Kind::tickets);
  tickets.words(Role::ticket_status, {"Solved", "Open", "Solved", "deleted"})
      .instants(Role::resolved, {kHour, 2 * kHour, kNoInstant, 3 * kHour});
  const Frame frame = tickets.frame();
  EXPECT_EQ(days(frame, Role::resolved), (std::vector<Day>{0, kNoDay, kBadDay, 0}));
  EXPECT_EQ(instants(frame, Role::resolved), (std::vector<int64_t>{kHour, kNoInstant, kNoInstant, 3 * kHour}));
}

TEST(States, ATicketWithoutStatusIsResolvedByItsDay) {
  BatchBuilder tickets(Kind::tickets);
  tickets.days(Role::resolved, {"2026-01-02", ""});
  using S = TicketStatus;
  EXPECT_EQ(states<S>(tickets.frame(), Role::ticket_status), (std::vector{S::resolved, S::open}));
}

TEST(States, ATicketIsResolvedAsLongAfterItsOpeningAsItTook) {
  BatchBuilder tickets(Kind::tickets);
  tickets.instants(Role::opened, {kHour, 23 * kHour, kHour})
      .words(Role::resolution_time, {"00:30:00", "02:00:00", ""}, "Resolution time (in hrs)");
  const Frame frame = tickets.frame();
  EXPECT_TRUE(frame.has(Role::resolved));
  EXPECT_EQ(instants(frame, Role::resolved), (std::vector<int64_t>{kHour * 3 / 2, 25 * kHour, kNoInstant}));
  EXPECT_EQ(days(frame, Role::resolved), (std::vector<Day>{0, 1, kNoDay}));
  using S = TicketStatus;
  EXPECT_EQ(states<S>(frame, Role::ticket_status), (std::vector{S::resolved, S::resolved, S::open}));
}

TEST(States, OfAnOpeningWithoutTimeTheResolutionIsADay) {
  BatchBuilder tickets(Kind::tickets);
  tickets.days(Role::opened, {"2026-01-01"}).words(Role::resolution_time, {"2 days"});
  const Frame frame = tickets.frame();
  EXPECT_EQ(frame.day(Role::resolved, 0), day("2026-01-03"));
  EXPECT_EQ(frame.instant(Role::resolved, 0), kNoInstant);
}

TEST(States, TicketsOfOneKindAllHaveIt) {
  BatchBuilder complaints(Kind::tickets);
  complaints.texts(Role::ticket_id, {"C1", "C2"}).meaning(Role::ticket_kind, "", "complaint");
  const Frame frame = complaints.frame();
  EXPECT_TRUE(frame.has(Role::ticket_kind));
  using K = TicketKind;
  EXPECT_EQ(states<K>(frame, Role::ticket_kind), (std::vector{K::complaint, K::complaint}));
}

TEST(States, AQuoteIsSentUntilItIsAccepted) {
  BatchBuilder quotes(Kind::quotes);
  quotes.days(Role::sent, {"2026-01-01", "2026-01-02"}).days(Role::accepted, {"2026-01-03", ""});
  using S = QuoteStatus;
  EXPECT_EQ(states<S>(quotes.frame(), Role::quote_status), (std::vector{S::accepted, S::sent}));
}

TEST(States, AnInvoiceIsOpenUntilItIsPaid) {
  BatchBuilder invoices(Kind::invoices);
  invoices.days(Role::paid_at, {"2026-01-03", ""});
  using S = PaymentStatus;
  EXPECT_EQ(states<S>(invoices.frame(), Role::payment_status), (std::vector{S::paid, S::open}));
  BatchBuilder part(Kind::invoices);
  part.days(Role::paid_at, {"2026-01-03", "2026-01-03"})
      .numbers(Role::amount, {100, 100})
      .numbers(Role::paid_amount, {100, 40});
  EXPECT_EQ(states<S>(part.frame(), Role::payment_status), (std::vector{S::paid, S::open}));
  BatchBuilder lost(Kind::invoices);
  lost.words(Role::payment_status, {"abgeschrieben", "bezahlt"});
  EXPECT_EQ(flags(lost.frame(), Role::written_off), (std::vector<int8_t>{1, 0}));
}

TEST(States, OfOtherKindsAreNotDerived) {
  BatchBuilder deals(Kind::deals);
  deals.days(Role::converted_at, {"2026-02-01"});
  EXPECT_FALSE(deals.frame().has(Role::converted));
  EXPECT_EQ(deals.frame().flag(Role::converted, 0), kNoFlag);
}

TEST(Durations, AreSecondsWhateverTheirColumnHolds) {
  BatchBuilder calls(Kind::activities);
  calls.words(Role::duration, {"00:05:12", "5 min", "", "long"}).words(Role::owner, {"A", "B", "C", "D"});
  const Frame words = calls.frame();
  EXPECT_EQ(words.number(Role::duration, 0), 312 * base::kOne);
  EXPECT_EQ(words.number(Role::duration, 1), 300 * base::kOne);
  EXPECT_EQ(words.number(Role::duration, 2), kMissing<Micros>);
  EXPECT_EQ(words.number(Role::duration, 3), table::kUnreadable<Micros>);
  BatchBuilder minutes(Kind::activities);
  minutes.numbers(Role::duration, {1.5});
  minutes.source().columns[0].name = "Dauer (Minuten)";
  EXPECT_EQ(minutes.frame().number(Role::duration, 0), 90 * base::kOne);
}

TEST(Drivers, AreNamedByTheirQuestion) {
  BatchBuilder answers(Kind::responses);
  answers.words(Role::question, {"nps", "driver_price", "Treiber: Qualität", "Responsiveness"});
  const Frame frame = answers.frame();
  EXPECT_TRUE(frame.has(Role::driver));
  const auto names = each(frame, [&](std::size_t row) { return std::string(frame.text(Role::driver, row)); });
  EXPECT_EQ(names, (std::vector<std::string>{"", "price", "Qualität", "Responsiveness"}));
  using Q = Question;
  EXPECT_EQ(states<Q>(frame, Role::question), (std::vector{Q::nps, Q::driver, Q::driver, Q::driver}));
}

TEST(Periods, OfSpendAndCostsEndWithTheMonthThatIsWritten) {
  for (const Kind kind : {Kind::spend, Kind::costs}) {
    BatchBuilder months(kind);
    months.days(Role::period_start, {"2026-02-01"});
    months.source().columns[0].date.order = DateOrder::month_year;
    EXPECT_EQ(months.frame().day(Role::period_end, 0), day("2026-02-28"));
  }
}

TEST(Lines, OfOneOrderAreNoDuplicates) {
  Source lines;
  lines.kind = Kind::orders;
  const auto with = [&](Role role) { lines.columns.push_back({0, "", ColumnType::category, {}, {}, role}); };
  with(Role::order_id);
  EXPECT_EQ(identity_of(lines).id, Role::order_id);
  EXPECT_EQ(identity_of(lines).within, Role::none);
  with(Role::product);
  EXPECT_EQ(identity_of(lines).within, Role::product);
  with(Role::product_id);
  EXPECT_EQ(identity_of(lines).within, Role::product_id);
  with(Role::line_id);
  EXPECT_EQ(identity_of(lines).within, Role::line_id);
  lines.kind = Kind::none;
  EXPECT_EQ(identity_of(lines).id, Role::none);
}

}  // namespace
}  // namespace pegel::dataset::test
