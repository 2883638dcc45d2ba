#include <algorithm>
#include <map>

#include "base/civil_date.h"
#include "base/utf8.h"
#include "kpis/answer.h"
#include "kpis/estimate.h"
#include "kpis/words.h"
#include "partial/comments.h"
#include "partial/histogram.h"

namespace pegel::kpis {
namespace {

constexpr std::array<std::string_view, 3> kGroups{"promoters", "passives", "detractors"};
enum : std::size_t { kPromoters, kPassives, kDetractors };
constexpr std::size_t kShownComments = 50;  // of each group
constexpr std::size_t kShownWords = 12;     // of promoters, and of detractors

std::size_t group_of(int64_t score) { return score >= 9 ? kPromoters : score >= 7 ? kPassives : kDetractors; }

struct Verbatims {
  struct Partial {
    partial::Histogram scores;  // 0…10, of answers with a comment
    partial::Comments comments;
    auto fields() { return std::tie(scores, comments); }
    auto fields() const { return std::tie(scores, comments); }
  };

  static Use add(Partial& p, const Row& row) {
    if (row.question() == Question::unsure) return Use::scale_unsure;
    if (row.frame.has(Role::question) && row.question() != Question::nps) return Use::other_question;
    const Micros score = row.number(Role::score);
    if (!known(score)) return known_or(score, Use::no_score);
    const bool whole = score >= 0 && score <= 10 * base::kOne && score % base::kOne == 0;
    if (!whole || !on_nps_scale(row)) return Use::out_of_scale;
    const std::string_view text = row.text(Role::comment);
    if (text.empty()) return Use::other_type;
    p.scores.add(score / base::kOne);
    p.comments.add(comment_of(row, score / base::kOne, text));
    return Use::used;
  }

  static partial::Comment comment_of(const Row& row, int64_t score, std::string_view text) {
    const Day day = row.day(Role::at);
    const std::string_view kept = text.substr(0, kLongestComment);
    return {known(day) ? day : partial::Comment::kNoDay, row.frame.source().file, row.frame.batch().line_of(row.i),
            score, std::string(kept.substr(0, base::valid_utf8_prefix(kept)))};
  }

  static Estimate finish(const Partial& p, const Context&) {
    const int64_t promoters = p.scores.between(9, 10);
    const int64_t passives = p.scores.between(7, 8);
    const int64_t detractors = p.scores.between(0, 6);
    const int64_t n = promoters + passives + detractors;
    const auto interval = stats::adjusted_wald_nps(promoters, detractors, n);
    if (!interval) return undefined("no_data");
    Estimate estimate;
    estimate.value = 100 * static_cast<double>(promoters - detractors) / static_cast<double>(n);
    estimate.n = n;
    estimate.parts = {{"promoters", static_cast<double>(promoters), Unit::count},
                      {"passives", static_cast<double>(passives), Unit::count},
                      {"detractors", static_cast<double>(detractors), Unit::count}};
    bracket(estimate, "adjusted_wald", interval);
    return estimate;
  }

  static Finished finish_all(std::span<const Cell<Partial>> cells, const Context&, const Dimension*) {
    Finished finished;
    const partial::Comments& comments = cells.front().partial->comments;
    if (comments.newest().empty()) return finished;
    finished.tables.push_back(words(comments));
    finished.tables.push_back(newest(comments));
    return finished;
  }

  // ---- tables

  static std::vector<WordCount> count(const partial::Comments& comments) {
    std::map<std::string, std::array<int64_t, 3>> counts;
    for (const partial::Comment& comment : comments.newest()) {
      for (const std::string& word : words_of(comment.text)) ++counts[word][group_of(comment.score)];
    }
    std::vector<WordCount> list;
    for (const auto& [word, texts] : counts) list.push_back({word, texts});
    return list;
  }

  static Table table(std::string id, std::vector<TableColumn> columns, const partial::Comments& comments) {
    Table table{
        .id = std::move(id), .kpi = "verbatims", .title = {}, .columns = std::move(columns), .rows = {}, .notes = {}};
    const auto kept = static_cast<int64_t>(comments.newest().size());
    if (comments.all() > kept) table.notes.push_back("comments_cut");
    return table;
  }

