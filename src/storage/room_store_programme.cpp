// The customer asset, why customers leave, and what is being done about it.
#include "storage/columns.hpp"
#include "storage/room_tables.hpp"

namespace storage {
namespace {

using namespace model;

Words<Horizon> const horizons{{"", "short", "mid", "long"}};
Words<InitiativeClass> const initiative_classes{{"", "strategic", "tactical", "quick-win"}};

constexpr auto insert_asset_period =
    "INSERT INTO asset_periods (position, first_day, last_day, opening, gained, won_back, lost,"
    " closing, value_gained, value_won_back, value_lost, recommended, plan_up, plan_down)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr auto select_asset_periods =
    "SELECT position, first_day, last_day, opening, gained, won_back, lost, closing, value_gained,"
    " value_won_back, value_lost, recommended, plan_up, plan_down FROM asset_periods"
    " ORDER BY position";
constexpr auto insert_loss_reason =
    "INSERT INTO loss_reasons (position, first_day, last_day, reason, count, stage, value)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)";
constexpr auto select_loss_reasons =
    "SELECT position, first_day, last_day, reason, count, stage, value FROM loss_reasons"
    " ORDER BY position";
constexpr auto insert_initiative =
    "INSERT INTO initiatives (position, code, name, horizon, domain, state, priority, owner,"
    " customer_benefit, reach, fit, cost, effort, risk, class)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr auto select_initiatives =
    "SELECT position, code, name, horizon, domain, state, priority, owner, customer_benefit,"
    " reach, fit, cost, effort, risk, class FROM initiatives ORDER BY position";
constexpr auto insert_need =
    "INSERT INTO initiative_needs (initiative, position, code) VALUES (?, ?, ?)";
constexpr auto select_needs =
    "SELECT initiative, position, code FROM initiative_needs ORDER BY initiative, position";
constexpr auto insert_target =
    "INSERT INTO initiative_touchpoints (initiative, position, touchpoint) VALUES (?, ?, ?)";
constexpr auto select_targets =
    "SELECT initiative, position, touchpoint FROM initiative_touchpoints"
    " ORDER BY initiative, position";

void save_initiatives(Database& database, std::vector<Initiative> const& initiatives) {
    Statement need(database, insert_need);
    Statement target(database, insert_target);
    save_rows(database, insert_initiative, initiatives,
              [&](Statement& insert, auto i, Initiative const& v) {
                  insert.run(i, v.code, v.name, horizons.of(v.horizon), v.domain, v.state,
                             v.priority, v.owner, v.customer_benefit, v.reach, v.fit, v.cost,
                             v.effort, v.risk, initiative_classes.of(v.initiative_class));
                  save_texts(need, i, v.needs);
                  for (std::size_t t = 0; t < v.touchpoints.size(); ++t) {
                      target.run(i, t, position_of(v.touchpoints[t]));
                  }
              });
}

}  // namespace

void save_programme(Database& database, Room const& room) {
    save_rows(database, insert_asset_period, room.asset_periods,
              [](Statement& insert, auto i, AssetPeriod const& a) {
                  insert.run(i, a.period.first.days, a.period.last.days, a.opening, a.gained,
                             a.won_back, a.lost, a.closing, a.value_gained, a.value_won_back,
                             a.value_lost, a.recommended, a.plan_up, a.plan_down);
              });
    save_rows(database, insert_loss_reason, room.loss_reasons,
              [](Statement& insert, auto i, LossReason const& r) {
                  insert.run(i, r.period.first.days, r.period.last.days, r.reason, r.count,
                             position_of(r.stage), r.value);
              });
    save_initiatives(database, room.initiatives);
}

std::vector<AssetPeriod> load_asset_periods(Database& database) {
    return load_rows<AssetPeriod>(database, select_asset_periods, [](Columns& in) {
        return AssetPeriod{.period = in.period(),
                           .opening = in.optional_integer(),
                           .gained = in.optional_integer(),
                           .won_back = in.optional_integer(),
                           .lost = in.optional_integer(),
                           .closing = in.optional_integer(),
                           .value_gained = in.optional_real(),
                           .value_won_back = in.optional_real(),
                           .value_lost = in.optional_real(),
                           .recommended = in.optional_integer(),
                           .plan_up = in.optional_integer(),
                           .plan_down = in.optional_integer()};
    });
}

std::vector<LossReason> load_loss_reasons(Database& database) {
    return load_rows<LossReason>(database, select_loss_reasons, [](Columns& in) {
        return LossReason{.period = in.period(),
                          .reason = in.text(),
                          .count = in.integer(),
                          .stage = in.id<Stage>(),
                          .value = in.optional_real()};
    });
}

std::vector<Initiative> load_initiatives(Database& database) {
    auto initiatives = load_rows<Initiative>(database, select_initiatives, [](Columns& in) {
        return Initiative{.code = in.text(),
                          .name = in.text(),
                          .horizon = in.word(horizons),
                          .domain = in.text(),
                          .state = in.text(),
                          .priority = in.text(),
                          .needs = {},
                          .touchpoints = {},
                          .owner = in.text(),
                          .customer_benefit = in.optional_real(),
                          .reach = in.optional_real(),
                          .fit = in.optional_real(),
                          .cost = in.optional_real(),
                          .effort = in.optional_real(),
                          .risk = in.optional_real(),
                          .initiative_class = in.word(initiative_classes)};
    });
    auto needs = load_text_lists(database, select_needs, initiatives.size());
    auto targets = load_lists<TouchpointId>(database, select_targets, initiatives.size(),
                                            [](Columns& in) { return in.id<Touchpoint>(); });
    for (std::size_t i = 0; i < initiatives.size(); ++i) {
        initiatives[i].needs = std::move(needs[i]);
        initiatives[i].touchpoints = std::move(targets[i]);
    }
    return initiatives;
}

}  // namespace storage
