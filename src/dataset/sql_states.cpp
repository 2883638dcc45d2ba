#include "dataset/sql_states.h"

#include "dataset/frame.h"
#include "dataset/frame_read.h"
#include "dataset/reached.h"
#include "dataset/sql_column.h"
#include "dataset/sql_words.h"

namespace pegel::dataset {

namespace {

std::string name(Role role) { return std::string(name_of(role)); }
std::string time(Role role) { return sql_name(name(role) + "_time"); }
std::string said(Role role) { return sql_name(name(role) + "_said"); }
std::string word(Role role, uint8_t code) { return sql_text(canonical_name(role, code)); }

/// Of one Source.
class States {
 public:
  explicit States(const Source& source) : source_(source) {}

  std::vector<SqlLayer> layers() {
    if (source_.kind == Kind::deals) deals();
    if (source_.kind == Kind::responses) responses();
    if (source_.kind == Kind::targets) targets();
    if (derives(Role::ticket_kind)) layers_.push_back({{name(Role::ticket_kind), everywhere(Role::ticket_kind)}});
    for (const Lasted& each : kLasted) lasted(each);
    for (const Instead& each : kInstead) instead(each);
    for (const Reached& each : kReached) reached(each);
    for (const StatusFlag& each : kStatusFlags) flag_by_status(each);
    for (const DayFlag& each : kDayFlags) flag_by_day(each);
    for (const OnceFlag& each : kOnceFlags) flag_of_once(each);
    return std::move(layers_);
  }

 private:
  bool has(Role role) const { return column_with(source_, role) != nullptr; }
  bool derives(Role role) const { return !has(role) && provides(source_, role); }
  bool parted(const Reached& each) const { return each.part != Role::none && has(each.part) && has(each.whole); }
  std::string everywhere(Role role) const { return sql_canonical(source_, role, role, "NULL"); }

  void deals() {
    if (!has(Role::status)) layers_.push_back({{name(Role::status), deal_status()}});
    SqlLayer days{{name(Role::closed),
                   "CASE status WHEN 'won' THEN coalesce(closed, won_date)"
                   " WHEN 'lost' THEN coalesce(closed, lost_date) END"}};
    if (!has(Role::expected_close))
      days.emplace_back(name(Role::expected_close), "CASE status WHEN 'open' THEN closed END");
    layers_.push_back(std::move(days));
    if (has(Role::expected_amount)) {
      layers_.push_back(
          {{name(Role::amount),
            "CASE WHEN NOT coalesce(amount_said, FALSE) OR (amount = 0 AND coalesce(status, '') <> 'won')\n"
            "         THEN coalesce(expected_amount, amount) ELSE amount END"}});
    }
  }

  std::string deal_status() const {
    const bool won = has(Role::is_won);
    const bool lost = has(Role::is_lost);
    const bool closed = has(Role::is_closed);
    const bool staged = has(Role::stage);
    std::string text = "coalesce(CASE WHEN is_won THEN 'won' WHEN is_lost THEN 'lost'";
    if ((won && lost) || closed) text += "\n         WHEN NOT coalesce(is_closed, FALSE) THEN 'open'";
    if (closed && won != lost) text += won ? " ELSE 'lost'" : " ELSE 'won'";
    text += " END";
    if (staged) text += ",\n         " + sql_canonical(source_, Role::status, Role::stage, sql_name(Role::stage));
    text += ",\n         CASE WHEN won_date IS NOT NULL THEN 'won' WHEN lost_date IS NOT NULL THEN 'lost' END";
    if (!staged && won && !lost && !closed) text += ",\n         CASE WHEN closed IS NULL THEN 'open' ELSE 'lost' END";
    const bool by_day_only = !staged && !won && !lost && (has(Role::won_date) || has(Role::lost_date));
    return text + (by_day_only ? ", 'open')" : ")");
  }

  void responses() {
    SqlLayer layer;
    if (!has(Role::question)) {
      layer.emplace_back(name(Role::question), "coalesce(" + everywhere(Role::question) + ", " +
                                                   word(Role::question, code(Question::nps)) + ")");
    }
    if (provides(source_, Role::scale_max) && !has(Role::scale_max)) {
      layer.emplace_back(name(Role::scale_min), scale_end(&Scale::least));
      layer.emplace_back(name(Role::scale_max), scale_end(&Scale::most));
    }
    if (!layer.empty()) layers_.push_back(std::move(layer));
  }

  // The usual one of the question is none.
  std::string scale_end(int Scale::*end) const {
    const auto number = [&](const Scale& scale) { return scale.most == 0 ? "NULL" : std::to_string(scale.*end); };
    if (source_.scales.empty()) return number(source_.scale);
    std::string text = "CASE " + sql_name(name(Role::question));
    for (const auto& [question, scale] : source_.scales)
      text += " WHEN " + sql_text(question) + " THEN " + number(scale);
    return text + " ELSE " + number(source_.scale) + " END";
  }

