#include "dataset/mapping.h"

#include <gtest/gtest.h>

#include "dataset/header_table.h"

namespace pegel::dataset::test {
namespace {

constexpr std::string_view kDeals =
    "Deal-ID|i; Betrag|n; Status|c=gewonnen,verloren,Zugesagt; Erstellt am|d; Abgeschlossen am|d; Besitzer|c; "
    "Sparte|c; "
    "Notiz|t; Gelöscht|b";

Profile mapped(std::string_view line, const SourceChoice& choice = {}) {
  HeaderFile file = header_file(line);
  map(file.profile, file.raw_counts, choice);
  return file.profile;
}

const ColumnProfile& column(const Profile& profile, std::string_view name) {
  for (const ColumnProfile& each : profile.columns) {
    if (each.name == name) return each;
  }
  throw std::out_of_range(std::string(name));
}

const Query* query_of(const Profile& profile, std::string_view code) {
  for (const Query& query : profile.queries) {
    if (query.code == code) return &query;
  }
  return nullptr;
}

const ValueMapping* value_of(const Profile& profile, Role role, std::string_view raw) {
  for (const ValueMapping& value : profile.values) {
    if (value.role == role && value.raw == raw) return &value;
  }
  return nullptr;
}

const SourceColumn* column(const Source& source, std::string_view name) {
  for (const SourceColumn& each : source.columns) {
    if (each.name == name) return &each;
  }
  return nullptr;
}

std::vector<std::string> choices_of(const Query& query) {
  std::vector<std::string> choices;
  for (const Option& option : query.options) choices.push_back(option.choice);
  return choices;
}

TEST(Normalise, FoldsCaseAccentsBlanksAndPunctuation) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"  Close   Date* ", "close date"},
      {"CloseDate", "close date"},
      {"close_date", "close date"},
      {"Ümläut-Größe", "umlaut grosse"},
      {"Potentiële klant", "potentiele klant"},
      {"Order #", "order nr"},
      {"#", "nr"},
      {"OpportunityID", "opportunity id"},
      {"Probability (%)", "probability"},
      {"ԳՈՒՄԱՐ", "գումար"},
      {"Որքանո՞վ", "որքանով"},
      {"և", "եւ"},
      {"ДАТА закрытия", "дата закрытия"},
      {"\xEF\xBB\xBFId", "id"},
      {"\xFFx", "x"},
      {"--", ""},
      {"Q4 2026", "q4 2026"},
      {"Don't", "dont"},
      {"Ångström", "angstrom"},
      {"ŁÓDŹ", "lodz"},
  };
  for (const auto& [raw, expected] : cases) EXPECT_EQ(normalise(raw), expected) << raw;
}

TEST(Normalise, CompactReadsUmlautsWrittenAsTwoLetters) {
  EXPECT_EQ(compact("Währung"), compact("Waehrung"));
  EXPECT_EQ(compact("Geschätzter Umsatz"), compact("geschaetzter_umsatz"));
  EXPECT_NE(compact("Betrag"), compact("Beitrag"));
}

TEST(Normalise, CompactReadsEveryWordForANumber) {
  for (const std::string_view name : {"Auftrags-Nr.", "Auftragsnummer", "Auftrags #", "Auftrags No."})
    EXPECT_EQ(compact(name), "auftragsnr") << name;
  EXPECT_EQ(compact("Order Number"), compact("order_no"));
  EXPECT_NE(compact("No"), compact("Number"));  // an answer, too
}

TEST(Mapping, GivesEachRoleAReasonAndAConfidence) {
  const Profile profile = mapped(kDeals);
  ASSERT_EQ(profile.kind, Kind::deals);
  EXPECT_EQ(column(profile, "Betrag").role, Role::amount);
  EXPECT_GE(column(profile, "Betrag").role_guess.confidence, 0.95);
  EXPECT_EQ(column(profile, "Betrag").role_guess.reason, "header 'Betrag' is a known name of amount");
  EXPECT_EQ(column(profile, "Notiz").role, Role::none);
  EXPECT_TRUE(column(profile, "Notiz").role_guess.reason.empty());
}

