#pragma once
// What the KPIs of orders share: a row is an order or a line of one.

#include "kpis/measure.h"

namespace pegel::kpis {

/// All but the cancelled ones; where no status is known, all.
constexpr Condition kOrdered = is(Role::order_status, Use::other_type, OrderStatus::unknown, OrderStatus::open,
                                  OrderStatus::completed, OrderStatus::returned);
constexpr Condition kCosted = numbered(Role::cost, Use::no_cost);
constexpr Condition kPriced = numbered(Role::amount, Use::no_amount);
constexpr Condition kHasOrder = given(Role::order_id, Use::no_entity);
constexpr Condition kHasCustomer = given(Role::customer_id, Use::no_customer);
constexpr Condition kHasDistributor = given(Role::distributor_id, Use::no_distributor);
constexpr Condition kSold = positive(Role::amount, Use::no_amount);

/// Of orders that are followed for 30 days, those old enough.
constexpr Condition kIsOver = over(Role::at, 30);
constexpr Measure kFollowedOrders{
    .name = "orders", .take = Take::id, .of = Role::order_id, .where = {kOrdered, kHasOrder, kIsOver}};
/// Orders of which something came back like this, whenever it did.
constexpr Measure of_kind(std::string_view name, ReturnKind kind) {
  return {.name = name,
          .take = Take::id,
          .of = Role::order_id,
          .where = {is(Role::return_kind, Use::other_type, kind), kHasOrder},
          .kind = Kind::returns,
          .reach = Reach::company};
}

/// A number less another, where there is one, beside that of `per`, by order: for the interval of a ratio of their sums.
constexpr Measure by_order(Role of, Role less, Role per) {
  return {.name = "orders",
          .take = Take::grouped,
          .of = of,
          .less = less,
          .per = per,
          .by = Role::order_id,
          .where = {kOrdered}};
}

constexpr Measure kOrderProfit{
    .name = "profit", .take = Take::amount, .of = Role::amount, .less = Role::cost, .where = {kOrdered}};
/// Of the rows that have a profit.
constexpr Measure kCostedRevenue{
    .name = "revenue", .take = Take::amount, .of = Role::amount, .where = {kOrdered, kCosted}};
constexpr Measure kOrderCost{.name = "cost", .take = Take::amount, .of = Role::cost, .where = {kOrdered, kPriced}};

}  // namespace pegel::kpis
