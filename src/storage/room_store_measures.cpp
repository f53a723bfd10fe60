// What was promised, observed, asked and guessed.
#include "storage/columns.hpp"
#include "storage/room_tables.hpp"

namespace storage {
namespace {

using namespace model;

Words<PromiseKind> const promise_kinds{{"", "time", "right", "complete", "kind"}};
Words<Subject> const subjects{{"own", "rival", "expected"}};
Words<EffortMeasure> const effort_measures{
    {"contacts", "repeats", "channel-switches", "asked-again", "minutes"}};

constexpr std::int64_t unknown_not_given = -1;  // model::Observation

constexpr auto insert_promise =
    "INSERT INTO promises (position, touchpoint, wording, target_percent, kind, materiality_pp,"
    " severity) VALUES (?, ?, ?, ?, ?, ?, ?)";
constexpr auto select_promises =
    "SELECT position, touchpoint, wording, target_percent, kind, materiality_pp, severity"
    " FROM promises ORDER BY position";
constexpr auto insert_source =
    "INSERT INTO sources (position, key, name, owner, method, cadence_days, last_loaded_day)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)";
constexpr auto select_sources =
    "SELECT position, key, name, owner, method, cadence_days, last_loaded_day FROM sources"
    " ORDER BY position";
constexpr auto insert_region = "INSERT INTO regions (position, name) VALUES (?, ?)";
constexpr auto select_regions = "SELECT position, name FROM regions ORDER BY position";
constexpr auto insert_observation_channel =
    "INSERT INTO observation_channels (position, name) VALUES (?, ?)";
constexpr auto select_observation_channels =
    "SELECT position, name FROM observation_channels ORDER BY position";
constexpr auto insert_observation =
    "INSERT INTO observations (position, touchpoint, first_day, last_day, kept, due, unknown,"
    " persona, region, channel, source) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr auto select_observations =
    "SELECT position, touchpoint, first_day, last_day, kept, due, unknown, persona, region,"
    " channel, source FROM observations ORDER BY position";
constexpr auto insert_score =
    "INSERT INTO scores (position, touchpoint, subject, score, sd, n, rival, first_day, last_day,"
    " source) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr auto select_scores =
    "SELECT position, touchpoint, subject, score, sd, n, rival, first_day, last_day, source"
    " FROM scores ORDER BY position";
constexpr auto insert_guess =
    "INSERT INTO guesses (position, question, level, first_day, last_day, value, journey)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)";
constexpr auto select_guesses =
    "SELECT position, question, level, first_day, last_day, value, journey FROM guesses"
    " ORDER BY position";
constexpr auto insert_importance =
    "INSERT INTO importance (position, touchpoint, weight_percent, method, n)"
    " VALUES (?, ?, ?, ?, ?)";
constexpr auto select_importance =
    "SELECT position, touchpoint, weight_percent, method, n FROM importance ORDER BY position";
constexpr auto insert_answer =
    "INSERT INTO answers (position, touchpoint, first_day, last_day, value, count, scale_min,"
    " scale_max) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
constexpr auto select_answers =
    "SELECT position, touchpoint, first_day, last_day, value, count, scale_min, scale_max"
    " FROM answers ORDER BY position";
constexpr auto insert_case_outcome =
    "INSERT INTO case_outcomes (position, journey, first_day, last_day, clean, finished)"
    " VALUES (?, ?, ?, ?, ?, ?)";
constexpr auto select_case_outcomes =
    "SELECT position, journey, first_day, last_day, clean, finished FROM case_outcomes"
    " ORDER BY position";

constexpr auto select_baselines =
    "SELECT touchpoint, first_day, reason FROM baselines ORDER BY touchpoint";
constexpr auto insert_effort =
    "INSERT INTO efforts (position, touchpoint, measure, first_day, last_day, value, n, source)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
constexpr auto select_efforts =
    "SELECT position, touchpoint, measure, first_day, last_day, value, n, source FROM efforts"
    " ORDER BY position";

void save_names(Database& database, std::string_view sql, std::vector<std::string> const& names) {
    save_rows(database, sql, names,
              [](Statement& insert, auto i, auto const& name) { insert.run(i, name); });
}

std::vector<std::string> load_names(Database& database, std::string_view sql) {
    return load_rows<std::string>(database, sql, [](Columns& in) { return in.text(); });
}

void save_observations(Database& database, std::vector<Observation> const& observations) {
    save_rows(database, insert_observation, observations,
              [](Statement& insert, auto i, Observation const& o) {
                  auto const unknown = o.unknown == unknown_not_given
                                           ? std::optional<std::int64_t>()
                                           : std::optional(o.unknown);
                  insert.run(i, position_of(o.touchpoint), o.period.first.days, o.period.last.days,
                             o.kept, o.due, unknown, position_of(o.persona), position_of(o.region),
                             position_of(o.channel), position_of(o.source));
              });
}

}  // namespace

void save_opinions(Database& database, Opinions const& opinions) {
    save_rows(database, insert_score, opinions.scores,
              [](Statement& insert, auto i, Score const& s) {
                  insert.run(i, position_of(s.touchpoint), subjects.of(s.subject), s.score, s.sd,
                             s.n, s.rival, first_day_of(s.period), last_day_of(s.period),
                             position_of(s.source));
              });
    save_rows(database, insert_guess, opinions.guesses,
              [](Statement& insert, auto i, Guess const& g) {
                  insert.run(i, g.question, g.level, g.period.first.days, g.period.last.days,
                             g.value, position_of(g.journey));
              });
    save_rows(database, insert_importance, opinions.importance,
              [](Statement& insert, auto i, Importance const& w) {
                  insert.run(i, position_of(w.touchpoint), w.weight_percent, w.method, w.n);
              });
    save_rows(database, insert_answer, opinions.answers,
              [](Statement& insert, auto i, AnswerCount const& a) {
                  insert.run(i, position_of(a.touchpoint), first_day_of(a.period),
                             last_day_of(a.period), a.value, a.count, a.scale_min, a.scale_max);
              });
}

void save_case_outcomes(Database& database, std::vector<CaseOutcome> const& outcomes) {
    save_rows(database, insert_case_outcome, outcomes,
              [](Statement& insert, auto i, CaseOutcome const& c) {
                  insert.run(i, position_of(c.journey), c.period.first.days, c.period.last.days,
                             c.clean, c.finished);
              });
}

void save_measures(Database& database, Room const& room) {
    save_rows(database, insert_promise, room.promises,
              [](Statement& insert, auto i, Promise const& p) {
                  insert.run(i, position_of(p.touchpoint), p.wording, p.target_percent,
                             promise_kinds.of(p.kind), p.materiality_pp, p.severity);
              });
    save_rows(
        database, insert_source, room.sources, [](Statement& insert, auto i, Source const& s) {
            insert.run(i, s.key, s.name, s.owner, s.method, s.cadence_days, day_of(s.last_loaded));
        });
    save_names(database, insert_region, room.regions);
    save_names(database, insert_observation_channel, room.observation_channels);
    save_observations(database, room.observations);
    save_opinions(database, {room.scores, room.guesses, room.importance, room.answers});
    save_case_outcomes(database, room.case_outcomes);
    save_rows(database, insert_baseline, room.baselines,
              [](Statement& insert, auto, Baseline const& b) {
                  insert.run(position_of(b.touchpoint), b.from.days, b.reason);
              });
    save_rows(database, insert_effort, room.efforts,
              [](Statement& insert, auto i, Effort const& e) {
                  insert.run(i, position_of(e.touchpoint), effort_measures.of(e.measure),
                             e.period.first.days, e.period.last.days, e.value, e.n,
                             position_of(e.source));
              });
}

std::vector<Promise> load_promises(Database& database) {
    return load_rows<Promise>(database, select_promises, [](Columns& in) {
        return Promise{.touchpoint = in.id<Touchpoint>(),
                       .wording = in.text(),
                       .target_percent = in.real(),
                       .kind = in.word(promise_kinds),
                       .materiality_pp = in.optional_real(),
                       .severity = in.optional_small_integer()};
    });
}

std::vector<Source> load_sources(Database& database) {
    return load_rows<Source>(database, select_sources, [](Columns& in) {
        return Source{.key = in.text(),
                      .name = in.text(),
                      .owner = in.text(),
                      .method = in.text(),
                      .cadence_days = in.optional_small_integer(),
                      .last_loaded = in.optional_date()};
    });
}

std::vector<std::string> load_regions(Database& database) {
    return load_names(database, select_regions);
}

std::vector<std::string> load_observation_channels(Database& database) {
    return load_names(database, select_observation_channels);
}

std::vector<Observation> load_observations(Database& database) {
    return load_rows<Observation>(database, select_observations, [](Columns& in) {
        return Observation{.touchpoint = in.id<Touchpoint>(),
                           .period = in.period(),
                           .kept = in.integer(),
                           .due = in.integer(),
                           .unknown = in.optional_integer().value_or(unknown_not_given),
                           .persona = in.id<Persona>(),
                           .region = in.id<RegionName>(),
                           .channel = in.id<ChannelName>(),
                           .source = in.id<Source>()};
    });
}

std::vector<Score> load_scores(Database& database) {
    return load_rows<Score>(database, select_scores, [](Columns& in) {
        return Score{.touchpoint = in.id<Touchpoint>(),
                     .subject = in.word(subjects),
                     .score = in.real(),
                     .sd = in.optional_real(),
                     .n = in.optional_integer(),
                     .rival = in.text(),
                     .period = in.optional_period(),
                     .source = in.id<Source>()};
    });
}

std::vector<Guess> load_guesses(Database& database) {
    return load_rows<Guess>(database, select_guesses, [](Columns& in) {
        return Guess{.question = in.text(),
                     .level = in.text(),
                     .period = in.period(),
                     .value = in.real(),
                     .journey = in.id<Journey>()};
    });
}

std::vector<Importance> load_importance(Database& database) {
    return load_rows<Importance>(database, select_importance, [](Columns& in) {
        return Importance{.touchpoint = in.id<Touchpoint>(),
                          .weight_percent = in.real(),
                          .method = in.text(),
                          .n = in.optional_integer()};
    });
}

std::vector<AnswerCount> load_answers(Database& database) {
    return load_rows<AnswerCount>(database, select_answers, [](Columns& in) {
        return AnswerCount{.touchpoint = in.id<Touchpoint>(),
                           .period = in.optional_period(),
                           .value = in.real(),
                           .count = in.integer(),
                           .scale_min = in.optional_real(),
                           .scale_max = in.optional_real()};
    });
}

std::vector<Baseline> load_baselines(Database& database) {
    std::vector<Baseline> baselines;
    Statement(database, select_baselines).each([&](Row const& row) {
        Columns in(row);
        baselines.push_back(
            {.touchpoint = in.id<Touchpoint>(), .from = in.date(), .reason = in.text()});
    });
    return baselines;
}

std::vector<Effort> load_efforts(Database& database) {
    return load_rows<Effort>(database, select_efforts, [](Columns& in) {
        return Effort{.touchpoint = in.id<Touchpoint>(),
                      .measure = in.word(effort_measures),
                      .period = in.period(),
                      .value = in.real(),
                      .n = in.optional_integer(),
                      .source = in.id<Source>()};
    });
}

std::vector<CaseOutcome> load_case_outcomes(Database& database) {
    return load_rows<CaseOutcome>(database, select_case_outcomes, [](Columns& in) {
        return CaseOutcome{.journey = in.id<Journey>(),
                           .period = in.period(),
                           .clean = in.integer(),
                           .finished = in.integer()};
    });
}

}  // namespace storage
