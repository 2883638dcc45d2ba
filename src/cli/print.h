#pragma once
// Text for people: aligned by display width, numbers grouped, English.

#include <iosfwd>
#include <vector>

#include "pegel/engine.h"

namespace pegel::cli {

void print(std::ostream& out, const Profile& profile);
void print(std::ostream& out, const Report& report, const std::vector<Profile>& profiles);
void print(std::ostream& out, const RowsPage& page);
void print(std::ostream& out, const std::vector<CatalogueEntry>& catalogue);
/// "pegel: file:line:column: text" on stderr.
void print_error(const Error& error);

}  // namespace pegel::cli
