#pragma once
// Elementary functions from IEEE + - * / and sqrt alone: the same bits on every machine. Relative error about 1e-15.

namespace pegel::stats {

/// e^x; 0 below -745, infinite above 709.78.
double exp(double x);
/// Natural logarithm; x > 0.
double log(double x);
/// Angle in (-π/2, π/2).
double atan(double x);
/// ln Γ(x); x > 0. Absolute error about 1e-14 · max(1, |ln Γ(x)|).
double lgamma(double x);

}  // namespace pegel::stats