TEST(Mapping, ListsValuesWithTheirMeaningAndRows) {
  const Profile profile = mapped(kDeals);
  EXPECT_EQ(value_of(profile, Role::status, "gewonnen")->canonical, "won");
  EXPECT_EQ(value_of(profile, Role::status, "verloren")->canonical, "lost");
  EXPECT_EQ(value_of(profile, Role::status, "Zugesagt")->canonical, "");
  EXPECT_EQ(value_of(profile, Role::status, "Zugesagt")->rows, 13);
}

TEST(Mapping, StagesStandForAStatusThatIsNotThere) {
  const Profile profile = mapped("Deal-ID|i; Betrag|n; Phase|c=Gewonnen,Verloren,Erstgespräch,Abgeschlossen");
  EXPECT_EQ(value_of(profile, Role::status, "Gewonnen")->canonical, "won");
  EXPECT_EQ(value_of(profile, Role::status, "Erstgespräch")->canonical, "open");
  EXPECT_EQ(value_of(profile, Role::status, "Abgeschlossen")->canonical, "");
}

TEST(Mapping, AWordForNobodyIsNoCustomer) {
  const std::string_view known = "Score|n=0,5,10; Email|c=ann@x.com,anonymous,bob@x.com; Timestamp|m";
  EXPECT_EQ(column(mapped(known), "Email").role, Role::customer_id);
  EXPECT_EQ(column(mapped("Score|n=0,5,10; Email|c=anonymous; Timestamp|m"), "Email").role, Role::none);
}

TEST(Mapping, ATellingHeaderComesBeforeOneThatAnyFileHas) {
  const Profile profile = mapped("ID|i; Auftragsnr|i; Kunde|t; Auftragsdatum|d; Betrag|n");
  EXPECT_EQ(column(profile, "Auftragsnr").role, Role::order_id);
  EXPECT_EQ(column(mapped("Partner Name|i; Partner Tier|c; Partner Since|d"), "Partner Name").role, Role::partner_id);
}

TEST(Mapping, ASystemSaysWhatItsHeadersMean) {
  const Profile profile = mapped("Name|i; Financial Status|c=paid; Created at|m; Subtotal|n; Lineitem name|c; Id|i");
  EXPECT_EQ(column(profile, "Name").role, Role::order_id);
  EXPECT_EQ(column(profile, "Id").role, Role::none);
}

TEST(Mapping, AQuestionBelowTheNamesTellsWhatTheyAsk) {
  HeaderFile file = header_file("Q1|n=0,5,10; Q2|t; RecordedDate|m");
  EXPECT_EQ(file.profile.kind, Kind::none);
  file.profile.columns[0].label = "How likely are you to recommend us to a friend?";
  file.profile.columns[1].label = "What is the primary reason for your score?";
  map(file.profile, file.raw_counts, {});
  EXPECT_EQ(file.profile.kind, Kind::responses);
  EXPECT_EQ(file.profile.columns[0].role, Role::score);
  EXPECT_EQ(file.profile.columns[1].role, Role::comment);
}

TEST(Mapping, ANumberIsNeverTakenForADate) {
  const Profile profile = mapped("Deal ID|i; Status|c=won,lost; Amount|n; Close Date|n; Created|t");
  EXPECT_EQ(column(profile, "Close Date").role, Role::none);
  EXPECT_EQ(column(profile, "Created").role, Role::none);
}

TEST(Mapping, AWordForAmountIsNotTakenForADiscount) {
  const Profile profile = mapped("Deal ID|i; Status|c=won,lost; Close Date|d; Discount Amount|n");
  EXPECT_EQ(column(profile, "Discount Amount").role, Role::none);
}

TEST(Mapping, SharesOverOneAreMarkedAsPerCent) {
  EXPECT_TRUE(
      column(mapped("Deal ID|i; Status|c=won,lost; Amount|n; Probability|n=0,10,100"), "Probability").number.percent);
  EXPECT_FALSE(
      column(mapped("Deal ID|i; Status|c=won,lost; Amount|n; Probability|n=0,0.1,1"), "Probability").number.percent);
}

TEST(Mapping, IsTheSameWhenMadeTwice) {
  HeaderFile file = header_file(kDeals);
  map(file.profile, file.raw_counts, {});
  const std::size_t queries = file.profile.queries.size();
  const std::size_t values = file.profile.values.size();
  map(file.profile, file.raw_counts, {});
  EXPECT_EQ(file.profile.queries.size(), queries);
  EXPECT_EQ(file.profile.values.size(), values);
}

