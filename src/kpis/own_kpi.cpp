#include "kpis/own_kpi.h"

#include <algorithm>

#include "kpis/own_measure.h"

namespace pegel {

std::string_view name_of(KpiTake take) {
  constexpr std::string_view kNames[] = {"count", "sum", "mean", "median", "distinct"};
  const auto index = static_cast<std::size_t>(take);
  return index < std::size(kNames) ? kNames[index] : std::string_view();
}

}  // namespace pegel

namespace pegel::kpis {

namespace {

// A part of a quotient that has the other's name.
constexpr std::string_view kAll = "all";

std::string_view name_of_part(const Side& side) {
  const bool by_role = side.take == KpiTake::sum || side.take == KpiTake::distinct;
  return by_role ? name_of(side.of) : name_of(side.kind);
}

bool is_id(const std::string& id) {
  const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
  return !id.empty() && small(id.front()) &&
         std::all_of(id.begin(), id.end(), [&](char c) { return small(c) || c == '_' || (c >= '0' && c <= '9'); });
}

bool is_line(const std::string& text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; });
}

std::vector<std::string> countable_kinds() {
  std::vector<std::string> names;
  for (const dataset::KindTable* table : dataset::kinds()) {
    if (table->kind != Kind::targets && table->kind != Kind::fx) names.emplace_back(name_of(table->kind));
  }
  return names;
}

void require_kind(Kind kind, const std::string& member, Problems& problems) {
  const auto names = countable_kinds();
  const bool known = std::find(names.begin(), names.end(), name_of(kind)) != names.end();
  problems.require(known, member, unknown_word(kind == Kind::none ? "" : name_of(kind), names));
}

/// How the sides become a value, and in which units it may be shown, the usual first.
struct Shown {
  Form form;
  Few<Unit, 3> units;
};

Few<Unit, 3> units_of_numbers(const Side& side, Unit plain) {
  if (side.of_days()) return {Unit::days};
  switch (side.type()) {
    case RoleType::money:
      return {Unit::money};
    case RoleType::share:
      return {Unit::share};
    case RoleType::duration:
      return {Unit::seconds};
    default:
      return plain == Unit::count ? Few<Unit, 3>{Unit::count} : Few<Unit, 3>{plain, Unit::count};
  }
}

Shown form_of(const Side& top, bool dated) {
  switch (top.take) {
    case KpiTake::count:
      return {dated ? Form::events : Form::number, {Unit::count}};
    case KpiTake::sum:
      return {Form::total, units_of_numbers(top, Unit::count)};
    case KpiTake::mean:
      return {top.of_money() ? Form::mean : Form::average, units_of_numbers(top, Unit::ratio)};
    case KpiTake::median:
      return {Form::median, units_of_numbers(top, Unit::ratio)};
    case KpiTake::distinct:
      break;
  }
  return {Form::units, {Unit::count}};
}

Shown form_of(const Side& top, const Side& bottom, bool same_date) {
  const bool nested = same_date && top.take == bottom.take && top.of == bottom.of && bottom.holds_all_of(top);
  const bool both_money = top.of_money() && bottom.of_money() && top.take == bottom.take;
  if (nested && top.take != KpiTake::sum) return {Form::share, {Unit::share}};
  if (nested && both_money) return {Form::ratio, {Unit::share}};
  if (top.take == KpiTake::count && bottom.take != KpiTake::sum) {
    return {Form::rate, {Unit::ratio, Unit::per_thousand}};
  }
  if (both_money) return {Form::per, {Unit::ratio, Unit::share}};
  if (top.take == KpiTake::sum && bottom.take != KpiTake::sum) return {Form::per, units_of_numbers(top, Unit::ratio)};
  return {Form::per, {Unit::ratio}};
}

Take take_of(const Side& side) {
  switch (side.take) {
    case KpiTake::count:
      return Take::row;
    case KpiTake::sum:
      return side.of_money() ? Take::amount : Take::number;
    case KpiTake::distinct:
      return Take::id;
    default:
      return side.of_days() ? Take::days : Take::value;
  }
}

}  // namespace

/// Fills an OwnKpi by its definition; what it reads before a problem shows is never listed.
class KpiMaker {
 public:
  KpiMaker(OwnKpi& own, Problems& problems) : own_(own), definition_(own.definition_), problems_(problems) {}

