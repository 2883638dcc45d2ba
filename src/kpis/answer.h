#pragma once
// A survey row as one respondent's answer on its scale.

#include "kpis/kpi.h"
#include "partial/scores.h"

namespace pegel::kpis {

/// `use` is used, no_score, unreadable, or out_of_scale: no whole number from `least` to `most`.
struct Answer {
  Use use = Use::used;
  partial::Score score{};
  bool scaled = false;  ///< the row, or its Source, names the scale
};

/// Where no scale is named it is 0 or 1 to `usual_most`; where only its end is, it starts at 1, but at 0 up to 10.
Answer answer_of(const Row& row, int32_t usual_least, int32_t usual_most);

/// Whether the row's scale is that of the Net Promoter Score, 0 to 10, or is not named.
bool on_nps_scale(const Row& row);

/// Who answered: the customer, else the response, whose questions then share an id. Empty: nobody knows.
std::string_view respondent_of(const Row& row);

}  // namespace pegel::kpis