TEST(MappingChoice, WinsOverWhatTheHeadersSay) {
  SourceChoice choice;
  choice.roles = {{"Besitzer", "team"}, {"Sparte", "product"}, {"Erstellt am", ""}};
  choice.values = {{"status", {{"Zugesagt", "won"}, {"neu", "open"}}}};
  const Profile profile = mapped(kDeals, choice);
  EXPECT_EQ(column(profile, "Besitzer").role, Role::team);
  EXPECT_EQ(column(profile, "Besitzer").role_guess.confidence, 1);
  EXPECT_EQ(column(profile, "Besitzer").role_guess.reason, "chosen");
  EXPECT_EQ(column(profile, "Sparte").role, Role::product);
  EXPECT_EQ(column(profile, "Erstellt am").role, Role::none);
  EXPECT_EQ(value_of(profile, Role::status, "Zugesagt")->canonical, "won");
  EXPECT_EQ(value_of(profile, Role::status, "neu")->canonical, "open");
}

TEST(MappingChoice, OfAKindIsTakenAndAsksForWhatIsMissing) {
  SourceChoice choice;
  choice.kind = Kind::responses;
  const Profile profile = mapped("Name|t; Wert A|n; Wert B|n; Ort|c", choice);
  EXPECT_EQ(profile.kind, Kind::responses);
  EXPECT_EQ(profile.kind_guess.confidence, 1);
  ASSERT_NE(query_of(profile, "map.missing"), nullptr);
  EXPECT_EQ(query_of(profile, "map.missing")->values, std::vector<std::string>{"score"});
  EXPECT_EQ(choices_of(*query_of(profile, "map.missing")), (std::vector<std::string>{"", "Wert A", "Wert B"}));
  EXPECT_EQ(query_of(profile, "kind.unsure"), nullptr);
}

TEST(MappingChoice, OfNoKindIsTaken) {
  SourceChoice choice;
  choice.kind = Kind::none;
  const Profile profile = mapped(kDeals, choice);
  EXPECT_EQ(profile.kind, Kind::none);
  EXPECT_EQ(column(profile, "Betrag").role, Role::none);
}

TEST(MappingQuery, AsksForTheKindWhenLittleSpeaksForIt) {
  const Profile profile = mapped("Product|c; Rating|n=1,3,5; Price|n");
  ASSERT_NE(query_of(profile, "kind.unsure"), nullptr) << profile.kind_guess.reason;
  const Query& query = *query_of(profile, "kind.unsure");
  EXPECT_EQ(choices_of(query), (std::vector<std::string>{"responses", "none"}));
  ASSERT_EQ(query.values.size(), query.options[0].readings.size());
  EXPECT_EQ(query.values[0], "Product");
  EXPECT_EQ(query.options[0].readings[0], "product");
}

TEST(MappingQuery, AsksForTheKindWhenItsMainColumnIsNotThere) {
  const Profile profile = mapped("Deal ID|i; Amount|n; Close Date|d; Owner|c; Note|c=x,y");
  EXPECT_EQ(profile.kind, Kind::none);
  ASSERT_NE(query_of(profile, "kind.unsure"), nullptr) << profile.kind_guess.reason;
  EXPECT_EQ(choices_of(*query_of(profile, "kind.unsure")), (std::vector<std::string>{"none", "deals"}));
}

TEST(MappingQuery, AsksForADayThatCouldBeAnything) {
  const Profile profile = mapped("Klant|t; Bedrag|n; Gewonnen?|b; Datum|d");
  ASSERT_EQ(profile.kind, Kind::deals);
  ASSERT_NE(query_of(profile, "map.missing"), nullptr);
  EXPECT_EQ(query_of(profile, "map.missing")->values, std::vector<std::string>{"closed"});
  EXPECT_EQ(choices_of(*query_of(profile, "map.missing")), (std::vector<std::string>{"", "Datum"}));
}

TEST(Mapping, ADealNumberMakesAStatusOfUnknownWordsADeals) {
  const Profile profile = mapped("Deal-ID|i; Betrag|n; Status|c=Zugesagt,Abgelehnt,Wartet; Erstellt am|d");
  EXPECT_EQ(profile.kind, Kind::deals);
  EXPECT_EQ(column(profile, "Status").role, Role::status);
  EXPECT_LT(column(profile, "Status").role_guess.confidence, kSure);
}

