#pragma once
// Odd values of rows that are read all the same: counted and shown with their places.

#include <map>

#include "dataset/frame.h"
#include "pegel/issue.h"

namespace pegel::dataset {

/// Adds an Issue "value.unknown" for each canonical role with words that mean nothing known: its count is the rows, its
/// places the first of them, values["raw"] the smallest word.
void note_unknown(const Source& source, const std::vector<table::Batch>& batches, Issues& issues);

/// Days of rows that cannot be right, counted over the Frames of one Source in file order:
///   date.future      a deal decided, or anything created, answered or entered, after the plan's today
///   date.impossible  a deal decided before it was created; a day before 1990 or more than 50 years after today
/// Such rows keep their status and are counted; a KPI that needs the days leaves them out under its own reason.
class DateNotes {
 public:
  explicit DateNotes(const Plan& plan);
  void add(const Frame& frame);
  void move_into(Issues& issues);

 private:
  void look_at(const Frame& frame, Role role, std::size_t row);
  void note(const char* code, const Frame& frame, Role role, std::size_t row, Day day);

  Day today_;
  Day first_;  // the first and last day that are not absurd
  Day last_;
  std::map<std::pair<std::string, Role>, Issue> issues_;
};

/// score.out_of_scale: scores that are no whole number of their scale, where it is known (0 to 10 for NPS).
void note_scores(const Frame& frame, Issues& issues);

}  // namespace pegel::dataset
