#include "partial/keyed.h"

#include <xxhash.h>

namespace pegel::partial {

uint64_t entity_of(std::string_view text) { return XXH3_64bits(text.data(), text.size()); }

}  // namespace pegel::partial
