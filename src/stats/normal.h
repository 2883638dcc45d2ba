#pragma once
// The standard normal distribution.

namespace pegel::stats {

/// The value that a standard normal variable is below with probability p, 0 < p < 1, to 2e-9 relative.
double normal_quantile(double p);

/// The probability that a standard normal variable lies at least as far from 0 as z, on either side, to 1e-13 relative;
/// 0 beyond |z| = 38.
double normal_beyond(double z);

}  // namespace pegel::stats
