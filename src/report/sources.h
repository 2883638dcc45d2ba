#pragma once
// What the Report says of the files themselves.

#include <vector>

#include "cube/body.h"
#include "pegel/report.h"

namespace pegel::report {

/// One a Source of the plan.
std::vector<SourceReport> source_reports(const Plan& plan, const Cube::Body& body);
/// One a Link between them; `issues` get those of keys that were not found.
std::vector<LinkReport> link_reports(const Plan& plan, const Cube::Body& body, Issues& issues);
/// `issues` that cells raised, with what the files' first rows tell.
Issues issues_of(const Plan& plan, const Cube::Body& body, Issues issues);

}  // namespace pegel::report
