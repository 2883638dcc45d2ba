// What every Kind's table must hold, and the lookups over them.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "dataset/kind.h"
#include "dataset/mapping.h"

namespace pegel::dataset::test {
namespace {

TEST(Roles, AreFoundByTheirNames) {
  for (std::size_t r = 1; r < kRoleCount; ++r) {
    const auto role = static_cast<Role>(r);
    EXPECT_EQ(role_named(name_of(role)), role) << name_of(role);
  }
  EXPECT_EQ(name_of(Role::none), "");
  EXPECT_FALSE(role_named(""));
  EXPECT_FALSE(role_named("nothing"));
  EXPECT_EQ(type_of(Role::amount), RoleType::money);
  EXPECT_EQ(type_of(Role::status), RoleType::canonical);
}

TEST(Kinds, AreFoundByTheirNames) {
  for (const KindTable* table : kinds()) {
    EXPECT_EQ(kind_named(name_of(table->kind)), table->kind);
    EXPECT_EQ(table_of(table->kind), table);
  }
  EXPECT_EQ(kind_named("none"), Kind::none);
  EXPECT_FALSE(kind_named("payments"));
  EXPECT_EQ(table_of(Kind::none), nullptr);
}

TEST(Kinds, NameARoleOnce) {
  for (const KindTable* table : kinds()) {
    std::set<Role> roles;
    for (const RoleSpec& role : table->roles) EXPECT_TRUE(roles.insert(role.role).second) << name_of(role.role);
    for (const RoleSet set : table->one_of) {
      for (const Role role : set) EXPECT_TRUE(roles.count(role)) << name_of(role);
    }
    EXPECT_TRUE(table->identity == Role::none || roles.count(table->identity));
    EXPECT_FALSE(table->row.empty());
  }
}

// The same header may serve two roles of different types: "Closed" is a day or a flag.
TEST(Kinds, GiveAHeaderToOneRoleOfAType) {
  for (const KindTable* table : kinds()) {
    std::map<std::pair<RoleType, std::string>, Role> owners;
    for (const RoleSpec& role : table->roles) {
      for (const std::string_view header : role.headers) {
        const auto [it, fresh] = owners.emplace(std::pair{type_of(role.role), compact(header)}, role.role);
        EXPECT_TRUE(fresh || it->second == role.role) << header << " of " << name_of(role.role) << " and "
                                                      << name_of(it->second) << " in " << name_of(table->kind);
      }
    }
  }
}

TEST(Kinds, GiveAWordOneMeaning) {
  for (const KindTable* table : kinds()) {
    std::map<std::pair<Role, std::string>, std::string_view> meanings;
    for (const ValueSpec& value : table->values) {
      for (const std::string_view word : value.words) {
        const auto [it, fresh] = meanings.emplace(std::pair{value.role, compact(word)}, value.canonical);
        EXPECT_TRUE(fresh || it->second == value.canonical) << word << ": " << it->second << " and " << value.canonical;
      }
    }
  }
}

TEST(Kinds, MapTheirWordsToCanonicalValuesOfTheirRoles) {
  for (const KindTable* table : kinds()) {
    for (const ValueSpec& value : table->values) {
      const bool of_the_kind = std::any_of(table->roles.begin(), table->roles.end(),
                                           [&](const RoleSpec& role) { return role.role == value.role; });
      EXPECT_TRUE(of_the_kind) << name_of(table->kind) << ": " << name_of(value.role);
      const bool over = value.canonical == "closed" || value.canonical == "deleted";
      EXPECT_TRUE(over || value.role == Role::kpi_id || canonical_code(value.role, value.canonical) != 0)
          << name_of(table->kind) << ": " << value.canonical;
    }
  }
}

TEST(Kinds, HaveWordsThatStandOnceInALiteral) {
  const Words words = "Deal ID|Opportunity ID|";
  std::vector<std::string_view> read;
  for (const std::string_view word : words) read.push_back(word);
  EXPECT_EQ(read, (std::vector<std::string_view>{"Deal ID", "Opportunity ID"}));
  EXPECT_FALSE(Words().begin() != Words().end());
}

TEST(Canonical, CodesAreThePositionsOfTheEnumerations) {
  EXPECT_EQ(canonical_code(Role::question, "driver"), static_cast<uint8_t>(Question::driver));
  EXPECT_EQ(canonical_code(Role::lead_status, "disqualified"), static_cast<uint8_t>(LeadStatus::disqualified));
  EXPECT_EQ(canonical_code(Role::activity_type, "other"), static_cast<uint8_t>(ActivityType::other));
  EXPECT_EQ(canonical_code(Role::reason, "other"), static_cast<uint8_t>(Reason::other));
  EXPECT_EQ(canonical_code(Role::quote_status, "expired"), static_cast<uint8_t>(QuoteStatus::expired));
  EXPECT_EQ(canonical_code(Role::order_status, "returned"), static_cast<uint8_t>(OrderStatus::returned));
  EXPECT_EQ(canonical_code(Role::return_kind, "change"), static_cast<uint8_t>(ReturnKind::change));
  EXPECT_EQ(canonical_code(Role::ticket_kind, "defect"), static_cast<uint8_t>(TicketKind::defect));
  EXPECT_EQ(canonical_code(Role::ticket_status, "resolved"), static_cast<uint8_t>(TicketStatus::resolved));
  EXPECT_EQ(canonical_code(Role::payment_status, "cancelled"), static_cast<uint8_t>(PaymentStatus::cancelled));
  EXPECT_EQ(canonical_code(Role::channel_class, "owned"), static_cast<uint8_t>(ChannelClass::owned));
  EXPECT_EQ(canonical_code(Role::spend_kind, "other"), static_cast<uint8_t>(SpendKind::other));
  EXPECT_EQ(canonical_code(Role::cost_type, "interest"), static_cast<uint8_t>(CostType::interest));
  EXPECT_EQ(canonical_code(Role::actor, "customer"), static_cast<uint8_t>(Actor::customer));
  EXPECT_EQ(canonical_code(Role::action, "rated"), static_cast<uint8_t>(Action::rated));
  EXPECT_EQ(canonical_code(Role::mode, "points_change"), static_cast<uint8_t>(TargetMode::points_change));
  EXPECT_EQ(canonical_code(Role::status, "won"), static_cast<uint8_t>(Status::won));
  EXPECT_EQ(canonical_code(Role::status, "lost"), static_cast<uint8_t>(Status::lost));
  EXPECT_EQ(canonical_code(Role::question, "ces"), static_cast<uint8_t>(Question::ces));
  EXPECT_EQ(canonical_code(Role::status, "nps"), 0);
  EXPECT_EQ(canonical_code(Role::owner, "won"), 0);
  for (uint8_t code = 1; code < 4; ++code)
    EXPECT_EQ(canonical_code(Role::status, canonical_name(Role::status, code)), code);
  EXPECT_EQ(canonical_name(Role::status, 9), "");
}

TEST(Canonical, WordsThatTellAreThoseThatFilesOfOtherKindsHardlyHold) {
  EXPECT_TRUE(tells(Role::status, "won"));
  EXPECT_FALSE(tells(Role::status, "open"));
  EXPECT_FALSE(tells(Role::status, "closed"));
  EXPECT_TRUE(tells(Role::quote_status, "rejected"));
  EXPECT_FALSE(tells(Role::quote_status, "sent"));
  EXPECT_FALSE(tells(Role::ticket_status, "resolved"));
  EXPECT_FALSE(tells(Role::owner, "won"));
}

TEST(Canonical, WordsIgnoreCaseAndPunctuation) {
  const KindTable& deals = *table_of(Kind::deals);
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"closedwon", "won"},
      {"Closed Won", "won"},
      {"CLOSED-WON", "won"},
      {"Gewonnen", "won"},
      {"gesloten gewonnen", "won"},
      {"հաղթած", "won"},
      {"Abgeschlossen und gewonnen", "won"},
      {"Verloren", "lost"},
      {"պարտված", "lost"},
      {"Closed Lost", "lost"},
      {"Gesloten verloren", "lost"},
      {"offen", "open"},
      {"Բաց", "open"},
      {"Negotiation/Review", "open"},
      {"Abgeschlossen", "closed"},
      {"Gesloten", "closed"},
      {"Closed - lost to competitor", "lost"},
      {"Closed Lost – price", "lost"},
      {"Verloren (Preis)", "lost"},
      {"Won - renewal", "won"},
      {"Abgeschlossen gewonnen", "won"},
      {"Afgesloten, gewonnen deal", "won"},
      {"Verlies", "lost"},
      {"Gesloten: verloren aan concurrent", "lost"},
      {"Կորցրած", "lost"},
      {"Փակված - կորցրած (գին)", "lost"},
      {"7 - Closed", "closed"},
      {"Not won", "closed"},
      {"Nicht verloren", "closed"},
      {"Won/Lost", "closed"},
      {"Wonderful", ""},
      {"Verlosung", ""},
      {"banana", ""},
  };
  for (const auto& [raw, expected] : cases) EXPECT_EQ(canonical_of(deals, Role::status, raw), expected) << raw;
}

