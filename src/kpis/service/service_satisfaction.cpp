#include <algorithm>

#include "kpis/top_two.h"

namespace pegel::kpis {
namespace {

// Parts of words for the touchpoint, in lower case.
constexpr std::string_view kServiceWords[] = {"service", "support",      "helpdesk", "help desk", "hotline",
                                              "ticket",  "kundendienst", "սպասարկ",  "աջակց"};

bool is_service(std::string_view touchpoint) {
  const std::string folded = dataset::fold_case(touchpoint);
  return std::any_of(std::begin(kServiceWords), std::end(kServiceWords),
                     [&](std::string_view word) { return folded.find(word) != std::string::npos; });
}

struct ServiceSatisfaction {
  using Partial = TopTwo;

  static Use add(Partial& p, const Row& row) {
    if (row.question() != Question::csat) return Use::other_question;
    return is_service(row.text(Role::touchpoint)) ? kpis::add(p, row) : Use::other_type;
  }
  static Estimate finish(const Partial& p, const Context&) { return kpis::finish(p); }
};

constexpr Card kCard = {
    .id = "service_satisfaction",
    .name = "Satisfaction with service",
    .meaning = "The share of answers about customer service that give one of the two highest scores.",
    .formula = "{satisfied} / {answers}",
    .source = "Answers whose touchpoint names service or support; only customers with a case are asked",
    .kind = Kind::responses,
    .needs = {Role::score, Role::question, Role::touchpoint},
    .uses = {Role::at, Role::scale_min, Role::scale_max},
    .unit = Unit::share,
    .direction = Direction::up,
    .semantic = Semantic::flow,
    .date = Role::at,
    .variants = {},
    .sql =
        "SELECT CASE WHEN count(DISTINCT coalesce(scale_max, 5)) = 1\n"
        "            THEN count(*) FILTER (WHERE score >= coalesce(scale_max, 5) - 1) * 1.0 / count(*) END AS "
        "value\n"
        "FROM responses\n"
        "WHERE question = 'csat' AND score = floor(score)\n"
        "  AND score BETWEEN coalesce(scale_min, 1) AND coalesce(scale_max, 5)\n"
        "  AND regexp_matches(lower(touchpoint),\n"
        "        'service|support|helpdesk|help desk|hotline|ticket|kundendienst|սպասարկ|աջակց')",
};

constexpr Example kExamples[] = {{.header = "response_id,at,question,score,touchpoint",
                                  .rows = {{20, "R#,2026-04-01,csat,5,Customer Service"},
                                           {13, "R#,2026-04-01,csat,4,Support"},
                                           {22, "R#,2026-04-01,csat,2,Support"},
                                           {30, "R#,2026-04-01,csat,5,Onboarding"},
                                           {5, "R#,2026-04-01,nps,9,Support"}},
                                  .value = 0.6,
                                  .low = 0.468144,
                                  .high = 0.718765,
                                  .n = 55},
                                 {.header = "response_id,at,question,score,touchpoint",
                                  .rows = {{3, "R#,2026-04-01,csat,5,Onboarding"}},
                                  .value = {},
                                  .undefined = "no_data"}};

}  // namespace

PEGEL_KPI(service_satisfaction, ServiceSatisfaction, kCard, kExamples)

}  // namespace pegel::kpis
