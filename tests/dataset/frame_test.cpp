#include "dataset/frame.h"

#include <gtest/gtest.h>

#include "dataset/batch_builder.h"

namespace pegel::dataset::test {
namespace {

constexpr auto kNoDay = kMissing<Day>;
constexpr auto kBadDay = table::kUnreadable<Day>;
constexpr auto kNoFlag = kMissing<int8_t>;

Day day(const char* text) { return *base::parse_iso_date(text); }

std::vector<Status> statuses(const Frame& frame) {
  std::vector<Status> out;
  for (std::size_t row = 0; row < frame.rows(); ++row)
    out.push_back(static_cast<Status>(frame.canonical(Role::status, row)));
  return out;
}

std::vector<Day> days(const Frame& frame, Role role) {
  std::vector<Day> out;
  for (std::size_t row = 0; row < frame.rows(); ++row) out.push_back(frame.day(role, row));
  return out;
}

std::vector<std::string> texts(const Frame& frame, Role role) {
  std::vector<std::string> out;
  for (std::size_t row = 0; row < frame.rows(); ++row) out.emplace_back(frame.text(role, row));
  return out;
}

std::vector<bool> kept(const Frame& frame) {
  std::vector<bool> out;
  for (std::size_t row = 0; row < frame.rows(); ++row) out.push_back(frame.kept(row));
  return out;
}

using S = Status;

TEST(Frame, ARoleWithoutColumnIsMissingInEveryRow) {
  BatchBuilder deals(Kind::deals);
  deals.words(Role::owner, {"Ada", "Bo"});
  const Frame frame = deals.frame();
  EXPECT_FALSE(frame.has(Role::amount));
  EXPECT_EQ(frame.number(Role::amount, 1), kMissing<Micros>);
  EXPECT_EQ(frame.day(Role::created, 1), kNoDay);
  EXPECT_EQ(frame.flag(Role::qualified, 1), kNoFlag);
  EXPECT_EQ(frame.text(Role::team, 1), "");
  EXPECT_EQ(frame.canonical(Role::status, 1), 0);
  EXPECT_EQ(frame.currency(1), 0u);
  EXPECT_TRUE(frame.kept(1));
}

TEST(Frame, ReadsNumbersAndTextsInPlace) {
  BatchBuilder deals(Kind::deals);
  deals.numbers(Role::amount, {12.5, 200}).texts(Role::deal_id, {"D-1", "D-22"}).words(Role::owner, {"Ada", ""});
  const Frame frame = deals.frame();
  EXPECT_EQ(frame.number(Role::amount, 0), 12'500'000);
  EXPECT_EQ(frame.text(Role::deal_id, 1), "D-22");
  EXPECT_EQ(texts(frame, Role::owner), (std::vector<std::string>{"Ada", ""}));
}

TEST(Frame, SurvivesBeingMoved) {
  BatchBuilder deals(Kind::deals);
  deals.words(Role::status, {"won", "lost"}).days(Role::closed, {"2026-01-02", "2026-01-03"});
  Frame frame = deals.frame();
  const Frame moved = std::move(frame);
  EXPECT_EQ(statuses(moved), (std::vector{S::won, S::lost}));
  EXPECT_EQ(moved.day(Role::closed, 1), day("2026-01-03"));
}

TEST(Frame, CutsInstantsIntoDaysDownwards) {
  BatchBuilder history(Kind::stage_history);
  history.instants(Role::entered, {0, 24 * kHour - 1, 24 * kHour, -1, kMissing<int64_t>, table::kUnreadable<int64_t>});
  EXPECT_EQ(days(history.frame(), Role::entered), (std::vector<Day>{0, 0, 1, -1, kNoDay, kBadDay}));
}

TEST(Frame, SharesAreFractionsWhicheverWayTheyAreWritten) {
  BatchBuilder deals(Kind::deals);
  deals.numbers(Role::probability, {20, 100});
  deals.source().columns[0].number.percent = true;
  EXPECT_EQ(deals.frame().number(Role::probability, 0), 200'000);
  deals.source().columns[0].number.percent = false;
  EXPECT_EQ(deals.frame().number(Role::probability, 0), 20'000'000);
}

TEST(Frame, ReadsScoresBetweenComments) {
  BatchBuilder answers(Kind::responses);
  answers.texts(Role::score, {"10", "Very good, thanks", "", "0"});
  const Frame frame = answers.frame();
  EXPECT_EQ(frame.number(Role::score, 0), 10'000'000);
  EXPECT_EQ(frame.number(Role::score, 1), table::kUnreadable<Micros>);
  EXPECT_EQ(frame.number(Role::score, 2), kMissing<Micros>);
  EXPECT_EQ(frame.number(Role::score, 3), 0);
}

TEST(Frame, ReadsFlagsFromWordsAndNumbers) {
  BatchBuilder deals(Kind::deals);
  deals.words(Role::qualified, {"ja", "Nein", "այո", "x", "", "perhaps"}).numbers(Role::is_won, {1, 0, 1, 0, 2, 0});
  const Frame frame = deals.frame();
  const std::vector<int> expected = {1, 0, 1, 1, kNoFlag, table::kUnreadable<int8_t>};
  for (std::size_t row = 0; row < expected.size(); ++row) EXPECT_EQ(frame.flag(Role::qualified, row), expected[row]);
  EXPECT_EQ(frame.flag(Role::is_won, 0), 1);
  EXPECT_EQ(frame.flag(Role::is_won, 1), 0);
}

TEST(DealStatus, ComesFromItsWordsInFourLanguages) {
  BatchBuilder deals(Kind::deals);
  deals.words(Role::status,
              {"Won", "gewonnen", "Gesloten gewonnen", "հաղթած", "closedlost", "VERLOREN", "պարտված", "Offen",
               "openstaand", "բաց", "Abgeschlossen", "Abgeschlossen und gewonnen", "banana", ""});
  EXPECT_EQ(statuses(deals.frame()), (std::vector{S::won, S::won, S::won, S::won, S::lost, S::lost, S::lost, S::open,
                                                  S::open, S::open, S::unknown, S::won, S::unknown, S::unknown}));
}

TEST(DealStatus, FollowsThePlansWordsFirst) {
  BatchBuilder deals(Kind::deals);
  deals.words(Role::status, {"Zugesagt", "won", "lost"});
  deals.meaning(Role::status, "Zugesagt", "won").meaning(Role::status, "won", "open").meaning(Role::status, "lost", "");
  EXPECT_EQ(statuses(deals.frame()), (std::vector{S::won, S::open, S::unknown}));
}

TEST(DealStatus, ComesFromFlagsWithoutAStatusColumn) {
  BatchBuilder deals(Kind::deals);
  deals.flags(Role::is_closed, {1, 1, 0, kNoFlag}).flags(Role::is_won, {1, 0, 0, kNoFlag});
  deals.words(Role::stage, {"Closed Lost", "Closed Won", "Closed Won", "Closed Won"});
  EXPECT_EQ(statuses(deals.frame()), (std::vector{S::won, S::lost, S::open, S::open}));
  EXPECT_TRUE(deals.frame().has(Role::status));
}

TEST(DealStatus, ComesFromWonAndLostFlags) {
  BatchBuilder deals(Kind::deals);
  deals.flags(Role::is_won, {1, 0, 0}).flags(Role::is_lost, {0, 1, 0});
  EXPECT_EQ(statuses(deals.frame()), (std::vector{S::won, S::lost, S::open}));
}

TEST(DealStatus, ComesFromAWonFlagAndTheClosedDay) {
  BatchBuilder deals(Kind::deals);
  deals.flags(Role::is_won, {1, 0, 0}).days(Role::closed, {"2026-01-02", "2026-01-03", ""});
  EXPECT_EQ(statuses(deals.frame()), (std::vector{S::won, S::lost, S::open}));
}

TEST(DealStatus, ComesFromTheStageWhereAWonStageIsKnown) {
  BatchBuilder deals(Kind::deals);
  deals.words(Role::stage, {"Closed Won", "Gesloten verloren", "Erstgespräch", "Closed", ""});
  EXPECT_EQ(statuses(deals.frame()), (std::vector{S::won, S::lost, S::unknown, S::unknown, S::unknown}));
  deals.meaning(Role::status, "Closed Won", "won");
  EXPECT_EQ(statuses(deals.frame()), (std::vector{S::won, S::lost, S::open, S::unknown, S::unknown}));
}

TEST(DealStatus, ComesFromWonAndLostDays) {
  BatchBuilder deals(Kind::deals);
  deals.days(Role::won_date, {"2026-01-02", "", ""}).days(Role::lost_date, {"", "2026-02-03", ""});
  const Frame frame = deals.frame();
  EXPECT_EQ(statuses(frame), (std::vector{S::won, S::lost, S::open}));
  EXPECT_EQ(days(frame, Role::closed), (std::vector{day("2026-01-02"), day("2026-02-03"), kNoDay}));
}

TEST(DealDays, ClosedIsTheDayOfDecidedDealsOnly) {
  BatchBuilder deals(Kind::deals);
  deals.words(Role::status, {"won", "lost", "open", "open", "banana"});
  deals.days(Role::closed, {"2026-01-02", "", "2026-03-04", "", "2026-05-06"});
  const Frame frame = deals.frame();
  EXPECT_EQ(days(frame, Role::closed), (std::vector{day("2026-01-02"), kBadDay, kNoDay, kNoDay, kNoDay}));
  EXPECT_EQ(days(frame, Role::expected_close), (std::vector{kNoDay, kNoDay, day("2026-03-04"), kNoDay, kNoDay}));
}

TEST(DealDays, ExpectedCloseKeepsItsOwnColumn) {
  BatchBuilder deals(Kind::deals);
  deals.words(Role::status, {"won", "open"});
  deals.days(Role::closed, {"2026-01-02", "2026-01-03"}).days(Role::expected_close, {"2026-02-02", "2026-02-03"});
  EXPECT_EQ(days(deals.frame(), Role::expected_close), (std::vector{day("2026-02-02"), day("2026-02-03")}));
}

TEST(DealDays, WonAndLostDaysFillInForAClosedColumn) {
  BatchBuilder deals(Kind::deals);
  deals.words(Role::status, {"won", "lost", "won"});
  deals.days(Role::closed, {"2026-01-01", "", ""}).days(Role::won_date, {"2026-01-02", "2026-01-03", "2026-01-04"});
  deals.days(Role::lost_date, {"", "2026-01-05", ""});
  EXPECT_EQ(days(deals.frame(), Role::closed), (std::vector{day("2026-01-01"), day("2026-01-05"), day("2026-01-04")}));
}

TEST(StageHistory, StagesStandAsTheyAreWritten) {
  BatchBuilder history(Kind::stage_history);
  history.words(Role::stage, {"Purchased", "PURCHASED", "Նոր փուլ", ""});
  EXPECT_EQ(texts(history.frame(), Role::stage), (std::vector<std::string>{"Purchased", "PURCHASED", "Նոր փուլ", ""}));
}

TEST(Questions, HaveTheirWordsOrTheSourcesDefault) {
  BatchBuilder answers(Kind::responses);
  answers.words(Role::question, {"NPS", "Kundenzufriedenheit", "commentary", "?"});
  const Frame frame = answers.frame();
  const std::vector<Question> expected = {Question::nps, Question::csat, Question::other, Question::unknown};
  for (std::size_t row = 0; row < 4; ++row)
    EXPECT_EQ(static_cast<Question>(frame.canonical(Role::question, row)), expected[row]);

  BatchBuilder single(Kind::responses);
  single.numbers(Role::score, {4});
  EXPECT_EQ(static_cast<Question>(single.frame().canonical(Role::question, 0)), Question::nps);
  single.meaning(Role::question, "", "csat");
  EXPECT_EQ(static_cast<Question>(single.frame().canonical(Role::question, 0)), Question::csat);
}

TEST(Targets, NameKpisByTheirIds) {
  BatchBuilder targets(Kind::targets);
  targets.words(Role::kpi_id, {"revenue", "Umsatz", "Սերտ տոկոսադրույք", "Hanggliders"});
  EXPECT_EQ(texts(targets.frame(), Role::kpi_id),
            (std::vector<std::string>{"revenue", "revenue", "close_rate", "Hanggliders"}));
}

TEST(Targets, FollowThePlansNamesFirst) {
  BatchBuilder targets(Kind::targets);
  targets.words(Role::kpi_id, {"Sales", "Verkauf"}).meaning(Role::kpi_id, "Verkauf", "deal_count");
  EXPECT_EQ(texts(targets.frame(), Role::kpi_id), (std::vector<std::string>{"revenue", "deal_count"}));
}

TEST(Currencies, AreTheRowsOwnElseTheSources) {
  BatchBuilder deals(Kind::deals);
  deals.words(Role::currency, {"EUR", "usd", "€", ""});
  deals.source().currency = "CHF";
  const Frame frame = deals.frame();
  EXPECT_EQ(name_of(frame.currency(0)), "EUR");
  EXPECT_EQ(name_of(frame.currency(1)), "USD");
  EXPECT_EQ(name_of(frame.currency(2)), "EUR");
  EXPECT_EQ(name_of(frame.currency(3)), "CHF");
}

TEST(Currencies, AreNamedByThreeLettersOrASign) {
  EXPECT_EQ(name_of(currency_of("amd")), "AMD");
  EXPECT_EQ(name_of(currency_of("€")), "EUR");
  EXPECT_EQ(currency_of(""), 0u);
  EXPECT_EQ(name_of(Currency{0}), "");
}

TEST(Filters, KeepRowsWithOneOfTheValuesOfEveryFilter) {
  BatchBuilder deals(Kind::deals);
  deals.words(Role::owner, {"Ada", "Bo", "Ada", ""}).words(Role::none, {"x", "x", "y", "x"}, "Batch no");
  deals.words(Role::status, {"won", "lost", "won", "won"});
  const auto keep = [&](std::vector<Filter> filters) {
    Plan plan;
    plan.filters = std::move(filters);
    return kept(deals.frame(plan));
  };
  EXPECT_EQ(keep({{"owner", {"Ada"}}}), (std::vector{true, false, true, false}));
  EXPECT_EQ(keep({{"owner", {"Ada", ""}}}), (std::vector{true, false, true, true}));
  EXPECT_EQ(keep({{"owner", {"Ada"}}, {"column:Batch no", {"x"}}}), (std::vector{true, false, false, false}));
  EXPECT_EQ(keep({{"status", {"lost"}}}), (std::vector{false, true, false, false}));
  EXPECT_EQ(keep({{"team", {"North"}}}), (std::vector{false, false, false, false}));
  EXPECT_EQ(keep({{"team", {""}}}), (std::vector{true, true, true, true}));
}

TEST(Dimensions, AreEmptyWhereTheSourceHasNoSuchColumn) {
  BatchBuilder deals(Kind::deals);
  deals.words(Role::owner, {"Ada"}).words(Role::status, {"gewonnen"});
  Plan plan;
  plan.dimensions = {{"team", "Team", Kind::deals}, {"owner", "Owner", Kind::deals}, {"status", "Status", Kind::deals}};
  const Frame frame = deals.frame(plan);
  EXPECT_EQ(frame.dimension(0).codes, nullptr);
  EXPECT_EQ(frame.dimension(1).dictionary->value_of(frame.dimension(1).codes[0]), "Ada");
  EXPECT_EQ(frame.dimension(2).dictionary->value_of(frame.dimension(2).codes[0]), "won");
}

TEST(Amounts, OfDealsNotYetWonAreTheExpectedOnes) {
  BatchBuilder deals(Kind::deals);
  deals.words(Role::status, {"won", "won", "won", "lost", "open", "open", "open"})
      .numbers(Role::expected_amount, {100, 101, 102, 200, 300, 301, 302})
      .numbers(Role::amount, {90, 0, 92, 0, 0, 31, 32});
  const Frame frame = deals.frame();
  const double expected[] = {90, 0, 92, 200, 300, 31, 32};
  for (std::size_t row = 0; row < 7; ++row) {
    EXPECT_EQ(base::to_double(frame.number(Role::amount, row)), expected[row]) << row;
  }
}

TEST(Amounts, AreTheExpectedOnesWhereNoColumnHasOthers) {
  BatchBuilder deals(Kind::deals);
  deals.words(Role::status, {"won", "open"}).numbers(Role::expected_amount, {100, 300});
  EXPECT_TRUE(deals.frame().has(Role::amount));
  EXPECT_EQ(base::to_double(deals.frame().number(Role::amount, 0)), 100);
}

TEST(UnknownValues, AreCountedWithTheirPlaces) {
  BatchBuilder deals(Kind::deals);
  deals.words(Role::status, {"won", "zzz", "", "aaa", "zzz"});
  RowNotes notes({}, deals.source());
  notes.add(deals.frame());
  ASSERT_EQ(notes.issues().list().size(), 1u);
  const Issue& issue = notes.issues().list()[0];
  EXPECT_EQ(issue.code, "value.unknown");
  EXPECT_EQ(issue.subject, "status");
  EXPECT_EQ(issue.count, 3);
  EXPECT_EQ(issue.values.at("raw"), "aaa");
  ASSERT_EQ(issue.places.size(), 3u);
  EXPECT_EQ(issue.places[0].line, 3);
  EXPECT_EQ(issue.places[0].column, 1);
  EXPECT_EQ(issue.places[0].excerpt, "zzz");
}

TEST(UnknownValues, AreNotLookedForInStagesWhenFlagsDecide) {
  BatchBuilder deals(Kind::deals);
  deals.words(Role::stage, {"zzz"}).flags(Role::is_won, {1}).flags(Role::is_closed, {1});
  RowNotes notes({}, deals.source());
  notes.add(deals.frame());
  EXPECT_TRUE(notes.issues().empty());
}

}  // namespace
}  // namespace pegel::dataset::test
