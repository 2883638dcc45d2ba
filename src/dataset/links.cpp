#include "dataset/links.h"

#include <algorithm>

#include "dataset/frame.h"
#include "dataset/frame_read.h"
#include "dataset/kind.h"
#include "dataset/mapping.h"

namespace pegel::dataset {

namespace {

using Roles = Few<Role, 8>;

constexpr Roles kOfCustomer{Role::segment, Role::region,        Role::source,
                            Role::channel, Role::channel_class, Role::campaign};
constexpr Roles kOfPartner{Role::tier, Role::region, Role::segment};
constexpr Roles kOfProduct{Role::product_line};
constexpr Roles kOfMember{Role::team, Role::region};
constexpr Roles kOfLead{Role::first_contact, Role::source,  Role::channel, Role::channel_class,
                        Role::campaign,      Role::segment, Role::region,  Role::customer_id};
constexpr Roles kOfDeal{Role::owner,  Role::team,    Role::partner_id, Role::customer_id,
                        Role::source, Role::channel, Role::region,     Role::product};
constexpr Roles kOfOrder{Role::channel, Role::region, Role::customer_id};

constexpr Link customer(Kind from) {
  return {from, Role::customer_id, Kind::customers, Role::customer_id, kOfCustomer, true};
}
constexpr Link partner(Kind from) {
  return {from, Role::partner_id, Kind::partners, Role::partner_id, kOfPartner, true};
}
constexpr Link product_id(Kind from) {
  return {from, Role::product_id, Kind::products, Role::product_id, kOfProduct, true};
}
constexpr Link product(Kind from) { return {from, Role::product, Kind::products, Role::product_id, kOfProduct, true}; }
constexpr Link member(Kind from, Role key = Role::owner) {
  return {from, key, Kind::members, Role::owner, kOfMember, true};
}

constexpr Link kLinks[] = {
    {Kind::activities, Role::lead_id, Kind::leads, Role::lead_id, kOfLead},
    customer(Kind::activities),
    partner(Kind::activities),
    product(Kind::activities),
    member(Kind::activities),
    customer(Kind::carts),
    {Kind::content_events, Role::deal_id, Kind::deals, Role::deal_id, kOfDeal},
    customer(Kind::content_events),
    product(Kind::content_events),
    member(Kind::content_events),
    product_id(Kind::costs),
    product(Kind::costs),
    partner(Kind::customers),
    member(Kind::customers),
    {Kind::deals, Role::lead_id, Kind::leads, Role::lead_id, kOfLead},
    customer(Kind::deals),
    partner(Kind::deals),
    product(Kind::deals),
    member(Kind::deals),
    customer(Kind::invoices),
    partner(Kind::invoices),
    product(Kind::invoices),
    member(Kind::invoices),
    customer(Kind::leads),
    {Kind::leads, Role::lead_id, Kind::deals, Role::lead_id, {Role::customer_id}, false, true},
    partner(Kind::leads),
    product(Kind::leads),
    member(Kind::leads),
    customer(Kind::orders),
    partner(Kind::orders),
    {Kind::orders, Role::distributor_id, Kind::distributors, Role::distributor_id, {Role::rank, Role::region}, true},
    product_id(Kind::orders),
    product(Kind::orders),
    member(Kind::orders, Role::seller_id),
    {Kind::quotes, Role::deal_id, Kind::deals, Role::deal_id, kOfDeal},
    customer(Kind::quotes),
    partner(Kind::quotes),
    product(Kind::quotes),
    member(Kind::quotes),
    customer(Kind::responses),
    partner(Kind::responses),
    product(Kind::responses),
    member(Kind::responses),
    {Kind::returns, Role::order_id, Kind::orders, Role::order_id, kOfOrder},
    customer(Kind::returns),
    product_id(Kind::returns),
    product(Kind::returns),
    {Kind::stage_history, Role::entity_id, Kind::deals, Role::deal_id, kOfDeal},
    {Kind::stage_history, Role::entity_id, Kind::leads, Role::lead_id},
    customer(Kind::stage_history),
    partner(Kind::stage_history),
    member(Kind::stage_history),
    {Kind::tickets, Role::order_id, Kind::orders, Role::order_id, kOfOrder},
    customer(Kind::tickets),
    product_id(Kind::tickets),
    product(Kind::tickets),
    member(Kind::tickets),
};

/// Of a role of days, the role that the lending files have it as.
Role lender_role(Role role) { return role == Role::first_contact ? Role::created : role; }

bool is_lent(const Link& link, const std::string& column) {
  if (column.starts_with("column:")) return link.lends_others;
  return std::any_of(link.lends.begin(), link.lends.end(),
                     [&](Role role) { return name_of(lender_role(role)) == column; });
}

bool may_have(Kind kind, Role role) {
  const KindTable* table = table_of(kind);
  return table != nullptr &&
         std::any_of(table->roles.begin(), table->roles.end(), [&](const RoleSpec& spec) { return spec.role == role; });
}

/// A column that a file can lend.
struct Offer {
  std::string column;
  Role role = Role::none;  ///< that the borrowing rows may take it as
  std::string label;
};

// Days and customers are lent whatever they are; other columns where their own file would show them.
bool is_always_lent(Role role) { return type_of(role) == RoleType::date || role == Role::customer_id; }

std::vector<Offer> offers_of(const Link& link, const Source& lender, const Profile& profile) {
  std::vector<Offer> offers;
  const auto label = [&](const std::string& name) { return name + " (" + lender.file + ")"; };
  for (const Role role : link.lends) {
    const SourceColumn* own = is_always_lent(role) ? column_with(lender, lender_role(role)) : nullptr;
    if (own != nullptr) offers.push_back({std::string(name_of(lender_role(role))), role, label(own->name)});
  }
  for (const Dimension& dimension : dimensions_of(lender, profile)) {
    if (!is_lent(link, dimension.id)) continue;
    offers.push_back({dimension.id, role_named(dimension.id).value_or(Role::none), label(dimension.label)});
  }
  return offers;
}

// Lists of customers, partners or people describe others' rows; of other files it is asked who, and where from.
bool is_asked_of(const Link& link, Role role) {
  return link.lends_others || role == Role::owner || role == Role::team || role == Role::source ||
         role == Role::channel;
}

/// What one Source borrows.
class Borrower {
 public:
  explicit Borrower(Source& source) : source_(source), own_(source) {}

