#pragma once
// Mergeable partial aggregates of a part of the data: cells (total, period, dimension value) × KPI.

#include <memory>
#include <span>
#include <vector>

#include "pegel/issue.h"
#include "pegel/plan.h"

namespace pegel {

/// Cubes of one Plan merge in any order and grouping to the same Cube. An empty Cube is the identity.
/// Movable, not copyable. Encoded, a Cube is the same bytes natively and in WebAssembly.
class Cube {
 public:
  explicit Cube(const Plan& plan);
  Cube(Cube&&) noexcept;
  Cube& operator=(Cube&&) noexcept;
  ~Cube();

  /// `other` must come from an equal Plan.
  void merge(const Cube& other);
  std::vector<uint8_t> encode() const;
  /// Errors: "cube.corrupt" for bytes that encode() did not write for this Plan.
  static Result<Cube> decode(const Plan& plan, std::span<const uint8_t> bytes);

  struct Body;  ///< src/cube/body.h
  Body& body() { return *body_; }
  const Body& body() const { return *body_; }

 private:
  std::unique_ptr<Body> body_;
};

}  // namespace pegel
