#pragma once
// The conversion of amounts as SQL: what currencies are worth by day, and the views' amounts by it.

#include "dataset/sql_states.h"

namespace pegel::dataset {

/// Columns of a view whose amounts are converted: the currency that the file names, and what one of it is worth then; NULL
/// where the row keeps its own.
inline constexpr std::string_view kNamedCurrency = "named_currency";
inline constexpr std::string_view kWorth = "worth_";

/// Rows of the kind have amounts and a day, and the plan names a currency for them.
bool sql_converts(const Plan& plan, Kind kind);
/// What is done to them; nothing where the plan converts none. Over the table of sql_rates.
std::vector<SqlLayer> sql_conversion(const Plan& plan, Kind kind);
/// The table `fx_worth` (currency, day, worth) of the view `fx`, for each day that has a rate; empty without an fx Source.
std::string sql_rates(const Plan& plan);
/// The column that a breakdown or filter by `dimension` goes by.
std::string sql_dimension(const Plan& plan, Kind kind, const std::string& dimension);

}  // namespace pegel::dataset
