#pragma once
// The share of answers that give one of the two highest scores of their scale.

#include "kpis/kpi.h"
#include "partial/histogram.h"

namespace pegel::kpis {

/// Counts of answers by the maximum of their scale; 1 to 5 where neither row nor Source names one.
struct TopTwo {
  partial::Histogram answers;
  partial::Histogram satisfied;  ///< of one of the two highest scores
  auto fields() { return std::tie(answers, satisfied); }
  auto fields() const { return std::tie(answers, satisfied); }
};

/// The ends of a row's scale: 1 and 5 where neither row nor Source names them.
struct Scale {
  int64_t least;
  int64_t most;
};
Scale scale_of(const Row& row);

/// Takes answers to a question, of satisfaction unless said: used; else other_question, no_score, unreadable, out_of_scale.
Use add(TopTwo& top, const Row& row, Question question = Question::csat);

/// "mixed_scale" for answers on several scales, "no_data" without any.
Estimate finish(const TopTwo& top);

}  // namespace pegel::kpis