  void make() {
    check_names();
    if (problems_.first()) return;
    top_ = side_of(definition_.measure, definition_.kind, "measure", problems_);
    if (definition_.divisor) bottom_ = divisor();
    if (problems_.first()) return;
    choose_dates();
    const Shown form = bottom_ ? form_of(top_, *bottom_, bottom_date_ == date_ && bottom_->kind == top_.kind)
                               : form_of(top_, date_ != Role::none);
    choose_unit(form);
    if (problems_.first()) return;
    measure(form.form);
    describe(form.form);
  }

 private:
  void check_names() {
    problems_.require(is_id(definition_.id), "id", {"id", {{"word", definition_.id}}});
    problems_.require(find(definition_.id) == nullptr, "id", {"catalogue", {{"word", definition_.id}}});
    problems_.require(!definition_.name.empty(), "name", {"missing", {}});
    for (const auto& [language, name] : definition_.name) {
      problems_.require(is_line(name) && !name.empty(), language.empty() ? "name" : "name." + language,
                        {"line_of_text", {}});
    }
    problems_.require(is_line(definition_.meaning), "meaning", {"line_of_text", {}});
    require_kind(definition_.kind, "kind", problems_);
    const Problem beside{"at_kpi", {}};
    problems_.require(definition_.measure.kind == Kind::none, "measure.kind", beside);
    problems_.require(definition_.measure.date == Role::none, "measure.date", beside);
  }

  Side divisor() {
    const KpiMeasure& said = *definition_.divisor;
    const Kind kind = said.kind == Kind::none ? definition_.kind : said.kind;
    const auto averaged = [](KpiTake take) { return take == KpiTake::mean || take == KpiTake::median; };
    require_kind(kind, "divisor.kind", problems_);
    problems_.require(!averaged(said.take), "divisor.take", {"one_of", {{"known", "count, sum, distinct"}}});
    problems_.require(!averaged(top_.take), "divisor", {"divisor_averaged", {}});
    return problems_.first() ? Side() : side_of(said, kind, "divisor", problems_);
  }

  void choose_dates() {
    const bool decided = top_.decided() && (!bottom_ || bottom_->kind != top_.kind || bottom_->decided());
    const Role of_deals = decided ? Role::closed : Role::created;
    const bool usual = definition_.date == Role::none && top_.kind == Kind::deals;
    date_ = usual ? of_deals : date_of(definition_.date, top_.kind, "date", problems_);
    if (!bottom_) return;
    const Role wanted = definition_.divisor->date;
    const bool as_top = wanted == Role::none && bottom_->kind == top_.kind;
    bottom_date_ = as_top ? date_ : date_of(wanted, bottom_->kind, "divisor.date", problems_);
  }

  void choose_unit(const Shown& form) {
    unit_ = definition_.unit.value_or(form.units[0]);
    std::vector<std::string> names;
    for (const Unit unit : form.units) names.emplace_back(name_of(unit));
    const bool fits = std::find(form.units.begin(), form.units.end(), unit_) != form.units.end();
    problems_.require(fits, "unit", {"unit", {{"word", std::string(name_of(unit_))}, {"known", joined(names)}}});
  }
  static std::string joined(const std::vector<std::string>& names) {
    std::string list;
    for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
    return list;
  }

  uint8_t add(const Side& side, Take take, std::string_view name) {
    Measure measure{.name = name, .take = take, .where = side.where};
    if (take != Take::row) measure.of = side.of;
    if (take == Take::days) measure.since = side.since;
    own_.measures_.push_back(measure);
    return static_cast<uint8_t>(own_.measures_.size() - 1);
  }
  /// What a count or sum of none is 0 of.
  uint8_t add_all() {
    Measure measure{.name = kAll};
    if (top_.decided()) measure.where = {decided_status()};
    own_.measures_.push_back(measure);
    return static_cast<uint8_t>(own_.measures_.size() - 1);
  }

