// What every Kind's table must hold, and the lookups over them.

#include <gtest/gtest.h>

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
  EXPECT_FALSE(kind_named("quotes"));
  EXPECT_EQ(table_of(Kind::none), nullptr);
}

TEST(Kinds, NameARoleOnce) {
  for (const KindTable* table : kinds()) {
    std::set<Role> roles;
    for (const RoleSpec& role : table->roles) EXPECT_TRUE(roles.insert(role.role).second) << name_of(role.role);
    for (const auto& set : table->one_of) {
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

TEST(Canonical, CodesAreThePositionsOfTheEnumerations) {
  EXPECT_EQ(canonical_code(Role::status, "won"), static_cast<uint8_t>(Status::won));
  EXPECT_EQ(canonical_code(Role::status, "lost"), static_cast<uint8_t>(Status::lost));
  EXPECT_EQ(canonical_code(Role::question, "ces"), static_cast<uint8_t>(Question::ces));
  EXPECT_EQ(canonical_code(Role::status, "nps"), 0);
  EXPECT_EQ(canonical_code(Role::owner, "won"), 0);
  for (uint8_t code = 1; code < 4; ++code)
    EXPECT_EQ(canonical_code(Role::status, canonical_name(Role::status, code)), code);
  EXPECT_EQ(canonical_name(Role::status, 9), "");
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

TEST(Canonical, MistranslatedArmenianNamesAreKnown) {
  const KindTable& targets = *table_of(Kind::targets);
  EXPECT_EQ(canonical_of(targets, Role::kpi_id, "սերտ տոկոսադրույք"), "close_rate");
  EXPECT_EQ(canonical_of(targets, Role::kpi_id, "սերտ տեմպ"), "close_rate");
  EXPECT_EQ(canonical_of(targets, Role::kpi_id, "հանգույցների քանակը"), "deal_count");
  EXPECT_EQ(canonical_of(targets, Role::kpi_id, "հանձնաժողովներ"), "partner_commission");
}

}  // namespace
}  // namespace pegel::dataset::test
