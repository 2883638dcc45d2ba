#include <ostream>

#include "cli/numbers.h"
#include "cli/print.h"
#include "cli/texts.h"

namespace pegel::cli {

namespace {

std::string listed(const std::vector<std::string>& texts, std::string_view end = {}) {
  std::string list;
  for (const std::string& each : texts) list += (list.empty() ? "" : ", ") + each;
  return list.append(end);
}

std::string words_of(const LinkReport& link) {
  std::string line = link.from + ", " + word("role", name_of(link.role)) + " -> " + listed(link.to) + ": " +
                     text("links.found", {{"found", std::to_string(link.matched)}, {"n", std::to_string(link.rows)}});
  if (link.keys_unmatched == 0) return line;
  const bool more = link.keys_unmatched > static_cast<int64_t>(link.examples.size());
  return line + "; " +
         text("links.missing",
              {{"n", std::to_string(link.keys_unmatched)}, {"list", listed(link.examples, more ? ", …" : "")}});
}

}  // namespace

void print_links(std::ostream& out, const std::vector<LinkReport>& links) {
  if (links.empty()) return;
  out << '\n' << text("links.title") << '\n';
  for (const LinkReport& link : links) out << "  " << words_of(link) << '\n';
}

}  // namespace pegel::cli
