// Real exports under PEGEL_DATA, from bytes to Kind and roles.

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <optional>

#include "dataset/mapping.h"
#include "pegel/engine.h"

namespace pegel::dataset::test {
namespace {

using Roles = std::map<std::string, std::string>;

std::optional<Profile> profile_of(const std::string& name, const SourceChoice& choice = {}) {
  const char* folder = std::getenv("PEGEL_DATA");
  if (folder == nullptr) return std::nullopt;
  std::ifstream in(std::string(folder) + "/" + name, std::ios::binary);
  if (!in) return std::nullopt;
  const std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  const auto* data = reinterpret_cast<const uint8_t*>(bytes.data());
  auto profiled = pegel::profile({name, static_cast<int64_t>(bytes.size()), {data, bytes.size()}}, choice);
  return profiled ? std::optional<Profile>(std::move(*profiled)) : std::nullopt;
}

const Query* query_of(const Profile& profile, std::string_view code) {
  for (const Query& query : profile.queries) {
    if (query.code == code) return &query;
  }
  return nullptr;
}

Roles roles_of(const Profile& profile) {
  Roles roles;
  for (const ColumnProfile& column : profile.columns) {
    if (column.role != Role::none) roles[std::string(name_of(column.role))] = column.name;
  }
  return roles;
}

std::string canonical(const Profile& profile, Role role, std::string_view raw) {
  for (const ValueMapping& value : profile.values) {
    if (value.role == role && value.raw == raw) return value.canonical;
  }
  return "(not listed)";
}

#define PROFILE_OR_SKIP(profile, name)                                       \
  const auto profile##_read = profile_of(name);                              \
  if (!profile##_read) GTEST_SKIP() << "no " << name << " under PEGEL_DATA"; \
  const Profile& profile = *profile##_read

TEST(RealFiles, SalesforceOpportunitiesAreDeals) {
  PROFILE_OR_SKIP(profile, "crm/salesforce_dev_Opportunity.csv");
  ASSERT_EQ(profile.kind, Kind::deals) << profile.kind_guess.reason;
  EXPECT_GE(profile.kind_guess.confidence, kSure);
  EXPECT_EQ(roles_of(profile), (Roles{{"deal_id", "Id"},
                                      {"deal_name", "Name"},
                                      {"customer_id", "AccountId"},
                                      {"stage", "StageName"},
                                      {"amount", "Amount"},
                                      {"probability", "Probability"},
                                      {"closed", "CloseDate"},
                                      {"source", "LeadSource"},
                                      {"is_closed", "IsClosed"},
                                      {"is_won", "IsWon"},
                                      {"created", "CreatedDate"},
                                      {"modified", "LastModifiedDate"}}));
}

TEST(RealFiles, SalesforceOpportunityHistoryIsAStageHistory) {
  PROFILE_OR_SKIP(profile, "crm/salesforce_dev_OpportunityHistory.csv");
  ASSERT_EQ(profile.kind, Kind::stage_history) << profile.kind_guess.reason;
  EXPECT_GE(profile.kind_guess.confidence, kSure);
  const Roles roles = roles_of(profile);
  EXPECT_EQ(roles.at("entity_id"), "OpportunityId");
  EXPECT_EQ(roles.at("stage"), "StageName");
  EXPECT_EQ(roles.at("entered"), "CreatedDate");
}

TEST(RealFiles, SalesforceApiOpportunitiesAreDeals) {
  PROFILE_OR_SKIP(profile, "crm/salesforce_api_opportunity.csv");
  ASSERT_EQ(profile.kind, Kind::deals) << profile.kind_guess.reason;
  const Roles roles = roles_of(profile);
  EXPECT_EQ(roles.at("deal_id"), "id");
  EXPECT_EQ(roles.at("amount"), "amount");
  EXPECT_EQ(roles.at("closed"), "close_date");
  EXPECT_EQ(roles.at("created"), "created_date");
  EXPECT_EQ(roles.at("is_won"), "is_won");
}

TEST(RealFiles, HubSpotDealsAreDeals) {
  PROFILE_OR_SKIP(profile, "crm/hubspot_api_deal.csv");
  ASSERT_EQ(profile.kind, Kind::deals) << profile.kind_guess.reason;
  const Roles roles = roles_of(profile);
  EXPECT_EQ(roles.at("deal_id"), "deal_id");
  EXPECT_EQ(roles.at("stage"), "deal_pipeline_stage_id");
  EXPECT_EQ(roles.at("created"), "property_createdate");
}

TEST(RealFiles, HubSpotStagesAreAStageHistory) {
  PROFILE_OR_SKIP(profile, "crm/hubspot_api_deal_stage.csv");
  ASSERT_EQ(profile.kind, Kind::stage_history) << profile.kind_guess.reason;
  const Roles roles = roles_of(profile);
  EXPECT_EQ(roles.at("entity_id"), "deal_id");
  EXPECT_EQ(roles.at("stage"), "value");
  EXPECT_EQ(roles.at("entered"), "date_entered");
}

TEST(RealFiles, OrdersWithSeveralStatusRowsAreAStageHistory) {
  PROFILE_OR_SKIP(profile, "funnel/pb031_input_01.csv");
  ASSERT_EQ(profile.kind, Kind::stage_history) << profile.kind_guess.reason;
  EXPECT_GE(profile.kind_guess.confidence, kSure);
  EXPECT_EQ(roles_of(profile),
            (Roles{{"entity_id", "Order"}, {"stage", "Status"}, {"entered", "Date"}, {"customer_id", "Customer"}}));
  const auto source = source_of(profile, {});
  ASSERT_TRUE(source);
  std::vector<std::string> ids;
  for (const Dimension& dimension : dimensions_of(*source, profile)) ids.push_back(dimension.id);
  EXPECT_EQ(ids, (std::vector<std::string>{"stage", "customer_id", "column:City"}));
}

TEST(RealFiles, ARecommendQuestionIsNps) {
  for (const char* name : {"nps/pb122_input_01.csv", "nps/pb122_input_02.csv"}) {
    PROFILE_OR_SKIP(profile, name);
    ASSERT_EQ(profile.kind, Kind::responses) << profile.kind_guess.reason;
    EXPECT_GE(profile.kind_guess.confidence, kSure);
    EXPECT_EQ(roles_of(profile).at("score"), "How likely are you to recommend this airline?");
    EXPECT_EQ(roles_of(profile).at("customer_id"), "CustomerID");
    EXPECT_EQ(canonical(profile, Role::question, ""), "nps");
    EXPECT_EQ(query_of(profile, "nps.scale"), nullptr);
  }
}

TEST(RealFiles, OfSeveralRatingsTheFirstIsTheScore) {
  for (const char* name : {"nps/pb040_input_01.csv", "nps/pb040_input_02.csv"}) {
    PROFILE_OR_SKIP(profile, name);
    ASSERT_EQ(profile.kind, Kind::responses) << profile.kind_guess.reason;
    const Roles roles = roles_of(profile);
    EXPECT_EQ(roles.at("score"), "On a scale of 0-10, how would you rate Sudzilla?");
    EXPECT_EQ(roles.at("at"), "Timestamp");
    EXPECT_EQ(roles.at("comment"), "...why?");
    EXPECT_EQ(profile.columns[1].role_guess.runner_up, "On a scale of 0-10, how would you rate the opening keynote?");
    EXPECT_EQ(canonical(profile, Role::question, ""), "nps");
  }
}

TEST(RealFiles, LongSurveyFilesTellTheirQuestions) {
  PROFILE_OR_SKIP(profile, "nps/nps_long_pt.csv");
  ASSERT_EQ(profile.kind, Kind::responses) << profile.kind_guess.reason;
  const Roles roles = roles_of(profile);
  EXPECT_EQ(roles.at("response_id"), "answer_id");
  EXPECT_EQ(roles.at("at"), "answer_datetime");
  EXPECT_EQ(roles.at("question"), "question_category");
  EXPECT_EQ(roles.at("score"), "answer_content");
  EXPECT_EQ(canonical(profile, Role::question, "NPS"), "nps");
}

TEST(RealFiles, QualtricsIsRecognisedByItsThreeHeaderRows) {
  PROFILE_OR_SKIP(profile, "nps/qualtrics_german_3row.csv");
  ASSERT_EQ(profile.kind, Kind::responses) << profile.kind_guess.reason;
  ASSERT_NE(query_of(profile, "map.missing"), nullptr);
  EXPECT_EQ(query_of(profile, "map.missing")->values, (std::vector<std::string>{"score"}));
}

TEST(RealFiles, RoundNumbersAQuarterAreTargetsOfTheStore) {
  PROFILE_OR_SKIP(profile, "partners/pb043_input_02.csv");
  EXPECT_EQ(profile.kind, Kind::targets);
  EXPECT_GE(profile.kind_guess.confidence, kSure);
  EXPECT_EQ(query_of(profile, "wide.table"), nullptr);
  EXPECT_EQ(query_of(profile, "map.missing"), nullptr);
  EXPECT_EQ(roles_of(profile), (Roles{{"scope_id", "Location"}}));
  ASSERT_EQ(profile.wide.columns.size(), 4u);
  EXPECT_EQ(profile.wide.columns[0].role, Role::target);
}

TEST(RealFiles, UnevenNumbersAMonthAreWhatWasReached) {
  PROFILE_OR_SKIP(profile, "partners/pb043_input_01.csv");
  EXPECT_EQ(profile.kind, Kind::targets) << profile.kind_guess.reason;
  EXPECT_EQ(profile.wide.columns.size(), 12u);
  EXPECT_EQ(profile.wide.columns[0].role, Role::actual);
  ASSERT_NE(query_of(profile, "wide.table"), nullptr);
  EXPECT_EQ(query_of(profile, "kind.unsure"), nullptr);
}

struct Read {
  const char* file;
  Kind kind;
  Roles roles;  ///< among those it has
};

TEST(RealFiles, OfEveryKindAreRecognised) {
  const Read files[] = {
      {"crm/salesforce_dev_Lead.csv",
       Kind::leads,
       {{"lead_id", "Id"},
        {"lead_status", "Status"},
        {"converted", "IsConverted"},
        {"converted_at", "ConvertedDate"},
        {"source", "LeadSource"}}},
      {"crm/salesforce_dev_Account.csv",
       Kind::customers,
       {{"customer_id", "Id"}, {"name", "Name"}, {"region", "BillingState"}}},
      {"orders/jaffle_orders.csv",
       Kind::orders,
       {{"order_id", "id"}, {"customer_id", "user_id"}, {"at", "order_date"}, {"order_status", "status"}}},
      {"orders/jaffle_customers.csv", Kind::customers, {{"customer_id", "id"}, {"name", "last_name"}}},
      {"orders/pb037_input_01.csv",
       Kind::orders,
       {{"customer_id", "Customer ID"}, {"product", "Product Type"}, {"returned", "Return"}}},
      {"orders/pb037_input_06.csv", Kind::orders, {{"returned", "Return"}}},
      {"tickets/pb281_input_01.csv",
       Kind::tickets,
       {{"ticket_id", "Complaint ID"},
        {"opened", "Date Received"},
        {"resolved", "Date Resolved"},
        {"ticket_status", "Response to Consumer"},
        {"product_id", "Product ID"}}},
      {"tickets/zendesk_api_ticket.csv",
       Kind::tickets,
       {{"ticket_id", "id"}, {"opened", "created_at"}, {"owner", "assignee_id"}, {"ticket_status", "status"}}},
      {"eu/aw_internetsales_decimalcomma_20110123.csv",
       Kind::orders,
       {{"order_id", "SalesOrderNumber"},
        {"line_id", "SalesOrderLineNumber"},
        {"customer_id", "CustomerKey"},
        {"product_id", "ProductKey"},
        {"qty", "OrderQuantity"},
        {"amount", "SalesAmount"},
        {"at", "OrderDate"},
        {"cost", "TotalProductCost"}}},
  };
  for (const Read& file : files) {
    PROFILE_OR_SKIP(profile, file.file);
    EXPECT_EQ(name_of(profile.kind), name_of(file.kind)) << file.file << ": " << profile.kind_guess.reason;
    const Roles roles = roles_of(profile);
    for (const auto& [role, column] : file.roles) {
      EXPECT_TRUE(roles.count(role) != 0 && roles.at(role) == column) << file.file << ": " << role;
    }
  }
}

TEST(RealFiles, ComplaintsAreComplaintsWhateverTheyAreAbout) {
  PROFILE_OR_SKIP(profile, "tickets/pb281_input_01.csv");
  EXPECT_EQ(canonical(profile, Role::ticket_kind, ""), "complaint");
}

TEST(RealFiles, OfNoKindAreNotRead) {
  for (const char* file :
       {"orders/jaffle_payments.csv", "orders/cdnow_sample.txt", "partners/pb043_input_03.csv",
        "orders/pb037_truth_output_01.csv", "funnel/pb031_truth_output_01.csv", "funnel/pb031_truth_output_04.csv"}) {
    PROFILE_OR_SKIP(profile, file);
    EXPECT_EQ(name_of(profile.kind), "none") << file << ": " << profile.kind_guess.reason;
    EXPECT_FALSE(profile.kind_guess.reason.empty());
  }
  PROFILE_OR_SKIP(payments, "orders/jaffle_payments.csv");
  EXPECT_NE(payments.kind_guess.reason.find("payments"), std::string::npos) << payments.kind_guess.reason;
}

}  // namespace
}  // namespace pegel::dataset::test
