#include "report/sources.h"

#include <algorithm>

namespace pegel::report {

namespace {

std::vector<std::string> files_of(const Plan& plan, Kind kind) {
  std::vector<std::string> files;
  for (const Source& source : plan.sources) {
    if (source.kind == kind) files.push_back(source.file);
  }
  return files;
}

// What comes over the Link, be it the first of several.
std::vector<std::string> lent_by(const Source& source, const dataset::Link& link) {
  std::vector<std::string> ids;
  for (const LentColumn& column : source.lent) {
    const auto way = dataset::way_of(source.kind, column);
    if (way && (*way)[0] == &link) ids.push_back(dataset::dimension_id(column));
  }
  return ids;
}

// A key that may be of several kinds' (a log's entity) is of those where it is found.
bool is_elsewhere(const std::vector<dataset::SourceLink>& links, const Cube::Body& body, std::size_t l) {
  if (body.links[l].matched > 0) return false;
  for (std::size_t other = 0; other < links.size(); ++other) {
    const bool same = links[other].source == links[l].source && links[other].link->key == links[l].link->key;
    if (same && body.links[other].matched > 0) return true;
  }
  return false;
}

}  // namespace

std::vector<SourceReport> source_reports(const Plan& plan, const Cube::Body& body) {
  std::vector<SourceReport> list;
  for (std::size_t s = 0; s < plan.sources.size(); ++s) {
    const auto& rows = body.sources[s];
    const bool dated = rows.first <= rows.last;
    list.push_back({plan.sources[s].file, plan.sources[s].kind, rows.read, rows.read - rows.left_out, rows.left_out,
                    dated ? std::optional(rows.first) : std::nullopt, dated ? std::optional(rows.last) : std::nullopt,
                    plan.sources[s].assumed});
  }
  return list;
}

std::vector<LinkReport> link_reports(const Plan& plan, const Cube::Body& body, Issues& issues) {
  std::vector<LinkReport> list;
  const auto links = dataset::links_of(plan);
  for (std::size_t l = 0; l < links.size(); ++l) {
    if (links[l].link->onward || is_elsewhere(links, body, l)) continue;
    const cube::LinkRows& rows = body.links[l];
    const Source& source = plan.sources[links[l].source];
    const dataset::Link& link = *links[l].link;
    list.push_back({source.file,
                    link.key,
                    link.to,
                    files_of(plan, link.to),
                    rows.rows,
                    rows.matched,
                    rows.rows - rows.matched,
                    rows.unmatched.distinct(),
                    rows.alike,
                    rows.ambiguous,
                    {rows.examples.begin(), rows.examples.end()},
                    lent_by(source, link)});
    issues.merge(rows.issues);
  }
  return list;
}

Issues issues_of(const Plan& plan, const Cube::Body& body, Issues issues) {
  for (std::size_t s = 0; s < plan.sources.size(); ++s) {
    const Dialect& dialect = plan.sources[s].dialect;
    const Place place{plan.sources[s].file, dialect.skip_rows + 1, 0, {}};
    if (dialect.header_rows == 0) issues.add("csv.no_header", {}, place);
    if (body.sources[s].read == 0) issues.add("csv.header_only", {}, place);
    const bool logged = !files_of(plan, Kind::stage_history).empty();
    if (!logged && dataset::has_unread_stages(plan.sources[s])) issues.add("wide.stages", {}, place);
  }
  return issues;
}

}  // namespace pegel::report
