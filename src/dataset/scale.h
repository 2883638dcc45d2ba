#pragma once
// What the scores of a survey answer, and on which scale, where no column says so.

#include <optional>

#include "dataset/evidence.h"
#include "dataset/header_match.h"
#include "pegel/plan.h"

namespace pegel::dataset {

struct Answers {
  Question question = Question::unknown;
  Scale scale;
};

/// "nps", "csat:1-5", "ces:1-7", "other" as Answers; nothing for other words.
std::optional<Answers> answers_named(std::string_view text);

/// How `answers_named` writes `answers`; "unsure" for those.
std::string text_of(const Answers& answers);

/// What a column of scores answers where its header says so in words of its own; unknown where it does not.
Question question_in(const Header& header);

/// `scores`: Evidence::as_scores().
/// What all rows of a file answer by the header of their scores, else by the scores. Of NPS scores that stay far below 10
/// (at most 5 in 5 answers, at most 7 in 20), start at 1 in 100 or with five ones, or leave 0…10 in more than 2 %, the question is unsure:
/// an NPS of another scale would be false. A header that names the scale 0 to 10 settles it.
Answers answers_of(const Header& header, const Evidence& scores);

/// The same of scores whose question a column names: unsure as above; of satisfaction and its drivers the scale where it
/// is wider than the usual one from 1 to 5; of effort 1 to 5 where 5 answers stay so low, as
/// on that scale a low score may be the good one. Slips of up to 2 %, or one in 5 answers, are left out. A Scale of 0 is
/// the usual one.
Answers answers_to(Question question, const Header& header, const Evidence& scores);

/// nps.scale, where `answers` are unsure or NPS scores start at 1 in 5 answers.
std::optional<Query> ask_scale(const Header& header, const Evidence& scores, const Answers& answers);

/// question.scale, of answers_to: as nps.scale, or where effort was answered from 1 to 5. `values` begin with the question.
std::optional<Query> ask_scale_of(Question question, const Header& header, const Evidence& scores,
                                  const Answers& answers);

}  // namespace pegel::dataset