TEST(Mapping, OfTwoQuestionsEachIsTheScoreOfItsOwn) {
  const Profile profile =
      mapped("Zeitstempel|m; Wie zufrieden sind Sie mit uns?|n=1,3,5; Würden Sie uns weiterempfehlen?|n=0,5,10");
  ASSERT_EQ(profile.kind, Kind::responses);
  EXPECT_EQ(profile.wide.over, "question");
  ASSERT_EQ(profile.wide.columns.size(), 2u);
  EXPECT_EQ(profile.wide.columns[0].answers, "csat:1-5");
  EXPECT_EQ(profile.wide.columns[1].answers, "nps");
}

TEST(Mapping, OfTwoQuestionsLeftTogetherTheRecommendationIsTheScore) {
  SourceChoice choice;
  choice.wide = "";
  const Profile profile = mapped(
      "Zeitstempel|m; Wie zufrieden sind Sie mit uns?|n=1,3,5; Würden Sie uns weiterempfehlen?|n=0,5,10", choice);
  ASSERT_EQ(profile.kind, Kind::responses);
  EXPECT_EQ(column(profile, "Würden Sie uns weiterempfehlen?").role, Role::score);
  EXPECT_EQ(column(profile, "Würden Sie uns weiterempfehlen?").role_guess.runner_up, "Wie zufrieden sind Sie mit uns?");
}

struct Scale {
  std::string_view score;
  std::string_view question;
  bool asked;
};

// 40 answers each, spread evenly over the values.
TEST(MappingQuery, AsksForTheScaleOfAnswersThatStartAtOneStayLowOrLeaveIt) {
  const Scale cases[] = {
      {"NPS|n=0,1,2,3,4,5", "unsure", true},
      {"NPS|n=1,2,3,4,5", "unsure", true},
      {"NPS|n=1,3,5,7", "unsure", true},
      {"NPS (0-10)|n=1,3,5", "nps", false},
      {"Würden Sie uns weiterempfehlen?|n=1,2,5", "unsure", true},
      {"Zou u ons aanbevelen?|n=2,3,4", "unsure", true},
      {"Hoe waarschijnlijk is het dat u ons aanbeveelt?|n=0,5,10", "nps", false},
      {"Wie wahrscheinlich ist es, dass Sie uns weiterempfehlen?|n=0,5,10", "nps", false},
      {"Որքանո՞վ է հավանական, որ մեզ խորհուրդ կտաք|n=0,5,10", "nps", false},
      {"How likely are you to recommend us?|n=0,5,10", "nps", false},
      {"How likely are you to recommend us?|n=1,5,9,10", "unsure", true},
      {"How likely are you to recommend us?|n=1,2,3,4,5,6,7,8,9,10", "nps", true},
      {"How likely are you to recommend us?|n=0,50,100", "unsure", true},
      {"How likely are you to recommend us?|n=7,8,10", "nps", false},
      {"Score|n=1,2,3,4,5", "csat", false},
      {"Score|n=0,2,9,10", "nps", false},
      {"Score|n=12,60,95", "other", false},
      {"CSAT|n=1,5,7", "csat", false},
      {"Customer effort: how easy was it to handle your request?|n=1,4,7", "ces", false},
  };
  for (const Scale& scale : cases) {
    const Profile profile = mapped("Response ID|i; Submitted|d; " + std::string(scale.score));
    ASSERT_EQ(profile.kind, Kind::responses) << scale.score;
    ASSERT_NE(value_of(profile, Role::question, ""), nullptr) << scale.score;
    EXPECT_EQ(value_of(profile, Role::question, "")->canonical, scale.question) << scale.score;
    EXPECT_EQ(query_of(profile, "nps.scale") != nullptr, scale.asked) << scale.score;
  }
}

TEST(MappingQuery, ShowsTheScaleItSaw) {
  const Profile profile =
      mapped("Response ID|i; Submitted|d; How likely are you to recommend us?|n=1,2,3,4,5,6,7,8,9,10");
  const Query& query = *query_of(profile, "nps.scale");
  EXPECT_EQ(query.column, 2);
  EXPECT_EQ(query.values, (std::vector<std::string>{"1", "10"}));
  EXPECT_EQ(choices_of(query), (std::vector<std::string>{"nps", "csat:1-10", "ces:1-10", "other"}));
  EXPECT_EQ(query.options[0].readings, (std::vector<std::string>{"-100", "+100"}));
  EXPECT_EQ(query.options[1].readings, (std::vector<std::string>{"0 %", "100 %"}));
}