  void take(const Link& link, const Offer& offer, std::vector<Dimension>& worth_showing) {
    LentColumn column{link.key, link.to, link.id, offer.column, Role::none, offer.label};
    const bool lacks = offer.role != Role::none && !provides(own_, offer.role);
    if (lacks && may_have(source_.kind, offer.role) && lent_as(source_, offer.role) == nullptr)
      column.role = offer.role;
    const bool days = type_of(offer.role) == RoleType::date;
    if (is_always_lent(offer.role) && column.role == Role::none) return;
    const std::string id = dimension_id(column);
    const bool known = std::any_of(source_.lent.begin(), source_.lent.end(),
                                   [&](const LentColumn& other) { return dimension_id(other) == id; });
    if (known) return;
    const bool says_more = offer.role == Role::none || !provides(source_, offer.role);
    if (says_more && !days && is_asked_of(link, offer.role))
      add_dimensions(worth_showing, {{id, column.label, source_.kind}});
    source_.lent.push_back(std::move(column));
  }

 private:
  Source& source_;
  const Source own_;  // without what is lent
};

bool holds(const std::vector<Source>& sources, Kind kind, Role id) {
  return std::any_of(sources.begin(), sources.end(),
                     [&](const Source& source) { return source.kind == kind && column_with(source, id) != nullptr; });
}

}  // namespace

std::span<const Link> links() { return kLinks; }

std::vector<SourceLink> links_of(const Plan& plan) {
  std::vector<SourceLink> list;
  if (plan.sources.size() < 2) return list;
  for (std::size_t s = 0; s < plan.sources.size(); ++s) {
    const Source& source = plan.sources[s];
    for (const Link& link : kLinks) {
      const bool named = link.from == source.kind && column_with(source, link.key) != nullptr;
      if (named && holds(plan.sources, link.to, link.id)) list.push_back({s, &link});
    }
  }
  return list;
}

std::vector<Dimension> lend_columns(std::vector<Source>& sources, std::span<const Profile> profiles) {
  std::vector<Dimension> worth_showing;
  for (Source& source : sources) {
    Borrower borrower(source);
    for (const Link& link : kLinks) {
      if (link.from != source.kind || column_with(source, link.key) == nullptr) continue;
      for (std::size_t s = 0; s < sources.size(); ++s) {
        if (sources[s].kind != link.to || column_with(sources[s], link.id) == nullptr) continue;
        for (const Offer& offer : offers_of(link, sources[s], profiles[s])) borrower.take(link, offer, worth_showing);
      }
    }
  }
  return worth_showing;
}

std::optional<Problem> problem_of(const Source& source, const LentColumn& column) {
  const auto link = std::find_if(std::begin(kLinks), std::end(kLinks), [&](const Link& each) {
    return each.from == source.kind && each.key == column.key && each.to == column.from && each.id == column.id;
  });
  const std::string kind(name_of(source.kind));
  if (link == std::end(kLinks) || column_with(source, column.key) == nullptr) {
    return Problem{"lent_kind", {{"kind", std::string(name_of(column.from))}}};
  }
  if (!is_lent(*link, column.column)) return Problem{"lent_nothing", {{"word", column.column}}};
  if (column.role == Role::none) {
    const auto role = role_named(column.column);
    if (role && type_of(*role) == RoleType::date) return Problem{"day_lent", {}};
    return std::nullopt;
  }
  if (column.column != name_of(lender_role(column.role))) return Problem{"lent_role", {}};
  if (!may_have(source.kind, column.role)) {
    return Problem{"role_other", {{"word", std::string(name_of(column.role))}, {"kind", kind}}};
  }
  if (column_with(source, column.role) != nullptr) return Problem{"lent_own", {}};
  return std::nullopt;
}

}  // namespace pegel::dataset
