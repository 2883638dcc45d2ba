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
  Few<Role, 8> lends{};
  bool lends_others = false;  ///< columns of `to` without a role, too
  bool onward = false;        ///< to what a row may have led to, not what it comes from: no match is nothing odd
};
/// By kind; of two that lend one role the first is asked.
std::span<const Link> links();

/// A Link of a Plan: one of its Sources has the key, and at least one the id.
struct SourceLink {
  std::size_t source = 0;
  const Link* link = nullptr;
};
/// By Source, then as links() lists them. None where no file names the rows of another kind's.
std::vector<SourceLink> links_of(const Plan& plan);

/// Writes into each Source what the others lend it, and gives the Dimensions among that which are worth showing: a lent
/// column is what its own file would show, and says what the borrowing file does not say itself; of units other than customers, partners, people and products only
/// who and where from.
/// `profiles` are those of the Sources, in their order.
std::vector<Dimension> lend_columns(std::vector<Source>& sources, std::span<const Profile> profiles);

/// What a Plan made by hand may not say of a lent column.
std::optional<Problem> problem_of(const Source& source, const LentColumn& column);

}  // namespace pegel::dataset
