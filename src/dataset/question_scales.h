#pragma once
// Of a survey whose rows name their question: on which scale each was answered, where no column says so.

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "dataset/scale.h"

namespace pegel::dataset {

/// A score and how often it answers a question, both as they stand in the sample.
struct Scored {
  std::string question;
  std::string score;
  int64_t rows = 0;
};
/// What stands in two columns of a file together.
using Together = std::function<std::vector<Scored>(std::size_t question, std::size_t score)>;

/// Sets the scales that are not the usual ones of their questions, and asks where they are not known: until then words
/// that mean the Net Promoter Score are `unsure`. What the user has said is neither asked nor set.
void set_question_scales(Profile& profile, const Together& together, const SourceChoice& choice);

/// What the user says of each question's scores, as SourceChoice::scales.
void choose_question_scales(Profile& profile, const SourceChoice& choice);

}  // namespace pegel::dataset
