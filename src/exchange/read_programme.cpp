// promises.csv, sources.csv, scores.csv, guesses.csv, importance.csv, initiatives.csv: what the
// company undertakes and what it was told.
#include <cmath>

#include "exchange/columns.hpp"
#include "exchange/pack_builder.hpp"

namespace exchange {
namespace {

std::string line_text(int line) {
    return "line " + std::to_string(line);
}

constexpr double weight_tolerance = 0.5;

void check_sum_of_weights(PackBuilder& pack, FileTag tag) {
    double sum = 0;
    for (model::Importance const& row : pack.room.importance)
        sum += row.weight_percent;
    if (pack.room.importance.empty() || std::abs(sum - 100) <= weight_tolerance) return;
    std::string text = std::to_string(sum);
    text.resize(text.find('.') + 3);
    pack.problems.warning(tag, {1, 1}, "the weights add up to " + text + ", not to 100");
}

// A need names another row of the file, which may stand further down.
struct PendingNeeds {
    std::size_t initiative = 0;
    Place place;
};

void check_needs(PackBuilder& pack, FileTag tag, std::vector<PendingNeeds> const& pending) {
    for (PendingNeeds const& row : pending) {
        model::Initiative const& initiative = pack.room.initiatives[row.initiative];
        for (std::string const& code : initiative.needs) {
            if (code == initiative.code) {
                pack.problems.error(tag, row.place, code + " needs itself; name other initiatives");
            } else if (!pack.keys.initiatives.find(code)) {
                pack.problems.error(tag, row.place, pack.keys.initiatives.unknown_key_text(code));
            }
        }
    }
}

std::vector<model::TouchpointId> touchpoint_list(PackBuilder const& pack, Table& row,
                                                 std::size_t column) {
    std::vector<model::TouchpointId> ids;
    for (std::string const& key : row.list(column)) {
        auto const position = row.look_up(column, key, pack.keys.touchpoints);
        if (position) ids.push_back(model::TouchpointId(*position));
    }
    return ids;
}

}  // namespace

void read_promises(PackBuilder& pack) {
    enum : std::size_t { Touchpoint, Wording, Target, Kind, Materiality, Severity };
    KeyIndex seen;
    pack.promised.assign(pack.room.touchpoints.size(), false);
    TableSpec const spec{"promises.csv", columns::promises, Presence::Optional, index_entry_bytes};
    bool const complete = read_rows(pack, spec, pack.room.promises, [&](Table& row) {
        model::Promise promise;
        promise.touchpoint = row.reference<model::Touchpoint>(Touchpoint, pack.keys.touchpoints);
        promise.wording = row.text(Wording);
        promise.target_percent = row.number(Target, {0, 100}).value_or(100);
        promise.kind = row.word(Kind, words::promise_kinds, model::PromiseKind::None);
        promise.materiality_pp = row.number(Materiality, {0, 100});
        if (auto const severity = row.integer(Severity, {1, 3})) {
            promise.severity = static_cast<int>(*severity);
        }
        if (!promise.touchpoint) return promise;
        pack.promised[promise.touchpoint.index()] = true;
        if (auto const before = seen.add(row.raw(Touchpoint), 0, row.line())) {
            row.error(Touchpoint, std::string(row.raw(Touchpoint)) + " has a promise already in " +
                                      line_text(*before) +
                                      "; a touchpoint has at most one, keep one");
        }
        return promise;
    });
    pack.promises_incomplete = !complete;
}

void read_sources(PackBuilder& pack) {
    enum : std::size_t { Key, Name, Owner, Method, Cadence, LastLoaded };
    TableSpec const spec{"sources.csv", columns::sources, Presence::Optional, index_entry_bytes};
    bool const complete = read_rows(pack, spec, pack.room.sources, [&](Table& row) {
        model::Source source;
        source.key = row.key(Key);
        row.add_key(Key, pack.keys.sources, pack.room.sources.size());
        source.name = row.text(Name);
        source.owner = row.text(Owner);
        source.method = row.text(Method);
        if (auto const days = row.integer(Cadence, {0, 36600})) {
            source.cadence_days = static_cast<int>(*days);
        }
        source.last_loaded = row.date(LastLoaded);
        return source;
    });
    pack.keys.sources.incomplete = !complete;
}

void read_scores(PackBuilder& pack) {
    enum : std::size_t { Touchpoint, SubjectWord, Value, Sd, N, Rival, Period, Source };
    KeyIndex seen;
    TableSpec const spec{"scores.csv", columns::scores, Presence::Optional, index_entry_bytes};
    read_rows(pack, spec, pack.room.scores, [&](Table& row) {
        model::Score score;
        score.touchpoint = row.reference<model::Touchpoint>(Touchpoint, pack.keys.touchpoints);
        score.subject = row.word(SubjectWord, words::subjects, model::Subject::Own);
        score.score = row.number(Value, {0, 10}).value_or(0);
        score.sd = row.number(Sd, {0, 10});
        score.n = row.integer(N, count_range);
        score.rival = row.text(Rival);
        score.period = row.period(Period);
        score.source = row.reference<model::Source>(Source, pack.keys.sources);
        if (!score.touchpoint) return score;
        std::string const key =
            std::string(row.raw(Touchpoint)) + "/" + std::string(row.raw(SubjectWord)) + "/" +
            (score.period ? base::format_period(*score.period) : "") + "/" + score.rival;
        if (auto const before = seen.add(key, 0, row.line())) {
            row.error(Touchpoint,
                      line_text(*before) +
                          " has the same touchpoint, subject, rival and period; keep one");
        }
        return score;
    });
}

void read_guesses(PackBuilder& pack) {
    enum : std::size_t { Question, Level, Period, Value, Journey };
    TableSpec const spec{"guesses.csv", columns::guesses};
    read_rows(pack, spec, pack.room.guesses, [&](Table& row) {
        model::Guess guess;
        guess.question = row.text(Question);
        row.word(Level, words::guess_levels, 0);
        guess.level = std::string(row.raw(Level));
        guess.period = row.period(Period).value_or(base::Period{});
        guess.value = row.number(Value, any_number).value_or(0);
        guess.journey = row.reference<model::Journey>(Journey, pack.keys.journeys);
        return guess;
    });
}

void read_importance(PackBuilder& pack) {
    enum : std::size_t { Touchpoint, Weight, Method, N };
    KeyIndex seen;
    FileTag tag;
    TableSpec const spec{"importance.csv", columns::importance, Presence::Optional,
                         index_entry_bytes};
    bool const complete = read_rows(pack, spec, pack.room.importance, [&](Table& row) {
        model::Importance importance;
        importance.touchpoint = row.reference<model::Touchpoint>(Touchpoint, pack.keys.touchpoints);
        importance.weight_percent = row.number(Weight, {0, 100}).value_or(0);
        importance.method = row.text(Method);
        importance.n = row.integer(N, count_range);
        tag = row.tag();
        auto const before =
            importance.touchpoint ? seen.add(row.raw(Touchpoint), 0, row.line()) : std::nullopt;
        if (before) {
            row.error(Touchpoint, std::string(row.raw(Touchpoint)) + " has a weight already in " +
                                      line_text(*before) + "; keep one");
        }
        return importance;
    });
    if (complete) check_sum_of_weights(pack, tag);
}

void read_initiatives(PackBuilder& pack) {
    enum : std::size_t {
        Code,
        Name,
        HorizonWord,
        Domain,
        State,
        Priority,
        Needs,
        Touchpoints,
        Owner,
        Benefit,
        Reach,
        Fit,
        Cost,
        Effort,
        Risk,
        Class
    };
    constexpr Range marks{0, 10};
    FileTag tag;
    std::vector<PendingNeeds> pending;
    TableSpec const spec{"initiatives.csv", columns::initiatives, Presence::Optional,
                         index_entry_bytes + sizeof(PendingNeeds)};
    bool const complete = read_rows(pack, spec, pack.room.initiatives, [&](Table& row) {
        model::Initiative initiative;
        initiative.code = row.key(Code);
        row.add_key(Code, pack.keys.initiatives, pack.room.initiatives.size());
        initiative.name = row.text(Name);
        initiative.horizon = row.word(HorizonWord, words::horizons, model::Horizon::None);
        initiative.domain = row.text(Domain);
        initiative.state = row.text(State);
        initiative.priority = row.text(Priority);
        initiative.needs = row.list(Needs);
        initiative.touchpoints = touchpoint_list(pack, row, Touchpoints);
        initiative.owner = row.text(Owner);
        initiative.customer_benefit = row.number(Benefit, marks);
        initiative.reach = row.number(Reach, marks);
        initiative.fit = row.number(Fit, marks);
        initiative.cost = row.number(Cost, marks);
        initiative.effort = row.number(Effort, marks);
        initiative.risk = row.number(Risk, marks);
        initiative.initiative_class =
            row.word(Class, words::initiative_classes, model::InitiativeClass::None);
        tag = row.tag();
        pending.push_back({pack.room.initiatives.size(), row.place(Needs)});
        return initiative;
    });
    if (complete) check_needs(pack, tag, pending);
}

}  // namespace exchange