TEST(MappingQuery, ComputesNoNpsOfAnUnsureScaleUnasked) {
  const Profile profile = mapped("Response ID|i; Submitted|d; NPS|n=1,2,3,4,5");
  EXPECT_EQ(choices_of(*query_of(profile, "nps.scale")),
            (std::vector<std::string>{"", "nps", "csat:1-5", "ces:1-5", "other"}));
  EXPECT_EQ(profile.scale.most, 0);
}

TEST(MappingChoice, OfAScaleSaysWhatTheScoresAnswer) {
  struct Case {
    const char* choice;
    const char* question;
    int least, most;
  };
  for (const Case& c : {Case{"nps", "nps", 0, 10},
                        {"csat:1-5", "csat", 1, 5},
                        {"ces:1-7", "ces", 1, 7},
                        {"nps:1-5", "nps", 1, 5},
                        {"other", "other", 0, 0}}) {
    SourceChoice choice;
    choice.scale = c.choice;
    const std::string_view line = "Response ID|i; Submitted|d; NPS|n=1,2,3,4,5";
    const Profile profile = mapped(line, choice);
    EXPECT_EQ(query_of(profile, "nps.scale"), nullptr) << c.choice;
    for (const auto& source : {source_of(profile, choice), source_of(mapped(line), choice)}) {
      ASSERT_TRUE(source) << c.choice;
      EXPECT_EQ(source->values.at(0).canonical, c.question);
      EXPECT_EQ(source->scale.least, c.least) << c.choice;
      EXPECT_EQ(source->scale.most, c.most) << c.choice;
    }
  }
}

TEST(Mapping, ReadsCsatOnTheSmallestScaleThatHoldsIt) {
  const std::pair<const char*, int> cases[] = {{"CSAT|n=1,2,5", 5}, {"CSAT|n=1,5,7", 7}, {"CSAT|n=2,9,10", 10}};
  for (const auto& [score, most] : cases) {
    const Profile profile = mapped("Response ID|i; Submitted|d; " + std::string(score));
    EXPECT_EQ(profile.scale.least, 1) << score;
    EXPECT_EQ(profile.scale.most, most) << score;
  }
}

TEST(MappingQuery, NamesColumnsThatSpreadOneThing) {
  const Profile stages = mapped(
      "Record ID|i; Deal Stage|c=closedwon,closedlost; Amount|n; Date entered \"Offer (Sales)\"|m; Date entered \"Won "
      "(Sales)\"|m");
  ASSERT_NE(query_of(stages, "wide.table"), nullptr);
  EXPECT_EQ(query_of(stages, "wide.table")->column, 3);
  for (const std::string_view line :
       {"Filiale|c; Januar|n; Februar|n; März|n", "Store|c; 2026-01|n; 2026-02|n; 2026-03|n",
        "Vestiging|c; K1|n; K2|n; K3|n; K4|n", "Store|c; Month 1 2019|n; Month 2 2019|n; Month 3 2019|n",
        "Store|c; 2021|n; 2022|n; 2023|n", "Խանութ|c; Հունվար|n; Փետրվար|n; Մարտ|n", "Store|c; KW 1|n; KW 2|n; KW 3|n",
        "Store|c; Jan 26|n; Feb 26|n; Mar 26|n"}) {
    const Profile profile = mapped(line);
    ASSERT_NE(query_of(profile, "wide.table"), nullptr) << line;
    EXPECT_EQ(profile.kind, Kind::targets) << line;
    EXPECT_EQ(query_of(profile, "wide.table")->values.size(), 3u) << line;
    EXPECT_EQ(choices_of(*query_of(profile, "wide.table")), (std::vector<std::string>{"actual", "target", ""})) << line;
  }
}

