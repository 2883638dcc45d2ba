#pragma once
// Which Kind a file is: the candidates weighed against each other.

#include <string>
#include <vector>

#include "dataset/recognise.h"

namespace pegel::dataset {

struct Verdict {
  const Candidate* candidate = nullptr;  ///< null: no Kind
  Guess guess;
  std::vector<const Candidate*> options;  ///< to ask about, best first; empty: nobody is asked
};

/// Every Kind over the file, best first.
std::vector<Candidate> consider_all(const Table& file, const SourceChoice& choice);

/// The Kind that the user chose, else the best of `candidates` or what other_kinds() says. Points into `candidates`.
Verdict judge(const std::vector<Candidate>& candidates, const Table& file, const SourceChoice& choice);

/// Names of the columns that have a role, the surest first.
std::vector<std::string> headers_of(const Candidate& candidate, const Profile& profile);

}  // namespace pegel::dataset