  static Table words(const partial::Comments& comments) {
    Table list = table(
        "words",
        {{"word", "text"}, {"score_group", "text"}, {"promoters", "count"}, {"detractors", "count"}, {"z", "number"}},
        comments);
    for (const Telling& word : telling(count(comments), kPromoters, kDetractors, kShownWords)) {
      list.rows.push_back({{{}, word.word},
                           {{}, std::string(kGroups[word.z > 0 ? kPromoters : kDetractors])},
                           {static_cast<double>(word.first), {}},
                           {static_cast<double>(word.second), {}},
                           {word.z, {}}});
    }
    list.notes.push_back(list.rows.empty() ? "no_telling_words" : "telling_words");
    return list;
  }

  static Table newest(const partial::Comments& comments) {
    Table list = table("verbatims",
                       {{"score_group", "text"},
                        {"day", "text"},
                        {"score", "count"},
                        {"comment", "text"},
                        {"file", "text"},
                        {"line", "count"}},
                       comments);
    std::array<std::size_t, 3> shown{};
    for (const partial::Comment& comment : comments.newest()) {
      const std::size_t group = group_of(comment.score);
      if (++shown[group] > kShownComments) continue;
      const bool dated = comment.day != partial::Comment::kNoDay;
      list.rows.push_back({{{}, std::string(kGroups[group])},
                           {{}, dated ? base::iso_date(comment.day) : std::string()},
                           {static_cast<double>(comment.score), {}},
                           {{}, comment.text},
                           {{}, comment.file},
                           {static_cast<double>(comment.line), {}}});
    }
    list.notes.push_back("newest_comments");
    return list;
  }
};

constexpr Card kCard = {
    .id = "verbatims",
    .name = "What promoters and detractors write",
    .meaning =
        "The Net Promoter Score of those who wrote something, the words that tell promoters and detractors apart, "
        "and the newest comments.",
    .formula = "100 * ({promoters} - {detractors}) / ({promoters} + {passives} + {detractors})",
    .source =
        "Of every answer with a comment. Words: log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi "
        "and "
        "Quinn 2008), a word once a comment, in five comments or more; nothing is judged good or bad",
    .kind = Kind::responses,
    .needs = {Role::score, Role::comment},
    .uses = {Role::question, Role::at, Role::scale_min, Role::scale_max},
    .unit = Unit::net_score,
    .direction = Direction::neither,
    .semantic = Semantic::flow,
    .date = Role::at,
    .by = Role::comment,  // which is no dimension: comments are kept once, and not again for each value
    .variants = {},
    .sql =
        "SELECT 100.0 * (count(*) FILTER (WHERE score >= 9) - count(*) FILTER (WHERE score <= 6))\n"
        "       / NULLIF(count(*), 0) AS value\n"
        "FROM responses\n"
        "WHERE score IN (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10) AND comment IS NOT NULL\n"
        "  AND coalesce(scale_max, 10) = 10 AND coalesce(scale_min, 0) = 0\n"
        "  AND (question = 'nps' OR NOT EXISTS (SELECT 1 FROM responses WHERE question IS NOT NULL))",
};

constexpr Example kExamples[] = {{.header = "response_id,at,question,score,comment",
                                  .rows = {{22, "R#,2026-04-01,nps,9,Easy to use"},
                                           {10, "R#,2026-04-02,nps,7,Fine"},
                                           {8, "R#,2026-04-03,nps,6,Too slow"},
                                           {3, "R#,2026-04-03,csat,5,Good"},
                                           {4, "R#,2026-04-03,nps,0,"},
                                           {1, "R#,2026-04-03,nps,11,Eleven"}},
                                  .value = 35,
                                  .low = 8.89930,
                                  .high = 56.21698,
                                  .n = 40},
                                 {.header = "response_id,at,score,comment",
                                  .rows = {{5, "R#,2026-04-01,10,"}},
                                  .value = {},
                                  .undefined = "no_data"}};

}  // namespace

PEGEL_KPI(verbatims, Verbatims, kCard, kExamples)

}  // namespace pegel::kpis
