#pragma once
// Telling entities apart: customers, orders, people.

#include <cstdint>
#include <string_view>

namespace pegel::base {

/// What an entity is told apart by: a hash of its text, 8 bytes whatever the text. Two texts of equal hash are taken for
/// one: among a million, with a chance of one in 10^7.
uint64_t entity_of(std::string_view text);

}  // namespace pegel::base
