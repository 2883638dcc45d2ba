#pragma once
// Words for how a deal stands, as CRMs and people write them.

#include <vector>

#include "dataset/kind.h"

namespace pegel::dataset {

/// won, lost, open, and closed for words that say only that it is over.
std::vector<ValueSpec> deal_status_words();

}  // namespace pegel::dataset
