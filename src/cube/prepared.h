#pragma once
// The parts of Batches as KPIs see them: made once for their Sources, then looked at by one plan after the other.

#include <vector>

#include "cube/batches.h"
#include "cube/body.h"
#include "cube/lending.h"
#include "dataset/frame.h"
#include "dataset/rates.h"

namespace pegel::cube {

struct Prepared {
  struct Part {
    std::vector<dataset::Frame> frames;                     ///< by batch
    mutable std::vector<kpis::Judgements> judgements;       ///< by batch
    Issues notes;                                           ///< see dataset::RowNotes
    std::unique_ptr<dataset::Borrowed> borrowed;            ///< by the Frames; null: they borrow nothing
    std::vector<std::pair<std::size_t, LinkRows>> links{};  ///< by the position in links_of(plan)
    Day first = 0;  ///< of the days of what has happened; first > last: none is known
    Day last = -1;
  };
  std::vector<Source> sources;  ///< that the Frames are made by
  Day today = 0;
  std::vector<Alias> aliases;
  std::string currency;  ///< that amounts are converted to
  std::shared_ptr<const Lending> lending;
  std::vector<Part> parts;
};

/// Frames by the dimensions and filters of `plan`; valid until the next call for the same Batches.
Prepared& prepared_by(const Plan& plan, const Batches::Body& batches);

}  // namespace pegel::cube
