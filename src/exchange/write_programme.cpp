// promises, sources, observations, scores, importance, the asset and initiatives as CSV.
#include "exchange/columns.hpp"
#include "exchange/csv_writer.hpp"
#include "exchange/pack_contents.hpp"
#include "exchange/room_keys.hpp"

namespace exchange {
namespace {

std::string promises_csv(model::Room const& room) {
    CsvWriter csv(columns::promises);
    for (model::Promise const& promise : room.promises) {
        csv.key(key_at(room.touchpoints, promise.touchpoint)).text(promise.wording);
        csv.number(promise.target_percent).word(words::promise_kinds, promise.kind);
        csv.number(promise.materiality_pp).integer(promise.severity);
        csv.end_row();
    }
    return csv.take();
}

std::string sources_csv(model::Room const& room) {
    CsvWriter csv(columns::sources);
    for (model::Source const& source : room.sources) {
        csv.key(source.key).text(source.name).text(source.owner).text(source.method);
        csv.integer(source.cadence_days).date(source.last_loaded);
        csv.end_row();
    }
    return csv.take();
}

std::string observations_csv(model::Room const& room) {
    CsvWriter csv(columns::observations);
    for (model::Observation const& row : room.observations) {
        csv.key(key_at(room.touchpoints, row.touchpoint)).period(row.period);
        csv.integer(row.kept).integer(row.due);
        csv.integer(row.unknown >= 0 ? std::optional(row.unknown) : std::nullopt);
        csv.key(key_at(room.personas, row.persona)).text(name_at(room.regions, row.region));
        csv.text(name_at(room.observation_channels, row.channel));
        csv.key(key_at(room.sources, row.source));
        csv.end_row();
    }
    return csv.take();
}

std::string scores_csv(model::Room const& room) {
    CsvWriter csv(columns::scores);
    for (model::Score const& score : room.scores) {
        csv.key(key_at(room.touchpoints, score.touchpoint));
        csv.word(words::subjects, score.subject).number(score.score).number(score.sd);
        csv.integer(score.n).text(score.rival).period(score.period);
        csv.key(key_at(room.sources, score.source));
        csv.end_row();
    }
    return csv.take();
}

std::string importance_csv(model::Room const& room) {
    CsvWriter csv(columns::importance);
    for (model::Importance const& importance : room.importance) {
        csv.key(key_at(room.touchpoints, importance.touchpoint));
        csv.number(importance.weight_percent).text(importance.method).integer(importance.n);
        csv.end_row();
    }
    return csv.take();
}

std::string asset_periods_csv(model::Room const& room) {
    CsvWriter csv(columns::asset_periods);
    for (model::AssetPeriod const& asset : room.asset_periods) {
        csv.period(asset.period).integer(asset.opening).integer(asset.gained);
        csv.integer(asset.won_back).integer(asset.lost).integer(asset.closing);
        csv.number(asset.value_gained).number(asset.value_won_back).number(asset.value_lost);
        csv.integer(asset.recommended).integer(asset.plan_up).integer(asset.plan_down);
        csv.end_row();
    }
    return csv.take();
}

std::string loss_reasons_csv(model::Room const& room) {
    CsvWriter csv(columns::loss_reasons);
    for (model::LossReason const& loss : room.loss_reasons) {
        csv.period(loss.period).text(loss.reason).integer(loss.count);
        csv.key(key_at(room.stages, loss.stage)).number(loss.value);
        csv.end_row();
    }
    return csv.take();
}

std::vector<std::string> touchpoint_keys(model::Room const& room,
                                         std::vector<model::TouchpointId> const& ids) {
    std::vector<std::string> keys;
    for (model::TouchpointId const id : ids)
        keys.emplace_back(key_at(room.touchpoints, id));
    return keys;
}

std::string initiatives_csv(model::Room const& room) {
    CsvWriter csv(columns::initiatives);
    for (model::Initiative const& initiative : room.initiatives) {
        csv.key(initiative.code).text(initiative.name);
        csv.word(words::horizons, initiative.horizon).text(initiative.domain);
        csv.text(initiative.state).text(initiative.priority).list(initiative.needs);
        csv.list(touchpoint_keys(room, initiative.touchpoints)).text(initiative.owner);
        csv.number(initiative.customer_benefit).number(initiative.reach).number(initiative.fit);
        csv.number(initiative.cost).number(initiative.effort).number(initiative.risk);
        csv.word(words::initiative_classes, initiative.initiative_class);
        csv.end_row();
    }
    return csv.take();
}

std::string answers_csv(model::Room const& room) {
    CsvWriter csv(columns::answers);
    for (model::AnswerCount const& answer : room.answers) {
        csv.number(answer.value).integer(answer.count);
        csv.key(key_at(room.touchpoints, answer.touchpoint)).period(answer.period);
        csv.number(answer.scale_min).number(answer.scale_max);
        csv.end_row();
    }
    return csv.take();
}

std::string case_outcomes_csv(model::Room const& room) {
    CsvWriter csv(columns::case_outcomes);
    for (model::CaseOutcome const& outcome : room.case_outcomes) {
        csv.key(key_at(room.journeys, outcome.journey)).period(outcome.period);
        csv.integer(outcome.clean).integer(outcome.finished);
        csv.end_row();
    }
    return csv.take();
}

std::string baselines_csv(model::Room const& room) {
    CsvWriter csv(columns::baselines);
    for (model::Baseline const& baseline : room.baselines) {
        csv.key(key_at(room.touchpoints, baseline.touchpoint));
        csv.period(base::month_of(baseline.from)).text(baseline.reason);
        csv.end_row();
    }
    return csv.take();
}

std::string efforts_csv(model::Room const& room) {
    CsvWriter csv(columns::efforts);
    for (model::Effort const& effort : room.efforts) {
        csv.key(key_at(room.touchpoints, effort.touchpoint));
        csv.key(word_of(std::span<Word<model::EffortMeasure> const>(words::effort_measures),
                        effort.measure));
        csv.period(effort.period).number(effort.value).integer(effort.n);
        csv.key(key_at(room.sources, effort.source));
        csv.end_row();
    }
    return csv.take();
}

}  // namespace

void add_programme_files(PackContents& files, model::Room const& room) {
    if (!room.promises.empty()) files["promises.csv"] = promises_csv(room);
    if (!room.sources.empty()) files["sources.csv"] = sources_csv(room);
    if (!room.observations.empty()) files["observations.csv"] = observations_csv(room);
    if (!room.scores.empty()) files["scores.csv"] = scores_csv(room);
    if (!room.importance.empty()) files["importance.csv"] = importance_csv(room);
    if (!room.answers.empty()) files["answers.csv"] = answers_csv(room);
    if (!room.case_outcomes.empty()) files["case_outcomes.csv"] = case_outcomes_csv(room);
    if (!room.baselines.empty()) files["baselines.csv"] = baselines_csv(room);
    if (!room.efforts.empty()) files["efforts.csv"] = efforts_csv(room);
    if (!room.asset_periods.empty()) files["asset_periods.csv"] = asset_periods_csv(room);
    if (!room.loss_reasons.empty()) files["loss_reasons.csv"] = loss_reasons_csv(room);
    if (!room.initiatives.empty()) files["initiatives.csv"] = initiatives_csv(room);
}

}  // namespace exchange