TEST(Canonical, ScopesOfTargetsAreKnownInFourLanguagesAndAnyCase) {
  const KindTable& targets = *table_of(Kind::targets);
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"company", "company"},      {"Company", "company"},  {"UNTERNEHMEN", "company"},
      {"Firma", "company"},        {"gesamt", "company"},   {"bedrijf", "company"},
      {"ընկերություն", "company"}, {"Person", "person"},    {"Mitarbeiter", "person"},
      {"verkoper", "person"},      {"աշխատակից", "person"}, {"TEAM", "team"},
      {"Afdeling", "team"},        {"թիմ", "team"},         {"Vertriebspartner", "partner"},
      {"գործընկեր", "partner"},    {"Produkt", "product"},  {"ապրանք", "product"},
      {"Kanaal", "channel"},       {"ալիք", "channel"},     {"galaxy", ""},
  };
  for (const auto& [raw, expected] : cases) EXPECT_EQ(canonical_of(targets, Role::scope_type, raw), expected) << raw;
}

TEST(Canonical, WordsOfEveryKindAreKnownInFourLanguages) {
  struct Word {
    Kind kind;
    Role role;
    std::string_view raw;
    std::string_view canonical;
  };
  const Word words[] = {
      {Kind::leads, Role::lead_status, "Closed - Converted", "converted"},
      {Kind::leads, Role::lead_status, "Open - Not Contacted", "open"},
      {Kind::leads, Role::lead_status, "Umgewandelt", "converted"},
      {Kind::leads, Role::lead_status, "vervallen", "disqualified"},
      {Kind::leads, Role::lead_status, "Որակավորված", "qualified"},
      {Kind::activities, Role::activity_type, "Call (inbound)", "call_in"},
      {Kind::activities, Role::activity_type, "Kundenbesuch", "visit"},
      {Kind::activities, Role::activity_type, "uitgaand gesprek", "call_out"},
      {Kind::activities, Role::activity_type, "մուտքային զանգ", "call_in"},
      {Kind::activities, Role::reason, "Preisanfrage", "price"},
      {Kind::quotes, Role::quote_status, "abgelehnt", "rejected"},
      {Kind::quotes, Role::quote_status, "verlopen", "expired"},
      {Kind::quotes, Role::quote_status, "ընդունված", "accepted"},
      {Kind::quotes, Role::quote_status, "afgesloten", "accepted"},
      {Kind::orders, Role::order_status, "partially_refunded", "returned"},
      {Kind::orders, Role::order_status, "storniert", "cancelled"},
      {Kind::orders, Role::order_status, "առաքված", "completed"},
      {Kind::returns, Role::return_kind, "Umtausch", "exchange"},
      {Kind::returns, Role::return_kind, "wijzigingen", "change"},
      {Kind::returns, Role::return_kind, "վերադարձ", "return"},
      {Kind::tickets, Role::ticket_kind, "Reklamation", "claim"},
      {Kind::tickets, Role::ticket_kind, "klachten", "complaint"},
      {Kind::tickets, Role::ticket_kind, "բողոք", "complaint"},
      {Kind::tickets, Role::ticket_status, "Closed with Explanation", "resolved"},
      {Kind::tickets, Role::ticket_status, "spam", "deleted"},
      {Kind::invoices, Role::payment_status, "überfällig", "overdue"},
      {Kind::invoices, Role::payment_status, "չվճարված", "open"},
      {Kind::spend, Role::spend_kind, "Gehälter", "salary"},
      {Kind::spend, Role::channel_class, "Paid Search", "paid"},
      {Kind::costs, Role::cost_type, "Kostprijs verkopen", "cogs"},
      {Kind::costs, Role::cost_type, "Zinsaufwand", "interest"},
      {Kind::content_events, Role::action, "geöffnet", "opened"},
      {Kind::responses, Role::question, "driver_price", "driver"},
      {Kind::responses, Role::question, "cli_repurchase", "cli_repurchase"},
      {Kind::responses, Role::question, "Produktqualität", "driver"},
      {Kind::responses, Role::question, "Produktpreis", "driver"},
      {Kind::responses, Role::question, "Productprijs", "driver"},
      {Kind::responses, Role::question, "Reactievermogen", "driver"},
      {Kind::targets, Role::mode, "Prozentpunkte", "points_change"},
      {Kind::targets, Role::direction, "lower is better", "down"},
  };
  for (const Word& word : words) {
    EXPECT_EQ(canonical_of(*table_of(word.kind), word.role, word.raw), word.canonical) << word.raw;
  }
}

