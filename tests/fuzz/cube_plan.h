#pragma once
// A plan with every KPI that two small files unlock: what the Cubes and Slices of a run are of.

#include <string_view>

#include "pegel/engine.h"

namespace pegel::fuzz {

inline constexpr std::string_view kCubeFiles[] = {
    "deal_id,status,created,closed,expected_close,amount,probability,owner,partner_id,qualified\n"
    "D1,won,2026-01-02,2026-01-20,,100.50,100,Ada,P1,true\n"
    "D2,lost,2026-01-05,2026-02-20,,300,0,Bob,P2,true\n"
    "D3,open,2026-01-07,,2026-09-30,200,40,Ada,P1,false\n",
    "response_id,at,question,score,segment,customer_id\n"
    "R1,2026-01-03,nps,9,small,C1\n"
    "R2,2026-02-03,csat,4,large,C2\n",
    "deal_id,stage,entered,owner\n"
    "D1,Lead,2026-01-02,Ada\n"
    "D1,Won,2026-01-20,Ada\n",
    "kpi_id,period_start,period_end,target,scope_type,scope_id\n"
    "revenue,2026-01-01,2026-03-31,900,company,\n"};

inline std::span<const uint8_t> bytes_of(std::string_view text) {
  return {reinterpret_cast<const uint8_t*>(text.data()), text.size()};
}

inline constexpr std::string_view kLendingFiles[] = {
    "order_id,at,customer_id,amount\nO1,2026-01-02,C1,5\nO2,2026-01-03,Acme,7\nO3,2026-01-04,C9,1\n",
    "customer_id,name,segment,region,since\nC1,Acme,small,North,2025-01-01\nC2,Beta,large,South,2025-01-02\n"
    "C3,Beta,small,North,2025-01-03\n"};

inline Plan plan_of(std::span<const std::string_view> files) {
  std::vector<Profile> profiles;
  for (const std::string_view text : files) {
    const std::string name = "file " + std::to_string(profiles.size());
    profiles.push_back(*profile({name, static_cast<int64_t>(text.size()), bytes_of(text)}));
  }
  Choices choices;
  choices.today = day_of(2026, 12, 31);
  return *make_plan(profiles, choices);
}

inline Plan cube_plan() { return plan_of(kCubeFiles); }
inline Plan lending_plan() { return plan_of(kLendingFiles); }

inline std::vector<uint8_t> lent_by_files(const Plan& plan) {
  Batches batches;
  for (std::size_t s = 0; s < plan.sources.size(); ++s) {
    Load load(plan, s, batches);
    if (!load.push(bytes_of(kLendingFiles[s])) || !load.finish()) return {};
  }
  return lend(plan, batches);
}

inline Cube cube_of_files(const Plan& plan) {
  Batches batches;
  for (std::size_t s = 0; s < plan.sources.size(); ++s) {
    Load load(plan, s, batches);
    if (!load.push(bytes_of(kCubeFiles[s])) || !load.finish()) return Cube(plan);
  }
  return aggregate(plan, batches);
}

/// The rows of the first file, its header left out, as a slice's Load hands them over.
inline std::vector<uint8_t> slice_of_files(const Plan& plan) {
  const std::string_view text = kCubeFiles[0];
  Batches batches;
  Load slice(plan, 0, batches, SliceAt{1});
  if (!slice.push(bytes_of(text.substr(text.find('\n') + 1))) || !slice.end_slice()) return {};
  return slice.hand_over(false);
}

/// Bytes of the hash that ends a Cube (src/cube/cube.cpp).
inline constexpr std::size_t kSealBytes = 8;

}  // namespace pegel::fuzz