TEST(MappingChoice, OfAWideTableSaysWhatItsCellsAre) {
  const std::string_view line = "Store|c; Jan 26|n=17,18; Feb 26|n=19,21; Mar 26|n=22,23";
  for (const char* cells : {"target", "actual", ""}) {
    SourceChoice choice;
    choice.wide = cells;
    for (const auto& source : {source_of(mapped(line, choice), choice), source_of(mapped(line), choice)}) {
      ASSERT_TRUE(source) << cells;
      EXPECT_EQ(source->kind, *cells == '\0' ? Kind::none : Kind::targets) << cells;
      ASSERT_EQ(source->wide.columns.size(), *cells == '\0' ? 0u : 3u) << cells;
      if (*cells == '\0') continue;
      EXPECT_EQ(source->wide.columns[1].cells, (std::vector<std::string>{"2026-02-01", "2026-02-28"}));
      EXPECT_EQ(name_of(source->columns[1].role), cells);
      EXPECT_EQ(source->columns[1].index, source->wide.columns[1].to);
    }
  }
}

TEST(Mapping, OfSeveralScopesTheOneThatTellsMostApartIsTheTargets) {
  const Profile profile = mapped("Region|c=North,South; Store|t; Q1|n=1000,2000; Q2|n=1000,3000; Q3|n=1000,4000");
  ASSERT_EQ(profile.kind, Kind::targets);
  EXPECT_EQ(column(profile, "Store").role, Role::scope_id);
  EXPECT_EQ(column(profile, "Region").role, Role::none);
}

TEST(Mapping, TargetsWithoutAKpiAreOfTheOneTheirHeaderNamesElseAsked) {
  const Profile named = mapped("Medewerker|c; Omzet|n; Doel|n; Maand|d");
  EXPECT_EQ(value_of(named, Role::kpi_id, "")->canonical, "revenue");
  EXPECT_EQ(query_of(named, "target.kpi"), nullptr);
  const Profile bare = mapped("Owner|c; Target|n; Month|d");
  ASSERT_EQ(bare.kind, Kind::targets);
  ASSERT_NE(query_of(bare, "target.kpi"), nullptr);
  EXPECT_EQ(choices_of(*query_of(bare, "target.kpi")), (std::vector<std::string>{"revenue", "deal_count", ""}));
}

TEST(MappingQuery, DoesNotTakeOrdinaryColumnsForMonths) {
  const Profile profile =
      mapped("Deal ID|i; Status|c=won,lost; Amount|n; Margin|n; Market share|n; Seats|n; June target|n");
  EXPECT_EQ(query_of(profile, "wide.table"), nullptr);
}

TEST(SourceOf, ReadsEveryRoleAsItsTypeWants) {
  const Profile profile =
      mapped("Deal ID|n; Status|c=won,lost; Amount|n; Closed|d; Created|m; Owner ID|i; Won|b; Sector name|c; Notes|t");
  const auto source = source_of(profile, {});
  ASSERT_TRUE(source);
  EXPECT_EQ(source->width, 9);
  EXPECT_EQ(column(*source, "Deal ID")->type, ColumnType::id);
  EXPECT_EQ(column(*source, "Status")->type, ColumnType::category);
  EXPECT_EQ(column(*source, "Amount")->type, ColumnType::number);
  EXPECT_EQ(column(*source, "Closed")->type, ColumnType::date);
  EXPECT_EQ(column(*source, "Created")->type, ColumnType::instant);
  EXPECT_EQ(column(*source, "Owner ID")->type, ColumnType::category);
  EXPECT_EQ(column(*source, "Won")->type, ColumnType::boolean);
  ASSERT_NE(column(*source, "Sector name"), nullptr);
  EXPECT_EQ(column(*source, "Sector name")->role, Role::none);
  EXPECT_EQ(column(*source, "Notes"), nullptr);
}

TEST(SourceOf, KeepsScoresBetweenCommentsAsWords) {
  const Profile profile =
      mapped("answer_id|i; question_category|c=NPS,commentary; answer_content|t=10,3,fine; answered_at|m");
  const auto source = source_of(profile, {});
  ASSERT_TRUE(source);
  ASSERT_NE(column(*source, "answer_content"), nullptr);
  EXPECT_EQ(column(*source, "answer_content")->role, Role::score);
  EXPECT_EQ(column(*source, "answer_content")->type, ColumnType::text);
}