TEST(Canonical, MistranslatedNamesAreKnown) {
  const KindTable& targets = *table_of(Kind::targets);
  EXPECT_EQ(canonical_of(targets, Role::kpi_id, "ingediende budgetten"), "quotes_submitted");
  EXPECT_EQ(canonical_of(targets, Role::kpi_id, "afgesloten budgetten"), "quotes_closed");
  EXPECT_EQ(canonical_of(targets, Role::kpi_id, "verlaten karren"), "cart_abandonment_count");
  EXPECT_EQ(canonical_of(targets, Role::kpi_id, "aantal wijzigingen"), "goods_exchange_rate");
  EXPECT_EQ(canonical_of(targets, Role::kpi_id, "klachten en klachten"), "complaint_count");
  EXPECT_EQ(canonical_of(targets, Role::kpi_id, "Bezoeken door reclamespots"), "ad_visits");
  EXPECT_EQ(canonical_of(targets, Role::kpi_id, "սերտ տոկոսադրույք"), "close_rate");
  EXPECT_EQ(canonical_of(targets, Role::kpi_id, "սերտ տեմպ"), "close_rate");
  EXPECT_EQ(canonical_of(targets, Role::kpi_id, "հանգույցների քանակը"), "deal_count");
  EXPECT_EQ(canonical_of(targets, Role::kpi_id, "հանձնաժողովներ"), "partner_commission");
}

}  // namespace
}  // namespace pegel::dataset::test
