#pragma once
// How well a Kind explains a file: roles to columns, and what speaks for and against.

#include <string>
#include <vector>

#include "dataset/evidence.h"
#include "dataset/header_match.h"
#include "pegel/plan.h"

namespace pegel::dataset {

/// A file as the mapping sees it.
struct Table {
  Table(const Profile& profile, const std::vector<std::vector<RawCount>>& raw_counts);

  const Profile* profile;
  Kind named;  ///< by the last word of the file's name that names one: "order_returns" are returns
  std::vector<Header> headers;
  std::vector<Header> labels;  ///< what rows below the names say of them, mostly empty
  std::vector<Evidence> columns;

  /// The question that a label puts; nullptr where it is none.
  const Header* question_of(std::size_t column) const;
  /// That, else the header.
  const Header& asked(std::size_t column) const;
};

/// A role's column in one Kind.
struct Fit {
  Role role = Role::none;
  std::size_t column = 0;
  double score = 0;  ///< 0…1
  HeaderMatch match;
  std::string runner_up;  ///< name of the next best column for the role
  bool chosen = false;    ///< by the user
};

struct Candidate {
  const KindTable* table = nullptr;
  std::vector<Fit> fits;      ///< in the order of the kind's roles
  double score = 0;           ///< of the whole file; 0 when the Kind is out of the question
  std::string system;         ///< of the Signature that the headers hold
  std::string evidence;       ///< the values that speak for it, English; may be empty
  std::vector<Role> missing;  ///< roles without which the Kind is not recognised: required, or the first of a set
  std::vector<Role> wanted;   ///< the first of each of KindTable::wanted that no column has

  const Fit* fit(Role role) const;
};

/// One Kind, of kinds(), over the file. What `choice` says of roles is kept whatever else speaks against it.
Candidate consider(const KindTable& table, const Table& file, const SourceChoice& choice);

/// The kind of tickets that the header of their number says of all of them ("Complaint ID", "Klachtnummer"); "" when none.
std::string_view kind_of_all_tickets(const Candidate& candidate, const Table& file);

/// The best of other_kinds() with its score on the same scale; an empty name when none has a telling header.
struct OtherCandidate {
  std::string_view name;
  double score = 0;
  std::vector<std::string> headers;  ///< telling ones that were found
};
OtherCandidate consider_others(const Table& file);

}  // namespace pegel::dataset
