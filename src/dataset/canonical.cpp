#include "dataset/canonical.h"

#include "dataset/frame_read.h"

namespace pegel::dataset {
namespace {

constexpr auto kOpen = static_cast<uint8_t>(Status::open);

}  // namespace

CanonicalReader::CanonicalReader(const Source& source, Role role, Role from)
    : role_(role), table_(table_of(source.kind)) {
  bool decided = false;
  for (const ValueMapping& value : source.values) {
    if (value.role != role) continue;
    const uint8_t code = canonical_code(role, value.canonical);
    mapped_.emplace(value.raw, code);
    decided = decided || code > kOpen;
  }
  if (from == Role::stage && decided) otherwise_ = kOpen;
}

uint8_t CanonicalReader::code_of(std::string_view raw) const {
  const auto mapped = mapped_.find(raw);
  if (mapped != mapped_.end()) return mapped->second;
  if (raw.empty() || table_ == nullptr) return 0;
  const std::string_view word = canonical_of(*table_, role_, raw);
  return word.empty() ? otherwise_ : canonical_code(role_, word);
}

Role decided_by(const Source& source, Role role) {
  if (column_with(source, role) != nullptr) return role;
  const bool staged = role == Role::status && source.kind == Kind::deals && column_with(source, Role::stage) != nullptr;
  return staged ? Role::stage : Role::none;
}

}  // namespace pegel::dataset