  void measure(Form form) {
    Shape shape{form};
    const std::string_view rows = name_of(top_.kind);
    top_name_ = name_of_part(top_);
    bottom_name_ = rows;
    switch (form) {
      case Form::events:
        add(top_, Take::row, rows);
        shape.among = add_all();
        break;
      case Form::total:
        add(top_, take_of(top_), top_name_);
        shape.bottom = add(top_, Take::row, rows);
        shape.among = add_all();
        break;
      case Form::mean:
        top_name_ = name_of(top_.of);
        add(top_, Take::amount, top_name_);
        shape.bottom = add(top_, Take::value, rows);
        break;
      case Form::median:
        add(top_, take_of(top_), rows);
        if (top_.of_money()) shape.bottom = add(top_, Take::amount, name_of(top_.of));
        break;
      default:
        add(top_, take_of(top_), top_name_);
        if (bottom_) shape.bottom = add_bottom();
    }
    own_.kpi_.measures = own_.measures_;
    own_.kpi_.shapes = {shape};
  }
  uint8_t add_bottom() {
    bottom_name_ = name_of_part(*bottom_);
    if (bottom_name_ == top_name_) bottom_name_ = kAll;
    const uint8_t m = add(*bottom_, take_of(*bottom_), bottom_name_);
    if (bottom_->kind != top_.kind) own_.measures_[m].kind = bottom_->kind;
    if (own_.measures_[m].kind != Kind::none || bottom_date_ != date_) own_.measures_[m].date = bottom_date_;
    return m;
  }

  std::string formula(Form form) const {
    const auto part = [](std::string_view name) { return "{" + std::string(name) + "}"; };
    switch (form) {
      case Form::events:
      case Form::number:
      case Form::total:
        return part(top_name_);
      case Form::units:
        return "different " + part(top_name_);
      case Form::median:
        return "median of " + part(top_name_);
      case Form::average:
        return "mean of " + part(top_name_);
      default:
        return part(top_name_) + " / " + part(bottom_name_);
    }
  }

  void describe(Form form) {
    const auto english = definition_.name.find("en");
    own_.name_ = (english == definition_.name.end() ? definition_.name.begin() : english)->second;
    own_.formula_ = formula(form);
    own_.meaning_ = definition_.meaning;
    if (own_.meaning_.empty()) {
      own_.meaning_ = in_words(definition_.measure, top_.kind);
      if (bottom_) own_.meaning_ += " / " + in_words(*definition_.divisor, bottom_->kind);
    }
    Card& card = own_.kpi_.card;
    card.id = definition_.id;
    card.name = own_.name_;
    card.meaning = own_.meaning_;
    card.formula = own_.formula_;
    card.source = "Defined in the plan";
    card.kind = top_.kind;
    card.unit = unit_;
    card.direction = definition_.direction.value_or(Direction::up);
    card.semantic = top_.of_days() ? Semantic::duration : Semantic::flow;
    card.date = date_;
    name_roles(card);
  }

  void name_roles(Card& card) const {
    const auto need = [&](const Side& side, Role role) {
      if (role == Role::none) return;
      if (side.kind != card.kind) return card.also.add({side.kind, role});
      if (std::find(card.needs.begin(), card.needs.end(), role) == card.needs.end()) card.needs.add(role);
    };
    if (bottom_ && bottom_->kind != card.kind) card.also.add({bottom_->kind, Role::none});
    for (const Side* side : {&top_, bottom_ ? &*bottom_ : nullptr}) {
      if (side == nullptr) continue;
      need(*side, side->of);
      need(*side, side->since);
      for (const Condition& condition : side->where) need(*side, condition.role);
    }
    if (date_ != Role::none) card.uses.add(date_);
    if (top_.of_money()) card.uses.add(Role::currency);
  }

  OwnKpi& own_;
  const KpiDefinition& definition_;
  Problems& problems_;
  Side top_;
  std::optional<Side> bottom_;
  Role date_ = Role::none;
  Role bottom_date_ = Role::none;
  Unit unit_ = Unit::count;
  std::string_view top_name_;
  std::string_view bottom_name_;
};

tl::expected<std::unique_ptr<const OwnKpi>, Misdefined> OwnKpi::made(const KpiDefinition& definition,
                                                                     const std::vector<Alias>& aliases) {
  std::unique_ptr<OwnKpi> own(new OwnKpi(definition));
  const dataset::Aliases names(aliases);
  const auto rename = [&](KpiMeasure& measure) {
    for (KpiCondition& condition : measure.where) {
      for (std::string& value : condition.values) value = names.name_of(condition.role, value);
    }
  };
  rename(own->definition_.measure);
  if (own->definition_.divisor) rename(*own->definition_.divisor);
  Problems problems;
  KpiMaker(*own, problems).make();
  if (problems.first()) return tl::unexpected<Misdefined>(*problems.first());
  return own;
}

}  // namespace pegel::kpis