TEST(SourceOf, FollowsTheChoice) {
  SourceChoice choice;
  choice.roles = {{"Sparte", "amount"}, {"Besitzer", ""}};
  choice.number = {{"Betrag", ","}};
  choice.date = {{"Erstellt am", "mdy"}};
  choice.values = {{"status", {{"Zugesagt", "won"}}}};
  choice.currency = "CHF";
  const auto source = source_of(mapped(kDeals), choice);
  ASSERT_TRUE(source);
  EXPECT_EQ(column(*source, "Sparte")->role, Role::amount);
  EXPECT_EQ(column(*source, "Betrag"), nullptr);
  EXPECT_EQ(column(*source, "Erstellt am")->date.order, DateOrder::mdy);
  EXPECT_EQ(source->currency, "CHF");
  for (const ValueMapping& value : source->values) {
    EXPECT_TRUE(value.raw != "Zugesagt" || value.canonical == "won");
  }
}

TEST(SourceOf, MapsAnewForAnotherKind) {
  SourceChoice choice;
  choice.kind = Kind::stage_history;
  const auto source = source_of(mapped("Deal ID|i; Stage|c=Closed Won,Closed Lost; Created Date|d; Amount|n"), choice);
  ASSERT_TRUE(source);
  EXPECT_EQ(source->kind, Kind::stage_history);
  EXPECT_EQ(column(*source, "Deal ID")->role, Role::entity_id);
  EXPECT_EQ(column(*source, "Created Date")->role, Role::entered);
}

TEST(SourceOf, TakesTheCurrencyOfTheAmountsHeader) {
  EXPECT_EQ(source_of(mapped("Deal ID|i; Status|c=won,lost; Betrag (EUR)|n"), {})->currency, "EUR");
  EXPECT_EQ(source_of(mapped("Deal ID|i; Status|c=won,lost; Betrag|n"), {})->currency, "");
}

TEST(Map, SamplesOfRatesNameEveryCurrencyInOrder) {
  const Profile rates =
      mapped("date|d|at; from|c=USD,GBP,SEK,NOK,CHF,AMD,PLN|from_currency; to|c=EUR|to_currency; rate|n|rate");
  ASSERT_EQ(rates.kind, Kind::fx);
  EXPECT_EQ(column(rates, "from").samples, (std::vector<std::string>{"AMD", "CHF", "GBP", "NOK", "PLN", "SEK", "USD"}));
  EXPECT_EQ(column(rates, "to").samples, (std::vector<std::string>{"EUR"}));
}

TEST(SourceOf, RefusesNamesThatAreNotThere) {
  const Profile profile = mapped(kDeals);
  const auto code = [&](const SourceChoice& choice) {
    const auto source = source_of(profile, choice);
    if (source) return std::string();
    for (const auto& [name, value] : source.error().values) {
      EXPECT_NE(source.error().text.find(value), std::string::npos) << name << ": " << source.error().text;
    }
    EXPECT_FALSE(source.error().values.empty());
    return source.error().code;
  };
  SourceChoice choice;
  choice.roles = {{"No such column", "amount"}};
  EXPECT_EQ(code(choice), "plan.column");
  choice.roles = {{"Betrag", "no_such_role"}};
  EXPECT_EQ(code(choice), "plan.role");
  choice.roles = {{"Betrag", "score"}};
  EXPECT_EQ(code(choice), "plan.role");
  choice.roles = {};
  choice.date = {{"No such column", "dmy"}};
  EXPECT_EQ(code(choice), "plan.column");
  choice.date = {};
  choice.values = {{"status", {{"Zugesagt", "maybe"}}}};
  EXPECT_EQ(code(choice), "plan.value");
}

TEST(SourceOf, AProfileOfNoKindHasNoColumns) {
  const auto source = source_of(mapped("Station|c; Wasserstand|n"), {});
  ASSERT_TRUE(source);
  EXPECT_EQ(source->kind, Kind::none);
  EXPECT_TRUE(source->columns.empty());
}

TEST(Dimensions, AreTheKindsRolesThenOtherCategories) {
  const Profile profile = mapped(
      "Deal ID|i; Zone|c; Region|c; Status|c=won,lost; Amount|n; Owner|c; Constant|c=x; Deleted|b; Remarks|t; "
      "Account|t; Segment ID|i");
  const auto source = source_of(profile, {});
  ASSERT_TRUE(source);
  std::vector<std::string> ids;
  for (const Dimension& dimension : dimensions_of(*source, profile)) ids.push_back(dimension.id);
  EXPECT_EQ(ids, (std::vector<std::string>{"owner", "customer_id", "region", "column:Zone"}));
}

}  // namespace
}  // namespace pegel::dataset::test
