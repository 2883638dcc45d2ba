#pragma once
// Which columns of one kind name the rows of another, and what those lend.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "dataset/dimensions.h"
#include "pegel/card.h"
#include "pegel/plan.h"
#include "pegel/problem.h"

namespace pegel::dataset {

/// Rows of `from` name by `key` one row of `to`, where it stands under `id`.
struct Link {
  Kind from = Kind::none;
  Role key = Role::none;
  Kind to = Kind::none;
  Role id = Role::none;
  /// What `to` lends: as a role, where `from` may have it and a file does not, else as a Dimension.
  Few<Role, 9> lends{};
  bool lends_others = false;  ///< columns of `to` without a role, too
  bool onward = false;        ///< to what a row may have led to, not what it comes from: no match is nothing odd
  bool of_line = false;       ///< rows with one id of `from` name different ones, so that nothing is lent on by it
};
/// By kind; of two that lend one role the first is asked.
std::span<const Link> links();

/// Links one after the other, each from where the one before leads to; no kind comes twice. A third still tells of the row
/// (a ticket's order's customer's partner); every further one loses those whose key is not found and tells of others.
inline constexpr std::size_t kLongestWay = 3;
using Way = Few<const Link*, kLongestWay>;
/// The one that a Source of `kind` borrows a column by; none: there is no such Way.
std::optional<Way> way_of(Kind kind, const LentColumn& column);

/// A Link of a Plan: one of its Sources has the key, and at least one the id.
struct SourceLink {
  std::size_t source = 0;
  const Link* link = nullptr;
};
/// By Source, then as links() lists them. None where no file names the rows of another kind's.
std::vector<SourceLink> links_of(const Plan& plan);

/// Writes into each Source what the others lend it, of each column once, by the shortest Way, and gives the Dimensions among
/// that which are worth showing: a lent column is what its own file would show, and says what the borrowing file does not
/// say itself; of units other than customers, partners, people and products only who, where from and of which segment; and
/// over several Links only columns with a role. What a Way leads to is of the row itself, and has its role there, where
/// each Link but the last lends that role or the next one's key: an order's customer is the return's, a customer's
/// account manager is not the order's seller.
/// `profiles` are those of the Sources, in their order.
std::vector<Dimension> lend_columns(std::vector<Source>& sources, std::span<const Profile> profiles);

/// A file of deals says when each entered its stages, too, which is not read unless asked for: a copy of it, read as their
/// log, would be linked to them.
bool has_unread_stages(const Source& source);

/// What a Plan made by hand may not say of a lent column.
std::optional<Problem> problem_of(const Source& source, const LentColumn& column);

}  // namespace pegel::dataset