  void targets() {
    std::string id = "CASE";
    for (const ValueMapping& value : source_.values) {
      if (value.role != Role::kpi_id || value.canonical.empty()) continue;
      const std::string raw = value.raw.empty() ? "kpi_id IS NULL" : "kpi_id = " + sql_text(value.raw);
      id += "\n         WHEN " + raw + " THEN " + sql_text(value.canonical);
    }
    if (id.size() > 4) layers_.push_back({{name(Role::kpi_id), id + "\n         ELSE kpi_id END"}});
  }

  void lasted(const Lasted& each) {
    if (each.kind != source_.kind || !derives(each.day)) return;
    const std::string seconds = sql_name(each.lasting);
    const std::string instant = time(each.from) + " + to_milliseconds(CAST(" + seconds + " * 1000 AS BIGINT))";
    layers_.push_back({{name(each.day) + "_time", instant},
                       {name(each.day) + "_said", seconds + " IS NOT NULL"},
                       {name(each.day), "coalesce(CAST(" + instant + " AS DATE), " + sql_name(each.from) +
                                            " + CAST(floor(" + seconds + " / 86400) AS INTEGER))"}});
  }

  void instead(const Instead& each) {
    if (each.kind != source_.kind || !derives(each.day)) return;
    layers_.push_back({{name(each.day), sql_name(each.other)},
                       {name(each.day) + "_time", time(each.other)},
                       {name(each.day) + "_said", said(each.other)}});
  }

  void reached(const Reached& each) {
    if (each.kind != source_.kind) return;
    const bool told = has(each.status);
    const bool flagged = each.flag != Role::none && has(each.flag);
    const std::string status = sql_name(each.status);
    const std::string day = sql_name(each.day);
    const std::string there = word(each.status, each.reached);
    if (provides(source_, each.day) && told) {
      const std::string kept = "CASE WHEN coalesce(" + status + ", " + there + ") = " + there + " THEN ";
      layers_.push_back({{name(each.day), kept + day + " END"},
                         {name(each.day) + "_time", kept + time(each.day) + " END"},
                         {name(each.day) + "_said", kept + status + " IS NOT NULL OR " + said(each.day) + " END"}});
    }
    if (provides(source_, each.day) && !told && flagged) {
      layers_.push_back({{name(each.day) + "_said", sql_name(each.flag) + " OR " + said(each.day)}});
    }
    if (!told && provides(source_, each.status)) {
      const std::string before = word(each.status, each.before);
      const std::string by =
          flagged ? "CASE " + sql_name(each.flag) + " WHEN TRUE THEN " + there + " WHEN FALSE THEN " + before
                  : "CASE WHEN " + day + " IS NULL" +
                        (parted(each) ? " OR " + sql_name(each.part) + " < " + sql_name(each.whole) : "") + " THEN " +
                        before + " ELSE " + there;
      layers_.push_back({{name(each.status), by + " END"}});
    }
    if (each.flag != Role::none && !flagged && provides(source_, each.flag)) {
      layers_.push_back({{name(each.flag), status + " = " + there}});
    }
  }

  void flag_by_status(const StatusFlag& each) {
    if (each.kind != source_.kind || !derives(each.flag)) return;
    std::string words;
    for (uint8_t status = each.least; status <= each.most; ++status) {
      words += (words.empty() ? "" : ", ") + word(each.status, status);
    }
    layers_.push_back({{name(each.flag), sql_name(each.status) + " IN (" + words + ")"}});
  }

  void flag_by_day(const DayFlag& each) {
    if (each.kind != source_.kind || !derives(each.flag)) return;
    layers_.push_back({{name(each.flag), sql_name(each.day) + " IS NOT NULL"}});
  }

  void flag_of_once(const OnceFlag& each) {
    if (each.kind != source_.kind || !derives(each.flag)) return;
    const std::string times = sql_name(each.number);
    const std::string done = provides(source_, each.day)
                                 ? sql_name(each.day) + " IS NOT NULL OR coalesce(" + said(each.day) + ", FALSE)"
                                 : "TRUE";
    layers_.push_back(
        {{name(each.flag), "CASE WHEN " + times + " = 1 THEN " + done + " WHEN " + times + " > 1 THEN FALSE END"}});
  }

  const Source& source_;
  std::vector<SqlLayer> layers_;
};

}  // namespace

std::vector<SqlLayer> sql_states(const Source& source) { return States(source).layers(); }

}  // namespace pegel::dataset
