#pragma once
// What the files of a Plan lend to each other's rows, and what became of the keys.

#include <memory>
#include <set>

#include "cube/batches.h"
#include "dataset/lent.h"
#include "dataset/rates.h"
#include "partial/distinct.h"

namespace pegel::cube {

/// What is lent by the files of one list of Sources.
struct Lending {
  std::vector<Source> sources;
  dataset::Lent lent;
  dataset::Rates rates;  ///< settled
};

/// By the Batches themselves and by what they borrowed for this Plan. Made once; then kept with the Batches.
std::shared_ptr<const Lending> lending_by(const Plan& plan, const Batches::Body& batches);

/// What the keys of one Link found. Rows of a unit seen twice count once.
struct LinkRows {
  int64_t rows = 0;  ///< with a key
  int64_t matched = 0;
  int64_t alike = 0;
  int64_t ambiguous = 0;
  partial::Distinct unmatched;     ///< keys
  std::set<std::string> examples;  ///< the first of them in the order of their bytes, at most kLinkExamples
  Issues issues;                   ///< "link.unmatched", "link.alike", "link.ambiguous", by the key's column

  void merge(const LinkRows& other);
  void encode(base::ByteWriter& writer) const;
  void decode(base::ByteReader& reader);  ///< into an empty one
};

/// Counts the rows of one Batch that are not `dropped`. `lookup`: of the Link.
void count_links(const dataset::SourceLink& link, const Source& source, const table::Batch& batch,
                 const std::vector<uint8_t>& dropped, const dataset::Lookup& lookup, dataset::Borrowed& borrowed,
                 LinkRows& into);

}  // namespace pegel::cube
