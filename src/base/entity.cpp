#include "base/entity.h"

#include <xxhash.h>

namespace pegel::base {

uint64_t entity_of(std::string_view text) { return XXH3_64bits(text.data(), text.size()); }

}  // namespace pegel::base
