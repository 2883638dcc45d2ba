#include "dataset/links.h"

#include <algorithm>

#include "dataset/frame.h"
#include "dataset/frame_read.h"
#include "dataset/header_period.h"
#include "dataset/kind.h"
#include "dataset/mapping.h"
#include "dataset/reached.h"

namespace pegel::dataset {

namespace {

using Roles = Few<Role, 9>;

constexpr Roles kOfCustomer{Role::segment, Role::region,        Role::source,
                            Role::channel, Role::channel_class, Role::campaign};
constexpr Roles kOfPartner{Role::tier, Role::region, Role::segment};
constexpr Roles kOfProduct{Role::product_line};
constexpr Roles kOfMember{Role::team, Role::region};
constexpr Roles kOfLead{Role::first_contact, Role::source,  Role::channel, Role::channel_class,
                        Role::campaign,      Role::segment, Role::region,  Role::customer_id};
constexpr Roles kOfDeal{Role::owner,   Role::team,   Role::partner_id, Role::customer_id, Role::source,
                        Role::channel, Role::region, Role::product,    Role::segment};
constexpr Roles kOfOrder{Role::channel, Role::source, Role::region, Role::customer_id, Role::segment};

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
constexpr Link of_line(Link link) {
  link.of_line = true;
  return link;
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
    {Kind::leads, Role::lead_id, Kind::deals, Role::lead_id, {Role::customer_id, Role::converted_at}, false, true},
    partner(Kind::leads),
    product(Kind::leads),
    member(Kind::leads),
    customer(Kind::orders),
    partner(Kind::orders),
    {Kind::orders, Role::distributor_id, Kind::distributors, Role::distributor_id, {Role::rank, Role::region}, true},
    of_line(product_id(Kind::orders)),
    of_line(product(Kind::orders)),
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
Role lender_role(Role role) { return role == Role::first_contact || role == Role::converted_at ? Role::created : role; }

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

// Lists of customers, partners or people describe others' rows; of other files it is asked who, where from and of which
// segment.
bool is_asked_of(const Link& link, Role role) {
  return link.lends_others || role == Role::owner || role == Role::team || role == Role::source ||
         role == Role::channel || role == Role::segment;
}

bool lends(const Link& link, Role role) {
  return std::find(link.lends.begin(), link.lends.end(), role) != link.lends.end();
}

bool is_its_own(const Way& way, Role role) {
  for (std::size_t l = 0; l + 1 < way.size(); ++l) {
    if (!lends(*way[l], role) && !lends(*way[l], way[l + 1]->key)) return false;
  }
  return true;
}

bool goes_on(const Way& way, const Link& link) {
  const Link& last = *way[way.size() - 1];
  const bool known = std::any_of(way.begin(), way.end(), [&](const Link* each) { return each->from == link.to; });
  return way.size() < kLongestWay && last.to == link.from && !last.onward && !link.onward && !link.of_line && !known;
}

LentColumn column_over(const Way& way, const Offer& offer) {
  LentColumn column;
  const Link& last = *way[way.size() - 1];
  column.key = way[0]->key;
  for (std::size_t l = 0; l + 1 < way.size(); ++l) column.via.push_back({way[l]->to, way[l]->id, way[l + 1]->key});
  column.from = last.to;
  column.id = last.id;
  column.column = offer.column;
  column.label = offer.label;
  return column;
}

// A file that says whether it was reached needs no other's word for the day.
bool says_itself(const Source& own, Role day) {
  return provides(own, day) || std::any_of(std::begin(kReached), std::end(kReached), [&](const Reached& each) {
           return each.kind == own.kind && each.day == day && (provides(own, each.status) || provides(own, each.flag));
         });
}

/// What one Source borrows.
class Borrower {
 public:
  explicit Borrower(Source& source) : source_(source), own_(source) {}

  void take(const Way& way, const Offer& offer, std::vector<Dimension>& worth_showing) {
    LentColumn column = column_over(way, offer);
    const bool lacks = offer.role != Role::none && !says_itself(own_, offer.role);
    if (lacks && is_its_own(way, offer.role) && may_have(source_.kind, offer.role) &&
        lent_as(source_, offer.role) == nullptr)
      column.role = offer.role;
    const bool days = type_of(offer.role) == RoleType::date;
    if (is_always_lent(offer.role) && column.role == Role::none) return;
    const std::string id = dimension_id(column);
    const bool known = std::any_of(source_.lent.begin(), source_.lent.end(), [&](const LentColumn& other) {
      return dimension_id(other) == id || (other.from == column.from && other.column == column.column);
    });
    if (known) return;
    const bool says_more = offer.role == Role::none || !provides(source_, offer.role);
    const bool asked = is_asked_of(*way[way.size() - 1], offer.role) && (way.size() == 1 || offer.role != Role::none);
    if (says_more && !days && asked) add_dimensions(worth_showing, {{id, column.label, source_.kind}});
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

bool has_both_ends(const std::vector<Source>& sources, const Link& link) {
  return holds(sources, link.from, link.key) && holds(sources, link.to, link.id);
}

/// Those over the rows of the Sources, the shortest first, then as links() lists them.
std::vector<Way> ways_from(const Source& source, const std::vector<Source>& sources) {
  std::vector<Way> ways;
  for (const Link& link : kLinks) {
    if (link.from != source.kind || column_with(source, link.key) == nullptr) continue;
    if (holds(sources, link.to, link.id)) ways.push_back({&link});
  }
  for (std::size_t w = 0; w < ways.size(); ++w) {
    for (const Link& link : kLinks) {
      if (!goes_on(ways[w], link) || !has_both_ends(sources, link)) continue;
      Way longer = ways[w];
      longer.add(&link);
      ways.push_back(longer);
    }
  }
  return ways;
}

const Link* link_named(Kind from, Role key, Kind to, Role id) {
  const auto link = std::find_if(std::begin(kLinks), std::end(kLinks), [&](const Link& each) {
    return each.from == from && each.key == key && each.to == to && each.id == id;
  });
  return link == std::end(kLinks) ? nullptr : link;
}

}  // namespace

std::span<const Link> links() { return kLinks; }

std::optional<Way> way_of(Kind kind, const LentColumn& column) {
  Way way;
  Role key = column.key;
  for (std::size_t step = 0; step <= column.via.size(); ++step) {
    const bool last = step == column.via.size();
    const Link* link = last ? link_named(kind, key, column.from, column.id)
                            : link_named(kind, key, column.via[step].kind, column.via[step].id);
    if (link == nullptr || (step > 0 && !goes_on(way, *link))) return std::nullopt;
    way.add(link);
    kind = link->to;
    if (!last) key = column.via[step].key;
  }
  return way;
}

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
    for (const Way& way : ways_from(source, sources)) {
      const Link& last = *way[way.size() - 1];
      for (std::size_t s = 0; s < sources.size(); ++s) {
        if (sources[s].kind != last.to || column_with(sources[s], last.id) == nullptr) continue;
        for (const Offer& offer : offers_of(last, sources[s], profiles[s])) borrower.take(way, offer, worth_showing);
      }
    }
  }
  return worth_showing;
}

bool has_unread_stages(const Source& source) {
  return source.kind == Kind::deals &&
         std::any_of(source.assumed.begin(), source.assumed.end(), [](const Assumption& assumed) {
           return assumed.code == "wide.table" && assumed.choice.empty() && !stage_in(assumed.subject).stage.empty();
         });
}

std::optional<Problem> problem_of(const Source& source, const LentColumn& column) {
  const auto way = way_of(source.kind, column);
  const std::string kind(name_of(source.kind));
  if (!way || column_with(source, column.key) == nullptr) {
    return Problem{"lent_kind", {{"kind", std::string(name_of(column.from))}}};
  }
  if (!is_lent(*(*way)[way->size() - 1], column.column)) return Problem{"lent_nothing", {{"word", column.column}}};
  if (column.role == Role::none) {
    const auto role = role_named(column.column);
    if (role && type_of(*role) == RoleType::date) return Problem{"day_lent", {}};
    return std::nullopt;
  }
  if (column.column != name_of(lender_role(column.role))) return Problem{"lent_role", {}};
  if (!is_its_own(*way, column.role)) return Problem{"lent_on", {}};
  if (!may_have(source.kind, column.role)) {
    return Problem{"role_other", {{"word", std::string(name_of(column.role))}, {"kind", kind}}};
  }
  if (column_with(source, column.role) != nullptr) return Problem{"lent_own", {}};
  return std::nullopt;
}

}  // namespace pegel::dataset
